// SPDX-License-Identifier: MIT
//
// Applies every rule to a whole store, or to what has changed since a revision.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/answers/answers.h"
#include "cli/check/dropped.h"
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
          const std::vector<store::LocalChange>& changes = {});

  // The same with edits that nobody has made yet, in place of local changes: a merge, say.
  Checker(Session& session, const store::View& view, const std::vector<store::Edit>& edits);

  void whole(CheckAnswer& answer);

  // Checks the files that differ from `base`, and those that are as they were and may be judged
  // differently; and reports what was removed or rewritten since. What was wrong at the base
  // already is left out: errors, and of unchanged files everything. `brought` are the commits that
  // say why a record is gone; those from the base to the view, if they are not given.
  void since(const store::View& base, CheckAnswer& answer,
             const std::optional<Brought>& brought = std::nullopt);

  // Finds only the errors of since(), and nothing on rewritten records; the edits must be all in
  // which the view differs from `base`. On removed records only where `brought` is given. A claim's
  // other stances are read only where they can be at odds with a changed one: of one that named a
  // stance which was not there, and is now, an error that the rule had found before may be left
  // out, though its words are others now.
  void errors_in(const std::vector<store::Edit>& edits, const store::View& base,
                 CheckAnswer& answer, const std::optional<Brought>& brought = std::nullopt);

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
  claims::Diagnostics check_stances(const claims::ClaimFolder& folder) const;
  void check_links(const claims::ClaimFolder& folder, CheckAnswer& answer);
  bool loses_a_stance(const std::string& claim) const;
  void check_unchanged(const std::string& path, CheckAnswer& answer);
  std::set<claims::RecordRef> led_otherwise(const Touched& touched, const store::View& base) const;
  void check_together(const Touched& touched, const store::View& base, bool only_errors,
                      CheckAnswer& answer);
  void leave_out_known(const store::View& base, CheckAnswer& answer);
  claims::Diagnostics found_before(const std::string& path, const store::View& base,
                                   FileCheck& check);
  bool changes_links(const std::string& claim, const std::string& then, const Touched& touched,
                     const store::View& base) const;
  void check_changed(const Touched& touched, const store::View& base, CheckAnswer& answer);
  std::optional<std::string> text_before(const std::string& path, const claims::RecordRef& stance,
                                         const store::View& base) const;
  std::optional<std::string> id_at(const store::View& base, const claims::RecordRef& record) const;
  std::set<std::string> new_ids(const Touched& touched, const store::View& base) const;
  void check_reused(const Touched& touched, const store::View& base, CheckAnswer& answer);
  void file(const std::string& path, const std::string& content, bool is_local,
            CheckAnswer& answer);
  claims::Stance with_actors(claims::Stance stance) const;
  void flush_folders(const std::string& path, CheckAnswer& answer);
  void count_entry(const std::string& path);
  void check_widths(CheckAnswer& answer);
  void check_topics(CheckAnswer& answer);
  void check_attributes(CheckAnswer& answer);
  void name_links(CheckAnswer& answer) const;  // that are in the work tree, in place of files
  void check_vanished(const std::vector<claims::RecordRef>& gone, const Brought& brought,
                      CheckAnswer& answer);

  Session& session_;
  const store::View& view_;
  std::vector<store::LocalChange> changes_;
  bool by_hand_ = true;  // they stand in the work tree
  LocalRecords local_;
  FileCheck check_file_;
  std::map<std::string, claims::ClaimFolder> folders_;     // begun, and not judged yet
  std::set<std::string> local_claims_;                     // with files that no view has
  std::map<std::string, const store::Edit*> edits_;        // that led from the base to the view
  std::set<std::string> gone_stances_;                     // ids
  std::set<std::string> files_;                            // that are judged as changed
  std::set<std::string> unchanged_;                        // that are judged all the same
  std::map<std::string, std::set<std::string>> together_;  // claims, by whose stances were judged
  claims::Duplicates duplicates_;
  struct Entries {
    std::string last;
    std::size_t count = 0;
  };
  std::map<std::string, Entries> widths_;
};

}  // namespace aver::cli
