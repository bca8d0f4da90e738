// SPDX-License-Identifier: MIT
//
// What is in force on a day, against a model that tries every world.
#include "claims/positions/in_force.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

#include "tests/claims/positions/ask.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

Stance with(Stance stance, std::string Stance::*key, const std::string& value) {
  stance.*key = value;
  return stance;
}

Stance ending(Stance stance, const std::string& until) {
  stance.until = date(until);
  return stance;
}

Stance retraction(const std::string& name, const std::string& of) {
  return with(stance("2024-10-31", "", name), &Stance::retracts, of);
}

std::string since_on(const Stances& stances, const char* day) {
  const Lines lines(stances, default_vocabulary());
  const std::vector<Position> positions = positions_on(lines, *parse_day(day));
  return positions.empty() ? "" : to_string(date_of(positions.front().since));
}

}  // namespace

TEST_CASE("the last record that began is in force") {
  const Stances stances = {stance("2024-10-31", "silent"), stance("2024-11-04", "affirm")};
  CHECK(told_on(stances, "2024-10-30") == "no record");
  CHECK(told_on(stances, "2024-10-31") == "silent");
  CHECK(told_on(stances, "2024-11-03") == "silent, checked 2024-10-31");
  CHECK(told_on(stances, "2024-11-04") == "affirm");
  CHECK(told_on(stances, "2030-01-01") == "affirm");
  CHECK(told_on({}, "2024-11-04") == "no record");
}

TEST_CASE("past its end a position is lapsed, past the last look it is as last checked") {
  CHECK(told_on({ending(stance("2024-10-01", "affirm"), "2024-10-31")}, "2024-10-31") == "affirm");
  CHECK(told_on({ending(stance("2024-10-01", "affirm"), "2024-10-31")}, "2024-11-01") ==
        "affirm lapsed");
  const Stances month = {ending(stance("2024-10-01", "affirm"), "2024-10")};
  CHECK(told_on(month, "2024-10-01") == "affirm");
  CHECK(told_on(month, "2024-10-15") == "affirm or affirm lapsed");
  CHECK(told_on(month, "2024-11-01") == "affirm lapsed");
  Stance silent = stance("2024-10-01", "silent");
  silent.through = date("2024-11-15");
  CHECK(told_on({silent}, "2024-11-15") == "silent");
  CHECK(told_on({silent}, "2024-11-16") == "silent, checked 2024-11-15");
}

TEST_CASE("a vague beginning may lie ahead") {
  const Stances stances = {stance("2024-10", "affirm")};
  CHECK(told_on(stances, "2024-09-30") == "no record");
  CHECK(told_on(stances, "2024-10-01") == "affirm or no record");
  CHECK(told_on(stances, "2024-10-30") == "affirm or no record");
  CHECK(told_on(stances, "2024-10-31") == "affirm");
  CHECK(told_on({stance("2024-10-01~", "affirm")}, "2024-09-30") == "affirm or no record");
  CHECK(told_on({stance("2024-10-01~", "affirm")}, "2024-10-02") == "affirm");
}

TEST_CASE("records of one day have no order, whatever their names") {
  for (const char* name : {"2024-10-31-calda-2", "2024-10-30-calda", "z"}) {
    CHECK(
        told_on({stance("2024-10-31", "affirm"), stance("2024-10-31", "deny", name)}, "2024-11-01")
            .find(" or ") != std::string::npos);
  }
  CHECK(told_on({stance("2024-10-31", "affirm"), stance("2024-10-31", "affirm", "b")},
                "2024-11-01") == "affirm");
  // Times with their offset order them; without one only within a source.
  CHECK(told_on({stance("2024-10-31T18:00:00+09:00", "affirm", "a"),
                 stance("2024-10-31T10:00:00Z", "deny", "b")},
                "2024-11-01") == "deny");
  CHECK(told_on({stance("2024-10-31T18:00:00", "affirm", "a"),
                 stance("2024-10-31T10:00:00", "deny", "b")},
                "2024-11-01") == "affirm or deny");
  CHECK(told_on({with(stance("2024-10-31T18:00:00", "affirm", "a"), &Stance::source, "s"),
                 with(stance("2024-10-31T10:00:00", "deny", "b"), &Stance::source, "s")},
                "2024-11-01") == "affirm");
  CHECK(told_on({stance("2024-10-31T18:00:00Z", "affirm", "a"), stance("2024-10-31", "deny", "b")},
                "2024-11-01") == "affirm or deny");
}

