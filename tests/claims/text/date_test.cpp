// SPDX-License-Identifier: MIT
#include "claims/text/date.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "tests/claims/generate.h"

using namespace aver::claims;

TEST_CASE("a date is read and written as it was typed") {
  for (const char* text : {"2024",
                           "2024-10",
                           "2024-10-31",
                           "2024~",
                           "2024-10~",
                           "2024-10-31~",
                           "0001-01-01",
                           "9999-12-31",
                           "2024-02-29",
                           "2000-02-29",
                           "[2024-10-03..2024-10-09]",
                           "[..2024-10-31]",
                           "[2024-10..2024-11]",
                           "[..2024-10]",
                           "[2023..2024-02-29]",
                           "[2024-10-31..2024-10-31]",
                           "2024-10-31T18:00:00",
                           "2024-10-31T00:00:00Z",
                           "2024-10-31T23:59:59.000000001+09:00",
                           "2024-10-31T18:00:00.5-03:30",
                           "9999-12-31T23:59:59.999999999-23:59"}) {
    CAPTURE(text);
    const ParsedDate parsed = parse_date(text);
    REQUIRE(parsed.date);
    CHECK(to_string(*parsed.date) == text);
  }
}

TEST_CASE("what is no date says why") {
  const auto problem = [](const char* text) {
    const ParsedDate parsed = parse_date(text);
    CHECK_FALSE(parsed.date);
    return parsed.problem;
  };
  CHECK(problem("2024-02-30") == "there is no 30 February 2024");
  CHECK(problem("2023-02-29") == "there is no 29 February 2023");
  CHECK(problem("1900-02-29") == "there is no 29 February 1900");
  CHECK(problem("2024-13") == "there is no month 13 in \"2024-13\"");
  CHECK(problem("2024-00-01") == "there is no month 00 in \"2024-00-01\"");
  CHECK(problem("2024-04-31") == "there is no 31 April 2024");
  CHECK(problem("2024-10-00") == "there is no 0 October 2024");
  CHECK(problem("0000") == "there is no year 0000");
  CHECK(problem("31.10.2024").find("with \"-\"") != std::string::npos);
  CHECK(problem("[2024-10-09..2024-10-03]") ==
        "\"[2024-10-09..2024-10-03]\" ends before it begins");
  CHECK(problem("[2024-10-03]") ==
        "\"[2024-10-03]\" is no date: in brackets it is [2024-10-03..2024-10-09], or "
        "[..2024-10-31]");
  CHECK(
      problem("[2024-10-03~..2024-10-09]") ==
      "a date in brackets takes no \"~\": the brackets in \"[2024-10-03~..2024-10-09]\" say which "
      "days it may be");
  CHECK(problem("[..2024-10-31]~").find("takes no \"~\"") != std::string::npos);
  CHECK(problem("[2024-10-03..2024-10-09T10:00:00Z]") ==
        "a date in brackets takes no time: \"[2024-10-03..2024-10-09T10:00:00Z]\"");
  CHECK(problem("[2024-02-30..2024-10-09]") == "there is no 30 February 2024");
  CHECK(problem("[2024-02-01..2024-02-30]") == "there is no 30 February 2024");
  CHECK(problem("2024-10-31T18:00") ==
        "\"18:00\" is no time: write 18:00:00, with Z or +09:00 behind it for its offset from UTC");
  CHECK(problem("2024-10-31T24:00:00") == "there is no time 24:00:00");
  CHECK(problem("2024-10-31T23:59:60Z") == "there is no time 23:59:60");
  CHECK(problem("2024-10-31T18:00:00+24:00") == "there is no offset +24:00 from UTC");
  CHECK(problem("2024-10-31T18:00:00.1234567890Z") ==
        "a second has at most nine digits behind its point: \"18:00:00.1234567890Z\"");
  CHECK(problem("2024-02-30T18:00:00") == "there is no 30 February 2024");
  for (const char* text : {"",
                           "~",
                           "24",
                           "2024-",
                           "2024-1",
                           "2024-10-3",
                           "2024-10-311",
                           "2024-10-31~~",
                           " 2024",
                           "2024 ",
                           "+2024",
                           "2024-1O",
                           "-2024",
                           "2024--10",
                           "２０２４",
                           "[",
                           "[]",
                           "[.]",
                           "[...]",
                           "[..2024",
                           "[2024..2023..2024]",
                           "[2024-10-03,2024-10-09]",
                           "2024-10-31T",
                           "2024-10-31 ",
                           "2024-10-31T18:00:00.",
                           "2024-10-31T18:00:00+9",
                           "2024-10-31T18:00:00 ",
                           "2024-10-31T18:00:00~",
                           "2024-10-31~T18:00:00",
                           "2024-10T18:00:00",
                           "12 October 2024"}) {
    CAPTURE(text);
    CHECK_FALSE(problem(text).empty());
  }
}

