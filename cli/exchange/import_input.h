// SPDX-License-Identifier: MIT
//
// What an import reads: a file, or standard input for "-".
#pragma once

#include <cstddef>
#include <cstdio>
#include <functional>
#include <string>

#include "cli/session/session.h"

namespace aver::cli {

class InputFile {
 public:
  // Throws StoreError: not_found, io; usage for standard input that is a terminal.
  InputFile(Session& session, const std::string& path);
  ~InputFile();
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  const std::string& name() const { return name_; }  // the name for messages

  // Returns a function that reads the next bytes; it must not outlive this object. Throws
  // StoreError(io).
  std::function<std::size_t(char*, std::size_t)> more();

  std::string all();  // for small ones

 private:
  std::string name_;
  int descriptor_ = -1;
};

}  // namespace aver::cli
