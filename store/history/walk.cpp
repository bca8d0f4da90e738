// SPDX-License-Identifier: MIT
//
// Two walks: over all commits, and over those that touched some paths. The second jumps along
// chains of first parents instead of visiting each commit, and decides whether a merge is like one
// of its parents by comparing sums of files rather than trees.
#include "store/history/walk.h"

#include <algorithm>
#include <deque>
#include <unordered_set>

#include "store/view/tree_changes.h"

namespace aver::store {
namespace {

// Commits that wait for their turn: the newest by its committer's clock first; of equal ones, the
// one that came first.
class Queue {
 public:
  void put(Node node) {
    auto at = waiting_.end();
    while (at != waiting_.begin() && std::prev(at)->committed_at < node.committed_at) --at;
    waiting_.insert(at, std::move(node));
  }
  Node take() {
    Node first = std::move(waiting_.front());
    waiting_.pop_front();
    return first;
  }
  bool empty() const { return waiting_.empty(); }
  std::size_t size() const { return waiting_.size(); }

 private:
  std::deque<Node> waiting_;
};

// The sum of the files below some paths in a commit: equal sums, equal files.
struct Sum {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  friend bool operator==(const Sum&, const Sum&) = default;
};

std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31);
}

Sum sum_of(std::string_view path, std::string_view id, std::uint32_t mode) {
  if (mode == 0) return {};
  Sum sum{mixed(mode), mixed(mode + 0x9e3779b97f4a7c15U)};
  for (const std::string_view text : {path, id}) {
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      sum.low = mixed(sum.low + byte + 1);
      sum.high = (sum.high ^ (byte + 1)) * 0x100000001b3U;
      sum.high ^= sum.high >> 29;
    }
  }
  return sum;
}

// A commit that touched what is asked about, and its part of all touches.
struct Touching {
  Node node;
  std::size_t begin = 0;
  std::size_t end = 0;
};

class PathWalk {
 public:
  PathWalk(HistoryTables& tables, const LogOptions& options, const EntryVisit& visit)
      : tables_(tables), options_(options), visit_(visit) {}

  void run(Number tip) {
    find_touches(tip);
    if (touching_.empty()) return;
    enqueue(tip);
    while (!queue_.empty()) {
      Node node = queue_.take();
      if (node.number < touching_.front().node.number) continue;  // nothing was there yet
      // This node is the only one in the queue, and all nodes to come are older than any seen: skip
      // to the next node that is reported or decides something.
      if (queue_.empty() && node.number == lowest_seen_) {
        const Number next = next_stop(node.number, node.chain);
        if (next == 0) return;
        seen_.clear();
        lowest_seen_ = next;
        if (next != node.number) node = tables_.node(next);
      }
      if (!meet(node)) return;
    }
  }

 private:
  void find_touches(Number tip) {
    for (const std::string& path : options_.paths) tables_.touches_below(path, tip, touches_);
    std::sort(touches_.begin(), touches_.end(), [](const Touch& a, const Touch& b) {
      return a.number != b.number ? a.number < b.number : a.path < b.path;
    });
    // Paths may lie within one another.
    touches_.erase(std::unique(touches_.begin(), touches_.end(),
                               [](const Touch& a, const Touch& b) {
                                 return a.number == b.number && a.path == b.path;
                               }),
                   touches_.end());
    for (std::size_t i = 0; i < touches_.size();) {
      std::size_t end = i;
      while (end < touches_.size() && touches_[end].number == touches_[i].number) ++end;
      by_number_.emplace(touches_[i].number, touching_.size());
      touching_.push_back({tables_.node(touches_[i].number), i, end});
      by_chain_[touching_.back().node.chain].push_back(touching_.size() - 1);
      i = end;
    }
  }

  const Touching* at(Number number) const {
    const auto found = by_number_.find(number);
    return found == by_number_.end() ? nullptr : &touching_[found->second];
  }

  // The nearest that touched, from a commit down along first parents; null where none did.
  const Touching* nearest(Number number, Number chain) {
    while (true) {
      if (const auto found = by_chain_.find(chain); found != by_chain_.end()) {
        const auto& those = found->second;
        const auto above = std::upper_bound(
            those.begin(), those.end(), number,
            [&](Number n, std::size_t index) { return n < touching_[index].node.number; });
        if (above != those.begin()) return &touching_[*std::prev(above)];
      }
      number = tables_.base_of(chain);
      if (number == 0) return nullptr;
      chain = tables_.chain_of(number);
    }
  }
  const Touching* nearest(Number number) { return nearest(number, tables_.chain_of(number)); }

  void enqueue(Number number) {
    if (!seen_.insert(number).second) return;
    lowest_seen_ = seen_.size() == 1 ? number : std::min(lowest_seen_, number);
    queue_.put(tables_.node(number));
  }

  // The next stop of a walk with a single node: the nearest commit that touched, or a merge; 0 for
  // none.
  Number next_stop(Number number, Number chain) {
    const Touching* touch = nearest(number, chain);
    const Number oldest = touching_.front().node.number;
    while (number >= oldest) {
      Number stop = tables_.merge_below(chain, number);
      if (touch != nullptr && touch->node.chain == chain && touch->node.number <= number) {
        stop = std::max(stop, touch->node.number);
      }
      if (stop != 0) return stop;
      number = tables_.base_of(chain);
      if (number != 0) chain = tables_.chain_of(number);
    }
    return 0;
  }

