// SPDX-License-Identifier: MIT
//
// has: and no: of every key that the table of keys has a word for.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

#include "claims/query/facts.h"
#include "claims/query/keys.h"
#include "claims/records/schema.h"
#include "claims/records/vocabulary.h"
#include "tests/claims/any_value.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

// A claim, a stance on it, and the source that it cites.
struct World {
  Claim claim = plain_claim();
  Stance stance = plain_stance();
  Source source = plain_source();
};

bool fits(const std::string& text, const World& world) {
  const Day day = *parse_day("2030-01-01");
  const query::Setting setting{day, day, default_vocabulary(), [&](const std::string& id) {
                                 return id == world.source.id ? &world.source : nullptr;
                               }};
  const ClaimFolder folder{world.claim.id, world.claim, {world.stance}};
  const query::ClaimFacts facts(folder, setting);
  const query::ParsedQuery parsed = query::parse(text);
  RC_ASSERT(parsed.query.has_value());
  return std::any_of(facts.pairs().begin(), facts.pairs().end(), [&](const query::Pair& pair) {
    return facts.fits(*parsed.query, pair) == query::Truth::yes;
  });
}

template <class Record>
void check_every_key_of(Record World::*record, bool cites) {
  for (const schema::Field<Record>& field : schema::fields(schema::Of<Record>{})) {
    if (field.has.empty()) continue;
    const std::string word(field.has);
    RC_LOG() << word << "\n";
    World world;
    if (cites) world.stance.source = world.source.id;
    RC_ASSERT_FALSE(fits("has:" + word, world));
    RC_ASSERT(fits("no:" + word, world));
    give(world.*record, field);
    // A check is in force nowhere, nor is what ends before it begins: nothing is asked of it.
    const bool on_a_line = world.stance.repeats.empty() && !ends_before_it_begins(world.stance);
    RC_ASSERT(fits("has:" + word, world) == on_a_line);
    RC_ASSERT_FALSE(fits("no:" + word, world));
  }
}

template <class Record>
void gather(std::set<std::string_view>& all) {
  for (const schema::Field<Record>& field : schema::fields(schema::Of<Record>{})) {
    if (!field.has.empty()) all.insert(field.has);
  }
}

}  // namespace

TEST_CASE("has: and no: tell of every key whether it is given") {
  CHECK(rc::check([] {
    check_every_key_of(&World::claim, false);
    check_every_key_of(&World::stance, false);
    check_every_key_of(&World::source, true);
  }));
}

TEST_CASE("the words of has: are those of the table, and record") {
  std::set<std::string_view> all = {"record"};
  gather<Claim>(all);
  gather<Stance>(all);
  gather<Source>(all);
  for (const query::Key key : {query::Key::has, query::Key::no}) {
    CHECK(query::row_of(key).words == std::vector<std::string_view>(all.begin(), all.end()));
  }
  CHECK(all.size() == 26);
}
