// SPDX-License-Identifier: MIT
//
// Moves, makes and removes references by compare-and-swap. libgit2 leaves its lock behind where a
// signal ends the program, and then syncs to disk what it has moved already: so signals wait here,
// and whatever a failure is called, what counts is where the reference is then.
#pragma once

#include <optional>
#include <string>

#include "store/repository/repository.h"

namespace aver::store {

// Where the reference is now, read anew; nothing where there is none, or where that cannot be told.
std::optional<git_oid> target_of(const Repository& repository, const std::string& ref);

// Where a fetch by the refspec puts the reference; empty where it does not bring it.
std::string put_by_fetch(const std::string& spec, const std::string& ref);

enum class Swap { done, lost, locked };

struct Swapped {
  Swap swap = Swap::done;
  std::string oddity = {};  // of Swap::done: what failed behind the move, in git's words
};

// Moves `ref` from one commit to another; a zero id stands for a reference that is not there.
// Swap::done also where it has got there, or further, in spite of a failure. `reason` is for the
// reflog. Throws StoreError.
Swapped move_reference(const Repository& repository, const std::string& ref, const git_oid& from,
                       const git_oid& to, const std::string& reason);

// Removes `ref`, if it is at the commit; done where there is none. Throws StoreError.
Swapped remove_reference(const Repository& repository, const std::string& ref, const git_oid& from);

}  // namespace aver::store
