// SPDX-License-Identifier: MIT
//
// Any line but the first may be one.
#include "cli/check/trailer.h"

#include "claims/text/lines.h"

namespace aver::cli {
namespace {

constexpr std::string_view kDrops = "Drops";

// Calls `visit` with the value of each trailer of that name.
template <class Visit>
void each_value(std::string_view message, std::string_view name, const Visit& visit) {
  const std::string begin = "\n" + std::string(name) + ": ";
  for (std::size_t at = message.find(begin); at != message.npos; at = message.find(begin, at + 1)) {
    visit(claims::first_line(message.substr(at + begin.size())));
  }
}

}  // namespace

std::string trailer_of(std::string_view message, std::string_view name) {
  std::string last;
  each_value(message, name, [&](const std::string& value) { last = value; });
  return last;
}

bool has_trailer(std::string_view message, std::string_view name, std::string_view value) {
  bool found = false;
  each_value(message, name, [&](const std::string& one) { found = found || one == value; });
  return found;
}

std::string drops_of(std::string_view message) {
  return std::string(claims::trimmed(trailer_of(message, kDrops), " \t"));
}

std::string drops_line(std::string_view why) {
  return std::string(kDrops) + ": " + std::string(why);
}

}  // namespace aver::cli
