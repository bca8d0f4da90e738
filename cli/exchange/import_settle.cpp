// SPDX-License-Identifier: MIT
//
// Decides for one incoming record whether it is new, an update, the same again, or in conflict.
// Opens nothing: what is there is asked through functions.
#include "cli/exchange/import_settle.h"

#include <algorithm>
#include <utility>

#include "claims/records/codec.h"
#include "claims/text/paths.h"

namespace aver::cli {

using claims::RecordKind;

StancePlace place_of_stance(
    const std::string& path, std::uint64_t content,
    const std::function<ImportFileTable::File*(const std::string&)>& find,
    const std::function<bool(const std::string&, const ImportFileTable::File&)>& is_like) {
  using What = ImportFileTable::What;
  const std::string base = path.substr(0, path.size() - std::string_view(".toml").size());
  StancePlace place;
  for (unsigned number = 1;; ++number) {
    place.path = number == 1 ? path : base + "-" + std::to_string(number) + ".toml";
    ImportFileTable::File* there = find(place.path);
    if (there == nullptr) break;
    if (there->what == What::made) {
      if (there->content != content) continue;
      place.fate = Fate::again;
      return place;
    }
    if (is_like(place.path, *there)) {
      place.fate = std::exchange(there->met, true) ? Fate::again : Fate::there;
      return place;
    }
    if (!there->met) place.others.push_back(place.path);
  }
  if (!place.others.empty()) place.fate = Fate::conflict;
  return place;
}

std::string bytes_of_unknown(const claims::RecordRef& record) {
  if (!claims::id_problem(record.id).empty()) return "";
  std::string name(claims::last_part(record.id));
  std::replace(name.begin(), name.end(), '-', ' ');
  bool upper = true;
  for (char& c : name) {
    if (upper && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    upper = c == ' ';
  }
  if (record.kind == RecordKind::actor) {
    claims::Actor actor;
    actor.name = name;
    actor.kind = name.find(' ') == name.npos ? "org" : "person";
    return claims::encode(actor);
  }
  if (record.kind == RecordKind::source) {
    claims::Source source;
    source.title = name;
    return claims::encode(source);
  }
  return "";
}

}  // namespace aver::cli
