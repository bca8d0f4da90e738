// SPDX-License-Identifier: MIT
#include "claims/positions/diff.h"

#include <doctest/doctest.h>

#include "tests/claims/build.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

ClaimFolder folder(std::vector<Stance> stances) {
  ClaimFolder answer;
  answer.id = "topic/x";
  answer.claim = Claim{};
  answer.claim->id = "topic/x";
  answer.claim->text = "X is so";
  answer.stances = std::move(stances);
  return answer;
}

std::string shown(const Shown& side) {
  std::string text;
  for (const Shown::One& one : side.possible) {
    if (!text.empty()) text += " or ";
    text += one.word.empty() ? "nothing" : one.word + " " + to_string(one.stances.back().held);
    if (one.lapsed) text += " lapsed";
  }
  return text;
}

// "calda: silent 2024-10-31 -> affirm 2024-11-02, shift" for each pair that differs, with what we
// now know of the first day between the two where both clocks had a part in it; then
// "also calda: deny 2024-11-01, learned, 2024-11-01..2024-11-03".
std::string lines(const ClaimDiff& diff) {
  std::string text;
  for (const PairDiff& pair : diff.pairs) {
    text += pair.holder + ": " + shown(pair.before) + " -> ";
    if (pair.between) text += shown(*pair.between) + " -> ";
    text += shown(pair.after);
    if (pair.record) text += ", " + std::string(to_string(*pair.record));
    if (pair.change) text += ", " + std::string(to_string(*pair.change));
    for (const std::string& word : pair.by_way_of) text += " by " + word;
    if (!pair.reason.empty()) text += ": " + pair.reason;
    if (pair.passed > 0) text += ", past " + std::to_string(pair.passed);
    text += "\n";
  }
  for (const AlsoRecorded& one : diff.also) {
    text += "also " + one.holder + ": " + one.stance.position + " " + to_string(one.stance.held) +
            ", " + std::string(to_string(one.cause));
    for (const AlsoRecorded::Governed& days : one.governs)
      text += ", " + to_string(days.first) + ".." + (days.last ? to_string(*days.last) : "");
    if (!one.reason.empty()) text += ": " + one.reason;
    text += "\n";
  }
  return text;
}

// One state of the record, two days.
std::string days(const std::vector<Stance>& stances, const char* from, const char* to) {
  const ClaimFolder one = folder(stances);
  return lines(diff({&one, *parse_day(from)}, {&one, *parse_day(to)}, default_vocabulary()));
}

// Two states of the record; the day is that of each.
std::string records(const std::vector<Stance>& before, const std::vector<Stance>& after,
                    const char* from = "2024-11-05", const char* to = "2024-11-05") {
  const ClaimFolder a = folder(before);
  const ClaimFolder b = folder(after);
  return lines(diff({&a, *parse_day(from)}, {&b, *parse_day(to)}, default_vocabulary()));
}

Stance with(Stance stance, std::string Stance::*key, const std::string& value) {
  stance.*key = value;
  return stance;
}

const Stance kSilent = stance("2024-10-31", "silent");
const Stance kAffirm = stance("2024-11-02", "affirm");
const Stance kDeny = stance("2024-11-04", "deny");

}  // namespace

TEST_CASE("between two days, what was held in between has moved") {
  CHECK(days({kSilent, kAffirm}, "2024-10-31", "2024-11-02") ==
        "calda: silent 2024-10-31 -> affirm 2024-11-02, shift\n");
  CHECK(days({kSilent, kAffirm, kDeny}, "2024-10-31", "2024-11-04") ==
        "calda: silent 2024-10-31 -> deny 2024-11-04, shift, past 1\n");
  CHECK(days({kAffirm, kDeny}, "2024-11-02", "2024-11-04") ==
        "calda: affirm 2024-11-02 -> deny 2024-11-04, reversal\n");
  CHECK(days({kSilent, kAffirm}, "2024-10-01", "2024-10-31") ==
        "calda: nothing -> silent 2024-10-31, first\n");
  CHECK(days({kSilent, kAffirm}, "2024-11-02", "2024-12-01") == "");
  Stance until = kAffirm;
  until.until = date("2024-11-10");
  CHECK(days({until}, "2024-11-05", "2024-11-11") ==
        "calda: affirm 2024-11-02 -> affirm 2024-11-02 lapsed, lapsed\n");
}

