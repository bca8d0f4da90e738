// SPDX-License-Identifier: MIT
//
// How brief stances are read from the index.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "claims/records/records.h"
#include "store/indexed_stances.h"
#include "store/objects/git.h"
#include "store/sqlite/database.h"

namespace aver::store {

struct IndexedStances::State {
  // `database` is records.db. Throws DatabaseError.
  explicit State(Database database);

  struct Brief {
    git_oid blob{};
    claims::Stance stance;
  };
  using Folder = std::unordered_map<std::string, Brief>;  // by the stance's name

  // The stances of a claim that are fully described by a brief: sound, without `until`, and setting
  // no other stance aside. Valid until the next call. Never throws: where the index cannot be read,
  // there are none.
  const Folder& of(std::string_view claim);

 private:
  void read(std::string_view claim);
  const std::string& word(std::int64_t id);

  Database database_;
  Transaction one_sight_;  // ids of words are valid within this transaction
  Statement find_folder_, stances_, find_word_;
  std::unordered_map<std::int64_t, std::string> words_;
  Folder folder_;
  bool usable_ = true;
};

}  // namespace aver::store
