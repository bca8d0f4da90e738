// SPDX-License-Identifier: MIT
//
// Fills a stance from the words of a command, finds its quote, names its file and judges it; names
// and quotes are looked up anew on each tip, as the commit may be tried again.
#include "cli/record/stance_draft.h"

#include <algorithm>
#include <iterator>

#include "claims/positions/changes.h"
#include "claims/text/paths.h"
#include "cli/names/key_words.h"
#include "cli/names/names.h"
#include "cli/names/spokesmen.h"
#include "cli/record/save.h"
#include "cli/render/text/text.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using claims::Stance;
using store::Fault;
using store::StoreError;
using store::View;

constexpr std::string_view kEvidence = "evidence";  // the key

// "kem-yarr-olin" -> "Kem Yarr Olin": a name to begin with, for --create.
std::string name_from_id(const std::string& id) {
  std::string name(claims::last_part(id));
  bool first = true;
  for (char& c : name) {
    if (first && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    first = c == '-';
    if (first) c = ' ';
  }
  return name;
}

// The mode that the evidence suggests; empty where it suggests none.
std::string likely_mode(const Stance& stance) {
  if (!stance.via.empty()) return "attributed";
  if (!stance.quote.empty()) return "direct";
  if (!stance.source.empty() && !stance.summary.empty()) return "paraphrase";
  return "";
}

const claims::Line* line_of(const claims::Lines& lines, const Stance& stance) {
  for (const claims::Line& line : lines.all()) {
    for (const claims::LineRecord& record : line.records) {
      if (record.stance == &stance) return &line;
    }
  }
  return nullptr;
}

// A day on which all records of the line have begun.
claims::Day last_day(const claims::Line& line) {
  claims::Day last = line.records.front().stance->held.latest();
  for (const claims::LineRecord& record : line.records)
    last = std::max(last, record.stance->held.latest());
  return last;
}

// The first step that leads to the stance; nothing where it never comes into force.
std::optional<claims::Step> step_of(const std::vector<claims::Step>& steps, const Stance& stance) {
  for (const claims::Step& step : steps) {
    for (const claims::Possible& one : step.after) {
      if (std::find(one.stances.begin(), one.stances.end(), &stance) != one.stances.end())
        return step;
    }
  }
  return std::nullopt;
}

// Another record of the line that may have begun on the stance's day, or before it; null where
// there is none.
const Stance* began_with(const claims::Line& line, const Stance& stance) {
  for (const claims::LineRecord& record : line.records) {
    if (record.stance != &stance && record.stance->held.earliest() <= stance.held.latest())
      return record.stance;
  }
  return nullptr;
}

// The kind of change that the stance makes to the position in force on its day.
std::string description(const Stance& stance, const std::vector<Stance>& others,
                        const claims::Vocabulary& words, const Output& out) {
  if (!stance.retracts.empty()) {
    return "retracted " + safe_line(stance.claim + "/" + stance.retracts) + ": " +
           safe_line(stance.reason);
  }
  if (!stance.repeats.empty()) {
    std::string places;
    for (const std::string& place : stance.searched)
      places += (places.empty() ? ", searched " : ", ") + safe_line(place);
    if (!stance.source.empty()) places += ", source " + safe_line(stance.source);
    return "looked again: " + safe_line(stance.holder) + " still " +
           out.paint(style_of(words, stance.position), safe_line(stance.position)) + " on " +
           safe_line(stance.claim) + ", " + claims::to_string(stance.held) + places + "; repeats " +
           safe_line(stance.repeats);
  }
  std::string text = "recorded " + safe_line(stance.holder) + " " +
                     out.paint(style_of(words, stance.position), safe_line(stance.position)) +
                     " on " + safe_line(stance.claim) + ", held " + claims::to_string(stance.held);
  const auto target = std::find_if(others.begin(), others.end(), [&](const Stance& one) {
    return one.name == claims::set_aside_by(stance);
  });
  const bool ended =
      target != others.end() && claims::how_set_aside(*target, stance) == claims::Aside::ended;
  if (!stance.corrects.empty()) {
    text +=
        (ended ? ", ended " + claims::to_string(*stance.until) + ": replaces " : ": corrects ") +
        safe_line(stance.corrects);
  }
  std::vector<Stance> all = others;
  all.push_back(stance);
  const claims::Lines lines(all, words);
  const claims::Line* line = line_of(lines, all.back());
  if (line == nullptr) return text;
  const claims::LineDays days(*line);
  const auto step = step_of(claims::steps(*line, days, last_day(*line)), all.back());
  if (!stance.corrects.empty()) {
    // The holder has not moved.
  } else if (!step) {
    text += ": never in force, as " + std::string(words.canonical(stance.position)) +
            " gives way to other records of these days";
  } else if (const Stance* beside = began_with(*line, all.back());
             step->change == claims::Change::first && beside != nullptr) {
    const bool same_day = stance.held.exact() && beside->held.exact();
    text += ": beside " + safe_line(beside->name) + " (" +
            safe_line(std::string(words.canonical(beside->position))) + ") of " +
            (same_day ? "the same day" : "these days");
  } else if (step->change == claims::Change::first) {
    text += ": the first record of " + safe_line(stance.holder) + " here";
    const auto [begin, end] = lines.of(stance.holder);
    if (end - begin > 1) text += " on the scale " + safe_line(line->scale_name());
  } else if (step->change == claims::Change::undecided) {
    text += step->after.size() > 1 ? ": what is in force is not certain"
                                   : ": what was in force before is not certain";
  } else {
    text += ": " + std::string(to_string(step->change));
    if (step->left() != nullptr) {
      const Stance& last = *step->left();
      text += ", was " +
              out.paint(style_of(words, last.position), safe_line(step->before.front().word)) +
              " since " + claims::to_string(last.held);
    }
  }
  std::size_t later = 0;
  for (const claims::LineRecord& record : line->records) {
    later += record.stance->held.earliest() > stance.held.latest() ? 1 : 0;
  }
  if (later > 0) text += " (" + counted(later, "later stance stands", "later stances stand") + ")";
  return text;
}

std::string message_for(const Stance& stance) {
  if (!stance.retracts.empty()) {
    return "Retract " + stance.retracts + " on " + stance.claim + "\n\n" + stance.reason + "\n";
  }
  if (!stance.repeats.empty()) {
    return "Look again at " + stance.repeats + " on " + stance.claim + "\n\n" + stance.holder +
           " still " + stance.position + ", " + claims::to_string(stance.held) + "\n";
  }
  if (!stance.corrects.empty() && stance.reason == claims::kEnded && stance.until) {
    return "End " + stance.corrects + " on " + stance.claim + "\n\n" + stance.holder + " " +
           stance.position + " until " + claims::to_string(*stance.until) + "\n";
  }
  if (!stance.corrects.empty()) {
    return "Correct " + stance.corrects + " on " + stance.claim + "\n\nto " + stance.holder + " " +
           stance.position + ", held " + claims::to_string(stance.held) + "\n" + stance.reason +
           "\n";
  }
  return "Record " + stance.holder + " " + stance.position + " on " + stance.claim + "\n\nheld " +
         claims::to_string(stance.held) + "\n";
}

}  // namespace

