// SPDX-License-Identifier: MIT
//
// The file of the rows that an import did not take, in the input's own form: to be mended, and
// imported in its turn.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace aver::cli {

class Rejects {
 public:
  // `path` is where the user wants them, `name` how they wrote it. Until keep() they are in a file
  // beside it, which goes with the object. Throws StoreError(io).
  Rejects(std::string name, std::string path);
  ~Rejects();
  Rejects(const Rejects&) = delete;
  Rejects& operator=(const Rejects&) = delete;

  // The header of the input that the next ones are from.
  void begin(std::string header) { header_ = std::move(header); }

  void add(std::string_view raw);

  // Gives the file its name, where there are any. One that has the same ones, of an earlier run,
  // is that file; one that says anything else is the user's, and somebody may have mended it: then
  // StoreError(usage) is thrown.
  void keep();

 private:
  std::string name_;
  std::string path_;
  std::string fresh_;  // what they are in until then
  std::FILE* file_ = nullptr;
  std::string header_;
  bool headed_ = false;
};

}  // namespace aver::cli
