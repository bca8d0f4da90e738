// SPDX-License-Identifier: MIT
//
// What was found out about the signatures of files, in a file below the private folder. Deleting
// it, or damaging it, costs time alone.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "store/file_signatures.h"

namespace aver::store {

class SignatureCache {
 public:
  explicit SignatureCache(std::filesystem::path file);

  // `digest` is that of all that the answer hangs on.
  std::optional<FileSignature> find(const std::string& digest) const;
  void put(const std::string& digest, const FileSignature& found);

  // Writes it where something was put. Where it cannot be written, the next one asks again.
  void save() const;

 private:
  std::filesystem::path file_;
  std::map<std::string, std::string> lines_;  // by digest
  bool changed_ = false;
};

}  // namespace aver::store
