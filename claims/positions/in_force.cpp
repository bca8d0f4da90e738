// SPDX-License-Identifier: MIT
//
// Finds what is possible without going through worlds. A record may be in force on a day if there
// is one world in which it is, and each record's dates are independent of all others. So the
// candidate is put as late as it can be, and of every other record only one thing is asked: can it
// keep out of the way? Those that surely cover the day cannot ("forced"); the latest of their
// beginnings is a bar that a candidate must reach. One walk over the days keeps the sets that this
// needs, and looks only at what reaches the bar.
#include "claims/positions/in_force.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <set>

namespace aver::claims {
namespace {

constexpr std::chrono::days kOneDay{1};
constexpr Day kForever = Day{std::chrono::days{std::numeric_limits<std::int32_t>::max() / 2}};
constexpr Day kNever = Day{std::chrono::days{std::numeric_limits<std::int32_t>::min() / 2}};

// When a record may begin and end.
struct Extent {
  Day first, last;   // of its beginning
  Day surely;        // the last day that it covers in every world in which it has begun
  Day end;           // the last day that it may cover
  bool open = true;  // it states no end
  bool absence = false;
  const Stance* stance = nullptr;

  bool exact() const { return first == last; }
  bool may_be_forced() const { return last <= surely; }
};

Extent extent_of(const LineRecord& record) {
  const Stance& stance = *record.stance;
  Extent extent{stance.held.earliest(),
                stance.held.latest(),
                kForever,
                kForever,
                true,
                record.absence(),
                &stance};
  if (stance.until) {
    extent.open = false;
    extent.end = stance.until->latest();
    extent.last = std::min(extent.last, extent.end);
    extent.surely = std::max(extent.first, stance.until->earliest());
  }
  return extent;
}

using Candidate = LineDays::Candidate;
using Candidates = std::vector<Candidate>;

Candidate candidate(std::size_t record, bool lapsed = false) {
  return {static_cast<std::uint32_t>(record), lapsed};
}

// The walk over the days of a line on which each kind of date occurs.
class Walk {
 public:
  explicit Walk(const Line& line) {
    for (const LineRecord& record : line.records) records_.push_back(extent_of(record));
    for (const Extent& one : records_) {
      (one.absence ? any_absence_ : any_position_) = true;
    }
  }

  // Calls `visit(day, candidates)` for each day on which they change, in order.
  template <class Visit>
  void run(const Visit& visit) {
    plan();
    Candidates found;
    Candidates before;  // in the order of the sets, as found
    for (std::size_t i = 0; i < events_.size();) {
      const Day day = events_[i].day;
      for (; i < events_.size() && events_[i].day == day; ++i) apply(events_[i]);
      find(day, found);
      if (found == before) continue;
      before = found;
      visit(day, found);
    }
  }

 private:
  enum class What { covers, no_longer_covers, begun, surely_ended, look };
  struct Event {
    Day day;
    What what;
    std::uint32_t record;
  };
  using ByDay = std::multiset<std::pair<Day, std::uint32_t>>;

  void plan() {
    const auto add = [&](Day day, What what, std::size_t record) {
      if (day < kForever) events_.push_back({day, what, static_cast<std::uint32_t>(record)});
    };
    for (std::size_t i = 0; i < records_.size(); ++i) {
      const Extent& one = records_[i];
      add(one.first, What::covers, i);
      add(one.last, What::begun, i);
      if (!one.open) {
        add(one.surely + kOneDay, What::surely_ended, i);
        add(one.end + kOneDay, What::no_longer_covers, i);
      }
      // An absence takes the place only of what began on an earlier day.
      if (any_absence_ && any_position_) {
        add(one.first + kOneDay, What::look, i);
        add(one.last + kOneDay, What::look, i);
      }
    }
    std::sort(events_.begin(), events_.end(),
              [](const Event& a, const Event& b) { return a.day < b.day; });
  }

  ByDay& covering(const Extent& one) { return one.absence ? absences_ : positions_; }

