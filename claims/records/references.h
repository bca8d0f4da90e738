// SPDX-License-Identifier: MIT
//
// Where a record names another: found for whoever renames or removes one, rewritten in place.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/text/id.h"
#include "claims/toml/toml.h"

namespace aver::claims {

struct Reference {
  std::string key;  // "holder", "via[0]", "relation[1].to"
  RecordRef to;     // a stance's id is whole, even where the file gives the name alone
  std::string written;
  toml::Span span;  // of the value
};

// Returns the references in a record's text, in the file's order; none where it is no TOML.
// Speakers and reporters count where they are well-formed ids; reviews speak of contents and have
// none.
std::vector<Reference> references(std::string_view text, const RecordRef& record);

// Says the new id of a record that is renamed, or nothing.
using NewId = std::function<std::optional<std::string>(const RecordRef&)>;

// Returns the text with the renamed ids in it, all else byte for byte; nothing where it names none.
std::optional<std::string> with_new_ids(std::string_view text, const RecordRef& record,
                                        const NewId& new_id);

}  // namespace aver::claims
