// SPDX-License-Identifier: MIT
//
// Files are put in place by rename or link, with fsync of file and folder; the index by `git
// update-index`. Before that, nothing may stand at a path but what the tip has; after a crash,
// recover() makes files and branch agree again.
#include "store/write/worktree.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <set>
#include <thread>

#include "claims/text/lines.h"
#include "store/git_words.h"
#include "store/objects/tree_entries.h"
#include "store/process.h"
#include "store/repository/contents.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// A file on its way to its name. One that a killed writer left is removed by recover().
constexpr std::string_view kHalfFile = ".aver-";

FaultPoint fault_point_of_tests = nullptr;

[[noreturn]] void io_error(const std::string& what) {
  throw StoreError(Fault::io, what, {std::strerror(errno)});
}

void write_all(int fd, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) io_error("the file " + path + " could not be written");
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

void sync_folder(const fs::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  fsync(fd);
  close(fd);
}

// Files of the store are shown and committed by aver, all others by git.
std::string how_to_commit(const std::string& path, const char* it) {
  bool ours = path == "aver.toml";
  for (const char* folder : {"claims/", "actors/", "sources/", "reviews/"}) {
    ours = ours || (path + "/").starts_with(folder);
  }
  const std::string program = ours ? "aver" : "git";
  return program + " status shows " + it + ", " + program + " commit records " + it;
}

[[noreturn]] void in_the_way(const std::string& path) {
  throw StoreError(Fault::dirty, path + " has changes that are not committed", {},
                   how_to_commit(path, "them"));
}

// Makes the file under its passing name. git, too, gives an executable the rights to be executed
// that the user's umask leaves.
void make_file(const fs::path& temporary, const std::string& path, const std::string& content,
               FileMode mode) {
  ::unlink(temporary.c_str());  // of a writer that was killed, and had our number
  if (mode == FileMode::link) {
    if (::symlink(content.c_str(), temporary.c_str()) != 0) {
      io_error("the link " + path + " could not be written");
    }
    return;
  }
  const int fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                        mode == FileMode::executable ? 0777 : 0666);
  if (fd < 0) io_error("the file " + path + " could not be written");
  try {
    write_all(fd, content, path);
    if (fsync(fd) != 0) io_error("the file " + path + " could not be written");
    close(fd);
  } catch (...) {
    close(fd);
    ::unlink(temporary.c_str());
    throw;
  }
}

// Puts `content` in place of nothing, or of what is there, without a moment of half a file.
void put_file(const fs::path& root, const std::string& path, const std::string& content,
              FileMode mode, bool is_new) {
  const fs::path target = root / path;
  std::error_code error;
  fs::create_directories(target.parent_path(), error);
  if (error) {
    throw StoreError(Fault::io, "no folder could be made for " + path, {error.message()});
  }
  const fs::path temporary =
      target.parent_path() / (std::string(kHalfFile) + std::to_string(getpid()) + ".tmp");
  make_file(temporary, path, content, mode);
  if (is_new) {
    // link() fails where a file has appeared meanwhile; rename() would replace it.
    const int linked = ::link(temporary.c_str(), target.c_str());
    const int reason = errno;
    ::unlink(temporary.c_str());
    if (linked != 0) {
      if (reason == EEXIST) in_the_way(path);
      errno = reason;
      io_error("the file " + path + " could not be written");
    }
  } else if (::rename(temporary.c_str(), target.c_str()) != 0) {
    const int reason = errno;
    ::unlink(temporary.c_str());
    errno = reason;
    io_error("the file " + path + " could not be written");
  }
  sync_folder(target.parent_path());
}

// Removes a file and, as git does, the folders that it leaves empty.
void remove_file(const fs::path& root, const std::string& path) {
  if (::unlink((root / path).c_str()) != 0 && errno != ENOENT) {
    io_error("the file " + path + " could not be removed");
  }
  fs::path folder = fs::path(path).parent_path();
  while (!folder.empty() && ::rmdir((root / folder).c_str()) == 0) folder = folder.parent_path();
}

