// SPDX-License-Identifier: MIT
#include "store/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>

#include "store/error.h"

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

// Ignores SIGPIPE while a child that may have gone away is written to.
class NoSigPipe {
 public:
  NoSigPipe() : before_(std::signal(SIGPIPE, SIG_IGN)) {}
  ~NoSigPipe() { std::signal(SIGPIPE, before_); }

 private:
  void (*before_)(int);
};

}  // namespace

struct Running::State {
  pid_t child = -1;
  std::string program;
  Descriptor input, output, errors;
  std::string to_write;
  std::size_t written = 0;
  RunResult result;
  std::function<void(std::string_view)> on_output;
  bool finished = false;

  // Writes what the pipe takes without waiting, so that the program can begin.
  void write_some() {
    const NoSigPipe guard;
    const ssize_t n = ::write(input.get(), to_write.data() + written, to_write.size() - written);
    if (n > 0) written += static_cast<std::size_t>(n);
    if ((n < 0 && errno != EINTR && errno != EAGAIN) || written == to_write.size()) input.reset();
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
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
      if (errno != EINTR) return;
    }
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
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

Running start(const std::vector<std::string>& argv, const RunOptions& options) {
  auto state = std::make_unique<Running::State>();
  state->program = argv.front();
  state->to_write = options.input;
  state->on_output = options.on_output;
  Pipe input;
  Pipe errors;
  Pipe output;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (!options.inherit_terminal) {
    input = make_pipe();
    errors = make_pipe();
    posix_spawn_file_actions_adddup2(&actions, input.read.get(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors.write.get(), STDERR_FILENO);
    // A large input must not block us while the child's output waits to be read.
    fcntl(input.write.get(), F_SETFL, O_NONBLOCK);
  }
  if (!options.inherit_output) {
    output = make_pipe();
    posix_spawn_file_actions_adddup2(&actions, output.write.get(), STDOUT_FILENO);
  }
  if (!options.directory.empty()) {
    posix_spawn_file_actions_addchdir_np(&actions, options.directory.c_str());
  }
  std::vector<std::string> words = argv;
  std::vector<char*> word_pointers = pointers(words);
  std::vector<std::string> variables = environment_with(options.environment);
  std::vector<char*> variable_pointers = pointers(variables);

  // The child must not inherit an ignored SIGPIPE.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  const int failed = posix_spawnp(&state->child, argv.front().c_str(), &actions, &attributes,
                                  word_pointers.data(), variable_pointers.data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) {
    state->finished = true;
    throw StoreError(Fault::io, "the program " + argv.front() + " could not be started",
                     {std::strerror(failed)},
                     argv.front() == "git" ? "install git, and see that it is in PATH" : "");
  }
  state->input = std::move(input.write);
  state->output = std::move(output.read);
  state->errors = std::move(errors.read);
  if (state->input.open()) state->write_some();
  return Running(std::move(state));
}

Running start_git(std::vector<std::string> arguments, const RunOptions& options) {
  arguments.insert(arguments.begin(), "git");
  return start(arguments, options);
}

RunResult run_git(std::vector<std::string> arguments, const RunOptions& options) {
  return start_git(std::move(arguments), options).finish();
}

}  // namespace aver::store
