// SPDX-License-Identifier: MIT
//
// Stances in brief, as the index of records has them: claim, name, holder, position and held, and
// no more. For who compares positions and shows no evidence; no file is read.
//
// A brief stance is keyed by the blob that it was made from. So it is right for every file with
// these contents, in whichever revision, and however late the index is.
#pragma once

#include <memory>

namespace aver::store {

// For one thread. Made by RecordsIndex, handed to read_both().
class IndexedStances {
 public:
  struct State;  // private to store/
  explicit IndexedStances(std::unique_ptr<State> state);
  ~IndexedStances();

  State& state() { return *state_; }

 private:
  std::unique_ptr<State> state_;
};

}  // namespace aver::store
