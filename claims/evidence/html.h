// SPDX-License-Identifier: MIT
//
// The text of a page, as a reader sees it: blocks parted by blank lines, no scripts, no styles, and
// nothing that is hidden or struck out. Notes and ruby are left out of the words they stand at;
// formulas are written on one line; declarative shadow roots are shown with what is slotted into
// them. The only user of gumbo.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aver::claims {

struct PageText {
  // UTF-8 without control characters, but for newlines; ends in one. Empty where the page shows no
  // text.
  std::string text;
  std::string title;
  bool cut = false;  // the page ends in the middle: no </html>
  // What was left out of the text that a reader sees, or may look for: "2 struck-out passages".
  std::vector<std::string> left_out;
  std::string problem;  // why it was not read; then there is no text
};

// Reads a page in UTF-8, however bad. Refuses what gumbo would take quadratic time for: more than
// 32 MiB, or tags nested more than 10,000 deep.
PageText page_text(std::string_view html);

// True where the bytes begin as a page does, behind an XML prolog or not.
bool looks_like_html(std::string_view bytes);

// The encoding that a page declares in its <meta> or its XML prolog, lower case: "windows-1252";
// empty where it declares none.
std::string declared_encoding(std::string_view html);

}  // namespace aver::claims
