// SPDX-License-Identifier: MIT
#include "claims/check/changed.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

using namespace aver::claims;

namespace {

Decoded<Claim> claim_saying(const std::string& text) {
  return decode_claim("text = \"" + text + "\"\n", claim_path("topic/x"));
}

Stance stance_from(const std::string& name, const std::string& keys) {
  Stance stance = *decode_stance(keys, stance_path("topic/x", name)).record;
  return stance;
}

const std::string kAffirm = "holder = \"calda\"\nposition = \"affirm\"\nheld = 2024-11-01\n";
const std::string kRetraction =
    "holder = \"calda\"\nheld = 2024-11-01\nretracts = \"2024-11-01-calda\"\nreason = \"no\"\n";
const std::string kCorrection =
    "holder = \"calda\"\nposition = \"deny\"\nheld = 2024-11-01\ncorrects = \"2024-11-01-calda\"\n"
    "reason = \"misheard\"\n";

ClaimFolder folder_of_two(const std::string& text, const std::vector<Stance>& stances) {
  return {"topic/x", claim_saying(text).record, stances};
}

}  // namespace

TEST_CASE("a reworded claim is told where a stance stands that was recorded on the old words") {
  const Stance affirm = stance_from("2024-11-01-calda", kAffirm);
  const Stance retraction = stance_from("2024-11-01-calda-2", kRetraction);
  const Decoded<Claim> now = claim_saying("Calda has acted");
  const auto told = [&](const std::vector<Stance>& before, const std::vector<Stance>& after) {
    return check_reworded(folder_of_two("Calda acts", before), now,
                          folder_of_two("Calda has acted", after));
  };
  const Diagnostics found = told({affirm}, {affirm});
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == Rule::claim_reworded);
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[0].place.line == 1);
  CHECK(found[0].sentence ==
        "the claim said \"Calda acts\", and 2024-11-01-calda was recorded on that");
  CHECK(told({}, {affirm}).empty());                    // it came with the new words
  CHECK(told({affirm}, {}).empty());                    // it went with the old ones
  CHECK(told({affirm}, {affirm, retraction}).empty());  // it is set aside
  CHECK(told({affirm, retraction}, {affirm, retraction}).empty());
  const ClaimFolder same = folder_of_two("Calda has acted", {affirm});
  CHECK(check_reworded(same, now, same).empty());
}

TEST_CASE("what was set aside and stands again is told, once for each that set it aside") {
  const Stance affirm = stance_from("2024-11-01-calda", kAffirm);
  const Stance correction = stance_from("2024-11-01-calda-2", kCorrection);
  const Stance retraction = stance_from("2024-11-01-calda-3", kRetraction);
  Stance free = correction;
  free.corrects.clear();
  const auto told = [&](const std::vector<Stance>& before, const std::vector<Stance>& after) {
    std::vector<std::string> sentences;
    for (const Diagnostic& one :
         check_withdrawn(folder_of_two("x", before), folder_of_two("x", after))) {
      CHECK(one.rule == Rule::correction_withdrawn);
      CHECK(one.file == "claims/topic/x/2024-11-01-calda.toml");
      sentences.push_back(one.sentence);
    }
    return sentences;
  };
  using Sentences = std::vector<std::string>;
  CHECK(told({affirm, correction}, {affirm}) ==
        Sentences{"it stands again: 2024-11-01-calda-2, which corrected it, is gone"});
  CHECK(told({affirm, correction}, {affirm, free}) ==
        Sentences{"it stands again: 2024-11-01-calda-2, which corrected it, does so no longer"});
  CHECK(told({affirm, correction, retraction}, {affirm}) ==
        Sentences{"it stands again: 2024-11-01-calda-2, which corrected it, is gone",
                  "it stands again: 2024-11-01-calda-3, which retracted it, is gone"});
  CHECK(told({affirm, correction, retraction}, {affirm, retraction}).empty());
  CHECK(told({affirm, correction}, {correction}).empty());
  CHECK(told({affirm}, {affirm, correction}).empty());
  CHECK(told({affirm, correction}, {affirm, retraction}).empty());
}

