// SPDX-License-Identifier: MIT
//
// aver.toml: the store's format, its vocabulary, its review policy, its saved queries, and the
// commits whose stamps are wrong.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claims/query/query.h"
#include "claims/records/codec.h"
#include "claims/records/vocabulary.h"
#include "claims/review/review.h"

namespace aver::claims {

struct Settings {
  int format = 1;
  Vocabulary vocabulary;
  ReviewPolicy review{};
  std::vector<query::SavedQuery> queries{};  // in the file's order
  std::vector<std::string> wrong_stamps{};   // [clock] wrong: ids of commits, 40 hex digits
  std::vector<KnownPerson> people{};         // [[person]]: who is one person

  friend bool operator==(const Settings&, const Settings&) = default;
};

inline constexpr int kFormatVersion = 2;

// A `format` newer than kFormatVersion is an error ("store/format"): an older program must not
// guess.
Decoded<Settings> decode_settings(std::string_view text, std::string_view file = "aver.toml");
std::string encode(const Settings& settings);

}  // namespace aver::claims
