// SPDX-License-Identifier: MIT
//
// The objects that are being written, by id, for libgit2 to read from memory until they are on
// disk.
#include "store/write/pending_objects.h"

#include <unordered_map>

#include "store/objects/object_source.h"

namespace aver::store {
namespace {

std::string_view key_of(const git_oid& id) {
  return {reinterpret_cast<const char*>(id.id), GIT_OID_RAWSZ};
}

class PendingObjects : public ObjectSource {
 public:
  explicit PendingObjects(std::shared_ptr<const std::vector<ObjectBatch::Object>> all)
      : objects_(std::move(all)) {
    for (const ObjectBatch::Object& object : *objects_) by_id_.emplace(key_of(object.id), &object);
  }

  std::optional<Object> read(const git_oid& id) override {
    const auto found = by_id_.find(key_of(id));
    if (found == by_id_.end()) return std::nullopt;
    return copy_of(type_of(found->second->type), found->second->bytes);
  }
  std::optional<Header> header(const git_oid& id) override {
    const auto found = by_id_.find(key_of(id));
    if (found == by_id_.end()) return std::nullopt;
    return Header{type_of(found->second->type), found->second->bytes.size()};
  }

 private:
  std::shared_ptr<const std::vector<ObjectBatch::Object>> objects_;
  std::unordered_map<std::string_view, const ObjectBatch::Object*> by_id_;
};

}  // namespace

git_object_t type_of(Packed type) {
  return type == Packed::tree     ? GIT_OBJECT_TREE
         : type == Packed::commit ? GIT_OBJECT_COMMIT
                                  : GIT_OBJECT_BLOB;
}

void show_pending(git_odb* odb, std::shared_ptr<const std::vector<ObjectBatch::Object>> objects) {
  add_source(odb, std::make_unique<PendingObjects>(std::move(objects)), SourcePriority::pending);
}

}  // namespace aver::store
