// SPDX-License-Identifier: MIT
//
// A large file of which a little is looked at here and there. Each piece is read when it is asked
// for, never mapped: the file does not count as memory, and a look at a page costs a call, not a
// fault that maps the pages around it as well.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace aver::store {

// Holds the file open, so that it can be read on when it has been removed.
class FileInPieces {
 public:
  FileInPieces() = default;
  explicit FileInPieces(const std::string& path);
  ~FileInPieces();
  FileInPieces(FileInPieces&& other) noexcept;
  FileInPieces& operator=(FileInPieces&& other) noexcept;

  std::size_t size() const { return size_; }  // bytes; 0 where the file cannot be had

  // Returns what stands at `offset`: `least` bytes or more, fewer only where the file ends or
  // cannot be read. Valid until the next call.
  std::string_view at(std::size_t offset, std::size_t least);

 private:
  int fd_ = -1;
  std::size_t size_ = 0;
  std::unique_ptr<char[]> piece_;
  std::size_t room_ = 0;   // of piece_
  std::size_t begin_ = 0;  // of what is in it, in the file
  std::size_t held_ = 0;   // bytes of it
  std::size_t usual_ = 0;  // size of a piece
};

}  // namespace aver::store
