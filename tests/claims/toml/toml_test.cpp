// SPDX-License-Identifier: MIT
#include "claims/toml/toml.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace aver::claims;
namespace toml = aver::claims::toml;

namespace {

std::string place_of(const std::string& text, std::string_view key) {
  const toml::Parsed parsed = toml::parse(text, "f");
  REQUIRE(parsed.problems.empty());
  const toml::Value* value = toml::find(parsed.root, key);
  REQUIRE(value != nullptr);
  return std::to_string(value->span.place.line) + ":" + std::to_string(value->span.place.column) +
         " " + text.substr(value->span.begin, value->span.end - value->span.begin);
}

std::string problem_of(const std::string& text) {
  const toml::Parsed parsed = toml::parse(text, "f");
  REQUIRE(parsed.problems.size() == 1);
  return to_string(parsed.problems.front());
}

const std::vector<std::string_view> kOrder = {"a", "b", "c", "d"};

std::optional<std::string> edited(const std::string& text, std::string_view key,
                                  std::optional<std::string> value) {
  std::optional<toml::Value> to;
  if (value) to = toml::Value{*value, {}};
  return toml::edit_value(text, key, to, kOrder);
}

}  // namespace

TEST_CASE("a value's place and bytes are exact") {
  CHECK(place_of("a = 1\nb = \"x\"\n", "b") == "2:5 \"x\"");
  CHECK(place_of("\"é\" = 1\n\"ü\" = 'x'  # c\n", "ü") == "2:7 'x'");
  CHECK(place_of("\xEF\xBB\xBF"
                 "a = 2024-10-31\n",
                 "a") == "1:5 2024-10-31");
  CHECK(place_of("a = 1\r\nb = true", "b") == "2:5 true");
  CHECK(place_of("\t a\t=\t\"\"\"\nx\ny\"\"\"\n", "a") == "1:7 \"\"\"\nx\ny\"\"\"");
  CHECK(place_of("a = [\n 1,\n 2,\n]\n", "a") == "1:5 [\n 1,\n 2,\n]");
  CHECK(place_of("a = 2024-11-01T09:30:00.5+02:00\n", "a") == "1:5 2024-11-01T09:30:00.5+02:00");
}

TEST_CASE("keys come in the order of the file") {
  const toml::Parsed parsed = toml::parse("z = 1\na = 2\n[m]\nq = 1\nb = 2\n", "f");
  REQUIRE(parsed.root.size() == 3);
  CHECK(parsed.root[0].key == "z");
  CHECK(parsed.root[1].key == "a");
  CHECK(parsed.root[2].key == "m");
  CHECK(std::get<toml::Table>(parsed.root[2].value.data)[0].key == "q");
}

TEST_CASE("what is no TOML is told with its place") {
  CHECK(problem_of("a = \"x\nb = 1\n") ==
        "f:1:7: error: not valid TOML: the text is not closed before the end of the line "
        "[toml/syntax]");
  CHECK(problem_of("a = 1\na = 2\n").starts_with("f:2:"));
  CHECK(problem_of("a = caf\xE9\n") == "f:1:8: error: the file is not UTF-8 [toml/encoding]");
  CHECK(problem_of(std::string("a = 1\0b", 7)).find("zero byte") != std::string::npos);
  CHECK(problem_of("\xC0\xAF").find("UTF-8") != std::string::npos);
  CHECK(problem_of("\xED\xA0\x80").find("UTF-8") != std::string::npos);
  CHECK(problem_of("\xF4\x90\x80\x80").find("UTF-8") != std::string::npos);
}

TEST_CASE("files that would crash the parser never reach it") {
  std::string dotted = "a";
  for (int i = 0; i < 40000; ++i) dotted += ".a";
  CHECK(problem_of(dotted + " = 1\n").find("[toml/dots]") != std::string::npos);
  CHECK(problem_of("[" + dotted + "]\n").find("[toml/dots]") != std::string::npos);
  // Keys within one another, each of them short enough.
  const std::string half = dotted.substr(0, 1201);
  CHECK(problem_of("é = 1\na = [{" + half + " = [\n {" + half + " = 1}]}]\n") ==
        "f:3:804: error: the key has more than 1000 dots [toml/dots]");
  CHECK(problem_of("a = {" + half + " = {'...' . " + half + " = 1}}\n").find("[toml/dots]") !=
        std::string::npos);
  CHECK(problem_of("a = \"" + std::string(1u << 20, 'x') + "\"\n") ==
        "f: error: the file is larger than 1 MiB [toml/size]");
  CHECK(toml::parse("a = " + std::string(100000, '['), "f").problems.size() == 1);
  std::string deep = "a = ";
  for (int i = 0; i < 100000; ++i) deep += "{a=";
  CHECK(toml::parse(deep, "f").problems.size() == 1);
}

TEST_CASE("dots in texts, comments and numbers are no levels") {
  const std::string dots(5000, '.');
  std::string numbers = "1.5";
  for (int i = 0; i < 2000; ++i) numbers += ", 1.5";
  const std::string text = "a = \"He said" + dots + " \\\" " + dots + "\"  # " + dots + "\n" +
                           "b = '" + dots + "\\'\n" +                                          //
                           "c = \"\"\"" + dots + "\n\"\" \\\"\"\" \\\"" + dots + "\"\"\"\n" +  //
                           "d = '''" + dots + "\n''" + dots + "'''\n" +                        //
                           "e = [" + numbers + "]\n" +                                         //
                           "f = [\n" + numbers + "]\n" + "\"" + dots + "\" = 1\n";
  const toml::Parsed parsed = toml::parse(text, "f");
  REQUIRE_MESSAGE(parsed.problems.empty(), to_string(parsed.problems.front()));
  CHECK(parsed.root.size() == 7);
}

