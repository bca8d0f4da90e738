// SPDX-License-Identifier: MIT
//
// The git history of a real promise tracker (2016 to 2018), as a store. Words were renamed in it,
// dates run out of order, promises go back and forth. The data is not part of this project; where
// it is not beside it, the tests are skipped.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "claims/positions/changes.h"
#include "claims/positions/diff.h"
#include "store/history.h"
#include "store/store.h"
#include "tests/places.h"
#include "tests/store/scratch.h"

using namespace aver::store;
using namespace aver::tests;
namespace claims = aver::claims;
namespace fs = std::filesystem;

namespace {

using Row = std::map<std::string, std::string>;

// RFC 4180: quoted fields may hold commas, quotes and line breaks.
std::vector<Row> read_csv(const fs::path& file) {
  const std::string text = read(file);
  std::vector<std::vector<std::string>> records(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
        records.back().back() += text[++i];
      } else if (c == '"') {
        quoted = false;
      } else {
        records.back().back() += c;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      records.back().emplace_back();
    } else if (c == '\n') {
      records.emplace_back(1);
    } else if (c != '\r') {
      records.back().back() += c;
    }
  }
  std::vector<Row> rows;
  for (std::size_t i = 1; i < records.size(); ++i) {
    if (records[i].size() != records[0].size()) continue;
    Row row;
    for (std::size_t k = 0; k < records[0].size(); ++k) row[records[0][k]] = records[i][k];
    rows.push_back(std::move(row));
  }
  return rows;
}

// "2017-01-22T15:52:00-05:00" -> "1485118320 -0500", as git writes a stamp.
std::string stamp(const std::string& time) {
  std::int64_t seconds = claims::parse_day(time.substr(0, 10))->time_since_epoch().count() * 86400;
  seconds += std::stoi(time.substr(11, 2)) * 3600 + std::stoi(time.substr(14, 2)) * 60 +
             std::stoi(time.substr(17, 2));
  const int offset = std::stoi(time.substr(20, 2)) * 3600 + std::stoi(time.substr(23, 2)) * 60;
  seconds += time[19] == '-' ? offset : -offset;
  return std::to_string(seconds) + " " + time.substr(19, 3) + time.substr(23, 2);
}

const claims::Vocabulary& words() {
  static const claims::Vocabulary vocabulary(
      {claims::Scale{"progress",
                     claims::Order::ordered,
                     {{"not-started", 0, true, {"notStarted", "Not started"}},
                      {"in-progress", 2, false, {"inProgress", "In progress"}},
                      {"compromised", 3, false, {"Compromised"}},
                      {"achieved", 4, false, {"Achieved"}},
                      {"broken", -1, false, {"Broken"}}}}});
  return vocabulary;
}

// The n-th promise, in the order of their first appearance.
class Promises {
 public:
  std::string claim(const std::string& text) {
    const auto [at, is_new] = ids_.emplace(text, ids_.size());
    return "promise/p" + std::to_string(at->second);
  }
  bool knows(const std::string& text) const { return ids_.count(text) > 0; }

 private:
  std::map<std::string, std::size_t> ids_;
};

class Stream {
 public:
  void commit(const std::string& when,
              const std::vector<std::pair<std::string, std::string>>& files) {
    text_ += "commit refs/heads/main\ncommitter Tracker <tracker@example.org> " + when +
             "\ndata 7\nStatus\n\n";
    for (const auto& [path, content] : files) {
      text_ += "M 100644 inline " + path + "\ndata " + std::to_string(content.size()) + "\n" +
               content + "\n";
    }
  }
  void import(const fs::path& place) {
    git(place.parent_path(), {"init", "-q", "--bare", place.filename().string()});
    git(place, {"fast-import", "--quiet"}, text_);
  }

 private:
  std::string text_;
};

// One commit a row of the tracker. With `rewrite` the one status of a promise is rewritten in
// place, as the tracker did; without it, each status is a stance of its own, held at the time when
// it was recorded.
void build(const std::vector<Row>& rows, const fs::path& place, bool rewrite) {
  Stream stream;
  stream.commit("1479250079 +0000",
                {{"aver.toml", claims::encode(claims::Settings{claims::kFormatVersion, words()})},
                 {"actors/trump.toml", "name = \"Donald Trump\"\nkind = \"person\"\n"}});
  Promises promises;
  std::map<std::string, int> names;
  for (const Row& row : rows) {
    std::vector<std::pair<std::string, std::string>> files;
    const bool is_new = !promises.knows(row.at("promise"));
    claims::Stance stance;
    stance.claim = promises.claim(row.at("promise"));
    if (is_new) {
      claims::Claim claim;
      claim.text = row.at("promise");
      claim.kind = "pledge";
      files.emplace_back(claims::claim_path(stance.claim), encode(claim));
    }
    stance.holder = "trump";
    stance.position = row.at("new_status");
    stance.held = *claims::parse_date(rewrite ? "2016-11-09" : row.at("commit_date")).date;
    stance.searched = {"the tracker"};
    const std::string base = claims::stance_name(stance.held, "trump");
    const int number = rewrite ? 1 : ++names[stance.claim + base];
    stance.name = number == 1 ? base : base + "-" + std::to_string(number);
    files.emplace_back(claims::stance_path(stance.claim, stance.name), encode(stance));
    stream.commit(stamp(row.at("commit_date")), files);
  }
  stream.import(place);
}

constexpr const char* kTracker = "../shared/data/trumptracker";

fs::path data(const char* name) { return source_dir() / kTracker / name; }

}  // namespace

