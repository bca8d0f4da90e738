// SPDX-License-Identifier: MIT
//
// aver diff: what changed between two revisions, or between two days, in positions.
#include <memory>
#include <set>

#include "cli/commands/commands.h"
#include "cli/errors.h"
#include "cli/load.h"
#include "cli/names.h"
#include "cli/render/json.h"
#include "cli/render/text.h"

namespace aver::cli {
namespace {

using claims::ClaimFolder;
using claims::RecordKind;
using store::Fault;
using store::StoreError;
using store::View;

struct Options {
  std::optional<std::string> before;
  std::optional<std::string> after;
  std::optional<std::string> claim;
  bool evidence = false;
  bool exit_code = false;
  Reading reading;
};

// Splits "A..B"; nothing where there is no "..".
std::optional<std::pair<std::string, std::string>> split_range(const std::string& text) {
  const std::size_t dots = text.find("..");
  if (dots == text.npos) return std::nullopt;
  return std::pair{text.substr(0, dots), text.substr(dots + 2)};
}

// A claim's folder on one side; nothing where the claim is absent. Broken files are told.
std::optional<ClaimFolder> folder_on(Session& session, const View& view, const std::string& claim) {
  std::optional<View::Folder> folder = view.folder(claim);
  if (!folder) return std::nullopt;
  for (const claims::Diagnostic& problem : folder->problems) {
    if (problem.severity == claims::Severity::error) report({problem}, session.out);
  }
  return std::move(folder->folder);
}

// The day on which a revision stood: of its commit, or today for what stands now. So a stance that
// was held between two revisions is a move, and one that was held before them is only learned.
claims::Day day_of(const View& view, const View& head, const Session& session) {
  if (view.commit().empty() || view.commit() == head.commit()) return session.today();
  return *claims::parse_day(local_time(view.committed_at()).substr(0, 10));
}

// Two revisions: only the claims whose files differ are read.
DiffAnswer between_revisions(const Options& options, Session& session) {
  const Coordinates at = session.coordinates(options.reading.when);
  std::string from = options.before.value_or("HEAD~1");
  std::string to = options.after.value_or("HEAD");
  if (options.reading.when.known_at) {
    const auto range = split_range(*options.reading.when.known_at);
    if (!range || options.before) {
      throw StoreError(Fault::usage, "diff takes --known-at R1..R2, or two revisions", {},
                       "aver help diff");
    }
    from = range->first.empty() ? "HEAD" : range->first;
    to = range->second.empty() ? "HEAD" : range->second;
  } else if (const auto range = split_range(from); range && !options.after) {
    from = range->first.empty() ? "HEAD" : range->first;
    to = range->second.empty() ? "HEAD" : range->second;
  }
  const View before = session.view(When{{}, from});
  const View after = session.view(When{{}, to});
  DiffAnswer answer;
  const View head = session.store().view();
  answer.before = {from, at.on_given ? at.on : day_of(before, head, session), before.commit()};
  answer.after = {to, at.on_given ? at.on : day_of(after, head, session), after.commit()};

  const std::string only = options.claim ? claim_named(after, *options.claim) : "";
  std::set<std::string> claims;
  for (const store::ChangedPath& path : session.store().changes(before, after)) {
    const auto record = claims::record_at(path.path);
    if (record && record->kind == RecordKind::claim) {
      claims.insert(record->id);
    } else if (record && record->kind == RecordKind::stance) {
      claims.insert(claims::split_stance_id(record->id).claim);
    } else if (only.empty()) {
      const char* what = path.before.empty() ? "added" : path.after.empty() ? "removed" : "edited";
      answer.others.emplace_back(path.path, what);
    }
  }
  for (const std::string& claim : claims) {
    if (!only.empty() && claim != only) continue;
    const std::optional<ClaimFolder> a = folder_on(session, before, claim);
    const std::optional<ClaimFolder> b = folder_on(session, after, claim);
    if (!a && !b) continue;
    claims::ClaimDiff diff =
        claims::diff({a ? &*a : nullptr, answer.before.day}, {b ? &*b : nullptr, answer.after.day},
                     after.commit().empty() ? before.vocabulary() : after.vocabulary());
    if (!diff.empty()) answer.claims.push_back(std::move(diff));
  }
  return answer;
}

// One revision, two days: every claim is read.
DiffAnswer between_days(const Options& options, const std::pair<std::string, std::string>& range,
                        Session& session) {
  if (options.before) {
    throw StoreError(Fault::usage, "diff takes two revisions or --on D1..D2, not both", {},
                     "aver help diff");
  }
  DiffAnswer answer;
  answer.between_days = true;
  const View view = session.view(When{{}, options.reading.when.known_at});
  answer.before = {range.first, session.day("--on", range.first), view.commit()};
  answer.after = {range.second.empty() ? "today" : range.second,
                  range.second.empty() ? session.today() : session.day("--on", range.second),
                  view.commit()};
  if (answer.after.day < answer.before.day) {
    throw StoreError(Fault::usage,
                     "--on " + range.first + ".." + range.second + " is the wrong way round", {},
                     "--on " + range.second + ".." + range.first);
  }
  const std::string only = options.claim ? claim_named(view, *options.claim) : "";
  const auto visit = [&](ClaimFolder&& folder) {
    claims::ClaimDiff diff =
        claims::diff({&folder, answer.before.day}, {&folder, answer.after.day}, view.vocabulary());
    if (!diff.empty()) answer.claims.push_back(std::move(diff));
  };
  if (only.empty()) {
    each_folder(session, view, "", visit);
  } else {
    visit(load_folder(session, view, only));
  }
  return answer;
}

int run(const Options& options, Session& session) {
  std::optional<std::pair<std::string, std::string>> days;
  if (options.reading.when.on) days = split_range(*options.reading.when.on);
  const DiffAnswer answer =
      days ? between_days(options, *days, session) : between_revisions(options, session);
  const View head = session.store().view();
  const claims::Vocabulary& words = head.vocabulary();
  session.out.data(options.reading.wants_json()
                       ? json(answer, words)
                       : text(answer, words, session.out, TextOptions{options.evidence}));
  const bool differs = !answer.claims.empty() || !answer.others.empty();
  if (!differs && !options.reading.wants_json()) {
    session.out.talk("no position differs between " + answer.before.name + " and " +
                     answer.after.name + "\n");
  }
  return options.exit_code && differs ? kAnswerIsNo : kDone;
}

}  // namespace

Command diff_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "diff";
  command.description =
      "What changed, in positions and not in lines: between two revisions of the store (by default "
      "the "
      "last commit), or, with --on D1..D2, between two days in the world.\n\n"
      "Each change says whether the holder moved (shift, reversal, …), or whether it was only our "
      "record: learned, corrected, retracted, evidence, edited.";
  command.words = {
      positional("BEFORE", options->before, "a revision, or A..B (default: HEAD~1)"),
      positional("AFTER", options->after, "a revision (default: HEAD)"),
      option("--claim", "CLAIM", &options->claim, "only this claim"),
      flag("--evidence", options->evidence, "show quote and source below each change"),
      flag("--exit-code", options->exit_code, "exit with 1 where something differs"),
  };
  add_reading_words(command.words, options->reading);
  for (Word& word : command.words) {
    if (word.name == "--on") {
      word.value = "DATE|D1..D2";
      word.help = "between two days; with one day, between two revisions as of that day";
    } else if (word.name == "--known-at") {
      word.value = "REV|R1..R2";
      word.help =
          "between two revisions or days of the record; with --on D1..D2, the one to look at";
    }
  }
  command.examples = {
      {"aver diff", "what the last commit changed"},
      {"aver diff main~10 main", "what ten commits changed"},
      {"aver diff --on 2024-10-31..2024-12-01 --evidence", "who moved between two days"},
  };
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
