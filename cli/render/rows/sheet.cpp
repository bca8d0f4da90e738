// SPDX-License-Identifier: MIT
//
// One function an answer: its columns and its rows of texts; and the three ways to write rows down.
// Never cuts or wraps a cell.
#include "cli/render/rows/sheet.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "claims/exchange/csv/csv.h"
#include "claims/records/values.h"
#include "cli/render/json/json.h"
#include "cli/render/text/text.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"

namespace aver::cli {
namespace {

using claims::schema::cell;

std::string markdown_row(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const std::string& one : cells) row += " " + markdown_text(one) + " |";
  return row + "\n";
}

// The columns that every stance has in a sheet: its words, its place, its id and its evidence. New
// ones come last.
const std::vector<std::string> kStanceColumns = {"quote",    "summary",     "source",   "locator",
                                                 "speaker",  "via",         "mode",     "stance",
                                                 "evidence", "translation", "condition"};

// Behind them all other keys that it may have, which Markdown leaves out where no row has them.
// What the line says has columns of its own; a retraction, a check and what was wrong with another
// record are on no line.
const std::vector<std::string>& stance_columns() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> columns = kStanceColumns;
    std::set<std::string_view> told = {"holder",   "position", "held",
                                       "retracts", "repeats",  "reason"};
    told.insert(kStanceColumns.begin(), kStanceColumns.end());
    for (const auto* field : claims::schema::in_rows()) {
      if (!told.contains(field->key)) columns.emplace_back(field->key);
    }
    return columns;
  }();
  return all;
}

// Of a row with a stance. Whether its line is certain is a column of each.
const std::vector<std::string> kStanceFlags = {"certain", "unverified"};
const std::vector<std::string> kStanceNumbers = {"credibility"};

std::size_t further_columns() { return stance_columns().size() - kStanceColumns.size(); }

std::vector<std::string> stance_cells(const claims::Stance& stance) {
  std::vector<std::string> cells;
  for (const std::string& column : stance_columns()) {
    if (column == "stance") {
      cells.push_back(stance.id());
    } else {
      cells.push_back(claims::schema::cell_of(stance, column));
    }
  }
  return cells;
}

// The words, the largest value first: "affirm|deny" where it is not certain.
std::string words_cell(const std::vector<claims::Possible>& possible,
                       const claims::Vocabulary& words) {
  std::vector<claims::Possible> sorted = by_value(possible, words);
  std::reverse(sorted.begin(), sorted.end());
  std::stable_partition(sorted.begin(), sorted.end(),
                        [](const claims::Possible& one) { return !one.no_record(); });
  std::string cell;
  for (const claims::Possible& one : sorted) {
    if (!cell.empty()) cell += "|";
    cell += one.no_record() ? "no record" : std::string(one.word);
    if (one.lapsed) cell += " (lapsed)";
  }
  return cell;
}

std::string yes_no(bool yes) { return yes ? "yes" : "no"; }

// The columns of a position: one a line of a claim.
const std::vector<std::string> kPositionColumns = {"holder",       "scale",    "certain",
                                                   "position",     "held",     "since_earliest",
                                                   "since_latest", "condition"};

std::vector<std::string> position_cells(const claims::Position& position,
                                        const claims::Vocabulary& words) {
  const claims::Stance* stance = position.stance();
  return {std::string(position.holder),
          std::string(position.scale_name()),
          yes_no(position.certain()),
          words_cell(position.possible, words),
          stance != nullptr ? claims::to_string(stance->held) : "",
          claims::to_string(position.since.first),
          claims::to_string(position.since.last),
          stance != nullptr ? stance->condition : ""};
}

// The record that is shown of several.
const claims::Stance* shown_of(const std::vector<claims::Possible>& possible) {
  return possible.size() == 1 && !possible.front().stances.empty() ? possible.front().stances.back()
                                                                   : nullptr;
}

