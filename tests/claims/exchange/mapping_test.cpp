// SPDX-License-Identifier: MIT
#include "claims/exchange/csv/mapping.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

#include "claims/exchange/csv/mapper.h"
#include "claims/exchange/slugs.h"
#include "claims/records/values.h"
#include "claims/text/id.h"
#include "tests/claims/generate.h"

using namespace aver::claims;

namespace {

struct Result {
  std::vector<std::string> files;     // "claims/x/claim.toml: text = …", line breaks as "; "
  std::vector<std::string> problems;  // "3:5 mapping/value", with the file where it is another
  unsigned without_stance = 0;
};

std::string told(const Diagnostic& one) {
  return (one.file.empty() ? "" : one.file + ":") + std::to_string(one.place.line) + ":" +
         std::to_string(one.place.column) + " " + std::string(one.rule.text());
}

Result map(const std::string& toml, const std::string& table, const std::string& second = "") {
  Result result;
  const toml::Parsed parsed = toml::parse(toml, "m.toml");
  REQUIRE(parsed.problems.empty());
  mapping::MappingRead read = mapping::read_mapping(parsed.root, "m.toml");
  for (const Diagnostic& one : read.problems) result.problems.push_back(told(one));
  if (has_errors(read.problems)) return result;
  csv::Row row;
  mapping::Joined joined;
  if (!second.empty()) {
    csv::Reader reader(csv::more_of(second));
    REQUIRE(reader.next(row));
    REQUIRE(joined.set_header(row, read.mapping.join->to).empty());
    while (reader.next(row)) REQUIRE(joined.add(row).empty());
  }
  csv::Reader reader(csv::more_of(table));
  REQUIRE(reader.next(row));
  mapping::Mapper mapper(read.mapping, row, second.empty() ? nullptr : &joined, "m.toml");
  for (const Diagnostic& one : mapper.problems()) result.problems.push_back(told(one));
  if (has_errors(mapper.problems())) return result;
  mapping::MadeRow made;
  while (reader.next(row)) {
    mapper.map(row, made);
    for (const Diagnostic& one : made.problems) result.problems.push_back(told(one));
    result.without_stance += made.without_stance;
    if (has_errors(made.problems)) continue;
    for (const mapping::Made& one : made.records) {
      std::string text = toml::write(one.table);
      while (text.ends_with('\n')) text.pop_back();
      for (std::size_t at = 0; (at = text.find('\n', at)) != text.npos;) text.replace(at, 1, "; ");
      result.files.push_back(one.path + ": " + text);
    }
    mapper.accept();
  }
  return result;
}

using Lines = std::vector<std::string>;

constexpr const char* kVotes = R"(
[claim]
id = "votes/{bill}"
text = "{title}"
[actor]
id = "{member}"
name = "{member}"
kind = "person"
[stance]
held = { from = "{day}", dates = ["D-M-YYYY", "M/D/YYYY"] }
position = { from = "{vote}", values = { aye = "affirm", no = "deny", "" = "" }, absent = ["-"] }
)";

}  // namespace

