// SPDX-License-Identifier: MIT
//
// Finds the base, asks three_way_changes for what differs and claims/merge for the result. Where
// files are no plain ones, gives up: git merges those.
#include "store/merge.h"

#include <algorithm>
#include <utility>

#include "claims/settings/wrong_stamps.h"
#include "store/branches.h"
#include "store/digest.h"
#include "store/merge/three_way_changes.h"
#include "store/objects/git.h"
#include "store/reading_mode.h"

namespace aver::store {
namespace {

// The tips of the remotes' branches that may be cited: proposals, and what is aver's own, are not.
std::vector<Branch> cited_branches(const Branches& branches) {
  std::vector<Branch> cited;
  for (Branch& branch : branches.below("")) {
    const auto is_below = [&](std::string_view prefix) { return branch.name.starts_with(prefix); };
    if (branch.remote.empty() || branch.name == "HEAD" || is_below("proposal/") ||
        is_below("withdrawn/") || is_below("aver/")) {
      continue;
    }
    cited.push_back(std::move(branch));
  }
  return cited;
}

// A tip that others have seen, and who has it among their ancestors.
struct SharedTip {
  View view;
  bool in_ours = false, in_theirs = false;
};

std::vector<SharedTip> shared_tips(const Branches& branches, const std::vector<View>& shared,
                                   const CommitId& ours, const CommitId& theirs) {
  std::vector<SharedTip> tips;
  for (const View& view : shared) {
    tips.push_back({view, branches.is_ancestor(view.commit(), ours),
                    branches.is_ancestor(view.commit(), theirs)});
  }
  return tips;
}

// Answers the rule's questions from two views.
class Files : public claims::MergeFiles {
 public:
  Files(const Store& store, const View& ours, const std::vector<SharedTip>& shared)
      : store_(store), ours_(ours), shared_(shared) {}
  std::string digest(const std::string& text) const override { return sha256(text); }
  std::vector<claims::SharedFile> shared(const std::string& path) const override {
    std::vector<claims::SharedFile> files;
    for (const SharedTip& tip : shared_) {
      if (auto id = tip.view.blob_id(path)) {
        files.push_back({std::move(*id), tip.in_ours, tip.in_theirs});
      }
    }
    return files;
  }
  std::vector<claims::CitedFile> cited(const std::string& path) const override {
    if (!cited_) {
      cited_.emplace();
      for (const Branch& branch : cited_branches(Branches(store_))) {
        cited_->emplace_back(branch.remote + "/" + branch.name, store_.view(branch.tip));
      }
    }
    std::vector<claims::CitedFile> files;
    for (const auto& [name, view] : *cited_) {
      if (auto id = view.blob_id(path)) files.push_back({name, std::move(*id)});
    }
    return files;
  }
  std::string read(const std::string& content_id) const override {
    return content_id.empty() ? "" : ours_.read_blob(content_id);
  }
  std::string ours(const std::string& path) const override {
    return ours_.blob_id(path).value_or("");
  }
  std::optional<std::string> merge_lines(const std::string& path, const std::string& base,
                                         const std::string& ours,
                                         const std::string& theirs) const override {
    if (path == "aver.toml") {
      if (auto merged = claims::merge_wrong_stamps(base, ours, theirs)) return merged;
    }
    const auto input_of = [](const std::string& text) {
      git_merge_file_input input = GIT_MERGE_FILE_INPUT_INIT;
      input.ptr = text.data();
      input.size = text.size();
      return input;
    };
    const git_merge_file_input b = input_of(base);
    const git_merge_file_input o = input_of(ours);
    const git_merge_file_input t = input_of(theirs);
    git_merge_file_result result{};
    if (git_merge_file(&result, &b, &o, &t, nullptr) != 0) {
      git_error_clear();
      return std::nullopt;
    }
    std::optional<std::string> text;
    if (result.automergeable == 1) text = std::string(result.ptr, result.len);
    git_merge_file_result_free(&result);
    return text;
  }

