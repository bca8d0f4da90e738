// SPDX-License-Identifier: MIT
//
// Any bytes as deltas of git's packs, one upon the other: what a chain of them makes at once is
// what each makes of the whole before it, and what is no delta of its base is told.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/objects/delta_chain.h"

namespace {

// A delta of few bytes may make many.
constexpr std::size_t kMost = std::size_t{1} << 20;

std::optional<std::size_t> size_at(std::string_view delta, std::size_t& at) {
  std::size_t size = 0;
  for (unsigned shift = 0; at < delta.size() && shift < 57; shift += 7) {
    const auto byte = static_cast<unsigned char>(delta[at++]);
    size |= static_cast<std::size_t>(byte & 0x7f) << shift;
    if (byte < 0x80) return size;
  }
  return std::nullopt;
}

bool is_too_large(std::string_view delta) {
  std::size_t at = 0;
  return size_at(delta, at) && size_at(delta, at).value_or(0) > kMost;
}

// As git's documentation of the format has it, byte by byte.
std::optional<std::string> applied(const std::string& base, std::string_view delta) {
  std::size_t at = 0;
  const std::optional<std::size_t> from = size_at(delta, at);
  if (!from || *from != base.size()) return std::nullopt;
  const std::optional<std::size_t> to = size_at(delta, at);
  if (!to) return std::nullopt;
  std::string made;
  while (at < delta.size()) {
    const auto word = static_cast<unsigned char>(delta[at++]);
    if (word == 0) return std::nullopt;
    if (word < 0x80) {
      if (delta.size() - at < word) return std::nullopt;
      made += delta.substr(at, word);
      at += word;
    } else {
      std::size_t parts[2] = {0, 0};  // where, and how many
      for (unsigned bit = 0; bit < 7; ++bit) {
        if ((word >> bit & 1) == 0) continue;
        if (at == delta.size()) return std::nullopt;
        const auto byte = static_cast<unsigned char>(delta[at++]);
        parts[bit / 4] |= static_cast<std::size_t>(byte) << (bit % 4 * 8);
      }
      if (parts[1] == 0) parts[1] = 0x10000;
      if (parts[0] > base.size() || base.size() - parts[0] < parts[1]) return std::nullopt;
      made += base.substr(parts[0], parts[1]);
    }
    if (made.size() > *to) return std::nullopt;
  }
  if (made.size() != *to) return std::nullopt;
  return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // A part has its size in front: the base, then the deltas.
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < size;) {
    const std::size_t length = std::min<std::size_t>(data[at], size - at - 1);
    parts.emplace_back(reinterpret_cast<const char*>(data) + at + 1, length);
    at += 1 + length;
  }
  if (parts.empty()) return 0;
  aver::store::DeltaChain chain;
  chain.begin(parts.front());
  std::string whole = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (is_too_large(parts[i])) return 0;
    std::optional<std::string> next = applied(whole, parts[i]);
    if (chain.apply(parts[i]) != next.has_value()) std::abort();
    if (!next) return 0;
    whole = std::move(*next);
    std::string made(chain.size(), '\0');
    chain.copy_to(made.data());
    if (made != whole) std::abort();
  }
  return 0;
}
