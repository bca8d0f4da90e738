// SPDX-License-Identifier: MIT
//
// Transcripts: what a person types, and exactly what they see.
//
// A file of tests/transcripts/ is prose with commands between, as in a README:
//
//     $ aver show calda          a command; a line "  > …" continues it
//     calda                      all it printed, standard error in place
//     [4]                        its exit status, where that is not 0
//
// each indented by two blanks. The commands of a file share one shell, in a folder of their own,
// with a HOME of their own and a clock that stands at 2024-11-01 09:00 UTC and goes on by a second
// a command;
// "$ at 2024-11-05" moves it to that day. So commit ids are the same in every run. AVER_ACCEPT=1
// rewrites the expectations.
//
// Each file is two test cases: "undo.t", and "undo.t with an index", however small the store.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <list>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "tests/places.h"

namespace {

namespace fs = std::filesystem;
using namespace aver::tests;

struct Command {
  std::vector<std::string> source;  // the lines that hold it, as they stand in the file
  std::string text;
  std::string expected;  // output, and "[status]" where that is not 0
  std::size_t line = 0;
};

// A piece of a transcript: prose, or a command.
struct Piece {
  std::string prose;
  std::optional<Command> command;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<Piece> read_transcript(const std::string& text) {
  std::vector<Piece> pieces;
  std::size_t number = 0;
  bool in_block = false;
  for (const std::string& line : lines_of(text)) {
    ++number;
    if (line.starts_with("  $ ")) {
      Command command{{line}, line.substr(4), "", number};
      pieces.push_back({"", std::move(command)});
      in_block = true;
    } else if (in_block && line.starts_with("  > ") && pieces.back().command->expected.empty()) {
      pieces.back().command->source.push_back(line);
      pieces.back().command->text += "\n" + line.substr(4);
    } else if (in_block && (line.starts_with("  ") || line == "  ")) {
      pieces.back().command->expected += line.substr(2) + "\n";
    } else {
      in_block = false;
      pieces.push_back({line + "\n", std::nullopt});
    }
  }
  return pieces;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// One shell runs all commands of a file; a marker after each tells the output's end and the status.
std::vector<std::string> run_all(const std::vector<Command>& commands, const fs::path& place,
                                 const std::string& index) {
  const std::string marker = "@@aver-transcript@@";
  std::string script =
      "set +e\n"
      "clock=1730451600\n"
      "tick() { clock=$((clock + 1)); export AVER_NOW=$clock GIT_AUTHOR_DATE=\"$clock +0000\" "
      "GIT_COMMITTER_DATE=\"$clock +0000\"; }\n"
      "at() { clock=$(date -u -d \"$1 09:00:00\" +%s); tick; }\n"
      "tick\n";
  for (const Command& command : commands) {
    script += "{ " + command.text + "\n} 2>&1 </dev/null\n";
    script += "printf '\\n%s %s\\n' '" + marker + "' $?\ntick\n";
  }
  const fs::path home = place / "home";
  const fs::path work = place / "work";
  fs::create_directories(home);
  fs::create_directories(work);
  std::ofstream(home / ".gitconfig")
      << "[init]\n\tdefaultBranch = main\n[gc]\n\tauto = 0\n[advice]\n"
         "\tdetachedHead = false\n";
  const fs::path file = place / "script";
  std::ofstream(file, std::ios::binary) << script;
  const std::string program = aver_program();
  std::vector<std::string> environment = {
      "PATH=" + fs::path(program).parent_path().string() +
          ":/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
      "HOME=" + home.string(),
      "XDG_CONFIG_HOME=" + (home / "xdg").string(),
      "TZ=UTC",
      "LC_ALL=C.UTF-8",
      "GIT_CONFIG_NOSYSTEM=1",
      "GIT_AUTHOR_NAME=Ada Fields",
      "GIT_AUTHOR_EMAIL=ada@example.org",
      "GIT_COMMITTER_NAME=Ada Fields",
      "GIT_COMMITTER_EMAIL=ada@example.org",
      "COLUMNS=80",
      "ASAN_OPTIONS=detect_leaks=0",
      "AVER_INDEX=" + index,
  };
  std::vector<char*> variables;
  for (std::string& variable : environment) variables.push_back(variable.data());
  variables.push_back(nullptr);

  const std::string output_file = (place / "output").string();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, output_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                   0600);
  posix_spawn_file_actions_adddup2(&actions, 1, 2);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addchdir_np(&actions, work.c_str());
  std::string timeout = "timeout";
  std::string limit = "1200";  // seconds; the machine may have other things to do
  std::string shell = "bash";
  std::string script_file = file.string();
  char* argv[] = {timeout.data(), limit.data(), shell.data(), script_file.data(), nullptr};
  pid_t child = -1;
  REQUIRE(posix_spawnp(&child, "timeout", &actions, nullptr, argv, variables.data()) == 0);
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  waitpid(child, &status, 0);

  std::ifstream in(output_file, std::ios::binary);
  const std::string all(std::istreambuf_iterator<char>(in), {});
  std::vector<std::string> outputs;
  std::size_t begin = 0;
  while (outputs.size() < commands.size()) {
    const std::size_t end = all.find("\n" + marker + " ", begin);
    if (end == all.npos) {
      outputs.push_back("(the shell ended here, or took too long)\n");
      break;
    }
    std::string output = all.substr(begin, end - begin);
    if (!output.empty() && output.back() != '\n') output += "\n";
    const std::size_t status_at = end + marker.size() + 2;
    const std::size_t line_end = all.find('\n', status_at);
    const std::string code = all.substr(status_at, line_end - status_at);
    if (code != "0") output += "[" + code + "]\n";
    outputs.push_back(replaced(replaced(output, work.string(), "$DIR"), place.string(), "$PLACE"));
    begin = line_end + 1;
  }
  return outputs;
}

std::string indented(const std::string& text) {
  std::string answer;
  for (const std::string& line : lines_of(text)) answer += "  " + line + "\n";
  return answer;
}

// What differs, as lines with "-" and "+"; enough to see it at a glance.
std::string difference(const std::string& expected, const std::string& actual) {
  const std::vector<std::string> a = lines_of(expected);
  const std::vector<std::string> b = lines_of(actual);
  std::string text;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      text += "    " + a[i] + "\n";
      ++i;
      ++j;
      continue;
    }
    const auto again = i < a.size()
                           ? std::find(b.begin() + static_cast<std::ptrdiff_t>(j), b.end(), a[i])
                           : b.end();
    if (i < a.size() && again == b.end()) {
      text += "  - " + a[i++] + "\n";
    } else {
      text += "  + " + b[j++] + "\n";
    }
  }
  return text;
}

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// True where the transcript is played with an index, too: everywhere, but with sanitizers, where
// playing all would take minutes, only where much of the records' part is asked. What is accepted
// is what is seen without.
bool is_played_with_index(const std::string& text) {
  if (std::getenv("AVER_ACCEPT") != nullptr) return false;
  if (!is_sanitized()) return true;
  return text.find("aver search") != text.npos || text.find("aver index") != text.npos;
}

