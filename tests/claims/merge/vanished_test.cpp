// SPDX-License-Identifier: MIT
//
// What is a loss in the result of a merge, and what is none. A content is its own id.
#include "claims/merge/vanished.h"

#include <doctest/doctest.h>

#include <map>

namespace {

using namespace aver::claims;
using Files = std::map<std::string, std::string>;

const std::string kClaim = "claims/a/x/claim.toml";
const std::string kStance = "claims/a/x/2024-11-01-uw.toml";
const std::string kNext = "claims/a/x/2024-11-01-uw-2.toml";

std::string stance(const std::string& more) {
  return "holder = \"uw\"\nposition = \"affirm\"\nheld = 2024-11-01\n" + more;
}

Files with(Files files, const std::string& path, const std::string& text) {
  files[path] = text;
  return files;
}

Files without(Files files, const std::string& path) {
  files.erase(path);
  return files;
}

std::vector<FileChange> changes(const Files& from, const Files& to) {
  std::map<std::string, FileChange> all;
  for (const auto& [path, text] : from) all[path] = {path, text, ""};
  for (const auto& [path, text] : to) {
    FileChange& change = all[path];
    change.path = path;
    change.after = text;
  }
  std::vector<FileChange> changed;
  for (const auto& [path, change] : all) {
    if (change.before != change.after) changed.push_back(change);
  }
  return changed;
}

// The files in which something is lost.
std::string lost(const Files& base, const Files& ours, const Files& result,
                 const Files& theirs = {}, bool is_later = false) {
  JoinedSides joined;
  joined.sides = {changes(base, ours), changes(base, theirs.empty() ? base : theirs)};
  joined.result = changes(base, result);
  joined.is_older = [](const std::string&, const std::string&) { return false; };
  joined.read = [](const std::string& id) { return id; };
  joined.is_later = is_later;
  std::string paths;
  for (const Diagnostic& one : lost_in_merge(joined)) {
    CHECK(one.rule == Rule::record_vanished);
    CHECK(one.severity == Severity::error);
    paths += (paths.empty() ? "" : " ") + one.file;
  }
  return paths;
}

const Files kBefore = {{kClaim, "text = \"X\"\nkind = \"policy\"\ntags = [\"a\"]\n"},
                       {"claims/a/x/2024-10-31-uw.toml", stance("summary = \"old\"\n")}};

}  // namespace

TEST_CASE("a record that a side added is in the result, under whatever name") {
  const Files made = with(kBefore, kStance, stance("summary = \"one\"\n"));
  CHECK(lost(kBefore, made, made) == "");
  CHECK(lost(kBefore, made, kBefore) == kStance);
  CHECK(lost(kBefore, made, with(kBefore, kNext, made.at(kStance))) == "");
  // What was written to it in the merge is no loss.
  CHECK(lost(kBefore, made, with(made, kStance, stance("summary = \"one\"\nnote = \"n\"\n"))) ==
        "");

  // Two under one name: what is left is one of them, or both under swapped names.
  const Files two = with(made, kNext, stance("summary = \"two\"\n"));
  CHECK(lost(kBefore, two, made) == kNext);
  CHECK(lost(kBefore, two, with(kBefore, kStance, two.at(kNext))) == kStance);
  CHECK(lost(kBefore, two, with(with(kBefore, kStance, two.at(kNext)), kNext, two.at(kStance))) ==
        "");
}

TEST_CASE("a value that a side changed is in the result, or another was chosen") {
  const Files made = with(kBefore, kClaim,
                          "text = \"Y\"\nkind = \"policy\"\ntags = [\"a\", \"b\"]\nnote = \"n\"\n");
  const auto claim = [&](const std::string& text) { return with(kBefore, kClaim, text); };
  CHECK(lost(kBefore, made, kBefore) == kClaim);
  CHECK(lost(kBefore, made,
             claim("text = \"Y\"\nkind = \"policy\"\ntags = [\"b\"]\nnote = \"n\"\n")) == "");
  CHECK(lost(kBefore, made,
             claim("text = \"X\"\nkind = \"policy\"\ntags = [\"b\"]\nnote = \"n\"\n")) == kClaim);
  CHECK(lost(kBefore, made,
             claim("text = \"Z\"\nkind = \"policy\"\ntags = [\"b\"]\nnote = \"n\"\n")) == "");
  CHECK(lost(kBefore, made,
             claim("text = \"Y\"\nkind = \"policy\"\ntags = [\"a\"]\nnote = \"n\"\n")) == kClaim);
  CHECK(lost(kBefore, made, claim("text = \"Y\"\nkind = \"policy\"\ntags = [\"a\", \"b\"]\n")) ==
        kClaim);
}

