// SPDX-License-Identifier: MIT
//
// Parses what `git log --raw -z` and `git diff-tree --stdin` write, as it comes.
//
// Never holds more than the piece that is not yet whole, however many paths a commit touches.
#pragma once

#include <string>
#include <string_view>

#include "store/history.h"
#include "store/process/log_stream.h"

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

class RawLog : private LogStream::Sink {
 public:
  class Sink {
   public:
    virtual ~Sink() = default;
    virtual void commit(LogEntry&& head) = 0;  // without paths
    virtual void change(const RawChange& change) = 0;
  };

  static constexpr std::string_view kMark = LogStream::kMark;

  explicit RawLog(Sink& sink);
  RawLog(const RawLog&) = delete;
  RawLog& operator=(const RawLog&) = delete;

  // As those of LogStream.
  bool take(std::string_view piece) { return stream_.take(piece); }
  void end() { stream_.end(); }

 private:
  void head(const std::vector<std::string>& fields) override;
  void change(std::string_view raw, std::string_view path) override;

  Sink& sink_;
  LogStream stream_;
};

}  // namespace aver::store
