// SPDX-License-Identifier: MIT
//
// Many commits, read by git: one program lists them, two compare their trees, each every other
// block of the list, and we read what they write in the list's order.
#include "store/history/builder.h"

#include <algorithm>
#include <cstdlib>
#include <deque>

#include "claims/text/hex.h"
#include "store/history/raw_log.h"
#include "store/history/tables.h"
#include "store/process.h"
#include "store/reading_mode.h"

namespace aver::store {
namespace {

// The index holds the true history: replacements and grafts of this clone are switched off.
const std::vector<std::pair<std::string, std::string>> kTrueHistory = {
    {"GIT_NO_REPLACE_OBJECTS", "1"}, {"GIT_GRAFT_FILE", "/dev/null"}};

struct Planned {
  CommitId commit;
  std::vector<CommitId> parents;
};
using Block = std::vector<Planned>;

std::vector<std::string> comparing_words() {
  std::vector<std::string> all = {"git", "diff-tree", "--stdin", "--always"};
  all.insert(all.end(), raw_log_words().begin(), raw_log_words().end());
  return all;
}

std::vector<std::pair<std::string, std::string>> comparing_environment() {
  auto all = kTrueHistory;
  all.emplace_back("GIT_FLUSH", "0");  // the marks do
  return all;
}

std::string line_of(const CommitId& commit, const std::vector<CommitId>& parents) {
  return parents.empty() ? commit + "\n" : commit + " " + parents.front() + "\n";
}

// The commits that are missing, parents first.
class Listing {
 public:
  Listing(const std::string& directory, const std::string& revisions)
      : git_({"git", "rev-list", "--topo-order", "--reverse", "--parents", "--ignore-missing",
              "--stdin"},
             {.directory = directory, .environment = kTrueHistory}) {
    git_.write(revisions);
    git_.end_input();
  }

  Block next(std::size_t most) {
    Block block;
    while (block.size() < most) {
      std::size_t end = 0;
      while ((end = text_.find('\n', at_)) == text_.npos) {
        text_.erase(0, std::exchange(at_, 0));
        if (!git_.read(text_)) return block;
      }
      block.push_back(planned(std::string_view(text_).substr(at_, end - at_)));
      at_ = end + 1;
    }
    return block;
  }

  bool well() { return git_.finish() == 0; }

 private:
  static Planned planned(std::string_view line) {
    constexpr std::size_t kIdSize = 40;
    Planned one{CommitId(line.substr(0, kIdSize)), {}};
    for (std::size_t at = kIdSize + 1; at < line.size(); at += kIdSize + 1) {
      one.parents.emplace_back(line.substr(at, kIdSize));
    }
    return one;
  }

  Conversation git_;
  std::string text_;
  std::size_t at_ = 0;
};

// Compares each commit of a block with its first parent, and adds it to the index. Backwards: packs
// keep the newer of two trees whole, or nearer to it, and git is a fifth quicker that way.
class Comparing : public RawLog::Sink {
 public:
  Comparing(const std::string& directory, HistoryAppender& to)
      : git_(comparing_words(), {.directory = directory, .environment = comparing_environment()}),
        log_(*this),
        to_(to) {}

  bool ask(const Block& block) {
    std::string text;
    for (auto one = block.rbegin(); one != block.rend(); ++one) {
      text += line_of(one->commit, one->parents);
    }
    return git_.write(text += RawLog::kMark);
  }
  void no_more() { git_.end_input(); }

  // False where git could not do it.
  bool answer(const Block& block) {
    places_.clear();
    for (const Planned& one : block) places_.push_back(to_.place(one.commit, one.parents));
    block_ = &block;
    left_ = block.size();
    well_ = true;
    std::string piece;
    while (!log_.take(piece)) {
      piece.clear();
      if (!git_.read(piece)) return false;
    }
    end_commit();
    return well_ && left_ == 0;
  }

  void commit(LogEntry&& head) override {
    end_commit();
    // git must answer with exactly the commit that was asked for next.
    well_ = well_ && left_ > 0 && (*block_)[left_ - 1].commit == head.commit;
    if (!well_) return;
    const std::optional<HistoryAppender::Place>& place = places_[--left_];
    if (place) to_.begin_commit(head, *place);
    adding_ = place.has_value();
  }

  void change(const RawChange& change) override {
    if (!adding_) return;
    const auto mode = [&](std::size_t at) {
      std::uint32_t value = 0;
      constexpr std::size_t kDigits = 6;
      for (const char digit : change.modes.substr(at, kDigits)) {
        value = value * 8 + static_cast<std::uint32_t>(digit - '0');
      }
      return value;
    };
    constexpr std::size_t kSecond = 7;
    to_.touch(change.path, change.before, change.after, mode(0), mode(kSecond));
  }

 private:
  void end_commit() {
    if (std::exchange(adding_, false)) to_.end_commit();
  }

