// SPDX-License-Identifier: MIT
//
// Who made each record, when, and which commit changed it last: the whole history, walked once.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/answers/site.h"
#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

class RecordTimes {
 public:
  // In a shallow clone, whose history is cut off, nothing is known of any record.
  RecordTimes(Session& session, const store::View& view);

  // Of the commit that first had the record, also under another name; nothing where it is not
  // known.
  std::optional<SiteRecorded> recorded(const std::string& path) const;

  // How late in the history something was changed: to be compared, and told by commit().
  using Place = std::size_t;
  static constexpr Place kNever = static_cast<Place>(-1);
  Place changed(const std::string& path) const;            // a record's file
  Place claim_changed(const std::string& claim_id) const;  // any file of its folder, or one gone
  SiteCommit commit(Place place) const;

 private:
  void take(const store::LogEntry& entry);

  struct Known {
    Place newest = kNever;
    Place oldest = kNever;
  };
  std::vector<SiteCommit> commits_;     // newest first
  std::vector<std::size_t> author_of_;  // of each commit
  std::vector<std::string> authors_;
  std::map<std::string, std::size_t> author_numbers_;
  std::map<std::string, Known> files_;  // by the path of today
  std::map<std::string, Place> claims_;
  std::map<std::string, std::string> became_;  // former path -> path of today
};

}  // namespace aver::cli
