// SPDX-License-Identifier: MIT
#include "tests/bench/votes.h"

#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <random>
#include <string>

#include "claims/records/codec.h"
#include "store/bulk.h"
#include "store/store.h"
#include "tests/bench/generate.h"

namespace aver::bench {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kSessions = 74;
constexpr std::size_t kStep = 100'000;

std::string numbered(const char* format, std::size_t number) {
  char text[32];
  std::snprintf(text, sizeof text, format, number);
  return text;
}

// Prints the rate of each step; the time of making the records counts with it.
class Progress {
 public:
  void count() {
    if (++done_ % kStep == 0 || done_ == kVotes) say();
  }

 private:
  void say() {
    const std::chrono::duration<double> took = Clock::now() - since_;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const double processor =
        static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
        1e-6 * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
    std::printf("%7zu stances: %6.0f a second, %6.0f a second of the processor; %ld MB at most\n",
                done_, static_cast<double>(done_ - said_) / took.count(),
                static_cast<double>(done_ - said_) / (processor - processor_),
                usage.ru_maxrss / 1024);
    std::fflush(stdout);
    since_ = Clock::now();
    processor_ = processor;
    said_ = done_;
  }
  Clock::time_point since_ = Clock::now();
  double processor_ = 0;
  std::size_t done_ = 0, said_ = 0;
};

}  // namespace

void generate_votes(const fs::path& place) {
  if (fs::exists(place / "aver-bench-done")) return;
  std::error_code ignored;
  fs::remove_all(place, ignored);
  store::Store store = store::Store::init(place, {.bare = true});
  store::Bulk bulk(store);
  for (std::size_t i = 0; i < kCountries; ++i) {
    claims::Actor actor;
    actor.name = numbered("Country %zu", i);
    actor.kind = "state";
    bulk.add(claims::actor_path(numbered("c%03zu", i)), encode(actor));
  }
  bulk.commit("Add the countries");
  std::mt19937 random(3);
  static const char* const kPositions[] = {"affirm", "affirm", "affirm", "neutral", "deny"};
  Progress progress;
  std::size_t votes = 0;
  for (std::size_t call = 0; call < kRollCalls; ++call) {
    const std::string session = numbered("session-%02zu", 1 + call * kSessions / kRollCalls);
    claims::Claim claim;
    claim.text = numbered("Resolution R/%zu is adopted", call);
    claim.kind = "policy";
    const std::string id = "un/" + session + numbered("/rc-%04zu", call);
    bulk.add(claims::claim_path(id), encode(claim));
    bulk.commit("Add claim " + id);
    const std::size_t end = kVotes * (call + 1) / kRollCalls;
    const std::size_t first = random() % kCountries;
    for (std::size_t i = 0; votes < end; ++i, ++votes) {
      claims::Stance stance;
      stance.claim = id;
      stance.holder = numbered("c%03zu", (first + i) % kCountries);
      stance.position = kPositions[random() % std::size(kPositions)];
      stance.held = claims::Date{*claims::parse_day("1946-01-01") +
                                 std::chrono::days{call * 27000 / kRollCalls}};
      stance.mode = "vote";
      stance.locator = numbered("rcid %zu", call);
      stance.name = stance_name(stance.held, stance.holder);
      bulk.add(claims::stance_path(id, stance.name), encode(stance));
      bulk.commit("Record " + stance.holder + " " + stance.position + " on " + id);
      progress.count();
    }
  }
  const Clock::time_point before = Clock::now();
  bulk.finish();
  const std::chrono::duration<double> took = Clock::now() - before;
  std::printf("and %.1f s for the end; %.2f GB written\n", took.count(),
              static_cast<double>(bulk.counts().pack_bytes) / 1e9);
  std::ofstream(place / "aver-bench-done") << "\n";
}

}  // namespace aver::bench
