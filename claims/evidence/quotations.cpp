// SPDX-License-Identifier: MIT
//
// Two passes over each paragraph: where quotation marks open and close, then which "X said" is
// nearest to each quotation. Heuristics, tuned on real articles; nothing here is ever recorded
// unasked.
#include "claims/evidence/quotations.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "claims/evidence/spoken.h"
#include "claims/text/ascii.h"
#include "claims/text/code_points.h"
#include "claims/text/fold.h"
#include "claims/text/lines.h"

namespace aver::claims {
namespace {

// --- marks -------------------------------------------------------------------------------------

enum class Family { none, twin, single, angle, corner };

struct Mark {
  Family family = Family::none;
  bool opens = false;  // by its glyph
  bool closes = false;
};

Mark mark_of(char32_t point) {
  switch (point) {
    case '"':
    case 0xFF02:
      return {Family::twin, true, true};
    case 0x201C:
      return {Family::twin, true, true};  // opens in English, closes in German
    case 0x201D:
    case 0x301E:
    case 0x301F:
      return {Family::twin, false, true};
    case 0x201E:
    case 0x201F:
    case 0x301D:
      return {Family::twin, true, false};
    case 0x2018:
    case 0x201A:
      return {Family::single, true, false};
    case 0x2019:
      return {Family::single, false, true};
    case '\'':
      return {Family::single, true, true};
    case 0xAB:
    case 0x2039:
      return {Family::angle, true, false};
    case 0xBB:
    case 0x203A:
      return {Family::angle, false, true};
    case 0x300C:
    case 0x300E:
    case 0xFE41:
    case 0xFE43:
    case 0xFF62:
      return {Family::corner, true, false};
    case 0x300D:
    case 0x300F:
    case 0xFE42:
    case 0xFE44:
    case 0xFF63:
      return {Family::corner, false, true};
    default:
      return {};
  }
}

struct TextPoint {
  char32_t value = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<TextPoint> points_of(std::string_view text, ByteRange range) {
  std::vector<TextPoint> points;
  for (std::size_t at = range.begin; at < range.end;) {
    const std::size_t begin = at;
    const char32_t value = next_point(text, at);
    points.push_back({value, begin, at});
  }
  return points;
}

bool opens_after(char32_t before) {
  return before == 0 || is_space_point(before) || before == '(' || before == '[' || before == '-' ||
         before == 0x2013 || before == 0x2014 || before == ':' ||
         (mark_of(before).opens && mark_of(before).family != Family::single) || before == 0x2018;
}

bool closes_before(char32_t after) {
  return after == 0 || is_space_point(after) || after == '.' || after == ',' || after == ';' ||
         after == ':' || after == '!' || after == '?' || after == ')' || after == ']' ||
         after == '-' || after == 0x2013 || after == 0x2014 || after == 0x2026 ||
         mark_of(after).closes;
}

bool is_hebrew(char32_t point) { return point >= 0x5D0 && point <= 0x5EA; }

enum class Turn { none, open, close };

// What the mark at `i` does where `inside` says whether a quotation is open.
Turn turn_at(const std::vector<TextPoint>& points, std::size_t i, bool inside) {
  const Mark mark = mark_of(points[i].value);
  const char32_t before = i == 0 ? 0 : points[i - 1].value;
  const char32_t after = i + 1 == points.size() ? 0 : points[i + 1].value;
  if (mark.family == Family::corner) return mark.opens ? Turn::open : Turn::close;
  if (is_hebrew(before) && is_hebrew(after)) return Turn::none;  // an abbreviation
  const bool may_open = opens_after(before) && !closes_before(after);
  const bool may_close = closes_before(after) && !(before == 0 || is_space_point(before));
  // "’90s"
  if (may_open && !may_close && points[i].value == 0x2019) return Turn::none;
  if (may_open && !may_close) return Turn::open;
  if (may_close && !may_open) return Turn::close;
  if (mark.family == Family::single && !may_open && !may_close) return Turn::none;  // an apostrophe
  if (mark.opens != mark.closes) return mark.opens ? Turn::open : Turn::close;
  return inside ? Turn::close : Turn::open;
}

bool closes_single(const std::vector<TextPoint>& points, std::size_t i) {
  const Mark mark = mark_of(points[i].value);
  return mark.family == Family::single && mark.closes && turn_at(points, i, true) == Turn::close;
}

// Whether the mark that could close is that of a genitive, "the ministers’ talks": then another one
// closes before the next opens.
bool is_genitive(const std::vector<TextPoint>& points, std::size_t i) {
  constexpr std::size_t kFar = 1000;
  if (i == 0 || points[i - 1].value != 's' || i + 1 == points.size()) return false;
  if (!is_space_point(points[i + 1].value)) return false;
  for (std::size_t j = i + 1; j < points.size() && j < i + kFar; ++j) {
    if (mark_of(points[j].value).family != Family::single) continue;
    const Turn turn = turn_at(points, j, true);
    if (turn != Turn::none) return turn == Turn::close;
  }
  return false;
}

struct Passage {
  ByteRange range;
  bool begins_paragraph = false;  // its mark is the first sign
  bool is_open = false;           // no mark closes it
};

// The passages in marks of one paragraph. Single marks count where no other is open: within others
// they are nested, and "’" is an apostrophe more often than not.
std::vector<Passage> passages(std::string_view text, ByteRange paragraph) {
  const std::vector<TextPoint> points = points_of(text, paragraph);
  std::vector<Passage> found;
  Family open = Family::none;
  std::size_t begin = 0;
  bool begins_paragraph = false;
  int depth = 0;
  const auto close = [&](std::size_t end) {
    while (begin < end && is_space(text[begin])) ++begin;
    while (end > begin && is_space(text[end - 1])) --end;
    // The blank inside « … » is often U+00A0 or U+202F.
    for (const std::string_view blank : {"\xC2\xA0", "\xE2\x80\xAF"}) {
      if (text.substr(begin, end - begin).starts_with(blank)) begin += blank.size();
      if (text.substr(begin, end - begin).ends_with(blank)) end -= blank.size();
    }
    if (has_word(text.substr(begin, end - begin))) {
      found.push_back({{begin, end}, begins_paragraph, false});
    }
    open = Family::none;
    depth = 0;
  };
  // A single mark opens only what is closed again in this paragraph.
  std::size_t last_closing = points.size();
  while (last_closing > 0 && !closes_single(points, last_closing - 1)) --last_closing;
  const auto closes_later = [&](std::size_t i) { return i + 2 < last_closing; };
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Mark mark = mark_of(points[i].value);
    if (mark.family == Family::none) continue;
    if (open != Family::none && mark.family != open) continue;
    const Turn turn = turn_at(points, i, open != Family::none);
    if (open == Family::none) {
      if (turn != Turn::open) continue;
      if (mark.family == Family::single && !closes_later(i)) continue;
      open = mark.family;
      begin = points[i].end;
      begins_paragraph = i == 0;
      depth = 1;
    } else if (turn == Turn::open) {
      ++depth;
    } else if (turn == Turn::close) {
      if (open == Family::single && is_genitive(points, i)) continue;
      if (--depth == 0) close(points[i].begin);
    }
  }
  if (open != Family::none && open != Family::single) {
    const std::size_t before = found.size();
    close(paragraph.end);
    if (found.size() > before) found.back().is_open = true;
  }
  return found;
}

// --- who said it -------------------------------------------------------------------------------

constexpr std::array kCues = {
    // English
    "said", "says", "told", "noted", "notes", "added", "adds", "wrote", "writes", "stated",
    "states", "asked", "asks", "confirmed", "announced", "declared", "argued", "argues", "claimed",
    "claims", "insisted", "insists", "warned", "warns", "replied", "responded", "tweeted", "posted",
    "explained", "acknowledged", "remarked", "commented", "testified", "recalled", "concluded",
    "emphasized", "emphasised", "stressed", "suggested", "denied", "denies", "pledged", "vowed",
    "promised", "called", "urged", "described", "admitted", "conceded", "observed", "reiterated",
    "continued", "countered", "predicted", "complained", "quipped", "joked",
    // German, French, Spanish, Italian, Portuguese, Dutch
    "sagte", "sagt", "erklärte", "erklärt", "betonte", "schrieb", "teilte", "warnte", "forderte",
    "dit", "déclaré", "affirmé", "ajouté", "expliqué", "écrit", "estimé", "assuré", "déclare",
    "dijo", "dice", "afirmó", "declaró", "señaló", "añadió", "explicó", "aseguró", "escribió",
    "ha detto", "disse", "dichiarato", "afirmou", "declarou", "escreveu", "zei"};

constexpr std::size_t kLongestName = 24;  // words; a longer run of capitals is a heading, or a list

struct Token {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string word;   // without the marks around it
  bool name = false;  // begins with a capital
  bool comma_after = false;
  bool ends_sentence = false;
  bool quoted = false;  // within a quotation
};

bool begins_upper(std::string_view word) {
  if (word.empty()) return false;
  std::size_t at = 0;
  next_point(word, at);
  const std::string_view first = word.substr(0, at);
  if (lower_case(first) != first) return true;
  std::size_t zero = 0;
  const char32_t point = next_point(first, zero);
  return is_unspaced_script(point) || (point >= 0xAC00 && point <= 0xD7A3);
}

bool is_apostrophe(char32_t point) { return point == '\'' || point == 0x2019; }

// `quoted` are in order, and apart.
std::vector<Token> tokens_of(std::string_view text, ByteRange paragraph,
                             const std::vector<ByteRange>& quoted) {
  std::vector<Token> tokens;
  std::size_t at = paragraph.begin;
  auto quotation = quoted.begin();  // the first that does not end before the token
  while (at < paragraph.end) {
    std::size_t begin = at;
    if (!is_word_point(next_point(text, at))) continue;
    std::size_t end = at;
    while (at < paragraph.end) {
      const std::size_t here = at;
      const char32_t point = next_point(text, at);
      if (is_word_point(point)) {
        end = at;
        continue;
      }
      std::size_t next = at;
      const bool inner = (point == '-' || is_apostrophe(point) || point == '.') &&
                         at < paragraph.end && is_word_point(next_point(text, next));
      if (!inner) {
        at = here;
        break;
      }
    }
    Token token{begin, end,  std::string(text.substr(begin, end - begin)), false, false,
                false, false};
    for (const std::string_view genitive : {"'s", "’s"}) {
      if (token.word.ends_with(genitive)) token.word.resize(token.word.size() - genitive.size());
    }
    token.name = begins_upper(token.word);
    const char after = end < paragraph.end ? text[end] : '\n';
    token.comma_after = after == ',';
    token.ends_sentence = after == '!' || after == '?' || (after == '.' && token.word.size() > 3);
    while (quotation != quoted.end() && quotation->end < end) ++quotation;
    token.quoted = quotation != quoted.end() && begin >= quotation->begin;
    tokens.push_back(std::move(token));
  }
  return tokens;
}

bool is_cue(const std::string& word) {
  const std::string lower = lower_case(word);
  return std::find(kCues.begin(), kCues.end(), lower) != kCues.end();
}

bool is_pronoun(const std::string& word) {
  static const std::set<std::string> all = {"he",   "she", "they", "it",  "who", "er",
                                            "sie",  "il",  "elle", "hij", "zij", "él",
                                            "ella", "lui", "lei",  "ele", "ela"};
  return all.contains(lower_case(word));
}

// Small words that stand within a name or a title: "Secretary of State", "Ursula von der Leyen".
bool joins_names(const std::string& word) {
  static const std::set<std::string> all = {"of",  "the", "for", "and", "de", "der",
                                            "von", "van", "den", "del", "la", "le",
                                            "du",  "bin", "al",  "des", "da"};
  return all.contains(word);
}

// Words that begin with a capital for standing at the front of a sentence, or are no names.
bool is_no_name(const std::string& word) {
  static const std::set<std::string> all = {
      "The",  "A",     "An",    "In",    "On",      "At",        "But",      "And",   "For",
      "If",   "As",    "When",  "While", "After",   "Before",    "So",       "Then",  "This",
      "That", "These", "Those", "There", "His",     "Her",       "Its",      "Their", "Our",
      "We",   "You",   "I",     "Yet",   "However", "Meanwhile", "Belmora’s"};
  return all.contains(word);
}

// A cue with its subject, as the text words it.
struct Saying {
  std::size_t cue = 0;    // bytes
  std::size_t begin = 0;  // of the whole, for distances
  std::size_t end = 0;
  std::string subject;  // empty for a pronoun
};

class Sayings {
 public:
  Sayings(std::string_view text, const std::vector<Token>& tokens) : text_(text), tokens_(tokens) {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].quoted || !is_cue(tokens_[i].word)) continue;
      if (auto saying = at_cue(i)) found_.push_back(std::move(*saying));
    }
    according();
  }

  std::vector<Saying> take() {
    std::sort(found_.begin(), found_.end(),
              [](const Saying& a, const Saying& b) { return a.cue < b.cue; });
    return std::move(found_);
  }

 private:
  std::optional<Saying> at_cue(std::size_t i) const {
    // "has said", "later told": auxiliaries and adverbs stand between.
    std::size_t before = i;
    while (before > 0 && !tokens_[before - 1].name && !tokens_[before - 1].quoted &&
           !tokens_[before - 1].comma_after && !is_pronoun(tokens_[before - 1].word) &&
           i - before < 3 && !tokens_[before - 1].ends_sentence) {
      --before;
    }
    if (before > 0 && !tokens_[before - 1].quoted && !tokens_[before - 1].ends_sentence) {
      const Token& last = tokens_[before - 1];
      if (is_pronoun(last.word)) return Saying{tokens_[i].begin, last.begin, tokens_[i].end, ""};
      if (last.comma_after && before == i) {
        if (auto apposition = before_apposition(before - 1, i)) return apposition;
      }
      if (last.name && !last.comma_after) {
        if (auto run = run_ending(before - 1)) {
          return Saying{tokens_[i].begin, run->begin, tokens_[i].end, words(*run)};
        }
      }
    }
    // "said Lucas Aldern"
    if (i + 1 < tokens_.size() && !tokens_[i].comma_after && !tokens_[i + 1].quoted) {
      if (is_pronoun(tokens_[i + 1].word)) {
        return Saying{tokens_[i].begin, tokens_[i].begin, tokens_[i + 1].end, ""};
      }
      if (tokens_[i + 1].name && !is_no_name(tokens_[i + 1].word)) {
        const ByteRange run = run_beginning(i + 1);
        return Saying{tokens_[i].begin, tokens_[i].begin, run.end, words(run)};
      }
    }
    return std::nullopt;
  }

  // "Lio Pendar, spokesman for the embassy, said": the name before the first of two commas.
  std::optional<Saying> before_apposition(std::size_t last, std::size_t cue) const {
    constexpr std::size_t kLongest = 16;
    for (std::size_t back = 1; back <= kLongest && back <= last; ++back) {
      const Token& token = tokens_[last - back];
      if (token.quoted || token.ends_sentence) break;
      if (!token.comma_after) continue;
      if (!token.name) continue;
      if (auto run = run_ending(last - back)) {
        return Saying{tokens_[cue].begin, run->begin, tokens_[cue].end, words(*run)};
      }
    }
    return std::nullopt;
  }

  // The names that end with the token, and what joins them.
  std::optional<ByteRange> run_ending(std::size_t last) const {
    std::size_t first = last;
    while (first > 0 && last - first < kLongestName) {
      const Token& token = tokens_[first - 1];
      if (token.comma_after || token.ends_sentence || token.quoted) break;
      if (token.name) {
        --first;
      } else if (joins_names(token.word) && first > 1 && tokens_[first - 2].name &&
                 !tokens_[first - 2].comma_after && !tokens_[first - 2].quoted) {
        first -= 2;
      } else {
        break;
      }
    }
    while (first < last && is_no_name(tokens_[first].word)) ++first;
    if (is_no_name(tokens_[first].word)) return std::nullopt;
    return ByteRange{tokens_[first].begin, tokens_[last].end};
  }

  ByteRange run_beginning(std::size_t first) const {
    std::size_t last = first;
    while (last + 1 < tokens_.size() && last - first < kLongestName && !tokens_[last].comma_after &&
           !tokens_[last].ends_sentence) {
      const Token& next = tokens_[last + 1];
      if (next.quoted) break;
      if (next.name) {
        ++last;
      } else if (joins_names(next.word) && last + 2 < tokens_.size() && tokens_[last + 2].name &&
                 !tokens_[last + 2].quoted) {
        last += 2;
      } else {
        break;
      }
    }
    return {tokens_[first].begin, tokens_[last].end};
  }

  // "according to X"
  void according() {
    for (std::size_t i = 0; i + 2 < tokens_.size(); ++i) {
      if (tokens_[i].quoted || lower_case(tokens_[i].word) != "according" ||
          tokens_[i + 1].word != "to")
        continue;
      if (!tokens_[i + 2].name || is_no_name(tokens_[i + 2].word)) continue;
      const ByteRange run = run_beginning(i + 2);
      found_.push_back({tokens_[i].begin, tokens_[i].begin, run.end, words(run)});
    }
  }

  std::string words(ByteRange range) const {
    std::string name(text_.substr(range.begin, range.end - range.begin));
    for (char& c : name) c = c == '\n' ? ' ' : c;
    for (const std::string_view genitive : {"'s", "’s"}) {
      if (name.ends_with(genitive)) name.resize(name.size() - genitive.size());
    }
    return name;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::vector<Saying> found_;
};

