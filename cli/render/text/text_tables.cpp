// SPDX-License-Identifier: MIT
//
// Positions, flips, due and blame as text.
#include <algorithm>
#include <map>

#include "cli/render/text/text.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"

namespace aver::cli {
namespace {

// Who said it in which words, and where: on the lines below.
std::string evidence(const claims::Stance& stance, const Output& out, int indent) {
  std::string answer = said_text(stance, out, indent);
  const std::string how = how_known(stance, {});
  if (!how.empty()) answer += paragraph(out.paint(Style::dim, safe_line(how)), out.width(), indent);
  return answer + further_text(stance, out, indent);
}

std::string worded(const claims::Stance* stance, const claims::Vocabulary& words,
                   const Output& out) {
  if (stance == nullptr) return out.paint(Style::dim, "nothing");
  return out.paint(style_of(words, stance->position), safe_line(word_of(*stance, words))) + " (" +
         claims::to_string(stance->held) + ")";
}

std::string worded(const std::vector<claims::Possible>& possible, const claims::Vocabulary& words,
                   const Output& out) {
  std::string text = possible_text(possible, words, out);
  if (possible.size() == 1 && possible.front().stances.size() == 1)
    text += " (" + claims::to_string(possible.front().stances.front()->held) + ")";
  return text;
}

// The positions of one holder on one claim, a scale each.
std::string cell_text(const std::vector<claims::Position>& positions,
                      const claims::Vocabulary& words, const Output& out) {
  std::string text;
  const claims::Position* last = nullptr;
  for (const claims::Position& position : positions) {
    // Of a period, one after the other.
    const bool later =
        last != nullptr && position.within && last->scale_name() == position.scale_name();
    text += (last == nullptr ? "" : later ? ", then " : ", ") + position_text(position, words, out);
    last = &position;
  }
  return text;
}

std::string flip_text(const Flip& flip, const claims::Vocabulary& words, const Output& out) {
  std::string change = out.paint(color_of(flip.step.change), to_string(flip.step.change));
  for (std::size_t i = 0; i < flip.step.by_way_of.size(); ++i) {
    change += (i == 0 ? ", by way of " : ", ") + safe_line(flip.step.by_way_of[i]);
  }
  std::string page = hanging(padded(when_text(flip.step), 10) + "  " + padded(change, 8) + "  " +
                                 out.paint(Style::strong, safe_line(flip.holder)) + "  " +
                                 worded(flip.step.before, words, out) + " -> " +
                                 worded(flip.step.after, words, out),
                             out.width(), 12);
  page +=
      paragraph(safe_line(flip.claim_text) + "  " + out.paint(Style::dim, safe_line(flip.claim)),
                out.width(), 12);
  for (const auto& [label, side] :
       {std::pair{"-", &flip.step.before}, std::pair{"+", &flip.step.after}}) {
    for (const claims::Possible& one : *side) {
      if (one.lapsed && side == &flip.step.after) continue;
      for (const claims::Stance* stance : one.stances) {
        std::string below = evidence(*stance, out, 14);
        if (!below.empty()) below.replace(12, 1, label);
        page += below;
      }
    }
  }
  return page;
}

}  // namespace

namespace {

// The "if" of each position that has one, below the table: it stands wherever the word does.
std::string conditions_of(const PositionsAnswer& answer, const claims::Vocabulary& words,
                          const Output& out) {
  std::string page;
  for (const PositionsAnswer::Row& row : answer.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      for (const claims::Position& position : row.cells[i]) {
        const claims::Stance* stance = position.stance();
        if (stance == nullptr || stance->condition.empty()) continue;
        page += hanging(std::to_string(i + 1) + "  " + safe_line(row.holder) + " " +
                            position_text(position, words, out) +
                            ", if: " + safe_line(stance->condition),
                        out.width(), 3);
      }
    }
  }
  return page.empty() ? page : "\n" + page;
}

}  // namespace

