// SPDX-License-Identifier: MIT
#include "cli/diff/renames.h"

#include <doctest/doctest.h>

#include "tests/claims/build.h"

using namespace aver;
using namespace aver::cli;
using claims::RecordKind;

namespace {

Renames renames() {
  Renames all;
  all.add({RecordKind::claim, "topic/x"}, "topic/y");
  all.add({RecordKind::actor, "calda"}, "borland");
  all.add({RecordKind::source, "paper"}, "2024/paper");
  return all;
}

}  // namespace

TEST_CASE("an id of then is found by its kind; others stay") {
  const Renames all = renames();
  CHECK(all.id_of_now(RecordKind::claim, "topic/x") == "topic/y");
  CHECK(all.id_of_now(RecordKind::actor, "topic/x") == "topic/x");
  CHECK(all.id_of_now(RecordKind::actor, "calda") == "borland");
  CHECK(all.id_of_now(RecordKind::actor, "") == "");
  CHECK(all.claim_of_then("topic/y") == "topic/x");
  CHECK(all.claim_of_then("topic/z") == "topic/z");
  CHECK(all.claim_of_then("borland") == "borland");
}

TEST_CASE("a rename concerns both its ids, each of its own kind") {
  const Renames all = renames();
  CHECK(all.concern({RecordKind::actor, "calda"}));
  CHECK(all.concern({RecordKind::actor, "borland"}));
  CHECK_FALSE(all.concern({RecordKind::source, "calda"}));
  CHECK_FALSE(all.concern({RecordKind::source, "borland"}));
  CHECK_FALSE(Renames().concern({RecordKind::actor, "calda"}));
}

TEST_CASE("a folder of then speaks of every record by its id of now") {
  claims::ClaimFolder folder;
  folder.id = "topic/x";
  folder.claim = claims::Claim{};
  folder.claim->relations = {{.type = "same-as", .to = "topic/x"},
                             {.type = "same-as", .to = "t/z"}};
  claims::Stance stance = tests::stance("2024-10-31", "affirm");
  stance.speaker = "calda";
  stance.via = {"calda", "Somebody in plain words"};
  stance.source = "paper";
  folder.stances = {stance};

  const claims::ClaimFolder now = renames().with_ids_of_now(folder);
  CHECK(now.id == "topic/y");
  CHECK(now.claim->id == "topic/y");
  CHECK(now.claim->relations[0].to == "topic/y");
  CHECK(now.claim->relations[1].to == "t/z");
  CHECK(now.stances[0].claim == "topic/y");
  CHECK(now.stances[0].holder == "borland");
  CHECK(now.stances[0].speaker == "borland");
  CHECK(now.stances[0].via == std::vector<std::string>{"borland", "Somebody in plain words"});
  CHECK(now.stances[0].source == "2024/paper");
  // A stance keeps its name: it was given after the holder of its day.
  CHECK(now.stances[0].name == "2024-10-31-calda");
  CHECK(Renames().with_ids_of_now(folder).stances[0] == stance);
}