constexpr std::size_t kNowhere = std::string_view::npos;

// Whether a sentence ends with the byte.
bool ends_sentence(std::string_view text, std::size_t i) {
  const bool stop =
      text[i] == '!' || text[i] == '?' ||
      (text[i] == '.' && i >= 3 && text[i - 1] != '.' && text[i - 2] != ' ' && text[i - 2] != '.');
  return stop && i + 1 < text.size() && (text[i + 1] == ' ' || text[i + 1] == '\n');
}

// Where the first sentence ends whose end and the byte after it are in [begin, end); kNowhere where
// none does.
std::size_t first_sentence_end(std::string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i + 1 < end; ++i) {
    if (ends_sentence(text, i)) return i;
  }
  return kNowhere;
}

// The last such.
std::size_t last_sentence_end(std::string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t i = end; i > begin + 1; --i) {
    if (ends_sentence(text, i - 2)) return i - 2;
  }
  return kNowhere;
}

std::vector<std::string> words_in(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    const char32_t point = next_point(name, at);
    if (is_word_point(point) || point == '-' || is_apostrophe(point)) {
      word += name.substr(begin, at - begin);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

// Where the words of `part` stand beside each other in `whole`; its size where they do not.
std::size_t run_in(const std::vector<std::string>& whole, const std::vector<std::string>& part) {
  for (std::size_t i = 0; i + part.size() <= whole.size(); ++i) {
    bool same = true;
    for (std::size_t j = 0; same && j < part.size(); ++j) {
      same = lower_case(whole[i + j]) == lower_case(part[j]);
    }
    if (same) return i;
  }
  return whole.size();
}

// The names that the text has had, and the fullest of them for the same person: "Lio" is "Lio
// Pendar". Of each name that was asked for it is kept how far the others have been looked through.
class KnownNames {
 public:
  void add(const std::string& name) {
    if (!seen_.insert(name).second) return;
    Name one{name, lower_words(name)};
    for (const std::string& word : std::set<std::string>(one.words.begin(), one.words.end())) {
      having_[word].push_back(names_.size());
    }
    names_.push_back(std::move(one));
  }
  bool empty() const { return names_.empty(); }
  const std::string& first() const { return names_.front().text; }

  std::string fullest(const std::string& name) {
    const auto [known, is_new] = asked_.try_emplace(name);
    Asked& asked = known->second;
    if (is_new) asked = {lower_words(name), name, 0, 0, ""};
    if (asked.words.empty()) return name;
    if (is_new) {
      asked.size = asked.words.size();
      // What has all its words has the rarest of them.
      asked.rarest = *std::min_element(
          asked.words.begin(), asked.words.end(),
          [&](const auto& a, const auto& b) { return having_[a].size() < having_[b].size(); });
    }
    const std::vector<std::size_t>& candidates = having_[asked.rarest];
    for (; asked.looked < candidates.size(); ++asked.looked) {
      const Name& other = names_[candidates[asked.looked]];
      if (other.words.size() <= asked.size || !has_run(other.words, asked.words)) continue;
      asked.best = other.text;
      asked.size = other.words.size();
    }
    return asked.best;
  }

 private:
  struct Name {
    std::string text;
    std::vector<std::string> words;
  };
  struct Asked {
    std::vector<std::string> words;
    std::string best;
    std::size_t size = 0;    // words of the best
    std::size_t looked = 0;  // candidates
    std::string rarest;
  };

  static std::vector<std::string> lower_words(const std::string& name) {
    std::vector<std::string> words = words_in(name);
    for (std::string& word : words) word = lower_case(word);
    return words;
  }
  static bool has_run(const std::vector<std::string>& whole, const std::vector<std::string>& part) {
    return std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
  }

  std::vector<Name> names_;
  std::set<std::string> seen_;
  std::map<std::string, std::vector<std::size_t>> having_;  // word -> names
  std::map<std::string, Asked> asked_;
};

// All runs of names in a paragraph, quotations left out: "Foreign Minister Cal Ba-rem".
std::vector<std::string> names_in(std::string_view text, const std::vector<Token>& tokens) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < tokens.size();) {
    if (!tokens[i].name || tokens[i].quoted || is_no_name(tokens[i].word)) {
      ++i;
      continue;
    }
    std::size_t last = i;
    while (last + 1 < tokens.size() && last - i < kLongestName && !tokens[last].comma_after &&
           !tokens[last].ends_sentence && !tokens[last + 1].quoted) {
      if (tokens[last + 1].name) {
        ++last;
      } else if (last + 2 < tokens.size() && joins_names(tokens[last + 1].word) &&
                 tokens[last + 1].word != "and" && tokens[last + 2].name &&
                 !tokens[last + 2].quoted) {
        last += 2;
      } else {
        break;
      }
    }
    if (last > i)
      names.emplace_back(text.substr(tokens[i].begin, tokens[last].end - tokens[i].begin));
    i = last + 1;
  }
  return names;
}

