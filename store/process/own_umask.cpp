// SPDX-License-Identifier: MIT
//
// A umask can only be read by setting it; so the user's is kept, and nothing is set where no
// repository asked for another.
#include "store/own_umask.h"

#include <sys/stat.h>

#include <atomic>

namespace aver::store {
namespace {

std::atomic<bool> another_is_set = false;

mode_t read_umask() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return mask;
}

}  // namespace

mode_t own_umask() {
  static const mode_t own = read_umask();
  return own;
}

void set_umask(mode_t mask) {
  another_is_set = mask != own_umask() || another_is_set;
  if (another_is_set) ::umask(mask);
}

OwnUmask::OwnUmask() : is_another_(another_is_set) {
  if (is_another_) before_ = ::umask(own_umask());
}

OwnUmask::~OwnUmask() {
  if (is_another_) ::umask(before_);
}

}  // namespace aver::store
