// SPDX-License-Identifier: MIT
//
// Objects that are being written, readable from memory meanwhile.
#pragma once

#include <memory>
#include <vector>

#include "store/write/object_batch.h"

namespace aver::store {

git_object_t type_of(Packed type);

// Makes the objects readable through `odb`, for as long as it lives. They do not answer whether an
// object exists, so that libgit2 never skips writing one because of them.
void show_pending(git_odb* odb, std::shared_ptr<const std::vector<ObjectBatch::Object>> objects);

}  // namespace aver::store