void remove_half_files(const fs::path& beside) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(beside.parent_path(), ignored)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(kHalfFile) && name.ends_with(".tmp")) fs::remove(entry.path(), ignored);
  }
}

[[noreturn]] void no_link_there(const std::string& path) {
  throw StoreError(Fault::dirty, path + " is a symbolic link; records are plain files", {},
                   "replace it by a file");
}

bool have_one_kind(FileMode a, FileMode b, bool exact) {
  return exact ? a == b : (a == FileMode::link) == (b == FileMode::link);
}

std::string blob_content(const Repository& repository, const BlobId& blob) {
  const auto odb =
      acquire<GitOdb>("opening the objects of the store", git_repository_odb, repository.get());
  return contents(repository, odb.get(), from_hex(blob));
}

std::vector<std::string> split_at_zero(const std::string& text) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\0', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
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

// Whether a file may be executed is asked only where that alone makes the difference: some file
// systems say it of every file.
bool WorkTree::is_before(const TouchedPath& path, const std::optional<File>& now,
                         const std::string& before) {
  if (path.before.empty() || !now) return path.before.empty() && !now;
  const bool exact = path.before == path.after;
  return now->bytes == before && have_one_kind(now->mode, path.before_mode, exact);
}

bool WorkTree::is_after(const TouchedPath& path, const std::optional<File>& now) {
  if (path.after.empty() || !now) return path.after.empty() && !now;
  const bool exact = path.before == path.after;
  return now->bytes == path.content && have_one_kind(now->mode, path.after_mode, exact);
}

Running WorkTree::ask_status(const std::vector<TouchedPath>& paths) const {
  // For files that are all new it is enough that the index has none of them, which is quicker told.
  // Threads that stat every file of the work tree help neither question.
  const bool all_new = std::all_of(paths.begin(), paths.end(),
                                   [](const TouchedPath& path) { return path.before.empty(); });
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
  return start_git(arguments, {.directory = repository_.directory()});
}

void WorkTree::require_clean(const std::vector<TouchedPath>& paths, Running status) const {
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
  const RunResult result = status.finish();
  if (!result.ok()) {
    throw StoreError(Fault::io, "git could not tell the state of the work tree",
                     {claims::first_line(result.errors)});
  }
  std::set<std::string_view> asked;
  for (const TouchedPath& path : paths) asked.insert(path.path);
  for (const std::string& entry : split_at_zero(result.output)) {
    // "M  path" of status, "H path" of ls-files.
    const std::size_t name = entry.find_first_not_of(' ', entry.find(' ', 1));
    const std::string path = entry.substr(name == std::string::npos ? 0 : name);
    if (asked.contains(path)) in_the_way(path);
  }
  require_own_bytes(paths);
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
    if (now->mode == FileMode::link) in_the_way(path.path);
    differ.push_back(&path);
  }
  if (differ.empty()) return;
  // Line ends and filters may make a file differ from what the store has of it.
  std::string names;
  for (const TouchedPath* path : differ) names += path->path + "\n";
  const RunResult hashed = run_git({"hash-object", "--stdin-paths"},
                                   {.directory = repository_.directory(), .input = names});
  std::string_view ids = hashed.output;
  for (const TouchedPath* path : differ) {
    const std::string_view id = ids.substr(0, ids.find('\n'));
    if (id != path->before) in_the_way(path->path);
    ids.remove_prefix(std::min(id.size() + 1, ids.size()));
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
  std::vector<TouchedPath> written;
  try {
    for (const TouchedPath& path : paths) {
      if (path.after.empty()) {
        remove_file(repository_.work_tree(), path.path);
      } else {
        put_file(repository_.work_tree(), path.path, path.content, path.after_mode,
                 path.before.empty());
      }
      written.push_back(path);
      reach("file");
    }
  } catch (...) {
    take_back(written);
    throw;
  }
}

void WorkTree::take_back(const std::vector<TouchedPath>& paths) const {
  for (const TouchedPath& path : paths) {
    const std::optional<File> now = file(path.path);
    if (is_after(path, now)) put_back(path, now.has_value());
  }
}

