// SPDX-License-Identifier: MIT
//
// The quotations of a source, with the actors who said them and the stances that quote them.
#pragma once

#include <string>

#include "cli/answers/answers.h"
#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

// Of the source's latest capture. Throws StoreError(usage) where it has none.
QuotationsAnswer quotations_of(Session& session, const store::View& view,
                               const std::string& source);

}  // namespace aver::cli
