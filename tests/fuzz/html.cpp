// SPDX-License-Identifier: MIT
//
// Any bytes as a page.
#include "claims/evidence/html.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view html(reinterpret_cast<const char*>(data), size);
  (void)aver::claims::page_text(html);
  (void)aver::claims::looks_like_html(html);
  (void)aver::claims::declared_encoding(html);
  return 0;
}
