// SPDX-License-Identifier: MIT
//
// The key of a proposal that nobody has opened is drawn from its first commit: two reviewers who
// speak at once draw the same.
#include "cli/review/saying.h"

#include <algorithm>
#include <utility>

#include "cli/review/proposal_branch.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"
#include "store/branches.h"
#include "store/digest.h"
#include "store/file_signatures.h"
#include "store/process.h"

namespace aver::cli {
namespace {

namespace reviews = claims::reviews;
using store::Fault;
using store::StoreError;

constexpr std::size_t kTipDigits = 12;  // of a round's folder

std::string drawn_key(const Proposal& proposal) {
  const std::string first =
      proposal.commits.empty() ? proposal.tip.commit() : proposal.commits.front().commit;
  const std::string digest = store::sha256(proposal.place.name + "\n" + first);
  constexpr std::size_t kDigits = 16;  // of 64 bits
  constexpr int kHex = 16;
  return reviews::proposal_key(proposal.place.name,
                               std::stoull(digest.substr(0, kDigits), nullptr, kHex));
}

[[noreturn]] void throw_altered(const std::vector<store::AlteredReview>& altered) {
  throw StoreError(Fault::corrupt, "a review was altered, and nothing can be added beside it",
                   {altered.front().path}, "aver check");
}

}  // namespace

Saying::Saying(Session& session, store::View target, ReviewFolder folder)
    : session_(session),
      target_(std::move(target)),
      reviews_(session.store()),
      by_(session.store().user()),
      at_(moment_now(session).time),
      folder_(std::move(folder)) {}

Saying::Saying(Session& session, const Proposal& proposal)
    : Saying(session, proposal.target, ReviewFolder{}) {
  proposal_ = &proposal;
  after_ = proposal.events.known.heads();
  if (!proposal.events.folders.empty()) {
    folder_ = proposal.events.folders.front();
    return;
  }
  folder_.key = drawn_key(proposal);
  folder_.folder = reviews::proposal_folder(folder_.key, at_, proposal.events.in_that_year);
}

std::string Saying::add(reviews::Event event) {
  event.word = std::string(to_string(event.kind));
  event.store = store::Branches(session_.store()).first_of(target_.commit());
  event.proposal = folder_.key;
  event.by = by_;
  event.at = at_;
  event.after = after_;
  const std::string bytes = reviews::encode(event);
  const std::string digest = store::sha256(bytes);
  const std::string path = folder_.folder + "/" + reviews::file_name(event, digest);
  // Whatever is written is read back: what does not count is no word.
  const reviews::DecodedEvent read = reviews::decode_event(bytes, path);
  if (!read.event) {
    throw StoreError(Fault::usage, "this cannot be said in one review",
                     {read.problems.empty() ? path : read.problems.front().sentence},
                     "name fewer records");
  }
  files_.push_back({path, bytes});
  if (target_.settings().review.signing != claims::Signing::none)
    files_.push_back({path + ".sig", store::sign_file(session_.store(), bytes)});
  after_ = {digest};
  return digest;
}

void Saying::add_round() {
  const store::CommitId& tip = proposal_->tip.commit();
  const std::vector<reviews::GivenEvent>& known = proposal_->events.known.events();
  const bool is_kept = std::any_of(known.begin(), known.end(), [&](const reviews::GivenEvent& one) {
    return one.event.kind == reviews::Kind::round && one.event.tip == tip;
  });
  if (is_kept) return;
  reviews::Event round;
  round.kind = reviews::Kind::round;
  round.tip = tip;
  round.base = proposal_->base.commit();
  std::vector<store::ReviewFile> kept;
  for (const reviews::ProposedFile& file : proposal_->files) {
    if (file.blob == claims::kRemoved) {
      round.removed.push_back(file.path);
    } else {
      kept.push_back({file.path, file.blob});
    }
  }
  round.tree = reviews_.tree_of(kept);
  const std::string folder = folder_.folder + "/rounds/" + tip.substr(0, kTipDigits) + "/";
  for (store::ReviewFile& file : kept)
    files_.push_back({folder + file.path, std::nullopt, std::move(file.blob)});
  if (kept.empty()) return;
  add(std::move(round));
}

store::CommitId Saying::write(const std::string& message) {
  const store::UnitedReviews united =
      reviews_.add(files_, message + "\n", {.settle = settle_by_name(session_.store())});
  if (!united.tip) throw_altered(united.altered);
  return *united.tip;
}

reviews::Event accept_event(const Proposal& proposal, const store::CommitId& merge) {
  reviews::Event event;
  event.kind = reviews::Kind::accept;
  event.commit = merge;
  event.counted = proposal.verdict.counted();
  return event;
}

bool has_remotes(Session& session) {
  return !store::run_git({"remote"}, {.directory = session.store().root().string()}).output.empty();
}

std::string key_and_name(const std::string& path) {
  const auto event = reviews::event_path(path);
  return event ? event->key + path.substr(event->folder.size()) : path;
}

std::string on_reviews(const store::CommitId& tip) {
  return short_id(tip) + " on " + std::string(store::kReviewBranch);
}

store::SettleReview settle_by_name(const store::Store& store) {
  return [&store](const std::string& path,
                  const std::vector<store::BlobId>& blobs) -> std::optional<store::BlobId> {
    const auto event = reviews::event_path(path);
    if (event && !event->name.empty() && !event->signature) {
      const store::View any = store.view();
      for (const store::BlobId& blob : blobs) {
        if (reviews::name_fits(event->name, store::sha256(any.read_blob(blob)))) return blob;
      }
    }
    // Of a round, or a signature, no name says which is right: the event does. Of another file,
    // which has no business there, it does not matter.
    return *std::min_element(blobs.begin(), blobs.end());
  };
}

store::UnitedReviews unite_reviews(Session& session, const std::vector<store::CommitId>& also) {
  const store::Reviews reviews(session.store());
  store::UnitedReviews united =
      reviews.unite({.settle = settle_by_name(session.store()), .also = also});
  for (const store::VanishedReview& one : united.vanished) {
    session.out.talk(hanging("error: " + safe_line(one.path) + ": a review was taken away or " +
                                 "changed by " + short_id(one.by) +
                                 ", and is given back [review/vanished]",
                             session.out.width(), 2));
  }
  for (const store::AlteredReview& one : united.altered) {
    session.out.talk(hanging("error: " + safe_line(one.path) + ": a review has other contents " +
                                 "elsewhere: somebody altered it [review/altered]",
                             session.out.width(), 2));
  }
  return united;
}

}  // namespace aver::cli
