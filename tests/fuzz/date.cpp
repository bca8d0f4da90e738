// SPDX-License-Identifier: MIT
//
// Any bytes as a date: what is read is written as it was (a time in its one form), and lies in its
// own span.
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
    const std::string written = to_string(*parsed.date);
    if (written != text && !parsed.date->time()) std::abort();
    if (parse_date(written).date != parsed.date) std::abort();
    if (parsed.date->latest() < parsed.date->earliest()) std::abort();
    if (parsed.date->written() < parsed.date->earliest()) std::abort();
    if (parsed.date->latest() < parsed.date->written()) std::abort();
    (void)moment_of(*parsed.date);
  }
  (void)parse_day(text);
  return 0;
}
