// SPDX-License-Identifier: MIT
//
// What rests on a source or on somebody's word, as rows: one for each line that changes, for each
// record that falls without that, and for each that stands.
#include "cli/render/rows/sheet.h"
#include "cli/render/text/text.h"

namespace aver::cli {
namespace {

std::string held_of(const claims::Shown& shown) {
  return shown.stance() != nullptr ? claims::to_string(shown.stance()->held) : std::string();
}

// "affirm|deny" where it is not certain.
std::string shown_words(const claims::Shown& shown) {
  std::string text;
  for (const claims::Shown::One& one : shown.possible) {
    if (shown.no_record()) break;
    text += (text.empty() ? "" : "|") + (one.word.empty() ? "no record" : one.word) +
            (one.lapsed ? " (lapsed)" : "");
  }
  return text;
}

}  // namespace

Sheet sheet(const ImpactAnswer& answer, const claims::Vocabulary& words) {
  Sheet to{{"effect", "claim", "holder", "scale", "position", "held", "instead", "instead held",
            "stance"},
           {}};
  const auto of_stance = [&](const char* effect, const claims::Stance& stance) {
    to.rows.push_back({effect, stance.claim, stance.holder,
                       std::string(words.scale_of(stance.position)), word_of(stance, words),
                       claims::to_string(stance.held), "", "", stance.id()});
  };
  const auto of_id = [&](const char* effect, const std::string& id) {
    to.rows.push_back({effect, claims::split_stance_id(id).claim, "", "", "", "", "", "", id});
  };
  for (const claims::ClaimDiff& claim : answer.claims) {
    for (const claims::PairDiff& pair : claim.pairs) {
      const claims::Stance* stance = pair.before.stance();
      to.rows.push_back({"changes", claim.id, pair.holder, pair.scale, shown_words(pair.before),
                         held_of(pair.before), shown_words(pair.after), held_of(pair.after),
                         stance != nullptr ? stance->id() : ""});
    }
    for (const claims::AlsoRecorded& one : claim.also) of_stance("falls", one.stance);
  }
  for (const claims::Stance& stance : answer.stand) of_stance("stands", stance);
  for (const std::string& id : answer.checks) of_id("check falls", id);
  for (const std::string& id : answer.stay_aside) of_id("stays aside", id);
  return to;
}

}  // namespace aver::cli
