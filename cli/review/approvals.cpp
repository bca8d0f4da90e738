// SPDX-License-Identifier: MIT
//
// Reviews that mention the paths are found by their text; the history of those files then says
// which approvals counted, for accepted proposals by the merge that accepted them.
#include "cli/review/approvals.h"

#include <algorithm>

#include "claims/records/codec.h"
#include "claims/review/event.h"
#include "cli/check/trailer.h"
#include "cli/review/proposals.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::LogEntry;
using store::StoreError;

std::string proposal_of(const claims::Review& review) {
  return review.id.substr(0, review.id.find('/'));
}

}  // namespace

Approvals::Approvals(Session& session, const store::View& view,
                     const std::vector<std::string>& paths, const ReviewEvents* events)
    : view_(view) {
  find_reviews(paths);
  try {
    std::optional<ReviewEvents> own;
    if (events == nullptr) events = &own.emplace(session);
    find_events(*events, paths);
    if (reviews_.empty() && kept_.empty() && said_.empty()) return;
    read_history(session, paths);
    judge(session, *events);
  } catch (const StoreError& error) {
    if (error.fault() != Fault::unsupported) throw;
    approvers_.clear();
  }
}

void Approvals::find_reviews(const std::vector<std::string>& paths) {
  view_.walk("reviews", [&](const std::string& path, const store::BlobId& blob) {
    if (claims::is_kept_event(path)) {
      find_kept(path, blob, paths);
      return true;
    }
    const auto record = claims::record_at(path);
    if (!record || record->kind != claims::RecordKind::review) return true;
    const std::string text = view_.read_blob(blob);
    const bool mentioned = text.find('\\') != text.npos ||  // escapes may spell it
                           std::any_of(paths.begin(), paths.end(), [&](const std::string& one) {
                             return text.find(one) != text.npos;
                           });
    if (!mentioned) return true;
    auto review = claims::decode_review(text, path);
    if (review.record && review.record->verdict == "approve") {
      reviews_.push_back({std::move(*review.record), "", 0, ""});
    }
    return true;
  });
  claims::sort_by_time(reviews_);
}

// A copy that an acceptance left of a word that let a proposal through.
void Approvals::find_kept(const std::string& path, const store::BlobId& blob,
                          const std::vector<std::string>& paths) {
  if (path.ends_with(".sig")) return;
  const auto decoded = claims::reviews::decode_event(view_.read_blob(blob), path);
  if (!decoded.event || decoded.event->verdict != "approve") return;
  const bool mentioned = std::any_of(
      decoded.event->on.begin(), decoded.event->on.end(), [&](const claims::reviews::On& on) {
        return std::any_of(paths.begin(), paths.end(), [&](const std::string& one) {
          return on.path == one || one.starts_with(on.path + "/") || on.path.starts_with(one + "/");
        });
      });
  if (!mentioned) return;
  kept_.push_back(path);
  names_.insert(std::string(claims::reviews::name_of_key(decoded.event->proposal)));
}

void Approvals::read_history(Session& session, const std::vector<std::string>& paths) {
  std::set<std::string> files(kept_.begin(), kept_.end());
  for (const claims::GivenReview& given : said_) {
    for (const claims::Reviewed& on : given.review.on) files.insert(on.record);
  }
  for (const claims::GivenReview& given : reviews_) {
    files.insert(claims::path_of({claims::RecordKind::review, given.review.id}));
    for (const claims::Reviewed& on : given.review.on) {
      for (const std::string& path : paths) {
        if (on.record == path || on.record.starts_with(path + "/")) files.insert(on.record);
      }
    }
  }
  store::LogOptions asked;
  asked.revision = view_.commit();
  asked.paths.assign(files.begin(), files.end());
  asked.open_merges = true;
  history_ = store::log(session.store(), asked);
}

