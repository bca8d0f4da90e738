// SPDX-License-Identifier: MIT
//
// A machine of three states: within a head, where tokens are counted and not looked at; after a raw
// line, where the next token is its path; and between, where a token says itself what it is.
#include "store/process/log_stream.h"

#include <utility>

#include "store/error.h"

namespace aver::store {
namespace {

bool is_commit_id(std::string_view text) {
  constexpr std::size_t kIdSize = 40;
  return text.size() == kIdSize &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

std::string LogStream::format(const std::vector<std::string_view>& fields) {
  std::string word = "--format=";
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) word += "%x00";
    word += fields[i];
  }
  return word;
}

LogStream::LogStream(std::size_t fields, Sink& sink)
    : sink_(sink), count_(fields), fields_(fields) {}

bool LogStream::take(std::string_view piece) {
  std::string joined;
  if (!rest_.empty()) {
    joined = std::move(rest_);
    joined += piece;
    piece = joined;
  }
  bool marked = false;
  while (!piece.empty() && !marked && well_) {
    const bool between = filled_ == 0 && raw_.empty();
    if (between && piece.front() == '\n') {  // stands before the first raw line of a commit
      piece.remove_prefix(1);
    } else if (between && piece.starts_with(kMark)) {
      marked = true;
      piece.remove_prefix(kMark.size());
    } else {
      const std::size_t end = piece.find('\0');
      if (end == piece.npos) break;
      token(piece.substr(0, end));
      piece.remove_prefix(end + 1);
    }
  }
  rest_ = std::string(piece);
  return marked;
}

void LogStream::end() {
  // git ends the last token, too: a rest is one that broke off.
  if (well_ && rest_.empty() && filled_ == 0 && raw_.empty()) return;
  throw StoreError(Fault::corrupt, "what git wrote of the history cannot be understood", {},
                   "git --version");
}

void LogStream::token(std::string_view text) {
  if (!raw_.empty()) {
    sink_.change(raw_, text);
    raw_.clear();
    return;
  }
  if (filled_ == 0) {
    if (text.empty()) return;  // ends a commit without changes
    if (text.starts_with(':')) {
      raw_ = text;
      return;
    }
    well_ = is_commit_id(text);
    if (!well_) return;
  }
  fields_[filled_] = text;
  if (++filled_ < count_) return;
  filled_ = 0;
  sink_.head(fields_);
}

}  // namespace aver::store
