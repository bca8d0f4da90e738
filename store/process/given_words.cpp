// SPDX-License-Identifier: MIT
//
// One mark, in one place.
#include "store/given_words.h"

namespace aver::store {

std::vector<std::string> with_given(std::vector<std::string> own,
                                    const std::vector<std::string>& given) {
  own.emplace_back("--end-of-options");
  own.insert(own.end(), given.begin(), given.end());
  return own;
}

}  // namespace aver::store
