// SPDX-License-Identifier: MIT
//
// Private to claimreview: a review's fields, judged, as records.
#pragma once

#include "claims/exchange/claimreview.h"
#include "claims/exchange/claimreview_fields.h"

namespace aver::claims::claimreview {

Review records_of(const Fields& fields, const Options& options);

}  // namespace aver::claims::claimreview
