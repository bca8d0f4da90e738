// SPDX-License-Identifier: MIT
//
// aver due: what must be looked at again.
#include <algorithm>
#include <memory>

#include "claims/positions/deadline.h"
#include "cli/commands/commands.h"
#include "cli/names/filter.h"
#include "cli/names/load.h"
#include "cli/names/without.h"
#include "cli/render/text/text.h"
#include "cli/session/print.h"

namespace aver::cli {
namespace {

using claims::Date;
using claims::Day;

struct Options {
  FilterWords filter;
  std::optional<int> days, near;
  Reading reading;
};

constexpr int kDays = 30;  // an absence that nobody has checked for longer is stale
constexpr std::string_view kPrediction = "prediction";
constexpr int kNear = 14;  // how far ahead a review or a deadline is announced

// Conditions for the claims that may have something due: a date of the claim or of a position, or
// an absence that has not been checked for too long.
std::vector<claims::ClaimCondition> may_be_due(const Filter& filter,
                                               const claims::Vocabulary& words, Day today, int days,
                                               int near) {
  const Day soon = today + std::chrono::days{near};
  std::vector<std::string> absences;
  for (const claims::Scale& scale : words.scales()) {
    for (const claims::Word& word : scale.words) {
      if (!word.absence) continue;
      const std::vector<std::string> all = claims::spellings(words, word.name);
      absences.insert(absences.end(), all.begin(), all.end());
    }
  }
  std::vector<claims::ClaimCondition> any;
  for (claims::ClaimCondition& way : filter.conditions()) {
    if (!way.stance.any()) {  // else the claim by itself does not fit
      any.insert(any.end(), 2, way);
      any[any.size() - 2].review_until = soon;
      any[any.size() - 1].deadline_until = soon;
    }
    way.stance.in_force = {today, today};
    if (way.stance.any()) {
      any.push_back(way);
      any.back().deadline_until = soon;
    }
    claims::ClaimCondition absence = way;
    way.stance.review_until = soon;
    any.push_back(std::move(way));
    absence.stance.checked_until = today - std::chrono::days{days};
    if (absence.stance.positions.empty()) absence.stance.positions = absences;
    if (!absence.stance.positions.empty()) any.push_back(std::move(absence));
  }
  return any;
}

class Finder {
 public:
  Finder(DueAnswer& answer, const Filter& filter, const claims::Vocabulary& words, Day today,
         int days, int near)
      : answer_(answer), filter_(filter), words_(words), today_(today), days_(days), near_(near) {}

  void look_at(const claims::ClaimFolder& folder) {
    const std::vector<Held> held = positions_on(folder, today_, words_);
    const claims::query::ClaimFacts facts = filter_.facts(folder);
    if (folder.claim) {
      if (filter_.takes_claim(facts)) look_at_claim(*folder.claim);
      if (folder.claim->deadline) look_at_deadline(*folder.claim, facts, held);
    }
    for (const Held& one : held) {
      if (!filter_.takes(facts, one)) continue;
      const auto lines = std::count_if(
          held.begin(), held.end(), [&](const Held& other) { return other.holder == one.holder; });
      look_at_position(facts.lines(), one, lines > 1);
    }
  }

 private:
  void look_at_claim(const claims::Claim& claim) {
    const std::string edit = "aver edit " + claim.id;
    if (claim.review_by)
      add_if_due(*claim.review_by, "review by", claim.id, "", "the claim itself", edit);
  }

  // Line by line, where no word that closes is in force; the claim itself, where no line tells.
  void look_at_deadline(const claims::Claim& claim, const claims::query::ClaimFacts& facts,
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

  void add_deadline(const claims::Claim& claim, const claims::LineDeadline& line,
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
  std::string held_then(const claims::Claim& claim) const {
    const Day last = claim.deadline->latest();
    return last < today_ ? " --held " + claims::to_string(last) : "";
  }

  void add_deadline_without_a_line(const claims::Claim& claim) {
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
  void look_at_position(const claims::Lines& lines, const Held& held, bool several) {
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
                               word + ", last checked " + claims::to_string(checked), again,
                               false});
        return;
      }
    }
    if (stance.review_by)
      add_if_due(*stance.review_by, "review by", held.claim, held.holder, word, again);
  }

  void add_if_due(const Date& when, const char* why, const std::string& claim,
                  const std::string& holder, const std::string& what, const std::string& command) {
    if (when.latest() - today_ > std::chrono::days{near_}) return;
    answer_.due.push_back({when, why, claim, holder, what, command, when.latest() >= today_});
  }

  DueAnswer& answer_;
  const Filter& filter_;
  const claims::Vocabulary& words_;
  Day today_;
  int days_;
  int near_;
};

int run(const Options& options, Session& session) {
  const store::View view = asked_view(session, options.reading);
  if (nothing_was_known(session, view, options.reading, "aver.due/1")) return 0;
  DueAnswer answer;
  answer.head = head_of(session, session.coordinates(options.reading.when), view);
  answer.days = options.days.value_or(kDays);
  const Filter filter(session, view, options.filter, answer.head.at.on);
  const Day today = answer.head.at.on;
  const int near = options.near.value_or(kNear);
  Finder finder(answer, filter, view.vocabulary(), today, answer.days, near);
  filter.each_folder(session, may_be_due(filter, view.vocabulary(), today, answer.days, near),
                     [&](claims::ClaimFolder&& folder) { finder.look_at(folder); });
  std::stable_sort(answer.due.begin(), answer.due.end(), [](const Due& a, const Due& b) {
    return claims::compare(a.since, b.since) < 0;
  });
  print(session, options.reading, answer);
  return 0;
}

}  // namespace

Command due_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "due";
  command.description =
      "What must be looked at again, the longest due first: absences that nobody has checked for "
      "some time, "
      "reviews that are due or near, deadlines that have passed or are near and that no word "
      "closes yet. "
      "Below each "
      "stands the command that records the new look.";
  add_filter_words(command.words, options->filter);
  command.words.push_back(
      option("--days", "N", &options->days, "absences not checked for N days (default: 30)"));
  command.words.push_back(option("--near", "N", &options->near,
                                 "reviews and deadlines up to N days ahead (default: 14)"));
  add_reading_words(command.words, options->reading, row_formats());
  command.examples = {{"aver due --days 30", "which silences were not re-checked for a month"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
