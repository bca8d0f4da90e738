// SPDX-License-Identifier: MIT
//
// The index of records: whatever happens to the store and to the file, what it proposes has
// everything in it that fits, what it holds is what the records say, and a search finds the same
// with it and without.
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <random>
#include <set>
#include <thread>

#include "claims/positions/set_aside.h"
#include "claims/records/codec.h"
#include "store/folder_pair.h"
#include "store/index/rows.h"
#include "store/records_index.h"
#include "store/sqlite/database.h"
#include "tests/property.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;
namespace claims = aver::claims;
using claims::ClaimCondition;

namespace {

namespace fs = std::filesystem;

claims::Day day(const char* text) { return *claims::parse_day(text); }

IndexUse always() { return {.when = IndexWhen::always}; }

// A small world of files: what they hold, and so what fits, is known without any store.
const char* const kClaims[] = {"a", "a/b", "a-b", "c/d"};
const char* const kHolders[] = {"calda", "uw/brindle", "kem"};
const char* const kVoices[] = {"kem", "uw/brindle", "Kem Tölp", "a spokesman", "…"};
const char* const kPositions[] = {"affirm", "deny", "silent", "not-acted", "old-word"};
const char* const kDays[] = {
    "2024-01-01", "2024-02",        "2024-02-10",          "2024-03-05~",
    "2024",       "[..2024-02-05]", "2024-02-10T08:00:00", "2024-02-10T09:30:00Z"};
const char* const kWords[] = {"troops", "border",     "Züvich",    "north",
                              "talks",  "中国对朝鲜", "\\\"so\\\""};

std::string stance_text(std::mt19937& random, const std::string& other) {
  const auto one = [&](const auto& list) { return std::string(list[random() % std::size(list)]); };
  const auto date = [&] {
    const std::string text = one(kDays);
    return text.size() == 10 || text.find('T') != text.npos ? text : "\"" + text + "\"";
  };
  if (random() % 12 == 0) return "holder = \"calda\"\nposition = 7\n";  // not to be read
  std::string text = "holder = \"" + one(kHolders) + "\"\nposition = \"" + one(kPositions) +
                     "\"\nheld = " + date() + "\n";
  if (random() % 4 == 0) {
    text += random() % 2 == 0 ? "until = 2024-06-01\n" : "until = \"2024-02\"\n";
  }
  if (random() % 4 == 0) text += "through = 2024-05-01\n";
  if (random() % 3 == 0) text += "mode = \"direct\"\n";
  if (random() % 3 == 0) text += "speaker = \"" + one(kVoices) + "\"\n";
  if (random() % 4 == 0) text += "via = [\"" + one(kVoices) + "\", \"" + one(kVoices) + "\"]\n";
  text += "summary = \"" + one(kWords) + " and " + one(kWords) + "\"\n";
  if (random() % 2 == 0)
    text += "source = \"" + std::string(random() % 2 ? "s" : "2024/t") + "\"\n";
  if (random() % 4 == 0) text += "review_by = 2024-04-01\n";
  std::string further;
  for (std::size_t left = random() % 4; left > 1; --left) {
    further += "[[evidence]]\nquote = \"" + one(kWords) + "\"\n";
    if (random() % 2 == 0)
      further += "source = \"2024/" + std::string(random() % 2 ? "t" : "v") + "\"\n";
    if (random() % 3 == 0) further += "speaker = \"lin\"\n";
    if (random() % 3 == 0) further += "mode = \"vote\"\n";
  }
  if (random() % 3 != 0 || other.empty()) return text + further;
  const auto link = [&](const std::string& key) { text += key + " = \"" + other + "\"\n"; };
  const std::size_t what = random() % 8;
  if (what == 0) {
    link("repeats");
    return text + further;
  }
  if (what != 1) link("corrects");
  if (what == 1 || what == 2) link("retracts");  // both at once is an error, and does nothing
  text += "reason = \"wrong\"\n";
  return text + further;
}

std::string claim_text(std::mt19937& random) {
  if (random() % 12 == 0) return "text = \n";
  std::string text =
      std::string("text = \"The ") + kWords[random() % std::size(kWords)] + " case\"\n";
  if (random() % 2 == 0) text += "kind = \"pledge\"\n";
  if (random() % 2 == 0) text += "tags = [\"one\", \"two\"]\n";
  if (random() % 3 == 0) text += "deadline = 2024-05-05\n";
  if (random() % 3 == 0) text += "review_by = 2024-07-05\n";
  return text;
}

// Some files of the world changed: added, rewritten, removed.
std::vector<Edit> any_edits(std::mt19937& random, const View& view) {
  std::map<std::string, std::optional<std::string>> edits;
  for (std::size_t i = 0, count = 1 + random() % 5; i < count; ++i) {
    const std::string claim = kClaims[random() % std::size(kClaims)];
    const std::string name = "2024-0" + std::to_string(1 + random() % 4) + "-01-x";
    const std::string other = "2024-0" + std::to_string(1 + random() % 4) + "-01-x";
    switch (random() % 8) {
      case 0:
        edits["claims/" + claim + "/claim.toml"] = claim_text(random);
        break;
      case 1:
        edits["claims/" + claim + "/" + name + ".toml"] = std::nullopt;
        break;
      case 2:
        edits["sources/2024/t.toml"] = "title = \"Talks in Zuvich\"\ncapture = \"t.txt\"\n";
        edits["sources/2024/t.txt"] =
            std::string("The saved text: ") + kWords[random() % 5] + ".\n";
        break;
      case 3:
        // Once it has the ids of others among its aliases, their records are its own.
        edits["actors/kem.toml"] = std::string("name = \"Kem ") + kWords[random() % 5] + "\"\n" +
                                   (random() % 3 == 0   ? "aliases = [\"calda\", \"Kem Tölp\"]\n"
                                    : random() % 2 == 0 ? "aliases = [\"uw/brindle\"]\n"
                                                        : "");
        break;
      default:
        edits["claims/" + claim + "/" + name + ".toml"] = stance_text(random, other);
    }
  }
  std::vector<Edit> list;
  for (auto& [path, content] : edits) {
    if (content || view.blob_id(path)) list.push_back({path, content});
  }
  return list;
}

std::vector<std::vector<ClaimCondition>> questions() {
  std::vector<std::vector<ClaimCondition>> all;
  const auto ask = [&](auto fill) {
    ClaimCondition wanted;
    fill(wanted);
    all.push_back({wanted});
  };
  for (const char* holder : kHolders) {
    ask([&](ClaimCondition& w) { w.stance.holders = {holder}; });
    ask([&](ClaimCondition& w) {
      w.stance.holders = {holder};
      w.stance.positions = {"affirm", "old-word"};
      w.stance.in_force = {day("2024-02-15"), day("2024-02-15")};
    });
  }
  for (const char* position : kPositions) {
    ask([&](ClaimCondition& w) {
      w.stance.positions = {position};
      w.stance.in_force = {day("2024-02-01"), day("2024-02-01")};
    });
    ask([&](ClaimCondition& w) {
      w.stance.positions = {position};
      w.stance.in_force = {day("2024-02-01"), day("2024-02-29")};
    });
  }
  ask([](ClaimCondition& w) { w.kinds = {"pledge"}; });
  ask([](ClaimCondition& w) {
    w.topic = "a";
    w.tags = {"one", "two"};
  });
  ask([](ClaimCondition& w) {
    w.kinds = {"pledge"};
    w.stance.speakers = {"kem"};
    w.stance.modes = {"direct"};
  });
  ask([](ClaimCondition& w) { w.deadline_until = day("2024-06-01"); });
  ask([](ClaimCondition& w) { w.review_until = day("2024-08-01"); });
  ask([](ClaimCondition& w) { w.stance.sources = {"2024/t"}; });
  ask([](ClaimCondition& w) { w.stance.sources = {"2024"}; });
  ask([](ClaimCondition& w) { w.stance.sources = {"2024/v", "s"}; });
  ask([](ClaimCondition& w) {
    w.stance.speakers = {"lin"};
    w.stance.modes = {"vote", "direct"};
    w.stance.sources = {"2024/v"};
  });
  ask([](ClaimCondition& w) { w.stance.without_source = true; });
  ask([](ClaimCondition& w) {
    w.stance.touches = claims::Days{day("2024-02-05"), day("2024-02-28")};
  });
  ask([](ClaimCondition& w) { w.stance.touches = claims::Days{day("2024-05-20"), std::nullopt}; });
  ask([](ClaimCondition& w) { w.stance.touches = claims::Days{std::nullopt, day("2024-01-05")}; });
  ask([](ClaimCondition& w) { w.stance.checked_until = day("2024-04-01"); });
  ask([](ClaimCondition& w) { w.stance.review_until = day("2024-04-01"); });
  ask([](ClaimCondition& w) { w.stance.voices = {"kem"}; });
  ask([](ClaimCondition& w) {
    w.stance.voices = {"lin", "kem"};
    w.stance.in_force = {day("2024-02-15"), day("2024-02-15")};
  });
  std::vector<ClaimCondition> either = all.front();
  either.push_back(all.back().front());
  all.push_back(either);
  return all;
}

// All that a view has, read without any index.
std::vector<claims::ClaimFolder> folders_in(const View& view) {
  std::vector<claims::ClaimFolder> all;
  view.each_claim("", [&](const std::string& id) {
    if (auto folder = view.folder(id)) all.push_back(std::move(folder->folder));
    return true;
  });
  return all;
}

std::vector<std::string> fitting(const std::vector<claims::ClaimFolder>& all,
                                 const std::vector<ClaimCondition>& any) {
  std::vector<std::string> found;
  for (const claims::ClaimFolder& folder : all) {
    if (claims::fits(folder, any, claims::default_vocabulary())) found.push_back(folder.id);
  }
  return found;
}

// What is wrong with the answers about a view; empty where nothing is.
std::string wrong_about(const Store& store, const View& view) {
  const std::vector<claims::ClaimFolder> all = folders_in(view);
  for (std::vector<ClaimCondition> any : questions()) {
    for (ClaimCondition& wanted : any) {
      // By all ids under which records may name the holder.
      std::vector<std::string>& holders = wanted.stance.holders;
      if (!holders.empty()) holders = view.ids_of_actor(view.actor_of(holders.front()));
      std::vector<std::string> voices;
      for (const std::string& one : wanted.stance.voices) {
        const std::vector<std::string>& ids = view.ids_of_actor(view.actor_of(one));
        voices.insert(voices.end(), ids.begin(), ids.end());
      }
      wanted.stance.voices = std::move(voices);
    }
    const auto proposed = store.records().candidates(view, any, true);
    if (!proposed) return "the index does not answer";
    std::map<std::string, std::optional<View::Known>> by_claim;
    for (const auto& one : *proposed) {
      by_claim[one.claim] = one.known;
      if (!one.known) continue;
      if (one.known->claim != view.blob_id(claims::claim_path(one.claim)).value_or(""))
        return one.claim + " is known by another content";
      for (const auto& [name, blob] : one.known->stances) {
        if (view.blob_id(claims::stance_path(one.claim, name)) != blob)
          return one.claim + "/" + name + " is known by another content";
      }
    }
    for (const claims::ClaimFolder& folder : all) {
      if (!claims::fits(folder, any, view.vocabulary())) continue;
      const auto found = by_claim.find(folder.id);
      if (found == by_claim.end()) return folder.id + " fits, and is not proposed";
      if (!found->second || !claims::all_name_somebody(any)) continue;
      for (const claims::Stance& stance : folder.stances) {
        const auto& known = found->second->stances;
        const bool named = std::any_of(known.begin(), known.end(),
                                       [&](const auto& one) { return one.first == stance.name; });
        if (claims::concerned(stance, any) && !named) return stance.id() + " is not proposed";
      }
    }
  }
  for (const claims::RecordKind kind : {claims::RecordKind::claim, claims::RecordKind::stance,
                                        claims::RecordKind::actor, claims::RecordKind::source}) {
    std::map<std::string, std::vector<std::string>> by_last_part;
    for (const std::string& id : view.ids(kind)) {
      by_last_part[id.substr(id.rfind('/') + 1)].push_back(id);
    }
    for (const auto& [last, ids] : by_last_part) {
      const std::vector<std::string> found = view.find(kind, last);
      if (found != ids && found != std::vector{last}) {
        return "other records are found by " + last + " than have it";
      }
    }
  }
  return "";
}

// As much of a stance as a comparison of positions needs; all of it where more than that counts.
claims::Stance needed(const claims::Stance& stance, bool rewritten) {
  if (rewritten || stance.until || !stance.corrects.empty() || !stance.retracts.empty() ||
      !stance.repeats.empty()) {
    return stance;
  }
  claims::Stance brief;
  brief.claim = stance.claim;
  brief.name = stance.name;
  brief.holder = stance.holder;
  brief.position = stance.position;
  brief.held = stance.held;
  brief.source = stance.source;
  return brief;
}

// What is wrong with the folders of two views, of which as little as may be is read. `spared`
// counts the stances that were not.
std::string wrong_in_brief(const Store& store, const View& before, const View& after,
                           std::size_t& spared) {
  std::set<std::string> ids;
  for (const View* view : {&before, &after}) {
    view->each_claim("", [&](const std::string& id) { return ids.insert(id), true; });
  }
  const auto brief = store.records().indexed_stances(ids.size());
  if (!brief) return "there is nothing to have stances in brief from";
  for (const std::string& id : ids) {
    const FolderPair whole = read_both(before, id, after, id);
    const FolderPair pair = read_both(before, id, after, id, brief.get());
    const auto wrong = [&](const View& view, const View& other,
                           const std::optional<View::Folder>& all,
                           const std::optional<View::Folder>& some) -> std::string {
      if (all.has_value() != some.has_value()) return id + " is there, or not";
      if (!all) return "";
      if (all->folder.claim != some->folder.claim) return id + " is another claim";
      if (all->folder.stances.size() != some->folder.stances.size()) return id + " has others";
      const claims::SetAside aside(all->folder.stances);
      for (std::size_t i = 0; i < all->folder.stances.size(); ++i) {
        const claims::Stance& stance = all->folder.stances[i];
        const claims::Stance& found = some->folder.stances[i];
        const std::string path = claims::stance_path(id, stance.name);
        const auto blob = other.blob_id(path);
        const bool rewritten = blob && blob != view.blob_id(path);
        if (found == stance) continue;
        if (aside.has(stance)) return stance.id() + " is set aside, and in brief";
        if (found != needed(stance, rewritten)) return stance.id() + " is another stance in brief";
        ++spared;
      }
      return "";
    };
    if (const std::string found = wrong(before, after, whole.before, pair.before); !found.empty())
      return found;
    if (const std::string found = wrong(after, before, whole.after, pair.after); !found.empty())
      return found;
    const auto one = read_claim(after, id, brief.get());
    if (const std::string found = wrong(after, after, whole.after, one); !found.empty())
      return found;
  }
  return "";
}

std::string shown(const SearchResult& result) {
  std::string text = std::to_string(result.total);
  for (const SearchHit& hit : result.hits) {
    text += "\n" + hit.path + " " + hit.id + ": " + hit.title.text + " | " + hit.passage.text;
    for (const Passage* passage : {&hit.title, &hit.passage}) {
      for (const auto& [begin, end] : passage->found) {
        text += " <" + passage->text.substr(begin, end - begin) + ">";
      }
    }
  }
  return text;
}

std::string wrong_search(const fs::path& place, const View& view, const Store& store) {
  Store without = Store::open(place);
  without.records().use({.when = IndexWhen::never});
  const View same = without.view(view.commit());
  const auto asking = [](std::vector<std::vector<std::string>> phrases, std::string topic = "",
                         std::string holder = "", std::size_t limit = 20, std::size_t offset = 0) {
    return SearchQuery{std::move(phrases), std::move(topic), std::move(holder), limit, offset};
  };
  const std::vector<SearchQuery> queries = {
      asking({{"troops"}}),
      asking({{"zuvich"}, {"and"}}, "", "", 3, 1),
      asking({{"and", "border"}}, "a"),
      asking({{"case"}}),
      asking({{"talks"}}, "", "calda"),
      asking({{"troops"}}, "", "kem"),
      asking({{"朝鲜"}}),
      asking({{"\"so\" OR *"}}),
  };
  for (const SearchQuery& query : queries) {
    const std::string with = shown(store.records().search(view, query));
    const std::string alone = shown(without.records().search(same, query));
    if (with != alone) return "with the index:\n" + with + "\nwithout:\n" + alone;
  }
  return "";
}

std::string wrong_with(const fs::path& place, const Store& store, const View& view) {
  if (std::string wrong = wrong_about(store, view); !wrong.empty()) return wrong;
  if (std::string wrong = wrong_search(place, view, store); !wrong.empty()) return wrong;
  std::size_t looked_at = 0;
  const std::vector<std::string> differences = store.records().verify(1, looked_at);
  return differences.empty() ? "" : differences.front();
}

// A store of `claims` claims with five stances each, in one commit, made by git fast-import.
Store filled(const fs::path& place, int count) {
  { const Store made = Store::init(place, {.bare = true}); }
  std::mt19937 random(5);
  std::string stream =
      "commit refs/heads/main\ncommitter Ada <ada@example.org> 1700000000 +0000\ndata 4\nFill\n"
      "from refs/heads/main^0\n";
  const auto put = [&](const std::string& path, const std::string& content) {
    stream += "M 100644 inline " + path + "\ndata " + std::to_string(content.size()) + "\n" +
              content + "\n";
  };
  for (int i = 0; i < count; ++i) {
    const std::string claim = "claims/t" + std::to_string(i % 7) + "/c" + std::to_string(i);
    put(claim + "/claim.toml", claim_text(random));
    for (int j = 0; j < 5; ++j) {
      put(claim + "/2024-0" + std::to_string(j + 1) + "-01-x.toml", stance_text(random, ""));
    }
  }
  git(place, {"fast-import", "--quiet"}, stream);
  return Store::open(place);
}

}  // namespace

