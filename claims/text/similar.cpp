// SPDX-License-Identifier: MIT
//
// Edit distance in three rows of memory, and the ranking of names by it.
#include "claims/text/similar.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "claims/text/paths.h"

namespace aver::claims {
namespace {

// How far `name` is from what was wanted; nothing where it is no sensible guess.
std::optional<std::size_t> rank(std::string_view wanted, std::string_view name) {
  // A third of the letters may be wrong; with fewer than three there is nothing to go by.
  const std::size_t limit = wanted.size() / 3;
  if (limit == 0) return std::nullopt;
  std::size_t best = distance(wanted, name);
  if (name.find('/') != name.npos)
    best = std::min(best, distance(last_part(wanted), last_part(name)));
  if (best <= limit) return best;
  if (name.find(wanted) != name.npos) return limit + 1;
  return std::nullopt;
}

}  // namespace

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replace});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::vector<std::string> nearest(std::string_view wanted, const std::vector<std::string>& names,
                                 std::size_t most) {
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& name : names) {
    if (const std::optional<std::size_t> r = rank(wanted, name)) near.emplace_back(*r, name);
  }
  std::sort(near.begin(), near.end());
  std::vector<std::string> answer;
  for (const auto& [r, name] : near) {
    if (answer.size() == most) break;
    answer.push_back(name);
  }
  return answer;
}

}  // namespace aver::claims