TEST_CASE("a reversal between two days is told with what it went by way of") {
  CHECK(days({kAffirm, stance("2024-11-03", "declined"), kDeny}, "2024-11-02", "2024-11-04") ==
        "calda: affirm 2024-11-02 -> deny 2024-11-04, reversal, past 1\n");
  CHECK(days({kAffirm, stance("2024-11-03", "declined"), kDeny}, "2024-11-03", "2024-11-04") ==
        "calda: declined 2024-11-03 -> deny 2024-11-04, reversal by declined\n");
}

TEST_CASE("a position of some days between the two is passed, and told") {
  Stance vote = stance("2024-11-03", "deny");
  vote.until = date("2024-11-03");
  CHECK(days({kAffirm, vote}, "2024-11-02", "2024-11-05") == "");
  CHECK(days({kAffirm, vote}, "2024-11-03", "2024-11-05") ==
        "calda: deny 2024-11-03 -> affirm 2024-11-02, resumed\n");
}

TEST_CASE("between two records, what was held before is only learned") {
  CHECK(records({kSilent}, {kSilent, kAffirm}) ==
        "calda: silent 2024-10-31 -> affirm 2024-11-02, learned\n");
  CHECK(records({kSilent}, {kSilent, kAffirm}, "2024-11-01", "2024-11-05") ==
        "calda: silent 2024-10-31 -> affirm 2024-11-02, shift\n");
  CHECK(records({}, {kSilent}) == "calda: nothing -> silent 2024-10-31, learned\n");
  CHECK(records({kSilent}, {kSilent}) == "");
}

TEST_CASE("our record and the holder may both have changed, also there and back") {
  CHECK(records({kSilent}, {kSilent, kAffirm, kDeny}, "2024-11-03", "2024-11-05") ==
        "calda: silent 2024-10-31 -> affirm 2024-11-02 -> deny 2024-11-04, learned, reversal\n");
  Stance vote = stance("2024-11-03", "deny");
  vote.until = date("2024-11-03");
  CHECK(records({kAffirm}, {kAffirm, vote}, "2024-11-03", "2024-11-05") ==
        "calda: affirm 2024-11-02 -> deny 2024-11-03 -> affirm 2024-11-02, learned, resumed\n");
}

TEST_CASE(
    "a late find behind the position in force changes nothing on the day, and is told apart") {
  CHECK(records({kDeny}, {kAffirm, kDeny}) ==
        "also calda: affirm 2024-11-02, learned, 2024-11-02..2024-11-03\n");
  CHECK(records({kSilent, kDeny}, {kSilent, kAffirm, kDeny}) ==
        "also calda: affirm 2024-11-02, learned, 2024-11-02..2024-11-03\n");
  CHECK(records({}, {kSilent, kAffirm}) ==
        "calda: nothing -> affirm 2024-11-02, learned\n"
        "also calda: silent 2024-10-31, learned, 2024-10-31..2024-11-01\n");
  // Of a later day than the one that is asked about.
  CHECK(records({kSilent}, {kSilent, kDeny}, "2024-11-01", "2024-11-01") ==
        "also calda: deny 2024-11-04, learned, 2024-11-04..\n");
  // With vague dates it may govern days, or none.
  CHECK(records({kDeny}, {stance("2024-11", "affirm"), kDeny}, "2024-10-31", "2024-10-31") ==
        "also calda: affirm 2024-11, learned, 2024-11-01..\n");
}

