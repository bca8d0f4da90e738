// SPDX-License-Identifier: MIT
//
// What queries fit, against a naive model: a flat list of all that may be in force, a query as the
// set of those that it fits, made with set operations alone, for every way in which dates may be.
#include "claims/query/facts.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>

#include "claims/query/bounds.h"
#include "claims/records/actor_names.h"
#include "claims/text/fold.h"
#include "tests/claims/build.h"
#include "tests/claims/positions/worlds.h"
#include "tests/claims/query/build.h"

using namespace aver::claims;
using namespace aver::claims::query;
using namespace aver::tests;

namespace {

const Day kDay = *parse_day("2024-02-05");
const Day kToday = *parse_day("2024-01-15");

Stance any_stance(const std::string& claim, int number) {
  Stance one;
  one.claim = claim;
  one.name = "n" + std::to_string(number);
  one.holder = *rc::gen::element<std::string>("calda", "uw", "a");
  one.position = *rc::gen::element<std::string>("affirm", "deny", "silent", "query", "done", "odd");
  one.held = date(*rc::gen::element<std::string>("2024", "2024-01", "2024-01-01", "2024-01-15",
                                                 "2024-02-10~", "2024-02", "2023-12-31"));
  const auto sometimes = [](auto& to, auto value) {
    if (*rc::gen::inRange(0, 3) == 0) to = value;
  };
  sometimes(one.until, std::optional(Date{one.held.latest() + std::chrono::days{3}}));
  sometimes(one.through, std::optional(date("2024-02")));
  sometimes(one.review_by, std::optional(date("2024-02-10")));
  sometimes(one.mode, std::string("direct"));
  sometimes(one.quote, std::string("\xC3\x89T\xC3\xA9 a B"));
  sometimes(one.source, std::string("topic/x"));
  sometimes(one.unverified, true);
  sometimes(one.credibility, std::optional(*rc::gen::inRange(1, 7)));
  sometimes(one.likelihood, std::string("likely"));
  for (int left = *rc::gen::inRange(0, 4) - 1; left > 0; --left) {
    Evidence& further = one.further.emplace_back();
    sometimes(further.mode, std::string("vote"));
    sometimes(further.quote, std::string("b, C"));
    sometimes(further.source, std::string("a"));
    sometimes(further.unverified, true);
    sometimes(further.credibility, std::optional(*rc::gen::inRange(1, 7)));
  }
  std::sort(one.further.begin(), one.further.end());
  if (number > 0 && *rc::gen::inRange(0, 5) == 0) {
    std::string& target = *rc::gen::inRange(0, 2) == 0 ? one.corrects : one.retracts;
    target = "n" + std::to_string(*rc::gen::inRange(0, number));
  }
  return one;
}

std::vector<ClaimFolder> any_folders() {
  std::vector<ClaimFolder> all;
  for (const char* id : {"topic/x", "topic/y", "a/troops"}) {
    ClaimFolder folder;
    folder.id = id;
    folder.claim.emplace();
    folder.claim->id = id;
    folder.claim->text = *rc::gen::element<std::string>("Troops \xE2\x80\x93 a  b", "ete", "x");
    folder.claim->kind = *rc::gen::element<std::string>("", "fact", "pledge");
    folder.claim->tags =
        *rc::gen::element(std::vector<std::string>{}, std::vector<std::string>{"a"},
                          std::vector<std::string>{"a b", "troops"});
    if (*rc::gen::arbitrary<bool>()) folder.claim->deadline = date("2024-01");
    if (*rc::gen::arbitrary<bool>()) folder.claim->relations.push_back({"negates", "topic/x"});
    const int count = *rc::gen::inRange(0, 6);
    for (int i = 0; i < count; ++i) folder.stances.push_back(any_stance(id, i));
    all.push_back(std::move(folder));
  }
  return all;
}

// One line of the flat list: what is in force on one line, in one of the ways in which it may be.
struct Row {
  const ClaimFolder* folder;
  std::string holder;              // empty: nobody has a position
  const Stance* stance = nullptr;  // null: no record
  bool lapsed = false;
  bool certain = true;  // all ways say the same
  std::string scale{};
};

// The lines of the model, each with all its ways. They point to the folder.
std::vector<std::vector<Row>> rows_of(const ClaimFolder& folder) {
  std::vector<std::vector<Row>> rows;
  const AnswersOf<May> answers = model_records(folder.stances, kDay);
  for (const std::string holder : {"a", "calda", "uw"}) {
    for (const std::string scale : {"stance", "progress", ""}) {
      const auto at = answers.find({holder, scale});
      if (at == answers.end()) continue;
      std::vector<Row>& ways = rows.emplace_back();
      const bool certain = said_by(folder.stances, at->second).size() == 1;
      for (const May& may : at->second) {
        const Stance* stance = may.record.empty() ? nullptr : &named(folder.stances, may.record);
        ways.push_back({&folder, holder, stance, may.lapsed, certain, scale});
      }
    }
  }
  if (rows.empty()) rows.push_back({{&folder, "", nullptr}});
  return rows;
}

// Day by day.
bool naive_date(const std::optional<Date>& date, const Match& match) {
  if (!date) return false;
  const auto read = [&](const std::string& text) { return date_in(text, kToday); };
  for (Day day = date->earliest(); day <= date->latest(); day += std::chrono::days{1}) {
    bool fits = false;
    if (match.op == Op::between) {
      fits = (match.value.empty() || day >= read(match.value).earliest()) &&
             (match.to.empty() || day <= read(match.to).latest());
    } else {
      const Date to = read(match.value);
      const bool before = day < to.earliest();
      const bool behind = day > to.latest();
      fits = match.op == Op::is        ? !before && !behind
             : match.op == Op::less    ? before
             : match.op == Op::at_most ? !behind
             : match.op == Op::more    ? behind
                                       : !before;
    }
    if (!fits) return false;
  }
  return true;
}

// Whether `so` is so of the stance, or of one of its further evidences.
template <class So>
bool of_any(const Stance& stance, const So& so) {
  bool any = so(stance);
  for (const Evidence& one : stance.further) any |= so(one);
  return any;
}

bool in_words(const std::string& text, const std::string& wanted) {
  return !text.empty() && plain(text).find(plain(wanted)) != std::string::npos;
}

bool naive_number(Key key, const std::string& word, const Match& match) {
  const std::vector<std::string_view>& words = row_of(key).words;
  const auto at = [&](const std::string& one) {
    return std::find(words.begin(), words.end(), one) - words.begin();
  };
  const auto size = static_cast<std::ptrdiff_t>(words.size());
  const auto n = at(word);
  if (n == size) return false;
  switch (match.op) {
    case Op::is:
      return n == at(match.value);
    case Op::less:
      return n < at(match.value);
    case Op::at_most:
      return n <= at(match.value);
    case Op::more:
      return n > at(match.value);
    case Op::at_least:
      return n >= at(match.value);
    case Op::between:
      return (match.value.empty() || n >= at(match.value)) &&
             (match.to.empty() || n <= at(match.to));
  }
  return false;
}

bool naive_has(const std::string& what, const Row& row) {
  const Claim& claim = *row.folder->claim;
  const Stance* s = row.stance;
  if (what == "kind") return !claim.kind.empty();
  if (what == "tag") return !claim.tags.empty();
  if (what == "deadline") return claim.deadline.has_value();
  if (what == "relation") return !claim.relations.empty();
  if (what == "lang") return !claim.lang.empty();
  if (s == nullptr) return false;
  if (what == "record") return true;
  if (what == "credibility")
    return of_any(*s, [](const auto& one) { return one.credibility.has_value(); });
  if (what == "likelihood") return !s->likelihood.empty();
  if (what == "mode") return of_any(*s, [](const auto& one) { return !one.mode.empty(); });
  if (what == "quote") return of_any(*s, [](const auto& one) { return !one.quote.empty(); });
  if (what == "review_by") return s->review_by.has_value();
  if (what == "source") return of_any(*s, [](const auto& one) { return !one.source.empty(); });
  if (what == "through") return s->through.has_value();
  if (what == "until") return s->until.has_value();
  return false;  // the generator gives none
}

bool naive_set_aside(const std::string& what, const Row& row) {
  for (const Stance& stance : row.folder->stances) {
    if (stance.holder != row.holder || stance.held.earliest() > kDay) continue;
    if (!stance.retracts.empty() || scale_of(stance.position) != row.scale) continue;
    for (const Stance& by : row.folder->stances) {
      if (&by == &stance) continue;
      Stance twin = by;
      twin.name = stance.name;
      twin.corrects = stance.corrects;
      twin.until = stance.until;
      // More evidence is no correction.
      const bool has_all =
          std::all_of(stance.further.begin(), stance.further.end(), [&](const Evidence& one) {
            return std::count(by.further.begin(), by.further.end(), one) >=
                   std::count(stance.further.begin(), stance.further.end(), one);
          });
      if (has_all) twin.further = stance.further;
      if (stance.mode.empty() && stance.quote.empty() && stance.source.empty() &&
          !stance.unverified && !stance.credibility) {
        twin.mode = twin.quote = twin.source = "";
        twin.unverified = false;
        twin.credibility.reset();
      }
      const bool ended = by.until && by.until != stance.until && twin == stance;
      if (what == "retracted" ? by.retracts == stance.name
                              : by.corrects == stance.name && ended == (what == "ended"))
        return true;
    }
  }
  return false;
}

bool naive_is(const std::string& what, const Row& row) {
  const Stance* s = row.stance;
  if (what == "overdue") {
    const auto& deadline = row.folder->claim->deadline;
    if (!deadline || deadline->latest() >= kDay) return false;
    // Of the words here only "done" closes, on the scale that fits all these kinds.
    const AnswersOf<May> now = model_records(row.folder->stances, kDay);
    const auto is_judged = [](const auto& line) { return line.first.second == "progress"; };
    if (std::none_of(now.begin(), now.end(), is_judged)) return true;
    if (row.scale != "progress") return false;
    const AnswersOf<May> then = model_records(row.folder->stances, deadline->latest());
    const auto at = then.find({row.holder, row.scale});
    const bool kept =
        at != then.end() && std::all_of(at->second.begin(), at->second.end(), [](const May& may) {
          return !may.record.empty() && !may.lapsed;
        });
    return !kept && (s == nullptr || row.lapsed);
  }
  // About the line, with a position or without.
  if (what == "corrected" || what == "ended" || what == "retracted")
    return naive_set_aside(what, row);
  if (s == nullptr) return false;
  if (what == "absent") return s->position == "silent";
  if (what == "unverified") return of_any(*s, [](const auto& one) { return one.unverified; });
  if (what == "lapsed") return row.lapsed;
  if (what == "single-source") {
    std::set<std::string> sources;
    const AnswersOf<May> answers = model_records(row.folder->stances, kDay);
    for (const May& may : answers.at({row.holder, row.scale})) {
      if (may.record.empty() || may.lapsed != row.lapsed) continue;
      const Stance& other = named(row.folder->stances, may.record);
      if (other.position != s->position) continue;
      of_any(other, [&](const auto& one) {
        if (!one.source.empty()) sources.insert(one.source);
        return false;
      });
    }
    return sources.size() == 1;
  }
  if (what == "certain") return row.certain;
  if (what == "uncertain") return !row.certain;
  if (what == "contradicted") {
    // Opposed, on one exactly known day that has come.
    for (const auto& [key, line] : model_lines(row.folder->stances)) {
      if (key != LineKey{row.holder, row.scale}) continue;
      for (const Stance* a : line) {
        for (const Stance* b : line) {
          if (a->position == "affirm" && b->position == "deny" && a->held.exact() &&
              a->held == b->held && a->held.earliest() <= kDay)
            return true;
        }
      }
    }
    return false;
  }
  return false;
}

std::optional<Step> naive_last_change(const Row& row) {
  std::optional<Step> last;
  const Lines lines(row.folder->stances, default_vocabulary());
  for (const Step& step : steps(*lines.of(row.holder, row.scale), kDay)) {
    if (step.change != Change::restated) last = step;
  }
  return last;
}

bool naive_match(Key key, const Match& match, const Row& row, const std::vector<Row>& rows) {
  const Claim& claim = *row.folder->claim;
  const Stance* s = row.stance;
  const std::string& value = match.value;
  switch (key) {
    case Key::word:
    case Key::phrase: {
      if (in_words(claim.id, value) || in_words(claim.text, value)) return true;
      for (const std::string& tag : claim.tags) {
        if (in_words(tag, value)) return true;
      }
      return s != nullptr &&
             of_any(*s, [&](const auto& one) { return in_words(one.quote, value); });
    }
    case Key::claim:
      return claim.id == value;
    case Key::topic:
      return (claim.id + "/").starts_with(value + "/");
    case Key::kind:
      return claim.kind == value;
    case Key::tag:
      return std::count(claim.tags.begin(), claim.tags.end(), value) > 0;
    case Key::text:
      return in_words(claim.text, value);
    case Key::related:
      return value == "topic/x" && !claim.relations.empty();
    case Key::deadline:
      return naive_date(claim.deadline, match);
    case Key::missing:
      return std::none_of(rows.begin(), rows.end(), [&](const Row& other) {
        return other.folder == row.folder && other.holder == value && other.stance != nullptr;
      });
    case Key::has:
      return naive_has(value, row);
    case Key::is:
      return naive_is(value, row);
    case Key::no: {
      const bool of_claim = value == "kind" || value == "tag" || value == "deadline" ||
                            value == "relation" || value == "lang";
      if (value == "record") return s == nullptr;
      return (of_claim || s != nullptr) && !naive_has(value, row);
    }
    case Key::due:
      return naive_date(claim.deadline, match) || (s != nullptr && naive_date(s->review_by, match));
    default:
      break;
  }
  if (key == Key::holder) return row.holder == value;
  if (s == nullptr) return false;
  switch (key) {
    case Key::position:
      return s->position == value;
    case Key::scale:
      return value == (s->position == "done" ? "progress" : s->position == "odd" ? "" : "stance");
    case Key::held:
      return naive_date(s->held, match);
    case Key::until:
      return naive_date(s->until, match);
    case Key::through:
      return naive_date(s->through, match);
    case Key::checked:
      if (!s->through) return naive_date(s->held, match);
      // What has ended is not found unchanged.
      return naive_date(
          s->until && s->until->latest() < s->through->latest() ? s->until : s->through, match);
    case Key::change:
      return to_string(naive_last_change(row)->change) == value;
    case Key::changed:
      return naive_date(date_of(naive_last_change(row)->when), match);
    case Key::mode:
      return of_any(*s, [&](const auto& one) { return one.mode == value; });
    case Key::quote:
      return of_any(*s, [&](const auto& one) { return in_words(one.quote, value); });
    case Key::source:
      return of_any(*s,
                    [&](const auto& one) { return (one.source + "/").starts_with(value + "/"); });
    case Key::credibility:
      return of_any(*s, [&](const auto& one) {
        return one.credibility && naive_number(key, std::to_string(*one.credibility), match);
      });
    case Key::likelihood:
      return naive_number(key, s->likelihood, match);
    case Key::review_by:
      return naive_date(s->review_by, match);
    default:
      return false;  // of what the generator never gives
  }
}

using Rows = std::set<std::size_t>;

Rows naive(const Query& query, const std::vector<Row>& rows) {
  Rows answer;
  const auto all = [&] {
    Rows every;
    for (std::size_t i = 0; i < rows.size(); ++i) every.insert(i);
    return every;
  };
  switch (query.kind) {
    case Query::Kind::all:
      answer = all();
      for (const Query& part : query.parts) {
        const Rows fitting = naive(part, rows);
        std::erase_if(answer, [&](std::size_t i) { return !fitting.contains(i); });
      }
      break;
    case Query::Kind::any:
      for (const Query& part : query.parts) answer.merge(naive(part, rows));
      break;
    case Query::Kind::no: {
      answer = all();
      for (const std::size_t i : naive(query.parts.front(), rows)) answer.erase(i);
      break;
    }
    case Query::Kind::some:
      for (const std::size_t found : naive(query.parts.front(), rows)) {
        if (rows[found].stance == nullptr) continue;
        for (std::size_t i = 0; i < rows.size(); ++i) {
          if (rows[i].folder == rows[found].folder) answer.insert(i);
        }
      }
      break;
    case Query::Kind::term:
      for (std::size_t i = 0; i < rows.size(); ++i) {
        for (const Match& match : query.term.any) {
          if (naive_match(query.term.key, match, rows[i], rows)) answer.insert(i);
        }
      }
      break;
    case Query::Kind::ever:  // never generated: by cases below
    case Query::Kind::saved:
      break;
  }
  return answer;
}

// Of one folder: how true the query is of each line, by asking it of every way in which all lines
// of the folder may be at once.
std::vector<Truth> naive_truths(const Query& query, const std::vector<std::vector<Row>>& lines) {
  std::vector<std::size_t> fitting(lines.size(), 0);
  std::size_t ways = 0;
  std::vector<std::size_t> at(lines.size(), 0);
  for (bool done = false; !done; ++ways) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < lines.size(); ++i) rows.push_back(lines[i][at[i]]);
    for (const std::size_t i : naive(query, rows)) ++fitting[i];
    std::size_t i = 0;
    while (i < lines.size() && ++at[i] == lines[i].size()) at[i++] = 0;
    done = i == lines.size();
  }
  std::vector<Truth> truths;
  for (const std::size_t count : fitting)
    truths.push_back(count == ways ? Truth::yes : count > 0 ? Truth::possible : Truth::no);
  return truths;
}

