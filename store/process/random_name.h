// SPDX-License-Identifier: MIT
//
// Names for files that go again soon.
#pragma once

#include <string>

namespace aver::store {

// Sixteen hex digits that no other program has chosen. A process id would not do: containers give
// the same few out again and again, and what is left of a dead process would be taken for our own.
std::string random_name();

}  // namespace aver::store
