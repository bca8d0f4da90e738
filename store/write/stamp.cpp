// SPDX-License-Identifier: MIT
//
// One bad stamp in the history stops nobody: what lies in this machine's future does not count.
#include "store/write/stamp.h"

#include "store/clock.h"
#include "store/repository/author.h"

namespace aver::store {

void StampRule::require_good(std::int64_t stamp) {
  const std::int64_t now = store_->now();
  if (claims::is_in_the_future(stamp, now)) {
    throw StoreError(Fault::refused,
                     "the commit would be stamped " + claims::utc_text(stamp) + ", and it is " +
                         claims::utc_text(now),
                     {}, "set the clock of this machine, or GIT_COMMITTER_DATE");
  }
  const std::int64_t latest = now + claims::kClocksDiffer;
  if (tip_.empty() || !claims::is_behind(stamp, latest)) return;
  if (!clock_) clock_ = clock_of(*store_, tip_, latest, wrong_());
  const std::optional<claims::Stamp>& clock = *clock_;
  if (!clock || !claims::is_behind(stamp, clock->at)) return;
  constexpr std::size_t kShown = 12;
  const std::string before = clock->commit.substr(0, kShown);
  throw StoreError(Fault::refused,
                   "the commit would be stamped " + claims::utc_text(stamp) + ", and builds on " +
                       before + " of " + claims::utc_text(clock->at),
                   {},
                   "set the clock of this machine, or GIT_COMMITTER_DATE; if it is the stamp of " +
                       before + " that is wrong: aver clock --wrong " + before);
}

void require_good_stamp(const Store& store, const CommitId& parent,
                        const std::vector<CommitId>& wrong) {
  const Author who = AuthorQuestion(store.root().string()).finish();
  StampRule(store, parent, [&] { return wrong; }).require_good(who.committer->when.time);
}

std::vector<CommitId> wrong_stamps(const View& tip, const std::vector<Edit>& edits) {
  for (const Edit& edit : edits) {
    if (edit.path != "aver.toml") continue;
    return wrong_stamps(edit.blob.empty() ? edit.content.value_or("") : tip.read_blob(edit.blob));
  }
  return wrong_stamps(tip);
}

}  // namespace aver::store
