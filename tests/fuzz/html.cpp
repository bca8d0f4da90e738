// SPDX-License-Identifier: MIT
//
// Any bytes as a page: its text is UTF-8 without control characters, and ends in a newline.
#include "claims/evidence/html.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "claims/text/code_points.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view html(reinterpret_cast<const char*>(data), size);
  const aver::claims::PageText page = aver::claims::page_text(html);
  if (!page.text.empty() && page.text.back() != '\n') std::abort();
  if (!aver::claims::is_utf8(page.text)) std::abort();
  for (const char c : page.text) {
    if ((c >= 0 && c < ' ' && c != '\n') || c == '\x7f') std::abort();
  }
  (void)aver::claims::looks_like_html(html);
  (void)aver::claims::declared_encoding(html);
  return 0;
}
