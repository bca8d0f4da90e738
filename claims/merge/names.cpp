// SPDX-License-Identifier: MIT
//
// Takes base, ours and theirs apart into three maps of files, renames the records of each on its
// own, and puts the changes together again: the merge itself knows nothing of names.
#include "claims/merge/names.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <tuple>

#include "claims/merge/dated_names.h"
#include "claims/merge/renames.h"
#include "claims/records/codec.h"
#include "claims/records/references.h"
#include "claims/text/paths.h"

namespace aver::claims {
namespace {

using ContentId = std::string;
using World = std::map<std::string, ContentId>;  // a version of the store: path -> content

constexpr char kOwn = '\x01';  // begins the id of a content that was made here

using Worlds = std::array<World, kVersions>;

ContentId at(const World& world, const std::string& path) {
  const auto found = world.find(path);
  return found == world.end() ? ContentId() : found->second;
}

// What one version's records are called in the result.
struct NewNames {
  std::map<RecordRef, std::string> ids;      // of a stance the whole id
  std::map<std::string, std::string> files;  // captures
  bool keeps_alias = false;                  // the id that is given up is a former one

  bool empty() const { return ids.empty(); }

  std::optional<std::string> id(const RecordRef& record) const {
    const auto found = ids.find(record);
    return found == ids.end() ? std::nullopt : std::optional(found->second);
  }

  std::string path(const std::string& path) const {
    if (const auto file = files.find(path); file != files.end()) return file->second;
    const auto record = record_at(path);
    if (record) {
      if (const auto now = id(*record)) return path_of({record->kind, *now});
    }
    constexpr std::string_view kClaims = "claims/";
    const std::size_t slash = path.rfind('/');
    if (!path.starts_with(kClaims) || slash <= kClaims.size()) return path;
    const auto claim = id({RecordKind::claim, path.substr(kClaims.size(), slash - kClaims.size())});
    return claim ? claim_folder(*claim) + path.substr(slash) : path;
  }

  // Whether a text of this record may name one that is renamed.
  bool may_be_in(const RecordRef& record) const {
    if (!only_dated()) return true;
    const std::string folder = split_stance_id(record.id).claim + "/";
    const auto first = ids.lower_bound({record.kind, folder});
    return first != ids.end() && first->first.id.starts_with(folder);
  }

 private:
  bool only_dated() const {
    return std::all_of(ids.begin(), ids.end(), [](const auto& one) { return is_dated(one.first); });
  }
};

// The text of what was called `was`, with that id among its aliases.
std::string with_former_id(const std::string& text, const RecordRef& was) {
  std::vector<std::string> aliases = aliases_of(text, was);
  if (std::find(aliases.begin(), aliases.end(), was.id) == aliases.end()) aliases.push_back(was.id);
  toml::Array list;
  for (std::string& one : aliases) list.push_back({std::move(one), {}});
  std::vector<std::string_view> order;
  for (const FieldInfo& field : fields(was.kind)) order.push_back(field.key);
  return toml::edit_value(text, "aliases", toml::Value{std::move(list), {}}, order).value_or(text);
}

// Calls `use` with each name of a saved text that the source has.
template <class Use>
void each_capture(Source& source, const Use& use) {
  use(source.capture);
  use(source.original);
  for (Recapture& later : source.recaptures) {
    use(later.capture);
    use(later.original);
  }
}

// The record of a source with its saved texts under other names.
std::string with_captures(const std::string& text, const std::string& path,
                          const std::map<std::string, std::string>& files) {
  auto decoded = decode_source(text, path);
  if (!decoded.record) return text;
  const std::string folder(folder_part(path));
  const Source before = *decoded.record;
  each_capture(*decoded.record, [&](std::string& name) {
    const auto file = files.find(folder + name);
    if (file != files.end()) name = file->second.substr(folder.size());
  });
  if (*decoded.record == before) return text;
  if (decoded.record->recaptures != before.recaptures) return encode(*decoded.record);
  std::vector<std::string_view> order;
  for (const FieldInfo& field : fields(RecordKind::source)) order.push_back(field.key);
  std::optional<std::string> edited = text;
  const auto put = [&](std::string_view key, const std::string& was, const std::string& now) {
    if (edited && was != now) edited = toml::edit_value(*edited, key, toml::Value{now, {}}, order);
  };
  put("capture", before.capture, decoded.record->capture);
  put("original", before.original, decoded.record->original);
  return edited ? *edited : encode(*decoded.record);
}

}  // namespace

class NamedSides::Naming : public MergeFiles {
 public:
  Naming(const std::vector<FileChange>& ours, const std::vector<FileChange>& theirs,
         const MergeFiles& files)
      : files_(files), given_{&ours, &theirs} {}

