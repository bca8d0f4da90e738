// SPDX-License-Identifier: MIT
//
// The rights become a umask: each file is made with them, and none needs to be changed afterwards.
#include "store/repository/shared_repository.h"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "store/own_umask.h"

namespace aver::store {
namespace {

constexpr const char* kSharing = "core.sharedrepository";
constexpr mode_t kForGroup = 0660;
constexpr mode_t kForEverybody = 0664;

// The rights of a file, and whether they are those of a file of ours as well, or besides ours.
struct Sharing {
  mode_t rights;
  bool is_all;
};

[[noreturn]] void not_understood(const std::string& value) {
  throw StoreError(Fault::unsupported,
                   "git's core.sharedRepository is \"" + value + "\", which is no way to share", {},
                   "git config core.sharedRepository group");
}

// As git's git_config_perm reads it; nothing where the umask is to rule.
std::optional<Sharing> sharing_of(const std::string& value) {
  if (value == "umask") return std::nullopt;
  if (value == "group") return Sharing{kForGroup, false};
  if (value == "all" || value == "world" || value == "everybody")
    return Sharing{kForEverybody, false};
  mode_t octal = 0;
  const char* const end = value.data() + value.size();
  const auto [rest, error] = std::from_chars(value.data(), end, octal, 8);
  if (error == std::errc() && rest == end) {
    // 1 and 2 are from before there were words.
    if (octal == 0) return std::nullopt;
    if (octal == 1) return Sharing{kForGroup, false};
    if (octal == 2) return Sharing{kForEverybody, false};
    constexpr mode_t kOwn = 0600;
    constexpr mode_t kPlain = 0666;
    if ((octal & kOwn) != kOwn) not_understood(value);
    return Sharing{octal & kPlain, true};
  }
  int is_on = 0;
  if (git_config_parse_bool(&is_on, value.c_str()) != 0) {
    git_error_clear();
    not_understood(value);
  }
  if (is_on == 0) return std::nullopt;
  return Sharing{kForGroup, false};
}

}  // namespace

void honour_shared_repository(git_repository* repository) {
  const auto config =
      acquire<GitConfig>("reading git's configuration", git_repository_config_snapshot, repository);
  const char* value = nullptr;
  const int code = git_config_get_string(&value, config.get(), kSharing);
  if (code != 0) {
    git_error_clear();
    return set_umask(own_umask());
  }
  const std::optional<Sharing> sharing = sharing_of(value);
  if (!sharing) return set_umask(own_umask());
  // Who may read a file may look into its folder.
  constexpr mode_t kAll = 0777;
  constexpr mode_t kReading = 0444;
  const mode_t left = sharing->rights | (sharing->rights & kReading) >> 2;
  set_umask(sharing->is_all ? kAll & ~left : own_umask() & ~left);
}

}  // namespace aver::store
