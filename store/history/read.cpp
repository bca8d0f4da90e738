// SPDX-License-Identifier: MIT
//
// A few commits, read with libgit2 and compared with our own walk over trees: starting git costs
// more than a commit does.
#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_set>

#include "claims/text/ascii.h"
#include "store/history/builder.h"
#include "store/history/tables.h"
#include "store/view/tree_changes.h"

namespace aver::store {
namespace {

std::string_view without_blanks_behind(std::string_view line) {
  while (!line.empty() && claims::is_blank(line.back())) line.remove_suffix(1);
  return line;
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

// The first paragraph on one line, as git has it.
std::string subject_of(std::string_view message) {
  std::string subject;
  while (!message.empty()) {
    const std::string_view line = without_blanks_behind(take_line(message));
    if (line.empty() && subject.empty()) continue;
    if (line.empty()) break;
    if (!subject.empty()) subject += ' ';
    subject += line;
  }
  return subject;
}

struct Person {
  std::string_view name, email;
  std::int64_t at = 0;
};

// "Ada Fields <ada@example.org> 1730451600 +0100"; nothing where a line has any other form.
//
// Not git_commit_author(): an index must say exactly what `git log` says, and libgit2 reads odd
// lines (blanks or brackets in a name, a time that is no number) in another way than git does. What
// is not plain here is left to git (add_many).
std::optional<Person> read_person(std::string_view line) {
  const std::size_t open = line.find(" <");
  const std::size_t close = line.find("> ");
  if (open == line.npos || open == 0 || close == line.npos || close < open) return std::nullopt;
  Person person{line.substr(0, open), line.substr(open + 2, close - open - 2), 0};
  const auto odd = [](std::string_view text) {
    return text.find_first_of("<>") != text.npos ||
           std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < ' '; });
  };
  if (odd(person.name) || odd(person.email) || claims::is_blank(person.name.front()) ||
      claims::is_blank(person.name.back())) {
    return std::nullopt;
  }
  const std::string_view when = line.substr(close + 2);
  constexpr std::size_t kMostDigits = 10;
  const std::size_t digits = std::min(when.find(' '), when.size());
  const auto [end, error] = std::from_chars(when.data(), when.data() + digits, person.at);
  if (error != std::errc() || end != when.data() + digits || person.at < 0 ||
      digits > kMostDigits) {
    return std::nullopt;
  }
  const std::string_view zone = when.substr(digits);
  constexpr std::size_t kZone = 6;  // " +0100"
  if (zone.size() != kZone || (zone[1] != '+' && zone[1] != '-') ||
      zone.find_first_not_of("0123456789", 2) != zone.npos) {
    return std::nullopt;
  }
  return person;
}

std::optional<std::string_view> header(std::string_view raw, std::string_view name) {
  while (!raw.empty()) {
    const std::string_view line = take_line(raw);
    if (line.starts_with(name)) return line.substr(name.size());
  }
  return std::nullopt;
}

// What the index keeps of a commit; nothing where only git can tell it.
std::optional<LogEntry> entry_of(const git_commit* commit) {
  if (git_commit_message_encoding(commit) != nullptr) return std::nullopt;
  const std::string_view raw = git_commit_raw_header(commit);
  const auto author_line = header(raw, "author ");
  const auto committer_line = header(raw, "committer ");
  if (!author_line || !committer_line) return std::nullopt;
  const std::optional<Person> author = read_person(*author_line);
  const std::optional<Person> committer = read_person(*committer_line);
  if (!author || !committer) return std::nullopt;
  LogEntry entry;
  entry.commit = to_hex(*git_commit_id(commit));
  entry.author = author->name;
  entry.author_email = author->email;
  entry.authored_at = author->at;
  entry.committed_at = committer->at;
  entry.subject = subject_of(git_commit_message_raw(commit));
  entry.parents = git_commit_parentcount(commit);
  entry.merge = entry.parents > 1;
  return entry;
}

// Reads the missing ancestors of a commit, each after its parents.
class Missing {
 public:
  Missing(git_repository* repository, HistoryTables& tables)
      : repository_(repository), tables_(tables) {}

  // False where there are more than `most`.
  bool find(const CommitId& tip, std::size_t most) {
    if (!push(from_hex(tip), most)) return false;
    while (!path_.empty()) {
      const std::size_t top = path_.size() - 1;
      const git_commit* commit = path_[top].commit.get();
      if (path_[top].next_parent < git_commit_parentcount(commit)) {
        const git_oid parent = *git_commit_parent_id(commit, path_[top].next_parent++);
        if (!push(parent, most)) return false;
      } else {
        ordered_.push_back(std::move(path_[top].commit));
        path_.pop_back();
      }
    }
    return true;
  }

  const std::vector<GitCommit>& ordered() const { return ordered_; }

 private:
  struct Step {
    GitCommit commit;
    unsigned next_parent = 0;
  };

  bool push(const git_oid& id, std::size_t most) {
    const std::string bytes(reinterpret_cast<const char*>(id.id), GIT_OID_RAWSZ);
    if (seen_.contains(bytes) || tables_.number_of_bytes(bytes)) return true;
    if (seen_.size() >= most) return false;
    seen_.insert(bytes);
    path_.push_back(
        {acquire<GitCommit>("reading a commit", git_commit_lookup, repository_, &id), 0});
    return true;
  }

  git_repository* repository_;
  HistoryTables& tables_;
  std::unordered_set<std::string> seen_;
  std::vector<Step> path_;
  std::vector<GitCommit> ordered_;
};

}  // namespace

std::optional<bool> add_few(const Repository& repository, const Database& database,
                            const CommitId& tip, std::size_t most) {
  HistoryTables tables(database);
  Missing missing(repository.get(), tables);
  if (!missing.find(tip, most)) return std::nullopt;
  std::vector<LogEntry> entries;
  for (const GitCommit& commit : missing.ordered()) {
    std::optional<LogEntry> entry = entry_of(commit.get());
    if (!entry) return std::nullopt;
    entries.push_back(std::move(*entry));
  }
  HistoryAppender appender(database);
  TreeChanges changes(repository.get());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const git_commit* commit = missing.ordered()[i].get();
    std::vector<CommitId> parents;
    for (unsigned p = 0; p < git_commit_parentcount(commit); ++p) {
      parents.push_back(to_hex(*git_commit_parent_id(commit, p)));
    }
    const auto place = appender.place(entries[i].commit, parents);
    if (!place) continue;
    appender.begin_commit(entries[i], *place);
    GitTree before;
    if (!parents.empty()) {
      const auto parent = acquire<GitCommit>("reading a commit", git_commit_lookup,
                                             repository.get(), git_commit_parent_id(commit, 0));
      before = acquire<GitTree>(
          "reading a commit",
          [](git_tree** tree, const git_commit* of) { return git_commit_tree(tree, of); },
          parent.get());
    }
    const git_oid* before_id = before ? git_tree_id(before.get()) : nullptr;
    changes.compare(before_id, git_commit_tree_id(commit),
                    [&](std::string_view path, const TreeSide& a, const TreeSide& b) {
                      appender.touch(path, a.mode == 0 ? "" : to_hex(a.id),
                                     b.mode == 0 ? "" : to_hex(b.id), a.mode, b.mode);
                    });
    appender.end_commit();
  }
  appender.finish();
  return true;
}

}  // namespace aver::store
