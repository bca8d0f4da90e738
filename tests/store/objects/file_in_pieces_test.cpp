// SPDX-License-Identifier: MIT
#include "store/objects/file_in_pieces.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <fstream>
#include <random>
#include <string>
#include <utility>

#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;
namespace fs = std::filesystem;

namespace {

// Bytes of which no two places look alike.
std::string many_bytes(std::size_t size) {
  std::mt19937 random(5);
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

bool is_part_of(std::string_view whole, std::size_t offset, std::size_t least,
                std::string_view found) {
  const std::size_t rest = whole.size() - offset;
  return found.size() >= std::min(least, rest) && found.size() <= rest &&
         found == whole.substr(offset, found.size());
}

}  // namespace

TEST_CASE("a file in pieces gives what stands at each place, in any order") {
  const Scratch scratch;
  const fs::path path = scratch / "file";
  const std::string whole = many_bytes(1 << 20);
  write(path, whole);
  FileInPieces file(path.string());
  REQUIRE(file.size() == whole.size());
  std::mt19937 random(9);
  SUBCASE("forwards") {
    for (std::size_t at = 0; at < whole.size();) {
      const std::size_t least = 1 + random() % 3000;
      REQUIRE(is_part_of(whole, at, least, file.at(at, least)));
      at += least;
    }
  }
  SUBCASE("backwards") {
    for (std::size_t at = whole.size(); at-- > 0; at -= std::min<std::size_t>(at, random() % 999)) {
      REQUIRE(is_part_of(whole, at, 40, file.at(at, 40)));
    }
  }
  SUBCASE("here and there, much and little") {
    for (int round = 0; round < 3000; ++round) {
      const std::size_t at = random() % whole.size();
      const std::size_t least = random() % (round % 10 == 0 ? whole.size() : 2000);
      REQUIRE(is_part_of(whole, at, least, file.at(at, least)));
    }
  }
}

TEST_CASE("a file in pieces ends where it ends") {
  const Scratch scratch;
  const fs::path path = scratch / "file";
  const std::string whole = many_bytes(5000);
  write(path, whole);
  FileInPieces file(path.string());
  CHECK(file.at(4990, 100) == whole.substr(4990));
  CHECK(file.at(5000, 1).empty());
  CHECK(file.at(std::string::npos, std::string::npos).empty());
  CHECK(file.at(10, std::string::npos) == whole.substr(10));
  CHECK(is_part_of(whole, 10, 0, file.at(10, 0)));
}

TEST_CASE("places behind four gigabytes are places, too") {
  const Scratch scratch;
  const fs::path path = scratch / "file";
  write(path, "near");
  constexpr std::uint64_t kFar = (std::uint64_t{1} << 32) + 2;
  fs::resize_file(path, kFar);  // with a hole, which takes no room
  std::ofstream(path, std::ios::app) << "far away";
  FileInPieces file(path.string());
  REQUIRE(file.size() == kFar + 8);
  CHECK(file.at(0, 4).starts_with("near"));
  CHECK(file.at(kFar, 100) == "far away");
  CHECK(file.at(2, 2).starts_with("ar"));
  CHECK(file.at(kFar - 2, 5).starts_with(std::string_view("\0\0far", 5)));
}

TEST_CASE("a file that is cut off, or removed, while it is read in pieces") {
  const Scratch scratch;
  const fs::path path = scratch / "file";
  const std::string whole = many_bytes(100'000);
  write(path, whole);
  FileInPieces file(path.string());
  CHECK(is_part_of(whole, 0, 10, file.at(0, 10)));
  fs::resize_file(path, 50'000);
  CHECK(file.at(49'990, 100) == std::string_view(whole).substr(49'990, 10));
  CHECK(file.at(60'000, 100).empty());
  fs::remove(path);
  CHECK(file.at(20'000, 30'000) == std::string_view(whole).substr(20'000, 30'000));
}

TEST_CASE("a file that cannot be had has no bytes") {
  const Scratch scratch;
  FileInPieces none;
  CHECK(none.size() == 0);
  CHECK(none.at(0, 10).empty());
  FileInPieces missing((scratch / "missing").string());
  CHECK(missing.size() == 0);
  CHECK(missing.at(0, 10).empty());
  fs::create_directory(scratch / "folder");
  FileInPieces folder((scratch / "folder").string());
  CHECK(folder.at(0, 10).empty());
  write(scratch / "empty", "");
  FileInPieces empty((scratch / "empty").string());
  CHECK(empty.at(0, 10).empty());
}

TEST_CASE("a file in pieces is read on where it has been moved to") {
  const Scratch scratch;
  write(scratch / "a", "the one");
  write(scratch / "b", "the other");
  FileInPieces a((scratch / "a").string());
  FileInPieces b((scratch / "b").string());
  CHECK(a.at(0, 7) == "the one");
  std::swap(a, b);
  CHECK(a.at(4, 5) == "other");
  CHECK(b.at(4, 3) == "one");
  a = FileInPieces();
  CHECK(a.at(0, 1).empty());
}