TEST_CASE("after any changes the index proposes what fits, and holds what the records say") {
  const Scratch scratch;
  int number = 0;
  std::size_t spared = 0;
  const bool right = holds_for_one_in(400, [&] {
    const fs::path place = scratch / ("s" + std::to_string(++number));
    Store store = Store::init(place, {.bare = true});
    store.records().use(always());
    std::mt19937 random(*rc::gen::arbitrary<unsigned>());
    const int steps = *rc::gen::inRange(1, 6);
    std::vector<CommitId> commits;
    for (int step = 0; step < steps; ++step) {
      const auto commit = store.commit([&](const View& tip) {
        return Change{any_edits(random, tip), "Change\n"};
      });
      commits.push_back(store.view().commit());
      const std::string wrong = wrong_with(place, store, store.view());
      if (!wrong.empty()) RC_FAIL(wrong);
      // Back to an earlier state, as a reset or a switch of branches does, and sometimes on
      // from there.
      const std::size_t back = random() % commits.size();
      const std::string old = wrong_about(store, store.view(commits[back]));
      if (!old.empty()) RC_FAIL("of an earlier revision: " + old);
      const std::string brief =
          wrong_in_brief(store, store.view(commits[back]), store.view(), spared);
      if (!brief.empty()) RC_FAIL("in brief: " + brief);
      if (random() % 3 == 0) {
        git(place, {"update-ref", "refs/heads/main", commits[back]});
        const std::string reset = wrong_with(place, store, store.view());
        if (!reset.empty()) RC_FAIL("after a reset: " + reset);
      }
    }
    fs::remove_all(place);
  });
  CHECK(right);
  CHECK(spared > 0);
}