// Whether what stands between two quotations only interrupts them: "…," he said, "…".
bool interrupts(std::string_view text, ByteRange before, ByteRange after,
                const std::vector<Saying>& sayings) {
  constexpr std::size_t kLongest = 120;
  if (after.begin - before.end > kLongest) return false;
  const std::string_view first = trimmed(text.substr(before.begin, before.end - before.begin), " ");
  if (first.ends_with('.') || first.ends_with('!') || first.ends_with('?')) return false;
  // Without the marks on both sides.
  std::string_view between = text.substr(before.end, after.begin - before.end);
  while (!between.empty() && between.back() != ',' && between.back() != '.' &&
         !is_letter(between.back())) {
    between.remove_suffix(1);
  }
  if (!between.ends_with(',')) return false;
  if (first_sentence_end(text, before.end, before.end + between.size()) != kNowhere) return false;
  return std::any_of(sayings.begin(), sayings.end(), [&](const Saying& one) {
    return one.begin >= before.end && one.end <= after.begin;
  });
}

}  // namespace

std::string words_of(const CaptureText& capture, const Quotation& quotation) {
  std::string words;
  for (const ByteRange& part : quotation.parts) {
    if (!words.empty()) words += " ... ";
    words += capture.is_captions()
                 ? capture.said(part)
                 : std::string(capture.text().substr(part.begin, part.end - part.begin));
  }
  return words;
}

