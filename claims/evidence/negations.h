// SPDX-License-Identifier: MIT
//
// Words whose omission turns the sense of a sentence: negations and conditions, in several
// languages.
//
// A list of small words, and no grammar: it knows nothing of what a word means where it stands, and
// takes a text to be in any of its languages. So it finds what may turn the sense, and proves
// nothing.
#pragma once

#include <string>
#include <string_view>

namespace aver::claims {

// Returns the first negation or condition in the text, as it stands there ("not", "n’t" with its
// word: "won’t", "если", "不"); empty where there is none.
std::string first_negation(std::string_view text);

}  // namespace aver::claims
