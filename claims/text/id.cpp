// SPDX-License-Identifier: MIT
//
// The rules of ids with a sentence for each way to break them, and the paths of records.
#include "claims/text/id.h"

#include <algorithm>
#include <array>
#include <vector>

#include "claims/text/ascii.h"
#include "claims/text/hex.h"
#include "claims/text/lines.h"
#include "claims/text/record_folders.h"

namespace aver::claims {
namespace {

constexpr std::string_view kTomlEnding = ".toml";
constexpr std::size_t kShown = 72;  // bytes of an id in a sentence
constexpr std::string_view kClaimFile = "claim";

std::string in_folder(RecordKind kind, std::string_view id) {
  std::string path(record_folder(kind));
  path += '/';
  path += id;
  return path;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = text.find(at, begin);
    parts.push_back(text.substr(begin, end == text.npos ? text.npos : end - begin));
    if (end == text.npos) return parts;
    begin = end + 1;
  }
}

// Names that Windows keeps for devices; a store that has one cannot be checked out there.
bool is_reserved(std::string_view segment) {
  constexpr std::array<std::string_view, 4> kNames = {"con", "prn", "aux", "nul"};
  if (std::find(kNames.begin(), kNames.end(), segment) != kNames.end()) return true;
  return segment.size() == 4 && (segment.starts_with("com") || segment.starts_with("lpt")) &&
         segment[3] >= '1' && segment[3] <= '9';
}

std::string segment_problem(std::string_view id, std::string_view segment) {
  if (segment.empty())
    return quoted(id, kShown) + " has an empty part: an id is words joined by single \"/\"";
  if (segment == "." || segment == "..") {
    return quoted(id, kShown) + " may not contain \"" + std::string(segment) +
           "\": an id never leaves the store";
  }
  for (const char c : segment) {
    if (is_lower(c) || is_digit(c) || c == '-') continue;
    if (is_upper(c)) return quoted(id, kShown) + " has an upper-case letter: ids are lower case";
    if (static_cast<unsigned char>(c) >= 0x80) {
      return quoted(id, kShown) + " has a letter outside a-z: ids are a-z, 0-9 and \"-\"";
    }
    if (c == ' ' || c == '_') {
      return quoted(id, kShown) + " has a \"" + std::string(1, c) + "\": use \"-\" between words";
    }
    return quoted(id, kShown) +
           " has a character that no id may have: ids are a-z, 0-9, \"-\" and \"/\"";
  }
  if (segment.front() == '-' || segment.back() == '-') {
    return quoted(id, kShown) + " has a part that begins or ends with \"-\"";
  }
  if (segment.size() > kMaxSegmentLength) {
    return quoted(id, kShown) + " has a part of " + std::to_string(segment.size()) +
           " characters: the most is " + std::to_string(kMaxSegmentLength);
  }
  if (is_reserved(segment)) {
    return quoted(id, kShown) + " has the part \"" + std::string(segment) +
           "\", which Windows cannot store";
  }
  return "";
}

}  // namespace

std::string_view to_string(RecordKind kind) {
  switch (kind) {
    case RecordKind::claim:
      return "claim";
    case RecordKind::stance:
      return "stance";
    case RecordKind::actor:
      return "actor";
    case RecordKind::source:
      return "source";
    case RecordKind::review:
      return "review";
  }
  return "record";
}

std::string id_problem(std::string_view id) {
  if (id.empty()) return "an id may not be empty";
  const std::vector<std::string_view> segments = split(id, '/');
  for (const std::string_view segment : segments) {
    if (std::string problem = segment_problem(id, segment); !problem.empty()) return problem;
  }
  if (segments.size() > kMaxSegments) {
    return quoted(id, kShown) + " has " + std::to_string(segments.size()) + " parts: the most is " +
           std::to_string(kMaxSegments);
  }
  if (id.size() > kMaxIdLength) {
    return quoted(id, kShown) + " has " + std::to_string(id.size()) + " characters: the most is " +
           std::to_string(kMaxIdLength);
  }
  return "";
}

std::string claim_folder(std::string_view claim_id) {
  return in_folder(RecordKind::claim, claim_id);
}

std::string claim_path(std::string_view claim_id) { return claim_folder(claim_id) + "/claim.toml"; }

std::string stance_path(std::string_view claim_id, std::string_view name) {
  return claim_folder(claim_id) + "/" + std::string(name) + ".toml";
}

std::string actor_path(std::string_view id) {
  return path_of({RecordKind::actor, std::string(id)});
}

std::string source_path(std::string_view id) {
  return path_of({RecordKind::source, std::string(id)});
}

