// SPDX-License-Identifier: MIT
//
// How rows are judged; import_write.cpp has how they come into the store, and what is told.
#include "cli/exchange/importing.h"

#include <unistd.h>

#include <algorithm>
#include <utility>

#include "claims/check/check.h"
#include "claims/exchange/update.h"
#include "claims/records/formats.h"
#include "claims/records/people.h"
#include "claims/text/lines.h"
#include "claims/text/similar.h"
#include "cli/exchange/import_people.h"
#include "cli/exchange/temporary_folder.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "store/clock.h"

namespace aver::cli {
namespace {

using claims::Diagnostic;
using claims::RecordKind;
using store::Fault;
using store::StoreError;

class KnownSoFar : public claims::Known {
 public:
  KnownSoFar(const std::function<bool(const std::string&)>& has, const store::View& tip,
             ImportActors& actors)
      : has_(has), tip_(tip), actors_(actors) {}
  bool has(const claims::RecordRef& record) const override { return has_(claims::path_of(record)); }
  std::string actor_of(const std::string& id) const override {
    return has({RecordKind::actor, id}) ? id : tip_.actor_of(id);
  }
  std::vector<std::string> called(const std::string& words) const override {
    return actors_.names().called(words);
  }

 private:
  const std::function<bool(const std::string&)>& has_;
  const store::KnownIn tip_;
  ImportActors& actors_;
};

}  // namespace

Import::Import(Session& session, const ImportWords& words, std::string marker)
    : session_(session),
      words_(words),
      marker_(std::move(marker)),
      bulk_(words.dry_run ? nullptr : std::make_unique<store::Bulk>(session.store())),
      tip_(session.store().view()),
      vocabulary_(tip_.vocabulary()),
      format_(tip_.settings().format),
      actors_(tip_),
      seen_(session.store(), tip_) {
  if (words_.commit_every && *words_.commit_every < 1) {
    throw StoreError(Fault::usage, "--commit-every takes a number from 1 on");
  }
  if (words_.rejects && !words_.skip_bad) {
    throw StoreError(Fault::usage, "--rejects goes with --skip-bad", {},
                     "without it nothing comes in where anything is bad");
  }
  if (words_.unknown == "ask" && isatty(STDIN_FILENO) == 0) {
    throw StoreError(Fault::usage, "--unknown ask asks on a terminal, and this is none", {},
                     "--unknown create, or --unknown refuse");
  }
  if (words_.rejects && !words_.dry_run) {
    rejects_ = std::make_unique<Rejects>(*words_.rejects, session_.user_path(*words_.rejects));
  }
  empty_ =
      tip_.list("claims").empty() && tip_.list("actors").empty() && tip_.list("sources").empty();
  const bool clock_runs =
      !empty_ || (!tip_.commit().empty() && store::clock_has_begun(session.store(), tip_.commit()));
  if (clock_runs) first_recorded_ = !std::exchange(marker_, "").empty();
  spool_ = std::make_unique<Spool>(words.dry_run ? temporary_folder()
                                                 : session.store().private_dir().string());
}

void Import::begin(std::string file, std::string header) {
  file_ = std::move(file);
  files_.push_back(file_);
  if (rejects_) rejects_->begin(std::move(header));
}

template <class Record>
void Import::judge(claims::Decoded<Record>&& decoded, const Incoming& from, Judged& to) {
  const std::function<bool(const std::string&)> is_known = [this](const std::string& path) {
    return has(path);
  };
  const KnownSoFar known(is_known, tip_, actors_);
  if constexpr (std::is_same_v<Record, claims::Stance>) {
    to.problems = claims::check(decoded, vocabulary_, known);
  } else if constexpr (std::is_same_v<Record, claims::Review>) {
    to.problems = claims::check(decoded);
  } else {
    to.problems = claims::check(decoded, known);
  }
  if (!decoded.record) return;
  const Record& record = *decoded.record;
  for (Diagnostic& problem : to.problems) {
    const bool is_voice = problem.rule == claims::Rule::reference_speaker ||
                          problem.rule == claims::Rule::reference_via;
    if (is_voice && !problem.missing) problem.hint = "write the id of the one that is meant";
    if (problem.missing) to.waiting.push_back(std::move(problem));
  }
  std::erase_if(to.problems, [](const Diagnostic& problem) { return problem.missing.has_value(); });
  if constexpr (std::is_same_v<Record, claims::Stance>) {
    if (!has(claims::claim_path(record.claim))) {
      to.waiting.push_back({claims::Severity::error, claims::Rule::claim_missing, "",
                            decoded.places.of("holder"),
                            "there is no claim " + claims::quoted(record.claim) + " in this store",
                            "aver add " + record.claim + " \"TEXT\"",
                            claims::RecordRef{RecordKind::claim, record.claim}});
    }
  }
  if (from.bytes.empty()) {
    to.bytes = claims::encode(record);
    to.table = from.table;
  } else {
    to.bytes = from.bytes;
    to.table = claims::table_of(record);
  }
  constexpr std::size_t kLargest = std::size_t{1} << 20;  // FORMAT.md, "Limits"
  if (to.bytes.size() > kLargest) {
    to.problems.push_back({claims::Severity::error,
                           claims::Rule::toml_size,
                           "",
                           {1, 1},
                           "the record would be larger than 1 MiB",
                           ""});
  }
}

// Only a store without records takes over the vocabulary of the input.
void Import::judge_settings(const Incoming& from, Judged& to) {
  const claims::Decoded<claims::Settings> decoded = claims::decode_settings(from.bytes);
  to.problems = decoded.problems;
  if (!decoded.record || has_errors(to.problems)) return;
  if (empty_ || words_.update) vocabulary_ = decoded.record->vocabulary;
}

void Import::judge(const Incoming& from, Judged& to) {
  to.path = from.path;
  to.exact = from.exact;
  to.mode = from.mode;
  to.is_record = from.kind.has_value();
  if (!from.kind) {
    to.bytes = from.bytes;
    if (from.path == "aver.toml") judge_settings(from, to);
    return;
  }
  to.kind = *from.kind;
  const bool text = !from.bytes.empty();
  switch (*from.kind) {
    case RecordKind::claim:
      return judge(text ? claims::decode_claim(from.bytes, from.path)
                        : claims::claim_of(from.table, from.path),
                   from, to);
    case RecordKind::stance:
      return judge(text ? claims::decode_stance(from.bytes, from.path)
                        : claims::stance_of(from.table, from.path),
                   from, to);
    case RecordKind::actor:
      return judge(text ? claims::decode_actor(from.bytes, from.path)
                        : claims::actor_of(from.table, from.path),
                   from, to);
    case RecordKind::source:
      return judge(text ? claims::decode_source(from.bytes, from.path)
                        : claims::source_of(from.table, from.path),
                   from, to);
    case RecordKind::review:
      return judge(text ? claims::decode_review(from.bytes, from.path)
                        : claims::review_of(from.table, from.path),
                   from, to);
  }
}

// Adds the record that a path stands for.
bool Import::create_unknown(const std::string& path) {
  const std::optional<claims::RecordRef> record = claims::record_at(path);
  std::string bytes = record ? bytes_of_unknown(*record) : "";
  if (bytes.empty()) return false;
  seen_.make(path, ImportFileTable::content_of(bytes), 0);
  created_.emplace(path, std::move(bytes));
  ++counts_.made[static_cast<std::size_t>(record->kind)];
  return true;
}

std::string Import::ask_unknown(RecordKind kind, const std::string& id, unsigned line) {
  std::vector<std::string> near = claims::nearest(id, tip_.ids(kind));
  std::string question = "there is no " + std::string(to_string(kind)) + " " + claims::quoted(id) +
                         " (" + safe_line(file_) + ":" + std::to_string(line) + ")";
  for (std::size_t i = 0; i < near.size(); ++i) question += (i == 0 ? "; near: " : ", ") + near[i];
  while (true) {
    session_.out.talk(question + "\n[c]reate it, [r]efuse it, or the id of another: ");
    std::string answer;
    char c = '\0';
    while (::read(STDIN_FILENO, &c, 1) == 1 && c != '\n') answer += c;
    if (c != '\n' || answer == "r") return "";
    if (answer == "c") return id;
    if (claims::id_problem(answer).empty() && seen_.has(claims::path_of({kind, answer}))) {
      return answer;
    }
    question = "there is no " + claims::quoted(safe_line(answer));
  }
}

// Speakers and reporters that mean one actor of the store by a name are that actor; others stay as
// they are, also behind "=". True where one was replaced.
bool Import::find_voices(claims::toml::Value& value) {
  if (auto* list = std::get_if<claims::toml::Array>(&value.data)) {
    bool changed = false;
    for (claims::toml::Value& one : *list) changed |= find_voices(one);
    return changed;
  }
  std::string* who = std::get_if<std::string>(&value.data);
  if (who == nullptr) return false;
  if (who->starts_with('=')) {
    who->erase(0, 1);
    return true;
  }
  if (claims::id_problem(*who).empty() && tip_.actor_of(*who) != *who) {
    *who = tip_.actor_of(*who);
    return true;
  }
  std::string actor = actors_.names().meant_by(*who);
  if (actor.empty() || actor == *who) return false;
  *who = std::move(actor);
  return true;
}

// Resolves holders and sources that the store has under another id, adds unknown ones, or asks
// about them. True where an id was replaced.
bool Import::find_unknown(claims::toml::Table& table, unsigned line) {
  bool changed = false;
  for (claims::toml::Entry& entry : table) {
    if (auto* further = std::get_if<claims::toml::Array>(&entry.value.data);
        further != nullptr && entry.key == "evidence") {
      for (claims::toml::Value& one : *further) {
        if (auto* evidence = std::get_if<claims::toml::Table>(&one.data))
          changed |= find_unknown(*evidence, line);
      }
    }
    if (entry.key == "speaker" || entry.key == "via") changed |= find_voices(entry.value);
    if (entry.key != "holder" && entry.key != "source") continue;
    std::string* id = std::get_if<std::string>(&entry.value.data);
    if (id == nullptr || !claims::id_problem(*id).empty()) continue;
    const RecordKind kind = entry.key == "holder" ? RecordKind::actor : RecordKind::source;
    const std::string path = claims::path_of({kind, *id});
    if (has(path)) continue;
    if (kind == RecordKind::actor) {
      if (const std::string& actor = tip_.actor_of(*id); actor != *id) {
        *id = actor;
        changed = true;
        continue;
      }
      if (std::string actor = actors_.meant_by(*id); !actor.empty()) {
        *id = std::move(actor);
        changed = true;
        continue;
      }
    }
    if (words_.unknown == "create") {
      create_unknown(path);
    } else if (words_.unknown == "ask" && asked_.insert(path).second) {
      const std::string answer = ask_unknown(kind, *id, line);
      if (answer == *id) {
        create_unknown(path);
      } else if (!answer.empty()) {
        actors_.mean(*id, answer);
        *id = answer;
        changed = true;
      }
    }
  }
  return changed;
}

namespace {

// A write brings the line ends that git would add.
bool is_same_but_for_line_ends(const std::string& there, const std::string& came) {
  std::string lines;
  for (std::size_t i = 0; i < came.size(); ++i) {
    const bool ends_line = came[i] == '\r' && i + 1 < came.size() && came[i + 1] == '\n';
    if (!ends_line) lines += came[i];
  }
  return lines == there;
}

}  // namespace

bool Import::has_another_mode(const Judged& judged) const {
  if (!judged.mode) return false;
  const std::optional<store::FileEntry> file = tip_.file(judged.path);
  return file && file->mode != *judged.mode;
}

// The store's record is the one that came in; or says, besides others, all that came in.
bool Import::is_equal(const Judged& judged, const ImportFileTable::File& there) {
  if (has_another_mode(judged)) return false;
  if (there.content == ImportFileTable::content_of_blob(store::Bulk::blob_id_of(judged.bytes)))
    return true;
  const std::optional<std::string> text = tip_.read(judged.path);
  if (!text) return false;
  // A capture is its bytes.
  if (!judged.is_record) {
    return !judged.path.starts_with("sources/") && is_same_but_for_line_ends(*text, judged.bytes);
  }
  const claims::toml::Table table = claims::table_of_text(*text, judged.kind, judged.path);
  if (judged.exact) return table == judged.table || is_same_stance(judged, table);
  return keys_not_said(judged, table).empty();
}

std::string Import::who_is_meant(const std::string& who) {
  if (claims::id_problem(who).empty()) {
    if (std::string actor = store::KnownIn(tip_).actor_of(who); !actor.empty()) return actor;
  }
  const std::string actor = actors_.names().meant_by(who);
  return actor.empty() ? who : actor;
}

bool Import::is_same_stance(const Judged& judged, const claims::toml::Table& there) {
  if (judged.kind != RecordKind::stance) return false;
  const auto by_meaning = [&](const claims::toml::Table& table) {
    auto stance = claims::stance_of(table, judged.path).record;
    if (!stance) return stance;
    claims::replace_people(*stance, [&](const std::string& who) { return who_is_meant(who); });
    return stance;
  };
  const auto came = by_meaning(judged.table);
  return came && came == by_meaning(there);
}

// The keys of what came in that the store's record does not say, whoever is named in which way.
std::vector<std::string> Import::keys_not_said(const Judged& judged,
                                               const claims::toml::Table& there) {
  std::vector<std::string> keys = claims::keys_not_said(there, judged.table);
  if (keys.empty() || judged.kind != RecordKind::stance) return keys;
  const WhoIsMeant meant = [this](const std::string& who) { return who_is_meant(who); };
  return claims::keys_not_said(with_people(there, meant), with_people(judged.table, meant));
}

// What an update writes: those keys alone, so that what says the same stays as it is written.
claims::toml::Table Import::said_otherwise(const Judged& judged, const claims::toml::Table& there) {
  const std::vector<std::string> keys = keys_not_said(judged, there);
  claims::toml::Table values = judged.table;
  std::erase_if(values, [&](const claims::toml::Entry& entry) {
    return std::find(keys.begin(), keys.end(), entry.key) == keys.end();
  });
  if (judged.kind != RecordKind::stance) return values;
  return spelled_as_in(there, std::move(values),
                       [this](const std::string& who) { return who_is_meant(who); });
}

void Import::conflict(const Judged& judged, unsigned line) {
  ++counts_.conflicts;
  constexpr std::size_t kShown = 10;
  if (conflicts_.size() >= kShown) return;
  std::string keys;
  if (has_another_mode(judged)) {
    keys = *judged.mode == store::FileMode::executable ? ": it is executable there"
                                                       : ": it is not executable there";
  } else if (judged.is_record) {
    const claims::toml::Table there =
        claims::table_of_text(tip_.read(judged.path).value_or(""), judged.kind, judged.path);
    for (const std::string& key : keys_not_said(judged, there)) {
      keys += (keys.empty() ? ": " : ", ") + key;
    }
  }
  conflicts_.push_back(judged.path + " has another content than " + file_ + ":" +
                       std::to_string(line) + " gives it" + keys);
}

Fate Import::against_store(Judged& judged, ImportFileTable::File& there, unsigned line) {
  const bool first = !std::exchange(there.met, true);
  if (is_equal(judged, there)) return first ? Fate::there : Fate::again;
  if (!first && !words_.update) return Fate::again;  // told already
  const bool fresh = judged.path == "aver.toml" && empty_;
  if (!words_.update && !fresh) {
    conflict(judged, line);
    return Fate::conflict;
  }
  if (!judged.exact && judged.is_record) {
    const std::string text = tip_.read(judged.path).value_or("");
    const auto table = claims::table_of_text(text, judged.kind, judged.path);
    judged.bytes =
        claims::with_values(text, said_otherwise(judged, table), judged.kind, judged.path);
  }
  seen_.make(judged.path, ImportFileTable::content_of(judged.bytes), line);
  return Fate::updated;
}

// The record that differs from the incoming one in the fewest keys; the first of equals.
std::string Import::likest(const Judged& judged, const std::vector<std::string>& paths) {
  if (paths.size() == 1) return paths.front();
  std::string best;
  std::size_t fewest = SIZE_MAX;
  for (const std::string& path : paths) {
    const claims::toml::Table there =
        claims::table_of_text(tip_.read(path).value_or(""), judged.kind, path);
    const std::size_t differ = keys_not_said(judged, there).size();
    if (differ >= fewest) continue;
    fewest = differ;
    best = path;
  }
  return best;
}

Fate Import::settle_stance(Judged& judged, unsigned line) {
  const std::uint64_t content = ImportFileTable::content_of(judged.bytes);
  // Of an actor that others were merged into, records may lie under the names of those.
  std::vector<std::string> former;
  if (const auto stance = claims::stance_of(judged.table, judged.path); stance.record) {
    const claims::Stance& one = *stance.record;
    for (const std::string& id : tip_.ids_of_actor(one.holder)) {
      if (id == one.holder) continue;
      former.push_back(claims::stance_path(one.claim, claims::stance_name(one.held, id)));
    }
  }
  StancePlace place = place_of_stance(
      {judged.path, judged.written, std::move(former)}, content,
      [&](const std::string& path) { return seen_.find(path); },
      [&](const std::string& path, const ImportFileTable::File& there) {
        judged.path = path;
        return is_equal(judged, there);
      });
  judged.path = std::move(place.path);
  switch (place.fate) {
    case Fate::made:
      seen_.make(judged.path, content, line);
      break;
    case Fate::again:
      ++counts_.repeated;
      break;
    case Fate::conflict:
      judged.path = likest(judged, place.others);
      return against_store(judged, *seen_.find(judged.path), line);
    default:
      break;
  }
  return place.fate;
}

Fate Import::settle(Judged& judged, unsigned line) {
  if (judged.is_record && judged.kind == RecordKind::stance && !judged.exact) {
    return settle_stance(judged, line);
  }
  ImportFileTable::File* there = seen_.find(judged.path);
  const std::uint64_t content = ImportFileTable::content_of(judged.bytes);
  if (there == nullptr && judged.is_record && judged.kind == RecordKind::actor) {
    const claims::RecordRef actor = *claims::record_at(judged.path);
    if (const std::string& now = tip_.actor_of(actor.id); now != actor.id) {
      judged.problems.push_back({claims::Severity::error,
                                 claims::Rule::alias_taken,
                                 "",
                                 {1, 1},
                                 "\"" + actor.id + "\" leads to " + now +
                                     ": what the store has under that id would mean another actor",
                                 "aver show " + now});
      return Fate::bad;
    }
  }
  if (there == nullptr) {
    seen_.make(judged.path, content, line);
    return Fate::made;
  }
  if (there->what == ImportFileTable::What::in_store) return against_store(judged, *there, line);
  if (there->content == content) return Fate::again;
  const std::string where =
      there->line == 0 ? "--unknown create" : "line " + std::to_string(there->line);
  judged.problems.push_back({claims::Severity::error,
                             claims::InputRule::import_twice,
                             "",
                             {1, 1},
                             judged.path + " has another content by " + where,
                             "two things have become one id: give them different ones"});
  return Fate::bad;
}

bool Import::has(const std::string& path) {
  return std::find(row_paths_.begin(), row_paths_.end(), path) != row_paths_.end() ||
         seen_.has(path);
}

Diagnostic Import::placed(Diagnostic problem, const ImportRow& row,
                          const Incoming& incoming) const {
  if (problem.place <= claims::Place{1, 1} && incoming.kind && !incoming.exact) {
    problem.sentence = std::string(to_string(*incoming.kind)) + ": " + problem.sentence;
  }
  problem.file = file_;
  problem.place = row.place ? row.place(problem.place, problem.file) : claims::Place{row.line, 1};
  return problem;
}

// The format that the store must have once the record is in it.
void Import::need_format_of(const Judged& judged) {
  if (!judged.is_record || format_ == claims::kFormatVersion) return;
  for (const claims::NewInFormat& one : claims::newer_than(format_, judged.table, judged.kind)) {
    format_ = std::max(format_, one.format);
  }
}

// Only of a stance that comes in: what is there already stays as it is, and an import that is run
// again finds it so.
void Import::set_first_recorded(Judged& judged, std::int64_t day) const {
  if (!first_recorded_ || !judged.is_record || judged.kind != RecordKind::stance) return;
  if (claims::toml::find(judged.table, "first_recorded") != nullptr) return;
  judged.table.push_back({"first_recorded",
                          claims::toml::value_of(claims::Date{claims::Day{std::chrono::days{day}}}),
                          {}});
  const auto stance = claims::stance_of(judged.table, judged.path);
  if (stance.record) judged.bytes = claims::encode(*stance.record);
}

// Compares the row's records, each good by itself, with the store and the earlier rows, and puts
// those to be written into `judged`. Returns false, with nothing changed, where one of them cannot
// be taken.
bool Import::settle_all(ImportRow& row, std::vector<Judged>& judged) {
  const Counts before = counts_;
  std::vector<std::string> made;
  std::vector<std::pair<std::string, ImportFileTable::File>> updated;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < judged.size(); ++i) {
    Judged& one = judged[i];
    const ImportFileTable::File* const there =
        one.exact || !one.is_record || one.kind != RecordKind::stance ? seen_.find(one.path)
                                                                      : nullptr;
    const ImportFileTable::File was = there == nullptr ? ImportFileTable::File{} : *there;
    const std::size_t said = one.problems.size();
    switch (settle(one, row.line)) {
      case Fate::made:
        set_first_recorded(one, row.day);
        need_format_of(one);
        made.push_back(one.path);
        ++(one.is_record ? counts_.made[static_cast<std::size_t>(one.kind)] : counts_.files);
        break;
      case Fate::updated:
        need_format_of(one);
        if (was.key != 0) updated.emplace_back(one.path, was);
        ++counts_.updated;
        break;
      case Fate::there:
        ++counts_.there;
        continue;
      case Fate::again:
      case Fate::conflict:
        continue;
      case Fate::bad:
        for (std::size_t p = said; p < one.problems.size(); ++p) {
          tell(placed(one.problems[p], row, row.records[i]));
        }
        for (const std::string& path : made) seen_.drop(path);
        for (const auto& [path, file] : updated) seen_.put_back(path, file);
        counts_ = before;
        return false;
    }
    if (kept != i) judged[kept] = std::move(one);
    ++kept;
  }
  judged.resize(kept);
  return true;
}

