// SPDX-License-Identifier: MIT
//
// When the index of records is made and asked. Every answer goes through State::asked(): ask; if
// the file is damaged, reset it once and ask again; else go on without.
#include "store/records_index.h"

#include <algorithm>

#include "store/index/build.h"
#include "store/index/indexed_stances_state.h"
#include "store/index/question.h"
#include "store/index/search.h"
#include "store/index/verify.h"
#include "store/view/state.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;

// Below so many files a question reads them as quickly as it would ask an index, and there is
// nothing to keep up to date: 2,000 files are read and decoded in some 60 ms.
constexpr std::size_t kWorthwhile = 2000;

std::string id_in(const std::string& folder, std::string_view name) {
  const std::size_t slash = folder.find('/');
  return slash == folder.npos ? std::string(name)
                              : folder.substr(slash + 1) + "/" + std::string(name);
}

RowKind row_kind(claims::RecordKind kind) {
  switch (kind) {
    case claims::RecordKind::claim:
      return RowKind::claim;
    case claims::RecordKind::stance:
      return RowKind::stance;
    case claims::RecordKind::actor:
      return RowKind::actor;
    case claims::RecordKind::source:
      return RowKind::source;
    case claims::RecordKind::review:
      break;
  }
  return RowKind::review;
}

std::string claim_of(const Row& row) {
  if (row.kind != RowKind::claim && row.kind != RowKind::stance) return "";
  return row.folder.substr(row.folder.find('/') + 1);
}

}  // namespace

struct RecordsIndex::State {
  const Repository& repository;
  IndexUse use;
  std::optional<Database> database;
  bool looked = false;  // for a file that is there
  bool told = false;

  fs::path file() const { return repository.common_dir() / "aver" / "records.db"; }

  std::optional<git_oid> tip() const {
    const Head head = repository.head();
    if (head.unborn) return std::nullopt;
    const auto commit = acquire<GitCommit>("reading the last commit", git_commit_lookup,
                                           repository.get(), &head.tip);
    return *git_commit_tree_id(commit.get());
  }

  void say_rebuilt(const char* why = "the index was damaged, and is made anew") {
    if (told || !use.notice) return;
    told = true;
    use.notice(why);
  }

  // Rows are by ids, and those of replaced objects do not tell what is read.
  bool is_off() const { return use.when == IndexWhen::never || repository.has_replacements(); }

  // The database that is there, or null.
  Database* existing() {
    if (is_off()) return nullptr;
    if (!database && !looked) {
      looked = true;
      database = Database::open_existing(file(), kRecordsForm);
      if (database) database->keep_log();
    }
    return database ? &*database : nullptr;
  }

  // The database, made where it is not there; or null.
  Database* made() {
    if (existing() == nullptr && !is_off()) {
      database = Database::open(file(), kRecordsForm);
      if (database) database->keep_log();
      if (database && database->was_damaged()) say_rebuilt();
      if (database && database->was_of_other_version()) {
        say_rebuilt("the index was made by another version of aver, and is made anew");
      }
    }
    return database ? &*database : nullptr;
  }

  // The database brought to the tip, where the view is of the tip; else as it is. Null where there
  // is none that stands for a whole tree.
  Database* ready(const git_oid& tree) {
    const std::optional<git_oid> top = tip();
    if (!database || !top) return nullptr;
    const std::string stands_for = state_of(*database).tree;
    const bool wants_tip = git_oid_equal(&tree, &*top) != 0;
    if (stands_for.empty() || (wants_tip && stands_for != to_hex(tree))) {
      if (database->read_only()) return stands_for.empty() ? nullptr : &*database;
      try {
        bring_to(*database, repository, *top, use.progress, use.rows_in_step);
      } catch (const DatabaseError& error) {
        // Another is at it, or there is no room: what is there is as good, if it is whole.
        if (error.kind() == DatabaseError::Kind::damaged) throw;
        if (stands_for.empty()) return nullptr;
      }
    }
    return &*database;
  }

  // What `ask` finds, once more after a rebuild where the database turns out to be damaged; nothing
  // where it cannot be asked.
  template <class Answer, class Ask>
  std::optional<Answer> asked(Ask ask) {
    for (const bool first : {true, false}) {
      try {
        return ask();
      } catch (const DatabaseError& error) {
        if (error.kind() != DatabaseError::Kind::damaged || !first || !database ||
            database->read_only()) {
          return std::nullopt;
        }
      } catch (const StoreError&) {  // reading the records themselves reports it better
        return std::nullopt;
      }
      try {
        database->reset();
        say_rebuilt();
      } catch (const DatabaseError&) {
        return std::nullopt;
      }
    }
    return std::nullopt;
  }
};

RecordsIndex::RecordsIndex(const Repository& repository)
    : state_(std::make_unique<State>(State{repository, {}, std::nullopt, false, false})) {}
RecordsIndex::~RecordsIndex() = default;

void RecordsIndex::use(IndexUse use) { state_->use = std::move(use); }

