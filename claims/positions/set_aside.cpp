// SPDX-License-Identifier: MIT
//
// Follows each stance's link to its target, one step: a chain needs no more, as what is set aside
// stays so.
#include "claims/positions/set_aside.h"

#include <algorithm>

#include "claims/records/schema.h"
#include "claims/text/id.h"

namespace aver::claims {
namespace {

const std::vector<const Stance*> kNobody;

// Whether what `by` says of the key is evidence that `stance` lacks, and nothing is lost: what
// ended may have been given more since.
bool is_more_evidence(std::string_view key, const Stance& stance, const Stance& by) {
  if (key == "evidence") {
    return std::includes(by.further.begin(), by.further.end(), stance.further.begin(),
                         stance.further.end());
  }
  const auto& keys = schema::fields(schema::Of<Evidence>{});
  return !has_first_evidence(stance) &&
         std::any_of(keys.begin(), keys.end(), [&](const auto& one) { return one.key == key; });
}

}  // namespace

std::string_view set_aside_by(const Stance& stance) {
  if (!stance.corrects.empty() && !stance.retracts.empty()) return {};
  const std::string_view link = stance.corrects.empty() ? stance.retracts : stance.corrects;
  // An id of the claim's, also a former one, may stand before the name.
  const std::size_t slash = link.rfind('/');
  return slash == link.npos ? link : link.substr(slash + 1);
}

std::string_view to_string(Aside how) {
  switch (how) {
    case Aside::corrected:
      return "corrected";
    case Aside::ended:
      return "ended";
    case Aside::retracted:
      return "retracted";
  }
  return "";
}

Aside how_set_aside(const Stance& stance, const Stance& by) {
  if (!by.retracts.empty()) return Aside::retracted;
  if (!by.until || by.until == stance.until) return Aside::corrected;
  for (const schema::Field<Stance>& field : schema::fields(schema::Of<Stance>{})) {
    const bool may_differ = field.key == "until" || field.key == "reason" || field.key == "note" ||
                            field.key == "corrects";
    if (!may_differ && !field.equal(by, stance) && !is_more_evidence(field.key, stance, by))
      return Aside::corrected;
  }
  return by.unknown == stance.unknown ? Aside::ended : Aside::corrected;
}

std::string told_aside(const Stance& stance, const Stance& by) {
  const Aside how = how_set_aside(stance, by);
  if (how == Aside::ended) {
    return "ended " + to_string(*by.until) + ", by " + by.name +
           (by.reason == kEnded ? "" : ": " + by.reason);
  }
  if (is_assumed(by)) return "falls without " + by.reason;
  return std::string(to_string(how)) + " by " + by.name + ": " + by.reason;
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
