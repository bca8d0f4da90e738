// SPDX-License-Identifier: MIT
//
// What an import has found good, on disk until all of it is: a file without a name, so that nothing
// is left of it however the program ends.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "store/values.h"

namespace aver::cli {

struct Spooled {
  std::uint64_t row = 0;  // those of one row come in together
  std::int64_t day = 0;   // it was recorded on, where that was asked for
  std::string path;
  std::string bytes;
  std::optional<store::FileMode> mode;
};

class Spool {
 public:
  // `folder` is where the file lies; throws StoreError(io).
  explicit Spool(const std::string& folder);

  // Where the next one will lie.
  std::uint64_t position() const { return written_; }
  void add(std::uint64_t row, std::int64_t day, std::string_view path, std::string_view bytes,
           std::optional<store::FileMode> mode);

  // Reads from there on.
  void seek(std::uint64_t position);
  bool next(Spooled& to);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  void put(const void* data, std::size_t size);
  void get(void* data, std::size_t size);

  std::unique_ptr<std::FILE, Close> file_;
  std::uint64_t written_ = 0;
  std::uint64_t read_ = 0;
};

}  // namespace aver::cli