TEST_CASE("after rebase, merge and gc, and in a linked work tree, the index is right") {
  const Scratch scratch;
  const fs::path place = scratch / "facts";
  Store store = Store::init(place, {});
  store.records().use(always());
  std::mt19937 random(3);
  const auto change = [&](Store& in) {
    in.commit([&](const View& tip) { return Change{any_edits(random, tip), "Change\n"}; });
  };
  for (int i = 0; i < 4; ++i) change(store);
  CHECK(wrong_with(place, store, store.view()) == "");
  git(place, {"checkout", "-q", "-b", "side", "HEAD~2"});
  write(place / "claims/c/d/2024-09-01-side.toml",
        "holder = \"kem\"\nposition = \"deny\"\nheld = 2024-09-01\nsummary = \"border talks\"\n");
  git(place, {"add", "."});
  git(place, {"commit", "-q", "-m", "Side"});
  CHECK(wrong_with(place, store, store.view()) == "");
  SUBCASE("rebase") { git(place, {"rebase", "-q", "main"}); }
  SUBCASE("merge") { git(place, {"merge", "-q", "-m", "Merge", "main"}); }
  SUBCASE("gc of all that was left behind") {
    git(place, {"checkout", "-q", "main"});
    git(place, {"reset", "-q", "--hard", "HEAD~3"});
    git(place, {"branch", "-q", "-D", "side"});
    git(place, {"reflog", "expire", "--expire=now", "--all"});
    git(place, {"gc", "-q", "--prune=now"});
    store = Store::open(place);
    store.records().use(always());
  }
  SUBCASE("a linked work tree") {
    git(place, {"worktree", "add", "-q", (scratch / "linked").string(), "main"});
    Store linked = Store::open(scratch / "linked");
    linked.records().use(always());
    CHECK(linked.records().status().file == store.records().status().file);
    change(linked);
    CHECK(wrong_with(scratch / "linked", linked, linked.view()) == "");
  }
  CHECK(wrong_with(place, store, store.view()) == "");
  change(store);
  CHECK(wrong_with(place, store, store.view()) == "");
}