// What of the necessary conditions can be looked up, looked up in the records one by one.
bool stance_may_fit(const NecessaryStance& wanted, const Stance& stance) {
  const auto one_of = [](const std::vector<std::string>& words, const std::string& word) {
    return words.empty() || std::count(words.begin(), words.end(), word) > 0;
  };
  const bool in_source =
      wanted.sources.empty() || of_any(stance, [&](const auto& one) {
        return std::any_of(wanted.sources.begin(), wanted.sources.end(), [&](const auto& source) {
          return (one.source + "/").starts_with(source + "/");
        });
      });
  return one_of(wanted.holders, stance.holder) && one_of(wanted.positions, stance.position) &&
         of_any(stance, [&](const auto& one) { return one_of(wanted.modes, one.mode); }) &&
         in_source;
}

bool may_fit(const QueryBounds& way, const ClaimFolder& folder) {
  const Claim& claim = *folder.claim;
  if (!way.topic.empty() && !(claim.id + "/").starts_with(way.topic + "/")) return false;
  if (!way.kinds.empty() && !std::count(way.kinds.begin(), way.kinds.end(), claim.kind))
    return false;
  for (const std::string& tag : way.tags) {
    if (!std::count(claim.tags.begin(), claim.tags.end(), tag)) return false;
  }
  std::string text = claim.id + "\n" + claim.text;
  for (const std::string& tag : claim.tags) text += "\n" + tag;
  for (const Stance& stance : folder.stances) {
    text += "\n" + stance.quote;
    for (const Evidence& one : stance.further) text += "\n" + one.quote;
  }
  for (const std::string& word : way.words) {
    if (plain(text).find(word) == std::string::npos) return false;
  }
  std::vector<NecessaryStance> stances = way.others;
  if (way.stance.any()) stances.push_back(way.stance);
  return std::all_of(stances.begin(), stances.end(), [&](const NecessaryStance& wanted) {
    return std::any_of(folder.stances.begin(), folder.stances.end(),
                       [&](const Stance& stance) { return stance_may_fit(wanted, stance); });
  });
}