// The columns of a stance where there are several: their ids.
std::vector<std::string> ids_alone(const std::vector<claims::Possible>& possible) {
  std::vector<std::string> ids;
  for (const claims::Possible& one : possible) {
    for (const claims::Stance* stance : one.stances) ids.push_back(stance->id());
  }
  std::vector<std::string> cells(stance_columns().size());
  const auto stance = std::find(kStanceColumns.begin(), kStanceColumns.end(), "stance");
  cells[static_cast<std::size_t>(stance - kStanceColumns.begin())] = cell(ids);
  return cells;
}

std::vector<std::string> with(std::vector<std::string> cells,
                              const std::vector<std::string>& more) {
  cells.insert(cells.end(), more.begin(), more.end());
  return cells;
}

}  // namespace

std::string markdown_text(const std::string& text) {
  std::string cell;
  for (const char c : safe_line(text)) {
    if (c == '|' || c == '\\' || c == '*' || c == '_' || c == '`' || c == '<' || c == '[')
      cell += '\\';
    cell += c;
  }
  return cell;
}

std::string csv_row(const std::vector<std::string>& cells, bool guard) {
  std::string row;
  if (!guard) {
    claims::csv::append_row(row, {cells.begin(), cells.end()}, {',', false});
    return row;
  }
  // A terminal shows what a spreadsheet opens, too.
  std::vector<std::string> shown;
  for (const std::string& cell : cells) {
    const bool blank_formula = cell.starts_with('\t') || cell.starts_with('\r');
    shown.push_back((blank_formula ? "'" : "") + safe(cell));
  }
  claims::csv::append_row(row, {shown.begin(), shown.end()}, {',', true});
  return row;
}

std::string csv(const Sheet& sheet, RowStyle style) {
  std::string text = style.head ? csv_row(sheet.columns, style.guard) : "";
  for (const std::vector<std::string>& row : sheet.rows) text += csv_row(row, style.guard);
  return text;
}

namespace {

// Without the columns that may be left out, and that no row has.
Sheet without_empty_columns(const Sheet& sheet) {
  Sheet shown;
  std::vector<bool> stays(sheet.columns.size(), true);
  for (std::size_t i = sheet.columns.size() - sheet.where_given; i < sheet.columns.size(); ++i) {
    stays[i] = std::any_of(sheet.rows.begin(), sheet.rows.end(),
                           [&](const std::vector<std::string>& row) { return !row[i].empty(); });
  }
  const auto chosen = [&](const std::vector<std::string>& cells) {
    std::vector<std::string> some;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (stays[i]) some.push_back(cells[i]);
    }
    return some;
  };
  shown.columns = chosen(sheet.columns);
  for (const std::vector<std::string>& row : sheet.rows) shown.rows.push_back(chosen(row));
  return shown;
}

}  // namespace

std::string markdown(const Sheet& sheet, bool head) {
  if (sheet.where_given > 0) return markdown(without_empty_columns(sheet), head);
  std::string text;
  if (head) {
    text = markdown_row(sheet.columns) + "|";
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) text += "---|";
    text += "\n";
  }
  for (const std::vector<std::string>& row : sheet.rows) text += markdown_row(row);
  return text;
}

std::string json_lines(const Sheet& sheet) {
  std::vector<JsonCell> types;
  for (const std::string& column : sheet.columns) {
    const auto is_one_of = [&](const std::vector<std::string>& names) {
      return std::find(names.begin(), names.end(), column) != names.end();
    };
    types.push_back(is_one_of(sheet.flags)     ? JsonCell::flag
                    : is_one_of(sheet.numbers) ? JsonCell::number
                                               : JsonCell::text);
  }
  std::string text;
  for (const std::vector<std::string>& row : sheet.rows)
    text += json_object(sheet.columns, row, types) + "\n";
  return text;
}

std::string in_rows(Format format, const Sheet& sheet, RowStyle style) {
  switch (format) {
    case Format::jsonl:
      return json_lines(sheet);
    case Format::csv:
      return csv(sheet, style);
    case Format::markdown:
      return markdown(sheet, style.head);
    case Format::text:
    case Format::json:
    case Format::github:
    case Format::sarif:
    case Format::svg:
      break;
  }
  throw std::logic_error("no format of rows: " + std::string(to_string(format)));
}