TEST_CASE("a date without a last day is open, and says what it has") {
  const ParsedDate from = parse_date("[2024-10-03..]");
  CHECK_FALSE(from.date);
  CHECK(from.open);
  CHECK(from.from == parse_date("2024-10-03").date);
  CHECK(from.problem ==
        "\"[2024-10-03..]\" has no last day: write it as in [2024-10-03..2024-10-09]");
  const ParsedDate neither = parse_date("[..]");
  CHECK(neither.open);
  CHECK_FALSE(neither.from);
  CHECK(neither.problem == "\"[..]\" may be any day: a date in brackets says at least the last");
  CHECK_FALSE(parse_date("[2024-13..]").open);
  CHECK_FALSE(parse_date("2024-13").open);
}

TEST_CASE("a time that can be written in several ways is one value, written in one") {
  const auto written = [](const char* text) { return to_string(*parse_date(text).date); };
  CHECK(written("2024-10-31 18:00:00z") == "2024-10-31T18:00:00Z");
  CHECK(written("2024-10-31t18:00:00-00:00") == "2024-10-31T18:00:00Z");
  CHECK(written("2024-10-31T18:00:00.500") == "2024-10-31T18:00:00.5");
  CHECK(written("2024-10-31T18:00:00.000+00:00") == "2024-10-31T18:00:00Z");
}