const Setting& setting() {
  static const Setting one{kDay, kToday, default_vocabulary(), nullptr};
  return one;
}

bool fits(const std::string& text, const ClaimFolder& folder) {
  const Query query = *parse(text).query;
  const ClaimFacts facts(folder, setting());
  return std::any_of(facts.pairs().begin(), facts.pairs().end(),
                     [&](const Pair& pair) { return facts.fits(query, pair) == Truth::yes; });
}

}  // namespace

TEST_CASE("a query is as true of a pair as the list says, and look-up loses none that may fit") {
  CHECK(rc::check("naive", [] {
    const std::vector<ClaimFolder> folders = any_folders();
    for (int i = 0; i < 4; ++i) {
      const Query query = any_query(3, false);
      const std::vector<QueryBounds> ways = necessary(query);
      RC_ASSERT(!ways.empty());
      RC_ASSERT(ways.size() <= kMostAlternatives);
      for (const ClaimFolder& folder : folders) {
        const std::vector<std::vector<Row>> lines = rows_of(folder);
        const std::vector<Truth> expected = naive_truths(query, lines);
        const ClaimFacts facts(folder, setting());
        RC_ASSERT(facts.pairs().size() == lines.size());
        bool any = false;
        for (std::size_t k = 0; k < lines.size(); ++k) {
          const Pair& pair = facts.pairs()[k];
          RC_ASSERT(pair.holder == lines[k].front().holder);
          RC_ASSERT(pair.scale == lines[k].front().scale);
          const Truth truth = facts.fits(query, pair);
          if (truth != expected[k]) RC_FAIL(print(query));
          any |= truth != Truth::no;
        }
        const bool proposed = std::any_of(
            ways.begin(), ways.end(), [&](const QueryBounds& way) { return may_fit(way, folder); });
        if (any && !proposed) RC_FAIL("lost by look-up: " + print(query));
      }
    }
  }));
}

