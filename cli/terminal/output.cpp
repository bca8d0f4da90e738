// SPDX-License-Identifier: MIT
//
// The options, the environment and the terminal decide colour, width and pager; the pager is a
// child process fed by a pipe. Every write is a loop over write(2), so that a full disk or a reader
// that has gone is noticed.
#include "cli/terminal/output.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "cli/terminal/layout.h"
#include "store/error.h"
#include "store/process.h"

namespace aver::cli {
namespace {

constexpr int kMinWidth = 40;
constexpr int kMaxWidth = 140;  // longer lines are hard to read
constexpr int kDefaultWidth = 80;
constexpr std::size_t kHeld = 1 << 16;

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view{value};
}

int columns(int fd) {
  if (const int given = std::atoi(std::string(variable("COLUMNS")).c_str()); given > 0)
    return given;
  winsize size{};
  if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kDefaultWidth;
}

// Rules of no-color.org and bixense.com/clicolors, then the terminal.
bool wants_color(const std::optional<std::string>& option, int fd) {
  if (option == "always") return true;
  if (option == "never") return false;
  if (!variable("NO_COLOR").empty()) return false;
  if (const std::string_view force = variable("CLICOLOR_FORCE"); !force.empty() && force != "0") {
    return true;
  }
  return isatty(fd) != 0 && variable("TERM") != "dumb";
}

bool locale_is_utf8() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    std::string value(variable(name));
    if (value.empty()) continue;
    std::transform(value.begin(), value.end(), value.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return value.find("utf-8") != value.npos || value.find("utf8") != value.npos;
  }
  return false;
}

const char* codes(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::strong:
      return "1";
    case Style::dim:
    case Style::absent:
      return "2";
    case Style::heading:
      return "1;36";
    case Style::good:
      return "32";
    case Style::bad:
      return "31";
    case Style::middling:
    case Style::warning:
      return "33";
    case Style::error:
      return "1;31";
  }
  return "";
}

// Returns false where the reader is gone or the write failed; errno says which.
bool write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = ::write(fd, text.data(), text.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

}  // namespace

Output::Output() { std::signal(SIGPIPE, SIG_IGN); }

Output::~Output() { finish(); }

void Output::set(const OutputOptions& options) {
  terminal_ = isatty(STDOUT_FILENO) != 0;
  width_ = std::clamp(columns(STDOUT_FILENO), kMinWidth, kMaxWidth);
  color_ = wants_color(options.color, STDOUT_FILENO);
  color_errors_ = wants_color(options.color, STDERR_FILENO);
  utf8_ = !terminal_ || locale_is_utf8();
  use_pager_ = options.pager && terminal_ && variable("TERM") != "dumb";
}

std::string Output::paint(Style style, std::string_view text) const {
  const std::string_view code = codes(style);
  if (!color_ || code.empty() || text.empty()) return std::string(text);
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

bool Output::is_progress_due() {
  using std::chrono::milliseconds;
  constexpr milliseconds kPatience{500};
  constexpr milliseconds kBetween{100};
  const auto now = std::chrono::steady_clock::now();
  if (progress_since_ == decltype(now){}) progress_since_ = now;
  if (now - progress_since_ < kPatience || now - progress_shown_ < kBetween) return false;
  if (!shows_progress()) return false;
  progress_shown_ = now;
  return true;
}

void Output::progress(std::string_view what, std::size_t done, std::size_t total) {
  constexpr std::size_t kCells = 20;
  if (total == 0 || !is_progress_due()) return;
  const std::size_t part = std::min(done, total);
  const std::size_t full = part * kCells / total;
  write_all(STDERR_FILENO, "\r" + std::string(what) + " [" + std::string(full, '#') +
                               std::string(kCells - full, '.') + "] " +
                               std::to_string(part * 100 / total) + " %");
}

void Output::progress(std::string_view line) {
  if (is_progress_due()) write_all(STDERR_FILENO, "\r\x1b[K" + std::string(line));
}

bool Output::shows_progress() const { return talks_to_terminal(); }

void Output::end_progress() {
  if (progress_shown_ == decltype(progress_shown_){}) return;
  progress_shown_ = {};
  write_all(STDERR_FILENO, "\r\x1b[K");
}

void Output::data(std::string_view text) {
  held_ += text;
  if (held_.size() > kHeld) flush();
}

bool Output::talks_to_terminal() const {
  return isatty(STDERR_FILENO) != 0 && variable("TERM") != "dumb";
}

void Output::talk(std::string_view text) {
  end_progress();
  if (!pager_ && !use_pager_) flush();  // keeps the order where both go to one place
  for (const auto& [word, style] : {std::pair{std::string_view("error:"), Style::error},
                                    std::pair{std::string_view("warning:"), Style::warning},
                                    std::pair{std::string_view("hint:"), Style::dim}}) {
    if (color_errors_ && text.starts_with(word)) {
      write_all(STDERR_FILENO,
                "\x1b[" + std::string(codes(style)) + "m" + std::string(word) + "\x1b[0m");
      text.remove_prefix(word.size());
      break;
    }
  }
  write_all(STDERR_FILENO, text);
}

void Output::start_pager() {
  use_pager_ = false;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0) {
    const auto lines = std::count(held_.begin(), held_.end(), '\n');
    if (lines < size.ws_row) return;  // fits on the screen
  }
  const std::string program = find_pager_ == nullptr ? "" : find_pager_();
  if (program.empty() || program == "cat") return;
  store::RunOptions options;
  if (variable("LESS").empty()) options.environment.emplace_back("LESS", "FRX");
  try {
    // A command, as git's is.
    pager_ = std::make_unique<store::Feed>(std::vector<std::string>{"sh", "-c", program}, options);
  } catch (const store::StoreError&) {
    // The answer is shown without one.
  }
}

void Output::flush() {
  end_progress();
  if (held_.empty()) return;
  if (use_pager_) start_pager();
  if (!utf8_) held_ = without_glyphs(held_);
  if (gone_) {
    held_.clear();
    return;
  }
  if (pager_) {
    gone_ = !pager_->write(held_);
  } else if (!write_all(STDOUT_FILENO, held_)) {
    gone_ = true;
    failed_ = errno != EPIPE;
  }
  held_.clear();
}

bool Output::finish() {
  flush();
  if (pager_) pager_->finish();
  pager_.reset();
  return !failed_;
}

}  // namespace aver::cli
