// SPDX-License-Identifier: MIT
//
// aver diff: what changed between two coordinates, in positions: two revisions, two days, or both.
#include <algorithm>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/diff/comparison.h"
#include "cli/evidence/capture_diff.h"
#include "cli/names/filter.h"
#include "cli/names/load.h"
#include "cli/names/names.h"
#include "cli/names/without.h"
#include "cli/review/proposals.h"
#include "cli/session/print.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/short_forms.h"
#include "store/clock.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;
using store::View;

struct Options {
  std::optional<std::string> before, after, claim, source, captures;
  FilterWords filter;
  bool evidence = false;
  bool stat = false;
  bool exit_code = false;
  Reading reading;
};

struct Range {
  std::string first, second;
  bool from_base = false;  // "A...B": from where B left A
};

// Splits "A..B"; nothing where there is no "..".
std::optional<Range> split_range(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  const std::size_t dots = text->find("..");
  if (dots == text->npos) return std::nullopt;
  return Range{text->substr(0, dots), text->substr(dots + 2)};
}

// The same of revisions, where "A...B" is a range, too.
std::optional<Range> split_revisions(const std::optional<std::string>& text) {
  std::optional<Range> range = split_range(text);
  if (!range || !range->second.starts_with(".")) return range;
  range->second.erase(0, 1);
  range->from_base = true;
  return range;
}

// The day to compare a revision on: the day of the record that was asked for, else that of its
// commit, or today for the present one. So a stance that begins between two revisions is a move,
// and one that began before them is newly learned.
claims::Day day_of(const std::string& name, const View& view, const View& head, Session& session) {
  if (const auto day = session.known_on(name)) return std::min(*day, session.today());
  if (view.commit().empty() || view.commit() == head.commit()) return session.today();
  // A stamp that is named as wrong, or that lies in the future, is no day of the record's.
  const auto clock =
      store::clock_of(session.store(), view.commit(), session.stamped_now() + claims::kClocksDiffer,
                      head.settings().wrong_stamps);
  if (!clock) return *claims::parse_day(local_day(view.committed_at()));
  return claims::utc_day(clock->at);
}

// The two revisions asked for; without any, those around the last commit.
Range revisions_of(const Options& options) {
  const std::optional<Range> known = split_revisions(options.reading.when.known_at);
  if (known || options.reading.when.known_at) {
    if (options.before) {
      throw StoreError(Fault::usage, "diff takes --known-at R1..R2, or two revisions, not both", {},
                       "aver help diff");
    }
    if (!known && !split_range(options.reading.when.on)) {
      throw StoreError(Fault::usage,
                       "diff takes --known-at R1..R2: two revisions or days of the record", {},
                       "--known-at " + *options.reading.when.known_at + "..HEAD");
    }
    Range range =
        known ? *known : Range{*options.reading.when.known_at, *options.reading.when.known_at};
    if (range.first.empty()) range.first = "HEAD";
    if (range.second.empty()) range.second = "HEAD";
    return range;
  }
  if (const std::optional<Range> range = split_revisions(options.before); range && !options.after) {
    return {range->first.empty() ? "HEAD" : range->first,
            range->second.empty() ? "HEAD" : range->second, range->from_base};
  }
  if (!options.before && split_range(options.reading.when.on)) return {"HEAD", "HEAD"};
  return {options.before.value_or("HEAD~1"), options.after.value_or("HEAD")};
}

// The comparison asked for, and the line that describes it.
struct RequestedDiff {
  Compared compared;
  std::string line{};
};

RequestedDiff asked_for(const Options& options, Session& session) {
  Range range = revisions_of(options);
  const View head = session.store().view();
  const std::optional<std::string>& without = options.reading.without;
  std::string left;  // where the second one left the first
  if (range.from_base) {
    left = "where " + range.second + " left " + range.first;
    range.first =
        base_of(session, session.view(When{{}, range.first}), session.view(When{{}, range.second}))
            .commit();
  }
  const View before = asked_view(session, When{{}, range.first}, without);
  const View after = asked_view(session, When{{}, range.second}, without);
  RequestedDiff asked{.compared = {.before = before,
                                   .after = after,
                                   .before_name = left.empty() ? range.first : left,
                                   .after_name = range.second,
                                   .before_day = day_of(range.first, before, head, session),
                                   .after_day = day_of(range.second, after, head, session),
                                   .same_record = before.commit() == after.commit()}};
  Compared& compared = asked.compared;
  const std::optional<std::string>& on = options.reading.when.on;
  compared.days_given = on.has_value();
  if (const std::optional<Range> days = split_range(on)) {
    compared.two_days = true;
    compared.before_day = session.day("--on", days->first);
    compared.after_day = days->second.empty() ? session.today() : session.day("--on", days->second);
    if (compared.after_day < compared.before_day && days->second.empty()) {
      throw StoreError(Fault::usage, "--on " + *on + " begins after today");
    }
    if (compared.after_day < compared.before_day) {
      throw StoreError(Fault::usage, "--on " + *on + " is the wrong way round", {},
                       "--on " + days->second + ".." + days->first);
    }
  } else if (on) {
    compared.before_day = compared.after_day = session.day("--on", *on);
  }
  if (options.before || on || options.reading.when.known_at) {
    const auto known = [&](const std::string& name, const View& view) {
      return (session.known_on(name) ? "as known on " : "as known at ") + name +
             (view.commit().empty() ? " (before the first commit: nothing)"
                                    : " (" + short_id(view.commit()) + ")");
    };
    const std::string from = "from " + claims::to_string(compared.before_day);
    const std::string to =
        " to " + claims::to_string(compared.after_day) + ", " + known(range.second, after);
    const std::string known_first =
        left.empty() ? known(range.first, before)
                     : "as known " + left + " (" + short_id(before.commit()) + ")";
    asked.line = compared.same_record ? from + to : from + ", " + known_first + "," + to;
  }
  if (options.claim)
    compared.only = claim_named(after.commit().empty() ? before : after, *options.claim);
  return asked;
}