bool Import::take(ImportRow& row) {
  ++counts_.rows;
  progress("rows read", counts_.rows);
  std::vector<Judged> judged;
  judged.reserve(row.records.size());
  std::vector<std::pair<std::string, Diagnostic>> wanted;
  bool good = true;
  const auto note = [&](Diagnostic problem) {
    good = good && problem.severity != claims::Severity::error;
    if (problem.file.empty()) problem.file = file_;
    tell(std::move(problem));
  };
  for (Diagnostic& problem : row.problems) note(std::move(problem));
  if (!good) row.records.clear();
  row_paths_.clear();
  for (const Incoming& incoming : row.records) row_paths_.push_back(incoming.path);
  for (Incoming& incoming : row.records) {
    const std::string written = incoming.path;
    if (incoming.kind == RecordKind::stance && !incoming.exact &&
        find_unknown(incoming.table, row.line)) {
      // The name goes by the holder.
      const auto named = claims::stance_of(incoming.table, incoming.path);
      if (named.record) {
        const claims::Stance& stance = *named.record;
        incoming.path =
            claims::stance_path(stance.claim, claims::stance_name(stance.held, stance.holder));
      }
    }
    Judged& one = judged.emplace_back();
    one.written = written;
    judge(incoming, one);
    for (const Diagnostic& problem : one.problems) {
      note(placed(problem, row, incoming));
    }
    for (const Diagnostic& problem : one.waiting) {
      if (problem.severity == claims::Severity::note) continue;
      wanted.emplace_back(claims::path_of(*problem.missing), placed(problem, row, incoming));
    }
  }
  row_paths_.clear();
  if (!good || !settle_all(row, judged)) {
    ++counts_.bad_rows;
    if (rejects_) rejects_->add(row.raw);
    return false;
  }
  for (auto& [path, problem] : wanted) {
    const bool may_be_missing = problem.severity != claims::Severity::error;
    Wanted& one = (may_be_missing ? missed_ : wanted_)[path];
    if (one.rows.empty()) one.problem = std::move(problem);
    one.rows.push_back(counts_.rows);
    if (rejects_ && !may_be_missing) one.raw.emplace_back(row.raw);
  }
  if (!marker_.empty() && !judged.empty()) days_.emplace_back(row.day, spool_->position());
  for (const Judged& one : judged) {
    if (one.is_record && one.kind == RecordKind::actor) {
      if (const auto actor = claims::decode_actor(one.bytes, one.path); actor.record) {
        for (const std::string& alias : actor.record->aliases)
          former_actors_[alias].insert(actor.record->id);
      }
    }
    spool_->add(counts_.rows, row.day, one.path, one.bytes, one.mode);
    if (!wanted_.empty()) wanted_.erase(one.path);
  }
  return true;
}

