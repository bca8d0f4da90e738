// SPDX-License-Identifier: MIT
//
// aver review show: the changes in positions that a proposal makes, its quotes in their context,
// the findings of check, and its reviews.
#include <algorithm>
#include <memory>

#include "claims/text/lines.h"
#include "cli/commands/commands.h"
#include "cli/diff/comparison.h"
#include "cli/evidence/evidence.h"
#include "cli/review/proposal_summary.h"
#include "cli/review/review_rounds.h"
#include "cli/review/shown.h"
#include "cli/session/print.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "store/process.h"
#include "store/reading_mode.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using store::Fault;
using store::StoreError;
using store::View;

struct Options {
  std::string name;
  std::optional<std::string> into;
  bool fresh = false;
  std::optional<int> round;
  bool patch = false;
  Reading reading;
};

std::string blob_in(const ReviewedState& seen, const std::string& path) {
  const auto at = seen.find(path);
  return at == seen.end() || at->second == claims::kRemoved ? "" : at->second;
}

// The proposal's base, overlaid with the contents that reviewers saw. Contents that are no longer
// in the store (after a rebase) stay as in the base.
View as_seen(Session& session, const Proposal& proposal, const ReviewedState& seen) {
  std::vector<store::Edit> edits;
  for (const auto& [path, blob] : seen) {
    const std::string wanted = blob_in(seen, path);
    if (wanted == proposal.base.blob_id(path).value_or("")) continue;
    if (!wanted.empty() && !proposal.base.has_blob(wanted)) {
      session.out.talk("what was reviewed of " + safe_line(path) +
                       " is not in this clone: shown as if new\n");
      continue;
    }
    edits.push_back({path, std::nullopt, wanted});
  }
  return session.store().view_with(proposal.base, edits);
}

DiffAnswer diff_of(Session& session, const Proposal& proposal,
                   const std::optional<ReviewedState>& since) {
  const View before = since ? as_seen(session, proposal, *since) : proposal.base;
  const View& after = proposal.tip;
  // The same day on both sides: then the differences are the proposal's, not those of passing time.
  Compared compared{before,
                    after,
                    since ? "what was reviewed" : proposal.into,
                    proposal.place.branch(),
                    session.today(),
                    session.today()};
  compared.touched_holders = true;
  DiffAnswer answer =
      Comparison(session, std::move(compared), Filter(session, after, {}, session.today())).run();
  std::erase_if(answer.others,
                [](const auto& other) { return other.first.starts_with("reviews/"); });
  return answer;
}

// The words of the capture around the quote, within its paragraph.
void add_context(const std::string& capture, const claims::CaptureText& prepared,
                 ProposalAnswer::Quoted& quoted) {
  constexpr std::size_t kAround = 160;
  const claims::ByteRange range = quoted.verdict.match.range;
  if (range.end <= range.begin || range.end > capture.size()) return;
  std::size_t begin = range.begin - std::min(range.begin, kAround);
  std::size_t end = std::min(range.end + kAround, capture.size());
  if (quoted.verdict.match.paragraph > 0) {
    const claims::ByteRange first = prepared.paragraph(quoted.verdict.match.paragraph);
    begin = std::max(begin, std::min(first.begin, range.begin));
    const claims::ByteRange last = prepared.paragraph(prepared.paragraph_of(range.end - 1));
    end = std::min(end, std::max(last.end, range.end));
  }
  // Whole words, and whole characters.
  const auto is_blank = [&](std::size_t at) { return capture[at] == ' ' || capture[at] == '\n'; };
  while (begin > 0 && begin < range.begin && !is_blank(begin - 1)) ++begin;
  while (end < capture.size() && end > range.end && !is_blank(end)) --end;
  if (prepared.is_captions()) {
    quoted.before = prepared.said({begin, range.begin}) + " ";
    quoted.words = prepared.said(range);
    quoted.after = " " + prepared.said({range.end, end});
    return;
  }
  quoted.before = capture.substr(begin, range.begin - begin);
  quoted.words = capture.substr(range.begin, range.end - range.begin);
  quoted.after = capture.substr(range.end, end - range.end);
}

