// SPDX-License-Identifier: MIT
//
// The callbacks of a git_odb_backend. Each is noexcept and turns an exception into libgit2's error:
// none may cross a C frame.
#include "store/objects/object_source.h"

#include <git2/sys/odb_backend.h>

#include <cstring>
#include <new>
#include <utility>

namespace aver::store {
namespace {

struct Backend : git_odb_backend {
  explicit Backend(std::unique_ptr<ObjectSource> from)
      : git_odb_backend(), source(std::move(from)) {}
  std::unique_ptr<ObjectSource> source;
};

// No exception crosses libgit2.
template <class Call>
int safely(git_odb_backend* backend, const Call& call) noexcept {
  try {
    return call(*static_cast<Backend*>(backend)->source);
  } catch (const StoreError& error) {
    git_error_set_str(error.fault() == Fault::io ? GIT_ERROR_OS : GIT_ERROR_ODB, error.what());
  } catch (const std::exception&) {
    git_error_set_oom();
  }
  return GIT_ERROR;
}

int read(void** bytes, std::size_t* size, git_object_t* type, git_odb_backend* backend,
         const git_oid* id) noexcept {
  return safely(backend, [&](ObjectSource& source) -> int {
    const std::optional<ObjectSource::Object> object = source.read(*id);
    if (!object) return GIT_ENOTFOUND;
    *bytes = object->bytes;
    *size = object->header.size;
    *type = object->header.type;
    return 0;
  });
}

int read_header(std::size_t* size, git_object_t* type, git_odb_backend* backend,
                const git_oid* id) noexcept {
  return safely(backend, [&](ObjectSource& source) -> int {
    const std::optional<ObjectSource::Header> header = source.header(*id);
    if (!header) return GIT_ENOTFOUND;
    *size = header->size;
    *type = header->type;
    return 0;
  });
}

int read_prefix(git_oid*, void**, std::size_t*, git_object_t*, git_odb_backend* backend,
                const git_oid* prefix, std::size_t length) noexcept {
  return safely(backend, [&](ObjectSource& source) -> int {
    source.before_reading_all(to_hex(*prefix).substr(0, length));
    return GIT_PASSTHROUGH;
  });
}

int refresh(git_odb_backend* backend) noexcept {
  return safely(backend, [](ObjectSource& source) -> int {
    source.refresh();
    return 0;
  });
}

int no_list(git_odb_backend*, git_odb_foreach_cb, void*) noexcept { return 0; }

void release(git_odb_backend* backend) noexcept { delete static_cast<Backend*>(backend); }

}  // namespace

char* ObjectSource::allocate(std::size_t size) {
  char* const bytes = static_cast<char*>(git_odb_backend_data_alloc(backend_, size + 1));
  if (bytes == nullptr) throw std::bad_alloc();
  bytes[size] = '\0';
  return bytes;
}

void ObjectSource::give_back(char* bytes) { git_odb_backend_data_free(backend_, bytes); }

ObjectSource::Object ObjectSource::copy_of(git_object_t type, std::string_view bytes) {
  char* const copy = allocate(bytes.size());
  std::memcpy(copy, bytes.data(), bytes.size());
  return {{type, bytes.size()}, copy};
}

void add_source(git_odb* odb, std::unique_ptr<ObjectSource> source, SourcePriority priority) {
  auto backend = std::make_unique<Backend>(std::move(source));
  backend->source->backend_ = backend.get();
  backend->version = GIT_ODB_BACKEND_VERSION;
  backend->read = read;
  backend->read_header = read_header;
  backend->read_prefix = read_prefix;
  backend->refresh = refresh;
  backend->foreach = no_list;
  backend->free = release;
  check(git_odb_add_backend(odb, backend.get(), static_cast<int>(priority)),
        "opening the objects of the store");
  backend.release();  // the odb's now
}

}  // namespace aver::store
