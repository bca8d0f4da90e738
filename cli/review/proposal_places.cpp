// SPDX-License-Identifier: MIT
//
// Lists the branches by prefix and decides by ancestry which of them still wait; accepted ones are
// found by the trailer of their merge commits.
#include "cli/review/proposal_places.h"

#include <algorithm>

#include "claims/text/id.h"
#include "claims/text/lines.h"
#include "claims/text/similar.h"
#include "cli/share/taken_back.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/short_forms.h"
#include "store/given_words.h"
#include "store/process.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;

std::string name_of(const std::string& branch, std::string_view prefix) {
  return branch.substr(prefix.size());
}

// The branches of either kind, each name once.
std::vector<ProposalPlace> best_places(Session& session, bool withdrawn) {
  const std::string_view prefix = withdrawn ? kWithdrawn : kProposals;
  const store::Branches branches(session.store());
  std::vector<ProposalPlace> found;
  for (store::Branch& branch : branches.below(prefix)) {
    ProposalPlace place{name_of(branch.name, prefix), std::move(branch.remote),
                        std::move(branch.tip), withdrawn};
    if (found.empty() || found.back().name != place.name) {
      found.push_back(std::move(place));
      continue;
    }
    // The branches are sorted by remote: the local one comes first.
    ProposalPlace& known = found.back();
    if (known.tip != place.tip && branches.is_ancestor(known.tip, place.tip)) {
      known = std::move(place);
    }
  }
  return found;
}

std::string author_of(Session& session, const store::CommitId& commit) {
  return claims::first_line(
      store::run_git(store::with_given({"log", "-1", "--format=%an"}, {commit, "--"}),
                     {.directory = session.store().root().string()})
          .output);
}

// Whether what the merge brought into the branch is gone from it again.
bool is_taken_back(Session& session, const std::string& merge, const std::string& into) {
  const store::Store& store = session.store();
  const std::vector<store::CommitId> parents = store.view(merge).parents();
  const auto tip = store::Branches(store).tip(into);
  return tip && parents.size() == 2 && taken_back(store, store.view(*tip), store.view(parents[1]));
}

}  // namespace

std::string ProposalPlace::branch() const {
  return std::string(withdrawn ? kWithdrawn : kProposals) + name;
}

std::string ProposalPlace::revision() const {
  return remote.empty() ? branch() : remote + "/" + branch();
}

std::string target_branch(Session& session, const std::optional<std::string>& given) {
  store::Store& store = session.store();
  const store::Branches branches(store);
  if (given) {
    if (branches.tip(*given)) return *given;
    throw StoreError(Fault::not_found, "there is no branch " + *given, {}, "git branch");
  }
  const std::string here = store.checked_out();
  if (!here.empty() && !here.starts_with(kProposals)) return here;
  const store::RunResult head = store::run_git({"symbolic-ref", "-q", "refs/remotes/origin/HEAD"},
                                               {.directory = store.root().string()});
  std::vector<std::string> names;
  constexpr std::string_view kOrigin = "refs/remotes/origin/";
  if (head.ok() && head.output.starts_with(kOrigin)) {
    names.push_back(claims::first_line(head.output).substr(kOrigin.size()));
  }
  names.insert(names.end(), {"main", "master"});
  for (const std::string& name : names) {
    if (branches.tip(name)) return name;
  }
  throw StoreError(Fault::usage, "it is not clear which branch proposals are for", {},
                   "--into BRANCH");
}

void require_proposal_name(const std::string& name, const std::string& words) {
  std::string problem = claims::id_problem(name);
  if (problem.empty() && name.find('/') != name.npos) problem = "it has a / in it";
  std::string better = claims::slug(name);
  for (const std::string_view taken : {"main", "master", "proposal", "withdrawn"}) {
    if (name != taken) continue;
    problem = "branches that are no proposal have it";
    better = "my-" + name;
  }
  if (problem.empty()) return;
  throw StoreError(Fault::usage, "\"" + name + "\" cannot be a proposal's name: " + problem, {},
                   better.empty() ? "" : "aver propose " + better + words);
}

std::vector<ProposalPlace> find_proposals(Session& session, bool withdrawn) {
  std::vector<ProposalPlace> found = best_places(session, withdrawn);
  const std::vector<ProposalPlace> others = best_places(session, !withdrawn);
  const store::Branches branches(session.store());
  std::erase_if(found, [&](const ProposalPlace& place) {
    return std::any_of(others.begin(), others.end(), [&](const ProposalPlace& other) {
      // Contained in the withdrawn branch: ended. A reopened proposal has a commit more.
      return other.name == place.name && (withdrawn ? other.tip != place.tip : true) &&
             branches.is_ancestor(place.tip, other.tip);
    });
  });
  return found;
}

