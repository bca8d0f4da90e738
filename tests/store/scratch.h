// SPDX-License-Identifier: MIT
//
// A folder of a test's own with a HOME and an identity of its own; gone when the test is.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "store/process.h"
#include "store/store.h"

namespace aver::tests {

class Scratch {
 public:
  Scratch() {
    // Paths of one length wherever temporary files are, unless that is far down: where aver breaks
    // a line with a path in it hangs on that.
    constexpr std::size_t kLength = 33;
    constexpr std::string_view kRandom = "XXXXXX";
    std::string pattern = (std::filesystem::temp_directory_path() / "aver-store-").string();
    pattern.resize(std::max(pattern.size(), kLength - kRandom.size()), '0');
    pattern += kRandom;
    path_ = std::filesystem::canonical(mkdtemp(pattern.data()));
    setenv("HOME", path_.c_str(), 1);
    setenv("XDG_CONFIG_HOME", (path_ / "xdg").c_str(), 1);
    setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
    for (const char* who : {"AUTHOR", "COMMITTER"}) {
      setenv(("GIT_" + std::string(who) + "_NAME").c_str(), "Ada Fields", 1);
      setenv(("GIT_" + std::string(who) + "_EMAIL").c_str(), "ada@example.org", 1);
    }
    std::ofstream(path_ / ".gitconfig") << "[init]\n\tdefaultBranch = main\n[gc]\n\tauto = 0\n";
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

// git's standard output; a failure of git's throws.
inline std::string git(const std::filesystem::path& directory, std::vector<std::string> words,
                       const std::string& input = "") {
  const store::RunResult result =
      store::run_git(std::move(words), {.directory = directory.string(), .input = input});
  if (!result.ok()) throw std::runtime_error("git: " + result.errors);
  return result.output;
}

inline std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

inline void write(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

// One commit that writes the files.
inline std::optional<store::CommitId> put(store::Store& store, std::vector<store::Edit> edits,
                                          const std::string& message = "Put\n") {
  return store.commit([&](const store::View&) { return store::Change{edits, message}; });
}

}  // namespace aver::tests
