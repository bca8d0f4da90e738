// SPDX-License-Identifier: MIT
//
// What a draft says beside the other records of its holder: of one day with them, of the future, of
// a day after its source, or against the rules of corrections.
#include <algorithm>

#include "claims/positions/changes.h"
#include "cli/record/stance_draft.h"

namespace aver::cli {

using claims::Stance;

// A day that other records share without an order, one in the future, and one after the source was
// published: recorded all the same, and told with the ways out.
void StanceDraft::add_day_problems(const Stance& stance, const std::string& path,
                                   const std::vector<Stance>& all,
                                   claims::Diagnostics& problems) const {
  const auto decoded = claims::decode_stance(claims::encode(stance), path);
  const auto source = tip.source(stance.source);
  const claims::Diagnostics days = claims::check_held(
      decoded, source && source->record ? &*source->record : nullptr, session_.today());
  problems.insert(problems.end(), days.begin(), days.end());
  const claims::Lines lines(all, tip.vocabulary());
  const claims::Line* line = nullptr;
  for (const claims::Line& one : lines.all()) {
    for (const claims::LineRecord& record : one.records) {
      if (record.stance->name == stance.name) line = &one;
    }
  }
  if (line == nullptr || !stance.held.exact()) return;
  const std::string_view word = tip.vocabulary().canonical(stance.position);
  for (const claims::LineRecord& record : line->records) {
    const Stance& other = *record.stance;
    if (other.name == stance.name || record.word() != word || !other.held.exact() ||
        other.held.earliest() != stance.held.earliest() ||
        claims::is_earlier_that_day(other, stance) || claims::is_earlier_that_day(stance, other)) {
      continue;
    }
    problems.push_back({claims::Severity::warning,
                        claims::Rule::position_twice,
                        path,
                        {},
                        other.name + " says " + std::string(word) + " of the same day",
                        ways_out_of_one_day(stance, other)});
    return;
  }
  // Only where both may be in force: an absence of the day gives way to what was said.
  const auto position = claims::position_on(lines, *line, stance.held.earliest());
  if (!position || position->certain()) return;
  const auto may_be_in_force = [&](const Stance& one) {
    return std::any_of(
        position->possible.begin(), position->possible.end(), [&](const claims::Possible& may) {
          return std::any_of(may.stances.begin(), may.stances.end(),
                             [&](const Stance* other) { return other->name == one.name; });
        });
  };
  for (const claims::LineRecord& record : line->records) {
    const Stance& other = *record.stance;
    const bool same_word = record.word() == word;
    if (other.name == stance.name || !other.held.exact() || same_word ||
        other.held.earliest() != stance.held.earliest() || !may_be_in_force(other) ||
        !may_be_in_force(stance)) {
      continue;
    }
    problems.push_back({claims::Severity::note,
                        claims::Rule::position_same_day,
                        path,
                        {},
                        other.name + " says " + std::string(record.word()) +
                            " of the same day, and which came first is not known: both are "
                            "possible now",
                        ways_out_of_one_day(stance, other)});
    return;
  }
}

// What to do about two records of one day, both recorded by now.
std::string StanceDraft::ways_out_of_one_day(const Stance& stance, const Stance& other) {
  std::string text = "where " + other.name + " was our mistake: aver retract " + other.id() +
                     " --reason \"WHY\"; else say when each was held";
  const char* before = ": ";
  for (const auto& [one, time] :
       {std::pair{&other, "T09:00:00+00:00"}, {&stance, "T18:00:00+00:00"}}) {
    if (one->held.time() && one->held.time()->offset) continue;
    text += before + ("aver correct " + one->id()) + " --held " +
            claims::to_string(stance.held.earliest()) + time + " --reason \"WHY\"";
    before = "; ";
  }
  return text;
}

// What `aver check` would call an error of the stance beside the others of its claim.
void StanceDraft::add_errors_together(const Stance& stance, const std::string& path,
                                      const std::vector<Stance>& before,
                                      claims::Diagnostics& problems) const {
  if (stance.corrects.empty() && stance.retracts.empty() && stance.repeats.empty()) return;
  claims::ClaimFolder folder;
  folder.id = stance.claim;
  folder.claim.emplace();
  folder.stances = before;
  folder.stances.push_back(stance);
  for (claims::Diagnostic& problem : claims::check(folder, tip.vocabulary())) {
    if (problem.severity == claims::Severity::error && problem.file == path)
      problems.push_back(std::move(problem));
  }
}

}  // namespace aver::cli
