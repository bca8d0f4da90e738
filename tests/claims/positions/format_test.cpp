// SPDX-License-Identifier: MIT
//
// The worked example of claims/FORMAT.md: its two tables are read, and every question is asked.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "claims/positions/in_force.h"
#include "tests/claims/build.h"
#include "tests/places.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == text.npos) return "";
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

// The rows of the Markdown tables below a heading, up to the next one; without heads and rules.
std::vector<Rows> tables_below(const std::string& heading) {
  std::ifstream in(source_dir() / "claims" / "FORMAT.md");
  std::vector<Rows> tables;
  bool there = false;
  bool in_table = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#")) there = line == heading;
    if (!there || !line.starts_with("|")) {
      in_table = false;
      continue;
    }
    if (!in_table) {
      tables.emplace_back();
      in_table = true;
      continue;  // the head
    }
    if (line.starts_with("|---")) continue;
    std::vector<std::string> cells;
    std::stringstream parts(line.substr(1));
    for (std::string cell; std::getline(parts, cell, '|');) cells.push_back(trimmed(cell));
    tables.back().push_back(std::move(cells));
  }
  return tables;
}

std::string answer_of(const Position& position) {
  // By value, as answers print it: the smallest first.
  std::vector<std::pair<double, std::string>> words;
  for (const Possible& one : position.possible) {
    const Meaning meaning = default_vocabulary().find(one.word);
    words.emplace_back(meaning ? meaning.word->value : 9, one.no_record() ? "no record" : one.word);
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string text;
  for (const auto& [value, word] : words) text += (text.empty() ? "" : " or ") + word;
  if (!position.certain()) return text + " ~";
  if (position.lapsed()) text += " (lapsed)";
  if (position.resumed) text += ", resumed";
  if (position.last_checked) text += ", last checked " + to_string(*position.last_checked);
  return text;
}

}  // namespace

TEST_CASE("the example of the format's description has the answers that stand there") {
  const std::vector<Rows> tables = tables_below("### An example");
  REQUIRE(tables.size() == 2);
  REQUIRE(tables[0].size() == 8);
  REQUIRE(tables[1].size() == 12);
  for (const std::vector<std::string>& question : tables[1]) {
    REQUIRE(question.size() == 3);
    std::vector<Stance> known;
    for (const std::vector<std::string>& row : tables[0]) {
      REQUIRE(row.size() == 6);
      if (std::stoi(row[4]) > std::stoi(question[1])) continue;
      Stance one = stance(row[1], row[3], row[0]);
      if (!row[2].empty()) one.until = date(row[2]);
      if (row[5].starts_with("corrects ")) one.corrects = row[5].substr(9);
      if (row[5].starts_with("retracts ")) one.retracts = row[5].substr(9);
      known.push_back(std::move(one));
    }
    const Lines lines(known, default_vocabulary());
    std::string answer;
    for (const Position& position : positions_on(lines, *parse_day(question[0]))) {
      answer += (answer.empty() ? "" : "; ") + answer_of(position);
    }
    CAPTURE(question[0]);
    CAPTURE(question[1]);
    CHECK(answer == question[2]);
  }
}
