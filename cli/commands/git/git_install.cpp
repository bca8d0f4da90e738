// SPDX-License-Identifier: MIT
//
// aver git-install: plain git learns to merge and show records, and checks them.
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "claims/settings/attributes.h"
#include "claims/text/lines.h"
#include "cli/commands/commands.h"
#include "cli/session/session.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"
#include "store/attributes.h"
#include "store/given_words.h"
#include "store/own_umask.h"
#include "store/process.h"

namespace aver::cli {
namespace {

namespace fs = std::filesystem;
using store::Fault;
using store::StoreError;

struct Options {
  bool no_hooks = false;
  bool attributes = false;
  bool server = false;
  std::optional<std::string> ci;
};

constexpr const char* kMark = "# Written by aver git-install.";

// aver's own commits check what they write, and aver sync what it pushes: the hooks are for those
// of plain git.
constexpr const char* kPreCommit = R"(#!/bin/sh
MARK
# Checks what is about to be committed; "git commit --no-verify" goes past it.
if [ -n "${AVER_COMMIT:-}" ]; then exit 0; fi
if ! command -v aver >/dev/null 2>&1; then
  echo "aver is not in PATH: records are not checked" >&2
  exit 0
fi
if git rev-parse -q --verify HEAD >/dev/null; then
  exec aver check --base HEAD
fi
exec aver check
)";

constexpr const char* kPrePush = R"(#!/bin/sh
MARK
# Checks what is about to be pushed; "git push --no-verify" goes past it.
if [ -n "${AVER_PUSH:-}" ]; then exit 0; fi
if ! command -v aver >/dev/null 2>&1; then
  echo "aver is not in PATH: records are not checked" >&2
  exit 0
fi
status=0
while read -r _ local _ remote; do
  case $local in *[!0]*) ;; *) continue ;; esac
  case $remote in
    *[!0]*) if git cat-file -e "$remote" 2>/dev/null; then
              aver check --known-at "$local" --base "$remote" || status=1
              continue
            fi ;;
  esac
  aver check --known-at "$local" || status=1
done
exit "$status"
)";

// For the repository that all push to. In a push's quarantine the new objects are there, and the
// branches are as before: reviews that come along are named.
constexpr const char* kPreReceive = R"sh(#!/bin/sh
MARK
# What is pushed to this repository: nobody goes past the review policy of the store, rewrites or
# deletes its branch, or takes a review away. Needs aver in PATH.
updates=$(cat)
main=$(git symbolic-ref -q HEAD)
refuse() { echo "refused: $1" >&2; exit 1; }
is_nothing() { case $1 in *[!0]*) return 1 ;; esac; }
reviews=
while read -r old new ref; do
  [ "$ref" = refs/heads/aver/reviews ] || continue
  is_nothing "$new" && refuse "the reviews are only added to"
  reviews=$new
  if is_nothing "$old"; then continue; fi
  git merge-base --is-ancestor "$old" "$new" || refuse "the reviews are only added to"
  [ -z "$(git diff --no-renames --diff-filter=DMT --name-only "$old" "$new")" ] ||
    refuse "a review is never changed or removed"
done <<END
$updates
END
while read -r old new ref; do
  [ "$ref" = "$main" ] || continue
  is_nothing "$new" && refuse "$main cannot be deleted"
  if is_nothing "$old"; then aver check --known-at "$new" >&2 || exit 1; continue; fi
  git rev-list --first-parent "$new" "^$old^@" | grep -qx "$old" ||
    refuse "$main goes on from where it is, by its first parents: aver sync does so"
  aver check --policy --base "$old" --known-at "$new" ${reviews:+--reviews "$reviews"} >&2 || exit 1
done <<END
$updates
END
exit 0
)sh";

constexpr const char* kScript = R"(#!/bin/sh
MARK
# Checks a proposal, and writes what it means, in positions, as Markdown.
#   ci/aver-check.sh BASE [REPORT]
set -eu
base=${1:?the branch that the proposal is to be merged into}
report() {
  echo "### Positions"
  echo
  aver diff "$base...HEAD" --format markdown
}
status=0
aver check --policy --base "$base" --known-at HEAD || status=$?
if [ -n "${2:-}" ]; then report >"$2"; else report; fi
exit "$status"
)";

