// SPDX-License-Identifier: MIT
//
// Tries the ways in which a name can be meant, the cheap ones first: a whole id, a trailing part, a
// former id, an actor's name. Only the last two read records.
#include "cli/names/names.h"

#include <algorithm>
#include <optional>

#include "claims/text/paths.h"
#include "claims/text/record_folders.h"
#include "claims/text/similar.h"
#include "cli/names/names_of_actors.h"
#include "cli/terminal/command_echo.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using claims::RecordRef;
using store::Fault;
using store::StoreError;
using store::View;

// A name that leads out of the store is told so, and never looked up. A topic may end in "/".
void refuse_outside(const std::string& name) {
  const std::string_view path(name);
  if (!claims::is_plain_path(path.substr(0, path.size() - (path.ends_with('/') ? 1 : 0))))
    throw StoreError(Fault::usage, claims::id_problem(name), {}, "aver help ids");
}

[[noreturn]] void ambiguous(const std::string& name, const std::vector<std::string>& meanings) {
  constexpr std::size_t kShown = 8;
  std::vector<std::string> causes;
  for (std::size_t i = 0; i < meanings.size() && i < kShown; ++i) causes.push_back(meanings[i]);
  if (meanings.size() > kShown) {
    causes.push_back("… and " + std::to_string(meanings.size() - kShown) + " more");
  }
  throw StoreError(Fault::ambiguous, "\"" + name + "\" could mean several records", causes,
                   "write more of the id: " + meanings.front());
}

// Looked up only where nothing has the name as its id: this reads every record of the kind.
template <class Read>
std::vector<std::string> by_former_id(const View& view, RecordKind kind, const std::string& name,
                                      Read read) {
  std::vector<std::string> found;
  for (const std::string& id : view.ids(kind)) {
    const auto decoded = read(id);
    if (!decoded || !decoded->record) continue;
    const std::vector<std::string>& aliases = decoded->record->aliases;
    const bool had_it = std::any_of(aliases.begin(), aliases.end(), [&](const std::string& alias) {
      return claims::is_trailing_part(alias, name);
    });
    if (had_it) found.push_back(id);
  }
  return found;
}
std::vector<std::string> by_former_id(const View& view, RecordKind kind, const std::string& name) {
  if (kind == RecordKind::source) {
    return by_former_id(view, kind, name, [&](const std::string& id) { return view.source(id); });
  }
  return by_former_id(view, RecordKind::claim, name,
                      [&](const std::string& id) { return view.claim(id); });
}

struct ActorsFound {
  std::vector<std::string> found;
  std::vector<std::string> all;  // ids, for guesses
};
ActorsFound by_actor_name(const View& view, const std::string& name) {
  const claims::ActorNames names = names_of_actors(view);
  ActorsFound answer{names.called(name), view.ids(RecordKind::actor)};
  if (!answer.found.empty()) return answer;
  // By a trailing part of a former id.
  for (const auto& [id, all] : names.all()) {
    const bool had_it = std::any_of(all.begin() + 2, all.end(), [&](const std::string& alias) {
      return claims::id_problem(alias).empty() && claims::is_trailing_part(alias, name);
    });
    if (had_it) answer.found.push_back(id);
  }
  return answer;
}

std::string how_to_go_on(RecordKind kind, const std::string& name) {
  if (only_reads()) {
    return kind == RecordKind::actor    ? "aver actor list"
           : kind == RecordKind::source ? "aver source list"
                                        : "aver list";
  }
  const std::string id = claims::id_problem(name).empty() ? name : claims::slug(name);
  const std::string title = id == name ? "NAME" : shell_word(name);
  switch (kind) {
    case RecordKind::claim:
    case RecordKind::stance:
    case RecordKind::review:
      return "aver add " + id + " \"TEXT\"";
    case RecordKind::actor:
      return "aver actor add " + id + " " + (title == "NAME" ? "\"NAME\"" : title);
    case RecordKind::source:
      return "aver source add " + id + " \"TITLE\"";
  }
  return "";
}

