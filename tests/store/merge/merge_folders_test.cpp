// SPDX-License-Identifier: MIT
//
// A merge opens few folders, takes others whole, and writes many objects as one pack: the result is
// the one of a merge that looks at everything.
#include <doctest/doctest.h>

#include <map>
#include <random>

#include "store/digest.h"
#include "store/merge.h"
#include "store/merge/three_way_changes.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;
namespace claims = aver::claims;
namespace fs = std::filesystem;

namespace {

using Files = std::map<std::string, std::string>;  // a store's, by path

std::string claim(const std::string& more = "") { return "text = \"It is so\"\n" + more; }

std::string stance(const std::string& more = "") {
  return "holder = \"a0\"\nposition = \"affirm\"\nheld = 2024-10-31\nsource = \"s0\"\n" + more;
}

std::string actor(const std::string& more = "") {
  return "name = \"One\"\nkind = \"state\"\n" + more;
}

std::vector<Edit> edits_between(const Files& before, const Files& after) {
  std::vector<Edit> edits;
  for (const auto& [path, text] : before) {
    if (!after.contains(path)) edits.push_back({path, std::nullopt});
  }
  for (const auto& [path, text] : after) {
    const auto old = before.find(path);
    if (old == before.end() || old->second != text) edits.push_back({path, text});
  }
  return edits;
}

Files some_files() {
  Files files = {{"actors/a0.toml", actor()},
                 {"actors/a1.toml", actor()},
                 {"sources/s0.toml", "title = \"T\"\n"}};
  for (const char* topic : {"t0", "t1", "t2"}) {
    for (const char* name : {"c0", "c1", "c2"}) {
      const std::string folder = std::string("claims/") + topic + "/" + name + "/";
      files[folder + "claim.toml"] = claim();
      files[folder + "2024-10-31-a0.toml"] = stance();
    }
  }
  return files;
}

// Tells what a merge of branches asks, but for lines: there are none.
class AllFiles : public claims::MergeFiles {
 public:
  explicit AllFiles(const View& ours) : ours_(ours) {}
  std::string read(const std::string& id) const override {
    return id.empty() ? "" : ours_.read_blob(id);
  }
  std::string ours(const std::string& path) const override {
    return ours_.blob_id(path).value_or("");
  }
  std::optional<std::string> merge_lines(const std::string&, const std::string&, const std::string&,
                                         const std::string&) const override {
    return std::nullopt;
  }
  std::string digest(const std::string& text) const override { return sha256(text); }

 private:
  const View& ours_;
};

// Changes a few things at random, among them what reaches across folders.
class Editor {
 public:
  Editor(Files files, unsigned seed, std::string word)
      : files_(std::move(files)), random_(seed), word_(std::move(word)) {}

  Files run() {
    for (std::size_t count = 1 + pick(5); count > 0; --count) {
      switch (pick(8)) {
        case 0:
        case 1:
        case 2:
          files_[any_claim() + "/2025-01-0" + std::to_string(1 + pick(9)) + "-a1.toml"] =
              stance("note = \"" + word_ + "\"\n");
          break;
        case 3:
          files_[any_claim() + "/claim.toml"] = claim("note = \"" + word_ + "\"\n");
          break;
        case 4:
          files_.erase(any_claim() + "/2024-10-31-a0.toml");
          break;
        case 5:
          rename(any_claim());
          break;
        case 6:
          files_["claims/" + word_ + "/new/claim.toml"] =
              claim("\n[[relation]]\ntype = \"negates\"\nto = \"" + any_claim().substr(7) + "\"\n");
          break;
        default:
          files_[any_claim() + "/2025-02-01-a0.toml"] = stance(
              "corrects = \"" + any_claim().substr(7) + "/2024-10-31-a0\"\nreason = \"Not so\"\n");
      }
    }
    return files_;
  }

 private:
  std::size_t pick(std::size_t below) { return random_() % below; }

  std::string any_claim() {
    std::vector<std::string> all;
    for (const auto& [path, text] : files_) {
      if (path.ends_with("/claim.toml")) all.push_back(path.substr(0, path.rfind('/')));
    }
    return all[pick(all.size())];
  }

