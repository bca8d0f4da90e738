// SPDX-License-Identifier: MIT
//
// Puts back the hyphens at line ends that a program took out of a text.
#pragma once

#include <string>
#include <string_view>

namespace aver::claims {

// `text` with each word that `lines` has broken at a line end broken in the same way: a hyphen
// there may be the word's own ("non-" "proliferation"), and only the reader of a quote can say. Of
// the lines only the words at their ends count, so they may come in another order. Linear.
std::string with_line_ends(std::string_view text, std::string_view lines);

}  // namespace aver::claims
