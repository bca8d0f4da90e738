// SPDX-License-Identifier: MIT
//
// The commands of git that aver hands foreign words to: each takes the mark for the end of options.
#include "store/given_words.h"

#include <doctest/doctest.h>

#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;

TEST_CASE("behind git's mark a word that looks like an option is none") {
  const Scratch scratch;
  git(scratch / "", {"init", "-q", "facts"});
  const std::filesystem::path facts = scratch / "facts";
  git(facts, {"commit", "-q", "--allow-empty", "-m", "x"});
  const std::vector<std::vector<std::string>> commands = {
      {"fetch", "-q"},  {"push", "-q"},           {"ls-remote", "-q"},     {"log"},    {"rev-list"},
      {"branch", "-m"}, {"tag", "-a", "-m", "x"}, {"merge-base", "--all"}, {"config"}, {"diff"}};
  for (const std::vector<std::string>& command : commands) {
    for (const char* word : {"--output=ran", "--upload-pack=touch ran", "--exec=touch ran", "-h"}) {
      const RunResult result =
          run_git(with_given(command, {word, "--help"}), {.directory = facts.string()});
      CAPTURE(command.front());
      CAPTURE(word);
      CHECK(!result.ok());
      CHECK(result.errors.find("usage: ") == std::string::npos);
      CHECK(!std::filesystem::exists(facts / "ran"));
    }
  }
}
