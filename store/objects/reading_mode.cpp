// SPDX-License-Identifier: MIT
//
// libgit2's switches are those of the whole process; they are counted here, so that an inner piece
// of work does not turn off what an outer one still needs.
#include "store/reading_mode.h"

#include <cstddef>
#include <mutex>

#include "store/objects/git.h"

namespace aver::store {
namespace {

constexpr std::size_t kSmall = 4096;  // bytes of a file that is kept
constexpr ssize_t kRoom = 64 << 20;

std::mutex mutex;
int unhashed_count = 0;  // of both kinds
int repeated_count = 0;
ssize_t room_before = 0;  // of libgit2's cache

void keep_small_files() {
  ssize_t used = 0;
  git_libgit2_opts(GIT_OPT_GET_CACHED_MEMORY, &used, &room_before);
  git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_BLOB, kSmall);
  git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, kRoom);
}

void keep_no_files() {
  git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_BLOB, std::size_t{0});
  git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, room_before);
}

}  // namespace

ReadingMode::ReadingMode(Kind kind) : kind_(kind) {
  start_libgit2();
  const std::lock_guard lock(mutex);
  if (unhashed_count++ == 0) git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
  if (kind_ == repeated && repeated_count++ == 0) keep_small_files();
}

ReadingMode::~ReadingMode() {
  const std::lock_guard lock(mutex);
  if (--unhashed_count == 0) git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 1);
  if (kind_ == repeated && --repeated_count == 0) keep_no_files();
}

}  // namespace aver::store