// The host puts what stands in ${{ }} into the text of a step before the shell reads it, and a
// branch's name may be a command: such words reach the shell as variables.
constexpr const char* kGithub = R"(MARK
# AVER_SOURCE is a repository variable: where aver's own source is cloned from.
name: aver
on: [pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    container: debian:12
    env:
      AVER_SOURCE: ${{ vars.AVER_SOURCE }}
      BASE: ${{ github.base_ref }}
    steps:
      - run: apt-get update -qq && apt-get install -y -qq git make ca-certificates
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - run: git clone --depth 1 "$AVER_SOURCE" /tmp/aver && make -C /tmp/aver install
      - run: git config --global --add safe.directory "$PWD"
      - name: check
        run: aver check --policy --base "origin/$BASE" --known-at HEAD --format github
      - name: what it means, in positions
        if: always()
        run: aver diff "origin/$BASE...HEAD" --format markdown >>"$GITHUB_STEP_SUMMARY"
)";

constexpr const char* kGitlab = R"(MARK
# AVER_SOURCE is a CI variable: where aver's own source is cloned from.
aver:
  image: debian:12
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  variables:
    GIT_DEPTH: 0
  script:
    - apt-get update -qq && apt-get install -y -qq git make ca-certificates
    - git clone --depth 1 "$AVER_SOURCE" /tmp/aver && make -C /tmp/aver install
    - git fetch -q origin "+refs/heads/aver/*:refs/remotes/origin/aver/*"
    - git fetch -q --end-of-options origin "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"
    - aver diff FETCH_HEAD...HEAD --format markdown >positions.md
    - aver check --policy --base FETCH_HEAD --known-at HEAD
  artifacts:
    when: always
    paths: [positions.md]
)";

std::string marked(std::string text) {
  const std::size_t at = text.find("MARK");
  return text.replace(at, 4, kMark);
}

