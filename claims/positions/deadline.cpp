// SPDX-License-Identifier: MIT
//
// Asks LineDays what may be in force on the deadline's last day, and the steps of the line for what
// came after.
#include "claims/positions/deadline.h"

#include <algorithm>
#include <set>
#include <string>

#include "claims/positions/changes.h"

namespace aver::claims {
namespace {

using Candidate = LineDays::Candidate;

// The days that may be the last one. A month or a year lasts to its end; "about" and "one of these
// days" leave open which it is, and only once all have passed is each of them asked.
DaySpan last_days(const Date& deadline, Day day) {
  const Day last = deadline.latest();
  const bool is_open = deadline.approximate() || deadline.bounded();
  return {is_open && day > last ? deadline.earliest() : last, last};
}

class DeadlineJudge {
 public:
  DeadlineJudge(const Claim& claim, const Vocabulary& words, const Line& line, Day day)
      : words_(words),
        line_(line),
        days_(line),
        day_(day),
        last_(claim.deadline->latest()),
        asked_(last_days(*claim.deadline, day)) {}

  // False where there surely is no record by the day asked.
  bool has_record() const {
    const auto now = days_.candidates(days_.at(day_));
    return now.size() > 1 || now.front().record != Candidate::kNoRecord;
  }

  LineDeadline judge() {
    LineDeadline answer{line_.holder, line_.scale, {}};
    const bool was_settled = find_outcomes(answer);
    find_after(answer);
    const auto now = days_.candidates(days_.at(day_));
    answer.settled = was_settled || std::all_of(now.begin(), now.end(), [&](const Candidate& one) {
                       return closing(one) != nullptr;
                     });
    return answer;
  }

 private:
  // The word in force, if it closes; else null.
  const Word* closing(const Candidate& one) const {
    if (one.record == Candidate::kNoRecord || one.lapsed) return nullptr;
    const Word* word = line_.records[one.record].meaning;
    return word != nullptr && words_.closes(*word) ? word : nullptr;
  }

  // True where a closing word surely was in force on the deadline, or is before it.
  bool find_outcomes(LineDeadline& answer) const {
    bool all_close = true;
    std::set<Outcome> found;
    std::set<std::uint32_t> by;
    const std::size_t end = days_.at(std::min(asked_.last, day_));
    for (std::size_t i = days_.at(std::min(asked_.first, day_)); i <= end; ++i) {
      for (const Candidate& one : days_.candidates(i)) {
        add_outcomes(one, found);
        if (closing(one) != nullptr) {
          by.insert(one.record);
        } else {
          all_close = false;
        }
      }
    }
    answer.possible.assign(found.begin(), found.end());
    for (const std::uint32_t record : by) answer.by.push_back(line_.records[record].stance);
    return all_close;
  }

  // Of a record that may be in force on the last day, or before it on the day asked.
  void add_outcomes(const Candidate& one, std::set<Outcome>& found) const {
    const Outcome else_so = day_ > last_ ? Outcome::missed : Outcome::open;
    const Word* word = closing(one);
    if (word == nullptr || word->value == 0) {
      found.insert(else_so);
    } else if (word->value < 0) {
      found.insert(Outcome::missed);
    } else {
      const std::optional<Date>& until = line_.records[one.record].stance->until;
      const bool goes_on = day_ >= last_ || !until;
      if (goes_on || until->latest() >= last_) found.insert(Outcome::kept);
      if (!goes_on && until->earliest() < last_) found.insert(else_so);
    }
  }

  void find_after(LineDeadline& answer) const {
    const bool missed = answer.certain() && answer.possible.front() == Outcome::missed;
    std::set<std::string_view> before = closing_words(days_.candidates(days_.at(last_)));
    for (const Step& step : steps(line_, days_, day_)) {
      if (step.when.first <= last_) continue;
      std::set<std::string_view> now;
      for (const Possible& one : step.after) {
        const Word* word = one.no_record() || one.lapsed ? nullptr : word_named(one.word);
        if (word == nullptr || !words_.closes(*word)) continue;
        now.insert(word->name);
        if (before.contains(word->name)) continue;
        answer.after.push_back(
            {word->name, step.when, missed && word->value > 0, step.after.size() == 1});
      }
      before = std::move(now);
    }
  }

  std::set<std::string_view> closing_words(std::span<const Candidate> all) const {
    std::set<std::string_view> found;
    for (const Candidate& one : all) {
      if (const Word* word = closing(one)) found.insert(word->name);
    }
    return found;
  }

  const Word* word_named(std::string_view name) const {
    const auto& all = line_.scale->words;
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const Word& word) { return word.name == name; });
    return at == all.end() ? nullptr : &*at;
  }

  const Vocabulary& words_;
  const Line& line_;
  const LineDays days_;
  const Day day_;
  const Day last_;
  const DaySpan asked_;
};

}  // namespace

std::string_view to_string(Outcome outcome) {
  switch (outcome) {
    case Outcome::kept:
      return "kept";
    case Outcome::missed:
      return "missed";
    case Outcome::open:
      return "open";
  }
  return "";
}

bool judges_deadline(const Vocabulary& words, const Scale& scale, std::string_view kind) {
  if (!words.has_closing_word(scale)) return false;
  if (kind == "pledge" || kind == "policy") return scale.order == Order::ordered;
  if (kind == "prediction") return scale.order == Order::opposed || scale.name == "rating";
  return true;
}

std::vector<LineDeadline> deadlines_on(const Claim& claim, const Lines& lines, Day day) {
  std::vector<LineDeadline> answers;
  if (!claim.deadline) return answers;
  for (const Line& line : lines.all()) {
    if (line.scale == nullptr || !judges_deadline(lines.words(), *line.scale, claim.kind)) continue;
    DeadlineJudge judge(claim, lines.words(), line, day);
    if (judge.has_record()) answers.push_back(judge.judge());
  }
  return answers;
}

}  // namespace aver::claims
