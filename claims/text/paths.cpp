// SPDX-License-Identifier: MIT
//
// Judges a path name by name, without asking the disk.
#include "claims/text/paths.h"

namespace aver::claims {

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

}  // namespace aver::claims
