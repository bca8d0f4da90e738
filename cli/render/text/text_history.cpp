// SPDX-License-Identifier: MIT
//
// History and diff as text: what changed, dates first.
#include <algorithm>
#include <map>
#include <set>

#include "cli/render/text/chart.h"
#include "cli/render/text/text.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

// What has come into force by the step, or what has ended.
std::string word_text(const claims::Step& step, const claims::Vocabulary& words,
                      const Output& out) {
  if (step.change == claims::Change::lapsed && step.after.front().lapsed)
    return out.paint(Style::dim, "-");
  return possible_text(step.after, words, out);
}

// "reversal, by way of declined"
std::string change_text(const claims::Step& step, const Output& out) {
  std::string text = out.paint(color_of(step.change), to_string(step.change));
  for (std::size_t i = 0; i < step.by_way_of.size(); ++i) {
    text += (i == 0 ? ", by way of " : ", ") + safe_line(step.by_way_of[i]);
  }
  return text;
}

// The evidence of a record below its step.
std::string step_evidence(const claims::Stance& stance, const Output& out, int indent,
                          const Reliability& reliability) {
  std::string answer;
  const std::string how = how_known(stance, reliability);
  if (!how.empty()) answer += paragraph(out.paint(Style::dim, safe_line(how)), out.width(), indent);
  return answer + said_text(stance, out, indent) +
         further_text(stance, out, indent, {}, reliability);
}

// The records that a step need not tell again: where what is possible reads as before, those that
// were possible before.
std::set<const claims::Stance*> told_before(const claims::Step& step) {
  std::set<const claims::Stance*> told;
  if (step.after.size() == 1 || step.after.size() != step.before.size()) return told;
  for (const claims::Possible& was : step.before) {
    const bool still = std::any_of(
        step.after.begin(), step.after.end(),
        [&](const claims::Possible& is) { return is.word == was.word && is.lapsed == was.lapsed; });
    if (!still) return {};
    told.insert(was.stances.begin(), was.stances.end());
  }
  return told;
}

// The rows of one time line: date, word, change, how it is known; the words below.
std::string steps_text(const TimeLine& line, const Reliability& reliability,
                       const claims::Vocabulary& words, const Output& out) {
  int date_width = 0;
  int word_width = 0;
  int change_width = 0;
  for (const claims::Step& step : line.steps) {
    date_width = std::max(date_width, width_of(when_text(step)));
    change_width = std::max(change_width, width_of(to_string(step.change)));
    word_width = std::max(word_width, width_of(word_text(step, words, out)));
  }
  word_width = std::min(word_width, out.width() / 2);
  std::string page;
  for (const claims::Step& step : line.steps) {
    std::string row = "  " + padded(when_text(step), date_width) + "  " +
                      padded(word_text(step, words, out), word_width) + "  " +
                      padded(change_text(step, out), change_width);
    const int hang = 2 + date_width + 2;
    const claims::Stance* stance = step.entered();
    if (stance == nullptr && step.after.size() == 1) {
      const claims::Stance* left = step.left();
      if (left != nullptr && left->until)
        row += "  " + out.paint(Style::dim, "held until " + claims::to_string(*left->until));
      page += hanging(row, out.width(), hang);
      continue;
    }
    // The evidence stands on the same line where there is one record, and room.
    const bool one = stance != nullptr && step.after.front().stances.size() == 1;
    const std::string how = one ? safe_line(how_known(*stance, reliability)) : "";
    const bool beside = !how.empty() && width_of(row) + 2 + width_of(how) <= out.width();
    if (beside) row += "  " + out.paint(Style::dim, how);
    while (row.ends_with(' ')) row.pop_back();
    page += width_of(row) <= out.width() ? row + "\n" : hanging(row, out.width(), hang);
    if (beside) {
      page += said_text(*stance, out, hang) + further_text(*stance, out, hang, {}, reliability);
      continue;
    }
    const std::set<const claims::Stance*> told = told_before(step);
    for (const claims::Possible& possible : step.after) {
      for (const claims::Stance* each : possible.stances) {
        if (told.contains(each)) continue;
        if (!one) {
          page += paragraph(
              out.paint(Style::dim, safe_line(each->name) + ": " + safe_line(possible.word)),
              out.width(), hang);
        }
        page += step_evidence(*each, out, hang, reliability);
      }
    }
  }
  if (line.last_checked) {
    page += "  " +
            out.paint(Style::dim, "last checked on " + claims::to_string(*line.last_checked)) +
            "\n";
  }
  if (line.outcome && !line.outcome->is_open()) {
    page += paragraph("deadline " + claims::to_string(*line.deadline) + ": " +
                          safe_line(outcome_text(*line.outcome, words)),
                      out.width(), 2);
  }
  for (const std::string& name : line.never_in_force) {
    page += paragraph(out.paint(Style::dim, safe_line(name) + " never in force"), out.width(), 2);
  }
  for (const Overruled& aside : line.overruled) {
    page += paragraph(out.paint(Style::dim, safe_line(aside.text())), out.width(), 2);
  }
  return page;
}

}  // namespace