namespace {

// How true the query is of calda's line: "yes", "possible", "no"; of the best one where there are
// more.
std::string truth(const std::string& text, const ClaimFolder& folder) {
  const Query query = *parse(text).query;
  const ClaimFacts facts(folder, setting());
  Truth best = Truth::no;
  for (const Pair& pair : facts.pairs()) best = std::max(best, facts.fits(query, pair));
  return best == Truth::yes ? "yes" : best == Truth::possible ? "possible" : "no";
}

}  // namespace

TEST_CASE("of a line that is not certain a query is true, possible or false") {
  const ClaimFolder folder{
      "topic/x", Claim{}, {stance("2024-01-15", "deny"), stance("2024-01", "affirm")}};
  CHECK(truth("position:deny", folder) == "possible");
  CHECK(truth("-position:deny", folder) == "possible");
  CHECK(truth("position:deny,affirm", folder) == "yes");
  CHECK(truth("position:deny or position:affirm", folder) == "yes");
  CHECK(truth("position:silent", folder) == "no");
  CHECK(truth("-position:silent", folder) == "yes");
  // All terms are judged together.
  CHECK(truth("position:deny held:2024-01-15", folder) == "possible");
  CHECK(truth("position:affirm held:2024-01-15", folder) == "no");
  CHECK(truth("position:deny some(position:affirm)", folder) == "no");
  CHECK(truth("some(position:affirm) or some(position:deny)", folder) == "yes");
  CHECK(truth("missing:calda", folder) == "no");
  CHECK(truth("is:certain", folder) == "no");
  CHECK(truth("is:uncertain", folder) == "yes");
  CHECK(truth("-is:certain position:deny", folder) == "possible");
}

