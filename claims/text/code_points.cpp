// SPDX-License-Identifier: MIT
//
// Whole texts: ASCII, which most of them are, is gone over eight bytes at a time.
#include "claims/text/code_points.h"

#include <cstring>

namespace aver::claims {
namespace {

// The end of the run of ASCII that `at` stands in, in steps of eight; more may follow.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    if ((word & 0x8080808080808080u) != 0) break;
  }
  return at;
}

}  // namespace

void append_point(std::string& to, char32_t point) {
  const auto put = [&](char32_t byte) {
    to += static_cast<char>(static_cast<unsigned char>(byte));
  };
  const auto put_tail = [&](unsigned shift) { put(0x80u | (point >> shift & 0x3Fu)); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xC0u | point >> 6);
    put_tail(0);
  } else if (point < 0x10000) {
    put(0xE0u | point >> 12);
    put_tail(6);
    put_tail(0);
  } else {
    put(0xF0u | point >> 18);
    put_tail(12);
    put_tail(6);
    put_tail(0);
  }
}

bool is_ascii(std::string_view text) {
  for (std::size_t at = skip_ascii(text, 0); at < text.size(); ++at) {
    if (static_cast<unsigned char>(text[at]) >= 0x80) return false;
  }
  return true;
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size();) {
    const CodePoint point = decode(bytes, at);
    if (!point.valid()) return false;
    at += point.bytes;
    if (point.bytes == 1) at = skip_ascii(bytes, at);
  }
  return true;
}

}  // namespace aver::claims