std::string shown_text(const claims::Shown& shown, const claims::Vocabulary& words,
                       const Output& out) {
  const std::string text = possible_text(claims::possible_of(shown), words, out);
  if (shown.no_record() || !shown.certain()) return text;
  return text + " (" + claims::to_string(shown.stance()->held) + ")";
}

std::string governed_text(const claims::AlsoRecorded& one) {
  if (one.governs.empty()) return "in force on no day";
  std::string text;
  for (const claims::AlsoRecorded::Governed& days : one.governs) {
    if (!text.empty()) text += ", and ";
    if (!days.last) {
      text += "from " + claims::to_string(days.first) + " on";
    } else if (*days.last == days.first) {
      text += "on " + claims::to_string(days.first);
    } else {
      text += claims::to_string(days.first) + " to " + claims::to_string(*days.last);
    }
  }
  return text;
}

namespace {

// What happened, in a few words: "reversal", "learned", "corrected: reason; then shift".
std::string what_happened(const claims::PairDiff& pair, const Output& out) {
  std::string answer;
  if (pair.record) {
    answer = to_string(*pair.record);
    if (!pair.reason.empty()) answer += ": " + safe_line(pair.reason);
  }
  if (pair.change) {
    if (!answer.empty()) answer += "; then ";
    answer += out.paint(color_of(*pair.change), to_string(*pair.change));
    for (std::size_t i = 0; i < pair.by_way_of.size(); ++i) {
      answer += (i == 0 ? ", by way of " : ", ") + safe_line(pair.by_way_of[i]);
    }
  }
  if (pair.passed > 0) {
    answer += " (past " + counted(static_cast<std::size_t>(pair.passed), "change") + " in between)";
  }
  return answer;
}

std::string evidence_below(const claims::Shown& shown, std::string_view label, const Output& out) {
  constexpr int kIndent = 6;
  std::string answer;
  for (const claims::Shown::One& one : shown.possible) {
    for (const claims::Stance& stance : one.stances) {
      const std::string first = answer.empty() ? "    " + std::string(label) : "";
      const std::string said = said_text(stance, out, kIndent, first);
      const std::string how = how_known(stance, {});
      answer += said;
      if (!how.empty()) {
        answer += paragraph(out.paint(Style::dim, safe_line(how)), out.width(), kIndent,
                            said.empty() ? first : "");
      }
      answer += further_text(stance, out, kIndent);
    }
  }
  return answer;
}

std::string also_text(const claims::AlsoRecorded& one, int holder_width,
                      const claims::Vocabulary& words, const Output& out,
                      const TextOptions& options) {
  const auto worded = [&](const claims::Stance& stance) {
    const std::string whose = stance.holder == one.holder ? "" : safe_line(stance.holder) + " ";
    if (stance.position.empty()) return "retraction of " + safe_line(stance.retracts);
    return whose + out.paint(style_of(words, stance.position), safe_line(word_of(stance, words))) +
           " (" + claims::to_string(stance.held) + ")";
  };
  std::string line =
      one.was && (one.cause == claims::Cause::corrected || one.cause == claims::Cause::ended)
          ? worded(*one.was) + " -> " + worded(one.stance)
          : worded(one.stance);
  line += "  " + std::string(to_string(one.cause));
  if (!one.reason.empty()) line += ": " + safe_line(one.reason);
  if (one.cause != claims::Cause::checked) line += out.paint(Style::dim, ", " + governed_text(one));
  const int indent = 2 + holder_width + 2;
  std::string page = hanging("  " + padded(safe_line(one.holder), holder_width) + "  " + line,
                             out.width(), indent);
  if (options.evidence) page += step_evidence(one.stance, out, 6, {});
  return page;
}

// Key by key, from what to what.
std::string edits_text(const std::vector<claims::EditedKey>& edits, const Output& out) {
  std::string page;
  for (const claims::EditedKey& one : edits) {
    const std::string none = out.paint(Style::dim, "nothing");
    page += hanging("    " + safe_line(one.key) + ": " +
                        (one.before.empty() ? none : safe_line(one.before)) + " -> " +
                        (one.after.empty() ? none : safe_line(one.after)),
                    out.width(), 6);
  }
  return page;
}

// What an edited file of another kind says, and what rests on it.
std::string edited_text(const DiffAnswer::Edited& edited, const Output& out) {
  std::string page = edits_text(edited.keys, out);
  if (edited.stances == 0) return page;
  page += hanging(
      "    " + out.paint(Style::dim,
                         counted(edited.stances, "stance rests", "stances rest") + " on it, " +
                             (edited.lines.empty()
                                  ? std::string("none in force")
                                  : counted(edited.lines.size(), "line") + " by what is in force")),
      out.width(), 6);
  constexpr std::size_t kShown = 12;
  for (std::size_t i = 0; i < edited.lines.size() && i < kShown; ++i) {
    const DiffAnswer::Edited::Line& line = edited.lines[i];
    page += hanging("      " + safe_line(line.claim) + "  " + safe_line(line.holder) +
                        out.paint(Style::dim, "  " + safe_line(line.scale)),
                    out.width(), 8);
  }
  if (edited.lines.size() > kShown)
    page += "      … and " + std::to_string(edited.lines.size() - kShown) + " more\n";
  return page;
}

}  // namespace