TEST_CASE("a position that may not have begun may be missing") {
  const ClaimFolder folder{"topic/x", Claim{}, {stance("2024-02", "deny")}};
  CHECK(truth("position:deny", folder) == "possible");
  CHECK(truth("no:record", folder) == "possible");
  CHECK(truth("missing:calda", folder) == "possible");
  CHECK(truth("some(holder:calda)", folder) == "possible");
  CHECK(truth("missing:calda or position:deny", folder) == "yes");
  CHECK(truth("missing:calda position:deny", folder) == "no");
}

TEST_CASE("what says the same by another record is certain, and its evidence is not") {
  ClaimFolder folder{
      "topic/x", Claim{}, {stance("2024-01-15", "deny", "a"), stance("2024-01-15", "deny", "b")}};
  folder.stances[0].source = "s";
  CHECK(truth("position:deny", folder) == "yes");
  CHECK(truth("is:certain", folder) == "yes");
  CHECK(truth("source:s", folder) == "possible");
  CHECK(truth("no:source", folder) == "possible");
}

TEST_CASE("what was set aside is told of the line that it stood on") {
  ClaimFolder folder{"topic/x",
                     Claim{},
                     {stance("2024-01-01", "deny", "a"), stance("2024-01-01", "done", "b"),
                      stance("2024-01-02", "", "c")}};
  folder.stances[2].retracts = "d";
  folder.stances.push_back(stance("2024-01-02", "odd", "d"));
  CHECK(truth("is:retracted", folder) == "no");
  folder.stances.push_back(stance("2024-01-02", "done", "e"));
  folder.stances.push_back(stance("2024-01-03", "", "f"));
  folder.stances.back().retracts = "e";
  CHECK(truth("is:retracted position:done", folder) == "yes");
  CHECK(truth("is:retracted position:deny", folder) == "no");
  Stance end = folder.stances[0];
  end.name = "end";
  end.corrects = "a";
  end.until = date("2024-02-01");
  folder.stances.push_back(end);
  CHECK(truth("is:ended position:deny", folder) == "yes");
  CHECK(truth("is:corrected", folder) == "no");
}

