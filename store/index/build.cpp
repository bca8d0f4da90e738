// SPDX-License-Identifier: MIT
//
// One thread reads and decodes, one writes, with a short queue between them. Every step ends with
// whole folders, so that a build that was stopped goes on where it was.
#include "store/index/build.h"

#include <condition_variable>
#include <deque>
#include <limits>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include "claims/settings/settings.h"
#include "claims/text/record_folders.h"
#include "store/objects/pack_reader.h"
#include "store/reading_mode.h"
#include "store/repository/contents.h"
#include "store/view/tree_changes.h"

namespace aver::store {
namespace {

// Rows on their way from the thread that reads to the one that writes.
constexpr std::size_t kRowsInPart = 500;
constexpr std::size_t kBytesInPart = 1 << 20;
constexpr std::size_t kPartsWaiting = 4;

// From so many changes on it is worth asking whether to begin anew is less work.
constexpr std::size_t kManyChanges = 20000;

struct Part {
  std::vector<Row> rows;
  std::string done;    // the last folder in it
  bool whole = false;  // that one is whole with this part
  bool split = false;  // and began in an earlier one: its positions are not known yet
};

// A bounded queue with one reader and one writer, and a way to say that either has given up.
class Parts {
 public:
  // False where the other side has given up.
  bool put(Part part) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return parts_.size() < kPartsWaiting || closed_; });
    if (closed_) return false;
    parts_.push_back(std::move(part));
    changed_.notify_all();
    return true;
  }
  // Nothing where there will be no more. Throws what the other side has failed with.
  std::optional<Part> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !parts_.empty() || closed_; });
    if (parts_.empty()) {
      if (failure_) std::rethrow_exception(failure_);
      return std::nullopt;
    }
    Part part = std::move(parts_.front());
    parts_.pop_front();
    changed_.notify_all();
    return part;
  }
  void close(std::exception_ptr failure = nullptr) {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    failure_ = std::move(failure);
    changed_.notify_all();
  }
  void give_up() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    parts_.clear();
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Part> parts_;
  std::exception_ptr failure_;
  bool closed_ = false;
};

// Reading everything must not fill the memory with what is never read again.
class LittleMemory {
 public:
  LittleMemory() {
    ssize_t used = 0;
    git_libgit2_opts(GIT_OPT_GET_CACHED_MEMORY, &used, &cache_);
    git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, static_cast<ssize_t>(1) << 20);
    keep_mapped(40);
    mapped_ = keep_packs_mapped(0);
  }
  ~LittleMemory() {
    git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, cache_);
    keep_packs_mapped(mapped_);
  }
  LittleMemory(const LittleMemory&) = delete;
  LittleMemory& operator=(const LittleMemory&) = delete;

 private:
  ssize_t cache_ = 0;
  std::size_t mapped_ = 0;
};

GitOdb odb_of(const Repository& repository) {
  return acquire<GitOdb>("opening the objects of the store", git_repository_odb, repository.get());
}

GitOdbObject file_of(git_odb* odb, const git_oid& id) {
  return acquire<GitOdbObject>("reading a file of the store", git_odb_read, odb, &id);
}

// The bytes live as long as the object.
std::string_view bytes_of(const GitOdbObject& object) {
  return {static_cast<const char*>(git_odb_object_data(object.get())),
          git_odb_object_size(object.get())};
}

// A tree, or null where git has it no more.
GitTree tree_of(const Repository& repository, const git_oid& id) {
  auto tree =
      try_acquire<GitTree>("reading a folder of the store", git_tree_lookup, repository.get(), &id);
  return tree ? std::move(*tree) : GitTree();
}

