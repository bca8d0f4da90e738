// SPDX-License-Identifier: MIT
//
// posix_spawn, pipes and poll: a program's input, output and errors are served together, so that
// neither side can wait for the other for ever.
//
// Our own: what Debian has for it (Boost.Process, GLib) is many times the size of this file, and
// needs the same poll loop around it.
#include "store/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>

#include "store/error.h"
#include "store/git_words.h"
#include "store/own_umask.h"

extern char** environ;

namespace aver::store {
namespace {

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor() { reset(); }
  void reset() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }
  int get() const { return fd_; }
  bool open() const { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

struct Pipe {
  Descriptor read, write;
};

Pipe make_pipe() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) {
    throw StoreError(Fault::io, "no pipe could be made", {std::strerror(errno)});
  }
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

// Our environment with some variables set or, for the rest, as it is.
std::vector<std::string> environment_with(
    const std::vector<std::pair<std::string, std::string>>& changes) {
  std::vector<std::string> all;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string_view text = *variable;
    bool replaced = false;
    for (const auto& [name, value] : changes) {
      replaced |= text.size() > name.size() && text.starts_with(name) && text[name.size()] == '=';
    }
    if (!replaced) all.emplace_back(text);
  }
  for (const auto& [name, value] : changes) all.push_back(name + "=" + value);
  return all;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> all;
  for (std::string& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

// The exit status of a child that has ended or will; 128 + signal where one ended it;
// kUnknownStatus where somebody else has taken it, as the kernel does while SIGCHLD is ignored.
int status_of(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return kUnknownStatus;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// Writes all of it to a child. False where that has gone away.
bool write_to(const Descriptor& pipe, std::string_view text) {
  const NoSigPipe guard;
  while (!text.empty()) {
    const ssize_t n = ::write(pipe.get(), text.data(), text.size());
    if (n > 0) text.remove_prefix(static_cast<std::size_t>(n));
    if (n < 0 && errno != EINTR) return false;
  }
  return true;
}

// A program that gets no more memory says so, or is ended by its library.
Reached reached_by(const RunResult& result) {
  constexpr int kSignals = 128;
  if (result.ok()) return Reached::nothing;
  if (result.status == kSignals + SIGXCPU || result.status == kSignals + SIGKILL) {
    return Reached::time;
  }
  const bool memory = result.status == kSignals + SIGABRT || result.status == kSignals + SIGSEGV ||
                      says_out_of_memory(result);
  return memory ? Reached::memory : Reached::nothing;
}

}  // namespace

struct Running::State {
  pid_t child = -1;
  std::string program;
  Descriptor input, output, errors;
  std::string to_write;
  std::size_t written = 0;
  std::string lost;  // why not all was written; empty where it was
  RunResult result;
  bool has_limits = false;
  std::function<void(std::string_view)> on_output;
  bool finished = false;

  // Writes what the pipe takes without waiting, so that the program can begin.
  void write_some() {
    if (written == to_write.size()) return input.reset();
    const NoSigPipe guard;
    const ssize_t n = ::write(input.get(), to_write.data() + written, to_write.size() - written);
    if (n > 0) written += static_cast<std::size_t>(n);
    if (n < 0 && errno != EINTR && errno != EAGAIN) {
      lost = std::strerror(errno);
      input.reset();
    }
    if (written == to_write.size()) input.reset();
  }

  void exchange_text() {
    std::array<char, 1 << 16> buffer;
    while (input.open() || output.open() || errors.open()) {
      std::array<pollfd, 3> polled = {pollfd{input.get(), POLLOUT, 0},
                                      pollfd{output.get(), POLLIN, 0},
                                      pollfd{errors.get(), POLLIN, 0}};
      if (poll(polled.data(), polled.size(), -1) < 0) {
        if (errno == EINTR) continue;
        break;
      }
      if (polled[0].revents != 0) write_some();
      const auto drain = [&](const pollfd& ready, Descriptor& from, std::string& to) {
        if (ready.revents == 0) return;
        const ssize_t n = ::read(from.get(), buffer.data(), buffer.size());
        if (n > 0) to.append(buffer.data(), static_cast<std::size_t>(n));
        if (n == 0 || (n < 0 && errno != EINTR)) from.reset();
      };
      drain(polled[1], output, result.output);
      if (on_output && !result.output.empty()) {
        on_output(result.output);
        result.output.clear();
      }
      drain(polled[2], errors, result.errors);
    }
  }

  void finish() {
    if (finished) return;
    finished = true;
    std::exception_ptr thrown;  // by on_output: the child is still waited for
    try {
      exchange_text();
    } catch (...) {
      thrown = std::current_exception();
      input.reset();
      output.reset();
      errors.reset();
    }
    result.status = status_of(child);
    if (result.ok() && !lost.empty()) {
      result.status = kUnknownStatus;
      result.errors += "its input could not be written: " + lost + "\n";
    }
    if (has_limits) result.reached = reached_by(result);
    if (thrown) std::rethrow_exception(thrown);
  }
};

Running::Running(std::unique_ptr<State> state) : state_(std::move(state)) {}
Running::Running(Running&&) noexcept = default;
Running& Running::operator=(Running&&) noexcept = default;
Running::~Running() {
  if (!state_) return;
  state_->on_output = nullptr;  // it might throw
  state_->finish();
}

RunResult Running::finish() {
  state_->finish();
  return std::move(state_->result);
}

namespace {

// A child's end of a standard stream, and which one it is.
struct Redirected {
  int from;
  int to;
};

// Starts the program; returns its process id. Throws StoreError(io) where it cannot be started.
pid_t spawn(const std::vector<std::string>& argv, const RunOptions& options,
            const std::vector<Redirected>& streams, bool errors_go_nowhere = false) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const Redirected& stream : streams) {
    posix_spawn_file_actions_adddup2(&actions, stream.from, stream.to);
  }
  if (errors_go_nowhere) {
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  }
  if (options.keep_open >= 0) {  // onto itself: it is not closed then
    posix_spawn_file_actions_adddup2(&actions, options.keep_open, options.keep_open);
  }
  if (!options.directory.empty()) {
    posix_spawn_file_actions_addchdir_np(&actions, options.directory.c_str());
  }
  std::vector<std::string> words = argv;
  std::vector<char*> word_pointers = pointers(words);
  std::vector<std::pair<std::string, std::string>> changed = options.environment;
  if (options.in_english) {
    // UTF-8 stays, for what the program writes or starts; but then LANGUAGE still counts, in glibc
    // before 2.39, and would have the words translated.
    changed.emplace_back("LC_ALL", "C.UTF-8");
    changed.emplace_back("LANGUAGE", "C");
  }
  std::vector<std::string> variables = environment_with(changed);
  std::vector<char*> variable_pointers = pointers(variables);

  // The child must not inherit an ignored SIGPIPE.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  pid_t child = -1;
  const OwnUmask own_umask;
  const int failed = posix_spawnp(&child, argv.front().c_str(), &actions, &attributes,
                                  word_pointers.data(), variable_pointers.data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) {
    throw StoreError(Fault::io, "the program " + argv.front() + " could not be started",
                     {std::strerror(failed)},
                     argv.front() == "git" ? "install git, and see that it is in PATH" : "");
  }
  return child;
}

// The program may have begun; it cannot have used much. Where the system does not let us, it goes
// without a limit.
void set_limits(pid_t child, const RunOptions& options) {
  const auto set = [&](auto resource, rlim_t most) {
    if (most == 0) return;
    const rlimit both{most, most};
    prlimit(child, resource, &both, nullptr);
  };
  set(RLIMIT_CPU, options.most_seconds);
  set(RLIMIT_AS, options.most_memory);
}

}  // namespace

