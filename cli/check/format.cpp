// SPDX-License-Identifier: MIT
//
// Looks only at the edits: what is in the store already is told by `aver check`.
#include "cli/check/format.h"

#include <algorithm>

#include "claims/records/formats.h"

namespace aver::cli {
namespace {

constexpr const char* kSettings = "aver.toml";

}  // namespace

std::optional<std::string> with_format(const std::string& settings, int format) {
  return claims::toml::edit_value(settings, "format", claims::toml::Value{std::int64_t{format}, {}},
                                  {"format"});
}

std::optional<int> raise_format(const store::View& tip, store::Change& change) {
  const int format = tip.settings().format;
  if (format == claims::kFormatVersion) return std::nullopt;
  int needed = format;
  for (const store::Edit& edit : change.edits) {
    if (edit.path == kSettings) return std::nullopt;  // whoever edits it says which
    const auto record = claims::record_at(edit.path);
    if (!record || !edit.content) continue;
    const claims::toml::Table table = claims::toml::parse(*edit.content, edit.path).root;
    for (const claims::NewInFormat& one : claims::newer_than(format, table, record->kind)) {
      needed = std::max(needed, one.format);
    }
  }
  if (needed == format) return std::nullopt;
  std::optional<std::string> text = tip.read(kSettings);
  if (text) text = with_format(*text, needed);
  if (!text) return std::nullopt;
  change.edits.push_back({kSettings, std::move(text)});
  return needed;
}

std::string format_note(int format) {
  return "aver.toml now says format = " + std::to_string(format) + ", which an older aver refuses";
}

}  // namespace aver::cli
