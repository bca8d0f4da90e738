// SPDX-License-Identifier: MIT
//
// Runs programs, git above all: posix_spawn, never a shell, never a string that a shell would
// split. Can also defer signals, so that neither they nor we are interrupted half-way.
#pragma once

#include <csignal>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aver::store {

struct RunOptions {
  std::string directory = {};  // empty: the working directory
  std::string input = {};      // written to its standard input; no success where not all was taken
  std::vector<std::pair<std::string, std::string>> environment = {};  // set on top of ours
  bool in_english = false;        // for programs whose words are read (store/git_words.h)
  bool inherit_terminal = false;  // stdin and stderr are ours: for editors, hooks, prompts
  bool inherit_output = false;    // stdout is ours: for editors
  int keep_open = -1;  // a descriptor that the child inherits: for a lock, held as long as it lives
  // What it may use at most, 0 for no limit: for programs that read what strangers made.
  unsigned most_seconds = 0;    // of computing
  std::size_t most_memory = 0;  // bytes
  // Takes standard output as it comes, in place of RunResult::output: for answers that are long.
  std::function<void(std::string_view)> on_output = {};
};

// Of a program whose end cannot be learnt: whether it did what it should is unknown, and no
// success.
inline constexpr int kUnknownStatus = -1;

// The limit that ended a program.
enum class Reached { nothing, time, memory };

struct RunResult {
  int status = 0;  // exit status; 128 + signal where one ended it; kUnknownStatus
  std::string output;
  std::string errors;  // standard error, unless inherited

  Reached reached = Reached::nothing;

  bool ok() const { return status == 0; }
};

// While it lives, SIGINT, SIGTERM and the like are blocked, in this process and in programs started
// meanwhile: what must not stop half-way finishes first, then the signals take effect.
class Uninterrupted {
 public:
  Uninterrupted();
  ~Uninterrupted();
  Uninterrupted(const Uninterrupted&) = delete;
  Uninterrupted& operator=(const Uninterrupted&) = delete;

 private:
  sigset_t before_;
};

// Ignores SIGPIPE while a child that may have gone away is written to. Where several threads start
// programs, one stands around all of them: each thread would give the others their signals back.
class NoSigPipe {
 public:
  NoSigPipe();
  ~NoSigPipe();
  NoSigPipe(const NoSigPipe&) = delete;
  NoSigPipe& operator=(const NoSigPipe&) = delete;

 private:
  void (*before_)(int);
};

// A program that runs in the background. finish(), or the destructor, waits for it.
class Running {
 public:
  Running(Running&&) noexcept;
  Running& operator=(Running&&) noexcept;
  ~Running();
  RunResult finish();

 private:
  friend Running start(const std::vector<std::string>&, const RunOptions&);
  struct State;
  explicit Running(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// A program that is written to and read from while it runs. Its standard error is discarded: to
// learn why it failed, run it again with run(). The destructor ends the program.
class Conversation {
 public:
  // Throws StoreError(io) where it cannot be started.
  explicit Conversation(const std::vector<std::string>& argv, const RunOptions& options = {});
  Conversation(Conversation&&) noexcept;
  Conversation& operator=(Conversation&&) noexcept;
  ~Conversation();

  // Waits until all is written. Returns false where the program has ended or closed its input.
  bool write(std::string_view text);
  void end_input();

  bool can_read() const;  // whether read() would not wait

  // Waits for output, and appends what there is, at least a byte, to `to`. Returns false at the
  // end.
  bool read(std::string& to);

  // Waits for its end, and returns its exit status as run() does.
  int finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// A program that we write to, and that has our terminal for the rest: a pager.
class Feed {
 public:
  // Throws StoreError(io) where it cannot be started.
  explicit Feed(const std::vector<std::string>& argv, const RunOptions& options = {});
  Feed(Feed&&) noexcept;
  Feed& operator=(Feed&&) noexcept;
  ~Feed();  // waits for its end

  // Waits until all is taken. False where the program has gone away.
  bool write(std::string_view text);

  // Ends its input, waits for its end, and returns its exit status as run() does.
  int finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Starts `argv` (argv[0] is looked up in PATH). Throws StoreError(io) where it cannot be started.
Running start(const std::vector<std::string>& argv, const RunOptions& options = {});

inline RunResult run(const std::vector<std::string>& argv, const RunOptions& options = {}) {
  return start(argv, options).finish();
}

// The same for git: `arguments` follow "git".
Running start_git(std::vector<std::string> arguments, const RunOptions& options = {});
RunResult run_git(std::vector<std::string> arguments, const RunOptions& options = {});

}  // namespace aver::store
