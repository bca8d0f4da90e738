// SPDX-License-Identifier: MIT
//
// What the help and the README show can be typed: each example is played in a copy of the store
// that tests/demo.sh leaves to Ann, in an order of its own. What an example needs besides, its text
// says; kSettings has it. What README.md shows of the demo's output is that output.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/line/command.h"
#include "cli/names/query_help.h"
#include "cli/terminal/output.h"
#include "tests/places.h"
#include "tests/store/scratch.h"

using namespace aver::tests;

namespace {

namespace fs = std::filesystem;

// What stands before an example that needs more than the demo's store: words for bash.
struct Setting {
  std::string_view command;
  std::string before;
  int status = 0;  // the exit status expected, where it is another
};

const std::string kAsBen =
    "GIT_AUTHOR_NAME='Ben Ray' GIT_AUTHOR_EMAIL=ben@example.org "
    "GIT_COMMITTER_NAME='Ben Ray' GIT_COMMITTER_EMAIL=ben@example.org ";
const std::string kProposal =
    "aver propose calda-update; "
    "aver record calda-restrains-dorn calda affirm --held 2024-11-02 --summary 'They say so'; "
    "aver record uw-arms-south-dorna uw announced --held 2024-11-14 --summary 'They say so'; "
    "aver propose --end; ";
const std::string kConflict =
    "stance=claims/dorn/calda-restrains-dorn/2024-10-31-calda.toml; "
    "git switch -qc theirs; sed -i '/^position/s/silent/declined/' $stance; git commit -qam One; "
    "git switch -q main; sed -i '/^position/s/silent/deny/' $stance; git commit -qam Other; "
    "aver merge theirs || [ $? = 3 ]; ";
const std::string kVote =
    "printf 'bill,title,member,date,vote\\n1,On salt,calda,12/19/2024,aye\\n' >votes.csv; ";
const std::string kMapping = R"(cat >votes.toml <<'END'
[claim]
id = "votes/{bill}"
text = "{title}"
[stance]
holder = "{member}"
held = { from = "{date}", dates = "M/D/YYYY" }
position = { from = "{vote}", values = { aye = "affirm" } }
END
)";
const std::string kFactCheck = R"({"@context":"https://schema.org","@type":"ClaimReview",)"
                               R"("url":"https://checks.example/moon",)"
                               R"("claimReviewed":"The moon is cold","datePublished":"2024-12-03",)"
                               R"("author":{"@type":"Organization","name":"Checks Daily",)"
                               R"("url":"https://checks.example"},)"
                               R"("reviewRating":{"@type":"Rating","alternateName":"False"}})";
// The first steps of the README are those of a new store.
const std::string kNewStore = "aver init ../new; cd ../new; ";
const std::string kPdf =
    "mkdir ../bin; printf '#!/bin/sh\\ncat ../briefing.txt\\n' >../bin/pdftotext; "
    "chmod +x ../bin/pdftotext; PATH=$PWD/../bin:$PATH; printf '%%PDF-1.4' >briefing.pdf; ";

