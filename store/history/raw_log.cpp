// SPDX-License-Identifier: MIT
//
// The words that make git write records apart from each other by bytes that no name or subject can
// have, and the parser of what comes. Never asks git for anything itself.
#include "store/history/raw_log.h"

#include <array>
#include <cstdlib>

namespace aver::store {
namespace {

constexpr char kHead = '\x01';  // begins a commit; git lets neither into a name or a subject
constexpr char kField = '\x02';
constexpr std::size_t kFields = 7;

std::optional<LogEntry> read_head(std::string_view text) {
  std::array<std::string_view, kFields> fields;
  std::size_t begin = 1;
  for (std::size_t i = 0; i + 1 < kFields; ++i) {
    const std::size_t end = text.find(kField, begin);
    if (end == text.npos) return std::nullopt;
    fields[i] = text.substr(begin, end - begin);
    begin = end + 1;
  }
  fields[kFields - 1] = text.substr(begin);
  LogEntry entry;
  entry.commit = fields[0];
  entry.author = fields[1];
  entry.author_email = fields[2];
  entry.authored_at = std::atoll(std::string(fields[3]).c_str());
  entry.committed_at = std::atoll(std::string(fields[4]).c_str());
  entry.merge = fields[5].find(' ') != std::string_view::npos;
  entry.subject = fields[6];
  return entry;
}

}  // namespace

const std::vector<std::string>& raw_log_words() {
  static const std::vector<std::string> words = {
      "-z",
      "-r",
      "--raw",
      "--no-renames",
      "--no-abbrev",
      "--no-color",
      "--no-relative",
      "--ignore-submodules=none",
      "-O/dev/null",  // by path, whatever diff.orderFile says
      "--root",
      "--encoding=UTF-8",
      "--format=%x01%H%x02%an%x02%ae%x02%at%x02%ct%x02%P%x02%s"};
  return words;
}

bool RawLog::take(std::string_view piece) {
  std::string joined;
  if (!rest_.empty()) {
    joined = std::move(rest_);
    joined += piece;
    piece = joined;
  }
  bool marked = false;
  while (!piece.empty() && !marked) {
    if (raw_.empty() && piece.front() == '\n') {
      piece.remove_prefix(1);
    } else if (raw_.empty() && piece.starts_with(kMark)) {
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

void RawLog::end() {
  if (!rest_.empty()) token(rest_);
  rest_.clear();
}

void RawLog::token(std::string_view text) {
  if (!raw_.empty()) {
    // ":100644 100644 <before> <after> M"; an absent side has zeros.
    constexpr std::size_t kModes = 1;
    constexpr std::size_t kModesSize = 13;
    constexpr std::size_t kIds = 15;
    constexpr std::size_t kIdSize = 40;
    const std::string_view raw = raw_;
    if (raw.size() > kIds + 2 * kIdSize + 1) {
      const auto id = [&](std::size_t at) {
        const std::string_view hex = raw.substr(at, kIdSize);
        return hex.find_first_not_of('0') == hex.npos ? std::string_view() : hex;
      };
      sink_.change({text, id(kIds), id(kIds + kIdSize + 1), raw.substr(kModes, kModesSize)});
    }
    raw_.clear();
  } else if (text.starts_with(kHead)) {
    if (std::optional<LogEntry> entry = read_head(text)) sink_.commit(std::move(*entry));
  } else if (text.starts_with(':')) {
    raw_ = text;
  }
}

}  // namespace aver::store