TEST_CASE("what was set aside is told though nothing is left of the line") {
  ClaimFolder folder{"topic/x", Claim{}, {stance("2024-01-01", "deny", "a")}};
  folder.stances.push_back(stance("2024-01-02", "", "b"));
  folder.stances[1].retracts = "a";
  folder.stances.push_back(stance("2024-01-02", "done", "c"));
  const auto told = [&](const char* text) {
    const Query query = *parse(text).query;
    return ClaimFacts(folder, setting()).fits_without_a_position(query);
  };
  CHECK(told("is:retracted"));
  CHECK(told("is:retracted holder:calda"));
  CHECK(told("is:retracted or position:deny"));
  CHECK_FALSE(told("is:retracted position:deny"));
  CHECK_FALSE(told("is:corrected"));
  CHECK_FALSE(told("-is:corrected"));
  CHECK_FALSE(told("holder:calda"));
}

TEST_CASE(
    "ever( ) reaches what is not in force, and what is set aside only where it is asked for") {
  ClaimFolder folder;
  folder.id = "topic/x";
  folder.claim.emplace();
  Stance first = stance("2024-01-01", "deny", "first");
  first.source = "2024/wire";
  Stance correction = stance("2024-01-01", "affirm", "correction");
  correction.corrects = "first";
  Stance early = stance("2023-01-01", "query", "early");
  early.source = "2023/page";
  Stance look = stance("2024-02-01", "affirm", "look");
  look.repeats = "correction";
  look.source = "2024/list";
  folder.stances = {first, correction, early, look};
  CHECK(fits("position:affirm", folder));
  CHECK_FALSE(fits("position:query", folder));
  CHECK(fits("ever(position:query)", folder));
  CHECK(fits("ever(position:query source:2023/page) position:affirm", folder));
  CHECK_FALSE(fits("ever(position:query source:2024/list)", folder));
  CHECK(fits("ever(source:2024/list)", folder));
  CHECK(fits("-ever(position:silent)", folder));
  CHECK_FALSE(fits("ever(source:2024/wire)", folder));
  CHECK_FALSE(fits("ever(-is:set-aside source:2024/wire)", folder));
  CHECK(fits("ever(is:set-aside source:2024/wire)", folder));
  CHECK_FALSE(fits("ever(is:set-aside source:2023/page)", folder));

  const auto reached = [](const char* text) {
    return print(reaching_set_aside(*parse(text).query));
  };
  CHECK(reached("position:deny") == "position:deny");
  CHECK(reached("is:set-aside") == "ever(is:set-aside)");
  CHECK(reached("source:a is:set-aside") == "ever(source:a is:set-aside)");
  CHECK(reached("ever(is:set-aside) kind:fact") == "ever(is:set-aside) kind:fact");

  const ClaimFacts facts(folder, setting());
  const auto names = [&](const char* text) {
    std::string all;
    for (const Stance* one : facts.others_that_fit(*parse(text).query)) all += one->name + " ";
    return all;
  };
  CHECK(names("holder:calda") == "early look ");
  CHECK(names("position:deny") == "");
  CHECK(names("position:deny is:set-aside") == "first ");
  const auto aside = [&](const char* text) {
    std::string all;
    for (const Stance* one : facts.set_aside_that_fit(*parse(text).query)) all += one->name + " ";
    return all;
  };
  CHECK(aside("position:deny") == "first ");
  CHECK(aside("position:query") == "");
}

TEST_CASE("terms about positions speak of one pair, and some( ) of any") {
  ClaimFolder folder{
      "topic/x", Claim{}, {stance("2024-01-01", "silent"), stance("2024-01-02", "deny", "uw")}};
  folder.stances.back().holder = "uw";
  CHECK(fits("holder:calda position:silent", folder));
  CHECK_FALSE(fits("holder:calda position:deny", folder));
  CHECK(fits("some(holder:calda) position:deny", folder));
  CHECK(fits("some(holder:calda position:silent) some(holder:uw position:deny)", folder));
  CHECK(fits("-holder:calda", folder));  // uw is another
  CHECK_FALSE(fits("-some(holder:calda)", folder));
  CHECK_FALSE(fits("missing:calda", folder));
  CHECK(fits("missing:rastia", folder));
  CHECK(fits("missing:rastia,calda", folder));
}

