// SPDX-License-Identifier: MIT
//
// Merging whole sides: what was renamed, what was recorded twice, and the laws on generated
// histories. The store is a map.
#include "claims/merge/tree_merge.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>
#include <set>

#include "claims/records/codec.h"
#include "claims/records/references.h"

namespace {

using namespace aver::claims;
using Files = std::map<std::string, std::string>;

// The ids of contents: a number each, as equal contents have equal ids.
std::vector<std::string>& known_contents() {
  static std::vector<std::string> all;
  return all;
}
std::string id_of(const std::string& text) {
  static std::map<std::string, std::string> ids;
  if (text.empty()) return "";
  const auto [at, is_new] = ids.try_emplace(text, std::to_string(ids.size()));
  if (is_new) known_contents().push_back(text);
  return at->second;
}
std::string content_of(const std::string& id) {
  return id.empty() ? "" : known_contents().at(std::stoul(id));
}

// Whose names others have seen.
enum class Seen { nobody, ours, theirs };

class Map : public MergeFiles {
 public:
  Map(const Files& ours, const Files& theirs, Seen seen)
      : ours_(ours), theirs_(theirs), seen_(seen) {}
  std::string digest(const std::string& text) const override { return text; }
  std::vector<SharedFile> shared(const std::string& path) const override {
    const Files* files = seen_ == Seen::nobody ? nullptr : seen_ == Seen::ours ? &ours_ : &theirs_;
    if (files == nullptr || !files->contains(path)) return {};
    return {{id_of(files->at(path)), seen_ == Seen::ours, seen_ == Seen::theirs}};
  }
  std::vector<CitedFile> cited(const std::string& path) const override {
    const auto at = cited_.find(path);
    if (at == cited_.end()) return {};
    return {{"two/main", id_of(at->second)}};
  }
  Map& cite(const Files& files) {
    cited_ = files;
    return *this;
  }
  std::string read(const std::string& id) const override { return content_of(id); }
  std::string ours(const std::string& path) const override {
    const auto at = ours_.find(path);
    return at == ours_.end() ? "" : id_of(at->second);
  }
  std::optional<std::string> merge_lines(const std::string&, const std::string&, const std::string&,
                                         const std::string&) const override {
    return std::nullopt;
  }

 private:
  const Files& ours_;
  const Files& theirs_;
  Seen seen_;
  Files cited_;
};

std::vector<FileChange> changes(const Files& before, const Files& after) {
  std::vector<FileChange> all;
  for (const auto& [path, text] : before) {
    const auto at = after.find(path);
    if (at == after.end())
      all.push_back({path, id_of(text), ""});
    else if (at->second != text)
      all.push_back({path, id_of(text), id_of(at->second)});
  }
  for (const auto& [path, text] : after) {
    if (!before.contains(path)) all.push_back({path, "", id_of(text)});
  }
  return all;
}

struct Result {
  Files files;
  TreeMerge merge;
};

Result merged(const Files& base, const Files& ours, const Files& theirs, Take take = Take::none,
              Seen seen = Seen::nobody, const std::set<RecordRef>& apart = {},
              const Files& cited = {}) {
  Result result{ours, merge_trees(changes(base, ours), changes(base, theirs),
                                  Map(ours, theirs, seen).cite(cited), take, apart)};
  for (const MergedFile& file : result.merge.files) {
    if (file.text)
      result.files[file.path] = *file.text;
    else if (!file.content_id.empty())
      result.files[file.path] = content_of(file.content_id);
    else
      result.files.erase(file.path);
  }
  return result;
}

std::string stance(const std::string& holder, const std::string& held,
                   const std::string& more = "") {
  return "holder = \"" + holder + "\"\nposition = \"affirm\"\nheld = " + held + "\n" + more;
}

// As `aver mv` does it: files moved, references rewritten, the old id an alias.
Files moved(const Files& files, RecordKind kind, const std::string& from, const std::string& to) {
  Files result;
  const auto new_id = [&](const RecordRef& one) -> std::optional<std::string> {
    return one == RecordRef{kind, from} ? std::optional(to) : std::nullopt;
  };
  const std::string old_folder = claim_folder(from) + "/";
  for (const auto& [path, text] : files) {
    const auto record = record_at(path);
    std::string now = record ? with_new_ids(text, *record, new_id).value_or(text) : text;
    std::string place = path;
    if (record == RecordRef{kind, from}) {
      place = path_of({kind, to});
      std::vector<std::string_view> order = {"text", "name", "kind", "aliases"};
      toml::Array list;
      if (const auto* old = toml::find(toml::parse(now, "").root, "aliases")) {
        list = std::get<toml::Array>(old->data);
      }
      list.push_back({from, {}});
      now = *toml::edit_value(now, "aliases", toml::Value{list, {}}, order);
    } else if (kind == RecordKind::claim && path.starts_with(old_folder)) {
      place = claim_folder(to) + "/" + path.substr(old_folder.size());
    }
    result[place] = now;
  }
  return result;
}

const Files kBase = {
    {"claims/a/x/claim.toml", "text = \"X\"\n"},
    {"claims/a/x/2024-10-31-calda.toml", stance("calda", "2024-10-31")},
    {"actors/calda.toml", "name = \"Calda\"\nkind = \"state\"\n"},
    {"actors/uw.toml", "name = \"UW\"\nkind = \"state\"\n"},
};

Files with(Files files, const std::string& path, const std::string& text) {
  files[path] = text;
  return files;
}

}  // namespace

