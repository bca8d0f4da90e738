// SPDX-License-Identifier: MIT
//
// Records and their parts as JSON values, in the words that every answer uses.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cli/answers/answers.h"

namespace aver::cli {

class JsonWriter;

using Json = nlohmann::ordered_json;  // keys stay in the order they are written in

Json or_null(const std::string& text);  // null where it is empty

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(to_string(*value)) : Json();
}

Json list(const std::vector<std::string>& words);
Json head_json(const char* schema, const Head& head);
Json without_json(const WithoutTold& told);
Json claim_json(const claims::Claim& claim);
Json stance_json(const claims::Stance& stance, const claims::Vocabulary& words);
void write_stance(JsonWriter& to, const claims::Stance& stance, const claims::Vocabulary& words);
void write_stance_or_null(JsonWriter& to, const claims::Stance* stance,
                          const claims::Vocabulary& words);
Json actor_json(const claims::Actor& actor);
Json source_json(const claims::Source& source);
// {"earliest", "latest"}: the first and the last day that may be meant.
Json days_json(const claims::DaySpan& days);

// What may be in force: [{"position", "lapsed", "stances"}], each said once; stances by their ids.
Json possible_json(const std::vector<claims::Possible>& possible);

// The same as members of the object that is open.
void write_days(JsonWriter& to, std::string_view name, const claims::DaySpan& days);
void write_possible(JsonWriter& to, std::string_view name,
                    const std::vector<claims::Possible>& possible);

// The stances of it that are not `stance`, whole: what is not certain has no other place for them.
Json further_json(const std::vector<claims::Possible>& possible, const claims::Stance* stance,
                  const claims::Vocabulary& words);

// The same as a member of the object that is open.
void write_further(JsonWriter& to, std::string_view name,
                   const std::vector<claims::Possible>& possible, const claims::Stance* stance,
                   const claims::Vocabulary& words);

Json position_json(const claims::Position& position, const claims::Vocabulary& words);
Json positions_json(const std::vector<Held>& positions, const claims::Vocabulary& words);
// How the claim's deadline stands on a line. `outcome` is null where it is not certain.
Json deadline_json(const claims::LineDeadline& line);
Json diagnostics_json(const claims::Diagnostics& diagnostics);
Json quotes_json(const Quotes& quotes);
Json reliability_json(const Reliability& reliability);
// What became of a record; null where nothing is told.
Json since_json(const std::optional<SinceThen>& since);
// The members of a diff, into the object that is open.
void write_members(JsonWriter& to, const DiffAnswer& answer, const claims::Vocabulary& words);

// The text as it is printed, with a line end; safe for a terminal.
std::string printed(const Json& json);

}  // namespace aver::cli
