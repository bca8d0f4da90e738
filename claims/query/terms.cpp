// SPDX-License-Identifier: MIT
//
// The values of a term against the rules of its key.
#include <algorithm>
#include <initializer_list>

#include "claims/query/query.h"
#include "claims/text/fold.h"
#include "claims/text/similar.h"

namespace aver::claims::query {
namespace {

constexpr std::size_t kLongestWord = 64;  // of which near words are looked for

Problem no_such_word(const KeyRow& row, const std::string& value, QuerySpan span) {
  std::string name(row.name);
  std::vector<std::string> words(row.words.begin(), row.words.end());
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  Problem problem{name + ": takes no \"" + value + "\"", span, name + ": takes " + all};
  if (value.size() <= kLongestWord) add_guess(problem, value, words);
  return problem;
}

std::optional<Problem> value_problem(const KeyRow& row, const std::string& value, QuerySpan span) {
  if (value.empty()) return Problem{"there is nothing between these quotes", span};
  switch (row.type) {
    case KeyType::text:
    case KeyType::label:
      // What folds to nothing would fit everything.
      if (plain(value).empty()) return Problem{"there is nothing here to look for", span};
      break;
    case KeyType::date:
      if (std::string problem = date_problem(value); !problem.empty())
        return Problem{std::move(problem), span, "aver help dates"};
      break;
    case KeyType::word:
    case KeyType::ordered:
      if (!place_of(row, value)) return no_such_word(row, value, span);
      break;
    case KeyType::exact:
    case KeyType::id:
    case KeyType::position:
    case KeyType::scale:
      break;
  }
  return std::nullopt;
}

bool is_backwards(const KeyRow& row, const Match& match) {
  if (match.value.empty() || match.to.empty()) return false;
  if (row.type == KeyType::ordered) return place_of(row, match.value) > place_of(row, match.to);
  // What "today" is, only the one who asks knows.
  const ParsedDate from = parse_date(match.value);
  const ParsedDate to = parse_date(match.to);
  return from.date && to.date && from.date->earliest() > to.date->latest();
}

}  // namespace

void add_guess(Problem& problem, std::string_view given, const std::vector<std::string>& names) {
  const std::vector<std::string> near = nearest(given, names, 1);
  if (near.empty()) return;
  problem.guess = near.front();
  problem.sentence += "; did you mean " + problem.guess + "?";
}

std::optional<Problem> problem_in(const Term& term) {
  const KeyRow& row = row_of(term.key);
  for (const Match& match : term.any) {
    const bool range = match.op == Op::between;
    if (!range || !match.value.empty()) {
      if (auto problem = value_problem(row, match.value, match.span)) return problem;
    }
    if (!range) continue;
    if (!match.to.empty()) {
      if (auto problem = value_problem(row, match.to, match.span)) return problem;
    }
    if (is_backwards(row, match)) {
      return Problem{"this range is the wrong way round", match.span,
                     std::string(row.name) + ":" + match.to + ".." + match.value};
    }
  }
  return std::nullopt;
}

namespace {

// Whether the query has is:WORD with one of the words, not within "-".
bool asks_is(const Query& query, std::initializer_list<std::string_view> words) {
  if (query.kind == Query::Kind::no) return false;
  if (query.kind == Query::Kind::term && query.term.key == Key::is) {
    for (const Match& match : query.term.any) {
      if (std::find(words.begin(), words.end(), match.value) != words.end()) return true;
    }
  }
  return std::any_of(query.parts.begin(), query.parts.end(),
                     [&](const Query& part) { return asks_is(part, words); });
}

}  // namespace

bool asks_for_set_aside(const Query& query) { return asks_is(query, {"set-aside"}); }

bool asks_how_set_aside(const Query& query) {
  return asks_is(query, {"corrected", "ended", "retracted"});
}

Query reaching_set_aside(Query query) {
  const auto asks_outside = [](const Query& part) {
    return part.kind != Query::Kind::ever && asks_for_set_aside(part);
  };
  if (query.kind != Query::Kind::all) return asks_outside(query) ? ever(std::move(query)) : query;
  if (std::none_of(query.parts.begin(), query.parts.end(), asks_outside)) return query;
  // What is in ever( ) already speaks of other records.
  std::vector<Query> inside, beside;
  for (Query& part : query.parts)
    (part.kind == Query::Kind::ever ? beside : inside).push_back(std::move(part));
  beside.insert(beside.begin(), ever(all_of(std::move(inside))));
  return all_of(std::move(beside));
}

}  // namespace aver::claims::query
