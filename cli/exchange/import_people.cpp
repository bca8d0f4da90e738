// SPDX-License-Identifier: MIT
//
// Puts whoever is meant in place of each name of a holder, speaker or reporter.
#include "cli/exchange/import_people.h"

#include <algorithm>

namespace aver::cli {
namespace {

namespace toml = claims::toml;

void name_people(toml::Value& value, const WhoIsMeant& meant) {
  if (auto* who = std::get_if<std::string>(&value.data)) {
    *who = meant(*who);
  } else if (auto* list = std::get_if<toml::Array>(&value.data)) {
    for (toml::Value& one : *list) name_people(one, meant);
  }
}

void name_people(toml::Table& table, const WhoIsMeant& meant) {
  for (toml::Entry& entry : table) {
    if (entry.key == "holder" || entry.key == "speaker" || entry.key == "via")
      name_people(entry.value, meant);
    auto* list = std::get_if<toml::Array>(&entry.value.data);
    if (entry.key != "evidence" || list == nullptr) continue;
    for (toml::Value& one : *list) {
      if (auto* evidence = std::get_if<toml::Table>(&one.data)) name_people(*evidence, meant);
    }
  }
}

toml::Value named(toml::Value value, const WhoIsMeant& meant) {
  if (auto* evidence = std::get_if<toml::Table>(&value.data)) {
    name_people(*evidence, meant);
  } else {
    name_people(value, meant);
  }
  return value;
}

}  // namespace

toml::Table with_people(toml::Table stance, const WhoIsMeant& meant) {
  name_people(stance, meant);
  return stance;
}

toml::Table spelled_as_in(const toml::Table& there, toml::Table stance, const WhoIsMeant& meant) {
  for (toml::Entry& entry : stance) {
    if (entry.key != "via" && entry.key != "evidence") continue;
    const toml::Value* old = toml::find(there, entry.key);
    const auto* has = old == nullptr ? nullptr : std::get_if<toml::Array>(&old->data);
    auto* list = std::get_if<toml::Array>(&entry.value.data);
    if (has == nullptr || list == nullptr) continue;
    for (toml::Value& one : *list) {
      const toml::Value wanted = named(one, meant);
      const auto same = std::find_if(has->begin(), has->end(), [&](const toml::Value& other) {
        return named(other, meant) == wanted;
      });
      if (same != has->end()) one = *same;
    }
  }
  return stance;
}

}  // namespace aver::cli
