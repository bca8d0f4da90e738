// SPDX-License-Identifier: MIT
//
// The search for a quote, from the strictest level to the loosest: bytes, folded text, pieces of an
// elided quote, and last an alignment word by word with the passage that shares most words.
//
// Offsets are found in the folded text and mapped back, so that every range is one of the source.
#include "claims/evidence/quote.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "claims/text/ascii.h"
#include "claims/text/code_points.h"
#include "claims/text/fold.h"
#include "claims/text/lines.h"

namespace aver::claims {
namespace {

// How much an elision may leave out, and a "[word]" stand for; bytes of folded text.
constexpr std::size_t kElision = 1500;
constexpr std::size_t kInsertion = 80;
// A quote in more pieces than this is no quote.
constexpr std::size_t kMaxPieces = 64;
constexpr std::size_t kMaxSteps = 200'000;
// Longer quotes are not aligned word by word.
constexpr std::size_t kMaxAligned = 2'000;

std::size_t find_bytes(std::string_view text, std::string_view what, std::size_t from) {
  if (what.empty() || from > text.size()) return text.npos;
  const void* at = memmem(text.data() + from, text.size() - from, what.data(), what.size());
  return at == nullptr ? text.npos
                       : static_cast<std::size_t>(static_cast<const char*>(at) - text.data());
}

char32_t point_at(std::string_view text, std::size_t at) { return next_point(text, at); }

char32_t point_before(std::string_view text, std::size_t at) {
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && is_continuation(text[begin])) --begin;
  return next_point(text, begin);
}

// True where no word and no number runs across the byte `at`: "act" is not in "action", nor "5" in
// "1.5" or in "5²".
bool is_boundary(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  const char32_t before = point_before(text, at);
  const char32_t after = point_at(text, at);
  if (is_word_point(before) && is_word_point(after)) {
    return is_unspaced_script(before) || is_unspaced_script(after);
  }
  const auto is_mark = [](char c) { return c == '.' || c == ','; };
  if (is_digit(text[at]) && is_mark(text[at - 1]) && at >= 2 && is_digit(text[at - 2]))
    return false;
  return !(is_digit(text[at - 1]) && is_mark(text[at]) && at + 1 < text.size() &&
           is_digit(text[at + 1]));
}

bool stands_alone(std::string_view text, std::size_t begin, std::size_t end, bool left = true,
                  bool right = true) {
  return (!left || is_boundary(text, begin)) && (!right || is_boundary(text, end));
}

// The first place where `what` stands alone in `text`.
std::size_t find_alone(std::string_view text, std::string_view what) {
  for (std::size_t at = 0; (at = find_bytes(text, what, at)) != text.npos; ++at) {
    if (stands_alone(text, at, at + what.size())) return at;
  }
  return text.npos;
}

// A piece of an elided quote, and what may stand between it and the piece before.
struct QuotePiece {
  std::string text;
  std::size_t gap = 0;    // at most so many bytes
  std::string literal;    // what the brackets in front say, were they the source's own
  bool inserted = false;  // only brackets stand in front, no elision
  bool left = true;       // a word must begin, or end, at its edge
  bool right = true;
};

// Takes a folded quote apart at "...", "[...]", "(...)" and "[words]".
std::vector<QuotePiece> pieces_of(std::string_view quote) {
  std::vector<QuotePiece> pieces;
  QuotePiece piece;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end, std::size_t resume, std::size_t gap, std::string literal,
                         bool elision) {
    std::string_view text = quote.substr(begin, end - begin);
    const bool glued = !text.empty() && text.back() != ' ';
    text = trimmed(text, elision ? " ,;:" : " ");
    if (has_word(text)) {
      piece.text = text;
      piece.right = elision || !glued;
      pieces.push_back(std::move(piece));
      piece = QuotePiece{};
      piece.gap = gap;
      piece.literal = std::move(literal);
      piece.inserted = !elision;
    } else {
      piece.gap += gap;
      piece.literal.clear();
      piece.inserted = piece.inserted && !elision;
    }
    piece.left = elision || (resume < quote.size() && quote[resume] == ' ');
    begin = resume;
  };
  for (std::size_t at = 0; at < quote.size();) {
    const std::string_view rest = quote.substr(at);
    std::size_t length = 0;
    for (const std::string_view mark : {"[...]", "(...)", ". . .", "...."}) {
      if (rest.starts_with(mark)) length = mark.size();
    }
    if (length == 0 && rest.starts_with("...")) length = 3;
    if (length > 0) {
      close(at, at + length, kElision, "", true);
      // A comma after the mark belongs to the omitted words.
      while (begin < quote.size() &&
             (quote[begin] == ',' || quote[begin] == ';' || quote[begin] == '.')) {
        ++begin;
      }
      at = begin;
      continue;
    }
    if (rest.front() == '[') {
      const std::size_t end = rest.find(']');
      if (end != rest.npos && end < kInsertion) {
        close(at, at + end + 1, kInsertion, std::string(rest.substr(0, end + 1)), false);
        at = begin;
        continue;
      }
    }
    ++at;
  }
  close(quote.size(), quote.size(), 0, "", true);
  return pieces;
}

