// SPDX-License-Identifier: MIT
//
// Private to store/: reading packed objects in libgit2's place, several times as fast: streams are
// inflated whole, and a chain of deltas is made into one before any bytes are copied.
//
// What it does not know, or cannot read, it leaves to libgit2: borrowed packs, packs that a gc has
// taken away, whatever is damaged.
#pragma once

#include <cstddef>
#include <filesystem>

#include "store/objects/git.h"

namespace aver::store {

// From now on no more than so many bytes of the packs that are read here stay in this process's
// memory; without limit until then. What is let go the system mostly has at hand still.
void keep_packs_mapped(std::size_t bytes);

// What stays now, as far as whole blocks tell.
std::size_t packs_mapped();

// Makes `odb`, which was opened on the folder `objects`, read its packs so.
void read_packs_quickly(git_odb* odb, const std::filesystem::path& objects);

}  // namespace aver::store
