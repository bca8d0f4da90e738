// SPDX-License-Identifier: MIT
#include "claims/text/date.h"

#include <doctest/doctest.h>

using namespace aver::claims;

TEST_CASE("a date is read and written as it was typed") {
  for (const char* text : {"2024", "2024-10", "2024-10-31", "2024~", "2024-10~", "2024-10-31~",
                           "0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29"}) {
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
  for (const char* text :
       {"", "~", "24", "2024-", "2024-1", "2024-10-3", "2024-10-311", "2024-10-31~~", " 2024",
        "2024 ", "+2024", "2024-1O", "-2024", "2024--10", "２０２４"}) {
    CAPTURE(text);
    CHECK_FALSE(problem(text).empty());
  }
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
  CHECK(span("2024-10~") == "2024-10-01..2024-10-31");
}

TEST_CASE("dates order by their first day, then their last, exact before approximate") {
  const char* in_order[] = {"2023-12-31", "2024-01-01", "2024-01-01~", "2024-01",
                            "2024",       "2024~",      "2024-01-02",  "2024-02"};
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
}
