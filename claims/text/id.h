// SPDX-License-Identifier: MIT
//
// Ids, and the paths in the store that they stand for. An id is a path; the rules are in
// claims/FORMAT.md, "Ids".
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "claims/text/date.h"

namespace aver::claims {

enum class RecordKind { claim, stance, actor, source, review };

std::string_view to_string(RecordKind kind);

// A record by name. A stance's id is its claim's id, "/" and the stance's own name.
struct RecordRef {
  RecordKind kind = RecordKind::claim;
  std::string id;

  friend bool operator==(const RecordRef&, const RecordRef&) = default;
  friend auto operator<=>(const RecordRef&, const RecordRef&) = default;
};

inline constexpr std::size_t kMaxSegments = 6;
inline constexpr std::size_t kMaxSegmentLength = 64;
inline constexpr std::size_t kMaxIdLength = 200;

// Returns what is wrong with `id` ("an id may not contain upper-case letters: …"), or "" where it
// is a good id of a claim, an actor or a source. A stance's id may have one segment more.
std::string id_problem(std::string_view id);

// Returns the record's path from the store's root: "claims/dorn/x/claim.toml".
std::string path_of(const RecordRef& record);
std::string claim_path(std::string_view claim_id);
std::string claim_folder(std::string_view claim_id);  // no slash at the end
std::string stance_path(std::string_view claim_id, std::string_view name);
std::string actor_path(std::string_view id);
std::string source_path(std::string_view id);

// Whether the file is an event of a review, or its signature, as main has copies of them:
// "reviews/dorn-k7f3q2m1/20241101t0930-ann-review-3fa1c9d2e0b4.toml". It is no record.
bool is_kept_event(std::string_view path);

// Returns the record whose file `path` is, or nothing where no record lives there (a capture, say,
// or aver.toml). Judges by the shape of the path alone; the id may still break the rules.
std::optional<RecordRef> record_at(std::string_view path);

// Splits "a/b/2024-10-31-calda" into claim "a/b" and name "2024-10-31-calda".
struct StanceId {
  std::string claim;
  std::string name;
};
StanceId split_stance_id(std::string_view id);

// Returns the name a new stance gets before any "-2": "2024-10-31-uw-brindle". A name that would be
// longer than a segment may be is cut from the holder's front, at a "-" where there is one.
std::string stance_name(const Date& held, std::string_view holder);

// Orders stance names as people number them: "…-calda" < "…-calda-2" < "…-calda-10". This is the
// file order that breaks ties between stances of one date.
bool file_order_less(std::string_view a, std::string_view b);

// True where `id` is `tail` or ends in "/" and `tail`.
bool is_trailing_part(std::string_view id, std::string_view tail);

// Returns an id segment made of `text` ("Kem Yarr-olin" -> "kem-yarr-olin"); empty where nothing of
// it can stand in an id. Letters outside ASCII are dropped.
std::string slug(std::string_view text);

}  // namespace aver::claims
