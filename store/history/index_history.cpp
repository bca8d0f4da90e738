// SPDX-License-Identifier: MIT
//
// When the index of the history is built, how it is updated under a lock, and what happens to a
// damaged one. tables.cpp has its contents, walk.cpp how it is read.
#include "store/index_history.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <thread>

#include "store/history/builder.h"
#include "store/history/walk.h"
#include "store/index_when.h"
#include "store/process.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;

// Below so many commits git answers as quickly as an index is opened and brought along: measured,
// `git log -- FOLDER` of 1,000 commits takes 10 ms, an index 4.
constexpr std::size_t kFewCommits = 1000;
// A commit of one record has five objects: itself, three trees, a blob.
constexpr std::size_t kFewObjects = 4 * kFewCommits;

// Estimates from the sizes of pack indices, and from one of the 256 folders of loose objects.
bool has_many_objects(const fs::path& objects) {
  std::error_code error;
  std::uintmax_t count = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(objects / "pack", error)) {
    constexpr std::uintmax_t kPerObject = 28;
    if (entry.path().extension() == ".idx") count += entry.file_size(error) / kPerObject;
  }
  for ([[maybe_unused]] const fs::directory_entry& entry :
       fs::directory_iterator(objects / "17", error)) {
    constexpr std::uintmax_t kFolders = 256;
    count += kFolders;
  }
  // Objects borrowed from another repository are not counted, but are usually many.
  return count >= kFewObjects || fs::exists(objects / "info" / "alternates", error);
}

bool has_many_commits(git_repository* repository, const CommitId& tip) {
  git_revwalk* raw = nullptr;
  check(git_revwalk_new(&raw, repository), "walking the history");
  const Handle<git_revwalk, git_revwalk_free> walk(raw);
  const git_oid start = from_hex(tip);
  check(git_revwalk_push(walk.get(), &start), "walking the history");
  std::size_t count = 0;
  for (git_oid id; count < kFewCommits && git_revwalk_next(&id, walk.get()) == 0;) ++count;
  git_error_clear();
  return count >= kFewCommits;
}

// With replaced commits git tells another history than the ids do.
bool has_replacements(const fs::path& common) {
  std::error_code error;
  for (const char* name : {"refs/replace", "info/grafts"}) {
    if (fs::exists(common / name, error) && !fs::is_empty(common / name, error)) return true;
  }
  std::ifstream packed(common / "packed-refs", std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(packed), {});
  return text.find(" refs/replace/") != text.npos;
}