// `index` is how aver is to use its index (AVER_INDEX); empty: as it sees fit.
void play(const fs::path& file, const std::string& index) {
  const std::string text = text_of(file);
  const std::vector<Piece> pieces = read_transcript(text);
  std::vector<Command> commands;
  for (const Piece& piece : pieces) {
    if (piece.command) commands.push_back(*piece.command);
  }
  // What stands for folders in outputs is no variable of the shell: "$DIR/bin" would be /bin.
  for (const Command& command : commands) {
    for (const char* folder : {"$DIR", "$PLACE"}) {
      REQUIRE_MESSAGE(command.text.find(folder) == command.text.npos,
                      file.filename().string() << ":" << command.line << " uses " << folder);
    }
  }
  REQUIRE_MESSAGE(!commands.empty(), file.filename().string() << " has no command");
  std::string pattern = (fs::temp_directory_path() / "aver-XXXXXX").string();
  REQUIRE(mkdtemp(pattern.data()) != nullptr);
  const fs::path place = fs::canonical(pattern);
  const std::vector<std::string> outputs = run_all(commands, place, index);
  std::error_code ignored;
  fs::remove_all(place, ignored);

  std::string rewritten;
  std::size_t at = 0;
  for (const Piece& piece : pieces) {
    if (!piece.command) {
      rewritten += piece.prose;
      continue;
    }
    const std::string actual = at < outputs.size() ? outputs[at] : "(not run)\n";
    ++at;
    for (const std::string& line : piece.command->source) rewritten += line + "\n";
    rewritten += indented(actual);
    if (std::getenv("AVER_ACCEPT") == nullptr) {
      CHECK_MESSAGE(actual == piece.command->expected,
                    file.filename().string()
                        << ":" << piece.command->line << ": " << piece.command->text << "\n"
                        << difference(piece.command->expected, actual));
    }
  }
  for (const std::string& folder : {std::string("/tmp/"), place.parent_path().string() + "/"}) {
    CHECK_MESSAGE(rewritten.find(folder) == rewritten.npos, file.filename().string()
                                                                << " shows a path of this machine");
  }
  if (std::getenv("AVER_ACCEPT") != nullptr && rewritten != text) {
    std::ofstream(file, std::ios::binary) << rewritten;
  }
}

