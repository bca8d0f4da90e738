// SPDX-License-Identifier: MIT
//
// Plain read(2) calls, so that a pipe is read as it comes.
#include "cli/exchange/import_input.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "store/error.h"

namespace aver::cli {

using store::Fault;
using store::StoreError;

InputFile::InputFile(Session& session, const std::string& path) : name_(path) {
  if (path == "-") {
    name_ = "standard input";
    descriptor_ = STDIN_FILENO;
    if (isatty(descriptor_) != 0) {
      throw StoreError(Fault::usage, "standard input is a terminal: there is nothing to import", {},
                       "name a file, or pipe one in");
    }
    return;
  }
  descriptor_ = ::open(session.user_path(path).c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) {
    throw StoreError(errno == ENOENT ? Fault::not_found : Fault::io,
                     "the file " + path + " cannot be read", {std::strerror(errno)});
  }
}

InputFile::~InputFile() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

std::function<std::size_t(char*, std::size_t)> InputFile::more() {
  return [this](char* to, std::size_t size) {
    while (true) {
      const ssize_t count = ::read(descriptor_, to, size);
      if (count >= 0) return static_cast<std::size_t>(count);
      if (errno == EINTR) continue;
      throw StoreError(Fault::io, name_ + " could not be read", {std::strerror(errno)});
    }
  };
}

std::string InputFile::all() {
  std::string text;
  const auto read = more();
  char buffer[1 << 14];
  while (const std::size_t count = read(buffer, sizeof buffer)) text.append(buffer, count);
  return text;
}

}  // namespace aver::cli
