// SPDX-License-Identifier: MIT
//
// Words for a full-text search, as people type them.
#pragma once

#include <string>
#include <vector>

namespace aver::cli {

// Splits what was typed into phrases: a word, or the text between quotes. A word with blanks in it
// (the shell has removed its quotes) is one phrase. No other character has a meaning. Throws
// StoreError(usage), with the place, for a quote that is not closed and for no words at all.
// `width` is that of the terminal, in columns.
std::vector<std::vector<std::string>> phrases_of(const std::vector<std::string>& words, int width);

}  // namespace aver::cli
