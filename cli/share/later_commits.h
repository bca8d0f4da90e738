// SPDX-License-Identifier: MIT
//
// What git has still to apply after the commit at which it stopped. It applies those as they are:
// a record that gets another name now has its old one in them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/text/id.h"
#include "cli/share/unfinished.h"

namespace aver::cli {

struct LaterCommits {
  std::vector<store::CommitId> naming;  // empty where it is not known which these are
  std::string way_out;                  // how both records can be kept all the same: commands
};

// The later commits that change the record, what is in its folder, or a record that names it;
// nothing where there are none.
std::optional<LaterCommits> later_commits_naming(Session& session, const Unfinished& state,
                                                 const claims::RecordRef& record);

// Throws StoreError(refused) where there are some: the record is to get another name.
void require_no_later_names(Session& session, const Unfinished& state,
                            const claims::RecordRef& record);

// The same of the stances of the stopped commit that have got other names in `staged`, which is
// what would be committed. Where git will stop again, aver sees which stance is meant.
void require_names_followed(Session& session, const Unfinished& state, const store::Merge& merge,
                            const store::View& staged);

}  // namespace aver::cli
