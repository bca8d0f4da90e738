// SPDX-License-Identifier: MIT
//
// The store at one revision.
#include <algorithm>
#include <map>

#include "claims/query/claim_conditions.h"
#include "claims/records/people.h"
#include "claims/text/record_folders.h"
#include "store/objects/tree_entries.h"
#include "store/repository/contents.h"
#include "store/repository/repository.h"
#include "store/store.h"
#include "store/view/claim_folder_builder.h"
#include "store/view/links.h"
#include "store/view/state.h"

namespace aver::store {
namespace {

using claims::Decoded;
using claims::RecordKind;
using claims::RecordRef;

bool is_folder(const git_tree_entry* entry) {
  return git_tree_entry_type(entry) == GIT_OBJECT_TREE;
}

bool is_file(const git_tree_entry* entry) { return git_tree_entry_type(entry) == GIT_OBJECT_BLOB; }

constexpr std::string_view kToml = ".toml";

template <class Record>
Decoded<Record> named_as_link(const View& view, Decoded<Record>&& decoded) {
  name_link(view, decoded);
  return std::move(decoded);
}

}  // namespace

View::View(std::shared_ptr<const State> state, std::shared_ptr<const Assumption> assumption)
    : state_(std::move(state)), assumption_(std::move(assumption)) {}

View View::assuming(std::shared_ptr<const Assumption> assumption) const {
  return View(state_, std::move(assumption));
}

std::optional<View::Folder> View::assumed(Folder&& folder) const {
  if (assumption_) assumption_->change(folder.folder);
  return std::move(folder);
}

const git_tree* View::State::tree(std::string_view folder) const {
  while (folder.ends_with('/')) folder.remove_suffix(1);
  if (!root) return nullptr;
  if (folder.empty()) return root.get();
  if (const auto known = trees.find(folder); known != trees.end()) return known->second.get();
  const std::size_t slash = folder.rfind('/');
  const git_tree* parent = tree(slash == folder.npos ? "" : folder.substr(0, slash));
  GitTree found;
  if (parent != nullptr) {
    const std::string name(slash == folder.npos ? folder : folder.substr(slash + 1));
    const git_tree_entry* entry = git_tree_entry_byname(parent, name.c_str());
    if (entry != nullptr && is_folder(entry)) found = load_tree(*git_tree_entry_id(entry));
  }
  return trees.emplace(std::string(folder), std::move(found)).first->second.get();
}

const git_tree_entry* View::State::entry(std::string_view path) const {
  const std::size_t slash = path.rfind('/');
  const git_tree* parent = tree(slash == path.npos ? "" : path.substr(0, slash));
  if (parent == nullptr) return nullptr;
  const std::string name(slash == path.npos ? path : path.substr(slash + 1));
  return git_tree_entry_byname(parent, name.c_str());
}

GitTree View::State::load_tree(const git_oid& id) const {
  return acquire<GitTree>("reading a folder of the store", git_tree_lookup, repository->get(), &id);
}

const CommitId& View::commit() const { return state_->commit; }

ObjectId View::tree() const { return state_->root ? to_hex(*git_tree_id(state_->root.get())) : ""; }

std::int64_t View::committed_at() const {
  return state_->handle ? git_commit_time(state_->handle.get()) : 0;
}

std::string View::message() const {
  return state_->handle ? git_commit_message(state_->handle.get()) : "";
}

std::vector<CommitId> View::parents() const {
  std::vector<CommitId> all;
  if (!state_->handle) return all;
  for (unsigned i = 0; i < git_commit_parentcount(state_->handle.get()); ++i) {
    all.push_back(to_hex(*git_commit_parent_id(state_->handle.get(), i)));
  }
  return all;
}

std::optional<std::string> View::read(std::string_view path) const {
  const git_tree_entry* entry = state_->entry(path);
  if (entry == nullptr || !is_file(entry)) return std::nullopt;
  return read_blob(to_hex(*git_tree_entry_id(entry)));
}

std::optional<BlobId> View::blob_id(std::string_view path) const {
  const git_tree_entry* entry = state_->entry(path);
  if (entry == nullptr || !is_file(entry)) return std::nullopt;
  return to_hex(*git_tree_entry_id(entry));
}

std::optional<FileEntry> View::file(std::string_view path) const {
  const git_tree_entry* entry = state_->entry(path);
  if (entry == nullptr || !is_file(entry)) return std::nullopt;
  return FileEntry{to_hex(*git_tree_entry_id(entry)), file_mode(git_tree_entry_filemode(entry))};
}

std::vector<DirEntry> View::list(std::string_view folder) const {
  std::vector<DirEntry> entries;
  const git_tree* tree = state_->tree(folder);
  if (tree == nullptr) return entries;
  const std::size_t count = git_tree_entrycount(tree);
  entries.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const git_tree_entry* entry = git_tree_entry_byindex(tree, i);
    if (!is_folder(entry) && !is_file(entry)) continue;  // a submodule is none of ours
    entries.push_back(
        {git_tree_entry_name(entry), is_folder(entry), to_hex(*git_tree_entry_id(entry))});
  }
  return entries;
}