void Import::refuse(Diagnostic problem) {
  if (problem.file.empty()) problem.file = file_;
  refused_ = refused_ || problem.severity == claims::Severity::error;
  tell(std::move(problem));
}

// Whether one actor is meant by the id that none has: by its aliases, in the store or as it came.
bool Import::leads_to_an_actor(const claims::RecordRef& record) const {
  if (record.kind != RecordKind::actor) return false;
  std::set<std::string> whose;
  if (const auto came = former_actors_.find(record.id); came != former_actors_.end())
    whose = came->second;
  if (const std::string& actor = tip_.actor_of(record.id); actor != record.id) whose.insert(actor);
  return whose.size() == 1;
}

// Reports the references to records that never came.
void Import::settle_wanted() {
  const auto in_all_its_rows = [](Wanted& one) {
    Diagnostic problem = std::move(one.problem);
    if (one.rows.size() > 1)
      problem.sentence += " (" + counted(one.rows.size(), "row", "rows") + ")";
    return problem;
  };
  for (auto& [path, one] : wanted_) {
    const std::optional<claims::RecordRef> record = claims::record_at(path);
    if (record && leads_to_an_actor(*record)) continue;
    if (words_.unknown == "create" && create_unknown(path)) continue;
    Diagnostic problem = in_all_its_rows(one);
    if (record && record->kind != RecordKind::stance) {
      const std::vector<std::string> near = claims::nearest(record->id, tip_.ids(record->kind), 3);
      std::string guess;
      for (std::size_t i = 0; i < near.size(); ++i) {
        guess += (i == 0 ? "" : i + 1 == near.size() ? " or " : ", ") + near[i];
      }
      if (!guess.empty()) problem.hint = "did you mean " + guess + "?";
      if (record->kind != RecordKind::claim) {
        problem.hint += (guess.empty() ? ", or --unknown create" : " Otherwise: --unknown create");
      }
    }
    tell(std::move(problem));
    for (std::size_t i = 0; i < one.rows.size(); ++i) {
      if (!bad_.insert(one.rows[i]).second) continue;
      ++counts_.bad_rows;
      if (i < one.raw.size()) rejects_->add(one.raw[i]);
    }
  }
  wanted_.clear();
  // What may be missing stays away by itself: nothing is made of it.
  for (auto& [path, one] : missed_) {
    const std::optional<claims::RecordRef> record = claims::record_at(path);
    if (!seen_.has(path) && !(record && leads_to_an_actor(*record))) tell(in_all_its_rows(one));
  }
  missed_.clear();
}

void Import::tell(Diagnostic problem) {
  constexpr std::uint64_t kShown = 20;
  if (problem.severity == claims::Severity::note) return;
  const bool error = problem.severity == claims::Severity::error;
  std::uint64_t& count = error ? errors_ : warnings_;
  if (++count > kShown) return;
  report({std::move(problem)}, session_.out);
}

}  // namespace aver::cli
