// SPDX-License-Identifier: MIT
//
// Takes the words of each cue as cue_lines tells them, and writes them anew. Automatic captions
// roll: each cue shows the line before once more. That is told from people who repeat themselves by
// how many cues do so.
#include "claims/evidence/captions.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "claims/evidence/cue_lines.h"
#include "claims/text/ascii.h"
#include "claims/text/lines.h"
#include "claims/text/plain_run.h"

namespace aver::claims {
namespace {

struct ShownLine {
  std::string words;
  std::string_view voice;
};

struct ShownCue {
  std::int64_t from = 0;
  std::int64_t to = 0;
  std::vector<ShownLine> lines;
};

// A cue shows few lines; of more, the rest is not compared.
constexpr std::size_t kMostRolling = 8;

// Whether the words are shown as they are written: most are.
bool is_plain(std::string_view raw) {
  char before = ' ';
  for (const char c : raw) {
    if (c == '&' || c == '>' || c == '<' || c == '{' || c == '\x7F' || (c >= 0 && c < ' ') ||
        (c == ' ' && before == ' '))
      return false;
    before = c;
  }
  return before != ' ';
}

// The words with their character references decoded, blanks as one and no controls. What is no tag
// and no line of times in the file must not become one here: a joiner that nobody sees parts it.
std::string shown_words(std::string_view raw) {
  constexpr std::string_view kJoiner = "\u2060";
  constexpr std::pair<std::string_view, std::string_view> kReferences[] = {
      {"&amp;", "&"},  {"&lt;", "<"},          {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"},
      {"&apos;", "'"}, {"&nbsp;", "\xC2\xA0"}, {"&lrm;", ""}, {"&rlm;", ""}};
  if (is_plain(raw)) return std::string(raw);
  std::string words;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t plain = plain_run<'&', '<', '>', '{'>(raw.substr(at));
    words += raw.substr(at, plain);
    at += plain;
    if (at == raw.size()) break;
    const std::string_view rest = raw.substr(at);
    std::string_view sign = rest.substr(0, 1);
    std::size_t bytes = 1;
    if (sign == "&") {
      for (const auto& [reference, decoded] : kReferences) {
        if (!rest.starts_with(reference)) continue;
        sign = decoded;
        bytes = reference.size();
        break;
      }
    } else if ((sign.front() >= 0 && sign.front() < ' ') || sign == "\x7F") {
      sign = " ";
    }
    if (sign == ">" && words.ends_with("--")) words += kJoiner;
    words += sign;
    at += bytes;
    const char next = at < raw.size() ? raw[at] : '\0';
    if ((sign == "<" && begins_tag(next)) || (sign == "{" && next == '\\')) words += kJoiner;
  }
  return on_one_line(words);
}

class CueWords {
 public:
  explicit CueWords(std::string_view file) : file_(file), found_(cue_lines(file)) {}

  // The words of a cue, line by line, without those of no words.
  std::vector<ShownLine> lines_of(std::size_t number) {
    const std::size_t begin = found_.cues[number].begin;
    const std::size_t end =
        number + 1 < found_.cues.size() ? found_.cues[number + 1].begin : file_.size();
    std::vector<ShownLine> lines;
    while (voice_ < found_.voices.size() && found_.voices[voice_].begin < begin) ++voice_;
    std::string_view voice;
    std::string raw;
    const auto put = [&] {
      std::string words = shown_words(raw);
      raw.clear();
      if (!words.empty()) lines.push_back({std::move(words), voice});
    };
    for (std::size_t at = begin; at < end;) {
      if (voice_ < found_.voices.size() && found_.voices[voice_].begin <= at) {
        put();
        voice = found_.voices[voice_++].name;
        continue;
      }
      if (unsaid_ < found_.unsaid.size() && found_.unsaid[unsaid_].begin <= at) {
        at = std::max(at, found_.unsaid[unsaid_++].end);
        continue;
      }
      std::size_t to = end;
      if (voice_ < found_.voices.size()) to = std::min(to, found_.voices[voice_].begin);
      if (unsaid_ < found_.unsaid.size()) to = std::min(to, found_.unsaid[unsaid_].begin);
      const std::size_t line_end = file_.find('\n', at);
      if (line_end < to) {
        raw += file_.substr(at, line_end - at);
        put();
        at = line_end + 1;
      } else {
        raw += file_.substr(at, to - at);
        at = to;
      }
    }
    put();
    return lines;
  }

