// SPDX-License-Identifier: MIT
//
// The table of columns and the cells that go with it, in the same order. A new key of a stance that
// people want in a spreadsheet is a line in each.
#include "claims/exchange/csv/stance_sheet.h"

namespace aver::claims {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : "; ") + word;
  return all;
}

std::string date(const std::optional<Date>& value) { return value ? to_string(*value) : ""; }

}  // namespace

const std::vector<Column>& stance_columns() {
  static const std::vector<Column> all = {
      {"claim", "the claim's id"},
      {"text", "the claim"},
      {"kind", "of the claim"},
      {"tags", "of the claim"},
      {"stance", "the stance's id"},
      {"holder", "the holder's id"},
      {"holder_name", "its name"},
      {"position", "a word of the vocabulary, by its name of today"},
      {"scale", "that the word stands on"},
      {"held", "as recorded: 2024-10-31, 2024-10, 2024~"},
      {"held_first", "the first day that it may mean"},
      {"held_last", "the last day that it may mean"},
      {"in_force", "yes: the holder's position on the day asked for; else no"},
      {"standing", "in-force, lapsed, earlier, later, corrected, retracted, retraction"},
      {"until", "the last day it was held"},
      {"through", "looked until then, and nothing had changed"},
      {"mode", "how it is known"},
      {"speaker", "who uttered the quote, where that is not the holder"},
      {"via", "who reports it"},
      {"summary", "what was said or done"},
      {"quote", "the words, exactly"},
      {"quote_lang", "of the quote"},
      {"translation", "of the quote"},
      {"source", "the source's id"},
      {"source_title", "its title"},
      {"source_url", "its URL"},
      {"locator", "where in it"},
      {"rating", "a reviewer's own label"},
      {"credibility", "1 confirmed to 6 cannot be judged"},
      {"likelihood", "of a prediction"},
      {"searched", "where somebody looked"},
      {"unverified", "yes: the quote does not stand in the source, and that is known"},
      {"review_by", "when to look again"},
      {"corrects", "the stance that this one replaces"},
      {"retracts", "the stance that was never so"},
      {"reason", "for that"},
      {"note", ""},
  };
  return all;
}

std::vector<std::string> stance_cells(const Stance& stance, const StanceContext& context,
                                      const Vocabulary& vocabulary) {
  const Claim none;
  const Claim& claim = context.claim == nullptr ? none : *context.claim;
  const Meaning meaning = vocabulary.find(stance.position);
  return {stance.claim,
          claim.text,
          claim.kind,
          joined(claim.tags),
          stance.id(),
          stance.holder,
          context.holder_name,
          std::string(vocabulary.canonical(stance.position)),
          meaning ? meaning.scale->name : "",
          to_string(stance.held),
          to_string(stance.held.earliest()),
          to_string(stance.held.latest()),
          context.standing == StanceStatus::in_force ? "yes" : "no",
          std::string(to_string(context.standing)),
          date(stance.until),
          date(stance.through),
          stance.mode,
          stance.speaker,
          joined(stance.via),
          stance.summary,
          stance.quote,
          stance.quote_lang,
          stance.translation,
          stance.source,
          context.source_title,
          context.source_url,
          stance.locator,
          stance.rating,
          stance.credibility ? std::to_string(*stance.credibility) : "",
          stance.likelihood,
          joined(stance.searched),
          stance.unverified ? "yes" : "",
          date(stance.review_by),
          stance.corrects,
          stance.retracts,
          stance.reason,
          stance.note};
}

}  // namespace aver::claims
