// SPDX-License-Identifier: MIT
//
// A question's conditions as SQL over records.db.
#pragma once

#include <map>
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

// What leads to actors besides their own ids, as the index has it: View::former_actors(), and ids
// of actors besides, which lead to these.
std::map<std::string, std::string> former_actors(const Database& database);

// Holders that stances name by a former id, of these: by it and by their own. The index has two
// lines of what is one, so the days that it has for them are not those on which they are in force.
// Ids of words, for an IN; empty where there are none. Throws DatabaseError.
std::string holders_with_two_ids(const Database& database,
                                 const std::map<std::string, std::string>& former);

// Adds the ids of the claims that may fit. `several` is made of holders_with_two_ids(). Throws
// DatabaseError.
void add_candidates(const Database& database, const claims::ClaimCondition& wanted,
                    const std::string& several, ClaimIds& to);

}  // namespace aver::store
