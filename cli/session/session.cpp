// SPDX-License-Identifier: MIT
//
// Opens the store on first use, reads the clock (or AVER_NOW, in tests), and turns what was typed
// for --on and --known-at into days and views.
#include "cli/session/session.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <filesystem>

#include "claims/text/lines.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"
#include "store/branches.h"
#include "store/environment.h"
#include "store/index_when.h"
#include "store/process.h"
#include "store/records_index.h"

namespace aver::cli {

using store::Fault;
using store::StoreError;

namespace {

void add_clocks(std::vector<Word>& words, When& when) {
  words.push_back(option("--on", "DATE", &when.on, "what was held on that day (default: today)"));
  words.push_back(option("--known-at", "REV|DATE", &when.known_at,
                         "as the store knew it then: a git revision, or a day (default: now)"));
}

}  // namespace

void add_reading_words(std::vector<Word>& words, Reading& reading,
                       const std::vector<Format>& formats) {
  add_clocks(words, reading.when);
  words.push_back(without_word(reading.without));
  add_format_words(words, reading, formats);
}

void add_clock_words(std::vector<Word>& words, Reading& reading,
                     const std::vector<Format>& formats) {
  add_clocks(words, reading.when);
  add_format_words(words, reading, formats);
}

Word without_word(std::optional<std::string>& to) {
  return option("--without", "QUERY", &to,
                "as if all that rests on this alone were retracted: source:x (aver help query)");
}

void add_format_words(std::vector<Word>& words, Reading& reading,
                      const std::vector<Format>& formats) {
  std::vector<std::string> choices;
  for (const Format format : formats) choices.emplace_back(to_string(format));
  words.push_back(
      option("--format", "FORMAT", &reading.format, listed(formats), std::move(choices)));
  words.push_back(flag("--json", reading.json, "short for --format json"));
  if (std::find(formats.begin(), formats.end(), Format::csv) != formats.end()) {
    words.push_back(guard_word(reading.guard, "--format csv", "on"));
  }
}

Word guard_word(std::optional<std::string>& to, std::string beside, const std::string& otherwise) {
  Word word = option("--guard", "on|off", &to,
                     "in csv, a ' before what a spreadsheet would run (default: " + otherwise + ")",
                     {"on", "off"});
  word.beside = std::move(beside);
  return word;
}

void add_writing_words(std::vector<Word>& words, Writing& writing) {
  words.push_back(flag("--no-commit", writing.no_commit, "only write the file"));
  words.push_back(option("--message", "-m", "TEXT", &writing.message,
                         "the commit's message (default: made for it)"));
}

store::Store& Session::store() {
  if (store_) return *store_;
  store_ = store::Store::open(directory());
  store_->set_watcher(&showing_);
  store_->set_clock([this] { return stamped_now(); });
  std::function<void(std::size_t done, std::size_t total)> progress;
  if (showing_.wants_progress()) {  // to say how many there are, all trees must be walked
    progress = [this](std::size_t done, std::size_t total) {
      out.progress("making the index", done, total);
    };
  }
  store_->records().use({store::index_when(), std::move(progress),
                         [this](const std::string& sentence) { showing_.note(sentence); }});
  if (follow_ == Follow::nothing) return *store_;
  const std::string branch = store::recording_branch(*store_);
  if (branch.empty() || branch == store_->branch()) return *store_;
  try {
    store_->aim_at(branch);
  } catch (const StoreError& error) {
    if (error.fault() != Fault::not_found) throw;
    throw StoreError(Fault::not_found, "the proposal that you are recording on is no more",
                     {error.what()}, "aver propose --end");
  }
  if (follow_ == Follow::and_say_so) {
    out.talk("on " + safe_line(branch) + " (back: aver propose --end)\n");
  }
  return *store_;
}

void Session::settle_environment() const {
  std::optional<std::filesystem::path> directory;
  if (globals_.directory) directory = *globals_.directory;
  store::settle_environment(directory);
}

std::string Session::user_path(const std::string& path) const {
  if (!globals_.directory || path.starts_with('/')) return path;
  return (std::filesystem::path(*globals_.directory) / path).string();
}

std::int64_t Session::now() const {
  if (const char* fixed = std::getenv("AVER_NOW"); fixed != nullptr && *fixed != '\0') {
    return std::strtoll(fixed, nullptr, 10);
  }
  return std::time(nullptr);
}

std::int64_t Session::stamped_now() const {
  const bool is_given = std::getenv("GIT_COMMITTER_DATE") != nullptr;
  return is_given ? now() : std::max<std::int64_t>(now(), std::time(nullptr));
}

claims::Day Session::today() const {
  const auto at = static_cast<std::time_t>(now());
  std::tm local{};
  localtime_r(&at, &local);
  return claims::Day{std::chrono::year{local.tm_year + 1900} /
                     std::chrono::month{static_cast<unsigned>(local.tm_mon) + 1} /
                     std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
}

claims::ParsedDate Session::parsed_date(const std::string& text) const {
  if (text == "today") return {claims::Date{today()}, ""};
  if (text == "yesterday") return {claims::Date{today() - std::chrono::days{1}}, ""};
  return claims::parse_date(text);
}

claims::Date Session::date(const std::string& option, const std::string& text) const {
  const claims::ParsedDate parsed = parsed_date(text);
  if (!parsed.date) {
    throw StoreError(Fault::usage, option + ": " + parsed.problem, {}, "aver help dates");
  }
  if (parsed.date->time()) {
    throw StoreError(Fault::usage, option + " takes a date without a time, not \"" + text + "\"",
                     {}, option + " " + claims::to_string(parsed.date->without_time()));
  }
  return *parsed.date;
}

claims::Day Session::day(const std::string& option, const std::string& text) const {
  const claims::Date asked = date(option, text);
  if (!asked.exact()) {
    throw StoreError(Fault::usage, option + " takes one day, not \"" + text + "\"", {},
                     option + " " + claims::to_string(asked.latest()));
  }
  return asked.earliest();
}

Coordinates Session::coordinates(const When& when, Asked asked) const {
  Coordinates at;
  at.on = today();
  if (when.on && asked == Asked::day) {
    at.on = day("--on", *when.on);
  } else if (when.on) {
    const claims::Date on = date("--on", *when.on);
    if (on.approximate()) {
      throw StoreError(
          Fault::usage, "--on takes no \"~\": ask about all days that you mean", {},
          "--on " + claims::to_string(claims::Date::between(on.earliest(), on.latest())));
    }
    at.on = on.latest();
    if (!on.exact()) at.period = claims::DaySpan{on.earliest(), on.latest()};
  }
  at.on_given = when.on.has_value();
  at.known_at = when.known_at.value_or("");
  return at;
}

// What looks like a date is one, and so is "today"; a branch of that name is
// "refs/heads/2024-11-01".
std::optional<claims::Day> Session::known_on(const std::string& text) const {
  const bool looks_like_date = text.size() >= 4 &&
                               text.find_first_not_of("0123456789-~") == text.npos &&
                               (text.size() == 4 || text[4] == '-');
  // Commits are known by days in UTC, which somewhere are not those on the wall.
  if (text == "today") return claims::utc_day(stamped_now());
  if (text == "yesterday") return claims::utc_day(stamped_now()) - std::chrono::days{1};
  if (!looks_like_date) return std::nullopt;
  const claims::Date asked = date("--known-at", text);
  if (asked.approximate()) {
    throw StoreError(Fault::usage, "--known-at takes no \"~\": the record is known to the day", {},
                     "--known-at " + claims::written_part(asked));
  }
  return asked.latest();
}

store::View Session::view(const When& when) {
  if (!when.known_at) return store().view();
  const auto day = known_on(*when.known_at);
  return day ? view_on(*day) : store().view(*when.known_at);
}

// Said once of each commit: a diff asks twice.
store::View Session::view_on(claims::Day day) {
  store::KnownOn known = store().view_known_on(day);
  for (const store::CommitId& commit : known.skipped) {
    if (!told_stamps_.insert(commit).second) continue;
    out.talk("note: the stamp of " + short_id(commit) +
             " is skipped: aver.toml names it as wrong\n");
  }
  if (known.next && claims::is_in_the_future(known.next->at, stamped_now()) &&
      told_stamps_.insert(known.next->commit).second) {
    out.talk("note: the stamp of " + short_id(known.next->commit) + " (" +
             claims::utc_text(known.next->at) +
             ") lies in the future: nothing since is known before that day\n");
    out.talk("hint: if that clock was wrong: aver clock --wrong " + short_id(known.next->commit) +
             "\n");
  }
  return std::move(known.view);
}

std::string Session::coordinates_line(const Coordinates& at, const store::View& view) const {
  if (!at.on_given && at.known_at.empty()) return "";
  std::string line = "held " + at.on_text();
  if (!at.on_given) line += " (today)";
  line += ", as known at ";
  if (at.known_at.empty()) {
    line += "HEAD";
  } else {
    line += safe_line(at.known_at);
  }
  if (view.commit().empty()) {
    line += " (before the first record: nothing was known)";
  } else {
    const bool by_day = !at.known_at.empty() && known_on(at.known_at);
    line += " (" + short_id(view.commit()) + " of " +
            (by_day ? claims::utc_text(view.committed_at()) : local_time(view.committed_at())) +
            ")";
  }
  return line;
}

std::string git_pager() {
  const store::RunResult result = store::run_git({"var", "GIT_PAGER"});
  if (!result.ok()) return "";
  return claims::first_line(result.output);
}

}  // namespace aver::cli
