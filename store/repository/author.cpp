// SPDX-License-Identifier: MIT
//
// Starts three programs of git at once and reads their answers later: the work in between hides the
// time that they take.
#include "store/repository/author.h"

#include "claims/text/lines.h"

namespace aver::store {
namespace {

GitSignature signature(RunResult&& answer) {
  std::string line = claims::first_line(answer.output);
  if (!answer.ok()) {
    // git explains at length how to set an identity; its last line says what is wrong.
    std::string words = answer.errors;
    while (words.ends_with('\n')) words.pop_back();
    if (words.empty()) {
      throw StoreError(Fault::unsupported, "the program git does not answer as git does",
                       {"git var GIT_AUTHOR_IDENT ended with " + std::to_string(answer.status) +
                        " and said nothing"},
                       "git --version; which git");
    }
    throw StoreError(Fault::identity, "git does not know who you are", {claims::last_line(words)},
                     "git config --global user.name \"Your Name\"; git config --global user.email "
                     "you@example.org");
  }
  if (line.find('<') == line.npos) {
    throw StoreError(Fault::unsupported, "the program git does not answer as git does",
                     {"git var GIT_AUTHOR_IDENT: \"" + line + "\""}, "git --version; which git");
  }
  return acquire<GitSignature>("reading who you are", git_signature_from_buffer, line.c_str());
}

bool is_true(const std::string& value) {
  return value == "true" || value == "yes" || value == "on" || value == "1" || value == "TRUE" ||
         value == "True";
}

}  // namespace

AuthorQuestion::AuthorQuestion(const std::string& directory)
    : author_(start_git({"var", "GIT_AUTHOR_IDENT"}, {.directory = directory})),
      committer_(start_git({"var", "GIT_COMMITTER_IDENT"}, {.directory = directory})),
      settings_(start_git({"config", "-z", "--get-regexp", "^(commit\\.gpgsign|core\\.hookspath)$"},
                          {.directory = directory})) {}

Author AuthorQuestion::finish() {
  start_libgit2();
  Author answer;
  answer.author = signature(author_.finish());
  answer.committer = signature(committer_.finish());
  const std::string settings = settings_.finish().output;
  for (const std::string& setting : claims::split_at_zero(settings)) {
    const std::size_t line = setting.find('\n');
    const std::string key = setting.substr(0, line);
    // A key alone, without "=", means true.
    const std::string value = line == setting.npos ? "true" : setting.substr(line + 1);
    if (key == "commit.gpgsign") answer.sign = is_true(value);
    if (key == "core.hookspath") answer.hooks_path = value;
  }
  return answer;
}

}  // namespace aver::store