const std::vector<Setting> kSettings = {
    {"aver init facts", "cd ..;"},
    {"aver actor merge uw/brindle uw/lasker", "aver actor add uw/lasker 'A. Lasker';"},
    {"aver commit claims/dorn -m \"Second reading\"",
     "sed -i 's/policy/pledge/' claims/dorn/calda-restrains-dorn/claim.toml;"},
    {"aver correct calda-restrains-dorn/2024-10-31-calda-3 --as "
     "calda-restrains-dorn/2024-10-31-calda --reason \"The first wire was right\"",
     "aver correct calda-restrains-dorn/2024-10-31-calda deny --reason Wired; "
     "aver retract calda-restrains-dorn/2024-10-31-calda-2 --reason Misread;"},
    {"aver rm 2024/delivery", "aver source add 2024/delivery 'A delivery of arms';"},
    {"aver source add 2024/delivery \"A delivery of arms\" --capture page.txt --url "
     "https://example.org/page --published 2024-12-19",
     "cp ../page.txt .;"},
    {"aver source add --again ministers-wintermoor page-today.html",
     "echo '<p>Today</p>' >page-today.html;"},
    {"aver propose --end", "aver propose calda-update;"},
    {"aver propose calda-update --from-here", "aver add dorn/new 'Something new';"},
    {"aver review show calda-update", kProposal},
    {"aver review show calda-update --new",
     kProposal + kAsBen +
         "aver review request-changes calda-update -m 'By whom?'; "
         "aver propose calda-update; aver record china-acts china not-acted "
         "--searched archives; aver propose --end;"},
    {"aver review accept calda-update",
     kProposal + "aver review show calda-update; " + kAsBen + "aver review approve calda-update;"},
    {"aver review withdraw calda-update", kProposal},
    {"aver review comment calda-update -m \"Is there a recording?\"", kProposal},
    {"aver review approve calda-update", kProposal + "aver review show calda-update;"},
    {"aver review approve calda-update 2024-11-02-calda", kProposal},
    {"aver review request-changes calda-update 2024-11-02-calda -m \"Name the speaker\"",
     kProposal},
    {"aver review dismiss calda-update ben@example.org -m \"Ben is away until March\"",
     kProposal + kAsBen +
         "aver review request-changes calda-update -m 'By whom?'; export GIT_AUTHOR_NAME='Cat "
         "Cole' "
         "GIT_AUTHOR_EMAIL=cat@example.org GIT_COMMITTER_NAME='Cat Cole' "
         "GIT_COMMITTER_EMAIL=cat@example.org;"},
    {"aver review update calda-update", kProposal + "aver actor add rastia Rastia --kind state;"},
    {"aver import claimreview reviews.json --dry-run", "echo '" + kFactCheck + "' >reviews.json;"},
    {"aver import claimreview page.html --labels ours.tsv",
     "echo '<script type=\"application/ld+json\">" + kFactCheck +
         "</script>' >page.html;"
         "printf 'false\\tFalse\\n' >ours.tsv;"},
    {"aver import csv un_votes.csv --preset un-votes --dry-run",
     "printf 'rcid,country,country_code,vote\\n3,Rastia,RA,yes\\n' >un_votes.csv; "
     "printf 'rcid,session,date,unres,short,descr\\n3,1,2024-01-01,R/1/1,SALT,On salt\\n' "
     ">un_roll_calls.csv;"},
    {"aver import csv votes.csv --set 'claim.id=votes/{bill}' --set 'claim.text={title}' --set "
     "'stance.holder={member}' --set 'stance.held={date}' --set 'stance.position={vote}' --value "
     "stance.position:aye=affirm --value stance.position:no=deny --dates M/D/YYYY",
     kVote},
    {"aver import csv votes.csv --mapping votes.toml --skip-bad --rejects bad.csv",
     kVote + kMapping},
    {"aver export jsonl | aver -C ../other import jsonl -", "aver init ../other;"},
    {"aver resolve", kConflict, 3},
    {"aver resolve 2024-10-31-calda --with theirs", kConflict},
    {"aver show calda-restrains-dorn --known-at 2024-autumn", "aver tag 2024-autumn -m Printed;"},
    {"aver diff 2024-autumn HEAD", "aver tag 2024-autumn -m Printed;"},
    {"aver verify --policy --from v1", "aver tag v1 -m One;"},
    {"aver verify v1 --require", "aver tag v1 -m One;", 1},  // nothing of the demo is signed
    {"aver verify v1..v2 --format csv",
     "aver tag v1 -m One; aver actor add rastia Rastia --kind state; aver tag v2 -m Two;"},
    {"aver list @troops due:..today",
     "printf '[query]\\ntroops = \"tag:troops\"\\n' >>aver.toml; aver commit;"},

    // The README's:
    {"aver init facts && cd facts", "cd ..;"},
    {"aver actor add calda Calda --kind state --alias Belmora", kNewStore},
    {"aver actor add south-dorna/kem-yarr-olin \"Kem Yarr-olin\"", kNewStore},
    {"aver source add 2024/ministers-wintermoor \"Ministers meet in Wintermoor\" --capture "
     "page.html --published 2024-10-31",
     kNewStore + "cp ../page.txt page.html;"},
    {"aver add dorn/calda-restrains-dorn \"Calda acts to restrain North Dorna\" --kind policy",
     kNewStore},
    {"aver source add 2024/briefing \"Ministry briefing\" --capture briefing.pdf",
     kNewStore + kPdf},
    {"aver source add --again ministers-wintermoor now.html", "echo '<p>Today</p>' >now.html;"},
    {"aver diff --source ministers-wintermoor",
     "echo Today >now.txt; aver source add --again ministers-wintermoor now.txt;"},
    {"aver merge proposal",
     "git switch -qc proposal; aver actor add rastia Rastia --kind state; git switch -q main;"},
    {"aver review request-changes calda-update -m \"…\"", kProposal},
    {"aver propose calda-update --continue", kProposal},
    {"aver import csv votes.csv --mapping votes.toml --dry-run", kVote + kMapping},
    {"aver import claimreview checks.json", "echo '" + kFactCheck + "' >checks.json;"},
    {"aver import jsonl records.jsonl", "aver export jsonl -o records.jsonl;"},
};

// No commands to be typed.
const std::set<std::string_view> kSynopses = {
    "aver export jsonl|csv|claimreview|sqlite [QUERY]",
};

// The stores of the demo, and what it printed; made once.
struct Demo {
  Scratch scratch;
  fs::path folder = scratch / "demo";
  std::string output;

  Demo() {
    fs::create_directories(folder);
    const aver::store::RunResult told = aver::store::run(
        {"sh", (source_dir() / "tests/demo.sh").string(), aver_program(), folder.string()},
        {.environment = {{"TZ", "UTC"}, {"LC_ALL", "C.UTF-8"}, {"COLUMNS", "80"}}});
    REQUIRE_MESSAGE(told.ok(), told.errors);
    output = told.output;
  }
};

