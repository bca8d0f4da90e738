// SPDX-License-Identifier: MIT
//
// What is told of one claim: who holds what on it, and whether quotes stand in their sources.
#pragma once

#include "cli/answers/answers.h"
#include "cli/evidence/evidence.h"
#include "store/store.h"

namespace aver::cli {

// The positions in force, the holders without one, and how the claim's deadline stands. Quotes,
// reliability and approvals are for the caller to add.
ClaimAnswer claim_answer(const Head& head, claims::ClaimFolder&& folder,
                         const claims::Vocabulary& words);

// Looks for the quotes of stances in the captures of their sources.
class QuoteLookup {
 public:
  // `view` outlives it.
  explicit QuoteLookup(const store::View& view)
      : evidence_([&view](const std::string& path) { return view.read(path); }) {}
  void add(const claims::Stance& stance);
  void add(const std::vector<Held>& positions);  // what they rest on
  Quotes take();

 private:
  Evidence evidence_;
  Quotes found_;
};

}  // namespace aver::cli
