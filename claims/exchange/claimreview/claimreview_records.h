// SPDX-License-Identifier: MIT
//
// Private to claimreview: a review's fields, judged, as records.
#pragma once

#include <map>
#include <string>

#include "claims/exchange/claimreview/claimreview.h"
#include "claims/exchange/claimreview/claimreview_fields.h"

namespace aver::claims::claimreview {

// The actors made so far, by id: who is named again is made again alike, whatever the review says.
using Actors = std::map<std::string, Actor>;

Review records_of(const Fields& fields, const Options& options, Actors& actors);

}  // namespace aver::claims::claimreview
