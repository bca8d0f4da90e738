// SPDX-License-Identifier: MIT
//
// All actors are read at once: whoever asks then may be several threads.
#include "cli/names/names_of_actors.h"

namespace aver::cli {

claims::ActorNames names_of_actors(const store::View& view) {
  claims::ActorNames names;
  for (const std::string& id : view.ids(claims::RecordKind::actor)) {
    if (const auto decoded = view.actor(id); decoded && decoded->record)
      names.add(*decoded->record);
  }
  return names;
}

}  // namespace aver::cli
