// SPDX-License-Identifier: MIT
//
// Text -> query. Recursive descent; how deep it goes is bounded before it goes there.
#include <algorithm>

#include "claims/query/query.h"
#include "claims/text/ascii.h"
#include "claims/text/lines.h"

namespace aver::claims::query {
namespace {

constexpr std::size_t kLongestName = 64;  // of which near names are looked for

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  ParsedQuery run() {
    ParsedQuery parsed;
    if (text_.size() > kMaxLength) {
      fail("a query has at most " + std::to_string(kMaxLength) + " bytes",
           {kMaxLength, text_.size()});
    } else {
      parsed.query = at_end() ? all_of({}) : alternatives(0);
      if (!problem_ && !at_end()) {
        fail("this closing parenthesis has no opening one", {at_, at_ + 1});
      }
    }
    if (problem_) return {std::nullopt, std::move(problem_)};
    return parsed;
  }

 private:
  using Read = std::optional<Query>;

  std::nullopt_t fail(std::string sentence, QuerySpan span, std::string hint = "") {
    if (!problem_) problem_ = Problem{std::move(sentence), span, std::move(hint)};
    return std::nullopt;
  }

  bool at_end() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    return at_ == text_.size();
  }
  char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  // The plain word that begins here, without moving on.
  std::string_view word_here() const {
    std::size_t end = at_;
    while (end < text_.size() && !is_space(text_[end]) &&
           std::string_view("()\"").find(text_[end]) == std::string_view::npos) {
      ++end;
    }
    return text_.substr(at_, end - at_);
  }
  bool is_operator(std::string_view lower, std::string_view upper) {
    if (at_end()) return false;
    const std::string_view word = word_here();
    return (word == lower || word == upper) &&
           (at_ + word.size() == text_.size() || text_[at_ + word.size()] != '"');
  }

  Read alternatives(int depth) {
    std::vector<Query> parts;
    for (;;) {
      Read part = conjunction(depth);
      if (!part) return part;
      parts.push_back(std::move(*part));
      if (!is_operator("or", "OR")) break;
      const QuerySpan span{at_, at_ + 2};
      at_ += 2;
      if (at_end() || here() == ')') return fail("nothing stands behind this \"or\"", span);
    }
    return any_of(std::move(parts));
  }

  Read conjunction(int depth) {
    std::vector<Query> parts;
    while (!at_end() && here() != ')') {
      if (is_operator("or", "OR")) {
        if (parts.empty()) {
          return fail("nothing stands before this \"or\"", {at_, at_ + 2},
                      "to look for the word, put quotes around it: \"or\"");
        }
        break;
      }
      if (is_operator("and", "AND")) {
        const QuerySpan span{at_, at_ + 3};
        at_ += 3;
        if (parts.empty()) return fail("nothing stands before this \"and\"", span);
        if (at_end() || here() == ')' || is_operator("or", "OR") || is_operator("and", "AND"))
          return fail("nothing stands behind this \"and\"", span);
        continue;
      }
      Read part = one(depth);
      if (!part) return part;
      parts.push_back(std::move(*part));
    }
    if (parts.empty()) return fail("this closing parenthesis has no opening one", {at_, at_ + 1});
    return all_of(std::move(parts));
  }

  Read one(int depth) {
    const std::size_t begin = at_;
    if (depth > kMaxNesting) {
      return fail("this is nested more than " + std::to_string(kMaxNesting) + " deep",
                  {begin, begin + 1});
    }
    if (here() == '-') {
      ++at_;
      if (at_ == text_.size() || is_space(here()) || here() == ')')
        return fail("nothing stands behind this \"-\"", {begin, begin + 1});
      Read part = one(depth + 1);
      if (!part) return part;
      return spanning(no(std::move(*part)), begin);
    }
    if (here() == '(') return group(depth, begin);
    if (here() == '@') return saved();
    if (here() == '"') {
      std::optional<Match> words = quoted_value();
      if (!words) return std::nullopt;
      return checked(term(Key::phrase, {*words}, words->span));
    }
    const std::string_view word = word_here();
    if (at_ + word.size() < text_.size() && text_[at_ + word.size()] == '(') {
      if (word == "some" || word == "ever") {
        at_ += word.size();
        Read part = group(depth, begin);
        if (!part) return part;
        return spanning(word == "some" ? some(std::move(*part)) : ever(std::move(*part)), begin);
      }
    }
    std::size_t letters = 0;
    while (letters < word.size() &&
           (is_letter(word[letters]) ||
            (letters > 0 && (word[letters] == '_' || word[letters] == '-'))))
      ++letters;
    if (letters > 0 && letters < word.size() && word[letters] == ':')
      return keyed(word.substr(0, letters));
    at_ += word.size();
    const QuerySpan span{begin, at_};
    if (!ends_here()) return std::nullopt;
    return checked(term(Key::word, {{Op::is, std::string(word), "", span}}, span));
  }

  Query spanning(Query query, std::size_t begin) const {
    query.span = {begin, at_};
    return query;
  }

