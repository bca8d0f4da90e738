// SPDX-License-Identifier: MIT
//
// Marks the stances of each holder by what in_force() and overruled_by() say. The rules themselves
// are in claims/positions/.
#include "claims/exchange/stance_status.h"

#include <unordered_map>

namespace aver::claims {

std::string_view to_string(StanceStatus standing) {
  switch (standing) {
    case StanceStatus::in_force:
      return "in-force";
    case StanceStatus::lapsed:
      return "lapsed";
    case StanceStatus::earlier:
      return "earlier";
    case StanceStatus::later:
      return "later";
    case StanceStatus::corrected:
      return "corrected";
    case StanceStatus::retracted:
      return "retracted";
    case StanceStatus::retraction:
      return "retraction";
  }
  return "";
}

std::vector<StanceStatus> standings(const std::vector<Stance>& stances, Day day,
                                    const Vocabulary& vocabulary) {
  std::vector<StanceStatus> all(stances.size(), StanceStatus::corrected);
  const auto of = [&](const Stance* stance) -> StanceStatus& {
    return all[static_cast<std::size_t>(stance - stances.data())];
  };
  // By holder: a claim has few, and a line is what in_force() asks about.
  std::unordered_map<std::string_view, Line> lines;
  for (const Stance* stance : live(stances)) {
    lines[stance->holder].push_back(stance);
    of(stance) = stance->held.earliest() > day ? StanceStatus::later : StanceStatus::earlier;
  }
  for (const auto& [holder, line] : lines) {
    if (const auto position = in_force(line, day, vocabulary))
      of(position->stance) = position->lapsed ? StanceStatus::lapsed : StanceStatus::in_force;
  }
  for (std::size_t i = 0; i < stances.size(); ++i) {
    if (all[i] != StanceStatus::corrected) continue;
    if (!stances[i].retracts.empty()) {
      all[i] = StanceStatus::retraction;
    } else if (const Stance* by = overruled_by(stances, stances[i]);
               by != nullptr && !by->retracts.empty()) {
      all[i] = StanceStatus::retracted;
    }
  }
  return all;
}

}  // namespace aver::claims
