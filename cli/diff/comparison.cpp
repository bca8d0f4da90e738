// SPDX-License-Identifier: MIT
//
// Finds the claims whose files differ (or all, where two days are compared), maps old ids to
// present ones, and compares claim by claim, a large number on two threads.
#include "cli/diff/comparison.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

#include "cli/diff/edited.h"
#include "cli/names/load.h"
#include "cli/names/without.h"
#include "store/folder_pair.h"
#include "store/reading_mode.h"
#include "store/records_index.h"

namespace aver::cli {

using claims::ClaimFolder;
using claims::RecordKind;
using store::View;

Comparison::Comparison(Session& session, Compared compared, Filter filter)
    : session_(session),
      compared_(std::move(compared)),
      before_(compared_.before),
      after_(compared_.after),
      filter_(std::move(filter)) {
  answer_.before = {compared_.before_name, compared_.before_day, before_.commit()};
  answer_.after = {compared_.after_name, compared_.after_day, after_.commit()};
  answer_.before.without = told_without(before_);
  answer_.after.without = told_without(compared_.same_record ? before_ : after_);
}

DiffAnswer Comparison::run() {
  if (!compared_.same_record) changes_ = changes_between(session_.store(), before_, after_);
  find_renames();
  // Where the day is the same on both sides, only what differs in the record can differ in
  // positions.
  const bool by_days = compared_.two_days && answer_.before.day != answer_.after.day;
  std::vector<std::string> claims;
  for (const std::string& claim :
       by_days || differs_in_what_falls() ? all_claims() : changed_claims()) {
    if (!compared_.only.empty() && claim != compared_.only) continue;
    if (filter_.may_take(claim)) claims.push_back(claim);
  }
  compare_all(claims);
  std::vector<std::string> edited;
  for (const auto& [path, what] : answer_.others) {
    if (what == "edited") edited.push_back(path);
  }
  answer_.edited = edited_files(session_, before_, after_, answer_.after.day, edited);
  return std::move(answer_);
}

const View& Comparison::shown_view() const { return after_.commit().empty() ? before_ : after_; }

// Whether changes of records of other kinds are reported, too.
bool Comparison::tells_all() const {
  return compared_.only.empty() && !filter_.any() && !compared_.days_given;
}

// Finds renamed records: the id on one side is an alias of a record that only the other side has.
// Of an actor that was renamed and merged, one id is renamed, and the others are merged.
void Comparison::find_renames() {
  if (before_.commit().empty() || after_.commit().empty()) return;
  for (const store::ChangedPath& path : changes_) {
    const auto record = claims::record_at(path.path);
    if (!record || path.before.empty() == path.after.empty()) continue;
    const bool is_new = path.before.empty();
    const View& has = is_new ? after_ : before_;
    const View& had = is_new ? before_ : after_;
    const auto note = [&](const auto& decoded) {
      if (!decoded || !decoded->record) return;
      std::string renamed;  // the first of its ids that the other side has
      for (const std::string& alias : decoded->record->aliases) {
        const claims::RecordRef other{record->kind, alias};
        if (!claims::id_problem(alias).empty() || !had.has(other) || has.has(other)) continue;
        if (!renamed.empty() && record->kind == RecordKind::actor) {
          if (is_new) joined_.merged.emplace(alias, record->id);
          if (!is_new) joined_.parted.emplace(alias, renamed);
        } else if (is_new) {
          renames_.add(other, record->id);
        } else {
          renames_.add(*record, alias);  // back to what it was
        }
        if (renamed.empty()) renamed = alias;
      }
    };
    if (record->kind == RecordKind::claim) note(has.claim(record->id));
    if (record->kind == RecordKind::actor) note(has.actor(record->id));
    if (record->kind == RecordKind::source) note(has.source(record->id));
  }
  find_joined();
  if (!tells_all()) return;
  for (const auto& [old, id] : renames_.all())
    answer_.others.emplace_back(claims::path_of({old.kind, id}), "renamed from " + old.id);
  for (const auto& [gone, kept] : joined_.merged)
    answer_.others.emplace_back(claims::actor_path(kept), "merged with " + gone);
}

// Actors of both sides that have on one side the id of another among their aliases, which has a
// file on the other side alone.
void Comparison::find_joined() {
  for (const store::ChangedPath& path : changes_) {
    const auto record = claims::record_at(path.path);
    if (!record || record->kind != RecordKind::actor || path.before.empty() || path.after.empty())
      continue;
    for (const bool merged : {true, false}) {
      const View& one = merged ? after_ : before_;
      const View& two = merged ? before_ : after_;
      const auto actor = one.actor(record->id);
      if (!actor || !actor->record) continue;
      for (const std::string& alias : actor->record->aliases) {
        const claims::RecordRef other{RecordKind::actor, alias};
        if (claims::id_problem(alias).empty() && two.has(other) && !one.has(other))
          (merged ? joined_.merged : joined_.parted).emplace(alias, record->id);
      }
    }
  }
}

// The claims whose lines are others because actors are: no file of theirs need differ.
void Comparison::add_claims_of_joined(std::set<std::string>& claims) {
  for (const bool merged : {true, false}) {
    for (const auto& [id, one] : merged ? joined_.merged : joined_.parted) {
      const auto add = [&](claims::ClaimFolder&& folder) {
        claims.insert(merged ? renames_.id_of_now(RecordKind::claim, folder.id) : folder.id);
      };
      each_folder(session_, merged ? before_ : after_, held_by(id), add);
    }
  }
}

// Whether the actor is told as merged.
bool Comparison::is_joined(const claims::RecordRef& record) const {
  return record.kind == RecordKind::actor &&
         std::any_of(joined_.merged.begin(), joined_.merged.end(), [&](const auto& pair) {
           return record.id == pair.first || record.id == pair.second;
         });
}

std::set<std::string> Comparison::changed_claims() {
  std::set<std::string> claims;
  for (const store::ChangedPath& path : changes_) {
    const auto record = claims::record_at(path.path);
    if (record && record->kind == RecordKind::claim) {
      claims.insert(renames_.id_of_now(RecordKind::claim, record->id));
    } else if (record && record->kind == RecordKind::stance) {
      claims.insert(
          renames_.id_of_now(RecordKind::claim, claims::split_stance_id(record->id).claim));
    } else if (record && (renames_.concern(*record) || is_joined(*record))) {
      continue;  // told
    } else if ((record || path.path == "aver.toml") && tells_all()) {
      const char* what = path.before.empty() ? "added" : path.after.empty() ? "removed" : "edited";
      answer_.others.emplace_back(path.path, what);
    }
  }
  add_claims_of_joined(claims);
  return claims;
}

// What falls by a query may hang on sources and words: then, where those differ, any claim may.
bool Comparison::differs_in_what_falls() const {
  return after_.assumption() != nullptr &&
         std::any_of(changes_.begin(), changes_.end(), [](const store::ChangedPath& path) {
           const auto record = claims::record_at(path.path);
           return path.path == "aver.toml" || (record && record->kind == RecordKind::source);
         });
}

std::set<std::string> Comparison::all_claims() const {
  std::set<std::string> claims;
  for (const View* view : {&before_, &after_}) {
    for (const std::string& id : view->ids(RecordKind::claim)) {
      claims.insert(view == &before_ ? renames_.id_of_now(RecordKind::claim, id) : id);
    }
  }
  return claims;
}

// The holders of the claim's stances that differ; none where only the claim's own file differs.
std::set<std::string> Comparison::holders_touched(const Means& means,
                                                  const std::string& claim) const {
  std::set<std::string> holders;
  const std::string folder = claims::claim_folder(claim) + "/";
  const auto begin = std::lower_bound(
      changes_.begin(), changes_.end(), folder,
      [](const store::ChangedPath& path, const std::string& to) { return path.path < to; });
  for (auto at = begin; at != changes_.end() && at->path.starts_with(folder); ++at) {
    const auto record = claims::record_at(at->path);
    if (!record || record->kind != RecordKind::stance) continue;
    for (const auto& [view, blob] :
         {std::pair{&means.before, &at->before}, {&means.after, &at->after}}) {
      if (blob->empty()) continue;
      const auto stance = claims::decode_stance(view->read_blob(*blob), at->path);
      if (!stance.record) continue;
      holders.insert(view->actor_of(stance.record->holder));
      // What it sets aside may be somebody else's.
      const std::string_view target = claims::set_aside_by(*stance.record);
      if (target.empty()) continue;
      const auto other =
          view->stance(claims::split_stance_id(record->id).claim + "/" + std::string(target));
      if (other && other->record) holders.insert(other->record->holder);
    }
  }
  if (holders.empty()) holders.insert("\n");  // in no text: the claim alone
  return holders;
}

// A claim's folder on either side; nothing where the claim is absent.
Comparison::Folders Comparison::folders_of(const Means& means, const std::string& claim,
                                           Outcome& outcome) const {
  // A holder that was renamed, or merged, is not mentioned by the name of now.
  const bool same_ids = renames_.empty() && joined_.empty();
  std::set<std::string> words = {same_ids ? filter_.holder() : ""};
  if (compared_.touched_holders && same_ids) words = holders_touched(means, claim);
  const bool all = words.contains("");
  const std::string then = renames_.claim_of_then(claim);
  std::optional<View::Folder> a;
  std::optional<View::Folder> b;
  if (all && compared_.same_record) {
    a = store::read_claim(means.before, then, means.brief.get());
  } else if (all) {
    store::FolderPair both =
        store::read_both(means.before, then, means.after, claim, means.brief.get());
    a = std::move(both.before);
    b = std::move(both.after);
  } else {
    a = means.before.folder(then, words);
    if (!compared_.same_record) b = means.after.folder(claim, words);
  }
  Folders found;
  found.holders = words;
  const auto take = [&](std::optional<View::Folder>& folder, std::optional<ClaimFolder>& to,
                        std::set<std::string, std::less<>>& broken) {
    if (!folder) return;
    for (const claims::Diagnostic& problem : folder->problems) {
      const auto record = claims::record_at(problem.file);
      if (problem.severity == claims::Severity::error && record &&
          record->kind == RecordKind::stance) {
        broken.insert(claims::split_stance_id(record->id).name);
      }
    }
    for (claims::Diagnostic& problem : problems_left_out(*folder))
      outcome.broken.push_back(std::move(problem));
    to = std::move(folder->folder);
  };
  take(a, found.before, found.broken_before);
  take(b, found.after, found.broken_after);
  if (found.before && means.before.assumption() != nullptr)
    means.before.assumption()->shown(*found.before);
  if (found.after && means.after.assumption() != nullptr)
    means.after.assumption()->shown(*found.after);
  return found;
}

namespace {

// A change of a position as a query sees it: what it led to, or what was lost.
claims::query::Pair pair_of(const claims::PairDiff& diff) {
  const claims::Shown& side = diff.after.no_record() ? diff.before : diff.after;
  claims::query::Pair pair{diff.holder, diff.scale};
  pair.choices.clear();
  for (const claims::Shown::One& one : side.possible) {
    for (const claims::Stance& stance : one.stances) pair.choices.push_back({&stance, one.lapsed});
    if (one.stances.empty()) pair.choices.emplace_back();
  }
  pair.certain = side.certain();
  pair.is_step = true;
  pair.change = diff.change;
  if (side.stance() != nullptr) pair.changed = side.stance()->held;
  return pair;
}

claims::query::Pair pair_of(const claims::AlsoRecorded& one) {
  claims::query::Pair pair{one.holder, one.scale};
  pair.choices = {{&one.stance, false}};
  pair.is_step = true;
  pair.changed = one.stance.held;
  return pair;
}

}  // namespace

// One claim at two coordinates. The old side is first put into today's names: else a renamed holder
// would have lost one position and gained another. The query is asked last, of the lines
// and records as the diff has them: whether a line has changed depends on records that the query
// does not take, and a position that has gone is on no line of the later side.
Comparison::Outcome Comparison::compare(const Means& means, const std::string& claim) const {
  Outcome outcome;
  Folders both = folders_of(means, claim, outcome);
  std::optional<ClaimFolder>& a = both.before;
  if (a && !renames_.empty()) a = renames_.with_ids_of_now(std::move(*a));
  const ClaimFolder* b = compared_.same_record ? (a ? &*a : nullptr)
                         : both.after          ? &*both.after
                                               : nullptr;
  if (!a && b == nullptr) return outcome;
  // The rename is told as one; the old id among the aliases is part of it.
  if (a && a->claim && b != nullptr && b->claim && renames_.claim_of_then(claim) != claim)
    a->claim->aliases = b->claim->aliases;
  const ClaimFolder& shown = b != nullptr ? *b : *a;
  claims::ClaimDiff diff =
      claims::diff({a ? &*a : nullptr, answer_.before.day, std::move(both.broken_before)},
                   {b, answer_.after.day, std::move(both.broken_after)}, shown_view().vocabulary(),
                   compared_.days_given ? claims::Reach::days : claims::Reach::record, joined_);
  const claims::query::ClaimFacts facts = filter_.facts(shown);
  const auto left_out = [&](const std::string& holder) {
    return !both.holders.contains("") && !both.holders.contains(holder);
  };
  std::erase_if(diff.pairs, [&](const claims::PairDiff& pair) {
    return left_out(pair.holder) || !filter_.takes(facts, pair_of(pair));
  });
  std::erase_if(diff.also, [&](const claims::AlsoRecorded& one) {
    return left_out(one.holder) || !filter_.takes(facts, pair_of(one));
  });
  if (diff.pairs.empty() && diff.also.empty() && !filter_.takes_claim(facts)) return outcome;
  if (diff.empty()) return outcome;
  if (compared_.page) {
    outcome.page = compared_.page(diff);
  } else {
    outcome.diff = std::move(diff);
  }
  return outcome;
}

// Many claims are compared by two threads, each with a Store of its own, as libgit2 requires.
// Broken files are reported in the order of the claims, whichever thread met them.
void Comparison::compare_all(const std::vector<std::string>& claims) {
  constexpr std::size_t kWorthAThread = 400;
  constexpr std::size_t kAtATime = 20;
  const store::ReadingMode mode(store::ReadingMode::unhashed);
  std::vector<Outcome> outcomes(claims.size());
  std::atomic<std::size_t> next = 0;
  const auto compare_some = [&](const Means& means) {
    for (std::size_t i = next.fetch_add(kAtATime); i < claims.size();
         i = next.fetch_add(kAtATime)) {
      const std::size_t end = std::min(i + kAtATime, claims.size());
      for (; i < end; ++i) outcomes[i] = compare(means, claims[i]);
    }
  };
  // A query caches the sources it has looked up, so only one thread may use it.
  const bool without = before_.assumption() != nullptr || after_.assumption() != nullptr;
  const bool alone =
      claims.size() < kWorthAThread || filter_.any() || compared_.touched_holders || without;
  // A query may look at any field of a stance, so whole records are needed.
  const auto brief = [&] {
    return compared_.positions_alone && !filter_.any() && !without
               ? session_.store().records().indexed_stances(claims.size())
               : nullptr;
  };
  shown_view().vocabulary();  // read once, before two ask for it
  std::exception_ptr failed;
  std::thread other;
  if (!alone) {
    other = std::thread([&, own = brief()]() mutable {
      try {
        const store::Store mine = store::Store::open(session_.store().root());
        compare_some({mine.same(before_), mine.same(after_), std::move(own)});
      } catch (...) {
        failed = std::current_exception();
      }
    });
  }
  try {
    compare_some({before_, after_, brief()});
  } catch (...) {
    if (other.joinable()) other.join();
    throw;
  }
  if (other.joinable()) other.join();
  if (failed) std::rethrow_exception(failed);
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    Outcome& outcome = outcomes[i];
    report_left_out(session_, claims[i], outcome.broken);
    if (!outcome.page.empty()) answer_.pages.push_back(std::move(outcome.page));
    if (outcome.diff) answer_.claims.push_back(std::move(*outcome.diff));
  }
}

}  // namespace aver::cli
