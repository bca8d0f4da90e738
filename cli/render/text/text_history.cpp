// SPDX-License-Identifier: MIT
//
// History and diff as text: what changed, dates first.
#include <algorithm>
#include <map>

#include "cli/render/text/chart.h"
#include "cli/render/text/text.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

std::string joined(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return a + b;
  return a + " · " + b;
}

// The rows of one time line: date, word, change, how it is known; the words below.
std::string steps_text(const TimeLine& line, const claims::Vocabulary& words, const Output& out) {
  int date_width = 0;
  int word_width = 0;
  int change_width = 0;
  for (const claims::Step& step : line.steps) {
    date_width = std::max(date_width, width_of(claims::to_string(step.when)));
    change_width = std::max(change_width, width_of(to_string(step.change)));
    const claims::Stance& stance = step.after != nullptr ? *step.after : *step.before;
    word_width = std::max(word_width, width_of(words.canonical(stance.position)));
  }
  std::string page;
  for (const claims::Step& step : line.steps) {
    const claims::Stance& stance = step.after != nullptr ? *step.after : *step.before;
    const std::string word = step.after == nullptr
                                 ? out.paint(Style::dim, "-")
                                 : out.paint(style_of(words, stance.position),
                                             safe_line(words.canonical(stance.position)));
    std::string row =
        "  " + padded(claims::to_string(step.when), date_width) + "  " + padded(word, word_width) +
        "  " + padded(out.paint(color_of(step.change), to_string(step.change)), change_width);
    const int hang = 2 + date_width + 2;
    if (step.after == nullptr) {
      page += row + "  " + out.paint(Style::dim, "held until " + claims::to_string(*stance.until)) +
              "\n";
      continue;
    }
    const std::string how = safe_line(joined(attribution(stance), place_of_evidence(stance)));
    if (!how.empty() && width_of(row) + 2 + width_of(how) <= out.width()) {
      page += row + "  " + out.paint(Style::dim, how) + "\n";
    } else {
      while (!row.empty() && row.back() == ' ') row.pop_back();
      page += row + "\n";
      if (!how.empty()) {
        for (const std::string& part : wrap(how, out.width() - hang)) {
          page +=
              std::string(static_cast<std::size_t>(hang), ' ') + out.paint(Style::dim, part) + "\n";
        }
      }
    }
    const std::string said = words_of(stance);
    if (!said.empty()) page += paragraph(safe(said), out.width(), hang);
  }
  if (line.last_checked) {
    page += "  " +
            out.paint(Style::dim, "last checked on " + claims::to_string(*line.last_checked)) +
            "\n";
  }
  for (const std::string& aside : line.overruled) {
    page += paragraph(out.paint(Style::dim, safe_line(aside)), out.width(), 2);
  }
  return page;
}

std::string shown_text(const std::optional<claims::Shown>& shown, const claims::Vocabulary& words,
                       const Output& out) {
  if (!shown) return out.paint(Style::dim, "no record");
  std::string word = safe_line(shown->position);
  if (shown->uncertain) word += " ~";
  return out.paint(style_of(words, shown->position), word) + " (" + claims::to_string(shown->held) +
         (shown->lapsed ? ", lapsed" : "") + ")";
}

// What happened, in one or two words: "shift", "reversal, learned", "corrected: reason".
std::string what_happened(const claims::PairDiff& pair, const Output& out) {
  std::string answer;
  if (pair.change) answer = out.paint(color_of(*pair.change), to_string(*pair.change));
  if (pair.cause != claims::Cause::moved || !pair.change) {
    if (!answer.empty()) answer += ", ";
    answer += to_string(pair.cause);
  }
  if (!pair.reason.empty()) answer += ": " + safe_line(pair.reason);
  if (pair.passed > 0) {
    answer += " (past " + counted(static_cast<std::size_t>(pair.passed), "stance") + " in between)";
  }
  return answer;
}