  void run(const std::set<RecordRef>& apart) {
    choose_ids(apart);
    choose_dated_names();
  }

  const std::vector<FileChange>& ours_changes() const { return is_new_ ? new_[0] : *given_[0]; }
  const std::vector<FileChange>& theirs_changes() const { return is_new_ ? new_[1] : *given_[1]; }

  // MergeFiles: of the versions as they are named now.
  std::string read(const ContentId& id) const override {
    const auto own = texts_.find(id);
    return own == texts_.end() ? files_.read(id) : own->second;
  }
  ContentId ours(const std::string& path) const override {
    if (is_new_) {
      if (const auto now = worlds_[kOurs].find(path); now != worlds_[kOurs].end())
        return now->second;
      if (as_given_.contains(path)) return {};
    }
    return files_.ours(path);
  }
  std::optional<std::string> merge_lines(const std::string& path, const std::string& base,
                                         const std::string& ours,
                                         const std::string& theirs) const override {
    return files_.merge_lines(path, base, ours, theirs);
  }
  std::string digest(const std::string& text) const override { return files_.digest(text); }
  std::vector<SharedFile> shared(const std::string& path) const override {
    return files_.shared(path);
  }

  void write_on_ours(TreeMerge& merge) const {
    merge.both_kept = both_kept_;
    merge.moved = moved_;
    merge.renamed_twice.insert(merge.renamed_twice.begin(), renamed_twice_.begin(),
                               renamed_twice_.end());
    if (!is_new_) return;
    std::map<std::string, MergedFile> result;
    for (MergedFile& file : merge.files) result.emplace(file.path, std::move(file));
    for (const auto& [path, content] : worlds_[kOurs]) {
      if (!content.empty()) result.try_emplace(path, MergedFile{path, content, std::nullopt});
    }
    for (const auto& [path, content] : as_given_) {
      if (!content.empty()) result.try_emplace(path, MergedFile{path, "", std::nullopt});
    }
    merge.files.clear();
    for (auto& [path, file] : result) {
      const auto given = as_given_.find(path);
      file.ours = given == as_given_.end() ? files_.ours(path) : given->second;
      if (const auto own = texts_.find(file.content_id); own != texts_.end()) {
        file.text = own->second;
        file.content_id.clear();
      }
      const bool as_it_is = file.text ? !file.ours.empty() && files_.read(file.ours) == *file.text
                                      : file.content_id == file.ours;
      if (!as_it_is) merge.files.push_back(std::move(file));
    }
  }

 private:
  ContentId add(std::string text) {
    const ContentId id = std::string(1, kOwn) + std::to_string(texts_.size());
    texts_.emplace(id, std::move(text));
    return id;
  }

  // ---- the three versions

  void take_apart() {
    if (is_new_) return;
    for (const std::size_t side : {0U, 1U}) {
      for (const FileChange& change : *given_[side]) {
        worlds_[kBase][change.path] = change.before;
        worlds_[side == 0 ? kOurs : kTheirs][change.path] = change.after;
      }
    }
    for (const auto& [path, content] : worlds_[kBase]) {
      worlds_[kOurs].try_emplace(path, content);
      worlds_[kTheirs].try_emplace(path, content);
    }
    as_given_ = worlds_[kOurs];
    is_new_ = true;
  }

  void rename(MergeVersion version, const NewNames& names) {
    if (names.empty()) return;
    World renamed;
    for (const auto& [path, content] : worlds_[version]) {
      const std::string now = names.path(path);
      const auto record = record_at(path);
      if (content.empty()) {
        renamed.try_emplace(path, content);
        continue;
      }
      renamed[now] = !record || !names.may_be_in(*record)
                         ? content
                         : with_names(content, path, now, *record, names);
    }
    worlds_[version] = std::move(renamed);
  }

