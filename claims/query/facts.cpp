// SPDX-License-Identifier: MIT
//
// Evaluates a query for one pair of claim and holder, term by term. Lines, positions and
// contradictions of the claim are found when a term first asks for them.
#include "claims/query/facts.h"

#include <algorithm>

#include "claims/query/match.h"
#include "claims/text/fold.h"
#include "claims/text/id.h"

namespace aver::claims::query {

using Kind = Query::Kind;

Pair pair_of(const Step& step) {
  Pair pair;
  pair.stance = step.after != nullptr ? step.after : step.before;
  pair.holder = pair.stance->holder;
  pair.lapsed = step.after == nullptr;
  pair.uncertain = pair.stance->held.approximate() || pair.stance->held.bounded();
  pair.is_step = true;
  pair.change = step.change;
  pair.changed = step.when;
  return pair;
}

const Line& ClaimFacts::line_of(std::string_view holder) const {
  static const Line nothing;
  if (!lines_) {
    lines_.emplace();
    for (const Stance* stance : live(folder_.stances)) (*lines_)[stance->holder].push_back(stance);
  }
  const auto at = lines_->find(holder);
  return at == lines_->end() ? nothing : at->second;
}

const std::vector<Pair>& ClaimFacts::pairs() const {
  if (pairs_) return *pairs_;
  pairs_.emplace();
  (void)line_of("");
  for (const auto& [holder, line] : *lines_) {
    const std::optional<Position> position = in_force(line, setting_.day, setting_.words);
    if (!position) continue;
    pairs_->push_back({holder, position->stance, position->lapsed, position->uncertain});
  }
  if (pairs_->empty()) pairs_->push_back({});
  return *pairs_;
}

bool ClaimFacts::fits(const Query& query, const Pair& pair) const {
  const auto part_fits = [&](const Query& part) { return fits(part, pair); };
  switch (query.kind) {
    case Kind::all:
      return std::all_of(query.parts.begin(), query.parts.end(), part_fits);
    case Kind::any:
      return std::any_of(query.parts.begin(), query.parts.end(), part_fits);
    case Kind::no:
      return !fits(query.parts.front(), pair);
    case Kind::some:
      return std::any_of(pairs().begin(), pairs().end(), [&](const Pair& other) {
        return other.stance != nullptr && fits(query.parts.front(), other);
      });
    case Kind::term:
      return fits_term(query.term, pair);
    case Kind::saved:
      return false;  // expand() leaves none
  }
  return false;
}

bool ClaimFacts::fits_term(const Term& term, const Pair& pair) const {
  return std::any_of(term.any.begin(), term.any.end(),
                     [&](const Match& match) { return fits_match(term.key, match, pair); });
}

bool ClaimFacts::fits_match(Key key, const Match& match, const Pair& pair) const {
  switch (key) {
    case Key::word:
    case Key::phrase:
      return says(match.value, pair);
    case Key::has:
      return has(match.value, pair);
    case Key::no:
      if (match.value == kRecord) return pair.stance == nullptr;
      return (is_of_claim(match.value) || pair.stance != nullptr) && !has(match.value, pair);
    case Key::is:
      return is(match.value, pair);
    case Key::review_by:
      return (folder_.claim && date_fits(folder_.claim->review_by, match)) ||
             (pair.stance != nullptr && date_fits(pair.stance->review_by, match));
    case Key::due:
      return (folder_.claim && (date_fits(folder_.claim->deadline, match) ||
                                date_fits(folder_.claim->review_by, match))) ||
             (pair.stance != nullptr && date_fits(pair.stance->review_by, match));
    case Key::missing:
      return std::none_of(pairs().begin(), pairs().end(), [&](const Pair& other) {
        return other.stance != nullptr && other.holder == match.value;
      });
    case Key::holder:
      return pair.holder == match.value;
    default:
      break;
  }
  if (row_of(key).of_claim) return claim_fits(key, match);
  return pair.stance != nullptr && stance_fits(key, match, pair);
}

bool ClaimFacts::claim_fits(Key key, const Match& match) const {
  if (key == Key::claim) return folder_.id == match.value;
  if (key == Key::topic) return is_in(folder_.id, match.value);
  if (!folder_.claim) return false;
  const Claim& claim = *folder_.claim;
  switch (key) {
    case Key::kind:
      return claim.kind == match.value;
    case Key::tag:
      return std::find(claim.tags.begin(), claim.tags.end(), match.value) != claim.tags.end();
    case Key::lang:
      return is_language(claim.lang, match.value);
    case Key::text:
      return contains(claim.text, match.value);
    case Key::deadline:
      return date_fits(claim.deadline, match);
    case Key::related:
      return std::any_of(claim.relations.begin(), claim.relations.end(),
                         [&](const Relation& one) { return one.to == match.value; });
    default:
      return false;
  }
}

bool ClaimFacts::stance_fits(Key key, const Match& match, const Pair& pair) const {
  const Stance& stance = *pair.stance;
  const KeyRow& row = row_of(key);
  switch (key) {
    case Key::position:
      return setting_.words.canonical(stance.position) == match.value;
    case Key::scale: {
      const Meaning meaning = setting_.words.find(stance.position);
      return meaning && meaning.scale->name == match.value;
    }
    case Key::held:
      return date_fits(stance.held, match);
    case Key::until:
      return date_fits(stance.until, match);
    case Key::through:
      return date_fits(stance.through, match);
    case Key::checked:
      return date_fits(stance.through.value_or(stance.held), match);
    case Key::change:
    case Key::changed: {
      std::optional<Change> change = pair.change;
      std::optional<Date> when = pair.changed;
      if (!pair.is_step) {
        if (const std::optional<Step> step = last_change(pair.holder)) {
          change = step->change;
          when = step->when;
        }
      }
      return key == Key::changed ? date_fits(when, match)
                                 : change && to_string(*change) == match.value;
    }
    case Key::mode:
      return stance.mode == match.value;
    case Key::speaker:
      return contains(stance.speaker, match.value);
    case Key::via:
      return any_contains(stance.via, match.value);
    case Key::searched:
      return any_contains(stance.searched, match.value);
    case Key::quote:
      return contains(stance.quote, match.value) || contains(stance.translation, match.value);
    case Key::quote_lang:
      return is_language(stance.quote_lang, match.value);
    case Key::source:
      return is_in(stance.source, match.value);
    case Key::publisher:
    case Key::published:
    case Key::reliability:
      return source_fits(key, match, stance);
    case Key::credibility:
      return stance.credibility && is_in_order(row, std::to_string(*stance.credibility), match);
    case Key::likelihood:
      return is_in_order(row, stance.likelihood, match);
    case Key::rating:
      return !stance.rating.empty() && plain(stance.rating) == plain(match.value);
    default:
      return false;
  }
}

bool ClaimFacts::source_fits(Key key, const Match& match, const Stance& stance) const {
  const Source* source =
      stance.source.empty() || !setting_.source ? nullptr : setting_.source(stance.source);
  if (source == nullptr) return false;
  if (key == Key::publisher) return contains(source->publisher, match.value);
  if (key == Key::published) return date_fits(source->published, match);
  return is_in_order(row_of(key), source->reliability, match);
}

bool ClaimFacts::says(std::string_view wanted, const Pair& pair) const {
  const auto in = [&](const std::string& text) { return contains(text, wanted); };
  if (in(folder_.id)) return true;
  if (folder_.claim) {
    const Claim& claim = *folder_.claim;
    if (in(claim.text) || in(claim.note) || any_contains(claim.tags, wanted)) return true;
  }
  if (pair.stance == nullptr) return false;
  const Stance& stance = *pair.stance;
  return in(stance.quote) || in(stance.translation) || in(stance.summary) || in(stance.rating) ||
         in(stance.note) || in(stance.reason) || in(stance.speaker) ||
         any_contains(stance.via, wanted) || any_contains(stance.searched, wanted);
}

bool ClaimFacts::has(std::string_view what, const Pair& pair) const {
  if (folder_.claim && is_given(*folder_.claim, what)) return true;
  if (pair.stance == nullptr) return false;
  const Stance& stance = *pair.stance;
  if (is_given(stance, what)) return true;
  if (!is_of_source(what) || stance.source.empty() || !setting_.source) return false;
  const Source* source = setting_.source(stance.source);
  return source != nullptr && is_given(*source, what);
}

bool ClaimFacts::is(std::string_view what, const Pair& pair) const {
  if (what == "overdue") {
    return folder_.claim && folder_.claim->deadline &&
           folder_.claim->deadline->latest() < setting_.day &&
           (pair.stance == nullptr || !is_best(setting_.words, pair.stance->position));
  }
  if (pair.stance == nullptr) return false;
  if (what == "absent") {
    const Meaning meaning = setting_.words.find(pair.stance->position);
    return meaning && meaning.word->absence;
  }
  if (what == "lapsed") return pair.lapsed;
  if (what == "uncertain") return pair.uncertain;
  if (what == "unverified") return pair.stance->unverified;
  if (what == "contradicted") return contradicts_itself(pair.holder);
  return was_set_aside(pair.holder, what == "retracted");
}

bool ClaimFacts::date_fits(const std::optional<Date>& date, const Match& match) const {
  return date && fits_in(*date, match, setting_.today);
}

std::optional<Step> ClaimFacts::last_change(std::string_view holder) const {
  Line line = line_of(holder);
  std::erase_if(line, [&](const Stance* stance) { return stance->held.earliest() > setting_.day; });
  std::optional<Step> last;
  for (const Step& step : steps(line, setting_.words, setting_.day)) {
    if (step.change != Change::restated) last = step;
  }
  return last;
}

bool ClaimFacts::contradicts_itself(std::string_view holder) const {
  if (!contradicting_) {
    contradicting_.emplace();
    for (const Contradiction& pair : contradictions(folder_.stances, setting_.words)) {
      if (pair.b->held.earliest() <= setting_.day) contradicting_->insert(pair.a->holder);
    }
  }
  return contradicting_->contains(holder);
}

bool ClaimFacts::was_set_aside(std::string_view holder, bool retracted) const {
  return std::any_of(folder_.stances.begin(), folder_.stances.end(), [&](const Stance& stance) {
    if (stance.holder != holder || stance.held.earliest() > setting_.day) return false;
    const Stance* by = overruled_by(folder_.stances, stance);
    return by != nullptr && by->retracts.empty() != retracted;
  });
}

}  // namespace aver::claims::query
