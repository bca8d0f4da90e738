// SPDX-License-Identifier: MIT
//
// The labels by which pages name their encoding, read as browsers read them: "iso-8859-1" is
// windows-1252, "gb2312" is GB 18030.
#pragma once

#include <string_view>

namespace aver::claims {

// Returns the name that iconv knows the encoding of the label by ("WINDOWS-1252"), whatever the
// case of the label and the blanks around it; empty for a label that browsers do not know or refuse
// to read.
std::string_view charset_of(std::string_view label);

}  // namespace aver::claims
