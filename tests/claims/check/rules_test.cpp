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

#include "claims/check/check.h"

using namespace aver::claims;

TEST_CASE("rules have names in order, a sentence and a remedy") {
  const std::vector<Rule>& all = rules();
  CHECK(std::is_sorted(all.begin(), all.end(),
                       [](const Rule& a, const Rule& b) { return a.name < b.name; }));
  for (const Rule& rule : all) {
    CHECK(rule_named(rule.name) == &rule);
    CHECK(rule.sentence.ends_with("."));
    CHECK(rule.remedy.ends_with("."));
  }
  CHECK(rule_named("no/rule") == nullptr);
}

TEST_CASE("no rule is used that the table does not have, and none is there for nothing") {
  namespace fs = std::filesystem;
  std::set<std::string> groups;
  for (const Rule& rule : rules()) groups.emplace(rule.name.substr(0, rule.name.find('/') + 1));
  std::set<std::string> used;
  for (const char* folder : {"claims", "cli"}) {
    for (const fs::directory_entry& entry :
         fs::recursive_directory_iterator(fs::path(AVER_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".cpp" || entry.path().filename() == "rules.cpp") continue;
      std::ifstream in(entry.path());
      const std::string text(std::istreambuf_iterator<char>(in), {});
      for (std::size_t at = 0; (at = text.find('"', at)) != text.npos; ++at) {
        const std::size_t end = text.find('"', at + 1);
        if (end == text.npos) break;
        const std::string word = text.substr(at + 1, end - at - 1);
        const bool named =
            word.size() < 40 && word.find_first_not_of("abcdefghijklmnopqrstuvwxyz-/") == word.npos;
        if (named && !word.ends_with('/') && groups.contains(word.substr(0, word.find('/') + 1)))
          used.insert(word);
      }
    }
  }
  for (const std::string& name : used) CHECK_MESSAGE(rule_named(name) != nullptr, name);
  for (const Rule& rule : rules()) CHECK_MESSAGE(used.contains(std::string(rule.name)), rule.name);
}

TEST_CASE("one position of one day recorded twice is told once, unless one was set aside") {
  const auto stance = [](std::string name, Date held, std::string position = "affirm") {
    Stance one;
    one.claim = "a/x";
    one.name = std::move(name);
    one.holder = "us";
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
                         [](const Diagnostic& one) { return one.rule == "position/twice"; });
  };
  folder.stances = {stance("2024-11-01-us", day("2024-11-01")),
                    stance("2024-11-02-us", day("2024-11-02")),
                    stance("2024-11-02-us-2", day("2024-11-02"), "qualified"),
                    stance("2024-us", day("2024")), stance("2024-us-2", day("2024"))};
  CHECK(twice() == 0);
  folder.stances.push_back(stance("2024-11-02-us-3", day("2024-11-02")));
  CHECK(twice() == 1);
  folder.stances.push_back(stance("2024-11-03-us", day("2024-11-02"), "deny"));
  folder.stances.back().corrects = "2024-11-02-us";
  CHECK(twice() == 0);
}

TEST_CASE("two actors of one name or alias are told, an actor's own alias is not") {
  Duplicates duplicates;
  const auto add = [&](const std::string& id, const std::string& text) {
    duplicates.add(decode_actor(text + "kind = \"state\"\n", "actors/" + id + ".toml"));
  };
  add("us", "name = \"United States\"\naliases = [\"America\", \"united states\"]\n");
  add("china", "name = \"China\"\n");
  add("america", "name = \"The Americas\"\naliases = [\"america\"]\n");
  add("united-states", "name = \"UNITED STATES\"\naliases = [\"America\"]\n");
  const Diagnostics found = duplicates.take();
  REQUIRE(found.size() == 2);
  CHECK(found[0].sentence == "\"us\" is called \"america\", too");
  CHECK(found[1].file == "actors/united-states.toml");
  CHECK(found[1].sentence == "\"us\" is called \"UNITED STATES\", too");
}

TEST_CASE("a rewritten stance, a duplicate claim") {
  const std::string was = "holder = \"china\"\nposition = \"affirm\"\nheld = 2024-11-01\n";
  const auto decoded = [](const std::string& text) {
    return decode_stance(text, "claims/topic/x/2024-11-01-china.toml");
  };
  CHECK(
      check_rewritten(decoded(was), decoded(was + "note = \"x\"\n"), default_vocabulary()).empty());
  const Diagnostics found = check_rewritten(
      decoded(was), decoded("holder = \"china\"\nposition = \"deny\"\nheld = 2024-11-02\n"),
      default_vocabulary());
  REQUIRE(found.size() == 1);
  CHECK(found[0].sentence ==
        "the stance was rewritten in place: position was affirm, held was 2024-11-01");

  Duplicates duplicates;
  const auto add = [&](const char* id, const std::string& text) {
    duplicates.add(decode_claim("text = \"" + text + "\"\n", claim_path(id)));
  };
  add("a", "China acts against the North");
  add("b", "china acts, against North.");
  add("c", "China acts not against the North");
  add("d", "The North acts against China");
  add("e", "Chiina acts not against the North");
  add("f", "Resolution 1718 is in force");
  add("g", "Resolution 1719 is in force");
  const Diagnostics twice = duplicates.take();
  REQUIRE(twice.size() == 2);
  CHECK(twice[0].file == "claims/b/claim.toml");
  CHECK(twice[1].file == "claims/e/claim.toml");
}
