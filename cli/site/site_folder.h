// SPDX-License-Identifier: MIT
//
// The folder that a site is written to. Its site.json names every file with its hash.
//
// A file is written only where it differs, aside and then renamed. What an earlier run listed and
// this one did not write is removed; nothing else ever is.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace aver::cli {

class SiteFolder {
 public:
  // `shown` is the folder as the user named it. Throws StoreError(usage) where it has files and no
  // site.json of ours, or is none.
  SiteFolder(std::filesystem::path folder, std::string shown);

  // `path` is from the folder down: "claims/dorn/x/index.html". Throws StoreError: io, and usage
  // where a symbolic link stands on the way.
  void write(const std::string& path, std::string_view text);

  // Whether this run has written the file.
  bool has(const std::string& path) const { return files_.contains(path); }

  // Removes what is left of an earlier run, and writes site.json: `head` are the members of its
  // object that stand before the files, as JSON.
  void finish(std::string_view head);

  std::size_t files() const { return files_.size(); }
  std::size_t written() const { return written_; }
  std::size_t removed() const { return removed_; }

 private:
  // REQUIRES: refuse_links(path).
  void put(const std::string& path, std::string_view text);
  void remove(const std::string& path);
  void refuse_links(const std::string& path) const;

  std::filesystem::path folder_;
  std::string shown_;
  std::map<std::string, std::string> before_, files_;  // path -> SHA-256
  std::size_t written_ = 0, removed_ = 0;
};

}  // namespace aver::cli
