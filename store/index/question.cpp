// SPDX-License-Identifier: MIT
//
// Puts conditions together as SQL with parameters. Follows claims/query/claim_conditions.cpp
// condition by condition: the folders proposed here are tested with those conditions afterwards, so
// SQL may find too much, but never too little.
#include "store/index/question.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <variant>
#include <vector>

#include "claims/text/id.h"
#include "store/index/rows.h"

namespace aver::store {
namespace {

using Value = std::variant<std::int64_t, std::string>;

// Ids of the words that are a folder's, or lie in it: what begins with "folder/" lies before
// "folder0".
constexpr std::string_view kBelow =
    "SELECT id FROM word WHERE word = ? OR (word >= ? AND word < ?)";
std::array<std::string, 3> bounds_below(const std::string& folder) {
  return {folder, folder + "/", folder + "0"};
}

// Whether a stance of the store has further evidence; where none has, no question looks for it.
bool has_further(const Database& database) {
  return database.integer("SELECT EXISTS (SELECT 1 FROM evidence)") != 0;
}

// Conditions, and the values of their parameters.
class Conditions {
 public:
  // With `further`, conditions on an evidence are asked of the further ones of a stance, too.
  explicit Conditions(bool further = false) : further_(further) {}

  void add(const std::string& sql, std::initializer_list<Value> values = {}) {
    sql_ += " AND " + sql;
    values_.insert(values_.end(), values);
  }
  void bind(Value value) { values_.push_back(std::move(value)); }
  // The column has the id of one of the words; no condition where there is none.
  void one_of(const std::string& column, const std::vector<std::string>& words) {
    if (!words.empty()) sql_ += " AND " + one_of_sql("r." + column, words);
  }
  // The same of a column of an evidence.
  void evidence_one_of(const std::string& column, const std::vector<std::string>& words) {
    if (words.empty()) return;
    sql_ += " AND (" + one_of_sql("r." + column, words);
    if (further_) sql_ += in_further(one_of_sql(column, words));
    sql_ += ")";
  }
  // The column of an evidence has the id of one of the words, or of what lies in one as in a
  // folder.
  void evidence_below_one_of(const std::string& column, const std::vector<std::string>& folders) {
    if (folders.empty()) return;
    sql_ += " AND (" + below_one_of_sql("r." + column, folders);
    if (further_) sql_ += in_further(below_one_of_sql(column, folders));
    sql_ += ")";
  }
  void topic(const std::string& topic) {
    if (topic.empty()) return;
    add("(f.path = ? OR (f.path >= ? AND f.path < ?))",
        {"claims/" + topic, "claims/" + topic + "/", "claims/" + topic + "0"});
  }

  const std::string& sql() const { return sql_; }
  const std::vector<Value>& values() const { return values_; }

 private:
  static std::string in_further(const std::string& sql) {
    return " OR r.id IN (SELECT record FROM evidence WHERE " + sql + ")";
  }
  std::string one_of_sql(const std::string& column, const std::vector<std::string>& words) {
    std::string marks;
    bool absent = false;
    for (const std::string& word : words) {
      if (word.empty()) {
        absent = true;
        continue;
      }
      marks += marks.empty() ? "?" : ", ?";
      values_.emplace_back(word);
    }
    const std::string sql = column + " IN (SELECT id FROM word WHERE word IN (" + marks + "))";
    return absent ? "(" + sql + " OR " + column + " IS NULL)" : sql;
  }
  std::string below_one_of_sql(const std::string& column, const std::vector<std::string>& folders) {
    std::string sql;
    for (const std::string& folder : folders) {
      sql += sql.empty() ? "" : " OR ";
      if (folder.empty()) {
        sql += column + " IS NULL";
        continue;
      }
      sql += column + " IN (" + std::string(kBelow) + ")";
      for (std::string& bound : bounds_below(folder)) values_.emplace_back(std::move(bound));
    }
    return sql;
  }

