// SPDX-License-Identifier: MIT
//
// What falls without a source: case by case, and against a naive model, which asks a query of plain
// values and retracts by records with names of their own.
#include "claims/query/without.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>

#include "claims/text/fold.h"
#include "tests/claims/build.h"
#include "tests/claims/positions/ask.h"

using namespace aver::claims;
using namespace aver::claims::query;
using namespace aver::tests;

namespace {

const Day kDay = *parse_day("2024-06-01");

// s1 is good, s2 is bad; s3 is not there.
const Source* source_of(const std::string& id) {
  static const std::map<std::string, Source> all = [] {
    std::map<std::string, Source> sources;
    for (const auto& [name, reliability] : {std::pair{"s1", "A"}, {"s2", "E"}}) {
      sources[name].id = name;
      sources[name].reliability = reliability;
      sources[name].publisher = name == std::string("s1") ? "Dorn Gazette" : "Calda Wire";
    }
    return sources;
  }();
  const auto found = all.find(id);
  return found == all.end() ? nullptr : &found->second;
}

const Setting& setting() {
  static const Vocabulary words = default_vocabulary();
  static const Setting one{kDay, kDay, words, source_of};
  return one;
}

Evidence citing(const std::string& source, const std::string& speaker = "") {
  Evidence one;
  one.source = source;
  one.speaker = speaker;
  return one;
}

// A stance with this evidence: the first in its own keys.
Stance with(Stance stance, const std::vector<Evidence>& evidence) {
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    if (i > 0) {
      stance.further.push_back(evidence[i]);
      continue;
    }
    stance.source = evidence[i].source;
    stance.speaker = evidence[i].speaker;
    stance.mode = evidence[i].mode;
  }
  return stance;
}

std::string names(const std::vector<const Stance*>& stances) {
  std::string text;
  for (const Stance* one : stances) text += (text.empty() ? "" : " ") + one->name;
  return text;
}

Fall falling(const ClaimFolder& folder, const std::string& query) {
  ParsedQuery parsed = parse(query);
  REQUIRE(parsed.query);
  REQUIRE(!problem_of_single_records(*parsed.query));
  return what_falls(folder, fits_query(std::move(*parsed.query), setting().words), setting());
}

ClaimFolder folder_of(const std::vector<Stance>& stances) {
  ClaimFolder folder;
  folder.id = "topic/x";
  folder.claim.emplace();
  folder.claim->id = folder.id;
  folder.claim->kind = "fact";
  folder.stances = stances;
  return folder;
}

std::string fallen(const std::vector<Stance>& stances, const std::string& query) {
  const ClaimFolder folder = folder_of(stances);
  return names(falling(folder, query).records);
}

}  // namespace

TEST_CASE("a record falls where all its evidence does, and stands by what is left") {
  const ClaimFolder folder =
      folder_of({with(stance("2024-01-01", "affirm", "one"), {citing("s1")}),
                 with(stance("2024-01-02", "deny", "two"), {citing("s1"), citing("s2")}),
                 with(stance("2024-01-03", "silent", "three"), {citing("s2")}),
                 stance("2024-01-04", "affirm", "none")});
  const Fall fall = falling(folder, "source:s1");
  CHECK(names(fall.records) == "one");
  CHECK(names(fall.stand) == "two");
  CHECK(names(falling(folder, "source:s1,s2").records) == "one two three");
  CHECK(names(falling(folder, "reliability:>=E").records) == "three");
  CHECK(names(falling(folder, "publisher:gazette or publisher:wire").records) == "one two three");
}

