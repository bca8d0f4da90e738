// SPDX-License-Identifier: MIT
//
// People with a clone each, and a bare repository between them.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/places.h"
#include "tests/store/scratch.h"

namespace aver::tests {

inline store::RunResult run_aver(const std::filesystem::path& place,
                                 std::vector<std::string> words) {
  words.insert(words.begin(), {"timeout", "300", aver_program()});
  return store::run(words,
                    {.directory = place.string(), .environment = {{"GIT_TERMINAL_PROMPT", "0"}}});
}

inline bool says(const store::RunResult& result, const std::string& words) {
  return (result.output + result.errors).find(words) != std::string::npos;
}

// A store with one claim and one actor, and a bare repository that it is to be shared through.
inline void make_store(const std::filesystem::path& place, const std::filesystem::path& server) {
  store::run_git({"init", "-q", "--bare", "--initial-branch=main", server.string()});
  std::filesystem::create_directories(place);
  REQUIRE(run_aver(place, {"init"}).ok());
  REQUIRE(run_aver(place, {"actor", "add", "uw", "UW", "--kind", "state"}).ok());
  REQUIRE(run_aver(place, {"add", "t/x", "X is so"}).ok());
}

inline void record(const std::filesystem::path& place, const std::string& day,
                   const std::string& summary) {
  const store::RunResult made =
      run_aver(place, {"record", "x", "uw", "affirm", "--held", day, "--summary", summary});
  REQUIRE_MESSAGE(made.ok(), made.errors);
}

inline std::string tip(const std::filesystem::path& place) {
  return git(place, {"rev-parse", "main"});
}

// Nothing that was recorded in `place` is lost, and nothing is half done.
inline void check_whole(const std::filesystem::path& place, const std::string& tip_before) {
  CHECK(tip(place) == tip_before);
  CHECK(git(place, {"status", "--porcelain"}).empty());
  CHECK(run_aver(place, {"check"}).ok());
}

inline void set_hook(const std::filesystem::path& server, const std::string& name,
                     const std::string& script) {
  const std::filesystem::path file = server / "hooks" / name;
  write(file, "#!/bin/sh\n" + script + "\n");
  std::filesystem::permissions(file, std::filesystem::perms::owner_all);
}

}  // namespace aver::tests
