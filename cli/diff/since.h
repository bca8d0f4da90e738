// SPDX-License-Identifier: MIT
//
// What became of a record since an edition, or since the revision that it is shown at: whether it
// still stands as it was cited.
#pragma once

#include <optional>
#include <string>

#include "cli/answers/answers.h"
#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

// What became of `record` of `then`, up to `now`; `revision` is what the answer calls `then`. It is
// followed through renames. A claim's stances are told with it: those that were set aside,
// rewritten or removed.
SinceThen since_then(Session& session, const store::View& then, const store::View& now,
                     const claims::RecordRef& record, const std::string& revision);

// The same from the latest edition among the ancestors of `now` that has the record, an id of
// `now`; nothing where none has.
std::optional<SinceThen> since_edition(Session& session, const store::View& now,
                                       const claims::RecordRef& record);

// "ID@REV", typed. Where the whole names a record, "@" is part of its name.
struct RecordAt {
  std::string record;
  std::optional<std::string> revision;
};
// Throws StoreError: usage where nothing stands behind the "@"; ambiguous.
RecordAt record_at_revision(Session& session, const std::string& typed);

// The record that the name means at an older revision: by an id of then, or of today. Throws
// StoreError(not_found), with the commit that recorded it, where it is a record of today that was
// recorded later.
claims::RecordRef record_of_then(Session& session, const store::View& then,
                                 const std::string& record, const std::string& revision);

}  // namespace aver::cli