void add_stance_words(std::vector<Word>& words, StanceWords& s) {
  const std::vector<Word> all = {
      option(
          "--held", "DATE", &s.held,
          "when it was held, also with a time: 2024-10-31T18:00:00+09:00 (default: when the source "
          "was "
          "published, else today)"),
      option("--until", "DATE", &s.until, "the last day it was held"),
      option("--through", "DATE", &s.through, "looked until then, and nothing had changed"),
      option("--searched", "WHERE", &s.searched, "where somebody looked; may be repeated"),
      option("--source", "SOURCE", &s.source, "where it stands"),
      option("--locator", "PLACE", &s.locator, "where in it: \"para 10\", \"p. 14\", \"01:23:45\""),
      option("--quote", "TEXT", &s.quote, "the words, exactly"),
      option("--quote-lang", "LANG", &s.quote_lang, "the quote's language: \"ko\""),
      option("--translation", "TEXT", &s.translation, "of the quote"),
      option("--summary", "TEXT", &s.summary, "what was said or done, in your words"),
      option("--speaker", "WHO", &s.speaker,
             "who said it, where that is not the holder: an actor, or plain words (\"=WORDS\" "
             "insists)"),
      option("--via", "WHO", &s.via, "who reports it, likewise; outermost first; may be repeated"),
      option("--mode", "MODE", &s.mode,
             "how it is known (default: from --via, --quote, --summary): direct, paraphrase, "
             "attributed, "
             "inferred, action, vote or document",
             words_of_key(RecordKind::stance, "mode")),
      option("--credibility", "1-6", &s.credibility,
             "1 confirmed, 5 improbable, 6 cannot be judged"),
      option("--likelihood", "WORD", &s.likelihood,
             "of a prediction: almost-no-chance … almost-certain",
             words_of_key(RecordKind::stance, "likelihood")),
      option("--rating", "LABEL", &s.rating, "a reviewer's own label, word for word"),
      option("--review-by", "DATE", &s.review_by, "when to look again"),
      option("--condition", "TEXT", &s.condition, "the \"if\" of a qualified position"),
      option("--note", "TEXT", &s.note, "anything else"),
      flag("--unverified", s.unverified,
           "record a quote that does not stand in the saved text of its source; that is shown"),
      flag("--create", s.create, "add an unknown holder or source on the way"),
  };
  words.insert(words.end(), all.begin(), all.end());
}

