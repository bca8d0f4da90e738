// SPDX-License-Identifier: MIT
//
// A text in the user's editor, with what is wrong with it as comments at its top.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "claims/diagnostic.h"
#include "cli/session.h"

namespace aver::cli {

// Opens the file in the editor that git would open (GIT_EDITOR, core.editor, VISUAL, EDITOR) and
// waits. Throws StoreError(refused) where it exits with a failure, usage where there is none.
void open_editor(Session& session, const std::filesystem::path& file);

// Lines of ours that go in front of a text for the editor, and are taken out of it again. They
// begin with "#! ".
std::string with_messages(std::string_view text, const std::vector<std::string>& messages);
std::string without_messages(std::string_view text);

// "line 3: sentence (hint)", one each.
std::vector<std::string> messages_of(const claims::Diagnostics& problems);

// True where the user wants to go back into the editor; false without asking where standard input
// is no terminal.
bool wants_to_edit_again(Session& session);

}  // namespace aver::cli
