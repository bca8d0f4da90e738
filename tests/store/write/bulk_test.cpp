// SPDX-License-Identifier: MIT
//
// Bulk writes: the same trees as by single commits, in packs that git finds nothing wrong with; and
// nobody's work is lost on the way.
#include "store/bulk.h"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "store/trees/tree_editor.h"
#include "store/write/packs.h"
#include "tests/property.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;

namespace fs = std::filesystem;

namespace {

// One edit of a path: a content, or nothing to remove it.
using Step = std::pair<std::string, std::optional<std::string>>;
using Steps = std::vector<Step>;
using Files = std::map<std::string, std::string>;

// Names that git orders in its own way, folders among them; a folder is never a file's name.
rc::Gen<std::string> paths() {
  return rc::gen::map(
      rc::gen::pair(rc::gen::element<std::string>("", "f/", "f-/", "f.d/", "f/g/", "f/g/h/", "f0/"),
                    rc::gen::element<std::string>("a", "a-b", "a.b", "a0", "z", "long-name.toml")),
      [](const auto& parts) { return parts.first + parts.second; });
}

rc::Gen<Steps> steps() {
  using rc::gen::element;
  const auto content = element<std::optional<std::string>>(std::nullopt, "", "one\n", "two\n");
  return rc::gen::container<Steps>(rc::gen::pair(paths(), content));
}

Files after(Files files, const Steps& commit) {
  for (const auto& [path, content] : commit) {
    if (content) {
      files[path] = *content;
    } else {
      files.erase(path);
    }
  }
  return files;
}

void edit(Bulk& bulk, const Steps& commit) {
  for (const auto& [path, content] : commit) {
    if (content) {
      bulk.add(path, *content);
    } else {
      bulk.remove(path);
    }
  }
}

// The files of a commit, as `git ls-tree -r` has them.
std::map<std::string, std::string> listed(const fs::path& place, const std::string& commit) {
  std::map<std::string, std::string> files;
  std::istringstream lines(git(place, {"ls-tree", "-r", commit}));
  for (std::string line; std::getline(lines, line);) {
    files[line.substr(line.find('\t') + 1)] = line.substr(12, 40);
  }
  return files;
}

std::map<std::string, std::string> ids_of(const Files& files) {
  std::map<std::string, std::string> ids;
  for (const auto& [path, content] : files) ids[path] = Bulk::blob_id_of(content);
  return ids;
}

std::vector<std::string> commits_of(const fs::path& place, const std::string& branch) {
  std::vector<std::string> ids;
  std::istringstream lines(git(place, {"rev-list", "--reverse", "--first-parent", branch}));
  for (std::string line; std::getline(lines, line);) ids.push_back(line);
  return ids;
}

std::size_t packs_in(const fs::path& git_dir) {
  std::size_t count = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(git_dir / "objects/pack")) {
    count += entry.path().extension() == ".pack" ? 1 : 0;
    CHECK_FALSE(entry.path().filename().string().starts_with("tmp_"));
  }
  return count;
}

const std::string kClean;
std::string fsck(const fs::path& place) {
  return git(place, {"fsck", "--strict", "--no-dangling", "--no-progress"});
}

Steps numbered(int from, int to, const std::string& content) {
  Steps commit;
  for (int i = from; i < to; ++i) {
    commit.emplace_back("claims/t" + std::to_string(i % 7) + "/c" + std::to_string(i) + ".toml",
                        content + std::to_string(i) + "\n");
  }
  return commit;
}

}  // namespace