TEST_CASE("a month beside a day of it: either may be the later") {
  const Stances stances = {stance("2024-10-15", "deny"), stance("2024-10", "affirm")};
  CHECK(told_on(stances, "2024-10-10") == "affirm or no record");
  CHECK(told_on(stances, "2024-10-15") == "affirm or deny");
  CHECK(told_on(stances, "2024-11-01") == "affirm or deny");
  CHECK(told_on({stance("2024", "deny"), stance("2024-02-01", "affirm")}, "2025-06-01") ==
        "deny or affirm");
}

TEST_CASE("what went on is in force again where a later position has ended") {
  const Stances stances = {ending(stance("2024-09-01", "affirm"), "2024-12-31"),
                           ending(stance("2024-10-15", "deny"), "2024-10-20")};
  CHECK(told_on(stances, "2024-10-17") == "deny");
  CHECK(told_on(stances, "2024-11-15") == "affirm, resumed");
  CHECK(told_on(stances, "2025-01-01") == "affirm lapsed");
  // One vote is in force for its day.
  const Stances vote = {stance("2024-09-01", "affirm"),
                        ending(stance("2024-10-15", "deny"), "2024-10-15")};
  CHECK(told_on(vote, "2024-10-14") == "affirm");
  CHECK(told_on(vote, "2024-10-15") == "deny");
  CHECK(told_on(vote, "2024-10-16") == "affirm, resumed");
}

TEST_CASE("of several that have ended, the one that ended last is the lapsed one") {
  CHECK(told_on({ending(stance("2024-09-01", "affirm"), "2024-12-31"),
                 ending(stance("2024-10-15", "deny"), "2024-10-20"),
                 ending(stance("2024-11-15", "query"), "2024-11-20")},
                "2025-02-01") == "affirm lapsed");
}

TEST_CASE("a look that found nothing takes the place of what states no end, on a later day only") {
  CHECK(told_on({stance("2024-10-01", "affirm"), stance("2024-11-01", "silent")}, "2024-11-01") ==
        "silent, before that affirm");
  CHECK(told_on({stance("2024-10-01", "affirm"), stance("2024-10-01", "silent", "b")},
                "2024-11-01") == "affirm, looked 2024-10-01");
  CHECK(told_on(
            {ending(stance("2024-10-01", "affirm"), "2024-12-31"), stance("2024-11-01", "silent")},
            "2024-11-15") == "affirm, looked 2024-11-01");
  CHECK(told_on(
            {ending(stance("2024-10-01", "affirm"), "2024-10-31"), stance("2024-10-15", "silent")},
            "2024-11-15") == "silent, checked 2024-10-15, before that affirm");
}

TEST_CASE("what one says and what one does stand beside each other") {
  const Stances stances = {stance("2024-10-31", "not-acted"),
                           stance("2024-10-31", "silent", "2024-10-31-calda-2")};
  CHECK(told_on(stances, "2024-10-31") == "silent; not-acted");
  CHECK(told_on({stance("2024-10-31", "not-acted"), stance("2024-11-05", "affirm")},
                "2024-11-05") == "affirm; not-acted, checked 2024-10-31");
}

TEST_CASE("correcting a correction never brings the first mistake back") {
  const Stances stances = {
      stance("2024-03-01", "affirm"),
      with(stance("2024-01-01", "deny"), &Stance::corrects, "2024-03-01-calda"),
      with(stance("2024-01-01", "qualified", "2024-01-01-calda-2"), &Stance::corrects,
           "2024-01-01-calda")};
  CHECK(told_on(stances, "2024-06-01") == "qualified");
  CHECK(since_on(stances, "2024-06-01") == "2024-01-01");
}

