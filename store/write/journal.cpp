// SPDX-License-Identifier: MIT
//
// A journal has the paths of a write, each with the ids of both its contents; the contents are in
// the store before it is begun. Its name says what the write brings along.
#include "store/write/journal.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <map>
#include <set>
#include <thread>

#include "store/objects/tree_entries.h"
#include "store/repository/contents.h"
#include "store/repository/passing_index.h"
#include "store/write/files.h"
#include "store/write/index_update.h"
#include "store/write/lost_entries.h"
#include "store/write/pack_keep.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::string_view kUnfinished = ".tmp";

std::string_view ending_of(Brings brings) {
  return brings == Brings::index ? ".index" : brings == Brings::files ? ".files" : "";
}

Brings brings_of(const fs::path& journal) {
  for (const Brings brings : {Brings::index, Brings::files}) {
    if (journal.extension() == ending_of(brings)) return brings;
  }
  return Brings::both;
}

// One side of a path, as a view tells it.
FileEntry side(const BlobId& blob, FileMode mode) {
  return blob.empty() ? FileEntry{} : FileEntry{blob, mode};
}

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

std::string read_all(int fd) {
  std::string text;
  char buffer[4096];
  for (ssize_t n = 0; (n = ::read(fd, buffer, sizeof buffer)) > 0;) {
    text.append(buffer, static_cast<std::size_t>(n));
  }
  return text;
}

// Each part ends in a zero; an empty id between two zeros is an absent side. What a writer that
// was killed has not finished has no end.
std::vector<TouchedPath> paths_in(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0, end = 0; (end = text.find('\0', begin)) != text.npos;
       begin = end + 1) {
    parts.push_back(text.substr(begin, end - begin));
  }
  std::vector<TouchedPath> paths;
  for (std::size_t i = 0; i + 2 < parts.size(); i += 3) {
    TouchedPath path;
    path.path = parts[i];
    read_side(parts[i + 1], path.before, path.before_mode);
    read_side(parts[i + 2], path.after, path.after_mode);
    paths.push_back(std::move(path));
  }
  return paths;
}

std::string blob_content(const Repository& repository, const BlobId& blob) {
  const auto odb =
      acquire<GitOdb>("opening the objects of the store", git_repository_odb, repository.get());
  return contents(repository, odb.get(), from_hex(blob));
}

BlobId blob_of(const std::optional<WorkTree::File>& file) {
  if (!file) return "";
  git_oid id{};
  check(git_odb_hash(&id, file->bytes.data(), file->bytes.size(), GIT_OBJECT_BLOB),
        "hashing a file");
  return to_hex(id);
}

// Whether a file may be executed is asked only where that alone makes the difference: some file
// systems say it of every file.
bool is_of_kind(const std::optional<WorkTree::File>& file, FileMode mode, bool exact) {
  if (!file) return true;
  return exact ? file->mode == mode : (file->mode == FileMode::link) == (mode == FileMode::link);
}

// A user has put a folder in the file's place, or a link on the way to it.
bool is_elsewhere(const Repository& repository, const std::string& path) {
  fs::path at = repository.work_tree();
  const fs::path whole = path;
  for (auto part = whole.begin(); part != whole.end(); ++part) {
    at /= *part;
    std::error_code ignored;
    const fs::file_status found = fs::symlink_status(at, ignored);
    const bool is_last = std::next(part) == whole.end();
    if (is_last ? fs::is_directory(found) : fs::is_symlink(found)) return true;
  }
  return false;
}

// One path of a write and its file as it is now.
class PathNow {
 public:
  PathNow(const Repository& repository, const WorkTree& work_tree, const TouchedPath& path)
      : repository_(repository),
        path_(path),
        now_(work_tree.file(path.path)),
        blob_(blob_of(now_)),
        exact_(path.before == path.after) {}

  bool is_there() const { return now_.has_value(); }
  bool is_before() const {
    return blob_ == path_.before && is_of_kind(now_, path_.before_mode, exact_);
  }
  bool is_after() const {
    return blob_ == path_.after && is_of_kind(now_, path_.after_mode, exact_);
  }
  bool is(const FileEntry& wanted) const {
    return blob_ == wanted.blob && is_of_kind(now_, wanted.mode, exact_);
  }

