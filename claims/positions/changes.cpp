// SPDX-License-Identifier: MIT
//
// Goes along the spans of a line. Where dates are vague, what may be in force passes through sets
// that have both the old and the new in them: these are one change, told once.
#include "claims/positions/changes.h"

#include <algorithm>
#include <utility>

namespace aver::claims {
namespace {

using Candidate = LineDays::Candidate;

// Candidates stand in one order; some days have hundreds of them.
bool is_in(const Candidate& one, std::span<const Candidate> all) {
  return std::binary_search(
      all.begin(), all.end(), one, [](const Candidate& a, const Candidate& b) {
        return a.record != b.record ? a.record < b.record : a.lapsed < b.lapsed;
      });
}

bool has_one_of(std::span<const Candidate> some, std::span<const Candidate> others) {
  return std::any_of(some.begin(), some.end(),
                     [&](const Candidate& one) { return is_in(one, others); });
}

bool all_are_in(std::span<const Candidate> some, std::span<const Candidate> a,
                std::span<const Candidate> b) {
  return std::all_of(some.begin(), some.end(),
                     [&](const Candidate& one) { return is_in(one, a) || is_in(one, b); });
}

int sign_of(const Word* word) {
  return word == nullptr || word->value == 0 ? 0 : word->value < 0 ? -1 : 1;
}

bool same_words(const std::vector<Possible>& a, const std::vector<Possible>& b) {
  return a.size() == b.size() && std::all_of(a.begin(), a.end(), [&](const Possible& one) {
           return std::any_of(b.begin(), b.end(), [&](const Possible& other) {
             return one.word == other.word && one.lapsed == other.lapsed;
           });
         });
}

// True where what is in force now began before the change: something that began later has ended.
bool is_back(const Step& step) {
  const std::vector<const Stance*>& stances = step.after.front().stances;
  return std::all_of(stances.begin(), stances.end(),
                     [&](const Stance* stance) { return stance->held.latest() < step.when.first; });
}

// Goes through the steps of one line, and remembers what the class of the next may depend on.
class Classifier {
 public:
  explicit Classifier(const Line& line) : line_(line) {}

  void classify(Step& step) {
    step.change = class_of(step);
    remember(step.after);
  }

 private:
  const Word* meaning_of(std::string_view word) const {
    if (line_.scale == nullptr) return nullptr;
    for (const Word& one : line_.scale->words) {
      if (one.name == word) return &one;
    }
    return nullptr;
  }

  Change class_of(Step& step) const {
    if (step.before.size() > 1 || step.after.size() > 1) return Change::undecided;
    const Possible& was = step.before.front();
    const Possible& is = step.after.front();
    if (was.no_record()) return Change::first;
    if (is.lapsed) return Change::lapsed;
    if (was.word == is.word) {
      const bool same_record = was.stances == is.stances;
      return was.lapsed || same_record ? Change::resumed : Change::restated;
    }
    const Word* before = meaning_of(was.word);
    const Word* after = meaning_of(is.word);
    if (before == nullptr || after == nullptr) return Change::shift;
    if (line_.scale->order == Order::ordered) {
      if (is_back(step)) return Change::resumed;
      if (before->value == after->value) return Change::shift;
      return before->value < after->value ? Change::advance : Change::setback;
    }
    if (after->absence) return before->absence ? Change::shift : Change::lapsed;
    if (is_back(step) || (before->absence && is.word == last_position_)) return Change::resumed;
    const int sign = sign_of(after);
    if (sign != 0 && last_sign_ != 0 && sign != last_sign_) {
      step.by_way_of = since_sign_;
      return Change::reversal;
    }
    return Change::shift;
  }

  void remember(const std::vector<Possible>& now) {
    if (now.size() > 1) {
      // Which of them was said last is open, unless all have one sign.
      int sign = 0;
      bool first = true;
      for (const Possible& one : now) {
        const int this_sign = sign_of(meaning_of(one.word));
        if (first) sign = this_sign;
        if (this_sign != sign) sign = 0;
        first = false;
      }
      last_sign_ = sign;
      since_sign_.clear();
      return;
    }
    const Possible& one = now.front();
    if (one.no_record() || one.lapsed) return;
    const Word* word = meaning_of(one.word);
    if (word != nullptr && word->absence) {
      since_sign_.push_back(one.word);
      return;
    }
    last_position_ = one.word;
    if (const int sign = sign_of(word); sign != 0) {
      last_sign_ = sign;
      since_sign_.clear();
    } else {
      since_sign_.push_back(one.word);
    }
  }

