// SPDX-License-Identifier: MIT
//
// What must be true of every claim that a query can fit, as plain conditions: for whoever finds
// claims by look-up instead of reading them all.
//
// Pure. The conditions are necessary, not sufficient: what they find is held against the query
// itself (query_facts.h). What they leave out cannot fit.
#pragma once

#include <string>
#include <vector>

#include "claims/query/query.h"

namespace aver::claims::query {

// Conditions that one stance of the claim must fit together. A list is "one of these"; an empty
// one says nothing.
struct NecessaryStance {
  std::vector<std::string> holders;    // ids
  std::vector<std::string> positions;  // names of today; records may have older ones
  std::vector<std::string> sources;    // ids, or folders that the id lies in
  std::vector<std::string> modes;

  bool any() const;
  friend bool operator==(const NecessaryStance&, const NecessaryStance&) = default;
};

// Conditions on one claim, all of which it must fit.
struct QueryBounds {
  std::string topic;                    // a claim's id, or a folder that it lies in; empty: any
  std::vector<std::string> kinds;       // one of these
  std::vector<std::string> tags;        // all of these
  NecessaryStance stance;               // of the position that fits
  std::vector<NecessaryStance> others;  // of further positions: some( … )
  std::vector<std::string> words;       // all of these in the text of claim or stance, plain()

  bool any() const;
  friend bool operator==(const QueryBounds&, const QueryBounds&) = default;
};

// Returns alternatives: every claim that the query can fit fits one of them. One that says nothing
// stands alone. At most kMostAlternatives; where there would be more, conditions are left out.
// REQUIRES: as ClaimFacts::fits.
inline constexpr std::size_t kMostAlternatives = 16;
std::vector<QueryBounds> necessary(const Query& query);

}  // namespace aver::claims::query
