// SPDX-License-Identifier: MIT
//
// What a query says by name, put in: saved queries, and words by their names of today.
#include <algorithm>
#include <unordered_map>

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

}  // namespace

// A saved query may be named by all others, and those by more: what one has been read as is kept,
// and what is put in is bounded, both in all and in depth.
struct SavedQueries::State {
  explicit State(const std::vector<SavedQuery>& all) : saved(all) {
    for (const SavedQuery& one : saved) by_name.try_emplace(one.name, &one);
  }

  // `depth` bounds how deep the result is, and so whoever walks it.
  std::optional<Problem> expand(Query& query, std::size_t depth) {
    ++cost;
    if (++count > kMaxTerms || depth > kMaxDepth)
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

  std::optional<Problem> put_in(Query& query, std::size_t depth) {
    const std::string name = query.name;
    const QuerySpan span = query.span;
    const auto at = by_name.find(name);
    if (at == by_name.end()) return unknown(name, span);
    if (std::find(within.begin(), within.end(), name) != within.end()) {
      std::string way;
      for (const std::string& one : within) way += "@" + one + " -> ";
      return Problem{"the saved query @" + name + " leads back to itself: " + way + "@" + name,
                     span, "change [query] in aver.toml"};
    }
    const auto [known, is_new] = read.try_emplace(at->second);
    if (is_new) known->second = parse(at->second->text);
    const ParsedQuery& parsed = known->second;
    if (!parsed.query) {
      return Problem{"the saved query @" + name + " cannot be read: " + parsed.problem->sentence,
                     span, "change [query] in aver.toml, or see: aver check"};
    }
    query = *parsed.query;
    set_span(query, span);
    within.push_back(name);
    std::optional<Problem> problem = expand(query, depth + 1);
    within.pop_back();
    return problem;
  }

  Problem unknown(const std::string& name, QuerySpan span) {
    std::vector<std::string> names;
    for (const SavedQuery& one : saved) names.push_back(one.name);
    cost += names.size();
    Problem problem{"there is no saved query @" + name, span,
                    "in aver.toml: [query] " + name + " = \"…\""};
    if (names.empty()) problem.sentence += ": aver.toml has none";
    add_guess(problem, name, names);
    if (!problem.guess.empty()) problem.guess.insert(problem.guess.begin(), '@');
    return problem;
  }

  static constexpr std::size_t kMaxDepth = 4 * kMaxNesting;

  const std::vector<SavedQuery>& saved;
  std::unordered_map<std::string_view, const SavedQuery*> by_name;
  std::unordered_map<const SavedQuery*, ParsedQuery> read;
  std::vector<std::string> within;
  std::size_t count = 0;  // of the query under way
  std::size_t cost = 0;
};

SavedQueries::SavedQueries(const std::vector<SavedQuery>& saved)
    : state_(std::make_unique<State>(saved)) {}

SavedQueries::~SavedQueries() = default;

std::optional<Problem> SavedQueries::expand(Query& query) {
  state_->count = 0;
  return state_->expand(query, 0);
}

std::size_t SavedQueries::cost() const { return state_->cost; }

std::optional<Problem> expand(Query& query, const std::vector<SavedQuery>& saved) {
  return SavedQueries(saved).expand(query);
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
