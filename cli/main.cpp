// SPDX-License-Identifier: MIT
//
// The program: argv to a command, and every failure to one place.
#include <csignal>
#include <exception>
#include <string>
#include <vector>

#include "cli/line/arguments.h"
#include "cli/line/help.h"
#include "cli/session/session.h"
#include "cli/session/upkeep_hint.h"
#include "cli/share/merging.h"
#include "cli/terminal/command_echo.h"
#include "cli/terminal/errors.h"

#ifndef AVER_VERSION
#error "the build gives AVER_VERSION"
#endif

namespace aver::cli {
namespace {

int run(Session& session, Request& request) {
  if (request.globals.version) {
    session.out.data("aver " AVER_VERSION "\n");
    return kDone;
  }
  if (!request.group.empty()) {
    session.out.data(group_help(request.group, session.out));
    return kDone;
  }
  if (!request.command) {
    session.out.data(overview(session.out));
    return request.globals.help ? kDone : kUsage;
  }
  if (request.globals.help) {
    session.out.data(command_help(*request.command, session.out));
    return kDone;
  }
  session.settle_environment();
  const Follow follow = request.traits.follow;
  session.follow_proposal(follow);
  if (follow == Follow::and_say_so && is_merging(session)) {
    session.out.talk("a merge is under way: this is ours, as before it (aver resolve)\n");
  }
  return request.command->run(session);
}

int main_with(const std::vector<std::string>& arguments) {
  if (arguments.size() == 1 && arguments.front() == "--version") {  // needs no parser
    Output out;
    out.data("aver " AVER_VERSION "\n");
    return out.finish() ? kDone : kUnsaid;
  }
  Request request;
  try {
    request = parse_arguments(arguments);
  } catch (const store::StoreError& error) {
    Output out;
    out.set({});
    return report(error, out);
  }
  remember_command_line(arguments, request.command && !request.traits.makes_records);
  Session session(request.globals);
  session.out.set({request.globals.color, !request.globals.no_pager});
  session.out.set_pager(git_pager);
  int status = kBug;
  try {
    status = run(session, request);
  } catch (const store::StoreError& error) {
    status = report(error, session.out);
  } catch (const std::exception& error) {
    session.out.talk("error: a bug in aver: " + std::string(error.what()) + "\n");
  }
  if (!session.out.finish() && status == kDone) {
    session.out.talk("error: standard output could not be written\n");
    return kUnsaid;
  }
  if (status == kDone) hint_at_upkeep(session);
  return status;
}

}  // namespace
}  // namespace aver::cli

int main(int argc, char** argv) {
  // Ignored, as some who start programs leave it, no child's end could be learnt.
  std::signal(SIGCHLD, SIG_DFL);
  return aver::cli::main_with(std::vector<std::string>(argv + 1, argv + argc));
}
