// SPDX-License-Identifier: MIT
//
// Who speaks for an actor: those with a role "of" it. Only offered: no role ever moves a position,
// nor is a speaker written that nobody typed.
#pragma once

#include <string>
#include <vector>

#include "claims/text/date.h"
#include "store/store.h"

namespace aver::cli {

struct Spokesman {
  std::string actor;  // an id
  std::string title;  // of the role
};

// Those who may have the role on a day that `held` may be, by id; one entry each. Reads the actors
// that mention it.
std::vector<Spokesman> speaking_for(const store::View& view, const std::string& actor,
                                    const claims::Date& held);

}  // namespace aver::cli
