// SPDX-License-Identifier: MIT
//
// Where a whole answer goes: standard output, or a file that appears complete or not at all.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/session/session.h"

namespace aver::cli {

class Target {
 public:
  // Without a path, or with "-", standard output. Throws StoreError(dirty) where the file exists
  // and `replace` was not asked for; io where the file cannot be created. A file that is replaced
  // hands on its permissions, and a link leads to the new one.
  Target(Session& session, const std::optional<std::string>& path, bool replace);
  ~Target();  // removes the file unless finish() was called
  Target(const Target&) = delete;
  Target& operator=(const Target&) = delete;

  bool to_file() const { return !path_.empty(); }

  // The path of the temporary file beside the target, for a writer that needs a path (a database).
  // Empty for standard output.
  const std::string& part() const { return part_; }

  // On a terminal, control characters are replaced. Throws StoreError(io).
  void write(std::string_view text);

  // Gives the file its final name; before, what is to outlast a loss of power is flushed to the
  // disk.
  enum class Flush { disk, none };
  void finish(Flush flush = Flush::disk);

 private:
  Session& session_;
  std::string path_;
  std::string part_;
  bool replace_ = false;
  bool finished_ = false;
  int fd_ = -1;
};

}  // namespace aver::cli
