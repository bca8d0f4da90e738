// SPDX-License-Identifier: MIT
#include "claims/exchange/csv/csv.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/property.h"

using namespace aver::claims;
using aver::tests::holds_for_one_in;

namespace {

using Rows = std::vector<std::vector<std::string>>;

struct All {
  Rows rows;
  std::vector<std::string> problems;  // "3:5 csv/quote"
};

All read(csv::More more, csv::Format format = {}, std::size_t longest = csv::kLongestRow) {
  All all;
  csv::Reader reader(std::move(more), format, longest);
  csv::Row row;
  while (reader.next(row)) {
    for (const Diagnostic& one : row.problems) {
      all.problems.push_back(std::to_string(one.place.line) + ":" +
                             std::to_string(one.place.column) + " " + std::string(one.rule.text()));
    }
    if (!has_errors(row.problems)) {
      all.rows.emplace_back(row.fields.begin(), row.fields.end());
    }
  }
  return all;
}
All read(const std::string& text, csv::Format format = {}) {
  return read(csv::more_of(text), format);
}

// A few bytes at a time, so that everything falls on a border once.
csv::More in_pieces(const std::string& text, std::size_t piece) {
  return [text, piece, at = std::size_t{0}](char* to, std::size_t size) mutable {
    const std::size_t count = std::min({size, piece, text.size() - at});
    std::copy_n(text.data() + at, count, to);
    at += count;
    return count;
  };
}

using Problems = std::vector<std::string>;

}  // namespace

TEST_CASE("csv: fields, quoted or not, with any line end") {
  CHECK(read("a,b\nc,d\n").rows == Rows{{"a", "b"}, {"c", "d"}});
  CHECK(read("a,b\r\nc,d").rows == Rows{{"a", "b"}, {"c", "d"}});
  CHECK(read("a,b\rc,d\r").rows == Rows{{"a", "b"}, {"c", "d"}});
  CHECK(read("").rows.empty());
  CHECK(read("\"a,\"\"b\"\"\",\"c\nd\"\n").rows == Rows{{"a,\"b\"", "c\nd"}});
  CHECK(read(",\n").rows == Rows{{"", ""}});
  CHECK(read("\"\"\n").rows == Rows{{""}});
  CHECK(read(" a , b \n").rows == Rows{{" a ", " b "}});
  CHECK(read("\xEF\xBB\xBF"
             "a,b\n")
            .rows == Rows{{"a", "b"}});
}

TEST_CASE("csv: another delimiter, and quote marks that mean nothing") {
  CHECK(read("a,b\tc\n", {'\t', true}).rows == Rows{{"a,b", "c"}});
  CHECK(read("\"a;b\";c\n", {';', true}).rows == Rows{{"a;b", "c"}});
  CHECK(read("5\" pipe,\"x\n\"y\",z\n", {',', false}).rows ==
        Rows{{"5\" pipe", "\"x"}, {"\"y\"", "z"}});
}

TEST_CASE("csv: text is taken as it is") {
  const std::string nfd = "e\xCC\x81";
  CHECK(read(nfd + ",\x01\x7f\n").rows == Rows{{nfd, "\x01\x7f"}});
  CHECK(read(std::string("a\0b,c\n", 6)).rows == Rows{{std::string("a\0b", 3), "c"}});
  const All twice = read("x,\xC3\x83\xC2\xA9t\xC3\x83\xC2\xA9\n");
  CHECK(twice.rows == Rows{{"x", "\xC3\x83\xC2\xA9t\xC3\x83\xC2\xA9"}});
  CHECK(twice.problems == Problems{"1:3 csv/mojibake"});
  CHECK(read("S\xC3\xA3o \xE2\x80\x99,\xF0\x9F\x98\x80\n").problems.empty());
}

TEST_CASE("csv: what is no CSV is told with its place, and the next line is read") {
  CHECK(read("a\nb,\"x\nc\n").problems == Problems{"2:3 csv/quote"});
  const All behind = read("a,\"b\"c\nd,e\n");
  CHECK(behind.problems == Problems{"1:6 csv/quote"});
  CHECK(behind.rows == Rows{{"d", "e"}});
  CHECK(read("a,b\"c\nd,e\n").problems == Problems{"1:4 csv/quote"});
  CHECK(read("\"x\ny\",\"b\"c\nd\n").problems == Problems{"2:7 csv/quote"});
  CHECK(read("é,\xFFz\nd,e\n").problems == Problems{"1:3 csv/encoding"});
  CHECK(read("a,\xED\xA0\x80\n").problems == Problems{"1:3 csv/encoding"});
  CHECK(read("a,\xC0\xAF\n").problems == Problems{"1:3 csv/encoding"});
  CHECK(read(std::string("\xFF\xFE"
                         "a\0",
                         4))
            .problems == Problems{"1:1 csv/encoding"});
}

