// SPDX-License-Identifier: MIT
//
// From a file's contents to its row, and from the stances of a folder to the days on which each is
// in force.
#include "store/index/rows.h"

#include <algorithm>

#include "claims/check/check.h"
#include "claims/positions/in_force.h"
#include "claims/records/codec.h"
#include "claims/records/people.h"
#include "claims/text/paths.h"

namespace aver::store {
namespace {

using claims::RecordKind;

constexpr std::string_view kToml = ".toml";

// A capture larger than this is not looked through: no saved text of a page or a speech is.
constexpr std::size_t kLargestCapture = 16 << 20;

std::int64_t day_number(claims::Day day) { return day.time_since_epoch().count(); }

std::optional<std::int64_t> last_day(const std::optional<claims::Date>& date) {
  if (!date) return std::nullopt;
  return day_number(date->latest());
}

// What stands beside sources is looked through where it is text. Pages and PDFs have a capture.
bool may_be_text(std::string_view name) {
  for (const std::string_view ending :
       {".html", ".htm", ".pdf", ".xhtml", ".mhtml", ".png", ".jpg"}) {
    if (name.ends_with(ending)) return false;
  }
  return true;
}

void fill(Row& row, const claims::Claim& claim) {
  row.claim_kind = claim.kind;
  row.deadline = last_day(claim.deadline);
  row.review_by = last_day(claim.review_by);
  row.tags = claim.tags;
  for (const std::string& id : claim.aliases) row.former.emplace_back(claims::last_part(id));
}

void fill(Row& row, const claims::Stance& stance) {
  row.holder = stance.holder;
  row.position = stance.position;
  row.source = stance.source;
  row.speaker = stance.speaker;
  row.mode = stance.mode;
  for (const claims::Evidence& one : stance.further) {
    EvidenceRow of{one.source, one.speaker, one.mode};
    if (of != EvidenceRow{}) row.further.push_back(std::move(of));
  }
  row.earliest = day_number(stance.held.earliest());
  row.latest = day_number(stance.held.latest());
  if (std::string text = claims::to_string(stance.held);
      text != claims::to_string(stance.held.earliest())) {
    row.held_text = std::move(text);
  }
  row.until = last_day(stance.until);
  if (stance.until) row.until_first = day_number(stance.until->earliest());
  row.checked = last_day(stance.through ? stance.through : stance.held);
  row.review_by = last_day(stance.review_by);
  row.retracts = !stance.retracts.empty();
  row.repeats = !stance.repeats.empty();
  row.sets_aside = claims::set_aside_by(stance);
  // Whoever asks about the claim is told of what takes no place, too. Few records may be such.
  if (stance.until || row.retracts) row.errors |= !claims::check_places({stance}).empty();
  claims::each_voice(stance, [&](claims::Voice, const std::string& who) {
    if (claims::id_problem(who).empty()) row.voices.push_back(who);
  });
}

void fill(Row& row, const claims::Actor& actor) {
  for (const std::string& alias : actor.aliases) {
    if (claims::id_problem(alias).empty()) row.former.push_back(alias);
  }
}

void fill(Row& row, const claims::Source& source) {
  for (const std::string& id : source.aliases) row.former.emplace_back(claims::last_part(id));
  for (const claims::CapturedFile& file : claims::captured_files(source)) {
    if (!file.key.ends_with("original")) row.captures.push_back(file.file);
  }
}

template <class Record>
void take(Row& row, const claims::Decoded<Record>& decoded) {
  row.errors = claims::has_errors(decoded.problems);
  if (!decoded.record) return;
  fill(row, *decoded.record);
  row.text = claims::full_text(*decoded.record);
}

}  // namespace

std::optional<claims::Date> Row::held() const {
  if (!earliest || !latest) return std::nullopt;
  return held_of(*earliest, held_text);
}

claims::Date held_of(std::int64_t earliest, std::string_view held_text) {
  const claims::Date first{claims::Day{std::chrono::days{earliest}}};
  return held_text.empty() ? first : claims::parse_date(held_text).date.value_or(first);
}

std::optional<Row> row_at(std::string_view path) {
  Row row;
  const std::size_t slash = path.rfind('/');
  if (slash == path.npos) return std::nullopt;
  row.folder = path.substr(0, slash);
  row.name = path.substr(slash + 1);
  const std::optional<claims::RecordRef> record = claims::record_at(path);
  if (!record) {
    if (!path.starts_with("sources/") || !may_be_text(row.name)) return std::nullopt;
    row.kind = RowKind::capture;
    return row;
  }
  row.name.erase(row.name.size() - kToml.size());
  switch (record->kind) {
    case RecordKind::claim:
      row.kind = RowKind::claim;
      row.name = claims::last_part(record->id);
      break;
    case RecordKind::stance:
      row.kind = RowKind::stance;
      break;
    case RecordKind::actor:
      row.kind = RowKind::actor;
      break;
    case RecordKind::source:
      row.kind = RowKind::source;
      break;
    case RecordKind::review:
      row.kind = RowKind::review;
      break;
  }
  return row;
}

std::string path_of(const Row& row) {
  switch (row.kind) {
    case RowKind::claim:
      return row.folder + "/claim.toml";
    case RowKind::capture:
      return row.folder + "/" + row.name;
    default:
      return row.folder + "/" + row.name + ".toml";
  }
}

void read_row(Row& row, std::string_view contents) {
  const std::string path = path_of(row);
  switch (row.kind) {
    case RowKind::claim:
      return take(row, claims::decode_claim(contents, path));
    case RowKind::stance:
      return take(row, claims::decode_stance(contents, path));
    case RowKind::actor:
      return take(row, claims::decode_actor(contents, path));
    case RowKind::source:
      return take(row, claims::decode_source(contents, path));
    case RowKind::review:
      return;
    case RowKind::capture:
      if (contents.size() <= kLargestCapture && contents.find('\0') == contents.npos) {
        row.capture = contents;
      }
      return;
  }
}

void put_positions(const std::vector<Row*>& stances, const claims::Vocabulary& words) {
  std::vector<claims::Stance> records;
  std::vector<Row*> of;
  records.reserve(stances.size());
  for (Row* row : stances) {
    row->from.reset();
    row->to.reset();
    const std::optional<claims::Date> held = row->held();
    if (!held) continue;
    claims::Stance stance;
    stance.name = row->name;
    stance.holder = row->holder;
    stance.position = row->position;
    stance.source = row->source;
    stance.held = *held;
    if (row->until && row->until_first) {
      stance.until = claims::Date::between(claims::Day{std::chrono::days{*row->until_first}},
                                           claims::Day{std::chrono::days{*row->until}});
    }
    if (row->repeats) stance.repeats = "1";  // whatever it repeats: a check is on no line
    (row->retracts ? stance.retracts : stance.corrects) = row->sets_aside;
    // It corrects and retracts, which is an error: it sets nothing aside, and is on no line.
    if (row->retracts && row->sets_aside.empty()) stance.retracts = "1";
    records.push_back(std::move(stance));
    of.push_back(row);
  }
  const claims::Lines lines(records, words);
  for (const claims::Line& line : lines.all()) {
    const claims::LineDays days(line);
    for (std::size_t span = 0; span < days.size(); ++span) {
      for (const claims::LineDays::Candidate& one : days.candidates(span)) {
        if (one.record == claims::LineDays::Candidate::kNoRecord) continue;
        const claims::Stance* stance = line.records[one.record].stance;
        Row& row = *of[static_cast<std::size_t>(stance - records.data())];
        if (!row.from) row.from = day_number(days.from(span));
        row.to = span + 1 < days.size() ? day_number(days.from(span + 1)) : kForGood;
      }
    }
  }
}

}  // namespace aver::store