// Finds places in a folded text for all pieces, in order, each within the gap that its mark allows.
//
// To take the first place of each piece would miss quotes that stand there: the first "the minister
// said" may have the next piece too far behind it, and only the second one has it near. So the
// search goes back and tries the next place. Pieces that occur often ("and", "the") would make that
// exponential: a pair of piece and starting point that has failed is remembered and never tried
// again. kMaxSteps bounds what is left, for a text made to be slow: a check must end, and a quote
// that is that ambiguous proves nothing.
class PieceSearch {
 public:
  PieceSearch(std::string_view text, const std::vector<QuotePiece>& pieces)
      : text_(text), pieces_(pieces) {}

  // The folded ranges of the pieces; empty where they do not all stand there.
  std::vector<ByteRange> run() {
    const QuotePiece& first = pieces_.front();
    for (std::size_t at = 0; (at = find_bytes(text_, first.text, at)) != text_.npos; ++at) {
      const std::size_t end = at + first.text.size();
      if (!stands_alone(text_, at, end, first.left, first.right)) continue;
      found_ = {{at, end}};
      if (rest(1, end)) return found_;
      if (steps_ > kMaxSteps) break;
    }
    return {};
  }

 private:
  bool rest(std::size_t index, std::size_t from) {
    if (index == pieces_.size()) return true;
    if (++steps_ > kMaxSteps || !tried_.insert({index, from}).second) return false;
    const QuotePiece& piece = pieces_[index];
    if (!piece.literal.empty()) {
      // Brackets of the source's own.
      const std::string whole = piece.literal + (piece.left ? " " : "") + piece.text;
      std::size_t at = from;
      while (at < text_.size() && text_[at] == ' ') ++at;
      if (text_.substr(at).starts_with(whole) && place(index, at, at + whole.size())) return true;
    }
    const std::size_t last = std::min(text_.size(), from + piece.gap + piece.text.size());
    const std::string_view window = text_.substr(0, last);
    for (std::size_t at = from; (at = find_bytes(window, piece.text, at)) != window.npos; ++at) {
      const std::size_t end = at + piece.text.size();
      // Brackets in the source itself enclose words of the source, not an insertion.
      if (piece.inserted && text_.substr(from, at - from).find('[') != text_.npos) break;
      if (stands_alone(text_, at, end, piece.left, piece.right) && place(index, at, end))
        return true;
    }
    return false;
  }

  bool place(std::size_t index, std::size_t begin, std::size_t end) {
    found_.resize(index);
    found_.push_back({begin, end});
    if (rest(index + 1, end)) return true;
    found_.resize(index);
    return false;
  }

  std::string_view text_;
  const std::vector<QuotePiece>& pieces_;
  std::vector<ByteRange> found_;
  std::set<std::pair<std::size_t, std::size_t>> tried_;
  std::size_t steps_ = 0;
};

