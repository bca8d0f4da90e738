// SPDX-License-Identifier: MIT
//
// The steps of an attempt, and what each leaves to do if the next one fails.
#include "store/write/attempt.h"

#include <sys/stat.h>

#include <array>
#include <cstdint>

#include "store/write/lost_entries.h"

namespace aver::store {
namespace {

using Clock = std::chrono::steady_clock;

std::vector<std::string> names_of(const std::vector<TouchedPath>& paths) {
  std::vector<std::string> names;
  for (const TouchedPath& path : paths) names.push_back(path.path);
  return names;
}

// What the journal is to say: of files that are the user's own, what the index had.
std::vector<TouchedPath> as_in_index(const WorkTree& work_tree, std::vector<TouchedPath> paths) {
  const std::map<std::string, FileEntry> entries = work_tree.index_entries(paths);
  for (TouchedPath& path : paths) {
    const auto found = entries.find(path.path);
    const FileEntry entry = found == entries.end() ? FileEntry{} : found->second;
    path.before = entry.blob;
    path.before_mode = entry.mode;
  }
  return paths;
}

// Differs as soon as anybody has written git's index. Nothing where there is none.
using IndexStamp = std::array<std::int64_t, 4>;
IndexStamp index_stamp(const Repository& repository) {
  struct stat about {};
  if (::stat((repository.git_dir() / "index").c_str(), &about) != 0) return {};
  return {static_cast<std::int64_t>(about.st_ino), about.st_size, about.st_mtim.tv_sec,
          about.st_mtim.tv_nsec};
}

}  // namespace

Attempt::Attempt(const Store& store, const Repository& repository, Head head, Brings brings,
                 std::vector<TouchedPath> paths)
    : store_(store),
      repository_(repository),
      head_(std::move(head)),
      brings_(brings),
      paths_(brings == Brings::index ? as_in_index(WorkTree(repository), std::move(paths))
                                     : std::move(paths)),
      work_tree_(repository) {
  if (brings_ != Brings::nothing && !paths_.empty()) {
    journal_.emplace(repository_.git_dir() / "aver", brings_, paths_);
  }
  reach("journal");
}

Attempt::~Attempt() {
  if (over_) return;
  try {
    take_back();
  } catch (const StoreError& error) {
    // The first failure is the one to tell. The journal stays.
    if (store_.watcher() != nullptr) note_left(*store_.watcher(), error);
  } catch (...) {
  }
}

void Attempt::write_files() {
  if (brings_ == Brings::files || brings_ == Brings::both) work_tree_.write_files(paths_);
}

void Attempt::begin_index(const IndexSettings& settings) {
  const bool follows = brings_ == Brings::index || brings_ == Brings::both;
  if (!follows || paths_.empty()) return;
  if (auto ours = IndexUpdate::prepare(repository_, settings, paths_)) {
    own_index_.emplace(std::move(*ours));
  } else {
    index_ = work_tree_.begin_index(names_of(paths_));
  }
}

void Attempt::finish_index(Clock::time_point deadline) {
  if (own_index_) {
    const bool is_placed = own_index_->place();
    own_index_.reset();
    // git knows how to wait for a lock, and what to say of it.
    if (!is_placed) work_tree_.update_index(names_of(paths_), deadline);
  }
  if (!index_) return;
  Running begun = std::move(*index_);
  index_.reset();
  work_tree_.finish_index(std::move(begun), names_of(paths_), deadline);
}

Swap Attempt::publish(const git_oid& commit, const Author& who, const std::string& message) {
  const Uninterrupted uninterrupted;
  const IndexStamp index = index_stamp(repository_);
  const Swap swap = move_branch(repository_, head_, commit, who, message, store_.watcher());
  reach("branch");
  if (swap == Swap::done) {
    over_ = true;
    if (journal_) journal_->published();
    if (journal_ && index_stamp(repository_) != index) look_for_lost();
  }
  return swap;
}

// A git beside us has written its index while the branch moved.
void Attempt::look_for_lost() {
  try {
    LostEntries(repository_, repository_.git_dir() / "aver")
        .put_back(store_.view(), Clock::now() + patience(), store_.watcher());
  } catch (const StoreError&) {
    // The write took place. Whoever writes next looks, too.
  }
}

void Attempt::keep() {
  over_ = true;
  if (journal_) journal_->done();
}

void Attempt::take_back() {
  index_.reset();  // waits for it
  own_index_.reset();
  over_ = true;
  if (!journal_) return;
  settle(repository_, store_.view(), brings_, paths_, Settler::writer, Clock::now() + patience());
  journal_->done();
}

}  // namespace aver::store
