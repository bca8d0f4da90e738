// SPDX-License-Identifier: MIT
//
// Finds actors by name, for imports: which actor of the store a name in the input means.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/records/actor_names.h"
#include "store/store.h"

namespace aver::cli {

class ImportActors {
 public:
  explicit ImportActors(const store::View& tip) : tip_(tip) {}

  // The id of the one actor of the store with this name or alias; "" where there is none, or
  // several.
  std::string called(std::string_view name);

  // What the actors of the store are called.
  const claims::ActorNames& names();

  // The id of the one actor of the store with the same name or alias as the incoming actor `id`; ""
  // where there is none, or where `id` is in the store itself.
  std::string namesake(const std::string& id, std::string_view name);

  // Resolves a holder id that no actor has: to the actor that mean() named for it, or to the one
  // whose name has this id as its slug; "" where there is none. Resolutions by name are listed in
  // taken().
  std::string meant_by(const std::string& id);
  void mean(const std::string& id, const std::string& actor) { meant_[id] = actor; }

  // The resolutions that meant_by() made by name: id in the input -> actor.
  const std::map<std::string, std::string>& taken() const { return taken_; }

 private:
  std::string with_slug(const std::string& slug);

  store::View tip_;
  std::optional<std::map<std::string, std::vector<std::string>>> by_slug_;  // read when asked for
  std::optional<claims::ActorNames> names_;                                 // likewise
  std::map<std::string, std::string> meant_;
  std::map<std::string, std::string> taken_;
};

}  // namespace aver::cli
