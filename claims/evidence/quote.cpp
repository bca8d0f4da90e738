// SPDX-License-Identifier: MIT
//
// The search for a quote, from the strictest level to the loosest: bytes, folded text, pieces of an
// elided quote, and last an alignment word by word with the passage that shares most words.
//
// Offsets are found in the folded text and mapped back, so that every range is one of the source.
#include "claims/evidence/quote.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "claims/evidence/cue_lines.h"
#include "claims/evidence/edges.h"
#include "claims/evidence/elided.h"
#include "claims/evidence/loose.h"
#include "claims/evidence/mail_lines.h"
#include "claims/evidence/nearest.h"
#include "claims/evidence/negations.h"
#include "claims/evidence/quotations.h"
#include "claims/text/code_points.h"
#include "claims/text/fold.h"
#include "claims/text/lines.h"

namespace aver::claims {
namespace {

// A quote in more pieces than this is no quote.
constexpr std::size_t kMaxPieces = 64;

// A part of a folded quote, with the words in it that a line end broke.
struct QuotePart {
  std::string_view text;
  std::vector<BrokenWord> broken;
};

QuotePart trimmed_part(const LooselyFolded& quote, std::string_view marks) {
  QuotePart part{trimmed(quote.text, marks), {}};
  if (part.text.empty()) return part;
  const auto begin = static_cast<std::size_t>(part.text.data() - quote.text.data());
  for (const BrokenWord& word : quote.broken) {
    if (word.at > begin) part.broken.push_back({word.at - begin, word.hyphen});
  }
  return part;
}

// The first place where the part stands, with no word cut at its ends.
std::optional<ByteRange> find_whole(const LooseText& text, const QuotePart& part) {
  std::size_t from = 0;
  while (const auto found = text.find(part.text, from, text.text().size(), part.broken)) {
    if (!text.cuts_at_begin(*found) && !text.cuts_at_end(*found)) return found;
    from = found->begin + 1;
  }
  return std::nullopt;
}

// The first of those that end behind the byte.
std::vector<SkippedBytes>::const_iterator first_behind(const std::vector<SkippedBytes>& all,
                                                       std::size_t byte) {
  return std::lower_bound(
      all.begin(), all.end(), byte,
      [](const SkippedBytes& bytes, std::size_t at) { return bytes.end <= at; });
}

bool overlaps(const std::vector<SkippedBytes>& all, ByteRange range) {
  const auto one = first_behind(all, range.begin);
  return one != all.end() && one->begin < range.end;
}

bool has_quotation_mark(std::string_view text) {
  for (const std::string_view mark :
       {"\"", "“", "”", "„", "«", "»", "‘", "‹", "›", "「", "」", "『", "』", "〝", "〞"}) {
    if (text.find(mark) != text.npos) return true;
  }
  return false;
}

}  // namespace

std::string_view to_string(QuoteLevel level) {
  switch (level) {
    case QuoteLevel::verbatim:
      return "verbatim";
    case QuoteLevel::typography:
      return "typography";
    case QuoteLevel::elided:
      return "elided";
    case QuoteLevel::near:
      return "near";
    case QuoteLevel::missing:
      return "missing";
    case QuoteLevel::unchecked:
      return "unchecked";
  }
  return "";
}

bool stands(QuoteLevel level) {
  return level == QuoteLevel::verbatim || level == QuoteLevel::typography ||
         level == QuoteLevel::elided;
}

std::vector<std::string> words_left_out(const QuoteMatch& match, const CaptureText& capture) {
  const auto is_mark = [](std::string_view point) {
    return std::string_view(" ,.;:\t\r\n").find(point) != point.npos || fold(point).text == "'";
  };
  std::vector<std::string> all;
  for (const ByteRange& gap : match.left_out) {
    const std::string said = capture.said(gap);
    std::string_view words = said;
    while (!words.empty()) {
      const std::string_view first = words.substr(0, decode(words).bytes);
      if (!is_mark(first)) break;
      words.remove_prefix(first.size());
    }
    while (!words.empty()) {
      std::size_t begin = words.size() - 1;
      while (begin > 0 && is_continuation(words[begin])) --begin;
      if (!is_mark(words.substr(begin))) break;
      words = words.substr(0, begin);
    }
    if (!words.empty()) all.emplace_back(words);
  }
  return all;
}

// The derived forms of a capture, made on first use.
struct CaptureText::Prepared {
  std::optional<LooseText> loose;
  std::optional<CueLines> cues;  // of captions
  std::optional<std::vector<Quotation>> quotations;
  // Without the marks that open paragraphs; null where there are none.
  std::optional<std::unique_ptr<LooseText>> run_on;
  std::vector<SkippedBytes> opening;  // those marks
  bool blank_lines = false;           // part the paragraphs
  std::vector<std::size_t> lines;     // where each begins
  std::vector<ByteRange> paragraphs;
  bool parted = false;
};

CaptureText::CaptureText(std::string_view text) : text_(text) {}
CaptureText::~CaptureText() = default;
CaptureText::CaptureText(CaptureText&&) noexcept = default;
CaptureText& CaptureText::operator=(CaptureText&&) noexcept = default;

CaptureText::Prepared& CaptureText::prepared() const {
  if (!prepared_) prepared_ = std::make_unique<Prepared>();
  Prepared& p = *prepared_;
  if (p.parted) return p;
  p.parted = true;
  bool blank_lines = false;
  std::vector<ByteRange> lines;
  for (std::size_t begin = 0; begin < text_.size();) {
    std::size_t end = std::min(text_.find('\n', begin), text_.size());
    p.lines.push_back(begin);
    std::size_t last = end;
    while (last > begin &&
           (text_[last - 1] == '\r' || text_[last - 1] == ' ' || text_[last - 1] == '\t'))
      --last;
    if (last == begin && !lines.empty() && lines.back().begin != lines.back().end &&
        end < text_.size()) {
      blank_lines = true;
    }
    lines.push_back({begin, last});
    begin = end + 1;
  }
  // A blank line at the very end parts nothing.
  if (blank_lines) {
    bool open = false;
    for (const ByteRange& line : lines) {
      if (line.begin == line.end) {
        open = false;
      } else if (open) {
        p.paragraphs.back().end = line.end;
      } else {
        p.paragraphs.push_back(line);
        open = true;
      }
    }
    p.blank_lines = p.paragraphs.size() > 1;
    if (p.blank_lines) return p;
    p.paragraphs.clear();
  }
  for (const ByteRange& line : lines) {
    if (line.begin != line.end) p.paragraphs.push_back(line);
  }
  return p;
}

unsigned CaptureText::line_of(std::size_t byte) const {
  const std::vector<std::size_t>& lines = prepared().lines;
  return static_cast<unsigned>(std::upper_bound(lines.begin(), lines.end(), byte) - lines.begin());
}

unsigned CaptureText::paragraph_of(std::size_t byte) const {
  const std::vector<ByteRange>& all = prepared().paragraphs;
  const auto after =
      std::upper_bound(all.begin(), all.end(), byte,
                       [](std::size_t at, const ByteRange& one) { return at < one.begin; });
  return static_cast<unsigned>(std::max<std::ptrdiff_t>(after - all.begin(), 1));
}

unsigned CaptureText::paragraphs() const {
  return static_cast<unsigned>(prepared().paragraphs.size());
}

ByteRange CaptureText::paragraph(unsigned number) const {
  return prepared().paragraphs.at(number - 1);
}

const CueLines& CaptureText::cues() const {
  Prepared& p = prepared();
  if (!p.cues) p.cues = cue_lines(text_);
  return *p.cues;
}

const std::vector<SkippedBytes>& CaptureText::unsaid() const { return cues().unsaid; }

namespace {

// The last of those that begin at or before the byte; null where none does.
template <class T>
const T* last_before(const std::vector<T>& all, std::size_t byte) {
  const auto behind = std::upper_bound(all.begin(), all.end(), byte,
                                       [](std::size_t at, const T& one) { return at < one.begin; });
  return behind == all.begin() ? nullptr : &*std::prev(behind);
}

}  // namespace

std::optional<QuoteMatch::Times> CaptureText::times_of(ByteRange range) const {
  const std::vector<Cue>& all = cues().cues;
  const Cue* first = last_before(all, range.begin);
  if (first == nullptr) return std::nullopt;
  const Cue* last = last_before(all, std::max(range.begin, range.end - 1));
  return QuoteMatch::Times{first->from, std::max(first->from, last->to)};
}

bool CaptureText::is_captions() const { return !cues().cues.empty(); }

std::string CaptureText::said(ByteRange range) const {
  std::string words;
  std::size_t at = range.begin;
  const auto put = [&](std::size_t end) {
    if (at < end) words += text_.substr(at, end - at);
  };
  const std::vector<SkippedBytes>& all = unsaid();
  for (auto one = first_behind(all, range.begin); one != all.end() && one->begin < range.end;
       ++one) {
    put(one->begin);
    at = one->end;
  }
  put(range.end);
  return on_one_line(words);
}

std::string_view CaptureText::voice_at(std::size_t byte) const {
  const CueVoice* voice = last_before(cues().voices, byte);
  const Cue* cue = last_before(cues().cues, byte);
  if (voice == nullptr || cue == nullptr || voice->begin < cue->begin) return "";
  return voice->name;
}

std::string place_of(const QuoteMatch& match) {
  if (match.times) return clock_time(match.times->from);
  return "para " + std::to_string(match.paragraph);
}

const LooseText& CaptureText::loose() const {
  Prepared& p = prepared();
  if (!p.loose) p.loose.emplace(text_, unsaid());
  return *p.loose;
}

const std::vector<Quotation>& CaptureText::all_quotations() const {
  Prepared& p = prepared();
  if (!p.quotations) p.quotations = quotations(*this);
  return *p.quotations;
}

// The text without the marks that open its paragraphs; null where none does.
const LooseText* CaptureText::run_on() const {
  Prepared& p = prepared();
  if (p.run_on) return p.run_on->get();
  p.run_on.emplace();
  for (unsigned number = 2; number <= paragraphs(); ++number) {
    const std::size_t begin = paragraph(number).begin;
    std::size_t end = begin;
    next_point(text_, end);
    if (has_quotation_mark(text_.substr(begin, end - begin))) p.opening.push_back({begin, end});
  }
  if (p.opening.empty()) return nullptr;
  std::vector<SkippedBytes> skipped = unsaid();
  skipped.insert(skipped.end(), p.opening.begin(), p.opening.end());
  std::sort(skipped.begin(), skipped.end(),
            [](const SkippedBytes& a, const SkippedBytes& b) { return a.begin < b.begin; });
  *p.run_on = std::make_unique<LooseText>(text_, skipped);
  return p.run_on->get();
}

// The place where the part stands in a quotation over several paragraphs, without the marks that
// open each.
std::optional<ByteRange> CaptureText::find_run_on(const LooselyFolded& quote) const {
  const QuotePart part = trimmed_part(quote, " '");
  const LooseText* joined = part.text.empty() ? nullptr : run_on();
  if (joined == nullptr) return std::nullopt;
  const auto found = find_whole(*joined, part);
  if (!found) return std::nullopt;
  const ByteRange range = joined->source(*found);
  // A mark that opens another quotation is none of these.
  for (const SkippedBytes& mark : prepared().opening) {
    if (mark.begin <= range.begin || mark.begin >= range.end) continue;
    const std::vector<Quotation>& all = all_quotations();
    if (std::none_of(all.begin(), all.end(), [&](const Quotation& one) {
          return one.range.begin < mark.begin && mark.end < one.range.end;
        })) {
      return std::nullopt;
    }
  }
  return range;
}

// The first place where the quote stands byte for byte.
std::optional<ByteRange> CaptureText::find_bytes(std::string_view quote) const {
  for (std::size_t at = 0; at < text_.size(); ++at) {
    const void* found = memmem(text_.data() + at, text_.size() - at, quote.data(), quote.size());
    if (found == nullptr) break;
    at = static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
    const ByteRange range{at, at + quote.size()};
    if (is_cut(text_, range.begin) || is_cut(text_, range.end)) continue;
    if (!overlaps(unsaid(), range)) return range;
  }
  return std::nullopt;
}

// Whether what stands between two pieces leads out of a paragraph, or from one speaker's words into
// another's.
bool CaptureText::leads_far(ByteRange before, ByteRange gap, ByteRange after) const {
  Prepared& p = prepared();
  const std::string_view between = text_.substr(gap.begin, gap.end - gap.begin);
  if (unsaid().empty() && paragraph_of(gap.begin) != paragraph_of(after.begin)) {
    if (p.blank_lines) return true;
    // Each line counts as a paragraph: then only one that ends as a sentence does is one.
    for (std::size_t end = between.find('\n'); end != between.npos;
         end = between.find('\n', end + 1)) {
      const std::string_view line = trimmed(text_.substr(0, gap.begin + end), " \t\r\"”’»)");
      if (!line.empty() && std::string_view(".!?:").find(line.back()) != line.npos) return true;
    }
  }
  const std::string_view voice = voice_at(std::max(before.begin + 1, before.end) - 1);
  if (!voice.empty() && voice != voice_at(after.begin)) return true;
  if (!has_quotation_mark(between)) return false;
  const auto speaker_of = [&](ByteRange piece) {
    for (const Quotation& one : all_quotations()) {
      if (one.range.begin <= piece.begin && piece.end <= one.range.end) return one.speaker;
    }
    return std::string();
  };
  const std::string first = speaker_of(before);
  const std::string second = speaker_of(after);
  return !first.empty() && !second.empty() && first != second;
}

// Whether the words of the range, without a break, are not all in one mouth.
bool CaptureText::changes_speaker(ByteRange range) const {
  if (!is_captions()) {
    return is_mail_text(text_) && leads_into_another_mail(text_, range.begin, range.end);
  }
  if (cues().voices.empty()) return false;
  std::optional<std::string_view> speaker;
  const auto is_other = [&](std::size_t begin, std::size_t end) {
    const std::size_t word = text_.find_first_not_of(" \t\r\n", begin);
    if (word >= end) return false;
    const std::string_view voice = voice_at(word);
    return voice != std::exchange(speaker, voice).value_or(voice);
  };
  // A voice begins with a tag and ends with a line of times: what stands between them is in one.
  const std::vector<SkippedBytes>& all = unsaid();
  std::size_t at = range.begin;
  for (auto one = first_behind(all, at); one != all.end() && one->begin < range.end; ++one) {
    if (is_other(at, one->begin)) return true;
    at = std::max(at, one->end);
  }
  return is_other(at, range.end);
}

QuoteMatch CaptureText::placed(QuoteLevel level, ByteRange range) const {
  QuoteMatch match;
  match.level = level;
  match.range = range;
  match.line = line_of(range.begin);
  match.paragraph = paragraph_of(range.begin);
  match.times = times_of(range);
  match.far = stands(level) && level != QuoteLevel::elided && changes_speaker(range);
  return match;
}

QuoteMatch CaptureText::find_exactly(std::string_view quote) const {
  quote = trimmed(quote, " \t\r\n");
  if (!has_word(quote)) return {};
  if (const auto range = find_bytes(quote)) return placed(QuoteLevel::verbatim, *range);
  const LooseText& text = loose();
  const LooselyFolded folded = fold_loosely(quote);
  // Marks around a quote are not part of it.
  for (const std::string_view marks : {" ", " '"}) {
    const QuotePart part = trimmed_part(folded, marks);
    if (part.text.empty()) continue;
    if (const auto found = find_whole(text, part)) {
      return placed(QuoteLevel::typography, text.source(*found));
    }
  }
  if (const auto range = find_run_on(folded)) return placed(QuoteLevel::typography, *range);
  const std::string_view whole = trimmed(folded.text, " '");
  const std::vector<QuotePiece> pieces = pieces_of(whole);
  if (pieces.empty() || pieces.size() > kMaxPieces) return {};
  if (pieces.size() == 1 && pieces.front().text == whole) return {};
  const std::vector<ByteRange> found = find_pieces(text, pieces);
  if (found.empty()) return {};
  QuoteMatch match =
      placed(QuoteLevel::elided, text.source({found.front().begin, found.back().end}));
  for (const ByteRange& piece : found) {
    match.far = match.far || changes_speaker(text.source(piece));
  }
  for (std::size_t i = 1; i < found.size(); ++i) {
    const ByteRange before = text.source(found[i - 1]);
    const ByteRange after = text.source(found[i]);
    if (after.begin <= before.end) continue;
    const ByteRange gap{before.end, after.begin};
    match.left_out.push_back(gap);
    if (match.negation.empty()) {
      match.negation = first_negation(said(gap));
    }
    match.far = match.far || leads_far(before, gap, after);
  }
  return match;
}

QuoteMatch CaptureText::find(std::string_view quote) const {
  QuoteMatch match = find_exactly(quote);
  quote = trimmed(quote, " \t\r\n");
  if (stands(match.level) || !has_word(quote)) return match;
  const LooseText wanted(quote);
  std::optional<Nearest> close = nearest(text_, loose(), quote, wanted);
  if (!close) return match;
  match = placed(close->near ? QuoteLevel::near : QuoteLevel::missing, close->range);
  match.sentence = close->sentence;
  match.words = std::move(close->words);
  return match;
}

}  // namespace aver::claims
