// SPDX-License-Identifier: MIT
//
// git's index as we write it, beside what git makes of the same: in random states of an index, with
// all that git puts into one.
#include "store/write/index_update.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <functional>
#include <random>

#include "store/objects/sha1.h"
#include "store/repository/repository.h"
#include "store/write/git_index.h"
#include "store/write/index_bytes.h"
#include "store/write/worktree.h"
#include "tests/property.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;

namespace fs = std::filesystem;

namespace {

const std::string kBlob(40, '1');

// Folders and files that sort close to each other.
const std::vector<std::string> kNames = {
    "a",       "a.b",   "a/b",    "a/b.c", "a/b/c", "a/b/d.toml", "a/b0", "a0", "b/x/y/z",
    "b/x/y-z", "b/x.y", "c.toml", "d/e f", "d/é",   "z/1",        "z/2",  "z/3"};

// What git says of an index, and how it ended: of one that has conflicts there is no tree.
struct Said {
  std::string entries, status, tree, fsck;
  bool operator==(const Said&) const = default;
};

struct Tally {
  int written = 0, same_bytes = 0, left_to_git = 0;
} tally;

class RandomIndex {
 public:
  explicit RandomIndex(unsigned seed) : random_(seed) {
    fs::create_directories(place_);
    git(place_, {"init", "-q"});
    write(place_ / "first", "first\n");
    git(place_, {"add", "."});
    git(place_, {"commit", "-qm", "First"});
    some_ = git(place_, {"rev-parse", "HEAD:first"}).substr(0, 40);
    commit_ = git(place_, {"rev-parse", "HEAD"}).substr(0, 40);
  }

  // Something that people and programs do to an index or to files.
  void change() {
    const std::string name = any_name();
    switch (below(24)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return make_file(name);
      case 4:
      case 5:
      case 6:
        make_file(name);
        return attempt({"add", "-f", "--", name});
      case 7:
        return attempt({"rm", "-q", "-r", "--cached", "--", name});
      case 8:
        return attempt({"rm", "-q", "-r", "-f", "--", name});
      case 9:
        make_file(name);
        return attempt({"add", "-N", "--", name});
      case 10:
        return attempt({"update-index", "--assume-unchanged", "--", name});
      case 11:
        return attempt({"update-index", "--skip-worktree", "--", name});
      case 12:
        return attempt({"update-index", "--no-assume-unchanged", "--", name}),
               attempt({"update-index", "--no-skip-worktree", "--", name});
      case 13:
        return conflict(name);
      case 14:
        return attempt({"update-index", "--index-version", std::to_string(2 + below(3))});
      case 15:
      case 16:
        return attempt({"write-tree"});
      case 17:
        return attempt({"update-index", "--add", "--cacheinfo", "160000," + commit_ + ",module"});
      case 18:
        return make_link(name);
      case 19: {
        std::error_code ignored;
        if (fs::is_regular_file(place_ / name, ignored)) {
          fs::permissions(place_ / name, below(2) == 0 ? fs::perms(0755) : fs::perms(0644));
        }
        return attempt({"add", "--", name});
      }
      case 20:
        return attempt({"update-index", "--add", "--cacheinfo",
                        "100644," + some_ + ",long/" + std::string(4085 + below(20), 'n')});
      case 21:
        return attempt({"-c", "index.threads=2", "-c", "index.recordEndOfIndexEntries=true", "-c",
                        "index.recordOffsetTable=true", "update-index", "--force-write-index"});
      case 22:
        return attempt({"update-index", "--untracked-cache"});
      default:
        if (below(4) == 0) attempt({"update-index", "--split-index"});
    }
  }

  // One change of some files, by us and by git; a few tries, until there is one that we make.
  void compare() {
    if (below(8) != 0) {  // mostly without what is left to git
      attempt({"update-index", "--no-split-index", "--no-untracked-cache", "--clear-resolve-undo"});
    }
    constexpr int kTries = 6;
    for (int n = 0; n < kTries && !is_compared(); ++n) {
    }
  }