  // As `aver mv` does it.
  void rename(const std::string& from) {
    const std::string to =
        "claims/t" + std::to_string(pick(3)) + "/" + word_ + std::to_string(pick(9));
    if (files_.contains(to + "/claim.toml")) return;
    Files moved;
    for (const auto& [path, text] : files_) {
      const bool goes = path.starts_with(from + "/");
      moved[goes ? to + path.substr(from.size()) : path] =
          path == from + "/claim.toml" ? text + "aliases = [\"" + from.substr(7) + "\"]\n" : text;
    }
    files_ = std::move(moved);
  }

  Files files_;
  std::mt19937 random_;
  std::string word_;
};

std::vector<std::string> lines_of(const claims::TreeMerge& tree) {
  std::vector<std::string> lines;
  for (const claims::MergedFile& file : tree.files) {
    lines.push_back(file.path + " " + file.ours + " " + file.content_id + file.text.value_or(""));
  }
  for (const claims::UnmergedFile& file : tree.conflicts) lines.push_back("conflict " + file.path);
  for (const claims::BothKept& one : tree.both_kept)
    lines.push_back(one.kept + " and " + one.moved);
  return lines;
}

}  // namespace

TEST_CASE("a merge that opens few folders ends as one that opens all") {
  const Scratch scratch;
  const fs::path place = scratch / "facts.git";
  Store store = Store::init(place, {.bare = true});
  const Files base = some_files();
  put(store, edits_between({}, base));
  const CommitId root = store.view().commit();
  git(place, {"branch", "ours"});
  git(place, {"branch", "theirs"});
  int clean = 0;
  int partial = 0;
  int whole = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    INFO("seed ", seed);
    for (const char* side : {"ours", "theirs"}) {
      git(place, {"update-ref", std::string("refs/heads/") + side, root});
      store.aim_at(side);
      const Files after = Editor(base, 2 * seed + (*side == 'o'), side).run();
      put(store, edits_between(base, after));
    }
    const View ours = store.view("ours");
    const View theirs = store.view("theirs");
    if (ours.commit() == root || theirs.commit() == root) continue;  // came out as it was
    const Merge plan = merge(store, ours, theirs);
    const View before = store.view(root);
    const BothSides all = compare_sides(before, ours, theirs, OurFolders::all);
    CHECK(lines_of(plan.tree) ==
          lines_of(claims::merge_trees(all.ours, all.theirs, AllFiles(ours))));
    partial += !compare_sides(before, ours, theirs, OurFolders::touched).complete;
    if (!plan.clean()) continue;
    ++clean;
    whole += !plan.made.empty();
    const std::vector<Edit> edits = plan.edits();
    for (const Edit& edit : edits) CHECK(edit.before == ours.blob_id(edit.path).value_or(""));
    const View quick = store.view_with(ours, edits, plan.made);
    CHECK(store.changes(quick, store.view_with(ours, edits)).empty());
    for (const Edit& edit : edits) {
      if (edit.content) CHECK(quick.read(edit.path) == edit.content);
      if (!edit.content) CHECK(quick.blob_id(edit.path).value_or("") == edit.blob);
    }
  }
  CHECK(clean > 20);
  CHECK(partial > 20);
  CHECK(whole > 10);
  CHECK(git(place, {"fsck", "--strict", "--no-dangling"}) == "");
}

