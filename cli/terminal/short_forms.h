// SPDX-License-Identifier: MIT
//
// How an instant and a commit are written for people.
#pragma once

#include <cstdint>
#include <string>

namespace aver::cli {

// "2024-11-02 09:00", local time, of seconds since 1970.
std::string local_time(std::int64_t seconds);

// The day of it: "2024-11-02".
std::string local_day(std::int64_t seconds);

// The first seven digits of a commit's id.
std::string short_id(const std::string& id);

}  // namespace aver::cli
