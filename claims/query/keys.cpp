// SPDX-License-Identifier: MIT
//
// The table of keys. Its rows stand in the order of enum Key: row_of() indexes by it.
#include "claims/query/keys.h"

#include <algorithm>
#include <set>

#include "claims/query/match.h"
#include "claims/records/codec.h"
#include "claims/records/schema.h"

namespace aver::claims::query {
namespace {

// The words of has: and no:, in the order of letters.
std::vector<std::string_view> words_of_has() {
  std::set<std::string_view> words = {kRecord};
  const auto add = [&](const auto& fields) {
    for (const schema::KeyTraits& field : fields) {
      if (!field.has.empty()) words.insert(field.has);
    }
  };
  add(schema::fields(schema::Of<Claim>{}));
  add(schema::fields(schema::Of<Stance>{}));
  add(schema::fields(schema::Of<Source>{}));
  return {words.begin(), words.end()};
}

}  // namespace

const std::vector<KeyRow>& keys() {
  constexpr bool claim = true;
  constexpr bool position = false;
  static const std::vector<std::string_view> given = words_of_has();
  static const std::vector<KeyRow> all = {
      {Key::word, "", KeyType::text, position, ""},
      {Key::phrase, "", KeyType::text, position, ""},
      {Key::claim, "claim", KeyType::id, claim, "the claim of this id"},
      {Key::topic, "topic", KeyType::id, claim, "claims in this folder and below"},
      {Key::kind, "kind", KeyType::word, claim, "the claim's kind",
       choices(RecordKind::claim, "kind")},
      {Key::tag, "tag", KeyType::exact, claim, "a tag of the claim, in full"},
      {Key::lang, "lang", KeyType::label, claim, "language of the claim; en takes en-GB, too"},
      {Key::text, "text", KeyType::text, claim, "words in the claim's text"},
      {Key::related, "related", KeyType::id, claim, "claims with a relation to this one"},
      {Key::deadline, "deadline", KeyType::date, claim, "of a pledge or a prediction"},
      {Key::missing, "missing", KeyType::id, claim,
       "claims on which this holder has no record in force"},
      {Key::holder, "holder", KeyType::id, position, "whose position it is"},
      {Key::position, "position", KeyType::position, position, "the word; older names count"},
      {Key::scale, "scale", KeyType::scale, position, "the scale that the word stands on"},
      {Key::held, "held", KeyType::date, position, "when the record in force was held"},
      {Key::until, "until", KeyType::date, position, "the last day it was held"},
      {Key::through, "through", KeyType::date, position, "looked until then, nothing had changed"},
      {Key::checked, "checked", KeyType::date, position, "last looked at: through, else held"},
      {Key::change,
       "change",
       KeyType::word,
       position,
       "class of the last change (aver help changes)",
       {"first", "restated", "shift", "reversal", "advance", "setback", "lapsed", "resumed",
        "undecided"}},
      {Key::changed, "changed", KeyType::date, position,
       "when that was; a position restated is no change"},
      {Key::mode, "mode", KeyType::word, position, "how it is known",
       choices(RecordKind::stance, "mode")},
      {Key::speaker, "speaker", KeyType::text, position,
       "words in who uttered it: ids and names alike"},
      {Key::via, "via", KeyType::text, position, "words in who reports it, likewise"},
      {Key::searched, "searched", KeyType::text, position, "words in where somebody looked"},
      {Key::quote, "quote", KeyType::text, position, "words in the quote or its translation"},
      {Key::quote_lang, "quote_lang", KeyType::label, position, "language of the quote"},
      {Key::source, "source", KeyType::id, position, "the source, or a folder of sources"},
      {Key::publisher, "publisher", KeyType::text, position,
       "words in the source's publisher; ids and names alike"},
      {Key::published, "published", KeyType::date, position, "when the source was published"},
      {Key::reliability, "reliability", KeyType::ordered, position,
       "of the source; A is best, so <=B is A or B", choices(RecordKind::source, "reliability")},
      {Key::credibility,
       "credibility",
       KeyType::ordered,
       position,
       "of the item; 1 is best, so <=2 is 1 or 2",
       {"1", "2", "3", "4", "5", "6"}},
      {Key::likelihood, "likelihood", KeyType::ordered, position, "of a prediction",
       choices(RecordKind::stance, "likelihood")},
      {Key::rating, "rating", KeyType::label, position, "a reviewer's own label, in full"},
      {Key::review_by, "review_by", KeyType::date, position,
       "when to look again at claim or position"},
      {Key::due, "due", KeyType::date, position, "deadline or review_by, whichever fits"},
      {Key::has, "has", KeyType::word, position, "it is given", given},
      {Key::no, "no", KeyType::word, position, "it is not given; no:record: nobody has a position",
       given},
      {Key::is,
       "is",
       KeyType::word,
       position,
       "see below",
       {"absent", "certain", "contradicted", "corrected", "ended", "lapsed", "overdue", "retracted",
        "set-aside", "single-source", "uncertain", "unverified"}},
  };
  return all;
}

const KeyRow& row_of(Key key) { return keys()[static_cast<std::size_t>(key)]; }

const KeyRow* key_named(std::string_view name) {
  for (const KeyRow& row : keys()) {
    if (!row.name.empty() && row.name == name) return &row;
  }
  return nullptr;
}

bool is_compared(KeyType type) { return type == KeyType::date || type == KeyType::ordered; }

std::optional<std::size_t> place_of(const KeyRow& row, std::string_view word) {
  const auto at = std::find(row.words.begin(), row.words.end(), word);
  if (at == row.words.end()) return std::nullopt;
  return static_cast<std::size_t>(at - row.words.begin());
}

std::string date_problem(std::string_view text) {
  if (text == "today" || text == "yesterday") return "";
  // Of "[A..B]" a query has made the span from "[A" to "B]".
  if (text.starts_with('[') || text.ends_with(']'))
    return "a date in a query carries no brackets: 2024-10-03..2024-10-09 is a span of days";
  const ParsedDate parsed = parse_date(text);
  if (!parsed.date) return parsed.problem;
  if (parsed.date->approximate())
    return "a date in a query carries no \"~\": a month or a year is a span of days";
  if (parsed.date->time()) return "a date in a query takes no time";
  return "";
}

Date date_in(std::string_view text, Day today) {
  if (text == "today") return Date(today);
  if (text == "yesterday") return Date(today - std::chrono::days{1});
  return *parse_date(text).date;
}

}  // namespace aver::claims::query
