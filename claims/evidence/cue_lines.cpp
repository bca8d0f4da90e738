// SPDX-License-Identifier: MIT
//
// One pass over the lines, in the forms of https://www.w3.org/TR/webvtt1/ and of SubRip, which
// writes a comma for the decimal point.
#include "claims/evidence/cue_lines.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "claims/text/ascii.h"
#include "claims/text/lines.h"

namespace aver::claims {
namespace {

// Reads "1:02:03.456", "02:03,456" and their like, and moves `at` behind; nothing where there is
// none, or none that a file can mean.
std::optional<std::int64_t> take_time(std::string_view line, std::size_t& at) {
  constexpr std::size_t kMostDigits = 5;
  constexpr std::size_t kMostParts = 4;
  std::array<std::int64_t, kMostParts> parts{};
  std::size_t count = 0;
  bool has_fraction = false;
  for (;;) {
    const std::size_t begin = at;
    std::int64_t number = 0;
    while (at < line.size() && is_digit(line[at]) && at - begin < kMostDigits) {
      number = number * 10 + (line[at++] - '0');
    }
    if (at == begin || count == kMostParts) return std::nullopt;
    if (has_fraction) {  // in thousandths, whatever its digits
      for (std::size_t digits = at - begin; digits < 3; ++digits) number *= 10;
      for (std::size_t digits = at - begin; digits > 3; --digits) number /= 10;
    }
    parts[count++] = number;
    if (at == line.size() || has_fraction) break;
    has_fraction = line[at] == '.' || line[at] == ',';
    if (!has_fraction && line[at] != ':') break;
    ++at;
  }
  const std::size_t whole = count - (has_fraction ? 1 : 0);
  if (count < 3 || whole < 2 || whole > 3) return std::nullopt;
  std::int64_t seconds = 0;
  for (std::size_t i = 0; i < whole; ++i) seconds = seconds * 60 + parts[i];
  return seconds * 1000 + (has_fraction ? parts[whole] : 0);
}

// Where the line is one of times: the cue, but for its place.
std::optional<Cue> times_in(std::string_view line) {
  if (line.empty() || !is_digit(line.front())) return std::nullopt;
  std::size_t at = 0;
  const auto from = take_time(line, at);
  if (!from) return std::nullopt;
  const std::size_t arrow = line.find_first_not_of(" \t", at);
  if (arrow == line.npos || !line.substr(arrow).starts_with("-->")) return std::nullopt;
  at = line.find_first_not_of(" \t", arrow + 3);
  if (at == line.npos) return std::nullopt;
  const auto to = take_time(line, at);
  if (!to) return std::nullopt;
  return Cue{0, *from, *to};
}

// A line of nothing but signs that open tags takes so many steps for each.
constexpr std::size_t kLongestTag = 300;

// Adds the tags of a line of words: "<i>", "</c>", "<v Ann Ode>", "<00:00:01.500>", "{\\an8}"; and
// where voices begin.
void add_tags(std::string_view text, std::size_t begin, std::size_t end, CueLines& to) {
  const std::string_view line = text.substr(begin, end - begin);
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] != '<' && line[at] != '{') continue;
    const bool is_brace = line[at] == '{';
    const std::size_t length = line.substr(at, kLongestTag).find(is_brace ? '}' : '>');
    if (length == line.npos) continue;
    const std::size_t close = at + length;
    const char first = line[at + 1];
    const bool is_tag = is_brace ? first == '\\' : begins_tag(first);
    if (!is_tag) continue;
    to.unsaid.push_back({begin + at, begin + close + 1});
    const std::string_view tag = line.substr(at + 1, close - at - 1);
    const std::size_t blank = tag.find(' ');
    const std::string_view kind = tag.substr(0, std::min(blank, tag.find('.')));
    if (kind == "v" && blank != tag.npos) {
      to.voices.push_back({begin + close + 1, trimmed(tag.substr(blank), " \t")});
    }
    at = close;
  }
}

}  // namespace

namespace {

// The number in a line that has nothing else.
std::optional<std::uint64_t> number_in(std::string_view line) {
  constexpr std::size_t kMostDigits = 9;
  if (line.empty() || line.size() > kMostDigits) return std::nullopt;
  std::uint64_t number = 0;
  for (const char c : line) {
    if (!is_digit(c)) return std::nullopt;
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return number;
}

// Reads line by line. A number above a line of times is that of the cue, also where no blank line
// parts it from the words above, or one parts it from its times, if the file counts its cues so.
class CueReader {
 public:
  explicit CueReader(std::string_view text) : text_(text) {}

  CueLines read() {
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      std::string_view line = trimmed(text_.substr(begin, end - begin), " \t\r");
      if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
      take(line, begin, end);
      begin = end + 1;
    }
    if (found_.cues.empty()) return {};
    return std::move(found_);
  }

 private:
  void take(std::string_view line, std::size_t begin, std::size_t end) {
    if (line.empty()) {
      in_block_ = is_unsaid_ = false;
      before_ = {};
      return;
    }
    if (auto cue = times_in(line)) {
      cue->begin = end;
      take_number();
      found_.cues.push_back(*cue);
      if (before_.end > before_.begin) found_.unsaid.push_back(before_);
      found_.unsaid.push_back({begin, end});
      before_ = {};
      in_block_ = true;
      is_unsaid_ = false;
    } else if (!in_block_) {
      in_block_ = true;
      is_unsaid_ = line.starts_with("WEBVTT") || line.starts_with("NOTE") ||
                   line.starts_with("STYLE") || line.starts_with("REGION");
      if (is_unsaid_) found_.unsaid.push_back({begin, end});
      before_ = is_unsaid_ ? SkippedBytes{} : SkippedBytes{begin, end};
    } else if (is_unsaid_) {
      found_.unsaid.push_back({begin, end});
    } else {
      if (before_.end > before_.begin) add_tags(text_, before_.begin, before_.end, found_);
      before_ = {};
      add_tags(text_, begin, end, found_);
    }
    last_ = is_unsaid_ ? std::string_view{} : line;
    last_bytes_ = {begin, end};
  }

  // Whether the line above the times is the number of their cue; then it is nobody's word.
  void take_number() {
    const auto number = number_in(last_);
    const bool follows = number && last_number_ && *number == *last_number_ + 1;
    if (!found_.cues.empty() && !follows) return;
    last_number_ = number;
    if (number) before_ = last_bytes_;
  }

  std::string_view text_;
  CueLines found_;
  bool in_block_ = false;   // a block goes on to a blank line
  bool is_unsaid_ = false;  // the block is a header, a note or a style
  SkippedBytes before_{};   // the line before, where it begins a block
  std::string_view last_;   // the last line that is not blank, and where it is
  SkippedBytes last_bytes_{};
  std::optional<std::uint64_t> last_number_;  // of the cue before; nothing where none are counted
};

}  // namespace

CueLines cue_lines(std::string_view text) {
  if (text.find("-->") == text.npos) return {};
  return CueReader(text).read();
}

bool begins_tag(char c) { return is_letter(c) || is_digit(c) || c == '/'; }

std::string clock_time(std::int64_t milliseconds) {
  const auto two = [](std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  const std::int64_t seconds = milliseconds / 1000;
  return two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60);
}

std::optional<std::int64_t> read_clock_time(std::string_view text) {
  // Minutes and seconds alone are too little for a cue.
  for (const std::string& whole : {std::string(text), "0:" + std::string(text)}) {
    std::size_t at = 0;
    const auto time = take_time(whole, at);
    if (time && at == whole.size()) return time;
  }
  return std::nullopt;
}

}  // namespace aver::claims
