// SPDX-License-Identifier: MIT
//
// Actors by their names, for imports: who a name of the input is in the store as it was.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace aver::cli {

class ImportActors {
 public:
  explicit ImportActors(const store::View& tip) : tip_(tip) {}

  // The id of the one actor of the store with this name or alias; "" where there is none, or
  // several.
  std::string called(std::string_view name);

  // The id of the one actor of the store that has the name (or alias) of this one, which comes in
  // under another id; "" where there is none, or where this one is in the store itself.
  std::string namesake(const std::string& id, std::string_view name);

  // Who is meant by a holder's id that is nobody's: somebody whose name makes that id, or who was
  // named for it (mean()). What the store knew is remembered for taken().
  std::string meant_by(const std::string& id);
  void mean(const std::string& id, const std::string& actor) { meant_[id] = actor; }

  // What meant_by() has found: id written -> actor.
  const std::map<std::string, std::string>& taken() const { return taken_; }

 private:
  std::string with_slug(const std::string& slug);

  store::View tip_;
  std::optional<std::map<std::string, std::vector<std::string>>> by_slug_;  // read when asked for
  std::map<std::string, std::string> meant_;
  std::map<std::string, std::string> taken_;
};

}  // namespace aver::cli
