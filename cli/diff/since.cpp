// SPDX-License-Identifier: MIT
//
// Finds the record's counterpart in the other revision: by its ids, or, where a merge gave one of
// two records of one name another name, by its contents.
#include "cli/diff/since.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "claims/positions/set_aside.h"
#include "claims/records/codec.h"
#include "claims/records/edited_keys.h"
#include "cli/diff/renames.h"
#include "cli/names/load.h"
#include "cli/names/names.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"
#include "store/clock.h"
#include "store/editions.h"
#include "store/history.h"
#include "store/process.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using claims::RecordRef;
using claims::Stance;
using store::Fault;
using store::StoreError;
using store::View;

// The record of `then` as `now` has it: by its id, or by one that it got since.
std::optional<RecordRef> as_it_is_called(const View& then, const View& now,
                                         const RecordRef& record) {
  if (const auto same = as_it_was_called(then, now, record)) return same;
  const bool stance = record.kind == RecordKind::stance;
  const claims::StanceId id =
      stance ? claims::split_stance_id(record.id) : claims::StanceId{record.id, ""};
  const std::string path =
      record.kind == RecordKind::claim ? claims::claim_folder(record.id) : claims::path_of(record);
  for (const std::string& candidate :
       now.may_have_been(stance ? RecordKind::claim : record.kind, id.claim)) {
    const RecordRef other{record.kind, stance ? candidate + "/" + id.name : candidate};
    if (!now.has(other)) continue;
    const std::vector<std::string> paths = paths_of(now, other);
    if (std::find(paths.begin(), paths.end(), path) != paths.end()) return other;
  }
  return std::nullopt;
}

std::string contents(const View& view, const RecordRef& record) {
  return view.blob_id(claims::path_of(record)).value_or("");
}

// Whether the stance says that it was that other one, which had those contents.
bool was_once(const View& view, const RecordRef& record, const std::string& blob) {
  const auto stance = view.stance(record.id);
  return stance && stance->record &&
         std::any_of(stance->record->formerly.begin(), stance->record->formerly.end(),
                     [&](const claims::Formerly& one) { return one.blob == blob; });
}

// A stance of the claim with the very contents of one of another revision, or that says it had
// them, under a name that the other revision does not have.
std::optional<RecordRef> by_contents(const View& from, const std::string& claim_from,
                                     const View& to, const std::string& claim_to,
                                     const std::string& blob) {
  for (const std::string& name : to.stance_names(claim_to)) {
    const RecordRef one{RecordKind::stance, claim_to + "/" + name};
    if (from.has({RecordKind::stance, claim_from + "/" + name})) continue;
    if (contents(to, one) == blob || was_once(to, one, blob)) return one;
  }
  return std::nullopt;
}

// The keys that differ.
template <class Decoded>
std::string edited(const Decoded& before, const Decoded& after, bool renamed) {
  if (!before || !after || !before->record || !after->record) return "it cannot be read";
  std::string keys;
  for (const claims::EditedKey& one :
       claims::edited_keys(claims::table_of(*before->record), claims::table_of(*after->record))) {
    // A rename writes the old id to the aliases, and is told as one.
    if (renamed && one.key == "aliases") continue;
    keys += (keys.empty() ? "" : ", ") + one.key;
  }
  return keys;
}

// What only calls another record by its name of then is no edit.
void with_ids_of_now(const View& then, const View& now, Stance& stance) {
  const auto rename = [&](RecordKind kind, std::string& id) {
    if (!claims::id_problem(id).empty() || !then.has({kind, id}) || now.has({kind, id})) return;
    if (const auto other = as_it_is_called(then, now, {kind, id})) id = other->id;
  };
  rename_ids(stance, rename);
}

// Why the bytes differ; empty where the layout alone does.
std::string edited(const View& then, const RecordRef& was, const View& now, const RecordRef& is) {
  const bool renamed = was.id != is.id;
  switch (was.kind) {
    case RecordKind::claim:
      return edited(then.claim(was.id), now.claim(is.id), renamed);
    case RecordKind::stance: {
      auto before = then.stance(was.id);
      auto after = now.stance(is.id);
      if (before && before->record) with_ids_of_now(then, now, *before->record);
      // A name that it lost is told as such.
      for (auto* one : {&before, &after}) {
        if (*one && (*one)->record) (*one)->record->formerly.clear();
      }
      return edited(before, after, false);
    }
    case RecordKind::actor:
      return edited(then.actor(was.id), now.actor(is.id), renamed);
    case RecordKind::source:
      return edited(then.source(was.id), now.source(is.id), renamed);
    case RecordKind::review:
      break;
  }
  return "";
}

std::vector<Stance> stances_of(const View& view, const std::string& claim) {
  auto folder = view.folder(claim);
  return folder ? std::move(folder->folder.stances) : std::vector<Stance>();
}