int run(const Options& options, Session& session) {
  if (options.source) {
    if (options.before || options.claim || options.filter.any() || options.reading.when.on ||
        options.reading.without) {
      throw StoreError(Fault::usage,
                       "--source compares two captures: it goes with --captures alone", {},
                       "aver help diff");
    }
    return diff_captures(session, options.reading, *options.source, options.captures.value_or(""),
                         options.exit_code);
  }
  if (options.captures)
    throw StoreError(Fault::usage, "--captures goes with --source", {}, "aver help diff");
  if (options.before && split_range(options.reading.when.on) && !options.after &&
      !split_range(options.before)) {
    throw StoreError(Fault::usage, "--on D1..D2 goes with no revision, or with two", {},
                     "aver help diff");
  }
  RequestedDiff asked = asked_for(options, session);
  const View shown =
      asked.compared.after.commit().empty() ? asked.compared.before : asked.compared.after;
  const claims::Vocabulary words = session.store().view().vocabulary();
  Filter filter(session, shown, options.filter, asked.compared.after_day);
  const Reading& reading = options.reading;
  const bool as_text = reading.chosen() == Format::text;
  const TextOptions as_asked{options.evidence, options.stat};
  asked.compared.positions_alone = as_text && !options.evidence;
  if (as_text && !options.stat) {
    asked.compared.page = [&](const claims::ClaimDiff& claim) {
      return text(claim, words, session.out, as_asked);
    };
  }
  Comparison comparison(session, std::move(asked.compared), std::move(filter));
  DiffAnswer answer = comparison.run();
  answer.line = asked.line;
  const bool differs = answer.differs();
  if (as_text) {
    if (differs) {
      session.out.data(text(answer, words, session.out, as_asked));
    } else {
      const bool one_record = answer.before.revision == answer.after.revision;
      const auto side = [&](const DiffSide& one) {
        const std::string day = claims::to_string(one.day);
        return one_record ? day : one.name + " (" + day + ")";
      };
      session.out.talk("no position differs between " + side(answer.before) + " and " +
                       side(answer.after) + without_clause(answer) + "\n");
    }
  } else if (reading.wants_json()) {
    json(answer, words, [&](std::string_view piece) { session.out.data(piece); });
  } else {
    session.out.data(in_rows(reading.chosen(), sheet(answer, words), {true, reading.guards()}));
  }
  return options.exit_code && differs ? kAnswerIsNo : kDone;
}

}  // namespace

Command diff_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "diff";
  command.description =
      "What changed, in positions and not in lines: between two revisions of the record (by "
      "default the last "
      "commit), between two days in the world, or both at once.\n\n"
      "Each change says whether it was our record: learned, corrected, retracted, evidence, "
      "edited; "
      "or the holder, who moved: shift, reversal, … (aver help changes). Both may be so. What was "
      "recorded about other days is listed apart.";
  command.words = {
      positional("BEFORE", options->before,
                 "a revision, or A..B; A...B from where B left A (default: HEAD~1)"),
      positional("AFTER", options->after, "a revision (default: HEAD)"),
      option("--claim", "CLAIM", &options->claim, "only this claim"),
      option("--source", "SOURCE", &options->source,
             "what its publisher changed between two captures, and which quotes no longer stand"),
      option("--captures", "A..B", &options->captures, "which (default: the last two): 1..2"),
  };
  add_filter_words(command.words, options->filter, true);
  command.words.push_back(
      flag("--evidence", options->evidence, "show quote and source below each change"));
  command.words.push_back(flag("--stat", options->stat, "only how many changes of each kind"));
  command.words.push_back(
      flag("--exit-code", options->exit_code, "exit with 1 where something differs"));
  add_reading_words(command.words, options->reading, row_formats());
  for (Word& word : command.words) {
    if (word.name == "--on") {
      word.value = "DATE|D1..D2";
      word.help = "between two days; or, with one day, between two revisions as of that day";
    } else if (word.name == "--known-at") {
      word.value = "R1..R2";
      word.help = "between two revisions or days of the record; with --on D1..D2 also a single one";
    }
  }
  command.examples = {
      {"aver diff", "what the last commit changed"},
      {"aver diff main~10 main --stat", "what ten commits changed, in numbers"},
      {"aver diff --on 2024-10-31..2024-12-01 --evidence", "who moved between two days"},
      {"aver diff --known-at 2024-11-01..2024-12-01 --on 2024-10-31",
       "what we learned in November about 31 October"},
  };
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
