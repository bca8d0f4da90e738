// SPDX-License-Identifier: MIT
//
// Whether a quote stands in the saved text of its source, where, and how exactly.
//
// Pure. The levels in words: claims/FORMAT.md, "Quotes".
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aver::claims {

class LooseText;
struct CueLines;
struct LooselyFolded;
struct Quotation;
struct SkippedBytes;

enum class QuoteLevel {
  verbatim,    // byte for byte
  typography,  // but for quotation marks, dashes, white space, line ends and their like
  elided,      // in pieces, in order, with "..." or "[words]" where something is left out or put in
  near,        // some words differ
  missing,     // not there
  unchecked,   // there is no saved text to look in
};

std::string_view to_string(QuoteLevel level);

// True for the levels that mean that it is there.
bool stands(QuoteLevel level);

struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

// A word of the alignment of a quote with the passage nearest to it.
struct AlignedWord {
  enum class In { both, quote, source } in = In::both;
  std::string text;
};

struct QuoteMatch {
  QuoteLevel level = QuoteLevel::missing;
  ByteRange range;  // in the capture; of near and missing: the nearest passage; empty where none is
  ByteRange sentence;               // near and missing: what the nearest passage stands in
  std::vector<ByteRange> left_out;  // elided: what the marks stand for
  std::string negation;             // elided: the first negation or condition in what is left out
  // From one speaker's words into another's; of an elided quote also over a paragraph.
  bool far = false;
  std::vector<AlignedWord> words;  // near: the quote's words and the source's; some differ
  unsigned line = 0;               // where the range begins, from 1; 0 where there is none
  unsigned paragraph = 0;
  // Of captions: when the first cue of the range begins, and when its last ends; milliseconds.
  struct Times {
    std::int64_t from = 0;
    std::int64_t to = 0;
  };
  std::optional<Times> times;
};

// Where a match is, as a locator says it: "para 3", or "00:01:02" in captions.
std::string place_of(const QuoteMatch& match);

// The words that differ with a few around them: "Calda will {+not+} act", "[-shall-] {+will+}".
// What only the quote has stands in [- -], what only the source has in {+ +}.
std::string differing(const std::vector<AlignedWord>& words);

// Of two words that look the same and are not: the first sign in which they differ, as
// "; the source has U+0421 CYRILLIC CAPITAL LETTER ES". Empty where there are none.
std::string look_alike(const std::vector<AlignedWord>& words);

// A saved text, prepared once for any number of quotes. The text must outlive it. Paragraphs are
// what blank lines part, or, where there is no blank line, the lines that are not empty.
class CaptureText {
 public:
  explicit CaptureText(std::string_view text);
  ~CaptureText();
  CaptureText(CaptureText&&) noexcept;
  CaptureText& operator=(CaptureText&&) noexcept;

  std::string_view text() const { return text_; }

  // Finds the quote, at the best level there is; at that level, the first place.
  QuoteMatch find(std::string_view quote) const;

  // As find(), but never looks for a near passage: quick enough to try many captures.
  QuoteMatch find_exactly(std::string_view quote) const;

  unsigned line_of(std::size_t byte) const;
  unsigned paragraph_of(std::size_t byte) const;

  // The cues, where the text is one of captions; none where it is not.
  const CueLines& cues() const;
  bool is_captions() const;

  // When the words of the range are shown, where the text is one of captions.
  std::optional<QuoteMatch::Times> times_of(ByteRange range) const;

  // The words of the range that somebody says, on one line.
  std::string said(ByteRange range) const;

  // Who speaks at the byte, as captions name them; empty where they do not.
  std::string_view voice_at(std::size_t byte) const;

  // The bytes of a paragraph, counted from 1, without the line break at its end.
  ByteRange paragraph(unsigned number) const;
  unsigned paragraphs() const;

 private:
  struct Prepared;
  Prepared& prepared() const;
  const LooseText& loose() const;
  const std::vector<SkippedBytes>& unsaid() const;
  std::optional<ByteRange> find_bytes(std::string_view quote) const;
  const std::vector<Quotation>& all_quotations() const;
  const LooseText* run_on() const;
  std::optional<ByteRange> find_run_on(const LooselyFolded& quote) const;
  bool leads_far(ByteRange before, ByteRange gap, ByteRange after) const;
  bool changes_speaker(ByteRange range) const;
  QuoteMatch placed(QuoteLevel level, ByteRange range) const;
  std::string_view text_;
  mutable std::unique_ptr<Prepared> prepared_;
};

// What an elided quote leaves out of the text: each passage on one line, without the marks at its
// ends; none that has marks alone.
std::vector<std::string> words_left_out(const QuoteMatch& match, const CaptureText& capture);

}  // namespace aver::claims