  // git takes the old file away, and writes the new one in its place, piece by piece. What is
  // there of it is in the store, too: nobody's work.
  bool is_half() const {
    if (path_.after.empty()) return false;
    if (!now_) return !path_.before.empty();
    if (now_->mode == FileMode::link) return false;
    try {
      return blob_content(repository_, path_.after).starts_with(now_->bytes);
    } catch (const StoreError&) {
      return false;  // the new content was lost, and so is none of it here
    }
  }

  void become(const FileEntry& wanted) const {
    if (wanted.blob.empty()) return remove_file(repository_.work_tree(), path_.path);
    put_file(repository_.work_tree(), path_.path, blob_content(repository_, wanted.blob),
             wanted.mode, !now_);
  }

 private:
  const Repository& repository_;
  const TouchedPath& path_;
  std::optional<WorkTree::File> now_;
  BlobId blob_;
  bool exact_;
};

// A sparse checkout has some paths in its index alone. Returns whether this is one.
bool settled_in_sparse_index(const WorkTree& work_tree, const TouchedPath& path,
                             const FileEntry& wanted) {
  const std::optional<BlobId> in_index = work_tree.left_out(path.path);
  if (!in_index || wanted.blob.empty()) return false;
  if (*in_index != wanted.blob && (*in_index == path.before || *in_index == path.after)) {
    work_tree.set_left_out(path.path, wanted);
  }
  return true;
}

// Brings one file to what the tip has. Returns whether its index entry is to follow.
bool settle_file(const Repository& repository, const WorkTree& work_tree, const TouchedPath& path,
                 const FileEntry& wanted, Settler settler) {
  if (is_elsewhere(repository, path.path)) return false;
  const PathNow now(repository, work_tree, path);
  if (!now.is_there() && settled_in_sparse_index(work_tree, path, wanted)) return false;
  if (now.is(wanted)) return true;
  const bool wants_before = wanted == side(path.before, path.before_mode);
  const bool wants_after = wanted == side(path.after, path.after_mode);
  const bool is_ours = wants_before  ? now.is_after() || now.is_half()
                       : wants_after ? now.is_before()
                                     : settler == Settler::writer && now.is_after();
  if (is_ours) now.become(wanted);
  return is_ours;
}

// The index alone: an entry that the write has made is what it was before, unless the tip has it.
void settle_index(const View& tip, const WorkTree& work_tree, const std::vector<TouchedPath>& paths,
                  Clock::time_point deadline) {
  const std::map<std::string, FileEntry> entries = work_tree.index_entries(paths);
  std::vector<std::pair<std::string, FileEntry>> changed;
  for (const TouchedPath& path : paths) {
    const auto found = entries.find(path.path);
    const FileEntry now = found == entries.end() ? FileEntry{} : found->second;
    const FileEntry before = side(path.before, path.before_mode);
    const FileEntry after = side(path.after, path.after_mode);
    const bool was_written = tip.file(path.path).value_or(FileEntry{}) == after;
    if (now != before && now != after) continue;
    const FileEntry& wanted = was_written ? after : before;
    if (now != wanted) changed.emplace_back(path.path, wanted);
  }
  work_tree.set_index(changed, deadline);
}

}  // namespace

Journal::Journal(const fs::path& folder, Brings brings, const std::vector<TouchedPath>& paths) {
  std::error_code error;
  fs::create_directories(folder / "journal", error);
  const fs::path file =
      folder / "journal" /
      (std::to_string(getpid()) + "-" + std::to_string(Clock::now().time_since_epoch().count()) +
       std::string(ending_of(brings)));
  const fs::path temporary = file.string() + std::string(kUnfinished);
  const std::string failed = "the store cannot be written: " + file.string();
  fd_ = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd_ < 0) io_error(failed);
  std::string text;
  for (const TouchedPath& path : paths) {
    text.append(path.path).append(1, '\0');
    append_side(text, path.before, path.before_mode);
    append_side(text, path.after, path.after_mode);
  }
  try {
    if (flock(fd_, LOCK_EX | LOCK_NB) != 0) io_error(failed);
    write_all(fd_, text, file.string());
    if (fsync(fd_) != 0 || ::rename(temporary.c_str(), file.c_str()) != 0) io_error(failed);
  } catch (...) {
    ::unlink(temporary.c_str());
    close(fd_);
    throw;
  }
  file_ = file;
}

