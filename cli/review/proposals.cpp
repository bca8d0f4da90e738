// SPDX-License-Identifier: MIT
//
// Loads a proposal: the common base, the commits since, the files they changed with their authors,
// the reviews, and the verdict on what a merge would give.
#include "cli/review/proposals.h"

#include <algorithm>

#include "claims/records/codec.h"
#include "cli/review/merged_files.h"
#include "cli/terminal/short_forms.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;
using store::View;

std::string person_of(const store::RangeCommit& commit) {
  return commit.author + " <" + commit.author_email + ">";
}

bool is_review(const std::string& path) { return path.starts_with("reviews/"); }

// Who committed contents first, under whatever name: two people may have given their files one
// name, and a merge another to one of them. What only a merge has is the merge's.
class FirstToCommit {
 public:
  struct Who {
    std::string author;      // empty: not known
    std::size_t number = 0;  // of the commit
  };

  void add(const store::RangeCommit& commit, std::size_t number) {
    std::map<store::BlobId, Who>& first = commit.merge ? in_merges_ : in_others_;
    for (const store::ChangedPath& path : commit.paths)
      first.emplace(path.after, Who{person_of(commit), number});
  }

  Who of(const store::BlobId& blob) const {
    for (const auto* first : {&in_others_, &in_merges_}) {
      if (const auto at = first->find(blob); at != first->end()) return at->second;
    }
    return {};
  }

 private:
  std::map<store::BlobId, Who> in_others_;
  std::map<store::BlobId, Who> in_merges_;
};

}  // namespace

View base_of(Session& session, const View& target, const View& tip) {
  if (target.commit().empty() || tip.commit().empty()) return target;
  if (session.store().is_shallow()) {
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
  Proposal proposal{.place = place,
                    .into = into,
                    .target = target,
                    .base = base_of(session, target, tip),
                    .tip = tip};
  const std::vector<store::ChangedPath> changes = store.changes(proposal.base, tip);
  const store::Branches branches(store);
  proposal.commits = branches.range(target.commit(), tip.commit(), false);
  // Finding each file's authors means reading every commit, unless they all have one author.
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
  FirstToCommit contents;
  std::size_t number = 0;
  for (const store::RangeCommit& commit : proposal.commits) {
    contents.add(commit, ++number);
    proposal.order.push_back(commit.commit);
    if (commit.merge) continue;
    for (const store::ChangedPath& path : commit.paths) {
      std::vector<std::string>& who = authors[path.path];
      const std::string author = person_of(commit);
      std::erase(who, author);
      who.push_back(author);
    }
  }
  std::erase_if(proposal.commits, [](const store::RangeCommit& commit) { return commit.merge; });
  for (const store::ChangedPath& path : changes) {
    const FirstToCommit::Who who = contents.of(path.after);
    if (!is_review(path.path)) {
      std::vector<std::string>& those = authors[path.path];
      if (those.empty() && !who.author.empty()) those.push_back(who.author);
      proposal.files.push_back({path.path, claims::blob_or_removed(path.after), those});
      continue;
    }
    if (path.after.empty()) continue;
    const auto review = claims::decode_review(tip.read_blob(path.after), path.path);
    if (review.record) proposal.reviews.push_back({*review.record, who.author, who.number});
  }
  claims::sort_by_time(proposal.reviews);
  proposal.merged = proposal.files;
  if (result != nullptr) {
    proposal.merged = merged_files(store.changes(target, *result), tip, proposal.files);
  } else if (!target.commit().empty() && !tip.commit().empty()) {
    proposal.merge = store::merge(store, target, tip, {.shared = {target}});
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
      problems.push_back(
          {claims::Severity::error,
           claims::Rule::review_approval,
           file.path,
           {},
           sentence,
           file.mixed ? "aver review update NAME" : "aver review approve NAME, by somebody else"});
    }
    for (const claims::FileVerdict::Request& request : file.requests) {
      problems.push_back(
          {claims::Severity::error,
           claims::Rule::review_requested,
           file.path,
           {},
           request.by + " asks for a change" +
               (request.changed_since ? ", and has not looked at the new contents" : ""),
           ""});
    }
  }
  for (const claims::Remark& remark : verdict.remarks) {
    problems.push_back({claims::Severity::warning,
                        claims::Rule::review_unknown,
                        "reviews",
                        {},
                        remark.sentence,
                        ""});
  }
  return problems;
}

}  // namespace aver::cli