TEST_CASE("evidence terms and others are mixed: each evidence is asked the whole query") {
  const std::vector<Stance> stances = {
      with(stance("2024-01-01", "affirm", "one"), {citing("s1"), citing("s1", "lio")}),
      with(stance("2024-01-02", "deny", "two"), {citing("s1", "lio")}),
      with(stance("2024-01-03", "affirm", "three"), {citing("s2", "lio")})};
  CHECK(fallen(stances, "source:s1 position:affirm") == "one");
  // No single evidence of "one" is of s2 or spoken by nobody else.
  CHECK(fallen(stances, "source:s1 speaker:lio") == "two");
  CHECK(fallen(stances, "-speaker:lio") == "");
  CHECK(fallen(stances, "-source:s2") == "one two");
  CHECK(fallen(stances, "speaker:lio or position:affirm") == "one two three");
}

TEST_CASE("without evidence a record falls only by a query that is not about evidence") {
  const std::vector<Stance> stances = {stance("2024-01-01", "affirm", "none"),
                                       with(stance("2024-01-02", "deny", "one"), {citing("s1")})};
  CHECK(fallen(stances, "-source:s2") == "one");
  CHECK(fallen(stances, "holder:calda") == "none one");
  CHECK(fallen(stances, "no:source") == "none");
  CHECK(fallen(stances, "holder:uw") == "");
}

TEST_CASE("what a record that falls had corrected stays aside, and its checks fall with it") {
  Stance wrong = stance("2024-01-01", "affirm", "wrong");
  Stance right = with(stance("2024-01-01", "silent", "right"), {citing("s1")});
  right.corrects = "wrong";
  right.reason = "misheard";
  Stance look = stance("2024-03-01", "silent", "look");
  look.repeats = "right";
  look.searched = {"the gazette"};
  ClaimFolder folder = folder_of({wrong, right, look});
  const Fall fall = falling(folder, "source:s1");
  CHECK(names(fall.records) == "right");
  CHECK(names(fall.checks) == "look");
  CHECK(names(fall.stay_aside) == "wrong");
  retract_in(folder, fall, "source:s1");
  CHECK(told_on(folder.stances, "2024-06-01") == "no record");
  const SetAside aside(folder.stances);
  CHECK(told_aside(folder.stances[1], *aside.by(folder.stances[1]).back()) ==
        "falls without source:s1");
}

TEST_CASE("what is set aside, and a retraction, falls no more") {
  Stance old = with(stance("2024-01-01", "affirm", "old"), {citing("s1")});
  Stance retraction = with(stance("2024-01-01", "", "gone"), {citing("s1")});
  retraction.retracts = "old";
  CHECK(fallen({old, retraction}, "source:s1") == "");
  CHECK(fallen({old, retraction}, "holder:calda") == "");
}

TEST_CASE("an actor's word is what it says, reports or publishes, and not what it holds") {
  const std::string lio = "calda/lio-pendar";
  Stance held = with(stance("2024-01-01", "affirm", "held"), {citing("s1")});
  held.holder = lio;
  Stance reported = stance("2024-01-05", "deny", "reported");
  reported.via = {"Dorn Gazette", lio};
  const ClaimFolder folder = folder_of(
      {held, with(stance("2024-01-02", "deny", "by-id"), {citing("s1", "calda/lio-pendar")}),
       with(stance("2024-01-03", "deny", "in-words"), {citing("", "Lio Pendar")}),
       with(stance("2024-01-04", "deny", "other"), {citing("s1", "Lio Pendar-Moss")}), reported,
       with(stance("2024-01-06", "deny", "published"), {citing("s2")})});
  CHECK(names(what_falls(folder, is_word_of(lio, {}), setting()).records) == "by-id reported");
  CHECK(names(what_falls(folder, is_word_of(lio, {"s2"}), setting()).records) ==
        "by-id reported published");
}

TEST_CASE("a query about more than one record cannot be asked of each") {
  for (const char* query :
       {"change:reversal", "changed:>2024-01-01", "checked:<2024-01-01", "missing:uw", "is:lapsed",
        "is:certain", "is:set-aside", "source:s1 -is:contradicted", "some(source:s1)",
        "ever(source:s1)", "source:s1 or (kind:fact is:overdue)"}) {
    const ParsedQuery parsed = parse(query);
    REQUIRE(parsed.query);
    CAPTURE(query);
    CHECK(problem_of_single_records(*parsed.query));
  }
  for (const char* query : {"is:absent", "is:unverified", "due:<2024-01-01", "no:source", "word",
                            "tag:troops -holder:uw"}) {
    const ParsedQuery parsed = parse(query);
    REQUIRE(parsed.query);
    CAPTURE(query);
    CHECK(!problem_of_single_records(*parsed.query));
  }
}

