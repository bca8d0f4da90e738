// SPDX-License-Identifier: MIT
#include "store/compare.h"

namespace aver::store {
namespace {

// Compares two trees entry by entry; equal subtrees are never read.
class TreeComparison {
 public:
  TreeComparison(const Repository& repository, std::vector<ChangedPath>& found)
      : repository_(repository), found_(found) {}

  // Either tree may be null: then everything in the other is added or removed.
  void compare(const git_tree* before, const git_tree* after, const std::string& path) {
    const std::size_t before_count = before == nullptr ? 0 : git_tree_entrycount(before);
    const std::size_t after_count = after == nullptr ? 0 : git_tree_entrycount(after);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < before_count || j < after_count) {
      const git_tree_entry* a = i < before_count ? git_tree_entry_byindex(before, i) : nullptr;
      const git_tree_entry* b = j < after_count ? git_tree_entry_byindex(after, j) : nullptr;
      const int order = a == nullptr ? 1 : b == nullptr ? -1 : git_tree_entry_cmp(a, b);
      if (order == 0 && git_oid_equal(git_tree_entry_id(a), git_tree_entry_id(b)) &&
          git_tree_entry_filemode(a) == git_tree_entry_filemode(b)) {
        ++i;
        ++j;
        continue;
      }
      if (order <= 0) ++i;
      if (order >= 0) ++j;
      entry(order <= 0 ? a : nullptr, order >= 0 ? b : nullptr, path);
    }
  }

 private:
  void entry(const git_tree_entry* a, const git_tree_entry* b, const std::string& path) {
    const std::string name = git_tree_entry_name(a != nullptr ? a : b);
    const std::string whole = path.empty() ? name : path + "/" + name;
    const auto is = [](const git_tree_entry* e, git_object_t type) {
      return e != nullptr && git_tree_entry_type(e) == type;
    };
    if (is(a, GIT_OBJECT_TREE) || is(b, GIT_OBJECT_TREE)) {
      const GitTree before = is(a, GIT_OBJECT_TREE) ? load(a) : GitTree();
      const GitTree after = is(b, GIT_OBJECT_TREE) ? load(b) : GitTree();
      compare(before.get(), after.get(), whole);
    }
    const bool file_before = is(a, GIT_OBJECT_BLOB);
    const bool file_after = is(b, GIT_OBJECT_BLOB);
    const auto is_plain = [&](const git_tree_entry* e) {
      return e == nullptr || is(e, GIT_OBJECT_TREE) ||
             git_tree_entry_filemode(e) == GIT_FILEMODE_BLOB;
    };
    const bool plain = is_plain(a) && is_plain(b);
    if (!file_before && !file_after && plain) return;
    found_.push_back({whole, file_before ? to_hex(*git_tree_entry_id(a)) : "",
                      file_after ? to_hex(*git_tree_entry_id(b)) : "", plain});
  }

  GitTree load(const git_tree_entry* entry) const {
    return acquire<GitTree>("reading a folder of the store", git_tree_lookup, repository_.get(),
                            git_tree_entry_id(entry));
  }

  const Repository& repository_;
  std::vector<ChangedPath>& found_;
};

}  // namespace

void compare_trees(const Repository& repository, const git_tree* before, const git_tree* after,
                   const std::string& path, std::vector<ChangedPath>& found) {
  TreeComparison(repository, found).compare(before, after, path);
}

}  // namespace aver::store
