// SPDX-License-Identifier: MIT
//
// Reads packed objects in libgit2's place, more than twice as fast: streams are inflated whole, and
// a chain of deltas is combined before any bytes are copied.
//
// Leaves to libgit2 what it does not know or cannot read: borrowed packs, packs that a gc has
// removed, whatever is damaged.
#pragma once

#include <cstddef>
#include <filesystem>

#include "store/objects/git.h"

namespace aver::store {

// Limits the bytes of packs that this process keeps mapped, from now on; before the first call
// there is no limit. A reader that would map more unmaps its packs and reads them in pieces from
// then on. Returns the limit until now.
std::size_t keep_packs_mapped(std::size_t bytes);

// How many bytes of packs are mapped and in memory now, counted in whole blocks.
std::size_t packs_mapped();

// Makes `odb`, which was opened on the folder `objects`, read its packs this way.
void read_packs_quickly(git_odb* odb, const std::filesystem::path& objects);

}  // namespace aver::store