void add_evidence_words(std::vector<Word>& words, StanceWords& to) {
  std::vector<Word> all;
  add_stance_words(all, to);
  const auto is_of_evidence = [](const Word& word) {
    static const std::vector<claims::FieldInfo> keys = [] {
      for (const claims::FieldInfo& field : claims::fields(RecordKind::stance)) {
        if (field.key == kEvidence) return field.fields;
      }
      return std::vector<claims::FieldInfo>();
    }();
    std::string key = word.name.substr(2);
    std::replace(key.begin(), key.end(), '-', '_');
    return key == "create" || std::any_of(keys.begin(), keys.end(),
                                          [&](const auto& field) { return field.key == key; });
  };
  std::copy_if(all.begin(), all.end(), std::back_inserter(words), is_of_evidence);
}

std::string StanceDraft::actor(const std::string& typed, bool create) {
  try {
    return actor_named(tip, typed);
  } catch (const StoreError& error) {
    if (error.fault() != Fault::not_found || !create) throw;
  }
  const bool is_id = claims::id_problem(typed).empty();
  const std::string id = is_id ? typed : claims::slug(typed);
  new_actor(id, is_id ? name_from_id(id) : clean_text("the holder's name", typed, false));
  return id;
}

std::string StanceDraft::voice(const std::string& what, const std::string& given) {
  std::string text = clean_text(what, given, false);
  if (text.starts_with('=')) {
    text = clean_text(what, text.substr(1), false);
    if (known_.actor_of(text).empty()) return text;
    throw StoreError(Fault::usage,
                     what + " =" + text + ": written like this it is the actor " +
                         known_.actor_of(text) + ", not plain words",
                     {}, what + " " + text + ", or other words");
  }
  if (text.empty() || known_.has({RecordKind::actor, text})) return text;
  const NameLookup found = find_actor(tip, text);
  if (found.id) return *found.id;
  tell(what + " \"" + safe_line(text) + "\": no actor has this name, so it stands in plain words" +
       safe_line(did_you_mean(found.near)));
  return text;
}

void StanceDraft::offer_speakers(const Stance& stance) {
  constexpr std::size_t kFew = 3;
  if (stance.quote.empty() || !stance.speaker.empty() || !stance.via.empty()) return;
  const std::vector<Spokesman> all = speaking_for(tip, stance.holder, stance.held);
  if (all.empty() || all.size() > kFew) return;
  std::string line = "who said it? for " + safe_line(stance.holder) + " speak";
  if (all.size() == 1) line += "s";
  for (std::size_t i = 0; i < all.size(); ++i) {
    line += (i == 0                ? " "
             : i + 1 == all.size() ? " and "
                                   : ", ") +
            safe_line(all[i].actor) + " (" + safe_line(all[i].title) + ")";
  }
  tell(line + ": --speaker");
}

void StanceDraft::new_actor(const std::string& id, const std::string& name) {
  claims::Actor actor;
  actor.id = id;
  actor.name = name;
  require_good_id(actor.id);
  const claims::RecordRef record{RecordKind::actor, actor.id};
  if (known_.has(record)) return;
  actor.kind = actor.name.find(' ') == actor.name.npos ? "org" : "person";
  known_.add(record);
  edits_.push_back({claims::path_of(record), claims::encode(actor)});
  added_.push_back("added actor " + actor.id + ": \"" + actor.name + "\", kind " + actor.kind);
}

void StanceDraft::new_claim(const std::string& id, const std::string& text) {
  claims::Claim claim;
  claim.id = id;
  claim.text = clean_text("the claim", text, false);
  require_good_id(claim.id);
  const claims::RecordRef record{RecordKind::claim, claim.id};
  if (known_.has(record)) return;
  known_.add(record);
  edits_.push_back({claims::path_of(record), claims::encode(claim)});
  added_.push_back("added claim " + claim.id + ": " + claim.text);
}

