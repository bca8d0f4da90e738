// SPDX-License-Identifier: MIT
//
// Counts files of objects by looking at names and sizes; decides by git's own thresholds. Changes
// nothing.
#include "store/upkeep.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

#include "store/process.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;

// As git's own `gc --auto`: gc.auto and gc.autoPackLimit.
constexpr std::uint64_t kManyLoose = 6700;
constexpr std::uint64_t kManyPacks = 50;

// From about 10,000 commits of a record each on, walking the history is slow without a graph.
constexpr std::uint64_t kManyObjects = 50'000;

fs::path common_dir(const Store& store) { return store.private_dir().parent_path(); }

bool has_commit_graph(const fs::path& objects) {
  std::error_code ignored;
  return fs::exists(objects / "info/commit-graph", ignored) ||
         fs::exists(objects / "info/commit-graphs/commit-graph-chain", ignored);
}

// The number of objects that an index of a pack lists: the last of its 256 sums.
std::uint64_t objects_in(const fs::path& index) {
  constexpr off_t kLastSum = 8 + 255 * 4;
  unsigned char bytes[4] = {};
  const int fd = ::open(index.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  const ssize_t got = ::pread(fd, bytes, sizeof bytes, kLastSum);
  ::close(fd);
  if (got != sizeof bytes) return 0;
  return std::uint64_t{bytes[0]} << 24 | std::uint64_t{bytes[1]} << 16 |
         std::uint64_t{bytes[2]} << 8 | bytes[3];
}

// Calls `visit` for every file in the folder.
template <class Visit>
void for_files(const fs::path& folder, const Visit& visit) {
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    visit(*at);
  }
}

std::uint64_t size_of(const fs::directory_entry& entry) {
  std::error_code error;
  const std::uintmax_t size = entry.file_size(error);
  return error ? 0 : size;
}

bool is_loose(const fs::directory_entry& entry) {
  constexpr std::size_t kName = 38;  // of 40 digits, two are the folder's
  return entry.path().filename().string().size() == kName;
}

std::string counted(std::uint64_t number, const std::string& one, const std::string& many) {
  return number == 1 ? "1 " + one : std::to_string(number) + " " + many;
}

}  // namespace

Upkeep upkeep(const Store& store) {
  Upkeep now;
  const fs::path objects = common_dir(store) / "objects";
  for (int first = 0; first < 256; ++first) {
    char name[3];
    std::snprintf(name, sizeof name, "%02x", static_cast<unsigned>(first));
    for_files(objects / name, [&](const fs::directory_entry& entry) {
      if (!is_loose(entry)) return;
      ++now.loose;
      now.bytes += size_of(entry);
    });
  }
  std::vector<std::uint64_t> packs;
  for_files(objects / "pack", [&](const fs::directory_entry& entry) {
    now.bytes += size_of(entry);
    if (entry.path().extension() == ".idx") packs.push_back(objects_in(entry.path()));
  });
  std::sort(packs.begin(), packs.end());
  now.packs = packs.size();
  for (std::size_t i = 0; i < packs.size(); ++i) {
    now.packed += packs[i];
    if (i > 0) now.stepped = now.stepped && packs[i] >= 2 * packs[i - 1];
  }
  std::error_code error;
  for (fs::recursive_directory_iterator at(common_dir(store) / "refs", error), end;
       !error && at != end; at.increment(error)) {
    std::error_code ignored;
    if (at->is_regular_file(ignored)) ++now.loose_refs;
  }
  now.commit_graph = has_commit_graph(objects);
  now.partial = run_git({"config", "--get-regexp", "^remote\\..*\\.promisor$"},
                        {.directory = store.root().string()})
                    .ok();
  return now;
}

std::vector<UpkeepTask> upkeep_tasks(const Upkeep& now) {
  std::vector<UpkeepTask> tasks;
  tasks.push_back({"refs",
                   {"pack-refs", "--all"},
                   counted(now.loose_refs, "loose ref", "loose refs"),
                   now.loose_refs > 1});
  // Packs that are each at least twice as large as all smaller ones stay: the cost is that of the
  // small ones. Every object is kept, whether anything refers to it or not.
  UpkeepTask objects{
      "objects",
      {"repack", "-d", "-l", "--geometric=2"},
      counted(now.loose, "loose object, ", "loose objects, ") + counted(now.packs, "pack", "packs"),
      now.loose > 0 || !now.stepped};
  if (now.partial) {
    objects.why += "; left alone: this clone fetches objects as they are needed";
    objects.needed = false;
  }
  tasks.push_back(std::move(objects));
  tasks.push_back({"history",
                   {"commit-graph", "write", "--reachable", "--changed-paths", "--split"},
                   now.commit_graph ? "commit-graph is there, and takes in what is new"
                                    : "no commit-graph that says which commit changed which path",
                   true});
  return tasks;
}

std::optional<std::string> upkeep_due(const Store& store) {
  const fs::path objects = common_dir(store) / "objects";
  std::uint64_t packs = 0;
  std::uint64_t packed = 0;
  for_files(objects / "pack", [&](const fs::directory_entry& entry) {
    if (entry.path().extension() != ".idx") return;
    ++packs;
    packed += objects_in(entry.path());
  });
  if (packs > kManyPacks) return std::to_string(packs) + " packs";
  std::uint64_t loose = 0;
  for_files(objects / "17", [&](const fs::directory_entry& entry) {  // as git reckons, too
    if (is_loose(entry)) loose += 256;
  });
  if (loose > kManyLoose) return "about " + std::to_string(loose) + " loose objects";
  if (packed > kManyObjects && !has_commit_graph(objects)) {
    return "a long history without a commit-graph";
  }
  return std::nullopt;
}

}  // namespace aver::store
