// SPDX-License-Identifier: MIT
//
// Small builders for events of reviews in tests, and generated sets of them.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "claims/review/review_state.h"

namespace aver::tests {

inline const std::string kAnnArcher = "Ann Archer <ann@example.org>";
inline const std::string kBenBow = "Ben Bow <ben@example.org>";
inline const std::string kCatCole = "Cat Cole <cat@example.org>";
inline const std::string kDanDale = "Dan Dale <dan@example.org>";
inline const claims::reviews::Whereabouts kHere = {std::string(40, '3'), {"dorn-k7f3q2m1"}};
inline const std::string kRecord = "claims/dorn/x/2024-11-01-calda.toml";

// "aaa…": of the event with that letter.
inline std::string digest(char letter) { return std::string(64, letter); }

// That somebody wrote, and committed; `after` are letters of others.
inline claims::reviews::GivenEvent given(
    char letter, const std::string& by, const std::vector<char>& after = {},
    claims::reviews::Kind kind = claims::reviews::Kind::review) {
  claims::reviews::GivenEvent made;
  made.digest = digest(letter);
  made.author = made.committer = by;
  made.event.kind = kind;
  made.event.word = to_string(kind);
  made.event.store = kHere.store;
  made.event.proposal = kHere.proposals.front();
  made.event.by = by;
  made.event.at = "2024-11-01T09:30:00Z";
  for (const char one : after) made.event.after.push_back(digest(one));
  if (kind == claims::reviews::Kind::review) made.event.verdict = "comment";
  return made;
}

// A word on kRecord, whose contents and values are a digit each.
inline claims::reviews::GivenEvent word(char letter, const std::string& by,
                                        const std::string& verdict,
                                        const std::vector<char>& after = {}, char blob = '1',
                                        char rests = '2') {
  claims::reviews::GivenEvent made = given(letter, by, after);
  made.event.verdict = verdict;
  made.event.round = std::string(40, '7');
  made.event.on = {
      {.path = kRecord, .blob = std::string(40, blob), .rests = std::string(64, rests)}};
  return made;
}

// Up to twelve events of four people, each of whom knows some of those before.
inline std::vector<claims::reviews::GivenEvent> any_events() {
  using claims::reviews::Kind;
  constexpr std::string_view kLetters = "0123456789abcdef";
  std::vector<claims::reviews::GivenEvent> events;
  const int count = *rc::gen::inRange(1, 13);
  for (int i = 0; i < count; ++i) {
    // Digests in no order of time.
    const char letter = kLetters[static_cast<std::size_t>(i * 7 % 16)];
    std::vector<char> after;
    for (int earlier = 0; earlier < i; ++earlier) {
      if (*rc::gen::inRange(0, 3) == 0)
        after.push_back(kLetters[static_cast<std::size_t>(earlier * 7 % 16)]);
    }
    const std::string by = *rc::gen::element(kAnnArcher, kBenBow, kCatCole, kDanDale);
    const int what = *rc::gen::inRange(0, 10);
    if (what < 6) {
      events.push_back(
          word(letter, by,
               *rc::gen::element<std::string>("approve", "approve", "request-changes", "none"),
               after, *rc::gen::element('1', '1', '4'), '2'));
    } else {
      events.push_back(given(letter, by, after,
                             *rc::gen::element(Kind::edit, Kind::withdraw, Kind::reopen,
                                               Kind::dismiss, Kind::review)));
    }
    claims::reviews::GivenEvent& made = events.back();
    if (made.event.kind == Kind::edit) made.event.title = std::string(1, letter);
    if (made.event.kind == Kind::edit) made.event.ask = {"ben@example.org"};
    if (made.event.kind == Kind::dismiss && i > 0) {
      made.event.dismissed = events[static_cast<std::size_t>(*rc::gen::inRange(0, i))].digest;
      made.event.reason = "away";
    }
    if (made.event.kind == Kind::review && made.event.on.empty()) {
      made.event.comments = {{.body = "so?", .open = true}};
      if (i > 0) made.event.settled = {{events[0].digest.substr(0, 12) + ".1", "answered", {}}};
    }
  }
  return events;
}

}  // namespace aver::tests
