// SPDX-License-Identifier: MIT
//
// A rename is whole: who reads meanwhile has the old file or the new one.
#include "store/replace_file.h"

#include <fstream>

namespace aver::store {

bool replace_file(const std::filesystem::path& file, std::string_view text,
                  std::error_code& error) {
  std::filesystem::create_directories(file.parent_path(), error);
  const std::filesystem::path fresh = file.string() + ".new";
  std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (out) std::filesystem::rename(fresh, file, error);
  if (out && !error) return true;
  std::error_code ignored;
  std::filesystem::remove(fresh, ignored);
  return false;
}

}  // namespace aver::store