// Reports say who speaks in one of three places: behind the quotation ("...", she said), before it
// (She said: "..."), or once for several. A tag belongs to the quotation that it touches: one
// behind a sentence's end tells of what follows. So each quotation is asked what stands between it
// and its neighbours, the end of a sentence cutting off the rest, and the nearest tag wins; only
// where there is none does the speaker of the paragraph go on. Whom "he" means, and the whole of a
// name that comes short first, are known late: names are collected as the text goes, and put in at
// the end. A wrong speaker is worse than none, as somebody may record it: where nothing tells, it
// stays empty.
std::vector<Quotation> quotations(const CaptureText& capture) {
  if (capture.is_captions()) return spoken_sentences(capture);
  const std::string_view text = capture.text();
  std::vector<Quotation> all;
  bool goes_on = false;  // the last one was not closed in its paragraph
  KnownNames known;
  std::string antecedent;  // whom "he" means
  for (unsigned number = 1; number <= capture.paragraphs(); ++number) {
    const ByteRange paragraph = capture.paragraph(number);
    const std::vector<Passage> found = passages(text, paragraph);
    std::vector<ByteRange> quoted;
    for (const Passage& one : found) quoted.push_back(one.range);
    const std::vector<Token> tokens = tokens_of(text, paragraph, quoted);
    for (const std::string& name : names_in(text, tokens)) known.add(name);
    std::vector<Saying> sayings = Sayings(text, tokens).take();
    for (Saying& saying : sayings) {
      if (saying.subject.empty()) {
        // Nobody has said anything yet: then it is whom the text began with.
        saying.subject = !antecedent.empty() || known.empty() ? antecedent : known.first();
      } else {
        saying.subject = known.fullest(saying.subject);
        antecedent = saying.subject;
      }
    }
    std::string last;
    for (std::size_t i = 0; i < quoted.size(); ++i) {
      const std::size_t next = i + 1 < quoted.size() ? quoted[i + 1].begin : paragraph.end;
      const std::size_t previous = i > 0 ? quoted[i - 1].end : paragraph.begin;
      // Only what is told between the quotation and its neighbours.
      const auto at_or_behind = [&](std::size_t byte) {
        return std::lower_bound(sayings.begin(), sayings.end(), byte,
                                [](const Saying& one, std::size_t at) { return one.cue < at; });
      };
      const Saying* after = nullptr;
      const std::size_t stop_after = first_sentence_end(text, quoted[i].end + 3, next);
      for (auto one = at_or_behind(quoted[i].end);
           one != sayings.end() && one->cue <= next && after == nullptr; ++one) {
        const bool told = one->begin >= quoted[i].end && one->end <= next;
        if (told && (stop_after == kNowhere || stop_after + 1 >= one->begin)) after = &*one;
      }
      const Saying* before = nullptr;
      const std::size_t stop_before = last_sentence_end(text, previous, quoted[i].begin);
      for (auto one = at_or_behind(quoted[i].begin);
           one != sayings.begin() && std::prev(one)->cue >= previous && before == nullptr;) {
        --one;
        const bool told = one->end <= quoted[i].begin && one->begin >= previous;
        if (told && (stop_before == kNowhere || stop_before < one->end)) before = &*one;
      }
      // The candidates in order: a tag right after the mark, the tag before it, the last speaker of
      // the paragraph, a later tag.
      constexpr std::size_t kRightBehind = 8;
      std::string speaker;
      if (after != nullptr && after->begin <= quoted[i].end + kRightBehind) {
        speaker = after->subject;
      } else if (before != nullptr) {
        speaker = before->subject;
      } else if (!last.empty()) {
        speaker = last;
      } else if (after != nullptr) {
        speaker = after->subject;
      } else if (!sayings.empty() && sayings.front().begin < quoted[i].begin) {
        auto one = at_or_behind(quoted[i].begin);
        while (one != sayings.begin() && std::prev(one)->end > quoted[i].begin) --one;
        if (one != sayings.begin()) speaker = std::prev(one)->subject;
      }
      last = speaker;
      if (i > 0 && interrupts(text, quoted[i - 1], quoted[i], sayings)) {
        all.back().range.end = quoted[i].end;
        all.back().parts.push_back(quoted[i]);
        if (all.back().speaker.empty()) all.back().speaker = std::move(speaker);
      } else if (i == 0 && goes_on && found[i].begins_paragraph) {
        all.back().range.end = quoted[i].end;
        all.back().parts.back().end = quoted[i].end;
        // The tag of one over several paragraphs stands behind the last.
        if (!speaker.empty()) all.back().speaker = std::move(speaker);
      } else {
        all.push_back({quoted[i], {quoted[i]}, number, std::move(speaker)});
      }
    }
    goes_on = !found.empty() && found.back().is_open;
  }
  // Names that come in full only later in the text.
  for (Quotation& one : all) one.speaker = one.speaker.empty() ? "" : known.fullest(one.speaker);
  return all;
}

