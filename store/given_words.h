// SPDX-License-Identifier: MIT
//
// Words for a program that a person, a setting or a repository gave: a remote, a branch, a range, a
// file. Each call of git that has such a word goes through here, unless the word stands behind "--"
// or behind an option's own "=".
#pragma once

#include <string>
#include <vector>

namespace aver::store {

// `own`, the words of ours, and behind git's mark for the end of options those that were given:
// none of them can be an option, whatever it begins with. They may hold a "--" of ours before
// paths.
std::vector<std::string> with_given(std::vector<std::string> own,
                                    const std::vector<std::string>& given);

}  // namespace aver::store
