// SPDX-License-Identifier: MIT
//
// Opens, closes and publishes packs as a bulk write goes on, and takes a small published pack up
// again into the next one.
#include "store/write/packs.h"

#include <unistd.h>

#include <fstream>
#include <utility>

namespace aver::store {
namespace {

namespace fs = std::filesystem;

// The table of a pack is in memory: 50 bytes an object. Large packs, too, are read quickly.
constexpr std::size_t kMostObjects = 1'500'000;

// A smaller pack is worth writing again at the next checkpoint, so that there are never many.
constexpr std::uint64_t kSmallPack = 64 << 20;

// git's own limit for what it writes: deeper chains are slower to read.
constexpr std::uint32_t kMostDeltas = 50;

}  // namespace

Packs::Packs(const Repository& repository, LargeTrees large_trees)
    : repository_(repository),
      folder_(repository.objects_dir() / "pack"),
      odb_(acquire<GitOdb>("opening the objects of the store", git_repository_odb,
                           repository.get())),
      large_trees_(large_trees) {}

Pack& Packs::open_pack() {
  if (standing_) {
    standing_ = false;
    // Somebody's gc may have put it into a pack of its own: then there is nothing to replace.
    if (!pack_->go_on(name_)) {
      pack_.reset();
      name_.clear();
    }
  }
  if (pack_ && pack_->objects() >= kMostObjects) close_pack();
  if (!pack_) pack_.emplace(folder_, large_trees_);
  return *pack_;
}

void Packs::close_pack() {
  bytes_ += pack_->size();
  closed_.push_back(pack_->close());
  if (!name_.empty()) replaced_.push_back(name_);
  name_.clear();
  pack_.reset();
}

void Packs::put(Packed type, const git_oid& id, std::string_view bytes) {
  Pack& pack = open_pack();
  if (pack.find(id)) return;
  ++objects_;
  pack.put(type, id, bytes);
}

void Packs::put(const TreeVersion& folder) {
  Pack& pack = open_pack();
  if (pack.find(folder.id)) return;
  ++objects_;
  const std::optional<PackPlace> base = folder.before ? pack.find(*folder.before) : std::nullopt;
  if (base && base->depth < kMostDeltas && folder.delta.size() < folder.tree.size() / 2) {
    pack.put_delta(folder.id, *base, folder.delta);
  } else {
    pack.put(Packed::tree, folder.id, folder.tree);
  }
}

std::string Packs::read_tree(const git_oid& id) {
  // A pack that stands published is read as such.
  if (pack_ && !standing_) {
    if (const auto place = pack_->find(id)) return pack_->read(place->offset);
  }
  for (const ClosedPack& pack : closed_) {
    if (const auto offset = pack.find(id)) return pack.read(*offset);
  }
  const auto object =
      acquire<GitOdbObject>("reading a folder of the store", git_odb_read, odb_.get(), &id);
  return std::string(static_cast<const char*>(git_odb_object_data(object.get())),
                     git_odb_object_size(object.get()));
}

void Packs::publish() {
  if (pack_ && !standing_) {
    bytes_ += pack_->size();
    closed_.push_back(pack_->close());
    if (!name_.empty()) replaced_.push_back(name_);
    name_ = closed_.back().name();
    standing_ = pack_->size() < kSmallPack;
    if (!standing_) {
      pack_.reset();
      name_.clear();
    }
  }
  if (closed_.empty()) return;
  for (ClosedPack& pack : closed_) {
    keeps_.emplace_back(folder_, pack.name());
    pack.publish();
  }
  sync_folder(folder_);
  for (const std::string& replaced : replaced_) {
    std::erase_if(keeps_, [&](const PackKeep& keep) { return keep.pack() == replaced; });
    remove(replaced);
  }
  replaced_.clear();
  closed_.clear();
  check(git_odb_refresh(odb_.get()), "opening what was written");
}

std::vector<PackKeep> Packs::take_keeps() { return std::exchange(keeps_, {}); }

void Packs::remove(const std::string& name) const {
  for (const ClosedPack& pack : closed_) {
    if (pack.name() == name) return;
  }
  // Whom git told to keep it, or to find its objects through an index of many packs, needs it
  // still.
  std::error_code ignored;
  if (fs::exists(folder_ / (name + ".keep"), ignored)) return;
  std::ifstream index(folder_ / "multi-pack-index", std::ios::binary);
  std::string names(1 << 20, '\0');  // the names are at its start
  index.read(names.data(), static_cast<std::streamsize>(names.size()));
  if (names.find(name) != names.npos) return;
  ::unlink((folder_ / (name + ".idx")).c_str());
  ::unlink((folder_ / (name + ".pack")).c_str());
}

}  // namespace aver::store