// Those of a claim's stances that are set aside, each with why.
std::map<std::string, std::vector<std::pair<claims::Aside, std::string>>> set_aside(
    const std::vector<Stance>& stances) {
  std::map<std::string, std::vector<std::pair<claims::Aside, std::string>>> all;
  const claims::SetAside aside(stances);
  for (const Stance& stance : stances) {
    for (const Stance* by : aside.by(stance)) {
      std::string why = "by " + by->name;
      const claims::Aside how = claims::how_set_aside(stance, *by);
      if (how == claims::Aside::ended) why = claims::to_string(*by->until) + ", by " + by->name;
      if (by->reason != claims::kEnded) why += ": " + by->reason;
      all[stance.name].emplace_back(how, std::move(why));
    }
  }
  return all;
}

class Comparing {
 public:
  Comparing(Session& session, const View& then, const View& now)
      : session_(session), then_(then), now_(now) {}

  void record(const RecordRef& was, std::vector<SinceThen::What>& to) {
    const std::optional<RecordRef> is = as_it_is_called(then_, now_, was);
    if (was.kind == RecordKind::stance) {
      const claims::StanceId id = claims::split_stance_id(was.id);
      const auto claim = as_it_is_called(then_, now_, {RecordKind::claim, id.claim});
      if (claim) {
        std::vector<Stance> then = stances_of(then_, id.claim);
        const Asides asides = {set_aside(then), set_aside(stances_of(now_, claim->id))};
        std::erase_if(then, [&](const Stance& one) { return one.name != id.name; });
        holders_merged(then, to);
        stance(id.name, id.claim, claim->id, asides, "", to);
        return;
      }
    }
    if (!is) {
      to.push_back({"removed", "", removal(was)});
      return;
    }
    // What became part of another actor is not compared with that one.
    if (was.kind == RecordKind::actor && merged(was.id, to)) return;
    if (is->id != was.id) to.push_back({"renamed", "", "from " + was.id + " to " + is->id});
    rewritten(was, *is, "", to);
    if (was.kind != RecordKind::claim) return;
    const std::vector<Stance> then = stances_of(then_, was.id);
    holders_merged(then, to);
    const Asides asides = {set_aside(then), set_aside(stances_of(now_, is->id))};
    for (const std::string& name : then_.stance_names(was.id))
      stance(name, was.id, is->id, asides, name, to);
  }

 private:
  // Tells of an actor that is part of another one by now, which it stood beside then.
  bool merged(const std::string& id, std::vector<SinceThen::What>& to) const {
    const RecordRef was{RecordKind::actor, id};
    if (!then_.has(was) || now_.has(was)) return false;
    const auto is = as_it_is_called(then_, now_, was);
    if (!is || !then_.has(*is)) return false;
    to.push_back({"merged", "", id + " into " + is->id});
    return true;
  }

  void holders_merged(const std::vector<Stance>& stances, std::vector<SinceThen::What>& to) const {
    std::set<std::string> holders;
    for (const Stance& stance : stances) holders.insert(stance.holder);
    for (const std::string& holder : holders) merged(holder, to);
  }

  using AllAside = std::map<std::string, std::vector<std::pair<claims::Aside, std::string>>>;
  struct Asides {
    AllAside then, now;
  };

  void rewritten(const RecordRef& was, const RecordRef& is, const std::string& name,
                 std::vector<SinceThen::What>& to) const {
    if (contents(then_, was) == contents(now_, is)) return;
    const std::string keys = edited(then_, was, now_, is);
    if (!keys.empty()) to.push_back({"edited", name, keys});
  }

  // `told` is the name to tell it by: empty where it is what was asked about.
  void stance(const std::string& name, const std::string& claim_then, const std::string& claim_now,
              const Asides& asides, const std::string& told, std::vector<SinceThen::What>& to) {
    const RecordRef was{RecordKind::stance, claim_then + "/" + name};
    RecordRef is{RecordKind::stance, claim_now + "/" + name};
    const std::string blob = contents(then_, was);
    if (contents(now_, is) != blob) {
      if (const auto moved = by_contents(then_, claim_then, now_, claim_now, blob)) {
        if (now_.has(is)) to.push_back({"other-record", told, "it is " + moved->id + " by now"});
        is = *moved;
      }
    }
    if (!now_.has(is)) {
      to.push_back({"removed", told, removal(was)});
      return;
    }
    if (is.id != was.id && told.empty())
      to.push_back({"renamed", told, "from " + was.id + " to " + is.id});
    const auto of = [](const AllAside& all, const std::string& one) {
      const auto at = all.find(one);
      return at == all.end() ? std::vector<std::pair<claims::Aside, std::string>>() : at->second;
    };
    const auto before = of(asides.then, name);
    for (const auto& [how, why] : of(asides.now, claims::split_stance_id(is.id).name)) {
      if (std::find(before.begin(), before.end(), std::pair(how, why)) == before.end())
        to.push_back({std::string(to_string(how)), told, why});
    }
    rewritten(was, is, told, to);
  }

