// SPDX-License-Identifier: MIT
//
// The text of a page, as a reader sees it: blocks parted by blank lines, no scripts, no styles. The
// only user of gumbo.
#pragma once

#include <string>
#include <string_view>

namespace aver::claims {

struct PageText {
  // UTF-8 without control characters, but for newlines; ends in one. Empty where the page shows no
  // text.
  std::string text;
  std::string title;
  bool cut = false;     // the page ends in the middle: no </html>
  std::string problem;  // why it was not read; then there is no text
};

// Reads a page in UTF-8, however bad. Refuses what gumbo would take quadratic time for: more than
// 32 MiB, or tags nested more than 10,000 deep.
PageText page_text(std::string_view html);

// True where the bytes begin as a page does.
bool looks_like_html(std::string_view bytes);

// The encoding that a page declares, lower case: "windows-1252"; empty where it declares none.
std::string declared_encoding(std::string_view html);

}  // namespace aver::claims