  void apply(const Event& event) {
    const Extent& one = records_[event.record];
    switch (event.what) {
      case What::covers:
        covering(one).emplace(one.last, event.record);
        break;
      case What::no_longer_covers:
        covering(one).erase({one.last, event.record});
        break;
      case What::begun:
        ++begun_;
        if (one.may_be_forced()) {
          force(one, event.record);
        } else {
          ended(one);
        }
        break;
      case What::surely_ended:
        over_.emplace(one.end, event.record);
        if (one.may_be_forced()) {
          release(one, event.record);
          ended(one);
        }
        break;
      case What::look:
        break;
    }
  }

  void force(const Extent& one, std::uint32_t record) {
    ++forced_;
    if (one.absence) {
      forced_absences_.emplace(one.first, record);
      return;
    }
    forced_positions_.emplace(one.first, record);
    if (!one.open) forced_bounded_.emplace(one.first, record);
  }
  void release(const Extent& one, std::uint32_t record) {
    --forced_;
    if (one.absence) {
      forced_absences_.erase({one.first, record});
      return;
    }
    forced_positions_.erase({one.first, record});
    if (!one.open) forced_bounded_.erase({one.first, record});
  }
  // It has begun, and may have ended: whatever is the last to end, ended no earlier than this.
  void ended(const Extent& one) { latest_end_ = std::max(latest_end_, one.surely); }

  static Day latest(const ByDay& set) { return set.empty() ? kNever : set.rbegin()->first; }

  // True where another record of the same day, in force without doubt, states a later time.
  bool is_beaten_that_day(const ByDay& forced, const Extent& one) const {
    if (!one.exact() || !one.stance->held.time()) return false;
    for (auto at = forced.lower_bound({one.first, 0}); at != forced.end() && at->first == one.first;
         ++at) {
      const Extent& other = records_[at->second];
      if (other.exact() && is_earlier_that_day(*one.stance, *other.stance)) return true;
    }
    return false;
  }

  void find_positions(Day day, Candidates& found) const {
    const Day bar = latest(forced_positions_);
    const Day look = latest(forced_absences_);
    for (auto at = positions_.rbegin(); at != positions_.rend() && at->first >= bar; ++at) {
      const Extent& one = records_[at->second];
      if (one.open && look > std::min(one.last, day)) continue;
      if (!is_beaten_that_day(forced_positions_, one)) found.push_back(candidate(at->second));
    }
  }

  void find_absences(Day day, Candidates& found) const {
    const Day bar = latest(forced_absences_);
    const Day position = latest(forced_positions_);
    for (auto at = absences_.rbegin(); at != absences_.rend() && at->first >= bar; ++at) {
      const Extent& one = records_[at->second];
      const Day begin = std::min(one.last, day);
      if (!forced_positions_.empty() && position >= begin) continue;
      if (!forced_bounded_.empty() && !is_overtaken(latest(forced_bounded_), begin)) continue;
      if (!is_beaten_that_day(forced_absences_, one)) found.push_back(candidate(at->second));
    }
  }

  // True where a position that states no end may have begun on or after `bounded`, and before the
  // day on which an absence begins: only such a position gives way to the absence.
  bool is_overtaken(Day bounded, Day absence) const {
    for (auto at = positions_.rbegin(); at != positions_.rend() && at->first >= bounded; ++at) {
      const Extent& one = records_[at->second];
      if (one.open && one.first < absence) return true;
    }
    return false;
  }

  void find(Day day, Candidates& found) const {
    found.clear();
    if (begun_ == 0) found.push_back(candidate(Candidate::kNoRecord));
    find_positions(day, found);
    find_absences(day, found);
    if (forced_ > 0) return;
    for (auto at = over_.rbegin(); at != over_.rend() && at->first >= latest_end_; ++at) {
      found.push_back(candidate(at->second, true));
    }
  }

