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

namespace {

using Kind = Query::Kind;

Truth both(Truth a, Truth b) { return std::min(a, b); }
Truth either(Truth a, Truth b) { return std::max(a, b); }

Truth negated(Truth one) {
  return one == Truth::yes ? Truth::no : one == Truth::no ? Truth::yes : Truth::possible;
}

Truth truth(bool yes) { return yes ? Truth::yes : Truth::no; }

// How records that is:WORD asks for were set aside; nothing for other words.
std::optional<Aside> set_aside_word(std::string_view word) {
  for (const Aside how : {Aside::corrected, Aside::ended, Aside::retracted}) {
    if (to_string(how) == word) return how;
  }
  return std::nullopt;
}

std::vector<RecordChoice> choices_of(const std::vector<Possible>& possible) {
  std::vector<RecordChoice> choices;
  for (const Possible& one : possible) {
    for (const Stance* stance : one.stances) choices.push_back({stance, one.lapsed});
    if (one.no_record()) choices.push_back({});
  }
  return choices;
}

}  // namespace

Pair pair_of(const Position& position) {
  return {position.holder, position.scale_name(), choices_of(position.possible),
          position.certain()};
}

Pair pair_of(const Line& line, const Step& step) {
  Pair pair{line.holder, line.scale_name(), choices_of(step.after), step.after.size() == 1};
  pair.is_step = true;
  pair.change = step.change;
  pair.changed = date_of(step.when);
  return pair;
}

const LineDays& ClaimLines::days_of(const Line& line) {
  std::optional<LineDays>& days = days_[static_cast<std::size_t>(&line - lines_.all().data())];
  if (!days) days.emplace(line);
  return *days;
}

ClaimLines& ClaimFacts::claim_lines() const {
  if (!lines_) lines_ = std::make_shared<ClaimLines>(folder_, setting_.words);
  return *lines_;
}

const Lines& ClaimFacts::lines() const { return claim_lines().all(); }

const std::vector<Position>& ClaimFacts::positions() const {
  if (positions_) return *positions_;
  positions_.emplace();
  for (const Line& line : lines().all()) {
    auto position = position_on(lines(), line, claim_lines().days_of(line), setting_.day);
    if (position) positions_->push_back(std::move(*position));
  }
  return *positions_;
}

const std::vector<Pair>& ClaimFacts::pairs() const {
  if (pairs_) return *pairs_;
  pairs_.emplace();
  for (const Position& position : positions()) pairs_->push_back(pair_of(position));
  if (pairs_->empty()) pairs_->emplace_back();
  return *pairs_;
}

namespace {

// True where an answer depends on more than the pair that is asked.
bool asks_others(const Query& query) {
  if (query.kind == Kind::some) return true;
  if (query.kind == Kind::term) return query.term.key == Key::missing;
  return std::any_of(query.parts.begin(), query.parts.end(), asks_others);
}

}  // namespace

Truth ClaimFacts::fits(const Query& query, const Pair& pair) const {
  if (asks_others(query)) return fits_in_worlds(query, pair);
  bool all = true;
  bool any = false;
  for (const RecordChoice& choice : pair.choices) {
    const Truth one = fits(query, Asked{pair, choice});
    all &= one == Truth::yes;
    any |= one != Truth::no;
  }
  return all ? Truth::yes : any ? Truth::possible : Truth::no;
}

Truth ClaimFacts::fits(const Query& query, const Asked& asked) const {
  switch (query.kind) {
    case Kind::all: {
      Truth all = Truth::yes;
      for (const Query& part : query.parts) {
        if (all != Truth::no) all = both(all, fits(part, asked));
      }
      return all;
    }
    case Kind::any: {
      Truth any = Truth::no;
      for (const Query& part : query.parts) {
        if (any != Truth::yes) any = either(any, fits(part, asked));
      }
      return any;
    }
    case Kind::no:
      return negated(fits(query.parts.front(), asked));
    case Kind::some:
      return fits_some(query.parts.front(), asked);
    case Kind::ever:
      return truth(ever_fits(query.parts.front()));
    case Kind::term:
      return fits_term(query.term, asked);
    case Kind::saved:
      return Truth::no;  // expand() leaves none
  }
  return Truth::no;
}

