// SPDX-License-Identifier: MIT
//
// Follows each stance's link to its target, one step: a chain needs no more, as what is set aside
// stays so.
#include "claims/positions/set_aside.h"

#include <algorithm>

#include "claims/text/id.h"

namespace aver::claims {
namespace {

const std::vector<const Stance*> kNobody;

}  // namespace

std::string_view set_aside_by(const Stance& stance) {
  if (!stance.corrects.empty() && !stance.retracts.empty()) return {};
  const std::string_view link = stance.corrects.empty() ? stance.retracts : stance.corrects;
  // An id of the claim's, also a former one, may stand before the name.
  const std::size_t slash = link.rfind('/');
  return slash == link.npos ? link : link.substr(slash + 1);
}

SetAside::SetAside(const std::vector<Stance>& stances) {
  const bool any = std::any_of(stances.begin(), stances.end(),
                               [](const Stance& one) { return !set_aside_by(one).empty(); });
  if (!any) return;
  std::unordered_map<std::string_view, const Stance*> by_name;
  for (const Stance& stance : stances) by_name.emplace(stance.name, &stance);
  for (const Stance& stance : stances) {
    const std::string_view name = set_aside_by(stance);
    if (name.empty()) continue;
    const auto found = by_name.find(name);
    if (found == by_name.end() || found->second == &stance) continue;
    by_[found->second].push_back(&stance);
    target_.emplace(&stance, found->second);
  }
}

const std::vector<const Stance*>& SetAside::by(const Stance& stance) const {
  const auto found = by_.find(&stance);
  return found == by_.end() ? kNobody : found->second;
}

const Stance* SetAside::target(const Stance& stance) const {
  const auto found = target_.find(&stance);
  return found == target_.end() ? nullptr : found->second;
}

}  // namespace aver::claims
