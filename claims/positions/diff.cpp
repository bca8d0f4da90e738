// SPDX-License-Identifier: MIT
//
// Asks each line three times, says which of the two steps between the answers is our record's and
// which the holder's; then goes through the records that differ and were not told of.
#include "claims/positions/diff.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

#include "claims/positions/why.h"
#include "claims/records/codec.h"
#include "claims/records/people.h"
#include "claims/records/schema.h"
#include "claims/records/values.h"
#include "claims/text/id.h"

namespace aver::claims {
namespace {

const std::vector<Stance> kNone;

const std::vector<Stance>& stances_of(const Side& side) {
  return side.folder == nullptr ? kNone : side.folder->stances;
}

// What a rewrite of one file in place amounts to; nothing where only a renamed word or the layout
// differs.
std::optional<Cause> rewritten(const Stance& before, const Stance& after,
                               const Vocabulary& vocabulary) {
  std::optional<Cause> cause;
  if (before.unknown != after.unknown) cause = Cause::edited;
  for (const schema::Field<Stance>& field : schema::fields(schema::Of<Stance>{})) {
    if (field.equal(before, after)) continue;
    if (field.key == "position" &&
        vocabulary.canonical(before.position) == vocabulary.canonical(after.position)) {
      continue;
    }
    if (field.matter == schema::Matter::position) return Cause::corrected;
    if (field.matter == schema::Matter::evidence) {
      cause = Cause::evidence;
    } else if (!cause) {
      cause = Cause::edited;
    }
  }
  return cause;
}

// The stance with the ids that its people have in the other revision.
Stance with_joined(Stance stance, const std::map<std::string, std::string>& ids) {
  replace_people(
      stance, [&](const std::string& who) -> const auto& {
        const auto at = ids.find(who);
        return at == ids.end() ? who : at->second;
      });
  return stance;
}

// The same, where actors are two in one of the revisions.
std::optional<Cause> rewritten(const Stance& before, const Stance& after,
                               const Vocabulary& vocabulary, const JoinedActors& joined) {
  if (joined.empty()) return rewritten(before, after, vocabulary);
  const Stance then = with_joined(before, joined.merged);
  const Stance now = with_joined(after, joined.parted);
  const std::optional<Cause> cause = rewritten(then, now, vocabulary);
  if (before.holder == after.holder || then.holder != now.holder || cause == Cause::corrected)
    return cause;
  return joined.merged.contains(before.holder) ? Cause::merged : Cause::parted;
}

bool is_of_actors(Cause cause) { return cause == Cause::merged || cause == Cause::parted; }

// All of one revision's stances of the claim.
class KnownStances {
 public:
  KnownStances(const std::vector<Stance>& stances, const Vocabulary& words)
      : lines_(stances, words) {
    for (const Stance& stance : stances) by_name_.emplace(stance.name, &stance);
  }
  const Stance* named(std::string_view name) const {
    const auto at = by_name_.find(name);
    return at == by_name_.end() ? nullptr : at->second;
  }
  const Lines& lines() const { return lines_; }
  const SetAside& aside() const { return lines_.aside(); }

 private:
  Lines lines_;
  std::unordered_map<std::string_view, const Stance*> by_name_;
};

// One line at one revision; there may be no such line.
class KnownStanceLine {
 public:
  KnownStanceLine(const KnownStances& known, const Line* line) : known_(known), line_(line) {
    if (line != nullptr) days_.emplace(*line);
  }
  // What may be in force; most lines are asked no more.
  std::vector<Possible> on(Day day) const {
    return line_ == nullptr ? std::vector<Possible>{Possible{}} : days_->possible(days_->at(day));
  }
  Shown shown_on(Day day) const {
    Shown answer;
    const auto position =
        line_ == nullptr ? std::nullopt : position_on(known_.lines(), *line_, *days_, day);
    if (!position) {
      answer.possible.emplace_back();
      return answer;
    }
    answer.since = position->since;
    for (const Possible& one : position->possible) {
      Shown::One& to =
          answer.possible.emplace_back(Shown::One{std::string(one.word), one.lapsed, {}});
      for (const Stance* stance : one.stances) to.stances.push_back(*stance);
    }
    return answer;
  }
  const Line* line() const { return line_; }
  const LineDays& days() const { return *days_; }

