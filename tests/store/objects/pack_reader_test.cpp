// SPDX-License-Identifier: MIT
//
// Our reader of packs, alone in a set of objects, against git's word on each of them.
#include "store/objects/pack_reader.h"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <algorithm>
#include <limits>
#include <map>
#include <random>
#include <sstream>

#include "store/objects/delta_chain.h"
#include "store/reading_mode.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;
namespace fs = std::filesystem;

namespace {

struct Object {
  std::string type, bytes;
  bool operator==(const Object&) const = default;
};
using Objects = std::map<std::string, Object>;  // by id

// A repository with many versions of some files, and a tag.
void make_history(const fs::path& place) {
  git(place.parent_path(), {"init", "-q", "--bare", place.string()});
  std::mt19937 random(7);
  std::string stream;
  std::vector<std::string> texts(12);
  for (int version = 0; version < 60; ++version) {
    stream += "commit refs/heads/main\ncommitter A <a@b.c> " + std::to_string(version) +
              " +0000\ndata 2\nx\n";
    std::string& text = texts[random() % texts.size()];
    const auto number = static_cast<std::size_t>(&text - texts.data());
    for (int i = 0; i < 20; ++i) {
      const std::string words = std::to_string(random()) + " words " + std::to_string(random());
      text.insert(random() % (text.size() + 1), words);
    }
    if (text.size() > 4000) text.erase(random() % 1000, 2000);
    if (version == 30) text = std::string(200'000, 'x') + text;  // copies of more than 64 KiB
    stream += "M 100644 inline claims/t" + std::to_string(number % 3) + "/" +
              std::to_string(number) + ".toml\ndata " + std::to_string(text.size()) + "\n" + text +
              "\n";
  }
  stream += "tag v1\nfrom refs/heads/main\ntagger A <a@b.c> 1 +0000\ndata 4\ntold\n";
  git(place, {"fast-import", "--quiet"}, stream);
}

Objects told_by_git(const fs::path& place) {
  const std::string all = git(place, {"cat-file", "--batch-all-objects", "--batch"});
  Objects objects;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = all.find('\n', at);
    std::istringstream head(all.substr(at, end - at));
    std::string id;
    Object object;
    std::size_t size = 0;
    head >> id >> object.type >> size;
    object.bytes = all.substr(end + 1, size);
    objects.emplace(id, std::move(object));
    at = end + 1 + size + 1;
  }
  return objects;
}

// A set of objects that knows no other reader.
GitOdb ours_alone(const fs::path& place) {
  start_libgit2();
  git_odb* odb = nullptr;
  check(git_odb_new(&odb), "making a set of objects");
  read_packs_quickly(odb, place / "objects");
  return GitOdb(odb);
}

std::optional<Object> read_one(git_odb* odb, const std::string& hex) {
  const git_oid id = from_hex(hex);
  git_odb_object* raw = nullptr;
  if (git_odb_read(&raw, odb, &id) != 0) {
    git_error_clear();
    return std::nullopt;
  }
  const GitOdbObject object(raw);
  return Object{git_object_type2string(git_odb_object_type(raw)),
                {static_cast<const char*>(git_odb_object_data(raw)), git_odb_object_size(raw)}};
}

std::vector<fs::path> packs_of(const fs::path& place) {
  std::vector<fs::path> packs;
  for (const auto& entry : fs::directory_iterator(place / "objects/pack")) {
    if (entry.path().extension() == ".pack") packs.push_back(entry.path());
  }
  return packs;
}

// What is mapped is let go at once, and all is read piece by piece.
class InPieces {
 public:
  InPieces() { keep_packs_mapped(0); }
  ~InPieces() { keep_packs_mapped(std::numeric_limits<std::size_t>::max()); }
  InPieces(const InPieces&) = delete;
  InPieces& operator=(const InPieces&) = delete;
};

// How many of the objects it reads; what it reads must be right.
std::size_t count_read(git_odb* odb, const Objects& objects) {
  std::size_t count = 0;
  for (const auto& [id, wanted] : objects) {
    const std::optional<Object> found = read_one(odb, id);
    count += found.has_value();
    if (found) CHECK((*found == wanted));
  }
  return count;
}

}  // namespace