TEST_CASE("corrections and retractions are changes of our record, with their reason") {
  Stance correction = stance("2024-11-02", "deny", "2024-11-02-calda-2");
  correction.corrects = kAffirm.name;
  correction.reason = "misread";
  CHECK(records({kAffirm}, {kAffirm, correction}) ==
        "calda: affirm 2024-11-02 -> deny 2024-11-02, corrected: misread\n");
  Stance retraction = stance("2024-11-02", "", "2024-11-02-calda-2");
  retraction.retracts = kAffirm.name;
  retraction.reason = "never said";
  CHECK(records({kAffirm}, {kAffirm, retraction}) ==
        "calda: affirm 2024-11-02 -> nothing, retracted: never said\n");
  CHECK(records({kSilent, kAffirm}, {kSilent, kAffirm, retraction}) ==
        "calda: affirm 2024-11-02 -> silent 2024-10-31, retracted: never said\n");
  CHECK(records({kAffirm}, {}) ==
        "calda: affirm 2024-11-02 -> nothing, removed: the record was removed\n");
  // Of a position that is not in force any more.
  CHECK(records({kAffirm, kDeny}, {kAffirm, correction, kDeny}) ==
        "also calda: deny 2024-11-02, corrected, 2024-11-02..2024-11-03: misread\n");
  CHECK(records({kAffirm, kDeny}, {kAffirm, retraction, kDeny}) ==
        "also calda: affirm 2024-11-02, retracted, 2024-11-02..2024-11-03: never said\n");
}

TEST_CASE("a correction of a correction is told as one change, and no move") {
  Stance first = stance("2024-01-01", "deny");
  first.corrects = "2024-03-01-calda";
  first.reason = "the wire dropped the not";
  Stance second = stance("2024-01-01", "qualified", "2024-01-01-calda-2");
  second.corrects = first.name;
  second.reason = "a condition was added";
  const Stance wire = stance("2024-03-01", "affirm");
  CHECK(records({wire, first}, {wire, first, second}) ==
        "calda: deny 2024-01-01 -> qualified 2024-01-01, corrected: a condition was added\n");
  Stance retraction = stance("2024-01-01", "", "r");
  retraction.retracts = first.name;
  retraction.reason = "it was another";
  CHECK(records({wire, first}, {wire, first, retraction}) ==
        "calda: deny 2024-01-01 -> nothing, retracted: it was another\n");
}

TEST_CASE("each correction of a chain gives its reason, and what nobody had seen is learned") {
  const Stance wire = stance("2024-11-02", "affirm", "wire");
  Stance first = with(stance("2024-11-02", "deny", "first"), &Stance::corrects, "wire");
  first.reason = "the wire dropped the not";
  Stance second = with(stance("2024-11-02", "qualified", "second"), &Stance::corrects, "first");
  second.reason = "a condition was added";
  CHECK(records({wire}, {wire, first, second}) ==
        "calda: affirm 2024-11-02 -> qualified 2024-11-02, corrected: the wire dropped the not; a "
        "condition was added\n");
  CHECK(records({}, {wire, first, second}) ==
        "calda: nothing -> qualified 2024-11-02, learned: the wire dropped the not; a condition "
        "was added\n");
  CHECK(records({kSilent}, {kSilent, wire, first}) ==
        "calda: silent 2024-10-31 -> deny 2024-11-02, learned: the wire dropped the not\n");
  // Behind what is in force.
  CHECK(records({wire, kDeny}, {wire, first, second, kDeny}) ==
        "also calda: qualified 2024-11-02, corrected, 2024-11-02..2024-11-03: the wire dropped the "
        "not; a condition was added\n");
  Stance gone = with(stance("2024-11-02", "", "gone"), &Stance::retracts, "second");
  gone.reason = "it was another";
  CHECK(records({wire}, {wire, first, second, gone}) ==
        "calda: affirm 2024-11-02 -> nothing, retracted: the wire dropped the not; a condition was "
        "added; it was another\n");
  CHECK(records({}, {wire, first, second, gone}) ==
        "also calda: affirm 2024-11-02, retracted: the wire dropped the not; a condition was "
        "added; it was another\n");
}

