// SPDX-License-Identifier: MIT
//
// The people whom a stance names: whose position it is, who said it, who reports it. Whoever asks
// for them asks here, so that each place where a record may name one is known once.
#pragma once

#include <algorithm>
#include <string>

#include "claims/records/records.h"

namespace aver::claims {

// In which way somebody stands in a record without being its holder.
enum class Voice { speaks, reports };

// Calls `visit(Voice, who)` for each speaker and each reporter, as written: an actor's id, or plain
// words; of all evidence. Whoever changes them sorts `further` again, as replace_people() does.
template <class StanceOrConst, class Visit>
void each_voice(StanceOrConst& stance, const Visit& visit) {
  if (!stance.speaker.empty()) visit(Voice::speaks, stance.speaker);
  for (auto& who : stance.via) visit(Voice::reports, who);
  for (auto& one : stance.further) {
    if (!one.speaker.empty()) visit(Voice::speaks, one.speaker);
    for (auto& who : one.via) visit(Voice::reports, who);
  }
}

// The same for the holder, too: `visit(who)`.
template <class StanceOrConst, class Visit>
void each_person(StanceOrConst& stance, const Visit& visit) {
  if (!stance.holder.empty()) visit(stance.holder);
  each_voice(stance, [&](Voice, auto& who) { visit(who); });
}

// Puts `lead(who)` in place of each of them, further evidence in order again. Returns whether
// anybody is another.
template <class Lead>
bool replace_people(Stance& stance, const Lead& lead) {
  bool any = false;
  each_person(stance, [&](std::string& who) {
    const auto& now = lead(who);
    if (now == who) return;
    who = now;
    any = true;
  });
  if (any) std::sort(stance.further.begin(), stance.further.end());
  return any;
}

}  // namespace aver::claims
