// SPDX-License-Identifier: MIT
//
// Keeps a version as a list of pieces of the base and of the deltas, and makes the next list from
// it: a chain of fifty deltas copies its bytes once, in copy_to().
//
// This is what makes pack_reader.cpp quick; libgit2 makes a whole object of every delta on the way.
#include "store/objects/delta_chain.h"

#include <algorithm>
#include <cstring>
#include <optional>

namespace aver::store {
namespace {

unsigned take_byte(std::string_view& rest) {
  const auto byte = static_cast<unsigned char>(rest.front());
  rest.remove_prefix(1);
  return byte;
}

// Seven bits a byte, the low ones first.
std::optional<std::size_t> take_size(std::string_view& rest) {
  constexpr unsigned kMostBits = 56;
  std::size_t size = 0;
  for (unsigned bits = 0; !rest.empty() && bits < kMostBits; bits += 7) {
    const unsigned byte = take_byte(rest);
    size |= static_cast<std::size_t>(byte & 0x7f) << bits;
    if ((byte & 0x80) == 0) return size;
  }
  return std::nullopt;
}

// The bytes of a number that the bits of `which` say are there.
bool take_number(std::string_view& rest, unsigned which, unsigned count, std::size_t& number) {
  number = 0;
  for (unsigned i = 0; i < count; ++i) {
    if ((which >> i & 1) == 0) continue;
    if (rest.empty()) return false;
    number |= static_cast<std::size_t>(take_byte(rest)) << 8 * i;
  }
  return true;
}

}  // namespace

void DeltaChain::begin(std::string_view base) {
  pieces_.clear();
  pieces_.push_back({0, base});
  size_ = base.size();
}

void DeltaChain::append(std::string_view bytes) {
  next_.push_back({next_size_, bytes});
  next_size_ += bytes.size();
}

bool DeltaChain::append_copy(std::size_t from, std::size_t size) {
  if (from > size_ || size > size_ - from) return false;
  auto piece = std::upper_bound(pieces_.begin(), pieces_.end(), from,
                                [](std::size_t at, const Piece& one) { return at < one.begin; });
  for (--piece; size > 0; ++piece) {
    const std::string_view bytes = piece->bytes.substr(from - piece->begin, size);
    append(bytes);
    from += bytes.size();
    size -= bytes.size();
  }
  return true;
}

bool DeltaChain::apply(std::string_view delta) {
  const auto before = take_size(delta);
  const auto after = take_size(delta);
  if (!before || !after || *before != size_) return false;
  next_.clear();
  next_size_ = 0;
  while (!delta.empty()) {
    const unsigned op = take_byte(delta);
    if ((op & 0x80) != 0) {
      std::size_t from = 0;
      std::size_t size = 0;
      if (!take_number(delta, op, 4, from) || !take_number(delta, op >> 4, 3, size)) return false;
      constexpr std::size_t kDefaultSize = 0x10000;
      if (!append_copy(from, size == 0 ? kDefaultSize : size)) return false;
    } else {
      if (op == 0 || delta.size() < op) return false;
      append(delta.substr(0, op));
      delta.remove_prefix(op);
    }
    if (next_size_ > *after) return false;
  }
  if (next_size_ != *after) return false;
  pieces_.swap(next_);
  size_ = next_size_;
  return true;
}

void DeltaChain::copy_to(char* to) const {
  for (const Piece& piece : pieces_) {
    std::memcpy(to + piece.begin, piece.bytes.data(), piece.bytes.size());
  }
}

}  // namespace aver::store
