// SPDX-License-Identifier: MIT
//
// Answers from the table, which is brought along with the tips. It is not kept where what is read
// is not what the ids say: of replaced objects, and of a history that is cut off, which may grow at
// its old end.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <limits>
#include <set>
#include <tuple>
#include <utility>

#include "store/branches.h"
#include "store/replace_file.h"
#include "store/repository/repository.h"
#include "store/reviews.h"
#include "store/reviews/brought_table.h"
#include "store/reviews/tips.h"

namespace aver::store {
namespace {

std::filesystem::path table_file(const Store& store) {
  return store.private_dir() / "reviews-brought";
}

BroughtTable table_on_disk(const Store& store, const Repository& repository,
                           const std::vector<CommitId>& tips) {
  const Branches branches(store);
  std::ifstream in(table_file(store), std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  std::optional<BroughtTable> table = BroughtTable::decode(text);
  const auto is_passed = [&](const CommitId& old) {
    return has_commit(repository, old) &&
           std::any_of(tips.begin(), tips.end(),
                       [&](const CommitId& tip) { return branches.is_ancestor(old, tip); });
  };
  // Of a tip that nobody has any more it would tell what is not there.
  if (!table || !std::all_of(table->tips().begin(), table->tips().end(), is_passed)) return {};
  return std::move(*table);
}

BroughtTable table_of(const Store& store, const Repository& repository,
                      const std::vector<CommitId>& tips) {
  const bool keeps = !repository.is_shallow() && !repository.has_replacements();
  BroughtTable table = keeps ? table_on_disk(store, repository, tips) : BroughtTable();
  if (table.tips() == tips) return table;
  table.extend(repository, tips);
  // Where it cannot be written, the next one walks again.
  std::error_code ignored;
  if (keeps) replace_file(table_file(store), table.encode(), ignored);
  return table;
}

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();

// By the recorded clock: of each commit the latest stamp among it and its first parents.
std::vector<std::int64_t> clocks_of(const BroughtTable& table, const std::vector<CommitId>& wrong) {
  const std::set<CommitId> without(wrong.begin(), wrong.end());
  std::vector<std::int64_t> clocks;
  clocks.reserve(table.commits().size());
  for (const BroughtTable::Commit& one : table.commits()) {
    const std::int64_t before = one.parents.empty() ? kNever : clocks[one.parents.front()];
    clocks.push_back(without.contains(one.id) ? before : std::max(before, one.committed_at));
  }
  return clocks;
}

// Of each commit the clock of the first parent of a tip by which it came in; of several tips the
// latest.
std::vector<std::int64_t> arrivals_of(const BroughtTable& table,
                                      const std::vector<std::int64_t>& clocks) {
  std::vector<std::int64_t> latest(table.commits().size(), kNever);
  for (const CommitId& tip : table.tips()) {
    const auto is_tip = [&](const BroughtTable::Commit& one) { return one.id == tip; };
    const auto found = std::find_if(table.commits().begin(), table.commits().end(), is_tip);
    if (found == table.commits().end()) continue;
    std::vector<std::uint32_t> line = {static_cast<std::uint32_t>(found - table.commits().begin())};
    while (!table.commits()[line.back()].parents.empty()) {
      line.push_back(table.commits()[line.back()].parents.front());
    }
    std::vector<bool> is_there(table.commits().size(), false);
    for (auto at = line.rbegin(); at != line.rend(); ++at) {
      std::vector<std::uint32_t> open = {*at};
      while (!open.empty()) {
        const std::uint32_t one = open.back();
        open.pop_back();
        if (is_there[one]) continue;
        is_there[one] = true;
        latest[one] = std::max(latest[one], clocks[*at]);
        const auto& parents = table.commits()[one].parents;
        open.insert(open.end(), parents.begin(), parents.end());
      }
    }
  }
  return latest;
}

}  // namespace

std::vector<BroughtReview> Reviews::brought(std::string_view folder,
                                            const std::vector<CommitId>& wrong,
                                            const std::vector<CommitId>& also) const {
  std::vector<CommitId> tips = also;
  for (const ReviewTip& tip : this->tips()) tips.push_back(tip.tip);
  std::sort(tips.begin(), tips.end());
  tips.erase(std::unique(tips.begin(), tips.end()), tips.end());
  if (tips.empty()) return {};
  const BroughtTable table = table_of(store_, repository_, tips);
  const std::vector<std::int64_t> clocks = clocks_of(table, wrong);
  const std::vector<std::int64_t> arrivals = arrivals_of(table, clocks);
  const auto told = [](std::int64_t clock) {
    return clock == kNever ? std::nullopt : std::optional(clock);
  };
  const std::string below = folder.empty() ? "" : std::string(folder) + "/";
  std::vector<BroughtReview> found;
  for (const BroughtTable::File& file : table.files()) {
    if (!file.path.starts_with(below)) continue;
    const BroughtTable::Commit& commit = table.commits()[file.commit];
    BroughtReview& one = found.emplace_back();
    one.path = file.path;
    one.blob = file.blob;
    one.at = told(clocks[file.commit]);
    one.arrived_at = told(arrivals[file.commit]);
    if (commit.cut_off) continue;
    one.commit = commit.id;
    one.author = table.people()[commit.author];
    one.committer = table.people()[commit.committer];
  }
  std::sort(found.begin(), found.end(), [](const BroughtReview& a, const BroughtReview& b) {
    return std::tie(a.path, a.blob, a.at, a.commit) < std::tie(b.path, b.blob, b.at, b.commit);
  });
  return found;
}

}  // namespace aver::store
