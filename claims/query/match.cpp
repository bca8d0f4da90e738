// SPDX-License-Identifier: MIT
//
// Comparisons of one value: folded text, ids and folders, languages, ordered words, dates.
#include "claims/query/match.h"

#include <algorithm>

#include "claims/records/schema.h"
#include "claims/records/values.h"
#include "claims/text/fold.h"

namespace aver::claims::query {

bool contains(std::string_view text, std::string_view wanted) {
  if (text.empty()) return false;
  return plain(text).find(plain(wanted)) != std::string::npos;
}

bool any_contains(const std::vector<std::string>& texts, std::string_view wanted) {
  return std::any_of(texts.begin(), texts.end(),
                     [&](const std::string& text) { return contains(text, wanted); });
}

bool is_in(std::string_view id, std::string_view folder) {
  return id.starts_with(folder) && (id.size() == folder.size() || id[folder.size()] == '/');
}

bool is_language(std::string_view tag, std::string_view wanted) {
  const std::string have = lower_case(tag);
  const std::string want = lower_case(wanted);
  return have.starts_with(want) && (have.size() == want.size() || have[want.size()] == '-');
}

bool is_in_order(const KeyRow& row, std::string_view word, const Match& match) {
  const std::optional<std::size_t> at = place_of(row, word);
  if (!at) return false;
  const std::optional<std::size_t> value = place_of(row, match.value);
  switch (match.op) {
    case Op::is:
      return at == value;
    case Op::less:
      return at < value;
    case Op::at_most:
      return at <= value;
    case Op::more:
      return at > value;
    case Op::at_least:
      return at >= value;
    case Op::between:
      return (!value || at >= value) && (match.to.empty() || at <= place_of(row, match.to));
  }
  return false;
}

bool fits_in(const Date& date, const Match& match, Day today) {
  const auto begins_in = [&](const std::string& text) {
    return date.earliest() >= date_in(text, today).earliest();
  };
  const auto ends_in = [&](const std::string& text) {
    return date.latest() <= date_in(text, today).latest();
  };
  switch (match.op) {
    case Op::is:
      return begins_in(match.value) && ends_in(match.value);
    case Op::less:
      return date.latest() < date_in(match.value, today).earliest();
    case Op::at_most:
      return ends_in(match.value);
    case Op::more:
      return date.earliest() > date_in(match.value, today).latest();
    case Op::at_least:
      return begins_in(match.value);
    case Op::between:
      return (match.value.empty() || begins_in(match.value)) &&
             (match.to.empty() || ends_in(match.to));
  }
  return false;
}

namespace {

// The row that a word of has: asks about; null where the record has none.
template <class Record>
const schema::Field<Record>* row_of_has(std::string_view what) {
  for (const schema::Field<Record>& field : schema::fields(schema::Of<Record>{})) {
    if (!field.has.empty() && field.has == what) return &field;
  }
  return nullptr;
}

template <class Record>
bool has_given(const Record& record, std::string_view what) {
  const schema::Field<Record>* row = row_of_has<Record>(what);
  return row != nullptr &&
         row->with(record, [](const auto& value) { return schema::is_given(value); });
}

}  // namespace

bool is_of_claim(std::string_view what) {
  return row_of_has<Claim>(what) != nullptr && row_of_has<Stance>(what) == nullptr;
}

bool is_of_source(std::string_view what) { return row_of_has<Source>(what) != nullptr; }

bool is_given(const Claim& claim, std::string_view what) { return has_given(claim, what); }

bool is_given(const Stance& stance, std::string_view what) {
  return what == kRecord || has_given(stance, what) ||
         std::any_of(stance.further.begin(), stance.further.end(),
                     [&](const Evidence& one) { return has_given(one, what); });
}

bool is_given(const Source& source, std::string_view what) { return has_given(source, what); }

}  // namespace aver::claims::query