 private:
  const KnownStances& known_;
  const Line* line_;
  std::optional<LineDays> days_;
};

using Governed = std::vector<AlsoRecorded::Governed>;

// For each record of a line, by name, the stretches of days on which it may be in force.
std::unordered_map<std::string_view, Governed> governed_days(const Line& line) {
  std::unordered_map<std::string_view, Governed> all;
  const LineDays days(line);
  std::vector<std::size_t> open(line.records.size(), 0);  // the span behind the last that has it
  for (std::size_t i = 0; i < days.size(); ++i) {
    for (const LineDays::Candidate& one : days.candidates(i)) {
      if (one.record == LineDays::Candidate::kNoRecord || one.lapsed) continue;
      Governed& found = all[line.records[one.record].stance->name];
      if (found.empty() || open[one.record] != i) found.push_back({days.from(i), std::nullopt});
      open[one.record] = i + 1;
      found.back().last.reset();
      if (i + 1 < days.size()) found.back().last = days.from(i + 1) - std::chrono::days{1};
    }
  }
  return all;
}

using Found = std::vector<Possible>;

using Stances = std::vector<const Stance*>;

std::vector<const Stance*> all_stances(const Found& position) {
  std::vector<const Stance*> all;
  for (const Possible& one : position)
    all.insert(all.end(), one.stances.begin(), one.stances.end());
  return all;
}

// Whether two answers say the same of the same records, as they are worded.
bool same_answer(const Found& a, const Found& b, const Vocabulary& words,
                 const JoinedActors& joined) {
  if (a.size() != b.size()) return false;
  for (const Possible& one : a) {
    const auto at = std::find_if(b.begin(), b.end(), [&](const Possible& other) {
      return other.word == one.word && other.lapsed == one.lapsed &&
             other.stances.size() == one.stances.size();
    });
    if (at == b.end()) return false;
    const auto differs = [&](const Stance* stance, const Stance* twin) {
      return twin != stance &&
             (twin->name != stance->name || rewritten(*stance, *twin, words, joined));
    };
    if (one.stances.size() == 1) {
      if (differs(one.stances.front(), at->stances.front())) return false;
      continue;
    }
    std::unordered_map<std::string_view, const Stance*> twins;
    for (const Stance* stance : at->stances) twins.emplace(stance->name, stance);
    for (const Stance* stance : one.stances) {
      const auto twin = twins.find(stance->name);
      if (twin == twins.end() || differs(stance, twin->second)) return false;
    }
  }
  return true;
}

// The diff of one claim.
class ClaimComparison {
 public:
  ClaimComparison(const Side& before, const Side& after, const Vocabulary& words, Reach reach,
                  const JoinedActors& joined, ClaimDiff& answer)
      : before_(before),
        after_(after),
        words_(words),
        reach_(reach),
        joined_(joined),
        then_(stances_of(before), words),
        now_(stances_of(after), words),
        answer_(answer) {}

  void run() {
    find_left_out();
    const bool one_record = before_.folder == after_.folder;
    if (one_record && before_.day == after_.day) return;
    for (const Key& key : keys()) {
      if (left_out_.contains(key.holder)) continue;
      compare({then_, key.then}, {now_, key.now}, key);
    }
    if (!one_record) compare_the_rest();
  }

 private:
  struct Key {
    std::string_view holder;
    std::string_view scale;
    const Line* then = nullptr;
    const Line* now = nullptr;
  };

  // All lines of either side, by holder, then in the vocabulary's order of scales.
  std::vector<Key> keys() const {
    std::map<std::pair<std::string_view, const Scale*>, Key> all;
    for (const Line& line : then_.lines().all()) {
      Key& key = all[{line.holder, line.scale}];
      key = {line.holder, line.scale_name(), &line, nullptr};
    }
    for (const Line& line : now_.lines().all()) {
      Key& key = all[{line.holder, line.scale}];
      key.holder = line.holder;
      key.scale = line.scale_name();
      key.now = &line;
    }
    std::vector<Key> keys;
    keys.reserve(all.size());
    for (auto& [id, key] : all) keys.push_back(key);
    return keys;
  }

