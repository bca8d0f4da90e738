// SPDX-License-Identifier: MIT
//
// A broken world: the one exception that store/ throws. It is caught once, in cli/main.cpp.
#pragma once

#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace aver::store {

// What kind of failure it is; the exit code follows from it (cli/terminal/errors.h).
enum class Fault {
  usage,        // a request that makes no sense here
  not_found,    // no such store, revision, file
  ambiguous,    // a name that means several things
  dirty,        // would overwrite what a user has not committed
  conflict,     // a merge that needs a person, or one that is in progress
  locked,       // somebody else was quicker all the while, or a lock file was left behind
  remote,       // network or authentication
  corrupt,      // bad or unreadable data
  unsupported,  // a form of repository that libgit2 cannot handle
  identity,     // git does not know who the user is
  refused,      // a hook of the user's said no, or the commit's stamp is wrong
  io,           // the file system: read-only, full, no permission
  bug,          // must not happen
};

class StoreError : public std::exception {
 public:
  // `what` is a sentence of aver's own, lower case, no full stop. `causes` are messages of git or
  // the system, outermost first. `hint` is the exact command or step that helps; may be empty.
  StoreError(Fault fault, std::string what, std::vector<std::string> causes = {},
             std::string hint = {})
      : fault_(fault), what_(std::move(what)), causes_(std::move(causes)), hint_(std::move(hint)) {}

  Fault fault() const { return fault_; }
  const char* what() const noexcept override { return what_.c_str(); }
  const std::vector<std::string>& causes() const { return causes_; }
  const std::string& hint() const { return hint_; }

  // What git or the system said of it, or where neither did, what aver says.
  std::string reason() const { return causes_.empty() ? what_ : causes_.front(); }

 private:
  Fault fault_;
  std::string what_;
  std::vector<std::string> causes_;
  std::string hint_;
};

}  // namespace aver::store