std::optional<std::vector<RecordsIndex::Candidate>> RecordsIndex::candidates(
    const View& view, const std::vector<claims::ClaimCondition>& any, bool with_stances) {
  using claims::ClaimCondition;
  State& state = *state_;
  if (state.use.when == IndexWhen::never || view.tree().empty()) return std::nullopt;
  if (std::any_of(any.begin(), any.end(),
                  [](const ClaimCondition& w) { return w.whole_topic(); })) {
    return std::nullopt;
  }
  using Answer = std::vector<Candidate>;
  return state.asked<Answer>([&]() -> std::optional<Answer> {
    const git_oid tree = from_hex(view.tree());
    if (state.existing() == nullptr && state.use.when == IndexWhen::worthwhile) {
      std::size_t files = 0;
      for (const ClaimCondition& wanted : any) {
        const std::string below =
            wanted.topic.empty() ? "claims" : claims::claim_folder(wanted.topic);
        files = std::max(
            files, count_files(state.repository, view.state_->root.get(), below, kWorthwhile));
      }
      if (files < kWorthwhile) return std::nullopt;
    }
    if (state.made() == nullptr) return std::nullopt;
    const Database* database = state.ready(tree);
    if (database == nullptr) return std::nullopt;

    const Transaction one_sight(*database, Transaction::Kind::read);
    const std::string stands_for = state_of(*database).tree;
    if (stands_for.empty()) return std::nullopt;
    std::set<std::string> unknown;
    bool other_actors = false;
    if (stands_for != view.tree()) {
      const auto changes = changes_between(state.repository, stands_for, tree);
      if (!changes) return std::nullopt;
      for (const ChangedPath& change : *changes) {
        const std::optional<Row> row = row_at(change.path);
        if (row && !claim_of(*row).empty()) unknown.insert(claim_of(*row));
        other_actors |= row && row->kind == RowKind::actor;
        // With other words or scales, other records are in force.
        if (change.path == "aver.toml" &&
            vocabulary_of(state.repository, from_hex(stands_for)) != view.vocabulary()) {
          return std::nullopt;
        }
      }
    }
    const std::string several = holders_with_two_ids(
        *database, other_actors ? view.former_actors() : former_actors(*database));
    ClaimIds ids(unknown.begin(), unknown.end());
    for (const ClaimCondition& wanted : any) add_candidates(*database, wanted, several, ids);
    // The proposed records lie scattered over the packs: a few touch little of them, however much
    // is mapped, and many touch all.
    keep_mapped(40);
    Answer answer;
    KnownOf known_of(*database, any);
    for (const std::string& id : ids) {
      const bool known = with_stances && !unknown.contains(id);
      answer.push_back({id, known ? std::optional(known_of(id)) : std::nullopt});
    }
    return answer;
  });
}

std::optional<std::vector<std::string>> RecordsIndex::named(const View& view,
                                                            claims::RecordKind kind,
                                                            const std::string& last) {
  return by_name(view, kind, last,
                 "SELECT f.path, r.name FROM record r JOIN folder f ON f.id = r.folder "
                 "WHERE r.name = ? AND r.kind = ?",
                 [&](const std::string& changed) { return changed == last; });
}

// A record that differs from what the index has may have got any former id.
std::optional<std::vector<std::string>> RecordsIndex::formerly(const View& view,
                                                               claims::RecordKind kind,
                                                               const std::string& last) {
  return by_name(view, kind, last,
                 "SELECT f.path, r.name FROM former o JOIN record r ON r.id = o.record "
                 "JOIN folder f ON f.id = r.folder WHERE o.name = ? AND r.kind = ?",
                 [](const std::string&) { return true; });
}

std::optional<std::vector<std::string>> RecordsIndex::with_former_ids(const View& view,
                                                                      claims::RecordKind kind) {
  // Of all names: each is no less than the empty one.
  return by_name(view, kind, "",
                 "SELECT DISTINCT f.path, r.name FROM former o JOIN record r ON r.id = o.record "
                 "JOIN folder f ON f.id = r.folder WHERE o.name >= ? AND r.kind = ?",
                 [](const std::string&) { return true; });
}

std::optional<std::vector<std::string>> RecordsIndex::by_name(
    const View& view, claims::RecordKind kind, const std::string& last, const char* sql,
    const std::function<bool(const std::string& name)>& takes) {
  State& state = *state_;
  if (view.tree().empty() || state.existing() == nullptr) return std::nullopt;
  using Answer = std::vector<std::string>;
  return state.asked<Answer>([&]() -> std::optional<Answer> {
    const Database& database = *state.database;
    const Transaction one_sight(database, Transaction::Kind::read);
    const std::string stands_for = state_of(database).tree;
    if (stands_for.empty()) return std::nullopt;
    ClaimIds ids;
    const auto add = [&](const std::string& folder, std::string_view name) {
      ids.insert(kind == claims::RecordKind::claim ? folder.substr(folder.find('/') + 1)
                                                   : id_in(folder, name));
    };
    Statement rows = database.prepare(sql);
    rows.with(last, static_cast<int>(row_kind(kind)));
    while (rows.step()) add(std::string(rows.text(0)), rows.text(1));
    if (stands_for != view.tree()) {
      const auto changes = changes_between(state.repository, stands_for, from_hex(view.tree()));
      if (!changes) return std::nullopt;
      for (const ChangedPath& change : *changes) {
        const std::optional<Row> row = row_at(change.path);
        if (row && row->kind == row_kind(kind) && takes(row->name)) add(row->folder, row->name);
      }
    }
    return Answer(ids.begin(), ids.end());
  });
}

