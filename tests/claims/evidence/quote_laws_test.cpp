// SPDX-License-Identifier: MIT
//
// Two laws of the check of quotes, by many cheap cases: what is only set or typed otherwise stands,
// and what is nearly right does not.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claims/evidence/quote.h"
#include "claims/text/code_points.h"
#include "claims/text/fold.h"

namespace {

using namespace aver::claims;

// A case costs microseconds: 1,000 of each law where a property is tried 100 times, and 100,000 by
// make test-long.
int number_of_cases() { return 10 * rc::detail::configuration().testParams.maxSuccess; }

// A sentence in words and numbers that may not be cut; those of `negations` turn the sense.
struct Sentence {
  std::vector<std::string> words;
  std::vector<std::size_t> negations = {};
  bool unspaced = false;
};

const std::vector<Sentence>& sentences() {
  static const std::vector<Sentence> all = {
      {{"We", "can't", "accept", "the", "offer"}, {1}},
      {{"They", "won’t", "leave", "Perin", "before", "12:30"}, {1}},
      {{"Calda", "will", "never", "send", "1 250", "troops"}, {2}},
      {{"It", "was", "−7", "degrees", "on", "31", "October"}, {}},
      {{"Growth", "of", "4.25", "per", "cent", "cost", "£18", "a", "head"}, {}},
      {{"Only", "60 %", "voted", "in", "2031–32", "said", "the", "minister’s", "office"}, {}},
      {{"The", "non-binding", "vote", "does", "not", "end", "talks"}, {1, 4}},
      {{"A", "U.W", "envoy", "is", "hardly", "ready", "for", "3/4", "of", "it"}, {4}},
      {{"The", "govern-\nment", "counts", "98 765", "homes", "without", "roofs"}, {5}},
      {{"O’Dare", "had", "no", "plan", "worth", "15 €", "each"}, {2}},
      {{"Wir", "gehen", "nicht", "nach", "Weißenau", "um", "8:15"}, {2}},
      {{"Nous", "ne", "partons", "jamais", "sans", "l’accord", "écrit"}, {1, 3, 4}},
      {{"Мы", "не", "примем", "эти", "47", "условий"}, {1}},
      {{"우리는", "제안을", "받지", "않습니다", "분명히", "1,024번"}, {3}},
      {{"نحن", "لا", "نقبل", "هذا", "العرض"}, {1}},
      {{"דובר", "המו״מ", "לא", "אמר", "דבר"}, {2}},
      {{"我们", "不", "支持", "战争", "与", "分裂"}, {1}, true},
      {{"これは", "日本語", "では", "ない", "文章"}, {3}, true}};
  return all;
}

class Cases {
 public:
  explicit Cases(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }
  bool half() { return random_() % 2 == 0; }

  // A text of some sentences, with the one that counts among them.
  std::string around(const std::string& sentence) {
    std::string text = "Zebulon zigzagged.";
    const std::size_t before = below(3);
    for (std::size_t i = 0; i < before; ++i) text += " Xerxes yodelled.";
    text += half() ? "\n\n" : " ";
    text += sentence + "." + (half() ? " " : "\n") + "Quentin quavered.";
    return text;
  }

 private:
  std::mt19937 random_;
};

std::string joined(const Sentence& sentence, std::size_t first, std::size_t last,
                   std::size_t without = std::string::npos) {
  std::string text;
  for (std::size_t i = first; i <= last; ++i) {
    if (i == without) continue;
    if (!text.empty() && !sentence.unspaced) text += ' ';
    text += sentence.words[i];
  }
  return text;
}

std::string joined(const Sentence& sentence) {
  return joined(sentence, 0, sentence.words.size() - 1);
}

std::string with_all(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += by.size()) {
    text.replace(at, what.size(), by);
  }
  return text;
}

bool is_same(QuoteLevel level) {
  return level == QuoteLevel::verbatim || level == QuoteLevel::typography;
}

// The first quote of so many cases that should not stand, and does; empty where there is none.
template <class Make>
std::string standing(unsigned seed, Make make) {
  Cases cases(seed);
  std::string wrong;
  for (int left = number_of_cases(); left > 0 && wrong.empty(); --left) {
    const Sentence& sentence = sentences()[cases.below(sentences().size())];
    const std::string quote = make(cases, sentence);
    if (quote.empty() || !has_word(quote)) continue;
    const std::string text = cases.around(joined(sentence));
    if (is_same(CaptureText(text).find_exactly(quote).level)) wrong = quote + " | " + text;
  }
  return wrong;
}

}  // namespace

