// SPDX-License-Identifier: MIT
//
// The conditions that list, positions, flips, due and diff share.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "claims/records.h"
#include "claims/wanted.h"
#include "cli/session.h"
#include "store/store.h"

namespace aver::cli {

// As typed.
struct FilterWords {
  std::optional<std::string> topic, holder, kind;
  std::vector<std::string> positions, tags;

  bool any() const { return topic || holder || kind || !positions.empty() || !tags.empty(); }
};
// The topic is a word of its own, or, where a command has other words, the option --topic.
void add_filter_words(std::vector<Word>& words, FilterWords& to, bool topic_as_option = false);

// With names resolved in a view. Conditions are joined: all of them must fit.
class Filter {
 public:
  Filter(const store::View& view, const FilterWords& words);

  bool takes(const claims::Claim& claim) const;
  bool takes_holder(std::string_view holder) const { return holder_.empty() || holder == holder_; }
  bool takes_position(std::string_view word) const;  // the word's name of today

  bool takes_topic(std::string_view claim_id) const;
  const std::string& holder() const { return holder_; }
  bool asks_for_positions() const { return !holder_.empty() || !positions_.empty(); }

  // What the conditions come to, that on positions apart: on which day, a command knows.
  claims::Wanted wanted() const;
  // The ways in which records may spell the positions asked for; empty where none were.
  std::vector<std::string> spellings(const claims::Vocabulary& words) const;

  // Calls `visit` for each claim's folder that fits wanted() and, where given, one of `narrower`,
  // which are made of wanted() with more conditions; in order. Reads no more of them than it must.
  void each_folder(Session& session, const store::View& view,
                   const std::function<void(claims::ClaimFolder&&)>& visit,
                   const std::vector<claims::Wanted>& narrower = {}) const;

 private:
  std::string topic_, holder_, kind_;
  std::vector<std::string> positions_, tags_;
};

}  // namespace aver::cli
