// SPDX-License-Identifier: MIT
//
// A text in the user's editor, with what is wrong with it as comments at its top.
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

// Lines of ours that go in front of a text for the editor, and are taken out of it again. They
// begin with "#! ".
std::string with_messages(std::string_view text, const std::vector<std::string>& messages);
std::string without_messages(std::string_view text);

// "line 3: sentence (hint)", one each.
std::vector<std::string> messages_of(const claims::Diagnostics& problems);

// Opens the draft until `judge` finds no error in it, or the user does not want to go on; then the
// draft stays, and nothing is returned. A text that was emptied is returned at once. Where the
// editor fails (open_editor throws), a draft in which nothing was written goes.
std::optional<std::string> edit_draft(
    Session& session, store::Draft& draft, std::string text, const store::BlobId& base,
    std::vector<std::string> messages,
    const std::function<claims::Diagnostics(const std::string& text)>& judge);

bool is_blank(std::string_view text);

// True where the user wants to go back into the editor; false without asking where standard input
// is no terminal.
bool wants_to_edit_again(Session& session);

}  // namespace aver::cli
