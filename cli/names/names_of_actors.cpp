// SPDX-License-Identifier: MIT
//
// All actors are read at once: whoever asks then may be several threads.
#include "cli/names/names_of_actors.h"

#include "claims/text/fold.h"

namespace aver::cli {

NamesOfActors::NamesOfActors(const store::View& view) {
  for (const std::string& id : view.ids(claims::RecordKind::actor)) {
    const auto decoded = view.actor(id);
    if (!decoded || !decoded->record) continue;
    std::vector<std::string>& names = by_id_[id];
    names = {id, decoded->record->name};
    names.insert(names.end(), decoded->record->aliases.begin(), decoded->record->aliases.end());
    for (const std::string& name : names) {
      const auto [at, is_new] = called_.emplace(claims::plain(name), id);
      if (!is_new && at->second != id) at->second.clear();
    }
  }
}

const std::vector<std::string>* NamesOfActors::of(const std::string& who) const {
  auto at = by_id_.find(who);
  if (at == by_id_.end()) {
    const auto one = called_.find(claims::plain(who));
    if (one != called_.end()) at = by_id_.find(one->second);
  }
  return at == by_id_.end() ? nullptr : &at->second;
}

std::vector<std::string> NamesOfActors::all() const {
  std::vector<std::string> all;
  for (const auto& [id, names] : by_id_) all.insert(all.end(), names.begin(), names.end());
  return all;
}

}  // namespace aver::cli
