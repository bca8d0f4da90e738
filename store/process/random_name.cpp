// SPDX-License-Identifier: MIT
//
// From the system's source of chance.
#include "store/process/random_name.h"

#include <array>
#include <cstdio>
#include <random>

namespace aver::store {

std::string random_name() {
  std::random_device random;
  std::array<char, 17> hex;
  std::snprintf(hex.data(), hex.size(), "%08x%08x", random(), random());
  return hex.data();
}

}  // namespace aver::store