TEST_CASE("what was settled, what no side had touched, and what was renamed is no loss") {
  const Files made = with(kBefore, kClaim, "text = \"Y\"\nkind = \"policy\"\ntags = [\"a\"]\n");
  // A person chose the other side's word; the value of before is nobody's choice.
  const Files other = with(kBefore, kClaim, "text = \"Z\"\nkind = \"pledge\"\ntags = [\"a\"]\n");
  CHECK(lost(kBefore, made, other, other) == "");
  CHECK(lost(kBefore, made, with(kBefore, kClaim, "text = \"X\"\nkind = \"pledge\"\n"), other) ==
        kClaim + " " + kClaim);
  // The other side had removed it.
  CHECK(lost(kBefore, made, without(kBefore, kClaim), without(kBefore, kClaim)) == "");
  CHECK(lost(kBefore, made, without(kBefore, kClaim), other) == kClaim + " " + kClaim);
  CHECK(lost(kBefore, made, without(made, "claims/a/x/2024-10-31-uw.toml")) == "");
  Files renamed;
  for (const auto& [path, text] : made) renamed["claims/b/z" + path.substr(10)] = text;
  renamed["claims/b/z/claim.toml"] += "aliases = [\"a/x\"]\n";
  CHECK(lost(kBefore, made, renamed) == "");
  renamed["claims/b/z/claim.toml"] = kBefore.at(kClaim) + "aliases = [\"a/x\"]\n";
  CHECK(lost(kBefore, made, renamed) == kClaim);
}

TEST_CASE("another record under the name of one that is gone does not hide it") {
  const Files ours = with(kBefore, kStance, stance("summary = \"one\"\n"));
  const Files later = with(kBefore, kStance, stance("summary = \"two\"\n"));
  CHECK(lost(kBefore, ours, later) == "");  // written anew in the merge
  CHECK(lost(kBefore, ours, later, {}, true) == kStance);
  CHECK(lost(kBefore, ours, with(later, kNext, ours.at(kStance)), {}, true) == "");
  // Each side has added one under the name.
  CHECK(lost(kBefore, ours, ours, later) == kStance);
  CHECK(lost(kBefore, ours, later, later) == kStance);
}

TEST_CASE("an id that one side gave a record, and the other side another one") {
  const std::string tolland = "actors/tolland.toml", tol = "actors/tol.toml";
  const Files base = {{tolland, "name = \"Tolland\"\nkind = \"state\"\n"}};
  const Files renamed = {{tol, "name = \"Tolland\"\nkind = \"state\"\naliases = [\"tolland\"]\n"}};
  const Files added = with(base, tol, "name = \"Tol\"\nkind = \"state\"\n");
  CHECK(lost(base, added, renamed, renamed) == tol);
  CHECK(lost(base, added, without(added, tolland), renamed) == tol);
  CHECK(lost(base, added, with(added, tolland, base.at(tolland)), renamed) == "");
  const Files blended = {{tol, added.at(tol) + "aliases = [\"tolland\"]\n"}};
  CHECK(lost(base, added, blended, renamed) == tol);
  const Files both = {{tol, added.at(tol)}, {"actors/tol-2.toml", renamed.at(tol)}};
  CHECK(lost(base, added, both, renamed) == "");
  CHECK(lost(base, added, {{tol, renamed.at(tol)}, {"actors/tol-2.toml", added.at(tol)}},
             renamed) == "");
}

TEST_CASE("two ids for one record: the one that gives way is a former one") {
  const std::string file = "/claim.toml";
  const auto named = [&](const std::string& id, const std::string& aliases) {
    return Files{{"claims/a/" + id + file, "text = \"X\"\naliases = [" + aliases + "]\n"}};
  };
  const Files base = {{kClaim, "text = \"X\"\n"}};
  const Files acts = named("acts", "\"a/x\""), action = named("action", "\"a/x\"");
  CHECK(lost(base, acts, named("acts", "\"a/x\", \"a/action\""), action) == "");
  CHECK(lost(base, acts, named("action", "\"a/acts\", \"a/x\""), action) == "");
  CHECK(lost(base, acts, acts, action) == "claims/a/action" + file);
}

TEST_CASE("a saved text that a side added is in the result") {
  const Files made = with(kBefore, "sources/2024/page.txt", "what it said");
  CHECK(lost(kBefore, made, kBefore) == "sources/2024/page.txt");
  CHECK(lost(kBefore, made, with(kBefore, "sources/2024/page.txt", "else")) ==
        "sources/2024/page.txt");
  CHECK(lost(kBefore, made, with(kBefore, "sources/2024/page-2.txt", "what it said")) == "");
}

TEST_CASE("a first saved text by each of two: the later one becomes a later one") {
  const std::string base = "title = \"Page\"\n";
  const auto side = [&](const std::string& digit, const std::string& day) {
    return base + "retrieved = " + day + "\ncapture = \"page-" + digit + ".txt\"\nsha256 = \"" +
           std::string(64, digit.front()) + "\"\n";
  };
  const std::string one = side("1", "2024-11-01");
  const std::string two = side("2", "2024-11-02");
  const std::string both = one + "\n[[recapture]]\ncapture = \"page-2.txt\"\nsha256 = \"" +
                           std::string(64, '2') + "\"\nretrieved = 2024-11-02\n";
  CHECK(with_both_captures(base, one, two) == both);
  CHECK(with_both_captures(base, two, one) == both);
  CHECK_FALSE(with_both_captures(base, one, side("1", "2024-11-02")));
  CHECK_FALSE(with_both_captures(base, "title = \"A\"\n" + one.substr(base.size()),
                                 "title = \"B\"\n" + two.substr(base.size())));
  CHECK_FALSE(with_both_captures(std::nullopt, one, two));
}