  const Line& line_;
  std::string_view last_position_;  // the word of the last position that was no absence
  int last_sign_ = 0;
  std::vector<std::string_view> since_sign_;
};

}  // namespace

std::string_view to_string(Change change) {
  switch (change) {
    case Change::first:
      return "first";
    case Change::restated:
      return "restated";
    case Change::shift:
      return "shift";
    case Change::reversal:
      return "reversal";
    case Change::advance:
      return "advance";
    case Change::setback:
      return "setback";
    case Change::lapsed:
      return "lapsed";
    case Change::resumed:
      return "resumed";
    case Change::undecided:
      return "undecided";
  }
  return "";
}

bool is_move(Change change) {
  return change != Change::first && change != Change::restated && change != Change::undecided;
}

const Stance* Step::entered() const {
  if (after.size() != 1 || after.front().stances.empty() || after.front().lapsed) return nullptr;
  return after.front().stances.back();
}

const Stance* Step::left() const {
  if (before.size() != 1 || before.front().stances.empty()) return nullptr;
  return before.front().stances.back();
}

namespace {

// True where all that may be in force says the same.
bool is_one_word(const Line& line, std::span<const Candidate> all) {
  const auto word_of = [&](const Candidate& one) {
    return one.record == Candidate::kNoRecord ? std::string_view()
                                              : line.records[one.record].word();
  };
  return std::all_of(all.begin(), all.end(), [&](const Candidate& one) {
    return one.lapsed == all.front().lapsed && word_of(one) == word_of(all.front());
  });
}

// The records that began on the day of `last`, and gave way on it to a later time: in their order.
// Empty where there is none, or their order is open.
std::vector<const LineRecord*> given_way_that_day(const Line& line, const Stance& last) {
  std::vector<const LineRecord*> all;
  if (!last.held.exact() || !last.held.time()) return all;
  struct ByDay {
    bool operator()(const LineRecord& one, Day day) const {
      return one.stance->held.earliest() < day;
    }
    bool operator()(Day day, const LineRecord& one) const {
      return day < one.stance->held.earliest();
    }
  };
  const auto [begin, end] =
      std::equal_range(line.records.begin(), line.records.end(), last.held.earliest(), ByDay{});
  const auto own =
      std::find_if(begin, end, [&](const LineRecord& one) { return one.stance == &last; });
  for (auto at = begin; at != end; ++at) {
    const Stance& one = *at->stance;
    if (one.held.exact() && at->absence() == own->absence() && is_earlier_that_day(one, last))
      all.push_back(&*at);
  }
  const auto earlier = [](const LineRecord* a, const LineRecord* b) {
    return is_earlier_that_day(*a->stance, *b->stance);
  };
  std::sort(all.begin(), all.end(), earlier);
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (!earlier(all[i - 1], all[i])) return {};
  }
  return all;
}

// The step itself, or those that lead to it on its day.
std::vector<Step> within_the_day(const Line& line, Step step) {
  const Stance* last = step.entered();
  std::vector<Step> all;
  if (last == nullptr || step.after.front().stances.size() > 1 ||
      step.when != DaySpan{last->held.earliest(), last->held.earliest()}) {
    all.push_back(std::move(step));
    return all;
  }
  for (const LineRecord* record : given_way_that_day(line, *last)) {
    Step& earlier = all.emplace_back(step);
    earlier.timed = step.timed = true;
    earlier.after = {Possible{record->word(), false, {record->stance}}};
    step.before = earlier.after;
  }
  all.push_back(std::move(step));
  return all;
}

// The last day on which a record may have begun that may be in force now, and could not before.
Day last_beginning(const Line& line, std::span<const Candidate> now,
                   std::span<const Candidate> before) {
  Day last = Day::min();
  for (const Candidate& one : now) {
    if (one.record != Candidate::kNoRecord && !is_in(one, before))
      last = std::max(last, line.records[one.record].stance->held.latest());
  }
  return last;
}

// True where a record may be in force now, and could not before: answers that read alike may be of
// other records, and the holder may have moved between them.
bool has_begun(std::span<const Candidate> now, std::span<const Candidate> before) {
  return std::any_of(now.begin(), now.end(), [&](const Candidate& one) {
    return one.record != Candidate::kNoRecord && !one.lapsed && !is_in(one, before);
  });
}

std::vector<Step> steps_with(Classifier& classifier, const Line& line, const LineDays& days,
                             Day until) {
  std::vector<Step> answer;
  const std::size_t last = days.at(until);
  std::size_t stable = 0;  // the span that the next step leaves
  for (std::size_t i = 1; i <= last; ++i) {
    const std::size_t begin = i;
    // A set that still may be the old state, and has nothing but the old and the next one. Where it
    // is certain, though, and the old one is not, that is news.
    while (i < last && days.candidates(i).size() > 1 &&
           (!is_one_word(line, days.candidates(i)) || is_one_word(line, days.candidates(stable))) &&
           has_one_of(days.candidates(i), days.candidates(stable)) &&
           all_are_in(days.candidates(i), days.candidates(stable), days.candidates(i + 1))) {
      ++i;
    }
    Step step;
    step.before = days.possible(stable);
    step.after = days.possible(i);
    step.when = {days.from(begin), days.from(i)};
    if (step.after.size() > 1) {
      const Day end = i < last ? days.from(i + 1) - std::chrono::days{1} : until;
      step.when.last = std::clamp(last_beginning(line, days.candidates(i), days.candidates(stable)),
                                  step.when.last, std::max(end, step.when.last));
    }
    const std::size_t stable_before = std::exchange(stable, i);
    if (step.after.size() > 1 && same_words(step.before, step.after) &&
        !has_begun(days.candidates(i), days.candidates(stable_before))) {
      continue;
    }
    for (Step& one : within_the_day(line, std::move(step))) {
      classifier.classify(one);
      answer.push_back(std::move(one));
    }
  }
  return answer;
}

}  // namespace

