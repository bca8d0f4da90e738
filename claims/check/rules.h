// SPDX-License-Identifier: MIT
//
// Every rule that check and the reader hold records against, by its stable name.
#pragma once

#include <string_view>
#include <vector>

#include "claims/text/diagnostic.h"

namespace aver::claims {

struct Rule {
  std::string_view name;  // "quote/missing"
  Severity severity;
  std::string_view sentence;  // what it asks for, one sentence
  std::string_view remedy;    // what to do where it is broken
};

// In the order of their names.
const std::vector<Rule>& rules();

// Returns the rule, or null.
const Rule* rule_named(std::string_view name);

}  // namespace aver::claims