TEST_CASE("an id is reused where what had it was another record") {
  const auto differs = [](RecordKind kind, const std::string& id, const std::string& then,
                          const std::string& now) {
    const Diagnostics found = check_reused({kind, id}, then, now, "abc1234");
    if (!found.empty()) {
      CHECK(found[0].rule == Rule::id_reused);
      CHECK(found[0].severity == Severity::error);
    }
    return !found.empty();
  };
  CHECK(differs(RecordKind::claim, "a/b", "text = \"One\"\n", "text = \"Two\"\n"));
  CHECK_FALSE(
      differs(RecordKind::claim, "a/b", "text = \"One\"\nkind = \"fact\"\n", "text = \"ONE\"\n"));
  CHECK(differs(RecordKind::actor, "a", "name = \"One\"\nkind = \"state\"\n",
                "name = \"Two\"\nkind = \"state\"\n"));
  CHECK_FALSE(differs(RecordKind::actor, "a", "name = \"One\"\nkind = \"state\"\n",
                      "name = \"Two\"\nkind = \"state\"\naliases = [\"one\"]\n"));
  CHECK(differs(RecordKind::source, "s", "title = \"One\"\n", "title = \"Two\"\n"));
  CHECK_FALSE(differs(RecordKind::source, "s", "title = \"One\"\nurl = \"https://x.example/1\"\n",
                      "title = \"Two\"\nurl = \"https://x.example/1\"\n"));
  const std::string name = "topic/x/2024-11-01-calda";
  CHECK(differs(RecordKind::stance, name, kAffirm, kCorrection));
  CHECK(differs(RecordKind::stance, name, kAffirm, kRetraction));
  CHECK_FALSE(differs(RecordKind::stance, name, kAffirm, kAffirm + "note = \"x\"\n"));
  // What cannot be read is no record.
  CHECK_FALSE(differs(RecordKind::stance, name, "holder", kAffirm));
  const Diagnostics found =
      check_reused({RecordKind::stance, name}, kAffirm, kCorrection, "abc1234");
  REQUIRE(found.size() == 1);
  CHECK(found[0].sentence ==
        "\"topic/x/2024-11-01-calda\" was the id of another stance, \"calda\" affirm on "
        "2024-11-01, until abc1234");
}

TEST_CASE("words that differ are those that mean something else, under any of their names") {
  const auto words = [](std::vector<Word> all, Order order = Order::opposed) {
    return Vocabulary({{"stance", order, std::move(all)}});
  };
  using Names = std::set<std::string>;
  const Word affirm{.name = "affirm", .value = 1, .was = {}};
  const Word quiet{.name = "quiet", .absence = true, .was = {"still"}};
  const Vocabulary before = words({affirm, quiet});
  CHECK(words_that_differ(before, before).empty());
  CHECK(words_that_differ(before, words({affirm})) == Names{"quiet", "still"});
  CHECK(words_that_differ(words({affirm}), before) == Names{"quiet", "still"});
  CHECK(words_that_differ(before, words({affirm, {.name = "quiet", .was = {"still"}}})) ==
        Names{"quiet", "still"});
  CHECK(words_that_differ(before, words({affirm, {.name = "quiet", .absence = true, .was = {}}})) ==
        Names{"still"});
  CHECK(words_that_differ(words({affirm}), words({affirm}, Order::ordered)) == Names{"affirm"});
  Word told = affirm;
  told.means = "Says yes.";
  CHECK(words_that_differ(words({affirm}), words({told})).empty());
}

TEST_CASE("what was wrong before is left out once, wherever it stands in its file") {
  const auto error = [](RuleName rule, const std::string& file, const std::string& sentence,
                        unsigned line) {
    return Diagnostic{Severity::error, rule, file, {line, 1}, sentence, ""};
  };
  const auto left = [](Diagnostics found, const Diagnostics& before, bool unchanged = true) {
    leave_out(found, before, [&](const std::string&) { return unchanged; });
    return found.size();
  };
  const Diagnostic holder = error(Rule::reference_holder, "a.toml", "no calda", 1);
  const Diagnostic below = error(Rule::reference_holder, "a.toml", "no calda", 9);
  CHECK(left({below}, {holder}) == 0);
  CHECK(left({holder, below}, {holder}) == 1);
  CHECK(left({error(Rule::reference_holder, "a.toml", "no uw", 1)}, {holder}) == 1);
  CHECK(left({error(Rule::reference_holder, "b.toml", "no calda", 1)}, {holder}) == 1);
  // A claim without its file is one error, whichever stance has it.
  CHECK(left({error(Rule::claim_missing, "claims/x/a.toml", "none", 1)},
             {error(Rule::claim_missing, "claims/x/b.toml", "none", 1)}) == 0);
  CHECK(left({error(Rule::claim_missing, "claims/x/a.toml", "none", 1)},
             {error(Rule::claim_missing, "claims/y/a.toml", "none", 1)}) == 1);
  // What led nowhere, and now leads to what does not do, was wrong before; not in a changed file.
  const Diagnostic source = error(Rule::reference_source, "a.toml", "no press", 1);
  const Diagnostic quote = error(Rule::quote_missing, "a.toml", "not there", 2);
  CHECK(left({quote}, {source}) == 0);
  CHECK(left({quote}, {source}, false) == 1);
  CHECK(left({quote, source}, {source}) == 1);
  CHECK(left({error(Rule::repeats_target, "a.toml", "a check", 1)},
             {error(Rule::repeats_target, "a.toml", "no stance", 1)}) == 0);
}
