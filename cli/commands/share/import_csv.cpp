// SPDX-License-Identifier: MIT
//
// aver import csv: makes records of the rows of a table, by a mapping.
#include <algorithm>
#include <filesystem>
#include <memory>
#include <unordered_set>

#include "claims/check/clock.h"
#include "claims/exchange/csv/csv.h"
#include "claims/exchange/csv/mapper.h"
#include "claims/text/similar.h"
#include "cli/commands/commands.h"
#include "cli/exchange/import_input.h"
#include "cli/exchange/importing.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

using claims::Diagnostic;
using claims::Diagnostics;
using claims::Severity;
using store::Fault;
using store::StoreError;
namespace csv = claims::csv;
namespace mapping = claims::mapping;

constexpr std::size_t kMostJoined = std::size_t{128} << 20;  // bytes in memory

struct Options {
  std::vector<std::string> files;
  std::optional<std::string> mapping, preset, join, delimiter, quoting, recorded_from;
  std::vector<std::string> set, values, absent, dates;
  ImportWords import;
};

std::vector<std::string> preset_names() {
  std::vector<std::string> names;
  for (const mapping::Preset& preset : mapping::presets()) names.emplace_back(preset.name);
  return names;
}

claims::toml::Table parse_mapping(Session& session, const std::string& text,
                                  const std::string& name) {
  claims::toml::Parsed parsed = claims::toml::parse(text, name);
  if (has_errors(parsed.problems)) {
    report(parsed.problems, session.out);
    throw StoreError(Fault::corrupt, "the mapping " + name + " is no TOML");
  }
  return std::move(parsed.root);
}

claims::toml::Value list_of(const std::vector<std::string>& texts) {
  claims::toml::Array array;
  for (const std::string& text : texts) array.push_back({text, {}});
  return {std::move(array), {}};
}

void put(claims::toml::Table& table, const char* key, claims::toml::Value value) {
  for (claims::toml::Entry& entry : table) {
    if (entry.key == key) return void(entry.value = std::move(value));
  }
  table.push_back({key, std::move(value), {}});
}

[[noreturn]] void bad_word(const std::string& option, const std::string& given,
                           const std::string& wanted) {
  throw StoreError(Fault::usage, option + " takes " + wanted + ", not \"" + given + "\"", {},
                   "aver help import");
}

// The mapping: the preset or the file, overridden by the command line.
mapping::Mapping mapping_for(const Options& options, Session& session, std::string& name) {
  claims::toml::Table table;
  name = "the mapping";
  if (options.mapping && options.preset) {
    throw StoreError(Fault::usage, "--mapping and --preset are both mappings", {},
                     "a preset is text to begin with: aver help import " + *options.preset);
  }
  if (options.preset) {
    for (const mapping::Preset& preset : mapping::presets()) {
      if (preset.name != *options.preset) continue;
      name = "preset " + *options.preset;
      table = parse_mapping(session, std::string(preset.text), name);
    }
  } else if (options.mapping) {
    name = *options.mapping;
    table = parse_mapping(session, InputFile(session, *options.mapping).all(), name);
  }
  for (const std::string& word : options.set) {
    const std::size_t equals = word.find('=');
    if (equals == word.npos) bad_word("--set", word, "KEY=PATTERN");
    const std::string problem =
        mapping::set(table, word.substr(0, equals), word.substr(equals + 1));
    if (!problem.empty()) throw StoreError(Fault::usage, problem, {}, "aver help import");
  }
  for (const std::string& word : options.values) {
    const std::size_t colon = word.find(':');
    const std::size_t equals = colon == word.npos ? colon : word.rfind('=');
    if (equals == word.npos || equals < colon) bad_word("--value", word, "KEY:FROM=TO");
    const std::string problem =
        mapping::set_value(table, word.substr(0, colon), word.substr(colon + 1, equals - colon - 1),
                           word.substr(equals + 1));
    if (!problem.empty()) throw StoreError(Fault::usage, problem, {}, "aver help import");
  }
  if (!options.absent.empty()) put(table, "absent", list_of(options.absent));
  if (!options.dates.empty()) put(table, "dates", list_of(options.dates));
  if (options.delimiter) put(table, "delimiter", {*options.delimiter, {}});
  if (options.quoting) put(table, "quoting", {*options.quoting, {}});
  if (table.empty()) {
    throw StoreError(Fault::usage, "what the columns mean is not said", {},
                     "--preset NAME, --mapping FILE or --set KEY=PATTERN; aver help import");
  }
  mapping::MappingRead read = mapping::read_mapping(table, name);
  if (has_errors(read.problems)) {
    report(read.problems, session.out);
    throw StoreError(Fault::corrupt, "the mapping cannot be used", {}, "aver help import");
  }
  return std::move(read.mapping);
}

// The next row that is not empty.
bool next_row(csv::Reader& reader, csv::Row& row, bool one_column) {
  while (reader.next(row)) {
    if (!row.blank || one_column) return true;
  }
  return false;
}

