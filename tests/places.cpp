// SPDX-License-Identifier: MIT
#include "tests/places.h"

#include <unistd.h>

#include <cstdlib>
#include <sstream>

namespace aver::tests {
namespace {

bool is_in_path(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (access((folder + "/" + name).c_str(), X_OK) == 0) return true;
  }
  return false;
}

}  // namespace

std::filesystem::path source_dir() { return AVER_SOURCE_DIR; }

std::string aver_program() { return AVER_PROGRAM; }

Needs::Needs(const char* path) : Needs(std::filesystem::exists(source_dir() / path), path) {}

Needs needs_program(const char* name) { return {is_in_path(name), name}; }

bool is_sanitized() { return AVER_SANITIZED; }

Needs needs_quick_build() { return {!is_sanitized(), "a build without sanitizers"}; }

}  // namespace aver::tests
