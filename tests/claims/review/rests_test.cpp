// SPDX-License-Identifier: MIT
//
// What a record rests on: every value that gives it its meaning changes the digest, and nothing
// else does.
#include "claims/review/rests.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <functional>
#include <map>

#include "claims/review/event_judge.h"
#include "tests/claims/generate.h"
#include "tests/claims/review/events.h"

namespace {

using namespace aver::claims;
using namespace aver::claims::reviews;

// A small store: a stance, and all that it refers to.
struct World {
  Stance stance = aver::tests::stance("2024-11-01", "deny");
  Claim claim;
  std::map<std::string, Actor, std::less<>> actors;
  std::map<std::string, Source, std::less<>> sources;
  std::vector<Scale> scales;

  World() {
    stance.speaker = "envoy";
    stance.via = {"wire", "a clerk of the port"};
    stance.source = "2024/wire";
    Evidence more;
    more.source = "2024/report";
    more.speaker = "minister";
    stance.further = {more};
    claim.id = "topic/x";
    claim.text = "Calda arms dorn";
    claim.kind = "fact";
    for (const char* id : {"calda", "envoy", "wire", "minister", "brindle"}) {
      actors[id].id = id;
      actors[id].name = std::string("The ") + id;
      actors[id].kind = "person";
    }
    for (const char* id : {"2024/wire", "2024/report", "2024/other"}) {
      Source& source = sources[id];
      source.id = id;
      source.title = std::string("Of ") + id;
      source.url = "https://example.org/a";
      source.published = aver::tests::date("2024-11-01");
      source.capture = "a.txt";
      source.sha256 = std::string(64, 'a');
    }
    scales = default_vocabulary().scales();
  }

  Rests rests() const {
    const Vocabulary vocabulary(scales);
    const auto in = [](const auto& map) {
      return [&map](std::string_view id) {
        const auto found = map.find(id);
        return found == map.end() ? nullptr : &found->second;
      };
    };
    return rests_of(stance, {&claim, in(actors), in(sources), &vocabulary});
  }
  std::string text() const { return digest_input(rests()); }

  Word& word() {
    for (Scale& scale : scales) {
      for (Word& word : scale.words) {
        if (word.name == "deny") return word;
      }
    }
    return scales[0].words[0];
  }
};

struct Change {
  const char* told;  // the sentence
  std::function<void(World&)> make;
};

const std::vector<Change>& changes_of_meaning() {
  static const std::vector<Change> all = {
      {"its claim has another text", [](World& w) { w.claim.text = "Calda feeds dorn"; }},
      {"its claim has another kind", [](World& w) { w.claim.kind = "policy"; }},
      {"its holder calda has another name", [](World& w) { w.actors["calda"].name = "Brindle"; }},
      {"its holder calda has another kind", [](World& w) { w.actors["calda"].kind = "org"; }},
      {"its speaker envoy has another name", [](World& w) { w.actors["envoy"].name = "Nobody"; }},
      {"its speaker envoy has another kind", [](World& w) { w.actors["envoy"].kind = "org"; }},
      {"its reporter wire has another name", [](World& w) { w.actors["wire"].name = "A blog"; }},
      {"its reporter wire has another kind", [](World& w) { w.actors["wire"].kind = "outlet"; }},
      {"its speaker minister has another name",
       [](World& w) { w.actors["minister"].name = "A guard"; }},
      {"its source 2024/wire has another title",
       [](World& w) { w.sources["2024/wire"].title = "A blog post"; }},
      {"its source 2024/wire has another url",
       [](World& w) { w.sources["2024/wire"].url = "https://example.org/b"; }},
      {"its source 2024/wire has another published",
       [](World& w) { w.sources["2024/wire"].published.reset(); }},
      {"its source 2024/wire was captured anew",
       [](World& w) { w.sources["2024/wire"].sha256 = std::string(64, 'b'); }},
      {"its source 2024/wire was captured anew",
       [](World& w) { w.sources["2024/wire"].original_sha256 = std::string(64, 'b'); }},
      {"its source 2024/wire was captured anew",
       [](World& w) {
         w.sources["2024/wire"].recaptures = {{"b.txt", std::string(64, 'b'), "", "", {}, {}}};
       }},
      {"its source 2024/report was captured anew",
       [](World& w) { w.sources["2024/report"].sha256 = std::string(64, 'b'); }},
      {"the word of its position stands for something else (value)",
       [](World& w) { w.word().value += 2; }},
      {"the word of its position stands for something else (absence)",
       [](World& w) { w.word().absence = !w.word().absence; }},
      {"the word of its position stands for something else (closes)",
       [](World& w) { w.word().closes = true; }},
      {"the word of its position means something else (means)",
       [](World& w) { w.word().means = "Does not know."; }},
      {"the word of its position stands for something else (scale)",
       [](World& w) { w.scales[0].name = "other"; }},
      {"the word of its position stands for something else (order)",
       [](World& w) { w.scales[0].order = Order::ordered; }},
  };
  return all;
}

// What says more, and not something else.
const std::vector<std::function<void(World&)>>& changes_beside() {
  static const std::vector<std::function<void(World&)>> all = {
      [](World& w) { w.claim.note = "see below"; },
      [](World& w) { w.claim.tags = {"arms"}; },
      [](World& w) { w.claim.aliases = {"topic/y"}; },
      [](World& w) { w.actors["calda"].note = "a state"; },
      [](World& w) { w.actors["calda"].aliases = {"Old Calda"}; },
      [](World& w) { w.actors["brindle"].name = "Somebody else"; },
      [](World& w) { w.sources["2024/wire"].note = "checked"; },
      [](World& w) { w.sources["2024/wire"].aliases = {"2023/wire"}; },
      [](World& w) {
        w.sources["2024/wire"].archived = {{"https://example.org/c", {}, {}}};
      },
      [](World& w) { w.sources["2024/other"].sha256 = std::string(64, 'b'); },
      [](World& w) { w.stance.note = "the stance's own file is its blob"; },
      // A word that is renamed, and keeps its old name, is the same word.
      [](World& w) {
        w.word().was = {"deny"};
        w.word().name = "denies";
      },
  };
  return all;
}

}  // namespace