 private:
  // Returns false where we leave the change to git.
  bool is_compared() {
    const Repository repository = Repository::find(place_);
    std::vector<TouchedPath> paths;
    std::string names;
    for (std::size_t n = below(3) == 0 ? 1 + below(3) : 1; n > 0; --n) {
      const std::string name = any_name();
      if (std::any_of(paths.begin(), paths.end(),
                      [&](const TouchedPath& path) { return path.path == name; })) {
        continue;
      }
      if (below(3) != 0) make_file(name);
      if (below(6) == 0) remove_below(name);
      TouchedPath path;
      path.path = name;
      path.after = blob_of(name);
      paths.push_back(std::move(path));
      names += name + '\0';
    }
    IndexSettings settings;
    settings.for_git = false;
    settings.trusts_modes = below(5) != 0;
    const bool is_mistaken = below(20) == 0;
    if (is_mistaken) paths.front().after = paths.front().after.empty() ? some_ : kBlob;
    const fs::path index = place_ / ".git/index";
    const fs::path saved = place_ / ".git/saved";
    keep(index, saved);
    const bool is_written = by_us(repository, settings, paths);
    CHECK_FALSE(fs::exists(place_ / ".git/index.lock"));
    CHECK_FALSE(fs::exists(place_ / ".git/aver/index.next"));
    if (!is_written) {
      ++tally.left_to_git;
      CHECK(read(index) == read(saved));
    } else {
      CHECK_FALSE(is_mistaken);
      ++tally.written;
      keep(index, place_ / ".git/ours");
    }
    if (!is_written) return false;
    keep(saved, index);
    const RunResult theirs =
        run_git({"-c", settings.trusts_modes ? "core.fileMode=true" : "core.fileMode=false",
                 "update-index", "--add", "--remove", "-z", "--stdin"},
                {.directory = place_.string(), .input = names});
    CAPTURE(names);
    REQUIRE(theirs.ok());
    keep(index, place_ / ".git/theirs");
    if (read(place_ / ".git/ours") == read(place_ / ".git/theirs")) ++tally.same_bytes;
    const Said ours = said_of("ours");
    const Said of_git = said_of("theirs");
    CHECK(ours.entries == of_git.entries);
    CHECK(ours.status == of_git.status);
    CHECK(ours.fsck == of_git.fsck);
    CHECK(ours.fsck == "0:");
    CHECK(ours.tree == of_git.tree);
    return true;
  }

  std::size_t below(std::size_t n) { return random_() % n; }
  std::string any_name() { return kNames[below(kNames.size())]; }

  // Where git refuses, all stays as it is.
  void attempt(const std::vector<std::string>& words) {
    run_git(words, {.directory = place_.string()});
  }

  void remove_below(const std::string& name) {
    std::error_code ignored;
    fs::remove_all(place_ / name, ignored);
  }

  void make_room(const std::string& name) {
    fs::path at = place_;
    for (const fs::path& part : fs::path(name).parent_path()) {
      at /= part;
      std::error_code ignored;
      if (!fs::is_directory(fs::symlink_status(at, ignored))) fs::remove(at, ignored);
      fs::create_directory(at, ignored);
    }
    std::error_code ignored;
    if (fs::symlink_status(place_ / name, ignored).type() != fs::file_type::regular) {
      fs::remove_all(place_ / name, ignored);
    }
  }

  // Often of the size that it had before, in the same second.
  void make_file(const std::string& name) {
    make_room(name);
    write(place_ / name, std::string(below(3), 'x') + std::to_string(below(10)) + "\n");
  }

  void make_link(const std::string& name) {
    make_room(name);
    std::error_code ignored;
    fs::remove(place_ / name, ignored);
    fs::create_symlink("first", place_ / name, ignored);
    attempt({"add", "--", name});
  }

  void conflict(const std::string& name) {
    std::string lines = "0 " + std::string(40, '0') + "\t" + name + "\n";
    for (const char* stage : {"1", "2", "3"}) {
      if (below(4) != 0) lines += "100644 " + some_ + " " + stage + "\t" + name + "\n";
    }
    run_git({"update-index", "--index-info"}, {.directory = place_.string(), .input = lines});
  }

