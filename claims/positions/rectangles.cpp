// SPDX-License-Identifier: MIT
//
// Keeps, for each line, the spans of days of the revision that was taken last, and since which
// revision each is so. A revision replaces the spans of some days; those that differ are finished
// rectangles.
//
// Which days: before the first on which a touched record may begin, nothing changes. And a position
// that begins on a known day and states no end is a *cut*: it surely covers all days from its own
// on, so that no record that surely began before it can be in force, nor keep another one from it.
// An absence does the same where no position states an end, which it would give way to.
// So neither the records that began before the last cut before those days matter, nor does a change
// reach beyond the first cut after them.
#include "claims/positions/rectangles.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <utility>

namespace aver::claims {
namespace {

constexpr Day kBeforeAll = Day{std::chrono::days{std::numeric_limits<std::int32_t>::min() / 2}};

using Answer = std::vector<Possible>;

bool is_no_record(const Answer& answer) { return answer.size() == 1 && answer.front().no_record(); }

// The same words of the same records, in whatever order: a record may have been rewritten since,
// and stand elsewhere on its line.
bool says_the_same(const Answer& a, const Answer& b) {
  const auto same_record = [](const Stance* one, const Stance* other) {
    return one->name == other->name;
  };
  const auto same = [&](const Possible& one, const Possible& other) {
    return one.word == other.word && one.lapsed == other.lapsed &&
           std::is_permutation(one.stances.begin(), one.stances.end(), other.stances.begin(),
                               other.stances.end(), same_record);
  };
  return std::is_permutation(a.begin(), a.end(), b.begin(), b.end(), same);
}

bool begins_before(const LineRecord& record, Day day) {
  return record.stance->held.earliest() < day;
}

// The days on which a line may answer otherwise than before, and the records that decide them.
struct Window {
  Day from;
  std::optional<Day> to;
  Line line;
};

Window window_of(const GrowingLines::Kept& kept, const std::vector<const Stance*>& changed) {
  Window window{changed.front()->held.earliest(), std::nullopt, {}};
  Day last = kBeforeAll;
  bool bounded = kept.bounded > 0;
  for (const Stance* stance : changed) {
    window.from = std::min(window.from, stance->held.earliest());
    last = std::max(last, stance->held.latest());
    bounded |= stance->until.has_value();
  }
  const auto is_cut = [&](const LineRecord& record) {
    return record.stance->held.exact() && !record.stance->until && !(bounded && record.absence());
  };
  const std::vector<LineRecord>& all = kept.line.records;
  const std::chrono::days one_day{1};
  const auto end = std::find_if(
      std::lower_bound(all.begin(), all.end(), last + one_day, begins_before), all.end(), is_cut);
  if (end != all.end()) window.to = end->stance->held.earliest();
  const auto upto =
      end == all.end() ? all.end() : std::lower_bound(all.begin(), end, *window.to, begins_before);
  auto begin = std::lower_bound(all.begin(), upto, window.from + one_day, begins_before);
  while (begin != all.begin() && !is_cut(*std::prev(begin))) --begin;
  window.line = {kept.line.holder, kept.line.scale, {}};
  std::vector<LineRecord>& records = window.line.records;
  if (begin != all.begin()) {
    const Day cut = std::prev(begin)->stance->held.earliest();
    begin = std::lower_bound(all.begin(), begin, cut, begins_before);
    for (auto at = kept.vague.lower_bound(cut); at != kept.vague.end(); ++at) {
      if (at->second.stance->held.earliest() < cut) records.push_back(at->second);
    }
    std::sort(records.begin(), records.end(), is_shown_before);
  }
  records.insert(records.end(), begin, upto);
  return window;
}

// The spans of one line at the revision taken last, and the rectangles that are finished.
class Spans {
 public:
  void replace(const Window& window, std::size_t revision, const Vocabulary& now) {
    // The spans at both ends may go on, or turn out to say the same as their new neighbours.
    const auto first = std::prev(now_.lower_bound(window.from));
    const auto last = window.to ? now_.upper_bound(*window.to) : now_.end();
    std::vector<std::pair<Day, Answer>> found;
    const auto add = [&](Day from, Answer answer) {
      if (found.empty() || !says_the_same(found.back().second, answer))
        found.emplace_back(from, std::move(answer));
    };
    add(first->first, first->second.answer);
    const LineDays days(window.line);
    for (std::size_t i = days.at(window.from); i < days.size(); ++i) {
      const Day from = std::max(window.from, days.from(i));
      if (window.to && from >= *window.to) break;
      add(from, named_as_of(now, days.possible(i)));
    }
    if (window.to) add(*window.to, std::prev(last)->second.answer);
    put(first, last, std::move(found), revision);
  }

