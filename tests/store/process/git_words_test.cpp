// SPDX-License-Identifier: MIT
//
// What git says, by the git that is installed: each failure is brought about, and read.
#include "store/git_words.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;

namespace {

// Somebody who has git speak German, where its translation is installed.
class German {
 public:
  German() {
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("LANGUAGE", "de", 1);
  }
  ~German() {
    unsetenv("LC_ALL");
    unsetenv("LANGUAGE");
  }
};

RunResult asked(const std::filesystem::path& directory, std::vector<std::string> words,
                std::vector<std::pair<std::string, std::string>> environment = {}) {
  return run_git(
      std::move(words),
      {.directory = directory.string(), .environment = std::move(environment), .in_english = true});
}

}  // namespace

TEST_CASE("git's words are read as they are, whatever language its user has it speak") {
  const Scratch scratch;
  const German german;
  const auto work = scratch / "work";
  git(scratch / "", {"init", "-q", "work"});
  write(work / "a", "one\n");
  git(work, {"add", "a"});
  git(work, {"commit", "-qm", "One"});

  SUBCASE("a revision that there is not") {
    const RunResult log = asked(work, {"log", "nowhere..HEAD", "--"});
    CHECK_FALSE(log.ok());
    CHECK(says_unknown_revision(log));
    CHECK_FALSE(says_unknown_revision(asked(work, {"log", "--no-such-option"})));
  }
  SUBCASE("a repository of somebody else's") {
    const RunResult seen =
        asked(work, {"rev-parse", "--git-dir"}, {{"GIT_TEST_ASSUME_DIFFERENT_OWNER", "1"}});
    CHECK_FALSE(seen.ok());
    CHECK(says_owned_by_another(seen));
    CHECK_FALSE(says_owned_by_another(asked(scratch / "", {"rev-parse", "--git-dir"})));
  }
  SUBCASE("an index that another git has locked") {
    write(work / ".git" / "index.lock", "");
    write(work / "a", "two\n");
    const RunResult locked = asked(work, {"update-index", "--add", "a"});
    CHECK_FALSE(locked.ok());
    CHECK(says_index_lock_failed(locked));
    CHECK(says_index_is_locked(locked));
  }
  SUBCASE("an index that cannot be locked, and one that cannot be written: no other git") {
    const RunResult nowhere = asked(work, {"update-index", "--add", "a"},
                                    {{"GIT_INDEX_FILE", (work / "none" / "index").string()}});
    CHECK_FALSE(nowhere.ok());
    CHECK(says_index_lock_failed(nowhere));
    CHECK_FALSE(says_index_is_locked(nowhere));
    const RunResult full{
        128, "", "error: sha1 file '/facts/.git/index.lock' write error. Out of diskspace\n"};
    CHECK_FALSE(says_index_lock_failed(full));
    CHECK_FALSE(says_index_is_locked(full));
  }
  SUBCASE("a file that is not committed, in the way of a merge and of a checkout") {
    git(work, {"switch", "-qc", "other"});
    write(work / "b", "theirs\n");
    git(work, {"add", "b"});
    git(work, {"commit", "-qm", "Two"});
    git(work, {"switch", "-q", "main"});
    write(work / "b", "not committed\n");
    const RunResult merged = asked(work, {"merge", "--ff-only", "-q", "other"});
    CHECK_FALSE(merged.ok());
    CHECK(says_would_overwrite(merged));
    const RunResult read = asked(work, {"read-tree", "-m", "-u", "main", "other"});
    CHECK_FALSE(read.ok());
    CHECK(says_would_lose_files(read));
    CHECK_FALSE(says_would_overwrite(asked(work, {"merge", "-q", "nowhere"})));
  }
  SUBCASE("nobody's name, and a key that is not there") {
    git(work, {"config", "user.useConfigOnly", "true"});
    const RunResult nobody = asked(work, {"tag", "-a", "v1", "-m", "x"},
                                   {{"GIT_COMMITTER_NAME", ""}, {"GIT_COMMITTER_EMAIL", ""}});
    CHECK_FALSE(nobody.ok());
    CHECK(says_nobody_is_known(nobody));
    git(work, {"config", "gpg.program", (scratch / "nothing").string()});
    const RunResult unsigned_tag = asked(work, {"tag", "--sign", "v1", "-m", "x"});
    CHECK_FALSE(unsigned_tag.ok());
    CHECK(says_signing_failed(unsigned_tag));
    CHECK_FALSE(says_nobody_is_known(unsigned_tag));
  }
  SUBCASE("a remote that has moved") {
    git(scratch / "", {"clone", "-q", "--bare", "work", "bare"});
    git(scratch / "", {"clone", "-q", "bare", "clone"});
    git(work, {"push", "-q", (scratch / "bare").string(), "HEAD:refs/heads/other"});
    git(scratch / "clone", {"commit", "-q", "--allow-empty", "-m", "Theirs"});
    git(scratch / "clone", {"push", "-q", "origin", "main"});
    git(work, {"commit", "-q", "--allow-empty", "-m", "Ours"});
    const auto push = [&](const std::string& lease) {
      return asked(work,
                   {"push", "-q", "--porcelain", "--force-with-lease=refs/heads/main:" + lease,
                    (scratch / "bare").string(), "HEAD:refs/heads/main"});
    };
    const std::string before = git(work, {"rev-parse", "HEAD~1"});
    const RunResult late = push(before.substr(0, before.find('\n')));
    CHECK_FALSE(late.ok());
    CHECK(says_others_were_quicker(late));
    const RunResult gone = asked(work, {"push", "--porcelain", (scratch / "no").string(), "main"});
    CHECK_FALSE(gone.ok());
    CHECK_FALSE(says_others_were_quicker(gone));
  }
}
