// SPDX-License-Identifier: MIT
//
// How failures are reported, and the exit code of each.
//
//   error: what happened, to which file
//   caused by: …
//   hint: the exact command that helps
#pragma once

#include <string>
#include <vector>

#include "claims/text/diagnostic.h"
#include "cli/terminal/output.h"
#include "store/error.h"

namespace aver::cli {

inline constexpr int kDone = 0;
inline constexpr int kAnswerIsNo = 1;
inline constexpr int kUsage = 2;
inline constexpr int kConflict = 3;
inline constexpr int kNotFound = 4;
inline constexpr int kLocked = 5;
inline constexpr int kRemote = 6;
inline constexpr int kBadData = 7;
inline constexpr int kUnsaid = 8;  // done, but the answer could not be written
inline constexpr int kBug = 70;

int exit_code(store::Fault fault);

// Prints the error on standard error and returns its exit code.
int report(const store::StoreError& error, Output& out);

// Prints diagnostics, one a line, each with its hint below.
void report(const claims::Diagnostics& diagnostics, Output& out);

// "; did you mean a, b or c?"; empty where nothing is near.
std::string did_you_mean(const std::vector<std::string>& near);

// The command as it was typed, with the nearest name in place of `name`; `hint` where there is
// none.
std::string mended(const std::string& name, const std::vector<std::string>& near, std::string hint);

// Throws StoreError(not_found) for a name that nothing has: "there is no holder "cadla"", with the
// names near to it and, as a hint, the command with the nearest one, or else `hint`.
[[noreturn]] void not_found(const std::string& what, const std::string& name,
                            const std::vector<std::string>& near, std::string hint);

// The word, quoted for a shell where needed.
std::string shell_word(const std::string& word);

}  // namespace aver::cli
