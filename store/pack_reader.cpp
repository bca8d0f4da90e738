// SPDX-License-Identifier: MIT
#include "store/pack_reader.h"

#include <fcntl.h>
#include <git2/sys/odb_backend.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <limits>
#include <unordered_map>
#include <vector>

#include "store/deflate.h"
#include "store/delta_chain.h"
#include "store/loose.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size = 4) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < size; ++i) {
    number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  }
  return number;
}

// The system maps what is around, too, where a page is read for the first time.
constexpr std::size_t kBlock = 64 << 10;

std::atomic<std::size_t> most_mapped = std::numeric_limits<std::size_t>::max();
std::atomic<std::size_t> mapped = 0;  // by all readers, of packs

// A whole file in memory, read as it is looked at. Empty where it cannot be had.
class MappedFile {
 public:
  MappedFile() = default;
  explicit MappedFile(const std::string& path) {
    const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return;
    struct stat about {};
    if (fstat(fd, &about) == 0 && about.st_size > 0) {
      size_ = static_cast<std::size_t>(about.st_size);
      at_ = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, fd, 0);
      if (at_ == MAP_FAILED) at_ = nullptr;
    }
    close(fd);  // a store may have more packs than files may be open
  }
  ~MappedFile() {
    if (at_ != nullptr) munmap(at_, size_);
  }
  MappedFile(MappedFile&& other) noexcept
      : at_(std::exchange(other.at_, nullptr)), size_(other.size_) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(at_, other.at_);
    std::swap(size_, other.size_);
    return *this;
  }
  // Lets go what was read; it can be read again.
  void forget() const {
    if (at_ != nullptr) madvise(at_, size_, MADV_DONTNEED);
  }
  std::string_view bytes() const {
    return at_ == nullptr ? std::string_view()
                          : std::string_view(static_cast<const char*>(at_), size_);
  }

 private:
  void* at_ = nullptr;
  std::size_t size_ = 0;
};

// A pack with its index of version 2: layout in git's gitformat-pack.
class PackFile {
 public:
  explicit PackFile(std::string path) : path_(std::move(path)), index_file_(path_ + ".idx") {
    const std::string_view index = index_file_.bytes();
    if (index.size() < kIds + kTrailer ||
        !index.starts_with(std::string_view("\377tOc\0\0\0\2", 8)))
      return;
    const std::uint64_t count = number_at(index, kIds - 4);
    if ((index.size() - kIds - kTrailer) / (GIT_OID_RAWSZ + 8) < count) return;
    index_ = index;
    count_ = count;
  }

  const std::string& path() const { return path_; }

  std::optional<std::size_t> find(const git_oid& id) const {
    if (count_ == 0) return std::nullopt;
    const std::size_t first = id.id[0];
    std::size_t low = first == 0 ? 0 : number_at(index_, kFanout + (first - 1) * 4);
    std::size_t high = std::min(count_, number_at(index_, kFanout + first * 4));
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      const int order =
          std::memcmp(index_.data() + kIds + middle * GIT_OID_RAWSZ, id.id, GIT_OID_RAWSZ);
      if (order == 0) return offset_of(middle);
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return std::nullopt;
  }

  // All but the checksum at its end; empty where it is gone.
  std::string_view pack() {
    if (!pack_is_open_) {
      pack_is_open_ = true;
      pack_ = MappedFile(path_ + ".pack");
      blocks_.resize(pack_.bytes().size() / kBlock + 1);
    }
    const std::string_view bytes = pack_.bytes();
    const bool known =
        bytes.size() > 12 + GIT_OID_RAWSZ && bytes.starts_with("PACK") && number_at(bytes, 4) == 2;
    return known ? bytes.substr(0, bytes.size() - GIT_OID_RAWSZ) : std::string_view();
  }

