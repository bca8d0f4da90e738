// SPDX-License-Identifier: MIT
//
// A search that goes back: the first place of a piece need not be the one that has the next piece
// behind it.
#include "claims/evidence/elided.h"

#include <algorithm>
#include <set>
#include <utility>

#include "claims/evidence/negations.h"
#include "claims/text/code_points.h"
#include "claims/text/fold.h"
#include "claims/text/lines.h"

namespace aver::claims {
namespace {

// How much an elision may leave out; bytes of folded text.
constexpr std::size_t kElision = 1500;
// Longer brackets are no insertion.
constexpr std::size_t kBrackets = 80;
// What an insertion may stand for. In scripts without blanks each sign counts as half a word.
constexpr std::size_t kInsertedWords = 4;
constexpr std::size_t kInsertion = 160;  // bytes of four long words
// What an insertion may replace at the end of a word: "demand[ed]".
constexpr std::size_t kEnding = 4;
constexpr std::size_t kMaxSteps = 200'000;

std::size_t letters_in(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) letters += is_word_point(next_point(text, at));
  return letters;
}

bool has_sentence_end(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_point(text, at);
    if (point == 0x3002 || point == 0xFF01 || point == 0xFF1F || point == 0x964) return true;
    if ((point == '.' || point == '!' || point == '?') && at < text.size() &&
        (text[at] == ' ' || text[at] == '\'')) {
      return true;
    }
  }
  return false;
}

bool is_few_words(std::string_view text) {
  std::size_t halves = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_point(text, at);
    if (is_unspaced_script(point) && is_word_point(point)) {
      ++halves;
      in_word = false;
    } else if (point == ' ') {
      in_word = false;
    } else if (is_word_point(point) && !in_word) {
      halves += 2;
      in_word = true;
    }
  }
  return halves <= 2 * kInsertedWords;
}

}  // namespace