std::string text(const claims::ClaimDiff& claim, const claims::Vocabulary& words, const Output& out,
                 const TextOptions& options) {
  std::string page = out.paint(Style::heading, safe_line(claim.id));
  if (claim.presence == claims::Presence::added) page += out.paint(Style::good, "  added");
  if (claim.presence == claims::Presence::removed) page += out.paint(Style::bad, "  removed");
  page += "\n";
  if (claim.text_before) {
    page += paragraph(safe_line(*claim.text_before), out.width(), 4, "  - ");
    page += paragraph(safe_line(claim.text), out.width(), 4, "  + ");
    if (claim.in_force > 0) {
      page += "  " +
              out.paint(Style::dim, counted(claim.in_force, "position in force rests",
                                            "positions in force rest") +
                                        " on these words") +
              "\n";
    }
  } else {
    page += paragraph(safe_line(claim.text), out.width(), 2);
  }
  if (!claim.edited_keys.empty()) {
    page += "  " + out.paint(Style::dim, "edited") + "\n" + edits_text(claim.edits, out);
  }
  int holder_width = 0;
  for (const claims::PairDiff& pair : claim.pairs) {
    holder_width = std::max(holder_width, width_of(pair.holder));
  }
  for (const claims::AlsoRecorded& one : claim.also) {
    holder_width = std::max(holder_width, width_of(one.holder));
  }
  for (const claims::PairDiff& pair : claim.pairs) {
    std::string line = shown_text(pair.before, words, out);
    if (pair.between) line += " -> " + shown_text(*pair.between, words, out);
    const std::string after = shown_text(pair.after, words, out);
    const bool same = !pair.between && line == after;
    if (!same) line += " -> " + after;
    const std::string what = what_happened(pair, out);
    const int indent = 2 + holder_width + 2;
    const std::string holder = "  " + padded(safe_line(pair.holder), holder_width);
    if (indent + width_of(line) + 2 + width_of(what) <= out.width()) {
      page += padded(holder, indent) + line + "  " + what + "\n";
    } else {
      page += paragraph(line, out.width(), indent, holder) + paragraph(what, out.width(), indent);
    }
    if (options.evidence) {
      if (!same || pair.record == claims::Cause::evidence)
        page += evidence_below(pair.before, "-", out);
      page += evidence_below(pair.after, "+", out);
    }
  }
  if (!claim.also.empty()) {
    page += "  " + out.paint(Style::dim, "also recorded, about other days") + "\n";
    for (const claims::AlsoRecorded& one : claim.also)
      page += also_text(one, holder_width, words, out, options);
  }
  return page;
}

