// SPDX-License-Identifier: MIT
//
// The second half of an import: the spool is written to the store in bulk, and the result is
// reported.
#include <algorithm>
#include <chrono>

#include "claims/text/paths.h"
#include "cli/check/format.h"
#include "cli/exchange/importing.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kCheckpoint{10};  // what an interruption costs at most
constexpr std::int64_t kDay = 86400;

// "1,234,567".
std::string number(std::uint64_t count) {
  std::string text = std::to_string(count);
  for (std::size_t at = text.size(); at > 3;) {
    at -= 3;
    text.insert(at, ",");
  }
  return text;
}

std::string amount(std::uint64_t count, const std::string& one, const std::string& many) {
  return number(count) + " " + (count == 1 ? one : many);
}

std::string kinds(const std::uint64_t (&made)[5], std::uint64_t files) {
  constexpr std::pair<RecordKind, const char*> kOrder[] = {{RecordKind::stance, "stance"},
                                                           {RecordKind::claim, "claim"},
                                                           {RecordKind::actor, "actor"},
                                                           {RecordKind::source, "source"},
                                                           {RecordKind::review, "review"}};
  std::string text;
  const auto add = [&](std::uint64_t count, const std::string& name) {
    if (count == 0) return;
    text += (text.empty() ? "" : ", ") + amount(count, name, name + "s");
  };
  for (const auto& [kind, name] : kOrder) add(made[static_cast<std::size_t>(kind)], name);
  add(files, "other file");
  return text.empty() ? "nothing" : text;
}

}  // namespace

void add_import_words(std::vector<Word>& words, ImportWords& to) {
  const std::vector<Word> all = {
      flag("--dry-run", to.dry_run, "say what would come in, and what is bad, and write nothing"),
      flag("--skip-bad", to.skip_bad, "take the good rows, where otherwise none would come in"),
      option("--rejects", "FILE", &to.rejects, "write the bad rows there, in the input's own form"),
      flag("--update", to.update, "put what came in into records that say something else"),
      option("--unknown", "WHAT", &to.unknown,
             "holders and sources that are not there: refuse (the default), create or ask",
             {"refuse", "create", "ask"}),
      option("--commit-every", "N", &to.commit_every,
             "a commit for every N rows, instead of one for all"),
      option("--message", "-m", "TEXT", &to.message, "the commit's message"),
  };
  words.insert(words.end(), all.begin(), all.end());
}

void Import::progress(const char* what, std::uint64_t count) {
  if ((count & 0xff) == 0) session_.out.progress(number(count) + " " + what);
}

std::string Import::message(std::uint64_t files, std::int64_t day) const {
  if (words_.message) return *words_.message + (marker_.empty() ? "" : "\n\n" + marker_);
  std::string from;
  for (const std::string& file : files_) {
    from += (from.empty() ? "" : ", ");
    from += claims::last_part(file);
  }
  std::string text;
  if (words_.commit_every || !marker_.empty()) {
    text = "Import " + amount(files, "record", "records") + " from " + from;
    if (!marker_.empty())
      text += ", recorded " + claims::to_string(claims::Day{std::chrono::days{day}});
  } else {
    const std::string what = kinds(counts_.made, counts_.files);
    const bool none = what == "nothing";
    text = none ? "Update " + amount(counts_.updated, "record", "records") + " from " + from
                : "Import " + what + " from " + from;
    if (counts_.updated > 0 && !none) {
      text += "\n\n" + amount(counts_.updated, "record was", "records were") + " updated";
    }
  }
  return text + (marker_.empty() ? "" : "\n\n" + marker_);
}

// Counts what comes in, where some rows that were good by themselves do not.
void Import::recount() {
  std::fill(std::begin(counts_.made), std::end(counts_.made), 0);
  counts_.files = 0;
  const auto count = [&](const std::string& path) {
    const std::optional<claims::RecordRef> record = claims::record_at(path);
    ++(record ? counts_.made[static_cast<std::size_t>(record->kind)] : counts_.files);
  };
  for (const auto& [path, bytes] : created_) count(path);
  Spooled spooled;
  spool_->seek(0);
  while (spool_->next(spooled)) {
    if (bad_.count(spooled.row) == 0) count(spooled.path);
  }
}