TEST_CASE("every commit of a bulk write has the tree that its edits say") {
  const Scratch scratch;
  const fs::path place = scratch / "facts.git";
  Store store = Store::init(place, {.bare = true});
  const Files start = {{"aver.toml", git(place, {"show", "HEAD:aver.toml"})},
                       {".gitattributes", git(place, {"show", "HEAD:.gitattributes"})}};
  int number = 0;
  const bool holds = holds_for_one_in(400, [&] {
    const auto history = *rc::gen::container<std::vector<Steps>>(steps());
    const std::string branch = "case-" + std::to_string(number++);
    git(place, {"branch", branch, "main"});
    store.aim_at(branch);
    Files files = start;
    std::vector<Files> expected = {files};
    Bulk bulk(store);
    for (const Steps& commit : history) {
      edit(bulk, commit);
      const Files next = after(files, commit);
      for (const auto& [path, content] : next) {
        RC_ASSERT(bulk.blob_id(path) == Bulk::blob_id_of(content));
      }
      RC_ASSERT(bulk.commit("Step") == (next != files));
      if (next != files) expected.push_back(next);
      files = next;
      if (commit.size() % 5 == 4) bulk.checkpoint();
    }
    bulk.finish();
    const std::vector<std::string> commits = commits_of(place, branch);
    RC_ASSERT(commits.size() == expected.size());
    for (std::size_t i = 0; i < commits.size(); ++i) {
      RC_ASSERT(listed(place, commits[i]) == ids_of(expected[i]));
    }
  });
  CHECK(holds);
  CHECK(fsck(place) == kClean);
}

TEST_CASE("a store of more packs than files may be open is read") {
  const Scratch scratch;
  Store store = Store::init(scratch / "facts.git", {.bare = true});
  constexpr int kPacks = 150;
  for (int i = 0; i < kPacks; ++i) {
    Bulk bulk(store);
    bulk.add("actors/a" + std::to_string(i) + ".toml", "name = \"" + std::to_string(i) + "\"\n");
    bulk.commit("Step");
    bulk.finish();
  }
  rlimit before{};
  REQUIRE(getrlimit(RLIMIT_NOFILE, &before) == 0);
  rlimit few = before;
  few.rlim_cur = 120;
  REQUIRE(setrlimit(RLIMIT_NOFILE, &few) == 0);
  const Store opened = Store::open(scratch / "facts.git");
  const View view = opened.view();
  int read = 0;
  for (int i = 0; i < kPacks; ++i) {
    if (view.read("actors/a" + std::to_string(i) + ".toml")) ++read;
  }
  setrlimit(RLIMIT_NOFILE, &before);
  CHECK(read == kPacks);
}

TEST_CASE("Store::commit makes the same trees") {
  const Scratch scratch;
  Store one = Store::init(scratch / "one.git", {.bare = true});
  Store many = Store::init(scratch / "many.git", {.bare = true});
  Bulk bulk(many);
  for (int i = 0; i < 12; ++i) {
    Steps commit = numbered(i * 5, i * 5 + 9, "n");
    if (i % 4 == 3) commit.emplace_back(commit.front().first, std::nullopt);
    std::map<std::string, Edit> edits;
    for (const auto& [path, content] : commit) edits[path] = {path, content};
    std::vector<Edit> list;
    for (auto& [path, edit] : edits) list.push_back(edit);
    CHECK(put(one, list).has_value());
    edit(bulk, commit);
    CHECK(bulk.commit("Put\n"));
  }
  const CommitId before = many.view().commit();
  CHECK(before != bulk.finish());
  CHECK(git(scratch / "one.git", {"log", "--format=%T %s %an %ce"}) ==
        git(scratch / "many.git", {"log", "--format=%T %s %an %ce"}));
  CHECK(fsck(scratch / "many.git") == kClean);
}

TEST_CASE("folders that were forgotten are read again, from whichever pack") {
  const Scratch scratch;
  Store store = Store::init(scratch / "facts.git", {.bare = true});
  const Repository repository = Repository::find(scratch / "facts.git");
  Packs packs(repository);
  // A budget that holds next to nothing.
  TreeEditor small(
      std::nullopt, [&](const git_oid& id) { return packs.read_tree(id); }, 1000);
  TreeEditor large(
      std::nullopt, [&](const git_oid& id) { return packs.read_tree(id); }, 1 << 24);
  for (int i = 0; i < 600; ++i) {
    const std::string path = "t" + std::to_string(i * 7 % 30) + "/u" + std::to_string(i % 4) + "/" +
                             std::to_string(i * 13 % 101);
    const git_oid id = from_hex(Bulk::blob_id_of(std::to_string(i)));
    packs.put(Packed::blob, id, std::to_string(i));
    const auto write = [&](const TreeVersion& folder) { packs.put(folder); };
    small.set(path, TreeEditor::File{id});
    large.set(path, TreeEditor::File{id});
    const auto a = small.write(write);
    const auto b = large.write(write);
    REQUIRE(a.has_value());
    REQUIRE(b.has_value());
    REQUIRE(git_oid_equal(&*a, &*b));
    if (i % 250 == 249) packs.publish();
    // Looking at what is there forgets and reads again, too.
    const std::string other = "t" + std::to_string(i % 30) + "/u" + std::to_string(i % 4) + "/1";
    const auto seen = small.file(other);
    const auto there = large.file(other);
    REQUIRE(seen.has_value() == there.has_value());
    if (seen) REQUIRE(git_oid_equal(&seen->id, &there->id));
  }
  packs.publish();
  CHECK(fsck(scratch / "facts.git") == kClean);
}

