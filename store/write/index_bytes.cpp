// SPDX-License-Identifier: MIT
//
// Runs of entries are taken over as they are. In version 4 a name is cut by what it shares with the
// one before it, so that the entry behind a change is written anew.
#include "store/write/index_bytes.h"

#include <algorithm>
#include <charconv>
#include <memory>

namespace aver::store {
namespace {

constexpr std::string_view kTrees = "TREE";
// Where entries end, and where some of them are: git makes them again when it writes.
constexpr std::string_view kHints[] = {"EOIE", "IEOT"};

void append_number(std::string& to, std::uint64_t number) {
  for (const int shift : {24, 16, 8, 0}) to += static_cast<char>(number >> shift & 0xff);
}

void append_varint(std::string& to, std::size_t value) {
  char digits[16];
  std::size_t at = sizeof digits - 1;
  digits[at] = static_cast<char>(value & 127);
  while ((value >>= 7) != 0) digits[--at] = static_cast<char>(128 | (--value & 127));
  to.append(digits + at, sizeof digits - at);
}

// What version 4 writes in the place of a name.
void append_cut(std::string& to, std::string_view before, std::string_view name) {
  const auto [differs, ignored] =
      std::mismatch(before.begin(), before.end(), name.begin(), name.end());
  const auto same = static_cast<std::size_t>(differs - before.begin());
  append_varint(to, before.size() - same);
  to.append(name.substr(same)).append(1, '\0');
}

std::string fixed_part(const IndexChange& change) {
  const IndexChange::Entry& entry = *change.entry;
  const struct stat& about = entry.about;
  std::string bytes;
  append_number(bytes, static_cast<std::uint64_t>(about.st_ctim.tv_sec));
  append_number(bytes, static_cast<std::uint64_t>(about.st_ctim.tv_nsec));
  append_number(bytes, static_cast<std::uint64_t>(about.st_mtim.tv_sec));
  append_number(bytes, static_cast<std::uint64_t>(about.st_mtim.tv_nsec));
  append_number(bytes, about.st_dev);
  append_number(bytes, about.st_ino);
  append_number(bytes, entry.mode);
  append_number(bytes, about.st_uid);
  append_number(bytes, about.st_gid);
  append_number(bytes, static_cast<std::uint64_t>(about.st_size));
  bytes.append(reinterpret_cast<const char*>(entry.blob.id), GitIndex::kIdSize);
  const std::size_t flags = std::min<std::size_t>(change.path.size(), GitIndex::kNameMask);
  bytes += static_cast<char>(flags >> 8);
  bytes += static_cast<char>(flags & 0xff);
  return bytes;
}

// Writes one file after the other: runs of old entries, and new ones.
class Rewriting {
 public:
  Rewriting(const GitIndex& index, const std::vector<std::size_t>& smudged,
            std::vector<std::string_view>& parts, std::vector<std::unique_ptr<std::string>>& own)
      : index_(index), smudged_(smudged), parts_(parts), own_(own) {}

  void add(std::string bytes) {
    own_.push_back(std::make_unique<std::string>(std::move(bytes)));
    parts_.push_back(*own_.back());
  }

  void old_entries(std::size_t from, std::size_t to) {
    if (from == to) return;
    if (index_.version() == 4 && is_changed_before_) {
      copy(from, index_.offset(from), index_.offset(from) + index_.fixed_size(from));
      std::string name;
      append_cut(name, name_before_, index_.name(from));
      add(std::move(name));
      if (from + 1 < to) copy(from + 1, index_.offset(from + 1), index_.offset(to));
    } else {
      copy(from, index_.offset(from), index_.offset(to));
    }
    is_changed_before_ = false;
    name_before_ = index_.name(to - 1);
  }

  void new_entry(const IndexChange& change) {
    std::string bytes = fixed_part(change);
    if (index_.version() == 4) {
      append_cut(bytes, name_before_, change.path);
    } else {
      bytes += change.path;
      bytes.append(8 - bytes.size() % 8, '\0');
    }
    add(std::move(bytes));
    is_changed_before_ = true;
    name_before_ = change.path;
  }

  void leave_out() { is_changed_before_ = true; }

 private:
  // Bytes of the old file, of entry `first` and those behind it, with the sizes of the smudged ones
  // at 0.
  void copy(std::size_t first, std::size_t from, std::size_t to) {
    static constexpr std::string_view kNoSize("\0\0\0\0", 4);
    for (auto one = std::lower_bound(smudged_.begin(), smudged_.end(), first);
         one != smudged_.end() && index_.offset(*one) < to; ++one) {
      const std::size_t size = index_.offset(*one) + GitIndex::kSize;
      parts_.push_back(index_.bytes(from, size));
      parts_.push_back(kNoSize);
      from = size + kNoSize.size();
    }
    parts_.push_back(index_.bytes(from, to));
  }

  const GitIndex& index_;
  const std::vector<std::size_t>& smudged_;
  std::vector<std::string_view>& parts_;
  std::vector<std::unique_ptr<std::string>>& own_;
  std::string_view name_before_;
  bool is_changed_before_ = false;
};

// One tree in the extension: "name\0", "entries subtrees\n", its id unless entries are fewer than
// none, and then its subtrees in the same form.
class KeptTrees {
 public:
  explicit KeptTrees(std::string_view bytes) : rest_(bytes) {}

