// SPDX-License-Identifier: MIT
//
// One pair of histories, merged from every entry: aver sync, git pull and aver resolve, a rebase by
// git and aver resolve, aver review update. All come to the same.
#include <rapidcheck.h>

#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "claims/records/codec.h"
#include "tests/cli/stories/clones.h"
#include "tests/property.h"

using namespace aver::tests;

namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;  // below claims/

std::string stance_text(const std::string& day, const std::string& more) {
  return "holder = \"uw\"\nposition = \"affirm\"\nheld = 2024-11-0" + day + "\n" + more;
}

// A few commits of a person: records under names that the other may choose, too, some of them with
// the same words; a correction of one of them; a key of an old record.
void record_some(const fs::path& place, const std::string& who, const std::string& own_key) {
  const fs::path folder = place / "claims/t/x";
  const int steps = *rc::gen::inRange(1, 5);
  for (int step = 0; step < steps; ++step) {
    const std::string day = std::to_string(*rc::gen::inRange(1, 3));
    const std::string name = "2024-11-0" + day + "-uw";
    const auto free_name = [&](const std::string& base) {
      std::string free = base;
      for (int n = 2; fs::exists(folder / (free + ".toml")); ++n)
        free = base + "-" + std::to_string(n);
      return free;
    };
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        write(folder / (free_name(name) + ".toml"), stance_text(day, "summary = \"the same\"\n"));
        break;
      case 1:
        if (fs::exists(folder / (name + ".toml"))) {
          write(folder / (free_name(name) + ".toml"),
                stance_text(day, "summary = \"" + who + " corrects " + std::to_string(step) +
                                     "\"\ncorrects = \"" + name + "\"\nreason = \"r\"\n"));
          break;
        }
        [[fallthrough]];
      case 2:
        write(folder / (free_name(name) + ".toml"),
              stance_text(day, "summary = \"" + who + " " + std::to_string(step) + "\"\n"));
        break;
      default:
        write(folder / "2024-10-31-uw.toml",
              "holder = \"uw\"\nposition = \"affirm\"\nheld = 2024-10-31\n" +
                  std::string(own_key == "note" ? "" : own_key + "\n") +
                  (own_key == "note" ? "note = \"" + who + "\"\n" : ""));
    }
    git(place, {"add", "-A"});
    git(place, {"commit", "-q", "--allow-empty", "-m", who + " " + std::to_string(step)});
  }
}

Files files_of(const fs::path& place, const std::string& revision) {
  Files files;
  std::istringstream names(git(place, {"ls-tree", "-r", "--name-only", revision, "claims"}));
  for (std::string path; std::getline(names, path);)
    files[path] = git(place, {"show", revision + ":" + path});
  return files;
}

// What the stances say, whatever they and the ones that they name are called.
std::multiset<std::string> contents(const Files& files) {
  std::multiset<std::string> all;
  for (const auto& [path, text] : files) {
    auto stance = aver::claims::decode_stance(text, path).record;
    if (!stance) continue;
    stance->formerly.clear();
    if (!stance->corrects.empty()) {
      const auto at = files.find(aver::claims::stance_path(stance->claim, stance->corrects));
      RC_ASSERT(at != files.end());
      const auto target = aver::claims::decode_stance(at->second, at->first).record;
      RC_ASSERT(target.has_value());
      stance->corrects = aver::claims::slug(target->summary);
    }
    all.insert(aver::claims::encode(*stance));
  }
  return all;
}

void require_ok(const aver::store::RunResult& result) {
  if (!result.ok()) RC_FAIL(result.output + result.errors);
}

// Lets aver settle whatever git has stopped at.
void resolve(const fs::path& place) {
  if (fs::exists(place / ".git/MERGE_HEAD") || fs::exists(place / ".git/rebase-merge")) {
    require_ok(run_aver(place, {"resolve"}));
  }
  RC_ASSERT(git(place, {"status", "--porcelain"}).empty());
}

}  // namespace

// `make test-long` tries many more.
TEST_CASE("a pair of histories comes to the same from every entry, and nothing is lost") {
  CHECK(holds_for_one_in(250, [] {
    const Scratch scratch;
    const fs::path server = scratch / "server.git";
    const fs::path ann = scratch / "ann";
    make_store(ann, server);
    write(ann / "claims/t/x/2024-10-31-uw.toml",
          "holder = \"uw\"\nposition = \"affirm\"\nheld = 2024-10-31\n");
    git(ann, {"add", "-A"});
    git(ann, {"commit", "-q", "-m", "Old"});
    git(ann, {"remote", "add", "origin", server.string()});
    git(ann, {"push", "-q", "-u", "origin", "main"});
    const fs::path ben = scratch / "ben";
    git(ann, {"clone", "-q", server.string(), ben.string()});
    record_some(ann, "Ann", "note");
    record_some(ben, "Ben", "credibility = 2");
    git(ann, {"push", "-q"});
    git(ben, {"fetch", "-q"});
    git(ben, {"tag", "mine"});
    const Files published = files_of(ben, "origin/main");
    const Files mine = files_of(ben, "mine");

    // As a proposal for what Ann has.
    git(ben, {"branch", "proposal/p"});
    git(ben, {"branch", "-f", "target", "origin/main"});
    require_ok(run_aver(ben, {"review", "update", "p", "--into", "target"}));
    const Files updated = files_of(ben, "proposal/p");

    // git pull, and aver resolve where git stops.
    aver::store::run_git({"pull", "-q", "--no-rebase"}, {.directory = ben.string()});
    resolve(ben);
    const Files pulled = files_of(ben, "HEAD");

    git(ben, {"reset", "-q", "--hard", "mine"});
    aver::store::run_git({"rebase", "-q", "origin/main"}, {.directory = ben.string()});
    resolve(ben);
    const Files rebased = files_of(ben, "HEAD");

    git(ben, {"reset", "-q", "--hard", "mine"});
    require_ok(run_aver(ben, {"sync", "--pull"}));
    const Files synced = files_of(ben, "HEAD");

    RC_ASSERT(synced == updated);
    RC_ASSERT(synced == pulled);
    RC_ASSERT(contents(synced) == contents(rebased));
    for (const Files* result : {&synced, &rebased}) {
      // What Ann published means the same by the same name.
      for (const auto& [path, text] : published) {
        if (!path.ends_with("/2024-10-31-uw.toml")) RC_ASSERT(result->at(path) == text);
      }
      const std::string old = result->at("claims/t/x/2024-10-31-uw.toml");
      for (const Files* side : {&published, &mine}) {
        const std::string& was = side->at("claims/t/x/2024-10-31-uw.toml");
        for (const char* key : {"note", "credibility"})
          RC_ASSERT(was.find(key) == was.npos || old.find(key) != old.npos);
        const std::multiset<std::string> there = contents(*result);
        for (const std::string& one : contents(*side)) {
          if (one.find("held = 2024-10-31") == one.npos) RC_ASSERT(there.contains(one));
        }
      }
    }
  }));
}