  // "in 3fa1c9d by Ada Fields"
  std::string removal(const RecordRef& was) const {
    store::LogOptions asked;
    asked.revision = then_.commit() + ".." + now_.commit();
    asked.paths = {claims::path_of(was)};
    for (const store::LogEntry& entry : store::log(session_.store(), asked)) {
      for (const store::ChangedPath& path : entry.paths) {
        if (path.after.empty()) return "in " + short_id(entry.commit) + " by " + entry.author;
      }
    }
    return "";
  }

  Session& session_;
  const View& then_;
  const View& now_;
};

// The record of another revision that a stance says it was.
std::optional<RecordRef> as_it_says(const View& now, const RecordRef& record, const View& then) {
  const auto stance = now.stance(record.id);
  if (!stance || !stance->record) return std::nullopt;
  for (const claims::Formerly& one : stance->record->formerly) {
    if (claims::split_stance_id(one.id).name.empty()) continue;
    const RecordRef was{RecordKind::stance, one.id};
    if (contents(then, was) == one.blob) return was;
  }
  return std::nullopt;
}

// Whether a commit is an ancestor of the tip, or it. Most editions are on the first-parent line,
// which an index knows by heart.
bool is_within(const store::Store& store, const store::CommitId& commit,
               const store::CommitId& tip) {
  return store::is_first_parent(store, commit, tip) ||
         store::run_git({"merge-base", "--is-ancestor", commit, tip},
                        {.directory = store.root().string()})
             .ok();
}

SinceThen compared(Session& session, const View& then, const View& now, const RecordRef& record,
                   const std::string& revision, bool is_edition) {
  SinceThen since;
  since.revision = revision;
  since.commit = then.commit();
  since.is_edition = is_edition;
  if (then.commit() != now.commit()) Comparing(session, then, now).record(record, since.changes);
  return since;
}

}  // namespace

SinceThen since_then(Session& session, const View& then, const View& now, const RecordRef& record,
                     const std::string& revision) {
  const store::Editions editions = store::editions(session.store());
  const bool is_edition =
      std::any_of(editions.all.begin(), editions.all.end(),
                  [&](const store::Edition& one) { return one.name == revision; });
  return compared(session, then, now, record, revision, is_edition);
}

std::optional<SinceThen> since_edition(Session& session, const View& now, const RecordRef& record) {
  const store::Editions editions = store::editions(session.store());
  for (auto edition = editions.all.rbegin(); edition != editions.all.rend(); ++edition) {
    const View then = session.store().view(edition->commit);
    std::optional<RecordRef> was = as_it_was_called(now, then, record);
    if (record.kind == RecordKind::stance) {
      // A name may be another record's by now.
      const claims::StanceId id = claims::split_stance_id(record.id);
      const auto claim = as_it_was_called(now, then, {RecordKind::claim, id.claim});
      const std::string blob = contents(now, record);
      if (claim && (!was || contents(then, *was) != blob)) {
        if (const auto moved = by_contents(now, id.claim, then, claim->id, blob)) was = moved;
        if (const auto moved = was ? std::nullopt : as_it_says(now, record, then)) was = moved;
      }
    }
    if (!was || !is_within(session.store(), edition->commit, now.commit())) continue;
    return compared(session, then, now, *was, edition->name, true);
  }
  return std::nullopt;
}

RecordAt record_at_revision(Session& session, const std::string& typed) {
  const std::size_t at = typed.find('@', 1);
  if (typed.find('@') == typed.npos) return {typed, std::nullopt};
  try {
    record_named(session.store().view(), typed);
    return {typed, std::nullopt};
  } catch (const StoreError& error) {
    if (error.fault() == Fault::ambiguous || at == typed.npos) throw;
  }
  RecordAt asked{typed.substr(0, at), typed.substr(at + 1)};
  if (asked.revision->empty()) {
    throw StoreError(Fault::usage, "no revision stands behind the \"@\" of \"" + typed + "\"", {},
                     "aver show " + asked.record + "@HEAD~1, or an edition: aver tag");
  }
  return asked;
}

RecordRef record_of_then(Session& session, const View& then, const std::string& record,
                         const std::string& revision) {
  try {
    return record_in(session, then, record);
  } catch (const StoreError& error) {
    if (error.fault() != Fault::not_found) throw;
    const View now = session.store().view();
    std::optional<RecordRef> later;
    try {
      later = record_named(now, record);
    } catch (const StoreError&) {
      throw error;
    }
    store::LogOptions asked;
    asked.revision = then.commit() + ".." + now.commit();
    // A claim begins with its own file.
    for (const std::string& path : paths_of(now, *later))
      asked.paths.push_back(later->kind == RecordKind::claim ? path + "/claim.toml" : path);
    const std::vector<store::LogEntry> since = store::log(session.store(), asked);
    if (since.empty()) throw;
    const store::LogEntry& first = since.back();
    throw StoreError(Fault::not_found, later->id + " was recorded after " + revision,
                     {"first in " + short_id(first.commit) + " of " +
                      local_time(first.committed_at) + ", by " + first.author},
                     "aver show " + later->id + "@" + short_id(first.commit));
  }
}

}  // namespace aver::cli