std::vector<QuotePiece> pieces_of(std::string_view quote) {
  std::vector<QuotePiece> pieces;
  QuotePiece piece;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end, std::size_t resume, std::size_t gap, std::string literal,
                         bool elision) {
    std::string_view text = quote.substr(begin, end - begin);
    const bool glued = !text.empty() && text.back() != ' ';
    text = trimmed(text, elision ? " ,;:" : " ");
    const bool has_brackets = !literal.empty();
    const std::string inside = has_brackets ? literal.substr(1, literal.size() - 2) : "";
    if (has_word(text)) {
      piece.text = text;
      piece.right = elision || !glued;
      pieces.push_back(std::move(piece));
      piece = QuotePiece{};
      piece.gap = gap;
      piece.literal = std::move(literal);
      piece.inserted = !elision;
      piece.empty = !elision && !has_word(inside);
    } else {
      piece.gap = std::max(piece.gap, gap);
      piece.literal.clear();
      piece.inserted = piece.inserted && !elision;
      piece.empty = piece.empty && !elision && !has_word(inside);
    }
    piece.left = elision || (resume < quote.size() && quote[resume] == ' ');
    piece.changed = piece.left ? "" : inside;
    begin = resume;
  };
  for (std::size_t at = 0; at < quote.size();) {
    const std::string_view rest = quote.substr(at);
    std::size_t length = 0;
    for (const std::string_view mark : {". . .", "...."}) {
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
    if (rest.front() == '[' || rest.front() == '(') {
      const std::size_t end = rest.find(rest.front() == '[' ? ']' : ')');
      const bool is_short = end != rest.npos && end < kBrackets;
      if (is_short && trimmed(rest.substr(1, end - 1), " ") == "...") {
        close(at, at + end + 1, kElision, "", true);
        at = begin;
        continue;
      }
      if (is_short && rest.front() == '[') {
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

namespace {

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
  PieceSearch(const LooseText& text, const std::vector<QuotePiece>& pieces)
      : loose_(text), text_(text.text()), pieces_(pieces) {}

  std::vector<ByteRange> run() {
    const QuotePiece& first = pieces_.front();
    std::size_t at = 0;
    while (const auto found = loose_.find(first.text, at, text_.size())) {
      at = found->begin + 1;
      if (!fits(0, *found) || (!first.left && !is_changed_letter(*found, 0, first.changed)))
        continue;
      found_ = {*found};
      if (rest(1, found->end)) return found_;
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
      const ByteRange range{at, at + whole.size()};
      const bool is_there = text_.substr(at).starts_with(whole);
      if (is_there && (!piece.right || !loose_.cuts_at_end(range)) && place(index, range)) {
        return true;
      }
    }
    const std::size_t last = std::min(text_.size(), from + piece.gap + 2 * piece.text.size() + 8);
    std::size_t at = from;
    while (const auto found = loose_.find(piece.text, at, last)) {
      at = found->begin + 1;
      if (found->begin - from > piece.gap) break;
      if (piece.inserted && !may_be_replaced(index, from, *found)) continue;
      if (fits(index, *found) && place(index, *found)) return true;
    }
    return false;
  }

  bool place(std::size_t index, ByteRange range) {
    found_.resize(index);
    found_.push_back(range);
    if (rest(index + 1, range.end)) return true;
    found_.resize(index);
    return false;
  }

  // Whole words, or a word whose ending the brackets behind it replace.
  bool fits(std::size_t index, ByteRange range) const {
    const QuotePiece& piece = pieces_[index];
    if (piece.left && loose_.cuts_at_begin(range)) return false;
    if (piece.right) return !loose_.cuts_at_end(range);
    const std::string_view ending = ending_behind(range.end);
    if (letters_in(ending) > kEnding) return false;
    std::size_t begin = range.end;
    while (begin > range.begin && text_[begin - 1] != ' ') --begin;
    return ending.empty() ||
           first_negation(text_.substr(begin, range.end + ending.size() - begin)).empty();
  }

  // The rest of the word that `from` cuts.
  std::string_view ending_behind(std::size_t from) const {
    std::size_t end = from;
    while (end < text_.size() && text_[end] != ' ' && loose_.cuts_at_end({end - 1, end})) {
      next_point(text_, end);
    }
    return text_.substr(from, end - from);
  }

  // Whether the word that the place begins in has before it just the letters in the brackets, but
  // for their case: "[T]he" for "the". Nothing is fine, too.
  bool is_changed_letter(ByteRange range, std::size_t from, const std::string& letters) const {
    if (!loose_.cuts_at_begin(range)) return true;
    const std::string wanted = lower_case(letters);
    if (range.begin < from + letters.size()) return false;
    const std::size_t begin = range.begin - letters.size();
    if (is_continuation(text_[begin])) return false;
    return lower_case(text_.substr(begin, letters.size())) == wanted &&
           !loose_.cuts_at_begin({begin, range.end});
  }

  // Whether brackets may stand for what is between `from` and the place.
  bool may_be_replaced(std::size_t index, std::size_t from, ByteRange found) const {
    const QuotePiece& piece = pieces_[index];
    std::string_view gap = text_.substr(from, found.begin - from);
    if (piece.empty) return trimmed(gap, " ").empty();
    if (!piece.left && !is_changed_letter(found, from, piece.changed)) return false;
    // Brackets in the source itself enclose words of the source, not an insertion.
    return gap.find('[') == gap.npos && is_few_words(gap) && !has_sentence_end(gap) &&
           first_negation(gap).empty();
  }

  const LooseText& loose_;
  std::string_view text_;
  const std::vector<QuotePiece>& pieces_;
  std::vector<ByteRange> found_;
  std::set<std::pair<std::size_t, std::size_t>> tried_;
  std::size_t steps_ = 0;
};

}  // namespace

std::vector<ByteRange> find_pieces(const LooseText& text, const std::vector<QuotePiece>& pieces) {
  return PieceSearch(text, pieces).run();
}

}  // namespace aver::claims