namespace {

bool one_in(int n) { return *rc::gen::inRange(0, n) == 0; }

Evidence any_evidence_of_record() {
  Evidence one;
  one.source = *rc::gen::element<std::string>("", "s1", "s2", "s3");
  one.speaker = *rc::gen::element<std::string>("", "lio", "mira");
  one.mode = *rc::gen::element<std::string>("", "direct", "document");
  return one;
}

Stance any_record(int number) {
  Stance one = stance(*rc::gen::element<std::string>("2024", "2024-01", "2024-01-01", "2024-01-15",
                                                     "2024-02-10~", "2024-02", "2023-12-31"),
                      *rc::gen::element<std::string>("affirm", "deny", "silent", "done", "odd"),
                      "n" + std::to_string(number));
  one.holder = *rc::gen::element<std::string>("calda", "uw");
  std::vector<Evidence> evidence;
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) evidence.push_back(any_evidence_of_record());
  one = with(one, evidence);
  if (one_in(4)) one.until = Date{one.held.latest() + std::chrono::days{9}};
  if (number == 0 || !one_in(3)) return one;
  const int kind = *rc::gen::inRange(0, 4);
  std::string& link = kind == 0 ? one.retracts : kind == 1 ? one.repeats : one.corrects;
  link = "n" + std::to_string(*rc::gen::inRange(0, number));
  if (kind == 0) one.position.clear();
  return one;
}

Query any_single_query(int depth) {
  const int what = depth == 0 ? 0 : *rc::gen::inRange(0, 4);
  if (what == 0) {
    return *parse(*rc::gen::element<std::string>("source:s1", "source:s2,s3", "speaker:lio",
                                                 "mode:direct", "reliability:A", "publisher:wire",
                                                 "holder:uw", "position:affirm,silent", "kind:fact",
                                                 "kind:pledge", "scale:progress"))
                .query;
  }
  if (what == 1) return no(any_single_query(depth - 1));
  std::vector<Query> parts = {any_single_query(depth - 1), any_single_query(depth - 1)};
  return what == 2 ? all_of(std::move(parts)) : any_of(std::move(parts));
}

// The model: a query of plain values. Without an evidence, terms about one are never so.
bool naively(const Query& query, const Stance& record, const EvidenceView* evidence) {
  switch (query.kind) {
    case Query::Kind::all:
      return std::all_of(query.parts.begin(), query.parts.end(),
                         [&](const Query& part) { return naively(part, record, evidence); });
    case Query::Kind::any:
      return std::any_of(query.parts.begin(), query.parts.end(),
                         [&](const Query& part) { return naively(part, record, evidence); });
    case Query::Kind::no:
      return !naively(query.parts.front(), record, evidence);
    default:
      break;
  }
  return std::any_of(query.term.any.begin(), query.term.any.end(), [&](const Match& match) {
    const std::string& wanted = match.value;
    const Source* source = evidence == nullptr ? nullptr : source_of(evidence->source);
    switch (query.term.key) {
      case Key::source:
        return evidence != nullptr && evidence->source == wanted;
      case Key::speaker:
        return evidence != nullptr && evidence->speaker == wanted;
      case Key::mode:
        return evidence != nullptr && evidence->mode == wanted;
      case Key::reliability:
        return source != nullptr && source->reliability == wanted;
      case Key::publisher:
        return source != nullptr && plain(source->publisher).ends_with(wanted);
      case Key::holder:
        return record.holder == wanted;
      case Key::position:
        return record.position == wanted;
      case Key::scale:
        return setting().words.scale_of(record.position) == wanted;
      case Key::kind:
        return wanted == "fact";
      default:
        return false;
    }
  });
}