TEST_CASE("a folder and a file change places") {
  const Scratch scratch;
  Store store = Store::init(scratch / "facts.git", {.bare = true});
  Bulk bulk(store);
  bulk.add("x", "file");
  bulk.add("y/in", "folder's");
  bulk.commit("One");
  CHECK_THROWS_AS(bulk.add("x/in", "no"), StoreError);
  CHECK_THROWS_AS(bulk.add("y", "no"), StoreError);
  for (const char* bad : {"", "/a", "a/", "a//b", "../a", "a/./b", "a/.Git/b"}) {
    CHECK_THROWS_AS(bulk.add(bad, "no"), StoreError);
  }
  bulk.remove("x");
  bulk.add("x/in", "yes");
  bulk.remove("y/in");
  bulk.add("y", "yes");
  CHECK(bulk.commit("Two"));
  bulk.finish();
  CHECK(git(scratch / "facts.git", {"ls-tree", "-r", "--name-only", "HEAD"}) ==
        ".gitattributes\naver.toml\nx/in\ny\n");
  CHECK(fsck(scratch / "facts.git") == kClean);
}

TEST_CASE("a commit says when, in what place and what, and is not made for nothing") {
  const Scratch scratch;
  Store store = Store::init(scratch / "facts.git", {.bare = true});
  Bulk bulk(store);
  CHECK_FALSE(bulk.commit("Nothing"));
  bulk.add("actors/x.toml", "name = \"X\"\n");
  CHECK(
      bulk.commit("Why\n\nBecause\n\n\n", {.authored = 86400, .committed = 172800, .offset = -90}));
  bulk.add("actors/x.toml", "name = \"X\"\n");
  CHECK_FALSE(bulk.commit("Nothing"));
  CHECK(bulk.counts().commits == 1);
  CHECK(bulk.counts().files == 1);
  const CommitId tip = bulk.finish();
  CHECK(tip == store.view().commit());
  CHECK(git(scratch / "facts.git", {"cat-file", "-p", "HEAD"})
            .find("author Ada Fields <ada@example.org> 86400 -0130\n"
                  "committer Ada Fields <ada@example.org> 172800 -0130\n\nWhy\n\nBecause\n") !=
        std::string::npos);
}

TEST_CASE("many checkpoints leave few packs, and nothing is seen before one") {
  const Scratch scratch;
  const fs::path place = scratch / "facts.git";
  Store store = Store::init(place, {.bare = true});
  const std::string before = git(place, {"rev-parse", "HEAD"});
  Bulk bulk(store);
  for (int i = 0; i < 40; ++i) {
    edit(bulk, numbered(i, i + 3, "n"));
    bulk.commit("Step");
    if (i == 0) CHECK(git(place, {"rev-parse", "HEAD"}) == before);
    const CommitId tip = bulk.checkpoint();
    CHECK(git(place, {"rev-parse", "HEAD"}) == tip + "\n");
    CHECK(packs_in(place) == 1);
  }
  // Somebody's gc takes the pack away that would be gone on from.
  git(place, {"gc", "-q"});
  bulk.add("actors/last.toml", "");
  bulk.commit("Last");
  bulk.finish();
  CHECK(packs_in(place) == 2);
  CHECK(fsck(place) == kClean);
  CHECK(git(place, {"rev-list", "--count", "HEAD"}) == "42\n");
}

