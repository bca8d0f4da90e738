// SPDX-License-Identifier: MIT
//
// A revision as it was typed, or a day, to the view of its commit.
#include "store/clock.h"
#include "store/index_history.h"
#include "store/repository/repository.h"
#include "store/repository/unknown_revision.h"
#include "store/store.h"
#include "store/view/state.h"

namespace aver::store {
namespace {

// "main~50000" by the index, if it is there: libgit2 reads each commit on the way. Nothing where
// that is not what the revision is, or not far enough to be worth it.
std::optional<CommitId> far_ancestor(const Store& store, std::string_view revision) {
  constexpr std::size_t kFar = 300;
  constexpr std::size_t kMostDigits = 9;
  const std::size_t tilde = revision.rfind('~');
  if (tilde == revision.npos || tilde == 0) return std::nullopt;
  const std::string_view digits = revision.substr(tilde + 1);
  if (digits.empty() || digits.size() > kMostDigits ||
      digits.find_first_not_of("0123456789") != digits.npos) {
    return std::nullopt;
  }
  const std::size_t steps = std::stoul(std::string(digits));
  if (steps < kFar) return std::nullopt;
  const std::string_view from = revision.substr(0, tilde);
  if (from.find(':') != from.npos) return std::nullopt;  // ":/words~300" looks for words
  try {
    const CommitId commit = store.view(from).commit();
    std::optional<HistoryIndex> index = HistoryIndex::with_both(store, commit, commit);
    return index ? index->first_parent(commit, steps) : std::nullopt;
  } catch (const StoreError&) {
    return std::nullopt;  // to be told of the revision as it was given
  }
}

}  // namespace

View Store::view(std::string_view revision) const {
  if (std::optional<CommitId> far = far_ancestor(*this, revision)) {
    Head head;
    head.tip = from_hex(*far);
    return view_of(head);
  }
  const std::string text(revision);
  git_object* raw = nullptr;
  int code = git_revparse_single(&raw, repository_->get(), text.c_str());
  const GitObject object(raw);
  git_object* peeled = nullptr;
  if (code == 0) code = git_object_peel(&peeled, object.get(), GIT_OBJECT_COMMIT);
  const GitObject commit(peeled);
  if (is_damage(code)) check(code, "reading the commit that \"" + text + "\" names");
  const std::string words = code < 0 ? last_git_words() : "";
  if (code == GIT_EAMBIGUOUS) {
    throw StoreError(Fault::ambiguous, "the revision \"" + text + "\" could mean several commits",
                     {words}, "write more of it: git rev-parse --disambiguate=" + text);
  }
  if (code < 0) throw unknown_revision(*repository_, text, words);
  Head head;
  head.tip = *git_object_id(commit.get());
  return view_of(head);
}

KnownOn Store::view_known_on(claims::Day day) const {
  const Head head = this->head();
  const View tip = view_of(head);
  if (head.unborn) return {tip, {}, std::nullopt};
  require_whole_history();  // an older stamp may be the later one
  claims::KnownThen known =
      known_at(*this, tip.commit(), claims::end_of(day), tip.settings().wrong_stamps);
  Head then;
  then.unborn = known.commit.empty();
  if (!then.unborn) then.tip = from_hex(known.commit);
  return {view_of(then), std::move(known.skipped), std::move(known.next)};
}

}  // namespace aver::store