TEST_CASE(
    "mapping: further evidence has columns of its own, or a column of JSON as an export has it") {
  const std::string head =
      "[claim]\nid = \"{c}\"\ntext = \"T\"\n[stance]\nholder = \"uw\"\nposition = \"deny\"\n"
      "held = \"2024-10-01\"\n";
  const auto stances = [&](const std::string& rule, const std::string& table) {
    const Result result = map(head + rule, table);
    std::string all;
    for (const std::string& problem : result.problems) all += problem + "\n";
    for (const std::string& file : result.files) {
      if (file.find("/2024-10-01-uw") != file.npos) all += file.substr(file.find("[[")) + "\n";
    }
    return all;
  };
  CHECK(stances("evidence = [{ source = \"{s:id}\", quote = \"{q}\", mode = \"vote\" }, "
                "{ source = \"{t:id}\", mode = \"vote\" }]\n",
                "c,s,q,t\nx,2024/a,Nay,\n") ==
        "[[evidence]]; source = \"2024/a\"; quote = \"Nay\"; mode = \"vote\"\n");
  CHECK(stances("evidence = \"{e}\"\n",
                "c,e\nx,\"[{\"\"source\"\":\"\"2024/a\"\",\"\"via\"\":[\"\"kem\"\"],"
                "\"\"credibility\"\":2,\"\"unverified\"\":true,\"\"quote\"\":null}] \"\n") ==
        "[[evidence]]; source = \"2024/a\"; via = [\"kem\"]; credibility = 2; unverified = true\n");
  for (const char* none : {"Nay", "{}", "[1]", "[{}] x", "[{"}) {
    CAPTURE(none);
    CHECK(stances("evidence = \"{e}\"\n", std::string("c,e\nx,\"") + none + "\"\n") ==
          "2:3 type/mismatch\n");
  }
  CHECK(map(head + "evidence = 3\n", "c\nx\n").problems == Lines{"m.toml:8:12 mapping/form"});
}

TEST_CASE("mapping: what a cell of further evidence says comes back as it was") {
  CHECK(rc::check([] {
    Stance stance = aver::tests::any_stance();
    for (Evidence& one : stance.further) {
      if (one.source.empty()) one.source = "2024/x";
    }
    std::sort(stance.further.begin(), stance.further.end());
    const std::string cell = schema::cell_of(stance, "evidence");
    std::string table = "c,e\n";
    csv::append_row(table, {"x", cell}, {',', false});
    const toml::Parsed parsed = toml::parse(
        "[claim]\nid = \"{c}\"\ntext = \"T\"\n[stance]\nholder = \"uw\"\nposition = \"deny\"\n"
        "held = \"2024-10-01\"\nevidence = \"{e}\"\n",
        "");
    const mapping::MappingRead read = mapping::read_mapping(parsed.root, "");
    csv::Reader reader(csv::more_of(table));
    csv::Row row;
    RC_ASSERT(reader.next(row));
    mapping::Mapper mapper(read.mapping, row, nullptr, "");
    RC_ASSERT(reader.next(row));
    mapping::MadeRow made;
    mapper.map(row, made);
    RC_ASSERT(made.problems.empty());
    const auto decoded =
        decode_stance(toml::write(made.records.back().table), "claims/x/2024-10-01-uw.toml");
    RC_ASSERT(decoded.record.has_value());
    RC_ASSERT(decoded.record->further == stance.further);
  }));
}

TEST_CASE("mapping: a row makes a claim, an actor and a stance; what rows repeat is made once") {
  const Result result = map(kVotes,
                            "bill,title,member,day,vote\n"
                            "12/a,A is so,Ann Lee,5-3-2024,aye\n"
                            "12/a,A is so,São B,3/6/2024,no\n"
                            "12/a,A is so,Ann Lee,5-3-2024,-\n");
  CHECK(result.problems.empty());
  CHECK(
      result.files ==
      Lines{"claims/votes/12-a/claim.toml: text = \"A is so\"",
            "actors/ann-lee.toml: name = \"Ann Lee\"; kind = \"person\"",
            "claims/votes/12-a/2024-03-05-ann-lee.toml: position = \"affirm\"; held = 2024-03-05; "
            "holder = \"ann-lee\"",
            "actors/sao-b.toml: name = \"São B\"; kind = \"person\"",
            "claims/votes/12-a/2024-03-06-sao-b.toml: position = \"deny\"; held = 2024-03-06; "
            "holder = \"sao-b\""});
  CHECK(result.without_stance == 1);
}