TEST_CASE(
    "a retracted correction leaves nothing in its place, and so does a retracted retraction") {
  Stances stances = {stance("2024-10-31", "affirm", "a"),
                     with(stance("2024-10-31", "deny", "b"), &Stance::corrects, "a"),
                     retraction("c", "b")};
  CHECK(told_on(stances, "2024-11-01") == "no record");
  stances = {stance("2024-10-31", "affirm", "a"), retraction("b", "a"), retraction("c", "b")};
  CHECK(told_on(stances, "2024-11-01") == "no record");
}

TEST_CASE("a correction of another holder sets aside, and is on its own holder's line") {
  Stances stances = {stance("2024-10-31", "affirm", "a"),
                     with(stance("2024-10-31", "affirm", "b"), &Stance::corrects, "a")};
  stances[1].holder = "uw";
  CHECK(told_on(stances, "2024-11-01") == "no record");
  CHECK(answers_on(stances, *parse_day("2024-11-01")) ==
        AnswersOf<Said>{{{"uw", "stance"}, {Said{"affirm"}}}});
}

TEST_CASE("a check is in force nowhere: it tells when somebody last looked") {
  Stances stances = {stance("2024-10-01", "silent"), stance("2024-10-20", "silent", "check")};
  stances[1].repeats = "2024-10-01-calda";
  CHECK(told_on(stances, "2024-10-15") == "silent, checked 2024-10-01");
  CHECK(told_on(stances, "2024-10-20") == "silent");
  CHECK(told_on(stances, "2024-11-15") == "silent, checked 2024-10-20");
  CHECK(since_on(stances, "2024-11-15") == "2024-10-01");
  // Learned later: the look of 20 October does not stand against it.
  stances.push_back(stance("2024-10-10", "affirm"));
  CHECK(told_on(stances, "2024-11-15") == "affirm");
  // What was retracted is not looked at again.
  stances = {stances[0], stances[1], retraction("r", "2024-10-01-calda")};
  CHECK(told_on(stances, "2024-11-15") == "no record");
}

TEST_CASE("no look reaches past the end") {
  Stance root = stance("2024-01-01", "silent", "root");
  root.through = date("2024-03-01");
  root.until = date("2024-02-01");
  CHECK(told_on({root}, "2024-02-15") == "silent lapsed, checked 2024-02-01");
  Stance look = stance("2024-02-10", "silent", "look");
  look.repeats = "root";
  root.through.reset();
  CHECK(told_on({root, look}, "2024-02-15") == "silent lapsed, checked 2024-02-01");
}

TEST_CASE("no look reaches before the beginning") {
  Stance look = stance("2024-02-10", "silent", "look");
  look.repeats = "root";
  Stance later = stance("2024-03-01", "silent", "later");
  later.corrects = "root";
  CHECK(told_on({stance("2024-01-01", "silent", "root"), look, later}, "2024-04-01") ==
        "silent, checked 2024-03-01");
}

TEST_CASE("since when is the span on which it may have begun") {
  CHECK(since_on({stance("2024-10", "affirm")}, "2024-12-01") == "2024-10");
  CHECK(since_on({stance("2024-10-01", "affirm"), stance("2024-10-05", "affirm")}, "2024-12-01") ==
        "2024-10-01");
  CHECK(since_on({stance("2024-10-01", "deny"), stance("2024-10-05", "affirm")}, "2024-12-01") ==
        "2024-10-05");
  CHECK(since_on({stance("[..2024-10-31]", "affirm")}, "2024-12-01") == "[..2024-10-31]");
}

TEST_CASE("the example of the format's description has the answers that stand there") {
  struct Recorded {
    Stance stance;
    int day;  // of November 2024
  };
  std::vector<Recorded> all = {{stance("2024-10-31", "silent"), 1},
                               {stance("2024-11-04", "affirm"), 5},
                               {stance("2024-11-02", "deny"), 8},
                               {stance("2024-11-04", "qualified", "2024-11-04-calda-2"), 9}};
  all[3].stance.corrects = "2024-11-04-calda";
  const auto known = [&](int day) {
    Stances stances;
    for (const Recorded& one : all) {
      if (one.day <= day) stances.push_back(one.stance);
    }
    return stances;
  };
  CHECK(told_on(known(5), "2024-11-03") == "silent, checked 2024-10-31");
  CHECK(told_on(known(8), "2024-11-03") == "deny");
  CHECK(told_on(known(8), "2024-11-05") == "affirm");
  CHECK(told_on(known(9), "2024-11-05") == "qualified");
}

