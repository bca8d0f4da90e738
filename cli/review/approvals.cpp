// SPDX-License-Identifier: MIT
//
// Reviews that mention the paths are found by their text; the history of those files then says
// which approvals counted, for accepted proposals by the merge that accepted them.
#include "cli/review/approvals.h"

#include <algorithm>

#include "claims/records/codec.h"
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
                     const std::vector<std::string>& paths)
    : view_(view) {
  find_reviews(paths);
  if (reviews_.empty()) return;
  try {
    read_history(session, paths);
    judge(session);
  } catch (const StoreError& error) {
    if (error.fault() != Fault::unsupported) throw;
    approvers_.clear();
  }
}

void Approvals::find_reviews(const std::vector<std::string>& paths) {
  view_.walk("reviews", [&](const std::string& path, const store::BlobId& blob) {
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
      reviews_.push_back({std::move(*review.record), "", 0});
    }
    return true;
  });
  claims::sort_by_time(reviews_);
}

void Approvals::read_history(Session& session, const std::vector<std::string>& paths) {
  std::set<std::string> files;
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

void Approvals::judge(Session& session) {
  std::set<std::string> names;
  for (const claims::GivenReview& given : reviews_) names.insert(proposal_of(given.review));
  for (auto entry = history_.rbegin(); entry != history_.rend(); ++entry) {
    if (!entry->merge) continue;
    const std::string message = session.store().view(entry->commit).message();
    for (const std::string& name : names) {
      if (has_trailer(message, "Proposal", name)) add_accepted(session, name, *entry);
    }
  }
  for (const claims::GivenReview& given : reviews_) add_other(given);
}

// Adds the approvals that counted when the proposal was accepted.
void Approvals::add_accepted(Session& session, const std::string& name, const LogEntry& merge) {
  const std::vector<store::CommitId> parents = session.store().view(merge.commit).parents();
  if (parents.size() != 2) return;
  const Proposal proposal =
      load_proposal(session, {name, "", parents[1], false, merge.commit}, "the base");
  for (const claims::reviews::FileVerdict& file : proposal.verdict.files) {
    const Contents contents{file.path, file.blob};
    accepted_[name].insert(contents);
    for (const std::string& by : file.approved_by()) add(contents, by);
  }
}

// Adds an approval of contents that no acceptance has judged, if the view's policy counts it.
void Approvals::add_other(const claims::GivenReview& given) {
  const claims::Person who = claims::person(given.review.by);
  const claims::ReviewPolicy policy = view_.settings().review;
  const claims::reviews::People people = people_of(view_);
  // Who last touched a file, or gave it these contents.
  const auto author_of = [&](const std::string& path, const std::string& blob) -> std::string {
    for (const LogEntry& entry : history_) {
      if (entry.merge) continue;
      for (const store::ChangedPath& change : entry.paths) {
        if (change.path == path && (blob.empty() || change.after == blob)) {
          return entry.author + " <" + entry.author_email + ">";
        }
      }
    }
    return "";
  };
  const std::string file = claims::path_of({claims::RecordKind::review, given.review.id});
  if (!claims::same_person(claims::person(author_of(file, "")), who)) return;
  const auto judged = accepted_.find(proposal_of(given.review));
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