TEST_CASE("whatever is in the index's place, it is right again, and that is told once") {
  const Scratch scratch;
  const fs::path place = scratch / "facts";
  filled(place, 60);
  const fs::path file = place / "aver/records.db";
  const auto ask = [&](std::vector<std::string>* told = nullptr) {
    Store store = Store::open(place);
    store.records().use({.when = IndexWhen::always, .notice = [&](const std::string& sentence) {
                           if (told != nullptr) told->push_back(sentence);
                         }});
    return wrong_with(place, store, store.view());
  };
  REQUIRE(ask() == "");
  const std::string sound = read(file);
  std::vector<std::string> told;
  SUBCASE("deleted") {
    fs::remove_all(place / "aver");
    CHECK(ask(&told) == "");
    CHECK(told.empty());
    CHECK(fs::exists(file));
  }
  SUBCASE("cut off anywhere") {
    std::mt19937 random(11);
    for (int i = 0; i < 6; ++i) {
      const std::size_t size = 1 + random() % (sound.size() - 1);
      CAPTURE(size);
      told.clear();
      write(file, sound.substr(0, size));
      CHECK(ask(&told) == "");
      CHECK(told.size() == 1);
    }
  }
  SUBCASE("garbage") {
    write(file, std::string(70000, 'x'));
    CHECK(ask(&told) == "");
    CHECK(told.size() == 1);
  }
  SUBCASE("of a newer version") {
    {
      fs::remove(file);
      const auto newer = Database::open(file, {0x61767231, 9999, "CREATE TABLE other (x)"});
      REQUIRE(newer);
    }
    CHECK(ask(&told) == "");
    CHECK(told == std::vector<std::string>{
                      "the index was made by another version of aver, and is made anew"});
  }
  SUBCASE("a folder: then there is no index, and the questions are answered without") {
    fs::remove(file);
    fs::create_directories(file / "below");
    Store store = Store::open(place);
    store.records().use(always());
    CHECK(!store.records().candidates(store.view(), questions().front()));
    CHECK(wrong_search(place, store.view(), store) == "");
  }
  CHECK(git(place, {"fsck"}) == "");
}