std::string StanceDraft::source(const std::string& typed, bool create) {
  try {
    return source_named(tip, typed);
  } catch (const StoreError& error) {
    if (error.fault() != Fault::not_found || !create) throw;
  }
  claims::Source source;
  const bool is_id = claims::id_problem(typed).empty();
  const bool is_url = typed.find("://") != typed.npos;
  source.id =
      is_id ? typed : claims::to_string(session_.today()).substr(0, 4) + "/" + claims::slug(typed);
  require_good_id(source.id);
  require_free(tip, {RecordKind::source, source.id});
  source.title = is_url || is_id ? name_from_id(source.id) : clean_text("--source", typed, false);
  if (is_url) source.url = typed;
  const claims::RecordRef record{RecordKind::source, source.id};
  known_.add(record);
  edits_.push_back({claims::path_of(record), claims::encode(source)});
  added_.push_back("added source " + source.id + ": \"" + source.title + "\"");
  return source.id;
}

claims::Date StanceDraft::date(const std::string& option, const std::string& text,
                               const std::string& source_id, bool timed) {
  const claims::ParsedDate parsed = session_.parsed_date(text);
  if (timed && parsed.date) return *parsed.date;
  if (!parsed.from) return session_.date(option, text);
  // What a source tells of was so on the day it was published, or before.
  const auto record = tip.source(source_id);
  const bool dated = record && record->record && record->record->published;
  const std::string from = claims::to_string(*parsed.from);
  if (!dated) {
    throw StoreError(
        Fault::usage,
        option + " " + text + " ends on the day its source was published, and " +
            (source_id.empty() ? "there is no source" : source_id + " does not say when that was"),
        {}, option + " [" + from + ".." + claims::to_string(session_.today()) + "]");
  }
  const claims::Date published = *record->record->published;
  const claims::Date last =
      published.approximate() || published.bounded() ? claims::Date{published.latest()} : published;
  if (last.latest() < parsed.from->earliest()) {
    throw StoreError(Fault::usage,
                     option + " " + text + " begins after " + source_id + " was published, " +
                         claims::to_string(published),
                     {}, option + " " + claims::to_string(last));
  }
  return claims::Date::between(*parsed.from, last);
}

void StanceDraft::apply(const StanceWords& words, Stance& stance) {
  if (words.source) stance.source = source(*words.source, words.create);
  const auto dates = [&](const char* option, const std::optional<std::string>& given,
                         std::optional<claims::Date>& to) {
    if (given) to = date(option, *given, stance.source);
  };
  const auto text = [&](const char* option, const std::optional<std::string>& given,
                        std::string& to, bool lines) {
    if (given) to = clean_text(option, *given, lines);
  };
  if (words.held) stance.held = date("--held", *words.held, stance.source, true);
  dates("--until", words.until, stance.until);
  dates("--through", words.through, stance.through);
  dates("--review-by", words.review_by, stance.review_by);
  if (!words.searched.empty()) stance.searched.clear();
  for (const std::string& place : words.searched) {
    stance.searched.push_back(clean_text("--searched", place, false));
  }
  if (words.speaker) stance.speaker = voice("--speaker", *words.speaker);
  if (!words.via.empty()) stance.via.clear();
  for (const std::string& reporter : words.via) stance.via.push_back(voice("--via", reporter));
  text("--summary", words.summary, stance.summary, true);
  text("--quote", words.quote, stance.quote, true);
  text("--quote-lang", words.quote_lang, stance.quote_lang, false);
  text("--translation", words.translation, stance.translation, true);
  text("--locator", words.locator, stance.locator, false);
  text("--rating", words.rating, stance.rating, false);
  text("--condition", words.condition, stance.condition, true);
  text("--note", words.note, stance.note, true);
  if (words.quote || words.source) stance.unverified = false;
  if (words.unverified) stance.unverified = true;
  if (words.likelihood) stance.likelihood = *words.likelihood;
  if (words.credibility) stance.credibility = words.credibility;
  if (words.mode) {
    stance.mode = *words.mode;
  } else if (stance.mode.empty()) {
    stance.mode = likely_mode(stance);
  }
  if (tip.vocabulary().is_absence(stance.position) && !stance.through)
    stance.through = stance.held.without_time();
}

void StanceDraft::held_when_published(const StanceWords& words, Stance& stance) {
  if (words.held || stance.source.empty()) return;
  const auto source = tip.source(stance.source);
  if (!source || !source->record || !source->record->published) return;
  stance.held = source->record->published->without_time();
  tell("held " + claims::to_string(stance.held) + ", when " + safe_line(stance.source) +
       " was published (another day: --held)");
}

