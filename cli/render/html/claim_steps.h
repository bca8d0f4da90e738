// SPDX-License-Identifier: MIT
//
// The records of a claim, one by one: what was said, where it stands, who recorded it, and what
// became of it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "claims/positions/changes.h"
#include "claims/positions/lines.h"
#include "cli/answers/site.h"
#include "cli/render/html/parts.h"

namespace aver::cli::html {

class ClaimSteps {
 public:
  // All of them outlive it.
  ClaimSteps(Page& page, const SiteClaim& claim, const claims::Lines& lines);

  void write();                               // step by step, by the day on which it was held
  void write_line(const claims::Line& line);  // rows of a table: the changes of one holder
  void write_known();                         // by the day on which it was recorded
  void write_corrections();
  bool has_corrections() const { return !aside_.empty(); }

  claims::Date last_look(const claims::Stance& stance) const;
  bool is_unlooked(const claims::Stance& stance) const;
  std::string level_of(
      const claims::Stance& stance) const;  // of its quotes: "verbatim", "no quote"
  std::string approvers_of(const claims::Stance& stance) const;

 private:
  void step(const claims::Stance& stance, bool same_day);
  void heading(const claims::Stance& stance);
  void said(const claims::Stance& stance, const claims::EvidenceView& evidence);
  void people(const claims::Stance& stance, const claims::EvidenceView& evidence);
  void looked(const claims::Stance& stance);
  void told_more(const claims::Stance& stance);
  // With `names`, what has no step of its own can be linked to here.
  void why(const claims::Stance& stance, bool names);
  void evidence(const claims::Stance& stance);
  void source(const claims::Stance& stance, const claims::EvidenceView& evidence);
  void recorded(const claims::Stance& stance);
  const SiteRecorded* recorded_of(const claims::Stance& stance) const;

  Page& page_;
  Writer& out_;
  const SiteClaim& claim_;
  const claims::Lines& lines_;
  std::map<const claims::Stance*, const claims::Step*> entered_;  // by what came into force
  std::vector<std::vector<claims::Step>> steps_;                  // of each line
  std::vector<const claims::Stance*> shown_;                      // by held
  std::vector<const claims::Stance*> aside_;                      // likewise
};

}  // namespace aver::cli::html
