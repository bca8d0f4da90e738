// SPDX-License-Identifier: MIT
//
// Mappings that come with the program. Each is also an example to copy: aver help import NAME.
#include "claims/exchange/csv/mapping.h"

namespace aver::claims::mapping {
namespace {

constexpr std::string_view kUnVotes =
    R"(# Roll calls of the UN General Assembly, as the R package "unvotes" has them:
# un_votes.csv (rcid,country,country_code,vote), with un_roll_calls.csv beside it.
# A country's id is made of its name: four of them share the code NA.

[join]
file = "un_roll_calls.csv"
key = "rcid"

[claim]
id = "un/{session}/{rcid}"
kind = "event"
lang = "en"
tags = ["{unres}"]

# Some roll calls have no description; "NA" is a missing one in this column, and a country elsewhere.
[claim.text]
from = '{descr|short|"A roll call of the UN General Assembly"}'
absent = ["NA"]

[actor]
id = "{country}"
name = "{country}"
kind = "state"
aliases = ["{country_code}"]

[stance]
holder = "{country}"
held = "{date}"
mode = "vote"

[stance.position]
from = "{vote}"
values = { yes = "affirm", no = "deny", abstain = "neutral" }
)";

constexpr std::string_view kClaimReview =
    R"(# Fact checks in a table with schema.org's names for its columns: claimReviewed, url, datePublished,
# author, ratingName; headline and claimant where there are any.
# Labels that are not in the map below are refused with their place: add them.

[claim]
id = "reviewed/{datePublished:year}/{claimReviewed}"
text = "{claimReviewed}"

[actor]
id = "{author}"
name = "{author}"
kind = "outlet"

[source]
id = "reviews/{datePublished:year}/{url}"
title = "{headline|claimReviewed}"
url = "{url}"
publisher = "{author}"
published = { from = "{datePublished}", dates = ["ISO", "YYYY-MM-DD*"] }

[stance]
holder = "{author}"
held = { from = "{datePublished}", dates = ["ISO", "YYYY-MM-DD*"] }
rating = "{ratingName}"
mode = "document"

[stance.position]
from = "{ratingName}"

[stance.position.values]
True = "true"
"Mostly true" = "mostly-true"
"Mostly True" = "mostly-true"
"Half true" = "mixed"
"Half True" = "mixed"
Mixture = "mixed"
Mixed = "mixed"
Misleading = "mixed"
Unproven = "unproven"
"Mostly false" = "mostly-false"
"Mostly False" = "mostly-false"
False = "false"
"Pants on Fire" = "false"
)";

}  // namespace

const std::vector<Preset>& presets() {
  static const std::vector<Preset> all = {
      {"un-votes", "roll calls of the UN General Assembly", kUnVotes},
      {"claimreview", "fact checks in a table, with schema.org's names", kClaimReview},
  };
  return all;
}

}  // namespace aver::claims::mapping