  Conversation git_;
  RawLog log_;
  HistoryAppender& to_;
  const Block* block_ = nullptr;
  std::vector<std::optional<HistoryAppender::Place>> places_;  // of the block's commits
  std::size_t left_ = 0;
  bool well_ = true;
  bool adding_ = false;
};

// Counts what is to do while it is done.
class Counting {
 public:
  Counting(const std::string& directory, const std::string& revisions)
      : git_({"git", "rev-list", "--count", "--ignore-missing", "--stdin"},
             {.directory = directory, .environment = kTrueHistory}) {
    git_.write(revisions);
    git_.end_input();
  }
  // 0 until it is known.
  std::size_t total() {
    if (!total_ && git_.can_read()) {
      std::string text;
      while (git_.read(text)) {
      }
      total_ = std::strtoull(text.c_str(), nullptr, 10);
    }
    return total_.value_or(0);
  }

 private:
  Conversation git_;
  std::optional<std::size_t> total_;
};

// The tip, and what need not be listed again: the ends of the longest known chains.
std::string revisions(const Database& database, const CommitId& tip) {
  std::string text = tip + "\n";
  Statement known = database.prepare(
      "SELECT commits.id FROM chains JOIN commits ON number=tip ORDER BY number DESC LIMIT 1000");
  while (known.step()) text += "^" + claims::to_hex(known.text(0)) + "\n";
  return text;
}

}  // namespace

bool add_many(const Repository& repository, const Database& database, const CommitId& tip,
              const HistoryProgress& progress) {
  constexpr std::size_t kBlock = 500;
  constexpr std::size_t kAhead = 4;        // blocks that git works on, two for each program
  constexpr std::size_t kSaveEach = 5000;  // commits
  database.run("PRAGMA cache_size=-16000");
  const std::string directory = repository.directory();
  const std::string asked_for = revisions(database, tip);
  Listing listing(directory, asked_for);
  std::optional<Counting> counting;
  if (progress) counting.emplace(directory, asked_for);
  HistoryAppender appender(database);
  Comparing first(directory, appender);
  Comparing second(directory, appender);
  Comparing* const both[] = {&first, &second};
  std::deque<Block> asked;
  std::size_t given = 0;
  bool more = true;
  const auto ask = [&] {
    Block block = more ? listing.next(kBlock) : Block();
    more = !block.empty();
    if (!more) {
      first.no_more();
      second.no_more();
      return true;
    }
    asked.push_back(std::move(block));
    return both[given++ % 2]->ask(asked.back());
  };
  while (more && asked.size() < kAhead) {
    if (!ask()) return false;
  }
  std::size_t done = 0;
  std::size_t saved = 0;
  for (std::size_t turn = 0; !asked.empty(); ++turn) {
    if (!both[turn % 2]->answer(asked.front())) return false;
    done += asked.front().size();
    asked.pop_front();
    if (more && !ask()) return false;
    if (done - saved >= kSaveEach) {
      appender.save();
      saved = done;
    }
    if (progress) progress(done, counting->total());
  }
  appender.finish();
  return listing.well();
}

std::size_t missing_commits(const Repository& repository, const Database& database,
                            const CommitId& tip) {
  Listing listing(repository.directory(), revisions(database, tip));
  std::size_t count = 0;
  for (Block block; !(block = listing.next(1000)).empty();) count += block.size();
  return count;
}

bool tell_commits(const Repository& repository,
                  const std::map<CommitId, std::vector<CommitId>>& commits, RawLog::Sink& to) {
  Conversation git(comparing_words(),
                   {.directory = repository.directory(), .environment = comparing_environment()});
  RawLog log(to);
  auto next = commits.begin();
  while (next != commits.end()) {
    constexpr int kBlock = 500;
    std::string text;
    for (int i = 0; i < kBlock && next != commits.end(); ++i, ++next) {
      text += line_of(next->first, next->second);
    }
    if (!git.write(text += RawLog::kMark)) return false;
    std::string piece;
    while (!log.take(piece)) {
      piece.clear();
      if (!git.read(piece)) return false;
    }
  }
  git.end_input();
  return true;
}

bool bring_history_to(const Repository& repository, const Database& database, const CommitId& tip,
                      const HistoryProgress& progress) {
  const ReadingMode mode(ReadingMode::unhashed);  // git does not hash what it compares, either
  constexpr std::size_t kFew = 1200;  // up to there two more programs cost more than they bring
  if (const std::optional<bool> added = add_few(repository, database, tip, kFew)) return *added;
  if (!add_many(repository, database, tip, progress)) return false;
  // A log that has grown that much would be moved into the file a piece with each commit.
  if (database.on_disk()) database.run("PRAGMA wal_checkpoint(TRUNCATE)");
  return true;
}

}  // namespace aver::store
