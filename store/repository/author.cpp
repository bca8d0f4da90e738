// SPDX-License-Identifier: MIT
//
// Starts three programs of git at once and reads their answers later: the work in between hides the
// time that they take.
#include "store/repository/author.h"

#include <algorithm>
#include <cstdlib>

#include "claims/text/lines.h"

namespace aver::store {
namespace {

// git gives no identity where it cannot take the date beside it.
void require_good_date(const std::string& who, const std::string& directory,
                       const std::string& words) {
  const std::string variable = "GIT_" + who + "_DATE";
  const char* const date = std::getenv(variable.c_str());
  if (date == nullptr || *date == '\0') return;
  const RunResult without = run_git({"var", "GIT_" + who + "_IDENT"},
                                    {.directory = directory, .environment = {{variable, ""}}});
  if (!without.ok()) return;
  throw StoreError(Fault::usage, "git cannot take the date in " + variable,
                   {claims::last_line(words)},
                   "a date of 1970 to 2099, as in 2024-11-01T10:00:00Z");
}

// `who`: AUTHOR or COMMITTER.
GitSignature signature(RunResult&& answer, const std::string& who, const std::string& directory) {
  std::string line = claims::first_line(answer.output);
  if (!answer.ok()) {
    // git explains at length how to set an identity; its last line says what is wrong.
    std::string words = answer.errors;
    while (words.ends_with('\n')) words.pop_back();
    if (words.empty()) {
      throw StoreError(Fault::unsupported, "the program git does not answer as git does",
                       {"git var GIT_" + who + "_IDENT ended with " +
                        std::to_string(answer.status) + " and said nothing"},
                       "git --version; which git");
    }
    require_good_date(who, directory, words);
    throw StoreError(Fault::identity, "git does not know who you are", {claims::last_line(words)},
                     "git config --global user.name \"Your Name\"; git config --global user.email "
                     "you@example.org");
  }
  if (line.find('<') == line.npos) {
    throw StoreError(Fault::unsupported, "the program git does not answer as git does",
                     {"git var GIT_" + who + "_IDENT: \"" + line + "\""},
                     "git --version; which git");
  }
  return acquire<GitSignature>("reading who you are", git_signature_from_buffer, line.c_str());
}

constexpr const char* kSettings =
    "^(commit\\.gpgsign|core\\.(hookspath|filemode|symlinks|ignorecase|ignorestat|trustctime|"
    "checkstat|fsync))$";

bool is_false(const std::string& value) {
  return value == "false" || value == "no" || value == "off" || value == "0" || value == "FALSE" ||
         value == "False" || value.empty();
}

// Whether "none,index" or the like has the index written to disk; the last word counts.
bool syncs_index(const std::string& value) {
  bool syncs = false;
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t end = std::min(value.find(',', at), value.size());
    std::string word = value.substr(at, end - at);
    word.erase(0, word.find_first_not_of(' '));
    const bool is_on = !word.starts_with('-');
    if (!is_on) word.erase(0, 1);
    if (word == "none") syncs = false;
    if (word == "index" || word == "added" || word == "all") syncs = is_on;
    at = end + 1;
  }
  return syncs;
}

bool is_true(const std::string& value) {
  return value == "true" || value == "yes" || value == "on" || value == "1" || value == "TRUE" ||
         value == "True";
}

void read_index_setting(const std::string& key, const std::string& value, IndexSettings& index) {
  const bool is_known = is_true(value) || is_false(value);
  if (key == "core.filemode") {
    index.trusts_modes = is_true(value);
    index.for_git = index.for_git || !is_known;
  } else if (key == "core.symlinks") {
    index.for_git = index.for_git || !is_true(value);
  } else if (key == "core.ignorecase" || key == "core.ignorestat") {
    index.for_git = index.for_git || !is_false(value);
  } else if (key == "core.trustctime" || key == "core.checkstat") {
    index.trusts_dates = false;
  } else if (key == "core.fsync") {
    index.syncs = syncs_index(value);
  }
}

}  // namespace

AuthorQuestion::AuthorQuestion(const std::string& directory)
    : directory_(directory),
      author_(start_git({"var", "GIT_AUTHOR_IDENT"}, {.directory = directory})),
      committer_(start_git({"var", "GIT_COMMITTER_IDENT"}, {.directory = directory})),
      settings_(start_git({"config", "-z", "--get-regexp", kSettings}, {.directory = directory})) {}

Author AuthorQuestion::finish() {
  start_libgit2();
  Author answer;
  answer.author = signature(author_.finish(), "AUTHOR", directory_);
  answer.committer = signature(committer_.finish(), "COMMITTER", directory_);
  const RunResult settings = settings_.finish();
  constexpr int kNoneSet = 1;
  answer.index.for_git = !settings.ok() && settings.status != kNoneSet;
  for (const std::string& setting : claims::split_at_zero(settings.output)) {
    const std::size_t line = setting.find('\n');
    const std::string key = setting.substr(0, line);
    // A key alone, without "=", means true.
    const std::string value = line == setting.npos ? "true" : setting.substr(line + 1);
    if (key == "commit.gpgsign") answer.sign = is_true(value);
    if (key == "core.hookspath") answer.hooks_path = value;
    read_index_setting(key, value, answer.index);
  }
  return answer;
}

}  // namespace aver::store