NameLookup look_up(const View& view, RecordKind kind, const std::string& given) {
  std::string name = given;
  const std::string folder = std::string(claims::record_folder(kind)) + "/";
  if (name.starts_with(folder)) name.erase(0, folder.size());
  if (name.ends_with(".toml")) name.erase(name.size() - 5);
  if (kind == RecordKind::claim && name.ends_with("/claim")) name.erase(name.size() - 6);

  std::vector<std::string> found = view.find(kind, name);
  std::vector<std::string> guesses;
  if (found.empty() && kind == RecordKind::actor) {
    ActorsFound actors = by_actor_name(view, name);
    found = std::move(actors.found);
    guesses = std::move(actors.all);
  } else if (found.empty()) {
    found = by_former_id(view, kind, name);
    guesses = view.ids(kind);
  }
  if (found.size() == 1) return {found.front(), kind, given, {}, ""};
  if (found.size() > 1) ambiguous(given, found);
  return {std::nullopt, kind, given, claims::nearest(name, guesses), how_to_go_on(kind, name)};
}

NameLookup find_named(const View& view, RecordKind kind, const std::string& given) {
  refuse_outside(given);
  return look_up(view, kind, given);
}

std::string named(const View& view, RecordKind kind, const std::string& given) {
  const NameLookup lookup = find_named(view, kind, given);
  if (!lookup.id) not_found(lookup);
  return *lookup.id;
}

// All stances whose id is `name` or ends in it.
std::vector<std::string> stances_named(const View& view, const std::string& name) {
  if (view.has(RecordRef{RecordKind::stance, name})) return {name};
  // Of a claim that was renamed, by its id of then.
  const claims::StanceId id = claims::split_stance_id(name);
  if (!id.claim.empty() && claims::id_problem(id.claim).empty() &&
      view.find(RecordKind::claim, id.claim).empty()) {
    for (const std::string& claim : by_former_id(view, RecordKind::claim, id.claim)) {
      if (view.has({RecordKind::stance, claim + "/" + id.name})) return {claim + "/" + id.name};
    }
  }
  return view.find(RecordKind::stance, name);
}

}  // namespace

NameLookup find_claim(const View& view, const std::string& name) {
  return find_named(view, RecordKind::claim, name);
}

NameLookup find_actor(const View& view, const std::string& name) {
  return look_up(view, RecordKind::actor, name);
}

void not_found(const NameLookup& nothing) {
  not_found(std::string(to_string(nothing.kind)), nothing.name, nothing.near, nothing.hint);
}

std::string claim_named(const View& view, const std::string& name) {
  return named(view, RecordKind::claim, name);
}

std::string actor_named(const View& view, const std::string& name) {
  return named(view, RecordKind::actor, name);
}

std::string source_named(const View& view, const std::string& name) {
  return named(view, RecordKind::source, name);
}

namespace {

// The day and the holder in a stance's name: "2024-10-31" and "calda"; empty where it has no day.
std::pair<std::string_view, std::string_view> parts_of_stance(std::string_view name) {
  std::size_t at = 0;
  while (at < name.size() && ((name[at] >= '0' && name[at] <= '9') || name[at] == '-')) ++at;
  if (at < 5 || at == name.size() || name[at - 1] != '-') return {};
  return {name.substr(0, at - 1), name.substr(at)};
}

// The stances that may be meant by what looks like one: of the claim that it names, and of its
// holder if that has any there. Nothing where it does not look like one.
std::optional<std::vector<std::string>> stances_near(const View& view, const std::string& name) {
  const claims::StanceId id = claims::split_stance_id(name);
  const std::string_view holder = parts_of_stance(id.name).second;
  if (holder.empty() || id.claim.empty()) return std::nullopt;
  const std::vector<std::string> claims = view.find(RecordKind::claim, id.claim);
  if (claims.size() != 1) return std::nullopt;
  std::vector<std::string> own, all;
  for (const std::string& one : view.stance_names(claims.front())) {
    (parts_of_stance(one).second == holder ? own : all).push_back(claims.front() + "/" + one);
  }
  return claims::nearest(name, own.empty() ? all : own);
}

}  // namespace

