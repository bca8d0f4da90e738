// SPDX-License-Identifier: MIT
//
// Marks the stances of each holder by what positions_on() and SetAside say. The rules themselves
// are in claims/positions/.
#include "claims/exchange/stance_status.h"

namespace aver::claims {

std::string_view to_string(StanceStatus standing) {
  switch (standing) {
    case StanceStatus::in_force:
      return "in-force";
    case StanceStatus::possible:
      return "possible";
    case StanceStatus::lapsed:
      return "lapsed";
    case StanceStatus::earlier:
      return "earlier";
    case StanceStatus::later:
      return "later";
    case StanceStatus::corrected:
      return "corrected";
    case StanceStatus::ended:
      return "ended";
    case StanceStatus::retracted:
      return "retracted";
    case StanceStatus::retraction:
      return "retraction";
    case StanceStatus::check:
      return "check";
  }
  return "";
}

std::vector<StanceStatus> standings(const std::vector<Stance>& stances, Day day,
                                    const Vocabulary& vocabulary) {
  const Lines lines(stances, vocabulary);
  std::vector<StanceStatus> all;
  all.reserve(stances.size());
  for (const Stance& stance : stances) {
    const std::vector<const Stance*>& by = lines.aside().by(stance);
    if (!stance.retracts.empty()) {
      all.push_back(StanceStatus::retraction);
    } else if (!by.empty()) {
      const Aside how = how_set_aside(stance, *by.back());
      all.push_back(how == Aside::corrected ? StanceStatus::corrected
                    : how == Aside::ended   ? StanceStatus::ended
                                            : StanceStatus::retracted);
    } else if (!stance.repeats.empty()) {
      all.push_back(StanceStatus::check);
    } else {
      all.push_back(stance.held.earliest() > day ? StanceStatus::later : StanceStatus::earlier);
    }
  }
  for (const Position& position : positions_on(lines, day)) {
    for (const Possible& one : position.possible) {
      for (const Stance* stance : one.stances) {
        all[static_cast<std::size_t>(stance - stances.data())] =
            !position.certain() ? StanceStatus::possible
            : one.lapsed        ? StanceStatus::lapsed
                                : StanceStatus::in_force;
      }
    }
  }
  return all;
}

}  // namespace aver::claims
