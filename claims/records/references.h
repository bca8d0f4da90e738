// SPDX-License-Identifier: MIT
//
// References from one record to another: found before a record is renamed or removed, and rewritten
// in place.
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
  std::string key;  // "holder", "via[0]", "relation[1].to", "evidence[0].via[1]"
  RecordRef to;     // a stance's id is whole, even where the file gives the name alone
  std::string written;
  toml::Span span;  // of the value
};

// Returns the references in a record's text, in the file's order; none where it is no TOML. A
// speaker or a reporter is a reference where it is a well-formed id. A review refers to contents,
// not to records, and has none.
std::vector<Reference> references(std::string_view text, const RecordRef& record);

// The aliases of a claim, an actor or a source, former ids among them; none of other records, and
// none where it cannot be read.
std::vector<std::string> aliases_of(const std::string& text, const RecordRef& record);

// Returns the new id of a renamed record; nothing for any other record.
using NewId = std::function<std::optional<std::string>(const RecordRef&)>;

// Returns the text with the renamed ids in it, all else byte for byte; nothing where it names none.
std::optional<std::string> with_new_ids(std::string_view text, const RecordRef& record,
                                        const NewId& new_id);

}  // namespace aver::claims
