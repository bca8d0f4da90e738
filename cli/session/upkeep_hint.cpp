// SPDX-License-Identifier: MIT
//
// The time of an empty file under .git/aver/ is that of the last hint. Whatever goes wrong here is
// ignored: a hint is worth no failure.
#include "cli/session/upkeep_hint.h"

#include <chrono>
#include <filesystem>
#include <fstream>

#include "store/upkeep.h"

namespace aver::cli {

namespace fs = std::filesystem;

void hint_at_upkeep(Session& session) {
  if (!session.out.talks_to_terminal() || !session.has_opened_store()) return;
  try {
    // The time of this file is that of the last hint.
    const fs::path said = session.store().private_dir() / "maintain-hint";
    std::error_code error;
    const auto when = fs::last_write_time(said, error);
    if (!error && fs::file_time_type::clock::now() - when < std::chrono::hours(24)) return;
    const auto why = store::upkeep_due(session.store());
    if (!why) return;
    fs::create_directories(said.parent_path(), error);
    if (!(std::ofstream(said) << "\n")) return;  // read-only: it would be said each time
    session.out.talk("hint: the store has " + *why + ": aver maintain makes it quicker\n");
  } catch (const store::StoreError&) {
    // A hint is worth no failure.
  }
}

}  // namespace aver::cli
