// SPDX-License-Identifier: MIT
//
// aver review comment, approve, request-changes: a review is a record on the proposal's branch, and
// names the exact contents it is about.
#include <algorithm>
#include <memory>

#include "claims/text/similar.h"
#include "cli/commands/commands.h"
#include "cli/record/save.h"
#include "cli/review/proposal_branch.h"
#include "cli/session/editor.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using store::Fault;
using store::StoreError;

struct Options {
  std::string name;
  std::vector<std::string> records;
  std::optional<std::string> message, into;
};

struct Verb {
  const char* verdict;
  const char* done;  // "approved"
  bool needs_words;
};
constexpr Verb kComment{"comment", "commented on", true};
constexpr Verb kApprove{"approve", "approved", false};
constexpr Verb kRequest{"request-changes", "asked for a change of", true};

// The proposal's files that were named, by path, by id or by a trailing part of an id; all of them
// where no name was given.
std::vector<claims::Reviewed> chosen(const Proposal& proposal,
                                     const std::vector<std::string>& typed) {
  std::vector<claims::Reviewed> on;
  if (typed.empty()) {
    for (const claims::reviews::ProposedFile& file : proposal.files)
      on.push_back({file.path, file.blob});
    return on;
  }
  for (const std::string& name : typed) {
    const std::size_t before = on.size();
    std::vector<std::string> ids;
    for (const claims::reviews::ProposedFile& file : proposal.files) {
      const auto record = claims::record_at(file.path);
      // A claim's id means its stances, too.
      const bool below = record && record->kind == RecordKind::stance &&
                         claims::is_trailing_part(claims::split_stance_id(record->id).claim, name);
      const bool same = record && claims::is_trailing_part(record->id, name);
      if (record) ids.push_back(record->id);
      if (file.path != name && !same && !below) continue;
      const bool known = std::any_of(on.begin(), on.end(), [&](const claims::Reviewed& one) {
        return one.record == file.path;
      });
      if (!known) on.push_back({file.path, file.blob});
    }
    if (on.size() == before) {
      not_found("record in this proposal", name, claims::nearest(name, ids),
                "aver review show " + proposal.place.name);
    }
  }
  return on;
}

// The words of the review, from the editor where none were given.
std::string words_of(Session& session, const Options& options, const Verb& verb) {
  if (options.message) return clean_text("--message", *options.message, true);
  if (!verb.needs_words) return "";
  const std::string place = "reviews/" + options.name + "/" + verb.verdict;
  store::Draft draft(session.store(), place);
  const auto text =
      edit_draft(session, draft, draft.exists() ? without_messages(draft.read()) : "", "",
                 {"what do you say of the proposal " + options.name + "? Save and close.",
                  "Nothing written: nothing said."},
                 [](const std::string&) { return claims::Diagnostics{}; });
  if (!text || is_blank(*text)) {
    draft.remove();
    throw StoreError(Fault::refused, "nothing was said", {}, "-m \"WHAT\"");
  }
  const std::string clean = clean_text("the review", *text, true);
  draft.remove();
  return clean;
}