std::string evidence_below(const std::optional<claims::Shown>& shown, std::string_view label,
                           const Output& out) {
  if (!shown) return "";
  constexpr int kIndent = 6;
  const std::string said = words_of(shown->stance);
  const std::string how = joined(attribution(shown->stance), place_of_evidence(shown->stance));
  std::string answer;
  const std::string first = "    " + std::string(label);
  if (!said.empty()) answer += paragraph(safe(said), out.width(), kIndent, first);
  if (!how.empty()) {
    answer += paragraph(out.paint(Style::dim, safe_line(how)), out.width(), kIndent,
                        answer.empty() ? first : "");
  }
  return answer;
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
  } else {
    page += paragraph(safe_line(claim.text), out.width(), 2);
  }
  if (!claim.edited_keys.empty()) {
    std::string keys;
    for (const std::string& key : claim.edited_keys) keys += (keys.empty() ? "" : ", ") + key;
    page += "  " + out.paint(Style::dim, "edited: " + keys) + "\n";
  }
  int holder_width = 0;
  for (const claims::PairDiff& pair : claim.pairs) {
    holder_width = std::max(holder_width, width_of(pair.holder));
  }
  for (const claims::PairDiff& pair : claim.pairs) {
    const bool same = pair.before && pair.after && pair.before->position == pair.after->position &&
                      pair.before->held == pair.after->held;
    std::string line = shown_text(pair.before, words, out);
    if (!same) line += " -> " + shown_text(pair.after, words, out);
    const std::string what = what_happened(pair, out);
    const int indent = 2 + holder_width + 2;
    const std::string holder = "  " + padded(safe_line(pair.holder), holder_width);
    if (indent + width_of(line) + 2 + width_of(what) <= out.width()) {
      page += padded(holder, indent) + line + "  " + what + "\n";
    } else {
      page += paragraph(line, out.width(), indent, holder) + paragraph(what, out.width(), indent);
    }
    if (options.evidence) {
      if (!same || pair.cause == claims::Cause::evidence)
        page += evidence_below(pair.before, "-", out);
      page += evidence_below(pair.after, "+", out);
    }
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
      return Style::middling;
    case claims::Change::first:
    case claims::Change::restated:
      return Style::dim;
  }
  return Style::plain;
}

std::string text(const HistoryAnswer& answer, const claims::Vocabulary& words, const Output& out) {
  std::string page;
  if (!answer.head.line.empty()) page += out.paint(Style::dim, answer.head.line) + "\n\n";
  page += out.paint(Style::heading, safe_line(answer.title)) + "\n";
  if (!answer.of_query) page += paragraph(safe_line(answer.subtitle), out.width(), 0);
  if (answer.lines.empty()) {
    return page + (answer.of_query          ? "\nNothing fits.\n"
                   : answer.has_other_lines ? "\nNo record here fits the query.\n"
                                            : "\nNo record yet.\n");
  }
  // Lines of several holders on several claims are no chart.
  const std::string lines =
      answer.of_query ? "" : chart(answer.lines, answer.of_claim, answer.head.at.on, words, out);
  if (!lines.empty()) page += "\n" + lines;
  for (const TimeLine& line : answer.lines) {
    page += "\n" +
            out.paint(Style::strong, safe_line(answer.of_query   ? line.holder + " on " + line.claim
                                               : answer.of_claim ? line.holder
                                                                 : line.claim)) +
            "\n";
    if (!answer.of_claim) page += paragraph(safe_line(line.claim_text), out.width(), 2);
    page += steps_text(line, words, out);
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
  for (const claims::ClaimDiff& claim : answer.claims) {
    added += claim.presence == claims::Presence::added ? 1 : 0;
    removed += claim.presence == claims::Presence::removed ? 1 : 0;
    edited += claim.text_before || !claim.edited_keys.empty() ? 1 : 0;
    for (const claims::PairDiff& pair : claim.pairs) {
      const std::string cause(to_string(pair.cause));
      ++totals[cause];
      if (pair.change) ++causes[cause][std::string(to_string(*pair.change))];
    }
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
  for (const auto& [count, what] :
       {std::pair{added, "added"}, std::pair{removed, "removed"}, std::pair{edited, "reworded"}}) {
    if (count == 0) continue;
    line += separator + std::to_string(count) + " " + what;
    separator = ", ";
  }
  if (!answer.others.empty())
    line += std::string(separator) + counted(answer.others.size(), "other file");
  return line;
}

}  // namespace

std::string text(const DiffAnswer& answer, const claims::Vocabulary& words, const Output& out,
                 const TextOptions& options) {
  std::string page;
  if (!answer.line.empty())
    page += hanging(out.paint(Style::dim, answer.line), out.width(), 2) + "\n";
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
    for (const auto& [path, what] : answer.others) {
      rows.row({out.paint(Style::dim, what), safe_line(path)});
    }
    page += rows.text();
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
  for (const claims::Stance& stance : answer.lost) {
    page += paragraph("\"" + safe_line(stance.quote) + "\"", out.width(), 2);
    page += paragraph(out.paint(Style::dim, safe_line(stance.id())), out.width(), 4);
  }
  return page;
}

}  // namespace aver::cli
