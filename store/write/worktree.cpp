// SPDX-License-Identifier: MIT
//
// Files come and go by store/write/files, the index by `git update-index`. Before that, nothing may
// stand at a path but what the tip has.
#include "store/write/worktree.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <set>
#include <thread>

#include "claims/text/lines.h"
#include "store/git_words.h"
#include "store/objects/tree_entries.h"
#include "store/process.h"
#include "store/write/clean_contents.h"
#include "store/write/files.h"
#include "store/write/git_index.h"
#include "store/write/git_listing.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

FaultPoint fault_point_of_tests = nullptr;

[[noreturn]] void no_link_there(const std::string& path) {
  throw StoreError(Fault::dirty, path + " is a symbolic link; records are plain files", {},
                   "replace it by a file");
}

// Those that the index has, on whatever side of a conflict.
std::vector<std::string> names_in(const GitIndex& index, const std::vector<TouchedPath>& paths) {
  std::vector<std::string> names;
  for (const TouchedPath& path : paths) {
    const auto [first, last] = index.entries_of(path.path);
    if (first != last) names.push_back(path.path);
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::map<std::string, FileEntry> entries_in(const GitIndex& index,
                                            const std::vector<TouchedPath>& paths) {
  std::map<std::string, FileEntry> entries;
  for (const TouchedPath& path : paths) {
    const auto [first, last] = index.entries_of(path.path);
    if (first == last) continue;
    git_oid id{};
    std::memcpy(id.id, index.id(last - 1).data(), sizeof id.id);
    entries[path.path] = FileEntry{to_hex(id), file_mode(index.mode(last - 1))};
  }
  return entries;
}

}  // namespace

void set_fault_point(FaultPoint fault_point) { fault_point_of_tests = fault_point; }

void reach(const char* step) {
  if (fault_point_of_tests != nullptr) fault_point_of_tests(step);
}

WriteLock::WriteLock(const fs::path& folder, Clock::time_point deadline) {
  std::error_code error;
  fs::create_directories(folder, error);
  const fs::path file = folder / "write.lock";
  fd_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd_ < 0) io_error("the store cannot be written: " + file.string());
  auto pause = std::chrono::microseconds(500);
  while (flock(fd_, LOCK_EX | LOCK_NB) != 0) {
    if (Clock::now() > deadline) {
      close(fd_);
      throw StoreError(Fault::locked, "another aver goes on writing to this store", {},
                       "try again");
    }
    std::this_thread::sleep_for(pause);
    pause = std::min(pause * 2, std::chrono::microseconds(10000));
  }
}

WriteLock::~WriteLock() { close(fd_); }

std::optional<std::string> WorkTree::read(const std::string& path) const {
  std::optional<File> found = file(path);
  if (!found) return std::nullopt;
  if (found->mode == FileMode::link) no_link_there(path);
  return std::move(found->bytes);
}

std::optional<WorkTree::File> WorkTree::file(const std::string& path) const {
  // A link on the way could lead anywhere: nothing is read or written through one.
  fs::path at = repository_.work_tree();
  File found;
  for (const fs::path& part : fs::path(path)) {
    at /= part;
    struct stat about {};
    if (lstat(at.c_str(), &about) != 0) {
      if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
      io_error("the file " + path + " could not be read");
    }
    if (S_ISLNK(about.st_mode)) {
      const std::string link = at.lexically_relative(repository_.work_tree()).string();
      if (link != path) no_link_there(link);
      std::error_code error;
      found.bytes = fs::read_symlink(at, error).string();
      if (error) {
        throw StoreError(Fault::io, "the link " + path + " could not be read", {error.message()});
      }
      found.mode = FileMode::link;
      return found;
    }
    if ((about.st_mode & S_IXUSR) != 0) found.mode = FileMode::executable;
    if (S_ISDIR(about.st_mode)) found.mode = FileMode::plain;
  }
  const int fd = ::open(at.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0) io_error("the file " + path + " could not be read");
  char buffer[1 << 16];
  for (ssize_t n = 0; (n = ::read(fd, buffer, sizeof buffer)) != 0;) {
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) {
      const int reason = errno;
      close(fd);
      errno = reason;
      io_error("the file " + path + " could not be read");
    }
    found.bytes.append(buffer, static_cast<std::size_t>(n));
  }
  close(fd);
  return found;
}

StatusQuestion WorkTree::ask_status(const std::vector<TouchedPath>& paths) const {
  // For files that are all new it is enough that the index has none of them, which is quicker told.
  // Threads that stat every file of the work tree help neither question.
  const bool all_new = std::all_of(paths.begin(), paths.end(),
                                   [](const TouchedPath& path) { return path.before.empty(); });
  if (all_new) {
    if (const auto index = GitIndex::open(repository_.git_dir()))
      return {{}, names_in(*index, paths)};
  }
  std::vector<std::string> arguments = {"--literal-pathspecs", "--no-optional-locks", "-c",
                                        "core.preloadIndex=false"};
  const std::vector<std::string> question =
      all_new ? std::vector<std::string>{"ls-files", "-z", "-t", "--cached", "--"}
              : std::vector<std::string>{"status", "--porcelain=v1", "-z",
                                         "-uno",   "--no-renames",   "--"};
  arguments.insert(arguments.end(), question.begin(), question.end());
  // git compares each file with each path that it is given: of many, all is asked, and the answer
  // is looked through.
  constexpr std::size_t kMany = 200;
  if (paths.size() <= kMany) {
    for (const TouchedPath& path : paths) arguments.push_back(path.path);
  }
  return {start_git(arguments, {.directory = repository_.directory()}), {}};
}

