// SPDX-License-Identifier: MIT
//
// Private to store/: SHA-1, as git names objects, for bulk writes. libgit2's looks for attacks on
// SHA-1 in what it hashes, which costs three quarters of its speed; what comes from others goes
// through git, which looks.
#pragma once

#include <string_view>

#include "store/objects/git.h"

namespace aver::store {

class Sha1 {
 public:
  Sha1();
  void add(std::string_view bytes);
  git_oid finish();

 private:
  alignas(16) unsigned char state_[128];
};

// The id of an object; `type` is git's word: "blob", "tree", "commit".
git_oid object_id(std::string_view type, std::string_view bytes);

}  // namespace aver::store
