// SPDX-License-Identifier: MIT
//
// A class of ours as a backend from which libgit2 reads objects.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "store/objects/git.h"

namespace aver::store {

// The order in which libgit2 asks its backends, the highest first. Its own reader of loose objects
// comes last, for what no other backend has.
enum class SourcePriority { loose = 2, libgit2_packs, packs, pending, replaced };

// libgit2 calls it under the lock of its object database: one thread at a time.
class ObjectSource {
 public:
  ObjectSource() = default;
  virtual ~ObjectSource() = default;
  ObjectSource(const ObjectSource&) = delete;
  ObjectSource& operator=(const ObjectSource&) = delete;

  struct Header {
    git_object_t type;
    std::size_t size;
  };
  struct Object {
    Header header;
    char* bytes;  // of allocate(), libgit2's from now on
  };

  // Returns nothing where this source lacks the object: then the next backend is asked. A
  // StoreError becomes libgit2's answer: corrupt as the class GIT_ERROR_ODB, io as GIT_ERROR_OS.
  virtual std::optional<Object> read(const git_oid& id) = 0;
  virtual std::optional<Header> header(const git_oid&) { return std::nullopt; }

  // libgit2 is about to read, from elsewhere, the objects whose ids begin with these digits; throws
  // as read() does.
  virtual void before_reading_all(const std::string&) {}
  // Called where new objects may have appeared.
  virtual void refresh() {}

 protected:
  // Allocates memory with libgit2's allocator, with a zero byte after it as libgit2 expects. Throws
  // std::bad_alloc.
  char* allocate(std::size_t size);
  void give_back(char* bytes);
  Object copy_of(git_object_t type, std::string_view bytes);

 private:
  friend void add_source(git_odb* odb, std::unique_ptr<ObjectSource> source,
                         SourcePriority priority);
  git_odb_backend* backend_ = nullptr;
};

// Adds the source to `odb`, which owns it from now on.
void add_source(git_odb* odb, std::unique_ptr<ObjectSource> source, SourcePriority priority);

}  // namespace aver::store