TEST_CASE("verify finds a row that was changed, and a rebuild heals it") {
  const Scratch scratch;
  const fs::path place = scratch / "facts";
  Store store = filled(place, 60);
  store.records().use(always());
  REQUIRE(wrong_with(place, store, store.view()) == "");
  const auto spoil = [&](const char* sql) {
    const auto database = Database::open_existing(
        place / "aver/records.db", {kRecordsForm.application, kRecordsForm.version, "", true});
    REQUIRE(database);
    database->run(sql);
  };
  std::size_t looked_at = 0;
  SUBCASE("a field") { spoil("UPDATE record SET position = NULL WHERE id = 40"); }
  SUBCASE("days in force") {
    spoil(
        "UPDATE record SET to_day = to_day + 1 WHERE id = (SELECT min(id) FROM record "
        "WHERE to_day IS NOT NULL)");
  }
  SUBCASE("a row too many") {
    spoil("INSERT INTO record (kind, folder, name, blob) VALUES (1, 1, 'x', x'00')");
  }
  SUBCASE("a row too few") { spoil("DELETE FROM record WHERE id = 30"); }
  SUBCASE("words") { spoil("INSERT INTO text (text) VALUES ('delete-all')"); }
  CHECK(!store.records().verify(1, looked_at).empty());
  store.records().rebuild();
  CHECK(store.records().verify(1, looked_at).empty());
  CHECK(looked_at == 360);
  CHECK(store.records().status().current);
}