Style color_of(claims::Change change) {
  switch (change) {
    case claims::Change::reversal:
    case claims::Change::setback:
      return Style::bad;
    case claims::Change::advance:
      return Style::good;
    case claims::Change::shift:
    case claims::Change::lapsed:
    case claims::Change::resumed:
    case claims::Change::undecided:
      return Style::middling;
    case claims::Change::first:
    case claims::Change::restated:
      return Style::dim;
  }
  return Style::plain;
}

std::string text(const HistoryAnswer& answer, const claims::Vocabulary& words, const Output& out) {
  std::string page;
  page += head_text(answer.head, out);
  page += out.paint(Style::heading, safe_line(answer.title)) + "\n";
  if (!answer.of_query) page += paragraph(safe_line(answer.subtitle), out.width(), 0);
  if (answer.lines.empty()) {
    return page + (answer.of_query ? "\nNothing fits.\n" + left_out_text(answer.left_out, out)
                   : answer.has_other_lines ? "\nNo record here fits the query.\n"
                                            : "\nNo record yet.\n");
  }
  // Lines of several holders on several claims are no chart.
  const std::string lines =
      answer.of_query ? "" : chart(answer.lines, answer.of_claim, answer.head.at.on, words, out);
  if (!lines.empty()) page += "\n" + lines;
  const TimeLine* last = nullptr;
  for (const TimeLine& line : answer.lines) {
    const bool again = last != nullptr && last->holder == line.holder && last->claim == line.claim;
    last = &line;
    page += "\n" +
            out.paint(Style::strong, safe_line(answer.of_query   ? line.holder + " on " + line.claim
                                               : answer.of_claim ? line.holder
                                                                 : line.claim)) +
            (line.other_scales ? out.paint(Style::dim, "  " + safe_line(line.scale)) : "") + "\n";
    if (!answer.of_claim && !again) page += paragraph(safe_line(line.claim_text), out.width(), 2);
    page += steps_text(line, answer.reliability, words, out);
  }
  return page;
}

namespace {

// "3 claims: 2 moved (1 reversal, 1 shift), 1 learned (1 first)".
std::string stat_text(const DiffAnswer& answer) {
  std::map<std::string, std::map<std::string, std::size_t>> causes;
  std::map<std::string, std::size_t> totals;
  std::size_t added = 0;
  std::size_t removed = 0;
  std::size_t edited = 0;
  std::size_t also = 0;
  for (const claims::ClaimDiff& claim : answer.claims) {
    added += claim.presence == claims::Presence::added ? 1 : 0;
    removed += claim.presence == claims::Presence::removed ? 1 : 0;
    edited += claim.text_before || !claim.edited_keys.empty() ? 1 : 0;
    for (const claims::PairDiff& pair : claim.pairs) {
      if (pair.record) ++totals[std::string(to_string(*pair.record))];
      if (!pair.change) continue;
      ++totals["moved"];
      ++causes["moved"][std::string(to_string(*pair.change))];
    }
    also += claim.also.size();
  }
  std::string line = counted(answer.claims.size(), "claim");
  const char* separator = ": ";
  for (const auto& [cause, count] : totals) {
    line += separator + std::to_string(count) + " " + cause;
    separator = ", ";
    std::string kinds;
    for (const auto& [change, number] : causes[cause]) {
      kinds += (kinds.empty() ? "" : ", ") + std::to_string(number) + " " + change;
    }
    if (!kinds.empty()) line += " (" + kinds + ")";
  }
  for (const auto& [count, what] : {std::pair{also, "also recorded"}, std::pair{added, "added"},
                                    std::pair{removed, "removed"}, std::pair{edited, "reworded"}}) {
    if (count == 0) continue;
    line += separator + std::to_string(count) + " " + what;
    separator = ", ";
  }
  if (!answer.others.empty())
    line += std::string(separator) + counted(answer.others.size(), "other file");
  return line;
}

}  // namespace