std::string called(std::string_view speaker, const std::vector<Called>& all) {
  const std::vector<std::string> words = words_in(speaker);
  if (words.empty()) return "";
  // A whole name within the words: "Secretary of Defense Lucas Aldern". The longest counts.
  std::string best;
  std::size_t longest = 0;
  bool tie = false;
  for (const Called& one : all) {
    std::size_t most = 0;
    for (const std::string& name : one.names) {
      const std::vector<std::string> part = words_in(name);
      if (!part.empty() && run_in(words, part) < words.size()) most = std::max(most, part.size());
    }
    if (most == 0 || most < longest) continue;
    tie = most == longest;
    longest = most;
    best = one.id;
  }
  if (longest > 1 || (longest == 1 && words.size() == 1)) return tie ? "" : best;
  // A part of one name: "Kem", "Brindle".
  std::string found;
  for (const Called& one : all) {
    for (const std::string& name : one.names) {
      const std::vector<std::string> whole = words_in(name);
      if (whole.size() < 2) continue;
      const bool part =
          run_in(whole, words) < whole.size() || run_in(whole, {words.back()}) < whole.size();
      if (!part || found == one.id) continue;
      if (!found.empty()) return "";
      found = one.id;
    }
  }
  return found;
}

}  // namespace aver::claims
