// SPDX-License-Identifier: MIT
//
// Lists that several pages have: moves of the world, changes of the record, what is due.
#pragma once

#include <vector>

#include "cli/answers/site.h"
#include "cli/render/html/parts.h"

namespace aver::cli::html {

void write_moves(Page& page, const std::vector<SiteMove>& moves);
void write_news(Page& page, const std::vector<SiteNews>& news);
void write_due(Page& page, const std::vector<SiteDue>& due);
void write_topics(Page& page, const std::vector<SiteTopicLine>& topics);

// "affirm → deny reversal", without the claim.
// Claims, each with its positions below it.
void write_rows(Page& page, const std::vector<SiteRow>& rows, bool with_holder);

// Positions of a claim, as words with signs that lead to the records.
// Positions on the claim, in the order given.
void write_cells(Page& page, std::string_view claim, const std::vector<SiteCell>& cells,
                 bool with_holder);

}  // namespace aver::cli::html