TEST_CASE("packs of every make are read as git reads them") {
  const Scratch scratch;
  const fs::path place = scratch / "r.git";
  make_history(place);
  std::vector<std::string> repack;
  SUBCASE("as fast-import writes them") {}
  SUBCASE("deep, with bases by their offset") {
    repack = {"repack", "-adfq", "--depth=200", "--window=50"};
  }
  SUBCASE("with bases by their id") {
    repack = {"-c", "repack.useDeltaBaseOffset=false", "repack", "-adfq", "--window=50"};
  }
  SUBCASE("not compressed") { repack = {"-c", "pack.compression=0", "repack", "-adFq"}; }
  SUBCASE("without deltas") { repack = {"repack", "-adfq", "--depth=0"}; }
  SUBCASE("with far offsets") {
    repack = {"-c", "pack.indexVersion=2", "repack", "-adfq", "--window=50"};
  }
  const bool far = repack.size() == 5 && repack[1] == "pack.indexVersion=2";
  if (!repack.empty()) git(place, repack);
  for (const fs::path& pack : packs_of(place)) {
    if (!far) continue;
    fs::path index = pack;
    index.replace_extension(".idx");
    fs::remove(index);
    git(place, {"index-pack", "--index-version=2,0x40", "-o", index.string(), pack.string()});
  }
  const Objects objects = told_by_git(place);
  REQUIRE(objects.size() > 150);
  const GitOdb odb = ours_alone(place);
  // The last one of a pack may be too short for it.
  const std::size_t count = count_read(odb.get(), objects);
  CHECK(count + packs_of(place).size() >= objects.size());
  CHECK_FALSE(read_one(odb.get(), "0123456789012345678901234567890123456789"));
  const InPieces in_pieces;
  CHECK(count_read(odb.get(), objects) == count);
  CHECK(count_read(ours_alone(place).get(), objects) == count);
  CHECK(packs_mapped() == 0);
}

// What is kept of those read lately is pushed out again and again, also by the very object that
// stands on it.
TEST_CASE("of more deltas than are kept, each is read as git reads it") {
  const Scratch scratch;
  const fs::path place = scratch / "r.git";
  git(scratch / "", {"init", "-q", "--bare", place.string()});
  std::string stream;
  for (int i = 0; i < 3000; ++i) {
    const std::string text = "holder = \"calda\"\nposition = \"affirm\"\nheld = 2024-10-31\n" +
                             std::string(2000, 'n') + std::to_string(i * 7919);
    stream += "blob\ndata " + std::to_string(text.size()) + "\n" + text + "\n";
  }
  git(place, {"fast-import", "--quiet"}, stream);
  const Objects objects = told_by_git(place);
  REQUIRE(objects.size() == 3000);
  const GitOdb odb = ours_alone(place);
  const ReadingMode unhashed(ReadingMode::unhashed);
  std::vector<std::string> order;
  for (const auto& [id, object] : objects) order.push_back(id);
  std::mt19937 random(7);
  std::size_t wrong = 0;
  for (int round = 0; round < 10; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    for (const std::string& id : order) {
      const std::optional<Object> found = read_one(odb.get(), id);
      wrong += found && *found != objects.at(id);
    }
  }
  CHECK(wrong == 0);
  CHECK(count_read(odb.get(), objects) + 1 >= objects.size());
}

