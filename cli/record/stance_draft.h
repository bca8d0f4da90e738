// SPDX-License-Identifier: MIT
//
// From words to a stance in a commit: what record, again, correct and retract share.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "claims/records/records.h"
#include "cli/check/uncommitted.h"
#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

// Options that say what a stance rests on, the same for every command that makes one.
struct StanceWords {
  std::optional<std::string> held, until, through;
  std::vector<std::string> searched;
  std::optional<std::string> mode, speaker;
  std::vector<std::string> via;
  std::optional<std::string> summary, quote, quote_lang, translation, source, locator;
  std::optional<int> credibility;
  std::optional<std::string> likelihood, rating, review_by, note;
  bool create = false;  // add an unknown holder or source on the way
  bool unverified = false;
};
void add_stance_words(std::vector<Word>& words, StanceWords& to);

// What stances are made on top of: the tip, the records that are added on the way, and the stances
// made before in the same commit.
class StanceDraft {
 public:
  StanceDraft(const store::View& view, Session& session);  // the view must outlive it

  const store::View& tip;

  // Ids of an actor or a source by what was typed; with `create`, one that is unknown is added.
  std::string actor(const std::string& typed, bool create);
  std::string source(const std::string& typed, bool create);

  // Adds an actor or a claim under the id, where there is none.
  void new_actor(const std::string& id, const std::string& name);
  void new_claim(const std::string& id, const std::string& text);

  // Puts what was given into the stance; what was not given stays as it is.
  void apply(const StanceWords& words, claims::Stance& stance);

  // Adds a finished stance without a name: names its file, fills in the place of its quote, checks
  // it. Returns what is wrong with it; where that is an error, it was not added.
  claims::Diagnostics add(claims::Stance stance);

 private:
  friend class Recorder;

  claims::QuoteVerdict locate(claims::Stance& stance);
  std::vector<claims::Stance>& others(const claims::Stance& stance);
  std::string free_name(const claims::Stance& stance);
  std::string elsewhere(const claims::Stance& stance) const;

  Session& session_;
  Overlay known_;
  Evidence evidence_;
  std::vector<store::Edit> edits_;
  std::vector<std::string> added_;  // "added actor china: …"
  std::vector<std::string> told_;   // a line or two for each stance
  std::vector<claims::Stance> made_;
  // Of the pairs of claim and holder that were asked for, with those made.
  std::map<std::pair<std::string, std::string>, std::vector<claims::Stance>> stances_;
};

using MakeStance = std::function<claims::Stance(StanceDraft& draft)>;

// Makes the stance, commits it, and tells what kind of change it is. `make` leaves the name empty;
// it runs anew for each tip. Returns the exit code.
int record_stance(Session& session, const Writing& writing, const MakeStance& make);

// The same for any number of them in one commit; `make` adds them all. `subject` is the commit's.
using MakeStances = std::function<void(StanceDraft& draft)>;
int record_stances(Session& session, const Writing& writing, const std::string& subject,
                   const MakeStances& make);

// Throws StoreError(usage) with what is wrong with a stance; does nothing where there is no error.
void require_sound_stance(Session& session, claims::Diagnostics problems);

}  // namespace aver::cli
