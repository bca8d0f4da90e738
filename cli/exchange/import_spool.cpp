// SPDX-License-Identifier: MIT
//
// A temporary file that is unlinked as soon as it is open. Each record is a fixed head with
// lengths, then path and bytes.
#include "cli/exchange/import_spool.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <vector>

#include "store/error.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;

struct SpooledHead {
  std::uint64_t row;
  std::int64_t day;
  std::uint32_t path;
  std::uint32_t bytes;
  std::int64_t mode;  // a store::FileMode, or kNoMode
};

constexpr std::int64_t kNoMode = -1;

}  // namespace

Spool::Spool(const std::string& folder) {
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);
  std::string name = folder + "/import-XXXXXX";
  const int descriptor = mkstemp(name.data());
  if (descriptor >= 0) {
    std::remove(name.c_str());
    file_.reset(fdopen(descriptor, "w+b"));
  }
  if (!file_) {
    throw StoreError(Fault::io, "no temporary file could be made in " + folder,
                     {std::strerror(errno)});
  }
}

void Spool::put(const void* data, std::size_t size) {
  if (std::fwrite(data, 1, size, file_.get()) == size) {
    written_ += size;
    return;
  }
  throw StoreError(Fault::io, "the import's temporary file could not be written",
                   {std::strerror(errno)});
}

void Spool::get(void* data, std::size_t size) {
  if (std::fread(data, 1, size, file_.get()) == size) {
    read_ += size;
    return;
  }
  throw StoreError(Fault::io, "the import's temporary file could not be read back",
                   {std::strerror(errno)});
}

void Spool::add(std::uint64_t row, std::int64_t day, std::string_view path, std::string_view bytes,
                std::optional<store::FileMode> mode) {
  const SpooledHead head{row, day, static_cast<std::uint32_t>(path.size()),
                         static_cast<std::uint32_t>(bytes.size()),
                         mode ? static_cast<std::int64_t>(*mode) : kNoMode};
  put(&head, sizeof head);
  put(path.data(), path.size());
  put(bytes.data(), bytes.size());
}

void Spool::seek(std::uint64_t position) {
  if (std::fflush(file_.get()) != 0 ||
      fseeko(file_.get(), static_cast<off_t>(position), SEEK_SET) != 0) {
    throw StoreError(Fault::io, "the import's temporary file could not be written",
                     {std::strerror(errno)});
  }
  read_ = position;
}

bool Spool::next(Spooled& to) {
  if (read_ >= written_) return false;
  SpooledHead head{};
  get(&head, sizeof head);
  to.row = head.row;
  to.day = head.day;
  to.path.resize(head.path);
  to.bytes.resize(head.bytes);
  to.mode.reset();
  if (head.mode != kNoMode) to.mode = static_cast<store::FileMode>(head.mode);
  get(to.path.data(), head.path);
  get(to.bytes.data(), head.bytes);
  return true;
}

}  // namespace aver::cli
