// SPDX-License-Identifier: MIT
//
// What git does in read-cache.c, for plain files in plain places.
#include "store/write/index_update.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "store/objects/sha1.h"
#include "store/process.h"
#include "store/write/clean_contents.h"
#include "store/write/files.h"
#include "store/write/index_bytes.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;

// More at once are git's.
constexpr std::size_t kMostPaths = 64;
constexpr std::size_t kMostRacy = 500;
// Holds no record.
constexpr off_t kLargestFile = off_t{1} << 26;

fs::path next_file(const fs::path& git_dir) { return git_dir / "aver" / "index.next"; }
fs::path lock_file(const fs::path& git_dir) { return git_dir / "index.lock"; }

// Names that git may refuse, or take for others: `.git`, and what some file systems take for it.
bool is_plain_name(std::string_view path) {
  std::size_t at = 0;
  while (at <= path.size()) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    std::string part(path.substr(at, end - at));
    for (char& c : part) {
      if (c == '\\' || c == ':' || static_cast<signed char>(c) < ' ') return false;
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    if (part.empty() || part == "." || part == ".." || part.starts_with(".git") ||
        part.starts_with("git~")) {
      return false;
    }
    at = end + 1;
  }
  return true;
}

// Whether a link is on the way to the path: git refuses to look behind one.
bool is_behind_link(const fs::path& work_tree, const std::string& path) {
  for (std::size_t slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1)) {
    struct stat about {};
    if (lstat((work_tree / path.substr(0, slash)).c_str(), &about) != 0) return errno != ENOENT;
    if (!S_ISDIR(about.st_mode)) return true;
  }
  return false;
}

// The contents of a file, or where a link leads; nothing where that cannot be read.
std::optional<std::string> bytes_of(const fs::path& file, const struct stat& about) {
  std::string bytes;
  if (about.st_size > kLargestFile) return std::nullopt;
  if (S_ISLNK(about.st_mode)) {
    bytes.resize(static_cast<std::size_t>(about.st_size) + 1);
    const ssize_t n = readlink(file.c_str(), bytes.data(), bytes.size());
    if (n < 0) return std::nullopt;
    bytes.resize(static_cast<std::size_t>(n));
    return bytes;
  }
  const int fd = ::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(about.st_size) + 1);  // one more, to see that it ends
  std::size_t size = 0;
  for (ssize_t n = 0; size < bytes.size(); size += static_cast<std::size_t>(n)) {
    n = ::read(fd, bytes.data() + size, bytes.size() - size);
    if (n < 0 && errno == EINTR) {
      n = 0;
      continue;
    }
    if (n <= 0) break;
  }
  close(fd);
  if (size != static_cast<std::size_t>(about.st_size)) return std::nullopt;
  bytes.resize(size);
  return bytes;
}

constexpr std::uint32_t kPlain = 0100644;
constexpr std::uint32_t kExecutable = 0100755;
constexpr std::uint32_t kLink = 0120000;

bool is_file(std::uint32_t mode) { return mode == kPlain || mode == kExecutable; }

// Where the dates and the like of a file are in an entry; the size and the mode are no dates.
constexpr std::size_t kChanged = 0;
constexpr std::size_t kWritten = 8;
constexpr std::size_t kInode = 20;

// Whether the entry was made of this very file, by the whole seconds that git goes by.
bool is_same_file(const GitIndex& index, std::size_t i, const struct stat& about) {
  const auto same = [&](std::size_t at, auto value) {
    return index.number(index.offset(i) + at) == static_cast<std::uint32_t>(value);
  };
  return same(kChanged, about.st_ctim.tv_sec) && same(kInode, about.st_ino) &&
         same(GitIndex::kUid, about.st_uid) && same(GitIndex::kGid, about.st_gid);
}

bool has_same_date(const GitIndex& index, std::size_t i, const struct stat& about) {
  const std::size_t at = index.offset(i);
  return index.number(at + kWritten) == static_cast<std::uint32_t>(about.st_mtim.tv_sec) &&
         index.number(at + GitIndex::kSize) == static_cast<std::uint32_t>(about.st_size);
}

bool has_id(const GitIndex& index, std::size_t i, const git_oid& blob) {
  return std::memcmp(blob.id, index.id(i).data(), GitIndex::kIdSize) == 0;
}