  std::vector<Rectangle> take() {
    for (auto at = now_.begin(); at != now_.end(); ++at) finish(at, std::nullopt);
    now_.clear();
    std::sort(done_.begin(), done_.end(), [](const Rectangle& a, const Rectangle& b) {
      return a.known_from != b.known_from ? a.known_from < b.known_from : a.from < b.from;
    });
    return std::move(done_);
  }

 private:
  struct Span {
    std::size_t known_from;
    Answer answer;
  };
  using Map = std::map<Day, Span>;  // by the first day; until that of the next one

  // Puts what was found in place of the spans from `first` to `last`; those that stay as they were
  // keep since when they were known.
  void put(Map::iterator first, Map::iterator last, std::vector<std::pair<Day, Answer>> found,
           std::size_t revision) {
    Map put;
    const auto end_of_last = last == now_.end() ? std::optional<Day>() : last->first;
    for (std::size_t i = 0; i < found.size(); ++i) {
      auto& [from, answer] = found[i];
      const auto to = i + 1 < found.size() ? std::optional(found[i + 1].first) : end_of_last;
      const auto was = now_.find(from);
      const bool stays =
          was != now_.end() && end_of(was) == to && says_the_same(was->second.answer, answer);
      if (stays) {
        put.emplace(from, std::move(was->second));
        was->second.known_from = revision;  // not finished
      } else {
        put.emplace(from, Span{revision, std::move(answer)});
      }
    }
    for (auto at = first; at != last; ++at) finish(at, revision);
    now_.erase(first, last);
    now_.merge(put);
  }

  std::optional<Day> end_of(Map::iterator at) const {
    const auto next = std::next(at);
    return next == now_.end() ? std::optional<Day>() : next->first;
  }

  void finish(Map::iterator at, std::optional<std::size_t> revision) {
    Span& span = at->second;
    if ((revision && span.known_from == *revision) || is_no_record(span.answer)) return;
    done_.push_back({at->first, end_of(at), span.known_from, revision, std::move(span.answer)});
  }

  Map now_{{kBeforeAll, Span{0, {Possible{}}}}};
  std::vector<Rectangle> done_;
};

}  // namespace

const Rectangle* LineRectangles::at(Day day, std::size_t revision) const {
  const auto found = std::find_if(rectangles.begin(), rectangles.end(),
                                  [&](const Rectangle& one) { return one.has(day, revision); });
  return found == rectangles.end() ? nullptr : &*found;
}

std::vector<LineRectangles> rectangles(const std::vector<ClaimRevision>& revisions,
                                       const Vocabulary& now, std::string_view holder) {
  GrowingLines lines(holder);
  std::map<GrowingLines::Key, Spans> spans;
  for (std::size_t i = 0; i < revisions.size(); ++i) {
    lines.take(revisions[i]);
    for (const auto& [key, changed] : lines.touched())
      spans[key].replace(window_of(lines.kept(key), changed), i, now);
  }
  std::vector<LineRectangles> answer;
  for (auto& [key, of_line] : spans) {
    std::vector<Rectangle> all = of_line.take();
    if (!all.empty()) answer.push_back({key.first, key.second, std::move(all)});
  }
  sort_lines(answer, now);
  return answer;
}

}  // namespace aver::claims