bool refuse_all(Import& import, Diagnostics problems) {
  const bool bad = has_errors(problems);
  for (Diagnostic& problem : problems) import.refuse(std::move(problem));
  return bad;
}

// Reads the second table, in which any error stops the import.
bool read_joined(Session& session, Import& import, const mapping::Join& join,
                 const std::string& path, const csv::Format& format, mapping::Joined& to) {
  InputFile input(session, path);
  csv::Reader reader(input.more(), format);
  csv::Row row;
  bool good = true;
  const auto refuse = [&](claims::Place place, const std::string& sentence) {
    import.refuse({Severity::error, claims::InputRule::csv_join, path, place, sentence, ""});
    good = false;
  };
  for (bool header = true; next_row(reader, row, false);) {
    for (Diagnostic& problem : row.problems) {
      problem.file = path;
      good = good && problem.severity != Severity::error;
      import.refuse(std::move(problem));
    }
    if (!good) return false;
    const std::string problem = header ? to.set_header(row, join.to) : to.add(row);
    if (!problem.empty()) refuse({row.line, 1}, problem);
    if (header && !good) return false;
    header = false;
    if (to.bytes() > kMostJoined) {
      refuse({row.line, 1}, "a joined table may have 128 MiB at most: it is held in memory");
      return false;
    }
  }
  if (to.header().empty()) refuse({1, 1}, "the file has no header");
  return good;
}

// The day that a row was recorded on: by the mapping's forms of dates, or the day of an instant.
// Nothing, with the problem, for a day that no commit can be stamped with.
std::optional<std::int64_t> day_of(std::string_view text,
                                   const std::vector<mapping::DateForm>& forms, std::int64_t now,
                                   std::string& problem) {
  std::vector<mapping::DateForm> all = forms;
  if (text.size() > 10 && (text[10] == 'T' || text[10] == ' ')) {
    all.emplace_back().read("YYYY-MM-DD*");
  }
  for (const mapping::DateForm& form : all) {
    const std::optional<claims::Date> date = form.parse(text, problem);
    if (!date || !date->exact()) continue;
    const std::int64_t day = date->earliest().time_since_epoch().count();
    if (day >= 0 && day <= now / claims::kSecondsInDay) return day;
    problem = "nothing can have been recorded on " + claims::to_string(date->earliest()) +
              (day < 0 ? ": days before 1970 are none to git" : ": that day has not come");
    return std::nullopt;
  }
  if (problem.empty()) problem = "\"" + std::string(text) + "\" is no full date";
  return std::nullopt;
}

struct Tally {
  std::uint64_t without_stance = 0;
  std::unordered_set<std::string> actors;  // paths of those that came in
  std::size_t namesakes = 0;
};

// Reports an incoming actor whose name an actor of the store has already.
void tell_namesake(Import& import, const Incoming& made, Tally& tally) {
  if (made.kind != claims::RecordKind::actor || !tally.actors.insert(made.path).second) return;
  const auto record = claims::record_at(made.path);
  const claims::toml::Value* value = claims::toml::find(made.table, "name");
  const auto* name = value == nullptr ? nullptr : std::get_if<std::string>(&value->data);
  if (!record || name == nullptr) return;
  const std::string known = import.actors().namesake(record->id, *name);
  constexpr std::size_t kShown = 5;
  if (known.empty() || ++tally.namesakes > kShown) return;
  import.note("actor " + record->id + " comes in beside " + known + ", which is called \"" + *name +
              "\", too");
}

