// SPDX-License-Identifier: MIT
//
// Comparisons of one value: folded text, ids and folders, languages, ordered words, dates.
#include "claims/query/match.h"

#include <algorithm>

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

bool is_of_claim(std::string_view what) {
  return what == "deadline" || what == "tag" || what == "kind" || what == "lang" ||
         what == "relation";
}

bool is_given(const Stance& stance, std::string_view what) {
  if (what == "record") return true;
  if (what == "source") return !stance.source.empty();
  if (what == "quote") return !stance.quote.empty();
  if (what == "translation") return !stance.translation.empty();
  if (what == "summary") return !stance.summary.empty();
  if (what == "searched") return !stance.searched.empty();
  if (what == "mode") return !stance.mode.empty();
  if (what == "speaker") return !stance.speaker.empty();
  if (what == "via") return !stance.via.empty();
  if (what == "locator") return !stance.locator.empty();
  if (what == "until") return stance.until.has_value();
  if (what == "through") return stance.through.has_value();
  if (what == "credibility") return stance.credibility.has_value();
  if (what == "likelihood") return !stance.likelihood.empty();
  if (what == "rating") return !stance.rating.empty();
  if (what == "review_by") return stance.review_by.has_value();
  return false;
}

bool is_best(const Vocabulary& words, std::string_view position) {
  const Meaning meaning = words.find(position);
  if (!meaning || meaning.scale->order != Order::ordered) return false;
  return std::all_of(meaning.scale->words.begin(), meaning.scale->words.end(),
                     [&](const Word& word) { return word.value <= meaning.word->value; });
}

}  // namespace aver::claims::query