// One process at a time fills the index; the kernel lets go of a dead one's lock.
class FillingLock {
 public:
  explicit FillingLock(const fs::path& folder)
      : fd_(::open((folder / "history.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {}
  ~FillingLock() {
    if (fd_ >= 0) ::close(fd_);
  }
  FillingLock(const FillingLock&) = delete;
  FillingLock& operator=(const FillingLock&) = delete;
  bool possible() const { return fd_ >= 0; }
  bool take() const { return flock(fd_, LOCK_EX | LOCK_NB) == 0; }

 private:
  int fd_;
};

}  // namespace

HistoryIndex::HistoryIndex(HistoryIndex&&) noexcept = default;
HistoryIndex& HistoryIndex::operator=(HistoryIndex&&) noexcept = default;
HistoryIndex::~HistoryIndex() = default;

HistoryIndex::HistoryIndex(const Store& store, Database&& database)
    : store_(&store), database_(std::make_unique<Database>(std::move(database))) {
  tables_ = std::make_unique<HistoryTables>(*database_);
}

bool HistoryIndex::is_usable(const Store& store) {
  return !store.is_shallow() && !has_replacements(store.repository_->common_dir());
}

// Whether a store without an index is to have one.
bool HistoryIndex::pays(const Store& store, const CommitId& commit) {
  if (index_when() == IndexWhen::always) return true;
  return has_many_objects(store.repository_->common_dir() / "objects") &&
         has_many_commits(store.repository_->get(), commit);
}

std::optional<Database> HistoryIndex::open(const Store& store, bool make) {
  const fs::path file = store.private_dir() / kHistoryFileName;
  std::optional<Database> database =
      make ? Database::open(file, kHistoryForm) : Database::open_existing(file, kHistoryForm);
  if (database) database->keep_log();
  if (!database || store.watcher() == nullptr) return database;
  if (database->was_damaged()) {
    store.watcher()->note("the index of the history was damaged, and is made anew");
  } else if (database->was_of_other_version()) {
    store.watcher()->note(
        "the index of the history was made by another version of aver, and is made anew");
  }
  return database;
}

std::optional<HistoryIndex> HistoryIndex::with(const Store& store, const CommitId& commit) {
  if (commit.empty() || index_when() == IndexWhen::never || !is_usable(store)) return std::nullopt;
  std::error_code error;
  std::optional<FillingLock> making;
  if (!fs::exists(store.private_dir() / kHistoryFileName, error)) {
    if (!pays(store, commit)) return std::nullopt;
    fs::create_directories(store.private_dir(), error);
    making.emplace(store.private_dir());
    if (!making->possible() || !making->take()) return std::nullopt;  // another makes it
  }
  // Twice, as the first may find it damaged, and empty it.
  for (int attempt = 0; attempt < 2; ++attempt) {
    std::optional<Database> database = open(store, true);
    if (!database) return std::nullopt;
    making.reset();
    try {
      HistoryIndex index(store, std::move(*database));
      try {
        if (!index.bring_to(commit)) return std::nullopt;
        return index;
      } catch (const DatabaseError& failed) {
        if (failed.kind() != DatabaseError::Kind::damaged) return std::nullopt;
        index.give_up_damaged();
      }
    } catch (const DatabaseError&) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<HistoryIndex> HistoryIndex::with_both(const Store& store, const CommitId& before,
                                                    const CommitId& after) {
  if (index_when() == IndexWhen::never || before.empty() || after.empty()) return std::nullopt;
  std::optional<Database> database = open(store, false);
  if (!database || !is_usable(store)) return std::nullopt;
  try {
    HistoryIndex index(store, std::move(*database));
    if (!index.tables_->number_of(before) || !index.tables_->number_of(after)) return std::nullopt;
    return index;
  } catch (const DatabaseError&) {
    return std::nullopt;
  }
}

// Returns whether the commit is in the index at the end.
//
// Mostly one commit or a few fetched ones are missing, and another process may be adding just
// these: so this waits for a held lock, but only for the 60 ms that a few commits take. A lock held
// longer means that a long history is being indexed; git answers meanwhile. The commit is looked
// for again after each wait, and once more under the lock: to add it twice would be an error. A
// store that cannot be read is no failure here: git is asked next, and says it in its own words.
bool HistoryIndex::bring_to(const CommitId& commit) {
  if (tables_->number_of(commit)) return true;
  if (database_->read_only()) return false;
  const FillingLock lock(store_->private_dir());
  if (!lock.possible()) return false;
  constexpr int kTurns = 12;
  constexpr std::chrono::milliseconds kTurn{5};
  for (int turn = 0; !lock.take(); ++turn) {
    if (turn == kTurns) return false;
    std::this_thread::sleep_for(kTurn);
    if (tables_->number_of(commit)) return true;
  }
  if (tables_->number_of(commit)) return true;
  HistoryProgress progress;
  if (Watcher* const watcher = store_->watcher(); watcher != nullptr && watcher->wants_progress()) {
    progress = [watcher](std::size_t done, std::size_t total) {
      watcher->progress("indexing the history", done, total);
    };
  }
  try {
    return bring_history_to(*store_->repository_, *database_, commit, progress) &&
           tables_->number_of(commit).has_value();
  } catch (const StoreError&) {
    return false;  // git has the words for what is wrong with the store
  }
}

void HistoryIndex::give_up_damaged() {
  tables_.reset();
  if (store_->watcher() != nullptr) {
    store_->watcher()->note("the index of the history was damaged, and is made anew");
  }
  database_->reset();
}

bool HistoryIndex::log(const CommitId& tip, const LogOptions& options, const EntryVisit& visit) {
  try {
    // Of many statements each would take and give back the locks.
    const Transaction one_sight(*database_, Transaction::Kind::read);
    const std::optional<Number> number = tables_->number_of(tip);
    if (!number) return false;
    walk_history(*tables_, *store_->repository_, *number, options, visit);
    return true;
  } catch (const DatabaseError&) {
    try {
      give_up_damaged();
    } catch (const DatabaseError&) {  // the next who opens it will see
    }
    return false;
  }
}

namespace {

// The line of first parents that ends in a commit, as stretches of chains; the uppermost first.
std::vector<Stretch> first_parents_of(HistoryTables& tables, Number tip) {
  std::vector<Stretch> line;
  while (tip != 0) {
    line.push_back({tables.chain_of(tip), 0, tip});
    tip = tables.base_of(line.back().chain);
  }
  return line;
}

// By the clocks that the tables have, which know of no wrong stamps, the first commit of the line
// that is later than a time. If its stamp has no say, the first behind it whose own stamp is later,
// and has one.
class KnownThenQuestion {
 public:
  KnownThenQuestion(HistoryTables& tables, std::int64_t time, const std::vector<CommitId>& wrong)
      : tables_(tables), time_(time), wrong_(wrong) {}

  claims::KnownThen answer(Number tip) {
    claims::KnownThen known;
    const std::vector<Stretch> line = first_parents_of(tables_, tip);
    auto at = line.begin();
    Number next = is_later(tip) ? tip : 0;
    if (next != 0) {
      while (at + 1 != line.end() && is_later((at + 1)->up_to)) ++at;
      next = tables_.first_later(at->chain, at->up_to, time_);
    }
    while (next != 0 && is_wrong(next)) {
      known.skipped.push_back(tables_.commit_of(next));
      Number from = next + 1;
      while ((next = tables_.first_stamped_later(at->chain, from, at->up_to, time_)) == 0 &&
             at != line.begin()) {
        from = (--at)->chain;
      }
    }
    Number last = tip;
    if (next != 0) {
      known.next = claims::Stamp{tables_.commit_of(next), tables_.node(next).committed_at};
      last = parent_of(next);
    }
    if (has_day(last)) known.commit = tables_.commit_of(last);
    return known;
  }

 private:
  bool is_later(Number number) {
    const std::optional<std::int64_t> clock = tables_.clock_of(number);
    return clock && *clock > time_;
  }
  bool is_wrong(Number number) {
    return !wrong_.empty() &&
           std::find(wrong_.begin(), wrong_.end(), tables_.commit_of(number)) != wrong_.end();
  }
  Number parent_of(Number number) {
    const std::vector<Number> parents = tables_.node(number).parents;
    return parents.empty() ? 0 : parents.front();
  }
  // Whether a stamp counts among those of the commit and its first parents.
  bool has_day(Number number) {
    while (number != 0 && tables_.clock_of(number)) {
      if (!is_wrong(number)) return true;
      number = parent_of(number);
    }
    return false;
  }

  HistoryTables& tables_;
  std::int64_t time_;
  const std::vector<CommitId>& wrong_;
};

}  // namespace

std::optional<claims::KnownThen> HistoryIndex::known_at(const CommitId& tip, std::int64_t time,
                                                        const std::vector<CommitId>& wrong) {
  try {
    const Transaction one_sight(*database_, Transaction::Kind::read);
    const std::optional<Number> number = tables_->number_of(tip);
    if (!number) return std::nullopt;
    return KnownThenQuestion(*tables_, time, wrong).answer(*number);
  } catch (const DatabaseError&) {
    return std::nullopt;
  }
}

std::optional<claims::Stamp> HistoryIndex::clock_of(const CommitId& tip) {
  try {
    const Transaction one_sight(*database_, Transaction::Kind::read);
    const std::optional<Number> number = tables_->number_of(tip);
    if (!number) return std::nullopt;
    const std::optional<std::int64_t> clock = tables_->clock_of(*number);
    if (!clock) return claims::Stamp{};
    // Whose stamp it is: the first of the line that has this clock.
    const std::vector<Stretch> line = first_parents_of(*tables_, *number);
    auto at = line.begin();
    while (at + 1 != line.end() && tables_->clock_of((at + 1)->up_to) == clock) ++at;
    const Number first = tables_->first_later(at->chain, at->up_to, *clock - 1);
    return claims::Stamp{tables_->commit_of(first), *clock};
  } catch (const DatabaseError&) {
    return std::nullopt;
  }
}

std::optional<HistoryIndex::Line> HistoryIndex::stamps(const CommitId& tip, const CommitId& since) {
  try {
    const Transaction one_sight(*database_, Transaction::Kind::read);
    const std::optional<Number> number = tables_->number_of(tip);
    if (!number) return std::nullopt;
    Line line;
    std::optional<std::vector<Stretch>> stretches;
    if (const Number from = tables_->number_of(since).value_or(0); from != 0) {
      stretches = first_parents_between(*tables_, from, *number);
      line.has_since = stretches.has_value();
    }
    if (!stretches) stretches = first_parents_of(*tables_, *number);
    for (auto one = stretches->rbegin(); one != stretches->rend(); ++one) {
      tables_->each_stamp(one->chain, one->above, one->up_to,
                          [&](claims::Stamp&& stamp) { line.stamps.push_back(std::move(stamp)); });
    }
    return line;
  } catch (const DatabaseError&) {
    return std::nullopt;
  }
}

std::optional<CommitId> HistoryIndex::first_parent(const CommitId& commit, std::size_t steps) {
  try {
    const Transaction one_sight(*database_, Transaction::Kind::read);
    const Number found = tables_->first_parent(tables_->number_of(commit).value_or(0), steps);
    if (found != 0) return tables_->commit_of(found);
  } catch (const DatabaseError&) {
  }
  return std::nullopt;
}

std::optional<std::vector<ChangedPath>> HistoryIndex::changes(const CommitId& before,
                                                              const CommitId& after) {
  try {
    const Transaction one_sight(*database_, Transaction::Kind::read);
    const std::optional<Number> from = tables_->number_of(before);
    const std::optional<Number> to = tables_->number_of(after);
    if (!from || !to) return std::nullopt;
    const auto stretches = first_parents_between(*tables_, *from, *to);
    if (!stretches) return std::nullopt;
    // The first side before and the last after, of each path.
    std::unordered_map<std::string, Touch> all;
    all.reserve(static_cast<std::size_t>(std::max<Number>(*to - *from, 0)));
    for (auto stretch = stretches->rbegin(); stretch != stretches->rend(); ++stretch) {
      const bool told =
          tables_->each_touched(stretch->chain, stretch->above, stretch->up_to, [&](Touch&& touch) {
            const auto [at, first] = all.try_emplace(touch.path, std::move(touch));
            if (first) return;
            at->second.after = std::move(touch.after);
            at->second.after_mode = touch.after_mode;
          });
      if (!told) return std::nullopt;
    }
    std::vector<ChangedPath> changed;
    constexpr std::uint32_t kTypeBits = 0170000;
    constexpr std::uint32_t kSubmodule = 0160000;
    constexpr std::uint32_t kPlain = 0100644;
    for (auto& [path, touch] : all) {
      if (touch.before == touch.after && touch.before_mode == touch.after_mode) continue;
      // A submodule is no file.
      if ((touch.before_mode & kTypeBits) == kSubmodule) touch.before.clear();
      if ((touch.after_mode & kTypeBits) == kSubmodule) touch.after.clear();
      ChangedPath& one = changed.emplace_back(touch.changed());
      for (const std::uint32_t mode : {touch.before_mode, touch.after_mode}) {
        one.plain &= mode == 0 || mode == kPlain;
      }
    }
    std::sort(changed.begin(), changed.end(),
              [](const ChangedPath& a, const ChangedPath& b) { return a.path < b.path; });
    return changed;
  } catch (const DatabaseError&) {
    return std::nullopt;
  }
}

}  // namespace aver::store
