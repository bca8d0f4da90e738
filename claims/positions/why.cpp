// SPDX-License-Identifier: MIT
//
// One cause is kept at a time: within a chain the last word, of several chains the strongest.
#include "claims/positions/why.h"

#include <algorithm>

#include "claims/records/values.h"

namespace aver::claims {
namespace {

Cause cause_of(Aside how) {
  switch (how) {
    case Aside::corrected:
      return Cause::corrected;
    case Aside::ended:
      return Cause::ended;
    case Aside::retracted:
      return Cause::retracted;
  }
  return Cause::corrected;
}

}  // namespace

void Why::add_link(const Stance& stance, const Stance& by) {
  const Aside how = how_set_aside(stance, by);
  if (how != Aside::ended || by.reason != kEnded) add_reason(by.reason);
  if (!how_ || *how_ != Aside::corrected || how == Aside::retracted) how_ = how;
}

void Why::add_chain(const Why& other) {
  for (const std::string& reason : other.reasons_) add_reason(reason);
  const auto weight = [](Aside how) {
    return how == Aside::corrected ? 2 : how == Aside::ended ? 1 : 0;
  };
  if (other.how_ && (!how_ || weight(*other.how_) > weight(*how_))) how_ = other.how_;
}

void Why::add_reason(const std::string& reason) {
  if (!reason.empty() && std::find(reasons_.begin(), reasons_.end(), reason) == reasons_.end())
    reasons_.push_back(reason);
}

std::optional<Cause> Why::cause() const {
  return how_ ? std::optional(cause_of(*how_)) : std::nullopt;
}

std::string Why::reasons() const { return schema::joined(reasons_, "; "); }

}  // namespace aver::claims