NoSigPipe::NoSigPipe() : before_(std::signal(SIGPIPE, SIG_IGN)) {}
NoSigPipe::~NoSigPipe() { std::signal(SIGPIPE, before_); }

Uninterrupted::Uninterrupted() {
  sigset_t all;
  sigemptyset(&all);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) sigaddset(&all, signal);
  pthread_sigmask(SIG_BLOCK, &all, &before_);
}

Uninterrupted::~Uninterrupted() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

Running start(const std::vector<std::string>& argv, const RunOptions& options) {
  auto state = std::make_unique<Running::State>();
  state->program = argv.front();
  state->to_write = options.input;
  state->on_output = options.on_output;
  state->finished = true;  // until there is a child to wait for
  Pipe input;
  Pipe errors;
  Pipe output;
  std::vector<Redirected> streams;
  if (!options.inherit_terminal) {
    input = make_pipe();
    errors = make_pipe();
    streams.push_back({input.read.get(), STDIN_FILENO});
    streams.push_back({errors.write.get(), STDERR_FILENO});
    // A large input must not block us while the child's output waits to be read.
    fcntl(input.write.get(), F_SETFL, O_NONBLOCK);
  }
  if (!options.inherit_output) {
    output = make_pipe();
    streams.push_back({output.write.get(), STDOUT_FILENO});
  }
  state->child = spawn(argv, options, streams);
  state->finished = false;
  state->has_limits = options.most_seconds > 0 || options.most_memory > 0;
  if (state->has_limits) set_limits(state->child, options);
  state->input = std::move(input.write);
  state->output = std::move(output.read);
  state->errors = std::move(errors.read);
  if (state->input.open()) state->write_some();
  return Running(std::move(state));
}

