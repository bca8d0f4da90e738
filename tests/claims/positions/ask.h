// SPDX-License-Identifier: MIT
//
// What the program answers, in the words of worlds.h.
#pragma once

#include <string>

#include "claims/positions/in_force.h"
#include "tests/claims/positions/worlds.h"

namespace aver::tests {

inline LineKey key_of(const claims::Line& line) {
  return {std::string(line.holder), std::string(line.scale_name())};
}

inline std::set<May> records_of(const std::vector<claims::Possible>& possible) {
  std::set<May> records;
  for (const claims::Possible& one : possible) {
    if (one.no_record()) records.insert(May{});
    for (const Stance* stance : one.stances) records.insert({stance->name, one.lapsed});
  }
  return records;
}

inline std::set<Said> said_of(const std::vector<claims::Possible>& possible) {
  std::set<Said> said;
  for (const claims::Possible& one : possible) said.insert({std::string(one.word), one.lapsed});
  return said;
}

inline AnswersOf<May> records_on(const Stances& stances, Day day) {
  const claims::Lines lines(stances, claims::default_vocabulary());
  AnswersOf<May> answers;
  for (const claims::Position& one : positions_on(lines, day)) {
    answers[{std::string(one.holder), std::string(one.scale_name())}] = records_of(one.possible);
  }
  return answers;
}

inline AnswersOf<Said> answers_on(const Stances& stances, Day day) {
  const claims::Lines lines(stances, claims::default_vocabulary());
  AnswersOf<Said> answers;
  for (const claims::Position& one : positions_on(lines, day)) {
    answers[{std::string(one.holder), std::string(one.scale_name())}] = said_of(one.possible);
  }
  return answers;
}

// calda's answers in words, one line after the other: "affirm", "deny or affirm", "deny lapsed".
inline std::string told_on(const Stances& stances, const char* day) {
  const claims::Lines lines(stances, claims::default_vocabulary());
  std::string text;
  for (const claims::Position& one : positions_on(lines, *claims::parse_day(day))) {
    if (one.holder != "calda") continue;
    if (!text.empty()) text += "; ";
    for (std::size_t i = 0; i < one.possible.size(); ++i) {
      const claims::Possible& possible = one.possible[i];
      text += (i == 0 ? "" : " or ") +
              (possible.no_record() ? std::string("no record") : std::string(possible.word)) +
              (possible.lapsed ? " lapsed" : "");
    }
    if (one.resumed) text += ", resumed";
    if (one.last_checked) text += ", checked " + to_string(*one.last_checked);
    if (one.before_absence != nullptr) text += ", before that " + one.before_absence->position;
    for (const Stance* look : one.also_looked) text += ", looked " + to_string(look->held);
  }
  return text.empty() ? "no record" : text;
}

}  // namespace aver::tests
