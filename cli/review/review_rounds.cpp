// SPDX-License-Identifier: MIT
//
// Rebuilds what each reviewer saw from the commit that brought the review, and numbers the distinct
// states.
#include "cli/review/review_rounds.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace aver::cli {
namespace {

using store::View;

// The commit that was on the screen, or, of the old form, that brought the review; empty where it
// is not here any more.
store::CommitId seen_at(Session& session, const Proposal& proposal,
                        const claims::GivenReview& given) {
  for (const claims::GivenReview& old : proposal.reviews) {
    if (old.digest == given.digest && old.committed > 0 && old.committed <= proposal.order.size())
      return proposal.order[old.committed - 1];
  }
  const auto event = proposal.events.known.find(given.digest);
  if (!event) return "";
  const std::string& round = proposal.events.known.events()[*event].event.round;
  try {
    return round.empty() ? "" : session.store().view(round).commit();
  } catch (const store::StoreError&) {
    return "";
  }
}

// What the proposal changed at that commit; of one that is gone, what the branch of reviews kept.
// After a rebase it may be others than the reviewer saw: those that the review names are certain.
ReviewedState state_at(Session& session, const Proposal& proposal, const claims::GivenReview& given,
                       const ReviewedState& before) {
  ReviewedState state = before;
  if (const store::CommitId at = seen_at(session, proposal, given); !at.empty()) {
    const View then = session.store().view(at);
    state.clear();
    for (const store::ChangedPath& path :
         session.store().changes(base_of(session, proposal.target, then), then)) {
      if (path.path.starts_with("reviews/")) continue;
      state[path.path] = claims::blob_or_removed(path.after);
    }
  }
  for (const claims::Reviewed& on : given.review.on) {
    if (!on.blob.empty()) state[on.record] = on.blob;
  }
  return state;
}

}  // namespace

Rounds rounds(Session& session, const Proposal& proposal) {
  return rounds(proposal.events.said(), proposal.authors(), user_of(session),
                [&](const claims::GivenReview& given, const ReviewedState& before) {
                  return state_at(session, proposal, given, before);
                });
}

Rounds rounds(const std::vector<claims::GivenReview>& reviews,
              const std::vector<std::string>& authors, const claims::Person& me,
              const StateAt& state_at) {
  Rounds all;
  for (const claims::GivenReview& given : reviews) {
    if (given.review.on.empty()) continue;
    const claims::Person by = claims::person(given.review.by);
    const bool own = std::any_of(authors.begin(), authors.end(), [&](const std::string& author) {
      return claims::same_person(claims::person(author), by);
    });
    if (own && given.review.verdict == "comment") continue;
    ReviewedState state = state_at(given, all.states.empty() ? ReviewedState{} : all.states.back());
    if (all.states.empty() || all.states.back() != state) all.states.push_back(std::move(state));
    const bool is_mine = claims::same_person(by, me);
    if (is_mine || !all.mine) all.last = all.states.size();
    all.mine |= is_mine;
  }
  return all;
}

std::vector<std::string> unseen(const Proposal& proposal, const ReviewedState& seen) {
  return unseen(proposal.files, seen);
}

std::vector<std::string> unseen(const std::vector<claims::reviews::ProposedFile>& files,
                                const ReviewedState& seen) {
  std::set<std::string> paths;
  std::set<std::string_view> proposed;
  for (const claims::reviews::ProposedFile& file : files) {
    proposed.insert(file.path);
    const auto known = seen.find(file.path);
    if (known == seen.end() || known->second != file.blob) paths.insert(file.path);
  }
  for (const auto& [path, blob] : seen) {
    if (!proposed.contains(path)) paths.insert(path);
  }
  return {paths.begin(), paths.end()};
}

}  // namespace aver::cli
