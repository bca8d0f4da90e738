// SPDX-License-Identifier: MIT
//
// Any bytes as JSON Lines: what is read is written and read back the same. And any bytes as a file:
// its line leads back to it.
#include "claims/exchange/json/jsonl.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace aver::claims;

void comes_back(const std::string& path, const std::string& bytes, jsonl::Mode mode) {
  std::string line;
  jsonl::append_line(line, path, bytes, mode);
  if (line.find('\n') != line.size() - 1) std::abort();
  const jsonl::JsonLine again = jsonl::read_line(line, 1);
  if (!again.file || again.file->path != path || again.file->bytes != bytes ||
      again.file->mode != mode)
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  jsonl::read(json::more_of(text), [](jsonl::JsonLine&& line) {
    if (line.file.has_value() == has_errors(line.problems)) std::abort();
    if (line.file) comes_back(line.file->path, line.file->bytes, line.file->mode);
    return true;
  });
  for (const char* path : {"claims/x/claim.toml", "claims/x/2024-10-31-calda.toml", "actors/x.toml",
                           "sources/x.toml", "reviews/p/x.toml", "notes/x"}) {
    comes_back(path, text, jsonl::Mode::plain);
  }
  return 0;
}
