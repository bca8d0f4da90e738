// SPDX-License-Identifier: MIT
//
// Which of the folders a path is in.
#include "claims/text/record_folders.h"

#include <algorithm>

namespace aver::claims {

bool is_in_record_folder(std::string_view path) {
  const std::string_view top = path.substr(0, path.find('/'));
  return std::find(kRecordFolders.begin(), kRecordFolders.end(), top) != kRecordFolders.end();
}

}  // namespace aver::claims
