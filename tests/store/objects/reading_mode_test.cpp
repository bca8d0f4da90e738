// SPDX-License-Identifier: MIT
#include "store/reading_mode.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "store/objects/git.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;
namespace fs = std::filesystem;

namespace {

// A store with a file whose object has the bytes of another: whole, and under a wrong id.
class Swapped {
 public:
  Swapped() : place_(scratch_ / "store") {
    git(scratch_ / "", {"init", "-q", "store"});
    write(place_ / "aver.toml", "format = 1\n");
    write(place_ / "a", "the first\n");
    write(place_ / "b", "the other\n");
    git(place_, {"add", "."});
    git(place_, {"commit", "-qm", "Two files"});
    fs::permissions(object("a"), fs::perms::owner_write, fs::perm_options::add);
    fs::copy_file(object("b"), object("a"), fs::copy_options::overwrite_existing);
  }

  // Whether its bytes are hashed as they are read. Nothing is kept from one time to the next.
  bool is_hashed() const {
    try {
      return Store::open(place_.string()).view().read("a") != "the other\n";
    } catch (const StoreError& error) {
      return error.fault() == Fault::corrupt;
    }
  }

 private:
  fs::path object(const std::string& file) const {
    const std::string id = git(place_, {"rev-parse", "HEAD:" + file});
    return place_ / ".git/objects" / id.substr(0, 2) / id.substr(2, 38);
  }

  Scratch scratch_;
  fs::path place_;
};

ssize_t room_of_cache() {
  ssize_t used = 0;
  ssize_t room = 0;
  git_libgit2_opts(GIT_OPT_GET_CACHED_MEMORY, &used, &room);
  return room;
}

}  // namespace

TEST_CASE("objects are hashed again only when the last work that did without has ended") {
  const Swapped store;
  CHECK(store.is_hashed());
  {
    const ReadingMode outer(ReadingMode::unhashed);
    CHECK_FALSE(store.is_hashed());
    {
      const ReadingMode inner(ReadingMode::unhashed);
      const ReadingMode other(ReadingMode::repeated);
      CHECK_FALSE(store.is_hashed());
    }
    CHECK_FALSE(store.is_hashed());
  }
  CHECK(store.is_hashed());
}

TEST_CASE("pieces of work that overlap may end in any order") {
  const Swapped store;
  std::optional<ReadingMode> first(std::in_place, ReadingMode::repeated);
  std::optional<ReadingMode> second(std::in_place, ReadingMode::unhashed);
  first.reset();
  CHECK_FALSE(store.is_hashed());
  second.reset();
  CHECK(store.is_hashed());
}

TEST_CASE("the room for files that are read again is given back with the last that needs it") {
  start_libgit2();
  const ssize_t before = room_of_cache();
  std::optional<ReadingMode> outer(std::in_place, ReadingMode::repeated);
  const ssize_t within = room_of_cache();
  CHECK(within != before);
  {
    const ReadingMode inner(ReadingMode::repeated);
    CHECK(room_of_cache() == within);
  }
  CHECK(room_of_cache() == within);
  outer.reset();
  CHECK(room_of_cache() == before);
}