// A word for the alignment: the text between two blanks, or one character of a script without
// blanks.
struct QuoteWord {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t key = 0;  // equal for equal letters and digits
};

class Keys {
 public:
  // The key of a word's letters and digits, lower case; 0 where it has none, or where it is unknown
  // and `add` is false.
  std::uint32_t of(std::string_view word, bool add) {
    scratch_.clear();
    for (std::size_t at = 0; at < word.size();) {
      const std::size_t begin = at;
      if (is_word_point(next_point(word, at))) scratch_ += word.substr(begin, at - begin);
    }
    if (scratch_.empty()) return 0;
    const std::string lower = lower_case(scratch_);
    if (!add) {
      const auto found = keys_.find(lower);
      return found == keys_.end() ? kOther : found->second;
    }
    return keys_.emplace(lower, static_cast<std::uint32_t>(keys_.size() + 1)).first->second;
  }
  std::size_t count() const { return keys_.size(); }

  static constexpr std::uint32_t kOther = 0xFFFFFFFF;

 private:
  std::unordered_map<std::string, std::uint32_t> keys_;
  std::string scratch_;
};

std::vector<QuoteWord> words_of(std::string_view text, Keys& keys, bool add) {
  std::vector<QuoteWord> words;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    if (end > begin) {
      words.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                       keys.of(text.substr(begin, end - begin), add)});
    }
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t point = next_point(text, at);
    if (point == ' ') {
      close(here);
      begin = at;
    } else if (is_unspaced_script(point)) {
      close(here);
      begin = here;
      close(at);
      begin = at;
    }
  }
  close(text.size());
  return words;
}

// Returns where the window begins that has as many words as the quote and shares the most words
// with it; the number of the source's words where none shares any.
//
// To align a quote with the whole capture costs the product of their lengths, for every quote that
// is not found. This is one pass with counts instead, blind to order: it only says where to look,
// and align() then works on that window with some slack on both sides. A word counts at most as
// often as the quote has it, so that a passage full of "the" does not win.
std::size_t best_window(const std::vector<QuoteWord>& quote, const std::vector<QuoteWord>& source,
                        std::size_t keys) {
  std::vector<int> wanted(keys + 1, 0);
  for (const QuoteWord& word : quote) ++wanted[word.key];
  wanted[0] = 0;
  std::vector<int> have(keys + 1, 0);
  const auto count = [&](const QuoteWord& word, int step) {
    if (word.key == 0 || word.key > keys) return 0;
    int& n = have[word.key];
    const int before = std::min(n, wanted[word.key]);
    n += step;
    return std::min(n, wanted[word.key]) - before;
  };
  int shared = 0;
  int best = 0;
  std::size_t best_at = source.size();
  for (std::size_t i = 0; i < source.size(); ++i) {
    shared += count(source[i], 1);
    if (i >= quote.size()) shared += count(source[i - quote.size()], -1);
    if (shared > best) {
      best = shared;
      best_at = i + 1 >= quote.size() ? i + 1 - quote.size() : 0;
    }
  }
  return best_at;
}

struct Aligned {
  std::size_t begin = 0;  // of the source's words
  std::size_t end = 0;
  std::size_t differing = 0;  // words replaced, put in or left out
  std::vector<std::pair<std::ptrdiff_t, std::ptrdiff_t>> pairs;  // -1: only on the other side
};

// A word without the marks around it.
std::string_view bare(std::string_view word) {
  std::size_t first = word.size();
  std::size_t last = 0;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t begin = at;
    if (!is_word_point(next_point(word, at))) continue;
    first = std::min(first, begin);
    last = at;
  }
  return first < last ? word.substr(first, last - first) : word;
}