TEST_CASE("additions of both sides come together, and nothing else is touched") {
  const Files ours = with(kBase, "claims/a/x/2024-11-01-uw.toml", stance("uw", "2024-11-01"));
  const Files theirs = with(kBase, "claims/a/y/claim.toml", "text = \"Y\"\n");
  const Result result = merged(kBase, ours, theirs);
  CHECK(result.merge.conflicts.empty());
  CHECK(result.merge.files.size() == 1);
  CHECK(result.files == with(ours, "claims/a/y/claim.toml", "text = \"Y\"\n"));
}

TEST_CASE("what they recorded on a claim that we renamed goes with it, and the other way round") {
  const Files renamed = moved(kBase, RecordKind::claim, "a/x", "b/z");
  const Files added =
      with(with(kBase, "claims/a/x/2024-11-01-uw.toml", stance("uw", "2024-11-01")),
           "claims/a/x/2024-10-31-calda.toml", stance("calda", "2024-10-31", "note = \"n\"\n"));
  Files wanted = renamed;
  wanted["claims/b/z/2024-11-01-uw.toml"] = stance("uw", "2024-11-01");
  wanted["claims/b/z/2024-10-31-calda.toml"] = stance("calda", "2024-10-31", "note = \"n\"\n");
  for (const Result& result : {merged(kBase, renamed, added), merged(kBase, added, renamed)}) {
    CHECK(result.merge.conflicts.empty());
    CHECK(result.files == wanted);
  }
}

TEST_CASE("a new stance of a holder that the other side renamed names the holder of now") {
  const Files renamed = moved(kBase, RecordKind::actor, "calda", "puc");
  const Files added =
      with(kBase, "claims/a/x/2024-11-02-calda.toml", stance("calda", "2024-11-02"));
  for (const Result& result : {merged(kBase, renamed, added), merged(kBase, added, renamed)}) {
    CHECK(result.merge.conflicts.empty());
    CHECK(result.files.at("claims/a/x/2024-11-02-calda.toml") == stance("puc", "2024-11-02"));
    CHECK(result.files.at("claims/a/x/2024-10-31-calda.toml") == stance("puc", "2024-10-31"));
    CHECK(result.files.contains("actors/puc.toml"));
    CHECK_FALSE(result.files.contains("actors/calda.toml"));
  }
}

TEST_CASE("a stance whose position one side changes while the other renames its holder") {
  const Files renamed = moved(kBase, RecordKind::actor, "calda", "puc");
  const std::string denied = "holder = \"calda\"\nposition = \"deny\"\nheld = 2024-10-31\n";
  const Files changed = with(kBase, "claims/a/x/2024-10-31-calda.toml", denied);
  for (const Result& result : {merged(kBase, renamed, changed), merged(kBase, changed, renamed)}) {
    CHECK(result.merge.conflicts.empty());
    CHECK(result.files.at("claims/a/x/2024-10-31-calda.toml") ==
          "holder = \"puc\"\nposition = \"deny\"\nheld = 2024-10-31\n");
  }
}