void import_file(Session& session, const Options& options, const mapping::Mapping& rules,
                 const std::string& mapping_name, const std::string& path, Import& import,
                 Tally& tally) {
  InputFile input(session, path);
  const csv::Format format{rules.delimiter.value_or(path.ends_with(".tsv") ? '\t' : ','),
                           rules.quotes.value_or(true)};
  csv::Reader reader(input.more(), format);
  csv::Row row;
  if (!next_row(reader, row, false)) {
    import.begin(input.name());
    import.refuse(
        {Severity::error, claims::InputRule::csv_header, "", {1, 1}, "the file has no header", ""});
    return;
  }
  import.begin(input.name(), std::string(row.raw));
  if (refuse_all(import, row.problems)) return;
  std::optional<mapping::Joined> joined;
  if (rules.join) {
    namespace fs = std::filesystem;
    const bool beside = !options.join && path != "-" && fs::path(rules.join->file).is_relative();
    const std::string second = options.join ? *options.join
                               : beside ? (fs::path(path).parent_path() / rules.join->file).string()
                                        : rules.join->file;
    if (!read_joined(session, import, *rules.join, second, format, joined.emplace())) return;
  }
  mapping::Mapper mapper(rules, row, joined ? &*joined : nullptr, mapping_name);
  if (refuse_all(import, mapper.problems())) return;
  std::optional<std::size_t> recorded;
  if (options.recorded_from) {
    recorded = mapper.column(*options.recorded_from);
    if (!recorded) {
      import.refuse({Severity::error,
                     claims::InputRule::mapping_column,
                     "",
                     {row.line, 1},
                     "there is no column \"" + *options.recorded_from + "\" for --recorded-from",
                     ""});
      return;
    }
  }
  const bool one_column = row.fields.size() == 1;
  mapping::MadeRow made;
  ImportRow incoming;
  incoming.place = [&](claims::Place place, std::string& file) {
    return mapper.place(place, row, file);
  };
  while (next_row(reader, row, one_column)) {
    incoming.line = row.line;
    incoming.raw = row.raw;
    incoming.day = 0;
    incoming.records.clear();
    incoming.problems = std::move(row.problems);
    if (!has_errors(incoming.problems)) {
      mapper.map(row, made);
      incoming.problems.insert(incoming.problems.end(), made.problems.begin(), made.problems.end());
      for (mapping::Made& one : made.records) {
        incoming.records.push_back(
            {one.kind, std::move(one.path), std::move(one.table), "", false});
      }
      if (recorded && !has_errors(incoming.problems)) {
        std::string problem;
        const auto day =
            day_of(mapper.cell(*recorded), rules.dates, session.stamped_now(), problem);
        incoming.day = day.value_or(0);
        if (!day) {
          std::string file;
          const claims::Place place = mapper.place(mapper.place_of(*recorded), row, file);
          incoming.problems.push_back(
              {Severity::error, claims::Rule::date_impossible, file, place, problem, ""});
        }
      }
    }
    for (const Incoming& one : incoming.records) tell_namesake(import, one, tally);
    if (!import.take(incoming)) continue;
    mapper.accept();
    tally.without_stance += made.without_stance;
  }
}

int run(const Options& options, Session& session) {
  if (options.files.empty()) {
    throw StoreError(Fault::usage, "no file is named", {},
                     "aver import csv FILE; - is standard input");
  }
  std::string name;
  const mapping::Mapping rules = mapping_for(options, session, name);
  Import import(session, options.import,
                options.recorded_from ? "Recorded-From: column " + *options.recorded_from : "");
  if (options.recorded_from && !import.by_day()) {
    import.note("there are records already, whose clock goes on: the days of \"" +
                *options.recorded_from + "\" are kept as first_recorded");
  }
  Tally tally;
  for (const std::string& file : options.files) {
    import_file(session, options, rules, name, file, import, tally);
  }
  if (tally.namesakes > 0) {
    import.note(
        "for one actor instead of two: a mapping without [actor] finds holders by their names, and "
        "--unknown create adds the others");
  }
  if (tally.without_stance > 0) {
    import.note(counted(tally.without_stance, "row has", "rows have") +
                " no position, and made no stance");
  }
  return import.finish();
}

}  // namespace

Command import_csv_command() {
  auto options = std::make_shared<Options>();
  Options& o = *options;
  Command command;
  command.name = "import csv";
  command.description =
      "Makes records of the rows of a table. What its columns mean is said by a mapping: a preset, "
      "a file, words on the command line, or these on top of those (aver help import).\n\n"
      "Everything is judged before anything is written: where a row is bad, nothing comes in, "
      "unless --skip-bad says otherwise. What is in the store already is passed over, so that an "
      "import may be run again; what says something else there stays, and is told.";
  command.words = {
      positional("FILE", o.files, "the table, with a header; - is standard input"),
      option("--preset", "NAME", &o.preset, "a mapping that comes with aver", preset_names()),
      option("--mapping", "FILE", &o.mapping, "a mapping in TOML"),
      option("--set", "KEY=PATTERN", &o.set, "stance.holder={country}; may be repeated"),
      option("--value", "KEY:FROM=TO", &o.values,
             "what a cell means: stance.position:yes=affirm; may be repeated"),
      option("--join", "FILE", &o.join, "the second table, where the mapping has a join"),
      option("--absent", "VALUE", &o.absent, "a cell that means nothing: NA; may be repeated"),
      option("--dates", "FORM", &o.dates, "how dates are written: D-M-YYYY; may be repeated"),
      option("--delimiter", "CHAR", &o.delimiter, "what parts the fields: , ; | or tab"),
      option("--quoting", "HOW", &o.quoting, "none: quote marks are characters like any other",
             {"standard", "none"}),
      option("--recorded-from", "COLUMN", &o.recorded_from,
             "the day each row was first recorded: in a store without records, one commit for "
             "each, dated so; else the key first_recorded"),
  };
  add_import_words(command.words, o.import);
  command.examples = {
      {"aver import csv un_votes.csv --preset un-votes --dry-run", "what would come in"},
      {"aver import csv votes.csv --set 'claim.id=votes/{bill}' --set 'claim.text={title}' "
       "--set 'stance.holder={member}' --set 'stance.held={date}' --set 'stance.position={vote}' "
       "--value stance.position:aye=affirm --value stance.position:no=deny --dates M/D/YYYY",
       "without a mapping file"},
      {"aver import csv votes.csv --mapping votes.toml --skip-bad --rejects bad.csv",
       "by the mapping in votes.toml; bad.csv gets the rows that are bad"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
