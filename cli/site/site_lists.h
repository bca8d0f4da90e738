// SPDX-License-Identifier: MIT
//
// The pages that are about many claims: topics, and the two streams by month.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/answers/site.h"
#include "cli/site/claim_facts.h"
#include "cli/site/record_times.h"
#include "cli/site/site_folder.h"

namespace aver::cli {

using FactsById = std::map<std::string, ClaimFacts>;

// Newest first; on one day by claim.
void sort_moves(std::vector<SiteMove>& moves);

// A page for each topic, and that of all topics. Returns the lines of the latter.
std::vector<SiteTopicLine> write_topics(const SiteFrame& frame, const FactsById& facts,
                                        const RecordTimes& times, SiteFolder& folder);

// The months, the newest of all, and the corrections. Returns what of it the front shows, with the
// number of records.
SiteFront write_streams(const SiteFrame& frame, const FactsById& facts, SiteFolder& folder);

}  // namespace aver::cli
