// SPDX-License-Identifier: MIT
//
// Brings the branch of reviews of this clone and of one remote together, for aver sync. It is only
// ever added to, on both sides.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/review/proposals.h"
#include "cli/session/session.h"
#include "store/push.h"

namespace aver::cli {

class SharedReviews {
 public:
  SharedReviews(Session& session, std::string remote);

  // For git, where its own settings do not fetch the branch; else empty.
  std::vector<std::string> fetch_words() const;

  // To be called after git has fetched all branches, before it fetches others: git remembers only
  // its last fetch.
  void fetched();

  // Unites what was fetched with what is here. Tells what somebody took away there.
  void take();

  // The names of the proposals that others have spoken of since this was made.
  std::set<std::string> spoken_of() const;

  // What is to be pushed so that the remote has all, and that the merges of proposals among the
  // commits that `head` has and `published` has not were accepted. Nothing where it has all.
  // `unreviewed` is told with it: its paths and its reason are set.
  std::optional<store::PushedRef> waiting(
      const std::string& into, const store::View* published, const store::View& head,
      const std::optional<claims::reviews::Event>& unreviewed = {}) const;

  // That is done.
  void pushed(const store::PushedRef& done);

 private:
  std::set<std::string> paths() const;
  std::vector<store::NewReviewFile> acceptances(const std::string& into,
                                                const store::View* published,
                                                const store::View& head) const;

  Session& session_;
  std::string remote_;
  store::Reviews reviews_;
  std::set<std::string> before_;  // the events that were here
  store::CommitId there_;         // the remote's tip, as fetched; empty: it has none
};

}  // namespace aver::cli
