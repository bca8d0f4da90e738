// SPDX-License-Identifier: MIT
//
// Gives the records of two sides one name each before they are merged, so that after it one name is
// one record, and one record has one name.
//
// Pure. A stance is named after its day and its holder: two people who record the same news choose
// the same name without knowing of each other. Those are two records with evidence of their own,
// not two versions of one, and both are kept. Which record is which is told by contents, never by
// names; who keeps a name: claims/FORMAT.md, "Merging".
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "claims/merge/tree_merge.h"

namespace aver::claims {

class NamedSides {
 public:
  // The arguments must outlive it. `apart`: as for merge_trees().
  NamedSides(const std::vector<FileChange>& ours, const std::vector<FileChange>& theirs,
             const MergeFiles& files, const std::set<RecordRef>& apart);
  ~NamedSides();
  NamedSides(const NamedSides&) = delete;
  NamedSides& operator=(const NamedSides&) = delete;

  // The changes as if base and both sides had called every record as the result does. Contents that
  // had to be written anew have ids that only files() knows.
  const std::vector<FileChange>& ours() const;
  const std::vector<FileChange>& theirs() const;
  const MergeFiles& files() const;

  // Makes of a merge of these sides one of the sides as they came: what it writes is on top of our
  // side as it is, and no content has an id of files(). Adds what the names came to.
  void write_on_ours(TreeMerge& merge) const;

 private:
  class Naming;
  std::unique_ptr<Naming> naming_;
};

}  // namespace aver::claims
