// SPDX-License-Identifier: MIT
//
// Plays the first-parent line forward, file by file: a state is never read whole. What changed is
// handed to claims/positions/beliefs; then who made the records is looked for, behind a merge on
// the side that it brought in.
#include "cli/diff/belief_series.h"

#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <utility>

#include "claims/check/clock.h"
#include "cli/diff/actors_then.h"
#include "cli/names/load.h"
#include "store/clock.h"
#include "store/history.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using claims::RecordRef;
using claims::Stance;
using store::View;

constexpr const char* kSettings = "aver.toml";

// What the answer points into.
struct Owned {
  std::deque<Stance> stances;
  std::deque<claims::Vocabulary> vocabularies;
};

// Ids of claims of then, as the view has them.
class ClaimsOfNow {
 public:
  explicit ClaimsOfNow(const View& view) : view_(view) {}

  const std::string& of(const std::string& id) {
    const auto [at, is_new] = known_.try_emplace(id, id);
    if (!is_new || view_.has({RecordKind::claim, id}) || !claims::id_problem(id).empty())
      return at->second;
    for (const std::string& candidate : view_.may_have_been(RecordKind::claim, id)) {
      const auto claim = view_.claim(candidate);
      if (!claim || !claim->record) continue;
      const std::vector<std::string>& aliases = claim->record->aliases;
      if (std::find(aliases.begin(), aliases.end(), id) == aliases.end()) continue;
      at->second = candidate;
      break;
    }
    return at->second;
  }

 private:
  const View& view_;
  std::map<std::string, std::string> known_;
};

// The commits that touched what matters, newest first, and which of them are on the line.
struct LogOfLine {
  std::vector<store::LogEntry> log;
  std::vector<claims::Stamp> line;
  std::unordered_map<std::string_view, std::size_t> places;  // in the line, by commit
  std::vector<std::size_t> on_line;                          // in the log, oldest first
};

LogOfLine touched(const store::Store& store, const View& view, std::vector<std::string> paths) {
  LogOfLine all;
  store::LogOptions asked;
  asked.revision = view.commit();
  asked.paths = std::move(paths);
  asked.open_merges = true;
  all.log = store::log(store, asked);
  all.line = store::stamps_of(store, view.commit());
  all.places.reserve(all.line.size());
  for (std::size_t i = 0; i < all.line.size(); ++i) all.places.emplace(all.line[i].commit, i);
  for (std::size_t i = all.log.size(); i-- > 0;) {
    if (all.places.contains(all.log[i].commit)) all.on_line.push_back(i);
  }
  // Stamps may go back, and with them the order of a log; the line has one of its own.
  std::stable_sort(all.on_line.begin(), all.on_line.end(), [&](std::size_t a, std::size_t b) {
    return all.places.at(all.log[a].commit) < all.places.at(all.log[b].commit);
  });
  return all;
}

// Who made what a commit of the line has.
class Makers {
 public:
  explicit Makers(const LogOfLine& touched) : touched_(touched) {}

  // The index in the log of the newest commit that brought contents ("" removes) to a path: the
  // one of the line itself, or, behind a merge, one of its side. Files that merging renamed are
  // known by their contents.
  std::size_t of(std::size_t on_line, const std::string& path, const store::BlobId& blob) {
    if (!touched_.log[on_line].merge) return on_line;
    if (!known_) learn();
    for (const std::string& key : {path + '\n' + blob, blob}) {
      if (key.empty()) continue;
      const auto found = made_.find(key);
      if (found == made_.end()) continue;
      const auto at = std::upper_bound(found->second.begin(), found->second.end(), on_line);
      if (at != found->second.end()) return *at;
    }
    return on_line;
  }

 private:
  void learn() {
    known_ = true;
    for (std::size_t i = 0; i < touched_.log.size(); ++i) {
      const store::LogEntry& entry = touched_.log[i];
      if (entry.merge || touched_.places.contains(entry.commit)) continue;
      for (const store::ChangedPath& path : entry.paths) {
        made_[path.path + '\n' + path.after].push_back(i);
        if (!path.after.empty()) made_[path.after].push_back(i);
      }
    }
  }

  const LogOfLine& touched_;
  bool known_ = false;
  std::unordered_map<std::string, std::vector<std::size_t>> made_;  // ascending: newest first
};