int run(const Options& options, const Verb& verb, Session& session) {
  store::Store& store = session.store();
  const std::string into = target_branch(session, options.into);
  ProposalPlace place = waiting_proposal(session, options.name, into);
  Proposal proposal = load_proposal(session, place, into);
  if (proposal.files.empty()) {
    throw StoreError(Fault::usage, "the proposal " + place.name + " has nothing in it", {},
                     "aver review show " + place.name);
  }
  claims::Review review;
  review.by = store.user();
  review.verdict = verb.verdict;
  review.on = chosen(proposal, options.records);
  review.body = words_of(session, options, verb);
  review.at = moment_now(session);

  bring_here(session, place);
  store.aim_at(place.branch());
  std::string path;
  const auto commit = store.commit([&](const store::View& tip) {
    // If somebody has pushed to the proposal meanwhile, its contents are not those that the user
    // looked at.
    if (tip.commit() != place.tip) {
      place.tip = tip.commit();
      const Proposal now = load_proposal(session, place, into);
      for (const claims::Reviewed& on : review.on) {
        const auto same = std::find_if(now.files.begin(), now.files.end(),
                                       [&](const auto& file) { return file.path == on.record; });
        if (same != now.files.end() && same->blob == on.blob) continue;
        throw StoreError(Fault::locked, "the proposal was changed while you looked at it",
                         {on.record}, "aver review show " + place.name);
      }
    }
    path = free_review_path(tip, place.name, review);
    const std::string message =
        std::string(verb.verdict == kApprove.verdict   ? "Approve"
                    : verb.verdict == kComment.verdict ? "Comment on"
                                                       : "Ask for a change of") +
        " the proposal " + place.name + (review.body.empty() ? "" : "\n\n" + review.body);
    return store::Change{{{path, claims::encode(review)}}, message};
  });
  store.aim_at("");
  session.out.data(hanging(std::string(verb.done) + " " + safe_line(place.name) + ": " +
                               (review.on.size() == 1 ? safe_line(review.on.front().record)
                                                      : counted(review.on.size(), "file")) +
                               (review.on.size() == proposal.files.size()
                                    ? ", all that it has"
                                    : " of " + std::to_string(proposal.files.size())),
                           session.out.width(), 2) +
                   "  " + short_id(*commit) + " on " + safe_line(place.branch()) +
                   "; send it: aver sync\n");
  if (verb.verdict == kComment.verdict) return kDone;

  place.tip = *commit;
  const Proposal now = load_proposal(session, place, into);
  for (const claims::reviews::Remark& remark : now.verdict.remarks) {
    if (remark.by == review.by || remark.committed_by == review.by)
      session.out.talk("warning: " + safe_line(remark.sentence) + "\n");
  }
  const bool mine = std::any_of(
      now.verdict.files.begin(), now.verdict.files.end(),
      [&](const claims::reviews::FileVerdict& file) {
        return std::any_of(
            file.own.begin(), file.own.end(), [&](const claims::reviews::CountedWord& word) {
              return !file.missing.empty() &&
                     claims::same_person(claims::person(word.by), claims::person(review.by));
            });
      });
  if (verb.verdict == kApprove.verdict && mine) {
    session.out.talk(
        "warning: one's own approval does not count here (own = false in aver.toml)\n");
  }
  const auto mixed = std::find_if(
      now.verdict.files.begin(), now.verdict.files.end(),
      [](const claims::reviews::FileVerdict& file) { return file.mixed && !file.missing.empty(); });
  if (verb.verdict == kApprove.verdict && mixed != now.verdict.files.end()) {
    session.out.talk("warning: " + safe_line(mixed->path) + ": " + safe_line(into) +
                     " has changed it, too: what merging makes of it is not what you approved\n"
                     "hint: aver review update " +
                     safe_line(place.name) + "\n");
  }
  return kDone;
}

Command command_of(const Verb& verb) {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = std::string("review ") + verb.verdict;
  command.words = {
      positional("NAME", options->name, "the proposal"),
      positional("RECORD", options->records, "only these (default: all it changes)"),
      option("--message", "-m", "TEXT", &options->message,
             verb.needs_words ? "what you say (default: in your editor)" : "what you say"),
      option("--into", "BRANCH", &options->into,
             "the branch it is for (default: the one that is checked out)")};
  command.run = [options, verb](Session& session) { return run(*options, verb, session); };
  return command;
}

}  // namespace

Command review_comment_command() {
  Command command = command_of(kComment);
  command.description =
      "Says something about a proposal, as a record on its branch: it travels with it, and stays.";
  command.examples = {{"aver review comment calda-update -m \"Is there a recording?\"",
                       "on the proposal calda-update"}};
  return command;
}

Command review_approve_command() {
  Command command = command_of(kApprove);
  command.description =
      "Approves what a proposal changes, as a record on its branch that names the exact contents. "
      "A record that is changed afterwards loses the approval; untouched ones keep it, over "
      "rebases and merges, too. What aver.toml asks for: aver help review.";
  command.examples = {
      {"aver review approve calda-update", "all that the proposal calda-update changes"},
      {"aver review approve calda-update 2024-11-02-calda", "one record of it"}};
  return command;
}

Command review_request_changes_command() {
  Command command = command_of(kRequest);
  command.description =
      "Asks for a change: the proposal is not accepted until you have approved what became of it, "
      "or the record is no longer part of it.";
  command.examples = {
      {"aver review request-changes calda-update 2024-11-02-calda -m \"Name the speaker\"",
       "of one record"}};
  return command;
}

}  // namespace aver::cli
