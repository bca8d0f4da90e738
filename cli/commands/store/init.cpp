// SPDX-License-Identifier: MIT
//
// aver init: makes a store.
#include <filesystem>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/render/json/schema.h"
#include "cli/session/session.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"

namespace aver::cli {
namespace {

struct Options {
  std::optional<std::string> directory;
  bool bare = false;
};

int run(const Options& options, Session& session) {
  const std::string directory =
      options.directory ? session.user_path(*options.directory) : session.directory();
  store::InitOptions init{.bare = options.bare, .now = [&] { return session.stamped_now(); }};
  for (auto& [path, content] : editor_files(claims::default_vocabulary())) {
    init.files.push_back({path, content});
  }
  const store::Store store = store::Store::init(directory, init);
  const store::View view = store.view();
  session.out.data(safe_line("started a" + std::string(store.bare() ? " bare" : "") + " store in " +
                             store.root().string()) +
                   "\n");
  session.out.data("  " + short_id(view.commit()) + " on " + store.branch() +
                   "; next: aver add CLAIM \"TEXT\", then aver help record\n");
  return kDone;
}

}  // namespace

Command init_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "init";
  command.description =
      "Makes a store: a git repository with aver.toml (format and vocabulary) in its first commit, "
      "and schemas that let an editor complete and check records. "
      "At the top of "
      "an existing repository, the files are added in a commit of their own, and nothing else is "
      "touched; below its top, where git would nest a repository, init refuses.";
  command.words = {
      positional("DIR", options->directory, "where (default: here)"),
      flag("--bare", options->bare, "without a work tree, as on a server"),
  };
  command.examples = {{"aver init facts", "a new store in the folder facts"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
