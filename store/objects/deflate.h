// SPDX-License-Identifier: MIT
//
// Compresses and inflates whole buffers as zlib streams, and computes the checksum of pack indexes.
// On objects of a few hundred bytes several times as fast as zlib.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct libdeflate_compressor;
struct libdeflate_decompressor;

namespace aver::store {

class Deflate {
 public:
  explicit Deflate(int level);  // 0 stores, 1 is quick, 6 is git's
  ~Deflate();
  Deflate(const Deflate&) = delete;
  Deflate& operator=(const Deflate&) = delete;

  // A zlib stream; good until the next call.
  std::string_view operator()(std::string_view bytes);

 private:
  libdeflate_compressor* compressor_;
  std::string buffer_;
};

// Inflates streams; also those whose length is not known.
class Inflate {
 public:
  Inflate();
  ~Inflate();
  Inflate(const Inflate&) = delete;
  Inflate& operator=(const Inflate&) = delete;

  // Returns what the zlib stream holds, valid until the next call; nothing where the stream is
  // incomplete, or has something behind it.
  std::optional<std::string_view> operator()(std::string_view stream);

  // Writes the `size` bytes that the stream at the beginning of `stream` holds; false where it
  // holds anything else.
  bool operator()(std::string_view stream, char* to, std::size_t size);

 private:
  libdeflate_decompressor* decompressor_;
  std::unique_ptr<char[]> buffer_;
  std::size_t room_ = 0;
};

// The `size` bytes that the zlib stream at the beginning of `stream` holds; it may be followed by
// anything. Throws StoreError(corrupt) where it holds anything else.
std::string inflate(std::string_view stream, std::size_t size);

// CRC-32 of zlib, continued from `crc`; it begins with 0.
std::uint32_t crc32_of(std::uint32_t crc, std::string_view bytes);

}  // namespace aver::store
