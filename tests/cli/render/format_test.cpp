// SPDX-License-Identifier: MIT
#include "cli/answers/format.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "cli/line/arguments.h"
#include "cli/render/rows/sheet.h"
#include "store/error.h"

using namespace aver::cli;

TEST_CASE("every format has a word of its own, which is read as it is written") {
  for (int i = 0; i <= static_cast<int>(Format::sarif); ++i) {
    const auto format = static_cast<Format>(i);
    CAPTURE(i);
    CHECK_FALSE(to_string(format).empty());
    CHECK(format_named(to_string(format)) == format);
  }
  CHECK_FALSE(format_named("yaml"));
  CHECK_FALSE(format_named(""));
  CHECK_FALSE(format_named("CSV"));
}

TEST_CASE("formats are listed as a person says them") {
  CHECK(listed({Format::text}) == "text");
  CHECK(listed({Format::text, Format::json}) == "text or json");
  CHECK(listed(row_formats()) == "text, json, jsonl, csv or markdown");
}

TEST_CASE("--format takes the formats that a command offers, and no others") {
  for (const CommandRow& row : command_table()) {
    CAPTURE(row.name);
    const Command command = row.make();
    for (const Word& word : command.words) {
      const auto* to = std::get_if<std::optional<Format>*>(&word.target);
      CHECK((word.name == "--format") == (to != nullptr));
      if (to == nullptr) continue;
      const std::vector<Word> alone = {word};
      for (int i = 0; i <= static_cast<int>(Format::sarif); ++i) {
        const auto format = static_cast<Format>(i);
        const std::string text(to_string(format));
        const bool offered =
            std::find(word.choices.begin(), word.choices.end(), text) != word.choices.end();
        **to = std::nullopt;
        if (offered) {
          parse_words(command.name, alone, {"--format", text});
          CHECK(**to == format);
        } else {
          CHECK_THROWS_AS(parse_words(command.name, alone, {"--format", text}),
                          aver::store::StoreError);
        }
      }
      CHECK_THROWS_AS(parse_words(command.name, alone, {"--format", "yaml"}),
                      aver::store::StoreError);
    }
  }
}

TEST_CASE("rows that come bit by bit make the same text as rows that come at once") {
  const Sheet whole{{"a", "b"}, {{"1", "x,y"}, {"2", ""}, {"3", "| \" |"}}};
  for (const Format format : row_formats()) {
    if (format == Format::text || format == Format::json) continue;
    CAPTURE(to_string(format));
    std::string bits = in_rows(format, {whole.columns, {}});
    for (const auto& row : whole.rows)
      bits += in_rows(format, {whole.columns, {row}}, {.head = false});
    CHECK(bits == in_rows(format, whole));
  }
  CHECK(in_rows(Format::csv, whole) == "a,b\r\n1,\"x,y\"\r\n2,\r\n3,\"| \"\" |\"\r\n");
  CHECK_THROWS(in_rows(Format::text, whole));
}