TEST_CASE("what may be in force is what is so in some world") {
  CHECK(rc::check("worlds", [] {
    const Day day = any_day();
    const Stances stances = any_store({day});
    RC_ASSERT(records_on(stances, day) == model_records(stances, day));
    RC_ASSERT(answers_on(stances, day) == model_answers(stances, day));
  }));
}

TEST_CASE("the model loses no order of days by the days that it tries") {
  CHECK(rc::check("every day", [] {
    Stances stances;
    for (int i = 0, count = *rc::gen::inRange(1, 4); i < count; ++i) {
      const int first = *rc::gen::inRange(1, 5);
      const int last = *rc::gen::inRange(first, 6);
      const auto in_march = [](int day) { return "2024-03-0" + std::to_string(day); };
      Stance one = stance("[" + in_march(first) + ".." + in_march(last) + "]", any_word("stance"),
                          "n" + std::to_string(i));
      if (chance(50)) {
        one.until = Date::between(date(in_march(first)).earliest(),
                                  date(in_march(*rc::gen::inRange(last, 7))).earliest());
      }
      stances.push_back(one);
    }
    const Day day = *parse_day("2024-03-01") + std::chrono::days{*rc::gen::inRange(0, 8)};
    std::set<May> found;
    std::vector<std::pair<Day, std::optional<Day>>> placed(stances.size());
    const std::function<void(std::size_t)> place = [&](std::size_t at) {
      if (at == stances.size()) {
        World world;
        for (std::size_t i = 0; i < at; ++i)
          world.push_back({&stances[i], placed[i].first, placed[i].second});
        found.merge(in_force_in(world, day));
        return;
      }
      const Stance& one = stances[at];
      for (Day begin = one.held.earliest(); begin <= one.held.latest(); begin += kOneDay) {
        if (!one.until) {
          placed[at] = {begin, std::nullopt};
          place(at + 1);
          continue;
        }
        for (Day end = std::max(begin, one.until->earliest()); end <= one.until->latest();
             end += kOneDay) {
          placed[at] = {begin, end};
          place(at + 1);
        }
      }
    };
    place(0);
    const AnswersOf<May> answers = model_records(stances, day);
    RC_ASSERT((answers.empty() ? std::set<May>{May{}} : answers.begin()->second) == found);
  }));
}

TEST_CASE("lines without a vague date and without an end are told alike by the short way") {
  CHECK(rc::check("short way", [] {
    Stances stances;
    for (int i = 0, count = *rc::gen::inRange(1, 12); i < count; ++i) {
      Stance one = stance("2024-02-0" + std::to_string(*rc::gen::inRange(1, 6)) +
                              one_of<std::string>({"", "", "T08:00:00Z", "T09:00:00+03:00",
                                                   "T08:00:00", "T20:00:00"}),
                          any_word("stance"), "n" + std::to_string(i));
      if (chance(50)) one.source = "s";
      stances.push_back(one);
    }
    const Lines lines(stances, default_vocabulary());
    const LineDays shortly(lines.all().front());
    const LineDays general = LineDays::by_worlds(lines.all().front());
    RC_ASSERT(shortly.size() == general.size());
    for (std::size_t i = 0; i < shortly.size(); ++i) {
      RC_ASSERT(shortly.from(i) == general.from(i));
      RC_ASSERT(std::equal(shortly.candidates(i).begin(), shortly.candidates(i).end(),
                           general.candidates(i).begin(), general.candidates(i).end()));
    }
  }));
}