Sheet sheet(const ListAnswer& answer, const claims::Vocabulary& words) {
  Sheet to{with({"claim", "text", "kind", "tags"}, kPositionColumns), {}};
  to.flags = {"certain"};
  const bool period = answer.head.at.period.has_value();
  if (period) to.columns = with(to.columns, {"days_first", "days_last"});
  for (const ListedClaim& listed : answer.claims) {
    const std::vector<std::string> claim = {listed.claim.id, listed.claim.text, listed.claim.kind,
                                            cell(listed.claim.tags)};
    for (const claims::Position& position : listed.positions) {
      to.rows.push_back(with(claim, position_cells(position, words)));
      if (!position.within) continue;
      to.rows.back().push_back(claims::to_string(position.within->first));
      to.rows.back().push_back(claims::to_string(position.within->last));
    }
    if (listed.positions.empty()) {
      to.rows.push_back(with(claim, {}));
      to.rows.back().resize(to.columns.size());
    }
  }
  return to;
}

Sheet sheet(const ActorListAnswer& answer) {
  Sheet to{{"actor", "kind", "name", "aliases"}, {}};
  for (const claims::Actor& actor : answer.actors) {
    to.rows.push_back({actor.id, actor.kind, actor.name, cell(actor.aliases)});
  }
  return to;
}

Sheet sheet(const SourceListAnswer& answer) {
  Sheet to{{"source", "title", "publisher", "published", "url", "capture"}, {}};
  for (const claims::Source& source : answer.sources) {
    to.rows.push_back({source.id, source.title, source.publisher, cell(source.published),
                       source.url, source.capture});
  }
  return to;
}

Sheet sheet(const HistoryAnswer& answer, const claims::Vocabulary& words) {
  Sheet to{with({"claim", "holder", "scale", "when", "when_earliest", "when_latest", "certain",
                 "position", "change"},
                stance_columns()),
           {},
           further_columns(),
           kStanceFlags,
           kStanceNumbers};
  for (const TimeLine& line : answer.lines) {
    for (const claims::Step& step : line.steps) {
      const claims::Stance* entered = shown_of(step.after);
      std::vector<std::string> row = {line.claim,
                                      line.holder,
                                      line.scale,
                                      when_text(step),
                                      claims::to_string(step.when.first),
                                      claims::to_string(step.when.last),
                                      yes_no(step.change != claims::Change::undecided),
                                      words_cell(step.after, words),
                                      std::string(to_string(step.change))};
      to.rows.push_back(with(std::move(row),
                             entered == nullptr ? ids_alone(step.after) : stance_cells(*entered)));
    }
  }
  return to;
}

Sheet sheet(const BeliefsAnswer& answer, const claims::Vocabulary& words) {
  Sheet to{with({"claim", "holder", "scale", "known_on", "certain", "position", "since_earliest",
                 "since_latest", "record", "reason", "commit", "author", "email", "known_commit",
                 "known_author", "due_to"},
                stance_columns()),
           {},
           further_columns(),
           kStanceFlags,
           kStanceNumbers};
  const std::vector<claims::Possible> none(1);
  for (const BeliefsAnswer::Line& line : answer.lines) {
    for (const BeliefsAnswer::Change& change : line.changes) {
      const claims::BeliefChange& belief = change.belief;
      const std::vector<claims::Possible>& possible =
          belief.position ? belief.position->possible : none;
      std::vector<std::string> due_to;
      for (const claims::Stance* stance : belief.due_to) due_to.push_back(stance->id());
      std::vector<std::string> row = {
          line.claim,
          line.holder,
          line.scale,
          change.known_on ? claims::to_string(*change.known_on) : "",
          yes_no(possible.size() == 1),
          words_cell(possible, words),
          belief.position ? claims::to_string(belief.position->since.first) : "",
          belief.position ? claims::to_string(belief.position->since.last) : "",
          belief.cause ? std::string(to_string(*belief.cause)) : "vocabulary",
          belief.reason,
          change.recorded.commit,
          change.recorded.author,
          change.recorded.email,
          change.known.commit,
          change.known.author,
          cell(due_to)};
      const claims::Stance* shown = shown_of(possible);
      to.rows.push_back(
          with(std::move(row), shown == nullptr ? ids_alone(possible) : stance_cells(*shown)));
    }
  }
  return to;
}

