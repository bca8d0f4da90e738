// SPDX-License-Identifier: MIT
//
// The recorded clock (claims/check/clock.h) of the commits of a store. Answers from the index of
// the history where the store has one, else from git's list of first parents. Both give the same
// answer. Never asks what time it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claims/check/clock.h"
#include "store/values.h"

namespace aver::store {

class Store;
class View;

// The commits that `[clock] wrong` of a view's aver.toml names; none where it cannot be read.
std::vector<CommitId> wrong_stamps(const View& view);

// The same of the text of an aver.toml.
std::vector<CommitId> wrong_stamps(const std::string& settings);

// What was known at a time on the line of first parents that ends in `tip`; commits in `wrong` have
// no say. With an index this is a look-up, where no stamp up to there is named as wrong.
claims::KnownThen known_at(const Store& store, const CommitId& tip, std::int64_t time,
                           const std::vector<CommitId>& wrong);

// The stamp that the day of `tip` goes by, where those later than `latest` do not count; nothing
// where none counts.
std::optional<claims::Stamp> clock_of(const Store& store, const CommitId& tip, std::int64_t latest,
                                      const std::vector<CommitId>& wrong);

// For a commit that git is about to make on top of `parent`. Throws StoreError(refused) where its
// stamp would be later than now, or a day or more before the day of the parent; commits that
// `wrong` names have no say.
void require_good_stamp(const Store& store, const CommitId& parent,
                        const std::vector<CommitId>& wrong);

// True where the tip, or a first parent of it, has a record: it may be gone since.
bool clock_has_begun(const Store& store, const CommitId& tip);

// True where the commit is the tip, or one of its first parents.
bool is_first_parent(const Store& store, const CommitId& commit, const CommitId& tip);

// The stamps of the line of first parents that ends in a commit, oldest first, from the first
// commit that has a record.
std::vector<claims::Stamp> stamps_of(const Store& store, const CommitId& tip);

// The same with what is new behind `since`: the stamps from `from` on. Of those before it at least
// the one that the day of the first new one builds on is there.
struct NewStamps {
  std::vector<claims::Stamp> line;
  std::size_t from = 0;
  bool has_since = false;  // it is the tip, or one of its first parents
};
NewStamps stamps_since(const Store& store, const CommitId& since, const CommitId& tip,
                       std::int64_t latest, const std::vector<CommitId>& wrong);

}  // namespace aver::store
