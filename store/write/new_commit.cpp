// SPDX-License-Identifier: MIT
//
// git makes the commits that are signed; all others are made here.
#include "store/write/new_commit.h"

#include "claims/text/lines.h"
#include "store/objects/sha1.h"
#include "store/process.h"
#include "store/write/object_batch.h"

namespace aver::store {
namespace {

std::string raw_commit(const Repository& repository, const git_oid& commit) {
  const auto odb =
      acquire<GitOdb>("opening the objects of the store", git_repository_odb, repository.get());
  const auto object = acquire<GitOdbObject>("reading the commit", git_odb_read, odb.get(), &commit);
  return std::string(static_cast<const char*>(git_odb_object_data(object.get())),
                     git_odb_object_size(object.get()));
}

}  // namespace

NewCommit write_commit(const Repository& repository, const std::vector<CommitId>& parent_ids,
                       const git_oid& tree, const Author& who, const std::string& message) {
  if (who.sign) {
    // git knows keys, agents and formats; we move the branch ourselves.
    std::vector<std::string> words = {"commit-tree", "-S"};
    for (const CommitId& parent : parent_ids) words.insert(words.end(), {"-p", parent});
    words.push_back(to_hex(tree));
    const RunResult signed_commit =
        run_git(words, {.directory = repository.directory(), .input = message});
    if (!signed_commit.ok()) {
      throw StoreError(Fault::refused, "the commit could not be signed, as commit.gpgSign asks",
                       {claims::first_line(signed_commit.errors)},
                       "git config commit.gpgSign, git config user.signingKey");
    }
    const git_oid id = from_hex(claims::first_line(signed_commit.output));
    return {id, raw_commit(repository, id)};
  }
  const auto root =
      acquire<GitTree>("reading the new tree", git_tree_lookup, repository.get(), &tree);
  std::vector<GitCommit> parents;
  for (const CommitId& parent : parent_ids) {
    const git_oid parent_id = from_hex(parent);
    parents.push_back(acquire<GitCommit>("reading a parent of the commit", git_commit_lookup,
                                         repository.get(), &parent_id));
  }
  std::vector<const git_commit*> all;
  for (const GitCommit& parent : parents) all.push_back(parent.get());
  git_buf buffer{};
  check(git_commit_create_buffer(&buffer, repository.get(), who.author.get(), who.committer.get(),
                                 nullptr, message.c_str(), root.get(), all.size(), all.data()),
        "writing the commit");
  std::string raw(buffer.ptr, buffer.size);
  git_buf_dispose(&buffer);
  const git_oid id = object_id("commit", raw);
  ObjectBatch commit(repository);
  commit.add(Packed::commit, id, raw, "writing the commit");
  commit.write();
  return {id, std::move(raw)};
}

}  // namespace aver::store
