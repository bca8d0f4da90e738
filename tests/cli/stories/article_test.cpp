// SPDX-License-Identifier: MIT
//
// A real article, recorded whole: statements, a spokesperson's quotes, positions that others
// report, silence, a conditional. The article is not part of this project; where it is not beside
// it, the test is skipped. Its words are read from it, never written down here.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/places.h"
#include "tests/store/scratch.h"

using namespace aver::tests;

namespace {

namespace fs = std::filesystem;

constexpr const char* kArticle = "../shared/data/article/ministers-2024-10-31.txt";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// The n-th passage of a paragraph that stands in typographic quotation marks, however they are
// paired.
std::string quoted(const std::string& paragraph, int n) {
  std::vector<std::size_t> marks;
  for (std::size_t at = 0; at + 2 < paragraph.size(); ++at) {
    const std::string mark = paragraph.substr(at, 3);
    if (mark == "\xE2\x80\x9C" || mark == "\xE2\x80\x9D") marks.push_back(at);
  }
  const auto index = static_cast<std::size_t>(2 * n);
  REQUIRE(marks.size() > index + 1);
  const std::size_t begin = marks[index] + 3;
  return paragraph.substr(begin, marks[index + 1] - begin);
}

class Program {
 public:
  explicit Program(fs::path store) : store_(std::move(store)) {}

  std::string operator()(std::vector<std::string> words) const {
    std::vector<std::string> argv = {aver_program(), "-C", store_.string()};
    argv.insert(argv.end(), words.begin(), words.end());
    const aver::store::RunResult result = aver::store::run(argv);
    CHECK_MESSAGE(result.ok(),
                  words[0] << " " << (words.size() > 1 ? words[1] : "") << ": " << result.errors);
    return result.output;
  }

 private:
  fs::path store_;
};

}  // namespace