  // Goes on to the parents, and tells the commit if it differs from them: a merge from all of them,
  // or, where merges are opened, from any. False to stop.
  bool meet(const Node& node) {
    const Touching* touch = at(node.number);
    const std::vector<Number>& parents = node.parents;
    const bool merge = parents.size() > 1;
    if (touch == nullptr && !merge) {
      if (!parents.empty()) enqueue(parents.front());  // it is like that one
      return true;
    }
    bool told = touch != nullptr;
    if (merge) {
      const Sum mine = sum(nearest(node.number, node.chain));
      for (std::size_t i = 1; i < parents.size(); ++i) {
        const bool unlike = sum(nearest(parents[i])) != mine;
        told = options_.open_merges ? told || unlike : told && unlike;
      }
    }
    for (const Number parent : parents) enqueue(parent);
    return !told || tell(node, touch);
  }

  bool tell(const Node& node, const Touching* touch) {
    LogEntry entry = tables_.entry(node.number);
    entry.parents = node.parents.size();
    if (touch != nullptr && (!entry.merge || options_.open_merges)) {
      for (std::size_t i = touch->begin; i < touch->end; ++i) {
        entry.paths.push_back(touches_[i].changed());
      }
    }
    return visit_(std::move(entry)) && (options_.limit == 0 || ++told_ < options_.limit);
  }

  Sum sum(const Touching* touch) {
    if (touch == nullptr) return {};
    if (sums_.empty()) add_up();
    return sums_[static_cast<std::size_t>(touch - touching_.data())];
  }

  void add_up() {
    for (const Touching& touch : touching_) {
      const std::vector<Number>& parents = touch.node.parents;
      const Touching* before = parents.empty() ? nullptr : nearest(parents.front());
      Sum sum =
          before == nullptr ? Sum{} : sums_[static_cast<std::size_t>(before - touching_.data())];
      for (std::size_t i = touch.begin; i < touch.end; ++i) {
        const Touch& one = touches_[i];
        const Sum less = sum_of(one.path, one.before, one.before_mode);
        const Sum more = sum_of(one.path, one.after, one.after_mode);
        sum.low += more.low - less.low;
        sum.high += more.high - less.high;
      }
      sums_.push_back(sum);
    }
  }

  HistoryTables& tables_;
  const LogOptions& options_;
  const EntryVisit& visit_;
  std::vector<Touch> touches_;      // by number, then by path
  std::vector<Touching> touching_;  // by number
  std::unordered_map<Number, std::size_t> by_number_;
  std::unordered_map<Number, std::vector<std::size_t>> by_chain_;
  std::vector<Sum> sums_;
  Queue queue_;
  std::unordered_set<Number> seen_;
  Number lowest_seen_ = 0;
  std::size_t told_ = 0;
};

// All commits, with all they touched.
class WholeWalk {
 public:
  WholeWalk(HistoryTables& tables, const Repository& repository, const LogOptions& options,
            const EntryVisit& visit)
      : tables_(tables), repository_(repository), options_(options), visit_(visit) {}

  void run(Number tip) {
    seen_.resize(static_cast<std::size_t>(tip) + 1);
    enqueue(tip);
    std::size_t told = 0;
    while (!queue_.empty()) {
      const Node node = queue_.take();
      for (const Number parent : node.parents) enqueue(parent);
      LogEntry entry = tables_.entry(node.number);
      entry.parents = node.parents.size();
      if (!entry.merge || options_.open_merges) entry.paths = paths_of(node);
      if (!visit_(std::move(entry)) || ++told == options_.limit) return;
    }
  }

 private:
  void enqueue(Number number) {
    const auto at = static_cast<std::size_t>(number);
    if (seen_.at(at)) return;
    seen_[at] = true;
    queue_.put(tables_.node(number));
  }

  std::vector<ChangedPath> paths_of(const Node& node) {
    std::vector<ChangedPath> paths;
    if (const std::optional<std::vector<Touch>> kept = tables_.touches_of(node.number)) {
      for (const Touch& touch : *kept) paths.push_back(touch.changed());
      return paths;
    }
    const git_oid after = tree_of(node.number);
    const git_oid before = node.parents.empty() ? git_oid{} : tree_of(node.parents.front());
    TreeChanges(repository_.get())
        .compare(node.parents.empty() ? nullptr : &before, &after,
                 [&](std::string_view path, const TreeSide& a, const TreeSide& b) {
                   paths.push_back({std::string(path), a.mode == 0 ? "" : to_hex(a.id),
                                    b.mode == 0 ? "" : to_hex(b.id)});
                 });
    return paths;
  }

  git_oid tree_of(Number number) {
    const git_oid id = from_hex(tables_.commit_of(number));
    const auto commit =
        acquire<GitCommit>("reading a commit", git_commit_lookup, repository_.get(), &id);
    return *git_commit_tree_id(commit.get());
  }

  HistoryTables& tables_;
  const Repository& repository_;
  const LogOptions& options_;
  const EntryVisit& visit_;
  Queue queue_;
  std::vector<bool> seen_;
};

}  // namespace

void walk_history(HistoryTables& tables, const Repository& repository, Number tip,
                  const LogOptions& options, const EntryVisit& visit) {
  if (options.paths.empty()) {
    WholeWalk(tables, repository, options, visit).run(tip);
  } else {
    PathWalk(tables, options, visit).run(tip);
  }
}

std::optional<std::vector<Stretch>> first_parents_between(HistoryTables& tables, Number from,
                                                          Number to) {
  std::vector<Stretch> stretches;
  const Number goal = tables.chain_of(from);
  while (to > from) {
    const Number chain = tables.chain_of(to);
    if (chain == goal) {
      stretches.push_back({chain, from, to});
      return stretches;
    }
    stretches.push_back({chain, 0, to});
    to = tables.base_of(chain);
  }
  if (to != from) return std::nullopt;
  return stretches;
}

}  // namespace aver::store
