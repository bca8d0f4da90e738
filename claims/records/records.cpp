// SPDX-License-Identifier: MIT
//
// What little the records do beside being values.
#include "claims/records/records.h"

#include <tuple>

namespace aver::claims {

std::string to_string(const Moment& moment) {
  return moment.time.empty() ? to_string(moment.date) : moment.time;
}

bool operator<(const Evidence& a, const Evidence& b) {
  const auto keys = [](const Evidence& one) {
    return std::tie(one.source, one.locator, one.quote, one.quote_lang, one.translation,
                    one.speaker, one.via, one.mode, one.unverified, one.credibility);
  };
  if (keys(a) != keys(b)) return keys(a) < keys(b);
  return toml::write(a.unknown) < toml::write(b.unknown);
}

std::string EvidenceView::key(std::string_view name) const {
  if (number == 0) return std::string(name);
  return "evidence[" + std::to_string(number - 1) + "]." + std::string(name);
}

bool has_first_evidence(const Stance& stance) {
  return !stance.source.empty() || !stance.locator.empty() || !stance.quote.empty() ||
         !stance.quote_lang.empty() || !stance.translation.empty() || !stance.speaker.empty() ||
         !stance.via.empty() || !stance.mode.empty() || stance.unverified || stance.credibility;
}

namespace {

template <class From, class To>
void copy_evidence(const From& from, To& to) {
  to.source = from.source;
  to.locator = from.locator;
  to.quote = from.quote;
  to.quote_lang = from.quote_lang;
  to.translation = from.translation;
  to.speaker = from.speaker;
  to.via = from.via;
  to.mode = from.mode;
  to.unverified = from.unverified;
  to.credibility = from.credibility;
}

}  // namespace

Evidence first_evidence(const Stance& stance) {
  Evidence first;
  copy_evidence(stance, first);
  return first;
}

void set_first_evidence(Stance& stance, const Evidence& evidence) {
  copy_evidence(evidence, stance);
}

std::vector<EvidenceView> evidences(const Stance& stance) {
  std::vector<EvidenceView> all;
  all.reserve(stance.further.size() + 1);
  any_evidence(stance, [&](const EvidenceView& one) {
    all.push_back(one);
    return false;
  });
  return all;
}

EvidenceView evidence_at(const Stance& stance, std::size_t number) {
  return number == 0 ? EvidenceView(stance, 0) : EvidenceView(stance.further[number - 1], number);
}

bool has_source(const Stance& stance) {
  return any_evidence(stance, [](const EvidenceView& one) { return !one.source.empty(); });
}

bool cites(const Stance& stance, std::string_view source) {
  return any_evidence(stance, [&](const EvidenceView& one) { return one.source == source; });
}

}  // namespace aver::claims