  std::vector<Extent> records_;
  bool any_absence_ = false;
  bool any_position_ = false;
  std::vector<Event> events_;
  // As of the day: the records that may cover it, by the last day on which they may begin; those
  // that surely do, by the first; and those that may have ended, by the last day that they may have
  // covered.
  ByDay positions_, absences_;
  ByDay forced_positions_, forced_absences_, forced_bounded_;
  ByDay over_;
  std::size_t begun_ = 0;  // surely
  std::size_t forced_ = 0;
  Day latest_end_ = kNever;
};

bool all_exact_and_open(const Line& line) {
  return std::all_of(line.records.begin(), line.records.end(), [](const LineRecord& record) {
    return record.stance->held.exact() && !record.stance->until;
  });
}

}  // namespace

Date date_of(const DaySpan& days) {
  if (days.first == days.last) return Date{days.first};
  const std::chrono::year_month_day first{days.first};
  const int year = static_cast<int>(first.year());
  for (const Date& whole :
       {Date::month(year, static_cast<unsigned>(first.month())), Date::year(year)}) {
    if (whole.earliest() == days.first && whole.latest() == days.last) return whole;
  }
  if (days.first <= Day{std::chrono::year{1} / std::chrono::January / 1})
    return Date::until(days.last);
  return Date::between(days.first, days.last);
}

LineDays::LineDays(const Line& line) : line_(line) {
  std::vector<Candidate> none = {candidate(Candidate::kNoRecord)};
  add(kNever, none);
  if (all_exact_and_open(line)) {
    all_exact();
  } else {
    walk();
  }
}

LineDays::LineDays(const Line& line, General) : line_(line) {
  std::vector<Candidate> none = {candidate(Candidate::kNoRecord)};
  add(kNever, none);
  walk();
}

LineDays LineDays::by_worlds(const Line& line) { return {line, General{}}; }

void LineDays::add(Day from, std::vector<Candidate>& candidates) {
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.record != b.record ? a.record < b.record : a.lapsed < b.lapsed;
  });
  if (!spans_.empty()) {
    const std::span<const Candidate> last = this->candidates(spans_.size() - 1);
    if (std::equal(last.begin(), last.end(), candidates.begin(), candidates.end())) return;
  }
  spans_.push_back({from, static_cast<std::uint32_t>(candidates_.size())});
  candidates_.insert(candidates_.end(), candidates.begin(), candidates.end());
}

// Most lines: every day is known, and nothing states an end. Then what begins on the last day is in
// force. A walk says the same, at several times the cost.
void LineDays::all_exact() {
  const std::vector<LineRecord>& records = line_.records;
  std::vector<Candidate> of_day;
  for (std::size_t begin = 0; begin < records.size();) {
    const Day day = records[begin].stance->held.earliest();
    std::size_t end = begin;
    bool position = false;
    for (; end < records.size() && records[end].stance->held.earliest() == day; ++end) {
      position |= !records[end].absence();
    }
    of_day.clear();
    for (std::size_t i = begin; i < end; ++i) {
      if (records[i].absence() == position) continue;
      const bool beaten =
          records[i].stance->held.time() &&
          std::any_of(records.begin() + static_cast<std::ptrdiff_t>(begin),
                      records.begin() + static_cast<std::ptrdiff_t>(end),
                      [&](const LineRecord& other) {
                        return other.absence() != position &&
                               is_earlier_that_day(*records[i].stance, *other.stance);
                      });
      if (!beaten) of_day.push_back(candidate(i));
    }
    add(day, of_day);
    begin = end;
  }
}

void LineDays::walk() {
  Walk(line_).run([&](Day day, std::vector<Candidate>& found) { add(day, found); });
}

std::span<const LineDays::Candidate> LineDays::candidates(std::size_t span) const {
  const std::size_t begin = spans_[span].begin;
  const std::size_t end = span + 1 < spans_.size() ? spans_[span + 1].begin : candidates_.size();
  return {candidates_.data() + begin, end - begin};
}

