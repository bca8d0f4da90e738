// SPDX-License-Identifier: MIT
//
// Writes events of a proposal to the branch of reviews: several in one commit, each of which knows
// those before it.
#pragma once

#include <string>
#include <vector>

#include "claims/review/event.h"
#include "cli/review/proposals.h"

namespace aver::cli {

class Saying {
 public:
  // To say something of the proposal, as it is in `proposal`. Throws StoreError(identity) where git
  // does not know who the user is.
  Saying(Session& session, const Proposal& proposal);
  // The same under a key that has no events yet; `target` is the branch that it is about.
  Saying(Session& session, store::View target, ReviewFolder folder);

  // The proposal's key: of its events that are here, or one that everybody draws from it.
  const std::string& key() const { return folder_.key; }

  // Sets what every event has. Returns the digest of its file.
  std::string add(claims::reviews::Event event);

  // The files that the proposal changes, so that they stay though its branch is rewritten, if they
  // are not kept yet.
  // REQUIRES: it was made for a proposal.
  void add_round();

  // What was added.
  const std::vector<store::NewReviewFile>& files() const { return files_; }

  // Writes what was added. Returns the tip of the branch of reviews. Throws StoreError: identity
  // where the policy asks for signatures, and there is no key; what store::Reviews::add() throws.
  store::CommitId write(const std::string& message);

 private:
  Session& session_;
  store::View target_;
  const Proposal* proposal_ = nullptr;
  store::Reviews reviews_;
  std::string by_;
  std::string at_;
  ReviewFolder folder_;
  std::vector<std::string> after_;
  std::vector<store::NewReviewFile> files_;
};

// That `merge` accepted the proposal, by the words that counted.
claims::reviews::Event accept_event(const Proposal& proposal, const store::CommitId& merge);

bool has_remotes(Session& session);

// "KEY/NAME" of a path on the branch of reviews, which may stand in a folder of its year.
std::string key_and_name(const std::string& path);

// The word for "TIP on aver/reviews" in what a command says.
std::string on_reviews(const store::CommitId& tip);

// Which of several contents of one file of reviews is kept: the one that its name fits.
store::SettleReview settle_by_name(const store::Store& store);

// Brings the branch here and those of the remotes together, and tells of what somebody took away.
store::UnitedReviews unite_reviews(Session& session, const std::vector<store::CommitId>& also = {});

}  // namespace aver::cli