  // Notes what is read of the pack. Returns how much comes into memory for it.
  std::size_t touch(std::size_t offset, std::size_t size) {
    std::size_t fresh = 0;
    const std::size_t last = std::min((offset + size) / kBlock, blocks_.size() - 1);
    for (std::size_t block = offset / kBlock; block <= last; ++block) {
      if (!blocks_[block]) fresh += kBlock;
      blocks_[block] = true;
    }
    return fresh;
  }
  void forget() {
    pack_.forget();
    blocks_.assign(blocks_.size(), false);
  }

 private:
  static constexpr std::size_t kFanout = 8;  // behind the signature and the version
  static constexpr std::size_t kIds = kFanout + 256 * 4;
  static constexpr std::size_t kTrailer = 2 * GIT_OID_RAWSZ;

  std::optional<std::size_t> offset_of(std::size_t position) const {
    constexpr std::uint64_t kFar = 0x80000000U;
    const std::size_t offsets = kIds + count_ * (GIT_OID_RAWSZ + 4);
    const std::uint64_t offset = number_at(index_, offsets + position * 4);
    if ((offset & kFar) == 0) return offset;
    const std::size_t far = offsets + count_ * 4 + (offset & ~kFar) * 8;
    if (far + 8 + kTrailer > index_.size()) return std::nullopt;
    return number_at(index_, far, 8);
  }

  std::string path_;  // without ".idx"
  MappedFile index_file_, pack_;
  std::string_view index_;
  std::vector<bool> blocks_;  // of the pack, that were read
  std::uint64_t count_ = 0;   // 0 as well for an index that is not known
  bool pack_is_open_ = false;
};

// Memory for one object's streams.
class Arena {
 public:
  char* take(std::size_t size) {
    if (blocks_.empty() || size > blocks_.back().size - used_) {
      const std::size_t room = std::max(kRoom, size);
      blocks_.push_back({std::unique_ptr<char[]>(new char[room]), room});
      used_ = 0;
    }
    char* const at = blocks_.back().bytes.get() + used_;
    used_ += size;
    return at;
  }
  void clear() {
    if (blocks_.size() > 1) blocks_.resize(1);
    used_ = 0;
  }

 private:
  static constexpr std::size_t kRoom = 256 << 10;
  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size;
  };
  std::vector<Block> blocks_;
  std::size_t used_ = 0;  // of the last one
};

// An object that was made of deltas, or that others are deltas of.
struct Made {
  unsigned kind;
  std::string bytes;
};

// Some of those that were read lately, by where they stand in memory.
class MadeLately {
 public:
  const Made* find(const char* at) const {
    for (const auto& some : {&now_, &before_}) {
      const auto found = some->find(at);
      if (found != some->end()) return &found->second;
    }
    return nullptr;
  }
  void keep(const char* at, Made made) {
    constexpr std::size_t kLarge = 128 << 10;
    constexpr std::size_t kRoom = 1 << 20;  // twice
    if (made.bytes.size() > kLarge) return;
    if (size_ > kRoom) {
      before_ = std::exchange(now_, {});
      size_ = 0;
    }
    size_ += made.bytes.size();
    now_.emplace(at, std::move(made));
  }

 private:
  std::unordered_map<const char*, Made> now_, before_;
  std::size_t size_ = 0;  // of now_
};

class PackReader : public git_odb_backend {
 public:
  explicit PackReader(const fs::path& objects) : git_odb_backend(), folder_(objects / "pack") {}
  ~PackReader() { mapped -= mapped_; }
  PackReader(const PackReader&) = delete;
  PackReader& operator=(const PackReader&) = delete;

  // Looks for packs that it does not know.
  void list() {
    std::error_code error;
    const auto changed = fs::last_write_time(folder_, error);
    if (error || changed == listed_) return;
    listed_ = changed;
    for (fs::directory_iterator at(folder_, error), end; !error && at != end; at.increment(error)) {
      if (at->path().extension() != ".idx") continue;
      std::string path = at->path().string();
      path.resize(path.size() - 4);
      const bool known = std::any_of(packs_.begin(), packs_.end(),
                                     [&](const PackFile& pack) { return pack.path() == path; });
      if (!known) packs_.emplace_back(std::move(path));
    }
  }

