// SPDX-License-Identifier: MIT
//
// What the actors of a view are called.
#pragma once

#include "claims/records/actor_names.h"
#include "store/store.h"

namespace aver::cli {

// Reads all actors of the view.
claims::ActorNames names_of_actors(const store::View& view);

}  // namespace aver::cli
