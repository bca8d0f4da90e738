// SPDX-License-Identifier: MIT
//
// Small builders for records in tests.
#pragma once

#include <string>

#include "claims/records/records.h"

namespace aver::tests {

inline claims::Date date(const std::string& text) { return *claims::parse_date(text).date; }

// A stance of calda on topic/x, named "<held>-calda" unless said otherwise.
inline claims::Stance stance(const std::string& held, const std::string& position,
                             const std::string& name = "") {
  claims::Stance stance;
  stance.claim = "topic/x";
  stance.name = name.empty() ? held + "-calda" : name;
  stance.holder = "calda";
  stance.position = position;
  stance.held = date(held);
  return stance;
}

}  // namespace aver::tests