TEST_CASE("renamed on both sides: one id stands, and both old names go on working") {
  const Files ours = moved(kBase, RecordKind::actor, "calda", "puc");
  const Files theirs = with(moved(kBase, RecordKind::actor, "calda", "cl"),
                            "claims/a/x/2024-11-02-cl.toml", stance("cl", "2024-11-02"));
  const Result result = merged(kBase, ours, theirs, Take::none, Seen::ours);
  CHECK(result.merge.conflicts.empty());
  REQUIRE(result.merge.renamed_twice.size() == 1);
  CHECK(result.merge.renamed_twice[0].kept == RecordRef{RecordKind::actor, "puc"});
  CHECK(result.merge.renamed_twice[0].other == "cl");
  CHECK_FALSE(result.merge.renamed_twice[0].ours_gave_way);
  CHECK_FALSE(result.files.contains("actors/cl.toml"));
  const auto actor = decode_actor(result.files.at("actors/puc.toml"), "actors/puc.toml");
  REQUIRE(actor.record);
  CHECK(std::set<std::string>(actor.record->aliases.begin(), actor.record->aliases.end()) ==
        std::set<std::string>{"calda", "cl"});
  CHECK(result.files.at("claims/a/x/2024-11-02-cl.toml") == stance("puc", "2024-11-02"));

  // The other way round it is the same, and what nobody has seen does not hang on who merges.
  const Result mirrored = merged(kBase, theirs, ours, Take::none, Seen::theirs);
  CHECK(mirrored.files == result.files);
  CHECK(mirrored.merge.renamed_twice[0].ours_gave_way);
  const Result alone = merged(kBase, ours, theirs);
  CHECK(alone.files == merged(kBase, theirs, ours).files);
  CHECK(alone.files.contains("actors/cl.toml"));
  CHECK(alone.files.at("claims/a/x/2024-10-31-calda.toml") == stance("cl", "2024-10-31"));
}

TEST_CASE("one stance recorded twice: equal ones become one, others are both kept") {
  const std::string path = "claims/a/x/2024-11-01-uw.toml";
  const Files ours = with(kBase, path, stance("uw", "2024-11-01", "summary = \"one\"\n"));
  const Files same = with(kBase, path, stance("uw", "2024-11-01", "\nsummary = \"one\"\n"));
  CHECK(merged(kBase, ours, same, Take::none, Seen::ours).files == ours);
  Files theirs = with(kBase, path, stance("uw", "2024-11-01", "summary = \"two\"\n"));
  theirs["claims/a/x/2024-11-05-uw.toml"] =
      stance("uw", "2024-11-01", "corrects = \"2024-11-01-uw\"\nreason = \"r\"\n");
  theirs["claims/a/x/2024-11-06-uw.toml"] =
      stance("uw", "2024-11-06", "repeats = \"a/x/2024-11-01-uw\"\n");
  const Result result = merged(kBase, ours, theirs, Take::none, Seen::ours);
  CHECK(result.merge.conflicts.empty());
  CHECK(result.merge.both_kept ==
        std::vector<BothKept>{{path, "claims/a/x/2024-11-01-uw-2.toml", false}});
  CHECK(result.files.at(path) == ours.at(path));
  CHECK(result.files.at("claims/a/x/2024-11-01-uw-2.toml") == theirs.at(path));
  // Their correction goes on meaning their stance, and their check its root.
  CHECK(result.files.at("claims/a/x/2024-11-05-uw.toml") ==
        stance("uw", "2024-11-01", "corrects = \"2024-11-01-uw-2\"\nreason = \"r\"\n"));
  CHECK(result.files.at("claims/a/x/2024-11-06-uw.toml") ==
        stance("uw", "2024-11-06", "repeats = \"a/x/2024-11-01-uw-2\"\n"));
}