Sheet sheet(const LogAnswer& answer) {
  Sheet to{{"commit", "time", "author", "email", "subject"}, {}};
  for (const store::LogEntry& entry : answer.entries) {
    to.rows.push_back({entry.commit, local_time(entry.committed_at), entry.author,
                       entry.author_email, entry.subject});
  }
  return to;
}

Sheet sheet(const DiffAnswer& answer, const claims::Vocabulary& words) {
  Sheet to{{"claim", "text", "holder", "scale", "before", "before held", "between", "after",
            "after held", "record", "change", "governs", "reason", "quote", "source", "condition"},
           {}};
  const auto held = [](const claims::Shown& s) {
    return s.stance() != nullptr ? claims::to_string(s.stance()->held) : std::string();
  };
  const auto word = [&](const claims::Shown& s) {
    return s.no_record() ? std::string() : words_cell(claims::possible_of(s), words);
  };
  for (const claims::ClaimDiff& claim : answer.claims) {
    for (const claims::PairDiff& pair : claim.pairs) {
      const claims::Stance* after = pair.after.stance();
      to.rows.push_back(
          {claim.id, claim.text, pair.holder, pair.scale, word(pair.before), held(pair.before),
           pair.between ? word(*pair.between) : "", word(pair.after), held(pair.after),
           pair.record ? std::string(to_string(*pair.record)) : "",
           pair.change ? std::string(to_string(*pair.change)) : "", "", pair.reason,
           after != nullptr ? after->quote : "", after != nullptr ? after->source : "",
           after != nullptr ? after->condition : ""});
    }
    for (const claims::AlsoRecorded& one : claim.also) {
      std::string governs;
      for (const claims::AlsoRecorded::Governed& days : one.governs) {
        governs += (governs.empty() ? "" : "; ") + claims::to_string(days.first) + ".." +
                   (days.last ? claims::to_string(*days.last) : "");
      }
      to.rows.push_back(
          {claim.id, claim.text, one.holder, one.scale, one.was ? word_of(*one.was, words) : "",
           one.was ? claims::to_string(one.was->held) : "", "", word_of(one.stance, words),
           claims::to_string(one.stance.held), std::string(to_string(one.cause)), "", governs,
           one.reason, one.stance.quote, one.stance.source, one.stance.condition});
    }
    if (claim.presence != claims::Presence::kept && claim.pairs.empty() && claim.also.empty()) {
      const char* what = claim.presence == claims::Presence::added ? "added" : "removed";
      std::vector<std::string> row(to.columns.size());
      row[0] = claim.id;
      row[1] = claim.text;
      row[9] = what;
      to.rows.push_back(std::move(row));
    } else if (claim.text_before || !claim.edited_keys.empty()) {
      std::vector<std::string> row(to.columns.size());
      row[0] = claim.id;
      row[1] = claim.text;
      row[4] = claim.text_before.value_or("");
      row[7] = claim.text;
      row[9] = "edited";
      row[12] = cell(claim.edited_keys);
      to.rows.push_back(std::move(row));
    }
  }
  // A row a key: the file stands where claims do.
  for (const DiffAnswer::Edited& edited : answer.edited) {
    for (const claims::EditedKey& key : edited.keys) {
      std::vector<std::string> row(to.columns.size());
      row[0] = edited.path;
      row[4] = key.before;
      row[7] = key.after;
      row[9] = "edited";
      row[12] = key.key;
      to.rows.push_back(std::move(row));
    }
  }
  return to;
}

