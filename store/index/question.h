// SPDX-License-Identifier: MIT
//
// A question's conditions as SQL over records.db.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "claims/query/claim_conditions.h"
#include "store/sqlite/database.h"
#include "store/store.h"

namespace aver::store {

// Orders claims as git orders their folders: "a", "a/b", "a-b" comes before both.
struct FolderOrder {
  bool operator()(const std::string& a, const std::string& b) const { return a + "/" < b + "/"; }
};
using ClaimIds = std::set<std::string, FolderOrder>;

// Finds, of a claim's folder, its claim.toml, the stances that concern one of the conditions
// (claims::concerned), and the stances with errors. Throws DatabaseError.
class KnownOf {
 public:
  KnownOf(const Database& database, const std::vector<claims::ClaimCondition>& any);
  View::Known operator()(const std::string& claim);

 private:
  Statement folder_, rows_;
};

// Adds the ids of the claims that may fit. Throws DatabaseError.
void add_candidates(const Database& database, const claims::ClaimCondition& wanted, ClaimIds& to);

}  // namespace aver::store
