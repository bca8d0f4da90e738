// SPDX-License-Identifier: MIT
//
// Parses what `git log --raw -z` and `git diff-tree --stdin` write, as it comes.
//
// Never holds more than the piece that is not yet whole, however many paths a commit touches.
#pragma once

#include <string>
#include <string_view>

#include "store/history.h"

namespace aver::store {

// The words that make git write what RawLog reads; independent of how the user has set up git.
const std::vector<std::string>& raw_log_words();

// One path of a commit, against its first parent.
struct RawChange {
  std::string_view path;
  std::string_view before;  // 40 hex digits; empty where the path was absent
  std::string_view after;
  std::string_view modes;  // "100644 100755"
};

class RawLog {
 public:
  class Sink {
   public:
    virtual ~Sink() = default;
    virtual void commit(LogEntry&& head) = 0;  // without paths
    virtual void change(const RawChange& change) = 0;
  };

  // A line for `git diff-tree --stdin`, which repeats it when everything before it is written.
  static constexpr std::string_view kMark = "-\n";

  explicit RawLog(Sink& sink) : sink_(sink) {}

  // Returns true where a mark was read; the bytes after it wait for the next call.
  bool take(std::string_view piece);
  void end();  // the last piece has no end of its own

 private:
  void token(std::string_view text);

  Sink& sink_;
  std::string rest_;
  std::string raw_;  // ":100644 100644 … M" while its path is awaited
};

}  // namespace aver::store