TEST_CASE("where theirs is published, it keeps its name, and what speaks of ours follows it") {
  const std::string path = "claims/a/x/2024-11-01-uw.toml";
  const std::string next = "claims/a/x/2024-11-01-uw-2.toml";
  const std::string later = "claims/a/x/2024-11-05-uw.toml";
  Files ours = with(kBase, path, stance("uw", "2024-11-01", "summary = \"one\"\n"));
  ours[later] = stance("uw", "2024-11-01", "corrects = \"2024-11-01-uw\"\nreason = \"r\"\n");
  const Files theirs = with(kBase, path, stance("uw", "2024-11-01", "summary = \"two\"\n"));
  const Result result = merged(kBase, ours, theirs, Take::none, Seen::theirs);
  CHECK(result.merge.conflicts.empty());
  CHECK(result.merge.both_kept == std::vector<BothKept>{{path, next, true}});
  CHECK(result.files.at(path) == theirs.at(path));
  CHECK(result.files.at(next) == ours.at(path));
  CHECK(result.files.at(later) ==
        stance("uw", "2024-11-01", "corrects = \"2024-11-01-uw-2\"\nreason = \"r\"\n"));

  // The same but for layout is one, in the bytes that others have.
  const Files same = with(kBase, path, stance("uw", "2024-11-01", "\nsummary = \"one\"\n"));
  Files mine = ours;
  mine.erase(later);
  CHECK(merged(kBase, mine, same, Take::none, Seen::theirs).files == same);

  // Where they have renamed the claim meanwhile, ours gives way there.
  const Result renamed =
      merged(kBase, ours, moved(theirs, RecordKind::claim, "a/x", "b/z"), Take::none, Seen::theirs);
  CHECK(renamed.merge.conflicts.empty());
  CHECK_FALSE(renamed.files.contains(path));
  CHECK(renamed.files.at("claims/b/z/2024-11-01-uw.toml") == theirs.at(path));
  CHECK(renamed.files.at("claims/b/z/2024-11-01-uw-2.toml") == ours.at(path));
  CHECK(renamed.files.at("claims/b/z/2024-11-05-uw.toml") == result.files.at(later));
}

TEST_CASE("of names that nobody has seen the smaller digest decides, whoever merges") {
  const std::string path = "claims/a/x/2024-11-01-uw.toml";
  const std::string next = "claims/a/x/2024-11-01-uw-2.toml";
  const Files one = with(kBase, path, stance("uw", "2024-11-01", "summary = \"one\"\n"));
  const Files two = with(kBase, path, stance("uw", "2024-11-01", "summary = \"two\"\n"));
  const Result result = merged(kBase, one, two);
  CHECK(result.files == merged(kBase, two, one).files);
  CHECK(result.files.at(path) == one.at(path));
  CHECK(result.files.at(next) == two.at(path));
}

TEST_CASE("one pair of records under swapped names is no conflict, and there is no third copy") {
  const std::string path = "claims/a/x/2024-11-01-uw.toml";
  const std::string next = "claims/a/x/2024-11-01-uw-2.toml";
  const std::string later = "claims/a/x/2024-11-02-uw.toml";
  const std::string one = stance("uw", "2024-11-01", "summary = \"one\"\n");
  const std::string two = stance("uw", "2024-11-01", "summary = \"two\"\n");
  const auto on_two = [](const std::string& name) {
    return stance("uw", "2024-11-02", "corrects = \"" + name + "\"\nreason = \"r\"\n");
  };
  const Files ours =
      with(with(with(kBase, path, one), next, two), later, on_two("2024-11-01-uw-2"));
  const Files theirs =
      with(with(with(kBase, path, two), next, one), later, on_two("2024-11-01-uw"));
  CHECK(merged(kBase, ours, theirs, Take::none, Seen::ours).files == ours);
  CHECK(merged(kBase, ours, theirs, Take::none, Seen::theirs).files == theirs);
  CHECK(merged(kBase, ours, theirs).files == merged(kBase, theirs, ours).files);
  // Where the base has both, one side has swapped them, and that is a change like any other.
  CHECK(merged(ours, ours, theirs).files == theirs);
  CHECK(merged(ours, theirs, ours).files == theirs);
  Files edited = ours;
  edited[path] = one + "note = \"n\"\n";
  Files wanted = theirs;
  wanted[next] = edited.at(path);
  CHECK(merged(ours, edited, theirs).files == wanted);
  CHECK(merged(ours, theirs, edited).files == wanted);
}