std::string View::read_blob(const BlobId& blob) const {
  return contents(*state_->repository, state_->odb.get(), from_hex(blob));
}

bool View::has_blob(const BlobId& blob) const {
  const git_oid id = from_hex(blob);
  return git_odb_exists(state_->odb.get(), &id) == 1;
}

const claims::Settings& View::settings() const {
  if (state_->settings) return *state_->settings;
  const std::optional<std::string> text = read("aver.toml");
  if (!text) {
    state_->settings = claims::Settings{claims::kFormatVersion, claims::default_vocabulary()};
    return *state_->settings;
  }
  claims::Decoded<claims::Settings> decoded = claims::decode_settings(*text);
  if (!decoded.record) {
    std::vector<std::string> causes;
    for (const claims::Diagnostic& problem : decoded.problems) causes.push_back(to_string(problem));
    git_oid head;
    const bool is_head = state_->commit.empty() ||
                         git_reference_name_to_id(&head, state_->repository->get(), "HEAD") != 0 ||
                         to_hex(head) == state_->commit;
    throw StoreError(
        Fault::corrupt,
        is_head ? "the store's aver.toml cannot be used"
                : "the aver.toml of " + state_->commit.substr(0, 7) + " cannot be used",
        std::move(causes),
        is_head ? "edit aver.toml, then: git commit aver.toml"
                : "on the branch that has it: edit aver.toml, then: git commit aver.toml");
  }
  state_->settings = std::move(*decoded.record);
  return *state_->settings;
}

bool View::has(const RecordRef& record) const {
  const git_tree_entry* entry = state_->entry(claims::path_of(record));
  return entry != nullptr && is_file(entry);
}

std::optional<Decoded<claims::Claim>> View::claim(std::string_view id) const {
  const std::string path = claims::claim_path(id);
  const std::optional<std::string> text = read(path);
  if (!text) return std::nullopt;
  return named_as_link(*this, claims::decode_claim(*text, path));
}

std::optional<Decoded<claims::Stance>> View::stance(std::string_view id) const {
  const std::string path = claims::path_of({RecordKind::stance, std::string(id)});
  const std::optional<std::string> text = read(path);
  if (!text) return std::nullopt;
  auto decoded = named_as_link(*this, claims::decode_stance(*text, path));
  if (decoded.record) {
    claims::replace_people(
        *decoded.record, [&](const std::string& who) -> const auto& { return actor_of(who); });
  }
  return decoded;
}

std::optional<Decoded<claims::Actor>> View::actor(std::string_view id) const {
  const std::string path = claims::actor_path(id);
  const std::optional<std::string> text = read(path);
  if (!text) return std::nullopt;
  return named_as_link(*this, claims::decode_actor(*text, path));
}

std::optional<Decoded<claims::Source>> View::source(std::string_view id) const {
  const std::string path = claims::source_path(id);
  const std::optional<std::string> text = read(path);
  if (!text) return std::nullopt;
  return named_as_link(*this, claims::decode_source(*text, path));
}