TEST_CASE("a bulk write that is given up leaves nothing") {
  const Scratch scratch;
  const fs::path place = scratch / "facts.git";
  Store store = Store::init(place, {.bare = true});
  const std::string before = git(place, {"rev-parse", "HEAD"});
  {
    Bulk bulk(store);
    edit(bulk, numbered(0, 50, "n"));
    bulk.commit("Never to be seen");
  }
  CHECK(git(place, {"rev-parse", "HEAD"}) == before);
  CHECK(packs_in(place) == 0);
}

TEST_CASE("commits are made anew on what somebody else did meanwhile") {
  const Scratch scratch;
  for (const bool bare : {true, false}) {
    const fs::path place = scratch / (bare ? "facts.git" : "facts");
    Store store = Store::init(place, {.bare = bare});
    put(store, {{"actors/gone.toml", "gone\n"}});
    Bulk bulk(store);
    for (int i = 0; i < 5; ++i) {
      edit(bulk, numbered(i * 3, i * 3 + 3, "n"));
      bulk.commit("Step " + std::to_string(i), {.authored = 1000 + i});
    }
    Store other = Store::open(place);
    put(other, {{"actors/theirs.toml", "theirs\n"}, {"actors/gone.toml", std::nullopt}},
        "Theirs\n");
    bulk.finish();
    CHECK(git(place, {"log", "--reverse", "--format=%s", "-6"}) ==
          "Theirs\nStep 0\nStep 1\nStep 2\nStep 3\nStep 4\n");
    CHECK(git(place, {"log", "--format=%at", "-1"}) == "1004\n");
    CHECK(git(place, {"show", "HEAD:actors/theirs.toml"}) == "theirs\n");
    CHECK_FALSE(store.view().blob_id("actors/gone.toml"));
    CHECK(store.view().blob_id("claims/t0/c14.toml"));
    CHECK(fsck(place) == kClean);
    if (!bare) CHECK(git(place, {"status", "--porcelain"}) == "");
  }
}

TEST_CASE("two edits of one path are a conflict, and neither is lost") {
  const Scratch scratch;
  const fs::path place = scratch / "facts.git";
  Store store = Store::init(place, {.bare = true});
  for (const auto& [ours, theirs] : std::vector<std::pair<std::string, std::string>>{
           {"actors/a.toml", "actors/a.toml"}, {"actors/b", "actors/b/c"}, {"x/y", "x"}}) {
    Bulk bulk(store);
    bulk.add(ours, "ours\n");
    bulk.commit("Ours");
    put(store, {{theirs, "theirs\n"}});
    const std::string before = git(place, {"rev-parse", "HEAD"});
    try {
      bulk.finish();
      FAIL("it went through");
    } catch (const StoreError& error) {
      CHECK(error.fault() == Fault::conflict);
      CHECK(std::string(error.what()).find(ours) == 0);
    }
    CHECK(git(place, {"rev-parse", "HEAD"}) == before);
    CHECK_THROWS_AS(bulk.add("actors/more.toml", ""), StoreError);
  }
}

TEST_CASE("a branch that was set back is a conflict") {
  const Scratch scratch;
  const fs::path place = scratch / "facts.git";
  Store store = Store::init(place, {.bare = true});
  put(store, {{"actors/a.toml", "a\n"}});
  Bulk bulk(store);
  bulk.add("actors/b.toml", "b\n");
  bulk.commit("Ours");
  git(place, {"update-ref", "refs/heads/main", "HEAD~1"});
  CHECK_THROWS_AS(bulk.finish(), StoreError);
  CHECK(git(place, {"rev-list", "--count", "HEAD"}) == "1\n");
}

