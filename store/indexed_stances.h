// SPDX-License-Identifier: MIT
//
// Stances in brief, as the index of records has them: claim, name, holder, position, held and
// source (local times have an order only within one), and no more. For comparing positions without
// showing evidence; no file is read.
//
// A brief stance is keyed by the blob that it was made from. So it is right for every file with
// these contents, in any revision, even where the index is behind.
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
