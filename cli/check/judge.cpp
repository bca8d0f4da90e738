// SPDX-License-Identifier: MIT
//
// The merge is judged as edits on the target that nobody has made: looking at a proposal writes
// nothing to the store.
#include "cli/check/judge.h"

#include "cli/check/checker.h"

namespace aver::cli {

void check_joined(Session& session, const Joining& joining, CheckAnswer& answer) {
  using Kind = store::Merge::Kind;
  const Brought brought{joining.target.commit(), joining.tip.commit()};
  switch (joining.merge.kind) {
    case Kind::nothing:
      return;
    case Kind::forward:
      return Checker(session, joining.tip).since(joining.target, answer, brought);
    case Kind::real:
      break;
  }
  if (!joining.merge.clean())
    return Checker(session, joining.tip).since(joining.base, answer, brought);
  Checker(session, joining.target, joining.merge.edits()).since(joining.target, answer, brought);
}

claims::Diagnostics errors_among(claims::Diagnostics problems) {
  std::erase_if(problems, [](const claims::Diagnostic& problem) {
    return problem.severity != claims::Severity::error;
  });
  return problems;
}

}  // namespace aver::cli
