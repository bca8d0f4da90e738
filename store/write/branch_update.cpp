// SPDX-License-Identifier: MIT
//
// The compare-and-swap of a branch, what forbids it, and how long to wait for others.
#include "store/write/branch_update.h"

#include <algorithm>
#include <cstdlib>
#include <thread>

#include "claims/text/lines.h"

namespace aver::store {

namespace fs = std::filesystem;

std::chrono::milliseconds patience() {
  const char* given = std::getenv("AVER_PATIENCE_MS");
  constexpr int kDefault = 10000;
  return std::chrono::milliseconds(given == nullptr ? kDefault : std::atoi(given));
}

void refuse_while_under_way(const Repository& repository) {
  constexpr std::pair<const char*, const char*> kStates[] = {{"MERGE_HEAD", "merge"},
                                                             {"CHERRY_PICK_HEAD", "cherry-pick"},
                                                             {"REVERT_HEAD", "revert"},
                                                             {"rebase-merge", "rebase"},
                                                             {"rebase-apply", "rebase"}};
  for (const auto& [file, name] : kStates) {
    std::error_code ignored;
    if (!fs::exists(repository.git_dir() / file, ignored)) continue;
    const std::string what(name);
    throw StoreError(Fault::conflict, "a " + what + " is under way in this repository", {},
                     what == "merge" ? "aver resolve; or give it up: aver resolve --give-up"
                                     : "finish it, or give it up: git " + what + " --abort");
  }
}

Swap move_branch(const Repository& repository, const Head& head, const git_oid& commit,
                 const Author& who, const std::string& message) {
  git_repository_set_ident(repository.get(), who.committer->name, who.committer->email);
  const std::string reason = "aver: " + claims::first_line(message);
  git_reference* moved = nullptr;
  const int code = git_reference_create_matching(&moved, repository.get(), head.ref.c_str(),
                                                 &commit, 1, &head.tip, reason.c_str());
  const GitReference owner(moved);
  if (code == GIT_ELOCKED || code == GIT_EMODIFIED || code == GIT_ENOTFOUND) {
    git_error_clear();
    return code == GIT_ELOCKED ? Swap::locked : Swap::lost;
  }
  check(code, "moving " + head.ref);
  return Swap::done;
}

void BackOff::wait() {
  std::uniform_int_distribution<int> jitter(microseconds_ / 2, microseconds_);
  std::this_thread::sleep_for(std::chrono::microseconds(jitter(random_)));
  microseconds_ = std::min(microseconds_ * 2, 10000);
}

void give_up(const Repository& repository, const Head& head) {
  const fs::path lock = repository.common_dir() / (head.ref + ".lock");
  std::error_code error;
  if (const auto written = fs::last_write_time(lock, error); !error) {
    const auto age = std::chrono::duration_cast<std::chrono::seconds>(
        fs::file_time_type::clock::now() - written);
    throw StoreError(Fault::locked, "the branch " + head.ref + " is locked",
                     {lock.string() + " was made " + std::to_string(age.count()) + " seconds ago"},
                     "if no git is running, remove that file");
  }
  throw StoreError(Fault::locked, "others kept moving " + head.ref + " all the while", {},
                   "try again");
}

}  // namespace aver::store
