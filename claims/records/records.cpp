// SPDX-License-Identifier: MIT
//
// What little the records do beside being values.
#include "claims/records/records.h"

namespace aver::claims {

std::string to_string(const Moment& moment) {
  return moment.time.empty() ? to_string(moment.date) : moment.time;
}

}  // namespace aver::claims
