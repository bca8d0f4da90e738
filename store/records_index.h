// SPDX-License-Identifier: MIT
//
// The index of records: which claims a question may be about, names, and full text. One database,
// records.db, under the store's private folder, shared by all its work trees.
//
// Never a second truth: it only proposes, and whoever asks reads the records themselves (or, where
// who, what and when is enough, takes what was read of the very same blob: indexed_stances). It is
// keyed by the tree that it stands for. A question about another tree is answered by adding what
// differs between the two; a tree that is asked for often, the tip, it is brought to first.
// Deleted, damaged or out of reach, it costs time and nothing else.
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
  // What is kept at a time while it is built: little enough to lose, or to have in memory.
  std::size_t rows_in_step = 20000;
};

struct IndexStatus {
  std::filesystem::path file;
  bool exists = false;
  bool usable = false;
  std::uintmax_t size = 0;  // bytes
  std::string tree;         // that it stands for; empty while it is being built
  bool current = false;     // that is the tip's
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
  // conditions (claims::concerned), and those that something is wrong with; where it is absent the
  // index does not know, or they were not asked for.
  struct Candidate {
    std::string claim;
    std::optional<View::Known> known;
  };

  // The claims, in order, that may fit `any` of the conditions in the view; all that do are among
  // them, and so are those with a file that something is wrong with. Nothing where reading them all
  // is the better way, or the only one. Never throws for the index's own sake.
  std::optional<std::vector<Candidate>> candidates(const View& view,
                                                   const std::vector<claims::ClaimCondition>& any,
                                                   bool with_stances = false);

  // Ids of a kind whose last part is `last`, of which some may be gone; nothing where the index is
  // not there to ask. Builds nothing.
  std::optional<std::vector<std::string>> named(const View& view, claims::RecordKind kind,
                                                const std::string& last);

  // For one thread that will look at so many claims; null where there is nothing to ask, or reading
  // their files is as quick. Builds nothing, as what it knows does not grow old.
  std::unique_ptr<IndexedStances> indexed_stances(std::size_t claims);

  // The records with these words, best first. Makes an index in memory where there is no other.
  SearchResult search(const View& view, const SearchQuery& query);

  IndexStatus status();

  // Makes it anew. Throws StoreError(io, locked) where it cannot.
  void rebuild();

  // Reads every `step`-th file of the tip anew (1: all) and holds its row against it. Returns what
  // differs, one sentence each, at most some dozens; `looked_at` is the number of files. Throws
  // StoreError(not_found) where there is no index.
  std::vector<std::string> verify(std::size_t step, std::size_t& looked_at);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace aver::store