std::vector<ProposalPlace> accepted_proposals(Session& session, const std::string& into,
                                              const std::string& name) {
  const std::string trailer = "^Proposal: " + (name.empty() ? std::string() : name + "$");
  const store::RunResult log = store::run_git(
      store::with_given({"log", "--min-parents=2", "--grep=" + trailer, "-z",
                         "--format=%H %P %(trailers:key=Proposal,valueonly,separator=%x20)"},
                        {into, "--"}),
      {.directory = session.store().root().string()});
  std::vector<ProposalPlace> found;
  for (const std::string& line : claims::split_at_zero(log.output)) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at <= line.size();) {
      const std::size_t blank = std::min(line.find_first_of(" \n", at), line.size());
      if (blank > at) words.push_back(line.substr(at, blank - at));
      at = blank + 1;
    }
    constexpr std::size_t kWords = 4;  // commit, its two parents, the name
    if (words.size() != kWords || (!name.empty() && words[3] != name)) continue;
    found.push_back({words[3], "", words[2], false, words[0]});
  }
  return found;
}

ProposalPlace proposal_named(Session& session, const std::string& typed) {
  std::string name = typed;
  if (name.starts_with(kProposals)) name = name_of(name, kProposals);
  std::vector<std::string> names;
  for (ProposalPlace& place : find_proposals(session)) {
    if (place.name == name) return std::move(place);
    names.push_back(place.name);
  }
  for (const ProposalPlace& place : find_proposals(session, true)) {
    if (place.name != name) continue;
    throw StoreError(Fault::not_found, "the proposal " + name + " was withdrawn", {},
                     "aver propose " + name + " --reopen");
  }
  not_found("proposal", name, claims::nearest(name, names), "aver review --all");
}

bool was_accepted(Session& session, const ProposalPlace& place, const std::string& into) {
  const std::optional<store::CommitId> target = store::Branches(session.store()).tip(into);
  if (!target) return false;
  return was_merged(session, *target, place.tip) || was_squashed(session, *target, place.tip);
}

ProposalPlace waiting_proposal(Session& session, const std::string& name, const std::string& into) {
  const auto was_accepted_in = [&](const std::string& commit) {
    std::string by =
        commit.empty() ? "" : ", by " + author_of(session, commit) + ", in " + short_id(commit);
    if (!commit.empty() && is_taken_back(session, commit, into)) by += ", and taken back since";
    return StoreError(Fault::refused, "the proposal " + name + " was accepted already" + by,
                      {"what comes after it is a new proposal"}, "aver propose " + name);
  };
  try {
    ProposalPlace place = proposal_named(session, name);
    const std::optional<store::CommitId> target = store::Branches(session.store()).tip(into);
    if (!target || !was_merged(session, *target, place.tip)) return place;
    std::string commit;
    for (const ProposalPlace& accepted : accepted_proposals(session, into, place.name)) {
      if (commit.empty() && accepted.tip == place.tip) commit = accepted.accepted;
    }
    throw was_accepted_in(commit);
  } catch (const StoreError& error) {
    if (error.fault() != Fault::not_found) throw;
    const std::vector<ProposalPlace> accepted = accepted_proposals(session, into, name);
    if (accepted.empty()) throw;
    throw was_accepted_in(accepted.front().accepted);
  }
}

void require_not_squashed(Session& session, const ProposalPlace& place, const std::string& into) {
  if (!was_squashed(session, session.store().view(into).commit(), place.tip)) return;
  throw StoreError(
      Fault::refused,
      "the proposal " + place.name + " was accepted as one commit: " + into + " has all of it",
      {"what comes after it is a new proposal"}, "aver propose " + place.name);
}

bool was_merged(Session& session, const store::CommitId& main, const store::CommitId& tip) {
  constexpr int kFarthest = 5000;
  if (!store::Branches(session.store()).is_ancestor(tip, main)) return false;
  std::string commit = main;
  for (int i = 0; i < kFarthest && !commit.empty(); ++i) {
    if (commit == tip) return false;
    const std::vector<store::CommitId> parents = session.store().view(commit).parents();
    commit = parents.empty() ? "" : parents.front();
  }
  return true;
}

bool was_squashed(Session& session, const store::CommitId& main, const store::CommitId& tip) {
  constexpr int kFarthest = 500;
  const store::Store& store = session.store();
  const std::vector<store::CommitId> bases = store::Branches(store).merge_bases(main, tip);
  if (bases.size() != 1) return false;
  const std::vector<store::ChangedPath> changes =
      store.changes(store.view(bases.front()), store.view(tip));
  if (changes.empty()) return false;
  // Hardly any proposal was: most have a file that main has as it was when they began.
  const store::View now = store.view(main);
  const bool is_new =
      std::any_of(changes.begin(), changes.end(), [&](const store::ChangedPath& path) {
        return now.blob_id(path.path).value_or("") == path.before;
      });
  if (is_new) return false;
  std::string commit = main;
  for (int i = 0; i < kFarthest && !commit.empty() && commit != bases.front(); ++i) {
    const store::View view = store.view(commit);
    const bool has_all =
        std::all_of(changes.begin(), changes.end(), [&](const store::ChangedPath& path) {
          return view.blob_id(path.path).value_or("") == path.after;
        });
    if (has_all) return true;
    const std::vector<store::CommitId> parents = view.parents();
    commit = parents.empty() ? "" : parents.front();
  }
  return false;
}

}  // namespace aver::cli