std::string path_of(const RecordRef& record) {
  if (record.kind == RecordKind::claim) return claim_path(record.id);
  return in_folder(record.kind, record.id) + std::string(kTomlEnding);
}

bool is_kept_event(std::string_view path) {
  constexpr std::string_view kMinute = "20241101t0930-";
  constexpr std::size_t kDigest = 12;
  if (!path.starts_with("reviews/")) return false;
  if (path.ends_with(".sig")) path.remove_suffix(4);
  std::string_view name = path.substr(path.rfind('/') + 1);
  if (!name.ends_with(kTomlEnding)) return false;
  name.remove_suffix(kTomlEnding.size());
  if (name.size() < kMinute.size() + kDigest + 1) return false;
  for (std::size_t i = 0; i < kMinute.size(); ++i) {
    const bool is_digit = name[i] >= '0' && name[i] <= '9';
    if (kMinute[i] >= '0' && kMinute[i] <= '9' ? !is_digit : name[i] != kMinute[i]) return false;
  }
  return name[name.size() - kDigest - 1] == '-' && is_hex(name.substr(name.size() - kDigest));
}

std::optional<RecordRef> record_at(std::string_view path) {
  if (!path.ends_with(kTomlEnding) || is_kept_event(path)) return std::nullopt;
  path.remove_suffix(kTomlEnding.size());
  const std::size_t slash = path.find('/');
  if (slash == path.npos || slash + 1 == path.size()) return std::nullopt;
  const std::string_view folder = path.substr(0, slash);
  const std::string_view rest = path.substr(slash + 1);
  for (const RecordKind kind : {RecordKind::actor, RecordKind::source, RecordKind::review}) {
    if (folder == record_folder(kind)) return RecordRef{kind, std::string(rest)};
  }
  if (folder != record_folder(RecordKind::claim)) return std::nullopt;
  const std::size_t last = rest.rfind('/');
  if (last == rest.npos) return std::nullopt;  // claims/x.toml is no record's file
  if (rest.substr(last + 1) == kClaimFile) {
    return RecordRef{RecordKind::claim, std::string(rest.substr(0, last))};
  }
  return RecordRef{RecordKind::stance, std::string(rest)};
}

StanceId split_stance_id(std::string_view id) {
  const std::size_t slash = id.rfind('/');
  if (slash == id.npos) return {"", std::string(id)};
  return {std::string(id.substr(0, slash)), std::string(id.substr(slash + 1))};
}

std::string stance_name(const Date& held, std::string_view holder) {
  const std::string date = written_part(held);
  std::string who(holder);
  std::replace(who.begin(), who.end(), '/', '-');
  // Four characters are kept free for "-999", so that a second stance of the day still fits.
  constexpr std::size_t kSuffix = 4;
  const std::size_t room = kMaxSegmentLength - kSuffix - date.size() - 1;
  if (who.size() > room) {
    who = who.substr(who.size() - room);
    if (const std::size_t dash = who.find('-'); dash != who.npos && dash + 1 < who.size()) {
      who = who.substr(dash + 1);
    }
  }
  return date + "-" + who;
}

bool file_order_less(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_digit(a[i]) && is_digit(b[j])) {
      const auto run_of = [](std::string_view text, std::size_t at) {
        std::size_t end = at;
        while (end < text.size() && is_digit(text[end])) ++end;
        std::string_view digits = text.substr(at, end - at);
        while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
        return std::pair{digits, end};
      };
      const auto [x, x_end] = run_of(a, i);
      const auto [y, y_end] = run_of(b, j);
      if (x.size() != y.size()) return x.size() < y.size();
      if (x != y) return x < y;
      i = x_end;
      j = y_end;
      continue;
    }
    if (a[i] != b[j]) return a[i] < b[j];
    ++i;
    ++j;
  }
  if (i < a.size() || j < b.size()) return j < b.size();
  return a < b;  // "01" and "1" count alike; the bytes decide, so that the order is total
}

bool is_trailing_part(std::string_view id, std::string_view tail) {
  if (id == tail) return true;
  return !tail.empty() && id.size() > tail.size() && id.ends_with(tail) &&
         id[id.size() - tail.size() - 1] == '/';
}

std::string slug(std::string_view text) {
  std::string id;
  for (const char c : text) {
    if (is_lower(c) || is_digit(c)) {
      id += c;
    } else if (is_upper(c)) {
      id += static_cast<char>(c - 'A' + 'a');
    } else if (c != '\'' && static_cast<unsigned char>(c) < 0x80 && !id.empty() &&
               id.back() != '-') {
      id += '-';
    }
    if (id.size() == kMaxSegmentLength) break;
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  if (is_reserved(id)) id += "-1";
  return id;
}

}  // namespace aver::claims
