// SPDX-License-Identifier: MIT
//
// Applies a chain of deltas of git's packs without making the versions in between.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace aver::store {

// The result of a base and the deltas applied so far, as pieces of these. The bytes that are handed
// in must outlive it.
class DeltaChain {
 public:
  void begin(std::string_view base);

  // Returns false where the bytes are no delta, or one of another base; the chain is then of no
  // more use.
  bool apply(std::string_view delta);

  std::size_t size() const { return size_; }
  void copy_to(char* to) const;

 private:
  struct Piece {
    std::size_t begin;  // in the whole
    std::string_view bytes;
  };
  void append(std::string_view bytes);
  bool append_copy(std::size_t from, std::size_t size);

  std::vector<Piece> pieces_, next_;
  std::size_t size_ = 0, next_size_ = 0;
};

}  // namespace aver::store