// Asks of each way in which all pairs may be at once. Of too many ways none is tried: then what
// depends on two of them together is possible.
Truth ClaimFacts::fits_in_worlds(const Query& query, const Pair& pair) const {
  constexpr std::size_t kMostWorlds = 1024;
  const std::vector<Pair>& all = pairs();
  std::vector<std::size_t> open;  // the pairs with several choices
  std::size_t worlds = 1;
  World world(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    world[i] = &all[i].choices.front();
    if (all[i].choices.size() == 1) continue;
    open.push_back(i);
    worlds = std::min(worlds * all[i].choices.size(), kMostWorlds + 1);
  }
  const auto own = std::find_if(all.begin(), all.end(), [&](const Pair& one) {
    return !pair.is_step && one.holder == pair.holder && one.scale == pair.scale;
  });
  Truth least = Truth::yes;
  Truth most = Truth::no;
  const auto ask = [&](const RecordChoice& choice, const World* in) {
    const Truth one = fits(query, Asked{pair, choice, in});
    least = std::min(least, one);
    most = std::max(most, one);
  };
  if (worlds > kMostWorlds) {
    for (const RecordChoice& choice : pair.choices) ask(choice, nullptr);
  } else {
    for (std::size_t i = 0; i < worlds; ++i) {
      std::size_t rest = i;
      for (const std::size_t at : open) {
        world[at] = &all[at].choices[rest % all[at].choices.size()];
        rest /= all[at].choices.size();
      }
      if (own != all.end()) {
        ask(*world[static_cast<std::size_t>(own - all.begin())], &world);
      } else {
        for (const RecordChoice& choice : pair.choices) ask(choice, &world);
      }
    }
  }
  return least == Truth::yes ? Truth::yes : most == Truth::no ? Truth::no : Truth::possible;
}

std::vector<const RecordChoice*> ClaimFacts::choices_in(const World* world,
                                                        std::size_t number) const {
  if (world != nullptr) return {(*world)[number]};
  std::vector<const RecordChoice*> all;
  for (const RecordChoice& choice : pairs()[number].choices) all.push_back(&choice);
  return all;
}

Truth ClaimFacts::fits_some(const Query& query, const Asked& asked) const {
  Truth any = Truth::no;
  for (std::size_t i = 0; i < pairs().size(); ++i) {
    const Pair& other = pairs()[i];
    if (other.holder.empty()) continue;
    bool all = true;
    bool one_fits = false;
    for (const RecordChoice* choice : choices_in(asked.world, i)) {
      const Truth one =
          choice->stance == nullptr ? Truth::no : fits(query, Asked{other, *choice, asked.world});
      all &= one == Truth::yes;
      one_fits |= one != Truth::no;
    }
    any = either(any, all ? Truth::yes : one_fits ? Truth::possible : Truth::no);
  }
  return any;
}

Truth ClaimFacts::fits_term(const Term& term, const Asked& asked) const {
  Truth any = Truth::no;
  for (const Match& match : term.any) {
    any = either(any, term.key == Key::missing ? is_missing(match.value, asked)
                                               : truth(fits_match(term.key, match, asked)));
  }
  return any;
}

namespace {

// A record by itself, as a pair.
Pair pair_of(const Stance& stance, const Vocabulary& words) {
  Pair pair{stance.holder, words.scale_of(stance.position)};
  pair.choices = {{&stance, false}};
  pair.is_step = true;  // by itself: not what may be in force on its line
  return pair;
}

}  // namespace

bool ClaimFacts::ever_fits(const Query& query) const {
  const auto known =
      std::find_if(ever_.begin(), ever_.end(), [&](const auto& one) { return one.first == query; });
  if (known != ever_.end()) return known->second;
  const bool others = asks_for_set_aside(query);
  const bool found =
      std::any_of(folder_.stances.begin(), folder_.stances.end(), [&](const Stance& stance) {
        if (lines().aside().has(stance) && !others) return false;
        return fits(query, pair_of(stance, setting_.words)) != Truth::no;
      });
  ever_.emplace_back(query, found);
  return found;
}

