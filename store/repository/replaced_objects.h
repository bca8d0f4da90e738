// SPDX-License-Identifier: MIT
//
// Objects in whose place `git replace` put others, for this clone: what git reads, aver reads.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "store/objects/git.h"

namespace aver::store {

// By the id of the object whose place another has.
struct OidLess {
  bool operator()(const git_oid& a, const git_oid& b) const { return git_oid_cmp(&a, &b) < 0; }
};
using Replacements = std::map<git_oid, git_oid, OidLess>;

// Those that git would follow: none with GIT_NO_REPLACE_OBJECTS or core.useReplaceRefs=false.
Replacements replacements_of(git_repository* repository, const std::filesystem::path& common_dir);

// Has `odb`, of the objects below the folder, read what stands in the place of an object. Such an
// object has another hash than its id, so none that is read is hashed anew from now on.
void follow_replacements(git_odb* odb, const std::filesystem::path& objects,
                         const Replacements& replacements);

}  // namespace aver::store