TEST_CASE("a real article is recorded whole" * Needs(kArticle)) {
  const fs::path article = source_dir() / kArticle;
  const std::string text = read(article);
  const std::vector<std::string> paragraphs = lines_of(text);
  REQUIRE(paragraphs.size() >= 13);
  const Scratch scratch;
  fs::create_directories(scratch / "facts");
  const Program aver(scratch / "facts");
  aver({"init"});

  const std::vector<std::vector<std::string>> actors = {
      {"china", "China", "--kind", "state"},
      {"us", "United States", "--kind", "state"},
      {"russia", "Russia", "--kind", "state"},
      {"north-korea", "North Korea", "--kind", "state", "--alias", "DPRK"},
      {"south-korea", "South Korea", "--kind", "state"},
      {"us/blinken", "Antony Blinken", "--role", "Secretary of State=us"},
      {"us/austin", "Lloyd Austin", "--role", "Secretary of Defense=us"},
      {"china/liu-pengyu", "Liu Pengyu", "--role", "embassy spokesman=china"},
      {"south-korea/cho-tae-yul", "Cho Tae-yul", "--role", "Foreign Minister=south-korea"},
      {"south-korea/kim-yong-hyun", "Kim Yong-hyun", "--role", "Minister of Defence=south-korea"},
  };
  for (std::vector<std::string> actor : actors) {
    actor.insert(actor.begin(), {"actor", "add"});
    aver(actor);
  }
  aver({"source", "add", "2024/ministers", "Ministers meet in Washington", "--capture",
        article.string(), "--published", "2024-10-31"});

  const std::vector<std::vector<std::string>> claims = {
      {"dprk/us-asked-china", "The United States has asked China to rein in North Korea"},
      {"dprk/china-restrains-dprk", "China acts to restrain North Korea"},
      {"ukraine/china-position-unchanged", "China's position on the war in Ukraine is unchanged"},
      {"ukraine/china-peace-talks", "China supports peace talks on Ukraine"},
      {"dprk/seoul-talks-to-beijing",
       "Seoul holds high-level talks with Beijing on the partnership"},
      {"dprk/china-will-act-for-itself", "China will play a part once its interests are harmed"},
      {"dprk/launch-breaks-resolutions",
       "The latest launch breaks resolutions of the United Nations"},
      {"dprk/russia-trains-soldiers", "Russia trains North Korean soldiers"},
  };
  for (const std::vector<std::string>& claim : claims) aver({"add", claim[0], claim[1]});

  const auto record = [&](const char* claim, const char* holder, const char* position,
                          std::vector<std::string> evidence, int paragraph) {
    std::vector<std::string> words = {"record",    claim,
                                      holder,      position,
                                      "--held",    "2024-10-31",
                                      "--source",  "ministers",
                                      "--locator", "para " + std::to_string(paragraph + 1)};
    words.insert(words.end(), evidence.begin(), evidence.end());
    aver(words);
  };
  const auto quote = [&](int paragraph, int n) {
    return quoted(paragraphs[static_cast<std::size_t>(paragraph)], n);
  };
  record("us-asked-china", "us", "affirm",
         {"--speaker", "blinken", "--summary", "Confirms that the two have spoken"}, 0);
  record("china-restrains-dprk", "us/blinken", "query", {"--quote", quote(2, 0)}, 2);
  record("china-restrains-dprk", "china", "not-acted",
         {"--summary", "No sign of action, the paper writes"}, 3);
  record("china-position-unchanged", "china", "affirm",
         {"--speaker", "liu-pengyu", "--quote", quote(4, 0)}, 4);
  record("china-peace-talks", "china", "affirm",
         {"--speaker", "liu-pengyu", "--quote", quote(5, 0)}, 5);
  record("china-position-unchanged", "china/liu-pengyu", "affirm", {"--quote", quote(5, 1)}, 5);
  record("china-restrains-dprk", "us/austin", "qualified", {"--quote", quote(6, 0)}, 6);
  record("seoul-talks-to-beijing", "south-korea", "affirm",
         {"--speaker", "cho-tae-yul", "--summary", "Talks go on at a high level"}, 8);
  record("china-restrains-dprk", "china", "silent",
         {"--via", "kim-yong-hyun", "--quote", quote(9, 0)}, 9);
  const std::string condition = "if its interests are harmed";
  record("china-will-act-for-itself", "kim-yong-hyun", "qualified",
         {"--quote", quote(9, 1), "--condition", condition}, 9);
  record("launch-breaks-resolutions", "us", "affirm",
         {"--speaker", "blinken", "--quote", quote(10, 0)}, 10);
  record("us-asked-china", "us/blinken", "affirm",
         {"--summary", "Expects a demand to stop", "--mode", "paraphrase"}, 1);
  record("russia-trains-soldiers", "us/blinken", "affirm", {"--quote", quote(12, 0)}, 12);

  using nlohmann::json;
  const json check = json::parse(aver({"check", "--json"}));
  CHECK(check["problems"].size() == 0);
  CHECK(check["records"] == 10 + 1 + 8 + 13);

  const json show =
      json::parse(aver({"show", "china-restrains-dprk", "--json", "--on", "2024-10-31"}));
  REQUIRE(show["positions"].size() == 4);
  const auto held_by = [&](const char* holder, const char* scale = "stance") {
    for (const json& one : show["positions"]) {
      if (one["holder"] == holder && one["scale"] == scale) return one;
    }
    FAIL(holder);
    return json();
  };
  // What it does and what it says, each from who tells of it.
  CHECK(held_by("china", "progress")["position"] == "not-acted");
  CHECK(held_by("china", "progress")["stance"]["via"].empty());
  CHECK(held_by("china")["position"] == "silent");
  CHECK(held_by("china")["stance"]["via"] == json({"south-korea/kim-yong-hyun"}));
  CHECK(held_by("us/austin")["position"] == "qualified");
  CHECK(held_by("us/blinken")["stance"]["mode"] == "direct");

  // A conditional keeps its condition wherever it is shown.
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"show", "china-will-act-for-itself"},
        {"history", "china-will-act-for-itself"},
        {"diff", "--claim", "china-will-act-for-itself", "--evidence", "--on",
         "2024-10-01..2024-11-01"}}) {
    CHECK_MESSAGE(aver(words).find(condition) != std::string::npos, words[0]);
  }

  // Every quote stands in the capture, and the capture is the article, byte for byte.
  CHECK(read(scratch / "facts/sources/2024/ministers.txt") == text);
  const json source = json::parse(aver({"show", "2024/ministers", "--json"}));
  CHECK(source["capture_sound"] == true);
  REQUIRE(source["stances"].size() == 13);
  int quotes = 0;
  for (const json& stance : source["stances"]) {
    if (stance["quote"].is_null()) continue;
    ++quotes;
    CHECK(text.find(stance["quote"].get<std::string>()) != std::string::npos);
  }
  CHECK(quotes == 9);
  for (const json& verdict : source["quotes"]) CHECK(verdict["level"] == "verbatim");

  // Every quotation in it is listed, with its right speaker, by paragraph.
  const std::vector<std::pair<int, std::string>> spoken = {{3, "us/blinken"},
                                                           {5, "china/liu-pengyu"},
                                                           {6, "china/liu-pengyu"},
                                                           {6, "china/liu-pengyu"},
                                                           {7, "us/austin"},
                                                           {10, "south-korea/kim-yong-hyun"},
                                                           {10, "south-korea/kim-yong-hyun"},
                                                           {10, "south-korea/kim-yong-hyun"},
                                                           {11, "us/blinken"},
                                                           {11, "us/blinken"},
                                                           {13, "us/blinken"}};
  const json listed = json::parse(aver({"quotes", "ministers", "--json"}));
  REQUIRE(listed["quotations"].size() == spoken.size());
  int day = 1;
  const auto refused = [&](const std::string& damaged) {
    const aver::store::RunResult result = aver::store::run(
        {aver_program(), "-C", (scratch / "facts").string(), "record", "china-peace-talks",
         "russia", "affirm", "--source", "ministers", "--quote", damaged});
    CHECK_MESSAGE(result.status == 2, damaged);
  };
  std::string before;
  for (std::size_t i = 0; i < spoken.size(); ++i) {
    const json& one = listed["quotations"][i];
    const std::string words = one["quote"];
    CHECK(one["paragraph"] == spoken[i].first);
    CHECK(one["actor"] == spoken[i].second);
    // Each can be recorded, as it is and as people type it.
    aver({"record", "china-peace-talks", one["actor"], "query", "--held",
          "2024-09-" + std::to_string(10 + day++), "--source", "ministers", "--quote", words});
    std::string typed = words;
    for (std::size_t at = 0; (at = typed.find("\xE2\x80\x99", at)) != typed.npos;)
      typed.replace(at, 3, "'");
    aver({"record", "china-peace-talks", "russia", "query", "--held",
          "2024-09-" + std::to_string(10 + day), "--source", "ministers", "--quote", typed});
    // Damaged copies are refused: a word changed, a negation put in or dropped, two quotes joined.
    const std::size_t blank = words.find(' ', words.size() / 2);
    if (blank != words.npos) {
      refused(words.substr(0, blank) + " never" + words.substr(blank));
      refused(words.substr(0, blank) + "x" + words.substr(blank));
    }
    if (const std::size_t no = words.find(" if "); no != words.npos) {
      refused(words.substr(0, no) + words.substr(no + 3));
    }
    if (!before.empty()) refused(before + " " + words);
    before = words;
  }
  const json after = json::parse(aver({"quotes", "ministers", "--unrecorded", "--json"}));
  CHECK(after["quotations"].empty());
  CHECK(json::parse(aver({"check", "--json"}))["problems"].empty());
}