TEST_CASE("a name that could be cited and gives way is kept as a former one, and told") {
  const std::string path = "claims/a/x/2024-11-01-uw.toml";
  const std::string next = "claims/a/x/2024-11-01-uw-2.toml";
  const Files ours = with(kBase, path, stance("uw", "2024-11-01", "summary = \"one\"\n"));
  const Files theirs = with(kBase, path, stance("uw", "2024-11-01", "summary = \"two\"\n"));
  const Result result = merged(kBase, ours, theirs, Take::none, Seen::ours, {}, theirs);
  REQUIRE(result.merge.moved.size() == 1);
  CHECK(result.merge.moved[0].path == path);
  CHECK(result.merge.moved[0].where == "two/main");
  CHECK(result.merge.moved[0].content_id == id_of(theirs.at(path)));
  CHECK(result.merge.moved[0].now == next);
  const auto moved = decode_stance(result.files.at(next), next).record;
  REQUIRE(moved);
  CHECK(moved->summary == "two");
  CHECK(moved->formerly == std::vector<Formerly>{{"a/x/2024-11-01-uw", id_of(theirs.at(path))}});

  // Two who met different remotes first, and then each other: still two records.
  const Result other = merged(kBase, theirs, ours, Take::none, Seen::ours, {}, ours);
  const Result both = merged(merged(kBase, ours, theirs, Take::base).files, result.files,
                             other.files, Take::none, Seen::ours);
  CHECK(both.merge.conflicts.empty());
  CHECK(both.files.size() == kBase.size() + 2);
  CHECK(decode_stance(both.files.at(path), path).record->summary == "one");
  CHECK(decode_stance(both.files.at(next), next).record->formerly == moved->formerly);
}

TEST_CASE("two sources that were added under one id are kept apart where that is asked for") {
  const std::string path = "sources/2024/briefing.toml";
  const auto source = [](const std::string& title) {
    return "title = \"" + title + "\"\ncapture = \"briefing.txt\"\nsha256 = \"" +
           std::string(64, title == "One" ? '1' : '2') + "\"\n";
  };
  const auto side = [&](const std::string& title, const std::string& text) {
    Files files = with(kBase, path, source(title));
    files["sources/2024/briefing.txt"] = text;
    files["claims/a/x/2024-11-0" + text.substr(0, 1) + "-uw.toml"] =
        stance("uw", "2024-11-0" + text.substr(0, 1), "source = \"2024/briefing\"\n");
    return files;
  };
  const Files ours = side("One", "1, it said");
  const Files theirs = side("Two", "2, it said");
  CHECK_FALSE(merged(kBase, ours, theirs).merge.conflicts.empty());
  const std::set<RecordRef> apart = {{RecordKind::source, "2024/briefing"}};
  const Result result = merged(kBase, ours, theirs, Take::none, Seen::theirs, apart);
  CHECK(result.merge.conflicts.empty());
  Files wanted = theirs;
  std::string moved = source("One");
  moved.replace(moved.find("briefing.txt"), 12, "briefing-2.txt");
  wanted["sources/2024/briefing-2.toml"] = moved;
  wanted["sources/2024/briefing-2.txt"] = "1, it said";
  wanted["claims/a/x/2024-11-01-uw.toml"] =
      stance("uw", "2024-11-01", "source = \"2024/briefing-2\"\n");
  CHECK(result.files == wanted);
  CHECK(result.files == merged(kBase, theirs, ours, Take::none, Seen::ours, apart).files);
}

TEST_CASE("two claims that were added under one id are kept apart with their stances") {
  const auto side = [&](const std::string& text, const std::string& position) {
    Files files = with(kBase, "claims/a/new/claim.toml", "text = \"" + text + "\"\n");
    files["claims/a/new/2024-11-01-uw.toml"] =
        "holder = \"uw\"\nposition = \"" + position + "\"\nheld = 2024-11-01\n";
    return files;
  };
  const std::set<RecordRef> apart = {{RecordKind::claim, "a/new"}};
  const Files ours = side("One", "affirm");
  const Files theirs = side("Two", "deny");
  const Result result = merged(kBase, ours, theirs, Take::none, Seen::ours, apart);
  CHECK(result.merge.conflicts.empty());
  Files wanted = ours;
  for (const std::string file : {"claim.toml", "2024-11-01-uw.toml"})
    wanted["claims/a/new-2/" + file] = theirs.at("claims/a/new/" + file);
  CHECK(result.files == wanted);
}

TEST_CASE("what only a person can settle is left, with all three contents") {
  Files ours = with(kBase, "actors/uw.toml", "name = \"UWA\"\nkind = \"state\"\n");
  Files theirs = with(kBase, "actors/uw.toml", "name = \"United Wealds\"\nkind = \"state\"\n");
  theirs.erase("claims/a/x/2024-10-31-calda.toml");
  ours["claims/a/x/2024-10-31-calda.toml"] = stance("calda", "2024-10-31", "note = \"n\"\n");
  const Result result = merged(kBase, ours, theirs);
  REQUIRE(result.merge.conflicts.size() == 2);
  CHECK(result.merge.conflicts[0].path == "actors/uw.toml");
  CHECK(result.merge.conflicts[0].base == kBase.at("actors/uw.toml"));
  CHECK(result.merge.conflicts[0].theirs == theirs.at("actors/uw.toml"));
  CHECK_FALSE(result.merge.conflicts[1].theirs);
  CHECK(result.files == ours);
  CHECK(merged(kBase, ours, theirs, Take::theirs).files == theirs);
  CHECK(merged(kBase, ours, theirs, Take::base).files == kBase);
}

