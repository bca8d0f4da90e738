// SPDX-License-Identifier: MIT
//
// What the judge of a change finds, held against checking both states whole: the errors that the
// result has, and the base had not.
#include "cli/check/judge.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>
#include <sstream>

#include "claims/check/changed.h"
#include "cli/check/checker.h"
#include "store/digest.h"
#include "tests/property.h"
#include "tests/store/scratch.h"

using namespace aver;
using namespace aver::cli;
using namespace aver::tests;

namespace {

using Files = std::map<std::string, std::string>;

template <class T>
T one_of(std::vector<T> all) {
  return *rc::gen::elementOf(std::move(all));
}
bool one_in(int n) { return *rc::gen::inRange(0, n) == 0; }

const std::vector<std::string> kActors = {"calda", "dorn", "wealds", "rastia"};
const std::vector<std::string> kSources = {"p/press", "p/paper", "p/letter"};
const std::vector<std::string> kClaims = {"t/x", "t/y", "t/z"};

std::string any_name() {
  return one_of<std::string>({"2024-01-01-", "2024-01-02-", "2024-01-03-"}) +
         one_of<std::string>({"calda", "dorn"});
}

std::string any_actor(const std::string& id) {
  std::string text = "name = \"" + id + "\"\nkind = \"state\"\n";
  if (one_in(4)) text += "aliases = [\"" + one_of(kActors) + "\", \"The " + id + "\"]\n";
  if (one_in(3)) text += "\n[[role]]\ntitle = \"Envoy\"\nof = \"" + one_of(kActors) + "\"\n";
  return text;
}

const std::vector<std::string> kTexts = {"Calda keeps silent, and the Wealds do not.\n",
                                         "The Wealds agree.\n", "Nothing was said.\n"};

std::string any_source(const std::string& id) {
  std::string text = "title = \"" + id + "\"\n";
  if (one_in(4)) text += "aliases = [\"" + one_of(kSources) + "\"]\n";
  if (one_in(4)) text += "published = 2024-01-02\n";
  if (!one_in(4)) {
    const std::string capture = one_in(5) ? "other" : id.substr(id.find('/') + 1);
    text +=
        "capture = \"" + capture + ".txt\"\nsha256 = \"" + store::sha256(one_of(kTexts)) + "\"\n";
  }
  return text;
}

std::string any_claim() {
  std::string text = "text = \"Calda acts\"\n";
  if (one_in(5)) text += "aliases = [\"" + one_of(kClaims) + "\"]\n";
  if (one_in(3)) text += "\n[[relation]]\ntype = \"negates\"\nto = \"" + one_of(kClaims) + "\"\n";
  return one_in(20) ? "text = \n" : text;
}

std::string any_stance(const std::string& name) {
  std::string text = "holder = \"" + one_of(kActors) + "\"\n";
  text +=
      "position = \"" + one_of<std::string>({"affirm", "deny", "quiet", "still", "odd"}) + "\"\n";
  text += "held = " + name.substr(0, 10) + "\n";
  if (one_in(3)) text += "searched = [\"the gazette\"]\n";
  if (one_in(2)) {
    text += "source = \"" + one_of(kSources) + "\"\n";
    if (one_in(2))
      text +=
          "quote = \"" + one_of<std::string>({"Calda keeps silent", "The Wealds agree"}) + "\"\n";
  }
  if (one_in(5)) text += "speaker = \"" + one_of(kActors) + "\"\n";
  if (one_in(5)) text += "via = [\"" + one_of(kActors) + "\"]\n";
  if (one_in(3)) {
    const std::string link = one_of<std::string>({"corrects", "retracts", "repeats", "repeats"});
    text += link + " = \"" + any_name() + "\"\n";
    if (link != "repeats") text += "reason = \"Misheard\"\n";
  }
  if (one_in(4)) {
    text += "\n[[evidence]]\nsource = \"" + one_of(kSources) + "\"\n";
    if (one_in(2)) text += "quote = \"The Wealds agree\"\n";
  }
  return text;
}

std::string any_settings() {
  std::string text = "format = 1\n\n[[scale]]\nname = \"stance\"\norder = \"" +
                     one_of<std::string>({"opposed", "opposed", "ordered"}) + "\"\nwords = [\n";
  text += "  { word = \"affirm\", value = 1 },\n";
  if (!one_in(5)) text += "  { word = \"deny\", value = -1 },\n";
  if (one_in(2)) {
    text += "  { word = \"quiet\", value = 0, absence = true, was = [\"still\"] },\n";
  } else {
    text += std::string("  { word = \"quiet\", value = 0") + (one_in(2) ? ", absence = true" : "") +
            " },\n  { word = \"still\", value = 0 },\n";
  }
  if (!one_in(6)) text += "  { word = \"odd\", value = 2 },\n";
  return text + "]\n";
}

std::string any_path() {
  const auto claim = [] { return claims::claim_folder(one_of(kClaims)); };
  switch (*rc::gen::inRange(0, 10)) {
    case 0:
      return "aver.toml";
    case 1:
    case 2:
      return "actors/" + one_of(kActors) + ".toml";
    case 3:
      return claims::source_path(one_of(kSources));
    case 4:
      return "sources/" + one_of(kSources) + ".txt";
    case 5:
      return claim() + "/claim.toml";
    default:
      return claim() + "/" + any_name() + ".toml";
  }
}

std::string any_text(const std::string& path) {
  if (path == "aver.toml") return any_settings();
  if (path.ends_with(".txt")) return one_of(kTexts);
  const auto record = claims::record_at(path);
  switch (record->kind) {
    case claims::RecordKind::actor:
      return any_actor(record->id);
    case claims::RecordKind::source:
      return any_source(record->id);
    case claims::RecordKind::claim:
      return any_claim();
    default:
      return any_stance(claims::split_stance_id(record->id).name);
  }
}

Files any_store() {
  Files files = {{"aver.toml", any_settings()}};
  for (const std::string& id : kActors) {
    if (!one_in(5)) files["actors/" + id + ".toml"] = any_actor(id);
  }
  for (const std::string& id : kSources) {
    if (!one_in(5)) files[claims::source_path(id)] = any_source(id);
    if (!one_in(5)) files["sources/" + id + ".txt"] = one_of(kTexts);
  }
  for (const std::string& id : kClaims) {
    if (!one_in(8)) files[claims::claim_path(id)] = any_claim();
    for (int n = *rc::gen::inRange(0, 5); n > 0; --n) {
      const std::string name = any_name();
      files[claims::stance_path(id, name)] = any_stance(name);
    }
  }
  return files;
}

// A small change: files are edited, added, removed or moved.
Files any_change_of(Files files) {
  for (int n = *rc::gen::inRange(1, 4); n > 0; --n) {
    const std::string path = any_path();
    switch (*rc::gen::inRange(0, 5)) {
      case 0:
        if (path != "aver.toml") files.erase(path);
        break;
      case 1: {
        const auto from = files.find(any_path());
        if (from == files.end() || path == "aver.toml" || from->first == "aver.toml") break;
        const bool is_same_kind = from->first.substr(0, 6) == path.substr(0, 6);
        if (!is_same_kind) break;
        files[path] = from->second;
        if (from->first != path) files.erase(from);
        break;
      }
      default:
        files[path] = any_text(path);
    }
  }
  return files;
}

std::vector<store::Edit> edits_between(const Files& before, const Files& after) {
  std::vector<store::Edit> edits;
  for (const auto& [path, text] : before) {
    if (!after.contains(path)) edits.push_back({path, std::nullopt});
  }
  for (const auto& [path, text] : after) {
    const auto at = before.find(path);
    if (at == before.end() || at->second != text) edits.push_back({path, text});
  }
  return edits;
}

// The errors of states; what a single state cannot show is left out.
claims::Diagnostics of_states(claims::Diagnostics found) {
  found = errors_among(std::move(found));
  std::erase_if(found, [](const claims::Diagnostic& problem) {
    return problem.rule == claims::Rule::record_vanished || problem.rule == claims::Rule::id_reused;
  });
  claims::sort(found);
  return found;
}

claims::Diagnostics whole(Session& session, const store::View& view) {
  CheckAnswer answer;
  Checker(session, view).whole(answer);
  return of_states(std::move(answer.problems));
}

std::string lines(const claims::Diagnostics& found) {
  std::ostringstream all;
  for (const claims::Diagnostic& problem : found) all << to_string(problem) << "\n";
  return all.str();
}

void judges_as_both_states_do(Session& session, const Files& before, const Files& after) {
  store::Store& store = session.store();
  const store::View tip = store.view();
  const store::View base = store.view_with(tip, edits_between({}, before));
  const std::vector<store::Edit> edits = edits_between(before, after);
  const store::View result = store.view_with(base, edits);
  claims::Diagnostics expected = whole(session, result);
  claims::leave_out(expected, whole(session, base), [&](const std::string& path) {
    const auto was = before.find(path);
    const auto is = after.find(path);
    return was != before.end() && is != after.end() && was->second == is->second;
  });
  claims::sort(expected);
  CheckAnswer as_state, as_edits, quick;
  Checker(session, result).since(base, as_state);
  Checker(session, base, edits).since(base, as_edits);
  Checker(session, result).errors_in(edits, base, quick);
  for (const auto& [path, text] : before) RC_LOG() << "BEFORE " << path << "\n" << text;
  for (const store::Edit& edit : edits)
    RC_LOG() << "EDIT " << edit.path << "\n" << edit.content.value_or("(removed)\n");
  RC_ASSERT(lines(of_states(as_state.problems)) == lines(expected));
  RC_ASSERT(lines(of_states(as_edits.problems)) == lines(expected));
  // The quick judge may leave out of an unchanged file what the same rule had found there before.
  const claims::Diagnostics before_it = whole(session, base), found = of_states(quick.problems);
  claims::Diagnostics known_before;
  for (const claims::Diagnostic& problem : expected) {
    const bool is_found = lines(found).find(to_string(problem)) != std::string::npos;
    const bool was_wrong =
        std::any_of(before_it.begin(), before_it.end(), [&](const claims::Diagnostic& old) {
          return old.file == problem.file && old.rule == problem.rule &&
                 problem.rule == claims::Rule::repeats_target;
        });
    if (!is_found && was_wrong) known_before.push_back(problem);
  }
  std::erase_if(expected, [&](const claims::Diagnostic& problem) {
    return std::any_of(
        known_before.begin(), known_before.end(),
        [&](const claims::Diagnostic& old) { return to_string(old) == to_string(problem); });
  });
  RC_ASSERT(lines(found) == lines(expected));
}

}  // namespace

TEST_CASE("property: a change is judged as both of its states are, whatever it leaves as it is") {
  for (const char* index : {"off", "always"}) {
    setenv("AVER_INDEX", index, 1);
    const Scratch scratch;
    store::Store::init(scratch / "store", {});
    Globals globals;
    globals.directory = (scratch / "store").string();
    Session session(globals);
    CHECK(holds_for_one_in(20, [&] {
      const Files before = any_store();
      judges_as_both_states_do(session, before, any_change_of(before));
    }));
  }
  unsetenv("AVER_INDEX");
}
