// SPDX-License-Identifier: MIT
//
// Which stances of a claim are set aside: those that another one corrects or retracts.
//
// For good: whatever becomes of the correction later, what it set aside does not come back, or the
// correction of a correction would revive the first mistake. Holder and scale do not matter ("it
// was B, not A"). In words: claims/FORMAT.md, "Set aside".
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "claims/records/records.h"

namespace aver::claims {

// The name of the stance that `stance` corrects or retracts, without the claim's id; empty where it
// does neither. One that does both is an error, and does neither.
std::string_view set_aside_by(const Stance& stance);

// How one stance sets another aside.
enum class Aside {
  corrected,
  ended,      // a correction that says when it ended, and nothing else: no error of anybody
  retracted,  // never so
};

std::string_view to_string(Aside how);

// How `by`, which corrects or retracts it, sets `stance` aside. It ended where `by` differs from it
// in `until` alone, or has more evidence (`reason` and `note` aside).
Aside how_set_aside(const Stance& stance, const Stance& by);

// The reason that `aver end` gives: nobody need be told it.
inline constexpr std::string_view kEnded = "ended";

// A retraction that was never recorded: what an answer is without. Its name is that of no file, and
// says what it retracts.
inline constexpr std::string_view kAssumed = "--without ";
inline bool is_assumed(const Stance& stance) { return stance.name.starts_with(kAssumed); }

// "corrected by NAME: reason", "retracted by NAME: reason", "ended 2024-11-30, by NAME"; "falls
// without QUERY" of what is only assumed.
std::string told_aside(const Stance& stance, const Stance& by);

// Worked out once for all stances of a claim, which must outlive it.
class SetAside {
 public:
  explicit SetAside(const std::vector<Stance>& stances);

  // The stances that correct or retract `stance`, in the order they were given; empty where it is
  // not set aside.
  const std::vector<const Stance*>& by(const Stance& stance) const;
  bool has(const Stance& stance) const { return !by(stance).empty(); }

  // The stance that `stance` sets aside, or null: it sets none aside, or it is not there.
  const Stance* target(const Stance& stance) const;

 private:
  std::unordered_map<const Stance*, std::vector<const Stance*>> by_;
  std::unordered_map<const Stance*, const Stance*> target_;
};

}  // namespace aver::claims
