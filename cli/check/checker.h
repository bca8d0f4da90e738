// SPDX-License-Identifier: MIT
//
// Applies every rule to a whole store, or to what has changed since a revision.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/answers/answers.h"
#include "cli/check/touched.h"
#include "cli/check/uncommitted.h"
#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

// Checks a view with the local changes applied to it. Memory grows with the largest claim, not with
// the store.
class Checker {
 public:
  Checker(Session& session, const store::View& view,
          const std::vector<store::LocalChange>& changes);

  void whole(CheckAnswer& answer);

  // Checks only the files that differ from `base`, and reports what was removed or rewritten since.
  void since(const store::View& base, CheckAnswer& answer);

  // Finds only errors, and only in the files of the edits and in what those refer to or contradict;
  // the edits must be all in which the view differs from `base`. No warnings, and nothing on
  // removed or rewritten records. A claim's other stances are read only where they can contradict a
  // changed one.
  void errors_in(const std::vector<store::Edit>& edits, const store::View& base,
                 CheckAnswer& answer);

 private:
  // What the view, with the local changes, and the base have at a path.
  bool is_there(const std::string& path, const store::View& base) const;
  std::optional<std::string> text_at(const std::string& path) const;
  store::BlobId before(const std::string& path, const store::View& base) const;
  Touched touched_by(const std::set<std::string>& paths, const store::View& base) const;
  bool may_be_at_odds(const std::string& claim, const Touched& touched, const store::View& base);
  std::set<std::string> holders_touched(const std::string& claim, const Touched& touched,
                                        const store::View& base);
  claims::ClaimFolder folder_now(const std::string& claim, const std::set<std::string>& holders);
  void check_folder(const std::string& claim, const std::set<std::string>& holders,
                    CheckAnswer& answer);
  bool changes_links(const std::string& claim, const std::string& then, const Touched& touched,
                     const store::View& base) const;
  void check_changed(const Touched& touched, const store::View& base, CheckAnswer& answer);
  std::set<std::string> new_ids(const Touched& touched, const store::View& base) const;
  void check_reused(const Touched& touched, const store::View& base, CheckAnswer& answer);
  void file(const std::string& path, const std::string& content, bool is_local,
            CheckAnswer& answer);
  claims::Stance with_actors(claims::Stance stance) const;
  void flush_folders(const std::string& path, CheckAnswer& answer);
  void count_entry(const std::string& path);
  void check_widths(CheckAnswer& answer);
  void check_attributes(CheckAnswer& answer);
  void name_links(CheckAnswer& answer) const;  // that are in the work tree, in place of files
  void check_vanished(const store::View& base, const std::vector<claims::RecordRef>& gone,
                      CheckAnswer& answer);
  void check_quotes_of(const std::set<std::string>& sources, const std::set<std::string>& done,
                       CheckAnswer& answer);

  Session& session_;
  const store::View& view_;
  std::vector<store::LocalChange> changes_;
  LocalRecords local_;
  FileCheck check_file_;
  std::map<std::string, claims::ClaimFolder> folders_;  // begun, and not judged yet
  std::set<std::string> local_claims_;                  // with files that no view has
  std::map<std::string, const store::Edit*> edits_;     // that led from the base to the view
  claims::Duplicates duplicates_;
  struct Entries {
    std::string last;
    std::size_t count = 0;
  };
  std::map<std::string, Entries> widths_;
};

}  // namespace aver::cli
