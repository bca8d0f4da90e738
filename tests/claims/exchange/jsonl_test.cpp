// SPDX-License-Identifier: MIT
#include "claims/exchange/json/jsonl.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "claims/exchange/json/base64.h"
#include "tests/claims/build.h"
#include "tests/claims/generate.h"
#include "tests/places.h"
#include "tests/property.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

namespace fs = std::filesystem;

std::string line_of(std::string_view path, std::string_view bytes,
                    jsonl::Mode mode = jsonl::Mode::plain) {
  std::string line;
  jsonl::append_line(line, path, bytes, mode);
  return line;
}

std::string first_problem(const std::string& line, unsigned number = 1) {
  const jsonl::JsonLine read = jsonl::read_line(line, number);
  if (read.file) return "";
  return read.problems.empty() ? "nothing said" : to_string(read.problems.front());
}

// The file is the same after a way through a line, and the line after a way through the file.
bool survives(const std::string& path, const std::string& bytes) {
  const std::string line = line_of(path, bytes);
  if (line.find('\n') != line.size() - 1) return false;
  const jsonl::JsonLine read = jsonl::read_line(line, 7);
  return read.file && read.file->path == path && read.file->bytes == bytes &&
         line_of(read.file->path, read.file->bytes, read.file->mode) == line;
}

}  // namespace

TEST_CASE("a record is a line of its values, without its text where that is canonical") {
  Stance stance = aver::tests::stance("2024-10-31", "silent");
  stance.through = date("2024-11");
  stance.via = {"renwire"};
  stance.credibility = 2;
  CHECK(line_of("claims/topic/x/2024-10-31-calda.toml", encode(stance)) ==
        "{\"schema\":\"aver.record/1\",\"kind\":\"stance\",\"id\":\"topic/x/2024-10-31-calda\","
        "\"record\":{\"holder\":\"calda\",\"position\":\"silent\",\"held\":\"2024-10-31\","
        "\"through\":\"2024-11\",\"via\":[\"renwire\"],\"credibility\":2}}\n");
}

