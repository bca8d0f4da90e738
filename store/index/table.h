// SPDX-License-Identifier: MIT
//
// Writes rows to records.db, and reads them.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "store/index/rows.h"

namespace aver::store {

// What the tables stand for.
struct RecordsState {
  std::string tree;        // the tree that they hold whole; empty while they are being built
  std::string building;    // the tree that a build aims at
  std::string done;        // the last folder of it that is in; "" for none yet
  std::int64_t stamp = 0;  // a new one with each step, so that two builders notice each other
};

RecordsState state_of(const Database& database);  // throws DatabaseError

// Everything throws DatabaseError, and writes within the caller's transaction.
class RecordsTable {
 public:
  explicit RecordsTable(const Database& database);

  RecordsState state() const { return state_of(database_); }
  void set(RecordsState& state);  // with a new stamp

  void add(const Row& row);

  // Removes the row of a file. `old` must have been read from the contents that the row was made
  // of, as its words are not kept. Throws DatabaseError(damaged) where there is none.
  void remove(const Row& old);

  // Whose days may be others now: these holders, and those of the stances with these names, which
  // a change sets aside, or did before.
  struct Touched {
    std::set<std::string> holders;
    std::set<std::string> set_aside;
  };

  // Determines anew on which days the stances of a folder, or of all, may be in force.
  void put_positions_of(const std::string& folder, const claims::Vocabulary& words);
  void put_positions_of(const std::string& folder, const Touched& touched,
                        const claims::Vocabulary& words);
  void put_all_positions(const claims::Vocabulary& words);

  // The row as the tables have it, without its words; nothing where they do not.
  std::optional<Row> find(const Row& place);
  bool has_words(const Row& row, const std::string& phrase);

  std::int64_t count() const { return database_.integer("SELECT count(*) FROM record"); }

 private:
  std::int64_t id_of(Statement& find, Statement& add, const std::string& text) const;
  std::optional<std::int64_t> word(const std::string& text);
  std::int64_t folder(const std::string& path);
  std::int64_t record(const Row& place);  // 0: none

  // A stance, with what its days follow from; and the days that it has.
  struct Placed {
    std::int64_t id = 0;
    std::optional<std::int64_t> from, to;
    Row row;
  };
  static void gather(Statement& rows, const std::string& folder, std::vector<Placed>& to);
  void put_days(std::vector<Placed>& stances, const std::set<std::string>* holders,
                const claims::Vocabulary& words);

  const Database& database_;
  std::unordered_map<std::string, std::int64_t> words_;
  std::pair<std::string, std::int64_t> folder_;  // the last one asked for

  Statement find_word_, add_word_, find_folder_, add_folder_;
  Statement find_, add_, remove_, add_evidence_, remove_evidence_, add_tag_, remove_tags_,
      add_voice_, remove_voices_, add_former_, remove_former_, add_capture_, remove_captures_,
      add_text_, remove_text_, of_folder_, of_holder_, of_links_, holder_of_, set_days_, get_,
      has_words_;
};

}  // namespace aver::store
