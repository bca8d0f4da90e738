// SPDX-License-Identifier: MIT
//
// An index of all actor names by slug, built on the first question and never after: an import asks
// it once a row.
#include "cli/exchange/import_actors.h"

#include <set>

#include "claims/exchange/slugs.h"
#include "claims/text/paths.h"
#include "cli/names/names_of_actors.h"

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

const claims::ActorNames& ImportActors::names() {
  if (!names_) names_ = names_of_actors(tip_);
  return *names_;
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