TEST_CASE("a claim on which nobody has a position has one empty pair") {
  const ClaimFolder folder{"topic/x", Claim{}, {stance("2024-03-01", "deny")}};  // later
  CHECK(fits("", folder));
  CHECK(fits("no:record", folder));
  CHECK(fits("-position:deny", folder));
  CHECK(fits("-has:source", folder));
  CHECK_FALSE(fits("no:source", folder));
  CHECK_FALSE(fits("position:deny", folder));
  CHECK_FALSE(fits("some(-position:deny)", folder));
}

TEST_CASE("dates fit where all their days do") {
  const ClaimFolder folder{"topic/x", Claim{}, {stance("2024-01", "deny")}};
  CHECK(fits("held:2024-01", folder));
  CHECK(fits("held:2024", folder));
  CHECK(fits("held:<2024-02", folder));
  CHECK(fits("held:>=2024 held:<=2024-01-31", folder));
  CHECK(fits("held:2023..2024-01", folder));
  CHECK_FALSE(fits("held:2024-01-15", folder));
  CHECK_FALSE(fits("held:<2024-01-15", folder));
  CHECK_FALSE(fits("held:>=2024-01-15", folder));
  CHECK_FALSE(fits("held:<today or held:>today", folder));
  CHECK_FALSE(fits("until:<2030", folder));  // absent
}

TEST_CASE("text is looked for without case, accents and typography") {
  ClaimFolder folder{"topic/x", Claim{}, {}};
  folder.claim->text =
      "D\xC3\xA9j\xC3\xA0 vu: \xE2\x80\x9CStra\xC3\x9F"
      "e\xE2\x80\x9D \xE2\x80\x94  \xD0\x99od";
  CHECK(fits("deja", folder));
  CHECK(fits("D\x45\xCC\x81JA", folder));  // E with a combining accent
  CHECK(fits("STRASSE", folder));
  CHECK(fits("\"vu: 'strasse' -\"", folder));
  CHECK(fits("\"- \xD0\xB9od\"", folder));
  CHECK_FALSE(fits("\"deja  vue\"", folder));
  CHECK(plain("\xEA\xB0\x81") != plain("\xEA\xB0\x80"));  // a syllable of Hangul is one letter
}

TEST_CASE("who speaks and who reports is found by any id or name, and words by themselves") {
  ActorNames names;
  Actor lio;
  lio.id = "calda/lio-pendar";
  lio.name = "Lio Pendar";
  lio.aliases = {"calda/old-pendar"};
  names.add(lio);
  Setting with{kDay, kToday, default_vocabulary(), {}};
  with.called = [&](const std::string& id) { return names.of(id); };
  ClaimFolder folder{"topic/x", Claim{}, {}};
  for (const char* holder : {"calda", "dorna", "uw", "wealds"}) {
    Stance one = stance("2024-01-03", "deny", holder);
    one.holder = holder;
    folder.stances.push_back(one);
  }
  folder.stances[0].speaker = "calda/lio-pendar";
  folder.stances[1].speaker = "Lio Pendar";  // whoever that was
  folder.stances[2].speaker = "a spokesman";
  folder.stances[2].via = {"Wintermoor Courier", "calda/lio-pendar"};
  const ClaimFacts facts(folder, with);
  const auto found = [&](const std::string& text) {
    std::string holders;
    for (const Pair& pair : facts.pairs()) {
      if (facts.fits(*parse(text).query, pair) == Truth::yes)
        holders += std::string(pair.holder) + " ";
    }
    return holders;
  };
  for (const char* name : {"calda/lio-pendar", "old-pendar"}) {
    CHECK(found(std::string("speaker:") + name) == "calda ");
    CHECK(found(std::string("via:") + name) == "uw ");
  }
  CHECK(found("speaker:\"lio pendar\"") == "calda dorna ");
  CHECK(found("via:\"lio pendar\"") == "uw ");
  CHECK(found("speaker:spokesman") == "uw ");
  CHECK(found("-speaker:pendar") == "uw wealds ");
  CHECK(found("speaker:courier") == "");
}