TEST_CASE("of more packs than files may be open, each is read in pieces") {
  const Scratch scratch;
  const fs::path place = scratch / "r.git";
  git(place.parent_path(), {"init", "-q", "--bare", place.string()});
  constexpr std::size_t kPacks = 100;
  for (std::size_t i = 0; i < kPacks; ++i) {
    const std::string text = std::string(100, 'a') + std::to_string(i) + "\n";
    git(place, {"-c", "fastimport.unpackLimit=0", "fast-import", "--quiet"},
        "commit refs/heads/b" + std::to_string(i) +
            "\ncommitter A <a@b.c> 1 +0000\ndata 2\nx\nM 100644 inline a.toml\ndata " +
            std::to_string(text.size()) + "\n" + text + "\n");
  }
  REQUIRE(packs_of(place).size() == kPacks);
  const Objects objects = told_by_git(place);
  const GitOdb odb = ours_alone(place);
  const std::size_t count = count_read(odb.get(), objects);
  CHECK(count > kPacks);
  const InPieces in_pieces;
  rlimit before{};
  getrlimit(RLIMIT_NOFILE, &before);
  const rlimit few = {64, before.rlim_max};
  setrlimit(RLIMIT_NOFILE, &few);
  for (int round = 0; round < 2; ++round) CHECK(count_read(odb.get(), objects) == count);
  setrlimit(RLIMIT_NOFILE, &before);
}

TEST_CASE("an index that it does not know, and a pack that is gone, are left to libgit2") {
  const Scratch scratch;
  const fs::path place = scratch / "r.git";
  make_history(place);
  const Objects objects = told_by_git(place);
  SUBCASE("version 1") { git(place, {"-c", "pack.indexVersion=1", "repack", "-adfq"}); }
  SUBCASE("no pack beside it") { fs::remove(packs_of(place).front()); }
  SUBCASE("an empty index") {
    fs::path index = packs_of(place).front();
    index.replace_extension(".idx");
    fs::remove(index);
    write(index, "");
  }
  SUBCASE("an index that is cut off") {
    fs::path index = packs_of(place).front();
    index.replace_extension(".idx");
    const std::string bytes = read(index);
    fs::remove(index);
    write(index, bytes.substr(0, bytes.size() / 2));
  }
  CHECK(count_read(ours_alone(place).get(), objects) == 0);
}

TEST_CASE("new packs are found; what a gc has taken away is read on") {
  const Scratch scratch;
  const fs::path place = scratch / "r.git";
  make_history(place);
  const Objects objects = told_by_git(place);
  std::optional<InPieces> in_pieces;
  bool later = false;
  SUBCASE("mapped") {}
  SUBCASE("in pieces") { in_pieces.emplace(); }
  SUBCASE("in pieces only afterwards, when the old pack cannot be opened") { later = true; }
  const GitOdb odb = ours_alone(place);
  const std::size_t count = count_read(odb.get(), objects);
  CHECK(count > 0);
  git(place, {"repack", "-adfq"});
  if (later) in_pieces.emplace();
  CHECK(count_read(odb.get(), objects) >= count);
  const std::string stream =
      "commit refs/heads/new\ncommitter A <a@b.c> 1 +0000\ndata 2\nx\n"
      "M 100644 inline new.toml\ndata 3\nnew\n\n";
  git(place, {"-c", "fastimport.unpackLimit=0", "fast-import", "--quiet"}, stream);
  const std::string id = git(place, {"rev-parse", "new^{tree}"}).substr(0, 40);
  CHECK(read_one(odb.get(), id) == Object{"tree", told_by_git(place)[id].bytes});
}

TEST_CASE("a pack that another one has replaced is not read by the old index") {
  const Scratch scratch;
  std::vector<fs::path> places;
  for (const char letter : {'a', 'b'}) {
    const fs::path place = scratch / (std::string(1, letter) + ".git");
    git(place.parent_path(), {"init", "-q", "--bare", place.string()});
    std::string stream = "commit refs/heads/main\ncommitter A <a@b.c> 1 +0000\ndata 2\nx\n";
    for (int i = 0; i < 20; ++i) {
      stream += "M 100644 inline " + std::to_string(i) + ".toml\ndata 101\n" +
                std::string(100, letter) + static_cast<char>('a' + i) + "\n";
    }
    git(place,
        {"-c", "fastimport.unpackLimit=0", "-c", "core.compression=0", "fast-import", "--quiet",
         "--depth=0"},
        stream);
    places.push_back(place);
  }
  const Objects objects = told_by_git(places[0]);
  const GitOdb odb = ours_alone(places[0]);
  const InPieces in_pieces;
  const ReadingMode mode(ReadingMode::unhashed);  // or libgit2 would refuse what is wrong
  const std::string first = objects.begin()->first;
  REQUIRE(read_one(odb.get(), first));  // knows the index, and has not opened the pack in pieces
  fs::rename(packs_of(places[1]).front(), packs_of(places[0]).front());
  CHECK(count_read(odb.get(), objects) == 0);
}