std::vector<const Stance*> ClaimFacts::others_that_fit(const Query& query) const {
  std::set<const Stance*> shown;
  for (const Position& position : positions()) {
    for (const Possible& one : position.possible)
      shown.insert(one.stances.begin(), one.stances.end());
  }
  const bool others = asks_for_set_aside(query);
  std::vector<const Stance*> found;
  for (const Stance& stance : folder_.stances) {
    if (shown.contains(&stance) || (lines().aside().has(stance) && !others)) continue;
    if (fits(query, pair_of(stance, setting_.words)) != Truth::no) found.push_back(&stance);
  }
  return found;
}

std::vector<const Stance*> ClaimFacts::set_aside_that_fit(const Query& query) const {
  std::vector<const Stance*> found;
  for (const Stance& stance : folder_.stances) {
    if (lines().aside().has(stance) && fits(query, pair_of(stance, setting_.words)) != Truth::no)
      found.push_back(&stance);
  }
  return found;
}

Truth ClaimFacts::is_missing(std::string_view holder, const Asked& asked) const {
  Truth missing = Truth::yes;
  for (std::size_t i = 0; i < pairs().size(); ++i) {
    if (pairs()[i].holder != holder) continue;
    const std::vector<const RecordChoice*> choices = choices_in(asked.world, i);
    const auto without = std::count_if(choices.begin(), choices.end(), [](const RecordChoice* one) {
      return one->stance == nullptr;
    });
    const bool all = static_cast<std::size_t>(without) == choices.size();
    missing = both(missing, all ? Truth::yes : without > 0 ? Truth::possible : Truth::no);
  }
  return missing;
}