  const CueLines& found() const { return found_; }

 private:
  std::string_view file_;
  CueLines found_;
  std::size_t voice_ = 0;
  std::size_t unsaid_ = 0;
};

// How many lines at the beginning of `after` are those at the end of `before`.
std::size_t repeated_lines(const std::vector<ShownLine>& before,
                           const std::vector<ShownLine>& after) {
  const std::size_t most = std::min({before.size(), after.size(), kMostRolling});
  for (std::size_t count = most; count > 0; --count) {
    if (std::equal(before.end() - static_cast<std::ptrdiff_t>(count), before.end(), after.begin(),
                   [](const ShownLine& a, const ShownLine& b) { return a.words == b.words; })) {
      return count;
    }
  }
  return 0;
}

// Whether the last line of a cue goes on in the first of the next, which grows word by word.
bool grows(const std::vector<ShownLine>& before, const std::vector<ShownLine>& after) {
  if (before.empty() || after.empty()) return false;
  const std::string& first = before.back().words;
  const std::string& second = after.front().words;
  return second.size() > first.size() && second.starts_with(first) && second[first.size()] == ' ';
}

// Leaves out of rolling captions what the cue before has shown. Returns the number of lines.
std::size_t unroll(std::vector<ShownCue>& cues) {
  std::vector<std::size_t> repeated(cues.size());
  std::size_t rolling = 0;
  for (std::size_t i = 1; i < cues.size(); ++i) {
    repeated[i] = repeated_lines(cues[i - 1].lines, cues[i].lines);
    if (repeated[i] > 0 || grows(cues[i - 1].lines, cues[i].lines)) ++rolling;
  }
  if (rolling < 2 || rolling * 2 < cues.size() - 1) return 0;
  std::size_t left_out = 0;
  for (std::size_t i = cues.size(); i-- > 1;) {
    std::vector<ShownLine>& lines = cues[i].lines;
    if (repeated[i] == 0 && grows(cues[i - 1].lines, lines)) {
      lines.front().words.erase(0, cues[i - 1].lines.back().words.size() + 1);
      ++left_out;
    }
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(repeated[i]));
    left_out += repeated[i];
  }
  return left_out;
}

std::string with_thousandths(std::int64_t time) {
  const std::string rest = std::to_string(time % 1000);
  return clock_time(time) + "." + std::string(3 - rest.size(), '0') + rest;
}

std::string written(const std::vector<ShownCue>& cues) {
  std::string text;
  for (const ShownCue& cue : cues) {
    if (cue.lines.empty()) continue;
    text += text.empty() ? "WEBVTT\n\n" : "\n";
    text += with_thousandths(cue.from) + " --> " + with_thousandths(cue.to) + "\n";
    std::string_view voice;
    for (const ShownLine& line : cue.lines) {
      if (!line.voice.empty() && line.voice != voice) {
        text += "<v " + on_one_line(line.voice) + ">";
      }
      voice = line.voice;
      text += line.words + "\n";
    }
  }
  return text;
}

}  // namespace

bool looks_like_captions(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.starts_with("WEBVTT") && (text.size() == 6 || is_blank(text[6]))) return true;
  // A number, and times; or times alone.
  text = text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits < text.size() && (text[digits] == '\r' || text[digits] == '\n')) {
    text = text.substr(std::min(text.find_first_not_of(" \t\r\n", digits), text.size()));
  }
  return !cue_lines(text.substr(0, text.find('\n'))).cues.empty();
}

CaptionText caption_text(std::string_view file) {
  CaptionText result;
  CueWords reader(file);
  std::vector<ShownCue> cues;
  std::int64_t last = 0;
  for (std::size_t i = 0; i < reader.found().cues.size(); ++i) {
    const Cue& cue = reader.found().cues[i];
    if (cue.from < last) {
      result.problem = "the cue at " + with_thousandths(cue.from) + " stands below one at " +
                       with_thousandths(last);
      return result;
    }
    if (cue.to < cue.from) {
      result.problem = "the cue at " + with_thousandths(cue.from) + " ends before, at " +
                       with_thousandths(cue.to);
      return result;
    }
    last = cue.from;
    cues.push_back({cue.from, cue.to, reader.lines_of(i)});
  }
  result.repeated = unroll(cues);
  result.text = written(cues);
  return result;
}

}  // namespace aver::claims
