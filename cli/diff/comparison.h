// SPDX-License-Identifier: MIT
//
// Two states of the record compared in positions: for diff, and for what a proposal means.
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

// What is compared. `days` are set where the user asked about days in the world: then what is held
// after the later of them is left out, and, where they differ, every claim is looked at.
struct Compared {
  store::View before, after;
  std::string before_name, after_name;
  claims::Day before_day, after_day;
  bool days_given = false;
  bool two_days = false;
  bool same_record = false;  // both views are the same
  // Of a claim, only the holders whose stances differ: what a change of the record means on one
  // day, at the cost of what it touches.
  bool touched_holders = false;
  std::string only{};  // a claim's id; empty: all
  // What is shown of a record is its position, its day and why it changed: the rest need not be
  // read.
  bool positions_alone = false;
  // Makes text of what a claim's comparison gives, as soon as it is found, on the thread that found
  // it: of a large answer the text takes least memory. Null: the answer has all as it is.
  std::function<std::string(const claims::ClaimDiff&)> page{};
};

class Comparison {
 public:
  Comparison(Session& session, Compared compared, Filter filter);

  // Broken files are told on standard error.
  DiffAnswer run();

 private:
  void find_renames();
  bool tells_all() const;
  std::set<std::string> changed_claims();
  std::set<std::string> all_claims() const;
  std::set<std::string> holders_touched(const std::string& claim) const;

  // What one claim's comparison gives; neither diff nor page where nothing is to be told.
  struct Outcome {
    std::optional<claims::ClaimDiff> diff;
    std::string page;                        // instead of it
    std::vector<claims::Diagnostic> broken;  // files, in the order they were met
  };
  struct Folders {
    std::optional<claims::ClaimFolder> before, after;
    std::set<std::string, std::less<>> broken_before, broken_after;  // names of stances
  };
  // What one thread compares with.
  struct Means {
    store::View before, after;
    std::unique_ptr<store::IndexedStances> brief;  // or null
  };
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
};

}  // namespace aver::cli