void StanceDraft::tell(const std::string& line) {
  told_.push_back(hanging(line, session_.out.width(), 2));
}

void StanceDraft::tell_command(const std::string& command) {
  told_.push_back("  " + safe_line(command) + "\n");
}

StanceDraft::StanceDraft(const store::View& view, Session& session)
    : tip(view),
      session_(session),
      known_(view),
      evidence_([this](const std::string& path) { return tip.read(path); }) {}

// The holder's stances on the claim; other files are not read.
std::vector<Stance>& StanceDraft::others(const Stance& stance) {
  const std::pair pair{stance.claim, stance.holder};
  const auto known = stances_.find(pair);
  if (known != stances_.end()) return known->second;
  std::optional<View::Folder> folder = tip.folder(stance.claim, stance.holder);
  if (!folder && known_.has({RecordKind::claim, stance.claim})) folder.emplace();
  if (!folder) throw StoreError(Fault::not_found, "there is no claim \"" + stance.claim + "\"");
  return stances_.emplace(pair, std::move(folder->folder.stances)).first->second;
}

std::string free_stance_name(const Stance& stance,
                             const std::function<bool(const std::string& name)>& is_taken) {
  const std::string name = claims::stance_name(stance.held, stance.holder);
  if (!is_taken(name)) return name;
  for (int number = 2;; ++number) {
    const std::string next = name + "-" + std::to_string(number);
    if (!is_taken(next)) return next;
  }
}

std::string StanceDraft::free_name(const Stance& stance) {
  const std::vector<std::string> taken = tip.stance_names(stance.claim);
  const auto is_taken = [&](const std::string& wanted) {
    const bool made = std::any_of(made_.begin(), made_.end(), [&](const Stance& one) {
      return one.claim == stance.claim && one.name == wanted;
    });
    return made || std::find(taken.begin(), taken.end(), wanted) != taken.end();
  };
  return free_stance_name(stance, is_taken);
}

claims::QuoteVerdict StanceDraft::locate(Stance& stance) {
  claims::QuoteVerdict verdict = evidence_.of(claims::EvidenceView(stance, 0));
  if (claims::stands(verdict.match.level)) {
    stance.unverified = false;
    if (stance.locator.empty()) stance.locator = "para " + std::to_string(verdict.match.paragraph);
  }
  return verdict;
}

// Another source that contains the quote, for a user who named the wrong one; empty where there is
// none.
std::string StanceDraft::elsewhere(const claims::EvidenceView& evidence) const {
  constexpr std::size_t kMost = 256 << 20;  // bytes of captures looked through
  std::size_t looked = 0;
  for (const std::string& id : tip.ids(RecordKind::source)) {
    const auto source = tip.source(id);
    if (id == evidence.source || !source || !source->record) continue;
    const std::string path = claims::source_path(id);
    for (const claims::CapturedFile& file : claims::captured_files(*source->record)) {
      if (file.key.ends_with("original")) continue;
      const auto text = tip.read(std::string(claims::folder_part(path)) + file.file);
      if (!text) continue;
      looked += text->size();
      const claims::QuoteMatch match = claims::CaptureText(*text).find_exactly(evidence.quote);
      if (claims::stands(match.level)) return id + ", para " + std::to_string(match.paragraph);
      if (looked > kMost) return "";
    }
  }
  return "";
}

