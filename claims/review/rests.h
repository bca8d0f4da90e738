// SPDX-License-Identifier: MIT
//
// The values that give a record its meaning, though they stand in other files: the text of its
// claim, the name of its holder, the saved text of its source, the scale of its word. Whoever
// approves a record approves it with these; where one of them is another now, they have not seen
// that.
//
// Pure. Values, not files: a note, a tag or an alias that is added changes nothing here. Hashing is
// the caller's.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claims/records/records.h"
#include "claims/records/vocabulary.h"
#include "claims/text/id.h"

namespace aver::claims::reviews {

// One value. `of` is what it is of: claim, holder, speaker, via, source, position, rating. `id` is
// the actor's or the source's; empty for others, so that a renamed word is the same word.
struct RestedOn {
  std::string of;
  std::string id;
  std::string key;  // text, kind, name, title, url, published, capture, original, scale, …
  std::string value;

  friend bool operator==(const RestedOn&, const RestedOn&) = default;
  friend auto operator<=>(const RestedOn&, const RestedOn&) = default;
};

// In order, each once. A claim, an actor and a source say by themselves what they mean: none.
using Rests = std::vector<RestedOn>;

// Where the records are that a stance refers to; null for one that is not there. What a function
// gives is read before the next call.
struct Referred {
  const Claim* claim = nullptr;
  std::function<const Actor*(std::string_view id)> actor;
  std::function<const Source*(std::string_view id)> source;
  const Vocabulary* vocabulary = nullptr;
};
Rests rests_of(const Stance& stance, const Referred& referred);

// The records that these values stand in, each once; the vocabulary aside. So a change of one of
// them needs what a change of the stance would need.
std::vector<RecordRef> rested_on(const Stance& stance);

// The text whose SHA-256 is the `rests` of a review: one text for equal values, and another for
// others. Empty for none; then a review says nothing.
std::string digest_input(const Rests& rests);

// For a review of a whole folder: the same of all files that it is about. `files` is the path and
// the `rests` of each, in any order.
std::string folder_digest_input(std::vector<std::pair<std::string, std::string>> files);

// What differs, a sentence each, in the order of `after`: "its source 2024/wire was captured anew".
std::vector<std::string> differences(const Rests& before, const Rests& after);

}  // namespace aver::claims::reviews
