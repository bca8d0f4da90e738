// SPDX-License-Identifier: MIT
//
// Makes the stances on each new tip, commits them together, and tells what the last run said.
#include "cli/record/save.h"
#include "cli/record/stance_draft.h"
#include "cli/record/stance_told.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {

using claims::Stance;
using store::Fault;
using store::StoreError;
using store::View;

// One recording; its last run is what counts.
class Recorder {
 public:
  Recorder(Session& session, std::string subject, const MakeStances& make)
      : session_(session), subject_(std::move(subject)), make_(make) {}

  store::Change on(const View& tip) {
    StanceDraft draft(tip, session_);
    make_(draft);
    answer_.clear();
    for (const std::string& line : draft.added_) answer_ += line + "\n";
    for (const std::string& line : draft.told_) answer_ += line;
    if (draft.made_.empty() && draft.evidenced_.empty()) return {};
    store::Change change{draft.edits_, message(draft)};
    return change;
  }

  const std::string& answer() const { return answer_; }

 private:
  std::string message(const StanceDraft& draft) const {
    std::string text;
    if (draft.made_.empty()) {
      text = draft.evidenced_;
    } else if (draft.made_.size() == 1) {
      text = message_for(draft.made_.front());
    } else {
      text = subject_ + "\n\n";
      for (const Stance& stance : draft.made_) {
        text += stance.holder + " " + stance.position + " on " + stance.claim + ", held " +
                claims::to_string(stance.held) + "\n";
      }
    }
    for (const std::string& line : draft.added_) text += line + "\n";
    return text;
  }

  Session& session_;
  std::string subject_;
  const MakeStances& make_;
  std::string answer_;
};

void require_sound_stance(Session& session, claims::Diagnostics problems) {
  std::vector<std::string> causes;
  std::string first;
  for (const claims::Diagnostic& problem : problems) {
    if (problem.rule.group() != "quote" || problem.severity != claims::Severity::error) continue;
    if (first.empty()) {
      first = problem.sentence;
    } else {
      causes.push_back(problem.sentence);
    }
    if (!problem.hint.empty()) causes.push_back(problem.hint);
  }
  if (first.empty()) return require_sound(session, problems);
  throw StoreError(Fault::usage, first, std::move(causes),
                   "give the words as they stand, or: --unverified");
}

int record_stances(Session& session, const Writing& writing, const std::string& subject,
                   const MakeStances& make) {
  Recorder recorder(session, subject, make);
  const std::optional<std::string> saved =
      save(session, writing, [&](const View& tip) { return recorder.on(tip); });
  session.out.data(recorder.answer());
  if (saved) session.out.data(paragraph(*saved, session.out.width(), 2));
  return kDone;
}

int record_stance(Session& session, const Writing& writing, const MakeStance& make) {
  return record_stances(session, writing, "", [&](StanceDraft& draft) {
    require_sound_stance(session, draft.add(make(draft)));
  });
}

}  // namespace aver::cli
