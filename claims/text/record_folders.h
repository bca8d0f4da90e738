// SPDX-License-Identifier: MIT
//
// The folders of a store: the one table of them.
#pragma once

#include <array>
#include <string_view>

#include "claims/text/id.h"

namespace aver::claims {

// The folder at the store's root that the records of the kind are in, without a slash. A stance
// lies beside its claim.
constexpr std::string_view record_folder(RecordKind kind) {
  switch (kind) {
    case RecordKind::claim:
    case RecordKind::stance:
      return "claims";
    case RecordKind::actor:
      return "actors";
    case RecordKind::source:
      return "sources";
    case RecordKind::review:
      return "reviews";
  }
  return "";
}

// All of them, in the order that git has them in.
inline constexpr std::array<std::string_view, 4> kRecordFolders = {
    record_folder(RecordKind::actor), record_folder(RecordKind::claim),
    record_folder(RecordKind::review), record_folder(RecordKind::source)};

// True where `path` is one of these folders or is in one, whether a record lives there or not.
bool is_in_record_folder(std::string_view path);

}  // namespace aver::claims