bool ClaimFacts::fits_match(Key key, const Match& match, const Asked& asked) const {
  switch (key) {
    case Key::word:
    case Key::phrase:
      return says(match.value, asked);
    case Key::has:
      return has(match.value, asked);
    case Key::no:
      if (match.value == kRecord) return asked.stance() == nullptr;
      return (is_of_claim(match.value) || asked.stance() != nullptr) && !has(match.value, asked);
    case Key::is:
      return is(match.value, asked);
    case Key::review_by:
      return (folder_.claim && date_fits(folder_.claim->review_by, match)) ||
             (asked.stance() != nullptr && date_fits(asked.stance()->review_by, match));
    case Key::due:
      return (folder_.claim && (date_fits(folder_.claim->deadline, match) ||
                                date_fits(folder_.claim->review_by, match))) ||
             (asked.stance() != nullptr && date_fits(asked.stance()->review_by, match));
    case Key::holder:
      return asked.pair.holder == match.value;
    default:
      break;
  }
  if (row_of(key).of_claim) return claim_fits(key, match);
  return asked.stance() != nullptr && stance_fits(key, match, asked);
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

bool ClaimFacts::stance_fits(Key key, const Match& match, const Asked& asked) const {
  const Stance& stance = *asked.stance();
  const KeyRow& row = row_of(key);
  switch (key) {
    case Key::position:
      return setting_.words.canonical(stance.position) == match.value;
    case Key::scale:
      return setting_.words.scale_of(stance.position) == match.value;
    case Key::held:
      return date_fits(stance.held, match);
    case Key::until:
      return date_fits(stance.until, match);
    case Key::through:
      return date_fits(stance.through, match);
    case Key::checked:
      return date_fits(last_looked(lines(), stance, setting_.day).value_or(stance.held), match);
    case Key::change:
    case Key::changed: {
      std::optional<Change> change = asked.pair.change;
      std::optional<Date> when = asked.pair.changed;
      if (!asked.pair.is_step) {
        if (const std::optional<LastChange>& last = last_change(asked.pair)) {
          change = last->change;
          when = last->when;
        }
      }
      return key == Key::changed ? date_fits(when, match)
                                 : change && to_string(*change) == match.value;
    }
    case Key::searched:
      return any_contains(stance.searched, match.value);
    case Key::likelihood:
      return is_in_order(row, stance.likelihood, match);
    case Key::rating:
      return !stance.rating.empty() && plain(stance.rating) == plain(match.value);
    default:
      return any_evidence(stance, [&](const EvidenceView& evidence) {
        return evidence_fits(key, match, evidence);
      });
  }
}

bool ClaimFacts::evidence_fits(Key key, const Match& match, const EvidenceView& evidence) const {
  switch (key) {
    case Key::mode:
      return evidence.mode == match.value;
    case Key::speaker:
      return is_called(evidence.speaker, setting_.called, match.value);
    case Key::via:
      return std::any_of(evidence.via.begin(), evidence.via.end(), [&](const std::string& who) {
        return is_called(who, setting_.called, match.value);
      });
    case Key::quote:
      return contains(evidence.quote, match.value) || contains(evidence.translation, match.value);
    case Key::quote_lang:
      return is_language(evidence.quote_lang, match.value);
    case Key::source:
      return is_in(evidence.source, match.value);
    case Key::publisher:
    case Key::published:
    case Key::reliability:
      return source_fits(key, match, evidence);
    case Key::credibility:
      return evidence.credibility &&
             is_in_order(row_of(key), std::to_string(*evidence.credibility), match);
    default:
      return false;
  }
}

bool ClaimFacts::is_called(
    const std::string& who,
    const std::function<const std::vector<std::string>*(const std::string&)>& find,
    std::string_view words) const {
  if (contains(who, words)) return true;
  const std::vector<std::string>* names = who.empty() || !find ? nullptr : find(who);
  return names != nullptr && any_contains(*names, words);
}

bool ClaimFacts::source_fits(Key key, const Match& match, const EvidenceView& evidence) const {
  const Source* source =
      evidence.source.empty() || !setting_.source ? nullptr : setting_.source(evidence.source);
  if (source == nullptr) return false;
  if (key == Key::publisher) return is_called(source->publisher, setting_.meant, match.value);
  if (key == Key::published) return date_fits(source->published, match);
  return is_in_order(row_of(key), source->reliability, match);
}

bool ClaimFacts::says(std::string_view wanted, const Asked& asked) const {
  const auto in = [&](const std::string& text) { return contains(text, wanted); };
  if (in(folder_.id)) return true;
  if (folder_.claim) {
    const Claim& claim = *folder_.claim;
    if (in(claim.text) || in(claim.note) || any_contains(claim.tags, wanted)) return true;
  }
  if (asked.stance() == nullptr) return false;
  const Stance& stance = *asked.stance();
  if (in(stance.summary) || in(stance.rating) || in(stance.note) || in(stance.reason) ||
      any_contains(stance.searched, wanted))
    return true;
  return any_evidence(stance, [&](const EvidenceView& one) {
    return in(one.quote) || in(one.translation) || in(one.speaker) || any_contains(one.via, wanted);
  });
}

bool ClaimFacts::has(std::string_view what, const Asked& asked) const {
  if (folder_.claim && is_given(*folder_.claim, what)) return true;
  if (asked.stance() == nullptr) return false;
  const Stance& stance = *asked.stance();
  if (is_given(stance, what)) return true;
  if (!is_of_source(what) || !setting_.source) return false;
  return any_evidence(stance, [&](const EvidenceView& one) {
    const Source* source = one.source.empty() ? nullptr : setting_.source(one.source);
    return source != nullptr && is_given(*source, what);
  });
}

bool ClaimFacts::is(std::string_view what, const Asked& asked) const {
  if (what == "overdue") return is_overdue(asked);
  if (const auto how = set_aside_word(what)) return was_set_aside(asked.pair, *how);
  if (asked.stance() == nullptr) return false;
  if (what == "absent") return setting_.words.is_absence(asked.stance()->position);
  if (what == "lapsed") return asked.choice.lapsed;
  if (what == "certain") return asked.pair.certain;
  if (what == "uncertain") return !asked.pair.certain;
  if (what == "unverified")
    return any_evidence(*asked.stance(), [](const EvidenceView& one) { return one.unverified; });
  if (what == "single-source") return has_single_publisher(asked);
  if (what == "set-aside") return lines().aside().has(*asked.stance());
  return what == "contradicted" && contradicts_itself(asked.pair);
}

bool ClaimFacts::date_fits(const std::optional<Date>& date, const Match& match) const {
  return date && fits_in(*date, match, setting_.today);
}

const std::optional<ClaimFacts::LastChange>& ClaimFacts::last_change(const Pair& pair) const {
  const auto [at, is_new] = last_changes_.try_emplace({pair.holder, pair.scale});
  std::optional<LastChange>& last = at->second;
  const Line* line = is_new ? lines().of(pair.holder, pair.scale) : nullptr;
  if (line == nullptr) return last;
  for (const Step& step : steps(*line, claim_lines().days_of(*line), setting_.day)) {
    if (step.change != Change::restated) last = {step.change, date_of(step.when)};
  }
  return last;
}

bool ClaimFacts::contradicts_itself(const Pair& pair) const {
  if (!contradicting_) {
    contradicting_.emplace();
    for (const Contradiction& one : contradictions(lines())) {
      const Meaning meaning = setting_.words.find(one.a->position);
      if (one.certain && one.b->held.earliest() <= setting_.day)
        contradicting_->emplace(one.a->holder, meaning.scale->name);
    }
  }
  return contradicting_->contains({pair.holder, pair.scale});
}

bool ClaimFacts::has_single_publisher(const Asked& asked) const {
  std::set<std::string> publishers;
  const auto add = [&](const Stance& stance) {
    for (const EvidenceView& one : evidences(stance)) {
      if (one.source.empty()) continue;
      const Source* source = setting_.source ? setting_.source(one.source) : nullptr;
      if (source == nullptr || source->publisher.empty()) {
        publishers.insert("source " + one.source);
        continue;
      }
      const std::vector<std::string>* actor =
          setting_.meant ? setting_.meant(source->publisher) : nullptr;
      publishers.insert(actor != nullptr ? "actor " + actor->front()
                                         : "publisher " + plain(source->publisher));
    }
  };
  const std::string_view word = setting_.words.canonical(asked.stance()->position);
  for (const RecordChoice& choice : asked.pair.choices) {
    if (choice.stance != nullptr && choice.lapsed == asked.choice.lapsed &&
        setting_.words.canonical(choice.stance->position) == word)
      add(*choice.stance);
  }
  return publishers.size() == 1;
}

// The deadline has passed, and the line waits for a word that closes; or no line of the claim tells
// of it.
bool ClaimFacts::is_overdue(const Asked& asked) const {
  if (!folder_.claim || !folder_.claim->deadline ||
      folder_.claim->deadline->latest() >= setting_.day) {
    return false;
  }
  if (!deadlines_) deadlines_ = deadlines_on(*folder_.claim, lines(), setting_.day);
  if (deadlines_->empty()) return true;
  const auto line =
      std::find_if(deadlines_->begin(), deadlines_->end(), [&](const LineDeadline& one) {
        return one.holder == asked.pair.holder && one.scale->name == asked.pair.scale;
      });
  if (line == deadlines_->end()) return false;
  if (line->settled) return false;
  if (asked.stance() == nullptr || asked.choice.lapsed) return true;
  const Meaning meaning = setting_.words.find(asked.stance()->position);
  return !meaning || !setting_.words.closes(*meaning.word);
}

bool ClaimFacts::was_set_aside(const Pair& pair, Aside how) const {
  if (!asides_) {
    asides_.emplace();
    for (const Stance& stance : folder_.stances) {
      if (!stance.retracts.empty() || stance.held.earliest() > setting_.day) continue;
      for (const Stance* by : lines().aside().by(stance))
        asides_->emplace(stance.holder, scale_of(stance), how_set_aside(stance, *by));
    }
  }
  return asides_->contains({pair.holder, pair.scale, how});
}

std::string_view ClaimFacts::scale_of(const Stance& stance) const {
  return setting_.words.scale_of(stance.position);
}

bool ClaimFacts::fits_without_a_position(const Query& query) const {
  if (!asks_how_set_aside(query)) return false;
  std::set<std::pair<std::string_view, std::string_view>> held;
  for (const Position& position : positions()) held.emplace(position.holder, position.scale_name());
  return std::any_of(folder_.stances.begin(), folder_.stances.end(), [&](const Stance& stance) {
    if (!lines().aside().has(stance) || !stance.retracts.empty() || !stance.repeats.empty())
      return false;
    const Pair pair{stance.holder, scale_of(stance)};
    return !held.contains({pair.holder, pair.scale}) && fits(query, pair) != Truth::no;
  });
}

}  // namespace aver::claims::query
