// SPDX-License-Identifier: MIT
//
// A record by what is known of its id: by the index where there is one, else by walking trees.
#include <algorithm>

#include "claims/text/paths.h"
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

}  // namespace aver::store
