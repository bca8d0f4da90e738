// SPDX-License-Identifier: MIT
//
// What actors are called: by which ids and names a record may name one.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/store.h"

namespace aver::cli {

class NamesOfActors {
 public:
  // Reads all actors of the view.
  explicit NamesOfActors(const store::View& view);

  // The ids and names of the actor that a record names by an id or in plain words, but for case,
  // accents and typography; null where that is none, or several.
  const std::vector<std::string>* of(const std::string& who) const;

  // Those of all actors.
  std::vector<std::string> all() const;

 private:
  std::map<std::string, std::vector<std::string>> by_id_;
  std::map<std::string, std::string> called_;  // plain() name -> id; empty where two have it
};

}  // namespace aver::cli