TEST_CASE("a correction is told though what it corrects, or what follows it, is told elsewhere") {
  const Stance wire = stance("2024-11-02", "affirm", "wire");
  // Of another day: neither day that is asked about has it.
  Stance moved = with(stance("2024-11-06", "affirm", "moved"), &Stance::corrects, "wire");
  moved.reason = "said on the sixth";
  CHECK(records({wire}, {wire, moved}, "2024-11-03", "2024-11-03") ==
        "calda: affirm 2024-11-02 -> nothing, corrected: said on the sixth\n"
        "also calda: affirm 2024-11-06, corrected, 2024-11-06..: said on the sixth\n");
  // The holder moves to what was corrected meanwhile.
  Stance late = stance("2024-11-05", "deny", "late");
  Stance right = with(stance("2024-11-05", "query", "right"), &Stance::corrects, "late");
  right.reason = "misheard";
  CHECK(records({wire, late}, {wire, late, right}, "2024-11-03", "2024-11-05") ==
        "calda: affirm 2024-11-02 -> query 2024-11-05, shift\n"
        "also calda: query 2024-11-05, corrected, 2024-11-05..: misheard\n");
  late.quote = "No.";
  Stance quoted = late;
  quoted.quote = "No!";
  CHECK(records({wire, late}, {wire, quoted}, "2024-11-03", "2024-11-05") ==
        "calda: affirm 2024-11-02 -> deny 2024-11-05, reversal\n"
        "also calda: deny 2024-11-05, evidence, 2024-11-05..\n");
  // It was another's.
  Stance others = with(stance("2024-11-02", "affirm", "others"), &Stance::corrects, "wire");
  others.holder = "borland";
  others.reason = "it was Borland";
  CHECK(records({wire}, {wire, others}) ==
        "borland: nothing -> affirm 2024-11-02, corrected: it was Borland\n"
        "calda: affirm 2024-11-02 -> nothing, corrected: it was Borland\n");
}

TEST_CASE("an end that was learned later is nobody's error, and a withdrawn correction is told") {
  Stance ended = kAffirm;
  ended.name = "2024-11-02-calda-2";
  ended.corrects = kAffirm.name;
  ended.until = date("2024-11-04");
  CHECK(records({kAffirm}, {kAffirm, ended}) ==
        "calda: affirm 2024-11-02 -> affirm 2024-11-02 lapsed, ended\n");
  Stance correction = stance("2024-11-02", "deny", "2024-11-02-calda-2");
  correction.corrects = kAffirm.name;
  CHECK(records({kAffirm, correction}, {kAffirm}) ==
        "calda: deny 2024-11-02 -> affirm 2024-11-02, removed: the record was removed\n");
}

TEST_CASE("a look at what still is so is told apart") {
  Stance check = stance("2024-11-03", "silent");
  check.repeats = kSilent.name;
  CHECK(records({kSilent}, {kSilent, check}) == "also calda: silent 2024-11-03, checked\n");
}

TEST_CASE("what is not certain is shown with all that is possible") {
  const Stance month = stance("2024-11", "deny");
  CHECK(days({kAffirm, month}, "2024-10-31", "2024-11-05") ==
        "calda: nothing -> deny 2024-11 or affirm 2024-11-02, undecided\n");
  CHECK(records({kAffirm}, {kAffirm, month}) ==
        "calda: affirm 2024-11-02 -> deny 2024-11 or affirm 2024-11-02, learned\n");
}

TEST_CASE("what one says and what one does differ each for itself") {
  const Stance acts = stance("2024-10-31", "not-acted", "2024-10-31-calda-2");
  CHECK(records({kSilent}, {kSilent, acts}) == "calda: nothing -> not-acted 2024-10-31, learned\n");
  CHECK(days({kSilent, acts, stance("2024-11-02", "announced")}, "2024-10-31", "2024-11-05") ==
        "calda: not-acted 2024-10-31 -> announced 2024-11-02, advance\n");
}

TEST_CASE("a file rewritten in place says what kind of change that is") {
  CHECK(records({kAffirm}, {with(kAffirm, &Stance::position, "deny")}) ==
        "calda: affirm 2024-11-02 -> deny 2024-11-02, corrected\n");
  CHECK(records({kAffirm}, {with(kAffirm, &Stance::quote, "So it is")}) ==
        "calda: affirm 2024-11-02 -> affirm 2024-11-02, evidence\n");
  CHECK(records({kAffirm}, {with(kAffirm, &Stance::summary, "Yes")}) ==
        "calda: affirm 2024-11-02 -> affirm 2024-11-02, edited\n");
}

// What a rewrite of one key in place is told as.
std::string told_of(void (*change)(Stance&)) {
  Stance after = kAffirm;
  change(after);
  const ClaimFolder a = folder({kAffirm});
  const ClaimFolder b = folder({after});
  const Day day = *parse_day("2024-11-05");
  const ClaimDiff found = diff({&a, day}, {&b, day}, default_vocabulary());
  if (found.pairs.empty()) return "";
  return found.pairs.front().record ? std::string(to_string(*found.pairs.front().record)) : "moved";
}

