// SPDX-License-Identifier: MIT
//
// Any bytes as a date: what is read is written as it was, and lies in its own span.
#include "claims/text/date.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aver::claims;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const ParsedDate parsed = parse_date(text);
  if (parsed.date.has_value() == !parsed.problem.empty()) std::abort();
  if (parsed.date) {
    if (to_string(*parsed.date) != text) std::abort();
    if (parsed.date->latest() < parsed.date->earliest()) std::abort();
  }
  (void)parse_day(text);
  return 0;
}
