// SPDX-License-Identifier: MIT
//
// Decides for one incoming record whether it is new, an update, the same again, or in conflict.
// Opens nothing: what is there is asked through functions.
#include "cli/exchange/import_settle.h"

#include <algorithm>
#include <set>
#include <utility>

#include "claims/records/codec.h"
#include "claims/text/paths.h"

namespace aver::cli {

using claims::RecordKind;

namespace {

// "…/2024-10-31-uw.toml" -> "…/2024-10-31-uw-2.toml"; number 1 is the path itself.
std::string numbered(const std::string& path, unsigned number) {
  if (number == 1) return path;
  return path.substr(0, path.size() - std::string_view(".toml").size()) + "-" +
         std::to_string(number) + ".toml";
}

}  // namespace

StancePlace place_of_stance(
    const StancePaths& paths, std::uint64_t content,
    const std::function<ImportFileTable::File*(const std::string&)>& find,
    const std::function<bool(const std::string&, const ImportFileTable::File&)>& is_like) {
  using What = ImportFileTable::What;
  StancePlace place;
  // Where it is like a file of the store, sets the place; keeps the others.
  const auto is_there = [&](const std::string& path, ImportFileTable::File& there,
                            std::vector<std::string>& others) {
    if (is_like(path, there)) {
      place.path = path;
      place.fate = std::exchange(there.met, true) ? Fate::again : Fate::there;
      return true;
    }
    if (!there.met) others.push_back(path);
    return false;
  };
  std::vector<std::string> own;
  std::string free;
  for (unsigned number = 1; free.empty(); ++number) {
    const std::string path = numbered(paths.own, number);
    ImportFileTable::File* there = find(path);
    if (there == nullptr) {
      free = path;
    } else if (there->what != What::made) {
      if (is_there(path, *there, own)) return place;
    } else if (there->content == content) {
      place.path = path;
      place.fate = Fate::again;
      return place;
    }
  }
  const std::set<std::string> of_former(paths.former.begin(), paths.former.end());
  for (const std::string& former : paths.former) {
    std::vector<std::string> others;
    for (unsigned number = 1;; ++number) {
      const std::string path = numbered(former, number);
      ImportFileTable::File* there = find(path);
      if (there == nullptr) break;
      if (there->what == What::in_store && is_there(path, *there, others)) return place;
    }
    if (former == paths.written) {
      place.others = std::move(others);
    } else if (paths.written != paths.own && !of_former.contains(paths.written)) {
      own.insert(own.end(), others.begin(), others.end());
    }
  }
  if (place.others.empty()) place.others = std::move(own);
  place.path = free;
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