  bool further_;
  std::string sql_;
  std::vector<Value> values_;
};

std::int64_t number(claims::Day day) { return day.time_since_epoch().count(); }

void add(Conditions& all, const claims::WantedStance& wanted, const std::string& several) {
  all.add("r." + is_kind(RowKind::stance));
  all.one_of("holder", wanted.holders);
  all.one_of("position", wanted.positions);
  all.evidence_below_one_of("source", wanted.sources);
  all.evidence_one_of("speaker", wanted.speakers);
  all.evidence_one_of("mode", wanted.modes);
  if (!wanted.voices.empty()) {
    std::string marks;
    for (std::size_t i = 0; i < wanted.voices.size(); ++i) marks += i == 0 ? "?" : ", ?";
    all.add("r.id IN (SELECT v.record FROM voice v JOIN word w ON w.id = v.who WHERE w.word IN (" +
            marks + "))");
    for (const std::string& voice : wanted.voices) all.bind(voice);
  }
  if (wanted.without_source) all.add("r.source IS NULL");
  if (wanted.in_force) {
    all.add(several.empty()
                ? "r.from_day <= ? AND r.to_day > ?"
                : "((r.from_day <= ? AND r.to_day > ?) OR r.holder IN (" + several + "))",
            {number(wanted.in_force->last), number(wanted.in_force->first)});
  }
  if (wanted.touches) {
    const claims::Days& days = *wanted.touches;
    if (days.first && days.last) {
      all.add("((r.latest >= ? AND r.earliest <= ?) OR r.until + 1 >= ?)",
              {number(*days.first), number(*days.last), number(*days.first)});
    } else if (days.first) {
      all.add("(r.latest >= ? OR r.until + 1 >= ?)", {number(*days.first), number(*days.first)});
    } else if (days.last) {
      all.add("(r.earliest <= ? OR r.until IS NOT NULL)", {number(*days.last)});
    }
  }
  if (wanted.checked_until) all.add("r.checked <= ?", {number(*wanted.checked_until)});
  if (wanted.review_until) all.add("r.review_by <= ?", {number(*wanted.review_until)});
}

void add_claim(Conditions& all, const claims::ClaimCondition& wanted) {
  all.one_of("claim_kind", wanted.kinds);
  for (const std::string& tag : wanted.tags) {
    all.add("r.id IN (SELECT record FROM tag WHERE tag = (SELECT id FROM word WHERE word = ?))",
            {tag});
  }
  if (wanted.deadline_until) all.add("r.deadline <= ?", {number(*wanted.deadline_until)});
  if (wanted.review_until) all.add("r.review_by <= ?", {number(*wanted.review_until)});
}

void run(const Database& database, const Conditions& all, ClaimIds& to) {
  constexpr std::string_view kClaims = "claims/";
  Statement rows = database.prepare(
      "SELECT DISTINCT f.path FROM record r CROSS JOIN folder f ON f.id = r.folder WHERE 1" +
      all.sql());
  int index = 0;
  rows.reset();
  for (const Value& value : all.values()) {
    std::visit([&](const auto& one) { rows.bind_one(++index, one); }, value);
  }
  while (rows.step()) {
    const std::string_view path = rows.text(0);
    if (path.starts_with(kClaims)) to.emplace(path.substr(kClaims.size()));
  }
}

}  // namespace

std::map<std::string, std::string> former_actors(const Database& database) {
  constexpr std::string_view kActors = "actors/";
  std::map<std::string, std::string> former;
  Statement rows = database.prepare(
      "SELECT o.name, f.path || '/' || a.name FROM former o JOIN record a ON a.id = o.record "
      "JOIN folder f ON f.id = a.folder WHERE a." +
      is_kind(RowKind::actor));
  while (rows.step()) {
    const std::string_view path = rows.text(1);
    if (path.starts_with(kActors)) former.emplace(rows.text(0), path.substr(kActors.size()));
  }
  return former;
}

std::string holders_with_two_ids(const Database& database,
                                 const std::map<std::string, std::string>& former) {
  Statement find = database.prepare("SELECT id FROM word WHERE word = ?");
  Statement holds = database.prepare("SELECT 1 FROM record WHERE holder = ? LIMIT 1");
  const auto word = [&](const std::string& text) -> std::int64_t {
    const std::int64_t id = find.with(text).step() ? find.integer(0) : 0;
    find.reset();
    return id;
  };
  std::string ids;
  for (const auto& [alias, actor] : former) {
    const std::int64_t id = word(alias);
    const bool held = id != 0 && holds.with(id).step();
    holds.reset();
    if (!held) continue;
    ids += (ids.empty() ? "" : ", ") + std::to_string(id) + ", " + std::to_string(word(actor));
  }
  return ids;
}

void add_candidates(const Database& database, const claims::ClaimCondition& wanted,
                    const std::string& several, ClaimIds& to) {
  Conditions broken;
  broken.add("r.errors IS NOT NULL AND (r." + is_kind(RowKind::claim) + " OR r." +
             is_kind(RowKind::stance) + ")");
  broken.topic(wanted.topic);
  run(database, broken, to);

  Conditions of_claim;
  of_claim.add("r." + is_kind(RowKind::claim));
  add_claim(of_claim, wanted);
  const bool asks_claim =
      !wanted.kinds.empty() || !wanted.tags.empty() || wanted.deadline_until || wanted.review_until;
  if (!wanted.stance.any()) {
    of_claim.topic(wanted.topic);
    return run(database, of_claim, to);
  }
  Conditions all(has_further(database));
  add(all, wanted.stance, several);
  all.topic(wanted.topic);
  ClaimIds stances;
  run(database, all, stances);
  if (!asks_claim) return to.merge(stances);
  ClaimIds claims;
  run(database, of_claim, claims);
  for (const std::string& id : stances) {
    if (claims.contains(id)) to.insert(id);
  }
}

namespace {

// "1, 5": the ids that the rows have, for an IN.
std::string listed(Statement& rows) {
  std::string ids;
  while (rows.step()) ids += (ids.empty() ? "" : ", ") + std::to_string(rows.integer(0));
  return ids;
}

std::string ids_of(const Database& database, const std::vector<std::string>& words) {
  std::string marks;
  for (std::size_t i = 0; i < words.size(); ++i) marks += i == 0 ? "?" : ", ?";
  Statement rows = database.prepare("SELECT id FROM word WHERE word IN (" + marks + ")");
  int index = 0;
  rows.reset();
  for (const std::string& word : words) rows.bind_one(++index, word);
  return listed(rows);
}

std::string ids_below(const Database& database, const std::vector<std::string>& folders) {
  std::string ids;
  Statement rows = database.prepare(std::string(kBelow));
  for (const std::string& folder : folders) {
    int index = 0;
    rows.reset();
    for (const std::string& bound : bounds_below(folder)) rows.bind_one(++index, bound);
    const std::string more = listed(rows);
    ids += (ids.empty() || more.empty() ? "" : ", ") + more;
  }
  return ids;
}

// The SQL that lists the files of one folder that matter to a question. A folder may have thousands
// of stances and a question may be asked of thousands of folders, so each branch of the UNION must
// be one look-up in an index (folder and holder; source and folder; folders with errors): "holder
// IN (…) OR source IN (…)" in one SELECT would read the whole folder. Ids of words are looked up
// once, here, and stand in the SQL as numbers: as a sub-query SQLite would look them up again for
// each folder.
//
// claim.toml has no holder, and so "holder IS NULL" finds it in the index of folder and holder.
// Files with errors are always listed: whoever asks must be told of them.
std::string rows_of_folder(const Database& database,
                           const std::vector<claims::ClaimCondition>& any) {
  const std::string select = "SELECT kind, name, blob FROM record WHERE folder = ?1 AND ";
  std::string sql = select + "holder IS NULL AND " + is_kind(RowKind::claim);
  const bool further = has_further(database);
  for (const claims::ClaimCondition& wanted : any) {
    const bool by_holder = !wanted.stance.holders.empty();
    const std::string ids = by_holder ? ids_of(database, wanted.stance.holders)
                                      : ids_below(database, wanted.stance.sources);
    if (ids.empty()) continue;
    sql += " UNION " + select + (by_holder ? "holder" : "source") + " IN (" + ids + ") AND " +
           is_kind(RowKind::stance);
    if (!by_holder && further) {
      sql +=
          " UNION SELECT r.kind, r.name, r.blob FROM evidence e CROSS JOIN record r "
          "ON r.id = e.record WHERE e.folder = ?1 AND e.source IN (" +
          ids + ")";
    }
  }
  // What corrects, retracts or repeats may be anybody's.
  sql += " UNION " + select + "(sets_aside IS NOT NULL OR repeats IS NOT NULL) AND " +
         is_kind(RowKind::stance);
  return sql + " UNION " + select + "errors IS NOT NULL AND " + is_kind(RowKind::stance);
}

BlobId hex_of(std::string_view bytes) {
  git_oid id{};
  if (bytes.size() != GIT_OID_RAWSZ) throw DatabaseError(DatabaseError::Kind::damaged, "a blob id");
  std::memcpy(id.id, bytes.data(), bytes.size());
  return to_hex(id);
}

}  // namespace

KnownOf::KnownOf(const Database& database, const std::vector<claims::ClaimCondition>& any)
    : folder_(database.prepare("SELECT id FROM folder WHERE path = ?")),
      rows_(database.prepare(rows_of_folder(database, any))) {}

View::Known KnownOf::operator()(const std::string& claim) {
  View::Known known;
  folder_.reset();
  folder_.bind_one(1, claims::claim_folder(claim));
  if (!folder_.step()) return known;
  rows_.reset();
  rows_.bind_one(1, folder_.integer(0));
  while (rows_.step()) {
    if (rows_.integer(0) == static_cast<int>(RowKind::claim)) {
      known.claim = hex_of(rows_.text(2));
    } else {
      known.stances.emplace_back(rows_.text(1), hex_of(rows_.text(2)));
    }
  }
  std::sort(known.stances.begin(), known.stances.end(),
            [](const auto& a, const auto& b) { return claims::file_order_less(a.first, b.first); });
  return known;
}

}  // namespace aver::store
