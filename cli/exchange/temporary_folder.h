// SPDX-License-Identifier: MIT
//
// Where temporary files lie that have no place in a store. Makes none itself.
#pragma once

#include <string>

namespace aver::cli {

// The folder that TMPDIR names, else /tmp. Throws StoreError(io) where it is no folder.
std::string temporary_folder();

}  // namespace aver::cli
