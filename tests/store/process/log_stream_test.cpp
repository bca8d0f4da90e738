// SPDX-License-Identifier: MIT
//
// Commits whose people and paths look like what git writes between them, in pieces of any size.
#include "store/process/log_stream.h"

#include <doctest/doctest.h>

#include <random>

#include "store/error.h"
#include "store/process.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;

namespace {

struct HeardLog : LogStream::Sink {
  struct One {
    std::vector<std::string> fields;
    std::vector<std::string> paths;
    friend bool operator==(const One&, const One&) = default;
  };
  void head(const std::vector<std::string>& fields) override { all.push_back({fields, {}}); }
  void change(std::string_view, std::string_view path) override {
    REQUIRE(!all.empty());
    all.back().paths.emplace_back(path);
  }
  std::vector<One> all;
};

const std::string kFirstId(40, 'a');
const std::string kSecondId(40, 'b');
const std::string kRaw = ":100644 100644 " + kFirstId + " " + kSecondId + " M";

std::string with_nul(std::initializer_list<std::string> tokens) {
  std::string text;
  for (const std::string& token : tokens) text += token + '\0';
  return text;
}

}  // namespace

TEST_CASE("a field may look like anything: a raw line, a mark, a commit, nothing") {
  const std::string text =
      with_nul({kFirstId, kRaw, ""}) + with_nul({kSecondId, "-\n", kFirstId, "\n" + kRaw, kSecondId,
                                                 "", kFirstId, "\x01\x02", ":", kRaw, "-\n"});
  const std::vector<HeardLog::One> wanted = {{{kFirstId, kRaw, ""}, {}},
                                             {{kSecondId, "-\n", kFirstId}, {kSecondId}},
                                             {{kFirstId, "\x01\x02", ":"}, {"-\n"}}};
  for (std::size_t size = 1; size <= text.size(); ++size) {
    HeardLog heard;
    LogStream stream(3, heard);
    for (std::size_t begin = 0; begin < text.size(); begin += size) {
      CHECK(!stream.take(std::string_view(text).substr(begin, size)));
    }
    stream.end();
    CHECK(heard.all == wanted);
  }
}

TEST_CASE("a mark between commits is told, and what follows it waits") {
  HeardLog heard;
  LogStream stream(2, heard);
  CHECK(stream.take(with_nul({kFirstId, "-\n"}) + "-\n" + kSecondId));
  CHECK(heard.all.size() == 1);
  CHECK(!stream.take(with_nul({"", "x"})));
  CHECK(heard.all.back().fields == std::vector<std::string>{kSecondId, "x"});
}

TEST_CASE("what is no log of git's is refused, and so is one that breaks off") {
  for (const std::string& text :
       {std::string("fatal: nonsense"), with_nul({"x", "y"}), with_nul({kFirstId}),
        with_nul({kFirstId, "y", "\n" + kRaw}), with_nul({kFirstId, "y", "z"})}) {
    HeardLog heard;
    LogStream stream(2, heard);
    stream.take(text);
    stream.take("-\n");
    CHECK_THROWS_WITH_AS(stream.end(), "what git wrote of the history cannot be understood",
                         StoreError);
  }
}

TEST_CASE("any bytes: no fault, no fields but as many as were asked for") {
  std::mt19937 dice(17);
  const std::string pieces[] = {
      std::string(1, '\0'), "\n", "-\n", ":", kRaw, kFirstId, "a", "\x01"};
  for (int i = 0; i < 20000; ++i) {
    HeardLog heard;
    LogStream stream(3, heard);
    stream.take(with_nul({kFirstId, "", ""}));
    for (int n = static_cast<int>(dice() % 12); n > 0; --n) {
      stream.take(pieces[dice() % std::size(pieces)]);
    }
    for (const HeardLog::One& one : heard.all) {
      REQUIRE(one.fields.size() == 3);
      REQUIRE(one.fields.front().size() == 40);
    }
  }
}

TEST_CASE("git's own log, with a person and a path that were made to confuse") {
  const Scratch scratch;
  const std::filesystem::path at = scratch / "";
  git(at, {"init", "-q"});
  const std::string path = ":100644 \x01" + kFirstId + "\x02G";
  write(at / path, "x\n");
  git(at, {"add", "./" + path});
  git(at, {"commit", "-q", "-m", "x"});
  const std::string tree = git(at, {"rev-parse", "HEAD^{tree}"}).substr(0, 40);
  const std::string parent = git(at, {"rev-parse", "HEAD"}).substr(0, 40);
  const std::string raw = "tree " + tree + "\nparent " + parent + "\nauthor M\x02 <a\x02" +
                          "boss> 1733047200 +0000\n"
                          "committer C <c@x> 1733047200 +0000\n\n-\n:\x01\n";
  const std::string id =
      git(at, {"hash-object", "-t", "commit", "-w", "--literally", "--stdin"}, raw).substr(0, 40);
  HeardLog heard;
  LogStream stream(4, heard);
  stream.take(git(at, {"log", "-z", "--raw", "--no-abbrev", "--root",
                       LogStream::format({"%H", "%an", "%ae", "%s"}), id}));
  stream.end();
  const std::vector<HeardLog::One> wanted = {{{id, "M\x02",
                                               "a\x02"
                                               "boss",
                                               "- :\x01"},
                                              {}},
                                             {heard.all.back().fields, {path}}};
  CHECK(heard.all == wanted);
  CHECK(heard.all.back().fields[0] == parent);
}