  ContentId with_names(const ContentId& content, const std::string& path, const std::string& now,
                       const RecordRef& record, const NewNames& names) {
    const std::string before = read(content);
    std::string text = with_new_ids(before, record, [&](const RecordRef& one) {
                         return names.id(one);
                       }).value_or(before);
    if (!names.files.empty() && record.kind == RecordKind::source) {
      text = with_captures(text, path, names.files);
    }
    if (names.keeps_alias && now != path && can_be_renamed(record)) {
      text = with_former_id(text, record);
    }
    return text == before ? content : add(std::move(text));
  }

  void put_together() {
    std::set<std::string> paths;
    for (const World& world : worlds_) {
      for (const auto& [path, content] : world) paths.insert(path);
    }
    for (const std::size_t side : {0U, 1U}) {
      new_[side].clear();
      for (const std::string& path : paths) {
        ContentId before = at(worlds_[kBase], path);
        ContentId after = at(worlds_[side == 0 ? kOurs : kTheirs], path);
        if (before != after) new_[side].push_back({path, std::move(before), std::move(after)});
      }
    }
  }

  // ---- claims, actors and sources

  // Which of two files keeps the name at a path, by the tips that others have seen.
  std::optional<MergeVersion> keeps(const std::string& path, const ContentId& ours,
                                    const ContentId& theirs) const {
    for (const SharedFile& file : files_.shared(path)) {
      const bool is_ours = file.content_id == ours;
      if (is_ours != (file.content_id == theirs)) return is_ours ? kOurs : kTheirs;
      if (file.in_ours != file.in_theirs) return file.in_ours ? kOurs : kTheirs;
    }
    return std::nullopt;
  }

  void choose_ids(const std::set<RecordRef>& apart) {
    const Renames ours(*given_[0], files_);
    const Renames theirs(*given_[1], files_);
    std::array<NewNames, kVersions> names;
    for (const auto& [old, our_id] : ours.ids()) {
      const auto their_id = theirs.new_id(old);
      if (!their_id || *their_id == our_id) continue;
      const bool ours_is_shared = !files_.shared(path_of({old.kind, our_id})).empty();
      const bool theirs_is_shared = !files_.shared(path_of({old.kind, *their_id})).empty();
      const bool ours_stands =
          ours_is_shared != theirs_is_shared ? ours_is_shared : our_id < *their_id;
      const std::string& kept = ours_stands ? our_id : *their_id;
      const std::string& other = ours_stands ? *their_id : our_id;
      const MergeVersion side = ours_stands ? kTheirs : kOurs;
      names[side].ids[{old.kind, other}] = kept;
      if (old.kind == RecordKind::source) move_captures(side, other, kept, names[side]);
      renamed_twice_.push_back({{old.kind, kept}, other, !ours_stands});
    }
    for (NewNames& one : names) one.keeps_alias = true;
    rename_sides(names);
    names = {};
    for (const RecordRef& record : apart) part(record, names);
    rename_sides(names);
  }

  // Saved texts lie beside their source.
  void move_captures(MergeVersion side, const std::string& from, const std::string& to,
                     NewNames& names) {
    take_apart();
    const std::string path = source_path(from);
    const std::string old_folder(folder_part(path));
    const std::string folder(folder_part(source_path(to)));
    auto source = decode_source(read(at(worlds_[side], path)), path).record;
    if (!source || folder == old_folder) return;
    each_capture(*source, [&](const std::string& name) {
      if (!at(worlds_[side], old_folder + name).empty())
        names.files[old_folder + name] = folder + name;
    });
  }

  void rename_sides(const std::array<NewNames, kVersions>& names) {
    if (std::all_of(names.begin(), names.end(), [](const NewNames& one) { return one.empty(); }))
      return;
    take_apart();
    for (const MergeVersion version : {kBase, kOurs, kTheirs}) rename(version, names[version]);
    put_together();
  }