  // Holders of stances that can be read on one side only.
  void find_left_out() {
    for (const auto& [side, other] : {std::pair{&before_, &now_}, {&after_, &then_}}) {
      for (const std::string& name : side->unreadable) {
        if (const Stance* readable = other->named(name)) left_out_.insert(readable->holder);
      }
    }
  }

  void compare(const KnownStanceLine& then, const KnownStanceLine& now, const Key& key) {
    const Found p = then.on(before_.day);
    const Found between = before_.folder == after_.folder ? p : now.on(before_.day);
    const Found q = now.on(after_.day);
    const bool record = !same_answer(p, between, words_, joined_);
    PairDiff pair;
    const bool moved = has_moved(now, between, q, pair);
    if (!record && !moved) return;
    pair.holder = key.holder;
    pair.scale = key.scale;
    pair.before = then.shown_on(before_.day);
    if (record && moved) pair.between = now.shown_on(before_.day);
    pair.after = now.shown_on(after_.day);
    if (record) explain(p, between, q, pair);
    // A record that is new, and corrects nothing, is told by where it is shown.
    for (const Found* one : {&between, &q}) {
      for (const Stance* stance : all_stances(*one)) {
        if (is_new(*stance) && now_.aside().target(*stance) == nullptr) told_.insert(stance->name);
      }
    }
    answer_.pairs.push_back(std::move(pair));
  }

  bool is_new(const Stance& stance) const { return then_.named(stance.name) == nullptr; }

  bool is_set_aside_since(const Stance& stance) const {
    const Stances& by = now_.aside().by(stance);
    return std::any_of(by.begin(), by.end(), [&](const Stance* one) { return is_new(*one); });
  }

  // The new records that set the stance aside, and that set those aside in turn.
  Stances set_aside_since(const Stance& stance) const {
    Stances found;
    std::set<const Stance*> seen;
    const auto add = [&](const Stance& one) {
      for (const Stance* by : now_.aside().by(one)) {
        if (is_new(*by) && seen.insert(by).second) found.push_back(by);
      }
    };
    add(stance);
    for (std::size_t i = 0; i < found.size(); ++i) add(*found[i]);
    return found;
  }

  // The records that the new one corrects or retracts, link by link: down to the first that was
  // there before, or that sets nothing aside. The new one comes last.
  Stances way_to(const Stance& last) const {
    Stances way = {&last};
    std::set<const Stance*> seen = {&last};
    while (is_new(*way.back())) {
      const Stance* target = now_.aside().target(*way.back());
      if (target == nullptr || !seen.insert(target).second) break;
      way.push_back(target);
    }
    std::reverse(way.begin(), way.end());
    return way;
  }

  static Why why_of(const Stances& way) {
    Why why;
    for (std::size_t i = 1; i < way.size(); ++i) why.add_link(*way[i - 1], *way[i]);
    return why;
  }

  bool has_moved(const KnownStanceLine& line, const Found& from, const Found& to,
                 PairDiff& pair) const {
    if (before_.day == after_.day || line.line() == nullptr) return false;
    const bool same = same_answer(from, to, words_, joined_);
    if (same && from.size() == 1) return false;
    // In two uncertain answers that read alike, each world may have another one. That is told where
    // it cannot be excluded at a glance.
    if (same && !may_change(line, before_.day, after_.day)) return false;
    Step step;
    step.before = from;
    step.after = to;
    step.when = {before_.day + std::chrono::days{1}, after_.day};
    classify(*line.line(), line.days(), before_.day, step);
    pair.change = step.change;
    for (const std::string_view word : step.by_way_of) pair.by_way_of.emplace_back(word);
    const std::vector<Step> all = steps(*line.line(), line.days(), after_.day);
    const auto between = std::count_if(
        all.begin(), all.end(), [&](const Step& one) { return one.when.first > before_.day; });
    pair.passed = static_cast<int>(std::max<std::ptrdiff_t>(between - 1, 0));
    return true;
  }