std::size_t LineDays::at(Day day) const {
  const auto behind =
      std::upper_bound(spans_.begin(), spans_.end(), day,
                       [](Day wanted, const Span& span) { return wanted < span.from; });
  return static_cast<std::size_t>(behind - spans_.begin()) - (behind == spans_.begin() ? 0 : 1);
}

std::vector<Possible> LineDays::possible(std::size_t span) const {
  std::vector<Possible> answer;
  bool no_record = false;
  for (const Candidate& one : candidates(span)) {
    if (one.record == Candidate::kNoRecord) {
      no_record = true;
      continue;
    }
    const LineRecord& record = line_.records[one.record];
    const std::string_view word = record.word();
    auto at = std::find_if(answer.begin(), answer.end(), [&](const Possible& other) {
      return other.word == word && other.lapsed == (one.lapsed);
    });
    if (at == answer.end()) at = answer.insert(at, Possible{word, one.lapsed, {}});
    at->stances.push_back(record.stance);
  }
  if (no_record) answer.push_back({});
  return answer;
}

std::optional<Date> last_looked(const Lines& lines, const Stance& stance, Day day) {
  std::optional<Date> looked = stance.through;
  for (const Stance* check : lines.checks_of(stance)) {
    if (check->held.earliest() > day) continue;
    const Date until = check->through.value_or(check->held);
    // Nobody finds unchanged what has not begun: of what it was corrected to, on a later day.
    if (until.latest() < stance.held.earliest()) continue;
    if (!looked || looked->latest() < until.latest()) looked = until;
  }
  // Nobody finds unchanged what has ended.
  if (looked && stance.until && stance.until->latest() < looked->latest()) looked = stance.until;
  return looked;
}

namespace {

// Since when each word is in force without a break, from one span of days to the next.
class Stretches {
 public:
  explicit Stretches(const Line& line) : line_(line) {}

  void add(Day from, std::span<const Candidate> candidates) {
    for (Stretch& one : all_) one.held = one.ended = false;
    for (const Candidate& candidate : candidates) {
      Stretch& one = of(candidate);
      (candidate.lapsed ? one.ended : one.held) = true;
    }
    const auto words = std::count_if(all_.begin(), all_.end(),
                                     [](const Stretch& one) { return one.held || one.ended; });
    for (Stretch& one : all_) {
      if (one.held && !one.held_before) one.first = from;
      const bool alone = one.held && words == 1;
      if (alone && !one.alone_before) one.last = from;
      one.held_before = one.held;
      one.alone_before = alone;
    }
  }

  // The days on which what may be so now may have begun. `latest` is the last on which a record of
  // now may have begun.
  DaySpan of_now(Day latest) const {
    DaySpan span{kForever, kNever};
    std::size_t now = 0;
    for (const Stretch& one : all_) {
      if (!one.held && !one.ended) continue;
      ++now;
      if (one.word.empty()) continue;
      span.first = std::min(span.first, one.first);
      span.last = one.last;
    }
    if (now > 1 || span.last == kNever) span.last = latest;
    return {span.first, std::max(span.first, span.last)};
  }

 private:
  struct Stretch {
    std::string_view word;             // empty: no record
    Day first = kForever;              // since when it may be so
    Day last = kNever;                 // since when it surely is
    bool held = false, ended = false;  // possible on the days looked at, as such or as lapsed
    bool held_before = false, alone_before = false;
  };

  Stretch& of(const Candidate& candidate) {
    const std::string_view word = candidate.record == Candidate::kNoRecord
                                      ? std::string_view()
                                      : line_.records[candidate.record].word();
    const auto at = std::find_if(all_.begin(), all_.end(),
                                 [&](const Stretch& one) { return one.word == word; });
    return at != all_.end() ? *at : all_.emplace_back(Stretch{word});
  }

