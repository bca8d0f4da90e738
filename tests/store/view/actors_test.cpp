// SPDX-License-Identifier: MIT
//
// Whom a record means by an id: an actor, or the one that has the id among its aliases.
#include <doctest/doctest.h>

#include <map>

#include "store/folder_pair.h"
#include "store/records_index.h"
#include "store/store.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;
namespace claims = aver::claims;

namespace {

std::string actor(const std::string& name, const std::string& aliases = "") {
  return "name = \"" + name + "\"\nkind = \"person\"\n" +
         (aliases.empty() ? "" : "aliases = [" + aliases + "]\n");
}

const std::string kStance =
    "holder = \"b\"\nposition = \"affirm\"\nheld = 2024-01-01\nspeaker = \"b\"\n"
    "via = [\"b\", \"in plain words\"]\n";

std::string people_of(const std::optional<View::Folder>& folder) {
  std::string all;
  for (const claims::Stance& one : folder->folder.stances) {
    all += one.holder + " " + one.speaker;
    for (const std::string& who : one.via) all += " " + who;
    all += "\n";
  }
  return all;
}

constexpr const char* kApart = "b b b in plain words\n";
constexpr const char* kOne = "a a a in plain words\n";

}  // namespace

TEST_CASE("a former id leads to the actor that has it, in each revision by itself") {
  const Scratch scratch;
  Store store = Store::init(scratch / "facts", {});
  put(store, {{"actors/a.toml", actor("A")},
              {"actors/b.toml", actor("B")},
              {"claims/x/claim.toml", "text = \"X\"\n"},
              {"claims/x/2024-01-01-b.toml", kStance}});
  put(store, {{"actors/a.toml", actor("A", "\"b\", \"B\"")}, {"actors/b.toml", std::nullopt}});
  const View before = store.view("HEAD~1");
  const View after = store.view();
  CHECK(before.actor_of("b") == "b");
  CHECK(after.actor_of("b") == "a");
  CHECK(after.actor_of("a") == "a");
  CHECK(after.actor_of("nobody") == "nobody");
  CHECK(before.ids_of_actor("a") == std::vector<std::string>{"a"});
  CHECK(after.ids_of_actor("a") == std::vector<std::string>{"a", "b"});
  CHECK(after.former_actors() == std::map<std::string, std::string>{{"b", "a"}});
  CHECK(people_of(before.folder("x")) == kApart);
  CHECK(people_of(after.folder("x")) == kOne);
  CHECK(people_of(after.folder("x", "a")) == kOne);  // its text has no "a" for a word
  CHECK(after.stance("x/2024-01-01-b")->record->holder == "a");

  // One file, read once for two views that mean different people by it.
  const FolderPair forth = read_both(before, "x", after, "x");
  CHECK(people_of(forth.before) == kApart);
  CHECK(people_of(forth.after) == kOne);
  const FolderPair back = read_both(after, "x", before, "x");
  CHECK(people_of(back.before) == kOne);
  CHECK(people_of(back.after) == kApart);
}

TEST_CASE("an id that leads to several, or is an actor's own, means no other") {
  const Scratch scratch;
  Store store = Store::init(scratch / "facts", {});
  put(store, {{"actors/a.toml", actor("A", "\"b\", \"c\"")},
              {"actors/b.toml", actor("B")},
              {"actors/d.toml", actor("D", "\"c\"")}});
  const View view = store.view();
  CHECK(view.actor_of("b") == "b");
  CHECK(view.actor_of("c") == "c");
  CHECK(view.former_actors().empty());
  CHECK(view.ids_of_actor("a") == std::vector<std::string>{"a"});
}

TEST_CASE("a former id leads to its actor in whatever way the file writes it") {
  const Scratch scratch;
  Store store = Store::init(scratch / "facts", {});
  std::vector<Edit> edits;
  const std::vector<std::string> ways = {"aliases = ['id-0']\n",
                                         "aliases = [ # Kim's \"own\"\n  \"id-1\" ]\n",
                                         "aliases = [\"A ] B\", \"id-2\"]\n",
                                         "\"ali\\u0061ses\" = [\"id-3\"]\n",
                                         "note = \"aliases \"\naliases = [\"id-4\"]\n",
                                         "aliases = [\"\"\"id-5\"\"\"]\n",
                                         "aliases = [\n  \"Ä\",\n  \"id-6\",\n]\n"};
  std::map<std::string, std::string> wanted;
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const std::string number = std::to_string(i);
    edits.push_back({"actors/a" + number + ".toml", actor("A") + ways[i]});
    wanted.emplace("id-" + number, "a" + number);
  }
  edits.push_back({"actors/none.toml", actor("None", "\"N. One\"") + "note = \"id-7\"\n"});
  put(store, edits);
  CHECK(store.view().former_actors() == wanted);
  // The same by an index, and in a revision that it does not stand for.
  store.records().rebuild();
  CHECK(store.view().former_actors() == wanted);
  put(store, {{"actors/a0.toml", actor("A", "\"id-7\"")}, {"actors/a1.toml", std::nullopt}});
  wanted.erase("id-0");
  wanted.erase("id-1");
  wanted.emplace("id-7", "a0");
  CHECK(store.view().former_actors() == wanted);
  CHECK(store.view().actor_of("id-7") == "a0");
  CHECK(store.view("HEAD~1").actor_of("id-1") == "a1");
}