TEST_CASE("a build that is killed is gone on with, and what it did is not done again") {
  const Scratch scratch;
  const fs::path place = scratch / "facts";
  Store store = filled(place, 600);
  const auto build = [&](std::size_t kill_at, bool keep_on) {
    const pid_t child = fork();
    if (child == 0) {
      Store own = Store::open(place);
      own.records().use({.when = IndexWhen::always,
                         .progress =
                             [&](std::size_t done, std::size_t) {
                               if (done >= kill_at) kill(getpid(), SIGKILL);
                             },
                         .rows_in_step = 400});
      own.records().candidates(own.view(), questions().front());
      _exit(keep_on ? 0 : 7);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status);
  };
  std::size_t before = 0;
  for (const std::size_t kill_at : {700u, 1500u, 2900u, 3600u}) {
    CAPTURE(kill_at);
    REQUIRE(build(kill_at, false));
    const IndexStatus status = store.records().status();
    REQUIRE(status.usable);
    CHECK(!status.current);
    CHECK(status.records > before);
    before = status.records;
  }
  SUBCASE("with the tip that it began with") {}
  SUBCASE("with another tip by now") {
    std::mt19937 random(2);
    store.commit([&](const View& tip) { return Change{any_edits(random, tip), "Change\n"}; });
  }
  store.records().use(always());
  CHECK(wrong_about(store, store.view()) == "");
  std::size_t looked_at = 0;
  CHECK(store.records().verify(1, looked_at).empty());
  CHECK(store.records().status().current);
}

