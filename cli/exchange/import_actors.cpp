// SPDX-License-Identifier: MIT
//
// An index of all actor names by slug, built on the first question and never after: an import asks
// it once a row.
#include "cli/exchange/import_actors.h"

#include "claims/exchange/slugs.h"
#include "claims/text/fold.h"
#include "claims/text/paths.h"

namespace aver::cli {

using claims::RecordKind;

// The one actor that a name with this slug may be; "" where there is none, or several.
std::string ImportActors::with_slug(const std::string& slug) {
  if (!by_slug_) {
    by_slug_.emplace();
    for (const std::string& actor : tip_.ids(RecordKind::actor)) {
      std::set<std::string> names = {std::string(claims::last_part(actor))};
      if (const auto decoded = tip_.actor(actor); decoded && decoded->record) {
        names.insert(claims::stable_slug(decoded->record->name));
        for (const std::string& alias : decoded->record->aliases) {
          names.insert(claims::id_problem(alias).empty() ? alias : claims::stable_slug(alias));
        }
      }
      for (const std::string& name : names) (*by_slug_)[name].push_back(actor);
    }
  }
  const auto found = by_slug_->find(slug);
  return found == by_slug_->end() || found->second.size() != 1 ? "" : found->second.front();
}

std::string ImportActors::called(std::string_view name) {
  return with_slug(claims::stable_slug(name));
}

std::string ImportActors::named(const std::string& name) {
  if (!by_name_) {
    by_name_.emplace();
    for (const std::string& id : tip_.ids(RecordKind::actor)) {
      const auto decoded = tip_.actor(id);
      if (!decoded || !decoded->record) continue;
      (*by_name_)[claims::plain(decoded->record->name)].insert(id);
      for (const std::string& alias : decoded->record->aliases)
        (*by_name_)[claims::plain(alias)].insert(id);
    }
  }
  const auto found = by_name_->find(claims::plain(name));
  return found == by_name_->end() || found->second.size() != 1 ? "" : *found->second.begin();
}

std::string ImportActors::namesake(const std::string& id, std::string_view name) {
  if (tip_.has({RecordKind::actor, id})) return "";
  const std::string found = called(name);
  return found == id ? "" : found;
}

std::string ImportActors::meant_by(const std::string& id) {
  if (const auto told = meant_.find(id); told != meant_.end()) return told->second;
  std::string actor = with_slug(id);
  if (!actor.empty()) taken_.emplace(id, actor);
  return actor;
}

}  // namespace aver::cli
