// SPDX-License-Identifier: MIT
//
// aver check: every rule about records and references, over the whole store or over what changed.
#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>

#include "claims/check/rules.h"
#include "cli/check/checker.h"
#include "cli/check/judge.h"
#include "cli/check/recorded.h"
#include "cli/commands/commands.h"
#include "cli/names/load.h"
#include "cli/review/proposals.h"
#include "cli/session/print.h"
#include "cli/share/lost.h"
#include "cli/share/merging.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"
#include "store/branches.h"
#include "store/clock.h"
#include "store/merge.h"
#include "store/own_umask.h"

namespace aver::cli {
namespace {

using claims::Diagnostic;
using store::Fault;
using store::StoreError;
using store::View;

struct Options {
  bool strict = false;
  bool policy = false;
  std::optional<std::string> base, baseline, write_baseline, reviews;
  std::vector<std::string> except;
  Reading reading;
};

// A line of a baseline: a known finding and its file. Line numbers are left out, as they change
// with every edit.
std::string line_of(const Diagnostic& problem) {
  return std::string(problem.rule.text()) + "\t" + problem.file + "\t" + problem.sentence;
}

std::multiset<std::string> read_baseline(const std::string& path, const std::string& shown) {
  std::ifstream in(path);
  if (!in)
    throw StoreError(Fault::not_found, "the baseline " + shown + " cannot be read",
                     {std::strerror(errno)});
  std::multiset<std::string> known;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.front() != '#') known.insert(line);
  }
  return known;
}

void write_baseline(const std::string& path, const std::string& shown,
                    const claims::Diagnostics& problems) {
  const store::OwnUmask own_umask;
  std::ofstream out(path, std::ios::trunc);
  out << "# What aver check found when it was adopted here: rule, file, sentence. --baseline "
         "leaves it out.\n";
  for (const Diagnostic& problem : problems) {
    if (problem.severity != claims::Severity::note) out << line_of(problem) << "\n";
  }
  if (!out.flush())
    throw StoreError(Fault::io, "the baseline " + shown + " cannot be written",
                     {std::strerror(errno)});
}

void leave_out(const Options& options, Session& session, CheckAnswer& answer) {
  for (const std::string& rule : options.except) {
    if (claims::rule_named(rule) == nullptr) {
      throw StoreError(Fault::usage, "there is no rule \"" + rule + "\"", {}, "aver help rules");
    }
    std::erase_if(answer.problems,
                  [&](const Diagnostic& problem) { return problem.rule.text() == rule; });
  }
  if (!options.baseline) return;
  std::multiset<std::string> known =
      read_baseline(session.user_path(*options.baseline), *options.baseline);
  std::erase_if(answer.problems, [&](const Diagnostic& problem) {
    const auto at = known.find(line_of(problem));
    if (at == known.end()) return false;
    known.erase(at);
    ++answer.known;
    return true;
  });
}

// Adds the approvals that the base's aver.toml requires and that the changes since the base lack.
void check_policy(const Options& options, Session& session, const View& base, const View& view,
                  CheckAnswer& answer) {
  std::vector<store::CommitId> also;
  if (options.reviews) also.push_back(session.store().view(*options.reviews).commit());
  const ReviewEvents events(session, also);
  const Proposal proposal =
      load_range(session, ProposalPlace{"", "", view.commit()}, "the base", {base, view}, &events);
  claims::Diagnostics problems = policy_problems(proposal.verdict);
  // What somebody pushes without a review on purpose, and says so.
  for (const ToldUnreviewed& told : events.unreviewed(base)) {
    if (told.to != view.commit() || proposal.verdict.accepted()) continue;
    for (claims::Diagnostic& problem : problems) problem.severity = claims::Severity::warning;
  }
  for (claims::Diagnostic& problem : problems) {
    answer.problems.push_back(std::move(problem));
  }
  claims::sort(answer.problems);
}

// What git's index has is in the store, or the next commit by hand fails.
void require_staged(const View& view, const std::vector<store::LocalChange>& changes) {
  for (const store::LocalChange& change : changes) {
    if (change.staged_blob.empty() || view.has_blob(change.staged_blob)) continue;
    throw StoreError(Fault::corrupt,
                     change.path + " is staged, and what was staged is missing from the store",
                     {"there is no object " + change.staged_blob},
                     "git rm --cached " + change.path + "; git add " + change.path);
  }
}