void walk_below(git_repository* repository, const git_oid& id, const std::string& path,
                const VisitFolder& visit, bool& go_on) {
  const GitTree tree = read_tree(repository, id);
  std::vector<Row> rows;
  std::size_t folders = 0;
  for (TreeEntries entry(tree.get()); entry; entry.next()) {
    folders += entry->folder() ? 1 : 0;
    if (!is_blob(entry->side)) continue;
    std::optional<Row> row = row_at(path + "/" + std::string(entry->name));
    if (!row) continue;
    row->blob = entry->side.id;
    rows.push_back(std::move(*row));
  }
  if (!rows.empty()) go_on = visit(path, rows);
  if (folders == 0) return;
  for (TreeEntries entry(tree.get()); entry && go_on; entry.next()) {
    if (!entry->folder()) continue;
    walk_below(repository, entry->side.id, path + "/" + std::string(entry->name), visit, go_on);
  }
}

std::size_t count_below(git_repository* repository, const git_oid& id, std::size_t enough) {
  std::size_t found = 0;
  const GitTree tree = read_tree(repository, id);
  for (TreeEntries entry(tree.get()); entry && found < enough; entry.next()) {
    found += entry->folder() ? count_below(repository, entry->side.id, enough - found) : 1;
  }
  return found;
}

// Reads and decodes what lies behind the folder `done` in the order of the walk.
void read_all(const Repository& repository, const git_oid& id, const std::string& done,
              const claims::Vocabulary& words, Parts& parts) {
  const GitTree root = tree_of(repository, id);
  const GitOdb odb = odb_of(repository);
  Part part;
  std::size_t bytes = 0;
  const auto put = [&] {
    bytes = 0;
    return parts.put(std::exchange(part, {}));
  };
  bool go_on = true;
  walk_folders(repository, root.get(), [&](const std::string& folder, std::vector<Row>& rows) {
    if (!done.empty() && folder + "/" <= done + "/") return true;
    std::size_t begin = part.rows.size();
    bool split = false;
    part.whole = false;
    for (Row& row : rows) {
      if (part.rows.size() >= kRowsInPart || bytes > kBytesInPart) {
        split |= part.rows.size() > begin;
        begin = 0;
        if (!(go_on = put())) return false;
      }
      const GitOdbObject file = file_of(odb.get(), row.blob);
      read_row(row, bytes_of(file));
      bytes += bytes_of(file).size();
      part.rows.push_back(std::move(row));
    }
    part.done = folder;
    part.whole = true;
    part.split = split && folder.starts_with("claims/");
    if (part.split) return go_on = put();
    std::vector<Row*> stances;
    for (std::size_t i = begin; i < part.rows.size(); ++i) {
      if (part.rows[i].kind == RowKind::stance) stances.push_back(&part.rows[i]);
    }
    put_positions(stances, words);
    return true;
  });
  if (go_on) put();
}