  static bool may_change(const KnownStanceLine& line, Day from, Day to) {
    if (line.days().at(from) != line.days().at(to)) return true;
    return std::any_of(line.line()->records.begin(), line.line()->records.end(),
                       [&](const LineRecord& record) {
                         const Stance& one = *record.stance;
                         const auto within = [&](Day first, Day last) {
                           return first < last && first <= to && last > from;
                         };
                         // Nothing begins after its last end, nor ends before its first beginning.
                         if (!one.until) return within(one.held.earliest(), one.held.latest());
                         const Day end = one.until->latest();
                         return within(one.held.earliest(), std::min(one.held.latest(), end)) ||
                                within(std::max(one.until->earliest(), one.held.earliest()), end);
                       });
  }

  // Why our record of the first day changed. Marks as told what the answer has words for.
  void explain(const Found& p, const Found& between, const Found& q, PairDiff& pair) {
    Why why;
    std::optional<Cause> other;  // where nothing was set aside
    const auto because = [&](Cause cause, const char* reason) {
      if (other) return;
      other = cause;
      why.add_reason(reason);
    };
    std::set<std::string_view> known, shown;
    for (const Stance* stance : all_stances(p)) known.insert(stance->name);
    for (const Found* one : {&between, &q}) {
      for (const Stance* stance : all_stances(*one)) shown.insert(stance->name);
    }
    for (const Stance* stance : all_stances(p)) {
      const Stance* still = now_.named(stance->name);
      if (still == nullptr) {
        because(Cause::removed, "the record was removed");
        told_.insert(stance->name);
      } else if (now_.aside().has(*still)) {
        add_loss(*still, shown, why);
      }
    }
    for (const Stance* stance : all_stances(between)) {
      if (known.contains(stance->name)) continue;
      const Stance* earlier = then_.named(stance->name);
      if (earlier == nullptr) {
        const Stances way = way_to(*stance);
        if (is_new(*way.front())) {
          // A correction of what nobody had seen yet is a record like any other.
          because(Cause::learned, "");
          why.add_reason(why_of(way).reasons());
        } else {
          why.add_chain(why_of(way));
        }
        for (const Stance* one : way) {
          if (is_new(*one)) told_.insert(one->name);
        }
      } else if (then_.aside().has(*earlier)) {
        because(Cause::removed, "what set it aside is gone");
        told_.insert(stance->name);
      }
    }
    pair.record = why.cause() ? why.cause() : other;
    pair.reason = why.reasons();
    add_rewrites(p, between, pair);
  }

  // What became of a record that was in force. Corrections that are not shown beside it are told
  // of again, with their own words.
  void add_loss(const Stance& lost, const std::set<std::string_view>& shown, Why& why) {
    const Stances since = set_aside_since(lost);
    for (const Stance* one : since) {
      const bool replaced = is_set_aside_since(*one);
      if (!replaced) why.add_chain(why_of(way_to(*one)));
      if (replaced || !one->retracts.empty() || shown.contains(one->name)) told_.insert(one->name);
    }
    // A record that was there before may have been rewritten to set it aside.
    if (since.empty()) why.add_link(lost, *now_.aside().by(lost).back());
  }

  // Files that were rewritten in place: one cause is told, with what was so before and after.
  void add_rewrites(const Found& p, const Found& between, PairDiff& pair) {
    for (const Found* side : {&p, &between}) {
      for (const Stance* stance : all_stances(*side)) {
        const Stance* before = then_.named(stance->name);
        const Stance* after = now_.named(stance->name);
        if (before == nullptr || after == nullptr) continue;
        const std::optional<Cause> cause = rewritten(*before, *after, words_, joined_);
        if (cause && !pair.record) {
          pair.record = cause;
          if (is_of_actors(*cause)) {
            pair.reason =
                before->holder + (cause == Cause::merged ? " is " : " is not ") + after->holder;
          }
        }
        if (cause && pair.record == cause) told_.insert(stance->name);
      }
    }
    if (!pair.record) pair.record = Cause::learned;
  }

