// SPDX-License-Identifier: MIT
//
// A record that is there, held against what an import says of it: whether it says all of that
// already, and how it comes to.
//
// What comes in need not be all that is known: keys that it does not have are left alone, and lists
// (tags, aliases) are added to.
#pragma once

#include <string>
#include <vector>

#include "claims/text/id.h"
#include "claims/toml/toml.h"

namespace aver::claims {

// The keys and values of a record's file; none where it cannot be read.
toml::Table table_of_text(const std::string& text, RecordKind kind, const std::string& path);

// The keys of `values` that `there` does not say: another value, or a list that lacks an element.
std::vector<std::string> keys_not_said(const toml::Table& there, const toml::Table& values);

// The file's text with the values that differ put in. Its comments and layout stay where that can
// be done.
std::string with_values(const std::string& text, const toml::Table& values, RecordKind kind,
                        const std::string& path);

}  // namespace aver::claims
