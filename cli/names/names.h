// SPDX-License-Identifier: MIT
//
// Finds the record that a person means by a typed name: a whole id, any unique trailing part of it,
// or a former id. For an unknown name, the error lists similar names and hints at the command with
// the nearest one, or at the command that adds it (for a reading command: that lists what there
// is).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/records/vocabulary.h"
#include "claims/text/id.h"
#include "store/store.h"

namespace aver::cli {

// A name, and the record it means; or else what to tell instead.
struct NameLookup {
  std::optional<std::string> id;
  claims::RecordKind kind = claims::RecordKind::claim;
  std::string name;               // as given
  std::vector<std::string> near;  // the nearest first
  std::string hint;               // how to go on without it
};
// Throws StoreError(ambiguous) with the list.
NameLookup find_claim(const store::View& view, const std::string& name);
// Also by name or alias; any text may be asked for. Throws likewise.
NameLookup find_actor(const store::View& view, const std::string& name);
// Throws StoreError(not_found) for a lookup that found nothing.
[[noreturn]] void not_found(const NameLookup& nothing);

// Each returns the id. Throws StoreError: not_found with the nearest names, ambiguous with the
// list.
std::string claim_named(const store::View& view, const std::string& name);
std::string actor_named(const store::View& view, const std::string& name);  // also by name or alias
std::string source_named(const store::View& view, const std::string& name);

// Any record. "actors/calda", "claims/x/claim.toml" and the like say which kind is meant.
claims::RecordRef record_named(const store::View& view, const std::string& name);

// The words of a scale, each with what it means beside it: lines of at most `width` columns.
std::string words_and_meanings(const claims::Scale& scale, int width, int indent);

// The position's present name. Throws StoreError(usage), listing the vocabulary and what its words
// mean, where the word is not a position.
std::string position_named(const claims::Vocabulary& vocabulary, const std::string& word);

// Throws StoreError(usage) where `id` is not a valid id.
void require_good_id(const std::string& id);

}  // namespace aver::cli