TEST_CASE("many that build and ask at once all have the right answer") {
  const Scratch scratch;
  const fs::path place = scratch / "facts";
  const Store store = filled(place, 300);
  const std::vector<ClaimCondition> any = questions().front();
  const std::vector<std::string> expected = fitting(folders_in(store.view()), any);
  std::vector<pid_t> children;
  for (int i = 0; i < 3; ++i) {
    const pid_t child = fork();
    if (child == 0) {
      int code = 0;
      for (int round = 0; round < 2; ++round) {
        Store own = Store::open(place);
        own.records().use({.when = IndexWhen::always, .rows_in_step = 300});
        const View view = own.view();
        if (const auto proposed = own.records().candidates(view, any)) {
          for (const std::string& id : expected) {
            if (std::none_of(proposed->begin(), proposed->end(),
                             [&](const auto& one) { return one.claim == id; })) {
              code = 1;
            }
          }
        }
      }
      _exit(code);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
  }
  store.records().use(always());
  CHECK(wrong_with(place, store, store.view()) == "");
}

TEST_CASE("a small store has no index, and asks for none") {
  const Scratch scratch;
  const fs::path place = scratch / "facts";
  const Store store = filled(place, 20);
  CHECK(!store.records().candidates(store.view(), questions().front()));
  CHECK(store.records().search(store.view(), {{{"case"}}, "", "", 20, 0}).total > 0);
  CHECK(!store.records().status().exists);
  CHECK(!fs::exists(place / "aver/records.db"));
}
