// SPDX-License-Identifier: MIT
//
// Makes of a record one with each evidence alone, and asks the facts of each; lines are worked out
// only where something falls.
#include "claims/query/without.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "claims/positions/lines.h"

namespace aver::claims::query {
namespace {

// What a term is about: an evidence, one record or its claim, or more than one record.
enum class About { evidence, record, more };

About about(Key key) {
  switch (key) {
    case Key::source:
    case Key::publisher:
    case Key::published:
    case Key::reliability:
    case Key::credibility:
    case Key::speaker:
    case Key::via:
    case Key::mode:
    case Key::quote:
    case Key::quote_lang:
      return About::evidence;
    case Key::missing:
    case Key::checked:
    case Key::change:
    case Key::changed:
      return About::more;
    default:
      return About::record;
  }
}

// Of is:, what a record says itself.
bool is_of_record(std::string_view what) { return what == "absent" || what == "unverified"; }

bool is_about_evidence(const Query& query) {
  bool any = false;
  each_term(query, [&](const Query& node) { any |= about(node.term.key) == About::evidence; });
  return any;
}

const Query* part_about_more(const Query& query) {
  if (query.kind == Query::Kind::some || query.kind == Query::Kind::ever) return &query;
  if (query.kind == Query::Kind::term) {
    const bool more =
        query.term.key == Key::is
            ? std::any_of(query.term.any.begin(), query.term.any.end(),
                          [](const Match& match) { return !is_of_record(match.value); })
            : about(query.term.key) == About::more;
    return more ? &query : nullptr;
  }
  for (const Query& part : query.parts) {
    if (const Query* found = part_about_more(part)) return found;
  }
  return nullptr;
}

// The record with this evidence alone.
Stance with_alone(const Stance& stance, std::size_t number) {
  Stance alone = stance;
  alone.further.clear();
  if (number > 0) set_first_evidence(alone, stance.further[number - 1]);
  return alone;
}

struct Answer {
  bool all = false;   // the record falls
  bool some = false;  // some evidence fits, and some does not
};

Answer answer_for(const Stance& stance, const FallingQuestion& question, const ClaimFacts& facts) {
  if (stance.further.empty()) {
    const bool can = has_first_evidence(stance) || !question.about_evidence;
    return {can && question.fits(facts, stance), false};
  }
  std::size_t fitting = 0;
  const std::vector<EvidenceView> all = evidences(stance);
  for (const EvidenceView& one : all) {
    if (question.fits(facts, with_alone(stance, one.number))) ++fitting;
  }
  return {fitting == all.size(), fitting > 0 && fitting < all.size()};
}

}  // namespace

std::optional<Problem> problem_of_single_records(const Query& query) {
  const Query* part = part_about_more(query);
  if (part == nullptr) return std::nullopt;
  Problem problem;
  problem.sentence =
      print(*part) + " is about more than one record, and --without asks each by itself";
  problem.span = part->span;
  return problem;
}

FallingQuestion fits_query(Query query, const Vocabulary& words) {
  FallingQuestion question;
  question.about_evidence = is_about_evidence(query);
  question.fits = [query = std::move(query), &words](const ClaimFacts& facts,
                                                     const Stance& record) {
    Pair pair{record.holder, words.scale_of(record.position)};
    pair.choices = {{&record, false}};
    pair.is_step = true;  // by itself: not what may be in force on its line
    return facts.fits(query, pair) == Truth::yes;
  };
  return question;
}

FallingQuestion cites_source(std::string source) {
  return {[source = std::move(source)](const ClaimFacts&, const Stance& record) {
            return record.source == source;
          },
          true};
}

FallingQuestion is_word_of(std::string actor, std::set<std::string> published_sources) {
  return {[who = std::move(actor), sources = std::move(published_sources)](const ClaimFacts&,
                                                                           const Stance& record) {
            return sources.contains(record.source) || record.speaker == who ||
                   std::find(record.via.begin(), record.via.end(), who) != record.via.end();
          },
          true};
}

Fall what_falls(const ClaimFolder& folder, const FallingQuestion& question,
                const Setting& setting) {
  Fall fall;
  const ClaimFacts facts(folder, setting);
  for (const Stance& stance : folder.stances) {
    if (!stance.retracts.empty()) continue;
    const Answer answer = answer_for(stance, question, facts);
    if (answer.all) fall.records.push_back(&stance);
    if (answer.some) fall.stand.push_back(&stance);
  }
  if (fall.records.empty() && fall.stand.empty()) return fall;
  const SetAside aside(folder.stances);
  const auto is_aside = [&](const Stance* one) { return aside.has(*one); };
  std::erase_if(fall.records, is_aside);
  std::erase_if(fall.stand, is_aside);
  if (fall.records.empty()) return fall;
  const Lines lines(folder.stances, setting.words);
  const std::unordered_set<const Stance*> falling(fall.records.begin(), fall.records.end());
  for (const Stance& stance : folder.stances) {
    if (falling.contains(&stance)) {
      const Stance* target = aside.target(stance);
      if (target != nullptr) fall.stay_aside.push_back(target);
      continue;
    }
    if (stance.repeats.empty() || !stance.retracts.empty() || aside.has(stance)) continue;
    const Stance* record = lines.checked_by(stance);
    if (record != nullptr && falling.contains(record)) fall.checks.push_back(&stance);
  }
  return fall;
}

Stance retraction_of(const Stance& wrong, std::string reason) {
  Stance stance;
  stance.claim = wrong.claim;
  stance.holder = wrong.holder;
  stance.held = wrong.held.without_time();
  stance.retracts = wrong.name;
  stance.reason = std::move(reason);
  return stance;
}

void retract_in(ClaimFolder& folder, const Fall& fall, const std::string& reason) {
  if (!fall.any()) return;
  std::vector<Stance> retractions;
  retractions.reserve(fall.records.size() + fall.checks.size());
  for (const auto* part : {&fall.records, &fall.checks}) {
    for (const Stance* one : *part) {
      retractions.push_back(retraction_of(*one, reason));
      retractions.back().name = std::string(kAssumed) + one->name;
    }
  }
  folder.stances.insert(folder.stances.end(), std::make_move_iterator(retractions.begin()),
                        std::make_move_iterator(retractions.end()));
}

}  // namespace aver::claims::query
