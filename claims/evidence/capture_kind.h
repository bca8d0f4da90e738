// SPDX-License-Identifier: MIT
//
// What kind of file a capture is, told by its bytes and never by its name.
#pragma once

#include <string_view>

namespace aver::claims {

// A kind of file that is known and whose text cannot be taken out. To take it for plain text would
// make words of its markup, and miss those that it encodes.
struct UnreadKind {
  std::string_view name;     // "a picture (PNG)"; empty where the bytes are no such file
  std::string_view instead;  // what to save in its place
};

// Looks at the beginning and the end of the bytes, and into the first names of a zip archive.
UnreadKind unread_kind(std::string_view bytes);

}  // namespace aver::claims