void Journal::done() {
  // One that cannot be removed must not be settled by anybody: it has no paths any more. Should it
  // keep them, files without a commit would be taken back.
  if (!file_.empty() && ::unlink(file_.c_str()) != 0 && errno != ENOENT) {
    [[maybe_unused]] const int ignored = ftruncate(fd_, 0);
  }
  file_.clear();
}

void Journal::published() {
  if (file_.empty()) return;
  const fs::path notes = file_.parent_path().parent_path() / kNotes;
  std::error_code error;
  fs::create_directories(notes, error);
  fs::last_write_time(file_, fs::file_time_type::clock::now(), error);
  if (::rename(file_.c_str(), (notes / file_.filename()).c_str()) == 0) file_.clear();
  done();
}

Journal::~Journal() { close(fd_); }

std::vector<TouchedPath> paths_in_journal(const fs::path& file) {
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return {};
  const std::string text = read_all(fd);
  close(fd);
  return paths_in(text);
}

void settle(const Repository& repository, const View& tip, Brings brings,
            const std::vector<TouchedPath>& paths, Settler settler, Clock::time_point deadline) {
  if (brings == Brings::nothing) return;
  const WorkTree work_tree(repository);
  if (brings == Brings::index) return settle_index(tip, work_tree, paths, deadline);
  // What a user has staged of a file that was not to be committed is the user's.
  const std::map<std::string, FileEntry> staged =
      brings == Brings::files ? work_tree.index_entries(paths) : std::map<std::string, FileEntry>();
  std::vector<std::string> settled;
  std::set<fs::path> folders;
  for (const TouchedPath& path : paths) {
    folders.insert((repository.work_tree() / path.path).parent_path());
    const FileEntry wanted = tip.file(path.path).value_or(FileEntry{});
    if (const auto found = staged.find(path.path); found != staged.end()) {
      if (found->second != wanted) continue;
    }
    if (settle_file(repository, work_tree, path, wanted, settler)) settled.push_back(path.path);
  }
  for (const fs::path& folder : folders) remove_half_files(folder);
  for (const TouchedPath& path : paths) remove_empty_folders(repository.work_tree(), path.path);
  if (brings == Brings::both && !settled.empty()) work_tree.update_index(settled, deadline);
}

void note_left(Watcher& watcher, const StoreError& why) noexcept {
  try {
    watcher.note("a write that failed is not wholly taken back yet: " + std::string(why.what()) +
                 "; the next aver status does it");
  } catch (...) {
    // The journal stays in any case.
  }
}

void clear_leftovers(const Repository& repository) {
  remove_left_keeps(repository.objects_dir() / "pack");
  PassingIndex::remove_left(repository.common_dir() / "aver");
  if (repository.git_dir() != repository.common_dir()) {
    PassingIndex::remove_left(repository.git_dir() / "aver");
  }
}

// A journal without a lock on it is a dead writer's; the lock is passed on to a git that works for
// us, so that a slow one is not taken for dead. The journal goes last. A process that is killed in
// here leaves it, and the next one repeats the steps: each is idempotent.
void recover(const Repository& repository, const View& tip, const fs::path& folder,
             Clock::time_point deadline) {
  remove_left_update(repository.git_dir());
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder / "journal", error)) {
    std::error_code ignored;
    if (entry.path().extension() == kUnfinished) {  // nothing was done yet
      fs::remove(entry.path(), ignored);
      continue;
    }
    const int fd = ::open(entry.path().c_str(), O_RDWR | O_CLOEXEC);
    if (fd < 0) continue;
    struct Closed {
      int fd;
      ~Closed() { close(fd); }
    } closed{fd};
    bool is_left = flock(fd, LOCK_EX | LOCK_NB) == 0;
    while (!is_left && Clock::now() < deadline) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
      is_left = flock(fd, LOCK_EX | LOCK_NB) == 0;
    }
    if (!is_left) continue;  // its writer lives
    settle(repository, tip, brings_of(entry.path()), paths_in(read_all(fd)), Settler::successor,
           deadline);
    fs::remove(entry.path(), ignored);
  }
}

}  // namespace aver::store