bool names_evidence(const Query& query) {
  bool any = false;
  each_term(query, [&](const Query& node) {
    any |= std::set<Key>{Key::source, Key::speaker, Key::mode, Key::reliability, Key::publisher}
               .contains(node.term.key);
  });
  return any;
}

bool falls_naively(const Query& query, const Stance& record) {
  const std::vector<EvidenceView> all = evidences(record);
  if (all.empty()) return !names_evidence(query) && naively(query, record, nullptr);
  return std::all_of(all.begin(), all.end(),
                     [&](const EvidenceView& one) { return naively(query, record, &one); });
}

// The folder after `aver retract` of each record that falls; their checks are left to themselves.
std::vector<Stance> retracted_one_by_one(const std::vector<Stance>& stances, const Query& query,
                                         std::set<std::string>& names) {
  std::vector<Stance> all = stances;
  std::set<std::string> aside;
  for (const Stance& one : stances) {
    if (one.corrects.empty() == one.retracts.empty()) continue;
    const std::string& link = one.corrects.empty() ? one.retracts : one.corrects;
    if (link != one.name) aside.insert(link);
  }
  for (const Stance& one : stances) {
    if (!one.retracts.empty() || aside.contains(one.name) || !falls_naively(query, one)) continue;
    names.insert(one.name);
    Stance retraction = stance("2024-01-01", "", "zz" + std::to_string(all.size()));
    retraction.holder = one.holder;
    retraction.retracts = one.name;
    retraction.reason = "forged";
    all.push_back(std::move(retraction));
  }
  return all;
}

// All that a day's answer says, without what a retraction is called.
std::string answer_on(const std::vector<Stance>& stances, Day day) {
  const Lines lines(stances, setting().words);
  std::string text;
  for (const Position& one : positions_on(lines, day)) {
    text += std::string(one.holder) + "/" + std::string(one.scale_name()) + ":";
    for (const Possible& possible : one.possible) {
      text += " " + std::string(possible.word) + (possible.lapsed ? "!" : "");
      for (const Stance* each : possible.stances) text += "," + each->name;
    }
    text += " since " + to_string(one.since.first) + ".." + to_string(one.since.last);
    if (one.last_checked) text += " checked " + to_string(*one.last_checked);
    if (one.before_absence != nullptr) text += " before " + one.before_absence->name;
    for (const Stance* look : one.also_looked) text += " looked " + look->name;
    text += "\n";
  }
  return text;
}

}  // namespace

// Known at any commit: the records up to one of them. On any day.
TEST_CASE("without a query is what retracting gives, on both clocks") {
  CHECK(rc::check("without is retracting", [] {
    std::vector<Stance> all;
    const int count = *rc::gen::inRange(1, 9);
    for (int i = 0; i < count; ++i) all.push_back(any_record(i));
    all.resize(static_cast<std::size_t>(*rc::gen::inRange(1, count + 1)));  // as known then
    const Query query = any_single_query(3);
    ClaimFolder folder = folder_of(all);
    const Fall fall = what_falls(folder, fits_query(query, setting().words), setting());

    std::set<std::string> wanted;
    const std::vector<Stance> after = retracted_one_by_one(all, query, wanted);
    std::set<std::string> found;
    for (const Stance* one : fall.records) found.insert(one->name);
    RC_ASSERT(found == wanted);
    for (const Stance* one : fall.stand) RC_ASSERT(!wanted.contains(one->name));

    retract_in(folder, fall, "a query");
    for (int i = 0; i < 4; ++i) {
      const Day day = *parse_day("2023-12-20") + std::chrono::days{*rc::gen::inRange(0, 80)};
      RC_ASSERT(answer_on(folder.stances, day) == answer_on(after, day));
    }
    RC_TAG(fall.any());
  }));
}
