// SPDX-License-Identifier: MIT
//
// Puts the record among the others of its holder and claim, and says which step its line takes.
#include "cli/record/stance_told.h"

#include <algorithm>

#include "claims/positions/changes.h"
#include "cli/render/text/text.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

using claims::Stance;

const claims::Line* line_of(const claims::Lines& lines, const Stance& stance) {
  for (const claims::Line& line : lines.all()) {
    for (const claims::LineRecord& record : line.records) {
      if (record.stance == &stance) return &line;
    }
  }
  return nullptr;
}

// A day on which all records of the line have begun.
claims::Day last_day(const claims::Line& line) {
  claims::Day last = line.records.front().stance->held.latest();
  for (const claims::LineRecord& record : line.records)
    last = std::max(last, record.stance->held.latest());
  return last;
}

// The first step that leads to the stance; nothing where it never comes into force.
std::optional<claims::Step> step_of(const std::vector<claims::Step>& steps, const Stance& stance) {
  for (const claims::Step& step : steps) {
    for (const claims::Possible& one : step.after) {
      if (std::find(one.stances.begin(), one.stances.end(), &stance) != one.stances.end())
        return step;
    }
  }
  return std::nullopt;
}

// Another record of the line that may have begun on the stance's day, or before it; null where
// there is none.
const Stance* began_with(const claims::Line& line, const Stance& stance) {
  for (const claims::LineRecord& record : line.records) {
    if (record.stance != &stance && record.stance->held.earliest() <= stance.held.latest())
      return record.stance;
  }
  return nullptr;
}

}  // namespace

// The kind of change that the stance makes to the position in force on its day.
std::string change_told(const Stance& stance, const std::vector<Stance>& others,
                        const claims::Vocabulary& words, const Output& out) {
  if (!stance.retracts.empty()) {
    return "retracted " + safe_line(stance.claim + "/" + stance.retracts) + ": " +
           safe_line(stance.reason);
  }
  if (!stance.repeats.empty()) {
    std::string places;
    for (const std::string& place : stance.searched)
      places += (places.empty() ? ", searched " : ", ") + safe_line(place);
    if (!stance.source.empty()) places += ", source " + safe_line(stance.source);
    return "looked again: " + safe_line(stance.holder) + " still " +
           out.paint(style_of(words, stance.position), safe_line(stance.position)) + " on " +
           safe_line(stance.claim) + ", " + claims::to_string(stance.held) + places + "; repeats " +
           safe_line(stance.repeats);
  }
  std::string text = "recorded " + safe_line(stance.holder) + " " +
                     out.paint(style_of(words, stance.position), safe_line(stance.position)) +
                     " on " + safe_line(stance.claim) + ", held " + claims::to_string(stance.held);
  const auto target = std::find_if(others.begin(), others.end(), [&](const Stance& one) {
    return one.name == claims::set_aside_by(stance);
  });
  const bool ended =
      target != others.end() && claims::how_set_aside(*target, stance) == claims::Aside::ended;
  if (!stance.corrects.empty()) {
    text +=
        (ended ? ", ended " + claims::to_string(*stance.until) + ": replaces " : ": corrects ") +
        safe_line(stance.corrects);
  }
  std::vector<Stance> all = others;
  all.push_back(stance);
  const claims::Lines lines(all, words);
  const claims::Line* line = line_of(lines, all.back());
  if (line == nullptr) return text;
  const claims::LineDays days(*line);
  const auto step = step_of(claims::steps(*line, days, last_day(*line)), all.back());
  if (!stance.corrects.empty()) {
    // The holder has not moved.
  } else if (!step) {
    text += ": never in force, as " + std::string(words.canonical(stance.position)) +
            " gives way to other records of these days";
  } else if (const Stance* beside = began_with(*line, all.back());
             step->change == claims::Change::first && beside != nullptr) {
    const bool same_day = stance.held.exact() && beside->held.exact();
    text += ": beside " + safe_line(beside->name) + " (" +
            safe_line(std::string(words.canonical(beside->position))) + ") of " +
            (same_day ? "the same day" : "these days");
  } else if (step->change == claims::Change::first) {
    text += ": the first record of " + safe_line(stance.holder) + " here";
    const auto [begin, end] = lines.of(stance.holder);
    if (end - begin > 1) text += " on the scale " + safe_line(line->scale_name());
  } else if (step->change == claims::Change::undecided) {
    text += step->after.size() > 1 ? ": what is in force is not certain"
                                   : ": what was in force before is not certain";
  } else {
    text += ": " + std::string(to_string(step->change));
    if (step->left() != nullptr) {
      const Stance& last = *step->left();
      text += ", was " +
              out.paint(style_of(words, last.position), safe_line(step->before.front().word)) +
              " since " + claims::to_string(last.held);
    }
  }
  std::size_t later = 0;
  for (const claims::LineRecord& record : line->records) {
    later += record.stance->held.earliest() > stance.held.latest() ? 1 : 0;
  }
  if (later > 0) text += " (" + counted(later, "later stance stands", "later stances stand") + ")";
  return text;
}

std::string message_for(const Stance& stance) {
  if (!stance.retracts.empty()) {
    return "Retract " + stance.retracts + " on " + stance.claim + "\n\n" + stance.reason + "\n";
  }
  if (!stance.repeats.empty()) {
    return "Look again at " + stance.repeats + " on " + stance.claim + "\n\n" + stance.holder +
           " still " + stance.position + ", " + claims::to_string(stance.held) + "\n";
  }
  if (!stance.corrects.empty() && stance.reason == claims::kEnded && stance.until) {
    return "End " + stance.corrects + " on " + stance.claim + "\n\n" + stance.holder + " " +
           stance.position + " until " + claims::to_string(*stance.until) + "\n";
  }
  if (!stance.corrects.empty()) {
    return "Correct " + stance.corrects + " on " + stance.claim + "\n\nto " + stance.holder + " " +
           stance.position + ", held " + claims::to_string(stance.held) + "\n" + stance.reason +
           "\n";
  }
  return "Record " + stance.holder + " " + stance.position + " on " + stance.claim + "\n\nheld " +
         claims::to_string(stance.held) + "\n";
}

}  // namespace aver::cli
