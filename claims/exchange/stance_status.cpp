// SPDX-License-Identifier: MIT
#include "claims/exchange/stance_status.h"

#include <unordered_map>

namespace aver::claims {

std::string_view to_string(Standing standing) {
  switch (standing) {
    case Standing::in_force:
      return "in-force";
    case Standing::lapsed:
      return "lapsed";
    case Standing::earlier:
      return "earlier";
    case Standing::later:
      return "later";
    case Standing::corrected:
      return "corrected";
    case Standing::retracted:
      return "retracted";
    case Standing::retraction:
      return "retraction";
  }
  return "";
}

std::vector<Standing> standings(const std::vector<Stance>& stances, Day day,
                                const Vocabulary& vocabulary) {
  std::vector<Standing> all(stances.size(), Standing::corrected);
  const auto of = [&](const Stance* stance) -> Standing& {
    return all[static_cast<std::size_t>(stance - stances.data())];
  };
  // By holder: a claim has few, and a line is what in_force() asks about.
  std::unordered_map<std::string_view, Line> lines;
  for (const Stance* stance : live(stances)) {
    lines[stance->holder].push_back(stance);
    of(stance) = stance->held.earliest() > day ? Standing::later : Standing::earlier;
  }
  for (const auto& [holder, line] : lines) {
    if (const auto position = in_force(line, day, vocabulary))
      of(position->stance) = position->lapsed ? Standing::lapsed : Standing::in_force;
  }
  for (std::size_t i = 0; i < stances.size(); ++i) {
    if (all[i] != Standing::corrected) continue;
    if (!stances[i].retracts.empty()) {
      all[i] = Standing::retraction;
    } else if (const Stance* by = overruled_by(stances, stances[i]);
               by != nullptr && !by->retracts.empty()) {
      all[i] = Standing::retracted;
    }
  }
  return all;
}

}  // namespace aver::claims