  // Fills what libgit2 asks for. False where the object is not there, or not to be read here.
  bool read(const git_oid& id, void*& bytes, std::size_t& size, git_object_t& type) {
    if (packs_.empty()) list();
    if (mapped > most_mapped) forget();
    for (std::size_t i = 0; i < packs_.size(); ++i) {
      const auto offset = packs_[i].find(id);
      if (!offset) continue;
      if (i > 0) std::swap(packs_[0], packs_[i]);  // the next one is likely to be there, too
      return read_at(packs_[0], *offset, bytes, size, type);
    }
    return false;
  }

 private:
  enum Kind : unsigned { commit = 1, tree, blob, tag, by_offset = 6, by_id };
  struct Entry {
    unsigned kind = 0;
    std::size_t size = 0;    // of what the stream holds
    std::size_t stream = 0;  // where it begins
    std::size_t base = 0;    // of a delta
  };

  static std::optional<Entry> entry_at(const PackFile& file, std::string_view pack,
                                       std::size_t offset) {
    constexpr std::size_t kLongestHead = 32;
    if (offset < 12 || offset > pack.size() || pack.size() - offset < kLongestHead) {
      // The last ones of a pack may be as short as that: libgit2 reads them.
      return std::nullopt;
    }
    std::size_t at = offset;
    const auto next = [&] { return static_cast<unsigned char>(pack[at++]); };
    unsigned byte = next();
    Entry entry;
    entry.kind = byte >> 4 & 7;
    entry.size = byte & 15;
    for (unsigned bits = 4; (byte & 0x80) != 0; bits += 7) {
      if (bits > 46) return std::nullopt;
      byte = next();
      entry.size |= static_cast<std::size_t>(byte & 0x7f) << bits;
    }
    if (entry.kind == by_offset) {
      byte = next();
      std::size_t back = byte & 0x7f;
      for (unsigned count = 0; (byte & 0x80) != 0; ++count) {
        if (count > 7) return std::nullopt;
        byte = next();
        back = (back + 1) << 7 | (byte & 0x7f);
      }
      if (back == 0 || back > offset) return std::nullopt;
      entry.base = offset - back;
    } else if (entry.kind == by_id) {
      git_oid id;
      std::memcpy(id.id, pack.data() + at, GIT_OID_RAWSZ);
      at += GIT_OID_RAWSZ;
      const auto base = file.find(id);
      if (!base) return std::nullopt;
      entry.base = *base;
    }
    entry.stream = at;
    return entry;
  }