  std::string_view scale_of(const Stance& stance) const { return words_.scale_of(stance.position); }

  // Records that differ and were not told of: they govern other days.
  void compare_the_rest() {
    for (const Stance& stance : stances_of(after_)) {
      const Stance* earlier = then_.named(stance.name);
      if (earlier == nullptr) {
        add_new(stance);
      } else if (then_.aside().has(*earlier) && !now_.aside().has(stance)) {
        add(stance.name, stance, Cause::removed, earlier, "what set it aside is gone");
      } else if (const auto cause = rewritten(*earlier, stance, words_, joined_);
                 cause && !is_of_actors(*cause)) {
        add(stance.name, stance, *cause, earlier, "");
      }
    }
    // What is left corrects itself in a circle.
    for (const Stance& stance : stances_of(after_)) {
      if (is_new(stance)) add(stance.name, stance, Cause::learned, nullptr, stance.reason);
    }
    for (const Stance& stance : stances_of(before_)) {
      if (now_.named(stance.name) != nullptr) continue;
      const Stance* target = then_.aside().target(stance);
      const Stance* still = target != nullptr ? now_.named(target->name) : nullptr;
      const bool is_told =
          !stance.retracts.empty() && still != nullptr && !now_.aside().has(*still);
      if (!is_told) add(stance.name, stance, Cause::removed, nullptr, "the record was removed");
    }
    sort_the_rest();
  }