namespace {

// A few steps of a person: records, edits, removals, renames.
Files a_side(Files files, const std::string& who) {
  const int steps = *rc::gen::inRange(0, 6);
  for (int step = 0; step < steps; ++step) {
    std::vector<std::string> stances, claims;
    for (const auto& [path, text] : files) {
      const auto record = record_at(path);
      if (record && record->kind == RecordKind::stance) stances.push_back(path);
      if (record && record->kind == RecordKind::claim) claims.push_back(record->id);
    }
    switch (*rc::gen::inRange(0, 5)) {
      case 0: {
        const std::string claim = claims[*rc::gen::inRange<std::size_t>(0, claims.size())];
        const std::string day = "2024-11-0" + std::to_string(*rc::gen::inRange(1, 4));
        const std::string holder = files.contains("actors/uw.toml") ? "uw" : "uwa";
        files[stance_path(claim, day + "-uw")] = stance(
            holder, day, "summary = \"" + who + std::to_string(*rc::gen::inRange(0, 2)) + "\"\n");
        break;
      }
      case 1:
        if (!stances.empty()) {
          std::string& text = files[stances[*rc::gen::inRange<std::size_t>(0, stances.size())]];
          const auto edited = toml::edit_value(text, "note", toml::Value{std::string(who), {}},
                                               {"position", "held", "note"});
          if (edited) text = *edited;
        }
        break;
      case 2:
        if (stances.size() > 1) files.erase(stances.front());
        break;
      case 3:
        if (files.contains("actors/uw.toml")) files = moved(files, RecordKind::actor, "uw", "uwa");
        break;
      case 4:
        if (files.contains("claims/a/x/claim.toml")) {
          files = moved(files, RecordKind::claim, "a/x", "b/x");
        }
        break;
    }
  }
  return files;
}

std::multiset<std::string> summaries(const Files& files) {
  std::multiset<std::string> all;
  for (const auto& [path, text] : files) {
    const auto record = record_at(path);
    if (!record || record->kind != RecordKind::stance) continue;
    const auto decoded = decode_stance(text, path);
    if (decoded.record) all.insert(decoded.record->summary + " " + to_string(decoded.record->held));
  }
  return all;
}

}  // namespace

TEST_CASE("laws of merging sides, on generated histories") {
  CHECK(rc::check("symmetric, idempotent, nothing lost, no dangling reference", [] {
    const Files ours = a_side(kBase, "ann");
    const Files theirs = a_side(kBase, "ben");
    const Seen seen = *rc::gen::element(Seen::nobody, Seen::ours, Seen::theirs);
    RC_ASSERT(merged(kBase, ours, ours, Take::none, seen).files == ours);
    RC_ASSERT(merged(kBase, ours, kBase, Take::none, seen).files == ours);
    RC_ASSERT(merged(kBase, kBase, theirs, Take::none, seen).files == theirs);
    const Result result = merged(kBase, ours, theirs, Take::none, seen);
    const Result mirrored = merged(kBase, theirs, ours, Take::none, seen);
    RC_ASSERT(result.merge.conflicts.empty() == mirrored.merge.conflicts.empty());
    if (!result.merge.conflicts.empty()) return;
    RC_ASSERT(summaries(result.files) == summaries(mirrored.files));
    // Two who merge the same without each other make the same of it.
    if (seen == Seen::nobody) RC_ASSERT(result.files == mirrored.files);
    // What others have seen is where they have seen it.
    for (const auto& [path, text] : seen == Seen::theirs ? theirs : Files()) {
      const auto record = record_at(path);
      const auto was = decode_stance(text, path).record;
      if (!record || record->kind != RecordKind::stance || !was || was->summary.empty()) continue;
      if (kBase.contains(path) || !result.files.contains(path)) continue;
      RC_ASSERT(decode_stance(result.files.at(path), path).record->summary == was->summary);
    }
    // Nothing that a side added is lost.
    for (const Files* side : {&ours, &theirs}) {
      for (const std::string& one : summaries(*side)) {
        if (!summaries(kBase).contains(one)) RC_ASSERT(summaries(result.files).contains(one));
      }
    }
    // Every record reads back, and names only what is there.
    for (const auto& [path, text] : result.files) {
      const auto record = record_at(path);
      RC_ASSERT(record.has_value());
      RC_ASSERT(toml::parse(text, path).problems.empty());
      for (const Reference& reference : references(text, *record)) {
        RC_ASSERT(result.files.contains(path_of(reference.to)));
      }
      if (record->kind == RecordKind::stance) {
        RC_ASSERT(result.files.contains(claim_path(split_stance_id(record->id).claim)));
      }
    }
    // Merging the same again changes nothing.
    RC_ASSERT(merged(theirs, result.files, theirs, Take::none, seen).files == result.files);
  }));
}

