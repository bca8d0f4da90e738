// SPDX-License-Identifier: MIT
//
// What came to a branch without what its policy asks for: by plain git, or on purpose. Each step of
// the line of first parents is judged by the policy, the people and the keys of the one before it.
//
// Only reads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/answers/answers.h"
#include "cli/review/proposals.h"

namespace aver::cli {

// The steps from `from` (nothing: the first commit) to `tip`.
PolicyAnswer past_policy(Session& session, const std::optional<store::CommitId>& from,
                         const store::View& tip);

// What `tip` would bring to a branch that is at `target`, judged step by step, as past_policy()
// will later: nothing where the policy lets it through. `also` are tips of the branch of reviews
// that come along.
std::optional<claims::reviews::Verdict> refused_by_policy(
    Session& session, const store::View& target, const store::View& tip,
    const std::vector<store::CommitId>& also = {});

// Whether the policy asks for anything at all.
bool asks_for_anything(const claims::ReviewPolicy& policy);

}  // namespace aver::cli