// A day that other records share without an order, one in the future, and one after the source was
// published: recorded all the same, and told with the ways out.
void StanceDraft::add_day_problems(const Stance& stance, const std::string& path,
                                   const std::vector<Stance>& all,
                                   claims::Diagnostics& problems) const {
  const auto decoded = claims::decode_stance(claims::encode(stance), path);
  const auto source = tip.source(stance.source);
  const claims::Diagnostics days = claims::check_held(
      decoded, source && source->record ? &*source->record : nullptr, session_.today());
  problems.insert(problems.end(), days.begin(), days.end());
  const claims::Lines lines(all, tip.vocabulary());
  const claims::Line* line = nullptr;
  for (const claims::Line& one : lines.all()) {
    for (const claims::LineRecord& record : one.records) {
      if (record.stance->name == stance.name) line = &one;
    }
  }
  if (line == nullptr || !stance.held.exact()) return;
  const std::string_view word = tip.vocabulary().canonical(stance.position);
  for (const claims::LineRecord& record : line->records) {
    const Stance& other = *record.stance;
    if (other.name == stance.name || record.word() != word || !other.held.exact() ||
        other.held.earliest() != stance.held.earliest() ||
        claims::is_earlier_that_day(other, stance) || claims::is_earlier_that_day(stance, other)) {
      continue;
    }
    problems.push_back({claims::Severity::warning,
                        claims::Rule::position_twice,
                        path,
                        {},
                        other.name + " says " + std::string(word) + " of the same day",
                        ways_out_of_one_day(stance, other)});
    return;
  }
  // Only where both may be in force: an absence of the day gives way to what was said.
  const auto position = claims::position_on(lines, *line, stance.held.earliest());
  if (!position || position->certain()) return;
  const auto may_be_in_force = [&](const Stance& one) {
    return std::any_of(
        position->possible.begin(), position->possible.end(), [&](const claims::Possible& may) {
          return std::any_of(may.stances.begin(), may.stances.end(),
                             [&](const Stance* other) { return other->name == one.name; });
        });
  };
  for (const claims::LineRecord& record : line->records) {
    const Stance& other = *record.stance;
    const bool same_word = record.word() == word;
    if (other.name == stance.name || !other.held.exact() || same_word ||
        other.held.earliest() != stance.held.earliest() || !may_be_in_force(other) ||
        !may_be_in_force(stance)) {
      continue;
    }
    problems.push_back({claims::Severity::note,
                        claims::Rule::position_same_day,
                        path,
                        {},
                        other.name + " says " + std::string(record.word()) +
                            " of the same day, and which came first is not known: both are "
                            "possible now",
                        ways_out_of_one_day(stance, other)});
    return;
  }
}

// What to do about two records of one day, both recorded by now.
std::string StanceDraft::ways_out_of_one_day(const Stance& stance, const Stance& other) {
  std::string text = "where " + other.name + " was our mistake: aver retract " + other.id() +
                     " --reason \"WHY\"; else say when each was held";
  const char* before = ": ";
  for (const auto& [one, time] :
       {std::pair{&other, "T09:00:00+00:00"}, {&stance, "T18:00:00+00:00"}}) {
    if (one->held.time() && one->held.time()->offset) continue;
    text += before + ("aver correct " + one->id()) + " --held " +
            claims::to_string(stance.held.earliest()) + time + " --reason \"WHY\"";
    before = "; ";
  }
  return text;
}

// What `aver check` would call an error of the stance beside the others of its claim.
void StanceDraft::add_errors_together(const Stance& stance, const std::string& path,
                                      const std::vector<Stance>& before,
                                      claims::Diagnostics& problems) const {
  if (stance.corrects.empty() && stance.retracts.empty() && stance.repeats.empty()) return;
  claims::ClaimFolder folder;
  folder.id = stance.claim;
  folder.claim.emplace();
  folder.stances = before;
  folder.stances.push_back(stance);
  for (claims::Diagnostic& problem : claims::check(folder, tip.vocabulary())) {
    if (problem.severity == claims::Severity::error && problem.file == path)
      problems.push_back(std::move(problem));
  }
}

// The problems of a quote; of one that stands elsewhere, where.
claims::Diagnostics StanceDraft::quote_problems(const claims::Decoded<Stance>& decoded,
                                                const claims::EvidenceView& evidence,
                                                const claims::QuoteVerdict& verdict) const {
  claims::Diagnostics problems = claims::check_quote(decoded, evidence, verdict);
  for (claims::Diagnostic& problem : problems) {
    if (problem.severity != claims::Severity::error) continue;
    const std::string other = elsewhere(evidence);
    if (!other.empty()) problem.hint = "it stands in " + other;
  }
  return problems;
}

// How the quote of an evidence stands, as a line of the answer; empty where there is none.
std::string StanceDraft::told_quote(const claims::EvidenceView& evidence,
                                    const claims::QuoteVerdict& verdict) const {
  if (evidence.quote.empty() || evidence.source.empty()) return "";
  std::string how(to_string(verdict.match.level));
  if (claims::stands(verdict.match.level)) {
    how += ", para " + std::to_string(verdict.match.paragraph) + " of " + evidence.source;
  } else if (verdict.match.level == claims::QuoteLevel::unchecked) {
    how += ": " + evidence.source + " has no saved text";
  } else {
    how = (verdict.match.level == claims::QuoteLevel::near ? "not word for word in " : "not in ") +
          evidence.source + ", recorded as unverified";
  }
  return paragraph(session_.out.paint(Style::dim, "quote " + safe_line(how)), session_.out.width(),
                   2);
}

