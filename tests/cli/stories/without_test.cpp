// SPDX-License-Identifier: MIT
//
// --without and impact, held against retracting: in a copy of a generated store each record that
// falls is retracted by its id, and every reading command must then say the same, on both clocks,
// with an index and without one.
#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <random>
#include <regex>
#include <set>
#include <sstream>

#include "claims/records/codec.h"
#include "tests/claims/build.h"
#include "tests/places.h"
#include "tests/store/scratch.h"

using namespace aver::tests;
using aver::claims::Stance;

namespace {

namespace fs = std::filesystem;

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  template <class T>
  T one_of(std::vector<T> all) {
    return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
  }

 private:
  std::mt19937 random_;
};

std::string aver_in(const fs::path& store, std::vector<std::string> words,
                    const std::string& index = "off") {
  // So wide that no line is broken.
  words.insert(words.begin(), {"env", "COLUMNS=4000", "AVER_INDEX=" + index, "AVER_NOW=1735900000",
                               aver_program(), "-C", store.string()});
  const aver::store::RunResult result = aver::store::run(words);
  CHECK_MESSAGE(result.ok(), result.errors);
  return result.output;
}

Stance any_stance_on(Dice& dice, const std::string& claim, const std::vector<Stance>& before) {
  Stance one = stance(dice.one_of<std::string>({"2024-01", "2024-01-05", "2024-02-01", "2024-03-10",
                                                "2024-03-10~", "2024-05-01"}),
                      dice.one_of<std::string>({"affirm", "deny", "declined", "done"}),
                      "n" + std::to_string(before.size()));
  one.claim = claim;
  one.holder = dice.one_of<std::string>({"calda", "uw"});
  one.summary = dice.one_of<std::string>({"Salt is dear", "Salt is cheap"});
  if (dice.below(5) > 0) one.source = dice.one_of<std::string>({"s1", "s2", "s3"});
  if (dice.below(3) == 0) one.speaker = dice.one_of<std::string>({"lio", "mira"});
  if (!one.source.empty() && dice.below(3) == 0) {
    aver::claims::Evidence more;
    more.source = dice.one_of<std::string>({"s1", "s2", "s3"});
    more.locator = "page 2";
    one.further.push_back(more);
  }
  if (before.empty() || dice.below(4) > 0) return one;
  const Stance& other =
      before[static_cast<std::size_t>(dice.below(static_cast<int>(before.size())))];
  if (other.repeats.empty() && dice.below(2) == 0) {
    one.repeats = other.name;
    one.holder = other.holder;
    one.position = other.position;
    one.searched = {"the gazette"};
    one.speaker.clear();
    one.summary.clear();
    one.held = date("2024-06-01");
    if (one.position.empty()) one.repeats.clear();
  } else {
    one.corrects = other.name;
    one.reason = "Misheard";
  }
  if (one.position.empty()) one.position = "affirm";
  return one;
}

void make_any_store(Dice& dice, const fs::path& store) {
  REQUIRE(aver::store::run({aver_program(), "init", store.string()}).ok());
  for (const char* actor : {"calda", "uw"}) aver_in(store, {"actor", "add", actor, actor});
  aver_in(store, {"source", "add", "s1", "One", "--publisher", "Wire"});
  aver_in(store, {"source", "add", "s2", "Two", "--publisher", "Gazette"});
  aver_in(store, {"source", "add", "s3", "Three"});
  const std::vector<std::string> claims = {"salt/dear", "salt/cheap", "walls/stand"};
  for (const std::string& claim : claims) {
    aver_in(store, {"add", claim, "So it is with " + claim, "--kind", "policy"});
  }
  std::map<std::string, std::vector<Stance>> all;
  for (int commit = 0; commit < 4; ++commit) {
    for (const std::string& claim : claims) {
      for (int i = dice.below(4); i > 0; --i) {
        all[claim].push_back(any_stance_on(dice, claim, all[claim]));
        const Stance& made = all[claim].back();
        write(store / aver::claims::stance_path(made.claim, made.name), aver::claims::encode(made));
      }
    }
    git(store, {"add", "-A"});
    git(store, {"commit", "-q", "--allow-empty", "-m", "Some"});
  }
}

// The answer without the lines that say what was asked, and with one way to tell of a retraction,
// recorded or only assumed.
std::string as_told(std::string answer) {
  for (const char* head : {"held ", "from ", "without "}) {
    if (!answer.starts_with(head)) continue;
    answer.erase(0, answer.find("\n\n") + 2);
    break;
  }
  answer = std::regex_replace(answer, std::regex("retracted by [^ ]+: a query"), "falls");
  return std::regex_replace(answer, std::regex("falls without [^\n]*"), "falls");
}

// The ids that stand as retracted in an export, and do not stand so without the query.
std::set<std::string> retracted_in(const std::string& csv) {
  std::set<std::string> ids;
  std::istringstream lines(csv);
  for (std::string line; std::getline(lines, line);) {
    if (line.find(",retracted,") == line.npos && !line.ends_with(",retracted")) continue;
    std::smatch id;
    if (std::regex_search(line, id, std::regex("[a-z]+/[a-z]+/n[0-9]+"))) ids.insert(id.str());
  }
  return ids;
}

const std::vector<std::vector<std::string>>& questions() {
  static const std::vector<std::vector<std::string>> all = {
      {"list"},
      {"list", "holder:calda"},
      {"list", "position:affirm", "--on", "2024-03-01"},
      {"list", "ever(no:source)"},
      {"list", "is:retracted"},
      {"positions", "--on", "2024-03-10"},
      {"history", "salt/dear"},
      {"history", "calda"},
      {"flips", "--since", "2024-01-10"},
      {"due", "--days", "1"},
      {"show", "salt/cheap"},
      {"show", "uw"},
      {"diff", "--on", "2024-02-15..2024-06-15"},
  };
  return all;
}

}  // namespace