  // Makes two of a record that both sides added.
  void part(const RecordRef& record, std::array<NewNames, kVersions>& names) {
    take_apart();
    const std::string path = path_of(record);
    const ContentId our_content = at(worlds_[kOurs], path);
    const ContentId their_content = at(worlds_[kTheirs], path);
    if (our_content.empty() || their_content.empty() || !at(worlds_[kBase], path).empty()) return;
    const auto kept = keeps(path, our_content, their_content);
    const bool ours_stays =
        kept ? *kept == kOurs : digest(read(our_content)) <= digest(read(their_content));
    const MergeVersion side = ours_stays ? kTheirs : kOurs;
    std::string id;
    for (int number = 2;; ++number) {
      id = record.id + "-" + std::to_string(number);
      if (is_free(path_of({record.kind, id}))) break;
    }
    names[side].ids[record] = id;
    both_kept_.push_back({path, path_of({record.kind, id}), !ours_stays});
    if (record.kind != RecordKind::source) return;
    auto source = decode_source(read(ours_stays ? their_content : our_content), path).record;
    if (!source) return;
    const std::string folder(folder_part(path));
    const std::string stem(last_part(record.id));
    const MergeVersion other_side = side == kOurs ? kTheirs : kOurs;
    each_capture(*source, [&](const std::string& name) {
      const std::string from = folder + name;
      const ContentId other = at(worlds_[other_side], from);
      if (name.empty() || other.empty() || other == at(worlds_[side], from)) return;
      const std::string rest = name.starts_with(stem) ? name.substr(stem.size()) : "-" + name;
      names[side].files[from] = folder + std::string(last_part(id)) + rest;
    });
  }

  bool is_free(const std::string& path) const {
    return at(worlds_[kOurs], path).empty() && at(worlds_[kTheirs], path).empty() &&
           at(worlds_[kBase], path).empty() && ours(path).empty();
  }

  // ---- stances and reviews

  void choose_dated_names() {
    const Renames ours(ours_changes(), *this);
    const Renames theirs(theirs_changes(), *this);
    const auto now = [&](const std::string& path) { return theirs.path_now(ours.path_now(path)); };
    // Of a folder that one side alone has changed, the names are that side's.
    const auto folder_of = [&](const FileChange& change) {
      return std::string(folder_part(now(change.path)));
    };
    std::map<std::string, DatedFolder> folders;
    std::set<std::string> of_ours;
    for (const FileChange& change : ours_changes()) of_ours.insert(folder_of(change));
    for (const FileChange& change : theirs_changes()) {
      std::string folder = folder_of(change);
      if (of_ours.contains(folder)) folders.try_emplace(std::move(folder));
    }
    std::array<std::set<std::string>, 2> touched;
    for (const std::size_t side : {0U, 1U}) {
      for (const FileChange& change : side == 0 ? ours_changes() : theirs_changes()) {
        const auto found = folders.empty() ? folders.end() : folders.find(folder_of(change));
        if (found == folders.end()) continue;
        const auto record = record_at(change.path);
        if (!is_dated(record)) continue;
        const std::string path = now(change.path);
        DatedFolder& folder = found->second;
        const std::string name = split_stance_id(record->id).name;
        touched[side].insert(change.path);
        if (!change.before.empty())
          folder.files[kBase][path] = {change.path, path, name, change.before, {}};
        if (!change.after.empty())
          folder.files[side == 0 ? kOurs : kTheirs][path] = {
              change.path, path, name, change.after, {}};
      }
    }
    std::array<NewNames, kVersions> names;
    for (auto& [place, folder] : folders) {
      for (const auto& [path, one] : folder.files[kBase]) {
        for (const std::size_t side : {0U, 1U}) {
          if (!touched[side].contains(one.path))
            folder.files[side == 0 ? kOurs : kTheirs].try_emplace(path, one);
        }
      }
      if (is_in_doubt(folder)) name_records(folder, ours, theirs, names);
    }
    if (!names[kBase].empty() || !names[kOurs].empty() || !names[kTheirs].empty()) {
      rename_sides(names);
    } else if (is_new_) {
      put_together();
    }
  }

  void name_records(DatedFolder& folder, const Renames& ours, const Renames& theirs,
                    std::array<NewNames, kVersions>& names) {
    std::vector<OneRecord> records = named_records(folder, ours, theirs, *this);
    for (OneRecord& record : records) {
      for (const MergeVersion version : {kBase, kOurs, kTheirs}) {
        const Dated* one = record.in[version];
        if (one == nullptr || record.name.empty() || one->name == record.name) continue;
        const RecordRef ref = *record_at(one->path);
        names[version].ids[ref] = split_stance_id(ref.id).claim + "/" + record.name;
      }
    }
    for (OneRecord& record : records) tell(record, records);
    for (OneRecord& record : records) write_alike(record);
  }