std::string word_of(const claims::Stance& stance, const claims::Vocabulary& words) {
  return std::string(words.canonical(stance.position));
}

std::string text(const PositionsAnswer& answer, const claims::Vocabulary& words,
                 const Output& out) {
  std::string page = head_text(answer.head, out);
  if (answer.rows.empty())
    return page + "No record of a position.\n" + left_out_text(answer.left_out, out);
  // Claims by number, as their ids would never fit beside each other.
  for (std::size_t i = 0; i < answer.folders.size(); ++i) {
    const claims::ClaimFolder& folder = answer.folders[i];
    page += paragraph(safe_line(folder.claim ? folder.claim->text : "") + "  " +
                          out.paint(Style::dim, safe_line(folder.id)),
                      out.width(), 4, out.paint(Style::strong, std::to_string(i + 1)));
  }
  std::vector<int> widths;
  int holder_width = 6;
  for (const PositionsAnswer::Row& row : answer.rows) {
    holder_width = std::max(holder_width, width_of(row.holder));
  }
  holder_width = std::min(holder_width, out.width() / 3);
  for (std::size_t i = 0; i < answer.folders.size(); ++i) {
    int width = static_cast<int>(std::to_string(i + 1).size());
    for (const PositionsAnswer::Row& row : answer.rows) {
      width = std::max(width, width_of(cell_text(row.cells[i], words, out)));
    }
    widths.push_back(width);
  }
  // As many claims in a block as the width takes.
  for (std::size_t begin = 0; begin < widths.size();) {
    std::size_t end = begin;
    int used = holder_width;
    while (end < widths.size() && (end == begin || used + 2 + widths[end] <= out.width())) {
      used += 2 + widths[end++];
    }
    std::string line = std::string(static_cast<std::size_t>(holder_width), ' ');
    for (std::size_t i = begin; i < end; ++i) {
      line += "  " + padded(out.paint(Style::strong, std::to_string(i + 1)), widths[i]);
    }
    while (line.ends_with(' ')) line.pop_back();
    page += "\n" + line + "\n";
    for (const PositionsAnswer::Row& row : answer.rows) {
      bool any = false;
      line = padded(shortened(safe_line(row.holder), holder_width), holder_width);
      for (std::size_t i = begin; i < end; ++i) {
        any |= !row.cells[i].empty();
        const std::string cell =
            row.cells[i].empty() ? out.paint(Style::dim, "·") : cell_text(row.cells[i], words, out);
        line += "  " + padded(cell, widths[i]);
      }
      while (line.ends_with(' ')) line.pop_back();
      if (any) page += line + "\n";
    }
    begin = end;
  }
  return page + conditions_of(answer, words, out);
}

std::string text(const FlipsAnswer& answer, const claims::Vocabulary& words, const Output& out) {
  std::string page = head_text(answer.head, out);
  if (answer.flips.empty())
    page += answer.uncertain.empty() && answer.contradictions.empty()
                ? "Nobody has moved.\n"
                : "Nobody has surely moved.\n";
  for (const Flip& flip : answer.flips) page += flip_text(flip, words, out);
  if (!answer.uncertain.empty()) {
    page += "\n" + out.paint(Style::heading, "not certain, or on a day that is not known exactly") +
            "\n";
    for (const Flip& flip : answer.uncertain) page += flip_text(flip, words, out);
  }
  if (!answer.contradictions.empty()) {
    page += "\n" + out.paint(Style::heading, "contradictions: opposed positions of one day") + "\n";
    for (const PairOfStances& pair : answer.contradictions) {
      page += hanging(claims::to_string(pair.b.held) + "  " +
                          out.paint(Style::strong, safe_line(pair.a.holder)) + "  " +
                          worded(&pair.a, words, out) + " and " + worded(&pair.b, words, out),
                      out.width(), 12);
      page += paragraph(out.paint(Style::dim, safe_line(pair.a.id() + ", " + pair.b.name)),
                        out.width(), 12);
    }
  }
  return page;
}