namespace {

// The record's text with one more evidence, which `after` has; canonical where it was, or where it
// cannot be edited in place.
std::string text_with(const claims::Evidence& evidence, const std::string& text,
                      const Stance& before, const Stance& after) {
  namespace toml = claims::toml;
  if (text == claims::encode(before)) return claims::encode(after);
  if (after.further != before.further) {
    Stance alone;
    alone.further.push_back(evidence);
    const toml::Table table = claims::table_of(alone);
    const auto& list = std::get<toml::Array>(toml::find(table, kEvidence)->data);
    return toml::append_table(text, kEvidence, std::get<toml::Table>(list.front().data))
        .value_or(claims::encode(after));
  }
  std::vector<std::string_view> order;
  for (const claims::FieldInfo& field : claims::fields(RecordKind::stance))
    order.push_back(field.key);
  std::optional<std::string> edited = text;
  const toml::Table old = claims::table_of(before);
  for (const toml::Entry& entry : claims::table_of(after)) {
    if (edited && toml::find(old, entry.key) == nullptr)
      edited = toml::edit_value(*edited, entry.key, entry.value, order);
  }
  return edited.value_or(claims::encode(after));
}

}  // namespace

claims::Diagnostics StanceDraft::add_evidence(const Stance& to, const std::string& text,
                                              const StanceWords& words) {
  Stance typed;
  apply(words, typed);
  const claims::QuoteVerdict verdict = locate(typed);
  const claims::Evidence evidence = claims::first_evidence(typed);
  if (evidence == claims::first_evidence(to) ||
      std::find(to.further.begin(), to.further.end(), evidence) != to.further.end()) {
    told_.push_back("nothing to record: " + safe_line(to.id()) + " has exactly this evidence\n");
    return {};
  }
  const std::string path = claims::stance_path(to.claim, to.name);
  // The file keeps the ids that it has, though they may be former ones.
  const claims::Decoded<Stance> there = claims::decode_stance(text, path);
  const Stance& written = there.record ? *there.record : to;
  Stance after = written;
  if (claims::has_first_evidence(written)) {
    after.further.push_back(evidence);
    std::sort(after.further.begin(), after.further.end());
  } else {
    claims::set_first_evidence(after, evidence);
  }
  const std::string content = text_with(evidence, text, written, after);
  const auto decoded = claims::decode_stance(content, path);
  claims::Diagnostics problems = claims::check(decoded, tip.vocabulary(), known_);
  // What was wrong before is not the matter of this evidence.
  const claims::Diagnostics before = claims::check(there, tip.vocabulary(), known_);
  std::erase_if(problems, [&](const claims::Diagnostic& one) {
    return std::any_of(before.begin(), before.end(), [&](const claims::Diagnostic& old) {
      return old.rule == one.rule && old.sentence == one.sentence;
    });
  });
  for (claims::Diagnostic& problem :
       quote_problems(decoded, claims::EvidenceView(typed, 0), verdict)) {
    problems.push_back(std::move(problem));
  }
  if (has_errors(problems)) return problems;
  const std::string place = place_of_evidence(typed);
  told_.push_back(hanging("added evidence to " + safe_line(to.id()) + ": " + safe_line(place),
                          session_.out.width(), 2) +
                  told_quote(claims::EvidenceView(typed, 0), verdict));
  edits_.push_back({path, content});
  evidenced_ = "Add evidence to " + to.name + " on " + to.claim + "\n\n" + place + "\n";
  return problems;
}

