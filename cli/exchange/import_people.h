// SPDX-License-Identifier: MIT
//
// Whether two records of a stance name the same people, however they spell them: what came in is
// compared by what it means, and what is there stays as it is written.
#pragma once

#include <functional>
#include <string>

#include "claims/toml/toml.h"

namespace aver::cli {

// The id of the actor that is meant by an id or by words; the same text where none is.
using WhoIsMeant = std::function<std::string(const std::string& who)>;

// The table of a stance, with each person by what is meant.
claims::toml::Table with_people(claims::toml::Table stance, const WhoIsMeant& meant);

// The same, with reporters and further evidence spelled as in `there`, where those are there that
// mean the same.
claims::toml::Table spelled_as_in(const claims::toml::Table& there, claims::toml::Table stance,
                                  const WhoIsMeant& meant);

}  // namespace aver::cli