TEST_CASE("a source is asked for what the stance does not say") {
  Source source;
  source.id = "2024/w";
  source.publisher = "The Wintermoor Post";
  source.published = date("2024-01-02");
  source.reliability = "B";
  source.capture = "w.txt";
  const Setting with{kDay, kToday, default_vocabulary(),
                     [&](const std::string& id) { return id == source.id ? &source : nullptr; }};
  ClaimFolder folder{
      "topic/x", Claim{}, {stance("2024-01-03", "deny"), stance("2024-01-03", "deny", "uw")}};
  folder.stances[0].source = "2024/w";
  folder.stances[1].holder = "uw";
  const ClaimFacts facts(folder, with);
  const auto found = [&](const std::string& text) {
    std::string holders;
    for (const Pair& pair : facts.pairs()) {
      if (facts.fits(*parse(text).query, pair) == Truth::yes)
        holders += std::string(pair.holder) + " ";
    }
    return holders;
  };
  CHECK(found("publisher:wintermoor") == "calda ");
  CHECK(found("published:2024 reliability:<=B") == "calda ");
  CHECK(found("reliability:A..") == "calda ");
  CHECK(found("reliability:<B") == "");
  CHECK(found("source:2024 has:capture") == "calda ");
  CHECK(found("no:capture") == "uw ");
  CHECK(found("-publisher:wintermoor") == "uw ");
  folder.stances[1].further = {
      {.quote = "Nay", .quote_lang = "en", .speaker = "Lin", .via = {"kem"}}, {.source = "2024/w"}};
  CHECK(found("publisher:wintermoor reliability:B source:2024/w") == "calda uw ");
  CHECK(found("published:2024 has:capture speaker:lin via:kem quote:nay quote_lang:en") == "uw ");
  CHECK(found("no:capture") == "");
  CHECK(found("nay") == "uw ");
  CHECK(found("is:single-source") == "calda uw ");
  folder.stances[0].further = {{.source = "2024/other"}};
  CHECK(found("is:single-source") == "uw ");
  folder.stances[0].further.clear();
  // Two records of one day: their publishers are counted, not they.
  folder.stances.push_back(folder.stances[0]);
  folder.stances[2].name = "2024-01-03-calda-2";
  const ClaimFacts twice(folder, with);
  const auto is_single = [&](const ClaimFacts& facts_now) {
    return facts_now.fits(*parse("is:single-source").query, facts_now.pairs()[0]) == Truth::yes;
  };
  CHECK(is_single(twice));
  folder.stances[2].source = "2024/other";
  CHECK_FALSE(is_single(ClaimFacts(folder, with)));
}

TEST_CASE("publishers that mean one actor are one, under any of its names") {
  ActorNames names;
  Actor herald;
  herald.id = "herald";
  herald.name = "The Herald";
  herald.aliases = {"herald-2"};  // merged into it
  names.add(herald);
  std::map<std::string, Source> sources;
  for (const auto& [id, publisher] :
       {std::pair{"a", "The Herald"}, {"b", "herald-2"}, {"c", "herald"}, {"d", "Courier"}}) {
    sources[id].id = id;
    sources[id].publisher = publisher;
  }
  Setting with{kDay, kToday, default_vocabulary(),
               [&](const std::string& id) { return &sources.at(id); }};
  with.meant = [&](const std::string& words) { return names.of(names.meant_by(words)); };
  ClaimFolder folder{"topic/x", Claim{}, {stance("2024-01-03", "deny")}};
  folder.stances[0].source = "a";
  folder.stances[0].further = {{.source = "b"}, {.source = "c"}};
  const auto yes = [&](const char* text) {
    const ClaimFacts facts(folder, with);
    return facts.fits(*parse(text).query, facts.pairs()[0]) == Truth::yes;
  };
  CHECK(yes("is:single-source"));
  folder.stances[0].further = {{.source = "b"}, {.source = "d"}};
  CHECK_FALSE(yes("is:single-source"));
  folder.stances[0].further.clear();
  for (const char* name : {"publisher:herald", "publisher:herald-2", "publisher:\"the herald\""})
    CHECK(yes(name));
  CHECK_FALSE(yes("publisher:courier"));
}

TEST_CASE("conditions that can be looked up") {
  const auto ways = [](const std::string& text) { return necessary(*parse(text).query); };
  REQUIRE(ways("holder:calda position:silent,deny topic:dorn tag:a tag:b kind:fact").size() == 1);
  const QueryBounds way =
      ways("holder:calda position:silent,deny topic:dorn tag:a tag:b kind:fact")[0];
  CHECK(way.topic == "dorn");
  CHECK(way.kinds == std::vector<std::string>{"fact"});
  CHECK(way.tags == std::vector<std::string>{"a", "b"});
  CHECK(way.stance.holders == std::vector<std::string>{"calda"});
  CHECK(way.stance.positions == std::vector<std::string>{"silent", "deny"});
  CHECK(ways("holder:calda or topic:x").size() == 2);
  CHECK(!ways("holder:calda or is:lapsed")[0].any());
  CHECK(!ways("-holder:calda")[0].any());
  CHECK(ways("some(holder:uw) holder:calda")[0].others.size() == 1);
  CHECK(ways("\"\xC3\x89t\xC3\xA9\"")[0].words == std::vector<std::string>{"ete"});
  CHECK(ways("(a or b or c) (a or b or c) (a or b or c) holder:x").size() == 9);
}