TEST_CASE("which key a rewrite changes decides whether position, evidence or neither is told") {
  CHECK(told_of([](Stance& s) { s.position = "deny"; }) == "corrected");
  CHECK(told_of([](Stance& s) { s.held = date("2024-11-03"); }) == "corrected");
  CHECK(told_of([](Stance& s) { s.holder = "borland"; }) == "corrected");
  CHECK(told_of([](Stance& s) { s.until = date("2025"); }) == "corrected");
  CHECK(told_of([](Stance& s) { s.through = date("2025"); }) == "evidence");
  CHECK(told_of([](Stance& s) { s.searched = {"gazette"}; }) == "evidence");
  CHECK(told_of([](Stance& s) { s.mode = "vote"; }) == "evidence");
  CHECK(told_of([](Stance& s) { s.speaker = "finch"; }) == "evidence");
  CHECK(told_of([](Stance& s) { s.via = {"post"}; }) == "evidence");
  CHECK(told_of([](Stance& s) { s.summary = "a"; }) == "edited");
  CHECK(told_of([](Stance& s) { s.quote = "a"; }) == "evidence");
  CHECK(told_of([](Stance& s) { s.quote_lang = "en"; }) == "edited");
  CHECK(told_of([](Stance& s) { s.translation = "a"; }) == "edited");
  CHECK(told_of([](Stance& s) { s.source = "gazette"; }) == "evidence");
  CHECK(told_of([](Stance& s) { s.locator = "p. 1"; }) == "evidence");
  CHECK(told_of([](Stance& s) { s.unverified = true; }) == "evidence");
  CHECK(told_of([](Stance& s) { s.credibility = 1; }) == "evidence");
  CHECK(told_of([](Stance& s) { s.likelihood = "likely"; }) == "edited");
  CHECK(told_of([](Stance& s) { s.rating = "a"; }) == "edited");
  CHECK(told_of([](Stance& s) { s.review_by = date("2025"); }) == "edited");
  CHECK(told_of([](Stance& s) { s.reason = "a"; }) == "edited");
  CHECK(told_of([](Stance& s) { s.note = "a"; }) == "edited");
  CHECK(told_of([](Stance& s) { s.unknown = {{"x", {true, {}}, {}}}; }) == "edited");
  CHECK(told_of([](Stance&) {}).empty());
}

TEST_CASE("a file that cannot be read any more, or yet, is neither removed nor added") {
  const Stance first = stance("2024-10-31", "silent");
  const Stance second = stance("2024-11-02", "affirm");
  const ClaimFolder whole = folder({first, second});
  const ClaimFolder less = folder({first});
  const Day day = *parse_day("2024-11-05");
  const auto compared = [&](const Side& before, const Side& after) {
    return lines(diff(before, after, default_vocabulary()));
  };
  CHECK(compared({&whole, day}, {&less, day}) != "");
  CHECK(compared({&whole, day}, {&less, day, {second.name}}) == "");
  CHECK(compared({&less, day, {second.name}}, {&whole, day}) == "");
  CHECK(compared({&less, day}, {&whole, day, {"another"}}) ==
        compared({&less, day}, {&whole, day}));
}

TEST_CASE("a renamed word changes nothing") {
  const Vocabulary renamed({Scale{
      "stance", Order::opposed, {{"affirm", 1, false, {"support"}}, {"deny", -1, false, {}}}}});
  const ClaimFolder a = folder({stance("2024-11-02", "support")});
  const ClaimFolder b = folder({stance("2024-11-02", "affirm")});
  CHECK(diff({&a, *parse_day("2024-11-05")}, {&b, *parse_day("2024-11-05")}, renamed).empty());
}

