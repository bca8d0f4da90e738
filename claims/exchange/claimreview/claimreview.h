// SPDX-License-Identifier: MIT
//
// Other people's fact checks as records: schema.org ClaimReview in JSON-LD (one, a list, "@graph",
// nested in articles and feeds, in the scripts of a page, one a line), and the answers of Google's
// Fact Check Tools API.
//
// The publisher becomes a holder, with its rating word for word and a position on the scale
// "rating"; who made the claim becomes another, who affirms it. The same words are the same claim.
// Read as a stream: memory grows with one review, not with the file.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "claims/exchange/claimreview/labels.h"
#include "claims/exchange/json/json.h"
#include "claims/records/records.h"
#include "claims/records/vocabulary.h"
#include "claims/text/diagnostic.h"
#include "claims/text/id.h"

namespace aver::claims::claimreview {

struct Options {
  const Labels& labels;
  const Vocabulary& vocabulary;
  std::string unmapped = {};            // position of a label that no table has; "": refused
  std::string folder = "claimreview";   // of claims and sources, fanned out below it
  std::string outlets = "outlets";      // folder of new publishers
  std::string claimants = "claimants";  // folder of those who made claims, fanned out below it
  // The id of an actor of this name, or "" where there is none yet; may be null.
  std::function<std::string(std::string_view name)> known_actor = {};
};

using Record = std::variant<Claim, Actor, Source, Stance>;

RecordRef ref_of(const Record& record);
toml::Table table_of(const Record& record);
std::string encode(const Record& record);

// One review of one claim. Where there is an error among the problems, no records.
struct PublishedReview {
  Place place;                  // where it begins
  std::vector<Record> records;  // referred-to ones first; another review may give the same one
  Diagnostics problems;         // of the rules "json/…", "claimreview/…", "label/unmapped"
  std::string label;            // as the publisher wrote it
  std::string json;             // the review itself on one line, where it was refused
};

// Passes every review, and every problem of the text, to `take`, until that returns false. Returns
// how many reviews there were.
std::size_t read(const json::More& more, const Options& options,
                 const std::function<bool(PublishedReview&&)>& take);

}  // namespace aver::claims::claimreview
