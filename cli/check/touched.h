// SPDX-License-Identifier: MIT
//
// What a change of some files touches: which must be checked anew, and what can be at odds with
// them. Judges by paths; what is there, others say.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "claims/text/id.h"

namespace aver::cli {

// Whether the path is one that aver has rules for.
bool is_ours(const std::string& path);

// The claim that a record belongs to; empty for actors, sources and reviews.
std::string claim_of(const claims::RecordRef& record);

struct Touched {
  std::set<std::string> paths;           // all that differ
  std::vector<claims::RecordRef> gone;   // records, reviews left out
  std::vector<claims::RecordRef> fresh;  // likewise: that were not there
  std::set<std::string> claims;          // of the records
  // That were there before, and were touched, or their captures were.
  std::set<std::string> sources;
  std::set<std::string> files;  // to check: those, and sources whose captures were touched
};

// The two states between which the paths differ.
struct States {
  std::function<bool(const std::string& path)> is_there;
  std::function<bool(const std::string& path)> was_there;
  // The names of the files right in a folder, as it is.
  std::function<std::vector<std::string>(const std::string& folder)> files_in;
  // Whether the file at `source` may name the file beside it.
  std::function<bool(const std::string& source, const std::string& file)> may_name;
};
Touched touched(const std::set<std::string>& paths, const States& states);

}  // namespace aver::cli
