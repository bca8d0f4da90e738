// SPDX-License-Identifier: MIT
//
// A rename is whole: who reads meanwhile has the old file or the new one.
#include "store/replace_file.h"

#include <fstream>

#include "store/process/random_name.h"

namespace aver::store {
namespace {

// Writes the text to `fresh`, with the permissions of `like` where that is there, and renames it.
bool put_in_place(const std::filesystem::path& fresh, const std::filesystem::path& file,
                  std::string_view text, const std::filesystem::file_status& like,
                  std::error_code& error) {
  std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (out && std::filesystem::exists(like))
    std::filesystem::permissions(fresh, like.permissions(), error);
  if (out && !error) std::filesystem::rename(fresh, file, error);
  if (out && !error) return true;
  std::error_code ignored;
  std::filesystem::remove(fresh, ignored);
  return false;
}

}  // namespace

bool replace_file(const std::filesystem::path& file, std::string_view text,
                  std::error_code& error) {
  std::filesystem::create_directories(file.parent_path(), error);
  return put_in_place(file.string() + ".new", file, text, {}, error);
}

bool rewrite_file(const std::filesystem::path& file, std::string_view text,
                  std::error_code& error) {
  const std::filesystem::path real = std::filesystem::canonical(file, error);
  if (error) return false;
  const auto like = std::filesystem::status(real, error);
  return !error && put_in_place(real.string() + "." + random_name(), real, text, like, error);
}

}  // namespace aver::store
