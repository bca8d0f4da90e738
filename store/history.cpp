// SPDX-License-Identifier: MIT
#include "store/history.h"

#include <algorithm>
#include <cstdlib>

#include "store/process.h"

namespace aver::store {
namespace {

constexpr char kHead = '\x01';  // begins a commit; git lets neither into a name or a subject
constexpr char kField = '\x02';
constexpr std::size_t kFields = 7;

std::optional<LogEntry> read_head(std::string_view text) {
  std::vector<std::string> fields;
  std::size_t begin = 1;
  while (fields.size() + 1 < kFields) {
    const std::size_t end = text.find(kField, begin);
    if (end == text.npos) return std::nullopt;
    fields.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  fields.emplace_back(text.substr(begin));
  LogEntry entry;
  entry.commit = fields[0];
  entry.author = fields[1];
  entry.author_email = fields[2];
  entry.authored_at = std::atoll(fields[3].c_str());
  entry.committed_at = std::atoll(fields[4].c_str());
  entry.merge = fields[5].find(' ') != std::string::npos;
  entry.subject = fields[6];
  return entry;
}

// ":100644 100644 <before> <after> M"; an absent side has zeros.
ChangedPath read_raw(std::string_view text) {
  const auto id = [&](std::size_t number) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < number; ++i) at = text.find(' ', at) + 1;
    std::string hex(text.substr(at, text.find(' ', at) - at));
    return hex.find_first_not_of('0') == hex.npos ? std::string() : hex;
  };
  return {"", id(2), id(3)};
}

}  // namespace

std::vector<LogEntry> log(const Store& store, const LogOptions& options) {
  std::error_code ignored;
  if (std::filesystem::exists(store.private_dir().parent_path() / "shallow", ignored)) {
    throw StoreError(Fault::unsupported,
                     "this is a shallow clone: its history is cut off, and the answer "
                     "would be wrong",
                     {}, "git fetch --unshallow");
  }
  std::vector<std::string> words = {"--literal-pathspecs",
                                    "log",
                                    "-z",
                                    "--raw",
                                    "--no-renames",
                                    "--no-abbrev",
                                    "--no-color",
                                    "--no-show-signature",
                                    "--format=%x01%H%x02%an%x02%ae%x02%at%x02%ct%x02%P%x02%s"};
  if (options.open_merges) words.emplace_back("--diff-merges=first-parent");
  if (options.limit > 0) words.push_back("-n" + std::to_string(options.limit));
  words.push_back(options.revision.empty() ? "HEAD" : options.revision);
  words.push_back("--");
  words.insert(words.end(), options.paths.begin(), options.paths.end());
  const RunResult result = run_git(words, {.directory = store.root().string()});
  if (!result.ok()) {
    throw StoreError(Fault::corrupt, "git could not read the history",
                     {result.errors.substr(0, result.errors.find('\n'))});
  }
  std::vector<LogEntry> entries;
  bool path_follows = false;
  for (std::size_t begin = 0; begin < result.output.size();) {
    const std::size_t end = std::min(result.output.find('\0', begin), result.output.size());
    std::string_view token(result.output.data() + begin, end - begin);
    begin = end + 1;
    if (path_follows) {
      entries.back().paths.back().path = token;
      path_follows = false;
      continue;
    }
    while (token.starts_with('\n')) token.remove_prefix(1);
    if (token.starts_with(kHead)) {
      if (std::optional<LogEntry> entry = read_head(token)) entries.push_back(std::move(*entry));
    } else if (token.starts_with(':') && !entries.empty()) {
      entries.back().paths.push_back(read_raw(token));
      path_follows = true;
    }
  }
  return entries;
}

}  // namespace aver::store
