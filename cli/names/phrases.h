// SPDX-License-Identifier: MIT
//
// Words for a full-text search, as people type them.
#pragma once

#include <string>
#include <vector>

namespace aver::cli {

// What was typed, as phrases: a word, or what stands between quotes. A word with blanks in it,
// which the shell has taken the quotes from, is a phrase. Nothing in it has a meaning but quotes.
// Throws StoreError(usage), with the place, for a quote that is not closed and for no words at all.
// `width` is that of the terminal, in columns.
std::vector<std::vector<std::string>> phrases_of(const std::vector<std::string>& words, int width);

}  // namespace aver::cli
