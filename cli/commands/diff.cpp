// SPDX-License-Identifier: MIT
//
// aver diff: what changed between two coordinates, in positions: two revisions, two days, or both.
#include <map>
#include <memory>
#include <set>

#include "cli/capture_diff.h"
#include "cli/commands/commands.h"
#include "cli/errors.h"
#include "cli/filter.h"
#include "cli/load.h"
#include "cli/names.h"
#include "cli/print.h"

namespace aver::cli {
namespace {

using claims::ClaimFolder;
using claims::RecordKind;
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

using Range = std::pair<std::string, std::string>;

// Splits "A..B"; nothing where there is no "..".
std::optional<Range> split_range(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  const std::size_t dots = text->find("..");
  if (dots == text->npos) return std::nullopt;
  return Range{text->substr(0, dots), text->substr(dots + 2)};
}

// The day on which a revision stood: of its commit, or today for what stands now. So a stance that
// was held between two revisions is a move, and one that was held before them is only learned.
claims::Day day_of(const View& view, const View& head, const Session& session) {
  if (view.commit().empty() || view.commit() == head.commit()) return session.today();
  return *claims::parse_day(local_time(view.committed_at()).substr(0, 10));
}

// The two revisions that were asked for; the last commit, where none was.
Range revisions_of(const Options& options) {
  const std::optional<Range> known = split_range(options.reading.when.known_at);
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
  if (const std::optional<Range> range = split_range(options.before); range && !options.after) {
    return {range->first.empty() ? "HEAD" : range->first,
            range->second.empty() ? "HEAD" : range->second};
  }
  if (!options.before && split_range(options.reading.when.on)) return {"HEAD", "HEAD"};
  return {options.before.value_or("HEAD~1"), options.after.value_or("HEAD")};
}

class Comparison {
 public:
  Comparison(const Options& options, Session& session)
      : options_(options),
        session_(session),
        range_(revisions_of(options)),
        head_(session.store().view()),
        before_(session.view(When{{}, range_.first})),
        after_(session.view(When{{}, range_.second})),
        filter_(after_.commit().empty() ? before_ : after_, options.filter) {
    set_days();
    if (options.claim)
      only_ = claim_named(after_.commit().empty() ? before_ : after_, *options.claim);
  }

  DiffAnswer run() {
    find_renames();
    // Where the day is the same on both sides, only what differs in the record can differ in
    // positions.
    if (answer_.before.day == answer_.after.day || !by_day_) {
      for (const std::string& claim : changed_claims()) compare(claim);
    } else {
      for (const std::string& claim : all_claims()) compare(claim);
    }
    return std::move(answer_);
  }

  const claims::Vocabulary& words() const { return head_.vocabulary(); }

 private:
  void set_days() {
    answer_.before = {range_.first, day_of(before_, head_, session_), before_.commit()};
    answer_.after = {range_.second, day_of(after_, head_, session_), after_.commit()};
    const std::optional<std::string>& on = options_.reading.when.on;
    if (const std::optional<Range> days = split_range(on)) {
      by_day_ = true;
      answer_.before.day = session_.day("--on", days->first);
      answer_.after.day =
          days->second.empty() ? session_.today() : session_.day("--on", days->second);
      if (answer_.after.day < answer_.before.day && days->second.empty()) {
        throw StoreError(Fault::usage, "--on " + *on + " begins after today");
      }
      if (answer_.after.day < answer_.before.day) {
        throw StoreError(Fault::usage, "--on " + *on + " is the wrong way round", {},
                         "--on " + days->second + ".." + days->first);
      }
    } else if (on) {
      answer_.before.day = answer_.after.day = session_.day("--on", *on);
    }
    if (options_.before || on || options_.reading.when.known_at) {
      const auto known = [](const DiffSide& s) {
        return "as known at " + s.name +
               (s.revision.empty() ? " (before the first commit)"
                                   : " (" + short_id(s.revision) + ")");
      };
      const std::string from = "from " + claims::to_string(answer_.before.day);
      const std::string to =
          " to " + claims::to_string(answer_.after.day) + ", " + known(answer_.after);
      const bool one_record = answer_.before.revision == answer_.after.revision;
      answer_.line = one_record ? from + to : from + ", " + known(answer_.before) + "," + to;
    }
  }

