// SPDX-License-Identifier: MIT
//
// Threads take batches of files from one walk, read them and make text of them; each hands its text
// over when it is its turn, so that the order is the walk's.
#include "store/parallel_read.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <iterator>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

#include "store/objects/tree_entries.h"
#include "store/reading_mode.h"
#include "store/repository/repository.h"
#include "store/view/state.h"

namespace aver::store {
namespace {

constexpr std::size_t kBatchFiles = 256;
constexpr std::size_t kBatchBytes = std::size_t{4} << 20;  // read or made before it is handed over
constexpr unsigned kMostThreads = 4;

struct Entry {
  std::string path;
  FileMode mode = FileMode::plain;
  git_oid id{};
};

// Gives out the files below some folders in order.
class FileWalk {
 public:
  FileWalk(const View::State& state, const std::vector<std::string>& folders, Batches batches)
      : state_(state), batches_(batches), folders_(folders.rbegin(), folders.rend()) {}

  // The next files; none at the end.
  std::vector<Entry> next() {
    std::vector<Entry> batch;
    while (batch.size() < kBatchFiles) {
      if (at_ == files_.size() && !enter_next()) break;
      std::size_t count = files_.size() - at_;
      if (batches_ == Batches::any) count = std::min(count, kBatchFiles - batch.size());
      const auto begin = files_.begin() + static_cast<std::ptrdiff_t>(at_);
      batch.insert(batch.end(), std::make_move_iterator(begin),
                   std::make_move_iterator(begin + static_cast<std::ptrdiff_t>(count)));
      at_ += count;
    }
    return batch;
  }

 private:
  struct Frame {
    GitTree tree;
    std::string path;
    std::size_t next = 0;  // entry to look at for a folder
  };

  // Loads the files of the next folder that has any. False at the end.
  bool enter_next() {
    files_.clear();
    at_ = 0;
    while (files_.empty()) {
      if (stack_.empty()) {
        if (folders_.empty()) return false;
        const std::string folder = folders_.back();
        folders_.pop_back();
        if (const git_tree* tree = state_.tree(folder)) {
          enter(state_.load_tree(*git_tree_id(tree)), folder);
        }
        continue;
      }
      Frame& top = stack_.back();
      const std::size_t count = git_tree_entrycount(top.tree.get());
      while (top.next < count && git_tree_entry_type(git_tree_entry_byindex(
                                     top.tree.get(), top.next)) != GIT_OBJECT_TREE) {
        ++top.next;
      }
      if (top.next == count) {
        stack_.pop_back();
        continue;
      }
      const git_tree_entry* entry = git_tree_entry_byindex(top.tree.get(), top.next++);
      enter(state_.load_tree(*git_tree_entry_id(entry)),
            joined(top.path, git_tree_entry_name(entry)));
    }
    return true;
  }

  void enter(GitTree tree, std::string path) {
    const std::size_t count = git_tree_entrycount(tree.get());
    for (std::size_t i = 0; i < count; ++i) {
      const git_tree_entry* entry = git_tree_entry_byindex(tree.get(), i);
      if (git_tree_entry_type(entry) != GIT_OBJECT_BLOB) continue;
      files_.push_back({joined(path, git_tree_entry_name(entry)),
                        file_mode(git_tree_entry_filemode(entry)), *git_tree_entry_id(entry)});
    }
    stack_.push_back({std::move(tree), std::move(path), 0});
  }

  static std::string joined(const std::string& folder, const char* name) {
    return folder.empty() ? name : folder + "/" + name;
  }

  const View::State& state_;
  Batches batches_;
  std::vector<std::string> folders_;  // still to come, the next one last
  std::vector<Frame> stack_;
  std::vector<Entry> files_;  // of the folder on top
  std::size_t at_ = 0;
};

class Work {
 public:
  Work(const View::State& state, FileWalk walk, Batches batches, const MakeText& make,
       const TakeText& take)
      : state_(state), walk_(std::move(walk)), batches_(batches), make_(make), take_(take) {}

