// SPDX-License-Identifier: MIT
//
// Translates libgit2's codes into faults, and sets its options once: durable writes, no check of
// ownership (git is asked instead), larger tree cache, few open packs.
#include "store/objects/git.h"

#include "store/objects/object_source.h"
#include "store/objects/pack_reader.h"

namespace aver::store {
namespace {

Fault fault_of(int code, int error_class) {
  switch (code) {
    case GIT_ENOTFOUND:
      return Fault::not_found;
    case GIT_EAMBIGUOUS:
      return Fault::ambiguous;
    case GIT_ELOCKED:
    case GIT_EMODIFIED:
      return Fault::locked;
    case GIT_EINVALIDSPEC:
      return Fault::usage;
    default:
      break;
  }
  switch (error_class) {
    case GIT_ERROR_OS:
    case GIT_ERROR_FILESYSTEM:
      return Fault::io;
    default:
      return Fault::corrupt;
  }
}

}  // namespace

std::string last_git_words() {
  const git_error* error = git_error_last();
  std::string words = error == nullptr || error->message == nullptr ? "" : error->message;
  git_error_clear();
  return words;
}

bool is_damage(int code) {
  if (code != GIT_ERROR && code != GIT_EMISMATCH && code != GIT_EINVALID) return false;
  const git_error* error = git_error_last();
  if (error == nullptr) return false;
  return error->klass == GIT_ERROR_ODB || error->klass == GIT_ERROR_OBJECT ||
         error->klass == GIT_ERROR_TREE || error->klass == GIT_ERROR_ZLIB;
}

int check(int code, std::string_view doing) {
  if (code >= 0) return code;
  const git_error* error = git_error_last();
  const int error_class = error == nullptr ? 0 : error->klass;
  const char* const hint = is_damage(code) ? "git fsck" : "";
  std::string words = last_git_words();
  if (words.empty()) words = "libgit2 gave code " + std::to_string(code) + " and no reason";
  throw StoreError(fault_of(code, error_class), "failed while " + std::string(doing),
                   {std::move(words)}, hint);
}

std::string to_hex(const git_oid& id) {
  std::string hex(GIT_OID_HEXSZ, '0');
  git_oid_fmt(hex.data(), &id);
  return hex;
}

git_oid from_hex(std::string_view hex) {
  git_oid id{};
  const std::string text(hex);
  if (hex.size() != GIT_OID_HEXSZ || git_oid_fromstr(&id, text.c_str()) != 0) {
    throw StoreError(Fault::bug, "\"" + text + "\" is no object id");
  }
  return id;
}

void start_libgit2() {
  static const bool started = [] {
    check(git_libgit2_init(), "starting libgit2");
    git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
    // The git program is the judge of ownership (see Repository); libgit2 does not know all of its
    // rules.
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
    const char* harmless[] = {"worktreeconfig", "relativeworktrees", "preciousobjects"};
    git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, harmless, std::size_t{3});
    // Trees of a thousand entries are larger than the 4 KiB that are cached otherwise.
    git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE, std::size_t{1} << 20);
    git_libgit2_opts(GIT_OPT_SET_ODB_PACKED_PRIORITY,
                     static_cast<int>(SourcePriority::libgit2_packs));
    // A store that many have sent to has more packs than a process may have files open.
    git_libgit2_opts(GIT_OPT_SET_MWINDOW_FILE_LIMIT, std::size_t{64});
    // Packs are mapped in pieces, so that few of them can be kept: see keep_mapped().
    git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, std::size_t{4} << 20);
    return true;
  }();
  static_cast<void>(started);
}

void keep_mapped(std::size_t megabytes) {
  git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, megabytes << 20);
  // There it is whole windows that count, of which little is looked at; here what is in memory.
  constexpr std::size_t kLookedAt = 8;
  keep_packs_mapped((megabytes << 20) / kLookedAt);
}

}  // namespace aver::store
