// SPDX-License-Identifier: MIT
//
// Small files of aver's own, below the private folder, that are whole at any moment.
#pragma once

#include <filesystem>
#include <string_view>
#include <system_error>

namespace aver::store {

// Writes the text beside the file, whose folder is made where it is missing, and puts it in its
// place. Returns false where that failed: the file is as before, and `error` says why where the
// system has said so. For what must outlast a loss of power this is not enough: nothing is synced.
bool replace_file(const std::filesystem::path& file, std::string_view text, std::error_code& error);

}  // namespace aver::store
