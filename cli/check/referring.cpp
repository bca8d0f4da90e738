// SPDX-License-Identifier: MIT
//
// Asks the index which claims may be concerned, and searches the texts of their files for the ids,
// so that few are decoded. What a file refers to is then read from its text.
#include "cli/check/referring.h"

#include <algorithm>
#include <map>
#include <vector>

#include "claims/check/changed.h"
#include "claims/merge/renames.h"
#include "claims/query/claim_conditions.h"
#include "claims/records/codec.h"
#include "claims/records/references.h"
#include "claims/text/paths.h"
#include "store/records_index.h"

namespace aver::cli {
namespace {

using claims::ClaimCondition;
using claims::RecordKind;
using claims::RecordRef;
using store::View;

// True where the text may have one of the words in it: a backslash may spell it in escapes.
bool may_have(const std::string& text, const std::set<std::string>& words) {
  if (words.empty()) return false;
  return text.find('\\') != text.npos ||
         std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return text.find(word) != text.npos; });
}

class Search {
 public:
  Search(Session& session, const View& view, const Referents& what)
      : session_(session), view_(view), what_(what), to_(what.gone) {
    for (const std::string& source : what.changed) to_.insert({RecordKind::source, source});
    for (const RecordRef& one : to_) {
      ids_[one.kind].insert(one.id);
      all_ids_.insert(one.id);
    }
  }

  Referring run(bool warned) {
    const std::set<std::string>& actors = ids_[RecordKind::actor];
    if (warned && !actors.empty()) {
      in_every_claim();
    } else {
      in_claims(sought(actors, ids_[RecordKind::source]), all_ids_);
    }
    if (!ids_[RecordKind::claim].empty()) {
      view_.each_claim("", [&](const std::string& claim) {
        look_at(claims::claim_path(claim), ids_[RecordKind::claim]);
        return true;
      });
    }
    if (!actors.empty()) in_actors(actors);
    for (const RecordRef& one : what_.fresh) find_aliases(one);
    if (!walked_.empty()) walk_aliases();
    find_words();
    return std::move(found_);
  }

 private:
  static std::vector<ClaimCondition> sought(const std::set<std::string>& holders,
                                            const std::set<std::string>& sources) {
    std::vector<ClaimCondition> any;
    const auto add = [&](std::vector<std::string> claims::WantedStance::*list,
                         const std::set<std::string>& ids) {
      if (ids.empty()) return;
      any.emplace_back();
      (any.back().stance.*list).assign(ids.begin(), ids.end());
    };
    add(&claims::WantedStance::holders, holders);
    add(&claims::WantedStance::sources, sources);
    return any;
  }

  void in_every_claim() {
    view_.each_claim("", [&](const std::string& claim) {
      in_claim(claim, all_ids_);
      return true;
    });
  }

  void in_claim(const std::string& claim, const std::set<std::string>& ids) {
    for (const std::string& name : view_.stance_names(claim))
      look_at(claims::stance_path(claim, name), ids);
  }

  // Looks at the stances of which one of the conditions may be true.
  void in_claims(const std::vector<ClaimCondition>& any, const std::set<std::string>& ids) {
    if (any.empty()) return;
    const auto proposed = session_.store().records().candidates(view_, any, true);
    if (!proposed) return in_every_claim();
    for (const auto& [claim, known] : *proposed) {
      if (!known) {
        in_claim(claim, ids);
        continue;
      }
      for (const auto& stance : known->stances)
        look_at(claims::stance_path(claim, stance.first), ids);
    }
  }

  void in_actors(const std::set<std::string>& ids) {
    view_.walk("actors", [&](const std::string& path, const store::BlobId&) {
      look_at(path, ids);
      return true;
    });
  }

  void look_at(const std::string& path, const std::set<std::string>& ids) {
    const auto record = claims::record_at(path);
    const auto text = record ? view_.read(path) : std::nullopt;
    if (!text || !may_have(*text, ids)) return;
    for (const claims::Reference& reference : claims::references(*text, *record)) {
      if (!to_.contains(reference.to)) continue;
      found_.files.insert(path);
      return;
    }
  }

  // Only the index of records knows whose alias an id may be, and not of actors.
  void find_aliases(const RecordRef& fresh) {
    if (fresh.kind == RecordKind::actor) {
      walked_.insert(fresh.kind);
      return;
    }
    const std::string last(claims::last_part(fresh.id));
    const auto known = session_.store().records().formerly(view_, fresh.kind, last);
    if (!known) {
      walked_.insert(fresh.kind);
      return;
    }
    for (const std::string& id : *known) note_aliases({fresh.kind, id});
  }

  void walk_aliases() {
    for (const RecordKind kind : walked_) {
      for (const std::string& id : view_.ids(kind)) note_aliases({kind, id});
    }
  }

  void note_aliases(const RecordRef& record) {
    const std::string path = claims::path_of(record);
    const auto text = view_.read(path);
    if (!text || !may_have(*text, {"aliases"})) return;
    for (const std::string& alias : claims::aliases_of(*text, record)) {
      if (what_.fresh.contains({record.kind, alias})) found_.files.insert(path);
    }
  }

  void find_words() {
    if (what_.words.empty()) return;
    ClaimCondition wanted;
    wanted.stance.positions.assign(what_.words.begin(), what_.words.end());
    const auto look = [&](const std::string& claim) {
      for (const std::string& name : view_.stance_names(claim)) {
        const std::string path = claims::stance_path(claim, name);
        const auto text = view_.read(path);
        if (!text || !may_have(*text, what_.words)) continue;
        const auto stance = claims::decode_stance(*text, path);
        if (!stance.record || !what_.words.contains(stance.record->position)) continue;
        found_.files.insert(path);
        found_.claims.insert(claim);
      }
      return true;
    };
    const auto proposed = session_.store().records().candidates(view_, {wanted});
    if (!proposed) return view_.each_claim("", look);
    for (const auto& candidate : *proposed) look(candidate.claim);
  }

  Session& session_;
  const View& view_;
  const Referents& what_;
  std::set<RecordRef> to_;
  std::map<RecordKind, std::set<std::string>> ids_;
  std::set<std::string> all_ids_;
  std::set<RecordKind> walked_;
  Referring found_;
};

}  // namespace

Referents referents(const Touched& touched, const claims::Vocabulary& before,
                    const claims::Vocabulary& after) {
  Referents what;
  for (const RecordRef& record : touched.gone) {
    if (claims::can_be_renamed(record)) what.gone.insert(record);
  }
  for (const RecordRef& record : touched.fresh) {
    if (claims::can_be_renamed(record)) what.fresh.insert(record);
  }
  what.changed = touched.sources;
  if (before != after) what.words = claims::words_that_differ(before, after);
  return what;
}

Referring referring(Session& session, const View& view, const Referents& what, bool warned) {
  return Search(session, view, what).run(warned);
}

}  // namespace aver::cli
