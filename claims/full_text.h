// SPDX-License-Identifier: MIT
//
// What of a record full-text search looks through: its words, apart from ids, dates and addresses.
//
// Pure. An index keeps no copy of these; to take a record out of it they are made again from the
// record's old contents. So a change here is a new version of the index (store/records_rows).
#pragma once

#include <string>
#include <vector>

#include "claims/records.h"

namespace aver::claims {

struct FullText {
  std::string title;  // what the record is about: a claim's text, a name, a title
  std::string body;   // the rest, part by part, each on a line of its own

  bool empty() const { return title.empty() && body.empty(); }
};

FullText full_text(const Claim& claim);
FullText full_text(const Stance& stance);
FullText full_text(const Actor& actor);
FullText full_text(const Source& source);

}  // namespace aver::claims
