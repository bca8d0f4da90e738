// SPDX-License-Identifier: MIT
//
// JSON Schemas of the records, for editors: made from the same field table that the codec reads
// records by.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "claims/records/codec.h"
#include "claims/records/vocabulary.h"

namespace aver::cli {

// JSON Schema, draft 4, which editors' TOML language servers read.
std::string json_schema(claims::RecordKind kind, const claims::Vocabulary& words);

// The files that make an editor with a TOML language server complete and check records: the schemas
// and .taplo.toml, which maps files to schemas. Path and content, from the store's root.
std::vector<std::pair<std::string, std::string>> editor_files(const claims::Vocabulary& words);

}  // namespace aver::cli
