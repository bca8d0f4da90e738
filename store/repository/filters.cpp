// SPDX-License-Identifier: MIT
//
// Looks into the files of attributes for the two words; only where one has them, git is asked.
#include "store/repository/filters.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "claims/text/lines.h"
#include "claims/text/paths.h"
#include "store/objects/git.h"
#include "store/process.h"
#include "store/repository/passing_index.h"

namespace aver::store {
namespace {

std::string text_of(const std::filesystem::path& file) {
  if (::access(file.c_str(), R_OK) != 0) return "";  // of most folders, and quicker than a stream
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool may_filter(const std::string& attributes) {
  return attributes.find("filter") != std::string::npos ||
         attributes.find("working-tree-encoding") != std::string::npos;
}

// The top, and the folders on the way to the paths: "", "claims/", "claims/dorn/".
std::set<std::string> folders_of(const std::vector<std::string>& paths) {
  std::set<std::string> folders = {""};
  std::string_view last;
  for (const std::string& path : paths) {
    const std::string_view folder = claims::folder_part(path);
    if (std::exchange(last, folder) == folder) continue;  // most come folder by folder
    for (std::size_t at = 0; (at = path.find('/', at)) != path.npos; ++at) {
      folders.insert(path.substr(0, at + 1));
    }
  }
  return folders;
}

// The user's own file of attributes.
std::filesystem::path user_attributes(const Repository& repository) {
  const auto config = acquire<GitConfig>("reading git's configuration",
                                         git_repository_config_snapshot, repository.get());
  git_buf set{};
  if (git_config_get_path(&set, config.get(), "core.attributesfile") == 0) {
    std::filesystem::path file(set.ptr);
    git_buf_dispose(&set);
    return file;
  }
  git_error_clear();
  const char* const config_home = std::getenv("XDG_CONFIG_HOME");
  if (config_home != nullptr && *config_home != '\0')
    return std::filesystem::path(config_home) / "git/attributes";
  const char* const home = std::getenv("HOME");
  return std::filesystem::path(home == nullptr ? "" : home) / ".config/git/attributes";
}

// "<path>\0<attribute>\0<value>\0" for each path and attribute.
std::string filters_of(const Repository& repository, bool in_tree, const std::string& paths,
                       const std::string& entries) {
  std::vector<std::string> question = {"check-attr", "-z", "--stdin"};
  RunOptions options{.directory = repository.directory(), .input = entries};
  std::optional<PassingIndex> index;
  if (!in_tree) {
    index.emplace(repository.common_dir() / "aver");
    options.environment = {{"GIT_INDEX_FILE", index->file()}};
    answer_of(run_git({"update-index", "-z", "--index-info"}, options));
    question.emplace_back("--cached");
  }
  question.insert(question.end(), {"filter", "working-tree-encoding"});
  options.input = paths;
  return answer_of(run_git(question, options));
}

// A filter that nothing is configured for does nothing.
bool is_configured(const Repository& repository, const std::string& filter) {
  for (const char* key : {".clean", ".smudge", ".process", ".required"}) {
    if (run_git({"config", "--get", "filter." + filter + key},
                {.directory = repository.directory()})
            .ok()) {
      return true;
    }
  }
  return false;
}

}  // namespace

void require_unfiltered(const Repository& repository, bool in_tree, const View& view,
                        const std::vector<std::string>& paths) {
  std::string entries;
  bool any = may_filter(text_of(repository.common_dir() / "info/attributes"));
  for (const std::string& folder : folders_of(paths)) {
    const std::string path = folder + ".gitattributes";
    if (in_tree) {
      any = any || may_filter(text_of(repository.work_tree() / path));
      continue;
    }
    const std::optional<FileEntry> file = view.file(path);
    if (!file || file->mode == FileMode::link) continue;
    any = any || may_filter(view.read_blob(file->blob));
    entries += "100644 " + file->blob + "\t" + path + '\0';
  }
  if (!any && !may_filter(text_of(user_attributes(repository)))) return;
  std::string asked;
  for (const std::string& path : paths) asked += path + '\0';
  const std::string told = filters_of(repository, in_tree, asked, entries);
  const std::vector<std::string> fields = claims::split_at_zero(told);
  for (std::size_t i = 0; i + 2 < fields.size(); i += 3) {
    const std::string &path = fields[i], &attribute = fields[i + 1], &value = fields[i + 2];
    if (value == "unspecified" || value == "unset" || value == "set") continue;
    if (attribute == "filter" && !is_configured(repository, value)) continue;
    throw StoreError(
        Fault::unsupported,
        attribute == "filter" ? path + " goes through git's filter \"" + value +
                                    "\", which aver does not run: it would be committed unfiltered"
                              : path + " is kept in " + value + ", and aver writes UTF-8",
        {"so the attributes say: git check-attr " + attribute + " " + path},
        "take the store's files out of it in .gitattributes: " + path + " -" + attribute);
  }
}

}  // namespace aver::store
