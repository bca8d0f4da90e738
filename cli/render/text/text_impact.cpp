// SPDX-License-Identifier: MIT
//
// What rests on a source or on somebody's word, as text: what falls claim by claim, then what
// stands, then the command that retracts.
#include <algorithm>

#include "cli/render/text/text.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

// "5 records fall, and 1 check of them; 2 stand by other evidence".
std::string sum_of(const ImpactAnswer& answer) {
  const std::size_t records = answer.records.size();
  if (records == 0 && answer.stand.empty()) return "No record rests on it.";
  std::string text =
      records == 0 ? "No record falls" : counted(records, "record falls", "records fall");
  if (!answer.checks.empty())
    text +=
        ", and " + counted(answer.checks.size(), "check") + " of " + (records == 1 ? "it" : "them");
  if (!answer.stand.empty())
    text += "; " + counted(answer.stand.size(), "record stands", "records stand") +
            " by other evidence";
  return text + ".";
}

std::string claim_text(const claims::ClaimDiff& claim, const claims::Vocabulary& words,
                       const Output& out) {
  std::string page = out.paint(Style::heading, safe_line(claim.id)) + "\n" +
                     paragraph(safe_line(claim.text), out.width(), 2);
  int holder_width = 0;
  for (const claims::PairDiff& pair : claim.pairs)
    holder_width = std::max(holder_width, width_of(pair.holder));
  for (const claims::AlsoRecorded& one : claim.also)
    holder_width = std::max(holder_width, width_of(one.holder));
  const int indent = 2 + holder_width + 2;
  const auto row = [&](const std::string& holder, const std::string& line) {
    page +=
        hanging("  " + padded(safe_line(holder), holder_width) + "  " + line, out.width(), indent);
  };
  for (const claims::PairDiff& pair : claim.pairs) {
    row(pair.holder, shown_text(pair.before, words, out) + " -> " +
                         shown_text(pair.after, words, out) +
                         out.paint(Style::dim, "  " + safe_line(pair.scale)));
  }
  for (const claims::AlsoRecorded& one : claim.also) {
    row(one.holder,
        out.paint(style_of(words, one.stance.position), safe_line(word_of(one.stance, words))) +
            " (" + claims::to_string(one.stance.held) + ") falls" +
            out.paint(Style::dim, ", " + governed_text(one)));
  }
  return page;
}

std::string sources_of(const claims::Stance& stance) {
  std::string text;
  claims::any_evidence(stance, [&](const claims::EvidenceView& one) {
    const std::string what = one.source.empty() ? one.speaker : one.source;
    if (!what.empty()) text += (text.empty() ? "" : ", ") + what;
    return false;
  });
  return text;
}

std::string listed_below(const std::string& title, const std::vector<std::string>& ids,
                         const Output& out) {
  if (ids.empty()) return "";
  std::string page = "\n" + title + "\n";
  for (const std::string& id : ids) page += paragraph(safe_line(id), out.width(), 2);
  return page;
}

}  // namespace

std::string text(const ImpactAnswer& answer, const claims::Vocabulary& words, const Output& out) {
  std::string page = head_text(answer.head, out);
  page += out.paint(Style::heading, safe_line(answer.on.id)) + "\n";
  if (!answer.title.empty()) page += paragraph(safe_line(answer.title), out.width(), 0);
  page += "\n" + paragraph(sum_of(answer), out.width(), 0);
  for (const claims::ClaimDiff& claim : answer.claims) page += "\n" + claim_text(claim, words, out);
  std::vector<std::string> stand;
  for (const claims::Stance& stance : answer.stand)
    stand.push_back(stance.id() + ": " + sources_of(stance));
  page += listed_below("stand by other evidence:", stand, out);
  page += listed_below("checks that fall with what they speak of:", answer.checks, out);
  page += listed_below("stay set aside, as what falls had corrected them:", answer.stay_aside, out);
  std::vector<std::string> editions;
  for (const auto& [name, count] : answer.editions)
    editions.push_back(name + ": " + counted(count, "record"));
  page += listed_below("editions that have what falls:", editions, out);
  if (!answer.command.empty())
    page += "\n" + out.paint(Style::dim, "to retract it all: " + safe_line(answer.command)) + "\n";
  return page;
}

}  // namespace aver::cli
