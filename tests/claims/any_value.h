// SPDX-License-Identifier: MIT
//
// A generated value for any key of any record, by its row of the table: for properties that hold of
// every key there is, and of those that are yet to come.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "claims/records/schema.h"
#include "tests/claims/generate.h"

namespace aver::tests {

// Records with the keys that they cannot do without, and no other.
inline Claim plain_claim() {
  Claim claim;
  claim.id = "topic/x";
  claim.text = "X is so";
  return claim;
}

inline Stance plain_stance() {
  Stance plain = aver::tests::stance("2024-10-31", "deny", "2024-10-31-borland");
  plain.holder = "borland";
  return plain;
}

inline Actor plain_actor() {
  Actor actor;
  actor.id = "borland";
  actor.name = "Borland";
  actor.kind = "state";
  return actor;
}

inline Source plain_source() {
  Source source;
  source.id = "2024/gazette";
  source.title = "The Gazette";
  return source;
}

inline Review plain_review() {
  Review review;
  review.id = "p/2024-11-01-jane-approve";
  review.by = "jane";
  review.verdict = "approve";
  review.at = Moment{date("2024-11-01"), ""};
  return review;
}

// Calls `use` with a plain record of every kind.
template <class Use>
void for_each_record(const Use& use) {
  use(plain_claim());
  use(plain_stance());
  use(plain_actor());
  use(plain_source());
  use(plain_review());
}

inline std::string text_for(const schema::KeyTraits& key) {
  using schema::Type;
  switch (key.type) {
    case Type::text:
      return *rc::gen::suchThat(any_text(true), [](const std::string& t) { return !t.empty(); });
    case Type::id:
      return an_id();
    case Type::word:
      return std::string(*rc::gen::elementOf(key.choices));
    case Type::url:
      return "https://example.org/" + an_id();
    case Type::digest:
      return std::string(64, *rc::gen::element('0', '7', 'a', 'f'));
    case Type::file_name:
      return *rc::gen::element<std::string>("a.txt", "b-2.html", "A b.pdf");
    case Type::stance:
      return *rc::gen::element<std::string>("2024-09-borland", "topic/x/2024-09-borland");
    default:
      return *a_line();
  }
}

// Any value but the absent one.
template <class Record>
void give(Record& record, const schema::Field<Record>& field);

struct Giver {
  const schema::KeyTraits& key;

  void operator()(std::string& to) const { to = text_for(key); }
  void operator()(bool& to) const { to = true; }
  void operator()(Date& to) const { to = key.timed ? *a_held() : *a_date(); }
  void operator()(std::optional<Date>& to) const { to = *a_date(); }
  void operator()(std::optional<int>& to) const { to = *rc::gen::inRange(key.low, key.high + 1); }
  void operator()(std::optional<Moment>& to) const {
    to = *rc::gen::arbitrary<bool>() ? Moment{*a_date(), ""}
                                     : Moment{date("2024-11-01"), "2024-11-01T09:30:00Z"};
  }
  void operator()(std::vector<std::string>& to) const {
    using schema::Type;
    const Type each = key.type == Type::ids    ? Type::id
                      : key.type == Type::urls ? Type::url
                                               : Type::line;
    const int count = *rc::gen::inRange(1, 4);
    for (int i = 0; i < count; ++i) to.push_back(text_for({.key = key.key, .type = each}));
    if (key.type != Type::set) return;
    std::sort(to.begin(), to.end());
    to.erase(std::unique(to.begin(), to.end()), to.end());
  }
  template <class Part>
  void operator()(std::vector<Part>& to) const {
    Part& part = to.emplace_back();
    for (const schema::Field<Part>& field : schema::fields(schema::Of<Part>{})) give(part, field);
  }
};

template <class Record>
void give(Record& record, const schema::Field<Record>& field) {
  std::visit([&](auto member) { Giver{field}(record.*member); }, field.member);
}

}  // namespace aver::tests