TEST_CASE("each value that gives a record its meaning changes what it rests on, and is told") {
  const World world;
  const Rests before = world.rests();
  for (const Change& change : changes_of_meaning()) {
    CAPTURE(change.told);
    World other = world;
    change.make(other);
    CHECK(other.text() != world.text());
    CHECK(differences(before, other.rests()) == std::vector<std::string>{change.told});
  }
}

TEST_CASE("an approval is lost by each change of what the record rests on, and by nothing beside") {
  // Any digest will do, as long as texts have different ones.
  const auto digest_of = [](const std::string& text) {
    return std::to_string(std::hash<std::string>{}(text));
  };
  World world;
  GivenEvent approval = aver::tests::word('b', aver::tests::kBenBow, "approve");
  approval.event.on[0].rests = digest_of(world.text());
  const KnownEvents known({approval});
  const auto outcome = [&](const std::function<void(World&)>& change) {
    World other = world;
    change(other);
    const ProposedFile file{.path = aver::tests::kRecord,
                            .blob = approval.event.on[0].blob,
                            .rests = digest_of(other.text())};
    return judge({file}, {}, known, aver::tests::kHere, {.approvals = 1}, {}).outcome();
  };
  for (const Change& change : changes_of_meaning()) CHECK(outcome(change.make) == Outcome::refused);
  for (const auto& change : changes_beside()) CHECK(outcome(change) == Outcome::approved);
}

TEST_CASE("notes, tags, aliases and other records change nothing that a record rests on") {
  const World world;
  for (const auto& change : changes_beside()) {
    World other = world;
    change(other);
    CHECK(other.text() == world.text());
  }
}

TEST_CASE("any mixture of changes changes the digest exactly where it changes a meaning") {
  CHECK(rc::check("mixtures", [] {
    const World world;
    World other = world;
    const std::vector<Change>& with = changes_of_meaning();
    const bool any = *rc::gen::arbitrary<bool>();
    if (any) with[*rc::gen::inRange<std::size_t>(0, with.size())].make(other);
    for (const auto& beside : changes_beside()) {
      if (*rc::gen::arbitrary<bool>()) beside(other);
    }
    RC_ASSERT((other.text() != world.text()) == any);
    RC_ASSERT(differences(world.rests(), other.rests()).empty() == !any);
  }));
}

TEST_CASE("one text for equal values, whatever stands in them") {
  CHECK(rc::check("injective", [] {
    const auto value = [] { return *aver::tests::any_text(true); };
    const Rests a = {{"source", value(), "title", value()}};
    const Rests b = {{"source", value(), "title", value()}};
    RC_ASSERT((digest_input(a) == digest_input(b)) == (a == b));
  }));
  CHECK(digest_input(Rests{}).empty());
  CHECK(folder_digest_input({{"b", "1"}, {"a", ""}}) ==
        folder_digest_input({{"a", ""}, {"b", "1"}}));
  CHECK(folder_digest_input({{"b", ""}, {"a", "1"}}) !=
        folder_digest_input({{"a", ""}, {"b", "1"}}));
}

TEST_CASE("a stance rests on its claim, on its people and on its sources") {
  const World world;
  std::vector<std::string> ids;
  for (const RecordRef& one : rested_on(world.stance)) ids.push_back(path_of(one));
  CHECK(ids == std::vector<std::string>{"claims/topic/x/claim.toml", "actors/calda.toml",
                                        "actors/envoy.toml", "actors/minister.toml",
                                        "actors/wire.toml", "sources/2024/report.toml",
                                        "sources/2024/wire.toml"});
}
