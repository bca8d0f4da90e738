// SPDX-License-Identifier: MIT
//
// Private to store/: how brief stances are read.
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

  // Those of a claim that have nothing besides: that are sound, set nothing aside and have no
  // `until`. They live until the next call. Never throws: of an index that cannot be read, none.
  const Folder& of(std::string_view claim);

 private:
  void read(std::string_view claim);
  const std::string& word(std::int64_t id);

  Database database_;
  Transaction one_sight_;  // numbers of words are those of this sight
  Statement find_folder_, stances_, find_word_;
  std::unordered_map<std::int64_t, std::string> words_;
  Folder folder_;
  bool usable_ = true;
};

}  // namespace aver::store
