// SPDX-License-Identifier: MIT
//
// The history part of the index as something to look after: how far it goes, whether it is right,
// and making it anew.
#include <algorithm>

#include "claims/text/hex.h"
#include "store/history/builder.h"
#include "store/history/raw_log.h"
#include "store/history/walk.h"
#include "store/index_history.h"
#include "store/process.h"

namespace aver::store {
namespace {

constexpr std::size_t kEnough = 20;  // sentences; who reads them knows by then

struct Expected {
  LogEntry entry;
  std::vector<Touch> touches;
};

std::uint32_t mode_of(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char digit : digits) value = value * 8 + static_cast<std::uint32_t>(digit - '0');
  return value;
}

// What git says of the commits that it was asked about, one after the other.
class Telling : public RawLog::Sink {
 public:
  explicit Telling(const std::function<void(Expected&&)>& visit) : visit_(visit) {}
  void commit(LogEntry&& head) override {
    hand_on();
    now_.emplace().entry = std::move(head);
  }
  void change(const RawChange& change) override {
    if (!now_) return;
    constexpr std::size_t kDigits = 6;
    now_->touches.push_back({0, std::string(change.path), claims::from_hex(change.before),
                             claims::from_hex(change.after),
                             mode_of(change.modes.substr(0, kDigits)),
                             mode_of(change.modes.substr(kDigits + 1))});
  }
  void hand_on() {
    if (now_) visit_(std::move(*now_));
    now_.reset();
  }

 private:
  const std::function<void(Expected&&)>& visit_;
  std::optional<Expected> now_;
};

bool same(const Touch& a, const Touch& b) {
  return a.path == b.path && a.before == b.before && a.after == b.after &&
         a.before_mode == b.before_mode && a.after_mode == b.after_mode;
}

// Holds a commit of the index against git's word on it.
class Comparison {
 public:
  Comparison(const Database& database, HistoryTables& tables, std::vector<std::string>& wrong)
      : tables_(tables),
        touches_(database.prepare("SELECT count(*) FROM touches WHERE number=?1")),
        wrong_(wrong) {}

  void compare(const Expected& git, const std::vector<CommitId>& parents) {
    const std::string commit = "commit " + git.entry.commit + ": ";
    const std::optional<Number> number = tables_.number_of(git.entry.commit);
    if (!number) return say(commit + "is not in the index");
    const LogEntry entry = tables_.entry(*number);
    if (entry.author != git.entry.author || entry.author_email != git.entry.author_email ||
        entry.authored_at != git.entry.authored_at ||
        entry.committed_at != git.entry.committed_at || entry.subject != git.entry.subject) {
      say(commit + "author, time or subject differ");
    }
    const Node node = tables_.node(*number);
    std::vector<CommitId> known;
    for (const Number parent : node.parents) {
      known.push_back(tables_.commit_of(parent));
      if (parent >= *number) say(commit + "comes before one of its parents");
    }
    if (known != parents) say(commit + "has other parents");
    const bool has_record = std::any_of(git.touches.begin(), git.touches.end(),
                                        [](const Touch& touch) { return touch.adds_record(); });
    std::optional<std::int64_t> clock;
    if (!node.parents.empty()) clock = tables_.clock_of(node.parents.front());
    if (clock || has_record) {
      clock = std::max(clock.value_or(git.entry.committed_at), git.entry.committed_at);
    }
    if (tables_.clock_of(*number) != clock)
      say(commit + "the day on which it was recorded differs");
    const std::optional<std::vector<Touch>> kept = tables_.touches_of(*number);
    if (kept &&
        !std::equal(kept->begin(), kept->end(), git.touches.begin(), git.touches.end(), same)) {
      say(commit + "the paths that it touched differ");
    }
    // The same once more, as they are found by path.
    for (const Touch& touch : git.touches) {
      std::vector<Touch> found;
      tables_.touches_below(touch.path, *number, found);
      if (std::none_of(found.begin(), found.end(), [&](const Touch& one) {
            return one.number == *number && same(one, touch);
          })) {
        say(commit + touch.path + " does not lead to it");
      }
    }
  }

