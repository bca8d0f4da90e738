// SPDX-License-Identifier: MIT
//
// The store's format, raised by the first commit that needs it.
#pragma once

#include <optional>
#include <string>

#include "store/store.h"

namespace aver::cli {

// The text of aver.toml with the format set, its comments and layout kept.
std::optional<std::string> with_format(const std::string& settings, int format);

// Where a record among the edits has a key or a form of a date that came after the store's format,
// adds the edit of aver.toml that sets the one it needs, and returns that. An older aver then
// refuses the store by name, where it would have misread it.
std::optional<int> raise_format(const store::View& tip, store::Change& change);

// "aver.toml now says format = 2, which an older aver refuses".
std::string format_note(int format);

}  // namespace aver::cli