TEST_CASE("mapping: what is wrong has the place of its cell") {
  const Result result = map(kVotes,
                            "bill,title,member,day,vote\n"
                            "1,A,é,30-2-2024,aye\n"
                            "1,A,é,2024-03-05,aye\n"
                            "1,A,é,5-3-2024,perhaps\n"
                            "1,A,é,5-3-2024\n"
                            ",A,é,5-3-2024,no\n");
  CHECK(result.problems == Lines{"2:7 date/impossible", "3:7 date/impossible", "4:16 mapping/value",
                                 "5:15 csv/width", "6:1 mapping/id"});
  CHECK(result.files.empty());
}

TEST_CASE("mapping: NA is data unless it is said to be absent") {
  const std::string mapping = "[actor]\nid = \"{code}\"\nname = \"{code}\"\nkind = \"state\"\n";
  CHECK(map(mapping, "code\nNA\n").files ==
        Lines{"actors/na.toml: name = \"NA\"; kind = \"state\""});
  CHECK(map("absent = [\"NA\"]\n" + mapping, "code\nNA\n").files.empty());
}

TEST_CASE("mapping: alternatives, literals, filters, lists") {
  const Result result = map(R"(
[claim]
id = "x/{day:year}/{id:hash}/{id}"
text = '{long|short|"nothing said"}'
tags = { from = "{tags}", split = ";" }
same_as = ["{url}", "{other}"]
note = "a {{brace}}"
[[claim.relation]]
type = "negates"
to = "{of:id}"
)",
                            "id,day,long,short,tags,url,other,of\n"
                            "1,2024-05-01,,S,b; a,https://a.org/,,y/z\n"
                            "2,2023-05-01,,,,,,\n");
  CHECK(result.problems.empty());
  REQUIRE(result.files.size() == 2);
  CHECK(result.files[0] ==
        "claims/x/2024/" + short_hash("1").substr(6) +
            "/1/claim.toml: text = \"S\"; tags = [;   \"b\",;   \"a\",; ]; same_as = "
            "[\"https://a.org/\"]; note = \"a {brace}\"; ; [[relation]]; type = "
            "\"negates\"; to = \"y/z\"");
  CHECK(result.files[1] == "claims/x/2023/" + short_hash("2").substr(6) +
                               "/2/claim.toml: text = \"nothing said\"; note = \"a {brace}\"");
}

TEST_CASE("mapping: a second table, by its key") {
  const std::string mapping = R"(
[join]
file = "b.csv"
key = "id"
to = "number"
[claim]
id = "{id}"
text = "{text}"
)";
  const Result result = map(mapping, "id\n1\n2\n", "number,text\n1,one\n");
  CHECK(result.files == Lines{"claims/1/claim.toml: text = \"one\""});
  CHECK(result.problems == Lines{"3:1 csv/join"});
}

TEST_CASE("mapping: a mapping that makes no sense is told, with its place") {
  const auto problems = [](const std::string& toml) { return map(toml, "a,b\n").problems; };
  CHECK(problems("") == Lines{"m.toml:0:0 mapping/empty"});
  CHECK(problems("[claim]\ntext = \"{a}\"\n") == Lines{"m.toml:1:1 mapping/form"});
  CHECK(problems("[claim]\nid = \"{a}\"\ntxt = \"{a}\"\n") == Lines{"m.toml:3:1 mapping/key"});
  CHECK(problems("[claim]\nid = \"{a\"\ntext = \"x\"\n") == Lines{"m.toml:2:6 mapping/form"});
  CHECK(problems("[claim]\nid = \"{a:loud}\"\ntext = \"x\"\n") == Lines{"m.toml:2:6 mapping/form"});
  CHECK(problems("[claim]\nid = \"{c}\"\ntext = \"x\"\n") == Lines{"m.toml:1:1 mapping/column"});
  CHECK(problems("[claim]\nid = \"{a}\"\ntext = \"{c}\"\n") == Lines{"m.toml:3:8 mapping/column"});
  CHECK(problems("dates = \"D.M.\"\n[claim]\nid = \"{a}\"\ntext = \"x\"\n") ==
        Lines{"m.toml:1:9 mapping/form"});
  CHECK(problems("quoting = \"odd\"\ndelimiter = \"ab\"\n[claim]\nid = \"{a}\"\ntext = \"x\"\n") ==
        Lines{"m.toml:2:13 mapping/form", "m.toml:1:11 mapping/form"});
}