// What becomes of the entry of one path; nothing where that is for git to say. `is_same` where
// nothing does.
std::optional<IndexChange> change_of(const GitIndex& index, const fs::path& work_tree,
                                     const IndexSettings& settings, const TouchedPath& path,
                                     bool& is_same) {
  is_same = false;
  if (!is_plain_name(path.path) || path.after_mode == FileMode::link) return std::nullopt;
  if (is_behind_link(work_tree, path.path)) return std::nullopt;
  const auto [first, last] = index.entries_of(path.path);
  const bool has_entry = first != last;
  if (last - first > 1 || (has_entry && (!index.is_plain(first) || !is_file(index.mode(first))))) {
    return std::nullopt;
  }
  if (index.has_neighbour_in_the_way(path.path)) return std::nullopt;
  IndexChange change{path.path, std::nullopt};
  // First the file's dates, then its contents: if it is written to in between, the dates differ.
  struct stat about {};
  const fs::path file = work_tree / path.path;
  if (lstat(file.c_str(), &about) != 0) {
    if (errno != ENOENT || !path.after.empty()) return std::nullopt;
    return change;
  }
  if (path.after.empty() || !S_ISREG(about.st_mode)) return std::nullopt;
  const std::optional<std::string> bytes = bytes_of(file, about);
  if (!bytes || could_change(*bytes)) return std::nullopt;
  const git_oid blob = object_id("blob", *bytes);
  if (to_hex(blob) != path.after) return std::nullopt;
  const bool is_executable = (about.st_mode & S_IXUSR) != 0;
  const std::uint32_t mode = settings.trusts_modes ? (is_executable ? kExecutable : kPlain)
                             : has_entry           ? index.mode(first)
                                                   : kPlain;
  change.entry = IndexChange::Entry{about, mode, blob};
  is_same = has_entry && index.mode(first) == mode && has_id(index, first, blob) &&
            has_same_date(index, first, about) && is_same_file(index, first, about);
  return change;
}

bool is_of_mode(const struct stat& about, std::uint32_t mode, const IndexSettings& settings) {
  if (mode == kLink) return S_ISLNK(about.st_mode);
  if (!is_file(mode) || !S_ISREG(about.st_mode)) return false;
  return !settings.trusts_modes || (mode == kExecutable) == ((about.st_mode & S_IXUSR) != 0);
}

// Entries that were made in the second in which the index was written, or later: their files may
// have been written to in the same second since, with no other date to tell. The new index is
// younger than they are, so that this must be seen now. Nothing where there are too many.
std::optional<std::vector<std::size_t>> changed_behind_dates(const GitIndex& index,
                                                             const fs::path& work_tree,
                                                             const IndexSettings& settings) {
  std::vector<std::size_t> racy;
  std::vector<std::size_t> changed;
  const auto written = static_cast<std::uint32_t>(index.file().st_mtim.tv_sec);
  for (std::size_t i = 0; i < index.size(); ++i) {
    if (index.number(index.offset(i) + kWritten) >= written) racy.push_back(i);
  }
  if (racy.size() > kMostRacy) return std::nullopt;
  for (const std::size_t i : racy) {
    const fs::path file = work_tree / std::string(index.name(i));
    struct stat about {};
    if (lstat(file.c_str(), &about) != 0) continue;
    // git sees another mode or date by itself.
    if (!is_of_mode(about, index.mode(i), settings) || !has_same_date(index, i, about)) continue;
    if (settings.trusts_dates && !is_same_file(index, i, about)) continue;
    const std::optional<std::string> bytes = bytes_of(file, about);
    const git_oid blob = bytes ? object_id("blob", *bytes) : git_oid{};
    if (!has_id(index, i, blob)) changed.push_back(i);
  }
  return changed;
}

// A new file; closed with its scope.
class Opened {
 public:
  explicit Opened(const fs::path& file)
      : fd_(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666)) {}
  ~Opened() {
    if (fd_ >= 0) close(fd_);
  }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;
  int fd() const { return fd_; }

 private:
  int fd_;
};

