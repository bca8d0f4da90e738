// SPDX-License-Identifier: MIT
//
// Finds references by the key they stand under, in the parsed text, and rewrites them from the last
// to the first, so that the byte ranges of the earlier ones stay right.
#include "claims/records/references.h"

#include "claims/records/codec.h"
#include "claims/text/paths.h"

namespace aver::claims {
namespace {

class Finder {
 public:
  explicit Finder(const RecordRef& record) : record_(record) {}

  std::vector<Reference> run(const toml::Table& root) {
    for (const toml::Entry& entry : root) {
      const std::string& key = entry.key;
      switch (record_.kind) {
        case RecordKind::claim:
          if (key == "relation") in_tables(entry, "to", RecordKind::claim);
          break;
        case RecordKind::actor:
          if (key == "role") in_tables(entry, "of", RecordKind::actor);
          break;
        case RecordKind::stance:
          if (key == "holder" || key == "speaker") add(key, entry.value, RecordKind::actor);
          if (key == "source") add(key, entry.value, RecordKind::source);
          if (key == "corrects" || key == "retracts" || key == "repeats")
            add(key, entry.value, RecordKind::stance);
          if (key == "via") in_list(key, entry.value);
          if (key == "evidence") in_evidence(entry);
          break;
        case RecordKind::source:
        case RecordKind::review:
          break;
      }
    }
    return std::move(found_);
  }

 private:
  void add(std::string key, const toml::Value& value, RecordKind kind) {
    const auto* text = std::get_if<std::string>(&value.data);
    if (text == nullptr || !id_problem(*text).empty()) return;
    RecordRef to{kind, *text};
    if (kind == RecordKind::stance && text->find('/') == text->npos) {
      to.id = split_stance_id(record_.id).claim + "/" + *text;
    }
    found_.push_back({std::move(key), std::move(to), *text, value.span});
  }

  void in_list(const std::string& key, const toml::Value& value) {
    const auto* list = std::get_if<toml::Array>(&value.data);
    if (list == nullptr) return;
    for (std::size_t i = 0; i < list->size(); ++i) {
      add(key + "[" + std::to_string(i) + "]", (*list)[i], RecordKind::actor);
    }
  }

  // Calls `use` with "key[0]." and so on, and the table, for each of a list.
  template <class Use>
  static void each_table(const toml::Entry& entry, const Use& use) {
    const auto* list = std::get_if<toml::Array>(&entry.value.data);
    if (list == nullptr) return;
    for (std::size_t i = 0; i < list->size(); ++i) {
      const auto* table = std::get_if<toml::Table>(&(*list)[i].data);
      if (table != nullptr) use(entry.key + "[" + std::to_string(i) + "].", *table);
    }
  }

  void in_tables(const toml::Entry& entry, std::string_view key, RecordKind kind) {
    each_table(entry, [&](const std::string& prefix, const toml::Table& table) {
      if (const toml::Value* value = toml::find(table, key))
        add(prefix + std::string(key), *value, kind);
    });
  }

  void in_evidence(const toml::Entry& entry) {
    each_table(entry, [&](const std::string& prefix, const toml::Table& table) {
      for (const toml::Entry& one : table) {
        if (one.key == "source") add(prefix + one.key, one.value, RecordKind::source);
        if (one.key == "speaker") add(prefix + one.key, one.value, RecordKind::actor);
        if (one.key == "via") in_list(prefix + one.key, one.value);
      }
    });
  }

  const RecordRef& record_;
  std::vector<Reference> found_;
};

// The id as it is to be written now; nothing where it stays.
std::optional<std::string> renamed(const Reference& reference, const NewId& new_id) {
  const bool whole = reference.written.find('/') != std::string::npos;
  std::optional<std::string> direct = new_id(reference.to);
  if (reference.to.kind != RecordKind::stance) return direct;
  if (direct) return whole ? *direct : split_stance_id(*direct).name;
  if (!whole) return std::nullopt;
  const StanceId id = split_stance_id(reference.to.id);
  const std::optional<std::string> claim = new_id({RecordKind::claim, id.claim});
  if (!claim) return std::nullopt;
  return *claim + "/" + id.name;
}

}  // namespace

std::vector<Reference> references(std::string_view text, const RecordRef& record) {
  const toml::Parsed parsed = toml::parse(text, "");
  if (!parsed.problems.empty()) return {};
  return Finder(record).run(parsed.root);
}

std::optional<std::string> with_new_ids(std::string_view text, const RecordRef& record,
                                        const NewId& new_id) {
  std::string edited(text);
  bool any = false;
  const std::vector<Reference> all = references(text, record);
  for (auto at = all.rbegin(); at != all.rend(); ++at) {
    const std::optional<std::string> id = renamed(*at, new_id);
    if (!id) continue;
    edited.replace(at->span.begin, at->span.end - at->span.begin,
                   toml::write(toml::Value{*id, {}}));
    any = true;
  }
  if (!any) return std::nullopt;
  return edited;
}

std::vector<std::string> aliases_of(const std::string& text, const RecordRef& record) {
  const auto of = [](const auto& decoded) {
    return decoded.record ? decoded.record->aliases : std::vector<std::string>();
  };
  const std::string path = path_of(record);
  switch (record.kind) {
    case RecordKind::claim:
      return of(decode_claim(text, path));
    case RecordKind::actor:
      return of(decode_actor(text, path));
    case RecordKind::source:
      return of(decode_source(text, path));
    case RecordKind::stance:
    case RecordKind::review:
      break;
  }
  return {};
}

}  // namespace aver::claims