TEST_CASE("the text goes along where it has a comment or another layout, and nowhere else") {
  const std::string text = "name='Calda' # the PUC\nkind=\"state\"\n";
  const std::string line = line_of("actors/calda.toml", text);
  CHECK(line.find(R"("text":"name='Calda' # the PUC\nkind=\"state\"\n")") != line.npos);
  CHECK(survives("actors/calda.toml", text));
  CHECK(line_of("actors/calda.toml", "name = \"Calda\"\nkind = \"state\"\n").find("\"text\"") ==
        line.npos);
}

TEST_CASE("dates of unknown keys stay dates, and texts that look like them stay texts") {
  const std::string text =
      "name = \"Calda\"\nkind = \"state\"\nx-day = 2024-10-31\nx-like = \"2024-10-31\"\n"
      "x-nan = nan\nx-one = 1.0\nx-when = 09:30:00\n\n[x-table]\n\"$toml\" = 1\n";
  const std::string line = line_of("actors/calda.toml", text);
  CHECK(line.find(R"("x-day":{"$toml":"2024-10-31"},"x-like":"2024-10-31")") != line.npos);
  CHECK(line.find("\"text\"") == line.npos);
  CHECK(survives("actors/calda.toml", text));
}

TEST_CASE("generated records survive lines, written without their text") {
  CHECK(aver::tests::holds_for_one_in(10, [] {
    const Stance record = any_stance();
    const auto settled = decode_stance(encode(record), "claims/topic/x/n.toml");
    const std::string text = encode(*settled.record);
    RC_ASSERT(survives("claims/topic/x/n.toml", text));
    RC_ASSERT(line_of("claims/topic/x/n.toml", text).find(",\"text\":") == std::string::npos);
  }));
  CHECK(rc::check([] {
    const Claim claim = any_claim();
    RC_ASSERT(survives("claims/topic/x/claim.toml", encode(claim)));
  }));
  CHECK(rc::check([] {
    const Source source = any_source();
    RC_ASSERT(survives("sources/2024/x.toml", encode(source)));
  }));
}

TEST_CASE("every file of the corpus survives, good or bad") {
  std::size_t files = 0;
  for (const char* folder : {"good", "bad"}) {
    for (const auto& entry : fs::directory_iterator(source_dir() / "tests/corpus" / folder)) {
      std::ifstream in(entry.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(in), {}};
      for (const char* path : {"claims/topic/x/claim.toml", "claims/topic/x/2024-11-01-calda.toml",
                               "actors/calda.toml", "sources/2024/x.toml", "reviews/p/x.toml",
                               "aver.toml", "notes/x.txt"}) {
        CAPTURE(entry.path().string());
        CAPTURE(path);
        CHECK(survives(path, bytes));
      }
      ++files;
    }
  }
  CHECK(files > 100);
}

TEST_CASE("bytes that are no text go as base64, links and programs as what they are") {
  CHECK(survives("sources/x.pdf", std::string("%PDF\0\xff\xfe", 7)));
  CHECK(survives("sources/empty.txt", ""));
  CHECK(survives("sources/cr.txt", "a\r\nb\xE2\x80\xA8\x1b[31m"));
  CHECK(survives("odd \xff name", "x"));
  for (const jsonl::Mode mode : {jsonl::Mode::executable, jsonl::Mode::link}) {
    const jsonl::JsonLine read = jsonl::read_line(line_of("actors/x.toml", "y.toml", mode), 1);
    REQUIRE(read.file);
    CHECK(read.file->mode == mode);
    CHECK(read.file->bytes == "y.toml");
  }
  CHECK(rc::check([](const std::string& bytes) {
    std::string coded;
    append_base64(coded, bytes);
    RC_ASSERT(from_base64(coded) == bytes);
    RC_ASSERT(survives("notes/any", bytes));
  }));
  CHECK_FALSE(from_base64("QQ=").has_value());
  CHECK_FALSE(from_base64("Q===").has_value());
  CHECK_FALSE(from_base64("QR==").has_value());  // stands for nothing that is written so
  CHECK_FALSE(from_base64("Q Q=").has_value());
}

TEST_CASE("nothing of a line that a terminal would obey comes through") {
  const std::string line = line_of("notes/x", "\x1b[2J\xC2\x9B\xE2\x80\xAE\xF3\xA0\x80\x81\x7f<");
  CHECK(line.find(R"(\u001b[2J\u009b\u202e\udb40\udc01\u007f\u003c)") != line.npos);
}

TEST_CASE("what is wrong with a line is told with line and column") {
  CHECK(first_problem("{\"schema\":\"aver.record/1\",", 3) ==
        ":3:27: error: not valid JSON: it ends in the middle [json/syntax]");
  CHECK(first_problem("{\"schema\" \"aver\"}") ==
        ":1:16: error: not valid JSON: unexpected string literal; expected ':' [json/syntax]");
  CHECK(first_problem("{} x") ==
        ":1:4: error: not valid JSON: something stands behind the object [json/syntax]");
  CHECK(first_problem("[]").find("jsonl/form") != std::string::npos);
  CHECK(first_problem("{\"schema\":\"aver.record/2\"}").find("jsonl/schema") != std::string::npos);
  CHECK(first_problem("{\"schema\":\"aver.record/1\",\"kind\":\"stanza\"}").find("jsonl/kind") !=
        std::string::npos);
  CHECK(first_problem("{\"schema\":\"aver.record/1\",\"kind\":\"actor\",\"id\":\"x\",\"record\":"
                      "{\"name\":\"X\",\"kind\":\"stat\"}}",
                      9) ==
        "actors/x.toml:9:79: error: \"stat\" is no kind: one of person, state, "
        "org, party, outlet, account [word/unknown]");
  CHECK(first_problem("{\"schema\":\"aver.record/1\",\"kind\":\"actor\",\"id\":\"x\",\"record\":"
                      "{\"name\":\"X\"}}")
            .find("the key \"kind\" is missing") != std::string::npos);
  CHECK(first_problem("{\"schema\":\"aver.record/1\",\"kind\":\"actor\",\"id\":\"x\",\"record\":"
                      "{\"name\":\"X\",\"name\":\"Y\",\"kind\":\"org\"}}") ==
        ":1:79: error: \"name\" stands twice in one object [json/duplicate]");
  CHECK(first_problem("{\"schema\":\"aver.record/1\",\"kind\":\"actor\",\"id\":\"x\",\"name\":1}")
            .find("jsonl/member") != std::string::npos);
  CHECK(first_problem("{\"schema\":\"aver.record/1\",\"kind\":\"actor\",\"id\":\"x\",\"record\":"
                      "{\"name\":\"X\",\"kind\":\"org\"},\"text\":\"name = \\\"Y\\\"\\nkind = "
                      "\\\"org\\\"\\n\"}")
            .find("jsonl/text") != std::string::npos);
  CHECK(first_problem("\"\xff\"") == ":1:2: error: not valid JSON: not UTF-8 [json/syntax]");
  CHECK(first_problem("{\"a\":99999999999999999999}").find("json/number") != std::string::npos);
}

TEST_CASE("a mode is executable or link, and of a file alone") {
  const std::string file = R"({"schema":"aver.record/1","kind":"file","path":"x","text":"",)";
  CHECK(first_problem(file + R"("mode":1})", 7) ==
        R"(x:7:69: error: "mode" must be "executable" or "link" [jsonl/mode])");
  CHECK(first_problem(file + R"("mode":"exec"})") ==
        R"(x:1:69: error: "mode" must be "executable" or "link", not "exec" [jsonl/mode])");
  CHECK(first_problem(file + R"("mode":["link"]})").find("jsonl/mode") != std::string::npos);
  CHECK(jsonl::read_line(file + R"("mode":null})", 1).file.has_value());
  CHECK(first_problem(R"({"schema":"aver.record/1","kind":"actor","id":"x","mode":"executable",)"
                      R"("record":{"name":"X","kind":"org"}})") ==
        R"(actors/x.toml:1:58: error: "mode" is of a file: a record's line has none [jsonl/mode])");
}

TEST_CASE("no path of a line leads out of the store") {
  for (const char* path : {"../x", "/etc/passwd", "a//b", "a/./b", ".git/config", "a/.GIT/hooks/x",
                           "a/..", "", "git~1/x", "a/.git./x", ".g\u200cit/config"}) {
    CAPTURE(path);
    CHECK(first_problem("{\"schema\":\"aver.record/1\",\"kind\":\"file\",\"path\":\"" +
                        std::string(path) + "\",\"text\":\"\"}")
              .find("jsonl/path") != std::string::npos);
  }
  CHECK(first_problem("{\"schema\":\"aver.record/1\",\"kind\":\"actor\",\"id\":\"../x\","
                      "\"record\":{\"name\":\"X\",\"kind\":\"org\"}}")
            .find("id/form") != std::string::npos);
}

TEST_CASE("a hundred levels are read, a thousand and a million are told") {
  const auto nested = [](std::size_t levels) {
    return std::string(levels, '[') + std::string(levels, ']');
  };
  Diagnostics problems;
  const std::string hundred = nested(100);
  json::ByteStream fits(json::more_of(hundred));
  CHECK(json::read(fits, {}, problems).has_value());
  CHECK(problems.empty());
  CHECK(first_problem(nested(101)) ==
        ":1:101: error: more than 100 levels, one in the other [json/deep]");
  CHECK(first_problem(std::string(1'000'000, '[')).find("json/deep") != std::string::npos);
}

TEST_CASE("lines are read one by one, whatever is wrong with one of them") {
  const std::string text = "\xEF\xBB\xBF" + line_of("notes/a", "1") + "\n  \r\nnonsense\n" +
                           line_of("notes/b", "2") + R"({"schema":)";
  std::vector<std::string> seen;
  jsonl::read(json::more_of(text), [&](jsonl::JsonLine&& line) {
    seen.push_back(std::to_string(line.number) + " " +
                   (line.file ? line.file->path : std::string(line.problems.front().rule.text())));
    return true;
  });
  CHECK(seen ==
        std::vector<std::string>{"1 notes/a", "4 json/syntax", "5 notes/b", "6 json/syntax"});
  std::size_t taken = 0;
  jsonl::read(json::more_of(text), [&](jsonl::JsonLine&&) { return ++taken < 2; });
  CHECK(taken == 2);
}

TEST_CASE("a line of four gigabytes is one problem and takes no memory") {
  // As a reader of a file would give them, 1 MiB at a time; the line behind it is read.
  std::size_t left = 4096;
  const std::string last = "\n" + line_of("notes/a", "1");
  std::string rest = last;
  const json::More more = [&](char* to, std::size_t size) {
    if (left > 0) {
      left -= std::min(left, size >> 16);  // a sixteenth of it, to be quick: 256 MiB in all
      std::fill(to, to + size, 'x');
      return size;
    }
    const std::size_t taken = std::min(size, rest.size());
    std::copy(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(taken), to);
    rest.erase(0, taken);
    return taken;
  };
  std::vector<std::string> seen;
  jsonl::read(more, [&](jsonl::JsonLine&& line) {
    seen.push_back(line.file ? line.file->path : line.problems.front().sentence);
    return true;
  });
  CHECK(seen == std::vector<std::string>{"the line is longer than 96 MiB", "notes/a"});
}