TEST_CASE("of 262 changes in a tracker's git history 102 are real, and 160 are words renamed" *
          Needs(kTracker)) {
  const std::vector<Row> rows = read_csv(data("status_history.csv"));
  REQUIRE(rows.size() == 571);
  const Scratch scratch;
  build(rows, scratch / "tracker.git", true);
  Store store = Store::open(scratch / "tracker.git");
  const claims::Day day = *claims::parse_day("2018-12-31");

  int raw = 0;
  std::vector<std::string> real;
  std::vector<LogEntry> commits = log(store, {});
  REQUIRE(commits.size() == rows.size() + 1);
  std::reverse(commits.begin(), commits.end());  // the graph's order, whatever the stamps say
  for (std::size_t i = 1; i < commits.size(); ++i) {
    const View before = store.view(commits[i - 1].commit);
    const View after = store.view(commits[i].commit);
    for (const ChangedPath& path : store.changes(before, after)) {
      const auto record = claims::record_at(path.path);
      if (record->kind != claims::RecordKind::stance || path.before.empty()) continue;
      ++raw;
      const std::string claim = claims::split_stance_id(record->id).claim;
      const auto a = before.folder(claim);
      const auto b = after.folder(claim);
      const claims::ClaimDiff diff = claims::diff({&a->folder, day}, {&b->folder, day}, words());
      for (const claims::PairDiff& pair : diff.pairs) {
        CHECK(pair.record == claims::Cause::corrected);  // a status that is rewritten in place
        CHECK(!pair.change);
        real.push_back(diff.text + "|" + pair.before.possible.front().word + "|" +
                       pair.after.possible.front().word);
      }
    }
  }
  CHECK(raw == 262);
  CHECK(real.size() == 102);

  // They are the changes that the normalised file lists, in its order.
  std::vector<std::string> expected;
  for (const Row& row : read_csv(data("status_history_normalised.csv"))) {
    if (!row.at("old_status").empty()) {
      expected.push_back(row.at("promise") + "|" + row.at("old_status") + "|" +
                         row.at("new_status"));
    }
  }
  std::sort(expected.begin(), expected.end());
  std::sort(real.begin(), real.end());
  CHECK(real == expected);
}

TEST_CASE("promises that went back and forth have the time line that the tracker recorded" *
          Needs(kTracker)) {
  const std::vector<Row> rows = read_csv(data("status_history.csv"));
  const Scratch scratch;
  build(rows, scratch / "tracker.git", false);
  Store store = Store::open(scratch / "tracker.git");
  const View view = store.view();
  const auto time_line = [&](const std::string& begins) {
    for (const std::string& id : view.ids(claims::RecordKind::claim)) {
      const auto folder = view.folder(id);
      REQUIRE(folder);
      CHECK(folder->problems.empty());
      if (!folder->folder.claim->text.starts_with(begins)) continue;
      std::string text;
      const claims::Lines lines(folder->folder.stances, words());
      REQUIRE(lines.all().size() == 1);
      for (const claims::Step& step :
           claims::steps(lines.all().front(), *claims::parse_day("2018-12-31"))) {
        if (step.change == claims::Change::restated) continue;
        text += claims::to_string(claims::date_of(step.when));
        for (const claims::Possible& one : step.after) text += " " + std::string(one.word);
        text += " " + std::string(to_string(step.change)) + "\n";
      }
      return text;
    }
    return std::string("no such promise");
  };
  CHECK(time_line("Donald Trump will refuse the $400,000") ==
        "2016-11-18 not-started first\n"
        "2017-03-14 broken setback\n"
        "2017-04-05 in-progress advance\n"
        "2017-05-03 broken setback\n"
        "2017-05-09 achieved advance\n");
  // Recorded on the 22nd as begun, and after that, with a stamp of the 21st, as not begun: the
  // world's time line goes by the days held, whatever the order of recording.
  CHECK(time_line("I will announce our withdrawal from the Trans-Pacific") ==
        "2016-11-15 not-started first\n"
        "2017-01-22 in-progress advance\n"
        "2017-01-24 achieved advance\n");
}

TEST_CASE("of a promise that was called two things on one day, only times tell which came first" *
          Needs(kTracker)) {
  const std::vector<Row> rows = read_csv(data("status_history.csv"));
  const Scratch scratch;
  build(rows, scratch / "tracker.git", false);
  Store store = Store::open(scratch / "tracker.git");
  const View view = store.view();
  // The claims, and the days on which they are not certain.
  const auto not_certain = [&](bool with_times) {
    std::vector<std::string> all;
    for (const std::string& id : view.ids(claims::RecordKind::claim)) {
      auto folder = view.folder(id);
      REQUIRE(folder);
      for (claims::Stance& stance : folder->folder.stances) {
        if (!with_times) stance.held = stance.held.without_time();
      }
      const claims::Lines lines(folder->folder.stances, words());
      for (const claims::Line& line : lines.all()) {
        const claims::LineDays days(line);
        for (std::size_t span = 0; span < days.size(); ++span) {
          const auto possible = days.possible(span);
          if (possible.size() < 2) continue;
          std::string text = id + " since " + claims::to_string(days.from(span));
          for (const claims::Possible& one : possible) text += " " + std::string(one.word);
          if (span + 1 < days.size()) text += " until " + claims::to_string(days.from(span + 1));
          all.push_back(std::move(text));
        }
      }
    }
    return all;
  };
  CHECK(not_certain(true).empty());
  const std::vector<std::string> of_days = not_certain(false);
  REQUIRE(of_days.size() == 1);
  CHECK(of_days.front() == "promise/p6 since 2017-05-03 broken achieved");
}