std::vector<std::string> View::stance_names(std::string_view claim_id) const {
  std::vector<std::string> names;
  for (const DirEntry& entry : list(claims::claim_folder(claim_id))) {
    if (entry.folder || !entry.name.ends_with(kToml) || entry.name == "claim.toml") continue;
    names.push_back(entry.name.substr(0, entry.name.size() - kToml.size()));
  }
  // Most are in order already: git's is nearly the same.
  if (!std::is_sorted(names.begin(), names.end(), claims::file_order_less))
    std::sort(names.begin(), names.end(), claims::file_order_less);
  return names;
}

std::optional<View::Folder> View::folder(std::string_view claim_id,
                                         std::string_view mentioning) const {
  return folder(claim_id, std::set<std::string>{std::string(mentioning)});
}

std::optional<View::Folder> View::folder(std::string_view claim_id,
                                         const std::set<std::string>& any) const {
  return folder_with(claim_id, stance_names(claim_id), any);
}

std::optional<View::Folder> View::folder_with(std::string_view claim_id,
                                              const std::vector<std::string>& names,
                                              const std::set<std::string>& any) const {
  auto claim_record = claim(claim_id);
  if (!claim_record && names.empty()) return std::nullopt;
  ClaimFolderBuilder maker(*this, claim_id);
  if (claim_record) maker.add(std::move(*claim_record));
  std::vector<std::string> words;
  for (const std::string& word : any) {
    if (claims::id_problem(word).empty()) {
      const std::vector<std::string>& ids = ids_of_actor(actor_of(word));
      words.insert(words.end(), ids.begin(), ids.end());
    }
    words.push_back(word);
  }
  for (const std::string& name : names) {
    const std::string path = claims::stance_path(claim_id, name);
    const std::optional<std::string> text = read(path);
    if (!text) continue;
    // A backslash may spell a word in escapes; then only decoding can tell.
    // So may what corrects, retracts or repeats another: it may be anybody's.
    const bool mentioned = text->find('\\') != text->npos || claims::may_have_a_link(*text) ||
                           std::any_of(words.begin(), words.end(), [&](const std::string& word) {
                             return text->find(word) != text->npos;
                           });
    if (mentioned) maker.add(claims::decode_stance(*text, path));
  }
  return assumed(std::move(maker.folder));
}

std::optional<View::Folder> View::known_folder(std::string_view claim_id,
                                               const Known& known) const {
  if (known.claim.empty() && known.stances.empty()) return std::nullopt;
  ClaimFolderBuilder maker(*this, claim_id);
  if (!known.claim.empty())
    maker.add(claims::decode_claim(read_blob(known.claim), claims::claim_path(claim_id)));
  for (const auto& [name, blob] : known.stances) {
    maker.add(claims::decode_stance(read_blob(blob), claims::stance_path(claim_id, name)));
  }
  return assumed(std::move(maker.folder));
}

const std::string& View::actor_of(const std::string& id) const {
  const auto [at, is_new] = state_->actor_of.try_emplace(id, id);
  if (!is_new || !claims::id_problem(id).empty() || has({RecordKind::actor, id})) return at->second;
  const auto& former = state_->former_ids(*this);
  const auto found = former.find(id);
  if (found != former.end() && found->second.size() == 1) at->second = found->second.front();
  return at->second;
}

const std::vector<std::string>& View::ids_of_actor(const std::string& id) const {
  const auto [at, is_new] = state_->ids_of_actor.try_emplace(id, std::vector<std::string>{id});
  if (!is_new) return at->second;
  const auto decoded = actor(id);
  if (!decoded || !decoded->record) return at->second;
  for (const std::string& alias : decoded->record->aliases) {
    if (alias != id && claims::id_problem(alias).empty() && actor_of(alias) == id)
      at->second.push_back(alias);
  }
  return at->second;
}

std::vector<std::string> View::actors_once_called(const std::string& id) const {
  const auto& former = state_->former_ids(*this);
  const auto found = former.find(id);
  return found == former.end() ? std::vector<std::string>() : found->second;
}

