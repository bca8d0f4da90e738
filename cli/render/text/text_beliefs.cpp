// SPDX-License-Identifier: MIT
//
// What was believed about a day, as text: a row for each change of belief, days of the record
// first, and below it who recorded what it goes back to, on which evidence.
#include <algorithm>

#include "claims/check/clock.h"
#include "cli/render/text/text.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"

namespace aver::cli {
namespace {

std::string belief_text(const BeliefsAnswer::Change& change, const claims::Vocabulary& words,
                        const Output& out) {
  return change.belief.position ? position_text(*change.belief.position, words, out)
                                : out.paint(Style::dim, "no record");
}

// "3fa1c9d Ada Fields", and behind a merge also when, and by whom it was merged.
std::string who_text(const BeliefsAnswer::Change& change, const Output& out) {
  std::string text = out.paint(Style::middling, short_id(change.recorded.commit)) + " " +
                     safe_line(change.recorded.author);
  if (change.merged()) {
    text += " on " + claims::to_string(claims::utc_day(change.recorded.at)) + ", merged in " +
            out.paint(Style::middling, short_id(change.known.commit)) + " by " +
            safe_line(change.known.author);
  }
  return text;
}

std::string why_text(const claims::BeliefChange& belief) {
  std::string text(belief.cause ? to_string(*belief.cause) : "the vocabulary changed");
  if (!belief.reason.empty()) text += ": " + safe_line(belief.reason);
  return text;
}

// The words and the place of what is believed now; of what is not certain, of each record.
std::string grounds_text(const claims::Position& position, const Reliability& reliability,
                         const Output& out, int indent) {
  std::string page;
  const bool one = position.certain() && position.possible.front().stances.size() == 1;
  for (const claims::Possible& possible : position.possible) {
    for (const claims::Stance* stance : possible.stances) {
      page += said_text(*stance, out, indent);
      std::string how = how_known(*stance, reliability);
      for (const std::string& part :
           {one ? std::string() : std::string(possible.word), stance->name}) {
        if (!part.empty()) how += (how.empty() ? "" : " · ") + part;
      }
      page += paragraph(out.paint(Style::dim, safe_line(how)), out.width(), indent) +
              further_text(*stance, out, indent, {}, reliability);
    }
  }
  return page;
}

std::string line_text(const BeliefsAnswer::Line& line, const Reliability& reliability,
                      const claims::Vocabulary& words, const Output& out) {
  constexpr int kDay = 10;
  constexpr int kHang = 2 + kDay + 2;
  int word_width = 0;
  for (const BeliefsAnswer::Change& change : line.changes)
    word_width = std::max(word_width, width_of(belief_text(change, words, out)));
  word_width = std::min(word_width, out.width() / 2);
  std::string page;
  for (const BeliefsAnswer::Change& change : line.changes) {
    const claims::BeliefChange& belief = change.belief;
    const std::string day = change.known_on ? claims::to_string(*change.known_on) : "no day";
    std::string row =
        "  " + padded(day, kDay) + "  " + padded(belief_text(change, words, out), word_width);
    if (belief.position) row += since_text(*belief.position, words);
    while (row.ends_with(' ')) row.pop_back();
    page += hanging(row, out.width(), kHang);
    page += paragraph(why_text(belief) + " · " + who_text(change, out), out.width(), kHang);
    if (belief.position) page += grounds_text(*belief.position, reliability, out, kHang);
  }
  return page;
}

}  // namespace

std::string text(const BeliefsAnswer& answer, const claims::Vocabulary& words, const Output& out) {
  std::string page = out.paint(Style::dim, answer.head.line) + "\n\n" +
                     out.paint(Style::heading, safe_line(answer.title)) + "\n" +
                     paragraph(safe_line(answer.subtitle), out.width(), 0);
  if (answer.lines.empty())
    return page + "\nThere never was a record about " + answer.head.at.day_text() + ".\n";
  std::string last;
  for (const BeliefsAnswer::Line& line : answer.lines) {
    page += "\n" + out.paint(Style::strong, safe_line(answer.of_claim ? line.holder : line.claim)) +
            (line.other_scales ? out.paint(Style::dim, "  " + safe_line(line.scale)) : "") + "\n";
    if (!answer.of_claim && last != line.claim)
      page += paragraph(safe_line(line.claim_text), out.width(), 2);
    last = line.claim;
    page += line_text(line, answer.reliability, words, out);
  }
  return page;
}

}  // namespace aver::cli