  const Line& line_;
  std::vector<Stretch> all_;
};

// Whether a position that surely began after all that may be in force has surely ended.
bool is_resumed(const Line& line, const Possible& now, Day day) {
  if (now.lapsed) return false;
  Day last = kNever;
  for (const Stance* stance : now.stances) last = std::max(last, stance->held.latest());
  return std::any_of(line.records.begin(), line.records.end(), [&](const LineRecord& record) {
    const Stance& other = *record.stance;
    return !record.absence() && other.held.earliest() > last && other.until &&
           other.until->latest() < day;
  });
}

// What is told beside a certain answer.
void add_looks(const Lines& lines, const Line& line, const LineDays& all, std::size_t span, Day day,
               Position& position) {
  const Possible& now = position.possible.front();
  const bool absence =
      std::any_of(line.records.begin(), line.records.end(), [&](const LineRecord& record) {
        return record.absence() && record.stance == now.stances.front();
      });
  std::optional<Date> checked;
  for (const Stance* stance : now.stances) {
    std::optional<Date> one = last_looked(lines, *stance, day);
    if (!one && absence) one = stance->held;
    if (one && (!checked || checked->latest() < one->latest())) checked = one;
  }
  if (checked && checked->latest() < day) position.last_checked = checked;
  if (absence) {
    for (std::size_t i = span; i-- > 0 && position.before_absence == nullptr;) {
      for (const Candidate& one : all.candidates(i)) {
        if (one.record == Candidate::kNoRecord || line.records[one.record].absence()) continue;
        position.before_absence = line.records[one.record].stance;
      }
    }
    return;
  }
  for (const LineRecord& record : line.records) {
    const Stance& look = *record.stance;
    if (record.absence() && look.held.latest() <= day &&
        (!look.until || look.until->latest() >= day) &&
        look.held.earliest() >= now.stances.back()->held.earliest()) {
      position.also_looked.push_back(&look);
    }
  }
}

}  // namespace

std::optional<Position> position_alone_on(const Line& line, const LineDays& all, Day day) {
  const std::size_t span = all.at(day);
  Position position;
  position.possible = all.possible(span);
  if (position.certain() && position.possible.front().no_record()) return std::nullopt;
  position.holder = line.holder;
  position.scale = line.scale;
  Stretches stretches(line);
  for (std::size_t i = 0; i <= span; ++i) stretches.add(all.from(i), all.candidates(i));
  Day latest = kNever;
  for (const Possible& one : position.possible) {
    for (const Stance* stance : one.stances)
      latest = std::max(latest, std::min(stance->held.latest(), day));
  }
  position.since = stretches.of_now(latest);
  if (position.certain()) position.resumed = is_resumed(line, position.possible.front(), day);
  return position;
}

std::optional<Position> position_on(const Lines& lines, const Line& line, const LineDays& all,
                                    Day day) {
  std::optional<Position> position = position_alone_on(line, all, day);
  if (position && position->certain()) add_looks(lines, line, all, all.at(day), day, *position);
  return position;
}

std::optional<Position> position_on(const Lines& lines, const Line& line, Day day) {
  return position_on(lines, line, LineDays(line), day);
}

std::vector<Position> positions_on(const Lines& lines, Day day) {
  std::vector<Position> answer;
  for (const Line& line : lines.all()) {
    if (std::optional<Position> position = position_on(lines, line, day))
      answer.push_back(std::move(*position));
  }
  return answer;
}

std::vector<Position> positions_within(const Lines& lines, const DaySpan& asked) {
  std::vector<Position> answer;
  for (const Line& line : lines.all()) {
    const LineDays days(line);
    for (std::size_t i = days.at(asked.first); i < days.size(); ++i) {
      const Day first = std::max(asked.first, days.from(i));
      if (first > asked.last) break;
      const Day last = i + 1 < days.size()
                           ? std::min(asked.last, days.from(i + 1) - std::chrono::days{1})
                           : asked.last;
      std::optional<Position> position = position_on(lines, line, days, last);
      if (!position) continue;
      position->within = DaySpan{first, last};
      answer.push_back(std::move(*position));
    }
  }
  return answer;
}

}  // namespace aver::claims