RecordRef record_named(const View& view, const std::string& name) {
  refuse_outside(name);
  if (const auto at = claims::record_at(name); at && view.has(*at)) return *at;
  if (name.starts_with("actors/")) return {RecordKind::actor, actor_named(view, name)};
  if (name.starts_with("sources/")) return {RecordKind::source, source_named(view, name)};
  if (name.starts_with("claims/")) return record_named(view, name.substr(7));

  constexpr RecordKind kKinds[] = {RecordKind::claim, RecordKind::actor, RecordKind::source};
  std::vector<RecordRef> found;
  for (const RecordKind kind : kKinds) {
    if (view.has({kind, name})) found.push_back({kind, name});
  }
  if (found.empty() && name.find('/') != name.npos && view.has({RecordKind::stance, name})) {
    return {RecordKind::stance, name};
  }
  if (found.empty()) {
    for (const RecordKind kind : kKinds) {
      for (const std::string& id : view.find(kind, name)) found.push_back({kind, id});
    }
    for (const std::string& id : stances_named(view, name)) {
      found.push_back({RecordKind::stance, id});
    }
  }
  std::vector<std::string> guesses;
  if (found.empty()) {
    ActorsFound actors = by_actor_name(view, name);
    for (const std::string& id : actors.found) found.push_back({RecordKind::actor, id});
    for (const RecordKind kind : {RecordKind::claim, RecordKind::source}) {
      for (const std::string& id : by_former_id(view, kind, name)) found.push_back({kind, id});
    }
    guesses = std::move(actors.all);
  }
  if (found.size() == 1) return found.front();
  if (found.size() > 1) {
    std::vector<std::string> meanings;
    for (const RecordRef& record : found) {
      meanings.push_back(std::string(claims::record_folder(record.kind)) + "/" + record.id);
    }
    ambiguous(name, meanings);
  }
  if (const auto near = stances_near(view, name)) not_found("record", name, *near, "aver list");
  for (const RecordKind kind : {RecordKind::claim, RecordKind::source}) {
    const std::vector<std::string> ids = view.ids(kind);
    guesses.insert(guesses.end(), ids.begin(), ids.end());
  }
  not_found("record", name, claims::nearest(name, guesses), "aver list");
}

std::string words_and_meanings(const claims::Scale& scale, int width, int indent) {
  Columns rows(width, indent);
  for (const claims::Word& word : scale.words) {
    rows.row({safe_line(word.name), safe_line(claims::meaning_of(word))});
  }
  return rows.text();
}

std::string position_named(const claims::Vocabulary& vocabulary, const std::string& word) {
  if (const claims::Meaning meaning = vocabulary.find(word)) return meaning.word->name;
  std::vector<std::string> words;
  for (const claims::Scale& scale : vocabulary.scales()) {
    for (const claims::Word& one : scale.words) words.push_back(one.name);
  }
  const std::vector<std::string> near = claims::nearest(word, words);
  std::string sentence = "\"" + word + "\" is no position in this store's vocabulary";
  if (!near.empty()) sentence += "; did you mean " + near.front() + "?";
  std::vector<std::string> causes;
  if (near.empty()) {
    for (const claims::Scale& scale : vocabulary.scales()) {
      constexpr int kWidth = 80;  // errors are not laid out for the terminal
      std::string list = scale.name + ":\n" + words_and_meanings(scale, kWidth, 2);
      list.pop_back();
      causes.push_back(std::move(list));
    }
  }
  throw StoreError(Fault::usage, std::move(sentence), std::move(causes),
                   mended(word, near, "aver help vocabulary"));
}

void require_good_id(const std::string& id) {
  const std::string problem = claims::id_problem(id);
  if (problem.empty()) return;
  // The nearest valid id, part by part, for the hint.
  std::string better;
  for (std::size_t begin = 0; begin <= id.size();) {
    const std::size_t end = std::min(id.find('/', begin), id.size());
    better += (begin == 0 ? "" : "/") + claims::slug(id.substr(begin, end - begin));
    begin = end + 1;
  }
  const bool helps = id.find("..") == id.npos && id.size() <= claims::kMaxSegmentLength &&
                     claims::id_problem(better).empty();
  throw StoreError(Fault::usage, problem, {}, helps ? "try " + better : "aver help ids");
}

}  // namespace aver::cli
