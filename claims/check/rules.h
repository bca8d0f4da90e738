// SPDX-License-Identifier: MIT
//
// Every rule that check and the reader hold records against, explained.
#pragma once

#include <string_view>
#include <vector>

#include "claims/text/diagnostic.h"

namespace aver::claims {

struct RuleText {
  RuleName name;
  Severity severity;
  std::string_view sentence;  // what it asks for, one sentence
  std::string_view remedy;    // what to do where it is broken
};

// In the order of their names.
const std::vector<RuleText>& rules();

// Returns the rule, or null.
const RuleText* rule_named(std::string_view name);

}  // namespace aver::claims
