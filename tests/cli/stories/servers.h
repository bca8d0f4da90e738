// SPDX-License-Identifier: MIT
//
// Servers of a test's own on 127.0.0.1: git over HTTP and over ssh. Each ends with its owner, and
// by itself after an hour.
#pragma once

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/places.h"
#include "tests/store/scratch.h"

namespace aver::tests {

// A program that runs until it is told to end, in a process group of its own.
class Background {
 public:
  Background(std::vector<std::string> argv, const std::filesystem::path& log) {
    argv.insert(argv.begin(), {"timeout", "3600"});
    std::vector<char*> words;
    for (std::string& word : argv) words.push_back(word.data());
    words.push_back(nullptr);
    child_ = fork();
    if (child_ != 0) return;
    setpgid(0, 0);
    const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    dup2(out, 1);
    dup2(out, 2);
    execvp(words[0], words.data());
    _exit(127);
  }
  ~Background() { end(); }
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  bool runs() {
    if (child_ > 0 && waitpid(child_, nullptr, WNOHANG) != 0) child_ = -1;
    return child_ > 0;
  }
  void end() {
    if (child_ <= 0) return;
    kill(child_, SIGTERM);  // timeout hands it on
    waitpid(child_, nullptr, 0);
    child_ = -1;
  }

 private:
  pid_t child_ = -1;
};

// A port that nothing listens on now, and that nobody is given who just asks for any: those begin
// at 32768.
inline int free_port() {
  for (int port = 20000 + getpid() % 10000; port < 32768; ++port) {
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<unsigned short>(port));
    const int bound = bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    close(fd);
    if (bound == 0) return port;
  }
  return 0;
}

// Tries `done` for up to two minutes: the machine may have other things to do.
template <class Done>
bool in_time(const Done& done) {
  for (int i = 0; i < 12000; ++i) {
    if (done()) return true;
    usleep(10000);
  }
  return false;
}

// Serves the repositories below `root`; "name:password" where it is to ask for one.
class HttpServer {
 public:
  HttpServer(std::filesystem::path root, std::string login)
      : root_(std::move(root)), login_(std::move(login)) {}

  static Needs needs() { return needs_program("python3"); }

  // False where it does not come up. It always has the same port.
  bool start() {
    const std::filesystem::path file = root_ / "port";
    std::filesystem::remove(file);
    std::vector<std::string> words = {"python3",
                                      (source_dir() / "tests/cli/stories/http_server.py").string(),
                                      root_.string(), std::to_string(port_), file.string()};
    if (!login_.empty()) words.push_back(login_);
    running_ = std::make_unique<Background>(words, root_ / "log");
    if (!in_time([&] { return std::filesystem::exists(file); })) return false;
    return true;
  }
  void stop() { running_.reset(); }
  bool has_died() { return running_ && !running_->runs(); }

  std::string url(const std::string& path, const std::string& login = "") const {
    return "http://" + (login.empty() ? "" : login + "@") + "127.0.0.1:" + std::to_string(port_) +
           "/" + path;
  }
  void fault(const std::string& what) const { write(root_ / "fault", what); }

 private:
  std::filesystem::path root_;
  std::string login_;
  int port_ = free_port();
  std::unique_ptr<Background> running_;
};

// An sshd with a host key of its own that lets the key in `folder`/id in.
class SshServer {
 public:
  explicit SshServer(std::filesystem::path folder) : folder_(std::move(folder)) {}

  static std::string program() {
    for (const char* place : {"/usr/sbin/sshd", "/usr/local/sbin/sshd"}) {
      if (access(place, X_OK) == 0) return place;
    }
    return "";
  }
  static Needs needs() { return {!program().empty(), "sshd"}; }

  bool start() {
    std::filesystem::create_directories(folder_);
    for (const char* key : {"host", "id", "stranger"}) {
      store::run({"ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", (folder_ / key).string()});
    }
    std::filesystem::copy_file(folder_ / "id.pub", folder_ / "authorized");
    if (geteuid() == 0) std::filesystem::create_directories("/run/sshd");
    port_ = free_port();
    const std::string here = folder_.string();
    write(folder_ / "config", "ListenAddress 127.0.0.1\nPort " + std::to_string(port_) +
                                  "\nHostKey " + here + "/host\nAuthorizedKeysFile " + here +
                                  "/authorized\nPidFile none\nStrictModes no\nUsePAM no\n"
                                  "PasswordAuthentication no\nKbdInteractiveAuthentication no\n"
                                  "PermitRootLogin yes\n");
    write(folder_ / "known",
          "[127.0.0.1]:" + std::to_string(port_) + " " + read(folder_ / "host.pub"));
    running_ = std::make_unique<Background>(
        std::vector<std::string>{program(), "-D", "-e", "-f", here + "/config"}, folder_ / "log");
    return in_time([&] { return log().find("Server listening") != std::string::npos; });
  }

  // For GIT_SSH_COMMAND.
  std::string command(const std::string& key = "id", const std::string& known = "known") const {
    const std::string here = folder_.string();
    return "ssh -F /dev/null -o BatchMode=yes -o IdentitiesOnly=yes -o StrictHostKeyChecking=yes "
           "-o ConnectTimeout=120 -o IdentityAgent=none -o UserKnownHostsFile='" +
           here + "/" + known + "' -i '" + here + "/" + key + "'";
  }
  std::string url(const std::filesystem::path& path) const {
    return "ssh://127.0.0.1:" + std::to_string(port_) + path.string();
  }
  std::string log() const { return read(folder_ / "log"); }

 private:
  std::filesystem::path folder_;
  int port_ = 0;
  std::unique_ptr<Background> running_;
};

}  // namespace aver::tests