  bool read_at(PackFile& file, std::size_t offset, void*& bytes, std::size_t& size,
               git_object_t& type) {
    constexpr std::size_t kLargest = std::size_t{1} << 30;
    constexpr std::size_t kMostDeltas = 10'000;  // ids may lead in a circle
    const std::string_view pack = file.pack();
    arena_.clear();
    deltas_.clear();
    const std::size_t wanted = offset;
    unsigned kind = 0;
    std::string_view base;
    while (true) {
      if (const Made* known = made_.find(pack.data() + offset)) {
        kind = known->kind;
        base = known->bytes;
        break;
      }
      const std::optional<Entry> entry = entry_at(file, pack, offset);
      if (!entry || entry->size > kLargest || deltas_.size() == kMostDeltas) return false;
      note(file.touch(offset, entry->stream - offset + entry->size));
      const bool is_delta = entry->kind == by_offset || entry->kind == by_id;
      if (!is_delta && (entry->kind < commit || entry->kind > tag)) return false;
      const std::string_view stream = pack.substr(entry->stream);
      if (!is_delta && deltas_.empty()) {  // the usual case: no copy is made
        char* const whole = allocate(entry->size);
        if (whole == nullptr) return false;
        if (!inflate_(stream, whole, entry->size)) {
          git_odb_backend_data_free(this, whole);
          return false;
        }
        bytes = whole;
        size = entry->size;
        type = static_cast<git_object_t>(entry->kind);
        return true;
      }
      char* const held = arena_.take(entry->size);
      if (!inflate_(stream, held, entry->size)) return false;
      if (!is_delta) {
        kind = entry->kind;
        base = {held, entry->size};
        break;
      }
      deltas_.emplace_back(held, entry->size);
      offset = entry->base;
    }
    chain_.begin(base);
    for (auto delta = deltas_.rbegin(); delta != deltas_.rend(); ++delta) {
      if (!chain_.apply(*delta) || chain_.size() > kLargest) return false;
    }
    char* const whole = allocate(chain_.size());
    if (whole == nullptr) return false;
    chain_.copy_to(whole);
    bytes = whole;
    size = chain_.size();
    type = static_cast<git_object_t>(kind);
    // The next one may be a delta of this one, or of what this one is a delta of.
    if (!deltas_.empty()) {
      made_.keep(pack.data() + wanted, {kind, std::string(whole, size)});
      made_.keep(pack.data() + offset, {kind, std::string(base)});
    }
    return true;
  }

  void note(std::size_t fresh) {
    mapped += fresh;
    mapped_ += fresh;
  }

  void forget() {
    for (PackFile& pack : packs_) pack.forget();
    mapped -= mapped_;
    mapped_ = 0;
  }

  // With a zero behind it, as libgit2 has.
  char* allocate(std::size_t size) {
    char* const bytes = static_cast<char*>(git_odb_backend_data_alloc(this, size + 1));
    if (bytes != nullptr) bytes[size] = '\0';
    return bytes;
  }

  fs::path folder_;
  fs::file_time_type listed_ = fs::file_time_type::min();
  std::vector<PackFile> packs_;
  std::size_t mapped_ = 0;  // of these
  Inflate inflate_;
  Arena arena_;
  std::vector<std::string_view> deltas_;  // the last one first
  DeltaChain chain_;
  MadeLately made_;
};

// No exception crosses libgit2. It holds a lock of the objects while it calls: one thread at a
// time.
int read(void** bytes, std::size_t* size, git_object_t* type, git_odb_backend* backend,
         const git_oid* id) noexcept {
  try {
    return static_cast<PackReader*>(backend)->read(*id, *bytes, *size, *type) ? 0 : GIT_PASSTHROUGH;
  } catch (const std::exception&) {
    return GIT_PASSTHROUGH;
  }
}

int refresh(git_odb_backend* backend) noexcept {
  try {
    static_cast<PackReader*>(backend)->list();
  } catch (const std::exception&) {
    // libgit2 looks, too
  }
  return 0;
}

int no_header(std::size_t*, git_object_t*, git_odb_backend*, const git_oid*) noexcept {
  return GIT_ENOTFOUND;
}

int no_list(git_odb_backend*, git_odb_foreach_cb, void*) noexcept { return 0; }

void release(git_odb_backend* backend) noexcept { delete static_cast<PackReader*>(backend); }

}  // namespace

void keep_packs_mapped(std::size_t bytes) { most_mapped = bytes; }

std::size_t packs_mapped() { return mapped; }

void read_packs_quickly(git_odb* odb, const fs::path& objects) {
  auto reader = std::make_unique<PackReader>(objects);
  reader->version = GIT_ODB_BACKEND_VERSION;
  reader->git_odb_backend::read = read;
  reader->refresh = refresh;
  reader->read_header = no_header;
  reader->foreach = no_list;
  reader->free = release;
  check(git_odb_add_backend(odb, reader.get(), kPackPriority + 1),
        "opening the objects of the store");
  reader.release();  // the odb's now
}

}  // namespace aver::store