namespace {

// What either side is without: one line where that is the same.
std::string sides_without(const DiffAnswer& answer, const Output& out) {
  if (!answer.after.without) return "";
  const std::string before =
      without_text(answer.before.without ? answer.before.without() : answer.after.without());
  const std::string after = without_text(answer.after.without());
  const bool one = answer.before.revision == answer.after.revision || before == after;
  std::string page;
  const auto add = [&](const std::string& line) {
    page += hanging(out.paint(Style::dim, safe_line(line)), out.width(), 2);
  };
  if (!one) add("before: " + before);
  add(one ? before : "after: " + after);
  return page;
}

}  // namespace

std::string without_clause(const DiffAnswer& answer) {
  if (!answer.before.without) return "";
  return "; " + safe_line(without_text(answer.before.without()));
}

std::string text(const DiffAnswer& answer, const claims::Vocabulary& words, const Output& out,
                 const TextOptions& options) {
  std::string page;
  if (!answer.line.empty()) page += hanging(out.paint(Style::dim, answer.line), out.width(), 2);
  page += sides_without(answer, out);
  if (!page.empty()) page += "\n";
  if (options.stat) return page + hanging(stat_text(answer), out.width(), 2);
  bool first = true;
  const auto add = [&](const std::string& claim) {
    if (!first) page += "\n";
    first = false;
    page += claim;
  };
  for (const claims::ClaimDiff& claim : answer.claims) add(text(claim, words, out, options));
  for (const std::string& claim : answer.pages) add(claim);
  if (!answer.others.empty()) {
    if (!first) page += "\n";
    Columns rows(out.width());
    const auto flush = [&] {
      page += rows.text();
      rows = Columns(out.width());
    };
    for (const auto& [path, what] : answer.others) {
      rows.row({out.paint(Style::dim, what), safe_line(path)});
      const auto edited =
          std::find_if(answer.edited.begin(), answer.edited.end(),
                       [&, at = path](const DiffAnswer::Edited& one) { return one.path == at; });
      if (what != "edited" || edited == answer.edited.end()) continue;
      flush();
      page += edited_text(*edited, out);
    }
    flush();
  }
  return page;
}

std::string text(const CaptureDiffAnswer& answer, const Output& out) {
  const auto side = [](const CaptureDiffAnswer::Side& one) {
    return "capture " + std::to_string(one.number) +
           (one.retrieved.empty() ? "" : " of " + one.retrieved);
  };
  std::string page =
      out.paint(Style::heading, safe_line(answer.source)) + "\n" +
      paragraph(safe_line(answer.title), out.width(), 0) +
      out.paint(Style::dim, "from " + side(answer.before) + " to " + side(answer.after)) + "\n\n";
  if (answer.changes.empty()) page += "  nothing was changed\n";
  for (const CaptureDiffAnswer::Change& change : answer.changes) {
    page += hanging("  " + out.paint(Style::dim, "para " + std::to_string(change.paragraph)) +
                        "  " + safe_line(change.words),
                    out.width(), 4);
  }
  if (!answer.lost.empty()) {
    page += "\n" +
            out.paint(Style::warning, counted(answer.lost.size(), "recorded quote no longer stands",
                                              "recorded quotes no longer stand")) +
            "\n";
  }
  for (const CaptureDiffAnswer::Lost& lost : answer.lost) {
    page += paragraph("\"" + safe_line(lost.quote) + "\"", out.width(), 2);
    page += paragraph(out.paint(Style::dim, safe_line(lost.stance)), out.width(), 4);
  }
  return page;
}

}  // namespace aver::cli