// A commit id in full comes from a program: the pre-push hook, whose user asked for no coordinates.
bool is_from_program(const std::optional<std::string>& revision, const View& view) {
  constexpr std::size_t kWholeId = 40;
  return revision && revision->size() == kWholeId && *revision == view.commit();
}

// True where a branch moves from the base to the view: of a proposal, the base stays what it is
// until it is accepted, and what is not merged yet moves nothing.
bool is_replaced(const Options& options, Session& session, const View& base, const View& view) {
  if (base.commit() == view.commit()) return false;
  if (is_from_program(options.base, base)) return true;
  if (options.reading.when.known_at || !is_published_tip(session, base.commit())) return false;
  return store::Branches(session.store()).is_ancestor(base.commit(), view.commit());
}

// What the branch may be called that proposals are for; a CI's clone has none of its own.
std::set<std::string> target_names(Session& session) {
  std::set<std::string> names = {"main", "master"};
  try {
    names.insert(target_branch(session, std::nullopt));
  } catch (const StoreError& error) {
    if (error.fault() != Fault::usage) throw;
  }
  return names;
}

bool is_of_proposals(const std::string& branch) {
  return branch.starts_with(kProposals) || branch.starts_with(kWithdrawn);
}

// With --policy the base is the branch that the changes are for: at the commit where they left it,
// the policy may be an old one. Refused by the branch's name where that has moved on since. A
// commit given by its id may have been left by any branch, and another revision by the one that
// proposals are for.
void require_tip(Session& session, const std::string& typed, const View& base, const View& view) {
  const store::Branches branches(session.store());
  const bool is_id = typed.size() >= 4 && base.commit().starts_with(typed);
  const std::set<std::string> targets = target_names(session);
  std::string left;
  for (const store::Branch& branch : branches.below("")) {
    if (branch.name.empty()) continue;        // a tag
    if (branch.tip == base.commit()) return;  // it is a tip
    if (is_of_proposals(branch.name) || (!is_id && !targets.contains(branch.name))) continue;
    if (!left.empty() || branches.is_ancestor(branch.tip, view.commit())) continue;
    if (branches.is_ancestor(view.commit(), branch.tip)) continue;
    const std::vector<store::CommitId> bases = branches.merge_bases(branch.tip, view.commit());
    if (std::find(bases.begin(), bases.end(), base.commit()) == bases.end()) continue;
    left = branch.remote.empty() ? branch.name : branch.remote + "/" + branch.name;
  }
  if (left.empty()) return;
  throw StoreError(Fault::usage,
                   short_id(base.commit()) + " is where the changes left " + left +
                       ", which has moved on: with --policy, the base is the branch itself",
                   {}, "aver check --policy --base " + left);
}

// Checks what has changed since the base. Where the base has moved on meanwhile, what counts is the
// merge of both. A program that names a commit is about to replace that very one.
void check_since(Session& session, const Options& options, const View& base, const View& view,
                 const std::vector<store::LocalChange>& changes, CheckAnswer& answer) {
  const store::Branches branches(session.store());
  Checker checker(session, view, changes);
  if (base.commit().empty() || view.commit().empty() || is_from_program(options.base, base) ||
      branches.is_ancestor(base.commit(), view.commit())) {
    return checker.since(base, answer);
  }
  const std::vector<store::CommitId> bases = branches.merge_bases(base.commit(), view.commit());
  if (bases.empty() && !session.store().is_shallow()) return checker.since(base, answer);
  const View left = base_of(session, base, view);
  const bool is_here = left.commit() == view.commit();  // the base has all that is committed here
  if (is_here || !changes.empty()) return checker.since(left, answer);
  const store::Merge merge = store::merge(session.store(), base, view);
  if (!merge.clean()) {
    session.out.talk("note: merging with " + safe_line(*options.base) +
                     " leaves conflicts: checked as it stands\n");
  }
  check_joined(session, {base, left, view, merge}, answer);
  claims::Diagnostics stamps =
      merge.clean() ? check_recorded_since(session, left, view, store::wrong_stamps(view))
                    : claims::Diagnostics();
  for (Diagnostic& problem : stamps) answer.problems.push_back(std::move(problem));
  claims::sort(answer.problems);
}

