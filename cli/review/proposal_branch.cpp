// SPDX-License-Identifier: MIT
//
// Moves, makes and removes branches with the tip they are expected to have, so that a change by
// somebody else is never lost.
#include "cli/review/proposal_branch.h"

#include <chrono>

#include "claims/records/codec.h"
#include "claims/text/id.h"
#include "cli/terminal/layout.h"

namespace aver::cli {

using store::Fault;
using store::StoreError;

namespace {

// "jane-doe", of the name, or else of the address.
std::string short_name(const std::string& user) {
  const claims::Person who = claims::person(user);
  constexpr std::size_t kMost = 40;  // a segment has 64, and a date and a verdict besides
  for (const std::string& text : {who.name, who.email.substr(0, who.email.find('@'))}) {
    std::string name = claims::slug(text).substr(0, kMost);
    while (name.ends_with('-')) name.pop_back();
    if (!name.empty()) return name;
  }
  return "somebody";
}

}  // namespace

claims::Moment moment_now(Session& session) {
  const std::chrono::sys_seconds at{std::chrono::seconds{session.now()}};
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::hh_mm_ss time{at - day};
  const auto two = [](auto number) {
    const std::string text = std::to_string(number);
    return text.size() < 2 ? "0" + text : text;
  };
  const claims::Date date{day};
  return {date, claims::to_string(date) + "T" + two(time.hours().count()) + ":" +
                    two(time.minutes().count()) + ":" + two(time.seconds().count()) + "Z"};
}

std::string free_review_path(const store::View& tip, const std::string& proposal,
                             const claims::Review& review) {
  const std::string base = "reviews/" + proposal + "/" + claims::to_string(review.at->date) + "-" +
                           short_name(review.by) + "-" + review.verdict;
  std::string path = base + ".toml";
  for (int number = 2; tip.blob_id(path); ++number) {
    path = base + "-" + std::to_string(number) + ".toml";
  }
  return path;
}

void bring_here(Session& session, const ProposalPlace& place) {
  const store::Branches branches(session.store());
  const std::optional<store::CommitId> here = branches.tip(place.branch());
  if (!here) return branches.create(place.branch(), place.tip);
  // What was pushed to it since the user looked stays.
  if (*here == place.tip || branches.is_ancestor(place.tip, *here)) return;
  if (!branches.move(place.branch(), *here, place.tip)) {
    throw StoreError(Fault::locked, place.branch() + " has moved meanwhile", {}, "try again");
  }
}

bool done_besides(Session& session, const std::function<bool()>& deed) {
  try {
    return deed();
  } catch (const StoreError& error) {
    session.out.talk("warning: " + safe(error.what()) + "\n");
    return false;
  }
}

void leave_proposal(Session& session, const std::string& branch) {
  store::Store& store = session.store();
  if (store::recording_branch(store) != branch) return;
  const bool left = done_besides(session, [&] {
    store::set_recording_branch(store, "");
    return true;
  });
  if (!left) return;
  const std::string here = store.checked_out();
  session.out.data(
      "  records go on " +
      (here.empty() ? std::string("the commit that is checked out") : safe_line(here)) +
      " again\n");
}

void reopen(Session& session, const ProposalPlace& withdrawn) {
  store::Store& store = session.store();
  const store::Branches branches(store);
  claims::Review review;
  review.by = store.user();
  review.verdict = "comment";
  review.at = moment_now(session);
  review.body = "Reopened.";
  const ProposalPlace opened{withdrawn.name, "", withdrawn.tip};
  bring_here(session, opened);
  store.aim_at(opened.branch());
  store.commit([&](const store::View& tip) {
    return store::Change{{{free_review_path(tip, opened.name, review), claims::encode(review)}},
                         "Reopen the proposal " + opened.name};
  });
  store.aim_at("");
  if (const auto old = branches.tip(withdrawn.branch())) branches.remove(withdrawn.branch(), *old);
}

}  // namespace aver::cli
