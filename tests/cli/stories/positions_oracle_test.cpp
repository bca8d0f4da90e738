// SPDX-License-Identifier: MIT
//
// The positions rule as a program of its own: it makes stores, asks aver what is in force on days
// and at revisions, and compares with all ways of filling in what is not known, tried one by one.
// The program is not part of this project; where it is not beside it, the test is skipped.
#include <doctest/doctest.h>

#include <string>

#include "tests/places.h"
#include "tests/store/scratch.h"

using namespace aver::tests;

namespace {

constexpr const char* kOracle = "../shared/oracle/two_clocks.py";

}  // namespace

TEST_CASE("a model of the positions rule gives the same answers" * Needs(kOracle) *
          needs_program("python3")) {
  const Scratch scratch;
  // A process for each question takes long with sanitizers.
  const char* cases = is_sanitized() ? "4" : "60";
  const aver::store::RunResult result =
      aver::store::run({"python3", (source_dir() / kOracle).string(), "--program", aver_program(),
                        "--cases", cases, "--seed", "1"});
  CHECK_MESSAGE(result.ok(), result.output << result.errors);
}
