// SPDX-License-Identifier: MIT
//
// How an instant and a commit are written for people.
#include "cli/terminal/short_forms.h"

#include <array>
#include <ctime>

namespace aver::cli {

std::string local_time(std::int64_t seconds) {
  const auto at = static_cast<std::time_t>(seconds);
  std::tm local{};
  localtime_r(&at, &local);
  std::array<char, 32> buffer{};
  std::strftime(buffer.data(), buffer.size(), "%Y-%m-%d %H:%M", &local);
  return buffer.data();
}

std::string local_day(std::int64_t seconds) {
  constexpr std::size_t kDay = 10;
  return local_time(seconds).substr(0, kDay);
}

std::string short_id(const std::string& id) {
  constexpr std::size_t kShort = 7;
  return id.substr(0, kShort);
}

}  // namespace aver::cli