  // What has another id now: found in the aliases of records that are new.
  void find_renames() {
    if (before_.commit() == after_.commit() || before_.commit().empty() || after_.commit().empty())
      return;
    for (const store::ChangedPath& path : session_.store().changes(before_, after_)) {
      const auto record = claims::record_at(path.path);
      if (!record || path.before.empty() == path.after.empty()) continue;
      const bool is_new = path.before.empty();
      const View& has = is_new ? after_ : before_;
      const View& had = is_new ? before_ : after_;
      const auto note = [&](const auto& decoded) {
        if (!decoded || !decoded->record) return;
        for (const std::string& alias : decoded->record->aliases) {
          const claims::RecordRef other{record->kind, alias};
          if (!claims::id_problem(alias).empty() || !had.has(other) || has.has(other)) continue;
          if (is_new) {
            renamed_[other] = record->id;
          } else {
            renamed_[*record] = alias;  // back to what it was
          }
        }
      };
      if (record->kind == RecordKind::claim) note(has.claim(record->id));
      if (record->kind == RecordKind::actor) note(has.actor(record->id));
      if (record->kind == RecordKind::source) note(has.source(record->id));
    }
    if (!only_.empty() || options_.filter.any() || options_.reading.when.on) return;
    for (const auto& [old, id] : renamed_) {
      answer_.others.emplace_back(claims::path_of({old.kind, id}), "renamed from " + old.id);
    }
  }

  std::string id_of_now(RecordKind kind, const std::string& id) const {
    const auto at = renamed_.find({kind, id});
    return at == renamed_.end() ? id : at->second;
  }

  std::string claim_of_then(const std::string& id) const {
    for (const auto& [old, now] : renamed_) {
      if (old.kind == RecordKind::claim && now == id) return old.id;
    }
    return id;
  }

  // The folder of then with the ids of now in it.
  ClaimFolder with_ids_of_now(ClaimFolder folder) const {
    folder.id = id_of_now(RecordKind::claim, folder.id);
    if (folder.claim) {
      folder.claim->id = folder.id;
      for (claims::Relation& relation : folder.claim->relations)
        relation.to = id_of_now(RecordKind::claim, relation.to);
    }
    for (claims::Stance& stance : folder.stances) {
      stance.claim = folder.id;
      for (std::string* who : {&stance.holder, &stance.speaker})
        *who = id_of_now(RecordKind::actor, *who);
      for (std::string& who : stance.via) who = id_of_now(RecordKind::actor, who);
      stance.source = id_of_now(RecordKind::source, stance.source);
    }
    return folder;
  }

  bool is_part_of_a_rename(const claims::RecordRef& record) const {
    if (renamed_.contains(record)) return true;
    for (const auto& [old, now] : renamed_) {
      if (old.kind == record.kind && now == record.id) return true;
    }
    return false;
  }

  std::set<std::string> changed_claims() {
    std::set<std::string> claims;
    for (const store::ChangedPath& path : session_.store().changes(before_, after_)) {
      const auto record = claims::record_at(path.path);
      if (record && record->kind == RecordKind::claim) {
        claims.insert(id_of_now(RecordKind::claim, record->id));
      } else if (record && record->kind == RecordKind::stance) {
        claims.insert(id_of_now(RecordKind::claim, claims::split_stance_id(record->id).claim));
      } else if (record && is_part_of_a_rename(*record)) {
        continue;  // told
      } else if ((record || path.path == "aver.toml") && only_.empty() && !options_.filter.any() &&
                 !options_.reading.when.on) {
        const char* what = path.before.empty()  ? "added"
                           : path.after.empty() ? "removed"
                                                : "edited";
        answer_.others.emplace_back(path.path, what);
      }
    }
    return claims;
  }

  std::set<std::string> all_claims() const {
    std::set<std::string> claims;
    for (const View* view : {&before_, &after_}) {
      for (const std::string& id : view->ids(RecordKind::claim)) {
        claims.insert(view == &before_ ? id_of_now(RecordKind::claim, id) : id);
      }
    }
    return claims;
  }

