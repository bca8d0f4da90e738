// SPDX-License-Identifier: MIT
//
// Writes to a file beside the target, and renames it only at the end. Never overwrites a file of
// rejects: somebody may have corrected rows in it.
#include "cli/exchange/import_rejects.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/terminal/errors.h"
#include "store/error.h"
#include "store/own_umask.h"

namespace aver::cli {

using store::Fault;
using store::StoreError;

namespace {

std::FILE* open_new(const std::string& path) {
  const store::OwnUmask own_umask;
  return std::fopen(path.c_str(), "wb");
}

}  // namespace

Rejects::Rejects(std::string name, std::string path)
    : name_(std::move(name)),
      path_(std::move(path)),
      fresh_(path_ + ".new-" + std::to_string(getpid())),
      file_(open_new(fresh_)) {
  if (file_ == nullptr) {
    throw StoreError(Fault::io, "the file for rejects cannot be made: " + name_,
                     {std::strerror(errno)});
  }
}

Rejects::~Rejects() {
  if (file_ != nullptr) std::fclose(file_);
  std::error_code ignored;
  std::filesystem::remove(fresh_, ignored);
}

void Rejects::add(std::string_view raw) {
  std::string text;
  if (!headed_) text = header_;
  headed_ = true;
  text += raw;
  if (!text.empty() && text.back() != '\n' && text.back() != '\r') text += '\n';
  if (std::fwrite(text.data(), 1, text.size(), file_) == text.size()) return;
  throw StoreError(Fault::io, "the file for rejects could not be written: " + name_,
                   {std::strerror(errno)});
}

void Rejects::keep() {
  if (file_ == nullptr) return;
  const bool written = std::fclose(file_) == 0;
  file_ = nullptr;
  if (!written) {
    throw StoreError(Fault::io, "the file for rejects could not be written: " + name_,
                     {std::strerror(errno)});
  }
  if (!headed_) return;
  const auto bytes_of = [](const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  std::error_code error;
  if (!std::filesystem::exists(path_, error)) {
    std::filesystem::rename(fresh_, path_, error);
    if (!error) return;
    throw StoreError(Fault::io, "the file for rejects cannot be made: " + name_, {error.message()});
  }
  if (bytes_of(path_) == bytes_of(fresh_)) return;
  throw StoreError(
      Fault::usage,
      "nothing was imported: the file for rejects is there already, and says something "
      "else: " +
          name_,
      {},
      "give another name, or move it away: mv " + shell_word(name_) + " " +
          shell_word(name_ + ".old"));
}

}  // namespace aver::cli
