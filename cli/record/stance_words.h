// SPDX-License-Identifier: MIT
//
// The words of a command that say what a stance says, for every command that makes one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/session/session.h"

namespace aver::cli {

// The options for a stance's evidence, the same for every command that makes one.
struct StanceWords {
  std::optional<std::string> held, until, through;
  std::vector<std::string> searched;
  std::optional<std::string> mode, speaker;
  std::vector<std::string> via;
  std::optional<std::string> summary, quote, quote_lang, translation, source, locator;
  std::optional<int> credibility;
  std::optional<std::string> likelihood, rating, review_by, condition, note;
  bool create = false;  // add an unknown holder or source on the way
  bool unverified = false;
};
void add_stance_words(std::vector<Word>& words, StanceWords& to);

// Those of them that say one evidence: where it stands, the words, and who says so.
void add_evidence_words(std::vector<Word>& words, StanceWords& to);

}  // namespace aver::cli
