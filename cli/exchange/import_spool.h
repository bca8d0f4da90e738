// SPDX-License-Identifier: MIT
//
// The accepted records of an import, on disk until all rows are judged: in a file without a name,
// of which nothing is left however the program ends.
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
  std::uint64_t row = 0;  // the records of one row are written together or not at all
  std::int64_t day = 0;   // the day it was recorded on, where the import goes by days
  std::string path;
  std::string bytes;
  std::optional<store::FileMode> mode;
};

class Spool {
 public:
  // `folder` is where the file lies; throws StoreError(io).
  explicit Spool(const std::string& folder);

  // The position of the next record to be added.
  std::uint64_t position() const { return written_; }
  void add(std::uint64_t row, std::int64_t day, std::string_view path, std::string_view bytes,
           std::optional<store::FileMode> mode);

  // Sets the position of the next record to be read.
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