// Holders down, claims across: what people paste.
Sheet sheet(const PositionsAnswer& answer, const claims::Vocabulary& words) {
  Sheet to{{"holder"}, {}};
  for (const claims::ClaimFolder& folder : answer.folders) to.columns.push_back(folder.id);
  for (const PositionsAnswer::Row& row : answer.rows) {
    std::vector<std::string> cells = {row.holder};
    for (const std::vector<claims::Position>& positions : row.cells) {
      std::string text;
      for (const claims::Position& position : positions) {
        text += (text.empty() ? "" : ", ") + words_cell(position.possible, words) +
                (position.certain() ? "" : " ~");
      }
      cells.push_back(std::move(text));
    }
    to.rows.push_back(std::move(cells));
  }
  return to;
}

Sheet sheet(const FlipsAnswer& answer, const claims::Vocabulary& words) {
  Sheet to{{"when", "when_earliest", "when_latest", "claim", "holder", "scale", "change", "certain",
            "by_way_of", "from", "from held", "from quote", "from source", "to", "to quote",
            "to source", "from condition", "to condition"},
           {}};
  to.flags = {"certain"};
  const auto add = [&](const Flip& flip) {
    const claims::Step& step = flip.step;
    const claims::Stance* before = shown_of(step.before);
    const claims::Stance* after = step.entered();
    std::string by_way_of;
    for (const std::string_view word : step.by_way_of)
      by_way_of += (by_way_of.empty() ? "" : "; ") + std::string(word);
    to.rows.push_back(
        {when_text(step), claims::to_string(step.when.first), claims::to_string(step.when.last),
         flip.claim, flip.holder, flip.scale, std::string(to_string(step.change)),
         yes_no(step.change != claims::Change::undecided), by_way_of,
         words_cell(step.before, words), before == nullptr ? "" : claims::to_string(before->held),
         before == nullptr ? "" : before->quote, before == nullptr ? "" : before->source,
         words_cell(step.after, words), after == nullptr ? "" : after->quote,
         after == nullptr ? "" : after->source, before == nullptr ? "" : before->condition,
         after == nullptr ? "" : after->condition});
  };
  for (const Flip& flip : answer.flips) add(flip);
  for (const Flip& flip : answer.uncertain) add(flip);
  for (const PairOfStances& pair : answer.contradictions) {
    const claims::Meaning meaning = words.find(pair.a.position);
    const std::string day = claims::to_string(pair.b.held.earliest());
    to.rows.push_back({claims::to_string(pair.b.held), day, day, pair.a.claim, pair.a.holder,
                       meaning ? meaning.scale->name : "", "contradiction", "yes", "",
                       word_of(pair.a, words), claims::to_string(pair.a.held), pair.a.quote,
                       pair.a.source, word_of(pair.b, words), pair.b.quote, pair.b.source,
                       pair.a.condition, pair.b.condition});
  }
  return to;
}

Sheet sheet(const DueAnswer& answer) {
  Sheet to{{"since", "why", "claim", "holder", "what", "command"}, {}};
  for (const Due& due : answer.due) {
    to.rows.push_back(
        {claims::to_string(due.since), due.why, due.claim, due.holder, due.what, due.command});
  }
  return to;
}

Sheet sheet(const QuotationsAnswer& answer) {
  Sheet to{{"source", "paragraph", "quote", "speaker", "actor", "recorded"}, {}};
  to.numbers = {"paragraph"};
  for (const QuotationsAnswer::Found& one : answer.found) {
    to.rows.push_back({answer.source, std::to_string(one.paragraph), one.text, one.speaker,
                       one.actor, cell(one.recorded)});
  }
  return to;
}

Sheet sheet(const BlameAnswer& answer) {
  Sheet to{{"record", "key", "value", "commit", "time", "author", "source", "approved_by"}, {}};
  for (const BlamedRecord& record : answer.records) {
    for (const BlamedLine& line : record.lines) {
      to.rows.push_back({record.record, line.key, line.value, line.commit, local_time(line.time),
                         line.author, record.evidence, names_of(record.approved_by)});
    }
  }
  return to;
}

Sheet sheet(const SearchAnswer& answer) {
  Sheet to{{"kind", "id", "path", "title", "passage"}, {}};
  for (const store::SearchHit& hit : answer.result.hits) {
    to.rows.push_back({kind_of(hit), hit.id, hit.path, hit.title.text, hit.passage.text});
  }
  return to;
}

}  // namespace aver::cli