namespace {

std::set<May> of(const AnswersOf<May>& answers, const LineKey& key) {
  const auto at = answers.find(key);
  return at == answers.end() ? std::set<May>{May{}} : at->second;
}

template <class What>
bool same_but_for(AnswersOf<What> a, AnswersOf<What> b, const LineKey& key) {
  a.erase(key);
  b.erase(key);
  return a == b;
}

Stance fresh(const std::string& held, const std::string& holder = "a") {
  Stance one = stance(held, any_word(one_of<std::string>({"stance", "progress"})), "z-1");
  one.holder = holder;
  return one;
}

Stances and_also(Stances stances, const Stance& more) {
  stances.push_back(more);
  return stances;
}

// The record of the store that is not set aside, and no retraction; or nothing.
std::optional<Stance> any_live(const Stances& stances) {
  const std::set<std::string> gone = all_set_aside(stances);
  Stances live;
  for (const Stance& one : stances) {
    if (!gone.contains(one.name) && !one.position.empty() && one.retracts.empty())
      live.push_back(one);
  }
  if (live.empty()) return std::nullopt;
  return one_of(live);
}

}  // namespace

TEST_CASE("a record changes no line but its own") {
  CHECK(rc::check("scales are apart", [] {
    const Day day = any_day();
    const Stances stances = any_store({day});
    const Stance extra = fresh("2024-02-01");
    RC_ASSERT(same_but_for(records_on(stances, day), records_on(and_also(stances, extra), day),
                           {extra.holder, scale_of(extra.position)}));
  }));
}

TEST_CASE("what is set aside stays so, whatever is recorded later") {
  CHECK(rc::check("set aside stays", [] {
    Stances stances = drawn_store();
    const std::set<std::string> gone = all_set_aside(stances);
    Stance later = stance("2024-02-20", "qualified", "z-1");
    later.holder = one_of<std::string>({"a", "b"});
    (chance(50) ? later.corrects : later.retracts) = one_of(stances).name;
    stances.push_back(later);
    const SetAside aside(stances);
    for (const Stance& one : stances) {
      if (gone.contains(one.name)) RC_ASSERT(aside.has(one));
      RC_ASSERT(aside.has(one) == all_set_aside(stances).contains(one.name));
    }
  }));
}

TEST_CASE("correcting a record to the same words changes no answer") {
  CHECK(rc::check("one place for each statement", [] {
    const Day day = any_day();
    const Stances stances = any_store({day});
    std::optional<Stance> twin = any_live(stances);
    if (!twin || !twin->repeats.empty()) return;
    twin->corrects = twin->name;
    twin->name += "-9";
    RC_ASSERT(answers_on(stances, day) == answers_on(and_also(stances, *twin), day));
  }));
}

TEST_CASE("a retraction leaves what would be there without the record") {
  CHECK(rc::check("retraction is absence", [] {
    const Day day = any_day();
    Stances stances = any_store({day});
    const std::optional<Stance> live = any_live(stances);
    if (!live) return;
    const Stances after = and_also(stances, retraction("z-1", live->name));
    for (Stance& one : stances) {
      if (one.name == live->name) one.position.clear();
    }
    RC_ASSERT(records_on(stances, day) == records_on(after, day));
  }));
}

TEST_CASE("a check changes no answer") {
  CHECK(rc::check("checks change nothing", [] {
    const Day day = any_day();
    Stances stances = any_store({day});
    const AnswersOf<May> all = records_on(stances, day);
    const std::set<std::string> gone = all_set_aside(stances);
    std::erase_if(stances, [&](const Stance& one) {
      return !one.repeats.empty() && one.corrects.empty() && one.retracts.empty();
    });
    RC_ASSERT(records_on(stances, day) == all);
  }));
}

TEST_CASE("an earlier record without an end changes nothing where a later one surely is in force") {
  CHECK(rc::check("earlier and open", [] {
    const Day day = any_day();
    const Stances stances = any_store({day});
    const Stance early = fresh("2023-02-01");
    const LineKey key = {early.holder, scale_of(early.position)};
    for (const Stance& one : stances) {
      if (one.held.earliest() <= early.held.latest()) return;
    }
    const std::set<May> before = of(records_on(stances, day), key);
    if (before.size() != 1 || before.begin()->record.empty() || before.begin()->lapsed) return;
    RC_ASSERT(of(records_on(and_also(stances, early), day), key) == before);
  }));
}

