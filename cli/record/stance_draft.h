// SPDX-License-Identifier: MIT
//
// Makes a stance of the words of a command and commits it: shared by record, again, correct and
// retract.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "claims/records/records.h"
#include "cli/check/uncommitted.h"
#include "cli/record/stance_words.h"
#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

// The state on which stances are made: the tip, the actors, claims and sources added for them, and
// the stances made earlier in the same commit.
class StanceDraft {
 public:
  StanceDraft(const store::View& view, Session& session);  // the view must outlive it

  const store::View& tip;

  // The id of the actor or source that was typed. With `create`, an unknown one is added.
  std::string actor(const std::string& typed, bool create);
  std::string source(const std::string& typed, bool create);

  // Adds an actor or a claim under the id, where there is none.
  void new_actor(const std::string& id, const std::string& name);
  void new_claim(const std::string& id, const std::string& text);

  // Who is meant by a speaker or a reporter: the actor with this id, name or alias, else the words
  // as they are, which is told. Behind "=" words stay words. `what` names the option or key. Throws
  // StoreError: ambiguous where two actors have the name; usage where words would be read as an id.
  std::string voice(const std::string& what, const std::string& given);

  // Sets the given values in the stance; the others keep theirs.
  void apply(const StanceWords& words, claims::Stance& stance);

  // Where no --held was given: it was held when its source was published, if the source says when.
  void held_when_published(const StanceWords& words, claims::Stance& stance);

  // Adds a line to what is told of the commit.
  void tell(const std::string& line);
  // A command on a line of its own, which is never broken: it can be pasted.
  void tell_command(const std::string& command);

  // The id that a stance without a name will get.
  std::string name_of(const claims::Stance& stance) {
    return stance.claim + "/" + free_name(stance);
  }

  // The stances made so far, with their names.
  const std::vector<claims::Stance>& made() const { return made_; }

  // Adds a finished stance without a name: names its file, fills in the place of its quote, checks
  // it. Returns its problems; a stance with an error is not added.
  claims::Diagnostics add(claims::Stance stance);

  // Adds an evidence to a record of the tip, whose text this is: as its first, where it has none.
  // Fills in the place of the quote, and checks it. Returns the problems that come with it; with an
  // error nothing is added. REQUIRES: `text` is read as `to`.
  claims::Diagnostics add_evidence(const claims::Stance& to, const std::string& text,
                                   const StanceWords& words);

 private:
  friend class Recorder;

  // Tells who may have said a quote of the holder's that has no speaker.
  void offer_speakers(const claims::Stance& stance);

  // The date that was typed. "[2024-10-03..]" ends on the day that the source was published.
  claims::Date date(const std::string& option, const std::string& text,
                    const std::string& source_id, bool timed = false);
  claims::QuoteVerdict locate(claims::Stance& stance);
  claims::Diagnostics quote_problems(const claims::Decoded<claims::Stance>& decoded,
                                     const claims::EvidenceView& evidence,
                                     const claims::QuoteVerdict& verdict) const;
  std::string told_quote(const claims::EvidenceView& evidence,
                         const claims::QuoteVerdict& verdict) const;
  std::vector<claims::Stance>& others(const claims::Stance& stance);
  std::string free_name(const claims::Stance& stance);
  void add_day_problems(const claims::Stance& stance, const std::string& path,
                        const std::vector<claims::Stance>& all,
                        claims::Diagnostics& problems) const;
  void add_errors_together(const claims::Stance& stance, const std::string& path,
                           const std::vector<claims::Stance>& before,
                           claims::Diagnostics& problems) const;
  static std::string ways_out_of_one_day(const claims::Stance& stance, const claims::Stance& other);
  std::string elsewhere(const claims::EvidenceView& evidence) const;

  Session& session_;
  Overlay known_;
  Evidence evidence_;
  std::vector<store::Edit> edits_;
  std::vector<std::string> added_;  // "added actor calda: …"
  std::vector<std::string> told_;   // a line or two for each stance
  std::vector<claims::Stance> made_;
  std::string evidenced_;  // the commit's message, where a record got an evidence
  // The stances of each claim and holder asked for so far, including those made here.
  std::map<std::pair<std::string, std::string>, std::vector<claims::Stance>> stances_;
};

using MakeStance = std::function<claims::Stance(StanceDraft& draft)>;

// Makes the stance, commits it, and prints what kind of change it is. `make` leaves the name empty
// and runs again for each new tip. Returns the exit code.
int record_stance(Session& session, const Writing& writing, const MakeStance& make);

// The same for any number of them in one commit; `make` adds them all. `subject` is the commit's.
using MakeStances = std::function<void(StanceDraft& draft)>;
int record_stances(Session& session, const Writing& writing, const std::string& subject,
                   const MakeStances& make);

// The name of a stance's file that is free among `taken`.
std::string free_stance_name(const claims::Stance& stance,
                             const std::function<bool(const std::string& name)>& is_taken);

// Throws StoreError(usage) with the errors of a stance; does nothing where there are none.
void require_sound_stance(Session& session, claims::Diagnostics problems);

}  // namespace aver::cli
