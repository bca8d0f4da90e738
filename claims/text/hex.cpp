// SPDX-License-Identifier: MIT
//
// Bytes as hexadecimal digits, and back.
#include "claims/text/hex.h"

#include "claims/text/ascii.h"

namespace aver::claims {
namespace {

constexpr int value_of(char digit) {
  if (is_digit(digit)) return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : 0;
}

}  // namespace

std::string to_hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string digits(bytes.size() * 2, '0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    digits[2 * i] = kDigits[byte >> 4];
    digits[2 * i + 1] = kDigits[byte & 15];
  }
  return digits;
}

std::string from_hex(std::string_view digits) {
  std::string bytes(digits.size() / 2, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<char>(value_of(digits[2 * i]) * 16 + value_of(digits[2 * i + 1]));
  }
  return bytes;
}

bool is_hex(std::string_view digits) {
  return digits.find_first_not_of("0123456789abcdef") == digits.npos;
}

}  // namespace aver::claims
