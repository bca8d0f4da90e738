// SPDX-License-Identifier: MIT
//
// A review as it is written, in either of its forms, before it is judged. Private to claimreview.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "claims/exchange/claimreview/labels.h"
#include "claims/exchange/json/json.h"

namespace aver::claims::claimreview {

struct Party {
  std::string name;
  std::string type;  // schema.org's: "Person", "Organization"; may be empty
};

struct Fields {
  Place place;
  std::string text;  // of the claim
  std::vector<Party> claimants;
  std::string claim_date;
  Party publisher;
  std::string site;  // host of the publisher
  std::string url;   // of the review
  std::string title;
  std::string date;
  std::string label;
  std::optional<NumericRating> number;
  std::string lang;
  std::string body;
};

// Follows {"@id": …} to the node that has a name; returns the value itself where it is none.
using Resolve = std::function<const json::Node&(const json::Node&)>;

// True for an object of @type ClaimReview.
bool is_review(const json::Node& value);
Fields fields_of(const json::Node& review, const Resolve& resolve);

// True for a claim of the Fact Check Tools API; it has one or several reviews.
bool is_api_claim(const json::Node& value);
std::vector<Fields> fields_of_api(const json::Node& claim);

// Text on one line: runs of blanks and line breaks become one blank.
std::string one_line(std::string_view text);

// "www.example.org/x" of a URL or a bare host: "example.org"; "" where there is none.
std::string host_of(std::string_view url);

}  // namespace aver::claims::claimreview
