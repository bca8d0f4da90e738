// SPDX-License-Identifier: MIT
//
// A hash table of 64-bit path keys, with open addressing. A key stands for its path: the paths
// themselves are never kept.
#include "cli/exchange/import_file_table.h"

#include <charconv>
#include <functional>
#include <utility>

namespace aver::cli {
namespace {

constexpr std::size_t kFirst = std::size_t{1} << 12;
// A View caches every folder that it has listed; replacing it after this many keeps memory flat.
constexpr unsigned kMostListed = 256;

std::uint64_t key_of(std::string_view path, bool folder) {
  std::uint64_t key = std::hash<std::string_view>{}(path);
  if (folder) key = key * 0x9E3779B97F4A7C15u + 1;
  return key == 0 ? 1 : key;
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == path.npos ? std::string_view{} : path.substr(0, slash);
}

}  // namespace

ImportFileTable::ImportFileTable(const store::Store& store, const store::View& view)
    : store_(store), view_(view), files_(kFirst) {
  add(key_of("", true), What::folder).content = 1;
}

std::uint64_t ImportFileTable::content_of(std::string_view bytes) {
  return std::hash<std::string_view>{}(bytes);
}

std::uint64_t ImportFileTable::content_of_blob(const store::BlobId& blob) {
  std::uint64_t content = 0;
  std::from_chars(blob.data(), blob.data() + 16, content, 16);
  return content;
}

ImportFileTable::File& ImportFileTable::slot(std::uint64_t key) {
  const std::size_t mask = files_.size() - 1;
  std::size_t at = (key ^ (key >> 29)) & mask;
  while (files_[at].key != 0 && files_[at].key != key) at = (at + 1) & mask;
  return files_[at];
}

ImportFileTable::File& ImportFileTable::add(std::uint64_t key, What what) {
  if (used_ + used_ / 4 >= files_.size()) {
    std::vector<File> before(files_.size() * 2);
    before.swap(files_);
    for (const File& file : before) {
      if (file.key != 0) slot(file.key) = file;
    }
  }
  File& file = slot(key);
  if (file.key == 0) ++used_;
  file = File{key, 0, 0, what, false};
  return file;
}

void ImportFileTable::count(std::string_view folder) {
  File& file = slot(key_of(folder, true));
  if (file.key != 0 && ++file.line == kWide + 1) wide_.emplace_back(folder);
}

// Adds the store's entries of the folder to the table, unless they are there.
void ImportFileTable::load(std::string_view folder) {
  const std::uint64_t key = key_of(folder, true);
  if (File& file = slot(key); file.key == 0) {
    // Either the parent folder is not listed yet, or the store has no such folder.
    load(folder_of(folder));
    if (slot(key).key == 0) {
      add(key, What::folder).content = 2;
      count(folder_of(folder));
    }
  }
  if (slot(key).content != 1) return;
  slot(key).content = 2;
  if (++listed_ % kMostListed == 0 && !view_.commit().empty()) {
    view_ = store_.view(view_.commit());
  }
  const std::string prefix = folder.empty() ? "" : std::string(folder) + "/";
  std::uint32_t entries = 0;
  for (const store::DirEntry& entry : view_.list(folder)) {
    const std::string path = prefix + entry.name;
    if (entry.folder) {
      add(key_of(path, true), What::folder).content = 1;
    } else {
      add(key_of(path, false), What::in_store).content = content_of_blob(entry.id);
    }
    ++entries;
  }
  slot(key).line += entries;
}

ImportFileTable::File* ImportFileTable::find(std::string_view path) {
  load(folder_of(path));
  File& file = slot(key_of(path, false));
  return file.key == 0 || file.what == What::dropped ? nullptr : &file;
}

void ImportFileTable::make(std::string_view path, std::uint64_t content, std::uint32_t line) {
  load(folder_of(path));
  const bool is_new = slot(key_of(path, false)).what != What::in_store;
  File& file = add(key_of(path, false), What::made);
  file.content = content;
  file.line = line;
  if (is_new) count(folder_of(path));
}

void ImportFileTable::drop(std::string_view path) {
  File& file = slot(key_of(path, false));
  if (file.key == 0) return;
  file.what = What::dropped;
  File& folder = slot(key_of(folder_of(path), true));
  if (folder.key != 0 && folder.line > 0) --folder.line;
}

void ImportFileTable::put_back(std::string_view path, const File& before) {
  slot(key_of(path, false)) = before;
}

}  // namespace aver::cli
