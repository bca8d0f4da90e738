// SPDX-License-Identifier: MIT
//
// What an edit of an actor, a source or the vocabulary says, and which positions rest on it.
#pragma once

#include <string>
#include <vector>

#include "cli/answers/answers.h"
#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

// One for each of the paths, which both views have. Stances and lines are those of `after` on
// `day`: of an actor, where it is the holder or the speaker; of a source, those that cite it; of
// aver.toml, those with a word that it says otherwise. A file that cannot be read has no keys.
std::vector<DiffAnswer::Edited> edited_files(Session& session, const store::View& before,
                                             const store::View& after, claims::Day day,
                                             const std::vector<std::string>& paths);

}  // namespace aver::cli
