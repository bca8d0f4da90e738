// SPDX-License-Identifier: MIT
//
// Judges a path name by name, without asking the disk.
#include "claims/text/paths.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "claims/text/code_points.h"

namespace aver::claims {
namespace {

bool begins_with(std::string_view name, std::string_view lower_case) {
  if (name.size() < lower_case.size()) return false;
  for (std::size_t i = 0; i < lower_case.size(); ++i) {
    const char c = name[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c) != lower_case[i]) return false;
  }
  return true;
}

// As git has it (is_ntfs_dotgit of its path.c): NTFS ignores dots and blanks at the end of a name,
// and what is behind a ":" is the name of a stream of the file.
bool is_git_on_ntfs(std::string_view name) {
  const std::size_t begin = begins_with(name, ".git") ? 4 : begins_with(name, "git~1") ? 5 : 0;
  if (begin == 0) return false;
  const std::size_t end = name.find_first_not_of(". ", begin);
  return end == name.npos || name[end] == ':' || name[end] == '\\';
}

// As git has it (next_hfs_char of its utf8.c).
bool is_ignored_on_hfs(char32_t point) {
  return (point >= 0x200C && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x206A && point <= 0x206F) || point == 0xFEFF;
}

bool is_git_on_hfs(std::string_view name) {
  std::string seen;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    if (!is_ignored_on_hfs(next_point(name, at))) seen += name.substr(begin, at - begin);
  }
  return seen.size() == 4 && begins_with(seen, ".git");
}

}  // namespace

bool is_plain_path(std::string_view path) {
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    const bool dot_git = name.size() == 4 && name[0] == '.' && (name[1] | 32) == 'g' &&
                         (name[2] | 32) == 'i' && (name[3] | 32) == 't';
    if (name.empty() || name == "." || name == ".." || dot_git || name.find('\0') != name.npos) {
      return false;
    }
    if (slash == path.npos) return true;
    path.remove_prefix(slash + 1);
  }
}

bool is_safe_path(std::string_view path) {
  if (!is_plain_path(path)) return false;
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    if (is_git_on_hfs(name) || is_git_on_ntfs(name)) return false;
    for (std::size_t at = name.find('\\'); at != name.npos; at = name.find('\\', at + 1)) {
      if (is_git_on_ntfs(name.substr(at + 1))) return false;
    }
    if (slash == path.npos) return true;
    path.remove_prefix(slash + 1);
  }
}

// npos + 1 is 0.
std::string_view folder_part(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

std::string_view last_part(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool is_leftover(std::string_view path) {
  const std::string_view name = last_part(path);
  constexpr std::string_view kNames[] = {".DS_Store", "Thumbs.db", "desktop.ini"};
  if (std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames)) return true;
  const auto ends_as_swap_file = [&] {
    for (const std::string_view ending : {".swp", ".swo", ".swn", ".swx"}) {
      if (name.ends_with(ending)) return true;
    }
    return false;
  };
  return name.ends_with('~') || (name.starts_with('.') && ends_as_swap_file()) ||
         (name.size() > 1 && name.starts_with('#') && name.ends_with('#')) ||
         name.starts_with(".#") || name.starts_with(".~lock.") || name.starts_with("._");
}

}  // namespace aver::claims