// Writes what is read, step by step. SQLite has one writer, and to write is the longer part: so
// this thread does nothing else, and the other reads, inflates and decodes.
//
// A step is one transaction of some thousand rows: fewer would wait for the disk more often, more
// would lose more when the build is killed. It ends only behind a whole folder, as `state.done`
// names the last folder that is in, and the next build goes on behind it. The stamp is read again
// at the beginning of each step: between two of them another process may have taken the build over.
void write_all(const Database& database, RecordsTable& table, RecordsState& state, Parts& parts,
               const claims::Vocabulary& words, std::size_t total, const Progress& progress,
               std::size_t rows_in_step) {
  std::optional<Transaction> step;
  std::size_t rows = 0;
  std::size_t all_rows = state.done.empty() ? 0 : static_cast<std::size_t>(table.count());
  while (std::optional<Part> part = parts.take()) {
    if (!step) {
      step.emplace(database);
      if (table.state().stamp != state.stamp) {
        throw DatabaseError(DatabaseError::Kind::busy, "another process builds the index");
      }
    }
    for (const Row& row : part->rows) table.add(row);
    rows += part->rows.size();
    all_rows += part->rows.size();
    if (progress) progress(all_rows, total);
    // The beginning of a folder is not kept without its end: only whole folders can be gone on
    // from.
    if (!part->whole) continue;
    if (part->split) table.put_positions_of(part->done, words);
    state.done = part->done;
    if (rows < rows_in_step) continue;
    table.set(state);
    step->commit();
    step.reset();
    rows = 0;
  }
  if (!step) {
    step.emplace(database);
    if (table.state().stamp != state.stamp) {
      throw DatabaseError(DatabaseError::Kind::busy, "another process builds the index");
    }
  }
  database.run(kRecordsLookUps);
  state.tree = state.building;
  state.building.clear();
  state.done.clear();
  table.set(state);
  step->commit();
  if (database.on_disk()) database.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

// Builds state.building, from state.done on.
void build(const Database& database, const Repository& repository, RecordsTable& table,
           RecordsState& state, const Progress& progress, std::size_t rows_in_step) {
  const LittleMemory little;
  // In KiB. Most rows are added at the end; indexes are sorted in runs of this size, and merged.
  database.run("PRAGMA cache_size=-4000");
  const git_oid target = from_hex(state.building);
  const GitTree root = tree_of(repository, target);
  const claims::Vocabulary words = vocabulary_of(repository, target);
  const std::size_t total =
      progress ? count_files(repository, root.get(), "", std::numeric_limits<std::size_t>::max())
               : 0;
  // Everything that is asked of git from here on, the other thread asks.
  Parts parts;
  std::thread reader([&] {
    try {
      read_all(repository, target, state.done, words, parts);
      parts.close();
    } catch (...) {
      parts.close(std::current_exception());
    }
  });
  try {
    write_all(database, table, state, parts, words, total, progress, rows_in_step);
  } catch (...) {
    parts.give_up();
    reader.join();
    throw;
  }
  reader.join();
}

void apply(RecordsTable& table, git_odb* odb, const std::vector<ChangedPath>& changes,
           const claims::Vocabulary& before, const claims::Vocabulary& words,
           const Progress& progress) {
  std::map<std::string, RecordsTable::Touched> folders;
  std::size_t done = 0;
  for (const ChangedPath& change : changes) {
    if (progress && ++done % kRowsInPart == 0) progress(done, changes.size());
    std::optional<Row> place = row_at(change.path);
    if (!place) continue;
    for (const bool adds : {false, true}) {
      const BlobId& blob = adds ? change.after : change.before;
      if (blob.empty()) continue;
      Row row = *place;
      row.blob = from_hex(blob);
      read_file(row, odb);
      if (row.kind == RowKind::stance && !row.holder.empty()) {
        RecordsTable::Touched& touched = folders[row.folder];
        touched.holders.insert(row.holder);
        if (!row.sets_aside.empty()) touched.set_aside.insert(row.sets_aside);
      }
      if (adds) {
        table.add(row);
      } else {
        table.remove(row);
      }
    }
  }
  if (before != words) return table.put_all_positions(words);
  for (const auto& [folder, touched] : folders) table.put_positions_of(folder, touched, words);
}

}  // namespace

void read_file(Row& row, git_odb* odb) { read_row(row, bytes_of(file_of(odb, row.blob))); }

void walk_folders(const Repository& repository, const git_tree* root, const VisitFolder& visit) {
  if (root == nullptr) return;
  bool go_on = true;
  for (const std::string_view top : claims::kRecordFolders) {
    const git_tree_entry* entry = git_tree_entry_byname(root, std::string(top).c_str());
    if (entry == nullptr || git_tree_entry_type(entry) != GIT_OBJECT_TREE || !go_on) continue;
    walk_below(repository.get(), *git_tree_entry_id(entry), std::string(top), visit, go_on);
  }
}

std::size_t count_files(const Repository& repository, const git_tree* root,
                        const std::string& below, std::size_t enough) {
  if (root == nullptr) return 0;
  if (below.empty()) return count_below(repository.get(), *git_tree_id(root), enough);
  const auto entry = try_acquire<Handle<git_tree_entry, git_tree_entry_free>>(
      "reading a folder of the store",
      [](git_tree_entry** found, const git_tree* tree, const char* path) {
        return git_tree_entry_bypath(found, tree, path);
      },
      root, below.c_str());
  if (!entry || git_tree_entry_type(entry->get()) != GIT_OBJECT_TREE) return 0;
  return count_below(repository.get(), *git_tree_entry_id(entry->get()), enough);
}

