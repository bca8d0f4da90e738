// SPDX-License-Identifier: MIT
//
// To align a quote with the whole capture would cost the product of their lengths. So one pass
// finds the window that shares most with the quote, rare words counting most, and the alignment
// works on the sentences around it.
#include "claims/evidence/nearest.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "claims/evidence/edges.h"
#include "claims/text/ascii.h"
#include "claims/text/code_points.h"
#include "claims/text/fold.h"
#include "claims/text/lines.h"

namespace aver::claims {
namespace {

// Longer quotes are not aligned word by word.
constexpr std::size_t kMaxAligned = 2'000;
// A sentence is followed so far from the words that are shared.
constexpr std::size_t kMaxSentence = 60;

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

// `parts_words(at)`: whether the dash at that byte stands between words, and not within one.
template <class PartsWords>
std::vector<QuoteWord> words_of(std::string_view text, Keys& keys, bool add,
                                PartsWords parts_words) {
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
    } else if (point == '-' && here > begin && at < text.size() && parts_words(here)) {
      close(at);
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

// Returns the words [first, last) of the sentence, or of the window, that shares most with the
// quote; of the window from the first of the shared words to the last. Nothing where none is
// shared.
//
// The window is half as long again as the quote. It is found blind to order: it only says where to
// look. A word counts the more the rarer it is in the source, and at most as often as the quote has
// it: so a passage full of "the" does not win.
template <class EndsSentence>
std::pair<std::size_t, std::size_t> best_window(const std::vector<QuoteWord>& quote,
                                                const std::vector<QuoteWord>& source,
                                                std::size_t keys, bool in_one_sentence,
                                                EndsSentence ends_sentence) {
  std::vector<int> wanted(keys + 1, 0);
  for (const QuoteWord& word : quote) ++wanted[word.key];
  wanted[0] = 0;
  const auto is_wanted = [&](const QuoteWord& word) {
    return word.key != 0 && word.key <= keys && wanted[word.key] > 0;
  };
  std::vector<std::size_t> times(keys + 1, 0);
  for (const QuoteWord& word : source) {
    if (is_wanted(word)) ++times[word.key];
  }
  std::vector<long> weight(keys + 1, 0);
  for (std::size_t key = 1; key <= keys; ++key) {
    const double rarity =
        static_cast<double>(source.size() + 1) / static_cast<double>(times[key] + 1);
    weight[key] = 16 + static_cast<long>(16 * std::log2(std::max(1.0, rarity)));
  }
  std::vector<int> have(keys + 1, 0);
  const auto count = [&](const QuoteWord& word, int step) -> long {
    if (!is_wanted(word)) return 0;
    int& n = have[word.key];
    const int before = std::min(n, wanted[word.key]);
    n += step;
    return weight[word.key] * (std::min(n, wanted[word.key]) - before);
  };
  const std::size_t size = quote.size() + quote.size() / 2 + 4;
  long shared = 0;
  long best = 0;
  std::size_t best_end = 0;
  for (std::size_t i = 0; i < source.size(); ++i) {
    shared += count(source[i], 1);
    if (i >= size) shared += count(source[i - size], -1);
    if (shared > best) {
      best = shared;
      best_end = i + 1;
    }
  }
  if (best == 0) return {0, 0};
  // One sentence that shares almost as much is nearer than a window over two, and of a quote that
  // is one sentence the nearest is one, too.
  std::fill(have.begin(), have.end(), 0);
  long most = 0;
  std::pair<std::size_t, std::size_t> sentence;
  std::size_t begin = 0;
  shared = 0;
  for (std::size_t i = 0; i < source.size(); ++i) {
    shared += count(source[i], 1);
    if (!ends_sentence(i)) continue;
    if (shared > most) {
      most = shared;
      sentence = {begin, i + 1};
    }
    for (; begin <= i; ++begin) count(source[begin], -1);
    shared = 0;
  }
  if (in_one_sentence || most * 10 >= best * 7) return sentence;
  std::size_t first = best_end > size ? best_end - size : 0;
  while (!is_wanted(source[first])) ++first;
  return {first, best_end};
}

struct Aligned {
  std::size_t begin = 0;  // of the source's words
  std::size_t end = 0;
  std::size_t differing = 0;  // words replaced, put in or left out
  std::vector<std::pair<std::ptrdiff_t, std::ptrdiff_t>> pairs;  // -1: only on the other side
};

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

// At an edge it costs less to leave the quote's word alone than to replace one: there the source's
// words in [from, to) are put beside the quote's, so that both are shown.
void pair_edges(Aligned& aligned, std::size_t from, std::size_t to) {
  auto& pairs = aligned.pairs;
  for (std::size_t i = 0; i < pairs.size() && pairs[i].second < 0; ++i) {
    if (i + 1 < pairs.size() && pairs[i + 1].second < 0) continue;
    for (std::size_t j = i + 1; j-- > 0 && aligned.begin > from;) {
      pairs[j].second = static_cast<std::ptrdiff_t>(--aligned.begin);
    }
    break;
  }
  std::size_t first = pairs.size();
  while (first > 0 && pairs[first - 1].second < 0) --first;
  for (std::size_t j = first; j < pairs.size() && aligned.end < to; ++j) {
    pairs[j].second = static_cast<std::ptrdiff_t>(aligned.end++);
  }
}

// A word without the quotation marks and the marks of a sentence around it. A sign, a currency or
// a percent sign stays.
std::string_view bare(std::string_view word) {
  if (word.size() > 1 && word.ends_with('-')) word.remove_suffix(1);
  return trimmed(word, "'.,;:!?()[]");
}

// One side of the comparison, by words.
struct ComparedText {
  std::string_view text;
  const LooseText& loose;
  std::vector<QuoteWord> words;

  std::string_view folded(std::size_t i) const {
    return loose.text().substr(words[i].begin, words[i].end - words[i].begin);
  }
  ByteRange source(std::size_t first, std::size_t last) const {
    return loose.source({words[first].begin, words[last].end});
  }
  std::string written(std::size_t first, std::size_t last) const {
    const ByteRange range = source(first, last);
    return on_one_line(text.substr(range.begin, range.end - range.begin));
  }
  // Without the quotation marks and the marks of a sentence around it.
  std::string written_bare(std::size_t i) const {
    const std::string_view whole = folded(i);
    const std::string_view core = bare(whole);
    if (core.empty()) return written(i, i);
    const std::size_t begin = words[i].begin + static_cast<std::size_t>(core.data() - whole.data());
    const ByteRange range = loose.source({begin, begin + core.size()});
    return on_one_line(text.substr(range.begin, range.end - range.begin));
  }

  // Whether a sentence, or a paragraph, ends with the word.
  bool ends_sentence(std::size_t i) const {
    const std::string_view word = trimmed(folded(i), "')]");
    if (word.empty()) return false;
    if (word.back() == '.' || word.back() == '!' || word.back() == '?') return true;
    for (const std::string_view stop : {"。", "！", "？"}) {
      if (word.ends_with(stop)) return true;
    }
    if (i + 1 == words.size()) return true;
    const std::size_t end = source(i, i).end;
    const std::string_view between = text.substr(end, source(i + 1, i + 1).begin - end);
    return std::count(between.begin(), between.end(), '\n') > 1;
  }
};

std::vector<AlignedWord> words_of(const Aligned& aligned, const ComparedText& quote,
                                  const ComparedText& source) {
  using In = AlignedWord::In;
  std::vector<AlignedWord> words;
  const auto add_all = [&](bool strict) {
    bool differs = false;
    words.clear();
    for (std::size_t i = 0; i < aligned.pairs.size(); ++i) {
      const auto q = static_cast<std::size_t>(aligned.pairs[i].first);
      const auto s = static_cast<std::size_t>(aligned.pairs[i].second);
      const bool in_quote = aligned.pairs[i].first >= 0;
      const bool in_source = aligned.pairs[i].second >= 0;
      const bool at_edge = i == 0 || i + 1 == aligned.pairs.size();
      if (in_quote && in_source) {
        const std::string_view a = quote.folded(q);
        const std::string_view b = source.folded(s);
        if (a == b || (at_edge && !strict && bare(a) == bare(b))) {
          words.push_back({In::both, quote.written(q, q)});
          continue;
        }
      }
      differs = true;
      // At an edge the marks are not part of the quote.
      const bool bares = at_edge && !strict;
      if (in_quote)
        words.push_back({In::quote, bares ? quote.written_bare(q) : quote.written(q, q)});
      if (in_source) {
        words.push_back({In::source, bares ? source.written_bare(s) : source.written(s, s)});
      }
    }
    return differs;
  };
  if (add_all(false)) return words;
  // All words are there: then an edge cuts one, or a mark at an edge differs.
  const ByteRange range = source.source(aligned.begin, aligned.end - 1);
  if (is_cut(source.text, range.begin) && aligned.begin > 0) {
    words.insert(words.begin(), {In::source, source.written(aligned.begin - 1, aligned.begin - 1)});
    return words;
  }
  if (is_cut(source.text, range.end) && aligned.end < source.words.size()) {
    words.push_back({In::source, source.written(aligned.end, aligned.end)});
    return words;
  }
  if (add_all(true)) return words;
  return {{In::quote, on_one_line(quote.text)},
          {In::source, source.written(aligned.begin, aligned.end - 1)}};
}

}  // namespace

std::optional<Nearest> nearest(std::string_view text, const LooseText& loose_text,
                               std::string_view quote, const LooseText& loose_quote) {
  Keys keys;
  const std::string_view wanted = trimmed(loose_quote.text(), " '");
  const auto cut_off = static_cast<std::uint32_t>(wanted.data() - loose_quote.text().data());
  // A hyphen within a word is one sign; a dash between words is a longer one, or has blanks.
  const auto parts_words = [](std::string_view written, const LooseText& loose, std::size_t at) {
    const ByteRange dash = loose.source({at, at + 1});
    const std::string_view bytes = written.substr(dash.begin, dash.end - dash.begin);
    const bool blank_behind = dash.end < written.size() && is_space(written[dash.end]);
    return (bytes != "-" && bytes != "\u2010" && bytes != "\u2011") || blank_behind;
  };
  ComparedText of_quote{quote, loose_quote, words_of(wanted, keys, true, [&](std::size_t at) {
                          return parts_words(quote, loose_quote, cut_off + at);
                        })};
  for (QuoteWord& word : of_quote.words) {
    word.begin += cut_off;
    word.end += cut_off;
  }
  const ComparedText of_source{text, loose_text,
                               words_of(loose_text.text(), keys, false, [&](std::size_t at) {
                                 return parts_words(text, loose_text, at);
                               })};
  const std::vector<QuoteWord>& all = of_source.words;
  const std::size_t size = of_quote.words.size();
  bool in_one_sentence = true;
  for (std::size_t i = 0; i + 1 < size; ++i) {
    in_one_sentence = in_one_sentence && !of_quote.ends_sentence(i);
  }
  const auto [first, last] = best_window(of_quote.words, all, keys.count(), in_one_sentence,
                                         [&](std::size_t i) { return of_source.ends_sentence(i); });
  if (first == last) return std::nullopt;

  const auto sentence_around = [&](std::size_t begin, std::size_t end) {
    for (std::size_t n = 0; n < kMaxSentence && begin > 0; ++n, --begin) {
      if (of_source.ends_sentence(begin - 1)) break;
    }
    for (std::size_t n = 0; n < kMaxSentence && end < all.size(); ++n, ++end) {
      if (of_source.ends_sentence(end - 1)) break;
    }
    return std::pair(begin, end);
  };
  const auto [from, to] = sentence_around(first, last);
  Aligned aligned{first, last, size, {}};
  const bool can_align = size <= kMaxAligned;
  if (can_align) {
    Aligned best = align(of_quote.words, all, from, to);
    if (best.end > best.begin) {
      aligned = std::move(best);
      pair_edges(aligned, from, to);
    }
  }
  Nearest answer;
  answer.range = of_source.source(aligned.begin, aligned.end - 1);
  const auto [begin, end] = sentence_around(aligned.begin, aligned.end);
  answer.sentence = of_source.source(begin, end - 1);
  answer.near = can_align && aligned.differing < size &&
                aligned.differing <= std::max<std::size_t>(1, size / 3);
  if (answer.near) answer.words = words_of(aligned, of_quote, of_source);
  return answer;
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

}  // namespace aver::claims
