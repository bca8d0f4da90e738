// SPDX-License-Identifier: MIT
//
// Naming commits whose stamps are wrong: `[clock] wrong` of an aver.toml, edited and merged as
// text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aver::claims {

// Returns the text of an aver.toml with one more commit in `[clock] wrong`; the rest stays byte for
// byte. Returns nothing where the text is no settings, or has a [clock] without that list.
std::optional<std::string> with_wrong_stamp(std::string_view text, const std::string& commit);

// Merges the texts of an aver.toml of which one side has done no more than name wrong stamps: they
// are named in what the other side has. Returns nothing where that is not so.
std::optional<std::string> merge_wrong_stamps(const std::string& base, const std::string& ours,
                                              const std::string& theirs);

}  // namespace aver::claims
