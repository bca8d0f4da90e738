// SPDX-License-Identifier: MIT
//
// Files that are whole at any moment: who had the old one open reads on in it.
#include "store/replace_file.h"

#include <doctest/doctest.h>

#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;
namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::ptrdiff_t files_in(const fs::path& folder) {
  return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

}  // namespace

TEST_CASE("a file that somebody gave is rewritten whole, and stays what it was besides") {
  const Scratch scratch;
  const fs::path folder = scratch / "given";
  fs::create_directory(folder);
  std::ofstream(folder / "ours") << "before";
  std::ofstream(folder / "ours.new") << "another's";
  fs::permissions(folder / "ours", fs::perms::owner_all);
  fs::create_symlink("ours", folder / "link");
  std::ifstream old(folder / "ours");

  std::error_code error;
  CHECK(rewrite_file(folder / "link", "after", error));
  CHECK(text_of(folder / "ours") == "after");
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(fs::status(folder / "ours").permissions() == fs::perms::owner_all);
  CHECK(text_of(folder / "ours.new") == "another's");
  CHECK(files_in(folder) == 3);
  CHECK(std::string(std::istreambuf_iterator<char>(old), {}) == "before");
}

TEST_CASE("a file that is not there is not made") {
  const Scratch scratch;
  std::error_code error;
  CHECK(!rewrite_file(scratch / "nothing", "after", error));
  CHECK(error == std::errc::no_such_file_or_directory);
  CHECK(!fs::exists(scratch / "nothing"));
}
