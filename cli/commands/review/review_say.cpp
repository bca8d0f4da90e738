// SPDX-License-Identifier: MIT
//
// aver review comment, approve, request-changes: a review is an event on the branch of reviews, and
// names the exact contents it is about. Nothing is written to the proposal.
#include <algorithm>
#include <map>
#include <memory>

#include "claims/text/paths.h"
#include "claims/text/similar.h"
#include "cli/commands/commands.h"
#include "cli/record/save.h"
#include "cli/review/proposal_branch.h"
#include "cli/review/saying.h"
#include "cli/review/shown.h"
#include "cli/session/editor.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"

namespace aver::cli {
namespace {

namespace reviews = claims::reviews;
using claims::RecordKind;
using reviews::ProposedFile;
using store::Fault;
using store::StoreError;

struct Options {
  std::string name;
  std::vector<std::string> records;
  std::optional<std::string> message, into, round;
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
std::vector<ProposedFile> chosen(const Proposal& proposal, const std::vector<std::string>& typed) {
  if (typed.empty()) return proposal.merged;
  std::vector<ProposedFile> on;
  for (const std::string& name : typed) {
    const std::size_t before = on.size();
    std::vector<std::string> ids;
    for (const ProposedFile& file : proposal.merged) {
      const auto record = claims::record_at(file.path);
      // A claim's id means its stances, too.
      const bool below = record && record->kind == RecordKind::stance &&
                         claims::is_trailing_part(claims::split_stance_id(record->id).claim, name);
      const bool same = record && claims::is_trailing_part(record->id, name);
      if (record) ids.push_back(record->id);
      if (file.path != name && !same && !below) continue;
      const bool known = std::any_of(
          on.begin(), on.end(), [&](const ProposedFile& one) { return one.path == file.path; });
      if (!known) on.push_back(file);
    }
    if (on.size() == before) {
      not_found("record in this proposal", name, claims::nearest(name, ids),
                "aver review show " + proposal.place.name);
    }
  }
  return on;
}

// Of the files below each folder at the top, the deepest folder that has them all: the fewer others
// it has, the less often somebody's change of another file in it voids the approval.
std::vector<std::string> folders_of(const std::vector<ProposedFile>& files) {
  std::map<std::string, std::string> deepest;  // by the folder at the top
  for (const ProposedFile& file : files) {
    std::string folder(claims::folder_part(file.path));
    if (folder.empty()) continue;
    const auto [known, is_new] = deepest.emplace(file.path.substr(0, file.path.find('/')), folder);
    while (!is_new && !folder.starts_with(known->second))
      known->second = claims::folder_part(known->second.substr(0, known->second.size() - 1));
  }
  std::vector<std::string> folders;
  for (const auto& [top, folder] : deepest) folders.push_back(folder.substr(0, folder.size() - 1));
  return folders;
}

// What the review is about: each file with its contents and what it rests on; of very many, the
// folders they are in. Of a file that merging makes another one of, what the proposal has, as that
// was shown.
std::vector<reviews::On> subjects(Session& session, const Proposal& proposal,
                                  std::vector<ProposedFile> files) {
  std::vector<reviews::On> on;
  add_rests(proposal.result, files);
  if (files.size() <= reviews::kMostListed) {
    for (ProposedFile& file : files)
      on.push_back({.path = std::move(file.path),
                    .blob = file.shown.empty() ? file.blob : file.shown,
                    .rests = std::move(file.rests)});
    return on;
  }
  if (files.size() != proposal.merged.size()) {
    throw StoreError(Fault::usage,
                     "these are " + std::to_string(files.size()) + " files: too many to name",
                     {"up to " + std::to_string(reviews::kMostListed) +
                      " are named one by one, and all of a proposal as its folders"},
                     "name fewer, or none for all of it");
  }
  const std::vector<std::string> folders = folders_of(files);
  for (const ProposedFile& file : files) {
    if (file.path.find('/') == std::string::npos)
      on.push_back({.path = file.path, .blob = file.blob, .rests = file.rests});
  }
  Proposal with_rests = proposal;
  with_rests.merged = std::move(files);
  for (reviews::JudgedFolder& folder : judged_folders(session, with_rests, folders))
    on.push_back({.path = folder.path, .tree = folder.tree, .rests = folder.rests});
  return on;
}

// Nobody approves what they were not shown, unless they name it.
void require_shown(Session& session, const Options& options, const Proposal& proposal) {
  if (!options.records.empty()) return;
  const std::string& name = proposal.place.name;
  if (options.round) {
    const store::CommitId tip = session.store().view(*options.round).commit();
    if (tip == proposal.tip.commit()) return;
    throw StoreError(Fault::refused,
                     "the proposal " + name + " is at " + short_id(proposal.tip.commit()) +
                         ", and not at " + short_id(tip),
                     {}, "aver review show " + name);
  }
  const auto other = other_than_shown(session, proposal);
  if (!other) {
    throw StoreError(Fault::refused, "nobody has looked at the proposal " + name + " here", {},
                     "aver review show " + name + ", or name the records");
  }
  if (other->empty()) return;
  std::vector<std::string> which(
      other->begin(),
      other->begin() + std::min<std::ptrdiff_t>(3, static_cast<std::ptrdiff_t>(other->size())));
  throw StoreError(
      Fault::refused,
      (other->size() == 1 ? "1 file has" : std::to_string(other->size()) + " files have") +
          " changed since you looked at " + name,
      which, "aver review show " + name);
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

std::string message_of(const Verb& verb, const std::string& name, const std::string& body) {
  const std::string what = verb.verdict == kApprove.verdict   ? "Approve"
                           : verb.verdict == kComment.verdict ? "Comment on"
                                                              : "Ask for a change of";
  return what + " the proposal " + name + (body.empty() ? "" : "\n\n" + body);
}

// What the user's word does not do, though they may think so.
void warn(Session& session, const Verb& verb, const Proposal& now, const std::string& by) {
  const claims::Person me = claims::person(by);
  const reviews::People& people = now.events.people;
  for (const reviews::Remark& remark : now.verdict.remarks) {
    if (people.same_voice(claims::person(remark.by), me))
      session.out.talk("warning: " + safe_line(remark.sentence) + "\n");
  }
  if (verb.verdict != kApprove.verdict) return;
  const auto& files = now.verdict.files;
  const bool mine = std::any_of(files.begin(), files.end(), [&](const reviews::FileVerdict& file) {
    return !file.missing.empty() &&
           std::any_of(file.own.begin(), file.own.end(), [&](const reviews::CountedWord& word) {
             return people.same_voice(claims::person(word.by), me);
           });
  });
  if (mine) {
    session.out.talk(
        "warning: one's own approval does not count here (own = false in aver.toml)\n");
  }
  const auto mixed = std::find_if(files.begin(), files.end(), [](const reviews::FileVerdict& file) {
    return file.mixed && !file.missing.empty();
  });
  if (mixed != files.end()) {
    session.out.talk("warning: " + safe_line(mixed->path) + ": " + safe_line(now.into) +
                     " has changed it, too: what merging makes of it is not what you approved\n"
                     "hint: aver review update " +
                     safe_line(now.place.name) + "\n");
  }
}

int run(const Options& options, const Verb& verb, Session& session) {
  const std::string into = target_branch(session, options.into);
  const ProposalPlace place = waiting_proposal(session, options.name, into);
  const Proposal proposal = load_proposal(session, place, into);
  if (proposal.merged.empty()) {
    throw StoreError(Fault::usage, "the proposal " + place.name + " has nothing in it", {},
                     "aver review show " + place.name);
  }
  const std::vector<ProposedFile> files = chosen(proposal, options.records);
  if (verb.verdict == kApprove.verdict) require_shown(session, options, proposal);
  reviews::Event review;
  review.kind = reviews::Kind::review;
  review.verdict = verb.verdict;
  review.round = proposal.tip.commit();
  review.against = proposal.target.commit();
  review.on = subjects(session, proposal, files);
  if (const std::string body = words_of(session, options, verb); !body.empty()) review.body = body;

  Saying saying(session, proposal);
  saying.add_round();
  const std::string body = review.body.value_or("");
  const std::string digest = saying.add(std::move(review));
  const store::CommitId tip = saying.write(message_of(verb, place.name, body));
  session.out.data(hanging(std::string(verb.done) + " " + safe_line(place.name) + ": " +
                               (files.size() == 1 ? safe_line(files.front().path)
                                                  : counted(files.size(), "file")) +
                               (files.size() == proposal.merged.size()
                                    ? ", all that it has"
                                    : " of " + std::to_string(proposal.merged.size())),
                           session.out.width(), 2) +
                   "  " + on_reviews(tip) + "; send it: aver sync\n");
  const Proposal now = load_proposal(session, waiting_proposal(session, options.name, into), into);
  if (now.tip.commit() != proposal.tip.commit()) {
    session.out.talk(
        "warning: the proposal was changed while you looked at it: this is said of what "
        "it had\nhint: aver review show " +
        safe_line(place.name) + " --new\n");
  }
  if (verb.verdict == kComment.verdict) return kDone;
  if (!now.events.known.find(digest))
    throw StoreError(Fault::bug, "what was said is not among the reviews", {digest});
  warn(session, verb, now, session.store().user());
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
  if (verb.verdict == kApprove.verdict) {
    command.words.push_back(
        option("--round", "COMMIT", &options->round,
               "only if the proposal is there (for scripts, which look at it by "
               "other means)"));
  }
  command.run = [options, verb](Session& session) { return run(*options, verb, session); };
  return command;
}

}  // namespace

Command review_comment_command() {
  Command command = command_of(kComment);
  command.description =
      "Says something about a proposal, on the branch of reviews, aver/reviews: it stays whatever "
      "becomes of the proposal's branch, and aver sync sends it.";
  command.examples = {{"aver review comment calda-update -m \"Is there a recording?\"",
                       "on the proposal calda-update"}};
  return command;
}

Command review_approve_command() {
  Command command = command_of(kApprove);
  command.description =
      "Approves what a proposal changes, on the branch of reviews, by its exact contents and what "
      "they rest on. A record that is changed afterwards loses the approval; untouched ones keep "
      "it, over rebases, squashes and merges, too. Without a record named it holds for what aver "
      "review show has shown here: where that has changed since, nothing is approved. What "
      "aver.toml asks for: aver help review.";
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
