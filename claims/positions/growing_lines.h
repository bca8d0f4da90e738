// SPDX-License-Identifier: MIT
//
// The lines of a claim, kept from one revision of it to the next: a revision costs no more than the
// records that it brings, takes away, or sets aside.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "claims/positions/diff.h"
#include "claims/positions/in_force.h"
#include "claims/positions/lines.h"
#include "claims/records/records.h"
#include "claims/records/vocabulary.h"
#include "claims/text/date.h"

namespace aver::claims {

// One stance that differs between a revision and the one before it. A holder has one id throughout,
// whatever it was renamed; one that was merged into another has its own until then.
struct StanceChange {
  const Stance* before = nullptr;  // null: it was not there
  const Stance* after = nullptr;   // null: it is gone
  // Where the record is the same, and the revision says that its holder is another one: merged or
  // parted; and who that is ("uw/lasker is uw/brindle").
  std::optional<Cause> moved{};
  std::string reason{};
};

// A revision of a claim by what differs from the one before it; the first, from nothing.
struct ClaimRevision {
  std::vector<StanceChange> changes;
  const Vocabulary* words = nullptr;  // where they are other ones than before; of the first always
};

// Several revisions as one: what differs between the state before the first and that after the
// last. Of moved records it does not say so. REQUIRES: there is one.
ClaimRevision joined(std::span<const ClaimRevision> revisions);

// After each take(), lines() are those that Lines would make of all stances of the revision. The
// revisions, their stances and vocabularies must outlive it.
class GrowingLines {
 public:
  using Key = std::pair<std::string_view, std::string_view>;  // holder and scale

  struct Kept {
    Line line;  // may have become empty
    // Those of its records that have a vague day, by the last day on which they may have begun.
    std::multimap<Day, LineRecord> vague;
    std::size_t bounded = 0;  // those that state an end
  };

  // Keeps only the records of `holder`, if one is given, and only those that may have begun by
  // `until`, if given.
  explicit GrowingLines(std::string_view holder = "", std::optional<Day> until = std::nullopt)
      : only_(holder), until_(until) {}

  void take(const ClaimRevision& revision);

  // The lines that the last revision changed, each with the records that came or left; one that was
  // rewritten left as it was, and came as it is.
  const std::map<Key, std::vector<const Stance*>>& touched() const { return touched_; }
  const Kept& kept(const Key& key) const { return lines_.at(key); }

  // By the words of the last revision.
  Key key_of(const Stance& stance) const {
    return {stance.holder, words_->scale_of(stance.position)};
  }

  // The stance of that name as of the last revision, or null.
  const Stance* named(std::string_view name) const;

  // Those that set the stance of that name aside; it need not be there.
  const std::vector<const Stance*>& setting_aside(std::string_view name) const;
  bool is_set_aside(std::string_view name) const { return !setting_aside(name).empty(); }

 private:
  void link(const Stance& stance, bool add);
  void displace(std::string_view name);
  void place(std::string_view name);

  struct Place {
    Key key;
    const Stance* stance;
  };
  const std::string_view only_;
  const std::optional<Day> until_;
  const Vocabulary* words_ = nullptr;
  std::unordered_map<std::string_view, const Stance*> present_;             // by name
  std::unordered_map<std::string_view, std::vector<const Stance*>> aside_;  // by the name set aside
  std::unordered_map<std::string_view, Place> placed_;
  std::map<Key, Kept> lines_;
  std::map<Key, std::vector<const Stance*>> touched_;
};

// What is possible, by the words' names of `now`: two words of then may be one by now.
std::vector<Possible> named_as_of(const Vocabulary& now, std::vector<Possible> possible);

// Where the scale stands in the vocabulary; behind all others: it does not have it.
std::size_t rank_of(const Vocabulary& words, std::string_view scale);

// By holder, then in the order of the scales of `now`.
template <class OfLine>
void sort_lines(std::vector<OfLine>& lines, const Vocabulary& now) {
  std::stable_sort(lines.begin(), lines.end(), [&](const OfLine& a, const OfLine& b) {
    if (a.holder != b.holder) return a.holder < b.holder;
    return rank_of(now, a.scale) < rank_of(now, b.scale);
  });
}

}  // namespace aver::claims