  std::string blob_of(const std::string& name) {
    std::error_code ignored;
    if (!fs::is_regular_file(fs::symlink_status(place_ / name, ignored))) return "";
    return to_hex(object_id("blob", read(place_ / name)));  // git writes it
  }

  // A copy that was written when the file was.
  static void keep(const fs::path& from, const fs::path& to) {
    fs::copy_file(from, to, fs::copy_options::overwrite_existing);
    fs::last_write_time(to, fs::last_write_time(from));
  }

  static bool by_us(const Repository& repository, const IndexSettings& settings,
                    const std::vector<TouchedPath>& paths) {
    fs::create_directories(repository.git_dir() / "aver");
    std::optional<IndexUpdate> update = IndexUpdate::prepare(repository, settings, paths);
    return update && update->place();
  }

  Said said_of(const char* which) {
    const auto ask = [&](std::vector<std::string> words) {
      const RunResult answer =
          run_git(std::move(words),
                  {.directory = place_.string(),
                   .environment = {{"GIT_INDEX_FILE", (place_ / ".git" / which).string()}}});
      return std::to_string(answer.status) + ":" + answer.output + answer.errors;
    };
    Said said;
    said.entries = ask({"ls-files", "--stage", "--debug", "-v"});
    said.status = ask({"--no-optional-locks", "status", "--porcelain=v2"});
    said.fsck = ask({"fsck", "--no-dangling", "--no-progress"});
    said.tree = ask({"write-tree"});
    return said;
  }

  Scratch scratch_;
  fs::path place_ = scratch_ / "repository";
  std::mt19937 random_;
  std::string some_, commit_;
};

}  // namespace

TEST_CASE("an index that we write is what git would have written") {
  constexpr int kSteps = 40;
  // Each step asks git a dozen times.
  constexpr int kShare = 100;
  tally = {};
  CHECK(holds_for_one_in(kShare, [](unsigned seed) {
    RandomIndex index(seed);
    for (int step = 0; step < kSteps; ++step) {
      for (std::size_t n = 0; n < 3; ++n) index.change();
      index.compare();
    }
  }));
  MESSAGE(tally.written << " written, " << tally.same_bytes << " of them byte for byte as git's; "
                        << tally.left_to_git << " left to git");
  CHECK(tally.written > tally.left_to_git / 4);
  CHECK(tally.same_bytes > tally.written / 2);
}

namespace {

// A repository with three committed files.
fs::path with_files(const Scratch& scratch) {
  fs::path place = scratch / "repository";
  fs::create_directories(place);
  git(place, {"init", "-q"});
  for (const char* name : {"a/one", "a/two", "b/three"}) write(place / name, "old\n");
  git(place, {"add", "."});
  git(place, {"commit", "-qm", "First"});
  fs::create_directories(place / ".git/aver");
  return place;
}

std::optional<IndexUpdate> update_of(const fs::path& place, const std::string& name,
                                     bool trusts_dates = true) {
  TouchedPath path;
  path.path = name;
  path.after = git(place, {"hash-object", "-w", "--", name}).substr(0, 40);
  IndexSettings settings;
  settings.for_git = false;
  settings.trusts_dates = trusts_dates;
  return IndexUpdate::prepare(Repository::find(place), settings, {path});
}

}  // namespace

TEST_CASE("an index that is locked, or that git has written meanwhile, stays as it is") {
  const Scratch scratch;
  const fs::path place = with_files(scratch);
  write(place / "a/two", "new\n");
  std::optional<IndexUpdate> update = update_of(place, "a/two");
  REQUIRE(update);
  write(place / ".git/index.lock", "somebody's");
  CHECK_FALSE(update->place());
  CHECK(read(place / ".git/index.lock") == "somebody's");
  fs::remove(place / ".git/index.lock");

  update = std::nullopt;
  CHECK_FALSE(fs::exists(place / ".git/aver/index.next"));
  std::optional<IndexUpdate> late = update_of(place, "a/two");
  REQUIRE(late);
  write(place / "b/four", "theirs\n");
  git(place, {"add", "b/four"});
  CHECK_FALSE(late->place());
  CHECK_FALSE(fs::exists(place / ".git/index.lock"));
  CHECK(git(place, {"status", "--porcelain"}) == " M a/two\nA  b/four\n");
}