std::vector<Step> steps(const Line& line, const LineDays& days, Day until) {
  Classifier classifier(line);
  return steps_with(classifier, line, days, until);
}

std::vector<Step> steps(const Line& line, Day until) { return steps(line, LineDays(line), until); }

void classify(const Line& line, const LineDays& days, Day from, Step& step) {
  Classifier classifier(line);
  steps_with(classifier, line, days, from);
  classifier.classify(step);
}

std::vector<Contradiction> contradictions(const Lines& lines) {
  std::vector<Contradiction> found;
  for (const Line& line : lines.all()) {
    if (line.scale == nullptr || line.scale->order != Order::opposed) continue;
    std::vector<std::size_t> of_sign[2];  // numbers of the records with a sign
    for (std::size_t i = 0; i < line.records.size(); ++i) {
      const int sign = sign_of(line.records[i].meaning);
      if (sign != 0) of_sign[sign > 0 ? 1 : 0].push_back(i);
    }
    for (std::size_t i = 0; i < line.records.size(); ++i) {
      const int sign = sign_of(line.records[i].meaning);
      if (sign == 0) continue;
      const Stance& a = *line.records[i].stance;
      const std::vector<std::size_t>& others = of_sign[sign > 0 ? 0 : 1];
      // In order of the first day: nothing behind the last day of this one can share a day with it.
      for (auto j = std::upper_bound(others.begin(), others.end(), i); j != others.end(); ++j) {
        const Stance& b = *line.records[*j].stance;
        if (b.held.earliest() > a.held.latest()) break;
        const bool certain = a.held.exact() && b.held.exact();
        if (certain && (is_earlier_that_day(a, b) || is_earlier_that_day(b, a))) continue;
        found.push_back({&a, &b, certain});
        if (!certain) break;
      }
    }
  }
  return found;
}

}  // namespace aver::claims
