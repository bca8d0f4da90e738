// SPDX-License-Identifier: MIT
//
// Private to store/: a question's conditions as SQL over records.db.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "claims/wanted.h"
#include "store/database.h"

namespace aver::store {

// Orders claims as git orders their folders: "a", "a/b", "a-b" comes before both.
struct FolderOrder {
  bool operator()(const std::string& a, const std::string& b) const { return a + "/" < b + "/"; }
};
using ClaimIds = std::set<std::string, FolderOrder>;

// The names of the stances of a claim that concern one of the conditions (claims::concerned), and
// of those that something is wrong with, in file order.
class StancesOf {
 public:
  StancesOf(const Database& database, const std::vector<claims::Wanted>& any);
  std::vector<std::string> operator()(const std::string& claim);

 private:
  const Database& database_;
  std::string sql_;
  std::vector<std::string> words_;
  std::optional<Statement> rows_;
};

// Adds the ids of the claims that may fit. Throws DatabaseError.
void add_candidates(const Database& database, const claims::Wanted& wanted, ClaimIds& to);

}  // namespace aver::store
