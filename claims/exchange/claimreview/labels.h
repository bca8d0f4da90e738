// SPDX-License-Identifier: MIT
//
// Which position a reviewer's own label stands for: "Mostly False", "Fałsz", "Pants on Fire!". A
// table of common ones is built in; users add theirs, which count before it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "claims/records/vocabulary.h"
#include "claims/text/diagnostic.h"

namespace aver::claims {

class Labels {
 public:
  Labels();  // with the built-in table

  // Adds lines "POSITION <tab> LABEL | LABEL …"; empty lines and those that begin with "#" are left
  // out. A position that the vocabulary lacks is an error.
  Diagnostics add(std::string_view table, std::string_view file, const Vocabulary& vocabulary);

  // The position for the whole label, or for its part before the first full stop, colon, dash or
  // bracket; "" where there is none ("False. The video is old."). Case, blanks and marks at the
  // ends do not count.
  std::string find(std::string_view label) const;

 private:
  std::map<std::string, std::string, std::less<>> positions_;  // by label, as find() compares
};

// A rating in numbers, as in schema.org: without bounds, 5 is the best and 1 the worst.
struct NumericRating {
  double value = 0;
  std::optional<double> best;
  std::optional<double> worst;
};

// The word of the scale "rating" that is nearest; "" where the number lies outside of its bounds,
// the bounds are no span, or there is no such scale.
std::string position_of(const NumericRating& rating, const Vocabulary& vocabulary);

}  // namespace aver::claims
