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

  // What becomes of the next row's stance.
  StancePlace settle(std::uint64_t content) {
    StancePlace place = place_of_stance(
        kFirst, content,
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