claims::Diagnostics StanceDraft::add(Stance stance) {
  std::vector<Stance>& before = others(stance);
  const claims::QuoteVerdict verdict = locate(stance);
  // What was corrected or retracted may be recorded anew.
  const claims::SetAside aside(before);
  for (const Stance& other : before) {
    Stance twin = stance;
    twin.name = other.name;
    if (twin.further.empty()) twin.further = other.further;
    if (twin != other || aside.has(other)) continue;
    told_.push_back("nothing to record: " + safe_line(other.id()) + " says exactly this already\n");
    return {};
  }
  stance.name = free_name(stance);
  const std::string path = claims::stance_path(stance.claim, stance.name);
  const std::string content = claims::encode(stance);
  const auto decoded = claims::decode_stance(content, path);
  claims::Diagnostics problems = claims::check(decoded, tip.vocabulary(), known_);
  const claims::EvidenceView first(stance, 0);
  for (claims::Diagnostic& problem : quote_problems(decoded, first, verdict))
    problems.push_back(std::move(problem));
  for (claims::Diagnostic& problem : problems) {
    if (problem.rule == claims::Rule::absence_evidence)
      problem.hint = "--searched \"WHERE\", or --source SOURCE";
    if (problem.rule == claims::Rule::date_order && problem.severity == claims::Severity::error) {
      const bool ends = stance.until && stance.until->latest() < stance.held.earliest();
      problem.hint = std::string(ends ? "--until" : "--through") + " DAY, on or after " +
                     claims::to_string(stance.held);
    }
  }
  if (!has_errors(problems)) add_errors_together(stance, path, before, problems);
  if (has_errors(problems)) return problems;

  std::string line =
      hanging(description(stance, before, tip.vocabulary(), session_.out), session_.out.width(), 2);
  line += told_quote(first, verdict);
  told_.push_back(std::move(line));
  offer_speakers(stance);
  edits_.push_back({path, content});
  known_.add({RecordKind::stance, stance.id()});
  before.push_back(stance);
  add_day_problems(stance, path, before, problems);
  const claims::Lines lines(before, tip.vocabulary());
  for (const claims::Contradiction& pair : claims::contradictions(lines)) {
    if (!pair.certain || (pair.a->name != stance.name && pair.b->name != stance.name)) continue;
    const Stance& other = pair.a->name == stance.name ? *pair.b : *pair.a;
    problems.push_back({claims::Severity::warning,
                        claims::Rule::position_contradiction,
                        path,
                        {},
                        "it contradicts " + other.name + ": " + other.position + " on the same day",
                        ways_out_of_one_day(stance, other)});
  }
  // A contradiction has said all that the note on the day has to say.
  if (std::any_of(problems.begin(), problems.end(), [](const claims::Diagnostic& one) {
        return one.rule == claims::Rule::position_contradiction;
      })) {
    std::erase_if(problems, [](const claims::Diagnostic& one) {
      return one.rule == claims::Rule::position_same_day;
    });
  }
  made_.push_back(std::move(stance));
  return problems;
}

// One recording; its last run is what counts.
class Recorder {
 public:
  Recorder(Session& session, std::string subject, const MakeStances& make)
      : session_(session), subject_(std::move(subject)), make_(make) {}

  store::Change on(const View& tip) {
    StanceDraft draft(tip, session_);
    make_(draft);
    answer_.clear();
    for (const std::string& line : draft.added_) answer_ += line + "\n";
    for (const std::string& line : draft.told_) answer_ += line;
    if (draft.made_.empty() && draft.evidenced_.empty()) return {};
    store::Change change{draft.edits_, message(draft)};
    return change;
  }

  const std::string& answer() const { return answer_; }

 private:
  std::string message(const StanceDraft& draft) const {
    std::string text;
    if (draft.made_.empty()) {
      text = draft.evidenced_;
    } else if (draft.made_.size() == 1) {
      text = message_for(draft.made_.front());
    } else {
      text = subject_ + "\n\n";
      for (const Stance& stance : draft.made_) {
        text += stance.holder + " " + stance.position + " on " + stance.claim + ", held " +
                claims::to_string(stance.held) + "\n";
      }
    }
    for (const std::string& line : draft.added_) text += line + "\n";
    return text;
  }

  Session& session_;
  std::string subject_;
  const MakeStances& make_;
  std::string answer_;
};

void require_sound_stance(Session& session, claims::Diagnostics problems) {
  std::vector<std::string> causes;
  std::string first;
  for (const claims::Diagnostic& problem : problems) {
    if (problem.rule.group() != "quote" || problem.severity != claims::Severity::error) continue;
    if (first.empty()) {
      first = problem.sentence;
    } else {
      causes.push_back(problem.sentence);
    }
    if (!problem.hint.empty()) causes.push_back(problem.hint);
  }
  if (first.empty()) return require_sound(session, problems);
  throw StoreError(Fault::usage, first, std::move(causes),
                   "give the words as they stand, or: --unverified");
}

int record_stances(Session& session, const Writing& writing, const std::string& subject,
                   const MakeStances& make) {
  Recorder recorder(session, subject, make);
  const std::optional<std::string> saved =
      save(session, writing, [&](const View& tip) { return recorder.on(tip); });
  session.out.data(recorder.answer());
  if (saved) session.out.data(paragraph(*saved, session.out.width(), 2));
  return kDone;
}

int record_stance(Session& session, const Writing& writing, const MakeStance& make) {
  return record_stances(session, writing, "", [&](StanceDraft& draft) {
    require_sound_stance(session, draft.add(make(draft)));
  });
}

}  // namespace aver::cli
