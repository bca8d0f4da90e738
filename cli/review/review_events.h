// SPDX-License-Identifier: MIT
//
// The events of proposals, from the branch of reviews: read, and each with what git knows of whose
// it is.
//
// Only reads.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "claims/review/event_judge.h"
#include "cli/session/session.h"
#include "store/reviews.h"
#include "store/store.h"

namespace aver::cli {

// The folder of a proposal on the branch of reviews.
struct ReviewFolder {
  std::string key;     // "dorn-update-k7f3q2m1"
  std::string folder;  // the same, or "2024/" and the same
};

// By what a proposal's events are judged.
struct EventsToJudge {
  std::vector<ReviewFolder> folders{};  // of the proposal; several where it was opened twice
  claims::reviews::KnownEvents known{{}};
  claims::reviews::Whereabouts where{};
  claims::reviews::People people{};
  claims::reviews::ReviewsHere reach{};
  std::size_t in_that_year = 0;  // how many proposals have folders at the branch's root

  // The files of an event, for copies of them.
  struct Kept {
    std::string path;  // "KEY/20241101t0930-ann-review-3fa1c9d2e0b4.toml"
    std::string bytes;
    std::string signature;  // empty: none
  };
  std::map<std::string, Kept> kept{};  // by digest

  // The reviews among the events, those of the old form, too, in the order of what they knew. What
  // they say of folders has no blob.
  std::vector<claims::GivenReview> said() const;
};

struct ToldUnreviewed {
  std::string by, reason;
  store::CommitId from, to;
};

// As things were when this was made. Must not outlive the session.
class ReviewEvents {
 public:
  // `also` are further tips of the branch of reviews: of a push, to the hook that is asked about
  // it.
  explicit ReviewEvents(Session& session, const std::vector<store::CommitId>& also = {});

  const store::Reviews& reviews() const { return reviews_; }
  const std::optional<store::ReviewFiles>& files() const { return files_; }

  // The folders of proposals of that name, by key.
  std::vector<ReviewFolder> called(const std::string& name) const;

  // Those that did not end with an acceptance which `target` has.
  std::vector<ReviewFolder> waiting(const std::string& name, const store::View& target) const;
  // Those that wait, and that speak of one of these commits, or of these contents: for a range that
  // nobody has named.
  std::vector<ReviewFolder> about(const std::set<std::string>& commits,
                                  const std::set<std::string>& blobs,
                                  const store::View& target) const;
  // Those of that name that speak of one of these commits, however they ended.
  std::vector<ReviewFolder> speaking_of(const std::string& name,
                                        const std::set<std::string>& commits) const;

  // Those in which somebody has approved one of these contents by name, however they ended.
  std::vector<ReviewFolder> approving(const std::set<std::string>& blobs) const;
  // The same of the contents that these files of a view have, and those below these folders.
  std::vector<ReviewFolder> approving(const store::View& view,
                                      const std::vector<std::string>& paths) const;

  // Those that a commit of the branch names, and those that approve one of these contents, and had
  // not ended before it: what was taken off the branch comes back by a new approval alone.
  std::vector<ReviewFolder> behind(const store::View& before, const store::View& commit,
                                   const std::set<std::string>& blobs) const;

  // The one that `merge`, a commit, accepted.
  std::vector<ReviewFolder> accepted(const std::string& name, const store::View& merge) const;

  // Who said that commits go to the branch without a review, of those whose words these are.
  std::vector<ToldUnreviewed> unreviewed(const store::View& target) const;

  // How much of the reviews is here, where that is known already: it is not asked of each target.
  void judge_with(const claims::reviews::ReviewsHere& reach) { reach_ = reach; }

  // The events of these folders, and `old`, reviews of before there were events. Policy, people and
  // keys are `target`'s, which sentences call `into`. Of what was accepted by a merge, only what
  // was there then, if it is known when that was: later words do not undo it.
  EventsToJudge to_judge(const std::vector<ReviewFolder>& folders, const store::View& target,
                         const std::string& into, const std::vector<claims::GivenReview>& old,
                         const store::CommitId& accepted_by = {}) const;

 private:
  struct Loaded {
    claims::reviews::GivenEvent given;
    std::string path;
    std::string bytes;
    std::string signature;     // empty: none
    store::CommitId brought;   // the commit that brought it; empty: not known
    std::int64_t arrived = 0;  // seconds since 1970, by the later of both clocks; 0: not known
  };
  const std::vector<Loaded>& load(const ReviewFolder& folder) const;
  const std::string& approved_contents() const;
  std::vector<ReviewFolder> with_folders(const std::set<std::string>& folders) const;
  void drop_later(const store::CommitId& accepted_by, std::vector<Loaded>& events) const;
  void add_bringers(std::vector<Loaded>& events, const store::View& target) const;
  void check_signatures(std::vector<Loaded>& events, const store::View& target) const;

  Session& session_;
  store::Reviews reviews_;
  std::optional<store::ReviewFiles> files_;
  std::map<std::string, std::vector<ReviewFolder>> by_name_;
  std::vector<ReviewFolder> direct_;  // of what was pushed without a proposal
  std::vector<store::CommitId> also_;
  std::size_t at_root_ = 0;
  std::optional<claims::reviews::ReviewsHere> reach_;
  mutable std::string approved_;
  mutable std::optional<store::CommitId> store_;  // its first commit
  mutable std::optional<std::map<std::string, std::vector<store::BroughtReview>>> brought_;
  mutable std::map<std::string, std::vector<Loaded>> loaded_;  // by folder
};

// Who is one person by a store's aver.toml and .mailmap.
claims::reviews::People people_of(const store::View& view);

// The keys of SSH that a store says are whose: its allowed_signers; empty where it has none.
std::string signers_of(const store::View& view);

// How much of the reviews is here, of what `target` says that there is.
claims::reviews::ReviewsHere reviews_here(Session& session,
                                          const std::optional<store::ReviewFiles>& files,
                                          const store::View& target);

// Brings the branch of reviews to a clone that has not got it.
inline constexpr std::string_view kFetchReviews =
    "git fetch origin +refs/heads/aver/reviews:refs/remotes/origin/aver/reviews";

// What brings the answer where it cannot be told whether something is approved.
inline std::string hint_of_untold(const claims::ReviewPolicy& policy) {
  return policy.unclear ? "aver check" : std::string(kFetchReviews);
}

inline constexpr std::string_view kReviewsTrailer = "Reviews";   // a tip of the branch
inline constexpr std::string_view kKeyTrailer = "Proposal-key";  // of what was accepted

}  // namespace aver::cli
