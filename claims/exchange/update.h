// SPDX-License-Identifier: MIT
//
// Compares a stored record with what an import says of it: which values are new, and the record's
// text with them put in.
//
// An import may be partial: keys that it leaves out stay as they are, and lists (tags, aliases) are
// added to.
#pragma once

#include <string>
#include <vector>

#include "claims/text/id.h"
#include "claims/toml/toml.h"

namespace aver::claims {

// The keys and values of a record's file; none where it cannot be read.
toml::Table table_of_text(const std::string& text, RecordKind kind, const std::string& path);

// Returns the keys of `values` for which `there` has another value, none, or a list that lacks an
// element.
std::vector<std::string> keys_not_said(const toml::Table& there, const toml::Table& values);

// The file's text with the values that differ put in. Its comments and layout stay where that can
// be done.
std::string with_values(const std::string& text, const toml::Table& values, RecordKind kind,
                        const std::string& path);

}  // namespace aver::claims
