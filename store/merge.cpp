// SPDX-License-Identifier: MIT
#include "store/merge.h"

#include <future>

#include "store/branches.h"
#include "store/git.h"

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
  std::optional<std::string> merge_lines(const std::string& base, const std::string& ours,
                                         const std::string& theirs) const override {
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

// While it lives, libgit2 does not hash every object it reads, as git itself does not: comparing
// trees reads thousands. What is damaged on the disk zlib's own checksum still finds.
class UnhashedReading {
 public:
  UnhashedReading() { git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0); }
  ~UnhashedReading() { git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 1); }
  UnhashedReading(const UnhashedReading&) = delete;
  UnhashedReading& operator=(const UnhashedReading&) = delete;
};

// Nothing where a file that is no plain one differs.
std::optional<std::vector<claims::FileChange>> changes_of(const Store& store, const View& base,
                                                          const View& side) {
  std::vector<claims::FileChange> changes;
  for (ChangedPath& path : store.changes(base, side)) {
    if (!path.plain) return std::nullopt;
    changes.push_back({std::move(path.path), std::move(path.before), std::move(path.after)});
  }
  return changes;
}

std::vector<Edit> edits_of(const claims::TreeMerge& tree) {
  std::vector<Edit> edits;
  for (const claims::MergedFile& file : tree.files) {
    edits.push_back({file.path, file.text, file.text ? "" : file.content_id});
  }
  return edits;
}

class Merger {
 public:
  Merger(const Store& store, claims::KeepsName keeps)
      : store_(store), branches_(store), keeps_(keeps) {}

  Merge run(const View& ours, const View& theirs) {
    Merge merge;
    merge.bases = branches_.merge_bases(ours.commit(), theirs.commit());
    if (merge.bases.empty()) {
      std::error_code ignored;
      if (std::filesystem::exists(store_.private_dir().parent_path() / "shallow", ignored)) {
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
    // Both at once: comparing trees is most of the work, and libgit2 reads objects from several
    // threads.
    std::optional<std::vector<claims::FileChange>> mine, yours;
    {
      const UnhashedReading unhashed;
      auto their_changes =
          std::async(std::launch::async, [&] { return changes_of(store_, *base, theirs); });
      mine = changes_of(store_, *base, ours);
      yours = their_changes.get();
    }
    if (mine && yours) {
      merge.tree = claims::merge_trees(*mine, *yours, Files(ours), claims::Take::none, keeps_);
    } else {
      merge.for_git = true;
    }
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
      const auto mine = changes_of(store_, *base, merged);
      const auto yours = changes_of(store_, *base, other);
      if (!mine || !yours) return std::nullopt;
      merged = store_.view_with(
          merged, edits_of(claims::merge_trees(*mine, *yours, Files(merged), claims::Take::base)));
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