// Small parts are put together; large ones go in pieces that stay in the processor's cache between
// being hashed and being written.
bool write_with_checksum(int fd, const std::vector<std::string_view>& parts) {
  constexpr std::size_t kPiece = std::size_t{1} << 18;
  Sha1 sha1;
  std::string gathered;
  const auto flush = [&] {
    const bool well = has_written_all(fd, gathered);
    gathered.clear();
    return well;
  };
  for (std::string_view part : parts) {
    while (!part.empty()) {
      const std::string_view piece = part.substr(0, kPiece);
      part.remove_prefix(piece.size());
      sha1.add(piece);
      if (piece.size() < kPiece) {
        gathered += piece;
        if (gathered.size() >= kPiece && !flush()) return false;
      } else if (!flush() || !has_written_all(fd, piece)) {
        return false;
      }
    }
  }
  const git_oid checksum = sha1.finish();
  gathered.append(reinterpret_cast<const char*>(checksum.id), sizeof checksum.id);
  return flush();
}

}  // namespace

IndexUpdate::IndexUpdate(fs::path git_dir, GitIndex before)
    : git_dir_(std::move(git_dir)), before_(std::move(before)) {}

IndexUpdate::IndexUpdate(IndexUpdate&& other) noexcept
    : git_dir_(std::move(other.git_dir_)),
      before_(std::move(other.before_)),
      is_there_(std::exchange(other.is_there_, false)),
      changes_(other.changes_) {}

IndexUpdate::~IndexUpdate() {
  if (is_there_) ::unlink(next_file(git_dir_).c_str());
}

std::optional<IndexUpdate> IndexUpdate::prepare(const Repository& repository,
                                                const IndexSettings& settings,
                                                const std::vector<TouchedPath>& paths) {
  if (settings.for_git || paths.empty() || paths.size() > kMostPaths) return std::nullopt;
  std::optional<GitIndex> index = GitIndex::open(repository.git_dir());
  if (!index || !can_be_rewritten(*index)) return std::nullopt;
  IndexUpdate update(repository.git_dir(), std::move(*index));
  return update.make(repository.work_tree(), settings, paths) ? std::optional(std::move(update))
                                                              : std::nullopt;
}

bool IndexUpdate::make(const fs::path& work_tree, const IndexSettings& settings,
                       const std::vector<TouchedPath>& paths) {
  const Opened file(next_file(git_dir_));
  struct stat begun {};
  if (file.fd() < 0) return false;
  is_there_ = true;
  if (fstat(file.fd(), &begun) != 0) return false;
  std::vector<IndexChange> changes;
  for (const TouchedPath& path : paths) {
    bool is_same = false;
    std::optional<IndexChange> change = change_of(before_, work_tree, settings, path, is_same);
    if (!change) return false;
    if (!is_same) changes.push_back(std::move(*change));
  }
  changes_ = !changes.empty();
  if (!changes_) return true;
  const auto smudged = changed_behind_dates(before_, work_tree, settings);
  if (!smudged) return false;
  const std::optional<IndexBytes> bytes = rewritten(before_, std::move(changes), *smudged);
  if (!bytes || !write_with_checksum(file.fd(), bytes->parts())) return false;
  // The new index counts as written before any file was looked at: one that is written to later in
  // the same second then has no date that is trusted, and is read.
  const timespec dates[] = {{0, UTIME_OMIT}, begun.st_mtim};
  if (futimens(file.fd(), dates) != 0) return false;
  return !settings.syncs || fsync(file.fd()) == 0;
}

bool IndexUpdate::place() {
  if (!changes_) return before_.is_current(git_dir_);
  const Uninterrupted uninterrupted;
  const fs::path next = next_file(git_dir_);
  const fs::path lock = lock_file(git_dir_);
  if (::link(next.c_str(), lock.c_str()) != 0) return false;
  reach("index lock");
  const bool is_placed =
      before_.is_current(git_dir_) && ::rename(lock.c_str(), (git_dir_ / "index").c_str()) == 0;
  // What stays locked is known as ours by the new file alone.
  is_there_ = is_placed || ::unlink(lock.c_str()) == 0 || errno == ENOENT;
  if (is_placed && ::unlink(next.c_str()) == 0) is_there_ = false;
  return is_placed;
}

void remove_left_update(const fs::path& git_dir) {
  const fs::path next = next_file(git_dir);
  const fs::path lock = lock_file(git_dir);
  struct stat ours {
  }, locked{};
  if (lstat(next.c_str(), &ours) != 0) return;
  const bool is_locked = lstat(lock.c_str(), &locked) == 0 && locked.st_dev == ours.st_dev &&
                         locked.st_ino == ours.st_ino;
  if (is_locked && ::unlink(lock.c_str()) != 0) return;
  ::unlink(next.c_str());
}

}  // namespace aver::store
