// SPDX-License-Identifier: MIT
//
// The file of rejected rows of an import, in the input's own format, so that they can be corrected
// and imported again.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace aver::cli {

class Rejects {
 public:
  // `path` is the file that the user asked for, `name` the same path as typed. Until keep(), the
  // rows are in a temporary file beside it, which the destructor removes. Throws StoreError(io).
  Rejects(std::string name, std::string path);
  ~Rejects();
  Rejects(const Rejects&) = delete;
  Rejects& operator=(const Rejects&) = delete;

  // Sets the header of the input from which the next rows come.
  void begin(std::string header) { header_ = std::move(header); }

  void add(std::string_view raw);

  // Gives the temporary file its name, if any row was rejected. An existing file with the same
  // contents (of an earlier run) is left as it is. For any other existing file, StoreError(usage)
  // is thrown: somebody may have corrected rows in it.
  void keep();

 private:
  std::string name_;
  std::string path_;
  std::string fresh_;  // the temporary file
  std::FILE* file_ = nullptr;
  std::string header_;
  bool headed_ = false;
};

}  // namespace aver::cli
