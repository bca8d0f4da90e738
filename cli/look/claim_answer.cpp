// SPDX-License-Identifier: MIT
//
// The positions of the day, asked once; each quote is looked up once.
#include "cli/look/claim_answer.h"

#include <string_view>
#include <utility>

#include "claims/positions/lines.h"
#include "cli/names/load.h"

namespace aver::cli {

ClaimAnswer claim_answer(const Head& head, claims::ClaimFolder&& folder,
                         const claims::Vocabulary& words) {
  ClaimAnswer answer{head, std::move(folder), {}, {}};
  answer.positions = positions_at(answer.folder, head.at, words);
  for (const std::string_view holder : claims::holders(answer.folder.stances)) {
    bool shown = false;
    for (const Held& held : answer.positions) shown |= held.holder == holder;
    if (!shown) answer.no_record.emplace_back(holder);
  }
  if (answer.folder.claim) {
    const claims::Lines lines(answer.folder.stances, words);
    answer.deadlines = claims::deadlines_on(*answer.folder.claim, lines, head.at.on);
  }
  return answer;
}

void QuoteLookup::add(const claims::Stance& stance) {
  for (const claims::EvidenceView& one : claims::evidences(stance)) {
    const auto key = std::pair(stance.id(), one.number);
    if (one.quote.empty() || one.source.empty() || found_.contains(key)) continue;
    found_.emplace(key, evidence_.of(one));
  }
}

void QuoteLookup::add(const std::vector<Held>& positions) {
  for (const Held& held : positions) {
    for (const claims::Possible& one : held.position.possible) {
      for (const claims::Stance* stance : one.stances) add(*stance);
    }
  }
}

Quotes QuoteLookup::take() { return std::exchange(found_, {}); }

}  // namespace aver::cli
