// SPDX-License-Identifier: MIT
//
// Several references moved at a remote by one push: all of them or none, and only from where they
// are known to be. So the remote itself compares: what somebody sent between our fetch and our push
// is never passed over.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "store/process.h"
#include "store/store.h"

namespace aver::store {

struct PushedRef {
  std::string ref;        // at the remote: "refs/heads/main"
  CommitId from;          // where it is there, as last fetched; empty: it is not there
  CommitId to;            // empty: it is removed
  bool rewrites = false;  // `to` need not have `from` among its ancestors: a proposal that was
                          // rewritten
};

enum class PushEnd {
  done,
  moved,    // a reference is not where it was: fetch, and judge anew
  hook,     // the pre-push hook here refused; it has said why
  refused,  // the remote did: a protected branch, a hook of its own
  failed,   // the remote was not reached, or could not do it
};

struct PushedTogether {
  PushEnd end = PushEnd::done;
  // The remote cannot move several references at once: they were pushed one by one, in their order,
  // up to the first that did not move.
  bool one_by_one = false;
  std::vector<std::string> done;   // what moved
  std::vector<std::string> moved;  // what was not where it was; where the remote does not say
                                   // which, all that it may be
  std::vector<std::string> words;  // what git says of each that did not move: "REF: [rejected] …"
};

struct PushOptions {
  bool follow_tags = false;  // editions of what is pushed go along
  std::vector<std::pair<std::string, std::string>> environment = {};  // for hooks
};

// Pushes with the terminal, for credentials and keys. Where the remote cannot do it atomically, the
// order of `refs` counts: reviews first, so that no merge is there without the words that it rests
// on. Throws StoreError(bug) for a reference that would lose commits without `rewrites`.
PushedTogether push_together(const Store& store, const std::string& remote,
                             const std::vector<PushedRef>& refs, const PushOptions& options = {});

// Whether it was the pre-push hook here that refused, which is asked before the remote is: git says
// nothing of any reference then. `pushed` is a push with --porcelain.
bool refused_by_hook_here(const Store& store, const RunResult& pushed);

}  // namespace aver::store