  void run() {
    std::vector<Entry> first = walk_.next();
    if (first.empty()) return;
    std::vector<std::thread> others;
    if (first.size() >= kBatchFiles) {
      const unsigned count = std::clamp(std::thread::hardware_concurrency(), 1u, kMostThreads);
      for (unsigned i = 1; i < count; ++i) others.emplace_back([this] { loop({}); });
    }
    loop(std::move(first));
    for (std::thread& other : others) other.join();
    if (error_) std::rethrow_exception(error_);
  }

 private:
  // `batch` is the very first, for the thread that has it already.
  void loop(std::vector<Entry> batch) {
    try {
      // libgit2 reads one object at a time from one set of them: each thread has its own.
      const std::optional<GitOdb> own = own_objects();
      std::size_t turn = 0;
      while (true) {
        if (batch.empty()) {
          const std::lock_guard lock(mutex_);
          if (stopped_) return;
          batch = walk_.next();
          if (batch.empty()) return;
          turn = turns_++;
        }
        if (!process(std::exchange(batch, {}), turn, own ? own->get() : nullptr)) return;
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!error_) error_ = std::current_exception();
      stopped_ = true;
      changed_.notify_all();
    }
  }

  // Returns false where no more is wanted.
  bool process(std::vector<Entry>&& batch, std::size_t turn, git_odb* own) {
    std::string text;
    std::vector<TreeFile> files;
    std::size_t bytes = 0;
    for (Entry& entry : batch) {
      files.push_back({std::move(entry.path), entry.mode, read(entry.id, own)});
      bytes += files.back().bytes.size();
      if (batches_ == Batches::folders || bytes < kBatchBytes) continue;
      make_(std::exchange(files, {}), text);
      bytes = 0;
      if (!give(std::exchange(text, {}), turn, false)) return false;
    }
    make_(std::move(files), text);
    return give(std::move(text), turn, true);
  }

  std::optional<GitOdb> own_objects() const {
    const std::filesystem::path folder = state_.repository->objects_dir();
    git_odb* raw = nullptr;
    if (git_odb_open(&raw, folder.c_str()) != 0) {
      git_error_clear();
      return std::nullopt;
    }
    GitOdb odb(raw);
    state_.repository->read_as_git_does(odb.get());
    return odb;
  }

  // An object that the thread's own database lacks may be where only the repository looks.
  std::string read(const git_oid& id, git_odb* own) const {
    git_odb_object* raw = nullptr;
    if (own == nullptr || git_odb_read(&raw, own, &id) != 0) {
      git_error_clear();
      check(git_odb_read(&raw, state_.odb.get(), &id), "reading a file of the store");
    }
    const GitOdbObject object(raw);
    return std::string(static_cast<const char*>(git_odb_object_data(raw)),
                       git_odb_object_size(raw));
  }

  // Hands text over in the order of the walk. Batches have numbers (turns), given out under the
  // same lock as the walk; a thread that is done early waits for its turn. So at most one batch a
  // thread is in memory, however slow the reader of the output is, and no thread sorts anything
  // afterwards. The lock is let go while `take_` runs: nobody else has this turn, and the others go
  // on reading.
  //
  // A thread that fails, or is told to stop, sets stopped_ and wakes the others: otherwise they
  // would wait for its turn for ever.
  bool give(std::string&& text, std::size_t turn, bool last) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || now_ == turn; });
    if (stopped_) return false;
    lock.unlock();  // nobody else has this turn
    const bool go_on = text.empty() || take_(std::move(text));
    lock.lock();
    if (!go_on) stopped_ = true;
    if (last) ++now_;
    changed_.notify_all();
    return go_on;
  }

  const View::State& state_;
  FileWalk walk_;
  Batches batches_;
  const MakeText& make_;
  const TakeText& take_;

  std::mutex mutex_;  // of all below, and of walk_
  std::condition_variable changed_;
  std::size_t turns_ = 1;  // given out; the first is the one of the thread that began
  std::size_t now_ = 0;
  bool stopped_ = false;
  std::exception_ptr error_;
};

}  // namespace

void read_in_parallel(const View& view, const std::vector<std::string>& folders, Batches batches,
                      const MakeText& make, const TakeText& take) {
  const ReadingMode mode(ReadingMode::unhashed);
  Work(view.state(), FileWalk(view.state(), folders, batches), batches, make, take).run();
}

}  // namespace aver::store