std::vector<ProposalAnswer::Quoted> quotes_of(const Proposal& proposal,
                                              const std::vector<std::string>& only) {
  std::vector<ProposalAnswer::Quoted> quotes;
  Evidence evidence([&](const std::string& path) { return proposal.tip.read(path); });
  for (const claims::reviews::ProposedFile& file : proposal.files) {
    const auto record = claims::record_at(file.path);
    if (!record || record->kind != RecordKind::stance || file.blob == claims::kRemoved) continue;
    if (!only.empty() && std::find(only.begin(), only.end(), file.path) == only.end()) continue;
    const auto stance = claims::decode_stance(proposal.tip.read_blob(file.blob), file.path);
    if (!stance.record) continue;
    for (const claims::EvidenceView& one : claims::evidences(*stance.record)) {
      if (one.quote.empty()) continue;
      ProposalAnswer::Quoted quoted{
          .stance = *stance.record, .evidence = one.number, .verdict = evidence.of(one)};
      const Evidence::Captures* captures =
          one.source.empty() ? nullptr : evidence.captures(one.source);
      if (captures != nullptr && quoted.verdict.capture < captures->texts.size()) {
        add_context(captures->texts[quoted.verdict.capture],
                    captures->prepared[quoted.verdict.capture], quoted);
      }
      quotes.push_back(std::move(quoted));
    }
  }
  return quotes;
}

std::vector<ProposalAnswer::Said> said_of(const Proposal& proposal) {
  std::vector<ProposalAnswer::Said> said;
  for (const claims::GivenReview& given : proposal.events.said()) {
    ProposalAnswer::Said one{given.review, false, false};
    std::size_t same = 0;
    for (const claims::reviews::ProposedFile& file : proposal.files) {
      for (const claims::Reviewed& on : given.review.on) {
        if (on.record != file.path) continue;
        if (on.blob == file.blob) {
          ++same;
        } else {
          one.changed_since = true;
        }
      }
    }
    for (const claims::Reviewed& on : given.review.on) {
      const bool is_folder =
          std::any_of(proposal.files.begin(), proposal.files.end(),
                      [&](const auto& file) { return file.path.starts_with(on.record + "/"); });
      one.changed_since |= !is_folder && !proposal.has(on.record);
    }
    one.all = same == proposal.files.size();
    said.push_back(std::move(one));
  }
  return said;
}

std::string patch_of(Session& session, const Proposal& proposal,
                     const std::vector<std::string>& only) {
  std::vector<std::string> words = {"-c",
                                    "core.quotePath=false",
                                    "diff",
                                    "--no-color",
                                    "--no-ext-diff",
                                    "--no-textconv",
                                    proposal.base.commit(),
                                    proposal.tip.commit(),
                                    "--"};
  if (only.empty()) {
    words.insert(words.end(), {".", ":(exclude)reviews"});
  } else {
    for (const std::string& path : only) words.push_back(":(literal)" + path);
  }
  const store::RunResult result =
      store::run_git(std::move(words), {.directory = session.store().root().string()});
  if (!result.ok()) {
    throw StoreError(Fault::io, "git could not tell the text diff",
                     {claims::first_line(result.errors)});
  }
  return result.output;
}

// The round to compare with; nothing for the whole proposal.
std::optional<std::size_t> round_asked(const Options& options, const Rounds& rounds) {
  const std::size_t known = rounds.states.size();
  if (!options.fresh && !options.round) return std::nullopt;
  if (known == 0) {
    throw StoreError(Fault::usage, "nobody has reviewed " + options.name + " yet: all of it is new",
                     {}, "aver review show " + options.name);
  }
  if (!options.round) return rounds.last;
  const auto round = static_cast<std::size_t>(*options.round);
  if (round < 1 || round > known) {
    throw StoreError(Fault::usage,
                     "--since takes a round that was reviewed: 1" +
                         (known == 1 ? std::string() : " to " + std::to_string(known)));
  }
  return round;
}

