// SPDX-License-Identifier: MIT
//
// The words that make git write what LogStream takes apart, and what becomes of its fields. Never
// asks git for anything itself.
#include "store/history/raw_log.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace aver::store {
namespace {

const std::vector<std::string_view>& asked_fields() {
  static const std::vector<std::string_view> fields = {"%H",  "%an", "%ae", "%at",
                                                       "%ct", "%P",  "%s"};
  return fields;
}

}  // namespace

const std::vector<std::string>& raw_log_words() {
  static const std::vector<std::string> words = {
      "-z",
      "-r",
      "--raw",
      "--no-renames",
      "--no-abbrev",
      "--no-color",
      "--no-relative",
      "--ignore-submodules=none",
      "-O/dev/null",  // by path, whatever diff.orderFile says
      "--root",
      "--encoding=UTF-8",
      LogStream::format(asked_fields())};
  return words;
}

RawLog::RawLog(Sink& sink) : sink_(sink), stream_(asked_fields().size(), *this) {}

void RawLog::head(const std::vector<std::string>& fields) {
  LogEntry entry;
  entry.commit = fields[0];
  entry.author = fields[1];
  entry.author_email = fields[2];
  entry.authored_at = std::atoll(fields[3].c_str());
  entry.committed_at = std::atoll(fields[4].c_str());
  entry.parents =
      fields[5].empty()
          ? 0
          : static_cast<std::size_t>(std::count(fields[5].begin(), fields[5].end(), ' ')) + 1;
  entry.merge = entry.parents > 1;
  entry.subject = fields[6];
  sink_.commit(std::move(entry));
}

void RawLog::change(std::string_view raw, std::string_view path) {
  // ":100644 100644 <before> <after> M"; an absent side has zeros.
  constexpr std::size_t kModes = 1;
  constexpr std::size_t kModesSize = 13;
  constexpr std::size_t kIds = 15;
  constexpr std::size_t kIdSize = 40;
  if (raw.size() <= kIds + 2 * kIdSize + 1) return;
  const auto id = [&](std::size_t at) {
    const std::string_view hex = raw.substr(at, kIdSize);
    return hex.find_first_not_of('0') == hex.npos ? std::string_view() : hex;
  };
  sink_.change({path, id(kIds), id(kIds + kIdSize + 1), raw.substr(kModes, kModesSize)});
}

}  // namespace aver::store