 private:
  const Store& store_;
  const View& ours_;
  const std::vector<SharedTip>& shared_;
  mutable std::optional<std::vector<std::pair<std::string, View>>> cited_;
};

std::vector<Edit> edits_of(const claims::TreeMerge& tree) {
  std::vector<Edit> edits;
  for (const claims::MergedFile& file : tree.files) {
    edits.push_back({file.path, file.text, file.text ? "" : file.content_id, file.ours});
  }
  return edits;
}

// The folders that only theirs has changed, and that are to be as they are there.
std::vector<MadeTree> made_of(const BothSides& sides, const claims::TreeMerge& tree) {
  const auto from = [&](const std::string& path) {
    return std::lower_bound(tree.files.begin(), tree.files.end(), path,
                            [](const claims::MergedFile& file, const std::string& wanted) {
                              return file.path < wanted;
                            });
  };
  std::vector<MadeTree> made;
  for (const TheirFolder& folder : sides.folders) {
    constexpr char kAfterSlash = '/' + 1;
    const auto count = from(folder.folder.path + kAfterSlash) - from(folder.folder.path + '/');
    bool as_theirs = static_cast<std::size_t>(count) == folder.end - folder.begin;
    for (std::size_t i = folder.begin; as_theirs && i < folder.end; ++i) {
      const claims::FileChange& change = sides.theirs[i];
      const auto file = from(change.path);
      as_theirs = file != tree.files.end() && file->path == change.path && !file->text &&
                  file->content_id == change.after;
    }
    if (as_theirs) made.push_back(folder.folder);
  }
  return made;
}

class Merger {
 public:
  Merger(const Store& store, const View& ours, const View& theirs, const MergeOptions& options)
      : store_(store),
        branches_(store),
        ours_(ours),
        theirs_(theirs),
        options_(options),
        shared_(shared_tips(branches_, options.shared, ours.commit(), theirs.commit())) {}

  Merge run() {
    Merge merge;
    merge.bases = branches_.merge_bases(ours_.commit(), theirs_.commit());
    if (merge.bases.empty()) {
      if (store_.is_shallow()) {
        throw StoreError(Fault::unsupported,
                         "this is a shallow clone: what both sides share is cut off", {},
                         "git fetch --unshallow");
      }
      throw StoreError(Fault::usage, "the two branches share no history", {},
                       "git merge --allow-unrelated-histories, if that is what you want");
    }
    if (merge.bases.front() == theirs_.commit()) return merge;
    merge.kind = merge.bases.front() == ours_.commit() ? Merge::Kind::forward : Merge::Kind::real;
    const std::optional<View> base = base_of(merge.bases);
    if (!base) {
      merge.for_git = true;
      return merge;
    }
    over(*base, merge);
    return merge;
  }

  Merge run_over(const View& base) {
    Merge merge;
    merge.kind = Merge::Kind::real;
    merge.bases = {base.commit()};
    over(base, merge);
    return merge;
  }

 private:
  void over(const View& base, Merge& merge) {
    merge.base = base;
    // Whoever looks at the result reads the same files again.
    const ReadingMode mode(ReadingMode::repeated);
    const Files files(store_, ours_, shared_);
    BothSides sides = compare_sides(base, ours_, theirs_,
                                    options_.apart.empty() ? OurFolders::touched : OurFolders::all);
    if (sides.plain && !sides.complete && claims::reaches_across(sides.ours, sides.theirs, files)) {
      sides = compare_sides(base, ours_, theirs_, OurFolders::all);
    }
    merge.for_git = !sides.plain;
    if (!sides.plain) return;
    merge.tree =
        claims::merge_trees(sides.ours, sides.theirs, files, claims::Take::none, options_.apart);
    merge.made = made_of(sides, merge.tree);
  }

  // Where histories cross there are several bases: they are merged first, conflicts settled with
  // what stood before, as the truth lies on neither side.
  std::optional<View> base_of(const std::vector<CommitId>& bases) {
    View merged = store_.view(bases.front());
    for (std::size_t i = 1; i < bases.size(); ++i) {
      const View other = store_.view(bases[i]);
      const std::vector<CommitId> below = branches_.merge_bases(bases.front(), bases[i]);
      if (below.empty()) return std::nullopt;
      const std::optional<View> base = base_of(below);
      if (!base) return std::nullopt;
      const BothSides sides = compare_sides(*base, merged, other, OurFolders::all);
      if (!sides.plain) return std::nullopt;
      const std::vector<SharedTip> shared =
          shared_tips(branches_, options_.shared, bases.front(), bases[i]);
      merged = store_.view_with(
          merged, edits_of(claims::merge_trees(sides.ours, sides.theirs,
                                               Files(store_, merged, shared), claims::Take::base)));
    }
    return merged;
  }

  const Store& store_;
  Branches branches_;
  const View& ours_;
  const View& theirs_;
  const MergeOptions& options_;
  std::vector<SharedTip> shared_;
};

}  // namespace

std::vector<Edit> Merge::edits() const { return edits_of(tree); }

Merge merge(const Store& store, const View& ours, const View& theirs, const MergeOptions& options) {
  return Merger(store, ours, theirs, options).run();
}

Merge merge_over(const Store& store, const View& base, const View& ours, const View& theirs,
                 const MergeOptions& options) {
  return Merger(store, ours, theirs, options).run_over(base);
}

}  // namespace aver::store
