// SPDX-License-Identifier: MIT
//
// Takes the fields of a review out of JSON-LD or of an API answer, in whatever shape each value
// comes: a text, a list, a node with a name, a reference. Judges nothing: what is missing stays
// empty.
#include "claims/exchange/claimreview/claimreview_fields.h"

#include <algorithm>
#include <charconv>

namespace aver::claims::claimreview {
namespace {

using json::Node;

// "ClaimReview" of "ClaimReview", "schema:ClaimReview", "http://schema.org/ClaimReview".
bool is_type(std::string_view given, std::string_view wanted) {
  if (!given.ends_with(wanted)) return false;
  if (given.size() == wanted.size()) return true;
  const char before = given[given.size() - wanted.size() - 1];
  return before == ':' || before == '/' || before == '#';
}

bool has_type(const Node& value, std::string_view wanted) {
  const Node* type = json::find(value, "@type");
  if (type == nullptr) return false;
  if (const auto* text = std::get_if<std::string>(&type->data)) return is_type(*text, wanted);
  const json::Array* list = std::get_if<json::Array>(&type->data);
  return list != nullptr && std::any_of(list->begin(), list->end(), [&](const Node& item) {
           const auto* text = std::get_if<std::string>(&item.data);
           return text != nullptr && is_type(*text, wanted);
         });
}

// The text of a value in any of the forms that JSON-LD allows; of a list, the first that has any.
std::string text_in(const Node* value) {
  if (value == nullptr) return "";
  if (const auto* text = std::get_if<std::string>(&value->data)) return one_line(*text);
  if (const auto* list = std::get_if<json::Array>(&value->data)) {
    for (const Node& item : *list) {
      if (std::string text = text_in(&item); !text.empty()) return text;
    }
    return "";
  }
  for (const char* key : {"@value", "name", "text", "@id"}) {
    if (std::string text = text_in(json::find(*value, key)); !text.empty()) return text;
  }
  return "";
}

std::string text_in(const Node& value, std::string_view key) {
  return text_in(json::find(value, key));
}

std::optional<double> number_in(const Node& value, std::string_view key) {
  const Node* found = json::find(value, key);
  if (found == nullptr) return std::nullopt;
  if (const auto* whole = std::get_if<std::int64_t>(&found->data))
    return static_cast<double>(*whole);
  if (const auto* decimal = std::get_if<double>(&found->data)) return *decimal;
  const std::string text = text_in(found);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::vector<Party> parties_in(const Node* value, const Resolve& resolve) {
  if (value == nullptr) return {};
  if (const auto* list = std::get_if<json::Array>(&value->data)) {
    std::vector<Party> all;
    for (const Node& item : *list) {
      for (Party& party : parties_in(&item, resolve)) all.push_back(std::move(party));
    }
    return all;
  }
  if (const auto* name = std::get_if<std::string>(&value->data)) {
    const std::string line = one_line(*name);
    return line.empty() ? std::vector<Party>{} : std::vector<Party>{{line, ""}};
  }
  const Node& node = resolve(*value);
  std::string name = text_in(node, "name");
  if (name.empty()) name = text_in(node, "legalName");
  if (name.empty()) return {};
  return {{std::move(name), text_in(node, "@type")}};
}

bool is_person(const Party& party) { return party.type.ends_with("Person"); }

// What the claim itself says: of the first of the forms that it comes in.
const Node* item_of(const Node& review, const Resolve& resolve) {
  const Node* item = json::find(review, "itemReviewed");
  if (item == nullptr) return nullptr;
  if (const auto* list = std::get_if<json::Array>(&item->data)) {
    if (list->empty()) return nullptr;
    item = &list->front();
  }
  return &resolve(*item);
}

}  // namespace

bool is_review(const Node& value) { return has_type(value, "ClaimReview"); }

Fields fields_of(const Node& review, const Resolve& resolve) {
  Fields fields;
  fields.place = review.place;
  fields.text = text_in(review, "claimReviewed");
  if (const Node* item = item_of(review, resolve)) {
    for (const char* key : {"text", "name", "description", "headline"}) {
      if (fields.text.empty()) fields.text = text_in(*item, key);
    }
    fields.claimants = parties_in(json::find(*item, "author"), resolve);
    fields.claim_date = text_in(*item, "datePublished");
    for (const char* key : {"firstAppearance", "appearance"}) {
      const Node* made = json::find(*item, key);
      if (made != nullptr && fields.claim_date.empty())
        fields.claim_date = text_in(*made, "datePublished");
    }
  }
  // An organisation is preferred, as the publisher of a review, to the person who wrote it.
  const std::vector<Party> authors = parties_in(json::find(review, "author"), resolve);
  const std::vector<Party> publishers = parties_in(json::find(review, "publisher"), resolve);
  const auto outlet = std::find_if(authors.begin(), authors.end(),
                                   [](const Party& party) { return !is_person(party); });
  if (outlet != authors.end()) {
    fields.publisher = *outlet;
  } else if (!publishers.empty()) {
    fields.publisher = publishers.front();
  } else if (!authors.empty()) {
    fields.publisher = authors.front();
  }
  fields.url = text_in(review, "url");
  if (fields.url.empty()) fields.url = text_in(review, "mainEntityOfPage");
  fields.site = host_of(fields.url);
  if (fields.publisher.name.empty()) fields.publisher = {fields.site, ""};
  fields.title = text_in(review, "name");
  if (fields.title.empty()) fields.title = text_in(review, "headline");
  for (const char* key : {"datePublished", "dateCreated", "dateModified"}) {
    if (fields.date.empty()) fields.date = text_in(review, key);
  }
  if (const Node* rating = json::find(review, "reviewRating")) {
    const Node& node = resolve(*rating);
    if (std::holds_alternative<json::Object>(node.data)) {
      fields.label = text_in(node, "alternateName");
      if (fields.label.empty()) fields.label = text_in(node, "name");
      if (const std::optional<double> value = number_in(node, "ratingValue")) {
        fields.number =
            NumericRating{*value, number_in(node, "bestRating"), number_in(node, "worstRating")};
      } else if (fields.label.empty()) {
        fields.label = text_in(node, "ratingValue");
      }
    } else {
      fields.label = text_in(&node);
    }
  }
  fields.lang = text_in(review, "inLanguage");
  const Node* body = json::find(review, "reviewBody");
  if (body == nullptr) body = json::find(review, "description");
  if (body != nullptr) {
    if (const auto* text = std::get_if<std::string>(&body->data)) fields.body = *text;
  }
  return fields;
}

bool is_api_claim(const Node& value) {
  const Node* reviews = json::find(value, "claimReview");
  return reviews != nullptr && std::holds_alternative<json::Array>(reviews->data);
}

std::vector<Fields> fields_of_api(const Node& claim) {
  std::vector<Fields> all;
  const Node* reviews = json::find(claim, "claimReview");
  for (const Node& review : std::get<json::Array>(reviews->data)) {
    Fields fields;
    fields.place = review.place;
    fields.text = text_in(claim, "text");
    if (std::string claimant = text_in(claim, "claimant"); !claimant.empty())
      fields.claimants = {{std::move(claimant), ""}};
    fields.claim_date = text_in(claim, "claimDate");
    fields.url = text_in(review, "url");
    if (const Node* publisher = json::find(review, "publisher")) {
      fields.publisher = {text_in(*publisher, "name"), ""};
      fields.site = host_of(text_in(*publisher, "site"));
    }
    if (fields.site.empty()) fields.site = host_of(fields.url);
    if (fields.publisher.name.empty()) fields.publisher = {fields.site, ""};
    fields.title = text_in(review, "title");
    fields.date = text_in(review, "reviewDate");
    fields.label = text_in(review, "textualRating");
    fields.lang = text_in(review, "languageCode");
    all.push_back(std::move(fields));
  }
  return all;
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

std::string host_of(std::string_view url) {
  if (const std::size_t scheme = url.find("://"); scheme != url.npos) url.remove_prefix(scheme + 3);
  std::string host(url.substr(0, url.find_first_of("/?#:")));
  for (char& c : host) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (host.starts_with("www.")) host.erase(0, 4);
  const bool sound = host.find('.') != host.npos && host.find_first_of(" <>\"@") == host.npos;
  return sound ? host : "";
}

}  // namespace aver::claims::claimreview