TEST_CASE("what ours renamed is renamed in theirs, though theirs left its folder alone") {
  const Scratch scratch;
  const fs::path place = scratch / "facts.git";
  Store store = Store::init(place, {.bare = true});
  const Files base = some_files();
  put(store, edits_between({}, base));
  git(place, {"branch", "theirs"});
  Files ours = base;
  for (const char* file : {"/claim.toml", "/2024-10-31-a0.toml"}) {
    ours.erase(std::string("claims/t0/c0") + file);
    ours[std::string("claims/t0/renamed") + file] = base.at(std::string("claims/t0/c0") + file);
  }
  ours["claims/t0/renamed/claim.toml"] += "aliases = [\"t0/c0\"]\n";
  put(store, edits_between(base, ours));
  Files theirs = base;
  std::string path;
  std::string wanted;
  SUBCASE("named by a claim") {
    path = "claims/t2/c2/claim.toml";
    theirs[path] = claim("\n[[relation]]\ntype = \"negates\"\nto = \"t0/c0\"\n");
    wanted = claim("\n[[relation]]\ntype = \"negates\"\nto = \"t0/renamed\"\n");
  }
  SUBCASE("named by a claim, in escapes") {
    path = "claims/t2/c2/claim.toml";
    theirs[path] = claim("\n[[\"rel\\u0061tion\"]]\ntype = \"negates\"\nto = \"t0/c0\"\n");
    wanted = claim("\n[[\"rel\\u0061tion\"]]\ntype = \"negates\"\nto = \"t0/renamed\"\n");
  }
  SUBCASE("named by a stance that corrects one of it") {
    path = "claims/t2/c2/2025-01-01-a1.toml";
    theirs[path] = stance("corrects = \"t0/c0/2024-10-31-a0\"\n");
    wanted = stance("corrects = \"t0/renamed/2024-10-31-a0\"\n");
  }
  store.aim_at("theirs");
  put(store, edits_between(base, theirs));
  const View tip = store.view("main");
  const Merge plan = merge(store, tip, store.view("theirs"));
  REQUIRE(plan.clean());
  CHECK(store.view_with(tip, plan.edits(), plan.made).read(path) == wanted);
}

TEST_CASE("folders that only theirs changed are taken as they are, gone and new ones, too") {
  const Scratch scratch;
  const fs::path place = scratch / "facts.git";
  Store store = Store::init(place, {.bare = true});
  const Files base = some_files();
  put(store, edits_between({}, base));
  git(place, {"branch", "theirs"});
  put(store, {{"claims/t0/c0/2025-01-01-a1.toml", stance()}});
  store.aim_at("theirs");
  put(store, {{"claims/t0/c1/2025-01-01-a1.toml", stance()},
              {"claims/t1/c0/2025-01-01-a1.toml", stance()},
              {"claims/t2/c0/claim.toml", std::nullopt},
              {"claims/t2/c0/2024-10-31-a0.toml", std::nullopt},
              {"claims/t3/new/claim.toml", claim()},
              {"notes/page.md", "A page\n"}});
  const std::string wanted = git(place, {"merge-tree", "--write-tree", "main", "theirs"});
  store.aim_at("");
  const View other = store.view("theirs");
  bool taken = false;
  store.commit([&](const View& tip) {
    const Merge plan = merge(store, tip, other);
    for (const MadeTree& folder : plan.made) taken |= folder.path == "claims/t1";
    Change change{plan.edits(), "Merge\n", {other.commit()}};
    change.result = store.view_with(tip, change.edits, plan.made);
    return change;
  });
  CHECK(taken);
  CHECK(git(place, {"rev-parse", "HEAD^{tree}"}) == wanted);
  CHECK(git(place, {"fsck", "--strict", "--no-dangling"}) == "");
}

TEST_CASE("a file of one side where the other has a folder is left to git") {
  const Scratch scratch;
  const fs::path place = scratch / "facts.git";
  Store store = Store::init(place, {.bare = true});
  put(store, {{"notes/x", "a page\n"}});
  git(place, {"branch", "theirs"});
  SUBCASE("both new") {
    put(store, {{"notes/y", "a page\n"}});
    store.aim_at("theirs");
    put(store, {{"notes/y/z", "a page\n"}, {"notes/y-z", "a page\n"}});
  }
  SUBCASE("changed here, a folder there") {
    put(store, {{"notes/x", "a better page\n"}});
    store.aim_at("theirs");
    put(store, {{"notes/x", std::nullopt}});
    put(store, {{"notes/x/z", "a page\n"}});
  }
  store.aim_at("");
  CHECK(merge(store, store.view("main"), store.view("theirs")).for_git);
  CHECK(merge(store, store.view("theirs"), store.view("main")).for_git);
}

TEST_CASE("a file that theirs has made a folder becomes one") {
  const Scratch scratch;
  const fs::path place = scratch / "facts.git";
  Store store = Store::init(place, {.bare = true});
  put(store, {{"notes/x", "a page\n"}});
  git(place, {"branch", "theirs"});
  put(store, {{"notes/y", "a page\n"}});
  store.aim_at("theirs");
  put(store, {{"notes/x", std::nullopt}});
  put(store, {{"notes/x/z", "a page\n"}});
  const View tip = store.view("main");
  const Merge plan = merge(store, tip, store.view("theirs"));
  REQUIRE(plan.clean());
  const View merged = store.view_with(tip, plan.edits(), plan.made);
  CHECK(merged.read("notes/x/z") == "a page\n");
  CHECK(merged.read("notes/y") == "a page\n");
  CHECK_FALSE(merged.read("notes/x"));
}