  // By a walk over all touches: only where all commits are looked at.
  void count_touches(Number number, std::size_t expected, const CommitId& commit) {
    touches_.with(number).step();
    if (touches_.integer(0) != static_cast<std::int64_t>(expected)) {
      say("commit " + commit + ": a path leads to it that it did not touch");
    }
    touches_.reset();
  }

 private:
  void say(std::string sentence) {
    if (wrong_.size() < kEnough) wrong_.push_back(std::move(sentence));
  }

  HistoryTables& tables_;
  Statement touches_;
  std::vector<std::string>& wrong_;
};

std::vector<CommitId> parents_of(git_repository* repository, const CommitId& id) {
  const git_oid oid = from_hex(id);
  const auto commit = acquire<GitCommit>("reading a commit", git_commit_lookup, repository, &oid);
  std::vector<CommitId> parents;
  for (unsigned i = 0; i < git_commit_parentcount(commit.get()); ++i) {
    parents.push_back(to_hex(*git_commit_parent_id(commit.get(), i)));
  }
  return parents;
}

}  // namespace

HistoryIndex::Status HistoryIndex::status(const Store& store, const CommitId& tip) {
  Status status;
  status.file = store.private_dir() / kHistoryFileName;
  const std::optional<Database> database = open(store, false);
  if (!database) {
    status.other_version = Database::is_of_other_version(status.file, kHistoryForm);
    return status;
  }
  try {
    HistoryTables tables(*database);
    status.there = true;
    status.commits = static_cast<std::size_t>(tables.last());
    status.size = database->size();
    if (!tip.empty() && !tables.number_of(tip)) {
      status.behind = missing_commits(*store.repository_, *database, tip);
    }
  } catch (const DatabaseError&) {
    status.there = false;
  }
  return status;
}

HistoryIndex::Verified HistoryIndex::verify(const Store& store, std::size_t sample) {
  const std::optional<Database> database = open(store, false);
  Verified verified;
  std::vector<std::string>& wrong = verified.wrong;
  if (!database) {
    wrong.emplace_back("there is no index of the history");
    return verified;
  }
  try {
    HistoryTables tables(*database);
    const auto last = static_cast<std::size_t>(tables.last());
    const std::size_t step = sample == 0 ? 1 : std::max<std::size_t>(last / sample, 1);
    git_repository* const repository = store.repository_->get();
    const auto odb =
        acquire<GitOdb>("opening the objects of the store", git_repository_odb, repository);
    // Pairs of a commit and its first parent, as git's true history has them.
    std::map<CommitId, std::vector<CommitId>> asked;
    for (std::size_t number = 1; number <= last; number += step) {
      const CommitId commit = tables.commit_of(static_cast<Number>(number));
      const git_oid id = from_hex(commit);
      // What nobody reaches any more, git may have thrown away.
      if (git_odb_exists(odb.get(), &id) == 1)
        asked.emplace(commit, parents_of(repository, commit));
    }
    verified.looked_at = asked.size();
    Comparison comparison(*database, tables, wrong);
    const std::function<void(Expected &&)> visit = [&](Expected&& git) {
      const auto parents = asked.find(git.entry.commit);
      if (parents == asked.end()) return;
      comparison.compare(git, parents->second);
      if (step == 1) {
        comparison.count_touches(tables.number_of(git.entry.commit).value_or(0), git.touches.size(),
                                 git.entry.commit);
      }
    };
    Telling telling(visit);
    if (!tell_commits(*store.repository_, asked, telling)) {
      wrong.emplace_back("git could not read the history");
    }
    telling.hand_on();
  } catch (const DatabaseError& error) {
    wrong.emplace_back(std::string("the index of the history is damaged: ") + error.what());
  }
  return verified;
}

bool HistoryIndex::rebuild(const Store& store, const CommitId& tip) {
  if (!is_usable(store)) return false;
  std::optional<Database> database = open(store, true);
  if (!database) return false;
  try {
    database->reset();
    HistoryIndex index(store, std::move(*database));
    return tip.empty() || index.bring_to(tip);
  } catch (const DatabaseError&) {
    return false;
  }
}

}  // namespace aver::store