using Step = ActorsThen::Step;

// One claim, played forward.
class Played {
 public:
  Played(const View& view, ActorsThen& actors, Owned& owned, std::string claim)
      : view_(view), actors_(actors), owned_(owned), claim_(std::move(claim)) {
    for (const std::string& path : paths_of(view, {RecordKind::claim, claim_}))
      folders_.push_back(path + "/");
  }

  const std::string& claim() const { return claim_; }

  // `on_line` is the commit's index in the log; `words` are given where they are others than
  // before.
  void take(const store::LogEntry& entry, std::size_t on_line, Step step,
            const claims::Vocabulary* words) {
    Names touched;
    for (const store::ChangedPath& path : entry.paths) {
      for (std::size_t i = 0; i < folders_.size(); ++i) {
        if (!path.path.starts_with(folders_[i])) continue;
        const std::string name = path.path.substr(folders_[i].size());
        const auto record = claims::record_at(path.path);
        if (!record || name.find('/') != name.npos) continue;
        if (path.after.empty()) {
          files_[i].erase(name);
        } else {
          files_[i][name] = path.after;
        }
        if (i == folder_) touched.insert(name);
      }
    }
    const std::size_t before = folder_;
    folder_ = folder_of_now();
    if (folder_ != before) {
      for (const std::size_t one : {before, folder_}) {
        for (const auto& [name, blob] : files_[one]) touched.insert(name);
      }
      for (const auto& [name, stance] : shown_) touched.insert(name);
    }
    if (actors_.moves_at(step)) {
      for (const auto& [name, stance] : shown_) {
        if (actors_.told_as(origins_.at(stance).holder, step) != stance->holder)
          touched.insert(name);
      }
    }
    claims::ClaimRevision revision;
    revision.words = words;
    for (const std::string& name : touched) add_change(name, step, revision);
    if (revision.changes.empty() && words == nullptr) return;
    revisions_.push_back(std::move(revision));
    commits_.push_back({on_line, step, folder_ != kNowhere ? folder_ : before});
  }

  std::vector<claims::BeliefLine> lines(claims::Day day, const std::string& holder) const {
    return claims::beliefs(revisions_, day, view_.vocabulary(), holder);
  }