  // A claim's folder on one side; nothing where the claim is absent. Broken files are told.
  std::optional<ClaimFolder> folder_on(const View& view, const std::string& claim) {
    // A holder that was renamed is not mentioned by the name of now.
    std::optional<View::Folder> folder =
        view.folder(claim, renamed_.empty() ? filter_.holder() : "");
    if (!folder) return std::nullopt;
    for (const claims::Diagnostic& problem : folder->problems) {
      if (problem.severity == claims::Severity::error) report({problem}, session_.out);
    }
    return std::move(folder->folder);
  }

  void compare(const std::string& claim) {
    if (!only_.empty() && claim != only_) return;
    if (!filter_.takes_topic(claim)) return;
    std::optional<ClaimFolder> a = folder_on(before_, claim_of_then(claim));
    if (a && !renamed_.empty()) a = with_ids_of_now(std::move(*a));
    std::optional<ClaimFolder> again;
    if (before_.commit() != after_.commit()) again = folder_on(after_, claim);
    const ClaimFolder* b = before_.commit() == after_.commit() ? (a ? &*a : nullptr)
                           : again                             ? &*again
                                                               : nullptr;
    if (!a && b == nullptr) return;
    // The rename is told as one; the old id among the aliases is part of it.
    if (a && a->claim && b != nullptr && b->claim && claim_of_then(claim) != claim)
      a->claim->aliases = b->claim->aliases;
    const ClaimFolder& shown = b != nullptr ? *b : *a;
    if (shown.claim && !filter_.takes(*shown.claim)) return;
    claims::ClaimDiff diff =
        claims::diff({a ? &*a : nullptr, answer_.before.day}, {b, answer_.after.day},
                     (after_.commit().empty() ? before_ : after_).vocabulary(),
                     options_.reading.when.on ? claims::Reach::days : claims::Reach::record);
    std::erase_if(diff.pairs, [&](const claims::PairDiff& pair) {
      const claims::Shown& side = pair.after ? *pair.after : *pair.before;
      return !filter_.takes_holder(pair.holder) || !filter_.takes_position(side.position);
    });
    if (filter_.asks_for_positions() && diff.pairs.empty()) return;
    if (!diff.empty()) answer_.claims.push_back(std::move(diff));
  }

  const Options& options_;
  Session& session_;
  Range range_;
  View head_, before_, after_;
  Filter filter_;
  std::string only_;
  bool by_day_ = false;
  DiffAnswer answer_;
  std::map<claims::RecordRef, std::string> renamed_;  // old -> id of now
};

int run(const Options& options, Session& session) {
  if (options.source) {
    if (options.before || options.claim || options.filter.any() || options.reading.when.on) {
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
  Comparison comparison(options, session);
  const DiffAnswer answer = comparison.run();
  const bool differs = !answer.claims.empty() || !answer.others.empty();
  const Reading& reading = options.reading;
  if (!reading.wants_json() && reading.format.value_or("text") == "text") {
    if (differs) {
      session.out.data(text(answer, comparison.words(), session.out,
                            TextOptions{options.evidence, options.stat}));
    } else {
      const bool one_record = answer.before.revision == answer.after.revision;
      const auto side = [&](const DiffSide& one) {
        const std::string day = claims::to_string(one.day);
        return one_record ? day : one.name + " (" + day + ")";
      };
      session.out.talk("no position differs between " + side(answer.before) + " and " +
                       side(answer.after) + "\n");
    }
  } else if (reading.wants_json()) {
    session.out.data(json(answer, comparison.words()));
  } else {
    const Sheet rows = sheet(answer);
    session.out.data(reading.format == "csv"        ? csv(rows)
                     : reading.format == "markdown" ? markdown(rows)
                                                    : json_lines(rows));
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
      "Each change says whether the holder moved (shift, reversal, …), or whether it was only our "
      "record: learned, corrected, retracted, evidence, edited (aver help changes).";
  command.words = {
      positional("BEFORE", options->before, "a revision, or A..B (default: HEAD~1)"),
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
  add_reading_words(command.words, options->reading);
  add_row_formats(command.words);
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
