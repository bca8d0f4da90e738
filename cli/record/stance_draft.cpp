// SPDX-License-Identifier: MIT
//
// Fills a stance from the words of a command, names its file and judges it; names are looked up
// anew on each tip, as the commit may be tried again.
#include "cli/record/stance_draft.h"

#include <algorithm>

#include "claims/positions/changes.h"
#include "claims/text/lines.h"
#include "claims/text/paths.h"
#include "cli/names/names.h"
#include "cli/names/spokesmen.h"
#include "cli/record/save.h"
#include "cli/record/stance_told.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using claims::Stance;
using store::Fault;
using store::StoreError;
using store::View;

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

}  // namespace

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
  std::vector<std::string> people;
  for (const Spokesman& one : all)
    people.push_back(safe_line(one.actor) + " (" + safe_line(one.title) + ")");
  tell("who said it? for " + safe_line(stance.holder) + (all.size() == 1 ? " speaks " : " speak ") +
       claims::listed(people) + ": --speaker");
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

// The order is that of what can still be said. A twin comes first: a command that was typed twice
// makes nothing, and needs no other finding. Then the record is judged as a reader of its file will
// judge it, from the encoded text, so that nothing is committed that could not be read. Only a
// record without errors joins the others: what it means beside them (one day, two signs) is a
// warning about records that stand.
claims::Diagnostics StanceDraft::add(Stance stance) {
  stance.formerly.clear();  // of a record that it is made from: that one had the name
  std::vector<Stance>& before = others(stance);
  const claims::QuoteVerdict verdict = locate(stance);
  // What was corrected or retracted may be recorded anew.
  const claims::SetAside aside(before);
  for (const Stance& other : before) {
    Stance twin = stance;
    twin.name = other.name;
    twin.formerly = other.formerly;
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
      hanging(change_told(stance, before, tip.vocabulary(), session_.out), session_.out.width(), 2);
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

}  // namespace aver::cli