TEST_CASE("names decide nothing") {
  CHECK(rc::check("other names", [] {
    const Day day = any_day();
    Stances stances = any_store({day});
    const AnswersOf<Said> before = answers_on(stances, day);
    std::map<std::string, std::string> names;
    std::vector<int> numbers(stances.size());
    std::iota(numbers.begin(), numbers.end(), 0);
    for (const Stance& one : stances) {
      const std::size_t at = *rc::gen::inRange<std::size_t>(0, numbers.size());
      names[one.name] = "n-" + std::to_string(numbers[at]);
      numbers.erase(numbers.begin() + static_cast<std::ptrdiff_t>(at));
    }
    for (Stance& one : stances) {
      for (std::string* name : {&one.name, &one.corrects, &one.retracts, &one.repeats}) {
        if (!name->empty()) *name = names.at(*name);
      }
    }
    std::reverse(stances.begin(), stances.end());
    RC_ASSERT(answers_on(stances, day) == before);
  }));
}

TEST_CASE("a position of one day takes nothing away from other days") {
  CHECK(rc::check("one vote", [] {
    const Day day = any_day();
    const Stances stances = any_store({day});
    Stance vote = stance("2024-02-05", "deny", "z-1");
    vote.holder = "a";
    vote.until = date("2024-02-05");
    if (day == vote.held.earliest()) return;
    const LineKey key = {"a", "stance"};
    const std::set<May> after = of(records_on(and_also(stances, vote), day), key);
    for (const May& one : of(records_on(stances, day), key)) {
      if (!one.record.empty() && !one.lapsed) RC_ASSERT(after.contains(one));
    }
  }));
}

TEST_CASE("a more exact date adds nothing to what is possible") {
  CHECK(rc::check("more exact", [] {
    const Day day = any_day();
    Stances stances = any_store({day});
    const AnswersOf<May> before = records_on(stances, day);
    Stance& one = stances[*rc::gen::inRange<std::size_t>(0, stances.size())];
    const bool had_a_place = !one.until || one.until->latest() >= one.held.earliest();
    const bool end = one.until && chance(50);
    const Date vague = end ? *one.until : one.held;
    const auto days = static_cast<int>(
        std::min((vague.latest() - vague.earliest()).count(), decltype(kOneDay)::rep{400}));
    const Day first = vague.latest() - std::chrono::days{*rc::gen::inRange(0, days + 1)};
    const Day last = std::min(vague.latest(), first + std::chrono::days{*rc::gen::inRange(0, 30)});
    if (!vague.exact()) (end ? *one.until : one.held) = Date::between(first, last);
    // A date that makes it end before it begins is no more exact: it is wrong.
    if (had_a_place && one.until && one.until->latest() < one.held.earliest()) return;
    for (const auto& [key, line] : model_lines(stances)) {
      const std::set<May> was = of(before, key);
      for (const May& may : of(records_on(stances, day), key)) RC_ASSERT(was.contains(may));
    }
  }));
}

TEST_CASE("all dates a day later, all answers a day later") {
  CHECK(rc::check("a day later", [] {
    const Day day = any_day();
    const Stances stances = any_store({day});
    const auto plain = [](const Date& date, int days) {
      if (date.time()) return Date{date.earliest() + days * kOneDay}.with_time(*date.time());
      return Date::between(date.earliest() + days * kOneDay, date.latest() + days * kOneDay);
    };
    const auto moved = [&](int days) {
      Stances all = stances;
      for (Stance& one : all) {
        one.held = plain(one.held, days);
        if (one.until) one.until = plain(*one.until, days);
        if (one.through) one.through = plain(*one.through, days);
      }
      return all;
    };
    RC_ASSERT(records_on(moved(0), day) == records_on(stances, day));
    RC_ASSERT(records_on(moved(1), day + kOneDay) == records_on(stances, day));
    const Stances now = moved(0);
    const Stances later = moved(1);
    const Lines a(now, default_vocabulary());
    const Lines b(later, default_vocabulary());
    const std::vector<Position> before = positions_on(a, day);
    const std::vector<Position> after = positions_on(b, day + kOneDay);
    RC_ASSERT(before.size() == after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      RC_ASSERT(before[i].since.first + kOneDay == after[i].since.first);
      RC_ASSERT(before[i].since.last + kOneDay == after[i].since.last);
      RC_ASSERT(before[i].resumed == after[i].resumed);
      RC_ASSERT(before[i].last_checked.has_value() == after[i].last_checked.has_value());
    }
  }));
}
