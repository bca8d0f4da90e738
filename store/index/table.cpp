// SPDX-License-Identifier: MIT
//
// The statements that write and read rows. To remove a record's words, FTS5 must be given the same
// words again: see remove().
#include "store/index/table.h"

#include <cstring>

namespace aver::store {
namespace {

std::optional<std::int64_t> if_true(bool value) {
  return value ? std::optional<std::int64_t>(1) : std::nullopt;
}

std::optional<std::string> if_any(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<std::int64_t> integer(const Statement& row, int column) {
  return row.null(column) ? std::nullopt : std::optional(row.integer(column));
}

std::string stances_where(const std::string& condition) {
  return "SELECT r.id, r.name, h.word, p.word, s.word, r.earliest, r.latest, r.held, "
         "r.until_first, r.until, r.sets_aside, r.retracts, r.repeats, r.from_day, r.to_day "
         "FROM record r JOIN word h ON h.id = r.holder LEFT JOIN word p ON p.id = r.position "
         "LEFT JOIN word s ON s.id = r.source WHERE " +
         condition + " AND r." + is_kind(RowKind::stance);
}

}  // namespace

RecordsState state_of(const Database& database) {
  RecordsState state;
  Statement all = database.prepare("SELECT key, value FROM state");
  while (all.step()) {
    const std::string key(all.text(0));
    if (key == "tree") state.tree = all.text(1);
    if (key == "building") state.building = all.text(1);
    if (key == "done") state.done = all.text(1);
    if (key == "stamp") state.stamp = all.integer(1);
  }
  return state;
}

RecordsTable::RecordsTable(const Database& database)
    : database_(database),
      find_word_(database.prepare("SELECT id FROM word WHERE word = ?")),
      add_word_(database.prepare("INSERT INTO word (word) VALUES (?)")),
      find_folder_(database.prepare("SELECT id FROM folder WHERE path = ?")),
      add_folder_(database.prepare("INSERT INTO folder (path) VALUES (?)")),
      find_(database.prepare("SELECT id FROM record WHERE name = ? AND kind = ? AND folder = ?")),
      add_(database.prepare(
          "INSERT INTO record (kind, folder, name, blob, errors, holder, position, source, "
          "speaker, mode, earliest, latest, held, until, checked, review_by, deadline, "
          "until_first, "
          "sets_aside, retracts, repeats, claim_kind, from_day, to_day) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      remove_(database.prepare("DELETE FROM record WHERE id = ?")),
      add_evidence_(
          database.prepare("INSERT INTO evidence (record, place, folder, source, speaker, mode) "
                           "VALUES (?, ?, ?, ?, ?, ?)")),
      remove_evidence_(database.prepare("DELETE FROM evidence WHERE record = ?")),
      add_tag_(database.prepare("INSERT OR IGNORE INTO tag (tag, record) VALUES (?, ?)")),
      remove_tags_(database.prepare("DELETE FROM tag WHERE tag = ? AND record = ?")),
      add_voice_(database.prepare("INSERT OR IGNORE INTO voice (who, record) VALUES (?, ?)")),
      remove_voices_(database.prepare("DELETE FROM voice WHERE who = ? AND record = ?")),
      add_former_(database.prepare("INSERT OR IGNORE INTO former (name, record) VALUES (?, ?)")),
      remove_former_(database.prepare("DELETE FROM former WHERE name = ? AND record = ?")),
      add_capture_(database.prepare(
          "INSERT OR IGNORE INTO capture_of (folder, name, record) VALUES (?, ?, ?)")),
      remove_captures_(
          database.prepare("DELETE FROM capture_of WHERE folder = ? AND name = ? AND record = ?")),
      add_text_(
          database.prepare("INSERT INTO text (rowid, title, body, capture) VALUES (?, ?, ?, ?)")),
      remove_text_(database.prepare("INSERT INTO text (text, rowid, title, body, capture) "
                                    "VALUES ('delete', ?, ?, ?, ?)")),
      of_folder_(database.prepare(stances_where("r.folder = ?"))),
      of_holder_(database.prepare(stances_where("r.folder = ? AND r.holder = ?"))),
      of_links_(database.prepare(
          stances_where("r.folder = ? AND (r.sets_aside IS NOT NULL OR r.repeats IS NOT NULL)"))),
      holder_of_(database.prepare("SELECT h.word FROM record r JOIN word h ON h.id = r.holder "
                                  "WHERE r.name = ? AND r.folder = ? AND r." +
                                  is_kind(RowKind::stance))),
      set_days_(database.prepare("UPDATE record SET from_day = ?, to_day = ? WHERE id = ?")),
      get_(database.prepare(
          "SELECT r.blob, r.errors, h.word, p.word, s.word, k.word, m.word, r.earliest, r.latest, "
          "r.until, r.checked, r.review_by, r.deadline, r.sets_aside, r.retracts, c.word, "
          "r.from_day, r.to_day, r.held, r.until_first, r.repeats FROM record r "
          "LEFT JOIN word h ON h.id = r.holder LEFT JOIN word p ON p.id = r.position "
          "LEFT JOIN word s ON s.id = r.source LEFT JOIN word k ON k.id = r.speaker "
          "LEFT JOIN word m ON m.id = r.mode LEFT JOIN word c ON c.id = r.claim_kind "
          "WHERE r.id = ?")),
      has_words_(database.prepare("SELECT 1 FROM text WHERE text MATCH ? AND rowid = ?")) {}

void RecordsTable::set(RecordsState& state) {
  state.stamp = database_.integer("SELECT random()");
  Statement put = database_.prepare("INSERT OR REPLACE INTO state (key, value) VALUES (?, ?)");
  put.run("tree", state.tree);
  put.run("building", state.building);
  put.run("done", state.done);
  put.run("stamp", std::to_string(state.stamp));
}

std::int64_t RecordsTable::id_of(Statement& find, Statement& add, const std::string& text) const {
  if (find.with(text).step()) {
    const std::int64_t id = find.integer(0);
    find.reset();
    return id;
  }
  find.reset();
  add.run(text);
  return database_.last_row();
}

std::optional<std::int64_t> RecordsTable::word(const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (const auto known = words_.find(text); known != words_.end()) return known->second;
  return words_.emplace(text, id_of(find_word_, add_word_, text)).first->second;
}

std::int64_t RecordsTable::folder(const std::string& path) {
  if (folder_.first != path) folder_ = {path, id_of(find_folder_, add_folder_, path)};
  return folder_.second;
}

std::int64_t RecordsTable::record(const Row& place) {
  const bool found =
      find_.with(place.name, static_cast<int>(place.kind), folder(place.folder)).step();
  const std::int64_t id = found ? find_.integer(0) : 0;
  find_.reset();
  return id;
}

void RecordsTable::add(const Row& row) {
  // A stance whose holder cannot be read has none; all others have one.
  add_.run(static_cast<int>(row.kind), folder(row.folder), row.name, ObjectIdBytes{row.blob.id},
           if_true(row.errors), word(row.holder), word(row.position), word(row.source),
           word(row.speaker), word(row.mode), row.earliest, row.latest, if_any(row.held_text),
           row.until, row.checked, row.review_by, row.deadline, row.until_first,
           if_any(row.sets_aside), if_true(row.retracts), if_true(row.repeats),
           word(row.claim_kind), row.from, row.to);
  const std::int64_t id = database_.last_row();
  for (std::size_t i = 0; i < row.further.size(); ++i) {
    const EvidenceRow& one = row.further[i];
    add_evidence_.run(id, static_cast<std::int64_t>(i), folder(row.folder), word(one.source),
                      word(one.speaker), word(one.mode));
  }
  for (const std::string& tag : row.tags) add_tag_.run(word(tag), id);
  for (const std::string& who : row.voices) add_voice_.run(word(who), id);
  for (const std::string& name : row.former) add_former_.run(name, id);
  for (const std::string& file : row.captures) add_capture_.run(folder(row.folder), file, id);
  if (!row.text.empty() || !row.capture.empty()) {
    add_text_.run(id, row.text.title, row.text.body, row.capture);
  }
}

void RecordsTable::remove(const Row& old) {
  const std::int64_t id = record(old);
  if (id == 0) {
    throw DatabaseError(DatabaseError::Kind::damaged, "the index lacks " + path_of(old));
  }
  if (!old.further.empty()) remove_evidence_.run(id);
  for (const std::string& tag : old.tags) remove_tags_.run(word(tag), id);
  for (const std::string& who : old.voices) remove_voices_.run(word(who), id);
  for (const std::string& name : old.former) remove_former_.run(name, id);
  for (const std::string& file : old.captures) remove_captures_.run(folder(old.folder), file, id);
  if (!old.text.empty() || !old.capture.empty()) {
    remove_text_.run(id, old.text.title, old.text.body, old.capture);
  }
  remove_.run(id);
}

void RecordsTable::gather(Statement& rows, const std::string& folder, std::vector<Placed>& to) {
  while (rows.step()) {
    Placed& placed = to.emplace_back();
    placed.id = rows.integer(0);
    Row& row = placed.row;
    row.folder = folder;
    row.name = rows.text(1);
    row.holder = rows.text(2);
    row.position = rows.text(3);
    row.source = rows.text(4);
    row.earliest = integer(rows, 5);
    row.latest = integer(rows, 6);
    row.held_text = rows.text(7);
    row.until_first = integer(rows, 8);
    row.until = integer(rows, 9);
    row.sets_aside = rows.text(10);
    row.retracts = !rows.null(11);
    row.repeats = !rows.null(12);
    placed.from = integer(rows, 13);
    placed.to = integer(rows, 14);
  }
  rows.reset();
}

// Writes the days of the stances of the holders, or of all (null), where they are others.
void RecordsTable::put_days(std::vector<Placed>& stances, const std::set<std::string>* holders,
                            const claims::Vocabulary& words) {
  std::vector<Row*> all;
  for (Placed& placed : stances) all.push_back(&placed.row);
  put_positions(all, words);
  for (const Placed& placed : stances) {
    const Row& row = placed.row;
    if (holders != nullptr && !holders->contains(row.holder)) continue;
    if (std::pair(placed.from, placed.to) != std::pair(row.from, row.to))
      set_days_.run(row.from, row.to, placed.id);
  }
}

void RecordsTable::put_positions_of(const std::string& path, const claims::Vocabulary& words) {
  std::vector<Placed> stances;
  gather(of_folder_.with(folder(path)), path, stances);
  put_days(stances, nullptr, words);
}

// A line is one holder's, but any holder's stance may set aside one of it: these few are read
// along.
void RecordsTable::put_positions_of(const std::string& path, const Touched& touched,
                                    const claims::Vocabulary& words) {
  const std::int64_t id = folder(path);
  std::set<std::string> holders = touched.holders;
  for (const std::string& name : touched.set_aside) {
    Statement& rows = holder_of_.with(name, id);
    if (rows.step()) holders.insert(std::string(rows.text(0)));
    rows.reset();
  }
  constexpr std::size_t kFew = 20;
  if (holders.size() > kFew) return put_positions_of(path, words);
  std::vector<Placed> stances;
  gather(of_links_.with(id), path, stances);
  std::erase_if(stances, [&](const Placed& one) { return holders.contains(one.row.holder); });
  for (const std::string& holder : holders)
    gather(of_holder_.with(id, word(holder)), path, stances);
  put_days(stances, &holders, words);
}

void RecordsTable::put_all_positions(const claims::Vocabulary& words) {
  std::vector<std::string> folders;
  Statement all = database_.prepare("SELECT path FROM folder WHERE path LIKE 'claims/%'");
  while (all.step()) folders.emplace_back(all.text(0));
  all.reset();
  for (const std::string& path : folders) put_positions_of(path, words);
}

std::optional<Row> RecordsTable::find(const Row& place) {
  const std::int64_t id = record(place);
  if (id == 0 || !get_.with(id).step()) return std::nullopt;
  Row row;
  row.kind = place.kind;
  row.folder = place.folder;
  row.name = place.name;
  const std::string_view blob = get_.text(0);
  if (blob.size() == sizeof row.blob.id) std::memcpy(row.blob.id, blob.data(), blob.size());
  row.errors = !get_.null(1);
  row.holder = get_.text(2);
  row.position = get_.text(3);
  row.source = get_.text(4);
  row.speaker = get_.text(5);
  row.mode = get_.text(6);
  row.earliest = integer(get_, 7);
  row.latest = integer(get_, 8);
  row.until = integer(get_, 9);
  row.checked = integer(get_, 10);
  row.review_by = integer(get_, 11);
  row.deadline = integer(get_, 12);
  row.sets_aside = get_.text(13);
  row.retracts = !get_.null(14);
  row.claim_kind = get_.text(15);
  row.from = integer(get_, 16);
  row.to = integer(get_, 17);
  row.held_text = get_.text(18);
  row.until_first = integer(get_, 19);
  row.repeats = !get_.null(20);
  get_.reset();
  Statement further = database_.prepare(
      "SELECT s.word, k.word, m.word FROM evidence e LEFT JOIN word s ON s.id = e.source "
      "LEFT JOIN word k ON k.id = e.speaker LEFT JOIN word m ON m.id = e.mode "
      "WHERE e.record = ? ORDER BY e.place");
  further.with(id);
  while (further.step()) {
    row.further.push_back(
        {std::string(further.text(0)), std::string(further.text(1)), std::string(further.text(2))});
  }
  const auto list = [&](const char* sql) {
    std::vector<std::string> texts;
    Statement rows = database_.prepare(sql);
    rows.with(id);
    while (rows.step()) texts.emplace_back(rows.text(0));
    return texts;
  };
  row.tags = list(
      "SELECT w.word FROM tag t JOIN word w ON w.id = t.tag WHERE t.record = ? ORDER BY w.word");
  row.voices = list(
      "SELECT w.word FROM voice v JOIN word w ON w.id = v.who WHERE v.record = ? ORDER BY w.word");
  row.former = list("SELECT name FROM former WHERE record = ? ORDER BY name");
  row.captures = list("SELECT name FROM capture_of WHERE record = ? ORDER BY name");
  return row;
}

bool RecordsTable::has_words(const Row& row, const std::string& phrase) {
  const bool found = has_words_.with(phrase, record(row)).step();
  has_words_.reset();
  return found;
}

}  // namespace aver::store
