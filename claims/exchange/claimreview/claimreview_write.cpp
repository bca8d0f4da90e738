// SPDX-License-Identifier: MIT
//
// Writes the object member by member, straight into the output: no tree of it is ever in memory.
#include "claims/exchange/claimreview/claimreview_write.h"

#include <algorithm>
#include <charconv>

#include "claims/exchange/json/json.h"
#include "claims/text/json_text.h"

namespace aver::claims {
namespace {

// An object that is being written; members that would be empty are left out.
class ObjectWriter {
 public:
  ObjectWriter(std::string& to, std::string_view type) : to_(to) {
    to_ += "{\"@type\":";
    json::append_string(to_, type);
  }
  void text(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    name(key);
    json::append_string(to_, value);
  }
  void number(std::string_view key, double value) {
    char buffer[32];
    name(key);
    to_.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
  }
  void name(std::string_view key) {
    to_ += ',';
    json::append_string(to_, key);
    to_ += ':';
  }
  void end() { to_ += '}'; }

 private:
  std::string& to_;
};

std::string_view schema_type(std::string_view actor_kind) {
  return actor_kind == "person" || actor_kind == "account" ? "Person" : "Organization";
}

// As ISO 8601, which has no "about", and nothing for days between which a date lies.
std::string iso(const Date& date) {
  if (date.bounded()) return "";
  std::string text = to_string(date);
  if (text.ends_with('~')) text.pop_back();
  return text;
}

// Of the word on its scale, from 1 to 5; nothing where the number would say something else.
std::optional<double> number_of(const Meaning& meaning) {
  const std::vector<Word>& words = meaning.scale->words;
  double low = meaning.word->value;
  double high = low;
  for (const Word& word : words) {
    if (word.absence) continue;
    low = std::min(low, word.value);
    high = std::max(high, word.value);
  }
  const auto first = std::find_if(words.begin(), words.end(), [&](const Word& word) {
    return word.value == meaning.word->value;
  });
  if (&*first != meaning.word || meaning.word->absence || low == high) return std::nullopt;
  return 1 + 4 * (meaning.word->value - low) / (high - low);
}

}  // namespace

bool is_rating(const Stance& stance, const Vocabulary& vocabulary) {
  const Meaning meaning = vocabulary.find(stance.position);
  return meaning && meaning.scale->name == "rating";
}

void append_claimreview(std::string& to, const ReviewParts& parts, const Vocabulary& vocabulary) {
  const Stance& stance = *parts.stance;
  const Claim& claim = *parts.claim;
  const Meaning meaning = vocabulary.find(stance.position);
  ObjectWriter review(to, "ClaimReview");
  review.text("url", parts.url);
  review.text("name", parts.title);
  review.text("claimReviewed", claim.text);
  review.text("datePublished", iso(stance.held));
  review.name("author");
  ObjectWriter author(to, schema_type(parts.reviewer_kind));
  author.text("name", parts.reviewer);
  author.text("url", parts.reviewer_url);
  author.end();
  review.name("reviewRating");
  ObjectWriter rating(to, "Rating");
  if (const std::optional<double> number = meaning ? number_of(meaning) : std::nullopt) {
    rating.number("ratingValue", *number);
    rating.number("bestRating", 5);
    rating.number("worstRating", 1);
  }
  rating.text("alternateName",
              stance.rating.empty() ? vocabulary.canonical(stance.position) : stance.rating);
  rating.end();
  review.name("itemReviewed");
  ObjectWriter item(to, "Claim");
  if (parts.claimant) {
    item.name("author");
    ObjectWriter claimant(to, schema_type(parts.claimant->kind));
    claimant.text("name", parts.claimant->name);
    claimant.end();
    item.text("datePublished", iso(parts.claimant->held));
  }
  item.end();
  review.text("inLanguage", stance.quote_lang);
  review.text("reviewBody", stance.summary);
  review.end();
}

}  // namespace aver::claims
