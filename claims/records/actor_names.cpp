// SPDX-License-Identifier: MIT
//
// Keeps the actors by each of their names, folded; a name of two is nobody's.
#include "claims/records/actor_names.h"

#include "claims/text/fold.h"

namespace aver::claims {

void ActorNames::add(const Actor& actor) {
  std::vector<std::string>& names = by_id_[actor.id];
  names = {actor.id, actor.name};
  names.insert(names.end(), actor.aliases.begin(), actor.aliases.end());
  for (const std::string& name : names) {
    if (std::string words = plain(name); !words.empty()) called_[std::move(words)].insert(actor.id);
  }
}

const std::vector<std::string>* ActorNames::of(const std::string& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &found->second;
}

std::vector<std::string> ActorNames::called(std::string_view words) const {
  if (by_id_.contains(words)) return {std::string(words)};
  const auto found = called_.find(plain(words));
  if (found == called_.end()) return {};
  return {found->second.begin(), found->second.end()};
}

std::string ActorNames::meant_by(std::string_view words) const {
  std::vector<std::string> ids = called(words);
  return ids.size() == 1 ? std::move(ids.front()) : "";
}

}  // namespace aver::claims
