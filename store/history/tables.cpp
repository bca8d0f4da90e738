// SPDX-License-Identifier: MIT
//
// The schema of history.db, its statements, and the packed form in which a commit keeps what it
// touched.
#include "store/history/tables.h"

#include <algorithm>
#include <cstring>

#include "claims/text/hex.h"
#include "claims/text/id.h"

namespace aver::store {

// A chain is named by the number of its first commit. "others" are the parents but the first;
// "changes" the touches, packed, null where they are too many: then the trees are compared. Ids are
// stored as 20 bytes. The index over touches is the table itself, so that a folder's are one
// stretch of it. "clock" is the recorded clock by all stamps, null before the first record; within
// a chain it never goes back.
const DatabaseForm kHistoryForm = {0x61767268, 2, R"(
CREATE TABLE people(person INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL,
                    UNIQUE(name, email)) STRICT;
CREATE TABLE commits(number INTEGER PRIMARY KEY, id TEXT NOT NULL, chain INTEGER NOT NULL,
                     committed INTEGER NOT NULL, first INTEGER NOT NULL, others TEXT,
                     person INTEGER NOT NULL, authored INTEGER NOT NULL, subject TEXT NOT NULL,
                     changes TEXT, clock INTEGER) STRICT;
CREATE UNIQUE INDEX commit_ids ON commits(id);
CREATE INDEX merges ON commits(chain, number) WHERE others IS NOT NULL;
CREATE INDEX clocks ON commits(chain, number, clock, committed);
CREATE TABLE chains(chain INTEGER PRIMARY KEY, base INTEGER NOT NULL, tip INTEGER NOT NULL) STRICT;
CREATE TABLE touches(path TEXT NOT NULL, number INTEGER NOT NULL, before TEXT, after TEXT,
                     modes INTEGER, PRIMARY KEY(path, number)) STRICT, WITHOUT ROWID;
)"};

namespace {

constexpr std::size_t kIdSize = 20;
constexpr std::size_t kKept = 32;  // touches that are kept with their commit: those of most
constexpr std::uint32_t kPlain = 0100644;

// Modes are only written where they are not those of plain files.
bool plain(const Touch& touch) {
  return touch.before_mode == (touch.before.empty() ? 0 : kPlain) &&
         touch.after_mode == (touch.after.empty() ? 0 : kPlain);
}

std::int64_t packed_modes(const Touch& touch) {
  return (static_cast<std::int64_t>(touch.before_mode) << 32) | touch.after_mode;
}

void unpack_modes(std::int64_t modes, Touch& touch) {
  touch.before_mode = static_cast<std::uint32_t>(modes >> 32);
  touch.after_mode = static_cast<std::uint32_t>(modes & 0xffffffff);
}

void set_plain_modes(Touch& touch) {
  touch.before_mode = touch.before.empty() ? 0 : kPlain;
  touch.after_mode = touch.after.empty() ? 0 : kPlain;
}

// A touch packed: what there is as bits, the sides' ids, the modes, the path's length and the path.
enum Has : unsigned char { kBefore = 1, kAfter = 2, kModes = 4 };

template <class Integer>
void put(std::string& to, Integer value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  to.append(bytes, sizeof value);
}

template <class Integer>
Integer take(std::string_view& from) {
  Integer value{};
  if (from.size() < sizeof value) {
    throw DatabaseError(DatabaseError::Kind::damaged, "a list of changes ends too early");
  }
  std::memcpy(&value, from.data(), sizeof value);
  from.remove_prefix(sizeof value);
  return value;
}

std::string_view take_bytes(std::string_view& from, std::size_t size) {
  if (from.size() < size) {
    throw DatabaseError(DatabaseError::Kind::damaged, "a list of changes ends too early");
  }
  const std::string_view bytes = from.substr(0, size);
  from.remove_prefix(size);
  return bytes;
}

void pack(const Touch& touch, std::string& to) {
  const bool modes = !plain(touch);
  put(to, static_cast<unsigned char>((touch.before.empty() ? 0 : kBefore) |
                                     (touch.after.empty() ? 0 : kAfter) | (modes ? kModes : 0)));
  to += touch.before;
  to += touch.after;
  if (modes) put(to, packed_modes(touch));
  put(to, static_cast<std::uint32_t>(touch.path.size()));
  to += touch.path;
}

Touch unpack(std::string_view& from, Number number) {
  Touch touch;
  touch.number = number;
  const auto has = take<unsigned char>(from);
  if ((has & kBefore) != 0) touch.before = take_bytes(from, kIdSize);
  if ((has & kAfter) != 0) touch.after = take_bytes(from, kIdSize);
  if ((has & kModes) != 0) {
    unpack_modes(take<std::int64_t>(from), touch);
  } else {
    set_plain_modes(touch);
  }
  touch.path = take_bytes(from, take<std::uint32_t>(from));
  return touch;
}

DatabaseError not_there(const char* what) {
  return {DatabaseError::Kind::damaged, std::string("the index has lost ") + what};
}

}  // namespace

bool Touch::adds_record() const {
  constexpr std::uint32_t kTypeBits = 0170000;
  constexpr std::uint32_t kSubmodule = 0160000;
  return !after.empty() && (after_mode & kTypeBits) != kSubmodule &&
         claims::record_at(path).has_value();
}

ChangedPath Touch::changed() const { return {path, claims::to_hex(before), claims::to_hex(after)}; }

HistoryTables::HistoryTables(const Database& database)
    : database_(database),
      number_(database.prepare("SELECT number FROM commits WHERE id=?1")),
      node_(database.prepare("SELECT chain, committed, first, others FROM commits "
                             "WHERE number=?1")),
      entry_(database.prepare("SELECT id, name, email, authored, committed, subject, others "
                              "FROM commits JOIN people USING(person) WHERE number=?1")),
      changes_(database.prepare("SELECT changes FROM commits WHERE number=?1")),
      file_(database.prepare("SELECT path, number, before, after, modes FROM touches "
                             "WHERE path=?1 AND number<=?2")),
      folder_(database.prepare("SELECT path, number, before, after, modes FROM touches "
                               "WHERE path>?1 AND path<?2 AND number<=?3")),
      base_(database.prepare("SELECT base FROM chains WHERE chain=?1")),
      chain_(database.prepare("SELECT chain FROM commits WHERE number=?1")),
      merge_(database.prepare(
          "SELECT number FROM commits INDEXED BY merges WHERE others IS NOT NULL AND chain=?1 "
          "AND number<=?2 ORDER BY number DESC LIMIT 1")),
      clock_(database.prepare("SELECT clock FROM commits WHERE number=?1")),
      from_(database.prepare("SELECT number, clock FROM commits WHERE chain=?1 AND number>=?2 "
                             "ORDER BY number LIMIT 1")),
      later_(database.prepare("SELECT number FROM commits WHERE chain=?1 AND number BETWEEN ?2 "
                              "AND ?3 AND committed>?4 ORDER BY number LIMIT 1")),
      stamps_(database.prepare("SELECT id, committed FROM commits WHERE chain=?1 AND number>?2 AND "
                               "number<=?3 AND clock IS NOT NULL ORDER BY number")),
      count_(database.prepare("SELECT count(*) FROM commits WHERE number BETWEEN ?1 AND ?2 AND "
                              "chain=?1")),
      step_(database.prepare("SELECT number FROM commits WHERE number BETWEEN ?1 AND ?2 AND "
                             "chain=?1 ORDER BY number DESC LIMIT 1 OFFSET ?3")),
      range_(database.prepare("SELECT number, changes FROM commits WHERE number>?1 AND "
                              "number<=?2 AND +chain=?3 ORDER BY number")) {}

std::optional<Number> HistoryTables::number_of_bytes(std::string_view id) {
  std::optional<Number> found;
  if (number_.with(id).step()) found = number_.integer(0);
  number_.reset();
  return found;
}

std::optional<Number> HistoryTables::number_of(const CommitId& commit) {
  return number_of_bytes(claims::from_hex(commit));
}

CommitId HistoryTables::commit_of(Number number) { return entry(number).commit; }

Number HistoryTables::last() const { return database_.integer("SELECT max(number) FROM commits"); }

Node HistoryTables::node(Number number) {
  if (!node_.with(number).step()) throw not_there("a commit");
  Node node;
  node.number = number;
  node.chain = node_.integer(0);
  node.committed_at = node_.integer(1);
  if (const Number first = node_.integer(2); first != 0) node.parents.push_back(first);
  std::string_view others = node_.text(3);
  while (!others.empty()) node.parents.push_back(take<Number>(others));
  node_.reset();
  return node;
}

LogEntry HistoryTables::entry(Number number) {
  if (!entry_.with(number).step()) throw not_there("a commit");
  LogEntry entry;
  entry.commit = claims::to_hex(entry_.text(0));
  entry.author = entry_.text(1);
  entry.author_email = entry_.text(2);
  entry.authored_at = entry_.integer(3);
  entry.committed_at = entry_.integer(4);
  entry.subject = entry_.text(5);
  entry.merge = !entry_.null(6);
  entry_.reset();
  return entry;
}

std::optional<std::vector<Touch>> HistoryTables::touches_of(Number number) {
  if (!changes_.with(number).step()) throw not_there("a commit");
  if (changes_.null(0)) {
    changes_.reset();
    return std::nullopt;
  }
  std::vector<Touch> touches;
  std::string_view packed = changes_.text(0);
  while (!packed.empty()) touches.push_back(unpack(packed, number));
  changes_.reset();
  return touches;
}

void HistoryTables::touches_below(std::string_view path, Number up_to, std::vector<Touch>& to) {
  const auto take_all = [&](Statement& found) {
    while (found.step()) {
      Touch& touch = to.emplace_back();
      touch.path = found.text(0);
      touch.number = found.integer(1);
      touch.before = found.text(2);
      touch.after = found.text(3);
      if (found.null(4)) {
        set_plain_modes(touch);
      } else {
        unpack_modes(found.integer(4), touch);
      }
    }
    found.reset();
  };
  std::string folder(path);
  while (folder.ends_with('/')) folder.pop_back();
  if (folder.size() == path.size()) take_all(file_.with(path, up_to));
  constexpr char kBehindSlash = '/' + 1;
  take_all(folder_.with(folder + '/', folder + kBehindSlash, up_to));
}

Number HistoryTables::base_of(Number chain) {
  if (const auto known = bases_.find(chain); known != bases_.end()) return known->second;
  if (!base_.with(chain).step()) throw not_there("a chain");
  const Number base = base_.integer(0);
  base_.reset();
  bases_.emplace(chain, base);
  return base;
}

Number HistoryTables::chain_of(Number number) {
  if (!chain_.with(number).step()) throw not_there("a commit");
  const Number chain = chain_.integer(0);
  chain_.reset();
  return chain;
}

Number HistoryTables::merge_below(Number chain, Number number) {
  const Number found = merge_.with(chain, number).step() ? merge_.integer(0) : 0;
  merge_.reset();
  return found;
}

std::optional<std::int64_t> HistoryTables::clock_of(Number number) {
  if (!clock_.with(number).step()) throw not_there("a commit");
  const auto clock = clock_.null(0) ? std::nullopt : std::optional(clock_.integer(0));
  clock_.reset();
  return clock;
}

// By halves: within a chain clocks never go back.
Number HistoryTables::first_later(Number chain, Number up_to, std::int64_t time) {
  Number found = up_to;
  Number low = chain;  // a chain has the number of its first commit
  Number high = up_to;
  while (low < high) {
    const Number middle = low + (high - low) / 2;
    if (!from_.with(chain, middle).step()) throw not_there("a commit");
    const Number number = from_.integer(0);
    const bool later = !from_.null(1) && from_.integer(1) > time;
    from_.reset();
    if (later) {
      found = number;
      high = middle;
    } else {
      low = number + 1;
    }
  }
  return found;
}

Number HistoryTables::first_stamped_later(Number chain, Number from, Number up_to,
                                          std::int64_t time) {
  const Number found = later_.with(chain, from, up_to, time).step() ? later_.integer(0) : 0;
  later_.reset();
  return found;
}

void HistoryTables::each_stamp(Number chain, Number above, Number up_to,
                               const std::function<void(claims::Stamp&&)>& visit) {
  stamps_.with(chain, above, up_to);
  while (stamps_.step()) visit({claims::to_hex(stamps_.text(0)), stamps_.integer(1)});
  stamps_.reset();
}

Number HistoryTables::first_parent(Number number, std::size_t steps) {
  while (number != 0) {
    const Number chain = chain_of(number);
    const Number found = step_.with(chain, number, steps).step() ? step_.integer(0) : 0;
    step_.reset();
    if (found != 0) return found;
    count_.with(chain, number).step();
    steps -= static_cast<std::size_t>(count_.integer(0));
    count_.reset();
    number = base_of(chain);
  }
  return 0;
}

bool HistoryTables::each_touched(Number chain, Number from, Number to,
                                 const std::function<void(Touch&&)>& visit) {
  range_.with(from, to, chain);
  while (range_.step()) {
    if (range_.null(1)) {
      range_.reset();
      return false;
    }
    std::string_view packed = range_.text(1);
    while (!packed.empty()) visit(unpack(packed, range_.integer(0)));
  }
  range_.reset();
  return true;
}

HistoryAppender::HistoryAppender(const Database& database)
    : database_(database),
      tables_(database),
      add_commit_(
          database.prepare("INSERT INTO commits VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)")),
      add_touch_(database.prepare("INSERT INTO touches VALUES(?1,?2,?3,?4,?5)")),
      add_person_(database.prepare("INSERT INTO people(name, email) VALUES(?1,?2)")),
      find_person_(database.prepare("SELECT person FROM people WHERE name=?1 AND email=?2")),
      add_chain_(database.prepare("INSERT INTO chains VALUES(?1,?2,?3)")),
      move_tip_(database.prepare("UPDATE chains SET tip=?2 WHERE chain=?1")),
      tip_(database.prepare("SELECT tip FROM chains WHERE chain=?1")) {
  transaction_.emplace(database);
  next_ = tables_.last() + 1;
}

Number HistoryAppender::find(const CommitId& commit) {
  const std::string id = claims::from_hex(commit);
  if (const auto known = numbers_.find(id); known != numbers_.end()) return known->second;
  const Number number = tables_.number_of_bytes(id).value_or(0);
  if (number != 0) numbers_.emplace(id, number);
  return number;
}

Number HistoryAppender::person(const std::string& name, const std::string& email) {
  const std::string key = name + '\0' + email;
  if (const auto known = people_.find(key); known != people_.end()) return known->second;
  Number person = find_person_.with(name, email).step() ? find_person_.integer(0) : 0;
  find_person_.reset();
  if (person == 0) {
    add_person_.run(name, email);
    person = database_.last_row();
  }
  people_.emplace(key, person);
  return person;
}

// A commit goes on with its first parent's chain where nothing has yet; else it begins one, which
// has its number.
Number HistoryAppender::chain_for(Number number, Number first_parent) {
  if (first_parent != 0) {
    const auto known = chains_.find(first_parent);
    const Number chain = known != chains_.end() ? known->second : tables_.chain_of(first_parent);
    auto tip = tips_.find(chain);
    if (tip == tips_.end()) {
      if (!tip_.with(chain).step()) throw not_there("a chain");
      tip = tips_.emplace(chain, tip_.integer(0)).first;
      tip_.reset();
    }
    if (tip->second == first_parent) {
      tip->second = number;
      return chain;
    }
  }
  add_chain_.run(number, first_parent, number);
  tips_.emplace(number, number);
  return number;
}

std::optional<HistoryAppender::Place> HistoryAppender::place(const CommitId& commit,
                                                             const std::vector<CommitId>& parents) {
  if (find(commit) != 0) return std::nullopt;
  Place place;
  for (const CommitId& parent : parents) {
    place.parents.push_back(find(parent));
    if (place.parents.back() == 0) throw not_there("a commit's parent");
  }
  place.number = next_++;
  place.chain = chain_for(place.number, place.parents.empty() ? 0 : place.parents.front());
  numbers_.emplace(claims::from_hex(commit), place.number);
  chains_.emplace(place.number, place.chain);
  return place;
}

void HistoryAppender::begin_commit(const LogEntry& head, const Place& place) {
  head_ = head;
  place_ = place;
  count_ = 0;
  kept_.clear();
  has_record_ = false;
  in_commit_ = true;
}

void HistoryAppender::touch(std::string_view path, std::string_view before_hex,
                            std::string_view after_hex, std::uint32_t before_mode,
                            std::uint32_t after_mode) {
  Touch touch{
      place_.number, std::string(path), claims::from_hex(before_hex), claims::from_hex(after_hex),
      before_mode,   after_mode};
  if (++count_ <= kKept) pack(touch, kept_);
  has_record_ = has_record_ || touch.adds_record();
  pending_.push_back(std::move(touch));
  constexpr std::size_t kMany = 20000;
  if (pending_.size() >= kMany) flush_touches();
}

void HistoryAppender::end_commit() {
  rows_.push_back({std::move(head_), std::move(place_),
                   count_ <= kKept ? std::optional(std::move(kept_)) : std::nullopt, has_record_});
  kept_.clear();
  ++added_;
  in_commit_ = false;
}

void HistoryAppender::flush_commits() {
  std::sort(rows_.begin(), rows_.end(),
            [](const Row& a, const Row& b) { return a.place.number < b.place.number; });
  for (const Row& row : rows_) {
    const std::vector<Number>& parents = row.place.parents;
    std::string others;
    for (std::size_t i = 1; i < parents.size(); ++i) put(others, parents[i]);
    std::optional<std::int64_t> clock;
    if (!parents.empty()) {
      const auto known = clocks_.find(parents.front());
      clock = known != clocks_.end() ? known->second : tables_.clock_of(parents.front());
    }
    if (clock || row.has_record) {
      clock = std::max(clock.value_or(row.head.committed_at), row.head.committed_at);
    }
    clocks_[row.place.number] = clock;
    add_commit_.run(row.place.number, claims::from_hex(row.head.commit), row.place.chain,
                    row.head.committed_at, parents.empty() ? Number{0} : parents.front(),
                    parents.size() > 1 ? std::optional(std::string_view(others)) : std::nullopt,
                    person(row.head.author, row.head.author_email), row.head.authored_at,
                    row.head.subject,
                    row.kept ? std::optional(std::string_view(*row.kept)) : std::nullopt, clock);
  }
  rows_.clear();
}

// In the order of the table, which is quicker than as they come.
void HistoryAppender::flush_touches() {
  std::sort(pending_.begin(), pending_.end(), [](const Touch& a, const Touch& b) {
    const int order = a.path.compare(b.path);
    return order != 0 ? order < 0 : a.number < b.number;
  });
  const auto or_null = [](const std::string& id) {
    return id.empty() ? std::nullopt : std::optional(std::string_view(id));
  };
  for (const Touch& touch : pending_) {
    add_touch_.run(touch.path, touch.number, or_null(touch.before), or_null(touch.after),
                   plain(touch) ? std::nullopt : std::optional(packed_modes(touch)));
  }
  pending_.clear();
}

void HistoryAppender::write_chains() {
  for (const auto& [chain, tip] : tips_) move_tip_.run(chain, tip);
  tips_.clear();
}

void HistoryAppender::finish() {
  if (in_commit_) end_commit();
  flush_commits();
  flush_touches();
  write_chains();
  transaction_->commit();
  transaction_.reset();
}

void HistoryAppender::save() {
  finish();
  transaction_.emplace(database_);
  // Somebody else may have written in between.
  numbers_.clear();
  chains_.clear();
  people_.clear();
  clocks_.clear();
  next_ = tables_.last() + 1;
}

}  // namespace aver::store
