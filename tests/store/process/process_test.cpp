// SPDX-License-Identifier: MIT
#include "store/process.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>

#include "store/error.h"
#include "tests/places.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;

TEST_CASE("a program whose end cannot be learnt has not succeeded") {
  const auto before = std::signal(SIGCHLD, SIG_IGN);  // the kernel takes the children away
  const RunResult result = run({"true"});
  Conversation conversation({"true"});
  const int status = conversation.finish();
  std::signal(SIGCHLD, before);
  CHECK(result.status == kUnknownStatus);
  CHECK_FALSE(result.ok());
  CHECK(status == kUnknownStatus);
}

TEST_CASE("a program that did not take all of its input has not succeeded") {
  const std::string much(1'000'000, 'x');
  CHECK(run({"sh", "-c", "cat >/dev/null"}, {.input = much}).ok());
  const RunResult result = run({"sh", "-c", "exec <&-; exit 0"}, {.input = much});
  CHECK(result.status == kUnknownStatus);
  CHECK(result.errors == "its input could not be written: Broken pipe\n");
  CHECK(run({"sh", "-c", "exec <&-; exit 3"}, {.input = much}).status == 3);
}

TEST_CASE("a fed program gets all that is written, and is told by its pipe where we are gone") {
  const Scratch scratch;
  const auto before = std::signal(SIGPIPE, SIG_IGN);  // as the program has it
  const std::string file = (scratch / "told").string();
  Feed feed({"sh", "-c", "cat >\"$0\"; grep SigIgn /proc/self/status >>\"$0\"", file});
  const std::string long_text(200'000, 'x');
  CHECK(feed.write(long_text));
  CHECK(feed.write("\n"));
  CHECK(feed.finish() == 0);
  std::signal(SIGPIPE, before);
  const std::string told = read(file);
  REQUIRE(told.starts_with(long_text + "\nSigIgn:"));
  const std::uint64_t ignored = std::stoull(told.substr(told.rfind(':') + 1), nullptr, 16);
  CHECK((ignored & (std::uint64_t{1} << (SIGPIPE - 1))) == 0);
}

TEST_CASE("a fed program that has gone away takes no more") {
  Feed feed({"true"});
  bool taken = true;
  for (int i = 0; i < 1000 && taken; ++i) taken = feed.write(std::string(10'000, 'x'));
  CHECK_FALSE(taken);
  CHECK(feed.finish() == 0);
}

TEST_CASE("a program is ended by the limits that it is given, and which one is told") {
  const RunResult long_one = run({"sh", "-c", "while :; do :; done"}, {.most_seconds = 1});
  CHECK(!long_one.ok());
  CHECK(long_one.reached == Reached::time);
  CHECK(run({"sh", "-c", "echo 'Out of memory' >&2; exit 1"}, {.most_memory = 1u << 30}).reached ==
        Reached::memory);
  CHECK(run({"sh", "-c", "echo 'Out of memory' >&2; exit 1"}).reached == Reached::nothing);
  CHECK(run({"true"}, {.most_seconds = 1, .most_memory = 1u << 30}).ok());
}

// The sanitizers themselves look through a pipe whether memory may be read.
TEST_CASE("where too many files are open for a pipe, that is told" * needs_quick_build()) {
  const int next = ::open("/dev/null", O_RDONLY | O_CLOEXEC);  // the lowest number that is free
  ::close(next);
  rlimit before{};
  getrlimit(RLIMIT_NOFILE, &before);
  const rlimit one_more{static_cast<rlim_t>(next) + 1, before.rlim_max};
  setrlimit(RLIMIT_NOFILE, &one_more);
  CHECK_THROWS_WITH_AS(run({"true"}), "no pipe could be made", StoreError);
  setrlimit(RLIMIT_NOFILE, &before);
  CHECK(run({"true"}).ok());
}
