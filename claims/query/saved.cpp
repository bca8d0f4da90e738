// SPDX-License-Identifier: MIT
//
// What a query says by name, put in: saved queries, and words by their names of today.
#include <algorithm>

#include "claims/query/query.h"
#include "claims/text/lines.h"

namespace aver::claims::query {
namespace {

constexpr std::size_t kLongestName = 64;  // of which near names are looked for

void set_span(Query& query, QuerySpan span) {
  query.span = span;
  for (Match& match : query.term.any) match.span = span;
  for (Query& part : query.parts) set_span(part, span);
}

class Expander {
 public:
  explicit Expander(const std::vector<SavedQuery>& saved) : saved_(saved) {}

  // `depth` bounds how deep the result is, and so whoever walks it.
  std::optional<Problem> expand(Query& query, std::size_t depth) {
    if (++count_ > kMaxTerms || depth > kMaxDepth)
      return Problem{"with its saved queries put in, this is too long", query.span, ""};
    if (query.kind == Query::Kind::saved) return put_in(query, depth);
    for (Query& part : query.parts) {
      if (auto problem = expand(part, depth + 1)) return problem;
    }
    // The inserted query may be of the same kind (all, any) as the one around it: they are joined.
    if (query.kind == Query::Kind::all)
      query = all_of(std::move(query.parts));
    else if (query.kind == Query::Kind::any)
      query = any_of(std::move(query.parts));
    return std::nullopt;
  }

 private:
  static constexpr std::size_t kMaxDepth = 4 * kMaxNesting;

  std::optional<Problem> put_in(Query& query, std::size_t depth) {
    const std::string name = query.name;
    const QuerySpan span = query.span;
    const auto at = std::find_if(saved_.begin(), saved_.end(),
                                 [&](const SavedQuery& one) { return one.name == name; });
    if (at == saved_.end()) {
      std::vector<std::string> names;
      for (const SavedQuery& one : saved_) names.push_back(one.name);
      Problem problem{"there is no saved query @" + name, span,
                      "in aver.toml: [query] " + name + " = \"…\""};
      if (names.empty()) problem.sentence += ": aver.toml has none";
      add_guess(problem, name, names);
      if (!problem.guess.empty()) {
        std::string guess = "@";
        guess += problem.guess;
        problem.guess = std::move(guess);
      }
      return problem;
    }
    if (std::find(within_.begin(), within_.end(), name) != within_.end()) {
      std::string way;
      for (const std::string& one : within_) way += "@" + one + " -> ";
      return Problem{"the saved query @" + name + " leads back to itself: " + way + "@" + name,
                     span, "change [query] in aver.toml"};
    }
    ParsedQuery parsed = parse(at->text);
    if (!parsed.query) {
      return Problem{"the saved query @" + name + " cannot be read: " + parsed.problem->sentence,
                     span, "change [query] in aver.toml, or see: aver check"};
    }
    query = std::move(*parsed.query);
    set_span(query, span);
    within_.push_back(name);
    std::optional<Problem> problem = expand(query, depth + 1);
    within_.pop_back();
    return problem;
  }

  const std::vector<SavedQuery>& saved_;
  std::vector<std::string> within_;
  std::size_t count_ = 0;
};

}  // namespace

std::optional<Problem> expand(Query& query, const std::vector<SavedQuery>& saved) {
  return Expander(saved).expand(query, 0);
}

std::optional<Problem> resolve_words(Query& query, const Vocabulary& words) {
  std::optional<Problem> problem;
  each_term(query, [&](Query& node) {
    for (Match& match : node.term.any) {
      if (problem) return;
      std::vector<std::string> names;
      if (node.term.key == Key::position) {
        if (const Meaning meaning = words.find(match.value)) {
          match.value = meaning.word->name;
          continue;
        }
        for (const Scale& scale : words.scales()) {
          for (const Word& word : scale.words) names.push_back(word.name);
        }
        problem = Problem{quoted(match.value) + " is no position in this store's vocabulary",
                          match.span, "aver help vocabulary"};
        add_guess(*problem, match.value.substr(0, kLongestName), names);
      } else if (node.term.key == Key::scale) {
        for (const Scale& scale : words.scales()) names.push_back(scale.name);
        if (std::find(names.begin(), names.end(), match.value) != names.end()) continue;
        problem = Problem{quoted(match.value) + " is no scale of this store's vocabulary",
                          match.span, "aver help vocabulary"};
        add_guess(*problem, match.value.substr(0, kLongestName), names);
      }
    }
  });
  return problem;
}

}  // namespace aver::claims::query
