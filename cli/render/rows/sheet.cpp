// SPDX-License-Identifier: MIT
//
// One function an answer: its columns and its rows of texts; and the three ways to write rows down.
// Never cuts or wraps a cell.
#include "cli/render/rows/sheet.h"

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

// The columns that every stance has in a sheet: some of its keys, and its id.
const std::vector<std::string> kStanceColumns = {"quote",   "summary", "source", "locator",
                                                 "speaker", "via",     "mode",   "stance"};

std::vector<std::string> stance_cells(const claims::Stance& stance) {
  std::vector<std::string> cells;
  for (const std::string& column : kStanceColumns) {
    if (column == "stance") {
      cells.push_back(stance.id());
    } else {
      cells.push_back(claims::schema::cell_of(stance, column));
    }
  }
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
  claims::csv::append_row(row, {cells.begin(), cells.end()}, {',', guard});
  return row;
}

std::string csv(const Sheet& sheet, RowStyle style) {
  std::string text = style.head ? csv_row(sheet.columns, style.guard) : "";
  for (const std::vector<std::string>& row : sheet.rows) text += csv_row(row, style.guard);
  return text;
}

std::string markdown(const Sheet& sheet, bool head) {
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
  std::string text;
  for (const std::vector<std::string>& row : sheet.rows)
    text += json_object(sheet.columns, row) + "\n";
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
      break;
  }
  throw std::logic_error("no format of rows: " + std::string(to_string(format)));
}

Sheet sheet(const ListAnswer& answer, const claims::Vocabulary& words) {
  Sheet to{{"claim", "text", "kind", "tags", "holder", "position", "held"}, {}};
  for (const ListedClaim& listed : answer.claims) {
    const std::vector<std::string> claim = {listed.claim.id, listed.claim.text, listed.claim.kind,
                                            cell(listed.claim.tags)};
    for (const auto& [holder, position] : listed.positions) {
      to.rows.push_back(
          with(claim, {holder, std::string(words.canonical(position.stance->position)),
                       claims::to_string(position.stance->held)}));
    }
    if (listed.positions.empty()) to.rows.push_back(with(claim, {"", "", ""}));
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
  Sheet to{with({"claim", "holder", "when", "position", "change"}, kStanceColumns), {}};
  for (const TimeLine& line : answer.lines) {
    for (const claims::Step& step : line.steps) {
      std::vector<std::string> row = {
          line.claim, line.holder, claims::to_string(step.when),
          step.after == nullptr ? "" : std::string(words.canonical(step.after->position)),
          std::string(to_string(step.change))};
      to.rows.push_back(with(std::move(row), step.after == nullptr
                                                 ? std::vector<std::string>(kStanceColumns.size())
                                                 : stance_cells(*step.after)));
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

Sheet sheet(const DiffAnswer& answer) {
  Sheet to{{"claim", "text", "holder", "before", "before held", "after", "after held", "cause",
            "change", "reason", "quote", "source"},
           {}};
  for (const claims::ClaimDiff& claim : answer.claims) {
    for (const claims::PairDiff& pair : claim.pairs) {
      const auto word = [](const std::optional<claims::Shown>& s) { return s ? s->position : ""; };
      const auto held = [](const std::optional<claims::Shown>& s) {
        return s ? claims::to_string(s->held) : std::string();
      };
      to.rows.push_back({claim.id, claim.text, pair.holder, word(pair.before), held(pair.before),
                         word(pair.after), held(pair.after), std::string(to_string(pair.cause)),
                         pair.change ? std::string(to_string(*pair.change)) : "", pair.reason,
                         pair.after ? pair.after->stance.quote : "",
                         pair.after ? pair.after->stance.source : ""});
    }
    if (claim.presence != claims::Presence::kept && claim.pairs.empty()) {
      const char* what = claim.presence == claims::Presence::added ? "added" : "removed";
      to.rows.push_back({claim.id, claim.text, "", "", "", "", "", what, "", "", "", ""});
    } else if (claim.text_before || !claim.edited_keys.empty()) {
      to.rows.push_back({claim.id, claim.text, "", claim.text_before.value_or(""), "", claim.text,
                         "", "edited", "", cell(claim.edited_keys), "", ""});
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
    for (const std::optional<claims::Position>& position : row.cells) {
      std::string cell;
      if (position) {
        cell = std::string(words.canonical(position->stance->position)) +
               (position->uncertain ? " ~" : "") + (position->lapsed ? " (lapsed)" : "");
      }
      cells.push_back(std::move(cell));
    }
    to.rows.push_back(std::move(cells));
  }
  return to;
}

Sheet sheet(const FlipsAnswer& answer, const claims::Vocabulary& words) {
  Sheet to{{"when", "claim", "holder", "change", "from", "from held", "from quote", "from source",
            "to", "to quote", "to source"},
           {}};
  for (const Flip& flip : answer.flips) {
    const claims::Stance* before = flip.step.before;
    const claims::Stance* after = flip.step.after;
    const auto word = [&](const claims::Stance* s) {
      return s == nullptr ? std::string() : std::string(words.canonical(s->position));
    };
    to.rows.push_back(
        {claims::to_string(flip.step.when), flip.claim, flip.holder,
         std::string(to_string(flip.step.change)), word(before),
         before == nullptr ? "" : claims::to_string(before->held),
         before == nullptr ? "" : before->quote, before == nullptr ? "" : before->source,
         word(after), after == nullptr ? "" : after->quote, after == nullptr ? "" : after->source});
  }
  for (const PairOfStances& pair : answer.contradictions) {
    to.rows.push_back({claims::to_string(pair.b.held), pair.a.claim, pair.a.holder, "contradiction",
                       word_of(pair.a, words), claims::to_string(pair.a.held), pair.a.quote,
                       pair.a.source, word_of(pair.b, words), pair.b.quote, pair.b.source});
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
