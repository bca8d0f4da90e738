// SPDX-License-Identifier: MIT
//
// The tables of the index of the history, and the only SQL that knows them.
//
// A commit has a number: parents have smaller ones than their children. Commits are only ever
// added, each after its parents, so that what is there is a closed set of ancestors at any moment.
// Chains follow first parents: within a chain each commit's first parent is the one before it. A
// touch is a path that differs from the first parent. All of it follows from the commits' ids
// alone, so nothing here is ever out of date.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "claims/check/clock.h"
#include "store/history.h"
#include "store/sqlite/database.h"

namespace aver::store {

inline constexpr const char* kHistoryFileName = "history.db";  // in the private folder
extern const DatabaseForm kHistoryForm;

using Number = std::int64_t;  // of a commit, from 1; 0 is none

// A file's two sides in a commit. An id is empty where the file is absent; 20 bytes.
struct Touch {
  Number number = 0;
  std::string path;
  std::string before;
  std::string after;
  std::uint32_t before_mode = 0;  // as git has it: 0100644; 0 where the file is absent
  std::uint32_t after_mode = 0;

  ChangedPath changed() const;
  bool adds_record() const;  // the commit has a record there
};

// What a walk needs to know of a commit.
struct Node {
  Number number = 0;
  Number chain = 0;
  std::int64_t committed_at = 0;
  std::vector<Number> parents;
};

class HistoryTables {
 public:
  explicit HistoryTables(const Database& database);

  std::optional<Number> number_of(const CommitId& commit);
  std::optional<Number> number_of_bytes(std::string_view id);
  CommitId commit_of(Number number);
  Number last() const;  // the highest number

  Node node(Number number);

  // Without paths.
  LogEntry entry(Number number);

  // What the commit touched, by path; nothing where they are too many to be kept with it.
  std::optional<std::vector<Touch>> touches_of(Number number);

  // The touches of a file, or of all below a folder, up to a number; in no order.
  void touches_below(std::string_view path, Number up_to, std::vector<Touch>& to);

  // The number that a chain branches off at; 0 for one that begins with a root.
  Number base_of(Number chain);
  Number chain_of(Number number);

  // The highest merge of `chain` up to `number`; 0 for none.
  Number merge_below(Number chain, Number number);

  // The latest stamp of a committer among a commit and its first parents, from the first commit on
  // that has a record; nothing before that one.
  std::optional<std::int64_t> clock_of(Number number);

  // The lowest number of `chain` up to `up_to` whose clock is later than `time`. REQUIRES: that of
  // `up_to` is.
  Number first_later(Number chain, Number up_to, std::int64_t time);

  // The lowest number of `chain` from `from` up to `up_to` whose own stamp is later than `time`; 0
  // for none. Reads all before it.
  Number first_stamped_later(Number chain, Number from, Number up_to, std::int64_t time);

  // Calls `visit` with each commit of the chain behind `above`, up to `up_to`, that has a clock,
  // upwards.
  void each_stamp(Number chain, Number above, Number up_to,
                  const std::function<void(claims::Stamp&&)>& visit);

  // The commit that is `steps` first parents back; 0 where there are not so many.
  Number first_parent(Number number, std::size_t steps);

  // Calls `visit` with the touches of each commit of the chain behind `from`, up to `to`, upwards.
  // Returns false, and calls `visit` no more, where a commit has too many touches to be kept with
  // it.
  bool each_touched(Number chain, Number from, Number to,
                    const std::function<void(Touch&&)>& visit);

 private:
  friend class HistoryAppender;
  const Database& database_;
  Statement number_, node_, entry_, changes_, file_, folder_, base_, chain_, merge_, clock_, from_,
      later_, stamps_, count_, step_, range_;
  std::unordered_map<Number, Number> bases_;
};

// Adds commits, parents first, within a transaction of its own that is committed now and then.
class HistoryAppender {
 public:
  // Throws DatabaseError(busy) where another process writes.
  explicit HistoryAppender(const Database& database);

  // Where a commit goes. Parents get their places before their children; then the commits may be
  // added in any order, all before the next save(). Returns nothing where the commit is there
  // already. Throws DatabaseError(damaged) where a parent is not there.
  struct Place {
    Number number = 0;
    Number chain = 0;
    std::vector<Number> parents;
  };
  std::optional<Place> place(const CommitId& commit, const std::vector<CommitId>& parents);

  void begin_commit(const LogEntry& head, const Place& place);
  void touch(std::string_view path, std::string_view before_hex, std::string_view after_hex,
             std::uint32_t before_mode, std::uint32_t after_mode);
  void end_commit();

  // Commits to the database what was added so far, and goes on.
  void save();
  void finish();

  std::size_t added() const { return added_; }

 private:
  Number find(const CommitId& commit);
  Number person(const std::string& name, const std::string& email);
  Number chain_for(Number number, Number first_parent);
  void flush_commits();
  void flush_touches();
  void write_chains();

  const Database& database_;
  HistoryTables tables_;
  Statement add_commit_, add_touch_, add_person_, find_person_, add_chain_, move_tip_, tip_;
  std::optional<Transaction> transaction_;
  Number next_ = 1;
  std::size_t added_ = 0;
  bool in_commit_ = false;

  // The commit that is being added.
  LogEntry head_;
  Place place_;
  std::size_t count_ = 0;
  std::string kept_;  // its touches, packed; given up where they are too many
  bool has_record_ = false;

  // Those that are not in the table yet: a clock builds on the parent's, so they must go into it in
  // the order of their numbers.
  struct Row {
    LogEntry head;
    Place place;
    std::optional<std::string> kept;
    bool has_record = false;
  };
  std::vector<Row> rows_;
  std::vector<Touch> pending_;
  // Of what was seen since the last save.
  std::unordered_map<std::string, Number> numbers_;
  std::unordered_map<std::string, Number> people_;
  std::unordered_map<Number, Number> chains_;
  std::unordered_map<Number, Number> tips_;  // chain -> last commit, where it has moved
  std::unordered_map<Number, std::optional<std::int64_t>> clocks_;
};

}  // namespace aver::store
