// SPDX-License-Identifier: MIT
//
// Paths in a store.
#pragma once

#include <string_view>

namespace aver::claims {

// True where `path` leads from the store's root down to a file that git can hold: names joined by
// single "/", none of them empty, "." or "..", none ".git" in any case (as `git fsck --strict` has
// it), and no zero byte. Dots within a name are as good as any character: "notes/a..b.txt".
bool is_plain_path(std::string_view path);

// True where is_plain_path(path) is, and none of the names is one that NTFS or HFS+ opens ".git"
// by: "git~1", ".git .", ".git::$INDEX_ALLOCATION", behind a backslash as well, or ".git" with
// characters in it that HFS+ ignores. git brings none of these into a work tree (core.protectNTFS,
// core.protectHFS), and `git fsck` refuses them all.
bool is_safe_path(std::string_view path);

// True where the file's name says that an editor, a system or a merge left it: "x.toml~",
// ".x.toml.swp", "#x.toml#", ".DS_Store". No record, capture or page has such a name.
bool is_leftover(std::string_view path);

// The path up to and with its last "/": "sources/2024/"; empty where it has none. The result is a
// part of `path`.
std::string_view folder_part(std::string_view path);

// What stands behind the last "/" of a path or an id; the whole where it has none. The result is a
// part of `path`.
std::string_view last_part(std::string_view path);

}  // namespace aver::claims
