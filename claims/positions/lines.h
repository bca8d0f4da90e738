// SPDX-License-Identifier: MIT
//
// The lines of a claim: for each holder and each scale, the records that may be in force.
//
// What somebody says (`silent`), what they do (`not-acted`) and how others rate it stand beside
// each other: a record changes no line but its own. In words: claims/FORMAT.md, "Lines".
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "claims/positions/set_aside.h"
#include "claims/records/records.h"
#include "claims/records/vocabulary.h"

namespace aver::claims {

// A live record with a position: no stance sets it aside, it is no check, and it does not end
// before it begins.
struct LineRecord {
  const Stance* stance = nullptr;
  const Word* meaning = nullptr;  // null where the vocabulary does not have the word

  // Today's name of the word; as it stands in the record where the vocabulary does not have it.
  std::string_view word() const {
    return meaning != nullptr ? std::string_view(meaning->name)
                              : std::string_view(stance->position);
  }
  bool absence() const { return meaning != nullptr && meaning->absence; }
};

struct Line {
  std::string_view holder;
  const Scale* scale = nullptr;  // null: the line of words that the vocabulary does not have
  // By first and last day of `held`, then moment, then file order: an order to show them in. What
  // is in force never depends on it.
  std::vector<LineRecord> records;

  std::string_view scale_name() const {
    return scale != nullptr ? std::string_view(scale->name) : std::string_view();
  }
};

// The holders that have any stance in `stances`, each once, sorted.
std::vector<std::string_view> holders(const std::vector<Stance>& stances);

// True where `a` surely comes before `b` on their common day: both state a time with its offset, or
// both a local time in one source.
bool is_earlier_that_day(const Stance& a, const Stance& b);

// True where the stance ends before it begins, whatever its dates mean.
bool ends_before_it_begins(const Stance& stance);

// False where a check that names the record is an error, and takes no place: a retraction, or
// another holder's or word's. A record that is set aside may be named.
bool may_repeat(const Stance& check, const Stance& named, const Vocabulary& words);

// True where the stance stands on a line unless another one sets it aside: it has a position, and
// is neither a retraction nor a check.
bool has_place(const Stance& stance);

// The order of a line's records (Line::records).
bool is_shown_before(const LineRecord& one, const LineRecord& other);

// All lines of a claim, worked out once. `stances` and `words` must outlive it.
class Lines {
 public:
  Lines(const std::vector<Stance>& stances, const Vocabulary& words);

  // By holder, then in the vocabulary's order of scales; none is empty.
  const std::vector<Line>& all() const { return lines_; }

  // The lines of one holder, a part of all().
  std::pair<const Line*, const Line*> of(std::string_view holder) const;

  // The line that a record of this holder and word stands on, or null.
  const Line* of(std::string_view holder, std::string_view scale) const;

  const SetAside& aside() const { return aside_; }
  const Vocabulary& words() const { return words_; }

  // The checks (records with `repeats`) that speak of the record: of it, or of one that it
  // corrects. In file order.
  const std::vector<const Stance*>& checks_of(const Stance& stance) const;

  // The record that a check names; null where it is not there.
  const Stance* root_of(const Stance& check) const;

  // The record that a check speaks of: its root, or what corrects that; null where the check takes
  // no place, or the root was retracted, is not there, or was corrected from an absence to
  // something said or the other way round: that somebody looked and found nothing is no proof of
  // anything said.
  const Stance* checked_by(const Stance& check) const;

 private:
  void find_checks(const std::vector<Stance>& stances);

  const Vocabulary& words_;
  SetAside aside_;
  std::vector<Line> lines_;
  std::unordered_map<const Stance*, std::vector<const Stance*>> checks_;
  std::unordered_map<const Stance*, const Stance*> checked_, roots_;
};

}  // namespace aver::claims