std::string text(const QuotationsAnswer& answer, const Output& out) {
  std::string page = head_text(answer.head, out);
  page += out.paint(Style::heading, safe_line(answer.source)) + "\n" +
          paragraph(safe_line(answer.title), out.width(), 0) + "\n";
  if (answer.found.empty()) {
    return page + (answer.unrecorded ? "No quotation is left to record.\n"
                                     : "No quotation is in its text.\n");
  }
  std::size_t recorded = 0;
  int indent = 10;
  for (const QuotationsAnswer::Found& one : answer.found) {
    indent = std::max(indent, static_cast<int>(one.place().size()) + 4);
  }
  for (const QuotationsAnswer::Found& one : answer.found) {
    const std::string place = padded(one.place(), indent - 2);
    page += paragraph("\"" + safe_line(one.text) + "\"", out.width(), indent,
                      "  " + out.paint(Style::dim, place));
    std::string below = one.actor.empty() ? "" : out.paint(Style::strong, safe_line(one.actor));
    if (one.actor.empty()) {
      below = out.paint(Style::middling,
                        one.speaker.empty() ? "speaker unknown" : safe_line(one.speaker));
    }
    for (const std::string& stance : one.recorded)
      below += out.paint(Style::dim, "  recorded: " + safe_line(stance));
    recorded += one.recorded.empty() ? 0 : 1;
    page += hanging(std::string(static_cast<std::size_t>(indent), ' ') + below, out.width(),
                    indent + 2);
  }
  return page + "\n" + counted(answer.found.size(), "quotation") + ", " + std::to_string(recorded) +
         " recorded\n";
}

std::string text(const DueAnswer& answer, const Output& out) {
  std::string page = head_text(answer.head, out);
  if (answer.due.empty()) return page + "Nothing is due.\n";
  for (const Due& due : answer.due) {
    std::string line = claims::to_string(due.since) + "  " +
                       padded(out.paint(due.near ? Style::dim : Style::warning, due.why), 11) +
                       "  " + safe_line(due.claim);
    if (!due.holder.empty()) line += "  " + out.paint(Style::strong, safe_line(due.holder));
    page += hanging(line + "  " + safe_line(due.what), out.width(), 12);
    page += paragraph(out.paint(Style::dim, safe_line(due.command)), out.width(), 12);
  }
  return page;
}

std::string text(const BlameAnswer& answer, const Output& out) {
  std::string page = head_text(answer.head, out);
  page += out.paint(Style::heading, safe_line(answer.title)) + "\n" +
          (answer.text.empty() ? "" : paragraph(safe_line(answer.text), out.width(), 0));
  for (const BlamedRecord& record : answer.records) {
    page += "\n" + out.paint(Style::strong, safe_line(record.record)) + "\n";
    if (!record.evidence.empty()) {
      page += paragraph(out.paint(Style::dim, safe_line(record.evidence)), out.width(), 2);
    }
    if (!record.approved_by.empty()) {
      page += paragraph("approved by " + names_of(record.approved_by), out.width(), 2);
    }
    // One heading for the values that one commit brought in.
    std::string commit = "none yet";
    Columns rows(out.width(), 4);
    for (const BlamedLine& line : record.lines) {
      if (line.commit != commit) {
        page += rows.text();
        rows = Columns(out.width(), 4);
        commit = line.commit;
        page += "  " +
                (commit.empty() ? out.paint(Style::dim, "by a merge that the history does not tell")
                                : out.paint(Style::middling, short_id(commit)) + "  " +
                                      local_time(line.time) + "  " + safe_line(line.author)) +
                "\n";
      }
      rows.row({out.paint(Style::dim, safe_line(line.key)), safe_line(line.value)});
    }
    page += rows.text();
  }
  return page;
}

}  // namespace aver::cli
