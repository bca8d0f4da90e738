// SPDX-License-Identifier: MIT
//
// Reads the rows of one claim at a time, within one transaction, as numbers of words are only valid
// within one. An error ends the use of the index, never the command.
#include <cstring>

#include "claims/text/id.h"
#include "store/index/indexed_stances_state.h"
#include "store/index/rows.h"

namespace aver::store {

IndexedStances::State::State(Database database)
    : database_(std::move(database)),
      one_sight_(database_, Transaction::Kind::read),
      find_folder_(database_.prepare("SELECT id FROM folder WHERE path = ?")),
      stances_(database_.prepare(
          "SELECT name, blob, holder, position, earliest, held, source FROM record "
          "WHERE folder = ? AND " +
          is_kind(RowKind::stance) +
          " AND errors IS NULL AND until IS NULL "
          "AND sets_aside IS NULL AND retracts IS NULL AND repeats IS NULL")),
      find_word_(database_.prepare("SELECT word FROM word WHERE id = ?")) {}

const std::string& IndexedStances::State::word(std::int64_t id) {
  const auto [at, is_new] = words_.try_emplace(id);
  if (is_new && find_word_.with(id).step()) at->second = find_word_.text(0);
  return at->second;
}

void IndexedStances::State::read(std::string_view claim) {
  const std::string path = claims::claim_folder(claim);
  if (!find_folder_.with(path).step()) return;
  stances_.with(find_folder_.integer(0));
  while (stances_.step()) {
    const std::string_view blob = stances_.text(1);
    if (blob.size() != GIT_OID_RAWSZ || stances_.null(4)) continue;
    Brief brief;
    std::memcpy(brief.blob.id, blob.data(), blob.size());
    brief.stance.claim = claim;
    brief.stance.name = stances_.text(0);
    brief.stance.holder = word(stances_.integer(2));
    brief.stance.position = word(stances_.integer(3));
    brief.stance.held = held_of(stances_.integer(4), stances_.text(5));
    if (!stances_.null(6)) brief.stance.source = word(stances_.integer(6));
    std::string name = brief.stance.name;
    folder_.emplace(std::move(name), std::move(brief));
  }
}

const IndexedStances::State::Folder& IndexedStances::State::of(std::string_view claim) {
  folder_.clear();
  if (!usable_) return folder_;
  try {
    read(claim);
  } catch (const DatabaseError&) {
    folder_.clear();
    usable_ = false;
  }
  return folder_;
}

IndexedStances::IndexedStances(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexedStances::~IndexedStances() = default;

}  // namespace aver::store
