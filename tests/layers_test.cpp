// SPDX-License-Identifier: MIT
//
// Who may include whom: a table, held against every source file; what must stand nowhere; and how
// every file opens.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/places.h"

namespace {

namespace fs = std::filesystem;

// A room: a folder whose files are one matter. `files` is its prefix; the longest that fits a file
// judges it. `faces` are the public headers at the root of store/ whose sources are in the room: to
// include one is an arrow to the room.
//
// Rooms of a layer stand in the order of their arrows: a room may include itself and those above it
// in this table that `uses` names, and no others.
struct Room {
  std::string_view files;
  std::vector<std::string_view> uses;    // rooms of the same layer
  std::vector<std::string_view> layers;  // of the layers below: prefixes
  std::vector<std::string_view> faces = {};
};

constexpr std::string_view kClaims = "claims/";

const std::vector<Room>& rooms() {
  static const std::vector<Room> table = {
      {"claims/text/", {}, {}},
      {"claims/toml/", {"claims/text/"}, {}},
      {"claims/evidence/", {"claims/text/"}, {}},
      {"claims/records/", {"claims/text/", "claims/toml/"}, {}},
      {"claims/positions/", {"claims/text/", "claims/toml/", "claims/records/"}, {}},
      {"claims/query/", {"claims/text/", "claims/records/", "claims/positions/"}, {}},
      {"claims/review/", {"claims/text/", "claims/toml/", "claims/records/"}, {}},
      {"claims/settings/",
       {"claims/text/", "claims/records/", "claims/query/", "claims/review/"},
       {}},
      {"claims/check/",
       {"claims/text/", "claims/evidence/", "claims/records/", "claims/positions/"},
       {}},
      {"claims/merge/", {"claims/text/", "claims/toml/", "claims/records/"}, {}},
      {"claims/exchange/json/", {"claims/text/", "claims/records/"}, {}},
      {"claims/exchange/claimreview/",
       {"claims/text/", "claims/records/", "claims/exchange/json/"},
       {}},
      {"claims/exchange/",
       {"claims/text/", "claims/toml/", "claims/records/", "claims/positions/"},
       {}},
      {"claims/exchange/csv/",
       {"claims/text/", "claims/toml/", "claims/records/", "claims/exchange/",
        "claims/exchange/json/"},
       {}},

      // Plain values and the class Store, which every room may speak of.
      {"store/",
       {},
       {kClaims},
       {"store/error.h", "store/values.h", "store/search_values.h", "store/watcher.h",
        "store/store.h"}},
      {"store/process/",
       {"store/"},
       {},
       {"store/process.h", "store/git_words.h", "store/given_words.h", "store/own_umask.h"}},
      {"store/sqlite/", {"store/"}, {kClaims}},
      {"store/objects/", {"store/"}, {"claims/text/"}, {"store/digest.h", "store/reading_mode.h"}},
      {"store/repository/",
       {"store/", "store/process/", "store/objects/"},
       {kClaims},
       {"store/attributes.h", "store/environment.h", "store/replace_file.h"}},
      {"store/trees/", {"store/", "store/objects/"}, {}},
      {"store/view/", {"store/", "store/objects/", "store/repository/"}, {kClaims}},
      {"store/history/",
       {"store/", "store/process/", "store/sqlite/", "store/objects/", "store/repository/",
        "store/view/"},
       {kClaims},
       {"store/clock.h", "store/history.h", "store/index_history.h", "store/index_when.h"}},
      {"store/share/",
       {"store/", "store/process/", "store/sqlite/", "store/objects/", "store/repository/"},
       {kClaims},
       {"store/branches.h", "store/editions.h", "store/signatures.h", "store/file_signatures.h",
        "store/push.h", "store/upkeep.h", "store/export_database.h"}},
      {"store/write/",
       {"store/", "store/process/", "store/objects/", "store/repository/", "store/trees/",
        "store/view/", "store/history/"},
       {kClaims},
       {"store/bulk.h", "store/draft.h"}},
      {"store/reviews/",
       {"store/", "store/process/", "store/objects/", "store/repository/", "store/trees/",
        "store/view/", "store/share/", "store/write/"},
       {kClaims},
       {"store/reviews.h"}},
      {"store/merge/",
       {"store/", "store/objects/", "store/share/", "store/view/"},
       {kClaims},
       {"store/merge.h"}},
      {"store/index/",
       {"store/", "store/sqlite/", "store/objects/", "store/repository/", "store/view/",
        "store/history/"},
       {kClaims},
       {"store/records_index.h", "store/indexed_stances.h"}},
      {"store/reading/",
       {"store/", "store/objects/", "store/repository/", "store/view/", "store/history/",
        "store/index/"},
       {kClaims},
       {"store/parallel_read.h", "store/folder_pair.h"}},
      {"store/open/", {"store/", "store/process/", "store/repository/", "store/index/"}, {kClaims}},

      {"cli/answers/", {}, {kClaims, "store/"}},
      {"cli/terminal/", {}, {kClaims, "store/"}},
      {"cli/line/", {"cli/answers/", "cli/terminal/"}, {kClaims, "store/error.h"}},
      {"cli/render/json/", {"cli/answers/", "cli/terminal/"}, {kClaims}},
      {"cli/render/text/", {"cli/answers/", "cli/terminal/"}, {kClaims}},
      {"cli/render/rows/",
       {"cli/answers/", "cli/terminal/", "cli/render/json/", "cli/render/text/"},
       {kClaims}},
      {"cli/render/svg/", {"cli/answers/", "cli/terminal/", "cli/render/text/"}, {kClaims}},
      {"cli/render/html/", {"cli/answers/", "cli/render/svg/"}, {kClaims}},
      {"cli/session/",
       {"cli/answers/", "cli/terminal/", "cli/line/", "cli/render/json/", "cli/render/text/",
        "cli/render/rows/", "cli/render/svg/"},
       {kClaims, "store/"}},
      {"cli/names/",
       {"cli/answers/", "cli/terminal/", "cli/session/", "cli/render/json/"},
       {kClaims, "store/"}},
      {"cli/evidence/",
       {"cli/answers/", "cli/terminal/", "cli/session/", "cli/names/"},
       {kClaims, "store/"}},
      {"cli/check/",
       {"cli/answers/", "cli/session/", "cli/names/", "cli/evidence/"},
       {kClaims, "store/"}},
      {"cli/provenance/", {}, {kClaims, "store/"}},
      {"cli/record/",
       {"cli/terminal/", "cli/render/text/", "cli/session/", "cli/names/", "cli/check/"},
       {kClaims, "store/"}},
      {"cli/diff/",
       {"cli/answers/", "cli/terminal/", "cli/session/", "cli/names/"},
       {kClaims, "store/"}},
      {"cli/exchange/",
       {"cli/terminal/", "cli/render/rows/", "cli/session/", "cli/names/", "cli/check/"},
       {kClaims, "store/"}},
      {"cli/share/",
       {"cli/terminal/", "cli/render/text/", "cli/session/", "cli/names/", "cli/check/"},
       {kClaims, "store/"}},
      {"cli/review/",
       {"cli/answers/", "cli/terminal/", "cli/session/", "cli/check/", "cli/share/"},
       {kClaims, "store/"}},
      {"cli/look/",
       {"cli/answers/", "cli/render/text/", "cli/names/", "cli/evidence/"},
       {kClaims, "store/"}},
      {"cli/site/",
       {"cli/answers/", "cli/terminal/", "cli/render/json/", "cli/render/svg/", "cli/render/html/",
        "cli/session/", "cli/names/", "cli/evidence/", "cli/review/", "cli/look/"},
       {kClaims, "store/"}},
      {"cli/commands/",
       {"cli/terminal/", "cli/line/", "cli/render/json/", "cli/render/text/", "cli/session/",
        "cli/names/", "cli/evidence/", "cli/check/", "cli/provenance/", "cli/record/", "cli/diff/",
        "cli/exchange/", "cli/share/", "cli/review/", "cli/look/", "cli/site/"},
       {kClaims, "store/"}},
      {"cli/main.cpp", {"cli/terminal/", "cli/line/", "cli/session/", "cli/share/"}, {}},

      {"tests/claims/", {"tests/"}, {kClaims}},
      {"tests/store/", {"tests/"}, {kClaims, "store/"}},
      {"tests/cli/", {"tests/", "tests/claims/", "tests/store/"}, {kClaims, "store/", "cli/"}},
      {"tests/fuzz/", {}, {kClaims, "store/"}},
      {"tests/bench/", {"tests/"}, {kClaims, "store/"}},
      {"tests/", {}, {}},
  };
  return table;
}

// The headers of libraries, each with the files that may see it.
struct Library {
  std::string_view headers;  // prefix
  std::vector<std::string_view> files;
};

const std::vector<Library>& libraries() {
  static const std::vector<Library> table = {
      {"toml++/", {"claims/toml/toml.cpp"}},
      {"utf8proc.h",
       {"claims/text/", "claims/exchange/slugs.cpp", "cli/terminal/layout.cpp",
        "tests/claims/text/"}},
      {"gumbo.h", {"claims/evidence/html.cpp"}},
      {"nlohmann/",
       {"claims/exchange/json/json.cpp", "cli/render/json/", "tests/cli/", "tests/claims/text/"}},
      {"CLI/", {"cli/line/arguments.cpp"}},
      {"uchardet/", {"cli/evidence/capture.cpp"}},
      {"iconv.h", {"cli/evidence/capture.cpp"}},
      {"git2.h", {"store/objects/git.h"}},
      {"git2/sys/", {"store/objects/object_source.cpp"}},
      {"mbedtls/", {"store/objects/startup.cpp"}},
      {"openssl/", {"store/objects/digest.cpp"}},
      {"libdeflate.h", {"store/objects/deflate.cpp"}},
      {"sqlite3.h", {"store/sqlite/"}},
      {"doctest/", {"tests/"}},
      {"rapidcheck", {"tests/"}},
      {"arpa/inet.h", {"tests/cli/"}},
      {"netinet/in.h", {"tests/cli/"}},
      {"sys/socket.h", {"tests/cli/"}},
  };
  return table;
}

// The headers of store/ that have values in them, which an answer may hold; what else they declare
// takes a Store, which none of them defines. And that of programs, for Output has a pager.
std::vector<std::string_view> values() {
  return {"store/values.h",     "store/search_values.h", "store/history.h",
          "store/signatures.h", "store/editions.h",      "store/process.h"};
}

// What a room may not see by any way, however long: who includes whom, followed to the end.
struct Unseen {
  std::string_view files;
  std::string_view headers;
  std::string_view why;
  std::vector<std::string_view> except = {};
};

const std::vector<Unseen>& unseen() {
  static const std::vector<Unseen> table = {
      {"cli/render/", "store/", "renderers turn values into text, and never see the store",
       values()},
      {"cli/answers/", "store/", "answers are values", values()},
      {"cli/render/", "cli/session/", "renderers know neither clock nor environment"},
      {"claims/", "store/", "claims/ knows no git"},
      {"claims/", "cli/", "claims/ knows no terminal"},
      {"store/", "cli/", "store/ knows no terminal"},
  };
  return table;
}

// Headers of the system that a layer does without. `except` lists the files that may.
struct Ban {
  std::string_view files;
  std::string_view words;  // looked for in the text of the file
  std::vector<std::string_view> except;
  std::string_view why;
};

const std::vector<Ban>& bans() {
  static const std::vector<Ban> table = {
      {"claims/", "<filesystem>", {}, "claims/ opens no file"},
      {"claims/", "<fstream>", {}, "claims/ opens no file"},
      {"claims/", "<unistd.h>", {}, "claims/ opens no file"},
      {"claims/", "<fcntl.h>", {}, "claims/ opens no file"},
      {"claims/", "<sys/", {}, "claims/ opens no file"},
      {"claims/", "<poll.h>", {}, "claims/ opens no file"},
      {"claims/", "<spawn.h>", {}, "claims/ starts no program"},
      {"claims/", "fopen", {}, "claims/ opens no file"},
      {"claims/", "_clock::now", {}, "claims/ reads no clock"},
      {"claims/", "std::time(", {}, "claims/ reads no clock"},
      {"claims/", "getenv", {}, "claims/ knows no environment"},
      {"", "<regex>", {}, "it is slow, and overflows the stack on long input"},
      {"", "#include <iostream>", {}, "it costs start-up; output goes through cli/output"},
      {"", "std::cout", {}, "only cli/output writes to the terminal"},
      {"", "std::cerr", {}, "only cli/output writes to the terminal"},
      {"", "printf(stdout", {}, "only cli/output writes to the terminal"},
      {"",
       "STDOUT_FILENO",
       {"cli/terminal/output.cpp", "store/process/process.cpp"},
       "only cli/output writes to the terminal"},
      {"",
       "STDERR_FILENO",
       {"cli/terminal/output.cpp", "store/process/process.cpp"},
       "only cli/output writes to the terminal"},
      {"", "%x01", {}, "NUL parts what git writes: people's words may have any other byte"},
      {"", "%x02", {}, "NUL parts what git writes: people's words may have any other byte"},
      {"", ")%01", {}, "NUL parts what git writes: people's words may have any other byte"},
      {"store/",
       "errors.find(\"",
       {"store/process/git_words.cpp"},
       "git's words are read in one place"},
      {"cli/", "errors.find(\"", {}, "git's words are read in store/git_words.h"},
      {"", "sentence.find(", {}, "sentences are for people: rule, place and missing say it"},
      {"", "sentence.starts_with(", {}, "sentences are for people: rule, place and missing say it"},
      {"", "git_remote_", {}, "the network is the git program's; see store/objects/startup.cpp"},
      {"", "git_clone", {}, "the network is the git program's; see store/objects/startup.cpp"},
      {"", "git_transport_", {}, "the network is the git program's; see store/objects/startup.cpp"},
      {"", "git_submodule_", {}, "the network is the git program's; see store/objects/startup.cpp"},
      {"", "git_index_", {}, "libgit2's index fails on forms of index that git has"},
      {"", "git_checkout_", {}, "the work tree is brought along path by path"},
      {"", "git_status_", {}, "git status is asked"},
      {"", "git_diff_tree", {}, "it walks whole trees"},
      {"", "git_blame_", {}, "git blame is quicker"},
  };
  return table;
}

struct Source {
  std::string path;
  std::string text;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// What a line includes: the name between quotes or brackets; empty for any other line.
std::string included(const std::string& line) {
  if (!line.starts_with("#include ")) return "";
  const std::size_t begin = line.find_first_of("\"<");
  const std::size_t end = line.find_first_of("\">", begin + 1);
  if (begin == line.npos || end == line.npos) return "";
  return line.substr(begin + 1, end - begin - 1);
}

// Headers of the C++ library and of the system, which every layer may use unless a ban says
// otherwise.
bool is_of_the_system(const std::string& name) {
  constexpr std::string_view kPosix[] = {
      "fcntl.h",     "poll.h",     "spawn.h",    "unistd.h",       "sys/file.h",   "sys/mman.h",
      "sys/ioctl.h", "sys/stat.h", "sys/wait.h", "sys/resource.h", "sys/statvfs.h"};
  if (std::find(std::begin(kPosix), std::end(kPosix), name) != std::end(kPosix)) return true;
  return name.find('.') == name.npos && name.find('/') == name.npos;
}

// The room that a file is in; null where there is none.
const Room* room_of(std::string_view path) {
  const Room* found = nullptr;
  for (const Room& room : rooms()) {
    if (!path.starts_with(room.files)) continue;
    if (found == nullptr || room.files.size() > found->files.size()) found = &room;
  }
  return found;
}

// The room that including a header is an arrow to: the one that is behind it, for a public header
// of store/.
const Room* room_behind(std::string_view header) {
  for (const Room& room : rooms()) {
    if (std::find(room.faces.begin(), room.faces.end(), header) != room.faces.end()) return &room;
  }
  // A header at the root of store/ that no room answers for.
  if (header.starts_with("store/") && header.find('/', 6) == header.npos) return nullptr;
  return room_of(header);
}

std::string_view layer_of(std::string_view path) { return path.substr(0, path.find('/') + 1); }

bool is_public(std::string_view header) {
  return !header.starts_with("store/") || header.find('/', 6) == header.npos;
}

// Why `file` may not include `header` of ours; empty where it may.
std::string refusal(const std::string& file, const Room& room, const std::string& header) {
  const Room* to = room_behind(header);
  if (to == nullptr) return "may not include " + header + ": no room has it";
  if (to == &room) return "";
  if (layer_of(header) == layer_of(file)) {
    // A header at the root declares what other rooms do; it may name them all.
    const bool may = std::find(room.uses.begin(), room.uses.end(), to->files) != room.uses.end();
    if (may || (room.files == "store/" && is_public(header))) return "";
    return "may not include " + header + ": " + std::string(room.files) + " does not use " +
           std::string(to->files);
  }
  const bool may = std::any_of(room.layers.begin(), room.layers.end(),
                               [&](std::string_view prefix) { return header.starts_with(prefix); });
  if (!may) return "may not include " + header + ": it is of another layer";
  if (is_public(header) || file.starts_with("tests/")) return "";
  return "may not include " + header + ": it is private to store/";
}

std::vector<std::string> violations(const Source& source) {
  std::vector<std::string> found;
  const std::vector<std::string> lines = lines_of(source.text);
  const Room* room = room_of(source.path);
  if (room == nullptr) return {source.path + ": no room has this file"};
  if (source.path.starts_with("store/") && room->files == "store/") {
    const bool known = source.path.ends_with(".h") && room_behind(source.path) != nullptr;
    if (!known) found.push_back(source.path + ": not a header that a room answers for");
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string at = source.path + ":" + std::to_string(i + 1) + ": ";
    const std::string name = included(lines[i]);
    if (!name.empty() && !is_of_the_system(name)) {
      const auto library =
          std::find_if(libraries().begin(), libraries().end(),
                       [&](const Library& one) { return name.starts_with(one.headers); });
      if (library != libraries().end()) {
        const bool may =
            std::any_of(library->files.begin(), library->files.end(),
                        [&](std::string_view prefix) { return source.path.starts_with(prefix); });
        if (!may) found.push_back(at + "may not include " + name);
      } else if (const std::string why = refusal(source.path, *room, name); !why.empty()) {
        found.push_back(at + why);
      }
    }
    if (source.path.starts_with("tests/")) continue;
    for (const Ban& ban : bans()) {
      if (!source.path.starts_with(ban.files) || lines[i].find(ban.words) == std::string::npos)
        continue;
      if (std::find(ban.except.begin(), ban.except.end(), source.path) != ban.except.end())
        continue;
      found.push_back(at + "has " + std::string(ban.words) + ": " + std::string(ban.why));
    }
  }
  if (lines.empty() || lines.front() != "// SPDX-License-Identifier: MIT") {
    found.push_back(source.path + ":1: does not open with its licence");
  }
  return found;
}

// What is seen by a long way that may not be: one sentence for each file that sees it, with the
// way.
std::vector<std::string> violations_by_way(const std::vector<Source>& sources) {
  std::map<std::string, std::vector<std::string>> includes;
  for (const Source& source : sources) {
    for (const std::string& line : lines_of(source.text)) {
      if (std::string name = included(line); !name.empty())
        includes[source.path].push_back(std::move(name));
    }
  }
  std::vector<std::string> found;
  for (const Unseen& rule : unseen()) {
    for (const Source& source : sources) {
      if (!source.path.starts_with(rule.files)) continue;
      std::map<std::string, std::string> from;  // what was reached -> by which file
      std::vector<std::string> open = {source.path};
      while (!open.empty()) {
        const std::string path = open.back();
        open.pop_back();
        for (const std::string& next : includes[path]) {
          if (from.emplace(next, path).second) open.push_back(next);
        }
      }
      for (const auto& [header, by] : from) {
        if (!header.starts_with(rule.headers)) continue;
        if (std::find(rule.except.begin(), rule.except.end(), header) != rule.except.end())
          continue;
        std::string way = header;
        for (std::string at = by; at != source.path; at = from[at]) way = at + " -> " + way;
        found.push_back(source.path + " sees " + way + ": " + std::string(rule.why));
        break;
      }
    }
  }
  return found;
}

// Rooms that use each other, by whatever way: each room may use only those that stand before it.
std::vector<std::string> arrows_back() {
  std::vector<std::string> found;
  std::map<std::string_view, std::set<std::string_view>> below;  // all that a room reaches
  bool grew = true;
  for (const Room& room : rooms()) below[room.files].insert(room.uses.begin(), room.uses.end());
  while (grew) {
    grew = false;
    for (auto& [room, reached] : below) {
      const std::set<std::string_view> now = reached;
      for (const std::string_view other : now) {
        for (const std::string_view further : below[other]) {
          grew = reached.insert(further).second || grew;
        }
      }
    }
  }
  for (const auto& [room, reached] : below) {
    if (reached.contains(room)) found.push_back(std::string(room) + " uses itself by another room");
  }
  return found;
}

std::vector<Source> all_sources() {
  std::vector<Source> sources;
  const fs::path root = aver::tests::source_dir();
  for (const char* folder : {"claims", "store", "cli", "tests"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string ending = entry.path().extension().string();
      if (ending != ".h" && ending != ".cpp") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      sources.push_back({entry.path().lexically_relative(root).generic_string(),
                         std::string(std::istreambuf_iterator<char>(in), {})});
    }
  }
  return sources;
}

constexpr const char* kLicence = "// SPDX-License-Identifier: MIT\n";

// After the licence come an empty comment line and the purpose of the file. Tests are exempt: their
// names say what they test.
bool opens_with_its_purpose(const Source& source) {
  if (source.path.starts_with("tests/")) return true;
  const std::vector<std::string> lines = lines_of(source.text);
  constexpr std::string_view kComment = "// ";
  return lines.size() > 2 && lines[1] == "//" && lines[2].starts_with(kComment) &&
         lines[2].find_first_not_of(' ', kComment.size()) != std::string::npos;
}

}  // namespace

TEST_CASE("every file includes only what its room may see") {
  const std::vector<Source> sources = all_sources();
  REQUIRE(sources.size() > 40);
  for (const Source& source : sources) {
    for (const std::string& violation : violations(source)) FAIL_CHECK(violation);
  }
}

TEST_CASE("nothing is seen by a long way that may not be") {
  for (const std::string& violation : violations_by_way(all_sources())) FAIL_CHECK(violation);
}

TEST_CASE("arrows between rooms point one way") {
  for (const std::string& circle : arrows_back()) FAIL_CHECK(circle);
}

TEST_CASE("every room has files, and every face is there") {
  const std::vector<Source> sources = all_sources();
  std::set<std::string_view> used;
  std::set<std::string> paths;
  for (const Source& source : sources) {
    if (const Room* room = room_of(source.path)) used.insert(room->files);
    paths.insert(source.path);
  }
  std::set<std::string_view> above = {"tests/"};  // which stands last, as the shortest prefix
  for (const Room& room : rooms()) {
    CHECK_MESSAGE(used.contains(room.files), room.files);
    for (const std::string_view face : room.faces)
      CHECK_MESSAGE(paths.contains(std::string(face)), face);
    for (const std::string_view use : room.uses) {
      CHECK_MESSAGE(above.contains(use),
                    room.files << " uses " << use << ", which is not above it");
    }
    above.insert(room.files);
  }
}

TEST_CASE("a planted violation is found") {
  const auto planted = [](const char* path, const std::string& line) {
    return violations({path, kLicence + line + "\n"}).size();
  };
  CHECK(planted("claims/records/x.cpp", "#include \"claims/text/date.h\"") == 0);
  CHECK(planted("claims/text/x.cpp", "#include \"claims/records/records.h\"") == 1);
  CHECK(planted("claims/records/x.cpp", "#include \"store/store.h\"") == 1);
  CHECK(planted("claims/records/x.cpp", "#include <toml++/toml.h>") == 1);
  CHECK(planted("claims/toml/toml.cpp", "#include <toml++/toml.h>") == 0);
  CHECK(planted("claims/text/x.cpp", "#include <fstream>") == 1);
  CHECK(planted("claims/x.cpp", "") == 1);  // in no room
  CHECK(planted("store/write/x.cpp", "#include \"cli/terminal/output.h\"") == 1);
  CHECK(planted("store/write/x.cpp", "#include <git2.h>") == 1);
  CHECK(planted("store/objects/git.h", "#include <git2.h>") == 0);
  CHECK(planted("store/write/x.cpp", "#include <sqlite3.h>") == 1);
  CHECK(planted("store/write/x.cpp", "#include \"store/index/rows.h\"") == 1);
  CHECK(planted("store/write/x.cpp", "#include \"store/records_index.h\"") == 1);  // by its face
  CHECK(planted("store/write/x.cpp", "#include \"store/bulk.h\"") == 0);
  CHECK(planted("store/write/x.cpp", "#include \"store/nobody.h\"") == 1);
  CHECK(planted("store/x.cpp", "") == 1);  // the root holds headers alone
  CHECK(planted("store/x.h", "") == 1);    // and none that no room answers for
  CHECK(planted("store/write/x.cpp", "  git_remote_fetch(remote);") == 1);
  CHECK(planted("store/write/x.cpp", "  git_index_read(index, 1);") == 1);
  CHECK(planted("cli/names/x.cpp", "#include \"store/repository/repository.h\"") == 1);
  CHECK(planted("cli/names/x.cpp", "#include \"store/bulk.h\"") == 0);
  CHECK(planted("cli/names/x.cpp", "#include \"cli/review/proposals.h\"") == 1);
  CHECK(planted("cli/names/x.cpp", "#include <CLI/CLI.hpp>") == 1);
  CHECK(planted("cli/render/text/x.cpp", "#include \"store/store.h\"") == 1);
  CHECK(planted("cli/render/text/x.cpp", "#include \"cli/render/rows/sheet.h\"") == 1);
  CHECK(planted("cli/names/x.cpp", "  write(STDOUT_FILENO, text);") == 1);
  CHECK(planted("cli/names/x.cpp", "#include <regex>") == 1);
  CHECK(violations({"claims/text/x.cpp", "int x;\n"}).size() == 1);
  CHECK(violations({"lib/x.cpp", kLicence}).size() == 1);
  // By way of a header between.
  const std::vector<Source> long_way = {
      {"cli/render/text/x.cpp", "#include \"cli/answers/x.h\"\n"},
      {"cli/answers/x.h", "#include \"store/history.h\"\n"},
      {"store/history.h", "#include \"store/store.h\"\n"},
  };
  CHECK(violations_by_way(long_way).size() == 2);
  // A header that does without the class Store, and still is none of values.
  const std::vector<Source> a_rule = {
      {"cli/render/text/x.cpp", "#include \"cli/answers/x.h\"\n"},
      {"cli/answers/x.h", "#include \"store/values.h\"\n#include \"store/merge.h\"\n"},
  };
  CHECK(violations_by_way(a_rule).size() == 2);
  CHECK(planted("claims/text/x.cpp", "#include <sys/stat.h>") == 1);
  CHECK(planted("claims/text/x.cpp", "#include <fcntl.h>") == 1);
  CHECK(planted("claims/text/x.cpp", "  std::FILE* file = fopen(name, \"r\");") == 1);
  CHECK(planted("claims/text/x.cpp", "  const auto now = steady_clock::now();") == 1);
}

TEST_CASE("every file opens with its purpose") {
  for (const Source& source : all_sources()) {
    CHECK_MESSAGE(opens_with_its_purpose(source),
                  source.path << ": has no purpose after its licence");
  }
  const auto planted = [](const std::string& text) {
    return opens_with_its_purpose({"claims/text/x.cpp", kLicence + text});
  };
  CHECK(planted("//\n// Folds texts.\n#include <string>\n"));
  CHECK(!planted(""));
  CHECK(!planted("#include <string>\n"));
  CHECK(!planted("// Folds texts.\n#include <string>\n"));  // no line between
  CHECK(!planted("//\n#include <string>\n"));
  CHECK(!planted("//\n//\n"));
  CHECK(!planted("//\n// \n"));
}

TEST_CASE("no two types of a layer have one name") {
  // Types at the left margin, in headers and sources alike: a reader who looks for a name finds one
  // thing. Each command has its own Options.
  std::map<std::string, std::map<std::string, std::set<std::string>>>
      files;  // layer, name -> files
  for (const Source& source : all_sources()) {
    if (source.path.starts_with("tests/")) continue;
    for (const std::string& line : lines_of(source.text)) {
      for (const std::string_view word : {"class ", "struct ", "enum class ", "enum "}) {
        if (!line.starts_with(word) || line.ends_with(';')) continue;
        const std::string name =
            line.substr(word.size(), line.find_first_of(" :{", word.size()) - word.size());
        if (line.find("::") == word.size() + name.size()) continue;  // a part of another type
        if (name.empty() || name == "Options" || name == "class" || std::islower(name[0]) != 0)
          continue;
        files[std::string(layer_of(source.path))][name].insert(source.path);
      }
    }
  }
  CHECK(files.size() == 3);
  for (const auto& [layer, names] : files) {
    CHECK(names.size() > 50);
    for (const auto& [name, where] : names) {
      if (where.size() < 2) continue;
      std::string all;
      for (const std::string& path : where) all += " " + path;
      FAIL_CHECK(layer << name << " stands in" << all);
    }
  }
}

TEST_CASE("the top level has four folders") {
  const std::set<std::string> wanted = {"claims", "cli", "store", "tests"};
  std::set<std::string> found;
  for (const fs::directory_entry& entry : fs::directory_iterator(aver::tests::source_dir())) {
    const std::string name = entry.path().filename().string();
    if (entry.is_directory() && !name.starts_with(".") && name != "build") found.insert(name);
  }
  CHECK(found == wanted);
}