int run(const Options& options, Session& session) {
  if (options.policy && !options.base) {
    throw StoreError(Fault::usage, "--policy is about what has changed since a base", {},
                     "aver check --policy --base origin/main");
  }
  const View view = session.view(options.reading.when);
  CheckAnswer answer;
  answer.head = head_of(session, session.coordinates(options.reading.when), view);
  if (is_from_program(options.reading.when.known_at, view)) answer.head.line.clear();
  std::vector<store::LocalChange> changes;
  if (!options.reading.when.known_at && !session.store().bare()) {
    changes = session.store().status().changes;
    require_staged(view, changes);
  }
  if (options.base) {
    const View base = session.view(When{{}, options.base});
    if (options.policy) require_tip(session, *options.base, base, view);
    check_since(session, options, base, view, changes, answer);
    if (!base.commit().empty()) {
      add_lost_in_merges(session, view, {"^" + base.commit()}, answer.problems);
      claims::sort(answer.problems);
    }
    if (is_replaced(options, session, base, view)) {
      if (auto foxtrot = check_first_parents(session, base, view)) {
        answer.problems.push_back(std::move(*foxtrot));
        claims::sort(answer.problems);
      }
    }
    if (options.policy) check_policy(options, session, base, view, answer);
  } else {
    Checker(session, view, changes).whole(answer);
  }
  leave_out(options, session, answer);
  if (options.write_baseline) {
    write_baseline(session.user_path(*options.write_baseline), *options.write_baseline,
                   answer.problems);
  }
  print(session, options.reading, answer);
  if (options.write_baseline) return kDone;
  const bool warned = std::any_of(
      answer.problems.begin(), answer.problems.end(),
      [](const Diagnostic& problem) { return problem.severity == claims::Severity::warning; });
  return has_errors(answer.problems) || (options.strict && warned) ? kAnswerIsNo : kDone;
}

}  // namespace

Command check_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "check";
  command.description =
      "Checks every record: its form, its ids and dates, what it refers to, the vocabulary, "
      "captures, quotes, "
      "corrections, contradictions and duplicates. Records changed by hand are checked as they "
      "stand in the "
      "work tree, unless --known-at asks for a revision. Exits with 1 where there is an error.\n\n"
      "With --base only what has changed since a revision is read, with what that may have broken "
      "elsewhere; what was wrong before is left out. Two rules more hold: nothing may have "
      "vanished, and nothing may have been rewritten where a correction belongs; duplicates are "
      "looked for among what changed alone. Where the base is a branch that has moved on, what "
      "counts is what merging with it would change there, and its policy as it is now. \"aver help "
      "rule NAME\" explains a rule.";
  command.words = {
      option("--base", "REV", &options->base,
             "only what has changed since this revision, or would change on this branch"),
      flag("--policy", options->policy,
           "with --base: the approvals that the base's aver.toml asks for, too"),
      option("--reviews", "COMMIT", &options->reviews,
             "with --policy: reviews that come along, a tip of aver/reviews (for hooks)"),
      flag("--strict", options->strict, "exit with 1 for warnings, too"),
      option("--except", "RULE", &options->except, "leave a rule out; may be repeated"),
      option("--baseline", "FILE", &options->baseline, "leave out what this file knows already"),
      option("--write-baseline", "FILE", &options->write_baseline,
             "write down what is found, to adopt check on an old store"),
  };
  add_clock_words(command.words, options->reading,
                  {Format::text, Format::json, Format::github, Format::sarif});
  for (Word& word : command.words) {
    if (word.name == "--format") word.help = "text, json, github (annotations) or sarif";
  }
  command.examples = {{"aver check", "the store, with what is not committed yet"},
                      {"aver check --base origin/main --format github", "a proposal, in CI"},
                      {"aver check --known-at origin/main --strict", "a revision"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