  // What was known of all days, from day to day of our record: `day_of` is that of a commit of the
  // log. `days` gets the day of each revision of the rectangles.
  template <class DayOf>
  std::vector<claims::LineRectangles> rectangles(const DayOf& day_of, const std::string& holder,
                                                 std::vector<claims::Day>& days) const {
    std::vector<claims::ClaimRevision> by_day;
    const std::span<const claims::ClaimRevision> all(revisions_);
    for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
      const claims::Day day = day_of(commits_[begin].on_line);
      // The day by the recorded clock never goes back; where no stamp counts, it may.
      while (end < all.size() && day_of(commits_[end].on_line) <= day) ++end;
      by_day.push_back(claims::joined(all.subspan(begin, end - begin)));
      days.push_back(day);
    }
    return claims::rectangles(by_day, view_.vocabulary(), holder);
  }

  // The commit of a revision, as an index of the log; the path that a stance has in it.
  std::size_t commit(std::size_t revision) const { return commits_[revision].on_line; }
  std::string path_of(std::size_t revision, const Stance& stance) const {
    return folders_[commits_[revision].folder] + stance.name + ".toml";
  }
  // Empty where the revision removed it.
  store::BlobId blob_of(const Stance& stance, std::size_t revision) const {
    for (const claims::StanceChange& change : revisions_[revision].changes) {
      if (change.after == &stance) return origins_.at(&stance).blob;
    }
    return "";
  }
  // The file of an actor, and its contents, by which records came to the holder or left it, and
  // nothing else of them changed.
  std::optional<std::pair<std::string, store::BlobId>> mover(std::size_t revision,
                                                             std::string_view holder) const {
    for (const claims::StanceChange& change : revisions_[revision].changes) {
      if (change.moved && (change.before->holder == holder || change.after->holder == holder))
        return actors_.mover(origins_.at(change.before).holder, commits_[revision].step);
    }
    return std::nullopt;
  }

 private:
  using Names = std::set<std::string>;
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  // By the id of today, if there is a claim of that name, else by one that it had before.
  std::size_t folder_of_now() const {
    for (std::size_t i = 0; i < folders_.size(); ++i) {
      const auto at = files_.find(i);
      if (at != files_.end() && at->second.contains("claim.toml")) return i;
    }
    return kNowhere;
  }

  void add_change(const std::string& name, Step step, claims::ClaimRevision& revision) {
    if (name == "claim.toml") return;
    const auto shown = shown_.find(name);
    const Stance* before = shown == shown_.end() ? nullptr : shown->second;
    const Stance* after = nullptr;
    if (const auto folder = files_.find(folder_); folder != files_.end()) {
      if (const auto file = folder->second.find(name); file != folder->second.end())
        after = read(name, file->second, step);
    }
    if (after != nullptr) {
      shown_[name] = after;  // also where only the id of its holder is written anew
    } else {
      shown_.erase(name);
    }
    if (before == after || (before != nullptr && after != nullptr && *before == *after)) return;
    claims::StanceChange& change = revision.changes.emplace_back();
    change.before = before;
    change.after = after;
    if (before != nullptr && after != nullptr && before->holder != after->holder)
      tell_move(step, change);
  }

  // Says why the record has another holder, where the id of the one before leads to that one now,
  // and it is the same record.
  void tell_move(Step step, claims::StanceChange& change) {
    const std::string& id = origins_.at(change.before).holder;
    const std::string& was = change.before->holder;
    const std::string& is = change.after->holder;
    if (actors_.told_as(id, step) != is) return;
    Stance same = *change.before;
    same.holder = is;
    if (!(same == *change.after)) return;
    if (actors_.actor_of(id, step) == id) {
      change.moved = claims::Cause::parted;
      change.reason = is + " is not " + was;
    } else {
      change.moved = claims::Cause::merged;
      change.reason = (actors_.actor_of(id, step - 1) == id ? was : id) + " is " + is;
    }
  }

  // Null where it cannot be read: such a file is left out of every answer.
  const Stance* read(const std::string& name, const store::BlobId& blob, Step step) {
    const auto [at, is_new] = read_.try_emplace({name, blob});
    std::vector<const Stance*>& known = at->second;
    if (is_new) {
      const std::string path = claims::claim_folder(claim_) + "/" + name;
      auto decoded = claims::decode_stance(view_.read_blob(blob), path);
      if (!decoded.record) return nullptr;
      const std::string holder = decoded.record->holder;
      known.push_back(&owned_.stances.emplace_back(std::move(*decoded.record)));
      origins_.emplace(known.front(), Origin{blob, holder});
    }
    if (known.empty()) return nullptr;
    const std::string& holder = actors_.told_as(origins_.at(known.front()).holder, step);
    for (const Stance* one : known) {
      if (one->holder == holder) return one;
    }
    Stance& stance = owned_.stances.emplace_back(*known.front());
    stance.holder = holder;
    origins_.emplace(&stance, origins_.at(known.front()));
    known.push_back(&stance);
    return &stance;
  }

  // The contents of a record's file, and the holder's id as it stands there.
  struct Origin {
    store::BlobId blob;
    std::string holder;
  };
  struct Commit {
    std::size_t on_line;  // in the log
    Step step;
    std::size_t folder;
  };

  const View& view_;
  ActorsThen& actors_;
  Owned& owned_;
  std::string claim_;
  std::vector<std::string> folders_;  // with "/" behind: of today's id first, then of former ones
  std::map<std::size_t, std::map<std::string, store::BlobId>> files_;  // of each folder, by name
  std::size_t folder_ = kNowhere;
  std::unordered_map<std::string, const Stance*> shown_;  // by the name of the file
  // The same record with each holder that it had, first as it stands in the file.
  std::map<std::pair<std::string, store::BlobId>, std::vector<const Stance*>> read_;
  std::unordered_map<const Stance*, Origin> origins_;
  std::vector<claims::ClaimRevision> revisions_;
  std::vector<Commit> commits_;  // of the revisions
};

BeliefsAnswer::Recorded recorded(const store::LogEntry& entry) {
  return {entry.commit, entry.author, entry.author_email, entry.committed_at};
}