TEST_CASE("--without says what retracting all that falls would, on both clocks") {
  const std::vector<std::string> queries = {"source:s1",   "source:s1,s2 position:affirm",
                                            "-source:s3",  "speaker:lio or publisher:wire",
                                            "kind:policy", "holder:uw",
                                            "no:source"};
  const unsigned stores = is_sanitized() ? 1 : 3;
  std::size_t fallen = 0;
  for (unsigned seed = 1; seed <= stores; ++seed) {
    Dice dice(seed);
    const Scratch scratch;
    const fs::path facts = scratch / "facts";
    make_any_store(dice, facts);
    for (int turn = 0; turn < 2; ++turn) {
      const std::string query = dice.one_of(queries);
      const std::string then = dice.one_of<std::string>({"HEAD", "HEAD~1", "HEAD~2"});
      CAPTURE(seed);
      CAPTURE(query);
      CAPTURE(then);
      // A copy that knows no more than was known then, and has all retracted that falls.
      const fs::path copy = scratch / ("copy" + std::to_string(turn));
      fs::copy(facts, copy, fs::copy_options::recursive);
      git(copy, {"reset", "-q", "--hard", then});
      const std::set<std::string> before = retracted_in(aver_in(copy, {"export", "csv"}));
      const std::set<std::string> after =
          retracted_in(aver_in(copy, {"export", "csv", "--without", query}));
      for (const std::string& id : after) {
        if (before.contains(id)) continue;
        aver_in(copy, {"retract", id, "--reason", "a query"});
        ++fallen;
      }
      for (const std::vector<std::string>& question : questions()) {
        std::vector<std::string> asked = question;
        CAPTURE(asked.front() + " " + asked.back());
        const std::string wanted = as_told(aver_in(copy, asked));
        asked.insert(asked.end(),
                     {"--known-at", question.front() == "diff" ? then + ".." + then : then,
                      "--without", query});
        for (const char* index : {"off", "always"})
          CHECK(as_told(aver_in(facts, asked, index)) == wanted);
      }
    }
  }
  CHECK(fallen > 0);  // of a few stores with sanitizers
}

TEST_CASE("impact names exactly the lines whose answer differs, and one command retracts them") {
  using nlohmann::json;
  const unsigned stores = is_sanitized() ? 1 : 4;
  std::size_t changed = 0;
  for (unsigned seed = 11; seed < 11 + stores; ++seed) {
    Dice dice(seed);
    const Scratch scratch;
    const fs::path facts = scratch / "facts";
    make_any_store(dice, facts);
    const std::string day = dice.one_of<std::string>({"2024-02-10", "2024-04-01", "2024-07-01"});
    CAPTURE(seed);
    CAPTURE(day);
    // Each line, and what may be in force on it.
    const auto lines_of = [&](const std::vector<std::string>& more) {
      std::vector<std::string> asked = {"list", "--on", day, "--json"};
      asked.insert(asked.end(), more.begin(), more.end());
      std::map<std::string, std::string> lines;
      const json answer = json::parse(aver_in(facts, asked));
      for (const json& claim : answer["claims"]) {
        for (const json& one : claim["positions"]) {
          std::set<std::string> may;
          for (const json& possible : one["possible"]) {
            std::string said = possible["position"].dump() + possible["lapsed"].dump();
            std::set<std::string> ids;
            for (const json& id : possible["stances"]) ids.insert(id.get<std::string>());
            for (const std::string& id : ids) said += " " + id;
            may.insert(said);
          }
          std::string& line = lines[claim["id"].get<std::string>() + " " +
                                    one["holder"].get<std::string>() + " " + one["scale"].dump()];
          for (const std::string& said : may) line += said + ";";
        }
      }
      return lines;
    };
    const auto before = lines_of({});
    const auto without = lines_of({"--without", "source:s1"});
    std::set<std::string> differing;
    for (const auto& [line, said] : before) {
      const auto at = without.find(line);
      if (at == without.end() || at->second != said) differing.insert(line);
    }
    for (const auto& [line, said] : without) {
      if (!before.contains(line)) differing.insert(line);
    }
    std::string wanted;
    for (const std::string& line : differing) wanted += line + "\n";
    for (const char* index : {"off", "always"}) {
      const json impact =
          json::parse(aver_in(facts, {"impact", "s1", "--on", day, "--json"}, index));
      std::set<std::string> lines;
      for (const json& line : impact["lines"]) {
        lines.insert(line["claim"].get<std::string>() + " " + line["holder"].get<std::string>() +
                     " " + line["scale"].dump());
      }
      std::string named;
      for (const std::string& line : lines) named += line + "\n";
      CHECK(named == wanted);
      changed += lines.size();
    }
    const std::string asked_for = aver_in(facts, {"list", "--on", day, "--without", "source:s1"});
    aver_in(facts, {"retract", "--resting-on", "s1", "--reason", "Forged"});
    const std::string after = aver_in(facts, {"list", "--on", day});
    CHECK(as_told(asked_for) == as_told(after));
    const json nothing = json::parse(aver_in(facts, {"impact", "s1", "--json"}));
    CHECK(nothing["records"].empty());
    CHECK(lines_of({}) == without);
  }
  CHECK(changed > 0);
}
