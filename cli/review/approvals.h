// SPDX-License-Identifier: MIT
//
// Who approved a record's present contents: those whose approval of exactly these counted.
//
// For an accepted proposal, the policy at its acceptance decides. For one that waits, or was merged
// by other means, the policy of the view decides: an approval counts if its author committed it, is
// a reviewer, and, unless `own` is set, did not record these contents.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/answers/answers.h"
#include "cli/review/review_events.h"
#include "cli/session/session.h"
#include "store/history.h"
#include "store/store.h"

namespace aver::cli {

class Approvals {
 public:
  // Reads the reviews that mention any of `paths` (files or folders), and only their history: the
  // cost follows the number of reviews in the store, not of records. In a shallow clone that lacks
  // this history, no approver is named.
  // `events` are those that are here, for a command that asks often.
  Approvals(Session& session, const store::View& view, const std::vector<std::string>& paths,
            const ReviewEvents* events = nullptr);

  // Those who approved the present contents of the file at `path`: "Name <address>", oldest first.
  // `former` are the paths it had before it was renamed.
  std::vector<std::string> of(const std::string& path,
                              const std::vector<std::string>& former = {}) const;

 private:
  using Contents = std::pair<std::string, std::string>;  // path, blob

  void find_reviews(const std::vector<std::string>& paths);
  void read_history(Session& session, const std::vector<std::string>& paths);
  void find_events(const ReviewEvents& events, const std::vector<std::string>& paths);
  std::string author_of(const std::string& path, const std::string& blob) const;
  void judge(Session& session, const ReviewEvents& events);
  void find_kept(const std::string& path, const store::BlobId& blob,
                 const std::vector<std::string>& paths);
  void add_accepted(Session& session, const ReviewEvents& events, const std::string& name,
                    const store::LogEntry& merge);
  void add_other(const claims::GivenReview& given, const std::string& proposal);
  void add(const Contents& contents, const std::string& by);

  const store::View& view_;
  std::vector<claims::GivenReview> reviews_;  // that approve, of the old form, oldest first
  std::vector<claims::GivenReview> said_;     // that approve present contents, on the branch of
                                              // reviews; the id is the proposal's name
  std::vector<std::string> kept_;             // paths of events that approve
  std::set<std::string> names_;               // of the proposals that either is of
  std::vector<store::LogEntry> history_;      // of these and of what they name, newest first
  std::map<Contents, std::vector<std::string>> approvers_;
  // The contents that were judged at acceptance, by the name of the proposal.
  std::map<std::string, std::set<Contents>> accepted_;
};

}  // namespace aver::cli
