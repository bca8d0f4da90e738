// SPDX-License-Identifier: MIT
//
// An acceptance is told in the push that brings it: if somebody has objected meanwhile the remote
// itself refuses both, and what was made for the attempt is dropped.
#include "cli/review/shared_reviews.h"

#include <utility>

#include "claims/review/event.h"
#include "cli/check/trailer.h"
#include "cli/review/gone_there.h"
#include "cli/review/saying.h"
#include "store/branches.h"
#include "store/given_words.h"
#include "store/process.h"

namespace aver::cli {
namespace {

namespace reviews = claims::reviews;

bool is_told(const EventsToJudge& events, const store::CommitId& merge) {
  for (const reviews::GivenEvent& one : events.known.events()) {
    if (one.event.kind == reviews::Kind::accept && one.event.commit == merge) return true;
  }
  return false;
}

const char* message_of(bool unreviewed) {
  return unreviewed ? "Push without a review\n" : "Accept proposals\n";
}

}  // namespace

SharedReviews::SharedReviews(Session& session, std::string remote)
    : session_(session), remote_(std::move(remote)), reviews_(session.store()), before_(paths()) {}

std::set<std::string> SharedReviews::paths() const {
  std::set<std::string> all;
  const auto files = reviews_.files();
  if (!files) return all;
  for (store::ReviewFile& file : files->below("", store::Rounds::without))
    all.insert(std::move(file.path));
  return all;
}

std::vector<std::string> SharedReviews::fetch_words() const {
  if (fetches_all_branches(session_, remote_)) return {};
  // By a pattern, which may also fit nothing.
  return store::with_given({"fetch", "-q"},
                           {remote_, "+refs/heads/aver/*:refs/remotes/" + remote_ + "/aver/*"});
}

void SharedReviews::fetched() {
  there_.clear();
  const std::string& branch = reviews_.branch();
  if (was_deleted(session_, {remote_, branch})) return;
  for (const store::ReviewTip& tip : reviews_.tips()) {
    if (tip.ref == "refs/remotes/" + remote_ + "/" + branch) there_ = tip.tip;
  }
}

void SharedReviews::take() { unite_reviews(session_); }

std::set<std::string> SharedReviews::spoken_of() const {
  std::set<std::string> names;
  const auto files = reviews_.files();
  if (!files) return names;
  const claims::Person me = user_of(session_);
  for (const store::ReviewFile& file : files->below("", store::Rounds::without)) {
    const auto path = reviews::event_path(file.path);
    if (before_.contains(file.path) || !path || path->name.empty() || path->signature) continue;
    const auto decoded = reviews::decode_event(files->read(file.blob), file.path);
    if (!decoded.event || decoded.event->kind == reviews::Kind::round) continue;
    if (decoded.event->kind == reviews::Kind::accept) continue;
    if (!claims::same_person(claims::person(decoded.event->by), me))
      names.insert(std::string(reviews::name_of_key(path->key)));
  }
  return names;
}

std::vector<store::NewReviewFile> SharedReviews::acceptances(const std::string& into,
                                                             const store::View* published,
                                                             const store::View& head) const {
  std::vector<store::NewReviewFile> files;
  if (published == nullptr) return files;
  const store::Store& store = session_.store();
  std::optional<ReviewEvents> events;
  for (const store::RangeCommit& commit :
       store::Branches(store).range(published->commit(), head.commit(), false)) {
    if (!commit.merge) continue;
    const store::View merge = store.view(commit.commit);
    if (trailer_of(merge.message(), kKeyTrailer).empty() || merge.parents().size() != 2) continue;
    if (!events) events.emplace(session_);
    const ProposalPlace place{trailer_of(merge.message(), "Proposal"), "", merge.parents().back(),
                              false, commit.commit};
    const Proposal proposal = load_proposal(session_, place, into, &*events);
    if (proposal.events.folders.empty() || is_told(proposal.events, commit.commit)) continue;
    Saying saying(session_, proposal);
    saying.add(accept_event(proposal, commit.commit));
    for (const store::NewReviewFile& file : saying.files()) files.push_back(file);
  }
  return files;
}

std::optional<store::PushedRef> SharedReviews::waiting(
    const std::string& into, const store::View* published, const store::View& head,
    const std::optional<reviews::Event>& unreviewed) const {
  std::vector<store::NewReviewFile> files = acceptances(into, published, head);
  if (unreviewed && published != nullptr) {
    reviews::Event event = *unreviewed;
    event.kind = reviews::Kind::unreviewed;
    event.from = published->commit();
    event.to = head.commit();
    const std::vector<store::RangeCommit> range =
        store::Branches(session_.store()).range(published->commit(), head.commit(), false);
    const std::string key =
        reviews::direct_key(range.empty() ? head.commit() : range.front().commit);
    Saying saying(session_, *published, {key, key});
    saying.add(std::move(event));
    for (const store::NewReviewFile& file : saying.files()) files.push_back(file);
  }
  const store::UniteOptions options{.settle = settle_by_name(session_.store())};
  const store::UnitedReviews united =
      files.empty() ? reviews_.unite(options)
                    : reviews_.prepare(files, message_of(unreviewed.has_value()), options);
  if (!united.tip) return std::nullopt;
  if (there_ == *united.tip) return std::nullopt;
  return store::PushedRef{"refs/heads/" + reviews_.branch(), there_, *united.tip};
}

void SharedReviews::pushed(const store::PushedRef& done) { unite_reviews(session_, {done.to}); }

}  // namespace aver::cli
