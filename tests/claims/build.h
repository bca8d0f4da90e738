// SPDX-License-Identifier: MIT
//
// Small builders for records in tests.
#pragma once

#include <string>

#include "claims/records/records.h"

namespace aver::tests {

inline claims::Date date(const std::string& text) { return *claims::parse_date(text).date; }

// A stance of china on topic/x, named "<held>-china" unless said otherwise.
inline claims::Stance stance(const std::string& held, const std::string& position,
                             const std::string& name = "") {
  claims::Stance stance;
  stance.claim = "topic/x";
  stance.name = name.empty() ? held + "-china" : name;
  stance.holder = "china";
  stance.position = position;
  stance.held = date(held);
  return stance;
}

}  // namespace aver::tests