void WorkTree::require_clean(const std::vector<TouchedPath>& paths, StatusQuestion status) const {
  for (const TouchedPath& path : paths) {
    if (!path.before.empty()) continue;
    // A new file: nothing may be there yet, ignored or not, and only folders on the way.
    fs::path at = repository_.work_tree();
    const fs::path whole = path.path;
    std::size_t left = static_cast<std::size_t>(std::distance(whole.begin(), whole.end()));
    for (const fs::path& part : whole) {
      at /= part;
      --left;
      struct stat about {};
      if (lstat(at.c_str(), &about) != 0) break;
      if (left > 0 && S_ISDIR(about.st_mode)) continue;
      const std::string found = at.lexically_relative(repository_.work_tree()).string();
      throw StoreError(Fault::dirty, found + " is in the way: it is not committed", {},
                       how_to_commit(found, "it"));
    }
  }
  if (status.git) require_unchanged(paths, std::move(*status.git));
  if (!status.in_index.empty()) in_the_way(status.in_index.front());
  require_own_bytes(paths);
}

void WorkTree::require_unchanged(const std::vector<TouchedPath>& paths, Running status) const {
  const RunResult result = status.finish();
  if (!result.ok()) not_told(result.errors);
  std::map<std::string_view, const TouchedPath*> asked;
  for (const TouchedPath& path : paths) asked.emplace(path.path, &path);
  for (const std::string& entry : claims::split_at_zero(result.output)) {
    const std::optional<std::string> path = marked_path(entry);
    if (!path) not_told(entry);
    const auto one = asked.find(*path);
    if (one == asked.end()) continue;
    // " M": the index is as the tip, and git may only not have read the file. Its bytes are looked
    // at below.
    const std::optional<File> now = entry.starts_with(" M") ? file(*path) : std::nullopt;
    const bool may_be_same = now && now->mode == one->second->before_mode &&
                             now->mode != FileMode::link && could_change(now->bytes);
    if (!may_be_same) in_the_way(*path);
  }
}

// Throws StoreError(dirty): what differs is shown neither by git nor by aver where it is marked.
void WorkTree::differs(const std::string& path) const {
  const RunResult marks = run_git({"--literal-pathspecs", "ls-files", "-v", "-z", "--", path},
                                  {.directory = repository_.directory()});
  const char mark = marks.ok() && !marks.output.empty() ? marks.output.front() : 'H';
  const bool is_skipped = mark == 'S' || mark == 's';
  if (!is_skipped && (mark < 'a' || mark > 'z')) in_the_way(path);
  throw StoreError(Fault::dirty, path + " has changes that are not committed",
                   {"git was told to take it for unchanged, so that no status shows them"},
                   "git update-index " +
                       std::string(is_skipped ? "--no-skip-worktree " : "--no-assume-unchanged ") +
                       path);
}

// git takes a file that is marked (git update-index --assume-unchanged) for unchanged without a
// look. What is written over or removed is looked at.
void WorkTree::require_own_bytes(const std::vector<TouchedPath>& paths) const {
  std::vector<const TouchedPath*> differ;
  for (const TouchedPath& path : paths) {
    if (path.before.empty()) continue;
    const std::optional<File> now = file(path.path);
    if (!now) continue;  // a sparse checkout has it in its index alone
    git_oid id{};
    check(git_odb_hash(&id, now->bytes.data(), now->bytes.size(), GIT_OBJECT_BLOB),
          "hashing " + path.path);
    if (to_hex(id) == path.before) continue;
    if (now->mode == FileMode::link) differs(path.path);
    differ.push_back(&path);
  }
  // Line ends and filters may make a file differ from what the store has of it.
  std::vector<std::string> names;
  for (const TouchedPath* path : differ) names.push_back(path->path);
  const std::vector<BlobId> blobs = blobs_as_added(repository_, names);
  for (std::size_t i = 0; i < differ.size(); ++i) {
    if (blobs[i] != differ[i]->before) differs(names[i]);
  }
}

void WorkTree::require_as_edited(const std::vector<TouchedPath>& paths) const {
  for (const TouchedPath& path : paths) {
    const std::optional<std::string> now = read(path.path);
    const bool same = now ? !path.after.empty() && *now == path.content : path.after.empty();
    if (!same) {
      throw StoreError(Fault::dirty, path.path + " was changed while it was being committed", {},
                       "aver commit");
    }
  }
}

void WorkTree::write_files(const std::vector<TouchedPath>& paths) const {
  for (const TouchedPath& path : paths) {
    if (path.after.empty()) {
      remove_file(repository_.work_tree(), path.path);
    } else {
      put_file(repository_.work_tree(), path.path, path.content, path.after_mode,
               path.before.empty());
    }
    reach("file");
  }
}