struct Transcript {
  fs::path file;
  std::string index;
  std::string name;  // of the test case
};

// One for each test case of a transcript; filled before main begins. doctest keeps pointers to the
// names, and a list leaves them where they are.
std::list<Transcript>& transcripts() {
  static std::list<Transcript> all;
  return all;
}

void play_current() {
  const std::string name = doctest::getContextOptions()->currentTest->m_name;
  for (const Transcript& one : transcripts()) {
    if (one.name == name) return play(one.file, one.index);
  }
  FAIL("no transcript: " << name);
}

// What a transcript says that it cannot be played without, and here it must be; null for nothing.
const char* missing_for(const std::string& text) {
  if (text.find("Only root can play this.") != text.npos && geteuid() != 0) return "root";
  if (text.find("Only with strace can this be played.") == text.npos) return nullptr;
  static const bool traces = std::system("strace -o /dev/null true >/dev/null 2>&1") == 0;
  return traces ? nullptr : "strace, and the right to trace";
}

void add_test_case(const fs::path& file, const std::string& index, const char* missing) {
  const std::string name = file.filename().string();
  transcripts().push_back({file, index, index.empty() ? name : name + " with an index"});
  const std::string shown = "tests/transcripts/" + name;
  doctest::detail::regTest(doctest::detail::TestCase(play_current, shown.c_str(),
                                                     index.empty() ? 1 : 2,
                                                     doctest::detail::TestSuite()) *
                           transcripts().back().name.c_str() * doctest::test_suite("transcripts") *
                           Needs(missing == nullptr, missing));
}

// What TEST_CASE does, for every file in the folder.
int add_test_cases() {
  for (const fs::directory_entry& entry :
       fs::directory_iterator(source_dir() / "tests/transcripts")) {
    if (entry.path().extension() != ".t") continue;
    const std::string text = text_of(entry.path());
    const char* const missing = missing_for(text);
    add_test_case(entry.path(), "", missing);
    if (is_played_with_index(text)) add_test_case(entry.path(), "always", missing);
  }
  return 0;
}

[[maybe_unused]] const int kAdded = add_test_cases();

}  // namespace

TEST_CASE("there are transcripts") { CHECK(!transcripts().empty()); }
