// SPDX-License-Identifier: MIT
//
// The keys of the query language, and the words and dates that may stand behind them: one table
// for the parser, the help and whoever completes words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/records/vocabulary.h"
#include "claims/text/date.h"

namespace aver::claims::query {

enum class Key {
  word,    // a plain word, no key
  phrase,  // words between quotes, no key
  // Of the claim.
  claim,
  topic,
  kind,
  tag,
  lang,
  text,
  related,
  deadline,
  missing,
  // Of a holder's position.
  holder,
  position,
  scale,
  held,
  until,
  through,
  checked,
  change,
  changed,
  mode,
  speaker,
  via,
  searched,
  quote,
  quote_lang,
  source,
  publisher,
  published,
  reliability,
  credibility,
  likelihood,
  rating,
  // Of either.
  review_by,
  due,
  has,
  no,
  is,
};

enum class KeyType {
  text,      // contained, folded
  label,     // equal, folded
  exact,     // equal, to the byte
  id,        // of a record; who knows the store says which
  word,      // one of a fixed set
  ordered,   // one of a fixed set, and it can be compared
  position,  // a word of the vocabulary
  scale,     // a scale of it
  date,      // can be compared
};

struct KeyRow {
  Key key;
  std::string_view name;  // empty for word and phrase
  KeyType type;
  bool of_claim;                          // is about the claim alone, whatever its positions
  std::string_view meaning;               // one line
  std::vector<std::string_view> words{};  // of KeyType::word and KeyType::ordered, lowest first
};

// In the order in which help shows them.
const std::vector<KeyRow>& keys();
const KeyRow& row_of(Key key);
const KeyRow* key_named(std::string_view name);  // null where there is none

// True where < and > may stand before a value.
bool is_compared(KeyType type);

// The place of a word among the words of an ordered key; nothing where it is none of them.
std::optional<std::size_t> place_of(const KeyRow& row, std::string_view word);

// A date as a query has it: a day, a month or a year, without "~", brackets and time; or today,
// yesterday.
std::string date_problem(std::string_view text);  // empty where it is one
Date date_in(std::string_view text, Day today);   // REQUIRES: date_problem(text) is empty

}  // namespace aver::claims::query
