// SPDX-License-Identifier: MIT
//
// What becomes of a record that came in, beside what is there: in the store, or made by an earlier
// row.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "claims/text/id.h"
#include "cli/exchange/import_file_table.h"

namespace aver::cli {

enum class Fate { made, updated, there, again, conflict, bad };

// A stance's place among those of its day and holder.
struct StancePlace {
  Fate fate = Fate::made;  // made, there, again; conflict: the store has others, and none like it
  std::string path;
  std::vector<std::string> others;  // with conflict: those that no row has said yet, in order
};

// Where a stance may lie, all without a number: "…/2024-10-31-uw.toml".
struct StancePaths {
  std::string own;                  // by its holder
  std::string written;              // by the id that the row has for the holder
  std::vector<std::string> former;  // by the other ids that lead to the holder
};

// `content` is the stance's content, as the file table has it. `find` gives the file at a path,
// null where there is none; `is_like`, whether the store's file there says all that the stance
// does.
//
// The first of the day is <held>-<holder>; the next of other contents gets -2, as the rows come.
// Marks the store's file that it is as met. A record under another id of the holder is the stance
// where it is like it; it is what the row may have changed where the row has that id, or none of
// them.
StancePlace place_of_stance(
    const StancePaths& paths, std::uint64_t content,
    const std::function<ImportFileTable::File*(const std::string&)>& find,
    const std::function<bool(const std::string&, const ImportFileTable::File&)>& is_like);

// The file of an actor or a source that was referred to and never came, with its id for a name:
// "uw/albert-brindle" is "Albert Brindle". Empty for records of other kinds, and for what is no id.
std::string bytes_of_unknown(const claims::RecordRef& record);

}  // namespace aver::cli
