// SPDX-License-Identifier: MIT
//
// Where an export goes: standard output, or a file that is there whole or not at all.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/session/session.h"

namespace aver::cli {

class Target {
 public:
  // Without a path, or with "-", standard output. Throws StoreError(dirty) where the file exists
  // and `replace` was not asked for; io where it cannot be made.
  Target(Session& session, const std::optional<std::string>& path, bool replace);
  ~Target();  // what was not finished is gone
  Target(const Target&) = delete;
  Target& operator=(const Target&) = delete;

  bool to_file() const { return !path_.empty(); }

  // The file that is being written, beside the one that it will be; for who writes it by name
  // (a database). Empty for standard output.
  const std::string& part() const { return part_; }

  // Control characters reach no terminal. Throws StoreError(io).
  void write(std::string_view text);

  // Brings what was written to the disk, and the file to its name.
  void finish();

 private:
  Session& session_;
  std::string path_;
  std::string part_;
  bool replace_ = false;
  bool finished_ = false;
  int fd_ = -1;
};

}  // namespace aver::cli
