// SPDX-License-Identifier: MIT
//
// A symbolic link where a record should be: what git has of it is where it leads, which is no
// record, and to say of that what is wrong with it would mislead.
#pragma once

#include "claims/check/check.h"
#include "store/store.h"

namespace aver::store {

// Where a file has errors and is a committed link, that is all that is said of it. The modes of
// sound files are not asked for.
template <class Record>
void name_link(const View& view, claims::Decoded<Record>& decoded) {
  if (!claims::has_errors(decoded.problems)) return;
  const std::optional<FileEntry> file = view.file(decoded.file);
  if (!file || file->mode != FileMode::link) return;
  decoded.record.reset();
  decoded.draft.reset();
  decoded.problems = {claims::symbolic_link(decoded.file)};
}

}  // namespace aver::store