TEST_CASE("a file of one line is read as quickly as one of many, with its places") {
  const auto check = [](const std::string& begin, const auto& item, const std::string& end) {
    std::string text = begin;
    std::vector<std::size_t> places;
    for (int i = 0; i < 60'000; ++i) {
      if (i > 0) text += ",";
      places.push_back(text.size());
      text += item(i);
    }
    text += end;
    const toml::Parsed parsed = toml::parse(text, "f");
    REQUIRE_MESSAGE(parsed.problems.empty(), to_string(parsed.problems.front()));
    const toml::Value& value = parsed.root.front().value;
    if (const auto* list = std::get_if<toml::Array>(&value.data)) {
      for (std::size_t i = 0; i < list->size(); ++i) REQUIRE((*list)[i].span.begin == places[i]);
    } else {
      const auto& table = std::get<toml::Table>(value.data);
      for (std::size_t i = 0; i < table.size(); ++i) REQUIRE(table[i].key_span.begin == places[i]);
    }
  };
  check(
      "tags = [", [](int i) { return "'é" + std::to_string(i) + "'"; }, "]");
  check(
      "z = {", [](int i) { return "k" + std::to_string(i) + "=1"; }, "}");
  check(
      "relation = [", [](int) { return std::string("{ kind='x' }"); }, "]\n");
}

TEST_CASE("an edit changes one value, and keeps the rest byte for byte") {
  const std::string file =
      "# head\r\na = 'x'   # why\r\n\r\n  c = \"\"\"\r\nlong\"\"\"\r\n[t]\r\na = 1\r\n";
  CHECK(edited(file, "a", "new") ==
        "# head\r\na = \"new\"   # why\r\n\r\n  c = \"\"\"\r\nlong\"\"\"\r\n[t]\r\na = 1\r\n");
  CHECK(edited(file, "c", std::nullopt) == "# head\r\na = 'x'   # why\r\n\r\n[t]\r\na = 1\r\n");
  CHECK(edited(file, "b", "new") ==
        "# head\r\na = 'x'   # why\r\nb = \"new\"\r\n\r\n  c = \"\"\"\r\nlong\"\"\"\r\n[t]\r\na = "
        "1\r\n");
  CHECK(edited("a = 1", "b", "x") == "a = 1\nb = \"x\"\n");
  CHECK(edited("", "a", "x") == "a = \"x\"\n");
  CHECK(edited("[t]\nx = 1\n", "a", "x") == "a = \"x\"\n[t]\nx = 1\n");
  CHECK(edited("a = 1\n", "b", std::nullopt) == "a = 1\n");
  CHECK_FALSE(edited("[a]\nx = 1\n", "a", "x"));
  CHECK_FALSE(edited("a = ", "a", "x"));
}

TEST_CASE("an edit of any text leads to the wanted tree") {
  CHECK(rc::check([] {
    const auto any = [] {
      std::string text;
      for (const std::string& piece : *rc::gen::container<std::vector<std::string>>(
               rc::gen::element<std::string>("a", " ", "\"", "\"\"\"", "'", "\\", "\n", "\r\n", "é",
                                             "\t", "#", "\xE2\x80\xAE", "\x7f"))) {
        text += piece;
      }
      return text;
    };
    const std::string before = any();
    const std::string after = any();
    const std::string file = "# c\nb = " + toml::write(toml::Value{before, {}}) + " # d\n";
    const auto result = edited(file, "b", after);
    RC_ASSERT(result.has_value());
    const toml::Parsed parsed = toml::parse(*result, "");
    RC_ASSERT(std::get<std::string>(toml::find(parsed.root, "b")->data) == after);
    RC_ASSERT(result->starts_with("# c\nb = "));
    RC_ASSERT(result->ends_with(" # d\n"));
  }));
}

TEST_CASE("comments are told from what only looks like one") {
  CHECK(toml::has_comments("a = 1 # x\n"));
  CHECK(toml::has_comments("# x\n"));
  CHECK(toml::has_comments("a = \"\"\"\n\"\"\" # x\n"));
  CHECK(toml::has_comments("a = \"\"\"\nx\"\"\"\"\" # x\n"));
  CHECK_FALSE(toml::has_comments("a = \"#\"\n"));
  CHECK_FALSE(toml::has_comments("a = '#'\nb = '''\n# x\n'''\n"));
  CHECK_FALSE(toml::has_comments("a = \"\\\"#\"\n"));
  CHECK_FALSE(toml::has_comments("a = \"\"\"\n\\\"\"\" # still within\n\"\"\"\n"));
}

TEST_CASE("a conflict that git has left is told by its line, within a text of many lines, too") {
  const std::string conflict = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> side\n";
  for (const std::string& text : {conflict, "note = \"\"\"\n" + conflict + "\"\"\"\n"}) {
    const toml::Parsed parsed = toml::parse(text, "x.toml");
    REQUIRE(parsed.problems.size() == 1);
    CHECK(parsed.problems[0].rule == Rule::merge_unresolved);
    CHECK(parsed.problems[0].place.line == (text == conflict ? 1 : 2));
  }
  // What only looks like one is written so that it can be read back.
  const toml::Table table = {{"note", toml::Value{conflict, {}}, {}}};
  const toml::Parsed again = toml::parse(toml::write(table), "x.toml");
  CHECK(again.problems.empty());
  CHECK(std::get<std::string>(toml::find(again.root, "note")->data) == conflict);
  CHECK(toml::parse("note = \"\"\"\n<<<<<<< alone\n\"\"\"\n", "x.toml").problems.empty());
}
