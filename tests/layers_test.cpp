// SPDX-License-Identifier: MIT
//
// Who may include whom: a table, held against every source file; and what must stand nowhere.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

// The first row whose prefix fits a file judges it.
struct Layer {
  std::string_view files;
  std::vector<std::string_view>
      may_include;  // prefixes of what stands between the quotes or brackets
};

const std::vector<Layer>& layers() {
  static const std::vector<Layer> table = {
      {"claims/toml/toml.cpp", {"claims/", "toml++/"}},
      {"claims/text/fold.cpp", {"claims/", "utf8proc.h"}},
      {"claims/exchange/slugs.cpp", {"claims/", "utf8proc.h"}},
      {"claims/evidence/html.cpp", {"claims/", "gumbo.h"}},
      {"claims/exchange/json/json.cpp", {"claims/", "nlohmann/"}},
      {"claims/", {"claims/"}},
      {"store/objects/digest.cpp", {"store/", "mbedtls/"}},
      {"store/objects/startup.cpp", {"store/", "mbedtls/"}},
      {"store/objects/git.h", {"store/", "git2.h"}},
      {"store/objects/sha1.cpp", {"store/", "openssl/sha.h"}},
      {"store/objects/deflate.cpp", {"store/", "libdeflate.h"}},
      {"store/sqlite/database.cpp", {"store/", "sqlite3.h"}},
      {"store/sqlite/search_words.cpp", {"store/", "claims/", "sqlite3.h"}},
      {"store/objects/object_source.cpp", {"store/", "git2/sys/"}},
      {"store/", {"store/", "claims/"}},
      {"cli/line/arguments.cpp", {"cli/", "store/", "claims/", "CLI/"}},
      {"cli/evidence/capture.cpp", {"cli/", "store/", "claims/", "uchardet/", "iconv.h"}},
      {"cli/render/json/schema.cpp", {"cli/", "claims/", "nlohmann/"}},
      {"cli/render/json/", {"cli/", "store/", "claims/", "nlohmann/"}},
      {"cli/terminal/layout.cpp", {"cli/", "utf8proc.h"}},
      {"cli/render/",
       {"cli/", "claims/", "store/history.h",
        "store/values.h",
        "store/search_values.h", "store/editions.h", "store/records_index.h",
        "store/signatures.h"}},
      {"cli/",
       {"cli/",
        "store/store.h",
        "store/history.h",
        "store/values.h",
        "store/search_values.h",
        "store/draft.h",
        "store/error.h",
        "store/process.h",
        "store/digest.h",
        "store/branches.h",
        "store/merge.h",
        "store/editions.h",
        "store/signatures.h",
        "store/bulk.h",
        "store/upkeep.h",
        "store/parallel_read.h",
        "store/watcher.h",
        "store/indexed_stances.h",
        "store/folder_pair.h",
        "store/index_history.h",
        "store/index_when.h",
        "store/records_index.h",
        "store/export_database.h",
        "claims/",
        "utf8proc.h"}},
      {"tests/claims/", {"claims/", "doctest/", "rapidcheck", "tests/"}},
      {"tests/store/", {"claims/", "store/", "doctest/", "rapidcheck", "tests/"}},
      {"tests/cli/",
       {"cli/", "claims/", "store/", "doctest/", "rapidcheck.h", "nlohmann/", "tests/",
        "arpa/inet.h", "netinet/in.h", "sys/socket.h"}},
      {"tests/fuzz/", {"claims/"}},
      {"tests/bench/", {"claims/", "store/", "tests/"}},
      {"tests/property.h", {"rapidcheck"}},
      {"tests/", {"doctest/", "tests/"}},
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
      {"claims/", "system_clock::now", {}, "claims/ reads no clock"},
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

std::vector<std::string> violations(const Source& source) {
  std::vector<std::string> found;
  const std::vector<std::string> lines = lines_of(source.text);
  const auto layer = std::find_if(layers().begin(), layers().end(), [&](const Layer& one) {
    return source.path.starts_with(one.files);
  });
  if (layer == layers().end()) {
    return {source.path + ": no layer has this file"};
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string at = source.path + ":" + std::to_string(i + 1) + ": ";
    const std::string name = included(lines[i]);
    if (!name.empty() && !is_of_the_system(name)) {
      const bool may =
          std::any_of(layer->may_include.begin(), layer->may_include.end(),
                      [&](std::string_view prefix) { return name.starts_with(prefix); });
      if (!may) found.push_back(at + "may not include " + name);
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

std::vector<Source> all_sources() {
  std::vector<Source> sources;
  const fs::path root = AVER_SOURCE_DIR;
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

}  // namespace

TEST_CASE("every file includes only what its layer may see") {
  const std::vector<Source> sources = all_sources();
  REQUIRE(sources.size() > 40);
  for (const Source& source : sources) {
    for (const std::string& violation : violations(source)) FAIL_CHECK(violation);
  }
}

TEST_CASE("a planted violation is found") {
  const auto planted = [](const char* path, const std::string& line) {
    return violations({path, kLicence + line + "\n"}).size();
  };
  CHECK(planted("claims/x.cpp", "#include \"claims/date.h\"") == 0);
  CHECK(planted("claims/x.cpp", "#include \"store/store.h\"") == 1);
  CHECK(planted("claims/x.cpp", "#include <toml++/toml.h>") == 1);
  CHECK(planted("claims/toml/toml.cpp", "#include <toml++/toml.h>") == 0);
  CHECK(planted("claims/x.cpp", "#include <fstream>") == 1);
  CHECK(planted("store/x.cpp", "#include \"cli/output.h\"") == 1);
  CHECK(planted("store/x.cpp", "#include <git2.h>") == 1);
  CHECK(planted("store/objects/git.h", "#include <git2.h>") == 0);
  CHECK(planted("store/x.cpp", "#include <sqlite3.h>") == 1);
  CHECK(planted("store/x.cpp", "  git_remote_fetch(remote);") == 1);
  CHECK(planted("store/x.cpp", "  git_index_read(index, 1);") == 1);
  CHECK(planted("cli/x.cpp", "#include \"store/repository.h\"") == 1);
  CHECK(planted("cli/x.cpp", "#include <CLI/CLI.hpp>") == 1);
  CHECK(planted("cli/render/x.cpp", "#include \"store/store.h\"") == 1);
  CHECK(planted("cli/x.cpp", "  write(STDOUT_FILENO, text);") == 1);
  CHECK(planted("cli/x.cpp", "#include <regex>") == 1);
  CHECK(violations({"claims/x.cpp", "int x;\n"}).size() == 1);
  CHECK(violations({"lib/x.cpp", kLicence}).size() == 1);
}

TEST_CASE("the top level has four folders") {
  const std::set<std::string> wanted = {"claims", "cli", "store", "tests"};
  std::set<std::string> found;
  for (const fs::directory_entry& entry : fs::directory_iterator(AVER_SOURCE_DIR)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_directory() && !name.starts_with(".") && name != "build") found.insert(name);
  }
  CHECK(found == wanted);
}