void WorkTree::put_back(const TouchedPath& path, bool is_there) const {
  if (path.before.empty()) {
    remove_file(repository_.work_tree(), path.path);
  } else {
    put_file(repository_.work_tree(), path.path, blob_content(repository_, path.before),
             path.before_mode, !is_there);
  }
}

Running WorkTree::begin_index(const std::vector<std::string>& paths) const {
  std::string input;
  for (const std::string& path : paths) input.append(path).append(1, '\0');
  return start_git({"update-index", "--add", "--remove", "-z", "--stdin"},
                   {.directory = repository_.directory(), .input = input, .in_english = true});
}

void WorkTree::finish_index(Running begun, const std::vector<std::string>& paths,
                            Clock::time_point deadline) const {
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
    result = begin_index(paths).finish();
  }
}

namespace {

// "<id>" of a plain file, "<mode> <id>" of another, or nothing; and a zero.
void append_side(std::string& to, const BlobId& blob, FileMode mode) {
  if (!blob.empty() && mode != FileMode::plain) to.append(octal(mode)).append(" ");
  to.append(blob).append(1, '\0');
}

void read_side(const std::string& text, BlobId& blob, FileMode& mode) {
  const std::size_t blank = text.find(' ');
  blob = blank == text.npos ? text : text.substr(blank + 1);
  mode = FileMode::plain;
  for (const FileMode one : {FileMode::executable, FileMode::link}) {
    if (text.substr(0, blank) == octal(one)) mode = one;
  }
}

}  // namespace

Journal::Journal(const fs::path& folder, const std::vector<TouchedPath>& paths) {
  std::error_code error;
  fs::create_directories(folder / "journal", error);
  file_ =
      folder / "journal" /
      (std::to_string(getpid()) + "-" + std::to_string(Clock::now().time_since_epoch().count()));
  const fs::path temporary = file_.string() + ".tmp";
  fd_ = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd_ < 0) io_error("the store cannot be written: " + file_.string());
  std::string text;
  for (const TouchedPath& path : paths) {
    text.append(path.path).append(1, '\0');
    append_side(text, path.before, path.before_mode);
    append_side(text, path.after, path.after_mode);
  }
  flock(fd_, LOCK_EX | LOCK_NB);
  write_all(fd_, text, file_.string());
  fsync(fd_);
  if (::rename(temporary.c_str(), file_.c_str()) != 0) io_error("the store cannot be written");
}

void Journal::done() {
  if (!file_.empty()) ::unlink(file_.c_str());
  file_.clear();
}

void Journal::leave() {
  if (fd_ >= 0) close(fd_);
  fd_ = -1;
  file_.clear();
}

Journal::~Journal() {
  done();
  if (fd_ >= 0) close(fd_);
}

std::optional<BlobId> WorkTree::left_out(const std::string& path) const {
  std::error_code ignored;
  if (!fs::exists(repository_.git_dir() / "info/sparse-checkout", ignored)) return std::nullopt;
  const RunResult entry = run_git({"--literal-pathspecs", "ls-files", "-t", "-s", "-z", "--", path},
                                  {.directory = repository_.directory()});
  // "S 100644 <id> 0\t<path>"
  constexpr std::string_view kLeftOut = "S ";
  constexpr std::size_t kId = std::string_view("S 100644 ").size();
  if (!entry.ok() || !entry.output.starts_with(kLeftOut)) return std::nullopt;
  return entry.output.substr(kId, GIT_OID_HEXSZ);
}

void WorkTree::set_left_out(const std::string& path, const FileEntry& file) const {
  const std::string entry = std::string(octal(file.mode)) + " " + file.blob + "\t" + path + '\0';
  run_git({"update-index", "-z", "--index-info"},
          {.directory = repository_.directory(), .input = entry});
  run_git({"update-index", "--skip-worktree", "-z", "--stdin"},
          {.directory = repository_.directory(), .input = path + '\0'});
}

