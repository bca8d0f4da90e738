// SPDX-License-Identifier: MIT
//
// Steps come from claims/positions; what belongs to no step is named beside them.
#include "cli/look/time_lines.h"

#include <algorithm>
#include <set>

#include "claims/positions/changes.h"
#include "claims/positions/in_force.h"
#include "claims/positions/set_aside.h"

namespace aver::cli {
namespace {

std::string kind_or_word(const claims::Stance& stance, const claims::Vocabulary& words) {
  if (!stance.repeats.empty()) return "check";
  return stance.position.empty() ? "retraction" : std::string(words.canonical(stance.position));
}

// The records of the line that no step shows, and that are in force on no day, though they had
// begun.
std::vector<std::string> never_in_force(const claims::Line& line, const claims::LineDays& days,
                                        const std::vector<claims::Step>& steps, claims::Day day) {
  std::set<const claims::Stance*> shown;
  const std::size_t last = days.at(day);
  for (std::size_t span = 0; span <= last; ++span) {
    for (const claims::LineDays::Candidate& one : days.candidates(span)) {
      if (one.record != claims::LineDays::Candidate::kNoRecord)
        shown.insert(line.records[one.record].stance);
    }
  }
  for (const claims::Step& step : steps) {
    for (const claims::Possible& one : step.after)
      shown.insert(one.stances.begin(), one.stances.end());
  }
  std::vector<std::string> names;
  for (const claims::LineRecord& record : line.records) {
    const claims::Stance& stance = *record.stance;
    if (!shown.contains(&stance) && stance.held.earliest() <= day)
      names.push_back(stance.name + " (" + std::string(record.word()) + ")");
  }
  return names;
}

}  // namespace

TimeLine time_line(const claims::ClaimFolder& folder, const claims::Lines& lines,
                   const claims::Line& line, claims::Day day) {
  TimeLine answer;
  answer.claim = folder.id;
  answer.claim_text = folder.claim ? folder.claim->text : "";
  answer.holder = line.holder;
  answer.scale = line.scale_name();
  const claims::LineDays days(line);
  answer.steps = claims::steps(line, days, day);
  if (const auto position = claims::position_on(lines, line, days, day))
    answer.last_checked = position->last_checked;
  answer.never_in_force = never_in_force(line, days, answer.steps, day);
  const auto [begin, end] = lines.of(line.holder);
  answer.other_scales = end - begin > 1;
  answer.overruled = set_aside(folder, lines, line.holder, line.scale, end - begin == 1, day);
  return answer;
}

std::vector<Overruled> set_aside(const claims::ClaimFolder& folder, const claims::Lines& lines,
                                 std::string_view holder, const claims::Scale* scale,
                                 bool any_scale, claims::Day day) {
  std::vector<Overruled> all;
  for (const claims::Stance& stance : folder.stances) {
    if (stance.holder != holder || stance.held.earliest() > day) continue;
    if (!any_scale && lines.words().find(stance.position).scale != scale) continue;
    for (const claims::Stance* by : lines.aside().by(stance)) {
      all.push_back(
          {stance.name, stance.held,
           "(" + kind_or_word(stance, lines.words()) + ") " + claims::told_aside(stance, *by)});
    }
  }
  return all;
}

}  // namespace aver::cli