TEST_CASE("the work tree comes along, and what is not committed in it stays") {
  const Scratch scratch;
  const fs::path place = scratch / "facts";
  Store store = Store::init(place, {});
  put(store, {{"actors/edited.toml", "old\n"},
              {"actors/gone.toml", "gone\n"},
              {"actors/mine.toml", "mine\n"},
              {".gitignore", "*.draft\n"}});
  write(place / "actors/mine.toml", "changed by hand\n");
  write(place / "actors/note.draft", "ignored\n");
  write(place / "notes.txt", "not added\n");
  {
    Bulk bulk(store);
    edit(bulk, numbered(0, 20, "n"));
    bulk.add("actors/edited.toml", "new\n");
    bulk.remove("actors/gone.toml");
    bulk.commit("Step");
    bulk.finish();
  }
  CHECK(git(place, {"status", "--porcelain"}) == " M actors/mine.toml\n?? notes.txt\n");
  CHECK(read(place / "actors/edited.toml") == "new\n");
  CHECK(read(place / "claims/t1/c1.toml") == "n1\n");
  CHECK_FALSE(fs::exists(place / "actors/gone.toml"));
  const std::string before = git(place, {"rev-parse", "HEAD"});
  for (const std::string path : {"actors/mine.toml", "notes.txt", "actors/note.draft",
                                 "actors/note.draft/below", "notes.txt/below"}) {
    CAPTURE(path);
    Bulk bulk(store);
    bulk.add("actors/innocent.toml", "x\n");
    bulk.add(path, "of the import\n");
    bulk.commit("Step");
    try {
      bulk.finish();
      FAIL("it went through");
    } catch (const StoreError& error) {
      CHECK(error.fault() == Fault::dirty);
    }
    CHECK(git(place, {"rev-parse", "HEAD"}) == before);
    CHECK(read(place / "actors/mine.toml") == "changed by hand\n");
    CHECK(read(place / "actors/note.draft") == "ignored\n");
    CHECK(read(place / "notes.txt") == "not added\n");
    CHECK_FALSE(fs::exists(place / "actors/innocent.toml"));
    CHECK(git(place, {"status", "--porcelain"}) == " M actors/mine.toml\n?? notes.txt\n");
  }
}

TEST_CASE("a branch that is not checked out moves without the work tree") {
  const Scratch scratch;
  const fs::path place = scratch / "facts";
  Store store = Store::init(place, {});
  git(place, {"branch", "proposal/x"});
  store.aim_at("proposal/x");
  Bulk bulk(store);
  edit(bulk, numbered(0, 5, "n"));
  bulk.commit("Step");
  const CommitId tip = bulk.finish();
  CHECK(git(place, {"rev-parse", "proposal/x"}) == tip + "\n");
  CHECK(git(place, {"rev-parse", "main"}) != tip + "\n");
  CHECK(git(place, {"status", "--porcelain"}) == "");
}

TEST_CASE(
    "a bulk write is refused while a merge is under way, and many commits where each is signed") {
  const Scratch scratch;
  const fs::path place = scratch / "facts";
  Store store = Store::init(place, {});
  write(place / ".git/MERGE_HEAD", git(place, {"rev-parse", "HEAD"}));
  CHECK_THROWS_AS(Bulk{store}, StoreError);
  fs::remove(place / ".git/MERGE_HEAD");

  // What stands in for gpg signs everything.
  write(scratch / "gpg",
        "#!/bin/sh\ncat >/dev/null\necho '[GNUPG:] SIG_CREATED ' >&2\n"
        "echo '-----BEGIN PGP SIGNATURE-----'\necho; echo x; echo '-----END PGP SIGNATURE-----'\n");
  fs::permissions(scratch / "gpg", fs::perms::owner_all);
  git(place, {"config", "commit.gpgSign", "true"});
  git(place, {"config", "gpg.program", (scratch / "gpg").string()});
  Bulk bulk(store);
  bulk.add("actors/a.toml", "a\n");
  CHECK(bulk.commit("One", {.authored = 86400}));
  bulk.add("actors/b.toml", "b\n");
  CHECK_THROWS_AS(bulk.commit("Two"), StoreError);

  Bulk again(store);
  again.add("actors/a.toml", "a\n");
  again.commit("One", {.authored = 86400});
  again.finish();
  CHECK(git(place, {"cat-file", "-p", "HEAD"}).find("gpgsig") != std::string::npos);
  CHECK(git(place, {"log", "-1", "--format=%at"}) == "86400\n");
  CHECK(git(place, {"status", "--porcelain"}) == "");
}
