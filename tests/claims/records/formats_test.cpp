// SPDX-License-Identifier: MIT
#include "claims/records/formats.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "claims/check/check.h"
#include "claims/settings/settings.h"
#include "tests/claims/any_value.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

std::string told(const std::string& text, const RecordRef& record, int format = 1) {
  std::string all;
  for (const Diagnostic& one : check_format(text, record, format)) {
    all += std::to_string(one.place.line) + ":" + std::to_string(one.place.column) + ": " +
           one.sentence + "; " + one.hint + "\n";
  }
  return all;
}

const RecordRef kStance{RecordKind::stance, "a/x/2024-10-03-uw"};

}  // namespace

TEST_CASE("what came with format 2 is told of a store that says it is of format 1") {
  CHECK(
      told("holder = \"uw\"\nposition = \"qualified\"\nheld = \"[2024-10-03..2024-10-09]\"\n"
           "condition = \"if so\"\n",
           kStance) ==
      "3:8: a date in brackets came with format 2, and aver.toml says format = 1; set format = 2 "
      "in aver.toml\n"
      "4:13: the key \"condition\" came with format 2, and aver.toml says format = 1; set format = "
      "2 in aver.toml\n");
  for (const char* held :
       {"2024-10-03T18:00:00Z", "2024-10-03 18:00:00", "\"2024-10-03T18:00:00\""}) {
    CHECK(
        told("held = " + std::string(held) + "\n", kStance) ==
        "1:8: a time of \"held\" came with format 2, and aver.toml says format = 1; set format = 2 "
        "in aver.toml\n");
  }
  CHECK(
      told("[[evidence]]\nsource = \"2024/x\"\n", kStance) ==
      "1:1: the key \"evidence\" came with format 2, and aver.toml says format = 1; set format = 2 "
      "in aver.toml\n");
  CHECK(told("repeats = \"2024-10-02-uw\"\nfirst_recorded = 2024-10-03\n", kStance).find("4:") ==
        std::string::npos);
  CHECK(told("[[role]]\ntitle = \"t\"\nfrom = \"[..2024]\"\n", {RecordKind::actor, "uw"}) ==
        "3:8: a date in brackets came with format 2, and aver.toml says format = 1; set format = 2 "
        "in aver.toml\n");
  CHECK(told("retrieved = \"[..2024]\"\n", {RecordKind::source, "s"}).starts_with("1:13: a date"));
}

TEST_CASE("what format 1 has is not told, and nothing is told of a store of format 2") {
  CHECK(told("holder = \"uw\"\nheld = \"2024-10-31~\"\nuntil = 2024-11-01\nx-own = \"[a]\"\n"
             "quote = \"[..] at 18:00\"\n",
             kStance)
            .empty());
  CHECK(told("retrieved = 2024-11-01T09:30:00Z\n", {RecordKind::source, "s"}).empty());
  CHECK(told("held = \"[..2024]\"\ncondition = \"if so\"\n", kStance, 2).empty());
}

TEST_CASE("a record needs format 2 if a key or a date of it does, whatever else it has") {
  CHECK(rc::check([] {
    const Stance stance = any_stance();
    const auto is_new = [](const std::optional<Date>& date) { return date && date->bounded(); };
    const bool needs = stance.held.bounded() || stance.held.time() || is_new(stance.until) ||
                       is_new(stance.through) || is_new(stance.review_by) ||
                       !stance.condition.empty() || !stance.repeats.empty() ||
                       stance.first_recorded.has_value();
    RC_LOG() << encode(stance) << "\n";
    RC_ASSERT(newer_than(1, table_of(stance), RecordKind::stance).empty() == !needs);
    RC_ASSERT(newer_than(kFormatVersion, table_of(stance), RecordKind::stance).empty());
  }));
}

TEST_CASE("every format up to today's is read, and none after it") {
  const auto read = [](int format) {
    return decode_settings(
               "format = " + std::to_string(format) +
               "\n[[scale]]\nname = \"s\"\norder = \"opposed\"\nwords = [{ word = \"a\" "
               "}]\n")
        .record;
  };
  for (int format = 1; format <= kFormatVersion; ++format) {
    REQUIRE(read(format));
    CHECK(read(format)->format == format);
  }
  CHECK_FALSE(read(kFormatVersion + 1));
  CHECK_FALSE(read(0));
}
