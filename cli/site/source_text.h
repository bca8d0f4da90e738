// SPDX-License-Identifier: MIT
//
// What a site shows of the saved text of a source: all of it, or what stands around its quotes.
#pragma once

#include <string_view>
#include <vector>

#include "claims/evidence/quote.h"
#include "cli/answers/site.h"

namespace aver::cli {

// Adds the passages of `text` to the page. `quotes` are those that stand in it, in any order.
void add_passages(SiteSource& page, std::string_view text, std::vector<claims::ByteRange> quotes,
                  SiteCaptures captures);

}  // namespace aver::cli