TEST_CASE("mapping: settings and values over what is there") {
  toml::Table table;
  CHECK(mapping::set(table, "claim.id", "{a}").empty());
  CHECK(mapping::set_value(table, "stance.position", "yes", "affirm").empty());
  CHECK(mapping::set(table, "stance.position", "{v}").empty());
  CHECK(mapping::set_value(table, "stance.position", "no", "deny").empty());
  CHECK(!mapping::set_value(table, "position", "no", "deny").empty());
  CHECK(toml::write(table) ==
        "[claim]\nid = \"{a}\"\n\n[stance]\n\n[stance.position]\nfrom = \"{v}\"\n\n"
        "[stance.position.values]\nyes = \"affirm\"\nno = \"deny\"\n");
}

TEST_CASE("mapping: the presets are mappings") {
  REQUIRE(mapping::presets().size() == 2);
  for (const mapping::Preset& preset : mapping::presets()) {
    const toml::Parsed parsed = toml::parse(preset.text, preset.name);
    CHECK(parsed.problems.empty());
    CHECK(mapping::read_mapping(parsed.root, preset.name).problems.empty());
  }
}

TEST_CASE("dates: forms that people write") {
  const auto read = [](const char* form, const char* text) -> std::string {
    mapping::DateForm one;
    REQUIRE(one.read(form).empty());
    std::string problem;
    const std::optional<Date> date = one.parse(text, problem);
    return date ? to_string(*date) : problem;
  };
  CHECK(read("D-M-YYYY", "7-3-1971") == "1971-03-07");
  CHECK(read("D-M-YYYY", "07-03-1971") == "1971-03-07");
  CHECK(read("M/D/YYYY", "10/7/1971") == "1971-10-07");
  CHECK(read("DD.MM.YYYY", "7.03.1971") == "\"7.03.1971\" is no date of the form DD.MM.YYYY");
  CHECK(read("D MMM YYYY", "7 October 1971") == "1971-10-07");
  CHECK(read("MMM D, YYYY", "oct 7, 1971") == "1971-10-07");
  CHECK(read("YYYY-MM-DD*", "1971-10-07T10:00:00Z") == "1971-10-07");
  CHECK(read("M/YYYY", "3/2024") == "2024-03");
  CHECK(read("D-M-YYYY", "30-2-2024") == "there is no 30 February 2024");
  CHECK(read("D-M-YYYY", "1-13-2024") == "there is no month 13 in \"2024-13-01\"");
  CHECK(read("D-M-YYYY", "1-1-2024x") == "\"1-1-2024x\" is no date of the form D-M-YYYY");
  CHECK(read("ISO", "2024-10") == "2024-10");
}

TEST_CASE("slugs: stable, fit for an id, and never two texts for one where letters are lost") {
  CHECK(stable_slug("NA") == "na");
  CHECK(stable_slug("con") == "con-1");
  CHECK(stable_slug("AUX") == "aux-1");
  CHECK(stable_slug("Côte d’Ivoire") == "cote-divoire");
  CHECK(stable_slug("São Tomé & Príncipe") == "sao-tome-principe");
  CHECK(stable_slug("Łódź ÆØ ß") == "lodz-aeo-ss");
  CHECK(stable_slug("?!") == "");
  CHECK(stable_slug("") == "");
  CHECK(stable_slug("Москва") != stable_slug("Киев"));
  CHECK(stable_slug("中国").starts_with("x"));
  CHECK(id_problem(stable_slug("中国")) == "");
  const std::string one(100, 'a');
  CHECK(stable_slug(one + "b") != stable_slug(one + "c"));
  CHECK(id_problem(stable_slug(one)) == "");
}
