// SPDX-License-Identifier: MIT
//
// JSON that is written piece by piece is what a whole value would be printed as.
#include "cli/render/json/json_writer.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "claims/text/json_text.h"
#include "cli/render/rows/sheet.h"
#include "tests/claims/generate.h"

using namespace aver::cli;

namespace {

Json any_tree(int levels) {
  const int kind = *rc::gen::inRange(0, levels > 0 ? 8 : 6);
  if (kind == 0) return {};
  if (kind == 1) return *rc::gen::arbitrary<bool>();
  if (kind == 2) return *rc::gen::arbitrary<std::int64_t>();
  if (kind < 5) return *aver::tests::any_text(true);
  if (kind == 5) return *rc::gen::string<std::string>();  // of any bytes
  Json tree = kind == 6 ? Json::array() : Json::object();
  const int size = *rc::gen::inRange(0, 4);
  for (int i = 0; i < size; ++i) {
    if (kind == 6) {
      tree.push_back(any_tree(levels - 1));
    } else {
      tree[*aver::tests::any_text(true)] = any_tree(levels - 1);
    }
  }
  return tree;
}

}  // namespace

TEST_CASE("a value is written as the library prints it, with what hides escaped") {
  CHECK(rc::check([] {
    const Json tree = any_tree(3);
    const std::string whole = tree.dump(2, ' ', false, Json::error_handler_t::replace);
    RC_ASSERT(printed(tree) == aver::claims::json::escape_hidden(whole) + "\n");
  }));
}

TEST_CASE("pieces make the value that they would be as a whole") {
  CHECK(rc::check([] {
    const std::string text = *aver::tests::any_text(true);
    const std::vector<int> numbers = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 9));
    const Json tree = any_tree(2);
    std::string written;
    JsonWriter to([&](std::string_view piece) { written += piece; });
    to.object([&] {
      to.members(Json{{"a", 1}, {"b", Json::array()}});
      to.member("tree", tree);
      to.member_or_null("text", text);
      to.list("objects", numbers, [&](int number) {
        to.object([&] {
          if (number > 3) to.member("number", number);
        });
      });
      to.list("numbers", numbers, [&](int number) { to.value(number); });
    });
    Json whole = {{"a", 1}, {"b", Json::array()}, {"tree", tree}};
    whole["text"] = or_null(text);
    whole["objects"] = Json::array();
    for (const int number : numbers)
      whole["objects"].push_back(number > 3 ? Json{{"number", number}} : Json::object());
    whole["numbers"] = numbers;
    to.finish();
    RC_ASSERT(written == printed(whole));
  }));
}

TEST_CASE("a row of JSON Lines has flags and numbers as JSON has them") {
  Sheet sheet{{"id", "certain", "records", "text"},
              {{"a", "yes", "12", "yes"}, {"b", "no", "", ""}}};
  sheet.flags = {"certain"};
  sheet.numbers = {"records"};
  CHECK(json_lines(sheet) ==
        "{\"id\":\"a\",\"certain\":true,\"records\":12,\"text\":\"yes\"}\n"
        "{\"id\":\"b\",\"certain\":false,\"records\":null,\"text\":null}\n");
  CHECK(csv(sheet).find("a,yes,12,yes") != std::string::npos);
}
