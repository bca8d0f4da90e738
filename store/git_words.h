// SPDX-License-Identifier: MIT
//
// git's own words, where nothing else tells what happened: its exit status is 1 or 128 for most
// failures alike. The only place that reads them. git translates them: whoever asks one of these
// has run git with RunOptions::in_english.
#pragma once

#include <string>
#include <vector>

#include "store/process.h"

namespace aver::store {

bool says_owned_by_another(const RunResult& git);     // safe.directory does not have it
bool says_unknown_revision(const RunResult& git);     // rev-parse, log
bool says_index_lock_failed(const RunResult& git);    // it was not had: nothing is touched yet
bool says_index_is_locked(const RunResult& git);      // by another git, or one that died
bool says_would_overwrite(const RunResult& git);      // merge: what is not committed is in the way
bool says_would_lose_files(const RunResult& git);     // read-tree, before it has touched anything
bool says_nobody_is_known(const RunResult& git);      // user.name and user.email are missing
bool says_out_of_memory(const RunResult& program);    // of any program
bool says_signing_failed(const RunResult& git);       // or that it could not begin
bool says_others_were_quicker(const RunResult& git);  // push --porcelain: the remote has moved

bool says_no_atomic_push(const RunResult& git);  // push: the remote cannot move all or nothing

// What `push --porcelain` says of a reference that did not move.
struct UnmovedRef {
  std::string ref;  // at the remote
  enum class Why {
    moved,   // it is not where it was expected, or the remote could not lock it
    beside,  // it stood beside one that did not move
    other,   // the remote does not want it
  } why = Why::other;
  std::string words;  // "[remote rejected] (hook declined)"
};
std::vector<UnmovedRef> unmoved_refs(const RunResult& git);

}  // namespace aver::store
