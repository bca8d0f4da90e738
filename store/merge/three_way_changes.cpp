// SPDX-License-Identifier: MIT
//
// Walks the trees of base, ours and theirs side by side, from raw tree objects. Reads no blob, and
// no subtree that neither side has changed.
#include "store/merge/three_way_changes.h"

#include <algorithm>
#include <array>

#include "store/view/state.h"
#include "store/view/tree_changes.h"

namespace aver::store {
namespace {

std::string name_of(const TreeSide& side) { return side.mode == 0 ? "" : to_hex(side.id); }

class ThreeWayWalk {
 public:
  ThreeWayWalk(const View& any, OurFolders which)
      : repository_(any.state().repository->get()), changes_(repository_), which_(which) {}

  BothSides run(const TreeSide& base, const TreeSide& ours, const TreeSide& theirs) {
    const bool from_ours = !same(base, ours);
    const bool from_theirs = !same(base, theirs);
    if (from_ours && from_theirs) {
      three(base, ours, theirs);
    } else if (from_ours) {
      two(base, ours, sides_.ours);
    } else if (from_theirs) {
      two(base, theirs, sides_.theirs);
    }
    return std::move(sides_);
  }

 private:
  using Changes = std::vector<claims::FileChange>;

  void add(std::string path, const TreeSide& before, const TreeSide& after, Changes& to) {
    if (!is_plain(before) || !is_plain(after)) sides_.plain = false;
    to.push_back({std::move(path), name_of(before), name_of(after)});
  }

  // Calls `visit` with path_ as that of the entry.
  template <class Visit>
  void at(const TreeEntry& entry, const Visit& visit) {
    const std::size_t length = path_.size();
    path_ += entry.name;
    visit();
    path_.resize(length);
  }

  void two(const TreeSide& before, const TreeSide& after, Changes& to) {
    const auto id_of = [](const TreeSide& side) { return side.mode == 0 ? nullptr : &side.id; };
    changes_.compare(id_of(before), id_of(after),
                     [&](std::string_view below, const TreeSide& a, const TreeSide& b) {
                       if (!same(a, b)) add(path_ + std::string(below), a, b, to);
                     });
  }

  TreeEntries entries_of(const TreeSide& side, std::vector<GitTree>& keep) const {
    if (side.mode == 0) return TreeEntries(nullptr);
    return TreeEntries(keep.emplace_back(read_tree(repository_, side.id)).get());
  }

  // Goes through a folder that both sides have changed: the three lists of entries in step, as all
  // have git's order, always taking the names that come first. An entry that a side has not changed
  // costs nothing more; a folder that one side alone has changed is left to two(), which compares
  // two trees; only where both have changed a folder is it entered here. So the cost follows what
  // both sides changed, not what the store holds.
  //
  // A file and a folder of one name are two entries in git's order ("a" and "a/"), some names
  // apart: `files` remembers the files, and is_in_the_way() finds the pair.
  void three(const TreeSide& base, const TreeSide& ours, const TreeSide& theirs) {
    std::vector<GitTree> trees;
    std::array<TreeEntries, 3> next = {entries_of(base, trees), entries_of(ours, trees),
                                       entries_of(theirs, trees)};
    std::vector<Changed> files;
    while ((next[0] || next[1] || next[2]) && sides_.plain) {
      const TreeEntry* first = nullptr;
      for (const TreeEntries& one : next) {
        if (one && (first == nullptr || order_of(*one, *first) < 0)) first = &*one;
      }
      std::array<TreeSide, 3> sides;
      std::array<bool, 3> has;
      for (std::size_t i = 0; i < next.size(); ++i) {
        has[i] = next[i] && order_of(*next[i], *first) == 0;
        if (has[i]) sides[i] = next[i]->side;
      }
      const auto& [b, o, t] = sides;
      const bool from_ours = !same(b, o);
      const bool from_theirs = !same(b, t);
      if (from_ours || from_theirs) {
        const Changed changed{first->name, from_ours, from_theirs};
        if (!first->folder()) files.push_back(changed);
        at(*first, [&] {
          if (first->folder()) {
            if (is_in_the_way(changed, files)) sides_.plain = false;
            folder(b, o, t);
          } else {
            if (from_ours) add(path_, b, o, sides_.ours);
            if (from_theirs) add(path_, b, t, sides_.theirs);
          }
        });
      }
      for (std::size_t i = 0; i < next.size(); ++i) {
        if (has[i]) next[i].next();
      }
    }
  }

  // A name, and who has changed what it is.
  struct Changed {
    std::string_view name;
    bool ours, theirs;
  };

  // A folder of one side, and a file of that name of the other's: git leaves both to a person.
  static bool is_in_the_way(const Changed& folder, const std::vector<Changed>& files) {
    return std::any_of(files.begin(), files.end(), [&](const Changed& file) {
      return file.name == folder.name && (file.ours || folder.ours) &&
             (file.theirs || folder.theirs);
    });
  }

  void folder(const TreeSide& base, const TreeSide& ours, const TreeSide& theirs) {
    if (same(base, theirs) && which_ == OurFolders::touched && path_.starts_with("claims/")) {
      sides_.complete = false;
      return;
    }
    TheirFolder taken{{path_, name_of(theirs)}, sides_.theirs.size(), 0};
    path_ += '/';  // at() takes it away again
    if (same(base, theirs)) return two(base, ours, sides_.ours);
    if (!same(base, ours)) return three(base, ours, theirs);
    two(base, theirs, sides_.theirs);
    taken.end = sides_.theirs.size();
    if (theirs.mode != 0) sides_.folders.push_back(std::move(taken));
  }

  git_repository* repository_;
  TreeChanges changes_;
  OurFolders which_;
  std::string path_;
  BothSides sides_;
};

TreeSide root_of(const View& view) {
  if (!view.state().root) return {};
  return {*git_tree_id(view.state().root.get()), TreeEntry::kFolder};
}

}  // namespace

BothSides compare_sides(const View& base, const View& ours, const View& theirs, OurFolders which) {
  return ThreeWayWalk(base, which).run(root_of(base), root_of(ours), root_of(theirs));
}

}  // namespace aver::store
