// SPDX-License-Identifier: MIT
//
// Few objects are written loose, many to a pack of their own in the background; which of the two it
// was, nobody above need know.
#include "store/write/object_batch.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <set>

#include "claims/text/paths.h"
#include "store/objects/sha1.h"
#include "store/trees/tree_editor.h"
#include "store/write/packs.h"
#include "store/write/pending_objects.h"

namespace aver::store {
namespace {

constexpr std::size_t kFolderBudget = 256 << 20;  // bytes; one write is over soon

std::string read_tree(git_odb* odb, const git_oid& id) {
  const auto object =
      acquire<GitOdbObject>("reading a folder of the store", git_odb_read, odb, &id);
  return std::string(static_cast<const char*>(git_odb_object_data(object.get())),
                     git_odb_object_size(object.get()));
}

// Whether a path is in one of the folders, which are sorted.
bool is_below(const std::vector<std::string_view>& folders, std::string_view path) {
  for (std::size_t slash = path.rfind('/'); slash != path.npos && slash > 0;
       slash = path.rfind('/', slash - 1)) {
    if (std::binary_search(folders.begin(), folders.end(), path.substr(0, slash))) return true;
  }
  return false;
}

}  // namespace

void ObjectBatch::add(Packed type, const git_oid& id, std::string_view bytes, std::string doing) {
  objects_.push_back({type, id, std::string(bytes), std::move(doing)});
}

GitOdb ObjectBatch::odb() const {
  return acquire<GitOdb>("opening the objects of the store", git_repository_odb, repository_.get());
}

void ObjectBatch::write_few() {
  const GitOdb odb = this->odb();
  for (const Object& object : objects_) {
    // git's tidying beside us removes a folder of loose objects that it has emptied, also between
    // libgit2's making it and the renaming of the object into it. The folder is gone then.
    const std::filesystem::path folder = repository_.objects_dir() / to_hex(object.id).substr(0, 2);
    constexpr int kMostTries = 20;
    int code = 0;
    for (int i = 0; i < kMostTries; ++i) {
      git_oid id{};
      code = git_odb_write(&id, odb.get(), object.bytes.data(), object.bytes.size(),
                           type_of(object.type));
      if (code >= 0 || access(folder.c_str(), F_OK) == 0 || errno != ENOENT) break;
    }
    check(code, object.doing);
  }
  objects_.clear();
}

void ObjectBatch::write_what_is_gone() {
  const std::filesystem::path folder = repository_.objects_dir();
  GitOdb anew;  // remembers nothing
  const auto is_there = [&](const git_oid& id) {
    const std::string hex = to_hex(id);
    if (access((folder / hex.substr(0, 2) / hex.substr(2)).c_str(), F_OK) == 0) return true;
    if (!anew) {
      anew = acquire<GitOdb>("opening the objects of the store", git_odb_open, folder.c_str());
    }
    return git_odb_exists(anew.get(), &id) == 1;
  };
  std::erase_if(objects_, [&](const Object& object) { return is_there(object.id); });
  write_few();
}

std::shared_ptr<void> ObjectBatch::write() { return begin_to_write().get(); }

std::shared_future<std::shared_ptr<void>> ObjectBatch::begin_to_write() {
  if (objects_.size() < kManyObjects) {
    write_few();
    std::promise<std::shared_ptr<void>> done;
    done.set_value(nullptr);
    return done.get_future();
  }
  const auto objects = std::make_shared<const std::vector<Object>>(std::move(objects_));
  objects_.clear();
  show_pending(odb().get(), objects);
  return std::async(std::launch::async, [&repository = repository_, objects] {
    Packs packs(repository, LargeTrees::stored);
    for (const Object& object : *objects) packs.put(object.type, object.id, object.bytes);
    packs.publish();
    return std::shared_ptr<void>(std::make_shared<std::vector<PackKeep>>(packs.take_keeps()));
  });
}

void add_blobs(const std::vector<TouchedPath>& paths, ObjectBatch& to) {
  for (const TouchedPath& path : paths) {
    if (path.after.empty() || path.in_store) continue;
    to.add(Packed::blob, from_hex(path.after), path.content,
           "writing " + path.path + " to the store");
  }
}

git_oid add_tree(const Repository& repository, const View::State& tip,
                 const std::vector<TouchedPath>& paths, const std::vector<MadeTree>& made,
                 ObjectBatch& to) {
  const auto odb =
      acquire<GitOdb>("opening the objects of the store", git_repository_odb, repository.get());
  std::optional<git_oid> root;
  if (tip.root) root = *git_tree_id(tip.root.get());
  TreeEditor folders(
      root, [&](const git_oid& id) { return read_tree(odb.get(), id); }, kFolderBudget);
  std::vector<std::string_view> whole;
  for (const MadeTree& folder : made) whole.push_back(folder.path);
  std::sort(whole.begin(), whole.end());
  // Files that go make room for folders that come.
  for (const bool go : {true, false}) {
    for (const TouchedPath& path : paths) {
      if (path.after.empty() != go) continue;
      if (!claims::is_plain_path(path.path)) {
        throw StoreError(Fault::corrupt,
                         "\"" + path.path + "\" is no path that git would have in a commit", {},
                         "git fsck");
      }
      if (is_below(whole, path.path)) continue;
      std::optional<TreeEditor::File> file;
      if (!go) file = {from_hex(path.after), path.after_mode};
      folders.set(path.path, file);
    }
  }
  for (const MadeTree& folder : made) {
    folders.set_folder(folder.path,
                       folder.tree.empty() ? std::nullopt : std::optional(from_hex(folder.tree)));
  }
  const auto written = folders.write([&](const TreeVersion& folder) {
    to.add(Packed::tree, folder.id, folder.tree, "writing the folders of the store");
  });
  return written ? *written : root.value_or(object_id("tree", ""));
}

}  // namespace aver::store