// The waiting proposal of that name, or else one that was withdrawn, or the last accepted one.
ProposalPlace place_of(Session& session, const std::string& name, const std::string& into) {
  try {
    ProposalPlace place = proposal_named(session, name);
    if (!was_accepted(session, place, into)) return place;
    std::vector<ProposalPlace> accepted = accepted_proposals(session, into, name);
    return accepted.empty() ? place : std::move(accepted.front());
  } catch (const StoreError& error) {
    if (error.fault() != Fault::not_found) throw;
    for (ProposalPlace& place : find_proposals(session, true)) {
      if (place.name == name) return std::move(place);
    }
    std::vector<ProposalPlace> accepted = accepted_proposals(session, into, name);
    if (accepted.empty()) throw;
    return std::move(accepted.front());
  }
}

// Whether the user's approval would count for a file that still lacks approvals.
bool may_help(const Proposal& proposal, const claims::Person& user) {
  const claims::ReviewPolicy policy = proposal.target.settings().review;
  for (std::size_t i = 0; i < proposal.merged.size(); ++i) {
    const claims::reviews::FileVerdict& verdict = proposal.verdict.files[i];
    const bool has =
        std::any_of(verdict.approvals.begin(), verdict.approvals.end(),
                    [&](const claims::reviews::CountedWord& word) {
                      return proposal.events.people.same_voice(claims::person(word.by), user);
                    });
    if (!verdict.missing.empty() && !has &&
        would_count(proposal.merged[i], policy, proposal.events.people, user)) {
      return true;
    }
  }
  return false;
}

int run(const Options& options, Session& session) {
  const store::ReadingMode mode(store::ReadingMode::repeated);
  const std::string into = target_branch(session, options.into);
  const Proposal proposal = load_proposal(session, place_of(session, options.name, into), into);
  const Rounds seen = rounds(session, proposal);
  const std::optional<std::size_t> since = round_asked(options, seen);

  ProposalAnswer answer;
  answer.now = session.now();
  answer.problems = problems_of(session, proposal);
  answer.summary = summary_of(session, proposal, answer.problems);
  answer.verdict = proposal.verdict;
  answer.may_help = may_help(proposal, user_of(session));
  if (seen.last > 0) {
    answer.changed_since = unseen(proposal, seen.states[seen.last - 1]);
    answer.since_mine = seen.mine;
    const bool is_new = !unseen(proposal, seen.states.back()).empty();
    answer.round = seen.states.size() + (is_new ? 1 : 0);
  }
  std::vector<std::string> only;
  if (since) {
    answer.since_round = *since;
    only = unseen(proposal, seen.states[*since - 1]);
    std::erase_if(answer.problems, [&](const claims::Diagnostic& problem) {
      return problem.severity != claims::Severity::error &&
             std::find(only.begin(), only.end(), problem.file) == only.end();
    });
  }
  const bool nothing_new = since && only.empty();
  if (!nothing_new) {
    answer.diff =
        diff_of(session, proposal, since ? std::optional(seen.states[*since - 1]) : std::nullopt);
    answer.quotes = quotes_of(proposal, only);
    if (options.patch) answer.patch = patch_of(session, proposal, only);
  }
  answer.reviews = said_of(proposal);

  print(session, options.reading, answer, proposal.tip.vocabulary());
  if (proposal.place.accepted.empty() && !proposal.place.withdrawn) was_shown(session, proposal);
  return 0;
}

}  // namespace

Command review_show_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "review show";
  command.description =
      "What a proposal means: the diff in positions, each quote in its place in the source, what "
      "check finds, and the reviews. With --new only what has changed since you last reviewed "
      "it, or, where you have not, since anybody did, whatever records that review named: reviews "
      "name exact contents, so that this holds over rebases, too.";
  command.words = {
      positional("NAME", options->name, "the proposal"),
      flag("--new", options->fresh, "only what has changed since your last review, or anybody's"),
      option("--since", "ROUND", &options->round, "only what has changed since this round"),
      flag("--patch", options->patch, "the text diff, too"),
      option("--into", "BRANCH", &options->into,
             "the branch it is for (default: the one that is checked out)")};
  add_format_words(command.words, options->reading, {Format::text, Format::json, Format::markdown});
  command.examples = {{"aver review show calda-update", "the proposal calda-update"},
                      {"aver review show calda-update --new",
                       "the second round: what has changed since it was reviewed"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