std::optional<std::vector<ChangedPath>> changes_between(const Repository& repository,
                                                        const std::string& from,
                                                        const git_oid& tree) {
  const GitTree before = tree_of(repository, from_hex(from));
  const GitTree after = tree_of(repository, tree);
  if (!before || !after) return std::nullopt;
  std::vector<ChangedPath> changes;
  try {
    add_changes(repository, before.get(), after.get(), "", changes);
  } catch (const StoreError&) {  // a part of it is gone
    return std::nullopt;
  }
  return changes;
}

claims::Vocabulary vocabulary_of(const Repository& repository, const git_oid& tree) {
  const GitTree root = tree_of(repository, tree);
  const git_tree_entry* entry = root ? git_tree_entry_byname(root.get(), "aver.toml") : nullptr;
  if (entry == nullptr || git_tree_entry_type(entry) != GIT_OBJECT_BLOB)
    return claims::default_vocabulary();
  const GitOdb odb = odb_of(repository);
  auto settings =
      claims::decode_settings(contents(repository, odb.get(), *git_tree_entry_id(entry)));
  return settings.record ? std::move(settings.record->vocabulary) : claims::default_vocabulary();
}

bool move_to(const Database& database, const Repository& repository, const git_oid& tree) {
  RecordsTable table(database);
  const RecordsState state = table.state();
  if (state.tree.empty()) return false;
  const ReadingMode mode(ReadingMode::unhashed);
  const auto changes = changes_between(repository, state.tree, tree);
  if (!changes) return false;
  const GitOdb odb = odb_of(repository);
  apply(table, odb.get(), *changes, vocabulary_of(repository, from_hex(state.tree)),
        vocabulary_of(repository, tree), nullptr);
  return true;
}

// A loop, as each turn ends in a state from which the next can go on, whoever made it: whole for a
// tree, half way to one, or empty. From a whole tree the way is the difference of two trees, in one
// transaction: readers see the old state or the new. A half built one is finished for the tree that
// it was begun for, and then moved: rows of two trees must never be mixed.
//
// Old contents are read again to remove their words, as the index keeps none. Where git no longer
// has them, or where nearly everything differs, to begin anew is the only way, or the shorter one.
void bring_to(Database& database, const Repository& repository, const git_oid& tree,
              const Progress& progress, std::size_t rows_in_step) {
  const std::string wanted = to_hex(tree);
  const ReadingMode mode(ReadingMode::unhashed);
  while (true) {
    std::optional<RecordsTable> table(std::in_place, database);
    RecordsState state = table->state();
    if (state.tree == wanted) return;
    if (state.tree.empty()) {
      const GitTree begun =
          state.building.empty() ? GitTree() : tree_of(repository, from_hex(state.building));
      if (begun || state.done.empty()) {
        if (!begun) state.building = wanted;
        Transaction first(database);
        if (table->state().stamp != state.stamp) continue;
        table->set(state);
        first.commit();
        build(database, repository, *table, state, progress, rows_in_step);
        continue;
      }
      // Nobody can go on with a tree that is gone.
    } else if (auto changes = changes_between(repository, state.tree, tree)) {
      const bool rather_anew = changes->size() > kManyChanges &&
                               changes->size() > static_cast<std::size_t>(table->count());
      if (!rather_anew) {
        try {
          const GitOdb odb = odb_of(repository);
          Transaction whole(database);
          if (table->state().stamp != state.stamp) continue;
          apply(*table, odb.get(), *changes, vocabulary_of(repository, from_hex(state.tree)),
                vocabulary_of(repository, tree),
                changes->size() > kManyChanges ? progress : nullptr);
          state.tree = wanted;
          table->set(state);
          whole.commit();
          return;
        } catch (const StoreError& error) {
          // A blob of the old tree is gone: the words to take out are not known any more.
        }
      }
    }
    table.reset();
    database.reset();
  }
}

}  // namespace aver::store
