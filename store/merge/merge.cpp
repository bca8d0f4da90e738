// SPDX-License-Identifier: MIT
//
// Finds the base, asks three_way_changes for what differs and claims/merge for the result. Where
// files are no plain ones, gives up: git merges those.
#include "store/merge.h"

#include <algorithm>

#include "claims/settings/wrong_stamps.h"
#include "store/branches.h"
#include "store/merge/three_way_changes.h"
#include "store/objects/git.h"
#include "store/reading_mode.h"

namespace aver::store {
namespace {

// Answers the rule's questions from two views.
class Files : public claims::MergeFiles {
 public:
  explicit Files(const View& ours) : ours_(ours) {}
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
  const View& ours_;
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
  Merger(const Store& store, claims::KeepsName keeps)
      : store_(store), branches_(store), keeps_(keeps) {}

  Merge run(const View& ours, const View& theirs) {
    Merge merge;
    merge.bases = branches_.merge_bases(ours.commit(), theirs.commit());
    if (merge.bases.empty()) {
      if (store_.is_shallow()) {
        throw StoreError(Fault::unsupported,
                         "this is a shallow clone: what both sides share is cut off", {},
                         "git fetch --unshallow");
      }
      throw StoreError(Fault::usage, "the two branches share no history", {},
                       "git merge --allow-unrelated-histories, if that is what you want");
    }
    if (merge.bases.front() == theirs.commit()) return merge;
    merge.kind = merge.bases.front() == ours.commit() ? Merge::Kind::forward : Merge::Kind::real;
    const std::optional<View> base = base_of(merge.bases);
    if (!base) {
      merge.for_git = true;
      return merge;
    }
    // Whoever looks at the result reads the same files again.
    const ReadingMode mode(ReadingMode::repeated);
    const Files files(ours);
    BothSides sides = compare_sides(*base, ours, theirs, OurFolders::touched);
    if (sides.plain && !sides.complete && claims::reaches_across(sides.ours, sides.theirs, files)) {
      sides = compare_sides(*base, ours, theirs, OurFolders::all);
    }
    merge.for_git = !sides.plain;
    if (!sides.plain) return merge;
    merge.tree = claims::merge_trees(sides.ours, sides.theirs, files, claims::Take::none, keeps_);
    merge.made = made_of(sides, merge.tree);
    return merge;
  }

 private:
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
      merged = store_.view_with(
          merged, edits_of(claims::merge_trees(sides.ours, sides.theirs, Files(merged),
                                               claims::Take::base)));
    }
    return merged;
  }

  const Store& store_;
  Branches branches_;
  claims::KeepsName keeps_;
};

}  // namespace

std::vector<Edit> Merge::edits() const { return edits_of(tree); }

Merge merge(const Store& store, const View& ours, const View& theirs, claims::KeepsName keeps) {
  return Merger(store, keeps).run(ours, theirs);
}

}  // namespace aver::store
