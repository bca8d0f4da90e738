// SPDX-License-Identifier: MIT
//
// `git push --atomic`, with a lease for each reference. With a lease git moves a branch anywhere,
// so that nothing is lost is looked at here.
#include "store/push.h"

#include <algorithm>
#include <filesystem>
#include <string>

#include "claims/text/lines.h"
#include "store/branches.h"
#include "store/git_words.h"
#include "store/given_words.h"

namespace aver::store {
namespace {

class Pushing {
 public:
  Pushing(const Store& store, const std::string& remote, const PushOptions& options)
      : store_(store), remote_(remote), options_(options) {}

  PushedTogether run(const std::vector<PushedRef>& refs) {
    if (refs.empty()) return {};
    require_nothing_lost(refs);
    const RunResult all = push(refs, /*atomic=*/refs.size() > 1);
    if (refs.size() == 1 || !cannot_be_atomic(all, refs)) return told(all, refs);
    PushedTogether together;
    together.one_by_one = true;
    for (const PushedRef& one : refs) {
      PushedTogether alone = told(push({one}, /*atomic=*/false), {one});
      together.end = alone.end;
      together.moved = std::move(alone.moved);
      together.words = std::move(alone.words);
      if (alone.end != PushEnd::done) break;
      together.done.push_back(one.ref);
    }
    return together;
  }

 private:
  void require_nothing_lost(const std::vector<PushedRef>& refs) const {
    const Branches branches(store_);
    for (const PushedRef& one : refs) {
      if (one.rewrites || one.from.empty()) continue;
      if (!one.to.empty() && branches.is_ancestor(one.from, one.to)) continue;
      throw StoreError(Fault::bug, "a push would take commits from " + one.ref);
    }
  }

  std::vector<std::string> words(const std::vector<PushedRef>& refs, bool atomic) const {
    std::vector<std::string> own = {"push", "-q", "--porcelain"};
    if (atomic) own.emplace_back("--atomic");
    if (options_.follow_tags) own.emplace_back("--follow-tags");
    std::vector<std::string> given = {remote_};
    for (const PushedRef& one : refs) {
      own.push_back("--force-with-lease=" + one.ref + ":" + one.from);
      given.push_back(one.to + ":" + one.ref);
    }
    return with_given(std::move(own), given);
  }

  RunResult push(const std::vector<PushedRef>& refs, bool atomic) const {
    return run_git(words(refs, atomic), {.directory = store_.root().string(),
                                         .environment = options_.environment,
                                         .in_english = true,
                                         .inherit_terminal = true});
  }

  // git ends as it does for a remote that it cannot reach, and what it says has gone to the
  // terminal: so it is asked once more, without pushing anything.
  bool cannot_be_atomic(const RunResult& pushed, const std::vector<PushedRef>& refs) const {
    if (pushed.ok() || !pushed.output.empty()) return false;
    std::vector<std::string> again = words(refs, /*atomic=*/true);
    again.insert(again.begin() + 1, {"--dry-run", "--no-verify"});
    return says_no_atomic_push(
        run_git(std::move(again), {.directory = store_.root().string(), .in_english = true}));
  }

  PushedTogether told(const RunResult& pushed, const std::vector<PushedRef>& refs) const {
    PushedTogether together;
    if (pushed.ok()) {
      for (const PushedRef& one : refs) together.done.push_back(one.ref);
      return together;
    }
    together.end = PushEnd::failed;
    for (UnmovedRef& one : unmoved_refs(pushed)) {
      if (one.why != UnmovedRef::Why::beside) together.end = PushEnd::refused;
      if (one.why == UnmovedRef::Why::moved) together.moved.push_back(one.ref);
      together.words.push_back(one.ref + ": " + one.words);
    }
    if (!together.moved.empty()) together.end = PushEnd::moved;
    if (refused_by_hook_here(store_, pushed)) together.end = PushEnd::hook;
    return together;
  }

  const Store& store_;
  const std::string& remote_;
  const PushOptions& options_;
};

}  // namespace

PushedTogether push_together(const Store& store, const std::string& remote,
                             const std::vector<PushedRef>& refs, const PushOptions& options) {
  return Pushing(store, remote, options).run(refs);
}

bool refused_by_hook_here(const Store& store, const RunResult& pushed) {
  constexpr int kFailed = 1;  // where git cannot push at all: 128
  if (pushed.status != kFailed || !pushed.output.empty()) return false;
  const std::string path =
      run_git({"rev-parse", "--git-path", "hooks/pre-push"}, {.directory = store.root().string()})
          .output;
  std::error_code ignored;
  return std::filesystem::exists(store.root() / claims::first_line(path), ignored);
}

}  // namespace aver::store