TEST_CASE("a time with an offset is a moment; its day is the day as written there") {
  const auto moment = [](const char* text) { return moment_of(*parse_date(text).date); };
  const Date date = *parse_date("2024-11-01T03:00:00.25+09:00").date;
  CHECK(date.exact());
  CHECK(to_string(date.earliest()) == "2024-11-01");
  CHECK(to_string(date.written()) == "2024-11-01");
  CHECK(date.time()->offset == std::chrono::minutes{540});
  CHECK(moment("2024-11-01T03:00:00.25+09:00") == moment("2024-10-31T18:00:00.25Z"));
  CHECK(moment("1970-01-01T00:00:00.000000001-00:01")->time_since_epoch().count() ==
        60'000'000'001);
  CHECK_FALSE(moment("2024-11-01T03:00:00"));
  CHECK_FALSE(moment("2024-11-01"));
  CHECK(moment("1700-01-01T00:00:00Z"));
  // Nanoseconds do not count as far as that.
  CHECK_FALSE(moment("1066-10-14T09:00:00Z"));
  CHECK_FALSE(moment("9999-12-31T23:59:59Z"));
  CHECK(date.without_time() == *parse_date("2024-11-01").date);
}

TEST_CASE("a partial date is the span of its days") {
  const auto span = [](const char* text) {
    const Date date = *parse_date(text).date;
    return to_string(date.earliest()) + ".." + to_string(date.latest());
  };
  CHECK(span("2024") == "2024-01-01..2024-12-31");
  CHECK(span("2024-02") == "2024-02-01..2024-02-29");
  CHECK(span("2023-02") == "2023-02-01..2023-02-28");
  CHECK(span("2024-10-31") == "2024-10-31..2024-10-31");
  CHECK(span("[2024-10-03..2024-10-09]") == "2024-10-03..2024-10-09");
  CHECK(span("[2024-10..2024-11]") == "2024-10-01..2024-11-30");
  CHECK(span("[2023..2024-02]") == "2023-01-01..2024-02-29");
  CHECK(span("[..2024-10-31]") == "0001-01-01..2024-10-31");
  CHECK(span("[..2024-10]") == "0001-01-01..2024-10-31");
  CHECK(span("2024-10-31T18:00:00Z") == "2024-10-31..2024-10-31");
}

TEST_CASE("about is one unit of the date's own precision, either way") {
  const auto span = [](const char* text) {
    const Date date = *parse_date(text).date;
    return to_string(date.earliest()) + ".." + to_string(date.latest());
  };
  CHECK(span("2024-10-31~") == "2024-10-30..2024-11-01");
  CHECK(span("2024-01-01~") == "2023-12-31..2024-01-02");
  CHECK(span("2024-02-28~") == "2024-02-27..2024-02-29");
  CHECK(span("2024-03-01~") == "2024-02-29..2024-03-02");
  CHECK(span("2023-03-01~") == "2023-02-28..2023-03-02");
  CHECK(span("2024-10~") == "2024-09-01..2024-11-30");
  CHECK(span("2024-01~") == "2023-12-01..2024-02-29");
  CHECK(span("2023-12~") == "2023-11-01..2024-01-31");
  CHECK(span("2024~") == "2023-01-01..2025-12-31");
  // The years have ends.
  CHECK(span("0001-01-01~") == "0001-01-01..0001-01-02");
  CHECK(span("0001-01~") == "0001-01-01..0001-02-28");
  CHECK(span("0001~") == "0001-01-01..0002-12-31");
  CHECK(span("9999-12-31~") == "9999-12-30..9999-12-31");
  CHECK(span("9999-12~") == "9999-11-01..9999-12-31");
  CHECK(span("9999~") == "9998-01-01..9999-12-31");
}

TEST_CASE("the first day that is written is not widened") {
  const auto written = [](const char* text) {
    const Date date = *parse_date(text).date;
    return written_part(date) + " " + to_string(date.written());
  };
  CHECK(written("2024-10-31~") == "2024-10-31 2024-10-31");
  CHECK(written("2024-10") == "2024-10 2024-10-01");
  CHECK(written("2024~") == "2024 2024-01-01");
  CHECK(written("[2024-10-03..2024-10-09]") == "2024-10-03 2024-10-03");
  CHECK(written("[2024-10..2024-11]") == "2024-10 2024-10-01");
  CHECK(written("[..2024-10-31]") == "2024-10-31 2024-10-31");
  CHECK(written("[..2024-10]") == "2024-10 2024-10-01");
  CHECK(written("2024-10-31T18:00:00Z") == "2024-10-31 2024-10-31");
}

TEST_CASE("what has brackets is bounded, and exact where it leaves one day") {
  CHECK(parse_date("[2024-10-03..2024-10-09]").date->bounded());
  CHECK_FALSE(parse_date("[2024-10-03..2024-10-09]").date->exact());
  CHECK_FALSE(parse_date("[..2024-10-31]").date->exact());
  CHECK(parse_date("[2024-10-31..2024-10-31]").date->exact());
  CHECK_FALSE(parse_date("2024-10").date->bounded());
  CHECK_FALSE(parse_date("2024-10").date->exact());
  CHECK_FALSE(parse_date("2024-10-31~").date->exact());
  const Day third = *parse_day("2024-10-03");
  const Day ninth = *parse_day("2024-10-09");
  CHECK(to_string(Date::between(third, ninth)) == "[2024-10-03..2024-10-09]");
  CHECK(to_string(Date::until(ninth)) == "[..2024-10-09]");
}

TEST_CASE("any date is read back from its text, and lies in its own span") {
  CHECK(rc::check([] {
    const Date date = *aver::tests::a_held();
    const ParsedDate again = parse_date(to_string(date));
    RC_ASSERT(again.date == date);
    RC_ASSERT(date.earliest() <= date.latest());
    RC_ASSERT(date.earliest() <= date.written());
    RC_ASSERT(date.written() <= date.latest());
    RC_ASSERT(date.without_time().earliest() == date.earliest());
  }));
}

TEST_CASE("about holds all that the date itself may mean") {
  CHECK(rc::check([] {
    const Date date = *aver::tests::a_plain_date();
    const Date about = *parse_date(written_part(date) + "~").date;
    const Date exact = *parse_date(written_part(date)).date;
    RC_ASSERT(about.earliest() <= exact.earliest());
    RC_ASSERT(about.latest() >= exact.latest());
    RC_ASSERT(about.latest() > exact.latest() || about.earliest() < exact.earliest());
    RC_ASSERT(about.written() == exact.written());
  }));
}

TEST_CASE("dates are equal in the order where they are equal, and the order is one") {
  CHECK(rc::check([] {
    const Date a = *aver::tests::a_held();
    const Date b = *aver::tests::a_held();
    const Date c = *aver::tests::a_held();
    RC_ASSERT((compare(a, b) == 0) == (a == b));
    const auto before = [](const Date& x, const Date& y) { return compare(x, y) < 0; };
    RC_ASSERT(before(a, b) == (compare(b, a) > 0));
    if (before(a, b) && before(b, c)) RC_ASSERT(before(a, c));
  }));
}

TEST_CASE("dates order by their first day, then their last, exact first, then by time") {
  const char* in_order[] = {"[..2024]",
                            "2024~",
                            "2023-12-31",
                            "2024-01-01~",
                            "2024-01-01",
                            "2024-01-01T23:00:00",
                            "2024-01-01T12:00:00+09:00",
                            "2024-01-01T11:00:00Z",
                            "2024-01-01T11:00:00.5Z",
                            "2024-01-01T10:00:00-09:00",
                            "2024-01",
                            "[2024-01-01..2024-01-31]",
                            "2024",
                            "2024-01-02",
                            "2024-02"};
  for (std::size_t i = 0; i < std::size(in_order); ++i) {
    for (std::size_t j = 0; j < std::size(in_order); ++j) {
      CAPTURE(in_order[i]);
      CAPTURE(in_order[j]);
      CHECK((compare(*parse_date(in_order[i]).date, *parse_date(in_order[j]).date) < 0) == (i < j));
    }
  }
}

TEST_CASE("every day of four centuries survives being written and read") {
  for (Day day = *parse_day("1899-12-25"); day < *parse_day("2300-01-10");
       day += std::chrono::days{1}) {
    const std::optional<Day> again = parse_day(to_string(day));
    if (again != day) FAIL(to_string(day));
  }
}

TEST_CASE("only a full exact date names one day") {
  CHECK(parse_day("2024-10-31"));
  CHECK_FALSE(parse_day("2024-10"));
  CHECK_FALSE(parse_day("2024-10-31~"));
  CHECK_FALSE(parse_day("2024-10-31T18:00:00"));
  CHECK_FALSE(parse_day("[2024-10-31..2024-10-31]"));
}