// All revisions of the words, by the place of their commit in the log.
class Words {
 public:
  // Those that the line begins with.
  Words(const store::Store& store, const LogOfLine& touched, Owned& owned) : owned_(owned) {
    if (touched.line.empty()) return;
    const View first = store.view(touched.line.front().commit);
    first_ = take(first.read(kSettings).value_or(""));
    if (first_ == nullptr) first_ = &owned.vocabularies.emplace_back(claims::default_vocabulary());
  }

  const claims::Vocabulary* first() const { return first_; }

  // Nothing where the commit left them alone, or they cannot be read.
  const claims::Vocabulary* in(const View& view, const store::LogEntry& entry) {
    for (const store::ChangedPath& path : entry.paths) {
      if (path.path == kSettings && !path.after.empty()) return take(view.read_blob(path.after));
    }
    return nullptr;
  }

 private:
  const claims::Vocabulary* take(const std::string& text) {
    auto decoded = claims::decode_settings(text);
    if (!decoded.record) return nullptr;
    if (!owned_.vocabularies.empty() && owned_.vocabularies.back() == decoded.record->vocabulary)
      return nullptr;
    return &owned_.vocabularies.emplace_back(std::move(decoded.record->vocabulary));
  }

  Owned& owned_;
  const claims::Vocabulary* first_ = nullptr;
};

// The claims that may ever have had a stance of the holder that they do not have today: in a file
// that was removed or rewritten since, or under an id that led to the holder once.
std::set<std::string> claims_of(const View& view, const LogOfLine& touched,
                                const std::string& holder, ActorsThen& actors,
                                ClaimsOfNow& claims_now) {
  const std::set<std::string> names = actors.ids_told_as(holder);
  const bool any_lost = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return !touched.on_line.empty() && actors.told_as(name, touched.on_line.size() - 1) != holder;
  });
  std::set<std::string> found;
  std::set<store::BlobId> seen;
  const auto look = [&](const std::string& path, const store::BlobId& blob) {
    const auto record = claims::record_at(path);
    if (!record || record->kind != RecordKind::stance || blob.empty()) return;
    if (!seen.insert(blob).second) return;
    const std::string text = view.read_blob(blob);
    const bool named = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return text.find(name) != text.npos;
    });
    if (!named && text.find('\\') == text.npos) return;
    const auto stance = claims::decode_stance(text, path);
    if (stance.record && names.contains(stance.record->holder))
      found.insert(claims_now.of(stance.record->claim));
  };
  for (const std::size_t i : touched.on_line) {
    for (const store::ChangedPath& path : touched.log[i].paths) {
      look(path.path, path.before);
      if (any_lost) look(path.path, path.after);
    }
  }
  return found;
}

void add_known(const std::string& claim, const claims::LineRectangles& line,
               const std::vector<claims::LineRectangles>& lines,
               const std::vector<claims::Day>& days, BeliefsAnswer& answer) {
  BeliefsAnswer::KnownLine& to = answer.all_days.emplace_back();
  to.claim = claim;
  to.holder = line.holder;
  to.scale = line.scale;
  to.other_scales = std::count_if(lines.begin(), lines.end(), [&](const auto& other) {
                      return other.holder == line.holder;
                    }) > 1;
  for (const claims::Rectangle& one : line.rectangles) {
    BeliefsAnswer::Known& known = to.known.emplace_back();
    known.rectangle = one;
    known.known_from = days[one.known_from];
    if (one.known_to) known.known_to = days[*one.known_to];
  }
}

using ByClaim = std::map<std::string, Played*>;

// Plays the commits of the line forward, each for the claims that it concerns.
void play(const View& view, const LogOfLine& all, const ActorsThen& actors, ClaimsOfNow& claims_now,
          Words& words, const ByClaim& by_claim) {
  for (Step step = 0; step < all.on_line.size(); ++step) {
    const store::LogEntry& entry = all.log[all.on_line[step]];
    const claims::Vocabulary* reworded = words.in(view, entry);
    if (step == 0 && reworded == nullptr) reworded = words.first();
    std::set<Played*> concerned;
    for (const store::ChangedPath& path : entry.paths) {
      const auto record = claims::record_at(path.path);
      if (!record || (record->kind != RecordKind::claim && record->kind != RecordKind::stance))
        continue;
      const std::string then = record->kind == RecordKind::stance
                                   ? claims::split_stance_id(record->id).claim
                                   : record->id;
      const auto at = by_claim.find(claims_now.of(then));
      if (at != by_claim.end()) concerned.insert(at->second);
    }
    if (reworded != nullptr || actors.moves_at(step)) {
      for (const auto& [claim, one] : by_claim) concerned.insert(one);
    }
    for (Played* one : concerned) one->take(entry, all.on_line[step], step, reworded);
  }
}

