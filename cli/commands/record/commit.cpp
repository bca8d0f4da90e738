// SPDX-License-Identifier: MIT
//
// aver commit: records that were added, edited or removed by hand, validated and committed.
#include <algorithm>
#include <memory>

#include "claims/text/lines.h"
#include "claims/text/paths.h"
#include "cli/check/uncommitted.h"
#include "cli/commands/commands.h"
#include "cli/record/save.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"
#include "store/branches.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using store::Fault;
using store::LocalChange;
using store::StoreError;

struct Options {
  std::vector<std::string> paths;
  std::optional<std::string> message;
};

// A path as typed, from the store's root: "./claims/x" and paths seen from a folder below are fine.
std::string store_path(Session& session, const std::string& typed) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  // A link is what is meant by its name, and not what it leads to.
  const fs::path given = session.user_path(typed);
  const bool is_link = fs::is_symlink(given, ignored);
  const fs::path absolute =
      is_link ? fs::weakly_canonical(given.parent_path(), ignored) / given.filename()
              : fs::weakly_canonical(given, ignored);
  const fs::path root = fs::weakly_canonical(session.store().root(), ignored);
  return absolute.lexically_relative(root).generic_string();
}

bool is_below(const std::string& path, const std::string& folder) {
  return path == folder || folder == "." ||
         (path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/');
}

std::vector<LocalChange> chosen(Session& session, const Options& options) {
  std::vector<LocalChange> changes = session.store().status().changes;
  for (const LocalChange& change : changes) {
    if (change.kind == LocalChange::Kind::conflicted) {
      throw StoreError(Fault::conflict, change.path + " has an unresolved conflict", {},
                       "edit it, then: git add " + change.path);
    }
  }
  if (options.paths.empty()) return changes;
  std::vector<LocalChange> wanted;
  for (const std::string& typed : options.paths) {
    const std::string path = store_path(session, typed);
    bool any = false;
    for (const LocalChange& change : changes) {
      if (!is_below(change.path, path)) continue;
      any = true;
      wanted.push_back(change);
    }
    if (!any)
      throw StoreError(Fault::not_found, "nothing is changed in " + typed, {}, "aver status");
  }
  return wanted;
}

// What nobody means to commit stays out, named: what editors and systems leave, and symbolic links.
// Files of the last commit are not meant, nor a path that was typed.
std::vector<LocalChange> without_leftovers(Session& session, const LocalRecords& local,
                                           std::vector<LocalChange> changes) {
  std::erase_if(changes, [&](const LocalChange& change) {
    const bool is_new =
        change.kind == LocalChange::Kind::untracked || change.kind == LocalChange::Kind::added;
    const bool is_link = local.links().contains(change.path);
    if (!is_new || (!is_link && !claims::is_leftover(change.path))) return false;
    session.out.talk("warning: " + safe_line(change.path) + " is left out: it is " +
                     (is_link ? "a symbolic link" : "what an editor or a system leaves behind") +
                     "\n");
    return true;
  });
  return changes;
}

// "Edit claim dorn/x", "Add 3 stances, edit 1 actor": what the commit does, in one line.
std::string made_message(const std::vector<LocalChange>& changes, const LocalRecords& local) {
  struct Group {
    std::string verb, kind;
    std::vector<std::string> names;
  };
  std::vector<Group> groups;
  std::string body;
  for (const LocalChange& change : changes) {
    const auto record = claims::record_at(change.path);
    const bool gone = !local.content(change.path);
    const bool is_new =
        change.kind == LocalChange::Kind::added || change.kind == LocalChange::Kind::untracked;
    const std::string verb = gone ? "remove" : is_new ? "add" : "edit";
    const std::string kind = record ? std::string(to_string(record->kind)) : "file";
    const std::string name = record ? record->id : change.path;
    body += verb + " " + kind + " " + name + "\n";
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const Group& g) { return g.verb == verb && g.kind == kind; });
    if (group == groups.end()) group = groups.insert(groups.end(), Group{verb, kind, {}});
    group->names.push_back(name);
  }
  std::string subject;
  for (const Group& group : groups) {
    subject += (subject.empty() ? "" : ", ") + group.verb + " ";
    subject += group.names.size() == 1 ? group.kind + " " + group.names.front()
                                       : counted(group.names.size(), group.kind);
  }
  subject.front() = static_cast<char>(subject.front() - 'a' + 'A');
  return changes.size() == 1 ? subject + "\n" : subject + "\n\n" + body;
}

int run(const Options& options, Session& session) {
  store::Store& store = session.store();
  if (store.bare()) {
    throw StoreError(Fault::usage, "a bare store has no work tree, and so no edits by hand");
  }
  const std::vector<LocalChange> all = chosen(session, options);
  const store::View head = store.view();
  const LocalRecords local(store, head, all, session.today());
  const std::vector<LocalChange> changes =
      options.paths.empty() ? without_leftovers(session, local, all) : all;
  if (changes.empty()) {
    session.out.data("nothing to commit: every record is as in the last commit\n");
    return kDone;
  }
  claims::Diagnostics problems;
  for (const LocalChange& change : changes) {
    const claims::Diagnostics more = local.problems(change.path);
    problems.insert(problems.end(), more.begin(), more.end());
  }
  claims::sort(problems);
  report(problems, session.out);
  if (has_errors(problems)) {
    session.out.talk("nothing was committed\n");
    return kBadData;
  }
  const store::Prepare prepare = [&](const store::View&) {
    store::Change change;
    for (const LocalChange& one : changes)
      change.edits.push_back({one.path, local.content(one.path)});
    change.message = options.message.value_or(made_message(changes, local));
    return change;
  };
  const auto commit = store.commit(prepare, store::CommitOptions{.by_hand = true});
  if (!commit) {
    session.out.data("nothing to commit: every record is as in the last commit\n");
    return kDone;
  }
  const std::string message = prepare(head).message;
  session.out.data(hanging(safe_line(claims::first_line(message)), session.out.width(), 2));
  session.out.data("  " + short_id(*commit) + " on " +
                   (store.branch().empty() ? "a detached HEAD" : store.branch()) +
                   "; undo: aver undo " + short_id(*commit) + "\n");
  const std::string proposal = store::recording_branch(store);
  if (!proposal.empty() && proposal != store.branch()) {
    session.out.data("  not on " + safe_line(proposal) +
                     ": the files you see are those of what is checked out\n");
  }
  return kDone;
}

}  // namespace

Command commit_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "commit";
  command.description =
      "Commits the records that were added, edited or removed by hand, after checking them; the "
      "message is "
      "made from what they say. Nothing is committed where one of them has an error. Files outside "
      "the "
      "folders of the store are left alone. The files are those of the branch that is checked out, "
      "and "
      "are committed there, whatever proposal other records go on.";
  command.words = {
      positional("PATH", options->paths,
                 "only these files and folders (default: all that is changed)"),
      option("--message", "-m", "TEXT", &options->message,
             "the commit's message (default: made for it)"),
  };
  command.examples = {
      {"aver commit", "everything that was edited"},
      {"aver commit claims/dorn -m \"Second reading\"", "only what was edited in one folder"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
