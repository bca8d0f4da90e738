// SPDX-License-Identifier: MIT
//
// What several corrections amount to: one cause, and the reason of each. For what tells why our
// record changed (diff, beliefs).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/positions/diff.h"
#include "claims/positions/set_aside.h"

namespace aver::claims {

class Why {
 public:
  // The next link of a chain. A retraction is the last word, until it is corrected itself.
  void add_link(const Stance& stance, const Stance& by);
  // Another chain: what is replaced by one of them is not merely gone.
  void add_chain(const Why& other);
  // Each reason is told once.
  void add_reason(const std::string& reason);

  // Nothing where no link was added.
  std::optional<Cause> cause() const;
  std::string reasons() const;  // "misheard; wrong date"

 private:
  std::optional<Aside> how_;
  std::vector<std::string> reasons_;
};

}  // namespace aver::claims
