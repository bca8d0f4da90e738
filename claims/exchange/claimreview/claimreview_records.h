// SPDX-License-Identifier: MIT
//
// From a review's fields to records and problems. Private to claimreview.
#pragma once

#include <map>
#include <string>

#include "claims/exchange/claimreview/claimreview.h"
#include "claims/exchange/claimreview/claimreview_fields.h"

namespace aver::claims::claimreview {

// The actors made so far, by id. An actor that a later review names again keeps the record that was
// made first, whatever that review says.
using Actors = std::map<std::string, Actor>;

PublishedReview records_of(const Fields& fields, const Options& options, Actors& actors);

}  // namespace aver::claims::claimreview