const Demo& demo() {
  static const Demo one;
  return one;
}

// Plays the command in a copy of Ann's clone, on the day after the demo.
aver::store::RunResult play(const std::string& command, const Setting& setting) {
  const fs::path place = demo().scratch / "play";
  fs::remove_all(place);
  fs::create_directories(place);
  for (const char* part : {"ann", "server.git", "page.txt", "briefing.txt"}) {
    fs::copy(demo().folder / part, place / part, fs::copy_options::recursive);
  }
  const std::string day = "1734771600";  // 2024-12-21 09:00 UTC
  const std::string path = fs::path(aver_program()).parent_path().string();
  const std::string script =
      "exec </dev/null\nset -e\n{ :; " + setting.before + "\n} >../before 2>&1\nset +e\n" + command;
  return aver::store::run({"timeout", "300", "bash", "-c", script},
                          {.directory = (place / "ann").string(),
                           .environment = {{"PATH", path + ":" + std::getenv("PATH")},
                                           {"AVER_NOW", day},
                                           {"GIT_AUTHOR_DATE", day + " +0000"},
                                           {"GIT_COMMITTER_DATE", day + " +0000"},
                                           {"GIT_AUTHOR_NAME", "Ann Lee"},
                                           {"GIT_AUTHOR_EMAIL", "ann@example.org"},
                                           {"GIT_EDITOR", "true"}}});
}

const Setting& setting_of(const std::string& command) {
  static const Setting none = {};
  const auto found = std::find_if(kSettings.begin(), kSettings.end(),
                                  [&](const Setting& one) { return one.command == command; });
  return found == kSettings.end() ? none : *found;
}

// What both the help and the README show is played once.
void check_plays(const std::set<std::string>& commands) {
  static std::set<std::string> played;
  for (const std::string& command : commands) {
    if (!played.insert(command).second) continue;
    const Setting& setting = setting_of(command);
    const aver::store::RunResult result = play(command, setting);
    CHECK_MESSAGE(result.status == setting.status, command << " [" << result.status << "]\n"
                                                           << result.errors
                                                           << read(demo().scratch / "play/before"));
  }
}

// All examples of the commands' help, and of the help on queries.
std::set<std::string> examples_of_help() {
  std::set<std::string> commands;
  for (const aver::cli::CommandRow& row : aver::cli::command_table()) {
    for (const aver::cli::Example& example : row.make().examples) commands.insert(example.command);
  }
  for (const std::string_view example : aver::cli::query_examples()) commands.emplace(example);
  return commands;
}

// The texts between the README's fences.
std::vector<std::string> blocks_of_readme() {
  std::vector<std::string> blocks;
  std::istringstream in(read(source_dir() / "README.md"));
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) {
      inside = !inside;
      if (inside) blocks.emplace_back();
    } else if (inside) {
      blocks.back() += line + "\n";
    }
  }
  return blocks;
}

std::set<std::string> commands_of_readme() {
  std::set<std::string> commands;
  for (const std::string& block : blocks_of_readme()) {
    std::istringstream in(block);
    for (std::string line; std::getline(in, line);) {
      if (!line.starts_with("aver ")) continue;
      line = line.substr(0, line.find(" # "));
      line.erase(line.find_last_not_of(' ') + 1);
      if (kSynopses.count(line) == 0) commands.insert(line);
    }
  }
  return commands;
}

}  // namespace

TEST_CASE("every example of the help can be typed" * needs_quick_build()) {
  const std::set<std::string> commands = examples_of_help();
  CHECK(commands.size() > 100);
  check_plays(commands);
}

TEST_CASE("every command of the README can be typed" * needs_quick_build()) {
  const std::set<std::string> commands = commands_of_readme();
  CHECK(commands.size() > 40);
  check_plays(commands);
}

TEST_CASE("no setting is for an example that is gone") {
  std::set<std::string> commands = examples_of_help();
  commands.merge(commands_of_readme());
  for (const Setting& setting : kSettings) {
    CHECK_MESSAGE(commands.count(std::string(setting.command)) == 1, setting.command);
  }
}

TEST_CASE("the README shows what the demo prints" * needs_quick_build()) {
  std::size_t shown = 0;
  for (std::string block : blocks_of_readme()) {
    if (!block.starts_with("$ ")) continue;
    // A command of several lines is one.
    for (std::size_t at = 0; (at = block.find(" \\\n", at)) != block.npos;) {
      block.erase(at + 1, block.find_first_not_of(' ', at + 3) - at - 1);
    }
    for (std::size_t begin = 0; begin < block.size();) {
      const std::size_t end = std::min(block.find("\n$ ", begin), block.size());
      const std::string one = block.substr(begin, end - begin);
      CHECK_MESSAGE(demo().output.find(one) != std::string::npos, "the demo prints no\n" << one);
      begin = end + 1;
      ++shown;
    }
  }
  CHECK(shown >= 2);
}
