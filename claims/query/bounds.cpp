// SPDX-License-Identifier: MIT
//
// Brings a query to alternatives of plain conditions: "or" adds alternatives, "and" crosses them.
// What cannot be looked up, or would give too many alternatives, is left out: that only widens the
// answer.
#include "claims/query/bounds.h"

#include <algorithm>

#include "claims/query/match.h"
#include "claims/text/fold.h"

namespace aver::claims::query {
namespace {

using Kind = Query::Kind;
using Words = std::vector<std::string>;
using Ways = std::vector<QueryBounds>;

Words values(const Term& term) {
  Words all;
  for (const Match& match : term.any) all.push_back(match.value);
  return all;
}

// One way for each value.
template <class Set>
Ways each(const Term& term, const Set& set) {
  Ways ways;
  for (const Match& match : term.any) set(ways.emplace_back(), match.value);
  return ways;
}

Ways of_term(const Term& term) {
  QueryBounds one;
  switch (term.key) {
    case Key::claim:
    case Key::topic:
      return each(term, [](QueryBounds& way, const std::string& value) { way.topic = value; });
    case Key::tag:
      return each(term, [](QueryBounds& way, const std::string& value) { way.tags = {value}; });
    case Key::word:
    case Key::phrase:
    case Key::text:
    case Key::quote:
      return each(term,
                  [](QueryBounds& way, const std::string& value) { way.words = {plain(value)}; });
    case Key::kind:
      one.kinds = values(term);
      break;
    case Key::holder:
      one.stance.holders = values(term);
      break;
    case Key::position:
      one.stance.positions = values(term);
      break;
    case Key::source:
      one.stance.sources = values(term);
      break;
    case Key::mode:
      one.stance.modes = values(term);
      break;
    default:
      break;  // says nothing that can be looked up
  }
  return {one};
}

// Both lists must fit: what is in both. An empty list says nothing; where they have nothing in
// common, one of them is as good as the other.
Words both(const Words& a, const Words& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  Words common;
  for (const std::string& word : a) {
    if (std::find(b.begin(), b.end(), word) != b.end()) common.push_back(word);
  }
  return common.empty() ? a : common;
}

// A record may have an evidence for either list: the shorter one is kept. (Sources may be folders
// of each other, too.)
const Words& either(const Words& a, const Words& b) {
  return a.empty() || (!b.empty() && b.size() < a.size()) ? b : a;
}

NecessaryStance both(const NecessaryStance& a, const NecessaryStance& b) {
  return {both(a.holders, b.holders), both(a.positions, b.positions), either(a.sources, b.sources),
          either(a.modes, b.modes)};
}

QueryBounds both(const QueryBounds& a, const QueryBounds& b) {
  QueryBounds way = a;
  if (way.topic.empty() || is_in(b.topic, way.topic)) way.topic = b.topic;
  way.kinds = both(a.kinds, b.kinds);
  way.stance = both(a.stance, b.stance);
  way.tags.insert(way.tags.end(), b.tags.begin(), b.tags.end());
  way.words.insert(way.words.end(), b.words.begin(), b.words.end());
  way.others.insert(way.others.end(), b.others.begin(), b.others.end());
  return way;
}

// One that says nothing makes all others pointless, and so do too many.
Ways bounded(Ways ways) {
  const bool nothing =
      std::any_of(ways.begin(), ways.end(), [](const QueryBounds& way) { return !way.any(); });
  if (nothing || ways.size() > kMostAlternatives) return {QueryBounds{}};
  return ways;
}

Ways of(const Query& query) {
  switch (query.kind) {
    case Kind::term:
      return bounded(of_term(query.term));
    case Kind::some:
    case Kind::ever: {
      Ways ways = of(query.parts.front());
      for (QueryBounds& way : ways) {
        if (way.stance.any()) way.others.push_back(std::move(way.stance));
        way.stance = {};
      }
      return bounded(std::move(ways));
    }
    case Kind::any: {
      Ways ways;
      for (const Query& part : query.parts) {
        const Ways more = of(part);
        ways.insert(ways.end(), more.begin(), more.end());
      }
      return bounded(std::move(ways));
    }
    case Kind::all: {
      Ways ways = {QueryBounds{}};
      for (const Query& part : query.parts) {
        const Ways more = of(part);
        if (ways.size() * more.size() > kMostAlternatives) continue;  // as good without
        Ways crossed;
        for (const QueryBounds& way : ways) {
          for (const QueryBounds& other : more) crossed.push_back(both(way, other));
        }
        ways = std::move(crossed);
      }
      return bounded(std::move(ways));
    }
    case Kind::no:
    case Kind::saved:
      break;
  }
  return {QueryBounds{}};
}

}  // namespace

bool NecessaryStance::any() const {
  return !holders.empty() || !positions.empty() || !sources.empty() || !modes.empty();
}

bool QueryBounds::any() const {
  return !topic.empty() || !kinds.empty() || !tags.empty() || stance.any() || !others.empty() ||
         !words.empty();
}

std::vector<QueryBounds> necessary(const Query& query) { return of(query); }

}  // namespace aver::claims::query
