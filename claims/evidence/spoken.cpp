// SPDX-License-Identifier: MIT
//
// One pass over the words, cue by cue, from one of the bytes that nobody says to the next.
#include "claims/evidence/spoken.h"

#include <algorithm>
#include <string>
#include <utility>

#include "claims/evidence/cue_lines.h"
#include "claims/text/ascii.h"
#include "claims/text/fold.h"

namespace aver::claims {
namespace {

constexpr std::size_t kLong = 400;  // bytes of a sentence

bool is_title(std::string_view word) {
  constexpr std::string_view kTitles[] = {"Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Gen", "Gov"};
  return std::find(std::begin(kTitles), std::end(kTitles), word) != std::end(kTitles);
}

// Where the first sentence of the text ends; npos where none does. The end of the text may be that
// of a sentence.
std::size_t sentence_end(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const std::string_view mark : {"。", "！", "？"}) {
      if (text.substr(at).starts_with(mark)) return at + mark.size();
    }
    if (text[at] != '.' && text[at] != '!' && text[at] != '?') continue;
    std::size_t end = at + 1;
    for (const std::string_view mark : {"\"", "”", "’", "»"}) {
      if (text.substr(end).starts_with(mark)) end += mark.size();
    }
    if (end < text.size() && !is_blank(text[end])) continue;
    std::size_t word = at;
    while (word > 0 && !is_blank(text[word - 1])) --word;
    const std::string_view before = text.substr(word, at - word);
    // "Mr. Ode", "J. Ode", "U.S. troops".
    const bool is_short =
        text[at] == '.' && (is_title(before) || (before.size() == 1 && is_upper(before.front())) ||
                            (before.size() > 1 && before[before.size() - 2] == '.'));
    if (!is_short) return end;
  }
  return text.npos;
}

class Sentences {
 public:
  explicit Sentences(const CaptureText& capture) : capture_(capture) {}

  // Takes a run of words that one voice says in one cue.
  void take(ByteRange run) {
    const std::string_view text = capture_.text();
    while (run.begin < run.end && is_blank(text[run.begin])) ++run.begin;
    if (run.begin == run.end) return;
    const std::string_view voice = capture_.voice_at(run.begin);
    if (is_open_ && voice != voice_) close();
    std::size_t at = run.begin;
    while (at < run.end) {
      if (!is_open_) {
        while (at < run.end && is_blank(text[at])) ++at;
        if (at == run.end) return;
        open_ = {at, at};
        voice_ = voice;
        is_open_ = true;
      }
      const std::size_t end = sentence_end(text.substr(at, run.end - at));
      if (end == text.npos) break;
      at += end;
      open_.end = at;
      close();
    }
    if (!is_open_) return;
    std::size_t last = run.end;
    while (last > at && is_blank(text[last - 1])) --last;
    open_.end = std::max(open_.end, last);
    size_ += run.end - at;
    if (size_ > kLong) close();
  }

  std::vector<Quotation> done() {
    if (is_open_) close();
    return std::move(all_);
  }

 private:
  void close() {
    const std::string_view words = capture_.text().substr(open_.begin, open_.end - open_.begin);
    if (has_word(words)) {
      all_.push_back({open_, {open_}, capture_.paragraph_of(open_.begin), std::string(voice_)});
    }
    is_open_ = false;
    size_ = 0;
  }

  const CaptureText& capture_;
  std::vector<Quotation> all_;
  ByteRange open_;
  std::string_view voice_;
  std::size_t size_ = 0;  // of the open sentence
  bool is_open_ = false;
};

}  // namespace

std::vector<Quotation> spoken_sentences(const CaptureText& capture) {
  const CueLines& found = capture.cues();
  Sentences sentences(capture);
  auto skip = found.unsaid.begin();
  for (std::size_t i = 0; i < found.cues.size(); ++i) {
    std::size_t at = found.cues[i].begin;
    const std::size_t end =
        i + 1 < found.cues.size() ? found.cues[i + 1].begin : capture.text().size();
    while (at < end) {
      while (skip != found.unsaid.end() && skip->end <= at) ++skip;
      const std::size_t to = skip == found.unsaid.end() ? end : std::min(end, skip->begin);
      if (at < to) sentences.take({at, to});
      at = skip == found.unsaid.end() ? end : std::max(at, std::min(end, skip->end));
    }
  }
  return sentences.done();
}

}  // namespace aver::claims