// Edit distance of the quote to the part of source[from, to) that is nearest to it.
Aligned align(const std::vector<QuoteWord>& quote, const std::vector<QuoteWord>& source,
              std::size_t from, std::size_t to) {
  // A replaced word costs a little less than one put in and one left out.
  constexpr std::uint32_t kGap = 2;
  constexpr std::uint32_t kReplaced = 3;
  const std::size_t rows = quote.size() + 1;
  const std::size_t columns = to - from + 1;
  std::vector<std::uint8_t> step(rows * columns, 0);  // 1 diagonal, 2 up (quote only), 3 left
  std::vector<std::uint32_t> above(columns, 0);
  std::vector<std::uint32_t> here(columns, 0);
  for (std::size_t i = 1; i < rows; ++i) {
    here[0] = static_cast<std::uint32_t>(i) * kGap;
    step[i * columns] = 2;
    for (std::size_t j = 1; j < columns; ++j) {
      const bool same = quote[i - 1].key == source[from + j - 1].key;
      const std::uint32_t diagonal = above[j - 1] + (same ? 0 : kReplaced);
      const std::uint32_t up = above[j] + kGap;
      const std::uint32_t left = here[j - 1] + kGap;
      here[j] = std::min({diagonal, up, left});
      step[i * columns + j] = static_cast<std::uint8_t>(here[j] == diagonal ? 1
                                                        : here[j] == left   ? 3
                                                                            : 2);
    }
    std::swap(above, here);
  }
  Aligned answer;
  std::size_t j =
      static_cast<std::size_t>(std::min_element(above.begin(), above.end()) - above.begin());
  answer.end = from + j;
  for (std::size_t i = rows - 1; i > 0;) {
    const std::uint8_t way = step[i * columns + j];
    if (way != 1 || quote[i - 1].key != source[from + j - 1].key) ++answer.differing;
    if (way == 1) {
      answer.pairs.emplace_back(i - 1, from + j - 1);
      --i;
      --j;
    } else if (way == 2) {
      answer.pairs.emplace_back(i - 1, -1);
      --i;
    } else {
      answer.pairs.emplace_back(-1, from + j - 1);
      --j;
    }
  }
  answer.begin = from + j;
  std::reverse(answer.pairs.begin(), answer.pairs.end());
  return answer;
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

std::string differing(const std::vector<AlignedWord>& words) {
  using In = AlignedWord::In;
  constexpr std::size_t kAround = 2;
  const auto is_near_a_change = [&](std::size_t i) {
    const std::size_t first = i > kAround ? i - kAround : 0;
    for (std::size_t j = first; j < words.size() && j <= i + kAround; ++j) {
      if (words[j].in != In::both) return true;
    }
    return false;
  };
  std::string text;
  bool skipped = false;
  In open = In::both;
  const auto turn_to = [&](In in) {
    if (open == in) return;
    if (open != In::both) text += open == In::quote ? "-]" : "+}";
    open = in;
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_near_a_change(i)) {
      turn_to(In::both);
      skipped = true;
      continue;
    }
    const bool opens = words[i].in != open && words[i].in != In::both;
    turn_to(words[i].in);
    if (!text.empty()) text += " ";
    if (skipped) text += "... ";
    skipped = false;
    if (opens) text += words[i].in == In::quote ? "[-" : "{+";
    text += words[i].text;
  }
  turn_to(In::both);
  return text + (skipped && !text.empty() ? " ..." : "");
}

