// SPDX-License-Identifier: MIT
//
// Runs hooks by `git hook run`, which knows how; finds out only whether there is one.
#include "store/repository/hooks.h"

#include <unistd.h>

#include "claims/text/lines.h"
#include "store/process.h"

namespace aver::store {

Hooks::Hooks(const Repository& repository, const std::string& hooks_path)
    : repository_(repository), folder_(repository.common_dir() / "hooks") {
  if (hooks_path.empty()) return;
  // git resolves "~" and relative paths.
  const RunResult answer =
      run_git({"rev-parse", "--git-path", "hooks"}, {.directory = repository.directory()});
  if (answer.ok()) {
    folder_ = std::filesystem::path(repository.directory()) / claims::first_line(answer.output);
  }
}

bool Hooks::has(const std::string& name) const {
  return access((folder_ / name).c_str(), X_OK) == 0;
}

void Hooks::run(const std::string& name, const std::vector<std::string>& arguments,
                const std::vector<std::pair<std::string, std::string>>& environment) const {
  if (!has(name)) return;
  std::vector<std::string> words = {"hook", "run", "--ignore-missing", name, "--"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  RunOptions options;
  options.directory = repository_.directory();
  options.environment = environment;
  options.environment.emplace_back("AVER_COMMIT", "1");  // ours checks what it writes
  options.environment.emplace_back("GIT_EDITOR", ":");   // as git does where no editor is wanted
  options.inherit_terminal = true;
  const RunResult result = store::run(
      [&] {
        words.insert(words.begin(), "git");
        return words;
      }(),
      options);
  if (!result.ok() && !name.starts_with("post-")) {
    throw StoreError(Fault::refused, "the " + name + " hook refused the commit",
                     {(folder_ / name).string() + " ended with " + std::to_string(result.status)},
                     "what it said stands above");
  }
}

}  // namespace aver::store
