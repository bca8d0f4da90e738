// SPDX-License-Identifier: MIT
//
// The one judge of what one branch would bring to another: review show, review accept, and check
// --base of a branch that has moved on ask it, and all find the same.
#pragma once

#include "cli/answers/answers.h"
#include "cli/session/session.h"
#include "store/merge.h"
#include "store/store.h"

namespace aver::cli {

// A branch and its target, and what merging them makes.
struct Joining {
  const store::View& target;
  const store::View& base;  // a merge base of both
  const store::View& tip;
  const store::Merge& merge;  // of the tip into the target
};

// Checks what the merge would change on the target, as Checker::since() does; where it leaves a
// conflict, what the branch has changed since the base. Nothing where the target has it all.
void check_joined(Session& session, const Joining& joining, CheckAnswer& answer);

// The errors among these, sorted as they were.
claims::Diagnostics errors_among(claims::Diagnostics problems);

}  // namespace aver::cli
