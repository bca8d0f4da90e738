// SPDX-License-Identifier: MIT
//
// Compares a record, or the stances of a claim, with what was there before.
#include "claims/check/changed.h"

#include <algorithm>
#include <map>
#include <set>

#include "claims/positions/set_aside.h"
#include "claims/text/fold.h"
#include "claims/text/lines.h"

namespace aver::claims {
namespace {

bool same_words(std::string_view a, std::string_view b) {
  return lower_case(fold(a).text) == lower_case(fold(b).text);
}

// What a reader knows a record by, in a few words.
std::string known_as(const Claim& claim) { return quoted(claim.text); }
std::string known_as(const Actor& actor) { return quoted(actor.name); }
std::string known_as(const Source& source) { return quoted(source.title); }
std::string known_as(const Stance& stance) {
  return quoted(stance.holder) + (stance.position.empty() ? " " : " " + stance.position + " ") +
         "on " + to_string(stance.held);
}

bool is_same(const Claim& a, const Claim& b) { return same_words(a.text, b.text); }
bool is_same(const Actor& a, const Actor& b) {
  if (same_words(a.name, b.name)) return true;
  const auto has = [](const Actor& actor, const std::string& name) {
    return std::any_of(actor.aliases.begin(), actor.aliases.end(),
                       [&](const std::string& alias) { return same_words(alias, name); });
  };
  return has(a, b.name) || has(b, a.name);
}
bool is_same(const Source& a, const Source& b) {
  return (!a.url.empty() && a.url == b.url) || same_words(a.title, b.title);
}
bool is_same(const Stance& a, const Stance& b) {
  return a.holder == b.holder && a.position == b.position && a.held == b.held &&
         a.corrects == b.corrects && a.retracts == b.retracts && a.repeats == b.repeats;
}

template <class Record>
Diagnostics reused(const RecordRef& record, const Decoded<Record>& then, const Decoded<Record>& now,
                   std::string_view commit) {
  if (!then.record || !now.record || is_same(*then.record, *now.record)) return {};
  const std::string what(to_string(record.kind));
  return {{Severity::error,
           Rule::id_reused,
           path_of(record),
           {},
           quoted(record.id) + " was the id of another " + what + ", " + known_as(*then.record) +
               ", until " + std::string(commit),
           record.kind == RecordKind::stance
               ? "give this one a file name of its own: whoever cites the old one is led astray"
               : "aver mv " + record.id + " NEW-ID"}};
}

}  // namespace

Diagnostics check_rewritten(const Decoded<Stance>& before, const Decoded<Stance>& after,
                            const Vocabulary& vocabulary, const IsSameActor& is_same_actor) {
  if (!before.record || !after.record) return {};
  const Stance& a = *before.record;
  const Stance& b = *after.record;
  std::string what;
  std::string_view key;
  const auto differs = [&](std::string_view name, const std::string& was, const std::string& is) {
    if (was == is) return;
    if (key.empty()) key = name;
    what += (what.empty() ? "" : ", ") + std::string(name) + " was " + was;
  };
  differs("position", std::string(vocabulary.canonical(a.position)),
          std::string(vocabulary.canonical(b.position)));
  differs("held", to_string(a.held), to_string(b.held));
  if (a.holder != b.holder && !is_same_actor(a.holder, b.holder))
    differs("holder", a.holder, b.holder);
  if (what.empty()) return {};
  return {{Severity::warning, Rule::record_rewritten, after.file, after.places.of(key),
           "the stance was rewritten in place: " + what,
           "aver correct keeps the old one beside it"}};
}

Diagnostics check_reworded(const ClaimFolder& before, const Decoded<Claim>& claim,
                           const ClaimFolder& after) {
  if (!before.claim || !claim.record || before.claim->text == claim.record->text) return {};
  std::set<std::string_view> there;
  for (const Stance& stance : before.stances) there.insert(stance.name);
  const SetAside aside(after.stances);
  const auto stands = [&](const Stance& stance) {
    return there.contains(stance.name) && !stance.position.empty() && stance.repeats.empty() &&
           !aside.has(stance);
  };
  const auto first = std::find_if(after.stances.begin(), after.stances.end(), stands);
  if (first == after.stances.end()) return {};
  const auto count = std::count_if(first, after.stances.end(), stands);
  return {{Severity::warning, Rule::claim_reworded, claim.file, claim.places.of("text"),
           "the claim said " + quoted(before.claim->text) + ", and " +
               (count == 1 ? first->name + " was recorded on that"
                           : std::to_string(count) + " stances were recorded on that, " +
                                 first->name + " first"),
           "a claim that says something else is a new one: aver add"}};
}

Diagnostics check_withdrawn(const ClaimFolder& before, const ClaimFolder& after) {
  const SetAside was(before.stances);
  const SetAside is(after.stances);
  std::map<std::string_view, const Stance*> then;
  for (const Stance& stance : before.stances) then.emplace(stance.name, &stance);
  std::map<std::string_view, const Stance*> now;
  for (const Stance& stance : after.stances) now.emplace(stance.name, &stance);
  Diagnostics found;
  for (const Stance& stance : after.stances) {
    const auto old = then.find(stance.name);
    if (old == then.end() || is.has(stance)) continue;
    for (const Stance* by : was.by(*old->second)) {
      const std::string link = by->retracts.empty() ? "corrected" : "retracted";
      found.push_back(
          {Severity::warning,
           Rule::correction_withdrawn,
           stance_path(stance.claim, stance.name),
           {},
           "it stands again: " + by->name + ", which " + link + " it, " +
               (now.contains(by->name) ? "does so no longer" : "is gone"),
           "if it is wrong all the same: aver retract " + stance.id() + " --reason WHY"});
    }
  }
  return found;
}

Diagnostics check_reused(const RecordRef& record, std::string_view then, std::string_view now,
                         std::string_view commit) {
  const std::string path = path_of(record);
  switch (record.kind) {
    case RecordKind::claim:
      return reused(record, decode_claim(then, path), decode_claim(now, path), commit);
    case RecordKind::stance:
      return reused(record, decode_stance(then, path), decode_stance(now, path), commit);
    case RecordKind::actor:
      return reused(record, decode_actor(then, path), decode_actor(now, path), commit);
    case RecordKind::source:
      return reused(record, decode_source(then, path), decode_source(now, path), commit);
    case RecordKind::review:
      break;
  }
  return {};
}

std::set<std::string> words_that_differ(const Vocabulary& before, const Vocabulary& after) {
  const auto is_same_word = [](const Meaning& a, const Meaning& b) {
    if (!a || !b) return !a && !b;
    return a.word->name == b.word->name && a.word->value == b.word->value &&
           a.word->absence == b.word->absence && a.scale->name == b.scale->name &&
           a.scale->order == b.scale->order;
  };
  std::set<std::string> names;
  for (const Vocabulary* words : {&before, &after}) {
    for (const Scale& scale : words->scales()) {
      for (const Word& word : scale.words) {
        names.insert(word.name);
        names.insert(word.was.begin(), word.was.end());
      }
    }
  }
  std::erase_if(names, [&](const std::string& name) {
    return is_same_word(before.find(name), after.find(name));
  });
  return names;
}

void leave_out(Diagnostics& found, const Diagnostics& before,
               const std::function<bool(const std::string& file)>& is_unchanged) {
  const auto folder = [](const std::string& file) { return file.substr(0, file.rfind('/')); };
  const auto is_equal = [&](const Diagnostic& then, const Diagnostic& now) {
    if (then.rule != now.rule || then.severity != now.severity) return false;
    // The first stance of the folder has it, and that may be another one now.
    if (now.rule == Rule::claim_missing) return folder(then.file) == folder(now.file);
    return then.file == now.file && then.sentence == now.sentence;
  };
  const auto is_quote = [](RuleName rule) {
    return rule == Rule::quote_missing || rule == Rule::quote_near;
  };
  const auto is_as_bad = [&](const Diagnostic& then, const Diagnostic& now) {
    if (then.file != now.file || then.severity != Severity::error || !is_unchanged(now.file))
      return false;
    if (now.rule == Rule::repeats_target) return then.rule == Rule::repeats_target;
    return is_quote(now.rule) && then.rule == Rule::reference_source;
  };
  Diagnostics left = before;
  const auto leave_out_if = [&](const auto& is_known) {
    std::erase_if(found, [&](const Diagnostic& now) {
      const auto then = std::find_if(left.begin(), left.end(),
                                     [&](const Diagnostic& one) { return is_known(one, now); });
      if (then == left.end()) return false;
      left.erase(then);
      return true;
    });
  };
  leave_out_if(is_equal);
  leave_out_if(is_as_bad);
}

Diagnostic vanished(const RecordRef& record) {
  return {Severity::error,
          Rule::record_vanished,
          path_of(record),
          {},
          "the " + std::string(to_string(record.kind)) +
              " is gone, and no other record says that it was it",
          record.kind == RecordKind::stance
              ? "a stance that was wrong is retracted, not removed"
              : "aver mv gives it another id, and keeps this one working"};
}

Diagnostic dropped(const RecordRef& record, const std::string& why) {
  return {Severity::warning,
          Rule::record_vanished,
          path_of(record),
          {},
          "the " + std::string(to_string(record.kind)) + " was taken out on purpose: " + why,
          ""};
}

}  // namespace aver::claims
