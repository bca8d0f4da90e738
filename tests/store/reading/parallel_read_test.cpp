// SPDX-License-Identifier: MIT
//
// Whole revisions read by several threads: in order, complete, and as lines that lead back to the
// same tree.
#include "store/parallel_read.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <set>

#include "claims/exchange/json/jsonl.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;
namespace jsonl = aver::claims::jsonl;

namespace {

std::string numbered(const char* front, int number, const char* back) {
  return front + std::to_string(10000 + number) + back;
}

// A store of a thousand files and more, with what git knows besides plain files.
Store big_store(const std::filesystem::path& place) {
  Store store = Store::init(place, {});
  for (int i = 0; i < 40; ++i) {
    const std::string folder = numbered("claims/topic/c", i, "");
    write(place / folder / "claim.toml", numbered("text = \"Claim ", i, "\"\n"));
    write(place / folder / "below/claim.toml", "text = 'By hand'  # and so it stays\n");
    for (int j = 0; j < 30; ++j) {
      write(place / folder / numbered("2024-10-31-a", j, ".toml"),
            numbered("holder = \"a", j, "\"\nposition = \"affirm\"\nheld = 2024-10-31\n"));
    }
  }
  write(place / "sources/x.pdf", std::string("%PDF\0\xff", 6));
  write(place / "sources/x.txt", "text\r\n");
  write(place / "actors/broken.toml", "name = ");
  write(place / "run.sh", "#!/bin/sh\n");
  std::filesystem::permissions(place / "run.sh", std::filesystem::perms::owner_all);
  std::filesystem::create_symlink("x.txt", place / "sources/y.txt");
  git(place, {"add", "-A"});
  git(place, {"commit", "-q", "-m", "All"});
  return store;
}

std::string all_lines(const View& view) {
  std::string all;
  read_in_parallel(
      view, {""}, Batches::any,
      [](std::vector<TreeFile>&& files, std::string& to) {
        for (const TreeFile& file : files) {
          jsonl::append_line(to, file.path, file.bytes, static_cast<jsonl::Mode>(file.mode));
        }
      },
      [&](std::string&& text) {
        all += text;
        return true;
      });
  return all;
}

}  // namespace

TEST_CASE("an export of everything leads back to the same tree") {
  const Scratch scratch;
  const Store store = big_store(scratch / "facts");
  const std::string lines = all_lines(store.view());
  CHECK(lines == all_lines(store.view()));

  std::string stream = "commit refs/heads/again\ncommitter A <a@b.c> 0 +0000\ndata 0\n\n";
  jsonl::read(aver::claims::json::more_of(lines), [&](jsonl::JsonLine&& line) {
    REQUIRE(line.file);
    const char* modes[] = {"100644", "100755", "120000"};
    stream += "M " + std::string(modes[static_cast<int>(line.file->mode)]) + " inline " +
              line.file->path + "\ndata " + std::to_string(line.file->bytes.size()) + "\n" +
              line.file->bytes + "\n";
    return true;
  });
  git(scratch / "facts", {"fast-import", "--quiet"}, stream);
  CHECK(git(scratch / "facts", {"rev-parse", "again^{tree}"}) ==
        git(scratch / "facts", {"rev-parse", "main^{tree}"}));
}

TEST_CASE("files come once, those of a folder together, whatever thread reads them") {
  const Scratch scratch;
  const Store store = big_store(scratch / "facts");
  std::vector<std::string> order;
  read_in_parallel(
      store.view(), {"claims"}, Batches::folders,
      [](std::vector<TreeFile>&& files, std::string& to) {
        for (const TreeFile& file : files) to += file.path + "\n";
      },
      [&](std::string&& text) {
        for (std::size_t at = 0; at < text.size();) {
          const std::size_t end = text.find('\n', at);
          order.push_back(text.substr(at, end - at));
          at = end + 1;
        }
        return true;
      });
  CHECK(order.size() == 40 * 32);
  CHECK(std::set<std::string>(order.begin(), order.end()).size() == order.size());
  std::set<std::string> seen;
  std::string folder;
  for (const std::string& path : order) {
    const std::string in = path.substr(0, path.rfind('/'));
    if (in == folder) continue;
    CHECK(seen.insert(in).second);  // never come back to
    folder = in;
  }
  CHECK(seen.size() == 80);
}

TEST_CASE("what goes wrong in a thread is told, and who has enough is left in peace") {
  const Scratch scratch;
  const Store store = big_store(scratch / "facts");
  const auto nothing = [](std::vector<TreeFile>&&, std::string& to) { to += "x"; };
  std::size_t pieces = 0;
  read_in_parallel(store.view(), {""}, Batches::any, nothing, [&](std::string&&) {
    ++pieces;
    return false;
  });
  CHECK(pieces == 1);
  std::atomic<int> calls = 0;
  CHECK_THROWS_AS(read_in_parallel(
                      store.view(), {""}, Batches::any,
                      [&](std::vector<TreeFile>&&, std::string&) {
                        if (++calls == 3) throw StoreError(Fault::io, "enough");
                      },
                      [](std::string&&) { return true; }),
                  StoreError);
  // A blob that is damaged.
  const auto facts = scratch / "facts";
  const std::string id = git(facts, {"rev-parse", "HEAD:run.sh"}).substr(0, 40);
  const auto object = facts / (".git/objects/" + id.substr(0, 2) + "/" + id.substr(2));
  std::filesystem::permissions(object, std::filesystem::perms::owner_all);
  write(object, std::string(read(object).size(), 'x'));
  CHECK_THROWS_AS(read_in_parallel(store.view(), {""}, Batches::any, nothing,
                                   [](std::string&&) { return true; }),
                  StoreError);
}
