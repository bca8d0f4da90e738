// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "claims/settings/wrong_stamps.h"
#include "store/bulk.h"
#include "tests/store/scratch.h"

using namespace aver;
using namespace aver::store;
using namespace aver::tests;

namespace {

constexpr std::int64_t kToday = 1730451600;  // 2024-11-01 09:00 UTC
constexpr std::int64_t kDays = 86400;

class Stamped {
 public:
  explicit Stamped(std::int64_t at) {
    setenv("GIT_COMMITTER_DATE", (std::to_string(at) + " +0000").c_str(), 1);
  }
  ~Stamped() { unsetenv("GIT_COMMITTER_DATE"); }
  Stamped(const Stamped&) = delete;
  Stamped& operator=(const Stamped&) = delete;
};

int count = 0;
std::vector<Edit> another() {
  return {{"actors/a" + std::to_string(++count) + ".toml", "name = \"A\"\nkind = \"person\"\n"}};
}

// What refuses a commit with the stamp; empty where it is made.
std::string refusal(Store& store, std::int64_t at, std::vector<Edit> edits = another()) {
  const Stamped stamped(at);
  try {
    put(store, std::move(edits));
    return "";
  } catch (const StoreError& error) {
    CHECK(error.fault() == Fault::refused);
    return error.what();
  }
}

// By git, which refuses nothing.
CommitId committed_by_git(const std::filesystem::path& place, std::int64_t at) {
  const Stamped stamped(at);
  write(place / another().front().path, "name = \"B\"\nkind = \"person\"\n");
  git(place, {"add", "."});
  git(place, {"commit", "-q", "-m", "By git"});
  return git(place, {"rev-parse", "HEAD"}).substr(0, 40);
}

}  // namespace

TEST_CASE("a commit is not stamped later than now, nor a day or more before its parent's day") {
  const Scratch scratch;
  Store store = Store::init(scratch / "facts", {});  // today: what init writes has no day
  store.set_clock([] { return kToday; });
  CHECK(refusal(store, kToday - 3 * kDays) == "");
  CHECK(refusal(store, kToday + 600) == "");
  CHECK(refusal(store, kToday + 601) ==
        "the commit would be stamped 2024-11-01 09:10 UTC, and it is 2024-11-01 09:00 UTC");
  const std::string parent = store.view().commit().substr(0, 12);
  CHECK(refusal(store, kToday + 601 - kDays) == "");
  CHECK(refusal(store, kToday + 600 - kDays) ==
        "the commit would be stamped 2024-10-31 09:10 UTC, and builds on " + parent +
            " of 2024-11-01 09:10 UTC");
}

TEST_CASE("one bad stamp in the history stops nobody, and one that is named has no say") {
  const Scratch scratch;
  const std::filesystem::path place = scratch / "facts";
  Store store = Store::init(place, {});
  store.set_clock([] { return kToday; });
  CHECK(refusal(store, kToday - 9 * kDays) == "");
  const CommitId far = committed_by_git(place, kToday + 900 * kDays);
  CHECK(refusal(store, kToday - 5 * kDays) == "");
  CHECK(refusal(store, kToday - 6 * kDays).find("and builds on") != std::string::npos);
  // When that day has come, the stamp counts, until it is named: by that very commit.
  store.set_clock([] { return kToday + 901 * kDays; });
  CHECK(refusal(store, kToday).find(far.substr(0, 12)) != std::string::npos);
  const auto named = claims::with_wrong_stamp(*store.view().read("aver.toml"), far);
  CHECK(refusal(store, kToday, {{"aver.toml", named}}) == "");
  CHECK(refusal(store, kToday + kDays) == "");
}

TEST_CASE("a bulk write is held to the same stamps") {
  const Scratch scratch;
  Store store = Store::init(scratch / "facts", {});
  store.set_clock([] { return kToday; });
  const auto bulk = [&](std::int64_t at) {
    Bulk write(store);
    write.add(another().front().path, "name = \"C\"\nkind = \"person\"\n");
    try {
      write.commit("Bulk", {.committed = at});
      write.finish();
      return std::string();
    } catch (const StoreError& error) {
      return std::string(error.what());
    }
  };
  CHECK(bulk(kToday - 100 * kDays) == "");
  CHECK(bulk(kToday - 50 * kDays) == "");
  CHECK(bulk(kToday - 60 * kDays).find("and builds on") != std::string::npos);
  CHECK(bulk(kToday + kDays).find("and it is") != std::string::npos);
}

TEST_CASE("what was merged can be the first parent") {
  const Scratch scratch;
  const std::filesystem::path place = scratch / "facts";
  Store store = Store::init(place, {});
  git(place, {"branch", "other"});
  const CommitId ours = *put(store, another());
  git(place, {"checkout", "-q", "other"});
  const CommitId theirs = *put(store, another());
  git(place, {"checkout", "-q", "main"});
  const auto merge = store.commit([&](const View&) {
    return Change{.edits = {}, .message = "Merge", .merged = {theirs}, .merged_first = true};
  });
  REQUIRE(merge.has_value());
  CHECK(store.view(*merge).parents() == std::vector<CommitId>{theirs, ours});
}
