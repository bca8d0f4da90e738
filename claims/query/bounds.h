// SPDX-License-Identifier: MIT
//
// Necessary conditions of a query, in a form that an index can look up instead of reading every
// claim.
//
// Pure. The conditions are necessary, not sufficient: a claim that they exclude cannot fit the
// query; one that they admit must still be tested with it (claims/query/facts.h).
#pragma once

#include <string>
#include <vector>

#include "claims/query/query.h"

namespace aver::claims::query {

// Conditions that one stance of the claim must fit together. A list is "one of these"; an empty
// one says nothing. Sources and modes are those of any of its evidence.
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

// Returns alternatives, at most kMostAlternatives: every claim that fits the query fits one of
// them. An alternative without conditions is returned alone. Where there would be too many,
// conditions are left out. REQUIRES: as ClaimFacts::fits.
inline constexpr std::size_t kMostAlternatives = 16;
std::vector<QueryBounds> necessary(const Query& query);

}  // namespace aver::claims::query
