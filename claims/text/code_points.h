// SPDX-License-Identifier: MIT
//
// UTF-8 <-> code points: the one decoder that all layers read text with.
//
// Strict, as RFC 3629 has it: overlong forms, surrogates and what lies beyond U+10FFFF are no
// UTF-8. Knows nothing of what a code point means; hidden.h and fold.h do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace aver::claims {

// Stands for what cannot be read.
inline constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
  char32_t value = kReplacement;
  std::uint32_t bytes = 1;

  // False for one byte that begins no code point: kReplacement itself takes three.
  bool valid() const { return value != kReplacement || bytes != 1; }
};

// Any byte but the first of a code point's several.
inline bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

// Returns the code point that begins at byte `at`.
// REQUIRES: at < text.size().
[[gnu::always_inline]] inline CodePoint decode(std::string_view text, std::size_t at = 0) {
  const auto byte = [&](std::size_t i) -> std::uint32_t {
    return static_cast<unsigned char>(text[at + i]);
  };
  // The six bits of a byte that goes on; more than 0x3F for any other byte.
  const auto bits = [&](std::size_t i) { return byte(i) ^ 0x80u; };
  const std::size_t size = text.size() - at;
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) {
    if (lead < 0xC2 || size < 2 || bits(1) > 0x3F) return {};
    return {(lead & 0x1Fu) << 6 | bits(1), 2};
  }
  if (lead < 0xF0) {
    if (size < 3 || (bits(1) | bits(2)) > 0x3F) return {};
    const char32_t point = (lead & 0x0Fu) << 12 | bits(1) << 6 | bits(2);
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    return point < 0x800 || surrogate ? CodePoint{} : CodePoint{point, 3};
  }
  if (lead > 0xF4 || size < 4 || (bits(1) | bits(2) | bits(3)) > 0x3F) return {};
  const char32_t point = (lead & 0x07u) << 18 | bits(1) << 12 | bits(2) << 6 | bits(3);
  return point < 0x10000 || point > 0x10FFFF ? CodePoint{} : CodePoint{point, 4};
}

// Reads the code point at `at` and moves on behind it; kReplacement for a byte that begins none.
// REQUIRES: at < text.size().
inline char32_t next_point(std::string_view text, std::size_t& at) {
  const CodePoint point = decode(text, at);
  at += point.bytes;
  return point.value;
}

// Appends `point` in UTF-8.
// REQUIRES: `point` is a code point, and no surrogate.
void append_point(std::string& to, char32_t point);

bool is_ascii(std::string_view text);

// True where the bytes are UTF-8 throughout.
bool is_utf8(std::string_view bytes);

}  // namespace aver::claims
