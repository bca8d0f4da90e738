// SPDX-License-Identifier: MIT
#include "cli/exchange/import_settle.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "claims/records/codec.h"

using namespace aver;
using namespace aver::cli;

namespace {

const std::string kFirst = "claims/a/x/2024-10-31-borland.toml";
const std::string kSecond = "claims/a/x/2024-10-31-borland-2.toml";
const std::string kThird = "claims/a/x/2024-10-31-borland-3.toml";

// Files by path, each with its content as a number: what the store has, and what rows have made.
class Files {
 public:
  Files& store(const std::string& path, std::uint64_t content) {
    files_[path] = {.content = content, .what = ImportFileTable::What::in_store};
    return *this;
  }

  // From now on rows are of an actor that another was merged into, under whose name the store may
  // have files, and have the id of that one if `written`.
  Files& of_merged(const std::string& former, bool written) {
    return of_merged(former, written ? former : kFirst);
  }
  Files& of_merged(const std::string& former, const std::string& written) {
    paths_ = {kFirst, written, {former}};
    return *this;
  }

  // What becomes of the next row's stance.
  StancePlace settle(std::uint64_t content) {
    StancePlace place = place_of_stance(
        paths_, content,
        [&](const std::string& path) {
          const auto at = files_.find(path);
          return at == files_.end() ? nullptr : &at->second;
        },
        [&](const std::string&, const ImportFileTable::File& there) {
          return there.content == content;
        });
    if (place.fate == Fate::made) {
      files_[place.path] = {.content = content, .what = ImportFileTable::What::made};
    }
    return place;
  }

 private:
  std::map<std::string, ImportFileTable::File> files_;
  StancePaths paths_{kFirst, kFirst, {}};
};

}  // namespace

TEST_CASE("stances of one day and holder are numbered as their rows come, alike ones being one") {
  Files files;
  CHECK(files.settle(1).path == kFirst);
  CHECK(files.settle(2).path == kSecond);
  const StancePlace repeated = files.settle(1);
  CHECK(repeated.fate == Fate::again);
  CHECK(repeated.path == kFirst);
  CHECK(files.settle(2).fate == Fate::again);
  CHECK(files.settle(3).path == kThird);
}

TEST_CASE("a stance that the store has is there once, and repeated from then on") {
  Files files;
  files.store(kFirst, 1).store(kSecond, 2);
  const StancePlace there = files.settle(2);
  CHECK(there.fate == Fate::there);
  CHECK(there.path == kSecond);
  CHECK(files.settle(2).fate == Fate::again);
  CHECK(files.settle(1).fate == Fate::there);
  CHECK(files.settle(1).fate == Fate::again);
}

TEST_CASE("where the store has others of the day, a new one may be a change of each not yet said") {
  Files files;
  files.store(kFirst, 1).store(kSecond, 2);
  CHECK(files.settle(3).fate == Fate::conflict);
  CHECK(files.settle(3).others == std::vector<std::string>{kFirst, kSecond});
  CHECK(files.settle(1).fate == Fate::there);
  CHECK(files.settle(3).others == std::vector<std::string>{kSecond});
  CHECK(files.settle(2).fate == Fate::there);
  // All that the store has was said: one more is one more.
  const StancePlace more = files.settle(3);
  CHECK(more.fate == Fate::made);
  CHECK(more.path == kThird);
}

TEST_CASE("the import of what was imported changes nothing, in whatever order the rows come") {
  for (const auto& order : {std::vector<std::uint64_t>{1, 2, 3}, {3, 2, 1}, {2, 3, 1}}) {
    Files files;
    files.store(kFirst, 1).store(kSecond, 2).store(kThird, 3);
    for (const std::uint64_t content : order) CHECK(files.settle(content).fate == Fate::there);
  }
}

TEST_CASE("an actor or a source that never came is made of its id") {
  using claims::RecordKind;
  const auto actor = [](const std::string& id) {
    return *claims::decode_actor(bytes_of_unknown({RecordKind::actor, id}), "actors/x.toml").record;
  };
  CHECK(actor("bo/ada-fields").name == "Ada Fields");
  CHECK(actor("bo/ada-fields").kind == "person");
  CHECK(actor("borland").name == "Borland");
  CHECK(actor("borland").kind == "org");
  CHECK(actor("g-20").name == "G 20");
  const std::string source = bytes_of_unknown({RecordKind::source, "2024/a-paper"});
  CHECK(claims::decode_source(source, "sources/x.toml").record->title == "A Paper");
  CHECK(bytes_of_unknown({RecordKind::claim, "a/x"}) == "");
  CHECK(bytes_of_unknown({RecordKind::actor, "Not An Id"}) == "");
}

TEST_CASE("a record under the name of an actor that was merged is the stance that says the same") {
  const std::string former = "claims/a/x/2024-10-31-old.toml";
  const std::string second = "claims/a/x/2024-10-31-old-2.toml";
  for (const bool written : {false, true}) {
    CAPTURE(written);
    Files files;
    files.store(former, 1).store(second, 2).of_merged(former, written);
    const StancePlace there = files.settle(2);
    CHECK(there.fate == Fate::there);
    CHECK(there.path == second);
    CHECK(files.settle(2).fate == Fate::again);
    // Only a row that has that id may have changed one of them.
    const StancePlace other = files.settle(3);
    CHECK(other.fate == (written ? Fate::conflict : Fate::made));
    if (written) CHECK(other.others == std::vector<std::string>{former});
    if (!written) CHECK(other.path == kFirst);
  }
}

TEST_CASE("a row of a merged actor that has its own file of the day is asked by the id it has") {
  const std::string former = "claims/a/x/2024-10-31-old.toml";
  Files files;
  files.store(kFirst, 1).store(former, 2).of_merged(former, true);
  CHECK(files.settle(3).others == std::vector<std::string>{former});
  files.of_merged(former, false);
  CHECK(files.settle(3).others == std::vector<std::string>{kFirst});
  // One that has a name for an id may be either.
  files.of_merged(former, std::string("claims/a/x/2024-10-31-old-name.toml"));
  CHECK(files.settle(3).others == std::vector<std::string>{kFirst, former});
}
