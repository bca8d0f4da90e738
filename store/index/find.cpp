// SPDX-License-Identifier: MIT
//
// A record by what is known of its id: by the index where there is one, else by walking trees.
#include <algorithm>

#include "claims/records/codec.h"
#include "claims/text/paths.h"
#include "claims/text/record_folders.h"
#include "store/records_index.h"
#include "store/store.h"
#include "store/view/state.h"

namespace aver::store {

std::vector<std::string> View::find(claims::RecordKind kind, std::string_view name) const {
  if (kind != claims::RecordKind::stance && !claims::id_problem(name).empty()) return {};
  if (has({kind, std::string(name)})) return {std::string(name)};
  std::vector<std::string> found;
  if (state_->index != nullptr) {
    const std::string last(claims::last_part(name));
    if (auto known = state_->index->named(*this, kind, last)) {
      for (std::string& id : *known) {
        if (claims::is_trailing_part(id, name) && has({kind, id})) found.push_back(std::move(id));
      }
      std::sort(found.begin(), found.end());
      return found;
    }
  }
  for (std::string& id : ids(kind)) {
    if (claims::is_trailing_part(id, name)) found.push_back(std::move(id));
  }
  return found;
}

std::vector<std::string> View::may_have_been(claims::RecordKind kind, std::string_view id) const {
  if (state_->index != nullptr) {
    const bool whole = kind == claims::RecordKind::actor;
    const std::string last(whole ? id : claims::last_part(id));
    if (auto known = state_->index->formerly(*this, kind, last)) return std::move(*known);
  }
  return ids(kind);
}

namespace {

// False where the undecoded text of an actor surely has no id among its aliases. Without comments,
// escapes and strings in single quotes, each string is from one mark to the next.
bool may_have_former_ids(std::string_view text) {
  constexpr std::string_view kKey = "aliases";
  if (text.find_first_of("\\#'") != text.npos) return true;
  for (std::size_t key = text.find(kKey); key != text.npos; key = text.find(kKey, key + 1)) {
    for (std::size_t at = key; at < text.size() && text[at] != ']'; ++at) {
      if (text[at] != '"') continue;
      const std::size_t begin = ++at;
      at = text.find('"', at);
      if (at == text.npos) break;
      if (claims::id_problem(text.substr(begin, at - begin)).empty()) return true;
    }
  }
  return false;
}

}  // namespace

// Asked only where a record names somebody who is no actor. Decodes the actors that may have former
// ids: those that the index knows, where there is one, else those whose texts look so.
const std::map<std::string, std::vector<std::string>>& View::State::former_ids(
    const View& view) const {
  if (former_actors) return *former_actors;
  former_actors.emplace();
  const auto add = [&](const std::string& id, const std::string& text) {
    const auto decoded = claims::decode_actor(text, claims::actor_path(id));
    if (!decoded.record) return;
    for (const std::string& alias : decoded.record->aliases) {
      if (alias == id || !claims::id_problem(alias).empty()) continue;
      std::vector<std::string>& whose = (*former_actors)[alias];
      if (whose.empty() || whose.back() != id) whose.push_back(id);
    }
  };
  if (index != nullptr) {
    if (const auto known = index->with_former_ids(view, claims::RecordKind::actor)) {
      for (const std::string& id : *known) {
        if (const auto text = view.read(claims::actor_path(id))) add(id, *text);
      }
      return *former_actors;
    }
  }
  view.walk(claims::record_folder(claims::RecordKind::actor),
            [&](const std::string& path, const BlobId& blob) {
              const auto record = claims::record_at(path);
              if (!record || record->kind != claims::RecordKind::actor) return true;
              if (const std::string text = view.read_blob(blob); may_have_former_ids(text))
                add(record->id, text);
              return true;
            });
  return *former_actors;
}

namespace {

// Of claims there are many: only those are read that may have had the id.
std::optional<std::string> claim_called_now(const View& view, const std::string& id) {
  for (const std::string& one : view.may_have_been(claims::RecordKind::claim, id)) {
    const auto claim = view.claim(one);
    if (!claim || !claim->record) continue;
    const std::vector<std::string>& aliases = claim->record->aliases;
    if (std::find(aliases.begin(), aliases.end(), id) != aliases.end()) return one;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> KnownIn::called_now(const claims::RecordRef& record) const {
  if (record.kind == claims::RecordKind::claim) return claim_called_now(view_, record.id);
  const bool is_actor = record.kind == claims::RecordKind::actor;
  if (!is_actor && record.kind != claims::RecordKind::source) return std::nullopt;
  const auto made = former_ids_.try_emplace(record.kind);
  std::map<std::string, std::string>& former = made.first->second;
  const bool is_new = made.second;
  for (const std::string& id : is_new ? view_.ids(record.kind) : std::vector<std::string>()) {
    const auto note = [&](const auto& decoded) {
      if (!decoded || !decoded->record) return;
      for (const std::string& alias : decoded->record->aliases) former.emplace(alias, id);
    };
    if (is_actor) note(view_.actor(id));
    if (!is_actor) note(view_.source(id));
  }
  const auto found = former.find(record.id);
  return found == former.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace aver::store
