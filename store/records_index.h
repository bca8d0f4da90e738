// SPDX-License-Identifier: MIT
//
// The index of records: which claims a question may be about, names, and full text. One database,
// records.db, under the store's private folder, shared by all its work trees.
//
// Never a second truth: it only proposes, and the caller reads the records themselves (or, where
// holder, position and day are enough, what was read of the very same blob: indexed_stances). It is
// keyed by the tree that it stands for. A question about another tree also gets what differs
// between the two; for the tip, which is asked about most, the index is updated first. If it is
// deleted, damaged or out of reach, questions take longer, and have the same answers.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "claims/query/claim_conditions.h"
#include "store/index_when.h"
#include "store/indexed_stances.h"
#include "store/search_values.h"
#include "store/store.h"

namespace aver::store {

// How a session uses it.
struct IndexUse {
  IndexWhen when = IndexWhen::worthwhile;
  std::function<void(std::size_t done, std::size_t total)> progress = {};  // while it is built
  std::function<void(const std::string& sentence)> notice = {};            // told once
  // How many rows one transaction of a build writes: few enough to lose, and to have in memory.
  std::size_t rows_in_step = 20000;
};

struct IndexStatus {
  std::filesystem::path file;
  bool exists = false;
  bool usable = false;
  bool other_version = false;  // sound, made by another version of aver: not usable
  std::uintmax_t size = 0;     // bytes
  std::string tree;            // that it stands for; empty while it is being built
  bool current = false;        // that is the tip's
  std::size_t records = 0;
};

class RecordsIndex {
 public:
  explicit RecordsIndex(const Repository& repository);
  ~RecordsIndex();
  RecordsIndex(const RecordsIndex&) = delete;
  RecordsIndex& operator=(const RecordsIndex&) = delete;

  void use(IndexUse use);

  // A claim that may fit. `known` are its claim.toml, the stances that concern one of the
  // conditions (claims::concerned), and the stances with errors; absent where the index does not
  // know them, or where they were not asked for.
  struct Candidate {
    std::string claim;
    std::optional<View::Known> known;
  };

  // The claims, in order, that may fit `any` of the conditions in the view. All that do fit are
  // among them, and so are claims with a file in error. Returns nothing where reading all claims is
  // quicker, or the only way. Never throws because of the index itself.
  std::optional<std::vector<Candidate>> candidates(const View& view,
                                                   const std::vector<claims::ClaimCondition>& any,
                                                   bool with_stances = false);

  // Ids of a kind whose last part is `last`; some may be gone in the view. Returns nothing where
  // there is no index. Builds nothing.
  std::optional<std::vector<std::string>> named(const View& view, claims::RecordKind kind,
                                                const std::string& last);

  // Those of which an id that ended in `last` may have been a former one; of actors: the id `last`.
  std::optional<std::vector<std::string>> formerly(const View& view, claims::RecordKind kind,
                                                   const std::string& last);

  // Those that may have any former id.
  std::optional<std::vector<std::string>> with_former_ids(const View& view,
                                                          claims::RecordKind kind);

  // For one thread that will look at so many claims; null where there is no index, or reading the
  // files is as quick. Builds nothing: what the index knows stays true, even when it is behind.
  std::unique_ptr<IndexedStances> indexed_stances(std::size_t claims);

  // The records with these words, best first. Makes an index in memory where there is no other.
  SearchResult search(const View& view, const SearchQuery& query);

  IndexStatus status();

  // Builds the index anew. Throws StoreError: io, locked.
  void rebuild();

  // Reads every `step`-th file of the tip anew (1: all) and holds its row against it. Returns what
  // differs, one sentence each, at most some dozens; `looked_at` is the number of files. Throws
  // StoreError(not_found) where there is no index.
  std::vector<std::string> verify(std::size_t step, std::size_t& looked_at);

 private:
  std::optional<std::vector<std::string>> by_name(
      const View& view, claims::RecordKind kind, const std::string& last, const char* sql,
      const std::function<bool(const std::string& name)>& takes);
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace aver::store