  // Appends the next tree. The paths are in it, without its own name. Returns false where it is
  // damaged.
  bool copy(const std::vector<std::string_view>& paths, std::string& to, int depth = 0) {
    const std::string_view begin = rest_;
    Head head;
    if (depth > kDeepest || !read(head)) return false;
    if (paths.empty()) {
      for (int i = 0; i < head.subtrees; ++i) {
        if (!skip(depth + 1)) return false;
      }
      to += begin.substr(0, begin.size() - rest_.size());
      return true;
    }
    std::string below;
    int left = 0;
    for (int i = 0; i < head.subtrees; ++i) {
      const std::string_view name = rest_.substr(0, rest_.find('\0'));
      std::vector<std::string_view> inner;
      bool is_path = false;
      for (const std::string_view path : paths) {
        if (!path.starts_with(name)) continue;
        if (path.size() == name.size()) is_path = true;  // a file is where the folder was
        if (path.size() > name.size() && path[name.size()] == '/') {
          inner.push_back(path.substr(name.size() + 1));
        }
      }
      if (is_path) {
        if (!skip(depth + 1)) return false;
        continue;
      }
      if (!copy(inner, below, depth + 1)) return false;
      ++left;
    }
    to.append(head.name).append(1, '\0').append("-1 ").append(std::to_string(left)).append("\n");
    to += below;
    return true;
  }

  bool at_end() const { return rest_.empty(); }

 private:
  struct Head {
    std::string_view name;
    int subtrees = 0;
  };
  static constexpr int kDeepest = 1000;

  bool skip(int depth) {
    Head head;
    if (depth > kDeepest || !read(head)) return false;
    for (int i = 0; i < head.subtrees; ++i) {
      if (!skip(depth + 1)) return false;
    }
    return true;
  }

  bool read(Head& head) {
    const std::size_t zero = rest_.find('\0');
    if (zero == rest_.npos) return false;
    head.name = rest_.substr(0, zero);
    rest_.remove_prefix(zero + 1);
    int entries = 0;
    if (!read_number(entries, ' ') || !read_number(head.subtrees, '\n') || head.subtrees < 0) {
      return false;
    }
    if (entries < 0) return true;
    if (rest_.size() < GitIndex::kIdSize) return false;
    rest_.remove_prefix(GitIndex::kIdSize);
    return true;
  }

  bool read_number(int& number, char end) {
    const auto [behind, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    const auto length = static_cast<std::size_t>(behind - rest_.data());
    if (error != std::errc() || length == rest_.size() || *behind != end) return false;
    rest_.remove_prefix(length + 1);
    return true;
  }

  std::string_view rest_;
};

}  // namespace

std::optional<std::string> without_trees_of(std::string_view kept,
                                            const std::vector<std::string_view>& paths) {
  std::string trees;
  trees.reserve(kept.size() + 16);
  KeptTrees reader(kept);
  if (!reader.copy(paths, trees) || !reader.at_end()) return std::nullopt;
  return trees;
}

bool can_be_rewritten(const GitIndex& index) {
  int trees = 0;
  for (const GitIndex::Extension& extension : index.extensions()) {
    const bool is_hint =
        std::find(std::begin(kHints), std::end(kHints), extension.signature) != std::end(kHints);
    if (extension.signature == kTrees) {
      ++trees;
    } else if (!is_hint) {
      return false;
    }
  }
  return index.has_checksum() && trees <= 1;
}

std::optional<IndexBytes> rewritten(const GitIndex& index, std::vector<IndexChange> changes,
                                    const std::vector<std::size_t>& smudged) {
  std::sort(changes.begin(), changes.end(),
            [](const IndexChange& a, const IndexChange& b) { return a.path < b.path; });
  IndexBytes made;
  Rewriting rewriting(index, smudged, made.parts_, made.own_);
  std::size_t count = index.size();
  std::vector<std::string_view> paths;
  for (const IndexChange& change : changes) {
    const auto [first, last] = index.entries_of(change.path);
    count -= last - first;
    if (change.entry) ++count;
    paths.push_back(change.path);
  }
  std::string header(index.bytes(0, 8));
  append_number(header, count);
  rewriting.add(std::move(header));
  std::size_t at = 0;
  for (const IndexChange& change : changes) {
    const auto [first, last] = index.entries_of(change.path);
    rewriting.old_entries(at, first);
    if (change.entry) {
      rewriting.new_entry(change);
    } else if (first != last) {
      rewriting.leave_out();
    }
    at = last;
  }
  rewriting.old_entries(at, index.size());
  for (const GitIndex::Extension& extension : index.extensions()) {
    if (extension.signature != kTrees) continue;
    std::optional<std::string> trees = without_trees_of(extension.content, paths);
    if (!trees) return std::nullopt;
    std::string head(kTrees);
    append_number(head, trees->size());
    rewriting.add(std::move(head));
    rewriting.add(std::move(*trees));
  }
  return made;
}

}  // namespace aver::store