namespace {

// "key value" of everything that stands in the records, but for the names of records, which follow
// what was renamed.
std::set<std::string> all_values(const Files& files) {
  std::set<std::string> all;
  for (const auto& [path, text] : files) {
    for (const toml::Entry& entry : toml::parse(text, path).root) {
      if (entry.key == "holder" || entry.key == "aliases" || entry.key == "corrects") continue;
      all.insert(entry.key + " " + toml::write(entry.value));
    }
  }
  return all;
}

void assert_sound(const Files& files) {
  for (const auto& [path, text] : files) {
    const auto record = record_at(path);
    RC_ASSERT(record.has_value());
    RC_ASSERT(toml::parse(text, path).problems.empty());
    for (const Reference& reference : references(text, *record)) {
      RC_ASSERT(files.contains(path_of(reference.to)));
    }
  }
}

}  // namespace

TEST_CASE("no value is invented: every merged one stands in base, ours or theirs") {
  CHECK(rc::check("values come from somewhere", [] {
    const Files base = a_side(kBase, "old");
    const Files ours = a_side(base, "ann");
    const Files theirs = a_side(base, "ben");
    std::set<std::string> known;
    for (const Files* side : {&base, &ours, &theirs}) known.merge(all_values(*side));
    for (const std::string& value : all_values(merged(base, ours, theirs).files)) {
      RC_ASSERT(known.contains(value));
    }
    for (const Take take : {Take::ours, Take::theirs, Take::base}) {
      const Result settled = merged(base, ours, theirs, take);
      RC_ASSERT(settled.merge.conflicts.empty());
      for (const std::string& value : all_values(settled.files)) RC_ASSERT(known.contains(value));
    }
  }));
}

TEST_CASE("three people's additions come to the same in any order") {
  CHECK(rc::check("additions associate and commute", [] {
    std::vector<Files> sides(3, kBase);
    const int count = *rc::gen::inRange(0, 12);
    for (int i = 0; i < count; ++i) {
      const std::string day = "2024-11-" + std::to_string(10 + i);
      sides[*rc::gen::inRange<std::size_t>(0, 3)][stance_path("a/x", day + "-uw")] =
          stance("uw", day);
    }
    const auto two = [](const Files& x, const Files& y) {
      const Result result = merged(kBase, x, y);
      RC_ASSERT(result.merge.conflicts.empty());
      return result.files;
    };
    const Files all = two(two(sides[0], sides[1]), sides[2]);
    RC_ASSERT(all.size() == kBase.size() + static_cast<std::size_t>(count));
    RC_ASSERT(all == two(sides[0], two(sides[1], sides[2])));
    RC_ASSERT(all == two(two(sides[2], sides[0]), sides[1]));
  }));
}

TEST_CASE("where histories cross, nothing that anybody added is lost") {
  // Ann and Ben each merge the other's first work, and go on; then there are two bases.
  CHECK(rc::check("criss-cross", [] {
    const Files ann = a_side(kBase, "ann");
    const Files ben = a_side(kBase, "ben");
    const Result of_ann = merged(kBase, ann, ben);
    const Result of_ben = merged(kBase, ben, ann);
    if (!of_ann.merge.conflicts.empty()) return;
    const Files ours = a_side(of_ann.files, "ann later");
    const Files theirs = a_side(of_ben.files, "ben later");
    const Files base = merged(kBase, ann, ben, Take::base).files;
    const Result result = merged(base, ours, theirs);
    const Result mirrored = merged(base, theirs, ours);
    RC_ASSERT(result.merge.conflicts.empty() == mirrored.merge.conflicts.empty());
    if (!result.merge.conflicts.empty()) return;
    assert_sound(result.files);
    RC_ASSERT(summaries(result.files) == summaries(mirrored.files));
    const std::multiset<std::string> before = summaries(base);
    for (const Files* side : {&ours, &theirs}) {
      for (const std::string& one : summaries(*side)) {
        if (!before.contains(one)) RC_ASSERT(summaries(result.files).contains(one));
      }
    }
  }));
}

