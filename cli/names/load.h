// SPDX-License-Identifier: MIT
//
// Reading that several commands share: folders (with broken files reported on standard error),
// positions on a day, records that cite another.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "claims/query/claim_conditions.h"
#include "cli/answers/answers.h"
#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

Head head_of(Session& session, const Coordinates& at, const store::View& view);

// True where the view is older than the first commit; then prints that instead of an answer.
bool nothing_was_known(Session& session, const store::View& view, const Reading& reading,
                       const char* schema);
// The same where other coordinates are asked for than those that were given as such.
bool nothing_was_known(Session& session, const store::View& view, const When& when,
                       const Reading& reading, const char* schema);

// What is wrong with the records of the folder that an answer leaves out.
claims::Diagnostics problems_left_out(const store::View::Folder& folder);

// Reports on standard error what is wrong with records of the claim that an answer leaves out, and
// how many they are; nothing where there are none.
void report_left_out(Session& session, const std::string& claim, const claims::Diagnostics& errors);

// The claim's folder. Broken files are reported on standard error; the rest of the folder is
// returned. Throws StoreError(not_found) where there is no such claim in the view.
claims::ClaimFolder load_folder(Session& session, const store::View& view,
                                const std::string& claim);

// Calls `visit` for the folder of every claim that fits one of the conditions, in order. Where each
// condition names holders or sources, only the stances that concern them are in it
// (claims::concerned), unless `whole`. Whoever asks where somebody speaks, and for no whole
// folders, is told of no broken files: they are told to who asks for the holder.
//
// The index proposes the folders, where there is one and it pays; otherwise the claims of the
// topics are searched by their texts. Both ways visit the same folders and report the same broken
// files: those that a condition may be about.
void each_folder(Session& session, const store::View& view,
                 const std::vector<claims::ClaimCondition>& any,
                 const std::function<void(claims::ClaimFolder&&)>& visit, bool whole = false);

// Conditions for the claims with a stance of the actor, for those with one in which it speaks or
// reports, and for those that cite the source.
std::vector<claims::ClaimCondition> held_by(const std::string& holder);
std::vector<claims::ClaimCondition> with_voice(const store::View& view, const std::string& actor);
std::vector<claims::ClaimCondition> citing(const std::string& source);

// How reliable the sources of stances are, where they say so: each is read once.
class SourceReliability {
 public:
  explicit SourceReliability(const store::View& view) : view_(view) {}
  void add(const claims::Stance& stance);
  void add(const std::vector<claims::Possible>& possible);
  Reliability take() { return std::move(found_); }

 private:
  const store::View& view_;
  std::set<std::string> seen_;
  Reliability found_;
};

// The positions in force on the day, by holder and scale.
std::vector<Held> positions_on(const claims::ClaimFolder& folder, claims::Day day,
                               const claims::Vocabulary& words);

// The same, or those within the period: a holder's one after the other, each with its days.
std::vector<Held> positions_at(const claims::ClaimFolder& folder, const Coordinates& at,
                               const claims::Vocabulary& words);

// The record of any kind that the name means. In an older view, also by an id that the record got
// only later.
claims::RecordRef record_in(Session& session, const store::View& view, const std::string& name);

// The record as an older view has it, by the id that it had then; nothing where it is not there.
std::optional<claims::RecordRef> as_it_was_called(const store::View& now, const store::View& then,
                                                  const claims::RecordRef& record);

// All paths that a record has had: the present one first, then those of its former ids. A claim's
// paths are folders.
std::vector<std::string> paths_of(const store::View& view, const claims::RecordRef& record);

// Tells what is wrong with the record at `path`; throws StoreError where there is none (not_found;
// null), or it cannot be read (corrupt).
void require_readable(Session& session, const claims::Diagnostics* problems, bool readable,
                      const std::string& path);

// Returns the record; throws as above.
template <class Record>
Record require_readable(Session& session, const std::optional<claims::Decoded<Record>>& decoded,
                        const std::string& path) {
  require_readable(session, decoded ? &decoded->problems : nullptr, decoded && decoded->record,
                   path);
  return *decoded->record;
}

}  // namespace aver::cli
