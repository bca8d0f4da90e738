// SPDX-License-Identifier: MIT
//
// What holds of every row of the table of keys: a new one is tested by being there.
#include "claims/records/schema.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <set>

#include "claims/merge/merge.h"
#include "claims/positions/diff.h"
#include "claims/records/codec.h"
#include "claims/records/values.h"
#include "claims/records/vocabulary.h"
#include "tests/claims/any_value.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

Decoded<Claim> decode(std::string_view text, const Claim&) {
  return decode_claim(text, "claims/topic/x/claim.toml");
}
Decoded<Stance> decode(std::string_view text, const Stance& stance) {
  return decode_stance(text, "claims/" + stance.id() + ".toml");
}
Decoded<Actor> decode(std::string_view text, const Actor&) {
  return decode_actor(text, "actors/borland.toml");
}
Decoded<Source> decode(std::string_view text, const Source&) {
  return decode_source(text, "sources/2024/gazette.toml");
}
Decoded<Review> decode(std::string_view text, const Review&) {
  return decode_review(text, "reviews/p/2024-11-01-jane-approve.toml");
}

template <class Record>
constexpr RecordKind kind_of(const Record&) {
  if constexpr (std::is_same_v<Record, Claim>) return RecordKind::claim;
  if constexpr (std::is_same_v<Record, Stance>) return RecordKind::stance;
  if constexpr (std::is_same_v<Record, Actor>) return RecordKind::actor;
  return std::is_same_v<Record, Source> ? RecordKind::source : RecordKind::review;
}

}  // namespace

TEST_CASE("a value of any key survives being written and read, and is told from the absent one") {
  CHECK(rc::check([] {
    for_each_record([]<class Record>(const Record& plain) {
      for (const schema::Field<Record>& field : schema::fields(schema::Of<Record>{})) {
        Record record = plain;
        if constexpr (std::is_same_v<Record, Stance>) record.reason = "as corrections need one";
        give(record, field);
        RC_ASSERT(field.with(record, [](const auto& v) { return schema::is_given(v); }));
        const Decoded<Record> decoded = decode(encode(record), plain);
        RC_LOG() << field.key << "\n" << encode(record) << "\n";
        RC_ASSERT(decoded.record.has_value());
        RC_ASSERT(field.equal(*decoded.record, record));
        RC_ASSERT(*decoded.record == record);
      }
    });
  }));
}

TEST_CASE("every key has a meaning, and stands once in every order") {
  for_each_record([]<class Record>(const Record& plain) {
    std::set<std::string_view> keys;
    for (const FieldInfo& field : fields(kind_of(plain))) {
      CHECK_MESSAGE(!field.meaning.empty(), field.key);
      CHECK_MESSAGE(keys.insert(field.key).second, field.key);
      for (const FieldInfo& inner : field.fields) CHECK_MESSAGE(!inner.meaning.empty(), inner.key);
    }
    CHECK(schema::in_json<Record>().size() == keys.size());
    for (const auto* rows :
         {&schema::in_json<Record>(), &schema::in_text<Record>(), &schema::in_columns<Record>()}) {
      std::set<std::string_view> seen;
      for (const schema::Field<Record>* field : *rows)
        CHECK_MESSAGE(seen.insert(field->key).second, field->key);
    }
  });
}

TEST_CASE("a row that stands before another names one that is there") {
  for_each_record([]<class Record>(const Record&) {
    const auto& all = schema::fields(schema::Of<Record>{});
    for (const schema::Field<Record>& field : all) {
      for (const std::string_view before :
           {field.json.before, field.text.before, field.row ? field.row->before : ""}) {
        const bool is_there =
            before.empty() || before == schema::kEnd ||
            std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.key == before; });
        CHECK_MESSAGE(is_there, field.key);
      }
    }
  });
}

TEST_CASE("a new value of any key is taken over by a merge when the other side changed another") {
  CHECK(rc::check([] {
    for_each_record([]<class Record>(const Record& plain) {
      for (const schema::Field<Record>& field : schema::fields(schema::Of<Record>{})) {
        Record ours = plain;
        give(ours, field);
        const std::string theirs = encode(plain) + "x-theirs = 1\n";
        const Merged merged = merge(kind_of(plain), encode(plain), encode(ours), theirs);
        RC_LOG() << field.key << "\n" << encode(ours) << "\n";
        RC_ASSERT(merged.clean());
        const Decoded<Record> decoded = decode(*merged.text, plain);
        RC_ASSERT(decoded.readable() != nullptr);
        RC_ASSERT(field.equal(*decoded.readable(), ours));
        RC_ASSERT(decoded.readable()->unknown.size() == 1U);
      }
    });
  }));
}

TEST_CASE("a new value of any key of a claim or stance is a difference") {
  const Day day = *parse_day("2030-01-01");
  const auto difference = [&](const ClaimFolder& a, const ClaimFolder& b) {
    return diff({&a, day}, {&b, day}, default_vocabulary());
  };
  CHECK(rc::check([&] {
    const ClaimFolder plain{"topic/x", plain_claim(), {plain_stance()}};
    RC_ASSERT(difference(plain, plain).empty());
    for (const schema::Field<Claim>& field : schema::fields(schema::Of<Claim>{})) {
      ClaimFolder other = plain;
      give(*other.claim, field);
      if (*other.claim == *plain.claim) continue;  // the text, by chance
      const ClaimDiff found = difference(plain, other);
      if (field.key == "text") {
        RC_ASSERT(found.text_before == plain.claim->text);
      } else {
        RC_ASSERT(found.edited_keys == std::vector<std::string>{std::string(field.key)});
      }
    }
    for (const schema::Field<Stance>& field : schema::fields(schema::Of<Stance>{})) {
      ClaimFolder other = plain;
      give(other.stances.front(), field);
      if (other.stances == plain.stances) continue;
      RC_LOG() << field.key << "\n" << encode(other.stances.front()) << "\n";
      RC_ASSERT_FALSE(difference(plain, other).empty());
    }
  }));
}
