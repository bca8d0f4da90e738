// SPDX-License-Identifier: MIT
//
// Edits the text itself, so that what people wrote around the list stays; the result is read back.
#include "claims/settings/wrong_stamps.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "claims/settings/settings.h"

namespace aver::claims {

std::optional<std::string> with_wrong_stamp(std::string_view text, const std::string& commit) {
  const Decoded<Settings> before = decode_settings(text);
  if (!before.record) return std::nullopt;
  std::vector<std::string> wanted = before.record->wrong_stamps;
  wanted.push_back(commit);
  const toml::Parsed parsed = toml::parse(text, "");
  const toml::Value* clock = toml::find(parsed.root, "clock");
  const std::string named = toml::write(toml::Value{commit, {}});
  std::string edited(text);
  if (clock == nullptr) {
    if (!edited.ends_with('\n')) edited += '\n';
    edited += "\n[clock]\nwrong = [" + named + "]\n";
  } else {
    const toml::Table* table = std::get_if<toml::Table>(&clock->data);
    const toml::Value* list = table == nullptr ? nullptr : toml::find(*table, "wrong");
    if (list == nullptr) return std::nullopt;
    const toml::Array& there = std::get<toml::Array>(list->data);
    if (there.empty()) {
      edited.replace(list->span.begin, list->span.end - list->span.begin, "[" + named + "]");
    } else {  // behind the last one, so that the lines and comments of the list stay
      edited.insert(there.back().span.end, ", " + named);
    }
  }
  const Decoded<Settings> after = decode_settings(edited);
  if (!after.record || after.record->wrong_stamps != wanted) return std::nullopt;
  return edited;
}

namespace {

std::optional<std::string> with_wrong_stamps(std::string text,
                                             const std::vector<std::string>& commits) {
  for (const std::string& commit : commits) {
    const Decoded<Settings> now = decode_settings(text);
    if (!now.record) return std::nullopt;
    const std::vector<std::string>& there = now.record->wrong_stamps;
    if (std::find(there.begin(), there.end(), commit) != there.end()) continue;
    std::optional<std::string> more = with_wrong_stamp(text, commit);
    if (!more) return std::nullopt;
    text = std::move(*more);
  }
  return text;
}

// The commits that `side` names and `base` does not; nothing where it has changed more than that.
std::optional<std::vector<std::string>> only_named(const std::string& base,
                                                   const std::string& side) {
  const Decoded<Settings> before = decode_settings(base);
  const Decoded<Settings> after = decode_settings(side);
  if (!before.record || !after.record) return std::nullopt;
  const std::vector<std::string>& there = before.record->wrong_stamps;
  std::vector<std::string> named;
  for (const std::string& one : after.record->wrong_stamps) {
    if (std::find(there.begin(), there.end(), one) == there.end()) named.push_back(one);
  }
  if (with_wrong_stamps(base, named) != side) return std::nullopt;
  return named;
}

}  // namespace

std::optional<std::string> merge_wrong_stamps(const std::string& base, const std::string& ours,
                                              const std::string& theirs) {
  if (const auto named = only_named(base, theirs)) return with_wrong_stamps(ours, *named);
  if (const auto named = only_named(base, ours)) return with_wrong_stamps(theirs, *named);
  return std::nullopt;
}

}  // namespace aver::claims
