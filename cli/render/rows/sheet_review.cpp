// SPDX-License-Identifier: MIT
//
// Proposals as rows, and one as a page of Markdown.
#include "cli/render/rows/sheet.h"
#include "cli/render/text/review_words.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"

namespace aver::cli {
namespace {

void add(std::string& line, const std::string& part) {
  if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
}

}  // namespace

Sheet sheet(const ProposalListAnswer& answer) {
  Sheet sheet{{"name", "state", "authors", "opened", "updated", "files", "errors", "warnings",
               "approvals", "approvals_needed", "merges", "remote"},
              {}};
  sheet.numbers = {"files", "errors", "warnings", "approvals", "approvals_needed"};
  const auto joined = [](const std::vector<std::string>& list) {
    std::string all;
    for (const std::string& one : list) all += (all.empty() ? "" : "; ") + one;
    return all;
  };
  for (const ProposalSummary& one : answer.proposals) {
    sheet.rows.push_back(
        {one.name, one.state, joined(one.authors), one.opened == 0 ? "" : local_time(one.opened),
         one.updated == 0 ? "" : local_time(one.updated), std::to_string(one.files),
         std::to_string(one.errors), std::to_string(one.warnings), std::to_string(one.approvals),
         std::to_string(one.needed), one.merges, one.remote});
  }
  return sheet;
}

std::string markdown(const ProposalAnswer& answer, const claims::Vocabulary& words) {
  const ProposalSummary& summary = answer.summary;
  std::string page = "### " + markdown_text(summary.name) + ": " + summary.state + "\n\n";
  std::string line;
  add(line, counted(summary.files, "file"));
  add(line, check_of(summary));
  add(line, merge_of(summary));
  add(line, approvals_of(summary));
  page += markdown_text(line) + "\n\n";
  if (!answer.diff.claims.empty() || !answer.diff.others.empty()) {
    page += markdown(sheet(answer.diff, words)) + "\n";
  }
  if (!answer.quotes.empty()) {
    Sheet quotes{{"quote", "stands", "in its place"}, {}};
    for (const ProposalAnswer::Quoted& quoted : answer.quotes) {
      quotes.rows.push_back({claims::evidence_at(quoted.stance, quoted.evidence).quote,
                             std::string(to_string(quoted.verdict.match.level)),
                             quoted.before + quoted.words + quoted.after});
    }
    page += markdown(quotes) + "\n";
  }
  if (!answer.problems.empty()) {
    Sheet problems{{"check", "file", "what"}, {}};
    for (const claims::Diagnostic& problem : answer.problems) {
      problems.rows.push_back({problem.severity == claims::Severity::error ? "error" : "warning",
                               problem.file, problem.sentence});
    }
    page += markdown(problems) + "\n";
  }
  for (const ProposalAnswer::Said& said : answer.reviews) {
    page += "- " + markdown_text(when_of(said.review)) + " " +
            markdown_text(name_of(said.review.by)) + " " + verdict_words(said.review) +
            (said.changed_since ? " (changed since)" : "") +
            (said.review.body.empty() ? "" : ": " + markdown_text(said.review.body)) + "\n";
  }
  return page;
}

}  // namespace aver::cli