std::string read_if_there(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// For those who may read it.
bool make_executable(const fs::path& file) {
  struct stat about {};
  constexpr mode_t kReading = 0444;
  return stat(file.c_str(), &about) == 0 &&
         chmod(file.c_str(), about.st_mode | (about.st_mode & kReading) >> 2) == 0;
}

// The file is as before, or it is written and has its rights.
void write_file(const fs::path& file, const std::string& text, bool executable) {
  std::error_code ignored;
  fs::create_directories(file.parent_path(), ignored);
  const fs::path fresh = file.string() + ".aver-new";
  std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (!out || (executable && !make_executable(fresh)) ||
      ::rename(fresh.c_str(), file.c_str()) != 0) {
    const std::string reason = std::strerror(errno);
    fs::remove(fresh, ignored);
    throw StoreError(Fault::io, file.string() + " cannot be written", {reason});
  }
}

class Installer {
 public:
  explicit Installer(Session& session) : session_(session), root_(session.store().root()) {}

  void drivers() {
    set("merge.aver.name", "records, by field");
    set("merge.aver.driver", "aver merge-file %O %A %B %P");
    set("diff.aver.textconv", "aver textconv");
    told("git merges records by field, and shows them value by value");
    const fs::path file = git_path("info/attributes");
    const std::string old = read_if_there(file);
    const bool in_store =
        session_.store().view().read(".gitattributes").value_or("").find("merge=aver") !=
        std::string::npos;
    if (in_store || old.find("merge=aver") != std::string::npos) return;
    write_file(file,
               old + (old.empty() || old.ends_with('\n') ? "" : "\n") + claims::driver_attributes(),
               false);
  }

  // The lines by which everybody's git keeps the store's files as they are, in a commit.
  void attributes() {
    store::Store& store = session_.store();
    const auto commit = store.commit([&](const store::View& tip) {
      store::Change change;
      if (auto edit = store::attributes_edit(store, tip)) change.edits.push_back(std::move(*edit));
      change.message = "Keep the line ends of the store's files\n";
      return change;
    });
    if (!commit) return told("nothing to add: git keeps the line ends of the store's files");
    told("added to .gitattributes what keeps the line ends of the store's files");
    session_.out.data("  " + short_id(*commit) + "; undo: aver undo " + short_id(*commit) + "\n");
  }

  void hook(const char* name, const char* text) {
    const fs::path file = git_path("hooks/" + std::string(name));
    const std::string old = read_if_there(file);
    if (!old.empty() && old.find(kMark) == std::string::npos) {
      session_.out.talk("warning: " + safe_line(file.string()) +
                        " is there already, and stays; have it call: aver check --base HEAD\n");
      return;
    }
    write_file(file, marked(text), true);
    told("the " + std::string(name) + " hook runs aver check" +
         (text == kPreReceive ? ", and asks for the reviews that the store's policy does" : ""));
  }

  void ci(const std::string& host) {
    const std::string path = host == "github"   ? ".github/workflows/aver.yml"
                             : host == "gitlab" ? ".gitlab-ci.yml"
                                                : "ci/aver-check.sh";
    if (session_.store().bare()) {
      throw StoreError(Fault::usage, "a bare store has no work tree to write " + path + " into");
    }
    const std::string text = marked(host == "github"   ? kGithub
                                    : host == "gitlab" ? kGitlab
                                                       : kScript);
    const fs::path file = root_ / path;
    const std::string old = read_if_there(file);
    if (!old.empty() && old != text) {
      throw StoreError(Fault::dirty, path + " is there already");
    }
    const store::OwnUmask own_umask;  // the file is none of git's
    write_file(file, text, host == "script");
    told("wrote " + path + "; commit it with: git add " + path);
  }

 private:
  void told(const std::string& what) { session_.out.data(safe_line(what) + "\n"); }

  store::RunResult git(std::vector<std::string> words) {
    return store::run_git(std::move(words), {.directory = root_.string()});
  }

  void set(const std::string& key, const std::string& value) {
    const store::RunResult result = git(store::with_given({"config", "--local"}, {key, value}));
    if (!result.ok()) {
      throw StoreError(Fault::io, "git config " + key + " could not be set",
                       {claims::first_line(result.errors)});
    }
  }

  fs::path git_path(const std::string& name) {
    const store::RunResult result = git({"rev-parse", "--git-path", name});
    return root_ / claims::first_line(result.output);
  }

  Session& session_;
  fs::path root_;
};

int run(const Options& options, Session& session) {
  Installer installer(session);
  if (options.attributes) {
    installer.attributes();
    return kDone;
  }
  if (options.server) {
    installer.hook("pre-receive", kPreReceive);
    return kDone;
  }
  installer.drivers();
  if (!options.no_hooks) {
    installer.hook("pre-commit", kPreCommit);
    installer.hook("pre-push", kPrePush);
  }
  if (options.ci) installer.ci(*options.ci);
  return kDone;
}

}  // namespace

Command git_install_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "git-install";
  command.description =
      "Sets this clone up for people who use plain git: git merge, rebase and cherry-pick merge "
      "records by "
      "field; git diff and git log -p show them value by value; a pre-commit and a pre-push hook "
      "run \"aver "
      "check\" on what changes. A hook of yours is never overwritten. Without this, plain git "
      "still merges "
      "all additions cleanly.\n\n"
      "With --server it writes a pre-receive hook, in the bare repository on a server of your own: "
      "its default branch then takes what the policy lets through, and no forced push; "
      "aver/reviews "
      "is only added to.\n\n"
      "With --ci it writes a ready file for a code host, which checks each proposal against its "
      "base and "
      "posts what it means, in positions.";
  command.words = {flag("--no-hooks", options->no_hooks, "only the merge and diff drivers"),
                   flag("--attributes", options->attributes,
                        "only add to .gitattributes, in a commit, what keeps line ends in "
                        "everybody's clone"),
                   flag("--server", options->server,
                        "in the repository that all push to: only a hook that lets nobody past the "
                        "review policy"),
                   option("--ci", "HOST", &options->ci, "github, gitlab or script",
                          {"github", "gitlab", "script"})};
  command.examples = {{"aver git-install", ""},
                      {"aver git-install --ci github", "and check every pull request"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
