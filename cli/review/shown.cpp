// SPDX-License-Identifier: MIT
//
// A line a file, "BLOB RESTS PATH", and last the digest of these lines: of a proposal of very many
// files, the digest alone.
#include "cli/review/shown.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "claims/text/hex.h"
#include "store/digest.h"
#include "store/replace_file.h"

namespace aver::cli {
namespace {

using claims::reviews::ProposedFile;

constexpr std::string_view kDigestLine = "sha256 ";

std::filesystem::path file_of(Session& session, const Proposal& proposal) {
  return session.store().private_dir() / "shown" / proposal.place.name;
}

std::map<std::string, std::string> lines_of(const Proposal& proposal) {
  // `merged` has what its files rest on where they are judged by that; here it is always asked.
  std::vector<ProposedFile> files = proposal.merged;
  add_rests(proposal.result, files);
  std::map<std::string, std::string> lines;
  for (const ProposedFile& file : files) {
    const std::string rests = file.rests.empty() ? "-" : file.rests;
    lines[file.path] = (file.shown.empty() ? file.blob : file.shown) + " " + rests;
  }
  return lines;
}

std::string text_of(const std::map<std::string, std::string>& lines) {
  std::string text;
  for (const auto& [path, what] : lines) text += what + " " + path + "\n";
  return text;
}

}  // namespace

void was_shown(Session& session, const Proposal& proposal) {
  const std::map<std::string, std::string> lines = lines_of(proposal);
  const std::string text = text_of(lines);
  const std::string digest = std::string(kDigestLine) + store::sha256(text) + "\n";
  std::error_code ignored;
  store::replace_file(file_of(session, proposal),
                      lines.size() > claims::reviews::kMostListed ? digest : text + digest,
                      ignored);
}

std::optional<std::vector<std::string>> other_than_shown(Session& session,
                                                         const Proposal& proposal) {
  std::ifstream in(file_of(session, proposal));
  std::stringstream all;
  all << in.rdbuf();
  const std::string kept = all.str();
  const std::size_t at = kept.rfind(kDigestLine);
  if (at == kept.npos) return std::nullopt;
  const std::map<std::string, std::string> now = lines_of(proposal);
  const std::string digest = kept.substr(at + kDigestLine.size());
  if (digest == store::sha256(text_of(now)) + "\n") return std::vector<std::string>{};
  std::map<std::string, std::string> then;
  std::istringstream lines(kept.substr(0, at));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t path = line.find(' ', line.find(' ') + 1);
    if (path != line.npos) then[line.substr(path + 1)] = line.substr(0, path);
  }
  std::set<std::string> paths;
  for (const auto& [path, what] : now) {
    const auto found = then.find(path);
    if (found == then.end() || found->second != what) paths.insert(path);
  }
  for (const auto& [path, what] : then) {
    if (!now.contains(path)) paths.insert(path);
  }
  return std::vector<std::string>(paths.begin(), paths.end());
}

}  // namespace aver::cli
