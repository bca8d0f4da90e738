// SPDX-License-Identifier: MIT
//
// Owners for libgit2's handles, and the one place that translates its errors.
//
// Only objects, refs and revisions of libgit2 are used: never its index, checkout, status,
// transports.
#pragma once

#include <git2.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "store/error.h"

namespace aver::store {

template <auto Free>
struct FreeWith {
  template <class T>
  void operator()(T* p) const noexcept {
    Free(p);
  }
};
template <class T, auto Free>
using Handle = std::unique_ptr<T, FreeWith<Free>>;

using GitRepository = Handle<git_repository, git_repository_free>;
using GitTree = Handle<git_tree, git_tree_free>;
using GitBlob = Handle<git_blob, git_blob_free>;
using GitCommit = Handle<git_commit, git_commit_free>;
using GitObject = Handle<git_object, git_object_free>;
using GitReference = Handle<git_reference, git_reference_free>;
using GitConfig = Handle<git_config, git_config_free>;
using GitSignature = Handle<git_signature, git_signature_free>;
using GitOdb = Handle<git_odb, git_odb_free>;
using GitOdbObject = Handle<git_odb_object, git_odb_object_free>;

// libgit2's last error message, which is then cleared; empty where there is none.
std::string last_git_words();

// Returns `code` unless it is a failure; then throws StoreError. `doing` completes "failed while
// …".
int check(int code, std::string_view doing);

// Whether libgit2 failed with `code` because an object is there and cannot be read.
bool is_damage(int code);

// Calls a libgit2 function that returns an owned object through its first parameter.
template <class H, class Fn, class... Args>
H acquire(std::string_view doing, Fn fn, Args... args) {
  typename H::pointer raw = nullptr;
  check(fn(&raw, args...), doing);
  return H(raw);
}

// The same where the object may be absent: nothing for GIT_ENOTFOUND.
template <class H, class Fn, class... Args>
std::optional<H> try_acquire(std::string_view doing, Fn fn, Args... args) {
  typename H::pointer raw = nullptr;
  const int code = fn(&raw, args...);
  if (code == GIT_ENOTFOUND) {
    git_error_clear();
    return std::nullopt;
  }
  check(code, doing);
  return H(raw);
}

std::string to_hex(const git_oid& id);
git_oid from_hex(std::string_view hex);  // throws StoreError(bug) where it is no id

// Initialises the library, once.
void start_libgit2();

// Limits the bytes of packs that are kept mapped, from now on: mapped bytes count as memory, though
// the system can take it back. With less than the size of a pack, reading all of it through libgit2
// is several times slower; our own reader then reads in pieces.
void keep_mapped(std::size_t megabytes);

}  // namespace aver::store
