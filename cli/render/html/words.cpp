// SPDX-License-Identifier: MIT
//
// The built-in words have verbs of their own; a store's own words are quoted.
#include "cli/render/html/words.h"

#include <chrono>

namespace aver::cli::html {
namespace {

constexpr std::string_view kBlank = "\u00A0";  // does not break

struct BuiltIn {
  std::string_view word;
  std::string_view predicate;
};
constexpr BuiltIn kBuiltIn[] = {
    {"affirm", "affirms it"},
    {"qualified", "affirms it with a condition"},
    {"neutral", "takes no side"},
    {"query", "asks, or leaves it open"},
    {"relay", "passes it on"},
    {"declined", "declines to say"},
    {"deny", "denies it"},
    {"silent", "is silent"},
    {"not-acted", "has not acted on it"},
    {"announced", "has announced it"},
    {"in-works", "is at work on it"},
    {"stalled", "has stalled on it"},
    {"partial", "has done a part of it"},
    {"done", "has done it"},
    {"broken", "has broken it"},
    {"reversed", "has undone it"},
    {"true", "rates it true"},
    {"mostly-true", "rates it mostly true"},
    {"mixed", "rates it mixed"},
    {"unproven", "rates it unproven"},
    {"mostly-false", "rates it mostly false"},
    {"false", "rates it false"},
};

const BuiltIn* built_in(std::string_view word) {
  for (const BuiltIn& one : kBuiltIn) {
    if (one.word == word) return &one;
  }
  return nullptr;
}

std::string month_and_year(claims::Day day) {
  const std::chrono::year_month_day date(day);
  const std::string year = std::to_string(static_cast<int>(date.year()));
  return std::string(claims::month_name(static_cast<unsigned>(date.month())).substr(0, 3)) +
         std::string(kBlank) + year;
}

}  // namespace

std::string verb_of_scale(std::string_view scale) {
  if (scale == "stance") return "says";
  if (scale == "progress") return "does";
  if (scale == "rating") return "rates it";
  return std::string(scale.empty() ? "other words" : scale);
}

std::string predicate(std::string_view word) {
  const BuiltIn* known = built_in(word);
  return known != nullptr ? std::string(known->predicate) : "“" + std::string(word) + "”";
}

std::string told(claims::Day day) {
  const std::chrono::year_month_day date(day);
  return std::to_string(static_cast<unsigned>(date.day())) + std::string(kBlank) +
         month_and_year(day);
}

std::string told(const claims::DaySpan& days) {
  if (days.first == days.last) return told(days.first);
  return told(claims::date_of(days));
}

std::string told(const claims::Date& date) {
  if (date.bounded()) {
    if (claims::to_string(date).starts_with("[..")) return "by " + told(date.latest());
    return told(date.earliest()) + " to " + told(date.latest());
  }
  const std::string about = date.approximate() ? "about" + std::string(kBlank) : "";
  switch (date.precision()) {
    case claims::Precision::year:
      return about + claims::written_part(date);
    case claims::Precision::month:
      return about + month_and_year(date.written());
    case claims::Precision::day:
      return about + told(date.written());
  }
  return "";
}

std::string machine_date(const claims::Date& date) {
  return date.bounded() || date.approximate() ? "" : claims::written_part(date);
}

std::string_view told(claims::Change change) {
  switch (change) {
    case claims::Change::first:
      return "first record";
    case claims::Change::undecided:
      return "not certain";
    default:
      return claims::to_string(change);
  }
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits + " " + std::string(number == 1 ? one : many);
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace aver::cli::html
