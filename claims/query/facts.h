// SPDX-License-Identifier: MIT
//
// What a query means: whether it fits a claim and a position on it.
//
// Pure. A query is tested on one pair at a time: a claim, and what is in force on one line of a
// holder on the day asked about. All its terms are about that same pair, also under "-": a claim
// fits where one of its pairs does. A claim on which nobody has a position has one empty pair,
// which no term about positions fits (and each with "-" before it does).
//
// Where it is not certain what is in force, the pair has several choices, one a record that may be.
// All terms are asked of one choice at a time: the query is true where it fits each of them, and
// possible where it fits some. Where it asks about other pairs, too, it is asked of each way in
// which all pairs of the claim may be at once.
//
// A term about evidence (source, publisher, via, quote and the like) fits where any evidence of the
// record does: the first, or a further one.
//
// is:single-source looks at all evidence of all records that may be in force and say the word: it
// fits where their sources are of one publisher. A source without one is its own. Publishers that
// mean one actor are one.
//
// A speaker or reporter is found by what is written, and where that is an actor's id, by its other
// ids and its names, too; a publisher likewise where its words mean an actor.
//
// Terms about the claim are the same for all its pairs. `some(query)` steps out of the pair: it
// fits where any pair of the claim fits the inner query; `missing:x` is `-some(holder:x)`.
// `ever(query)` fits where any record of the claim does, in force or not: every live one, and every
// check; one that is set aside only where the query asks for it, with is:set-aside. is:corrected,
// is:ended and is:retracted are about the line, and fit one without a position, too. A pair
// fits no:source where there is a position that names no source; -has:source takes the empty pair,
// too.
//
// A date fits where every day that it may mean fits: held 2024-10 is neither < nor > 2024-10-15,
// and fits 2024 and <=2024-10. "~" widens it: held 2024-10-31~ fits >=2024-10-30, and not 2024-10.
// What is held [..2024-10-31] fits <=2024-10, and no date by itself. An absent date fits nothing.
//
// Not here: who recorded something, and when. That is git's to know (aver log, --known-at).
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "claims/positions/changes.h"
#include "claims/positions/deadline.h"
#include "claims/positions/in_force.h"
#include "claims/query/query.h"
#include "claims/records/records.h"
#include "claims/records/vocabulary.h"

namespace aver::claims::query {

// Where and when a query is asked. Whatever it refers to must outlive it.
struct Setting {
  Day day;    // positions in force on it
  Day today;  // what the word "today" means in a query
  const Vocabulary& words;
  std::function<const Source*(const std::string& id)> source;  // null where there is none
  // What an actor is called, as ActorNames::of() has it: the one with this id, null where none has
  // it; and the one that is meant by words, a publisher's, say.
  std::function<const std::vector<std::string>*(const std::string& id)> called{};
  std::function<const std::vector<std::string>*(const std::string& words)> meant{};
};

enum class Truth { no, possible, yes };

// One of the records that may be in force on a line. The stance belongs to the folder.
struct RecordChoice {
  const Stance* stance = nullptr;  // null: no record
  bool lapsed = false;
};

// A line as a query sees it.
struct Pair {
  std::string_view holder;  // empty: of the empty pair
  std::string_view scale;
  std::vector<RecordChoice> choices{RecordChoice{}};  // never empty
  bool certain = true;                                // all choices say the same word
  // The change to look at, of a step that is shown for itself; else it is the last one before the
  // day that is not a restatement.
  bool is_step = false;
  std::optional<Change> change{};
  std::optional<Date> changed{};
};

// A position, or a step of a time line, as a pair.
Pair pair_of(const Position& position);
Pair pair_of(const Line& line, const Step& step);

// The lines of a claim, and what may be in force on them: the same whatever day is asked about.
class ClaimLines {
 public:
  // `folder` and `words` outlive it.
  ClaimLines(const ClaimFolder& folder, const Vocabulary& words)
      : lines_(folder.stances, words), days_(lines_.all().size()) {}
  ClaimLines(const ClaimLines&) = delete;
  ClaimLines& operator=(const ClaimLines&) = delete;

  const Lines& all() const { return lines_; }
  // Of a line in all(); found when first asked for.
  const LineDays& days_of(const Line& line);