namespace {

std::string with_zeros(const std::vector<std::string>& paths) {
  std::string text;
  for (const std::string& path : paths) text.append(path).append(1, '\0');
  return text;
}

const std::vector<std::string> kFromFiles = {"--add", "--remove", "-z", "--stdin"};

}  // namespace

Running WorkTree::start_update(std::vector<std::string> words, const std::string& input) const {
  words.insert(words.begin(), "update-index");
  return start_git(words,
                   {.directory = repository_.directory(), .input = input, .in_english = true});
}

Running WorkTree::begin_index(const std::vector<std::string>& paths) const {
  return start_update(kFromFiles, with_zeros(paths));
}

void WorkTree::finish_index(Running begun, const std::vector<std::string>& paths,
                            Clock::time_point deadline) const {
  finish_update(std::move(begun), kFromFiles, with_zeros(paths), deadline);
}

void WorkTree::update_index(const std::vector<std::string>& paths,
                            Clock::time_point deadline) const {
  update_index(kFromFiles, with_zeros(paths), deadline);
}

void WorkTree::update_index(const std::vector<std::string>& words, const std::string& input,
                            Clock::time_point deadline) const {
  finish_update(start_update(words, input), words, input, deadline);
}

void WorkTree::finish_update(Running begun, const std::vector<std::string>& words,
                             const std::string& input, Clock::time_point deadline) const {
  auto pause = std::chrono::microseconds(1000);
  RunResult result = begun.finish();
  while (!result.ok()) {
    const bool locked = says_index_is_locked(result);
    if (!locked || Clock::now() > deadline) {
      const std::string lock = (repository_.git_dir() / "index.lock").string();
      throw StoreError(locked ? Fault::locked : Fault::io,
                       locked ? "git's index stays locked" : "git's index could not be updated",
                       {claims::first_line(result.errors)},
                       locked ? "if no git is running, remove " + lock : "");
    }
    std::this_thread::sleep_for(pause);
    pause = std::min(pause * 2, std::chrono::microseconds(20000));
    result = start_update(words, input).finish();
  }
}

std::map<std::string, FileEntry> WorkTree::index_entries(
    const std::vector<TouchedPath>& paths) const {
  return ask_entries(paths).finish();
}

EntriesQuestion WorkTree::ask_entries(const std::vector<TouchedPath>& paths) const {
  if (const auto index = GitIndex::open(repository_.git_dir())) {
    return {{}, entries_in(*index, paths)};
  }
  constexpr std::size_t kMostNamed = 1000;  // more are more than a program takes as its arguments
  std::vector<std::string> arguments = {"--literal-pathspecs", "ls-files", "-s", "-z", "--"};
  for (std::size_t i = 0; i < paths.size() && paths.size() <= kMostNamed; ++i) {
    arguments.push_back(paths[i].path);
  }
  return {start_git(arguments, {.directory = repository_.directory()}), {}};
}

std::map<std::string, FileEntry> EntriesQuestion::finish() {
  if (!git) return std::move(entries);
  for (ListedEntry& entry : listed_entries(git->finish())) {
    entries[std::move(entry.path)] = std::move(entry.file);
  }
  return std::move(entries);
}

void WorkTree::set_index(const std::vector<std::pair<std::string, FileEntry>>& entries,
                         Clock::time_point deadline) const {
  if (entries.empty()) return;
  std::string input;
  for (const auto& [path, file] : entries) {
    input += file.blob.empty() ? "0 " + std::string(GIT_OID_HEXSZ, '0')
                               : std::string(octal(file.mode)) + " " + file.blob;
    input.append("\t").append(path).append(1, '\0');
  }
  update_index({"-z", "--index-info"}, input, deadline);
}

std::optional<BlobId> WorkTree::left_out(const std::string& path) const {
  std::error_code ignored;
  if (!fs::exists(repository_.git_dir() / "info/sparse-checkout", ignored)) return std::nullopt;
  const RunResult entry = run_git({"--literal-pathspecs", "ls-files", "-t", "-s", "-z", "--", path},
                                  {.directory = repository_.directory()});
  constexpr std::string_view kLeftOut = "S ";
  if (!entry.ok() || !entry.output.starts_with(kLeftOut)) return std::nullopt;
  const std::string line = claims::split_at_zero(entry.output).front();
  const std::optional<ListedEntry> found = entry_in(std::string_view(line).substr(kLeftOut.size()));
  if (!found) not_told(line);
  return found->file.blob;
}

void WorkTree::set_left_out(const std::string& path, const FileEntry& file) const {
  const std::string entry = std::string(octal(file.mode)) + " " + file.blob + "\t" + path + '\0';
  run_git({"update-index", "-z", "--index-info"},
          {.directory = repository_.directory(), .input = entry});
  run_git({"update-index", "--skip-worktree", "-z", "--stdin"},
          {.directory = repository_.directory(), .input = path + '\0'});
}

}  // namespace aver::store