  // Says what became of a record's names, and writes former ones that could be cited to it.
  void tell(OneRecord& record, const std::vector<OneRecord>& records) {
    for (const MergeVersion side : {kOurs, kTheirs}) {
      const Dated* one = record.in[side];
      if (one == nullptr || record.name.empty() || one->name == record.name) continue;
      const std::string now = std::string(folder_part(one->place)) + record.name + ".toml";
      const auto other = std::find_if(records.begin(), records.end(), [&](const OneRecord& two) {
        return two.name == one->name && &two != &record;
      });
      if (other != records.end() && record.in[kBase] == nullptr) {
        const BothKept kept{one->place, now, side == kOurs};
        const bool is_told =
            std::any_of(both_kept_.begin(), both_kept_.end(), [&](const BothKept& told) {
              return told.kept == kept.kept && told.moved == kept.moved;
            });
        if (!is_told) both_kept_.push_back(kept);
      }
      for (const CitedFile& cited : files_.cited(one->path)) {
        if (cited.content_id != one->content) continue;
        moved_.push_back({one->path, cited.where, cited.content_id, now});
        add_former_name(record, *record_at(one->path), cited.content_id);
        break;
      }
    }
  }

  void add_former_name(OneRecord& record, const RecordRef& name, const ContentId& content) {
    if (name.kind != RecordKind::stance) return;
    take_apart();
    for (const MergeVersion side : {kOurs, kTheirs}) {
      const Dated* one = record.in[side];
      if (one == nullptr) continue;
      const std::string text = read(at(worlds_[side], one->path));
      const auto stance = decode_stance(text, one->path).record;
      if (!stance) continue;
      const Formerly former{name.id, content};
      const auto& known = stance->formerly;
      if (std::find(known.begin(), known.end(), former) != known.end()) continue;
      const auto edited = toml::append_table(
          text, "formerly",
          {{"id", toml::Value{former.id, {}}, {}}, {"blob", toml::Value{former.blob, {}}, {}}});
      if (edited) worlds_[side][one->path] = add(*edited);
    }
  }

  // A record that both sides added with one meaning and two layouts gets one text.
  void write_alike(const OneRecord& record) {
    const Dated* ours = record.in[kOurs];
    const Dated* theirs = record.in[kTheirs];
    if (record.in[kBase] != nullptr || ours == nullptr || theirs == nullptr) return;
    if (ours->content == theirs->content || ours->key != theirs->key) return;
    take_apart();
    ContentId& our_content = worlds_[kOurs][ours->path];
    ContentId& their_content = worlds_[kTheirs][theirs->path];
    const std::string our_text = read(our_content);
    const std::string their_text = read(their_content);
    const auto a = decode_stance(our_text, ours->path).record;
    const auto b = decode_stance(their_text, theirs->path).record;
    if (!a || !b || *a != *b) return;
    const auto kept = keeps(ours->path, ours->content, theirs->content);
    const bool ours_stands = kept ? *kept == kOurs : digest(our_text) <= digest(their_text);
    (ours_stands ? their_content : our_content) = ours_stands ? our_content : their_content;
  }

  const MergeFiles& files_;
  std::array<const std::vector<FileChange>*, 2> given_;
  bool is_new_ = false;
  Worlds worlds_;
  World as_given_;  // our side
  std::map<ContentId, std::string> texts_;
  std::array<std::vector<FileChange>, 2> new_;
  std::vector<BothKept> both_kept_;
  std::vector<NameMoved> moved_;
  std::vector<RenamedTwice> renamed_twice_;
};

NamedSides::NamedSides(const std::vector<FileChange>& ours, const std::vector<FileChange>& theirs,
                       const MergeFiles& files, const std::set<RecordRef>& apart)
    : naming_(std::make_unique<Naming>(ours, theirs, files)) {
  naming_->run(apart);
}
NamedSides::~NamedSides() = default;

const std::vector<FileChange>& NamedSides::ours() const { return naming_->ours_changes(); }
const std::vector<FileChange>& NamedSides::theirs() const { return naming_->theirs_changes(); }
const MergeFiles& NamedSides::files() const { return *naming_; }
void NamedSides::write_on_ours(TreeMerge& merge) const { naming_->write_on_ours(merge); }

}  // namespace aver::claims
