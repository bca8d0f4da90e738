// SPDX-License-Identifier: MIT
#include "cli/approvals.h"

#include <algorithm>

#include "claims/codec.h"

namespace aver::cli {

Approvals::Approvals(const store::View& view, const std::vector<std::string>& paths) : view_(view) {
  std::vector<claims::GivenReview> found;
  view.walk("reviews", [&](const std::string& path, const store::BlobId& blob) {
    const auto record = claims::record_at(path);
    if (!record || record->kind != claims::RecordKind::review) return true;
    const std::string text = view.read_blob(blob);
    const bool mentioned = text.find('\\') != text.npos ||  // escapes may spell it
                           std::any_of(paths.begin(), paths.end(), [&](const std::string& one) {
                             return text.find(one) != text.npos;
                           });
    if (!mentioned) return true;
    auto review = claims::decode_review(text, path);
    if (review.record && review.record->verdict == "approve") {
      found.push_back({std::move(*review.record), "", 0});
    }
    return true;
  });
  claims::sort_by_time(found);
  for (const claims::GivenReview& given : found) {
    for (const claims::Reviewed& on : given.review.on) {
      std::vector<std::string>& who = approvers_[{on.record, on.blob}];
      if (std::find(who.begin(), who.end(), given.review.by) == who.end()) {
        who.push_back(given.review.by);
      }
    }
  }
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
