// SPDX-License-Identifier: MIT
//
// Where text leaves the program: data to standard output, messages to standard error. No other file
// writes to either.
//
// Data is held back until the end (or a full buffer), so that a pager starts only for an answer.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace aver::store {
class Feed;
}

namespace aver::cli {

enum class Style { plain, strong, dim, heading, good, bad, middling, absent, warning, error };

struct OutputOptions {
  std::optional<std::string> color;  // auto, always, never
  bool pager = true;
};

class Output {
 public:
  Output();
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  // To be called once, before anything is written.
  void set(const OutputOptions& options);

  // Columns to lay text out for: COLUMNS, else the terminal's, else 80.
  int width() const { return width_; }
  bool color() const { return color_; }
  bool utf8() const { return utf8_; }
  bool talks_to_terminal() const;  // standard error is one
  bool terminal() const { return terminal_; }

  // `text` in the style's colours where colour is on, else as it is. `text` must be safe already.
  std::string paint(Style style, std::string_view text) const;

  void data(std::string_view text);
  void talk(std::string_view text);  // to standard error, at once

  // Shows how far a long piece of work has got: one line on a terminal's standard error, from half
  // a second on, overwritten in place. The next output removes it. `what` is a noun: "the index".
  void progress(std::string_view what, std::size_t done, std::size_t total);

  // The same of work whose end is not known: "12,345 rows read".
  void progress(std::string_view line);

  // Whether progress would be seen; where it is not, nobody need find out how much there is to do.
  bool shows_progress() const;

  // True once the reader of standard output has gone (a pager that was quit): the rest of a long
  // answer need not be computed.
  bool reader_is_gone() const { return gone_; }

  // Writes the held-back data and waits for the pager. Returns false where standard output could
  // not be written (a full disk); a reader that has gone is not a failure.
  bool finish();

  // Returns the pager's command line ("" for none). Called only when a pager is needed; set by the
  // session.
  void set_pager(std::string (*find_pager)()) { find_pager_ = find_pager; }

 private:
  void flush();
  void start_pager();
  bool is_progress_due();
  void end_progress();

  int width_ = 80;
  bool color_ = false;
  bool color_errors_ = false;
  bool utf8_ = true;
  bool terminal_ = false;
  bool use_pager_ = true;
  bool failed_ = false;
  bool gone_ = false;
  std::unique_ptr<store::Feed> pager_;
  std::chrono::steady_clock::time_point progress_since_{}, progress_shown_{};
  std::string held_;
  std::string (*find_pager_)() = nullptr;
};

}  // namespace aver::cli
