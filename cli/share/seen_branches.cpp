// SPDX-License-Identifier: MIT
//
// A file per remote, with a line per branch: the tip, a blank, the name.
#include "cli/share/seen_branches.h"

#include <fstream>

#include "store/branches.h"
#include "store/replace_file.h"

namespace aver::cli {

namespace {

// A remote's name may have "/", a file's may not.
std::string as_file_name(std::string remote) {
  for (char& c : remote) {
    if (c == '/') c = '%';
  }
  return remote;
}

}  // namespace

SeenBranches::SeenBranches(Session& session, const std::string& remote)
    : session_(session), file_(session.store().private_dir() / "branches" / as_file_name(remote)) {
  std::ifstream in(file_);
  for (std::string line; std::getline(in, line);) {
    const std::size_t blank = line.find(' ');
    if (blank != line.npos) tips_[line.substr(blank + 1)] = line.substr(0, blank);
  }
}

std::optional<store::CommitId> SeenBranches::tip(const std::string& branch) const {
  const auto found = tips_.find(branch);
  return found == tips_.end() ? std::nullopt : std::optional(found->second);
}

void SeenBranches::see(const std::string& branch, const store::CommitId& tip) {
  store::CommitId& known = tips_[branch];
  if (known == tip) return;
  known = tip;
  keep();
}

void SeenBranches::forget(const std::string& branch) {
  if (tips_.erase(branch) > 0) keep();
}

bool SeenBranches::was_taken_back(const std::string& branch, const store::CommitId& here,
                                  const std::optional<store::CommitId>& there) const {
  const auto seen = tip(branch);
  if (!seen) return false;
  const store::Branches branches(session_.store());
  try {
    if (!branches.is_ancestor(*seen, here)) return false;
    if (!there) return true;
    if (branches.is_ancestor(*seen, *there)) return false;
    // Where a shallow history is cut off before both meet, it is not known what the remote's has.
    return !session_.store().is_shallow() || !branches.merge_bases(*seen, *there).empty();
  } catch (const store::StoreError&) {
    return false;  // git has cleared the commit away: it is in nothing that is here
  }
}

void SeenBranches::keep() const {
  std::string lines;
  for (const auto& [branch, tip] : tips_) lines.append(tip).append(" ").append(branch) += '\n';
  std::error_code ignored;
  store::replace_file(file_, lines, ignored);
}

}  // namespace aver::cli
