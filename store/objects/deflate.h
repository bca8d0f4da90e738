// SPDX-License-Identifier: MIT
//
// Private to store/: zlib streams of whole buffers, and the checksum of pack indexes. Quicker than
// zlib several times over on objects of a few hundred bytes.
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

// Streams whose length nobody knows.
class Inflate {
 public:
  Inflate();
  ~Inflate();
  Inflate(const Inflate&) = delete;
  Inflate& operator=(const Inflate&) = delete;

  // What the zlib stream holds; good until the next call. Nothing where it is no whole one, or has
  // something behind it.
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
