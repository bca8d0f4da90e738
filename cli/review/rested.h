// SPDX-License-Identifier: MIT
//
// What the files of a proposal rest on once accepted, and what rests on them.
//
// Reads only: the merge is read as edits that nobody has made.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/review/event_judge.h"
#include "claims/review/rests.h"
#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

// A view with edits on top.
class MergedState {
 public:
  explicit MergedState(store::View view, const std::vector<store::Edit>& edits = {});

  const store::View& view() const { return view_; }
  std::optional<std::string> read(const std::string& path) const;

 private:
  store::View view_;
  std::map<std::string, std::optional<std::string>> edited_;  // by path; nothing: removed
};

// The values that a stance with this text rests on; empty where it cannot be read.
class RestsReader {
 public:
  explicit RestsReader(const MergedState& state);
  claims::reviews::Rests of(const std::string& path, const std::string& text);
  // The digest that reviews name; empty for none.
  std::string digest_of(const std::string& path, const std::string& text);

 private:
  const MergedState& state_;
  std::optional<claims::Vocabulary> vocabulary_;
  std::map<std::string, std::optional<claims::Claim>, std::less<>> claims_;
  std::map<std::string, std::optional<claims::Actor>, std::less<>> actors_;
  std::map<std::string, std::optional<claims::Source>, std::less<>> sources_;
};

// Sets `rests` of each stance among the files.
void add_rests(const MergedState& state, std::vector<claims::reviews::ProposedFile>& files);

// Sets `resting` of each changed actor and source, where the policy has rules for topics or paths:
// the stances of the target that refer to it, and those among `files`.
void add_resting(Session& session, const store::View& target, const MergedState& state,
                 std::vector<claims::reviews::ProposedFile>& files);

}  // namespace aver::cli
