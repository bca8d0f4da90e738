// SPDX-License-Identifier: MIT
//
// What a command runs in: output, clock, the store, and the coordinates that a reading command was
// asked for. Made once in main.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/answers/coordinates.h"
#include "cli/answers/format.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/terminal/output.h"
#include "store/store.h"
#include "store/watcher.h"

namespace aver::cli {

// The two clocks, as given: --on DATE (the world) and --known-at REV|DATE (the record).
struct When {
  std::optional<std::string> on;
  std::optional<std::string> known_at;
};

// What every reading command takes.
struct Reading {
  When when;
  std::optional<std::string> without;  // --without: a query, as typed
  std::optional<Format> format;        // as given
  bool json = false;                   // --json
  std::optional<std::string> guard;    // --guard: on or off

  Format chosen() const { return json ? Format::json : format.value_or(Format::text); }
  bool wants_json() const { return chosen() == Format::json; }
  bool wants_rows() const {
    return chosen() == Format::csv || chosen() == Format::jsonl || chosen() == Format::markdown;
  }
  bool guards() const { return guard != "off"; }
};
// --on, --known-at, --without, and the words of add_format_words: for what answers with positions.
void add_reading_words(std::vector<Word>& words, Reading& reading,
                       const std::vector<Format>& formats = plain_formats());
// The same but for --without: for what answers with files, commits, or records of other kinds.
void add_clock_words(std::vector<Word>& words, Reading& reading,
                     const std::vector<Format>& formats = plain_formats());
// --without alone, which takes a query.
Word without_word(std::optional<std::string>& to);
// --format with the formats that the command's answer has, and --json; --guard where csv is one.
void add_format_words(std::vector<Word>& words, Reading& reading,
                      const std::vector<Format>& formats = plain_formats());

// --guard, which goes with CSV alone: beside "--format csv", say. `otherwise` is what it is by
// default.
Word guard_word(std::optional<std::string>& to, std::string beside, const std::string& otherwise);

// What every record-making command takes.
struct Writing {
  bool no_commit = false;
  std::optional<std::string> message;
};
void add_writing_words(std::vector<Word>& words, Writing& writing);

class Session {
 public:
  explicit Session(Globals globals) : globals_(std::move(globals)) {}

  Output out;

  // The store that the working directory (or -C) lies in; opened when first asked for.
  store::Store& store();

  // For commands that record or look: they go by the branch of the proposal that the user is
  // recording (aver propose), where there is one. To be called before the store is asked for.
  void follow_proposal(Follow follow) { follow_ = follow; }
  bool has_opened_store() const { return store_.has_value(); }

  // Before anything else: which repository git's variables are about. Throws StoreError.
  void settle_environment() const;

  std::string directory() const { return globals_.directory.value_or("."); }

  // A path as the user typed it, seen from -C.
  std::string user_path(const std::string& path) const;

  std::int64_t now() const;  // seconds since 1970; AVER_NOW fixes it for tests
  // What time it is where commits are stamped. AVER_NOW alone does not move git's clock.
  std::int64_t stamped_now() const;
  claims::Day today() const;  // local calendar

  // Reads what parse_date() does, and "today", "yesterday".
  claims::ParsedDate parsed_date(const std::string& text) const;
  // The same without a time; throws StoreError(usage) naming `option`.
  claims::Date date(const std::string& option, const std::string& text) const;
  claims::Day day(const std::string& option, const std::string& text) const;

  // A period only where the command can tell of several days.
  enum class Asked { day, period };
  Coordinates coordinates(const When& when, Asked asked = Asked::day) const;

  // The day of the record that a --known-at asks for; nothing where it asks for a revision.
  std::optional<claims::Day> known_on(const std::string& text) const;

  // The view that `when` asks for: a revision, what was known at the end of a day, or HEAD.
  store::View view(const When& when);

  // One line that says which coordinates an answer shows; empty where neither was given.
  std::string coordinates_line(const Coordinates& at, const store::View& view) const;

 private:
  // Prints the notices of the store as they come.
  class Showing : public store::Watcher {
   public:
    explicit Showing(Output& out) : out_(out) {}
    bool wants_progress() const override { return out_.shows_progress(); }
    void progress(std::string_view work, std::size_t done, std::size_t total) override {
      out_.progress(work, done, total);
    }
    void note(std::string_view sentence) override {
      out_.talk("note: " + std::string(sentence) + "\n");
    }

   private:
    Output& out_;
  };

  store::View view_on(claims::Day day);

  Globals globals_;
  Showing showing_{out};
  std::set<store::CommitId> told_stamps_;
  std::optional<store::Store> store_;
  Follow follow_ = Follow::nothing;
};

// The pager that git would use, by git's own rules; empty where git names none.
std::string git_pager();

}  // namespace aver::cli
