// SPDX-License-Identifier: MIT
//
// Skips what most bytes of most files are, eight at a time: for loops that look at every byte for
// the few that mean something. Knows no UTF-8: any byte of a longer character ends a run.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace aver::claims {

// Returns how many bytes at the front of `text` are printable ASCII, blanks included, and none of
// `Others`.
template <char... Others>
std::size_t plain_run(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHigh = kOnes * 0x80;
  constexpr unsigned char kDelete = 0x7f;
  std::size_t at = 0;
  for (; std::endian::native == std::endian::little && text.size() - at >= sizeof kOnes;
       at += sizeof kOnes) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    // The highest bit of a byte says that the run ends there. A borrow may set it wrongly, but only
    // behind a byte of which it is rightly set: the first one counts.
    const auto below = [](std::uint64_t bytes, std::uint64_t least) {
      return (bytes - kOnes * least) & ~bytes;
    };
    const auto is = [&](char c) {
      return below(word ^ (kOnes * static_cast<unsigned char>(c)), 1);
    };
    const std::uint64_t other =
        (word | below(word, ' ') | is(static_cast<char>(kDelete)) | (is(Others) | ... | 0)) & kHigh;
    if (other != 0) return at + static_cast<std::size_t>(std::countr_zero(other)) / 8;
  }
  for (; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < ' ' || byte >= kDelete || ((text[at] == Others) || ...)) break;
  }
  return at;
}

}  // namespace aver::claims
