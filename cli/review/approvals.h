// SPDX-License-Identifier: MIT
//
// Who approved a record as it stands: those whose approval of its exact contents counted.
//
// Where the proposal was accepted, that is judged as it was then, by the policy of then. Where it
// was not (yet), or was merged by other means, by the policy of the view: an approval counts that
// its author committed, who is a reviewer, and, unless `own`, did not record these contents.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/answers/answers.h"
#include "cli/session/session.h"
#include "store/history.h"
#include "store/store.h"

namespace aver::cli {

class Approvals {
 public:
  // Reads the reviews that mention any of `paths` (files or folders), and the history of those
  // alone: cost follows the number of reviews in the store, and not of records. In a shallow clone,
  // where that history is cut off, nobody is named.
  Approvals(Session& session, const store::View& view, const std::vector<std::string>& paths);

  // Those who approved the file at the first path, as it is in the view: "Name <address>", oldest
  // first. `former` are the paths it had before it was renamed.
  std::vector<std::string> of(const std::string& path,
                              const std::vector<std::string>& former = {}) const;

 private:
  using Contents = std::pair<std::string, std::string>;  // path, blob

  void find_reviews(const std::vector<std::string>& paths);
  void read_history(Session& session, const std::vector<std::string>& paths);
  void judge(Session& session);
  void add_accepted(Session& session, const std::string& name, const store::LogEntry& merge);
  void add_other(const claims::GivenReview& given);
  void add(const Contents& contents, const std::string& by);

  const store::View& view_;
  std::vector<claims::GivenReview> reviews_;  // that approve, oldest first
  std::vector<store::LogEntry> history_;      // of these and of what they name, newest first
  std::map<Contents, std::vector<std::string>> approvers_;
  // What was judged as it was accepted, by the name of the proposal.
  std::map<std::string, std::set<Contents>> accepted_;
};

}  // namespace aver::cli
