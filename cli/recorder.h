// SPDX-License-Identifier: MIT
//
// From words to a stance in a commit: what record, again, correct and retract share.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "claims/records.h"
#include "cli/local.h"
#include "cli/session.h"
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
};
void add_stance_words(std::vector<Word>& words, StanceWords& to);

// What a stance is made on top of: the tip, and the records that are added on the way.
class Draft {
 public:
  Draft(const store::View& view, Session& session) : tip(view), session_(session), known_(view) {}

  const store::View& tip;

  // Ids of an actor or a source by what was typed; with `create`, one that is unknown is added.
  std::string actor(const std::string& typed, bool create);
  std::string source(const std::string& typed, bool create);

  // Puts what was given into the stance; what was not given stays as it is.
  void apply(const StanceWords& words, claims::Stance& stance);

 private:
  friend class Recorder;
  Session& session_;
  Overlay known_;
  std::vector<store::Edit> edits_;
  std::vector<std::string> added_;  // "added actor china: …"
};

using MakeStance = std::function<claims::Stance(Draft& draft)>;

// Makes the stance, names its file, checks it, commits it, and tells what kind of change it is.
// `make` leaves the name empty; it runs anew for each tip. Returns the exit code.
int record_stance(Session& session, const Writing& writing, const MakeStance& make);

}  // namespace aver::cli
