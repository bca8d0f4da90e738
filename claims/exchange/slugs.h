// SPDX-License-Identifier: MIT
//
// Segments of ids made of any text, for imports: stable, so that the same text is the same id in
// every run and on every machine.
#pragma once

#include <string>
#include <string_view>

namespace aver::claims {

// Returns an id segment made of `text`: "São Tomé & Príncipe" -> "sao-tome-principe", "NA" -> "na",
// "con" -> "con-1" (Windows cannot store "con"). Where letters were lost (other scripts than Latin)
// or the text is too long, eight hex digits of a hash of the whole text stand at its end, so that
// two texts do not become one id. Empty where the text has neither a letter nor a digit.
std::string stable_slug(std::string_view text);

// Eight hex digits that depend on every byte of the text (FNV-1a).
std::string short_hash(std::string_view text);

}  // namespace aver::claims
