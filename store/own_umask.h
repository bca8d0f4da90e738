// SPDX-License-Identifier: MIT
//
// The umask of the process. libgit2, SQLite and we make files with the rights that it leaves, and
// where a repository is shared (core.sharedRepository), files of its git directory need others than
// the user's umask leaves.
#pragma once

#include <sys/stat.h>

namespace aver::store {

// The user's, as the process was started with it.
mode_t own_umask();

// From now on, files are made with the rights that `mask` leaves.
void set_umask(mode_t mask);

// While it lives the umask is the user's own again: for files of the work tree, for answers, and
// for programs that are started. It is one for the whole process: no other thread may make files of
// the git directory meanwhile.
class OwnUmask {
 public:
  OwnUmask();
  ~OwnUmask();
  OwnUmask(const OwnUmask&) = delete;
  OwnUmask& operator=(const OwnUmask&) = delete;

 private:
  bool is_another_;
  mode_t before_ = 0;
};

}  // namespace aver::store
