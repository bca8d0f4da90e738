// SPDX-License-Identifier: MIT
//
// Private to store/: deltas of git's packs, put on top of each other without making the versions in
// between.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace aver::store {

// The bytes that a base and the deltas so far make, as pieces of these. All that is given must live
// as long as it.
class DeltaChain {
 public:
  void begin(std::string_view base);

  // Returns false, and is of no more use, where the delta is none, or one of something else.
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
