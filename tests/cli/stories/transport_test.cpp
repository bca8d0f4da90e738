// SPDX-License-Identifier: MIT
//
// aver sync over what people have: git http-backend and sshd, on loopback, with what goes wrong
// there. Whatever it is: exit code 6, words that say why, and everything stays committed here.
#include <doctest/doctest.h>

#include "tests/cli/stories/clones.h"
#include "tests/cli/stories/servers.h"

using namespace aver::tests;

namespace {

namespace fs = std::filesystem;
using aver::store::RunResult;

}  // namespace

TEST_CASE(
    "over HTTP: shared, merged, refused without the password, and whole where the server dies" *
    HttpServer::needs()) {
  const Scratch scratch;
  const fs::path root = scratch / "served";
  fs::create_directories(root);
  const fs::path ann = scratch / "ann";
  const fs::path ben = scratch / "ben";
  make_store(ann, root / "facts.git");
  HttpServer server(root, "ann:secret");
  REQUIRE_MESSAGE(server.start(), read(root / "log"));
  const std::string good = server.url("facts.git", "ann:secret");

  git(ann, {"remote", "add", "origin", server.url("facts.git", "ann:wrong")});
  RunResult refused = run_aver(ann, {"sync"});
  CHECK(refused.status == 6);
  CHECK(says(refused, "Authentication failed"));
  CHECK(says(refused, "error: git could not fetch from origin"));
  git(ann, {"remote", "set-url", "origin", server.url("facts.git")});
  refused = run_aver(ann, {"sync"});
  CHECK(refused.status == 6);
  CHECK(says(refused, "could not read Username"));

  git(ann, {"remote", "set-url", "origin", good});
  REQUIRE(run_aver(ann, {"tag", "v1"}).ok());
  const RunResult first = run_aver(ann, {"sync"});
  CHECK_MESSAGE(first.ok(), first.errors);
  CHECK(says(first, "shared edition v1"));
  git(scratch / ".", {"clone", "-q", good, ben.string()});
  record(ann, "2024-11-01", "Ann heard it");
  record(ben, "2024-11-02", "Ben heard it");
  CHECK(run_aver(ben, {"sync"}).ok());
  CHECK(run_aver(ann, {"sync"}).ok());
  CHECK(run_aver(ben, {"sync", "--pull"}).ok());
  CHECK(tip(ann) == tip(ben));
  CHECK(git(ben, {"tag"}) == "v1\n");

  // The server dies while it has our push in hand, and is not there for the next try.
  record(ann, "2024-11-03", "Ann heard more");
  const std::string before = tip(ann);
  server.fault("die");
  const RunResult died = run_aver(ann, {"sync"});
  CHECK(died.status == 6);
  CHECK(says(died, "error: origin did not take the push"));
  CHECK(in_time([&] { return server.has_died(); }));
  check_whole(ann, before);
  server.stop();
  const RunResult offline = run_aver(ann, {"sync"});
  CHECK(offline.status == 6);
  CHECK(says(offline, "error: git could not fetch from origin"));
  CHECK(says(offline, "nothing is lost"));
  check_whole(ann, before);

  // It is back, but its answers break off.
  server.fault("half");
  REQUIRE(server.start());
  record(ben, "2024-11-04", "Ben heard more");
  const std::string bens = tip(ben);
  CHECK(run_aver(ben, {"sync"}).status == 6);
  check_whole(ben, bens);
  server.fault("");
  const RunResult again = run_aver(ann, {"sync"});
  CHECK_MESSAGE(again.ok(), again.errors);
  CHECK(run_aver(ben, {"sync"}).ok());
  CHECK(run_aver(ann, {"sync"}).ok());
  CHECK(tip(ann) == tip(ben));
  CHECK(git(root / "facts.git", {"fsck", "--strict"}).empty());
}

TEST_CASE(
    "over ssh: a path with blanks, a refused key, an unknown host, and hooks that say no or die" *
    SshServer::needs() * needs_program("ssh-keygen")) {
  const Scratch scratch;
  const fs::path server = scratch / "all our facts.git";
  const fs::path ann = scratch / "ann";
  const fs::path ben = scratch / "ben";
  make_store(ann, server);
  SshServer sshd(scratch / "sshd");
  REQUIRE_MESSAGE(sshd.start(), sshd.log());
  git(ann, {"remote", "add", "origin", sshd.url(server)});
  git(ann, {"config", "core.sshCommand", sshd.command("stranger")});
  const RunResult stranger = run_aver(ann, {"sync"});
  CHECK(stranger.status == 6);
  CHECK(says(stranger, "Permission denied"));
  CHECK(says(stranger, "error: git could not fetch from origin"));
  write(scratch / "sshd" / "nobody", "");
  git(ann, {"config", "core.sshCommand", sshd.command("id", "nobody")});
  const RunResult host = run_aver(ann, {"sync"});
  CHECK(host.status == 6);
  CHECK(says(host, "Host key verification failed"));

  git(ann, {"config", "core.sshCommand", sshd.command()});
  const RunResult first = run_aver(ann, {"sync"});
  REQUIRE_MESSAGE(first.ok(), first.errors << sshd.log());
  git(scratch / ".",
      {"-c", "core.sshCommand=" + sshd.command(), "clone", "-q", sshd.url(server), ben.string()});
  git(ben, {"config", "core.sshCommand", sshd.command()});
  record(ann, "2024-11-01", "Ann heard it");
  record(ben, "2024-11-02", "Ben heard it");
  CHECK(run_aver(ben, {"sync"}).ok());
  CHECK(run_aver(ann, {"sync"}).ok());
  CHECK(run_aver(ben, {"sync"}).ok());
  CHECK(tip(ann) == tip(ben));

  record(ann, "2024-11-03", "Ann heard more");
  const std::string before = tip(ann);
  set_hook(server, "pre-receive", "echo 'facts are closed on Sundays' >&2; exit 1");
  const RunResult closed = run_aver(ann, {"sync"});
  CHECK(closed.status == 6);
  CHECK(says(closed, "facts are closed on Sundays"));
  CHECK(says(closed, "error: origin did not take the push"));
  CHECK(says(closed, "pre-receive hook declined"));
  check_whole(ann, before);
  // The hook ends the program at the other end in the middle of the push.
  set_hook(server, "pre-receive", "kill -9 $PPID");
  const RunResult killed = run_aver(ann, {"sync"});
  CHECK(killed.status == 6);
  CHECK(says(killed, "error: origin did not take the push"));
  check_whole(ann, before);
  fs::remove(server / "hooks/pre-receive");
  CHECK(run_aver(ann, {"sync"}).ok());
  CHECK(git(server, {"rev-parse", "main"}) == before);
  CHECK(git(server, {"fsck", "--strict"}).empty());
}
