// SPDX-License-Identifier: MIT
#include "cli/proposals.h"

#include <algorithm>
#include <filesystem>

#include "claims/id.h"
#include "claims/similar.h"
#include "cli/errors.h"
#include "cli/merged_files.h"
#include "store/process.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using store::Fault;
using store::StoreError;
using store::View;

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

std::string name_of(const std::string& branch, std::string_view prefix) {
  return branch.substr(prefix.size());
}

bool is_shallow(Session& session) {
  std::error_code ignored;
  return std::filesystem::exists(session.store().private_dir().parent_path() / "shallow", ignored);
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
    // Sorted by remote: the one that is here comes first.
    ProposalPlace& known = found.back();
    if (known.tip != place.tip && branches.is_ancestor(known.tip, place.tip)) {
      known = std::move(place);
    }
  }
  return found;
}

std::string author_of(Session& session, const store::CommitId& commit) {
  return first_line(store::run_git({"log", "-1", "--format=%an", commit, "--"},
                                   {.directory = session.store().root().string()})
                        .output);
}

std::string person_of(const store::RangeCommit& commit) {
  return commit.author + " <" + commit.author_email + ">";
}

bool is_review(const std::string& path) { return path.starts_with("reviews/"); }

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
    names.push_back(first_line(head.output).substr(kOrigin.size()));
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
      // Withdrawn as it stands: ended. Reopening adds to it.
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
      {"log", "--min-parents=2", "--grep=" + trailer, "-z",
       "--format=%H %P %(trailers:key=Proposal,valueonly,separator=%x20)", into, "--"},
      {.directory = session.store().root().string()});
  std::vector<ProposalPlace> found;
  for (std::size_t begin = 0; begin < log.output.size();) {
    const std::size_t end = std::min(log.output.find('\0', begin), log.output.size());
    const std::string line = log.output.substr(begin, end - begin);
    begin = end + 1;
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

View base_of(Session& session, const View& target, const View& tip) {
  if (target.commit().empty() || tip.commit().empty()) return target;
  if (is_shallow(session)) {
    throw StoreError(Fault::unsupported,
                     "this is a shallow clone: what a proposal is based on is cut off", {},
                     "git fetch --unshallow");
  }
  const std::vector<store::CommitId> bases =
      store::Branches(session.store()).merge_bases(target.commit(), tip.commit());
  if (bases.empty()) {
    throw StoreError(
        Fault::usage, "the two branches share no history",
        {"one of them was rewritten, or comes from another store"},
        "git rebase --onto " + short_id(target.commit()) + " OLD-BASE, on the proposal's branch");
  }
  return session.store().view(bases.front());
}

bool was_accepted(Session& session, const ProposalPlace& place, const std::string& into) {
  const std::optional<store::CommitId> target = store::Branches(session.store()).tip(into);
  return target && was_merged(session, *target, place.tip);
}

ProposalPlace waiting_proposal(Session& session, const std::string& name, const std::string& into) {
  const auto was_accepted_in = [&](const std::string& commit) {
    const std::string by =
        commit.empty() ? "" : ", by " + author_of(session, commit) + ", in " + short_id(commit);
    return StoreError(Fault::refused, "the proposal " + name + " was accepted already" + by,
                      {"what comes after it is a new proposal"}, "aver propose " + name);
  };
  try {
    ProposalPlace place = proposal_named(session, name);
    if (!was_accepted(session, place, into)) return place;
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

bool Proposal::has(std::string_view path) const {
  return std::any_of(files.begin(), files.end(),
                     [&](const claims::ProposedFile& file) { return file.path == path; });
}

std::vector<std::string> Proposal::authors() const {
  std::vector<std::string> who;
  for (const store::RangeCommit& commit : commits) {
    const bool records =
        std::any_of(commit.paths.begin(), commit.paths.end(),
                    [](const store::ChangedPath& path) { return !is_review(path.path); });
    const std::string author = person_of(commit);
    if (records && std::find(who.begin(), who.end(), author) == who.end()) who.push_back(author);
  }
  return who;
}

Proposal load_proposal(Session& session, const ProposalPlace& place, const std::string& into) {
  const store::Branches branches(session.store());
  if (!place.accepted.empty()) {
    const View merge = session.store().view(place.accepted);
    return load_range(session, place, into, session.store().view(merge.parents().front()),
                      session.store().view(place.tip), &merge);
  }
  const std::optional<store::CommitId> target = branches.tip(into);
  if (!target) throw StoreError(Fault::not_found, "there is no branch " + into, {}, "git branch");
  return load_range(session, place, into, session.store().view(*target),
                    session.store().view(place.tip));
}

Proposal load_range(Session& session, const ProposalPlace& place, const std::string& into,
                    const View& target, const View& tip, const View* result) {
  store::Store& store = session.store();
  Proposal proposal{place, into, target, base_of(session, target, tip), tip, {}, {}, {}, {},
                    {},    {},   {}};
  const std::vector<store::ChangedPath> changes = store.changes(proposal.base, tip);
  const store::Branches branches(store);
  proposal.commits = branches.range(target.commit(), tip.commit(), false);
  // Whose is what takes a look into every commit, unless all is one person's.
  const bool one_author = std::all_of(
      proposal.commits.begin(), proposal.commits.end(), [&](const store::RangeCommit& commit) {
        return person_of(commit) == person_of(proposal.commits.front());
      });
  const bool reviewed =
      std::any_of(changes.begin(), changes.end(),
                  [](const store::ChangedPath& path) { return is_review(path.path); });
  if (!one_author || reviewed) {
    proposal.commits = branches.range(target.commit(), tip.commit());
  } else {
    const auto first = std::find_if(proposal.commits.begin(), proposal.commits.end(),
                                    [](const store::RangeCommit& one) { return !one.merge; });
    if (first != proposal.commits.end()) first->paths = changes;
  }
  std::map<std::string, std::vector<std::string>> authors;  // by path
  std::map<std::string, std::size_t> last;                  // the commit that last touched it
  std::size_t number = 0;
  for (const store::RangeCommit& commit : proposal.commits) {
    ++number;
    proposal.order.push_back(commit.commit);
    if (commit.merge) continue;
    for (const store::ChangedPath& path : commit.paths) {
      last[path.path] = number;
      std::vector<std::string>& who = authors[path.path];
      const std::string author = person_of(commit);
      std::erase(who, author);
      who.push_back(author);
    }
  }
  std::erase_if(proposal.commits, [](const store::RangeCommit& commit) { return commit.merge; });
  for (const store::ChangedPath& path : changes) {
    const std::vector<std::string>& who = authors[path.path];
    if (!is_review(path.path)) {
      proposal.files.push_back(
          {path.path, path.after.empty() ? std::string(claims::kRemoved) : path.after, who});
      continue;
    }
    if (path.after.empty()) continue;
    const auto review = claims::decode_review(tip.read_blob(path.after), path.path);
    if (review.record) {
      // Whoever touched it last stands for it.
      proposal.reviews.push_back({*review.record, who.empty() ? "" : who.back(), last[path.path]});
    }
  }
  claims::sort_by_time(proposal.reviews);
  proposal.merged = proposal.files;
  if (result != nullptr) {
    proposal.merged = merged_files(store.changes(target, *result), tip, proposal.files);
  } else if (!target.commit().empty() && !tip.commit().empty()) {
    proposal.merge = store::merge(store, target, tip);
    proposal.merged = merged_files(proposal.merge, target, tip, proposal.files);
  }
  proposal.verdict =
      claims::judge(proposal.merged, proposal.reviews, target.settings().review, into);
  return proposal;
}

claims::Person user_of(Session& session) {
  try {
    return claims::person(session.store().user());
  } catch (const StoreError&) {
    return {};
  }
}

claims::Diagnostics policy_problems(const claims::Verdict& verdict) {
  claims::Diagnostics problems;
  for (const claims::FileVerdict& file : verdict.files) {
    for (const std::string& sentence : file.missing) {
      problems.push_back({claims::Severity::error,
                          "review/approval",
                          file.path,
                          {},
                          sentence,
                          file.mixed ? "aver review update NAME"
                                     : "aver review approve NAME, by somebody else"});
    }
    for (const claims::FileVerdict::Request& request : file.requests) {
      problems.push_back(
          {claims::Severity::error,
           "review/requested",
           file.path,
           {},
           request.by + " asks for a change" +
               (request.changed_since ? ", and has not looked at the new contents" : ""),
           ""});
    }
  }
  for (const std::string& remark : verdict.remarks) {
    problems.push_back({claims::Severity::warning, "review/unknown", "reviews", {}, remark, ""});
  }
  return problems;
}

}  // namespace aver::cli