// The derived forms of a capture, made on first use.
struct CaptureText::Prepared {
  std::optional<Folded> folded;
  std::vector<std::size_t> lines;  // where each begins
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
    if (p.paragraphs.size() > 1) return p;
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

QuoteMatch CaptureText::find_exactly(std::string_view quote) const {
  QuoteMatch match;
  const auto placed = [&](QuoteLevel level, ByteRange range) {
    match.level = level;
    match.range = range;
    match.line = line_of(range.begin);
    match.paragraph = paragraph_of(range.begin);
    return match;
  };
  quote = trimmed(quote, " \t\r\n");
  if (!has_word(quote)) return match;
  if (const std::size_t at = find_alone(text_, quote); at != text_.npos) {
    return placed(QuoteLevel::verbatim, {at, at + quote.size()});
  }
  if (!prepared().folded) prepared().folded = fold(text_);
  const Folded& folded = *prepared().folded;
  const std::string whole = fold(quote).text;
  const auto source = [&](std::size_t begin, std::size_t end) {
    return ByteRange{folded.source_begin(begin), folded.source_end(text_, end)};
  };
  // Marks around a quote are not part of it.
  for (const std::string_view wanted : {trimmed(whole, " "), trimmed(whole, " '")}) {
    if (wanted.empty()) continue;
    if (const std::size_t at = find_alone(folded.text, wanted); at != folded.text.npos) {
      return placed(QuoteLevel::typography, source(at, at + wanted.size()));
    }
  }
  const std::vector<QuotePiece> pieces = pieces_of(trimmed(whole, " '"));
  if (pieces.empty() || pieces.size() > kMaxPieces) return match;
  if (pieces.size() == 1 && pieces.front().text == trimmed(whole, " '")) return match;
  const std::vector<ByteRange> found = PieceSearch(folded.text, pieces).run();
  if (found.empty()) return match;
  placed(QuoteLevel::elided, source(found.front().begin, found.back().end));
  for (std::size_t i = 1; i < found.size(); ++i) {
    const std::size_t begin = source(found[i - 1].begin, found[i - 1].end).end;
    const std::size_t end = folded.source_begin(found[i].begin);
    if (end > begin) match.left_out.push_back({begin, end});
  }
  return match;
}

QuoteMatch CaptureText::find(std::string_view quote) const {
  QuoteMatch match = find_exactly(quote);
  if (stands(match.level) || !has_word(quote)) return match;
  const Folded& folded = *prepared().folded;
  const std::string wanted(trimmed(fold(quote).text, " '"));
  Keys keys;
  const std::vector<QuoteWord> of_quote = words_of(wanted, keys, true);
  const std::vector<QuoteWord> of_source = words_of(folded.text, keys, false);
  const std::size_t window = best_window(of_quote, of_source, keys.count());
  if (window >= of_source.size()) return match;

  const std::size_t slack = of_quote.size() / 2 + 4;
  std::size_t begin = window > slack ? window - slack : 0;
  std::size_t end = std::min(of_source.size(), window + of_quote.size() + slack);
  Aligned aligned;
  const bool can_align = of_quote.size() <= kMaxAligned;
  if (can_align) {
    aligned = align(of_quote, of_source, begin, end);
    if (aligned.end > aligned.begin) {
      begin = aligned.begin;
      end = aligned.end;
    }
  } else {
    begin = window;
    end = std::min(of_source.size(), window + of_quote.size());
  }
  match.range = {folded.source_begin(of_source[begin].begin),
                 folded.source_end(text_, of_source[end - 1].end)};
  match.line = line_of(match.range.begin);
  match.paragraph = paragraph_of(match.range.begin);
  // Near is what differs in at most one word, or in every third.
  if (!can_align || aligned.differing >= of_quote.size() ||
      aligned.differing > std::max<std::size_t>(1, of_quote.size() / 3)) {
    return match;
  }
  match.level = QuoteLevel::near;
  using In = AlignedWord::In;
  const auto add = [&](In in, std::string_view text) {
    match.words.push_back({in, std::string(text)});
  };
  for (const auto& pair : aligned.pairs) {
    const auto& [q, s] = pair;
    const auto word = [](std::string_view text, const QuoteWord& one) {
      return text.substr(one.begin, one.end - one.begin);
    };
    const std::string_view a =
        q < 0 ? std::string_view{} : word(wanted, of_quote[static_cast<std::size_t>(q)]);
    const std::string_view b =
        s < 0 ? std::string_view{} : word(folded.text, of_source[static_cast<std::size_t>(s)]);
    const bool at_edge = &aligned.pairs.front() == &pair || &aligned.pairs.back() == &pair;
    if (q >= 0 && s >= 0 && (a == b || (at_edge && bare(a) == bare(b)))) {
      add(In::both, a);
    } else {
      if (q >= 0) add(In::quote, a);
      if (s >= 0) add(In::source, b);
    }
  }
  return match;
}

}  // namespace aver::claims
