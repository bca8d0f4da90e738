// SPDX-License-Identifier: MIT
//
// Private to store/: a class of ours as a place that libgit2 reads objects from.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "store/objects/git.h"

namespace aver::store {

// In which order libgit2 asks, the highest first. Its own reader of loose objects comes last, and
// is left with what is nowhere else.
enum class SourcePriority { loose = 2, libgit2_packs, packs, pending };

// libgit2 holds a lock of the objects while it asks: one thread at a time.
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

  // Nothing where it is not here: the next place is asked. A StoreError that is thrown is the
  // answer: corrupt as the class GIT_ERROR_ODB, io as GIT_ERROR_OS.
  virtual std::optional<Object> read(const git_oid& id) = 0;
  virtual std::optional<Header> header(const git_oid&) { return std::nullopt; }

  // libgit2 is about to read, from elsewhere, the objects whose ids begin with these digits; throws
  // as read() does.
  virtual void before_reading_all(const std::string&) {}
  // There may be objects that were not there before.
  virtual void refresh() {}

 protected:
  // With a zero behind it, as libgit2 has. Throws std::bad_alloc.
  char* allocate(std::size_t size);
  void give_back(char* bytes);
  Object copy_of(git_object_t type, std::string_view bytes);

 private:
  friend void add_source(git_odb* odb, std::unique_ptr<ObjectSource> source,
                         SourcePriority priority);
  git_odb_backend* backend_ = nullptr;
};

// It lives as long as `odb`.
void add_source(git_odb* odb, std::unique_ptr<ObjectSource> source, SourcePriority priority);

}  // namespace aver::store
