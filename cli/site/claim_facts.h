// SPDX-License-Identifier: MIT
//
// What pages of the whole store need of each claim: kept while the claims go by one by one.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "claims/positions/lines.h"
#include "cli/answers/site.h"
#include "cli/site/record_times.h"

namespace aver::cli {

// What a source's page has of a record.
struct RestingOn {
  SiteSource::Resting told;
  std::size_t capture = 0;
  claims::ByteRange range;  // in it; empty where the quote does not stand there
};

struct ClaimFacts {
  SiteRow row;
  std::vector<SiteMove> moves;  // first records among them
  std::vector<SiteNews> news;
  std::map<std::string, std::vector<SiteHolder::Said>> said;  // by who speaks or reports
  std::map<std::string, std::vector<RestingOn>> resting;      // by source
  RecordTimes::Place last = RecordTimes::kNever;              // of what its page says
  std::size_t records = 0;
};

// `claim` has everything but `last`; the day is that of the run.
ClaimFacts facts_of(const SiteFrame& frame, const SiteClaim& claim, const claims::Lines& lines,
                    const RecordTimes& times);

}  // namespace aver::cli
