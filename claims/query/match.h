// SPDX-License-Identifier: MIT
//
// Compares one value of a record with one value of a query.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claims/query/query.h"
#include "claims/records/records.h"

namespace aver::claims::query {

// True where the folded text has the folded words in it.
bool contains(std::string_view text, std::string_view wanted);
bool any_contains(const std::vector<std::string>& texts, std::string_view wanted);

// True where `id` is `folder` or lies below it.
bool is_in(std::string_view id, std::string_view folder);

// "en" takes "en" and "en-GB".
bool is_language(std::string_view tag, std::string_view wanted);

// Compares a word of an ordered key by its rank. A word that the key does not have fits nothing.
bool is_in_order(const KeyRow& row, std::string_view word, const Match& match);

// True where all days of the date fit.
bool fits_in(const Date& date, const Match& match, Day today);

// Whether a record has what a word of has: asks for; false for the words of another record. Which
// word is whose, the table of keys says (claims/records/schema.h); any stance has "record".
bool is_given(const Claim& claim, std::string_view what);
bool is_given(const Stance& stance, std::string_view what);
bool is_given(const Source& source, std::string_view what);
inline constexpr std::string_view kRecord = "record";

bool is_of_claim(std::string_view what);  // of the words of has: says something of the claim alone
bool is_of_source(std::string_view what);

}  // namespace aver::claims::query
