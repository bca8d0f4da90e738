// SPDX-License-Identifier: MIT
//
// A source that libgit2 asks before all others. It reads from an object database of its own:
// libgit2 holds its lock while it asks, so the one that asks cannot be asked back.
#include "store/repository/replaced_objects.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "store/objects/loose.h"
#include "store/objects/object_source.h"
#include "store/objects/pack_reader.h"
#include "store/reading_mode.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;

// "refs/replace/"
std::string place_of_replacements() {
  const char* const set = std::getenv("GIT_REPLACE_REF_BASE");
  std::string base = set == nullptr ? "refs/replace/" : set;
  if (!base.ends_with('/')) base += '/';
  return base;
}

// Looks at files, as that is all that most stores need.
bool may_have_any(const fs::path& common_dir, const std::string& base) {
  std::error_code error;
  const fs::path folder = common_dir / base;
  if (fs::exists(folder, error) && !fs::is_empty(folder, error)) return true;
  std::ifstream packed(common_dir / "packed-refs", std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(packed), {});
  return text.find(" " + base) != text.npos;
}

bool is_switched_off(git_repository* repository) {
  if (std::getenv("GIT_NO_REPLACE_OBJECTS") != nullptr) return true;
  const auto config =
      acquire<GitConfig>("reading git's configuration", git_repository_config_snapshot, repository);
  int follows = 1;
  if (git_config_get_bool(&follows, config.get(), "core.usereplacerefs") != 0) git_error_clear();
  return follows == 0;
}

class ReplacedObjects : public ObjectSource {
 public:
  ReplacedObjects(GitOdb odb, Replacements replacements)
      : odb_(std::move(odb)), replacements_(std::move(replacements)) {}

  std::optional<Object> read(const git_oid& id) override {
    const std::optional<git_oid> other = in_place_of(id);
    if (!other) return std::nullopt;
    const auto object =
        acquire<GitOdbObject>("reading a replaced object", git_odb_read, odb_.get(), &*other);
    return copy_of(git_odb_object_type(object.get()),
                   {static_cast<const char*>(git_odb_object_data(object.get())),
                    git_odb_object_size(object.get())});
  }

  std::optional<Header> header(const git_oid& id) override {
    const std::optional<git_oid> other = in_place_of(id);
    if (!other) return std::nullopt;
    Header header{};
    check(git_odb_read_header(&header.size, &header.type, odb_.get(), &*other),
          "reading a replaced object");
    return header;
  }

  void refresh() override { check(git_odb_refresh(odb_.get()), "looking for new objects"); }

 private:
  // git, too, gives up on longer chains.
  static constexpr int kMostSteps = 5;

  std::optional<git_oid> in_place_of(const git_oid& id) const {
    auto found = replacements_.find(id);
    if (found == replacements_.end()) return std::nullopt;
    git_oid other = found->second;
    for (int steps = 1; (found = replacements_.find(other)) != replacements_.end(); ++steps) {
      if (steps == kMostSteps) {
        throw StoreError(Fault::corrupt,
                         "git replace has a chain of more than five steps at " + to_hex(id));
      }
      other = found->second;
    }
    return other;
  }

  GitOdb odb_;
  Replacements replacements_;
};

}  // namespace

Replacements replacements_of(git_repository* repository, const fs::path& common_dir) {
  Replacements replacements;
  const std::string base = place_of_replacements();
  if (!may_have_any(common_dir, base) || is_switched_off(repository)) return replacements;
  using Iterator = Handle<git_reference_iterator, git_reference_iterator_free>;
  const auto all = acquire<Iterator>("reading what is replaced", git_reference_iterator_glob_new,
                                     repository, (base + "*").c_str());
  git_reference* raw = nullptr;
  int code = 0;
  while ((code = git_reference_next(&raw, all.get())) == 0) {
    const GitReference reference(raw);
    const std::string name = git_reference_name(raw);
    const git_oid* const other = git_reference_target(raw);
    git_oid id{};
    if (other == nullptr || name.size() != base.size() + GIT_OID_HEXSZ) continue;
    if (git_oid_fromstr(&id, name.c_str() + base.size()) == 0) replacements.emplace(id, *other);
  }
  if (code != GIT_ITEROVER) check(code, "reading what is replaced");
  git_error_clear();
  return replacements;
}

void follow_replacements(git_odb* odb, const fs::path& objects, const Replacements& replacements) {
  if (replacements.empty()) return;
  static const ReadingMode for_good(ReadingMode::unhashed);
  GitOdb own = acquire<GitOdb>("opening the objects of the store", git_odb_open, objects.c_str());
  read_loose_safely(own.get(), objects);
  read_packs_quickly(own.get(), objects);
  add_source(odb, std::make_unique<ReplacedObjects>(std::move(own), replacements),
             SourcePriority::replaced);
}

}  // namespace aver::store
