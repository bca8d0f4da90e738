// SPDX-License-Identifier: MIT
//
// Private to store/: objects that are being written, read from memory meanwhile.
#pragma once

#include <memory>
#include <vector>

#include "store/write/object_batch.h"

namespace aver::store {

git_object_t type_of(Packed type);

// Makes the objects readable through `odb`, for as long as it lives. Nothing that is to be written
// is left out because of them: whether an object exists they do not say.
void show_pending(git_odb* odb, std::shared_ptr<const std::vector<ObjectBatch::Object>> objects);

}  // namespace aver::store
