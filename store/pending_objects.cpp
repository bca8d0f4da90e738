// SPDX-License-Identifier: MIT
#include "store/pending_objects.h"

#include <git2/sys/odb_backend.h>

#include <cstring>
#include <unordered_map>

#include "store/loose.h"

namespace aver::store {
namespace {

std::string_view key_of(const git_oid& id) {
  return {reinterpret_cast<const char*>(id.id), GIT_OID_RAWSZ};
}

struct PendingObjects : git_odb_backend {
  explicit PendingObjects(std::shared_ptr<const std::vector<NewObjects::Object>> all)
      : git_odb_backend(), objects(std::move(all)) {
    for (const NewObjects::Object& object : *objects) by_id.emplace(key_of(object.id), &object);
  }
  const NewObjects::Object* find(const git_oid& id) const {
    const auto found = by_id.find(key_of(id));
    return found == by_id.end() ? nullptr : found->second;
  }

  std::shared_ptr<const std::vector<NewObjects::Object>> objects;
  std::unordered_map<std::string_view, const NewObjects::Object*> by_id;
};

int read(void** bytes, std::size_t* size, git_object_t* type, git_odb_backend* backend,
         const git_oid* id) noexcept {
  const NewObjects::Object* const object = static_cast<PendingObjects*>(backend)->find(*id);
  if (object == nullptr) return GIT_ENOTFOUND;
  *size = object->bytes.size();
  *type = type_of(object->type);
  *bytes = git_odb_backend_data_alloc(backend, *size + 1);
  if (*bytes == nullptr) return GIT_ERROR;
  std::memcpy(*bytes, object->bytes.c_str(), *size + 1);
  return 0;
}

int read_header(std::size_t* size, git_object_t* type, git_odb_backend* backend,
                const git_oid* id) noexcept {
  const NewObjects::Object* const object = static_cast<PendingObjects*>(backend)->find(*id);
  if (object == nullptr) return GIT_ENOTFOUND;
  *size = object->bytes.size();
  *type = type_of(object->type);
  return 0;
}

int no_list(git_odb_backend*, git_odb_foreach_cb, void*) noexcept { return 0; }

void release(git_odb_backend* backend) noexcept { delete static_cast<PendingObjects*>(backend); }

}  // namespace

git_object_t type_of(Packed type) {
  return type == Packed::tree     ? GIT_OBJECT_TREE
         : type == Packed::commit ? GIT_OBJECT_COMMIT
                                  : GIT_OBJECT_BLOB;
}

void show_pending(git_odb* odb, std::shared_ptr<const std::vector<NewObjects::Object>> objects) {
  auto pending = std::make_unique<PendingObjects>(std::move(objects));
  pending->version = GIT_ODB_BACKEND_VERSION;
  pending->read = read;
  pending->read_header = read_header;
  pending->foreach = no_list;
  pending->free = release;
  check(git_odb_add_backend(odb, pending.get(), kPackPriority + 2),
        "opening the objects of the store");
  pending.release();  // the odb's now
}

}  // namespace aver::store