void Approvals::judge(Session& session, const ReviewEvents& events) {
  for (const claims::GivenReview& given : reviews_) names_.insert(proposal_of(given.review));
  for (auto entry = history_.rbegin(); entry != history_.rend(); ++entry) {
    if (!entry->merge) continue;
    const std::string message = session.store().view(entry->commit).message();
    for (const std::string& name : names_) {
      if (has_trailer(message, "Proposal", name)) add_accepted(session, events, name, *entry);
    }
  }
  for (const claims::GivenReview& given : reviews_) {
    const std::string file = claims::path_of({claims::RecordKind::review, given.review.id});
    const claims::Person who = claims::person(given.review.by);
    if (claims::same_person(claims::person(author_of(file, "")), who))
      add_other(given, proposal_of(given.review));
  }
  for (const claims::GivenReview& given : said_) add_other(given, given.review.id);
}

// The approvals of present contents on the branch of reviews, if they are words of whom they name.
void Approvals::find_events(const ReviewEvents& events, const std::vector<std::string>& paths) {
  const claims::ReviewPolicy& policy = view_.settings().review;
  for (const ReviewFolder& folder : events.approving(view_, paths)) {
    const EventsToJudge given = events.to_judge({folder}, view_, "", {});
    for (const std::size_t at : given.known.order()) {
      const claims::reviews::GivenEvent& one = given.known.events()[at];
      if (one.event.verdict != "approve") continue;
      if (!standing_of(one, given.where, policy.signing, given.people).counts()) continue;
      claims::GivenReview& word = said_.emplace_back();
      word.review.id = std::string(claims::reviews::name_of_key(folder.key));
      word.review.by = one.event.by;
      for (const claims::reviews::On& on : one.event.on) {
        if (view_.blob_id(on.path).value_or("") == on.blob)
          word.review.on.push_back({on.path, on.blob, {}});
      }
    }
  }
}

// Adds the approvals that counted when the proposal was accepted.
void Approvals::add_accepted(Session& session, const ReviewEvents& events, const std::string& name,
                             const LogEntry& merge) {
  const std::vector<store::CommitId> parents = session.store().view(merge.commit).parents();
  if (parents.size() != 2) return;
  const Proposal proposal =
      load_proposal(session, {name, "", parents[1], false, merge.commit}, "the base", &events);
  for (const claims::reviews::FileVerdict& file : proposal.verdict.files) {
    const Contents contents{file.path, file.blob};
    accepted_[name].insert(contents);
    for (const std::string& by : file.approved_by()) add(contents, by);
  }
}

// Who last touched a file, or gave it these contents.
std::string Approvals::author_of(const std::string& path, const std::string& blob) const {
  for (const LogEntry& entry : history_) {
    if (entry.merge) continue;
    for (const store::ChangedPath& change : entry.paths) {
      if (change.path == path && (blob.empty() || change.after == blob)) {
        return entry.author + " <" + entry.author_email + ">";
      }
    }
  }
  return "";
}

// Adds an approval of contents that no acceptance has judged, if the view's policy counts it.
void Approvals::add_other(const claims::GivenReview& given, const std::string& proposal) {
  const claims::Person who = claims::person(given.review.by);
  const claims::ReviewPolicy& policy = view_.settings().review;
  const claims::reviews::People people = people_of(view_);
  const auto judged = accepted_.find(proposal);
  for (const claims::Reviewed& on : given.review.on) {
    const Contents contents{on.record, on.blob};
    if (judged != accepted_.end() && judged->second.contains(contents)) continue;
    const std::string author = author_of(on.record, on.blob);
    if (claims::reviews::would_count({on.record, on.blob, {author}}, policy, people, who)) {
      add(contents, given.review.by);
    }
  }
}

void Approvals::add(const Contents& contents, const std::string& by) {
  std::vector<std::string>& who = approvers_[contents];
  if (std::find(who.begin(), who.end(), by) == who.end()) who.push_back(by);
}

std::vector<std::string> Approvals::of(const std::string& path,
                                       const std::vector<std::string>& former) const {
  std::vector<std::string> who;
  if (approvers_.empty()) return who;
  const std::string blob = view_.blob_id(path).value_or("");
  std::vector<std::string> paths = former;
  paths.insert(paths.begin(), path);
  for (const std::string& one : paths) {
    const auto at = approvers_.find({one, blob});
    if (at == approvers_.end()) continue;
    for (const std::string& by : at->second) {
      if (std::find(who.begin(), who.end(), by) == who.end()) who.push_back(by);
    }
  }
  return who;
}

}  // namespace aver::cli
