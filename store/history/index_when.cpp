// SPDX-License-Identifier: MIT
//
// Reads AVER_INDEX.
#include "store/index_when.h"

#include <cstdlib>
#include <string_view>

namespace aver::store {

IndexWhen index_when() {
  const char* asked = std::getenv("AVER_INDEX");
  const std::string_view word = asked == nullptr ? "" : asked;
  if (word == "off") return IndexWhen::never;
  if (word == "always") return IndexWhen::always;
  return IndexWhen::worthwhile;
}

}  // namespace aver::store
