// SPDX-License-Identifier: MIT
//
// Asks the standard library, which asks TMPDIR and its like, and tells its failure as one of the
// disk's.
#include "cli/exchange/temporary_folder.h"

#include <cstdlib>
#include <filesystem>

#include "store/error.h"

namespace aver::cli {

std::string temporary_folder() {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path folder = fs::temp_directory_path(error);
  if (!error) return folder.string();
  // The standard library says what is wrong, but not with which folder.
  std::string named = "/tmp";
  for (const char* variable : {"TMPDIR", "TMP", "TEMP", "TEMPDIR"}) {
    const char* value = std::getenv(variable);
    if (value == nullptr) continue;
    named = value;
    break;
  }
  throw store::StoreError(store::Fault::io, "there is no folder for temporary files: " + named,
                          {error.message()}, "TMPDIR names one: TMPDIR=/tmp aver …");
}

}  // namespace aver::cli