TEST_CASE("a claim is added, removed, or its words are edited") {
  const ClaimFolder a = folder({});
  ClaimFolder b = a;
  b.claim->text = "X is indeed so";
  b.claim->tags = {"new"};
  const Day day = *parse_day("2024-11-05");
  CHECK(diff({nullptr, day}, {&a, day}, default_vocabulary()).presence == Presence::added);
  CHECK(diff({&a, day}, {nullptr, day}, default_vocabulary()).presence == Presence::removed);
  const ClaimDiff edited = diff({&a, day}, {&b, day}, default_vocabulary());
  CHECK(edited.text_before == "X is so");
  CHECK(edited.edited_keys == std::vector<std::string>{"tags"});
}

TEST_CASE("the keys of a claim that were edited are named in their order") {
  const ClaimFolder a = folder({});
  ClaimFolder b = a;
  b.claim->unknown = {{"x", {true, {}}, {}}};
  b.claim->relations = {{"negates", "topic/y", {}}};
  b.claim->note = "n";
  b.claim->same_as = {"u:1"};
  b.claim->review_by = date("2025");
  b.claim->deadline = date("2026");
  b.claim->tags = {"new"};
  b.claim->lang = "en";
  b.claim->aliases = {"topic/z"};
  b.claim->kind = "event";
  const Day day = *parse_day("2024-11-05");
  CHECK(diff({&a, day}, {&b, day}, default_vocabulary()).edited_keys ==
        std::vector<std::string>{"kind", "aliases", "lang", "tags", "deadline", "review_by",
                                 "same_as", "note", "relation", "other keys"});
}

TEST_CASE("between two days, what is held later is out of reach") {
  const ClaimFolder a = folder({kSilent});
  const ClaimFolder b = folder({kSilent, kAffirm});
  const Day day = kSilent.held.earliest();
  CHECK(diff({&a, day}, {&b, day}, default_vocabulary(), Reach::days).empty());
  CHECK(diff({&b, day}, {&a, day}, default_vocabulary(), Reach::days).empty());
  CHECK(diff({&a, day}, {&b, day}, default_vocabulary(), Reach::record).also.size() == 1);
}

TEST_CASE("actors that turn out to be one have a line each before, and one after") {
  const auto stances = [](const char* other) {
    Stance one = with(kSilent, &Stance::holder, "lasker");
    one.name = "2024-10-31-lasker";
    one.position = "deny";
    one.holder = other;
    one.speaker = other;
    Stance two = kSilent;
    two.name = "2024-10-30-brindle";
    two.holder = "brindle";
    two.position = "affirm";
    two.held = date("2024-10-30");
    Stance three = one;  // governs no day that is asked about
    three.name = "2024-09-01-lasker";
    three.held = date("2024-09-01");
    return folder({three, two, one});
  };
  const ClaimFolder apart = stances("lasker");
  const ClaimFolder joined = stances("brindle");
  const Day day = *parse_day("2024-11-05");
  const Vocabulary words = default_vocabulary();
  CHECK(lines(diff({&apart, day}, {&joined, day}, words, Reach::record,
                   {.merged = {{"lasker", "brindle"}}})) ==
        "brindle: affirm 2024-10-30 -> deny 2024-10-31, merged: lasker is brindle\n"
        "lasker: deny 2024-10-31 -> nothing, merged: lasker is brindle\n");
  CHECK(lines(diff({&joined, day}, {&apart, day}, words, Reach::record,
                   {.parted = {{"lasker", "brindle"}}})) ==
        "brindle: deny 2024-10-31 -> affirm 2024-10-30, parted: brindle is not lasker\n"
        "lasker: nothing -> deny 2024-10-31, parted: brindle is not lasker\n");

  // What was rewritten besides is told as that.
  ClaimFolder corrected = joined;
  corrected.stances.back().position = "qualified";
  CHECK(lines(diff({&apart, day}, {&corrected, day}, words, Reach::record,
                   {.merged = {{"lasker", "brindle"}}}))
            .find("brindle: affirm 2024-10-30 -> qualified 2024-10-31, corrected\n") == 0);

  // Who only speaks is the same, and nothing has changed.
  ClaimFolder spoken = folder({with(kSilent, &Stance::speaker, "lasker")});
  ClaimFolder now = folder({with(kSilent, &Stance::speaker, "brindle")});
  CHECK(diff({&spoken, day}, {&now, day}, words, Reach::record, {.merged = {{"lasker", "brindle"}}})
            .empty());
}
