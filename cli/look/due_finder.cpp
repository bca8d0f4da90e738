// SPDX-License-Identifier: MIT
//
// Claim by claim: its own dates, then each position in force on the day.
#include "cli/look/due_finder.h"

#include <algorithm>
#include <string_view>

#include "cli/names/load.h"
#include "cli/render/text/text.h"

namespace aver::cli {
namespace {

using claims::Date;
using claims::Day;

constexpr std::string_view kPrediction = "prediction";

}  // namespace

void DueFinder::look_at(const claims::ClaimFolder& folder) {
  const std::vector<Held> held = positions_on(folder, today_, words_);
  const claims::query::ClaimFacts facts = filter_.facts(folder);
  if (folder.claim) {
    if (filter_.takes_claim(facts)) look_at_claim(*folder.claim);
    if (folder.claim->deadline) look_at_deadline(*folder.claim, facts, held);
  }
  for (const Held& one : held) {
    if (!filter_.takes(facts, one)) continue;
    const auto lines = std::count_if(held.begin(), held.end(),
                                     [&](const Held& other) { return other.holder == one.holder; });
    look_at_position(facts.lines(), one, lines > 1);
  }
}

void DueFinder::look_at_claim(const claims::Claim& claim) {
  const std::string edit = "aver edit " + claim.id;
  if (claim.review_by)
    add_if_due(*claim.review_by, "review by", claim.id, "", "the claim itself", edit);
}

// Line by line, where no word that closes is in force; the claim itself, where no line tells.
void DueFinder::look_at_deadline(const claims::Claim& claim, const claims::query::ClaimFacts& facts,
                                 const std::vector<Held>& held) {
  const std::vector<claims::LineDeadline> lines =
      claims::deadlines_on(claim, facts.lines(), today_);
  for (const claims::LineDeadline& line : lines) {
    if (line.settled) continue;
    for (const Held& one : held) {
      if (one.holder != line.holder || one.position.scale_name() != line.scale->name) continue;
      if (filter_.takes_claim(facts) || filter_.takes(facts, one))
        add_deadline(claim, line, one.position);
    }
  }
  if (lines.empty() && filter_.takes_claim(facts)) add_deadline_without_a_line(claim);
}

void DueFinder::add_deadline(const claims::Claim& claim, const claims::LineDeadline& line,
                             const claims::Position& position) {
  const bool passed = claim.deadline->latest() < today_;
  std::string word(position.word());
  if (!position.certain()) word = "not certain";
  if (position.lapsed()) word += " (lapsed)";
  const std::string holder(line.holder);
  if (claim.kind == kPrediction) {
    add_if_due(*claim.deadline, "deadline", claim.id, holder,
               (passed ? "no outcome: " : "no outcome yet: ") + word,
               "aver record " + claim.id + " " + holder + " OUTCOME" + held_then(claim));
    return;
  }
  add_if_due(*claim.deadline, "deadline", claim.id, holder,
             passed ? outcome_text(line, words_) + ", " + word : word + " so far",
             "aver record " + claim.id + " " + holder + " POSITION");
}

// How a prediction came out is found later, and is so of the day that it spoke of.
std::string DueFinder::held_then(const claims::Claim& claim) const {
  const Day last = claim.deadline->latest();
  return last < today_ ? " --held " + claims::to_string(last) : "";
}

void DueFinder::add_deadline_without_a_line(const claims::Claim& claim) {
  std::string closing;  // "true or false"
  for (const claims::Scale& scale : words_.scales()) {
    if (!claims::judges_deadline(words_, scale, claim.kind)) continue;
    for (const claims::Word& word : scale.words) {
      if (words_.closes(word)) closing += (closing.empty() ? "" : " or ") + word.name;
    }
  }
  if (closing.empty()) {
    add_if_due(*claim.deadline, "deadline", claim.id, "",
               "no word of the vocabulary closes a claim of this kind", "aver help vocabulary");
  } else if (claim.kind == kPrediction) {
    add_if_due(*claim.deadline, "deadline", claim.id, "", "no outcome yet: " + closing + "?",
               "aver record " + claim.id + " WHO OUTCOME" + held_then(claim));
  } else {
    add_if_due(*claim.deadline, "deadline", claim.id, "", "no record of progress",
               "aver record " + claim.id + " HOLDER POSITION");
  }
}

// What is not certain cannot be looked at again: it must be settled first.
void DueFinder::look_at_position(const claims::Lines& lines, const Held& held, bool several) {
  if (!held.position.certain()) return;
  const claims::Stance& stance = *held.position.stance();
  const std::string word(held.position.word());
  const std::string again = "aver again " +
                            (several ? stance.id() : stance.claim + " " + held.holder) +
                            (stance.searched.empty() ? " --searched WHERE" : " --same-places");
  if (words_.is_absence(stance.position) && !held.position.lapsed()) {
    const Date checked = claims::last_looked(lines, stance, today_).value_or(stance.held);
    if (today_ - checked.latest() >= std::chrono::days{days_}) {
      answer_.due.push_back({checked, "not checked", held.claim, held.holder,
                             word + ", last checked " + claims::to_string(checked), again, false});
      return;
    }
  }
  if (stance.review_by)
    add_if_due(*stance.review_by, "review by", held.claim, held.holder, word, again);
}

void DueFinder::add_if_due(const Date& when, const char* why, const std::string& claim,
                           const std::string& holder, const std::string& what,
                           const std::string& command) {
  if (when.latest() - today_ > std::chrono::days{near_}) return;
  answer_.due.push_back({when, why, claim, holder, what, command, when.latest() >= today_});
}

}  // namespace aver::cli
