// SPDX-License-Identifier: MIT
//
// The files that the store has and that an import has made so far, in 24 bytes each. A folder of
// the store is listed on the first question about a file in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace aver::cli {

class ImportFileTable {
 public:
  ImportFileTable(const store::Store& store, const store::View& view);

  enum class What : std::uint8_t { nothing, in_store, made, folder, dropped };
  struct File {
    std::uint64_t key = 0;
    std::uint64_t content = 0;  // of one in the store, its blob's first 16 digits
    std::uint32_t line = 0;     // of one that was made; of a folder, its entries
    What what = What::nothing;
    bool met = false;  // a row has said this record of the store
  };

  // The file at the path; null where there is none. Valid until the next call.
  File* find(std::string_view path);
  bool has(std::string_view path) { return find(path) != nullptr; }

  void make(std::string_view path, std::uint64_t content, std::uint32_t line);
  void drop(std::string_view path);                          // of what was made
  void put_back(std::string_view path, const File& before);  // of what was updated

  // The folders that the import has made grow beyond kWide entries.
  static constexpr std::uint32_t kWide = 1000;
  const std::vector<std::string>& wide() const { return wide_; }

  static std::uint64_t content_of(std::string_view bytes);
  static std::uint64_t content_of_blob(const store::BlobId& blob);

 private:
  File& slot(std::uint64_t key);
  File& add(std::uint64_t key, What what);
  void load(std::string_view folder);
  void count(std::string_view folder);

  const store::Store& store_;
  store::View view_;
  unsigned listed_ = 0;
  std::vector<File> files_;  // open addressing, a power of two
  std::size_t used_ = 0;
  std::vector<std::string> wide_;
};

}  // namespace aver::cli
