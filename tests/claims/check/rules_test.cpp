// SPDX-License-Identifier: MIT
//
// Every rule that anything is judged by stands in the table, once, and is explained.
#include "claims/check/rules.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "claims/check/changed.h"
#include "claims/check/check.h"
#include "tests/places.h"

using namespace aver::claims;

TEST_CASE("rules have names in order, a sentence and a remedy") {
  const std::vector<RuleText>& all = rules();
  CHECK(std::is_sorted(all.begin(), all.end(),
                       [](const RuleText& a, const RuleText& b) { return a.name < b.name; }));
  for (const RuleText& rule : all) {
    CHECK(rule_named(rule.name.text()) == &rule);
    CHECK(rule.sentence.ends_with("."));
    CHECK(rule.remedy.ends_with("."));
  }
  CHECK(rule_named("no/rule") == nullptr);
}

TEST_CASE("every rule that has a name stands in the table, and something is judged by it") {
  namespace fs = std::filesystem;
  const auto contents = [](const fs::path& path) {
    std::ifstream in(path);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  // The names, as rule.h has them: constants of the struct Rule.
  const fs::path sources = aver::tests::source_dir();
  std::string names = contents(sources / "claims/text/rule.h");
  names = names.substr(0, names.find("struct InputRule {"));
  names.erase(0, names.find("struct Rule {"));
  std::size_t count = 0;
  for (std::size_t at = 0; (at = names.find("{\"", at)) != names.npos; ++at, ++count) {
    const std::string name = names.substr(at + 2, names.find('"', at + 2) - at - 2);
    CHECK_MESSAGE(rule_named(name) != nullptr, name);
  }
  CHECK(count == rules().size());

  std::string all;
  for (const char* folder : {"claims", "cli"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(sources / folder)) {
      const fs::path name = entry.path().filename();
      if (entry.path().extension() == ".cpp" && name != "rules.cpp") all += contents(entry.path());
    }
  }
  for (const RuleText& rule : rules()) {
    std::string constant(rule.name.text());
    std::replace_if(
        constant.begin(), constant.end(), [](char c) { return c == '/' || c == '-'; }, '_');
    const std::size_t at = all.find("Rule::" + constant);
    CHECK_MESSAGE(at != all.npos, rule.name.text());
  }
}

TEST_CASE("a finding about a record that is not there says which, and no other finding does") {
  struct Nothing : Known {
    bool has(const RecordRef&) const override { return false; }
  };
  const auto found = [](const char* more) {
    const std::string text =
        std::string("holder = \"uw\"\nposition = \"affirm\"\n") + "held = 2024-10-31\n" + more;
    std::vector<std::optional<RecordRef>> all;
    for (const Diagnostic& one : check(decode_stance(text, "claims/a/x/2024-10-31-uw.toml"),
                                       default_vocabulary(), Nothing())) {
      all.push_back(one.missing);
    }
    return all;
  };
  using Missing = std::vector<std::optional<RecordRef>>;
  const RecordRef holder{RecordKind::actor, "uw"};
  CHECK(found("") == Missing{holder});
  CHECK(found("source = \"s\"\n") == Missing{holder, RecordRef{RecordKind::source, "s"}});
  CHECK(found("corrects = \"2024-10-30-uw\"\nreason = \"r\"\n") ==
        Missing{holder, RecordRef{RecordKind::stance, "a/x/2024-10-30-uw"}});
  // It may be there, but a stance cannot correct it.
  CHECK(found("corrects = \"a/y/2024-10-30-uw\"\nreason = \"r\"\n") ==
        Missing{holder, std::nullopt});
  CHECK(found("corrects = \"2024-10-31-uw\"\nreason = \"r\"\n") == Missing{holder, std::nullopt});
}

TEST_CASE("every evidence is held against the rules, each finding at its own place") {
  struct Some : Known {
    bool has(const RecordRef& record) const override {
      return record.id.find('-') == record.id.npos;
    }
  };
  const auto found = [](const std::string& more, const std::string& position = "affirm") {
    const auto decoded = decode_stance(
        "holder = \"uw\"\nposition = \"" + position + "\"\nheld = 2024-10-31\n" + more,
        "claims/a/x/2024-10-31-uw.toml");
    std::string all;
    for (const Diagnostic& one : check(decoded, default_vocabulary(), Some())) {
      all += std::to_string(one.place.line) + " " + std::string(to_string(one.severity)) + " " +
             std::string(one.rule.text()) + ": " + one.sentence + "\n";
    }
    return all;
  };
  CHECK(
      found("source = \"s\"\nquote = \"Yes.\"\n[[evidence]]\nsource = \"t\"\nquote = \"Yes.\"\n") ==
      "");
  CHECK(found("[[evidence]]\nsource = \"s-1\"\nspeaker = \"a-b\"\nvia = [\"kem\", \"c-d\"]\n") ==
        "5 error reference/source: there is no source \"s-1\" in this store\n"
        "6 note reference/speaker: \"a-b\" is no actor of this store; a name in plain words is "
        "fine too\n"
        "7 note reference/via: \"c-d\" is no actor of this store; a name in plain words is fine "
        "too\n");
  CHECK(found("source = \"s\"\n\n[[evidence]]\nquote = \"Yes.\"\n") ==
        "6 error evidence/unsourced: the evidence names no source\n");
  CHECK(found("[[evidence]]\nsource = \"s\"\ntranslation = \"Yes.\"\n") ==
        "6 warning text/translation: the translation has no quote beside it\n");
  // The first and a further one, and two further ones.
  CHECK(
      found("source = \"s\"\nquote = \"Yes.\"\n[[evidence]]\nquote = \"Yes.\"\nsource = \"s\"\n") ==
      "6 error evidence/twice: the same evidence is given twice\n");
  CHECK(found("[[evidence]]\nsource = \"s\"\n[[evidence]]\nsource = \"t\"\n[[evidence]]\nsource = "
              "\"s\"\n") == "8 error evidence/twice: the same evidence is given twice\n");
  CHECK(found("source = \"s\"\nquote = \"Yes.\"\n[[evidence]]\nquote = \"Yes.\"\nsource = "
              "\"s\"\nquote_lang = \"en\"\n") ==
        "6 warning evidence/twice: the same words of s are evidence twice\n");
  // A source of any evidence is one for an absence.
  CHECK(found("[[evidence]]\nsource = \"s\"\n", "silent").empty());
  CHECK(found("[[evidence]]\nquote = \"No.\"\n", "silent").starts_with("2 error absence/evidence"));
}

TEST_CASE("one position of one day recorded twice is told once, unless one was set aside") {
  const auto stance = [](std::string name, Date held, std::string position = "affirm") {
    Stance one;
    one.claim = "a/x";
    one.name = std::move(name);
    one.holder = "uw";
    one.position = std::move(position);
    one.held = held;
    return one;
  };
  const auto day = [](const char* text) { return *parse_date(text).date; };
  ClaimFolder folder;
  folder.id = "a/x";
  folder.claim = Claim{};
  const auto twice = [&] {
    const Diagnostics found = check(folder, default_vocabulary());
    return std::count_if(found.begin(), found.end(),
                         [](const Diagnostic& one) { return one.rule == Rule::position_twice; });
  };
  folder.stances = {stance("2024-11-01-uw", day("2024-11-01")),
                    stance("2024-11-02-uw", day("2024-11-02")),
                    stance("2024-11-02-uw-2", day("2024-11-02"), "qualified"),
                    stance("2024-uw", day("2024")), stance("2024-uw-2", day("2024"))};
  CHECK(twice() == 0);
  folder.stances.push_back(stance("2024-11-02-uw-3", day("2024-11-02")));
  CHECK(twice() == 1);
  folder.stances.push_back(stance("2024-11-03-uw", day("2024-11-02"), "deny"));
  folder.stances.back().corrects = "2024-11-02-uw";
  CHECK(twice() == 0);
}

TEST_CASE("a check names a record of its claim, holder and position, and no check") {
  const auto stance = [](std::string name, std::string position = "silent") {
    Stance one;
    one.claim = "a/x";
    one.name = std::move(name);
    one.holder = one.name.substr(11);
    one.position = std::move(position);
    one.held = *parse_date(one.name.substr(0, 10)).date;
    return one;
  };
  const auto repeating = [&](const char* root, std::string name, std::string position = "silent") {
    Stance one = stance(std::move(name), std::move(position));
    one.repeats = root;
    return one;
  };
  const Vocabulary words(
      {{"stance", Order::opposed, {{"silent", 0, true, {"mute"}}, {"deny", -1, false, {}}}}});
  const auto found = [&](std::vector<Stance> stances) {
    ClaimFolder folder{"a/x", Claim{}, std::move(stances)};
    std::vector<std::string> sentences;
    for (const Diagnostic& one : check(folder, words)) {
      if (one.rule == Rule::repeats_target) sentences.push_back(one.file + ": " + one.sentence);
    }
    return sentences;
  };
  using Sentences = std::vector<std::string>;
  const Stance root = stance("2024-10-01-uw");
  CHECK(found({root, repeating("2024-10-01-uw", "2024-11-01-uw")}).empty());
  CHECK(found({root, repeating("a/x/2024-10-01-uw", "2024-11-01-uw")}).empty());
  // An earlier name of the word is the same word.
  CHECK(found({root, repeating("2024-10-01-uw", "2024-11-01-uw", "mute")}).empty());
  // What was corrected may have been looked at again.
  Stance correction = stance("2024-10-02-uw", "deny");
  correction.corrects = "2024-10-01-uw";
  CHECK(found({root, correction, repeating("2024-10-01-uw", "2024-11-01-uw")}).empty());

  CHECK(found({root, repeating("2024-10-01-uw", "2024-11-01-calda", "deny")}) ==
        Sentences{"claims/a/x/2024-11-01-calda.toml: it is about \"calda\", but the stance it "
                  "repeats about \"uw\"",
                  "claims/a/x/2024-11-01-calda.toml: it says \"deny\", but the stance it repeats "
                  "\"silent\""});
  CHECK(found({root, repeating("2024-10-01-uw", "2024-11-01-uw"),
               repeating("2024-11-01-uw", "2024-12-01-uw")}) ==
        Sentences{"claims/a/x/2024-12-01-uw.toml: it repeats 2024-11-01-uw, which is a check "
                  "itself: name what that one repeats, 2024-10-01-uw"});
  Stance retraction = stance("2024-10-02-uw", "");
  retraction.retracts = "2024-10-01-uw";
  CHECK(
      found({root, retraction, repeating("2024-10-02-uw", "2024-11-01-uw")}) ==
      Sentences{"claims/a/x/2024-11-01-uw.toml: it repeats 2024-10-02-uw, which is a retraction"});
}

TEST_CASE("a check that names no stance of its claim is an error of its own file") {
  struct OneStance : Known {
    bool has(const RecordRef& record) const override {
      return record.kind != RecordKind::stance || record.id == "a/x/2024-10-01-uw";
    }
  };
  const auto found = [](const std::string& more) {
    const std::string text = "holder = \"uw\"\nposition = \"deny\"\nheld = 2024-10-31\n" + more;
    std::string sentences;
    for (const Diagnostic& one : check(decode_stance(text, "claims/a/x/2024-10-31-uw.toml"),
                                       default_vocabulary(), OneStance())) {
      sentences += std::string(one.rule.text()) + ": " + one.sentence + "\n";
    }
    return sentences;
  };
  CHECK(found("repeats = \"2024-10-01-uw\"\n").empty());
  CHECK(found("repeats = \"a/x/2024-10-01-uw\"\n").empty());
  CHECK(found("repeats = \"2024-10-02-uw\"\n") ==
        "repeats/target: there is no stance \"2024-10-02-uw\" on this claim\n");
  CHECK(found("repeats = \"a/y/2024-10-01-uw\"\n") ==
        "repeats/target: \"a/y/2024-10-01-uw\" belongs to another claim: a stance repeats only one "
        "of its own claim\n");
  CHECK(found("repeats = \"2024-10-31-uw\"\n") == "repeats/target: the stance repeats itself\n");
  CHECK(found("repeats = \"2024-10-01-uw\"\nretracts = \"2024-10-01-uw\"\nreason = \"r\"\n") ==
        "repeats/target: a retraction repeats nothing\n");
}

TEST_CASE("two actors of one name or alias are told, an actor's own alias is not") {
  Duplicates duplicates;
  const auto add = [&](const std::string& id, const std::string& text) {
    duplicates.add(decode_actor(text + "kind = \"state\"\n", "actors/" + id + ".toml"));
  };
  add("uw", "name = \"United Wealds\"\naliases = [\"Arwelia\", \"united wealds\"]\n");
  add("calda", "name = \"Calda\"\n");
  add("arwelia", "name = \"The Arwelias\"\naliases = [\"arwelia\"]\n");
  add("united-wealds", "name = \"UNITED WEALDS\"\naliases = [\"Arwelia\"]\n");
  const Diagnostics found = duplicates.take();
  REQUIRE(found.size() == 2);
  CHECK(found[0].sentence == "\"uw\" is called \"arwelia\", too");
  CHECK(found[1].file == "actors/united-wealds.toml");
  CHECK(found[1].sentence == "\"uw\" is called \"UNITED WEALDS\", too");
}

TEST_CASE("a rewritten stance, a duplicate claim") {
  const std::string was = "holder = \"calda\"\nposition = \"affirm\"\nheld = 2024-11-01\n";
  const auto decoded = [](const std::string& text) {
    return decode_stance(text, "claims/topic/x/2024-11-01-calda.toml");
  };
  const auto rewritten = [&](const std::string& now, bool is_same_actor = false) {
    return check_rewritten(decoded(was), decoded(now), default_vocabulary(),
                           [&](const std::string& before, const std::string& after) {
                             CHECK(before == "calda");
                             CHECK(after == "calda-west");
                             return is_same_actor;
                           });
  };
  CHECK(rewritten(was + "note = \"x\"\n").empty());
  const std::string other = "holder = \"calda-west\"\nposition = \"affirm\"\nheld = 2024-11-01\n";
  CHECK(rewritten(other, true).empty());
  CHECK(rewritten(other).size() == 1);
  const Diagnostics found =
      rewritten("holder = \"calda\"\nposition = \"deny\"\nheld = 2024-11-02\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].sentence ==
        "the stance was rewritten in place: position was affirm, held was 2024-11-01");

  Duplicates duplicates;
  const auto add = [&](const char* id, const std::string& text) {
    duplicates.add(decode_claim("text = \"" + text + "\"\n", claim_path(id)));
  };
  add("a", "Calda acts against the North");
  add("b", "calda acts, against North.");
  add("c", "Calda acts not against the North");
  add("d", "The North acts against Calda");
  add("e", "Callda acts not against the North");
  add("f", "Resolution 1718 is in force");
  add("g", "Resolution 1719 is in force");
  const Diagnostics twice = duplicates.take();
  REQUIRE(twice.size() == 2);
  CHECK(twice[0].file == "claims/b/claim.toml");
  CHECK(twice[1].file == "claims/e/claim.toml");
}
