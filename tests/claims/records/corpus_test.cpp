// SPDX-License-Identifier: MIT
//
// Files as people write them, good and bad.
//
// tests/corpus/good/<kind>-<case>.toml has its canonical form beside it, in
// <kind>-<case>.canonical; tests/corpus/bad/<kind>-<case>.toml its diagnostics, in
// <kind>-<case>.expected. AVER_ACCEPT=1 rewrites both.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "claims/check/check.h"
#include "claims/settings/settings.h"
#include "tests/places.h"

using namespace aver::claims;

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// A store that has calda, uw, a source and a claim.
class SmallStore : public Known {
 public:
  bool has(const RecordRef& record) const override {
    constexpr std::string_view kThere[] = {"calda",   "uw",      "2024/x",
                                           "topic/x", "topic/y", "topic/x/2024-10-31-calda"};
    return std::find(std::begin(kThere), std::end(kThere), record.id) != std::end(kThere);
  }
};

struct Judged {
  Diagnostics problems;
  std::string canonical;
};

template <class Record>
Judged judged(const Decoded<Record>& decoded, Diagnostics problems) {
  return {std::move(problems), decoded.record ? encode(*decoded.record) : ""};
}

Judged judge(const std::string& name, const std::string& text) {
  const SmallStore store;
  const std::string kind = name.substr(0, name.find('-'));
  if (kind == "claim") {
    const auto decoded = decode_claim(text, "claims/topic/x/claim.toml");
    return judged(decoded, check(decoded, store));
  }
  if (kind == "stance") {
    const auto decoded = decode_stance(text, "claims/topic/x/2024-11-01-calda.toml");
    return judged(decoded, check(decoded, default_vocabulary(), store));
  }
  if (kind == "actor") {
    const auto decoded = decode_actor(text, "actors/calda.toml");
    return judged(decoded, check(decoded, store));
  }
  if (kind == "source") {
    const auto decoded = decode_source(text, "sources/2024/x.toml");
    return judged(decoded, check(decoded, store));
  }
  if (kind == "review") {
    const auto decoded = decode_review(text, "reviews/p/2024-11-01-jane-approve.toml");
    return judged(decoded, check(decoded));
  }
  REQUIRE(kind == "settings");
  const auto decoded = decode_settings(text);
  return judged(decoded, decoded.problems);
}

std::string lines(const Diagnostics& problems) {
  std::string text;
  for (const Diagnostic& problem : problems) text += to_string(problem) + "\n";
  return text;
}

void compare(const fs::path& file, const std::string& actual) {
  if (std::getenv("AVER_ACCEPT") != nullptr) {
    if (read(file) != actual) std::ofstream(file, std::ios::binary) << actual;
    return;
  }
  CHECK(read(file) == actual);
}

std::vector<fs::path> corpus(const char* folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(aver::tests::source_dir() / "tests/corpus" / folder)) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TEST_CASE("good files have no errors, and one canonical form") {
  const std::vector<fs::path> files = corpus("good");
  REQUIRE(files.size() >= 8);
  for (const fs::path& file : files) {
    const std::string name = file.stem().string();
    CAPTURE(name);
    const Judged once = judge(name, read(file));
    CHECK_MESSAGE(!has_errors(once.problems), lines(once.problems));
    compare(fs::path(file).replace_extension(".canonical"), once.canonical);
    CHECK(judge(name, once.canonical).canonical == once.canonical);
  }
}

TEST_CASE("bad files say all that is wrong with them, each at its place") {
  const std::vector<fs::path> files = corpus("bad");
  REQUIRE(files.size() >= 60);
  for (const fs::path& file : files) {
    const std::string name = file.stem().string();
    CAPTURE(name);
    const Judged bad = judge(name, read(file));
    CHECK(!bad.problems.empty());
    compare(fs::path(file).replace_extension(".expected"), lines(bad.problems));
  }
}