struct Conversation::State {
  pid_t child = -1;
  Descriptor input, output;
  int status = 0;

  ~State() {
    if (child > 0) kill(child, SIGTERM);  // nobody will read what it has still to say
    finish();
  }
  void finish() {
    input.reset();
    output.reset();
    if (child > 0) status = status_of(std::exchange(child, -1));
  }
};

Conversation::Conversation(const std::vector<std::string>& argv, const RunOptions& options)
    : state_(std::make_unique<State>()) {
  Pipe input = make_pipe();
  Pipe output = make_pipe();
  // As much as the system lets us, so that neither side waits for the other at every turn.
  constexpr int kRoom = 1 << 20;
  fcntl(input.write.get(), F_SETPIPE_SZ, kRoom);
  fcntl(output.read.get(), F_SETPIPE_SZ, kRoom);
  state_->child = spawn(
      argv, options, {{input.read.get(), STDIN_FILENO}, {output.write.get(), STDOUT_FILENO}}, true);
  state_->input = std::move(input.write);
  state_->output = std::move(output.read);
}

Conversation::Conversation(Conversation&&) noexcept = default;
Conversation& Conversation::operator=(Conversation&&) noexcept = default;
Conversation::~Conversation() = default;

bool Conversation::write(std::string_view text) { return write_to(state_->input, text); }

void Conversation::end_input() { state_->input.reset(); }

bool Conversation::can_read() const {
  pollfd polled{state_->output.get(), POLLIN, 0};
  return poll(&polled, 1, 0) > 0;
}

bool Conversation::read(std::string& to) {
  constexpr std::size_t kChunk = std::size_t{1} << 16;
  const std::size_t size = to.size();
  to.resize(size + kChunk);
  ssize_t n = 0;
  do {
    n = ::read(state_->output.get(), to.data() + size, kChunk);
  } while (n < 0 && errno == EINTR);
  to.resize(size + static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
  return n > 0;
}

int Conversation::finish() {
  state_->finish();
  return state_->status;
}

struct Feed::State {
  pid_t child = -1;
  Descriptor input;
  int status = 0;

  ~State() { finish(); }
  void finish() {
    input.reset();
    if (child > 0) status = status_of(std::exchange(child, -1));
  }
};

Feed::Feed(const std::vector<std::string>& argv, const RunOptions& options)
    : state_(std::make_unique<State>()) {
  Pipe input = make_pipe();
  state_->child = spawn(argv, options, {{input.read.get(), STDIN_FILENO}});
  state_->input = std::move(input.write);
}

Feed::Feed(Feed&&) noexcept = default;
Feed& Feed::operator=(Feed&&) noexcept = default;
Feed::~Feed() = default;

bool Feed::write(std::string_view text) { return write_to(state_->input, text); }

int Feed::finish() {
  state_->finish();
  return state_->status;
}

Running start_git(std::vector<std::string> arguments, const RunOptions& options) {
  arguments.insert(arguments.begin(), "git");
  return start(arguments, options);
}

RunResult run_git(std::vector<std::string> arguments, const RunOptions& options) {
  return start_git(std::move(arguments), options).finish();
}

}  // namespace aver::store