TEST_CASE("what is the same in the index already is not written, and is looked at") {
  const Scratch scratch;
  const fs::path place = with_files(scratch);
  const std::string before = read(place / ".git/index");
  std::optional<IndexUpdate> update = update_of(place, "a/two");
  REQUIRE(update);
  CHECK(update->place());
  CHECK(read(place / ".git/index") == before);
  update.reset();
  std::optional<IndexUpdate> late = update_of(place, "a/two");
  REQUIRE(late);
  git(place, {"rm", "-q", "--cached", "a/two"});
  CHECK_FALSE(late->place());
}

TEST_CASE("the lock of a writer that was killed goes, and nobody else's") {
  const Scratch scratch;
  const fs::path place = with_files(scratch);
  const fs::path next = place / ".git/aver/index.next";
  const fs::path lock = place / ".git/index.lock";
  write(next, "half");
  fs::create_hard_link(next, lock);
  remove_left_update(place / ".git");
  CHECK_FALSE(fs::exists(next));
  CHECK_FALSE(fs::exists(lock));
  write(next, "half");
  write(lock, "somebody's");
  remove_left_update(place / ".git");
  CHECK_FALSE(fs::exists(next));
  CHECK(read(lock) == "somebody's");
}

TEST_CASE("a file that was changed in the second in which it was added is seen as changed later") {
  const Scratch scratch;
  const fs::path place = with_files(scratch);
  git(place, {"config", "core.trustCTime", "false"});
  const timespec long_ago{1700000000, 0};
  const timespec dates[] = {long_ago, long_ago};
  const auto set_back = [&](const fs::path& file) {
    REQUIRE(utimensat(AT_FDCWD, file.c_str(), dates, 0) == 0);
  };
  set_back(place / "a/one");
  git(place, {"update-index", "--refresh"});
  set_back(place / ".git/index");
  write(place / "a/one", "NEW\n");
  set_back(place / "a/one");
  bool keeps_size = false;
  SUBCASE("the contents alone") {}
  SUBCASE("another mode tells it, too: then git leaves the entry as it is") {
    fs::permissions(place / "a/one", fs::perms(0755));
    keeps_size = true;
  }
  write(place / "a/two", "new\n");
  std::optional<IndexUpdate> update = update_of(place, "a/two", /*trusts_dates=*/false);
  REQUIRE(update);
  REQUIRE(update->place());
  CHECK(git(place, {"status", "--porcelain"}) == " M a/one\nM  a/two\n");
  const std::string entry = git(place, {"ls-files", "--debug", "a/one"});
  CHECK((entry.find("size: 4\t") != entry.npos) == keeps_size);
}

TEST_CASE("a damaged index is no index, or one that ends where the file does") {
  const Scratch scratch;
  const fs::path place = with_files(scratch);
  const fs::path index = place / ".git/index";
  std::mt19937 random(1);  // NOLINT: the same bytes each time
  for (const char* version : {"2", "3", "4"}) {
    git(place, {"update-index", "--index-version", version});
    git(place, {"write-tree"});
    const std::string whole = read(index);
    for (int run = 0; run < 700; ++run) {
      std::string bytes = whole;
      for (std::size_t n = 1 + random() % 3; n > 0; --n) {
        bytes[random() % bytes.size()] = static_cast<char>(random());
      }
      if (random() % 4 == 0) bytes.resize(random() % bytes.size());
      write(index, bytes);
      const std::optional<GitIndex> read_back = GitIndex::open(place / ".git");
      if (!read_back) continue;
      std::size_t length = 0;
      for (std::size_t i = 0; i < read_back->size(); ++i) length += read_back->name(i).size();
      CHECK(length <= 3 * whole.size());
      CHECK(read_back->entries_of("a/two").second <= read_back->size());
      if (!can_be_rewritten(*read_back)) continue;
      const auto made = rewritten(*read_back, {{"a/two", std::nullopt}}, {});
      if (!made) continue;
      std::size_t size = 0;
      for (const std::string_view part : made->parts()) size += part.size();
      CHECK(size <= whole.size() + 16);
    }
    write(index, whole);
  }
}
