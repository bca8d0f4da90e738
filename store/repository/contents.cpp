// SPDX-License-Identifier: MIT
//
// Asks libgit2, and only where a blob is missing from a partial clone, git, which fetches it.
#include "store/repository/contents.h"

#include "claims/text/lines.h"
#include "store/process.h"

namespace aver::store {

bool is_partial(const Repository& repository) {
  return run_git({"config", "--get-regexp", "^remote\\..*\\.promisor$"},
                 {.directory = repository.directory()})
      .ok();
}

std::string contents(const Repository& repository, git_odb* odb, const git_oid& blob) {
  constexpr const char* kDoing = "reading a file of the store";
  git_odb_object* raw = nullptr;
  const int code = git_odb_read(&raw, odb, &blob);
  const GitOdbObject object(raw);
  if (code == GIT_ENOTFOUND && is_partial(repository)) {
    git_error_clear();
    RunResult fetched =
        run_git({"cat-file", "blob", to_hex(blob)}, {.directory = repository.directory()});
    if (fetched.ok()) return std::move(fetched.output);
    throw StoreError(Fault::remote, "a file is not in this partial clone, and could not be fetched",
                     {claims::first_line(fetched.errors)},
                     "try again when the remote can be reached: git cat-file blob " + to_hex(blob));
  }
  check(code, kDoing);
  return std::string(static_cast<const char*>(git_odb_object_data(object.get())),
                     git_odb_object_size(object.get()));
}

}  // namespace aver::store
