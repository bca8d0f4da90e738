// SPDX-License-Identifier: MIT
//
// Lets the user edit a text until it is sound; findings are shown as comments at its top.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/text/diagnostic.h"
#include "cli/session/session.h"
#include "store/draft.h"

namespace aver::cli {

// Opens the file in the editor that git would open (GIT_EDITOR, core.editor, VISUAL, EDITOR) and
// waits. Throws StoreError(refused) where it exits with a failure, usage where there is none.
void open_editor(Session& session, const std::filesystem::path& file);

// Adds messages as lines before a text for the editor, and removes them again. These lines begin
// with "#! ".
std::string with_messages(std::string_view text, const std::vector<std::string>& messages);
std::string without_messages(std::string_view text);

// One line for each problem: "line 3: sentence (hint)".
std::vector<std::string> messages_of(const claims::Diagnostics& problems);

// Opens the draft in the editor, again and again, until `judge` finds no error in it, and returns
// its text. Where the user gives up, the draft is kept and nothing is returned. A text that was
// emptied is returned at once. Where the editor fails (open_editor throws), an unchanged draft is
// removed.
std::optional<std::string> edit_draft(
    Session& session, store::Draft& draft, std::string text, const store::BlobId& base,
    std::vector<std::string> messages,
    const std::function<claims::Diagnostics(const std::string& text)>& judge);

bool is_blank(std::string_view text);

// True where the user wants to go back into the editor; false without asking where standard input
// is no terminal.
bool wants_to_edit_again(Session& session);

}  // namespace aver::cli