TEST_CASE("a path that git would not have does not come in by a merge") {
  const Scratch scratch;
  const fs::path place = scratch / "facts.git";
  Store store = Store::init(place, {.bare = true});
  const CommitId base = store.view().commit();
  put(store, {{"actors/a0.toml", actor()}});
  const std::string blob = git(place, {"hash-object", "-w", "--stdin"}, "x").substr(0, 40);
  const auto tree = [&](const std::string& entry) {
    return git(place, {"mktree"}, entry).substr(0, 40);
  };
  const std::string hooks = tree("100644 blob " + blob + "\tpost-commit\n");
  const std::string dot_git = tree("040000 tree " + hooks + "\t.GIT\n");
  const std::string root = tree("040000 tree " + dot_git + "\tnotes\n");
  const CommitId theirs = git(place, {"commit-tree", "-p", base, "-m", "x", root}).substr(0, 40);
  const View tip = store.view();
  const Merge plan = merge(store, tip, store.view(theirs));
  bool refused = false;
  try {
    store.view_with(tip, plan.edits(), plan.made);
  } catch (const StoreError& error) {
    refused = error.fault() == Fault::corrupt;
  }
  CHECK(refused);
}

TEST_CASE("many objects of one write go to one pack, few to files of their own") {
  const Scratch scratch;
  const fs::path place = scratch / "facts.git";
  Store store = Store::init(place, {.bare = true});
  const auto packs = [&] {
    std::size_t count = 0;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(place / "objects/pack", none)) {
      count += entry.path().extension() == ".pack";
    }
    return count;
  };
  put(store, edits_between({}, some_files()));
  CHECK(packs() == 0);
  std::vector<Edit> many;
  for (int i = 0; i < 300; ++i) {
    const std::string id = "x" + std::to_string(i);
    many.push_back({"actors/" + id + "/" + id + ".toml", actor("note = \"" + id + "\"\n")});
  }
  put(store, many);
  CHECK(packs() >= 1);
  CHECK(Store::open(place).view().read("actors/x7/x7.toml") == actor("note = \"x7\"\n"));
  CHECK(git(place, {"fsck", "--strict", "--no-dangling"}) == "");
}

TEST_CASE("what a large write makes can be read before it is on the disk, and is, once committed") {
  const Scratch scratch;
  const fs::path place = scratch / "facts.git";
  Store store = Store::init(place, {.bare = true});
  const CommitId before = store.view().commit();
  std::vector<Edit> many;
  for (int i = 0; i < 300; ++i) {
    const std::string id = "x" + std::to_string(i);
    many.push_back({"actors/" + id + "/" + id + ".toml", actor("note = \"" + id + "\"\n")});
  }
  const auto commit = [&] {
    return store.commit([&](const View& tip) {
      Change change{many, "Many\n"};
      change.result = store.view_with(tip, many);
      CHECK(change.result->read("actors/x299/x299.toml") == many.back().content);
      CHECK(change.result->ids(claims::RecordKind::actor).size() == 300);
      return change;
    });
  };
  SUBCASE("where it can be written") {
    commit();
    CHECK(Store::open(place).view().read("actors/x299/x299.toml") == many.back().content);
    CHECK(git(place, {"fsck", "--strict", "--no-dangling"}) == "");
  }
  SUBCASE("where it cannot, nothing is committed") {
    fs::remove_all(place / "objects/pack");
    write(place / "objects/pack", "no folder\n");
    CHECK_THROWS_AS(commit(), StoreError);
    CHECK(store.view().commit() == before);
    CHECK(git(place, {"rev-parse", "HEAD"}).substr(0, 40) == before);
    // What was not written then is written now, though this process knows it.
    fs::remove(place / "objects/pack");
    commit();
    CHECK(Store::open(place).view().read("actors/x299/x299.toml") == many.back().content);
    CHECK(git(place, {"fsck", "--strict", "--no-dangling"}) == "");
  }
}
