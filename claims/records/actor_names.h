// SPDX-License-Identifier: MIT
//
// What actors are called, and which actor is meant by words.
//
// One rule for whoever asks: words mean an actor where they are its id, or where exactly one actor
// has them as its name, another name or an earlier id, but for case, accents and typography. Words
// that two actors are called mean neither. In words: claims/FORMAT.md, "Actor".
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "claims/records/records.h"

namespace aver::claims {

class ActorNames {
 public:
  void add(const Actor& actor);

  // The id of an actor, its name and its other names, in this order; null where no actor has the
  // id.
  const std::vector<std::string>* of(const std::string& id) const;

  // The ids of all actors that are called so, sorted.
  std::vector<std::string> called(std::string_view words) const;

  // The actor that is meant; empty where that is none, or several.
  std::string meant_by(std::string_view words) const;

  // of() for each actor, by id.
  const std::map<std::string, std::vector<std::string>, std::less<>>& all() const { return by_id_; }

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> by_id_;
  std::map<std::string, std::set<std::string>> called_;  // plain() name -> ids
};

}  // namespace aver::claims
