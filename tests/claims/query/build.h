// SPDX-License-Identifier: MIT
//
// Queries of any form, for properties.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "claims/query/query.h"

namespace aver::tests {

inline claims::query::Match any_match(const claims::query::KeyRow& row) {
  using namespace claims::query;
  std::vector<std::string> values;
  switch (row.type) {
    case KeyType::text:
    case KeyType::label:
    case KeyType::exact:
    case KeyType::id:
      values = {"a",   "a b", "topic/x",           "topic",  "calda", "uw", "0\"5\\", "x,y",
                "(z)", "<b",  "\xC3\x89t\xC3\xA9", "troops", "s1",    "or"};
      break;
    case KeyType::position:
      values = {"affirm", "deny", "silent", "query", "done"};
      break;
    case KeyType::scale:
      values = {"stance", "progress"};
      break;
    case KeyType::word:
    case KeyType::ordered:
      values.assign(row.words.begin(), row.words.end());
      break;
    case KeyType::date:
      values = {"2024", "2024-01", "2024-01-01", "2024-01-15", "2024-02-10", "today", "2023"};
      break;
  }
  Match match{Op::is, *rc::gen::elementOf(values), ""};
  if (!is_compared(row.type)) return match;
  match.op = *rc::gen::element(Op::is, Op::less, Op::at_most, Op::more, Op::at_least, Op::between);
  if (match.op != Op::between) return match;
  values.push_back("");
  match.value = *rc::gen::elementOf(values);
  match.to = *rc::gen::elementOf(values);
  if (match.value.empty() && match.to.empty()) match.to = values.front();
  if (problem_in({row.key, {match}})) std::swap(match.value, match.to);
  return match;
}

inline claims::query::Query any_term() {
  using namespace claims::query;
  const KeyRow row = *rc::gen::elementOf(keys());
  if (row.key == Key::word)
    return term(Key::word, {{Op::is, *rc::gen::element<std::string>("a", "b,c", "1:2", "x-"), ""}});
  std::vector<Match> any;
  const int count = row.key == Key::phrase ? 1 : *rc::gen::inRange(1, 4);
  for (int i = 0; i < count; ++i) any.push_back(any_match(row));
  return term(row.key, std::move(any));
}

// At most `depth` levels of and, or, not, some and ever above its terms; without saved queries and
// ever( ) unless asked for.
inline claims::query::Query any_query(int depth, bool with_saved = true) {
  using namespace claims::query;
  const int what = depth == 0 ? 0 : *rc::gen::inRange(0, 7);
  if (what <= 1) return any_term();
  if (what == 2 && with_saved) return *parse("@saved-1").query;
  if (what <= 3) return no(any_query(depth - 1, with_saved));
  if (what == 4) {
    // Where records by themselves have a meaning: not for the models of positions.
    if (with_saved && *rc::gen::inRange(0, 2) == 0) return ever(any_query(depth - 1, with_saved));
    return some(any_query(depth - 1, with_saved));
  }
  std::vector<Query> parts;
  const int count = *rc::gen::inRange(2, 4);
  for (int i = 0; i < count; ++i) parts.push_back(any_query(depth - 1, with_saved));
  return what == 5 ? all_of(std::move(parts)) : any_of(std::move(parts));
}

}  // namespace aver::tests