// The changes of a line, each with when it was known, and who recorded it. `times` are those of the
// commits of the line.
void add_changes(const Played& played, const claims::BeliefLine& line, const LogOfLine& all,
                 const std::vector<std::optional<std::int64_t>>& times, Makers& makers,
                 BeliefsAnswer::Line& to) {
  for (const claims::BeliefChange& change : line.changes) {
    const std::size_t at = played.commit(change.revision);
    std::size_t maker = change.due_to.empty() ? at : all.log.size();
    if (change.due_to.empty()) {
      if (const auto file = played.mover(change.revision, line.holder))
        maker = makers.of(at, file->first, file->second);
    }
    for (const Stance* stance : change.due_to) {
      maker = std::min(maker, makers.of(at, played.path_of(change.revision, *stance),
                                        played.blob_of(*stance, change.revision)));
    }
    BeliefsAnswer::Change& known = to.changes.emplace_back();
    known.belief = change;
    known.known = recorded(all.log[at]);
    known.recorded = recorded(all.log[maker]);
    if (const auto time = times[all.places.at(all.log[at].commit)])
      known.known_on = claims::utc_day(*time);
  }
}

}  // namespace

void add_beliefs(const store::Store& store, const View& view, const BeliefQuestion& question,
                 BeliefsAnswer& answer) {
  const auto owned = std::make_shared<Owned>();
  answer.owner = owned;
  std::vector<std::string> paths = {kSettings, "actors"};
  if (question.any_claim) paths.emplace_back("claims");
  for (const std::string& claim :
       question.any_claim ? std::vector<std::string>() : question.claims) {
    for (const std::string& path : paths_of(view, {RecordKind::claim, claim}))
      paths.push_back(path);
  }
  const LogOfLine all = touched(store, view, std::move(paths));
  ActorsThen actors(view);
  for (Step step = 0; step < all.on_line.size(); ++step) {
    for (const store::ChangedPath& path : all.log[all.on_line[step]].paths) actors.add(step, path);
  }
  ClaimsOfNow claims_now(view);
  std::deque<Played> played;
  ByClaim by_claim;
  const auto add = [&](const std::string& claim) {
    if (by_claim.contains(claim)) return;
    by_claim[claim] = &played.emplace_back(view, actors, *owned, claim);
  };
  for (const std::string& claim : question.claims) add(claim);
  if (question.any_claim) {
    for (const std::string& claim : claims_of(view, all, question.holder, actors, claims_now))
      add(claim);
  }
  Words words(store, all, *owned);
  play(view, all, actors, claims_now, words, by_claim);
  const auto times = claims::times_of(all.line, store::wrong_stamps(store.view()));
  const auto day_of = [&](std::size_t commit) {
    const auto time = times[all.places.at(all.log[commit].commit)];
    return claims::utc_day(time ? *time : all.log[commit].committed_at);
  };
  Makers makers(all);
  for (const auto& [claim, one] : by_claim) {
    const std::vector<claims::BeliefLine> lines = one->lines(question.day, question.holder);
    if (question.all_days) {
      std::vector<claims::Day> days;
      const auto known = one->rectangles(day_of, question.holder, days);
      for (const claims::LineRectangles& line : known) add_known(claim, line, known, days, answer);
    }
    std::string text;
    if (const auto decoded = view.claim(claim); decoded && decoded->record)
      text = decoded->record->text;
    for (const claims::BeliefLine& line : lines) {
      BeliefsAnswer::Line& to = answer.lines.emplace_back();
      to.claim = claim;
      to.claim_text = text;
      to.holder = line.holder;
      to.scale = line.scale;
      to.other_scales = std::count_if(lines.begin(), lines.end(), [&](const auto& other) {
                          return other.holder == line.holder;
                        }) > 1;
      add_changes(*one, line, all, times, makers, to);
    }
  }
}

}  // namespace aver::cli
