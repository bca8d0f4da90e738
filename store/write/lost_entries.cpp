// SPDX-License-Identifier: MIT
//
// Notes are journals (store/write/journal) of writes that took place.
#include "store/write/lost_entries.h"

#include <algorithm>
#include <set>

#include "store/write/clean_contents.h"
#include "store/write/journal.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// git has its index for less than this before it locks it, even on a slow machine.
constexpr std::chrono::seconds kOld(5);

struct Note {
  fs::path file;
  fs::file_time_type written;
};

std::vector<Note> notes_in(const fs::path& folder) {
  std::vector<Note> notes;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder / kNotes, error)) {
    std::error_code ignored;
    notes.push_back({entry.path(), entry.last_write_time(ignored)});
  }
  std::sort(notes.begin(), notes.end(),
            [](const Note& a, const Note& b) { return a.written > b.written; });
  return notes;
}

// Whether the file is as the write has left it.
bool is_as_written(const Repository& repository, const WorkTree& work_tree,
                   const TouchedPath& path) {
  const std::optional<WorkTree::File> now = work_tree.file(path.path);
  if (!now || path.after.empty()) return !now && path.after.empty();
  const bool is_link = path.after_mode == FileMode::link;
  if ((now->mode == FileMode::link) != is_link) return false;
  git_oid id{};
  check(git_odb_hash(&id, now->bytes.data(), now->bytes.size(), GIT_OBJECT_BLOB),
        "hashing " + path.path);
  return to_hex(id) == path.after ||
         (!is_link && is_added_as(repository, path.path, now->bytes, path.after));
}

FileEntry entry_of(const BlobId& blob, FileMode mode) {
  return blob.empty() ? FileEntry{} : FileEntry{blob, mode};
}

}  // namespace

LostEntries::LostEntries(const Repository& repository, const fs::path& folder)
    : repository_(repository), work_tree_(repository) {
  const auto now = fs::file_time_type::clock::now();
  std::set<std::string> seen;
  for (const Note& note : notes_in(folder)) {
    if (now - note.written > kOld) old_notes_.push_back(note.file);
    for (TouchedPath& path : paths_in_journal(note.file)) {
      before_.emplace(path.path, entry_of(path.before, path.before_mode));
      if (seen.insert(path.path).second) paths_.push_back(std::move(path));
    }
  }
  if (!paths_.empty()) question_ = work_tree_.ask_entries(paths_);
}

bool LostEntries::was_before(const std::string& path, const FileEntry& entry) const {
  const auto [begin, end] = before_.equal_range(path);
  return std::any_of(begin, end, [&](const auto& one) { return one.second == entry; });
}

bool LostEntries::put_back(const View& tip, Clock::time_point deadline, Watcher* watcher) {
  if (!question_) return false;
  EntriesQuestion question = std::move(*question_);
  question_.reset();
  std::vector<std::pair<std::string, FileEntry>> lost;
  try {
    const std::map<std::string, FileEntry> entries = question.finish();
    for (const TouchedPath& path : paths_) {
      const auto found = entries.find(path.path);
      const FileEntry now = found == entries.end() ? FileEntry{} : found->second;
      const FileEntry after = entry_of(path.after, path.after_mode);
      if (now == after || !was_before(path.path, now)) continue;
      if (tip.file(path.path).value_or(FileEntry{}) != after) continue;
      if (is_as_written(repository_, work_tree_, path)) lost.emplace_back(path.path, after);
    }
    work_tree_.set_index(lost, deadline);
  } catch (const StoreError&) {
    return false;
  }
  for (const fs::path& note : old_notes_) {
    std::error_code ignored;
    fs::remove(note, ignored);
  }
  if (!lost.empty() && watcher != nullptr) {
    const std::string others =
        lost.size() == 1 ? "" : " and " + std::to_string(lost.size() - 1) + " more";
    watcher->note("git had written over its index; put back: " + lost.front().first + others);
  }
  return !lost.empty();
}

}  // namespace aver::store
