// SPDX-License-Identifier: MIT
//
// git's settings of how things are signed, and the programs that they name.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "store/file_signatures.h"

namespace aver::store {

// Whether a program can be started: a path, or a name to look up in PATH.
bool is_in_path(const std::string& program);

class SigningSettings {
 public:
  explicit SigningSettings(std::string directory);  // where git is run

  const std::string& directory() const { return directory_; }

  // Empty where it is not set; "~/" is made the user's home. Names are in lower case.
  std::string get(const std::string& name) const;

  std::string program(SignatureKind kind) const;

  // Throws StoreError(refused) for a format that is none of these.
  SignatureKind format() const;

 private:
  std::string directory_;
  std::map<std::string, std::string> all_;
};

// A folder that only this user can look into; it goes with this.
class PrivateFolder {
 public:
  PrivateFolder();  // throws StoreError(io)
  ~PrivateFolder();
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;

  // Writes a file, and returns its path. Throws StoreError(io).
  std::string write(const std::string& name, std::string_view text) const;
  std::string path(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace aver::store