TEST_CASE("law: a quote with a word dropped from its middle is not the source's") {
  CHECK(standing(1, [](Cases& cases, const Sentence& sentence) {
          const std::size_t without = 1 + cases.below(sentence.words.size() - 2);
          return joined(sentence, cases.below(without),
                        without + 1 + cases.below(sentence.words.size() - without - 1), without);
        }) == "");
}

TEST_CASE("law: a quote with its negation dropped is not the source's") {
  CHECK(standing(2, [](Cases& cases, const Sentence& sentence) {
          if (sentence.negations.empty()) return std::string();
          const std::size_t at = sentence.negations[cases.below(sentence.negations.size())];
          std::string word = sentence.words[at];
          // "can't" without its end, "non-binding" without its beginning
          for (const std::string_view end : {"'t", "’t"}) {
            if (word.ends_with(end)) word.resize(word.size() - end.size());
          }
          if (word.starts_with("non-")) word.erase(0, 4);
          if (word == sentence.words[at]) {
            return joined(sentence, cases.below(at), sentence.words.size() - 1, at);
          }
          Sentence other = sentence;
          other.words[at] = word;
          return cases.half() ? joined(other, cases.below(at + 1), at)
                              : joined(other, at, at + cases.below(other.words.size() - at));
        }) == "");
}

TEST_CASE("law: a quote with other digits is not the source's") {
  CHECK(standing(3, [](Cases& cases, const Sentence& sentence) {
          std::string quote = joined(sentence);
          std::vector<std::size_t> digits;
          for (std::size_t i = 0; i < quote.size(); ++i) {
            if (quote[i] >= '0' && quote[i] <= '9') digits.push_back(i);
          }
          if (digits.size() < 2) return std::string();
          const std::size_t one = cases.below(digits.size() - 1);
          char& a = quote[digits[one]];
          char& b = quote[digits[one + 1]];
          if (a == b) return std::string();
          std::swap(a, b);
          return quote;
        }) == "");
}

TEST_CASE("law: a quote whose end cuts a word or a number is not the source's") {
  CHECK(standing(4, [](Cases& cases, const Sentence& sentence) {
          if (sentence.unspaced) return std::string();
          const std::size_t at = cases.below(sentence.words.size());
          const std::string& word = sentence.words[at];
          std::size_t cut = 1 + cases.below(word.size());
          while (cut < word.size() && is_continuation(word[cut])) ++cut;
          if (cut >= word.size()) return std::string();
          const bool left = cases.half();
          const std::string part = left ? word.substr(cut) : word.substr(0, cut);
          Sentence other = sentence;
          other.words[at] = part;
          return left ? joined(other, at, at + cases.below(other.words.size() - at))
                      : joined(other, cases.below(at + 1), at);
        }) == "");
}

TEST_CASE("law: a quote that is only typed otherwise stands") {
  const std::vector<std::pair<std::string, std::string>> typed = {
      {"’", "'"},  {"'", "’"},         {"−", "-"},         {"–", "-"},         {" %", "%"},
      {" ", "\n"}, {" ", "\u00A0"},    {"-\n", "-"},       {"-\n", ""},        {"-\n", "- "},
      {"״", "\""}, {"é", "e\u0301"},   {"ff", "\uFB00"},   {"fi", "\uFB01"},   {"لا", "\uFEFB"},
      {"ق", "قـ"}, {"не", "н\u00ADе"}, {"no", "n\u200Bo"}, {"支持", "支\n持"}, {"日本", "日\n本"}};
  Cases cases(5);
  std::string wrong;
  for (int left = number_of_cases(); left > 0 && wrong.empty(); --left) {
    const Sentence& sentence = sentences()[cases.below(sentences().size())];
    const std::size_t first = cases.below(sentence.words.size());
    std::string quote = joined(sentence, first, first + cases.below(sentence.words.size() - first));
    for (const auto& [from, to] : typed) {
      if (cases.half() && cases.half()) quote = with_all(quote, from, to);
    }
    std::string source = joined(sentence);
    for (const auto& [from, to] : typed) {
      // What sets the source otherwise does the same as what types the quote.
      if (from != "-\n" && from != "'" && cases.half() && cases.half() && cases.half()) {
        source = with_all(source, from, to);
      }
    }
    if (cases.half()) quote = (cases.half() ? "“" : "\"") + quote + "”";
    const std::string text = cases.around(source);
    if (!is_same(CaptureText(text).find_exactly(quote).level)) wrong = quote + " | " + text;
  }
  CHECK(wrong == "");
}
