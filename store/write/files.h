// SPDX-License-Identifier: MIT
//
// Puts single files of a work tree in place, and takes them away. A file appears whole or not at
// all, and never in place of one that was not looked at.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "store/values.h"

namespace aver::store {

// Throws StoreError(io) with what the system says of errno.
[[noreturn]] void io_error(const std::string& what);

// Throws StoreError(dirty): something that is not committed is at the path.
[[noreturn]] void in_the_way(const std::string& path);

// How a user sees and commits what is at the path. `it`: "it" or "them".
std::string how_to_commit(const std::string& path, const char* it);

// Returns false where not all could be written; errno says why.
bool has_written_all(int fd, std::string_view bytes);
// The same; throws StoreError(io).
void write_all(int fd, std::string_view bytes, const std::string& path);

// Writes a file, with its folders, and syncs it to disk. With `is_new` throws StoreError(dirty)
// where something is at the path; without it replaces what is there. Throws StoreError(io); folders
// that were made stay then, see remove_empty_folders().
void put_file(const std::filesystem::path& root, const std::string& path,
              const std::string& content, FileMode mode, bool is_new);

// Removes a file, if it is there, and, as git does, the folders that it leaves empty. Throws
// StoreError(io).
void remove_file(const std::filesystem::path& root, const std::string& path);

// Removes the folders on the way to `path` that are empty.
void remove_empty_folders(const std::filesystem::path& root, const std::string& path);

// Removes the temporary files that a killed put_file() has left in the folder.
// REQUIRES: WriteLock is held, so that they are nobody's.
void remove_half_files(const std::filesystem::path& folder);

}  // namespace aver::store
