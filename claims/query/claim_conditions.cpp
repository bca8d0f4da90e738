// SPDX-License-Identifier: MIT
//
// Holds a folder against the conditions, and finds the literal texts by which a file can be passed
// over unread. store/index/question.cpp says the same in SQL: a condition that is added here is
// added there.
#include "claims/query/claim_conditions.h"

#include <algorithm>

#include "claims/positions/set_aside.h"
#include "claims/records/people.h"

namespace aver::claims {
namespace {

bool one_of(const std::vector<std::string>& words, std::string_view word) {
  return words.empty() || std::find(words.begin(), words.end(), word) != words.end();
}

bool below_one_of(const std::vector<std::string>& folders, std::string_view id) {
  return folders.empty() ||
         std::any_of(folders.begin(), folders.end(), [&](const std::string& folder) {
           return folder.empty() ? id.empty() : in_topic(id, folder);
         });
}

bool by(const std::optional<Date>& date, Day day) { return date && date->latest() <= day; }

bool touches(const Stance& stance, const Days& days) {
  const auto begins_in_time = [&](Day day) { return !days.last || day <= *days.last; };
  const auto ends_in_time = [&](Day day) { return !days.first || day >= *days.first; };
  if (begins_in_time(stance.held.earliest()) && ends_in_time(stance.held.latest())) return true;
  return stance.until && ends_in_time(stance.until->latest() + std::chrono::days{1});
}

// Whether an evidence of the stance is one of those asked for; any stance, where none is.
bool cites_one_of(const std::vector<std::string>& sources, const Stance& stance) {
  return below_one_of(sources, stance.source) ||
         std::any_of(stance.further.begin(), stance.further.end(),
                     [&](const Evidence& one) { return below_one_of(sources, one.source); });
}

bool has_one_of(const std::vector<std::string>& words, const Stance& stance,
                std::string Stance::*first, std::string Evidence::*further) {
  return one_of(words, stance.*first) ||
         std::any_of(stance.further.begin(), stance.further.end(),
                     [&](const Evidence& one) { return one_of(words, one.*further); });
}

bool stance_fits(const Stance& stance, const WantedStance& wanted) {
  if (!one_of(wanted.holders, stance.holder) || !one_of(wanted.positions, stance.position) ||
      !cites_one_of(wanted.sources, stance) ||
      !has_one_of(wanted.speakers, stance, &Stance::speaker, &Evidence::speaker) ||
      !has_one_of(wanted.modes, stance, &Stance::mode, &Evidence::mode)) {
    return false;
  }
  if (!wanted.voices.empty()) {
    bool has_voice = false;
    each_voice(stance,
               [&](Voice, const std::string& who) { has_voice |= one_of(wanted.voices, who); });
    if (!has_voice) return false;
  }
  if (wanted.without_source && has_source(stance)) return false;
  if (wanted.touches && !touches(stance, *wanted.touches)) return false;
  if (wanted.checked_until && !by(stance.through.value_or(stance.held), *wanted.checked_until))
    return false;
  return !wanted.review_until || by(stance.review_by, *wanted.review_until);
}

bool has_fitting_stance(const ClaimFolder& folder, const WantedStance& wanted,
                        const Vocabulary& words) {
  if (!wanted.in_force) {
    return std::any_of(folder.stances.begin(), folder.stances.end(),
                       [&](const Stance& stance) { return stance_fits(stance, wanted); });
  }
  const Lines lines(folder.stances, words);
  for (const Line& line : lines.all()) {
    const bool may_fit =
        std::any_of(line.records.begin(), line.records.end(),
                    [&](const LineRecord& record) { return stance_fits(*record.stance, wanted); });
    if (!may_fit) continue;
    const LineDays days(line);
    const std::size_t last = days.at(wanted.in_force->last);
    for (std::size_t span = days.at(wanted.in_force->first); span <= last; ++span) {
      for (const LineDays::Candidate& one : days.candidates(span)) {
        if (one.record != LineDays::Candidate::kNoRecord &&
            stance_fits(*line.records[one.record].stance, wanted)) {
          return true;
        }
      }
    }
  }
  return false;
}

bool folder_fits(const ClaimFolder& folder, const ClaimCondition& wanted, const Vocabulary& words) {
  if (!in_topic(folder.id, wanted.topic)) return false;
  if (!wanted.kinds.empty() || !wanted.tags.empty() || wanted.deadline_until ||
      wanted.review_until) {
    if (!folder.claim) return false;
    const Claim& claim = *folder.claim;
    if (!one_of(wanted.kinds, claim.kind)) return false;
    for (const std::string& tag : wanted.tags) {
      if (claim.tags.empty() || !one_of(claim.tags, tag)) return false;
    }
    if (wanted.deadline_until && !by(claim.deadline, *wanted.deadline_until)) return false;
    if (wanted.review_until && !by(claim.review_by, *wanted.review_until)) return false;
  }
  return !wanted.stance.any() || has_fitting_stance(folder, wanted.stance, words);
}

}  // namespace

bool WantedStance::any() const {
  return !holders.empty() || !positions.empty() || !sources.empty() || !speakers.empty() ||
         !modes.empty() || !voices.empty() || without_source || in_force || touches ||
         checked_until || review_until;
}

bool ClaimCondition::whole_topic() const {
  return kinds.empty() && tags.empty() && !deadline_until && !review_until && !stance.any();
}

bool fits(const ClaimFolder& folder, const std::vector<ClaimCondition>& any,
          const Vocabulary& words) {
  return std::any_of(any.begin(), any.end(), [&](const ClaimCondition& wanted) {
    return folder_fits(folder, wanted, words);
  });
}

bool may_have_a_link(std::string_view text) {
  return text.find("corrects") != text.npos || text.find("retracts") != text.npos ||
         text.find("repeats") != text.npos;
}

bool concerned(const Stance& stance, const std::vector<ClaimCondition>& any) {
  if (!set_aside_by(stance).empty() || !stance.repeats.empty()) return true;
  return std::any_of(any.begin(), any.end(), [&](const ClaimCondition& wanted) {
    return wanted.stance.holders.empty() ? cites_one_of(wanted.stance.sources, stance)
                                         : one_of(wanted.stance.holders, stance.holder);
  });
}

bool all_name_somebody(const std::vector<ClaimCondition>& any) {
  return std::all_of(any.begin(), any.end(), [](const ClaimCondition& wanted) {
    return !wanted.stance.holders.empty() || !wanted.stance.sources.empty();
  });
}

bool in_topic(std::string_view claim_id, std::string_view topic) {
  return topic.empty() || claim_id == topic ||
         (claim_id.size() > topic.size() && claim_id.starts_with(topic) &&
          claim_id[topic.size()] == '/');
}

std::vector<std::string> spellings(const Vocabulary& vocabulary, std::string_view position) {
  std::vector<std::string> all = {std::string(position)};
  if (const Meaning meaning = vocabulary.find(position)) {
    all = {meaning.word->name};
    all.insert(all.end(), meaning.word->was.begin(), meaning.word->was.end());
  }
  return all;
}

std::vector<std::string> literals(const std::vector<ClaimCondition>& any) {
  std::vector<std::string> all;
  for (const ClaimCondition& wanted : any) {
    // Ids are rarer than words.
    const WantedStance& stance = wanted.stance;
    const std::vector<std::string>* best = nullptr;
    for (const auto* list : {&stance.holders, &stance.voices, &stance.sources, &stance.speakers,
                             &stance.positions, &stance.modes}) {
      if (!list->empty() && best == nullptr) best = list;
    }
    if (best == nullptr) return {};
    for (const std::string& word : *best) {
      if (word.empty()) return {};
      all.push_back(word);
    }
  }
  return all;
}

}  // namespace aver::claims