  Read group(int depth, std::size_t begin) {
    const std::size_t open = at_++;
    if (!at_end() && here() == ')')
      return fail("nothing stands between these parentheses", {open, at_ + 1});
    if (at_end()) return fail("this parenthesis is not closed", {open, open + 1});
    Read part = alternatives(depth + 1);
    if (!part) return part;
    if (at_end() || here() != ')') return fail("this parenthesis is not closed", {open, open + 1});
    ++at_;
    return spanning(std::move(*part), begin);
  }

  Read saved() {
    const std::size_t begin = at_++;
    const std::string_view name = word_here();
    at_ += name.size();
    const QuerySpan span{begin, at_};
    if (name.empty()) return fail("the name of a saved query is missing", span);
    if (!is_name(name)) {
      return fail(quoted(name) + " is no name of a saved query: it has a-z, 0-9, - and _", span,
                  "to look for the words, put quotes around them");
    }
    if (!ends_here()) return std::nullopt;
    Query query;
    query.kind = Query::Kind::saved;
    query.name = name;
    query.span = span;
    return query;
  }

  // A word ends at a blank or a parenthesis that closes; anything else there was meant otherwise.
  bool ends_here() {
    if (at_ == text_.size() || is_space(here()) || here() == ')') return true;
    fail(here() == '(' ? "a blank is missing before this parenthesis" : "a blank is missing here",
         {at_, at_ + 1}, "to look for such words as they are, put quotes around them");
    return false;
  }

  Read keyed(std::string_view word) {
    const std::size_t begin = at_;
    at_ += word.size() + 1;
    std::string name(word);
    for (char& c : name) c = c == '-' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    const KeyRow* row = key_named(name);
    if (row == nullptr) {
      std::vector<std::string> names;
      for (const KeyRow& one : keys()) {
        if (!one.name.empty()) names.emplace_back(one.name);
      }
      problem_ = Problem{"there is no key " + quoted(word), {begin, begin + word.size()}};
      if (name.size() <= kLongestName) add_guess(*problem_, name, names);
      return std::nullopt;
    }
    std::vector<Match> any;
    for (;;) {
      if (at_ == text_.size() || is_space(here()) || here() == ',' || here() == ')' ||
          here() == '(') {
        const char* what = here() == '(' ? "values stand in no parentheses: put \",\" between them"
                           : any.empty() ? "a value is missing behind this key"
                                         : "a value is missing behind this \",\"";
        return fail(what, here() == '(' ? QuerySpan{at_, at_ + 1}
                          : any.empty() ? QuerySpan{begin, at_}
                                        : QuerySpan{at_ - 1, at_});
      }
      std::optional<Match> match = here() == '"' ? quoted_value() : plain_value(*row);
      if (!match) return std::nullopt;
      any.push_back(std::move(*match));
      if (here() != ',') break;
      ++at_;
    }
    if (!ends_here()) return std::nullopt;
    return checked(term(row->key, std::move(any), {begin, at_}));
  }

  std::optional<Match> quoted_value() {
    const std::size_t begin = at_++;
    std::string value;
    for (; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      const bool escape = text_[at_] == '\\' && at_ + 1 < text_.size() &&
                          (text_[at_ + 1] == '"' || text_[at_ + 1] == '\\');
      if (escape) ++at_;
      value += text_[at_];
    }
    if (at_ == text_.size()) return fail("this quote is not closed", {begin, begin + 1});
    ++at_;
    const QuerySpan span{begin, at_};
    if (at_ < text_.size() && !is_space(here()) && here() != ',' && here() != ')')
      return fail("a blank is missing behind this quote", {at_ - 1, at_});
    return Match{Op::is, std::move(value), "", span};
  }

  std::optional<Match> plain_value(const KeyRow& row) {
    const std::size_t begin = at_;
    std::string_view text = word_here();
    text = text.substr(0, text.find(','));
    at_ += text.size();
    const QuerySpan span{begin, at_};
    Match match{Op::is, "", "", span};
    if (text.starts_with("<="))
      match.op = Op::at_most;
    else if (text.starts_with(">="))
      match.op = Op::at_least;
    else if (text.starts_with("<"))
      match.op = Op::less;
    else if (text.starts_with(">"))
      match.op = Op::more;
    const std::size_t dots = text.find("..");
    const bool range = match.op == Op::is && dots != text.npos && is_compared(row.type);
    if (match.op != Op::is && !is_compared(row.type)) {
      return fail(std::string(row.name) + " has no order: it takes no < and no >", span,
                  "dates do, and credibility, reliability and likelihood");
    }
    if (range) {
      match.op = Op::between;
      match.value = text.substr(0, dots);
      match.to = text.substr(dots + 2);
      if (match.value.empty() && match.to.empty()) return fail("this range has no ends", span);
      return match;
    }
    text.remove_prefix(match.op == Op::is                             ? 0
                       : match.op == Op::less || match.op == Op::more ? 1
                                                                      : 2);
    if (text.empty()) return fail("a value is missing behind this sign", span);
    match.value = text;
    return match;
  }

  Read checked(Query query) {
    problem_ = problem_in(query.term);
    if (problem_) return std::nullopt;
    return query;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<Problem> problem_;
};

}  // namespace

ParsedQuery parse(std::string_view text) { return Parser(text).run(); }

bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= kLongestName &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == name.npos;
}

}  // namespace aver::claims::query