store::CommitId Import::write() {
  const std::uint64_t every =
      words_.commit_every ? static_cast<std::uint64_t>(*words_.commit_every) : UINT64_MAX;
  std::uint64_t rows = 0;
  std::uint64_t files = 0;
  std::uint64_t written = 0;
  std::int64_t day = 0;
  Clock::time_point checkpoint = Clock::now();
  const auto commit = [&] {
    if (files == 0) return;
    store::CommitTimes times;
    if (!marker_.empty()) times.authored = times.committed = day * kDay;
    bulk_->commit(message(files, day), times);
    rows = files = 0;
    if (Clock::now() - checkpoint < kCheckpoint) return;
    bulk_->checkpoint();
    checkpoint = Clock::now();
  };
  for (const auto& [path, bytes] : created_) {
    bulk_->add(path, bytes);
    ++files;
  }
  // An aver.toml that comes in with the records is written below, and says which format it is.
  if (format_ > tip_.settings().format) {
    if (const auto text = with_format(tip_.read("aver.toml").value_or(""), format_)) {
      bulk_->add("aver.toml", *text);
      notes_.push_back(format_note(format_));
    }
  }
  Spooled next;
  bool more = false;
  const auto put_row = [&] {
    const std::uint64_t row = next.row;
    if (!marker_.empty() && next.day != day) commit();
    if (rows == every) commit();
    day = next.day;
    bool used = false;
    do {
      if (bad_.count(next.row) == 0) {
        bulk_->add(next.path, next.bytes, next.mode);
        ++files;
        used = true;
        progress("records written", ++written);
      }
      more = spool_->next(next);
    } while (more && next.row == row);
    if (used) ++rows;
  };
  if (marker_.empty()) {
    spool_->seek(0);
    more = spool_->next(next);
    while (more) put_row();
  } else {
    std::stable_sort(days_.begin(), days_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    if (!days_.empty()) day = days_.front().first;
    for (const auto& [of, position] : days_) {
      spool_->seek(position);
      if (spool_->next(next)) put_row();
    }
  }
  commit();
  return bulk_->finish();
}

void Import::summary(const store::CommitId& before, const store::CommitId& after,
                     std::uint64_t commits) {
  Output& out = session_.out;
  std::string from;
  for (const std::string& file : files_) from += (from.empty() ? "" : ", ") + safe_line(file);
  const std::string what = kinds(counts_.made, counts_.files);
  const bool nothing = what == "nothing" && counts_.updated == 0;
  if (what == "nothing" && counts_.updated > 0) {
    const std::string records = amount(counts_.updated, "record", "records");
    out.data(hanging((words_.dry_run ? "would update " : "updated ") + records + " from " + from,
                     out.width(), 2));
  } else if (words_.dry_run && counts_.bad_rows > 0 && !words_.skip_bad) {
    out.data(hanging("with --skip-bad, would import " + what + " from " + from, out.width(), 2));
  } else if (words_.dry_run) {
    out.data(hanging("would import " + what + " from " + from, out.width(), 2));
  } else {
    out.data(hanging("imported " + what + " from " + from, out.width(), 2));
  }
  const auto line = [&](const std::string& text) { out.data(paragraph(text, out.width(), 2)); };
  if (counts_.updated > 0 && what != "nothing")
    line(amount(counts_.updated, "record", "records") + " updated");
  if (counts_.there > 0) {
    line(amount(counts_.there, "record is", "records are") + " there already");
  }
  if (counts_.repeated > 0) {
    line(amount(counts_.repeated, "row repeats", "rows repeat") + " a stance of another");
  }
  for (const auto& [id, actor] : actors_.taken()) {
    line("the holder \"" + safe_line(id) + "\" is taken for " + safe_line(actor));
  }
  for (const auto& [path, bytes] : created_) line("added as unknown: " + safe_line(path));
  for (const std::string& note : notes_) line(safe_line(note));
  if (counts_.bad_rows > 0) {
    line((words_.dry_run ? amount(counts_.bad_rows, "row is", "rows are") + " bad"
                         : amount(counts_.bad_rows, "row was", "rows were") + " refused") +
         (words_.rejects && !words_.dry_run ? ", and stand in " + safe_line(*words_.rejects) : ""));
  }
  if (nothing || words_.dry_run) return;
  const std::string branch = session_.store().branch();
  const std::string where = " on " + (branch.empty() ? "a detached HEAD" : branch);
  if (commits == 1) {
    line(short_id(after) + where + "; undo: aver undo " + short_id(after));
  } else {
    line(amount(commits, "commit", "commits") + ", the last " + short_id(after) + where +
         (before.empty()
              ? ""
              : "; undo: git revert --no-edit " + short_id(before) + ".." + short_id(after)));
  }
}

int Import::finish() {
  settle_wanted();
  if (!bad_.empty()) recount();
  Output& out = session_.out;
  constexpr std::uint64_t kShown = 20;
  const auto untold = [&](std::uint64_t count, const char* one, const char* many) {
    if (count > kShown) out.talk("… and " + amount(count - kShown, one, many) + " more\n");
  };
  untold(errors_, "error", "errors");
  untold(warnings_, "warning", "warnings");
  for (const std::string& folder : seen_.wide()) {
    out.talk("warning: the folder " + safe_line(folder) + " has more than " +
             number(ImportFileTable::kWide) + " entries: commits there become slow\n");
    out.talk(
        "hint: put more of a row into the id: {column:year}, {column:first} or {column:hash}\n");
  }
  for (const std::string& conflict : conflicts_)
    out.talk("conflict: " + safe_line(conflict) + "\n");
  if (counts_.conflicts > conflicts_.size()) {
    out.talk("… and " + number(counts_.conflicts - conflicts_.size()) + " more\n");
  }
  if (counts_.conflicts > 0) {
    out.talk("hint: what is in the store stays; --update puts in what came\n");
  }
  const bool bad = counts_.bad_rows > 0 && !words_.skip_bad;
  if (refused_) {
    out.talk("error: nothing was imported\n");
    return kBadData;
  }
  const auto tell_bad = [&](const char* nothing) {
    out.talk("error: " + std::string(nothing) + ": " +
             amount(counts_.bad_rows, "row is", "rows are") + " bad\n");
    out.talk("hint: --skip-bad takes the others, --rejects FILE keeps the bad ones\n");
  };
  if (words_.dry_run) {
    if (bad) tell_bad("nothing would be imported");
    summary("", "", 0);
    return bad ? kBadData : counts_.conflicts > 0 ? kConflict : kDone;
  }
  if (bad) {
    tell_bad("nothing was imported");
    return kBadData;
  }
  if (rejects_) rejects_->keep();
  const store::CommitId before = tip_.commit();
  const store::CommitId after = write();
  summary(before, after, bulk_->counts().commits);
  return counts_.conflicts > 0 ? kConflict : kDone;
}

}  // namespace aver::cli