namespace {

std::string actor(const std::string& name, const std::string& aliases = "",
                  const std::string& more = "") {
  return "name = \"" + name + "\"\nkind = \"state\"\n" +
         (aliases.empty() ? "" : "aliases = [" + aliases + "]\n") + more;
}

const Files kThree = {{"actors/calda.toml", actor("Calda")},
                      {"actors/rastia.toml", actor("Rastia")},
                      {"actors/tolland.toml", actor("Tolland")}};

// As `aver actor merge` does it: the second leads to the first.
Files made_one(Files files, const std::string& kept, const std::string& gone) {
  const std::string path = "actors/" + kept + ".toml";
  Actor one = *decode_actor(files.at(path), path).record;
  const std::string gone_path = "actors/" + gone + ".toml";
  const Actor other = *decode_actor(files.at(gone_path), gone_path).record;
  one.aliases.push_back(gone);
  one.aliases.push_back(other.name);
  one.aliases.insert(one.aliases.end(), other.aliases.begin(), other.aliases.end());
  files.erase(gone_path);
  files[path] = encode(one);
  return files;
}

std::set<std::string> aliases_in(const Result& result, const std::string& path) {
  const Actor one = *decode_actor(result.files.at(path), path).record;
  return {one.aliases.begin(), one.aliases.end()};
}

}  // namespace

TEST_CASE("actors that the sides merged in a chain all lead to the last of it") {
  const Files first = made_one(kThree, "rastia", "tolland");
  const Files second = made_one(kThree, "calda", "rastia");
  for (const Result& result : {merged(kThree, first, second), merged(kThree, second, first)}) {
    CHECK(result.merge.conflicts.empty());
    CHECK(result.files.size() == 1);
    CHECK(aliases_in(result, "actors/calda.toml") ==
          std::set<std::string>{"rastia", "Rastia", "tolland", "Tolland"});
  }
}

TEST_CASE("of two actors that the sides merged into each other the published one stays") {
  const Files one = made_one(kThree, "calda", "rastia");
  const Files other = made_one(made_one(kThree, "rastia", "tolland"), "rastia", "calda");
  const auto require_calda = [](const Result& result, bool ours_gave_way) {
    CHECK(result.merge.conflicts.empty());
    CHECK(result.files.size() == 1);
    CHECK(aliases_in(result, "actors/calda.toml") ==
          std::set<std::string>{"rastia", "Rastia", "tolland", "Tolland"});
    REQUIRE(result.merge.renamed_twice.size() == 1);
    CHECK(result.merge.renamed_twice[0].kept.id == "calda");
    CHECK(result.merge.renamed_twice[0].other == "rastia");
    CHECK(result.merge.renamed_twice[0].ours_gave_way == ours_gave_way);
  };
  require_calda(merged(kThree, one, other, Take::none, Seen::ours), false);
  require_calda(merged(kThree, other, one, Take::none, Seen::theirs), true);
  // Of two that nobody has seen, the same from both sides.
  CHECK(merged(kThree, one, other).files == merged(kThree, other, one).files);
}

TEST_CASE("an actor that one side merged away and the other changed otherwise is for a person") {
  const Files merged_away = made_one(kThree, "calda", "rastia");
  const Files noted = with(kThree, "actors/rastia.toml", actor("Rastia", "", "note = \"n\"\n"));
  CHECK(merged(kThree, merged_away, noted).merge.conflicts.size() == 1);
  CHECK(merged(kThree, noted, merged_away).merge.conflicts.size() == 1);
  // And where the other side has removed what it became part of.
  Files removed = made_one(kThree, "rastia", "tolland");
  removed.erase("actors/calda.toml");
  CHECK(merged(kThree, merged_away, removed).merge.conflicts.size() == 2);
}
