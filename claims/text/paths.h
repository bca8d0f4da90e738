// SPDX-License-Identifier: MIT
//
// Paths in a store.
#pragma once

#include <string_view>

namespace aver::claims {

// True where `path` leads from the store's root down to a file that git can hold: names joined by
// single "/", none of them empty, "." or "..", none ".git" in any case (as `git fsck --strict` has
// it), and no zero byte. Dots within a name are as good as any character: "notes/a..b.txt".
bool is_plain_path(std::string_view path);

}  // namespace aver::claims