 private:
  Lines lines_;
  std::vector<std::optional<LineDays>> days_;
};

class ClaimFacts {
 public:
  // `folder` and `setting` outlive it. `lines` are the folder's, where they were found already.
  ClaimFacts(const ClaimFolder& folder, const Setting& setting,
             std::shared_ptr<ClaimLines> lines = nullptr)
      : folder_(folder), setting_(setting), lines_(std::move(lines)) {}

  // The lines of the claim, and what is in force on them on the day.
  const Lines& lines() const;
  const std::vector<Position>& positions() const;

  // By holder and scale, those in force on the day; the one empty pair where there is none.
  const std::vector<Pair>& pairs() const;

  // REQUIRES: saved queries are put in, words resolved, ids whole.
  Truth fits(const Query& query, const Pair& pair) const;

  // Whether a query that asks what was corrected, ended or retracted fits a line on which nobody
  // has a position on the day, as all that was recorded there is set aside, or begins later.
  bool fits_without_a_position(const Query& query) const;

  // The records that are not in force, nor may be, and fit: what ever(query) would add.
  std::vector<const Stance*> others_that_fit(const Query& query) const;

  // The records that are set aside, and fit as they are written: what is:set-aside would add.
  std::vector<const Stance*> set_aside_that_fit(const Query& query) const;

 private:
  // One choice of each pair, in the order of pairs().
  using World = std::vector<const RecordChoice*>;

  // One choice of a pair, and what is so of the others beside it.
  struct Asked {
    const Pair& pair;
    const RecordChoice& choice;
    const World* world = nullptr;  // null: all that may be
    const Stance* stance() const { return choice.stance; }
  };
  Truth fits_in_worlds(const Query& query, const Pair& pair) const;
  Truth fits(const Query& query, const Asked& asked) const;
  Truth fits_some(const Query& query, const Asked& asked) const;
  // The choices to look at of the pair with this number in pairs().
  std::vector<const RecordChoice*> choices_in(const World* world, std::size_t number) const;
  Truth fits_term(const Term& term, const Asked& asked) const;
  Truth is_missing(std::string_view holder, const Asked& asked) const;
  bool ever_fits(const Query& query) const;
  bool fits_match(Key key, const Match& match, const Asked& asked) const;
  bool claim_fits(Key key, const Match& match) const;
  bool stance_fits(Key key, const Match& match, const Asked& asked) const;
  bool evidence_fits(Key key, const Match& match, const EvidenceView& evidence) const;
  bool is_called(const std::string& who,
                 const std::function<const std::vector<std::string>*(const std::string&)>& find,
                 std::string_view words) const;
  bool source_fits(Key key, const Match& match, const EvidenceView& evidence) const;
  bool has(std::string_view what, const Asked& asked) const;
  bool is(std::string_view what, const Asked& asked) const;
  bool says(std::string_view wanted, const Asked& asked) const;
  bool date_fits(const std::optional<Date>& date, const Match& match) const;

  struct LastChange {
    Change change;
    Date when;
  };
  const std::optional<LastChange>& last_change(const Pair& pair) const;
  ClaimLines& claim_lines() const;
  bool contradicts_itself(const Pair& pair) const;
  bool has_single_publisher(const Asked& asked) const;
  bool is_overdue(const Asked& asked) const;
  bool was_set_aside(const Pair& pair, Aside how) const;
  std::string_view scale_of(const Stance& stance) const;

  const ClaimFolder& folder_;
  const Setting& setting_;
  // Found when first asked for.
  mutable std::shared_ptr<ClaimLines> lines_;
  mutable std::optional<std::vector<Position>> positions_;
  mutable std::optional<std::vector<Pair>> pairs_;
  mutable std::optional<std::set<std::pair<std::string_view, std::string_view>>> contradicting_;
  mutable std::optional<std::vector<LineDeadline>> deadlines_;
  // Holder, scale, and how a record of the line was set aside.
  mutable std::optional<std::set<std::tuple<std::string_view, std::string_view, Aside>>> asides_;
  // ever(query) is the same for all pairs of the claim, each of which asks for it: a claim of
  // 20,000 records took 40 s where each asked them all.
  mutable std::vector<std::pair<Query, bool>> ever_;
  // Asked again for each record that may be in force on a line.
  mutable std::map<std::pair<std::string_view, std::string_view>, std::optional<LastChange>>
      last_changes_;
};

}  // namespace aver::claims::query