TEST_CASE("csv: places count lines within fields, and characters, not bytes") {
  csv::Reader reader(csv::more_of("h\n\"é\nü\",ß,z\nq,r\n"));
  csv::Row row;
  REQUIRE(reader.next(row));
  REQUIRE(reader.next(row));
  CHECK(row.line == 2);
  CHECK(row.place(0) == Place{2, 1});
  CHECK(row.place(1) == Place{3, 4});
  CHECK(row.place(2) == Place{3, 6});
  CHECK(row.raw == "\"é\nü\",ß,z\n");
  REQUIRE(reader.next(row));
  CHECK(row.line == 4);
}

TEST_CASE("csv: a row without an end is refused, and takes no memory") {
  // 200 MB of one line, made as it is read.
  const auto endless = [](std::string head, std::string tail) {
    return [=, left = std::size_t{200} << 20, begun = false](char* to, std::size_t size) mutable {
      if (!begun) {
        begun = true;
        std::copy(head.begin(), head.end(), to);
        return head.size();
      }
      const std::size_t count = std::min(size, left);
      if (count > 0) {
        std::fill_n(to, count, 'x');
        left -= count;
        return count;
      }
      std::copy(tail.begin(), tail.end(), to);
      const std::size_t last = tail.size();
      tail.clear();
      return last;
    };
  };
  const All plain = read(endless("a,b\nc,", "\nd,e\n"), {}, 1 << 20);
  CHECK(plain.rows == Rows{{"a", "b"}, {"d", "e"}});
  CHECK(plain.problems == Problems{"2:1 csv/long"});
  const All quoted = read(endless("a,b\nc,\"", "\nx\"\nd,e\n"), {}, 1 << 20);
  CHECK(quoted.rows == Rows{{"a", "b"}, {"d", "e"}});
  CHECK(quoted.problems == Problems{"2:1 csv/long"});
  const All open = read(endless("a,b\nc,\"", ""), {}, 1 << 20);
  CHECK(open.problems == Problems{"2:1 csv/long"});
}

TEST_CASE("csv: the writer quotes where it must, and guards where it is asked to") {
  std::string text;
  csv::append_row(text, {"a", "b,c", "d\"e", "f\ng", ""});
  csv::append_row(text, {""});
  CHECK(text == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n\"\"\r\n");
  text.clear();
  csv::append_row(text, {"=1+1", "-5", "+1", "x=1", "@a", "\tb", "\rc", "=\"1\"", "'d"},
                  {',', true});
  CHECK(text == "'=1+1,'-5,'+1,x=1,'@a,'\tb,\"'\rc\",\"'=\"\"1\"\"\",'d\r\n");
  text.clear();
  csv::append_row(text, {"a,b", "c\td"}, {'\t'});
  CHECK(text == "a,b\t\"c\td\"\r\n");
}

TEST_CASE("csv: what was written is read back equal, however it comes in") {
  CHECK(holds_for_one_in(20, [] {
    const auto piece = rc::gen::element<std::string>("a", "b", ",", ";", "\t", "\"", "\r", "\n",
                                                     "\xC3\xA9", "\xEF\xBB\xBF", " ", "'", "=");
    const auto field = rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                                    [](const std::vector<std::string>& parts) {
                                      std::string all;
                                      for (const std::string& part : parts) all += part;
                                      return all;
                                    });
    const Rows rows = *rc::gen::container<Rows>(
        rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(field)));
    const char delimiter = *rc::gen::element(',', ';', '\t');
    const std::size_t size = *rc::gen::inRange<std::size_t>(1, 7);
    std::string text;
    for (const std::vector<std::string>& row : rows) {
      csv::append_row(text, {row.begin(), row.end()}, {delimiter});
    }
    const All all = read(in_pieces(text, size), {delimiter, true});
    RC_ASSERT(all.problems.empty());
    RC_ASSERT(all.rows == rows);
  }));
}

TEST_CASE("csv: a guarded cell is no formula, and is the cell it was behind its mark") {
  CHECK(holds_for_one_in(20, [] {
    const auto piece = rc::gen::element<std::string>("=", "+", "-", "@", "\t", "\r", "\n", "'", "a",
                                                     ",", "\"", " ");
    const auto field = rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                                    [](const std::vector<std::string>& parts) {
                                      std::string all;
                                      for (const std::string& part : parts) all += part;
                                      return all;
                                    });
    const std::vector<std::string> row =
        *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(field));
    std::string text;
    csv::append_row(text, {row.begin(), row.end()}, {',', true});
    const All all = read(in_pieces(text, 7));
    RC_ASSERT(all.rows.size() == 1u);
    RC_ASSERT(all.rows[0].size() == row.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string& cell = all.rows[0][i];
      RC_ASSERT(cell.empty() || std::string_view("=+-@\t\r").find(cell[0]) == std::string::npos);
      RC_ASSERT(cell == row[i] || cell == "'" + row[i]);
    }
  }));
}
