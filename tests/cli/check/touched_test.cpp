// SPDX-License-Identifier: MIT
#include "cli/check/touched.h"

#include <doctest/doctest.h>

#include <map>

using namespace aver;
using namespace aver::cli;
using claims::RecordKind;

namespace {

using Names = std::set<std::string>;

// Two states of a store, by the paths of their files.
Touched between(const Names& before, const Names& after, const Names& edited = {}) {
  Names paths = edited;
  for (const std::string& path : before) {
    if (!after.contains(path)) paths.insert(path);
  }
  for (const std::string& path : after) {
    if (!before.contains(path)) paths.insert(path);
  }
  return touched(paths, {[&](const std::string& path) { return after.contains(path); },
                         [&](const std::string& path) { return before.contains(path); },
                         [&](const std::string& folder) {
                           std::vector<std::string> names;
                           for (const std::string& path : after) {
                             if (path.starts_with(folder + "/") &&
                                 path.find('/', folder.size() + 1) == path.npos) {
                               names.push_back(path.substr(folder.size() + 1));
                             }
                           }
                           return names;
                         },
                         [](const std::string& source, const std::string& file) {
                           return source.substr(source.rfind('/') + 1) ==
                                  file.substr(0, file.rfind('.')) + ".toml";
                         }});
}

}  // namespace

TEST_CASE("what is new or edited is checked, what is gone is told, and each has its claim") {
  const std::string claim = "claims/a/x/claim.toml";
  const std::string stance = "claims/a/x/2024-10-31-borland.toml";
  const Touched all = between({claim, "actors/borland.toml"}, {claim, stance}, {claim});
  CHECK(all.files == Names{claim, stance});
  CHECK(all.claims == Names{"a/x"});
  CHECK(all.gone == std::vector<claims::RecordRef>{{RecordKind::actor, "borland"}});
  CHECK(all.sources.empty());
}

TEST_CASE("a stance that is gone touches its claim, though there is nothing of it to read") {
  const Touched all = between({"claims/a/x/2024-10-31-borland.toml"}, {});
  CHECK(all.files.empty());
  CHECK(all.claims == Names{"a/x"});
  CHECK(all.gone.size() == 1);
}

TEST_CASE("files of other programs are nothing to check") {
  const Touched all = between({}, {"README.md", "data/claims/a.toml", "aver.toml"});
  CHECK(all.files == Names{"aver.toml"});
  CHECK(all.paths.size() == 3);
}

TEST_CASE("a review that is gone has not vanished: proposals end") {
  CHECK(between({"reviews/p/2024-10-31-approve.toml"}, {}).gone.empty());
}

TEST_CASE("quotes may be lost where a source was there before, not where it is new") {
  const std::string source = "sources/2024/paper.toml";
  CHECK(between({source}, {source}, {source}).sources == Names{"2024/paper"});
  CHECK(between({source}, {}).sources == Names{"2024/paper"});
  CHECK(between({}, {source}).sources.empty());
}

TEST_CASE("a capture is of a source beside it that may name it: each such is checked") {
  const std::string paper = "sources/2024/paper.toml";
  const std::string other = "sources/2024/other.toml";
  const std::string text = "sources/2024/paper.txt";
  const Names store = {paper, other, text, "sources/2023/paper.toml",
                       "sources/2024/deep/paper.toml"};
  const Touched edited = between(store, store, {text});
  CHECK(edited.files == Names{paper, text});
  CHECK(edited.sources == Names{"2024/paper"});
  Names without = store;
  without.erase(text);
  CHECK(between(store, without).files == Names{paper});
  // The source named it before it was there: what was quoted from it could not be checked.
  CHECK(between(without, store).files == Names{paper, text});
  CHECK(between(without, store).sources == Names{"2024/paper"});
  without.erase(paper);
  CHECK(between(without, store).files == Names{paper, text});
  CHECK(between(without, store).sources.empty());
}

TEST_CASE("ids that are new may be aliases of records that were there") {
  const Touched all =
      between({"actors/borland.toml"},
              {"actors/borland.toml", "actors/tolland.toml", "reviews/p/2024-10-31-approve.toml"});
  CHECK(all.fresh == std::vector<claims::RecordRef>{{RecordKind::actor, "tolland"}});
}

TEST_CASE("what neither state has is neither gone nor new") {
  const Touched all = between({}, {}, {"claims/a/x/2024-10-31-borland.toml"});
  CHECK(all.gone.empty());
  CHECK(all.fresh.empty());
  CHECK(all.files.empty());
}