  // By holder, scale and day. The records are large: their places are sorted, and each moves once.
  void sort_the_rest() {
    std::vector<AlsoRecorded>& all = answer_.also;
    std::vector<std::size_t> places(all.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::stable_sort(places.begin(), places.end(), [&](std::size_t at, std::size_t other) {
      const AlsoRecorded& a = all[at];
      const AlsoRecorded& b = all[other];
      if (a.holder != b.holder) return a.holder < b.holder;
      if (a.scale != b.scale) return a.scale < b.scale;
      return compare_dates(a.stance.held, b.stance.held) < 0;
    });
    std::vector<AlsoRecorded> sorted;
    sorted.reserve(all.size());
    for (const std::size_t at : places) sorted.push_back(std::move(all[at]));
    all = std::move(sorted);
  }

  // A new record is told with all that it corrects: what another new one sets aside is told there.
  void add_new(const Stance& stance) {
    if (is_set_aside_since(stance)) return;
    const Stances way = way_to(stance);
    const Why why = why_of(way);
    const Stance* first = way.front();
    const Stance* seen = is_new(*first) ? nullptr : then_.named(first->name);
    if (!stance.repeats.empty() && stance.retracts.empty()) {
      add(stance.name, stance, Cause::checked, seen, why.reasons());
    } else if (!stance.retracts.empty()) {
      add(stance.name, way.size() > 1 ? *first : stance, Cause::retracted, nullptr,
          way.size() > 1 ? why.reasons() : stance.reason);
    } else {
      // A correction of what nobody had seen yet is a record like any other.
      const Cause cause = seen == nullptr ? Cause::learned : why.cause().value_or(Cause::learned);
      add(stance.name, stance, cause, seen, why.reasons());
    }
    for (const Stance* one : way) {
      if (is_new(*one)) told_.insert(one->name);
    }
  }

  // `name` is that of the record that is new, or was changed; `stance` the one to show for it.
  void add(const std::string& name, const Stance& stance, Cause cause, const Stance* was,
           const std::string& reason) {
    if (left_out_.contains(stance.holder) || !told_.insert(name).second) return;
    if (reach_ == Reach::days && stance.held.earliest() > std::max(before_.day, after_.day)) return;
    AlsoRecorded one;
    one.holder = stance.holder;
    one.scale = scale_of(stance);
    one.cause = cause;
    one.stance = stance;
    if (was != nullptr) one.was = *was;
    one.reason = reason;
    const bool gone = cause == Cause::removed || cause == Cause::retracted;
    const KnownStances& known = gone && now_.named(stance.name) == nullptr ? then_ : now_;
    const KnownStances& lost = cause == Cause::retracted ? then_ : known;
    one.governs = governed(lost.lines().of(stance.holder, one.scale), stance.name);
    answer_.also.push_back(std::move(one));
  }

  // Of many records on one line, its days are found once.
  Governed governed(const Line* line, std::string_view name) {
    if (line == nullptr) return {};
    auto at = governed_.find(line);
    if (at == governed_.end()) at = governed_.emplace(line, governed_days(*line)).first;
    const auto found = at->second.find(name);
    return found == at->second.end() ? Governed{} : found->second;
  }

  static std::strong_ordering compare_dates(const Date& a, const Date& b) {
    return claims::compare(a, b);
  }

  const Side& before_;
  const Side& after_;
  const Vocabulary& words_;
  Reach reach_;
  const JoinedActors& joined_;
  KnownStances then_;
  KnownStances now_;
  ClaimDiff& answer_;
  std::set<std::string, std::less<>> left_out_;  // holders
  // Names of the records that differ, and are told of.
  std::set<std::string, std::less<>> told_;
  std::unordered_map<const Line*, std::unordered_map<std::string_view, Governed>> governed_;
};

// The keys that differ, in canonical order; the text is told apart, with both.
std::vector<std::string> edited_keys(const Claim& before, const Claim& after) {
  std::vector<std::string> keys;
  for (const schema::Field<Claim>& field : schema::fields(schema::Of<Claim>{})) {
    if (field.key != "text" && !field.equal(before, after)) keys.emplace_back(field.key);
  }
  if (before.unknown != after.unknown) keys.emplace_back("other keys");
  return keys;
}

}  // namespace

std::string_view to_string(Cause cause) {
  switch (cause) {
    case Cause::learned:
      return "learned";
    case Cause::corrected:
      return "corrected";
    case Cause::ended:
      return "ended";
    case Cause::retracted:
      return "retracted";
    case Cause::removed:
      return "removed";
    case Cause::evidence:
      return "evidence";
    case Cause::edited:
      return "edited";
    case Cause::checked:
      return "checked";
    case Cause::merged:
      return "merged";
    case Cause::parted:
      return "parted";
  }
  return "";
}

std::vector<Possible> possible_of(const Shown& shown) {
  std::vector<Possible> possible;
  for (const Shown::One& one : shown.possible) {
    Possible& to = possible.emplace_back(Possible{one.word, one.lapsed, {}});
    for (const Stance& stance : one.stances) to.stances.push_back(&stance);
  }
  return possible;
}

const Stance* Shown::stance() const {
  return certain() && !possible.front().stances.empty() ? &possible.front().stances.back()
                                                        : nullptr;
}

ClaimDiff diff(const Side& before, const Side& after, const Vocabulary& vocabulary, Reach reach,
               const JoinedActors& joined) {
  ClaimDiff answer;
  const Claim* old_claim =
      before.folder != nullptr && before.folder->claim ? &*before.folder->claim : nullptr;
  const Claim* new_claim =
      after.folder != nullptr && after.folder->claim ? &*after.folder->claim : nullptr;
  answer.id = after.folder != nullptr ? after.folder->id : before.folder->id;
  if (new_claim != nullptr) {
    answer.text = new_claim->text;
  } else if (old_claim != nullptr) {
    answer.text = old_claim->text;
  }
  if (before.folder == nullptr) answer.presence = Presence::added;
  if (after.folder == nullptr) answer.presence = Presence::removed;
  if (old_claim != nullptr && new_claim != nullptr && old_claim != new_claim) {
    if (old_claim->text != new_claim->text) {
      answer.text_before = old_claim->text;
      answer.in_force = positions_on(Lines(after.folder->stances, vocabulary), after.day).size();
    }
    answer.edited_keys = edited_keys(*old_claim, *new_claim);
    if (!answer.edited_keys.empty()) {
      answer.edits = edited_keys(table_of(*old_claim), table_of(*new_claim));
      std::erase_if(answer.edits, [](const EditedKey& one) { return one.key == "text"; });
    }
  }
  ClaimComparison(before, after, vocabulary, reach, joined, answer).run();
  return answer;
}

}  // namespace aver::claims
