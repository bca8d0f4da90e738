// SPDX-License-Identifier: MIT
//
// SHA-1, by which git names objects, for bulk writes. libgit2's SHA-1 also detects collision
// attacks, which costs three quarters of its speed; objects from others go through git, which
// detects them.
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
