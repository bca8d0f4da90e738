// SPDX-License-Identifier: MIT
//
// Asks the index of the history where there is one, else `git log`; and where the index breaks off
// half way, `git log` for the rest. Both ways hand on the same entries in the same order.
#include "store/history.h"

#include "claims/text/lines.h"
#include "store/given_words.h"
#include "store/history/raw_log.h"
#include "store/index_history.h"
#include "store/process.h"
#include "store/store.h"

namespace aver::store {
namespace {

// Whether git tells more merges than are asked for: all that differ from any of their parents. It
// tells such a merge once for each parent that it differs from.
bool filters_merges(const LogOptions& options) {
  return !options.open_merges && !options.paths.empty();
}

std::vector<std::string> git_words(const LogOptions& options) {
  // What a user may have set up must not change the answer.
  std::vector<std::string> words = {"git", "--literal-pathspecs", "-c", "log.follow=false",
                                    "-c",  "log.showRoot=true",   "log"};
  words.insert(words.end(), raw_log_words().begin(), raw_log_words().end());
  words.emplace_back("--no-show-signature");
  // A side of which a merge kept nothing is told, too: git would leave it out.
  words.emplace_back("--full-history");
  if (options.open_merges) {
    words.emplace_back("--diff-merges=first-parent");
  } else if (filters_merges(options)) {
    words.emplace_back("--diff-merges=separate");
  }
  if (options.limit > 0 && !filters_merges(options)) {
    words.push_back("-n" + std::to_string(options.limit));
  }
  std::vector<std::string> given = {options.revision.empty() ? "HEAD" : options.revision, "--"};
  given.insert(given.end(), options.paths.begin(), options.paths.end());
  return with_given(std::move(words), given);
}

// Hands on each commit when its last path is known, but for the first few.
class Gathering : public RawLog::Sink {
 public:
  Gathering(const LogOptions& options, const std::function<bool(LogEntry&&)>& visit,
            std::size_t skip)
      : is_filter_(filters_merges(options)),
        limit_(is_filter_ ? options.limit : 0),
        visit_(visit),
        skip_(skip) {}
  void commit(LogEntry&& head) override {
    if (is_filter_ && entry_ && entry_->commit == head.commit) {
      ++told_by_git_;
      return;
    }
    hand_on();
    told_by_git_ = 1;
    entry_ = std::move(head);
  }
  void change(const RawChange& change) override {
    if (!entry_ || (is_filter_ && entry_->merge)) return;
    entry_->paths.push_back(
        {std::string(change.path), BlobId(change.before), BlobId(change.after)});
  }
  void hand_on() {
    const bool is_left_out =
        is_filter_ && entry_ && entry_->merge && told_by_git_ < entry_->parents;
    if (entry_ && go_on_ && !is_left_out) {
      ++count_;
      if (skip_ > 0) {
        --skip_;
      } else {
        go_on_ = visit_(std::move(*entry_));
      }
      go_on_ &= count_ != limit_;
    }
    entry_.reset();
  }
  bool go_on() const { return go_on_; }

 private:
  bool is_filter_;
  std::size_t limit_;  // 0: git knows it
  const std::function<bool(LogEntry&&)>& visit_;
  std::size_t skip_;
  std::optional<LogEntry> entry_;
  std::size_t told_by_git_ = 0;
  std::size_t count_ = 0;
  bool go_on_ = true;
};

void ask_git(const Store& store, const LogOptions& options, std::size_t skip,
             const std::function<bool(LogEntry&&)>& visit) {
  const std::vector<std::string> words = git_words(options);
  Conversation git(words, {.directory = store.root().string()});
  git.end_input();
  Gathering gathering(options, visit, skip);
  RawLog log(gathering);
  std::string piece;
  while (gathering.go_on() && git.read(piece)) {
    log.take(piece);
    piece.clear();
  }
  if (!gathering.go_on()) return;
  if (git.finish() != 0) {
    const RunResult again = run(words, {.directory = store.root().string()});
    throw StoreError(Fault::corrupt, "git could not read the history",
                     {claims::first_line(again.errors)});
  }
  log.end();
  gathering.hand_on();
}

// The commit's id, where the revision is one commit; empty where only git can tell.
CommitId commit_of(const Store& store, const std::string& revision) {
  try {
    return revision.empty() ? store.view().commit() : store.view(revision).commit();
  } catch (const StoreError&) {
    return {};
  }
}

}  // namespace

void each_commit(const Store& store, const LogOptions& options,
                 const std::function<bool(LogEntry&&)>& visit) {
  store.require_whole_history();
  const CommitId tip = commit_of(store, options.revision);
  std::size_t told = 0;
  if (std::optional<HistoryIndex> index = HistoryIndex::with(store, tip)) {
    const bool whole = index->log(tip, options, [&](LogEntry&& entry) {
      ++told;
      return visit(std::move(entry));
    });
    if (whole) return;
  }
  ask_git(store, options, told, visit);
}

std::vector<LogEntry> log(const Store& store, const LogOptions& options) {
  std::vector<LogEntry> entries;
  each_commit(store, options, [&](LogEntry&& entry) {
    entries.push_back(std::move(entry));
    return true;
  });
  return entries;
}

}  // namespace aver::store
