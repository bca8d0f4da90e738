// SPDX-License-Identifier: MIT
//
// libgit2's calls for a reference, and a second look at it where they fail.
#include "store/repository/reference.h"

#include "store/process.h"

namespace aver::store {
namespace {

bool has_passed(const Repository& repository, const git_oid& now, const git_oid& commit) {
  if (git_oid_equal(&now, &commit) != 0) return true;
  const int answer = git_graph_descendant_of(repository.get(), &now, &commit);
  git_error_clear();
  return answer == 1;
}

}  // namespace

std::optional<git_oid> target_of(const Repository& repository, const std::string& ref) {
  git_oid id{};
  const int code = git_reference_name_to_id(&id, repository.get(), ref.c_str());
  if (code == 0) return id;
  git_error_clear();
  return std::nullopt;
}

Swapped move_reference(const Repository& repository, const std::string& ref, const git_oid& from,
                       const git_oid& to, const std::string& reason) {
  const Uninterrupted uninterrupted;
  git_reference* moved = nullptr;
  const int code = git_reference_create_matching(&moved, repository.get(), ref.c_str(), &to, 1,
                                                 &from, reason.c_str());
  const GitReference owner(moved);
  try {
    check(code, "moving " + ref);
    return {};
  } catch (const StoreError& error) {
    if (code == GIT_EMODIFIED || code == GIT_ENOTFOUND) return {Swap::lost};
    if (code == GIT_ELOCKED) return {Swap::locked};
    const std::optional<git_oid> now = target_of(repository, ref);
    if (now && has_passed(repository, *now, to)) return {Swap::done, error.reason()};
    throw;
  }
}

Swapped remove_reference(const Repository& repository, const std::string& ref,
                         const git_oid& from) {
  const Uninterrupted uninterrupted;
  git_reference* raw = nullptr;
  const int found = git_reference_lookup(&raw, repository.get(), ref.c_str());
  const GitReference reference(raw);
  if (found == GIT_ENOTFOUND) {
    git_error_clear();
    return {};
  }
  check(found, "reading " + ref);
  const git_oid* now = git_reference_target(reference.get());
  if (now == nullptr || git_oid_equal(now, &from) == 0) return {Swap::lost};
  if (git_branch_is_checked_out(reference.get()) == 1) return {Swap::lost};
  // The look-up remembers what it saw: removal is by compare-and-swap.
  const int code = git_reference_delete(reference.get());
  try {
    check(code, "removing " + ref);
    return {};
  } catch (const StoreError& error) {
    if (code == GIT_EMODIFIED) return {Swap::lost};
    if (code == GIT_ELOCKED) return {Swap::locked};
    if (!target_of(repository, ref)) return {Swap::done, error.reason()};
    throw;
  }
}

std::string put_by_fetch(const std::string& text, const std::string& ref) {
  git_refspec* raw = nullptr;
  const bool is_spec = git_refspec_parse(&raw, text.c_str(), 1) == 0;
  const Handle<git_refspec, git_refspec_free> spec(raw);
  std::string to;
  if (is_spec && git_refspec_src_matches(spec.get(), ref.c_str()) != 0) {
    git_buf name = GIT_BUF_INIT;
    if (git_refspec_transform(&name, spec.get(), ref.c_str()) == 0 && name.ptr != nullptr) {
      to = name.ptr;
    }
    git_buf_dispose(&name);
  }
  git_error_clear();
  return to;
}

}  // namespace aver::store