TEST_CASE("no more of packs stays in memory than is wanted, and all is read") {
  const Scratch scratch;
  const fs::path place = scratch / "r.git";
  make_history(place);
  git(place, {"-c", "pack.compression=0", "repack", "-adFq", "--depth=0"});
  const Objects objects = told_by_git(place);
  constexpr std::size_t kMost = 256 << 10;
  const std::size_t before = packs_mapped();
  {
    const GitOdb odb = ours_alone(place);
    count_read(odb.get(), objects);
    CHECK(packs_mapped() - before > 2 * kMost);
  }
  CHECK(packs_mapped() == before);
  const GitOdb odb = ours_alone(place);
  keep_packs_mapped(before + kMost);
  std::size_t most = 0;
  std::size_t count = 0;
  for (const auto& [id, object] : objects) {
    if (const auto found = read_one(odb.get(), id); found) {
      CHECK((*found == object));
      ++count;
    }
    if (object.bytes.size() < 8192) most = std::max(most, packs_mapped() - before);
  }
  keep_packs_mapped(std::numeric_limits<std::size_t>::max());
  CHECK(count + 1 >= objects.size());
  CHECK(most > 0);
  CHECK(most <= kMost + 2 * (64 << 10));
}

TEST_CASE("whatever is damaged in a pack or its index, nothing wrong is read") {
  const Scratch scratch;
  const fs::path place = scratch / "r.git";
  make_history(place);
  git(place, {"repack", "-adfq", "--window=50"});
  const Objects objects = told_by_git(place);
  fs::path file = packs_of(place).front();
  std::optional<InPieces> in_pieces;
  SUBCASE("the pack") {}
  SUBCASE("the pack, in pieces") { in_pieces.emplace(); }
  SUBCASE("the index") { file.replace_extension(".idx"); }
  const std::string whole = read(file);
  fs::permissions(file, fs::perms::owner_write, fs::perm_options::add);
  std::mt19937 random(3);
  std::size_t lost = 0;
  for (int round = 0; round < 60; ++round) {
    std::string bytes = whole;
    for (int i = 0; i < 10; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    write(file, bytes);
    const std::size_t count = count_read(ours_alone(place).get(), objects);
    lost += count < objects.size() - 1;
  }
  CHECK(lost > 10);
}

TEST_CASE("deltas on top of each other make what each makes of the one before") {
  using namespace std::string_view_literals;
  DeltaChain chain;
  const auto text = [&] {
    std::string made(chain.size(), '\0');
    chain.copy_to(made.data());
    return made;
  };
  chain.begin("abcdefgh");
  CHECK(chain.apply("\x08\x06\x90\x03\x91\x05\x03"sv));  // abc, then fgh
  CHECK(text() == "abcfgh");
  CHECK(chain.apply("\x06\x06\x02XY\x91\x01\x04"sv));  // XY, then over both pieces
  CHECK(text() == "XYbcfg");
  for (const std::string_view bad : {
           "\x07\x01\x01x"sv,         // of another base
           "\x06\x02\x01x"sv,         // shorter than it says
           "\x06\x01\x02xy"sv,        // longer than it says
           "\x06\x05\x05xy"sv,        // inserts more than there is
           "\x06\x03\x91\x04\x03"sv,  // copies from behind the end
           "\x06\x03\x91\xff\x03"sv,  // begins behind the end
           "\x06\x03\x9f\x01\x01"sv,  // ends in a number
           "\x06\x01\x00"sv,          // no such thing
           "\x06"sv,                  // no size
           "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"sv,
           ""sv,
       }) {
    chain.begin("abcdef");
    CHECK_FALSE(chain.apply(bad));
  }
}