std::map<std::string, std::string> View::former_actors() const {
  std::map<std::string, std::string> all;
  for (const auto& [id, whose] : state_->former_ids(*this)) {
    if (whose.size() == 1 && !has({RecordKind::actor, id})) all.emplace(id, whose.front());
  }
  return all;
}

void View::State::walk(const git_tree* tree, std::string& path, const Visit& visit,
                       bool& go_on) const {
  const std::size_t count = git_tree_entrycount(tree);
  for (std::size_t i = 0; i < count && go_on; ++i) {
    const git_tree_entry* entry = git_tree_entry_byindex(tree, i);
    const std::size_t length = path.size();
    if (!path.empty()) path += '/';
    path += git_tree_entry_name(entry);
    if (is_folder(entry)) {
      const GitTree below = load_tree(*git_tree_entry_id(entry));
      walk(below.get(), path, visit, go_on);
    } else if (is_file(entry)) {
      go_on = visit(path, to_hex(*git_tree_entry_id(entry)));
    }
    path.resize(length);
  }
}

void View::walk(std::string_view folder, const Visit& visit) const {
  const git_tree* tree = state_->tree(folder);
  if (tree == nullptr) return;
  std::string path(folder);
  bool go_on = true;
  state_->walk(tree, path, visit, go_on);
}

void View::State::each_claim(const git_tree* tree, std::string& id,
                             const std::function<bool(const std::string&)>& visit,
                             bool& go_on) const {
  const std::size_t count = git_tree_entrycount(tree);
  bool has_record = false;
  for (std::size_t i = 0; i < count && !has_record && !id.empty(); ++i) {
    const git_tree_entry* entry = git_tree_entry_byindex(tree, i);
    has_record = is_file(entry) && std::string_view(git_tree_entry_name(entry)).ends_with(kToml);
  }
  if (has_record) go_on = visit(id);
  for (std::size_t i = 0; i < count && go_on; ++i) {
    const git_tree_entry* entry = git_tree_entry_byindex(tree, i);
    if (!is_folder(entry)) continue;
    const std::size_t length = id.size();
    if (!id.empty()) id += '/';
    id += git_tree_entry_name(entry);
    const GitTree below = load_tree(*git_tree_entry_id(entry));
    each_claim(below.get(), id, visit, go_on);
    id.resize(length);
  }
}

void View::each_claim(std::string_view topic,
                      const std::function<bool(const std::string&)>& visit) const {
  const git_tree* tree = state_->tree(topic.empty() ? "claims" : claims::claim_folder(topic));
  if (tree == nullptr) return;
  std::string id(topic);
  bool go_on = true;
  state_->each_claim(tree, id, visit, go_on);
}

// Claims are folders with a claim.toml; only trees are read.
void View::State::claim_ids(const git_tree* tree, std::string& id,
                            std::vector<std::string>& to) const {
  if (!id.empty() && git_tree_entry_byname(tree, "claim.toml") != nullptr) to.push_back(id);
  const std::size_t count = git_tree_entrycount(tree);
  for (std::size_t i = 0; i < count; ++i) {
    const git_tree_entry* entry = git_tree_entry_byindex(tree, i);
    if (!is_folder(entry)) continue;
    const std::size_t length = id.size();
    if (!id.empty()) id += '/';
    id += git_tree_entry_name(entry);
    const GitTree below = load_tree(*git_tree_entry_id(entry));
    claim_ids(below.get(), id, to);
    id.resize(length);
  }
}

std::vector<std::string> View::ids(RecordKind kind) const {
  std::vector<std::string> all;
  if (kind == RecordKind::claim) {
    const git_tree* tree = state_->tree("claims");
    std::string id;
    if (tree != nullptr) state_->claim_ids(tree, id, all);
  } else {
    walk(claims::record_folder(kind), [&](const std::string& path, const BlobId&) {
      const std::optional<RecordRef> record = claims::record_at(path);
      if (record && record->kind == kind) all.push_back(record->id);
      return true;
    });
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace aver::store
