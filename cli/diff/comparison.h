// SPDX-License-Identifier: MIT
//
// Compares the positions of two states of the record: for diff, and for the meaning of a proposal.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/answers/answers.h"
#include "cli/diff/renames.h"
#include "cli/names/filter.h"
#include "cli/session/session.h"
#include "store/indexed_stances.h"
#include "store/store.h"

namespace aver::cli {

// What to compare. `days` are set where the user asked about days in the world: then positions that
// begin after the later day are left out, and, where the days differ, every claim is compared.
struct Compared {
  store::View before, after;
  std::string before_name, after_name;
  claims::Day before_day, after_day;
  bool days_given = false;
  bool two_days = false;
  bool same_record = false;  // both views are the same
  // Compare only the holders whose stances differ: enough for the meaning of a change on one day,
  // at a cost that follows the change.
  bool touched_holders = false;
  std::string only{};  // a claim's id; empty: all
  // Only position, day and reason of each record are shown: no other field need be read.
  bool positions_alone = false;
  // Turns the comparison of one claim into text at once, on the thread that made it: of a large
  // answer, the text needs the least memory. Null: the answer keeps the values.
  std::function<std::string(const claims::ClaimDiff&)> page{};
};

class Comparison {
 public:
  Comparison(Session& session, Compared compared, Filter filter);

  // Broken files are reported on standard error.
  DiffAnswer run();

 private:
  void find_renames();
  void find_joined();
  void add_claims_of_joined(std::set<std::string>& claims);
  bool is_joined(const claims::RecordRef& record) const;
  bool tells_all() const;
  std::set<std::string> changed_claims();
  std::set<std::string> all_claims() const;
  bool differs_in_what_falls() const;

  // The result for one claim; neither diff nor page where nothing changed.
  struct Outcome {
    std::optional<claims::ClaimDiff> diff;
    std::string page;                        // instead of it
    std::vector<claims::Diagnostic> broken;  // files, in the order they were met
  };
  struct Folders {
    std::optional<claims::ClaimFolder> before, after;
    std::set<std::string, std::less<>> broken_before, broken_after;  // names of stances
    std::set<std::string> holders;  // whose stances are all there; "": everybody's
  };
  // What one thread compares with.
  struct Means {
    store::View before, after;
    std::unique_ptr<store::IndexedStances> brief;  // or null
  };
  std::set<std::string> holders_touched(const Means& means, const std::string& claim) const;
  Folders folders_of(const Means& means, const std::string& claim, Outcome& outcome) const;
  Outcome compare(const Means& means, const std::string& claim) const;
  void compare_all(const std::vector<std::string>& claims);
  const store::View& shown_view() const;

  Session& session_;
  Compared compared_;
  const store::View& before_;
  const store::View& after_;
  Filter filter_;
  std::vector<store::ChangedPath> changes_;
  DiffAnswer answer_;
  Renames renames_;
  claims::JoinedActors joined_;
};

}  // namespace aver::cli
