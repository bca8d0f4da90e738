// SPDX-License-Identifier: MIT
//
// libdeflate, with buffers that are kept between calls. It wants the size of what comes out: where
// nobody knows it, the buffer is doubled until it fits.
#include "store/objects/deflate.h"

#include <libdeflate.h>

#include <algorithm>
#include <new>

#include "store/error.h"

namespace aver::store {

Deflate::Deflate(int level) : compressor_(libdeflate_alloc_compressor(level)) {
  if (compressor_ == nullptr) throw std::bad_alloc();
}

Deflate::~Deflate() { libdeflate_free_compressor(compressor_); }

std::string_view Deflate::operator()(std::string_view bytes) {
  const std::size_t bound = libdeflate_zlib_compress_bound(compressor_, bytes.size());
  if (buffer_.size() < bound) buffer_.resize(bound);
  const std::size_t size = libdeflate_zlib_compress(compressor_, bytes.data(), bytes.size(),
                                                    buffer_.data(), buffer_.size());
  return std::string_view(buffer_).substr(0, size);
}

Inflate::Inflate() : decompressor_(libdeflate_alloc_decompressor()) {
  if (decompressor_ == nullptr) throw std::bad_alloc();
}

Inflate::~Inflate() { libdeflate_free_decompressor(decompressor_); }

std::optional<std::string_view> Inflate::operator()(std::string_view stream) {
  constexpr std::size_t kUsual = 16 << 10;
  constexpr std::size_t kMostTimes = 1032;  // no stream holds more times its own length
  std::size_t wanted = std::max(kUsual, 4 * stream.size());
  while (true) {
    if (room_ < wanted) {
      buffer_.reset(new char[wanted]);
      room_ = wanted;
    }
    std::size_t used = 0;
    std::size_t made = 0;
    const auto result = libdeflate_zlib_decompress_ex(decompressor_, stream.data(), stream.size(),
                                                      buffer_.get(), room_, &used, &made);
    if (result == LIBDEFLATE_SUCCESS && used == stream.size()) {
      return std::string_view(buffer_.get(), made);
    }
    if (result != LIBDEFLATE_INSUFFICIENT_SPACE || room_ / kMostTimes > stream.size()) {
      return std::nullopt;
    }
    wanted = 2 * room_;
  }
}

bool Inflate::operator()(std::string_view stream, char* to, std::size_t size) {
  return libdeflate_zlib_decompress(decompressor_, stream.data(), stream.size(), to, size,
                                    nullptr) == LIBDEFLATE_SUCCESS;
}

std::string inflate(std::string_view stream, std::size_t size) {
  Inflate inflate;
  std::string bytes(size, '\0');
  if (!inflate(stream, bytes.data(), bytes.size())) {
    throw StoreError(Fault::corrupt, "a pack that was just written cannot be read back");
  }
  return bytes;
}

std::uint32_t crc32_of(std::uint32_t crc, std::string_view bytes) {
  return libdeflate_crc32(crc, bytes.data(), bytes.size());
}

}  // namespace aver::store
