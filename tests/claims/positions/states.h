// SPDX-License-Identifier: MIT
//
// States of a claim's folder, one a revision, and what differs from each to the next.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "claims/positions/growing_lines.h"
#include "tests/claims/positions/worlds.h"

namespace aver::tests {

// The states of a claim's folder, one a revision.
class States {
 public:
  void add(Stances state, const claims::Vocabulary* words = nullptr) {
    if (states_.empty() && words == nullptr) words = &claims::default_vocabulary();
    std::sort(state.begin(), state.end(), [](const Stance& a, const Stance& b) {
      return claims::file_order_less(a.name, b.name);
    });
    states_.push_back(std::move(state));
    claims::ClaimRevision& revision = revisions_.emplace_back();
    revision.words = words;
    words_.push_back(words != nullptr ? words : words_.back());
    static const Stances kNone;
    const Stances& now = states_.back();
    const Stances& then = states_.size() > 1 ? states_[states_.size() - 2] : kNone;
    const auto named_in = [](const Stances& all, const std::string& name) {
      const auto at =
          std::find_if(all.begin(), all.end(), [&](const Stance& one) { return one.name == name; });
      return at == all.end() ? nullptr : &*at;
    };
    for (const Stance& one : then) {
      const Stance* after = named_in(now, one.name);
      if (after == nullptr || !(*after == one)) revision.changes.push_back({&one, after});
    }
    for (const Stance& one : now) {
      if (named_in(then, one.name) == nullptr) revision.changes.push_back({nullptr, &one});
    }
  }

  std::size_t size() const { return states_.size(); }
  const Stances& state(std::size_t i) const { return states_[i]; }
  const claims::Vocabulary& words(std::size_t i) const { return *words_[i]; }
  const std::vector<claims::ClaimRevision>& revisions() const { return revisions_; }

 private:
  std::deque<Stances> states_;
  std::vector<claims::ClaimRevision> revisions_;
  std::vector<const claims::Vocabulary*> words_;
};

// The default words, "deny" under another name.
inline const claims::Vocabulary& with_denies() {
  static const claims::Vocabulary words = [] {
    std::vector<claims::Scale> scales = claims::default_vocabulary().scales();
    for (claims::Scale& scale : scales) {
      for (claims::Word& word : scale.words) {
        if (word.name == "deny") {
          word.name = "denies";
          word.was = {"deny"};
        }
      }
    }
    return claims::Vocabulary(std::move(scales));
  }();
  return words;
}

// The same words without one of them.
inline const claims::Vocabulary& without_affirm() {
  static const claims::Vocabulary words = [] {
    std::vector<claims::Scale> scales = with_denies().scales();
    for (claims::Scale& scale : scales)
      std::erase_if(scale.words, [](const claims::Word& word) { return word.name == "affirm"; });
    return claims::Vocabulary(std::move(scales));
  }();
  return words;
}

// Some revisions of a drawn store.
inline States drawn_states() {
  const Stances all = drawn_store();
  States states;
  Stances now;
  const std::size_t count = *rc::gen::inRange<std::size_t>(1, 9);
  std::size_t next = 0;
  for (std::size_t i = 0; i < count; ++i) {
    // Some records come at once, as with a merge; some are removed, or rewritten by hand.
    for (int n = one_of<int>({1, 1, 1, 0, 2, 3}); n > 0 && next < all.size(); --n)
      now.push_back(all[next++]);
    if (!now.empty() && chance(15))
      now.erase(now.begin() +
                *rc::gen::inRange<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(now.size())));
    if (!now.empty() && chance(25)) {
      Stance& one = now[*rc::gen::inRange<std::size_t>(0, now.size())];
      const int what = *rc::gen::inRange(0, 6);
      if (what == 0) one.quote = "So it is.";
      if (what == 1 && !one.position.empty()) one.position = any_word("stance");
      if (what == 2) one.held = date(one_of(kVague));
      if (what == 3) any_end(one);
      if (what == 4) one.holder = one_of<std::string>({"a", "b"});
      if (what == 5) any_link(one, all);
    }
    const claims::Vocabulary* words =
        chance(15) ? one_of<const claims::Vocabulary*>(
                         {&claims::default_vocabulary(), &with_denies(), &without_affirm()})
                   : nullptr;
    states.add(now, words);
  }
  return states;
}

}  // namespace aver::tests
