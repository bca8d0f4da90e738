// SPDX-License-Identifier: MIT
//
// What is wrong with a record, and where.
//
// Bad data is never an exception: a reader or a rule returns all the diagnostics it has at once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/text/id.h"
#include "claims/text/rule.h"

namespace aver::claims {

enum class Severity { error, warning, note };

// A place in a text file. Lines and columns count from 1; a column is a code point, as in toml++
// and in most editors. Line 0 means the file as a whole.
struct Place {
  unsigned line = 0;
  unsigned column = 0;

  friend bool operator==(const Place&, const Place&) = default;
  friend auto operator<=>(const Place&, const Place&) = default;
};

struct Diagnostic {
  Severity severity = Severity::error;
  RuleName rule;
  std::string file;  // path from the store's root
  Place place;
  std::string sentence;  // lower case, no full stop
  std::string hint;      // what helps; may be empty
  // The record that is referred to, and is not there: where that is all that is wrong.
  std::optional<RecordRef> missing = std::nullopt;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

bool has_errors(const Diagnostics& diagnostics);

// Sorts by file, then place, then severity (errors first), then rule.
void sort(Diagnostics& diagnostics);

std::string_view to_string(Severity severity);

// "claims/a/b/claim.toml:3:8: error: … [rule/name]"; the place is left out where the line is 0.
std::string to_string(const Diagnostic& diagnostic);

}  // namespace aver::claims
