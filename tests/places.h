// SPDX-License-Identifier: MIT
//
// Where the tests find the checkout, the program that they run, and what only some machines have.
//
// Paths of this machine stand in places.cpp alone: every other object is the same in every
// checkout, so that a compiler cache finds it again.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace aver::tests {

// The checkout's top folder.
std::filesystem::path source_dir();

// The aver that was built with these tests.
std::string aver_program();

// Skips a test case where what it needs is not there: TEST_CASE("…" * Needs("../shared/data/x")).
// main.cpp says so, and doctest counts it as skipped. `what` is kept, not copied.
class Needs {
 public:
  // A file or folder, from the checkout: data that is no part of the project.
  explicit Needs(const char* path);
  // Anything else; `what` completes "needs ...".
  Needs(bool is_there, const char* what) : is_there_(is_there), what_(what) {}

  // What doctest asks of a decorator.
  template <class Test>
  void fill(Test& test) const {
    if (is_there_) return;
    doctest::skip().fill(test);
    doctest::description(what_).fill(test);
  }

 private:
  bool is_there_;
  const char* what_;
};

// A program in the PATH.
Needs needs_program(const char* name);

// True where what is tested was built with sanitizers, and takes several times as long. (The tests
// themselves never are.)
bool is_sanitized();
Needs needs_quick_build();

}  // namespace aver::tests
