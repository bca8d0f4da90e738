// SPDX-License-Identifier: MIT
//
// Generated histories: branches, merges clean and evil, criss-cross, roots, moves, removals,
// reverts, modes, and clocks that stand still or run backwards.
#pragma once

#include <rapidcheck.h>

#include <map>
#include <string>
#include <vector>

#include "tests/store/scratch.h"

namespace aver::tests {

struct MadeFile {
  std::string mode = "100644";
  std::string content;
};
using MadeTree = std::map<std::string, MadeFile>;

struct MadeCommit {
  std::vector<std::size_t> parents;  // earlier commits of the list
  MadeTree tree;
  std::int64_t time = 0;
};
using MadeHistory = std::vector<MadeCommit>;

inline const std::vector<std::string>& made_paths() {
  static const std::vector<std::string> paths = {"claims/t/x/claim.toml",
                                                 "claims/t/x/2024-01-01-a.toml",
                                                 "claims/t/x/2024-01-02-b.toml",
                                                 "claims/t/x-y/claim.toml",
                                                 "claims/t/y/claim.toml",
                                                 "claims/u/z/claim.toml",
                                                 "actors/a.toml",
                                                 "sources/s.toml"};
  return paths;
}

inline void change_something(MadeTree& tree, const MadeHistory& so_far) {
  const auto path = [] { return *rc::gen::elementOf(made_paths()); };
  switch (*rc::gen::inRange(0, 12)) {
    case 0:
      tree.erase(path());
      break;
    case 1: {  // a folder moves
      const std::string from = *rc::gen::element<std::string>("claims/t/x/", "claims/t/y/");
      const std::string to = *rc::gen::element<std::string>("claims/t/y/", "claims/u/w/");
      MadeTree moved;
      for (auto& [name, file] : tree) {
        moved[name.starts_with(from) ? to + name.substr(from.size()) : name] = file;
      }
      tree = std::move(moved);
      break;
    }
    case 2:  // back to what it was once
      if (!so_far.empty()) tree = so_far[*rc::gen::inRange<std::size_t>(0, so_far.size())].tree;
      break;
    case 3:
      if (!tree.empty())
        tree.begin()->second.mode = *rc::gen::element<std::string>("100755", "120000");
      break;
    case 4:
      break;  // nothing
    default:
      tree[path()] = {"100644", "n = " + std::to_string(*rc::gen::inRange(0, 4)) + "\n"};
  }
}

inline MadeHistory make_history(std::size_t size) {
  MadeHistory all;
  std::int64_t clock = 1700000000;
  const bool steady = *rc::gen::arbitrary<bool>();
  while (all.size() < size) {
    MadeCommit commit;
    const int kind = all.empty() ? 0 : *rc::gen::inRange(0, 20);
    const auto recent = [&] {
      const std::size_t back = *rc::gen::inRange<std::size_t>(1, 5);
      return all.size() - std::min(back, all.size());
    };
    if (kind > 0) commit.parents = {recent()};
    if (kind > 0 && kind < 7 && all.size() > 1) {
      for (int more = *rc::gen::inRange(1, 8) == 1 ? 2 : 1; more > 0; --more) {
        const std::size_t other = recent();
        if (std::find(commit.parents.begin(), commit.parents.end(), other) == commit.parents.end())
          commit.parents.push_back(other);
      }
    }
    if (!commit.parents.empty()) commit.tree = all[commit.parents.front()].tree;
    if (commit.parents.size() > 1) {
      const MadeTree& theirs = all[commit.parents.back()].tree;
      switch (*rc::gen::inRange(0, 4)) {
        case 0:  // ours
          break;
        case 1:
          commit.tree = theirs;
          break;
        case 2:  // evil
          commit.tree.insert(theirs.begin(), theirs.end());
          change_something(commit.tree, all);
          break;
        default:
          for (const auto& [path, file] : theirs) commit.tree[path] = file;
      }
    } else {
      change_something(commit.tree, all);
    }
    if (commit.parents.empty()) commit.tree["aver.toml"] = {"100644", "format = 1\n"};
    clock += steady ? 1 : *rc::gen::element<std::int64_t>(0, 0, 1, 60, -1, -500);
    commit.time = clock;
    all.push_back(std::move(commit));
  }
  return all;
}

// Writes the history into a bare repository; commit n is refs/made/n, the last one main.
inline void write_history(const std::filesystem::path& place, const MadeHistory& history) {
  git(place.parent_path(), {"init", "-q", "--bare", place.string()});
  std::string stream;
  for (std::size_t i = 0; i < history.size(); ++i) {
    const MadeCommit& commit = history[i];
    const std::string message =
        "Commit " + std::to_string(i) + (i % 3 == 0 ? "\nof two lines\n\nbody\n" : "\n");
    stream += "commit refs/made/" + std::to_string(i) + "\nmark :" + std::to_string(i + 1) +
              "\nauthor Ada F <ada@example.org> " + std::to_string(commit.time - 5) +
              " +0100\ncommitter Bob <bob@example.org> " + std::to_string(commit.time) +
              " +0000\ndata " + std::to_string(message.size()) + "\n" + message + "\n";
    for (std::size_t p = 0; p < commit.parents.size(); ++p) {
      stream += (p == 0 ? "from :" : "merge :") + std::to_string(commit.parents[p] + 1) + "\n";
    }
    stream += "deleteall\n";
    for (const auto& [path, file] : commit.tree) {
      stream += "M " + file.mode + " inline " + path + "\ndata " +
                std::to_string(file.content.size()) + "\n" + file.content + "\n";
    }
  }
  stream += "reset refs/heads/main\nfrom :" + std::to_string(history.size()) + "\n\n";
  git(place, {"fast-import", "--quiet", "--date-format=raw"}, stream);
}

inline bool equal(const store::LogEntry& a, const store::LogEntry& b) {
  if (a.commit != b.commit || a.author != b.author || a.author_email != b.author_email ||
      a.authored_at != b.authored_at || a.committed_at != b.committed_at ||
      a.subject != b.subject || a.merge != b.merge || a.paths.size() != b.paths.size()) {
    return false;
  }
  for (std::size_t i = 0; i < a.paths.size(); ++i) {
    if (a.paths[i].path != b.paths[i].path || a.paths[i].before != b.paths[i].before ||
        a.paths[i].after != b.paths[i].after || a.paths[i].plain != b.paths[i].plain) {
      return false;
    }
  }
  return true;
}

// As a person would compare two answers; the place of the first difference, or nothing.
inline std::string difference(const std::vector<store::LogEntry>& index,
                              const std::vector<store::LogEntry>& git_says) {
  const auto line = [](const store::LogEntry& entry) {
    std::string text =
        entry.commit.substr(0, 7) + " " + entry.subject + (entry.merge ? " merge" : "");
    for (const store::ChangedPath& path : entry.paths) {
      text +=
          "\n    " + path.path + " " + path.before.substr(0, 7) + ".." + path.after.substr(0, 7);
    }
    return text + "\n";
  };
  for (std::size_t i = 0; i < std::max(index.size(), git_says.size()); ++i) {
    if (i < index.size() && i < git_says.size() && equal(index[i], git_says[i])) continue;
    return "entry " + std::to_string(i) + ": index " +
           (i < index.size() ? line(index[i]) : "ends\n") + "git " +
           (i < git_says.size() ? line(git_says[i]) : "ends\n");
  }
  return "";
}

}  // namespace aver::tests