// Brings the files of writers that died to one side or the other. The branch decides which, as it
// moves last: where the tip has a path's new contents, the write took place, and its file and index
// entry are finished; where the tip has the old ones, the write did not, and the file goes back.
// Both contents are in the store, as a journal is begun only when the objects are written. Where
// the tip has neither, somebody has committed since: nothing is done.
//
// A file is touched only while it holds one of the two contents, or the beginning of the new one:
// whatever else it holds is a user's work. A journal without a lock on it is a dead writer's; the
// lock is passed on to a git that works for us, so that a slow one is not taken for dead. The
// journal goes last. A process that is killed in here leaves it, and the next one repeats the
// steps: each is idempotent.
void recover(const Repository& repository, const View& tip, const fs::path& folder,
             Clock::time_point deadline) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder / "journal", error)) {
    if (entry.path().extension() == ".tmp") {
      std::error_code ignored;
      fs::remove(entry.path(), ignored);
      continue;
    }
    const int fd = ::open(entry.path().c_str(), O_RDWR | O_CLOEXEC);
    if (fd < 0) continue;
    bool is_left = flock(fd, LOCK_EX | LOCK_NB) == 0;
    while (!is_left && Clock::now() < deadline) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
      is_left = flock(fd, LOCK_EX | LOCK_NB) == 0;
    }
    if (!is_left) {  // its writer lives
      close(fd);
      continue;
    }
    std::string text;
    char buffer[4096];
    for (ssize_t n = 0; (n = ::read(fd, buffer, sizeof buffer)) > 0;) {
      text.append(buffer, static_cast<std::size_t>(n));
    }
    // Each record ends in a zero; an empty id between two zeros is an absent side.
    std::vector<std::string> parts;
    for (std::size_t begin = 0, end = 0; (end = text.find('\0', begin)) != text.npos;
         begin = end + 1) {
      parts.push_back(text.substr(begin, end - begin));
    }
    const WorkTree work_tree(repository);
    std::vector<std::string> settled;
    for (std::size_t i = 0; i + 2 < parts.size(); i += 3) {
      TouchedPath path;
      path.path = parts[i];
      read_side(parts[i + 1], path.before, path.before_mode);
      read_side(parts[i + 2], path.after, path.after_mode);
      const FileEntry wanted = tip.file(path.path).value_or(FileEntry{});
      const bool wants_before = wanted == FileEntry{path.before, path.before_mode};
      const bool wants_after = wanted == FileEntry{path.after, path.after_mode};
      if (!wants_before && !wants_after) continue;
      const std::string before = path.before.empty() ? "" : blob_content(repository, path.before);
      path.content = path.after.empty() ? "" : blob_content(repository, path.after);
      const std::optional<WorkTree::File> now = work_tree.file(path.path);
      const bool is_before = WorkTree::is_before(path, now, before);
      const bool is_after = WorkTree::is_after(path, now);
      // A sparse checkout has some paths in its index alone.
      const auto in_index = now ? std::nullopt : work_tree.left_out(path.path);
      if (in_index && !wanted.blob.empty()) {
        if (*in_index != wanted.blob && (*in_index == path.before || *in_index == path.after)) {
          work_tree.set_left_out(path.path, wanted);
        }
        continue;
      }
      // git takes the old file away, and writes the new one in its place, piece by piece. What is
      // there of it is in the store, too: nobody's work.
      const bool is_half =
          wants_before && !path.after.empty() &&
          (now ? now->mode != FileMode::link && path.content.starts_with(now->bytes)
               : !path.before.empty());
      if (!is_before && !is_after && !is_half) continue;  // somebody has worked on it since
      if (wants_before && !is_before) work_tree.put_back(path, now.has_value());
      if (wants_after && is_before && !wants_before) work_tree.write_files({path});
      settled.push_back(path.path);
    }
    for (std::size_t i = 0; i < parts.size(); i += 3)
      remove_half_files(repository.work_tree() / parts[i]);
    if (!settled.empty()) work_tree.update_index(settled, deadline);
    std::error_code ignored;
    fs::remove(entry.path(), ignored);
    close(fd);
  }
}

}  // namespace aver::store
