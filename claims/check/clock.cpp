// SPDX-License-Identifier: MIT
//
// One walk over the line answers each question: the clock is the latest stamp that counts so far.
#include "claims/check/clock.h"

#include <algorithm>
#include <cstdio>
#include <limits>

namespace aver::claims {
namespace {

// Stands for the store as a whole; and what is wrong with a stamp is said there.
constexpr const char* kSettingsFile = "aver.toml";

bool is_among(const std::vector<std::string>& commits, const std::string& commit) {
  return std::find(commits.begin(), commits.end(), commit) != commits.end();
}

std::string short_name(const Stamp& stamp) {
  constexpr std::size_t kShown = 12;
  return stamp.commit.substr(0, kShown);
}

std::string with_time(const Stamp& stamp) {
  return short_name(stamp) + " (" + utc_text(stamp.at) + ")";
}

std::string naming(const Stamp& stamp) { return "aver clock --wrong " + short_name(stamp); }

Diagnostic found(std::string sentence, std::string hint) {
  return {Severity::error,     Rule::recorded_clock, kSettingsFile, {},
          std::move(sentence), std::move(hint)};
}

// Commits in a row that all lie behind one stamp.
struct Behind {
  Stamp clock;
  std::vector<Stamp> commits;
};

Diagnostic told(const Behind& behind) {
  const Stamp& first = behind.commits.front();
  const std::int64_t days = (behind.clock.at - first.at) / kSecondsInDay;
  std::string sentence = "the stamp of " + with_time(first) + " lies " + std::to_string(days) +
                         (days == 1 ? " day" : " days") + " before that of " +
                         with_time(behind.clock) + ", which it builds on";
  const std::size_t more = behind.commits.size() - 1;
  if (more == 0) {
    return found(std::move(sentence),
                 "whichever is wrong: " + naming(first) + ", or " + naming(behind.clock));
  }
  sentence += more == 1 ? "; so does that of a commit behind it"
                        : "; so do those of " + std::to_string(more) + " commits behind it";
  return found(std::move(sentence), "if it is the later stamp that is wrong: " +
                                        naming(behind.clock) + "; else name each of the others");
}

}  // namespace

std::string utc_text(std::int64_t at) {
  constexpr std::int64_t kLastOfYear9999 = 253402300799;
  if (at > kLastOfYear9999) return "@" + std::to_string(at);
  constexpr std::int64_t kSecondsInHour = 3600;
  constexpr std::int64_t kSecondsInMinute = 60;
  const std::chrono::sys_seconds time{std::chrono::seconds{at}};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::int64_t passed = (time - day).count();
  char clock[16];
  std::snprintf(clock, sizeof clock, " %02d:%02d UTC", static_cast<int>(passed / kSecondsInHour),
                static_cast<int>(passed % kSecondsInHour / kSecondsInMinute));
  return to_string(Day{day}) + clock;
}

Day utc_day(std::int64_t at) {
  return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(at)));
}

std::int64_t end_of(Day day) {
  return (static_cast<std::int64_t>(day.time_since_epoch().count()) + 1) * kSecondsInDay - 1;
}

KnownThen known_at(const std::vector<Stamp>& line, std::int64_t time,
                   const std::vector<std::string>& wrong) {
  KnownThen known;
  bool begun = false;
  for (const Stamp& stamp : line) {
    const bool is_wrong = is_among(wrong, stamp.commit);
    if (stamp.at > time && !is_wrong) {
      known.next = stamp;
      break;
    }
    if (stamp.at > time) known.skipped.push_back(stamp.commit);
    begun = begun || !is_wrong;
    if (begun) known.commit = stamp.commit;
  }
  return known;
}

std::vector<std::optional<std::int64_t>> times_of(const std::vector<Stamp>& line,
                                                  const std::vector<std::string>& wrong) {
  std::vector<std::optional<std::int64_t>> times;
  times.reserve(line.size());
  std::optional<std::int64_t> latest;
  for (const Stamp& stamp : line) {
    if (!is_among(wrong, stamp.commit) && (!latest || stamp.at > *latest)) latest = stamp.at;
    times.push_back(latest);
  }
  return times;
}

std::optional<Stamp> clock_of(const std::vector<Stamp>& line, std::int64_t latest,
                              const std::vector<std::string>& wrong) {
  const Stamp* clock = nullptr;
  for (const Stamp& stamp : line) {
    if (stamp.at > latest || is_among(wrong, stamp.commit)) continue;
    if (clock == nullptr || stamp.at > clock->at) clock = &stamp;
  }
  return clock == nullptr ? std::nullopt : std::optional(*clock);
}

bool is_in_the_future(std::int64_t stamp, std::int64_t now) { return stamp > now + kClocksDiffer; }

bool is_behind(std::int64_t stamp, std::int64_t clock) { return stamp + kSecondsInDay <= clock; }

Diagnostics check_stamps(const std::vector<Stamp>& line, std::size_t from,
                         const std::vector<std::string>& wrong, std::int64_t now) {
  Diagnostics problems;
  std::optional<Stamp> clock;
  Behind behind;
  const auto tell = [&] {
    if (!behind.commits.empty()) problems.push_back(told(behind));
    behind.commits.clear();
  };
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Stamp& stamp = line[i];
    if (is_among(wrong, stamp.commit)) continue;
    if (is_in_the_future(stamp.at, now)) {
      if (i < from) continue;
      problems.push_back(found("the stamp of " + with_time(stamp) +
                                   " lies in the future: by --known-at DATE nothing since is "
                                   "known before that day",
                               naming(stamp)));
    } else if (!clock || !is_behind(stamp.at, clock->at)) {
      if (clock && stamp.at <= clock->at) continue;
      tell();
      clock = stamp;
    } else if (i >= from) {
      behind.clock = *clock;
      behind.commits.push_back(stamp);
    }
  }
  tell();
  return problems;
}

Diagnostic foxtrot(const std::string& tip, const std::vector<Stamp>& before,
                   const std::vector<Stamp>& after, const std::vector<std::string>& wrong) {
  // Up to where the lines part, each day has the same answer on both.
  const auto parted = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  const auto clock =
      clock_of({before.begin(), parted.first}, std::numeric_limits<std::int64_t>::max(), wrong);
  std::optional<std::int64_t> first;
  const auto take = [&](auto from, auto end) {
    // What is named as wrong has the day of what it builds on, or none where nothing counts there.
    const auto next = std::find_if(
        from, end, [&](const Stamp& one) { return clock || !is_among(wrong, one.commit); });
    if (next == end) return;
    std::int64_t at = clock ? clock->at : next->at;
    if (!is_among(wrong, next->commit)) at = std::max(at, next->at);
    first = std::min(first.value_or(at), at);
  };
  take(parted.first, before.end());
  take(parted.second, after.end());
  std::string sentence = short_name({tip, 0}) + ", the tip until then, is no first parent any more";
  if (first) {
    constexpr std::size_t kDay = 10;
    sentence += ": from " + utc_text(*first).substr(0, kDay) +
                " on, --known-at DATE may show another state than before";
  }
  return {Severity::warning,   Rule::recorded_foxtrot,
          kSettingsFile,       {},
          std::move(sentence), "aver sync merges with the remote's tip as the first parent"};
}

}  // namespace aver::claims
