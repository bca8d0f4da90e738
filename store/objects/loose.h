// SPDX-License-Identifier: MIT
//
// Reads loose objects in libgit2's place.
//
// libgit2 1.5 never returns from an object whose file was cut off (a full disk, a power failure),
// and writes past its buffer where a file holds more than its header says. Writing, and everything
// else about loose objects, stays with libgit2.
#pragma once

#include <filesystem>

#include "store/objects/git.h"

namespace aver::store {

// Makes `odb`, which was opened on the folder `objects`, read the loose objects in it and in its
// alternates safely: what is damaged is GIT_ERROR with the class GIT_ERROR_ODB.
void read_loose_safely(git_odb* odb, const std::filesystem::path& objects);

}  // namespace aver::store