std::unique_ptr<IndexedStances> RecordsIndex::indexed_stances(std::size_t claims) {
  constexpr std::size_t kWorthOpening = 50;
  State& state = *state_;
  if (state.use.when == IndexWhen::always) {
    if (const std::optional<git_oid> tip = state.tip(); tip && state.made() != nullptr) {
      state.asked<bool>([&] { return std::optional(state.ready(*tip) != nullptr); });
    }
  } else if (state.use.when == IndexWhen::never || claims < kWorthOpening) {
    return nullptr;
  }
  try {
    auto database = Database::open_existing(state.file(), kRecordsForm);
    if (!database) return nullptr;
    return std::make_unique<IndexedStances>(
        std::make_unique<IndexedStances::State>(std::move(*database)));
  } catch (const DatabaseError&) {
    return nullptr;
  }
}

SearchResult RecordsIndex::search(const View& view, const SearchQuery& query) {
  State& state = *state_;
  if (view.tree().empty()) return {};
  const git_oid tree = from_hex(view.tree());
  const bool worthwhile =
      state.existing() != nullptr || state.use.when == IndexWhen::always ||
      (state.use.when == IndexWhen::worthwhile &&
       count_files(state.repository, view.state_->root.get(), "", kWorthwhile) >= kWorthwhile);
  if (worthwhile && state.made() != nullptr) {
    const auto found = state.asked<SearchResult>([&]() -> std::optional<SearchResult> {
      const Database* database = state.ready(tree);
      if (database == nullptr) return std::nullopt;
      {
        const Transaction one_sight(*database, Transaction::Kind::read);
        if (state_of(*database).tree == view.tree()) {
          return search_in(*database, view, query);
        }
      }
      // Another revision: the tables are moved there and, as nothing is committed, back.
      if (database->read_only()) return std::nullopt;
      const Transaction taken_back(*database);
      if (!move_to(*database, state.repository, tree)) return std::nullopt;
      return search_in(*database, view, query);
    });
    if (found) return *found;
  }
  try {
    Database database = Database::in_memory(kRecordsForm);
    bring_to(database, state.repository, tree, state.use.progress, state.use.rows_in_step);
    return search_in(database, view, query);
  } catch (const DatabaseError& error) {
    throw StoreError(Fault::bug, "the search failed", {error.what()});
  }
}

IndexStatus RecordsIndex::status() {
  State& state = *state_;
  IndexStatus status;
  status.file = state.file();
  std::error_code ignored;
  status.exists = fs::exists(status.file, ignored);
  const auto database = Database::open_existing(status.file, kRecordsForm);
  if (!database) {
    status.other_version = Database::is_of_other_version(status.file, kRecordsForm);
    return status;
  }
  try {
    const RecordsTable table(*database);
    status.tree = table.state().tree;
    status.records = static_cast<std::size_t>(table.count());
    status.size = database->size();
    status.usable = true;
    const std::optional<git_oid> tip = state.tip();
    status.current = tip && to_hex(*tip) == status.tree;
  } catch (const DatabaseError&) {
    status.usable = false;
  }
  return status;
}

void RecordsIndex::rebuild() {
  State& state = *state_;
  const std::optional<git_oid> tip = state.tip();
  state.database.reset();
  state.database = Database::open(state.file(), kRecordsForm);
  if (!state.database || state.database->read_only()) {
    throw StoreError(Fault::io, "the index cannot be written: " + state.file().string(), {},
                     "see that the folder is there, and yours, and has room");
  }
  try {
    state.database->reset();
    if (tip)
      bring_to(*state.database, state.repository, *tip, state.use.progress, state.use.rows_in_step);
  } catch (const DatabaseError& error) {
    const bool busy = error.kind() == DatabaseError::Kind::busy;
    throw StoreError(
        busy ? Fault::locked : Fault::io,
        busy ? "another process is just making the index" : "the index could not be written",
        {error.what()}, busy ? "try again when it is done" : "");
  }
}

std::vector<std::string> RecordsIndex::verify(std::size_t step, std::size_t& looked_at) {
  State& state = *state_;
  looked_at = 0;
  const auto database = Database::open_existing(state.file(), kRecordsForm);
  if (!database) {
    throw StoreError(Fault::not_found, "there is no index to verify", {}, "aver index rebuild");
  }
  try {
    return differences(*database, state.repository, step, looked_at);
  } catch (const DatabaseError& error) {
    return {std::string("the file is damaged: ") + error.what()};
  }
}

}  // namespace aver::store
