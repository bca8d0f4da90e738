// SPDX-License-Identifier: MIT
//
// The rules themselves, one function for each kind of record. Each gathers its findings at the
// places that the decoder noted, so that a finding points at the key that is wrong.
//
// Never reads a file: whether another record exists is asked through Known, and captures and quotes
// are judged by the caller's verdict on them.
#include "claims/check/check.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "claims/evidence/cue_lines.h"
#include "claims/positions/changes.h"
#include "claims/records/formats.h"
#include "claims/text/code_points.h"
#include "claims/text/fold.h"
#include "claims/text/hex.h"
#include "claims/text/lines.h"
#include "claims/text/paths.h"
#include "claims/text/similar.h"

namespace aver::claims {
namespace {

// Collects what is wrong with one record, each at the place of the key it is about.
template <class Record>
class Findings {
 public:
  explicit Findings(const Decoded<Record>& decoded) : decoded_(decoded), found_(decoded.problems) {}

  void add(Severity severity, RuleName rule, std::string_view key, std::string sentence,
           std::string hint = "") {
    found_.push_back(Diagnostic{severity, rule, decoded_.file, decoded_.places.of(key),
                                std::move(sentence), std::move(hint)});
  }
  // What was added last misses this record.
  void misses(RecordKind kind, std::string id) {
    found_.back().missing = RecordRef{kind, std::move(id)};
  }
  void no_such(RuleName rule, std::string_view key, RecordKind kind, const std::string& id,
               const Known& store, std::string hint = "") {
    if (const auto now = store.called_now({kind, id})) {
      hint = "it is called " + *now + " now: write that";
    }
    error(rule, key,
          "there is no " + std::string(to_string(kind)) + " \"" + id + "\" in this store",
          std::move(hint));
    misses(kind, id);
  }
  void error(RuleName rule, std::string_view key, std::string sentence, std::string hint = "") {
    add(Severity::error, rule, key, std::move(sentence), std::move(hint));
  }
  void warning(RuleName rule, std::string_view key, std::string sentence, std::string hint = "") {
    add(Severity::warning, rule, key, std::move(sentence), std::move(hint));
  }

  const std::string& file() const { return decoded_.file; }

  Diagnostics take() {
    sort(found_);
    return std::move(found_);
  }

 private:
  const Decoded<Record>& decoded_;
  Diagnostics found_;
};

bool known(const Known& store, RecordKind kind, const std::string& id) {
  return store.has(RecordRef{kind, id});
}

// The first day of `later` must not lie before that of `earlier` where both are certain.
bool wrong_way_round(const Date& earlier, const Date& later) {
  return later.latest() < earlier.earliest();
}

bool is_object_id(std::string_view text) { return text.size() == 40 && is_hex(text); }

void check_position(const Stance& stance, const Vocabulary& vocabulary, Findings<Stance>& found) {
  if (stance.position.empty()) return;
  const Meaning meaning = vocabulary.find(stance.position);
  if (!meaning) {
    found.error(Rule::vocabulary_position, "position",
                quoted(stance.position) + " is not a word of this store's vocabulary",
                "aver help vocabulary");
    return;
  }
  if (meaning.word->name != stance.position) {
    found.add(Severity::note, Rule::vocabulary_renamed, "position",
              quoted(stance.position) + " is now called " + quoted(meaning.word->name));
  }
  if (meaning.word->absence && stance.searched.empty() && !has_source(stance)) {
    found.error(
        Rule::absence_evidence, "position",
        quoted(stance.position) +
            " says that somebody looked and found nothing: name where (searched), or a source");
  }
}

void check_dates(const Stance& stance, Findings<Stance>& found) {
  const std::string held = to_string(stance.held);
  if (stance.until && wrong_way_round(stance.held, *stance.until)) {
    found.error(Rule::date_order, "until",
                "until " + to_string(*stance.until) + " lies before held " + held);
  }
  if (stance.through && wrong_way_round(stance.held, *stance.through)) {
    found.error(Rule::date_order, "through",
                "through " + to_string(*stance.through) + " lies before held " + held);
  }
}

// A speaker or a reporter may be an actor's id or plain words; words are never an actor, and it is
// told where one is called so. One word in small letters may be either.
void check_who(RuleName rule, std::string_view key, const std::string& who, const Known& store,
               Findings<Stance>& found) {
  const bool is_id = id_problem(who).empty();
  if (who.empty() || (is_id && !store.actor_of(who).empty())) return;
  const std::vector<std::string> called = store.called(who);
  if (called.size() == 1) {
    found.add(Severity::note, rule, key,
              quoted(who) + " is what " + called.front() +
                  " is called; as words it stands for nobody: to mean the actor, write its id",
              "aver edit " + found.file());
    return;
  }
  if (called.size() > 1) {
    found.warning(rule, key,
                  quoted(who) + " is what " + listed(called) +
                      " are called; as words it stands for none of them: to mean one, write its id",
                  "aver edit " + found.file());
    return;
  }
  if (!is_id) return;
  const bool is_path = who.find('/') != who.npos;
  found.add(is_path ? Severity::warning : Severity::note, rule, key,
            quoted(who) + " is no actor of this store; a name in plain words is fine too",
            "aver actor add " + who + " NAME");
  found.misses(RecordKind::actor, who);
}

void check_evidence(const EvidenceView& one, const Known& store, Findings<Stance>& found) {
  const bool is_further = one.number > 0;
  if (!one.source.empty() && !known(store, RecordKind::source, one.source)) {
    found.no_such(Rule::reference_source, one.key("source"), RecordKind::source, one.source, store,
                  "aver source add " + one.source + " TITLE");
  }
  check_who(Rule::reference_speaker, one.key("speaker"), one.speaker, store, found);
  for (std::size_t i = 0; i < one.via.size(); ++i) {
    check_who(Rule::reference_via, one.key("via[" + std::to_string(i) + "]"), one.via[i], store,
              found);
  }
  if (one.source.empty() && is_further) {
    found.error(Rule::evidence_unsourced, "evidence[" + std::to_string(one.number - 1) + "]",
                "the evidence names no source", "aver help rule evidence/unsourced");
  } else if (one.source.empty()) {
    if (!one.quote.empty()) {
      found.warning(Rule::evidence_source, "quote",
                    "the quote names no source to check it against");
    }
    if (!one.locator.empty())
      found.warning(Rule::evidence_source, "locator", "the locator names no source to look in");
  }
  if (!one.translation.empty() && one.quote.empty()) {
    found.warning(Rule::text_translation, one.key("translation"),
                  "the translation has no quote beside it");
  }
}

bool is_equal(const EvidenceView& a, const EvidenceView& b) {
  return a.source == b.source && a.locator == b.locator && a.quote == b.quote &&
         a.quote_lang == b.quote_lang && a.translation == b.translation && a.speaker == b.speaker &&
         a.via == b.via && a.mode == b.mode && a.unverified == b.unverified &&
         a.credibility == b.credibility;
}

// Two evidences may have the same words of the same source where two people gave them in their own
// way; what is equal in all keys says nothing.
void check_twice(const std::vector<EvidenceView>& all, Findings<Stance>& found) {
  for (std::size_t i = 1; i < all.size(); ++i) {
    const EvidenceView& one = all[i];
    const std::string key = "evidence[" + std::to_string(one.number - 1) + "]";
    for (std::size_t j = 0; j < i; ++j) {
      const EvidenceView& other = all[j];
      if (is_equal(one, other)) {
        found.error(Rule::evidence_twice, key, "the same evidence is given twice",
                    "aver help rule evidence/twice");
        break;
      }
      if (!one.quote.empty() && one.source == other.source && one.quote == other.quote &&
          one.speaker == other.speaker && one.via == other.via) {
        found.warning(Rule::evidence_twice, key,
                      "the same words of " + one.source + " are evidence twice",
                      "aver help rule evidence/twice");
        break;
      }
    }
  }
}

// An alias that is an id leads to the record with that id, and no longer to this one. Of actors
// names are aliases, too, also one that is the actor's own id.
template <class Record>
void check_aliases(RecordKind kind, const Record& record, const Known& store,
                   Findings<Record>& found) {
  for (std::size_t i = 0; i < record.aliases.size(); ++i) {
    const std::string& alias = record.aliases[i];
    const bool own = alias == record.id;
    if (!id_problem(alias).empty() || (own && kind == RecordKind::actor)) continue;
    if (!known(store, kind, alias)) continue;
    const std::string what(to_string(kind));
    found.error(
        Rule::alias_taken, "aliases[" + std::to_string(i) + "]",
        quoted(alias) + (own ? " is the " + what + "'s own id" : " is another " + what + "'s id"));
  }
}

void check_target(std::string_view key, const std::string& target, const Stance& stance,
                  const Known& store, Findings<Stance>& found) {
  if (target.empty()) return;
  StanceId id = split_stance_id(target);
  if (id.claim.empty()) id.claim = stance.claim;
  const bool repeats = key == "repeats";
  const RuleName rule = repeats ? Rule::repeats_target : Rule::correction_target;
  if (id.claim != stance.claim) {
    found.error(rule, key,
                quoted(target) + " belongs to another claim: a stance " + std::string(key) +
                    " only one of its own claim");
  } else if (id.name == stance.name) {
    found.error(repeats ? rule : Rule::correction_circle, key,
                "the stance " + std::string(key) + " itself");
  } else if (!known(store, RecordKind::stance, id.claim + "/" + id.name)) {
    found.error(rule, key, "there is no stance " + quoted(id.name) + " on this claim");
    found.misses(RecordKind::stance, id.claim + "/" + id.name);
  }
}

}  // namespace

Diagnostics check(const Decoded<Claim>& decoded, const Known& store) {
  Findings<Claim> found(decoded);
  if (decoded.readable() == nullptr) return found.take();
  const Claim& claim = *decoded.readable();
  for (std::size_t i = 0; i < claim.relations.size(); ++i) {
    const Relation& relation = claim.relations[i];
    const std::string key = "relation[" + std::to_string(i) + "].to";
    if (relation.to.empty()) continue;
    if (relation.to == claim.id) {
      found.error(Rule::reference_relation, key, "the claim is related to itself");
    } else if (!known(store, RecordKind::claim, relation.to)) {
      found.no_such(Rule::reference_relation, key, RecordKind::claim, relation.to, store);
    }
  }
  check_aliases(RecordKind::claim, claim, store, found);
  return found.take();
}

Diagnostics check(const Decoded<Stance>& decoded, const Vocabulary& vocabulary,
                  const Known& store) {
  Findings<Stance> found(decoded);
  if (decoded.readable() == nullptr) return found.take();
  const Stance& stance = *decoded.readable();
  check_position(stance, vocabulary, found);
  check_dates(stance, found);
  if (!stance.holder.empty() && store.actor_of(stance.holder).empty()) {
    found.no_such(Rule::reference_holder, "holder", RecordKind::actor, stance.holder, store,
                  "aver actor add " + stance.holder + " NAME");
  }
  const std::vector<EvidenceView> all = evidences(stance);
  for (const EvidenceView& one : all) check_evidence(one, store, found);
  if (!stance.further.empty()) check_twice(all, found);
  check_target("corrects", stance.corrects, stance, store, found);
  check_target("retracts", stance.retracts, stance, store, found);
  check_target("repeats", stance.repeats, stance, store, found);
  if (!stance.repeats.empty() && !stance.retracts.empty()) {
    found.error(Rule::repeats_target, "repeats", "a retraction repeats nothing");
  }
  if (!stance.corrects.empty() && !stance.retracts.empty()) {
    found.error(Rule::correction_both, "retracts", "the stance both corrects and retracts another");
  }
  return found.take();
}

Diagnostics check_held(const Decoded<Stance>& decoded, const Source* source, Day today) {
  Diagnostics found;
  if (decoded.readable() == nullptr) return found;
  const Stance& stance = *decoded.readable();
  const auto add = [&](RuleName rule, std::string sentence, std::string hint) {
    found.push_back({Severity::warning, rule, decoded.file, decoded.places.of("held"),
                     std::move(sentence), std::move(hint)});
  };
  if (stance.held.earliest() > today) {
    add(Rule::held_future, "held " + to_string(stance.held) + " is in the future", "");
  }
  if (source == nullptr || !source->published) return found;
  // A source that was captured again may have been brought up to date.
  Day last = source->published->latest();
  if (source->retrieved) last = std::max(last, source->retrieved->date.latest());
  for (const Recapture& later : source->recaptures) {
    if (later.retrieved) last = std::max(last, later.retrieved->date.latest());
  }
  if (stance.held.earliest() > last) {
    add(Rule::held_after_source,
        "held " + to_string(stance.held) + ", but its source " + stance.source +
            " was published on " + to_string(*source->published) +
            (last > source->published->latest() ? ", and last captured on " + to_string(last) : ""),
        "held = " + to_string(source->published->without_time()) +
            ", or name the source that tells of the later day");
  }
  return found;
}

Diagnostics check(const Decoded<Actor>& decoded, const Known& store) {
  Findings<Actor> found(decoded);
  if (decoded.readable() == nullptr) return found.take();
  check_aliases(RecordKind::actor, *decoded.readable(), store, found);
  for (std::size_t i = 0; i < decoded.readable()->roles.size(); ++i) {
    const Role& role = decoded.readable()->roles[i];
    const std::string key = "role[" + std::to_string(i) + "]";
    if (!role.of.empty() && store.actor_of(role.of).empty()) {
      found.no_such(Rule::reference_role, key + ".of", RecordKind::actor, role.of, store,
                    "aver actor add " + role.of + " NAME");
    }
    if (role.from && role.to && wrong_way_round(*role.from, *role.to)) {
      found.error(
          Rule::date_order, key + ".to",
          "the role ends " + to_string(*role.to) + ", before it begins " + to_string(*role.from));
    }
  }
  return found.take();
}

Diagnostics check(const Decoded<Source>& decoded, const Known& store) {
  Findings<Source> found(decoded);
  if (decoded.readable() == nullptr) return found.take();
  const Source& source = *decoded.readable();
  check_aliases(RecordKind::source, source, store, found);
  for (const CapturedFile& file : captured_files(source)) {
    if (file.sha256.empty()) {
      found.error(Rule::capture_hash, file.key,
                  "the " + file.key.substr(file.key.rfind('.') + 1) + " has no " +
                      file.hash_key.substr(file.hash_key.rfind('.') + 1) + " beside it");
    }
  }
  if (source.capture.empty() && !source.sha256.empty()) {
    found.error(Rule::capture_hash, "sha256", "there is a sha256, but no capture it is of");
  }
  if (source.original.empty() && !source.original_sha256.empty()) {
    found.error(Rule::capture_hash, "original_sha256",
                "there is an original_sha256, but no original it is of");
  }
  if (source.published && source.retrieved &&
      wrong_way_round(*source.published, source.retrieved->date)) {
    found.error(Rule::date_order, "retrieved",
                "retrieved " + to_string(*source.retrieved) + " lies before published " +
                    to_string(*source.published));
  }
  return found.take();
}

Diagnostics check(const Decoded<Review>& decoded) {
  Findings<Review> found(decoded);
  if (decoded.readable() == nullptr) return found.take();
  for (const Reviewed& on : decoded.readable()->on) {
    if (!on.record.empty() && !is_plain_path(on.record)) {
      found.error(Rule::review_on, "on", quoted(on.record) + " is no path of a file of the store");
    }
    if (!on.blob.empty() && !is_object_id(on.blob)) {
      found.error(Rule::review_on, "on",
                  quoted(on.blob) + " is no id of a file's contents: git hash-object FILE");
    }
  }
  return found.take();
}

std::vector<CapturedFile> captured_files(const Source& source) {
  std::vector<CapturedFile> files;
  const auto add = [&](const std::string& prefix, const std::string& name, const std::string& file,
                       const std::string& sha256) {
    const std::string hash = name == "capture" ? "sha256" : "original_sha256";
    if (!file.empty()) files.push_back({prefix + name, file, sha256, prefix + hash});
  };
  add("", "capture", source.capture, source.sha256);
  add("", "original", source.original, source.original_sha256);
  for (std::size_t i = 0; i < source.recaptures.size(); ++i) {
    const Recapture& later = source.recaptures[i];
    const std::string prefix = "recapture[" + std::to_string(i) + "].";
    add(prefix, "capture", later.capture, later.sha256);
    add(prefix, "original", later.original, later.original_sha256);
  }
  return files;
}

bool is_lfs_pointer(std::string_view bytes) {
  constexpr std::size_t kLongest = 1024;  // Git LFS takes nothing longer for one
  return bytes.size() <= kLongest && bytes.starts_with("version https://git-lfs.github.com/spec/");
}

Diagnostics check_capture(const Decoded<Source>& decoded, const CapturedFile& file,
                          const std::optional<std::string>& sha256, bool is_pointer) {
  Diagnostics found;
  const std::string what = file.key.ends_with("original") ? "the original " : "the capture ";
  if (is_pointer && sha256 && *sha256 != file.sha256) {
    found.push_back(
        {Severity::error, Rule::capture_missing, decoded.file, decoded.places.of(file.key),
         what + quoted(file.file) + " is not here: a Git LFS pointer is in its place",
         "keep captures out of Git LFS: aver reads and hashes what the store itself has"});
  } else if (!sha256) {
    found.push_back({Severity::error, Rule::capture_missing, decoded.file,
                     decoded.places.of(file.key), what + quoted(file.file) + " is not in the store",
                     ""});
  } else if (!file.sha256.empty() && *sha256 != file.sha256) {
    found.push_back({Severity::error, Rule::capture_changed, decoded.file,
                     decoded.places.of(file.hash_key),
                     what + quoted(file.file) + " has changed: its SHA-256 is " + *sha256, ""});
  }
  return found;
}

namespace {

// Whether the locator names another paragraph, or another time, than the quote stands at.
bool is_elsewhere(const std::string& locator, const QuoteMatch& match) {
  if (match.times) {
    const auto told = read_clock_time(locator);
    constexpr std::int64_t kSecond = 1000;
    return told && (*told / kSecond < match.times->from / kSecond || *told > match.times->to);
  }
  return locator.starts_with("para ") && locator != place_of(match) &&
         locator.find_first_not_of("0123456789", 5) == locator.npos;
}

}  // namespace

Diagnostics check_quote(const Decoded<Stance>& decoded, const EvidenceView& evidence,
                        const QuoteVerdict& verdict) {
  Diagnostics found;
  const auto add = [&](Severity severity, RuleName rule, const char* key, std::string sentence,
                       std::string hint = "") {
    found.push_back({severity, rule, decoded.file, decoded.places.of(evidence.key(key)),
                     std::move(sentence), std::move(hint)});
  };
  const QuoteMatch& match = verdict.match;
  const std::string in = " in the saved text of " + evidence.source;
  if (match.level == QuoteLevel::unchecked) return found;
  if (!stands(match.level)) {
    const bool near = match.level == QuoteLevel::near;
    const std::string what = near ? "the quote differs from the words" + in + ": " +
                                        differing(match.words) + " ([-the quote-] {+its source+})" +
                                        look_alike(match.words)
                                  : "the quote does not stand" + in;
    constexpr std::size_t kMostNearest = 300;
    add(evidence.unverified ? Severity::note : Severity::error,
        evidence.unverified ? Rule::quote_unverified
        : near              ? Rule::quote_near
                            : Rule::quote_missing,
        "quote", what + (evidence.unverified ? "; it was recorded as unverified" : ""),
        near || verdict.nearest.empty()
            ? ""
            : "nearest, " + place_of(match) + ": " + shortened(verdict.nearest, kMostNearest));
    return found;
  }
  if (evidence.unverified) {
    add(Severity::note, Rule::quote_unverified, "unverified", "the quote does stand" + in);
  }
  if (verdict.drifted) {
    add(Severity::warning, Rule::quote_drifted, "quote",
        "the quote no longer stands in the latest capture of " + evidence.source);
  }
  if (match.level == QuoteLevel::elided) {
    constexpr std::size_t kMostLeftOut = 200;
    std::string out;
    for (const std::string& one : verdict.left_out) {
      out += (out.empty() ? "" : ", ") + quoted(one, kMostLeftOut);
    }
    if (!match.negation.empty()) {
      add(Severity::warning, Rule::quote_negation, "quote",
          "the quote leaves out " + out + ", and in it " + quoted(match.negation));
    }
    if (match.far) {
      const bool told = out.empty() || !match.negation.empty();
      add(Severity::warning, Rule::quote_far, "quote",
          "the quote leads over a paragraph, or from one speaker's words into another's" +
              (told ? std::string() : ": it leaves out " + out));
    }
  } else if (match.far) {
    add(Severity::warning, Rule::quote_far, "quote",
        "the quote leads from one speaker's words into another's");
  }
  if (!verdict.drifted && is_elsewhere(evidence.locator, match)) {
    add(Severity::warning, Rule::quote_locator, "locator",
        match.times ? "the quote is said at " + place_of(match) + ", not at " + evidence.locator
                    : "the quote stands in " + place_of(match) + ", not in " + evidence.locator);
  }
  return found;
}

namespace {

// Why the check cannot repeat this stance; nothing where it can.
std::vector<std::string> why_no_root(const Stance& check, const Stance& root,
                                     const Vocabulary& vocabulary) {
  if (!root.retracts.empty()) return {"it repeats " + root.name + ", which is a retraction"};
  if (!root.repeats.empty()) {
    return {"it repeats " + root.name + ", which is a check itself: name what that one repeats, " +
            root.repeats};
  }
  std::vector<std::string> all;
  if (root.holder != check.holder) {
    all.push_back("it is about " + quoted(check.holder) + ", but the stance it repeats about " +
                  quoted(root.holder));
  }
  if (vocabulary.canonical(root.position) != vocabulary.canonical(check.position)) {
    all.push_back("it says " + quoted(check.position) + ", but the stance it repeats " +
                  quoted(root.position));
  }
  return all;
}

// A word as a shell reads it back.
std::string shell_quoted(const std::string& text) {
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:";
  if (text.find_first_not_of(kPlain) == text.npos) return text;
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

// The findings about how the stances of one claim go together.
class Together {
 public:
  Together(const ClaimFolder& folder, const Vocabulary& words)
      : folder_(folder), lines_(folder.stances, words) {}

  Diagnostics run() {
    if (!folder_.claim && !folder_.stances.empty()) {
      add(Severity::error, Rule::claim_missing, folder_.stances.front(),
          "there is no readable " + claim_path(folder_.id) + " beside its stances");
    }
    find_circles();
    for (const Stance& stance : folder_.stances) {
      look_at_links(stance);
      if (!stance.repeats.empty()) look_at_check(stance);
    }
    for (const Contradiction& pair : contradictions(lines_)) {
      add(pair.certain ? Severity::warning : Severity::note, Rule::position_contradiction, *pair.b,
          quoted(pair.b->holder) + " holds " + quoted(pair.b->position) + " here and " +
              quoted(pair.a->position) + " in " + pair.a->name +
              (pair.certain ? ", on the same day" : ", perhaps on the same day"));
    }
    for (const Line& line : lines_.all()) {
      look_at_days(line);
      look_at_ends(line);
      look_at_absences(line);
    }
    sort(found_);
    return std::move(found_);
  }

 private:
  void add(Severity severity, RuleName rule, const Stance& at, std::string sentence,
           std::string hint = "") {
    found_.push_back(
        {severity, rule, stance_path(at.claim, at.name), {}, std::move(sentence), std::move(hint)});
  }

  void look_at_links(const Stance& stance) {
    const SetAside& aside = lines_.aside();
    if (const std::vector<const Stance*>& by = aside.by(stance); by.size() > 1) {
      std::vector<std::string> names;
      for (const Stance* one : by) names.push_back("by " + one->name);
      const std::string times = by.size() == 2 ? "twice" : std::to_string(by.size()) + " times";
      add(Severity::warning, Rule::correction_twice, stance,
          "it is set aside " + times + ": " + listed(names));
    }
    if (in_circles_.contains(&stance))
      add(Severity::error, Rule::correction_circle, stance, "its correction leads back to itself");
  }

  // Goes along each chain once: what a walk meets that an earlier one has seen leads nowhere new.
  void find_circles() {
    const SetAside& aside = lines_.aside();
    std::unordered_map<const Stance*, const Stance*> seen;  // the beginning of the walk that did
    for (const Stance& stance : folder_.stances) {
      const Stance* at = &stance;
      while (at != nullptr && seen.emplace(at, &stance).second) at = aside.target(*at);
      if (at == nullptr || seen.at(at) != &stance) continue;
      while (in_circles_.insert(at).second) at = aside.target(*at);
    }
  }

  // Of records in the order of their first day, the first that surely begins behind `after`, and
  // on `until` or before; null where there is none.
  static const Stance* first_within(const std::vector<const Stance*>& records, Day after,
                                    Day until) {
    auto at =
        std::upper_bound(records.begin(), records.end(), after,
                         [](Day day, const Stance* one) { return day < one->held.earliest(); });
    for (; at != records.end() && (*at)->held.earliest() <= until; ++at) {
      if ((*at)->held.latest() <= until) return *at;
    }
    return nullptr;
  }

  // The records of a line that are no absences.
  const std::vector<const Stance*>& positions_of(const Line& line) {
    const auto [at, is_new] = positions_.try_emplace(&line);
    if (is_new) {
      for (const LineRecord& record : line.records) {
        if (!record.absence()) at->second.push_back(record.stance);
      }
    }
    return at->second;
  }

  std::string why_fallen(const Stance* root) const {
    if (root == nullptr) return "is gone";
    for (const Stance* by : lines_.aside().by(*root)) {
      if (by->retracts.empty()) return "was corrected to something else, by " + by->name;
    }
    return "was retracted";
  }

  void look_at_check(const Stance& check) {
    if (lines_.aside().has(check)) return;
    const Stance* root = lines_.root_of(check);
    if (root == &check || !check.retracts.empty()) return;  // an error of its own file
    if (root != nullptr) {
      for (std::string& sentence : why_no_root(check, *root, lines_.words()))
        add(Severity::error, Rule::repeats_target, check, std::move(sentence));
      if (!may_repeat(check, *root, lines_.words())) return;
    }
    const Stance* record = lines_.checked_by(check);
    if (record == nullptr) {
      add(Severity::warning, Rule::repeats_fallen, check,
          "it says that " + check.repeats + " still was so, and that " + why_fallen(root),
          "aver retract " + check.id() + " --reason \"WHY\"");
      return;
    }
    const Meaning meaning = lines_.words().find(record->position);
    if (!meaning || !meaning.word->absence) return;
    const Line* line = lines_.of(record->holder, meaning.scale->name);
    if (line == nullptr) return;
    if (const Stance* position =
            first_within(positions_of(*line), record->held.latest(), check.held.earliest())) {
      add(Severity::warning, Rule::absence_overtaken, check,
          "it found " + quoted(record->position) + " on " + to_string(check.held) + ", and " +
              position->name + " says " + quoted(position->position) + " since " +
              to_string(position->held));
    }
  }

  // The commands that make one record of two that say the same: the evidence of the later goes to
  // the other.
  static std::string one_of_both(const Stance& kept, const Stance& other) {
    std::string commands;
    for (const EvidenceView& one : evidences(other)) {
      if (one.source.empty() || cites_words(kept, one)) continue;
      commands += "aver evidence add " + kept.id();
      const auto option = [&](const char* name, const std::string& value) {
        if (!value.empty()) commands += std::string(" ") + name + " " + shell_quoted(value);
      };
      option("--source", one.source);
      option("--locator", one.locator);
      option("--quote", one.quote);
      option("--quote-lang", one.quote_lang);
      option("--translation", one.translation);
      option("--speaker", one.speaker);
      for (const std::string& reporter : one.via) option("--via", reporter);
      option("--mode", one.mode);
      if (one.unverified) commands += " --unverified";
      if (one.credibility) option("--credibility", std::to_string(*one.credibility));
      commands += " && ";
    }
    return "to make one of the two: " + commands + "aver retract " + other.id() +
           " --reason \"evidence of " + kept.name + "\"";
  }

  static bool cites_words(const Stance& stance, const EvidenceView& of) {
    return any_evidence(stance, [&](const EvidenceView& one) {
      return one.source == of.source && one.quote == of.quote;
    });
  }

  // Records of one line and one exact day, without times that order them. Of each, the last before
  // it that says the same is told, and the last that says something else.
  void look_at_days(const Line& line) {
    DayRecords before;
    for (const LineRecord& record : line.records) {
      if (!record.stance->held.exact()) continue;
      before.go_to(record.stance->held.earliest());
      if (const LineRecord* same = before.last(
              record, [&](const LineRecord& one) { return one.word() == record.word(); })) {
        add(Severity::warning, Rule::position_twice, *record.stance,
            quoted(line.holder) + " holds " + quoted(record.word()) + " here and in " +
                same->stance->name + ", on the same day",
            one_of_both(*same->stance, *record.stance));
      }
      if (const LineRecord* other = before.last(record, [&](const LineRecord& one) {
            // An absence gives way to what was said on the day.
            return one.word() != record.word() && one.absence() == record.absence() &&
                   !opposed(one, record);
          })) {
        add(Severity::note, Rule::position_same_day, *record.stance,
            quoted(line.holder) + " holds " + quoted(record.word()) + " here and " +
                quoted(other->word()) + " in " + other->stance->name +
                ", on one day: which came first is not known",
            "give both a time: held = " + to_string(record.stance->held.earliest()) +
                "T18:00:00+00:00");
      }
      before.add(record);
    }
  }

  // The records of one day that others are held against. Without a time a record has an order with
  // none, so that of those that say the same the last will do.
  class DayRecords {
   public:
    void go_to(Day day) {
      if (day_ != day) records_.clear();
      day_ = day;
    }
    void add(const LineRecord& record) {
      if (!record.stance->held.time()) {
        std::erase_if(records_, [&](const LineRecord* one) {
          return !one->stance->held.time() && one->word() == record.word();
        });
      }
      records_.push_back(&record);
    }
    template <class Fits>
    const LineRecord* last(const LineRecord& record, const Fits& fits) const {
      const auto found =
          std::find_if(records_.rbegin(), records_.rend(), [&](const LineRecord* one) {
            return fits(*one) && !is_earlier_that_day(*one->stance, *record.stance) &&
                   !is_earlier_that_day(*record.stance, *one->stance);
          });
      return found == records_.rend() ? nullptr : *found;
    }

   private:
    std::optional<Day> day_;
    std::vector<const LineRecord*> records_;
  };

  static bool opposed(const LineRecord& a, const LineRecord& b) {
    return a.meaning != nullptr && b.meaning != nullptr && a.meaning->value * b.meaning->value < 0;
  }

  // An opposed position that begins before the stated end of another.
  void look_at_ends(const Line& line) {
    if (line.scale == nullptr || line.scale->order != Order::opposed) return;
    std::vector<const Stance*> positive, negative;
    for (const LineRecord& record : line.records) {
      const double value = record.meaning->value;
      if (value != 0) (value > 0 ? positive : negative).push_back(record.stance);
    }
    for (const LineRecord& record : line.records) {
      const Stance& a = *record.stance;
      if (!a.until || record.meaning->value == 0) continue;
      const Stance* b = first_within(record.meaning->value > 0 ? negative : positive,
                                     a.held.latest(), a.until->earliest());
      if (b == nullptr) continue;
      add(Severity::note, Rule::until_cut_short, *b,
          quoted(b->position) + " begins before " + a.name + " says that " + quoted(a.position) +
              " ended, on " + to_string(*a.until));
    }
  }

  // A position that begins while an absence says that nothing was found.
  void look_at_absences(const Line& line) {
    for (const LineRecord& record : line.records) {
      const Stance& absence = *record.stance;
      if (!record.absence() || !absence.through) continue;
      const Stance* position =
          first_within(positions_of(line), absence.held.latest(), absence.through->earliest());
      if (position == nullptr) continue;
      add(Severity::warning, Rule::absence_contradicted, absence,
          "nothing was found through " + to_string(*absence.through) + ", and " + position->name +
              " says " + quoted(position->position) + " since " + to_string(position->held));
    }
  }

  const ClaimFolder& folder_;
  Lines lines_;
  std::unordered_set<const Stance*> in_circles_;
  std::unordered_map<const Line*, std::vector<const Stance*>> positions_;
  Diagnostics found_;
};

}  // namespace

Diagnostics check(const ClaimFolder& folder, const Vocabulary& vocabulary) {
  return Together(folder, vocabulary).run();
}

Diagnostics check_places(const std::vector<Stance>& stances) {
  Diagnostics found;
  std::optional<SetAside> aside;
  const auto add = [&](const Stance& stance, RuleName rule, const std::string& why) {
    if (!aside) aside.emplace(stances);
    if (aside->has(stance)) return;
    found.push_back({Severity::error,
                     rule,
                     stance_path(stance.claim, stance.name),
                     {},
                     "it takes no place: " + why,
                     ""});
  };
  for (const Stance& stance : stances) {
    if (!stance.corrects.empty() && !stance.retracts.empty()) {
      add(stance, Rule::correction_both, "the stance both corrects and retracts another");
    } else if (ends_before_it_begins(stance)) {
      add(stance, Rule::date_order,
          "until " + to_string(*stance.until) + " lies before held " + to_string(stance.held));
    }
  }
  return found;
}

Diagnostic symbolic_link(const std::string& path) {
  return {Severity::error,
          Rule::path_name,
          path,
          {},
          "a symbolic link is here, and records are plain files",
          "replace it by a file"};
}

Diagnostics check_format(std::string_view text, const RecordRef& record, int format) {
  Diagnostics found;
  const std::string path = path_of(record);
  for (const NewInFormat& one : newer_than(format, toml::parse(text, path).root, record.kind)) {
    found.push_back({Severity::warning, Rule::key_format, path, one.place,
                     one.what + " came with format " + std::to_string(one.format) +
                         ", and aver.toml says format = " + std::to_string(format),
                     "set format = " + std::to_string(one.format) + " in aver.toml"});
  }
  return found;
}

namespace {

// The words of a claim, folded, without articles, in their order.
std::vector<std::string> plain_words(std::string_view text) {
  static const std::set<std::string, std::less<>> kArticles = {"a", "an", "the"};
  const std::string folded = lower_case(fold(text).text) + " ";
  std::vector<std::string> words;
  std::string word;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    if (is_word_point(next_point(folded, at))) {
      word += folded.substr(begin, at - begin);
    } else if (!word.empty()) {
      if (!kArticles.contains(word)) words.push_back(word);
      word.clear();
    }
  }
  return words;
}

std::string in_a_line(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += word + " ";
  return line;
}

// Long enough to be misspelt and still the same word; never a number.
bool may_be_misspelt(const std::string& word) {
  return word.size() >= 5 && word.find_first_of("0123456789") == word.npos;
}

}  // namespace

void Duplicates::add(const Decoded<Actor>& decoded) {
  if (!decoded.record) return;
  const Actor& actor = *decoded.record;
  std::set<std::string, std::less<>> told;
  const auto add_name = [&](const std::string& name, const std::string& key) {
    if (name.empty()) return;
    const auto [at, is_new] = actors_.emplace(plain(name), actor.id);
    if (is_new || at->second == actor.id || !told.insert(at->second).second) return;
    found_.push_back(
        {Severity::warning, Rule::actor_duplicate, decoded.file, decoded.places.of(key),
         quoted(at->second) + " is called " + quoted(name) + ", too", "aver show " + at->second});
  };
  add_name(actor.name, "name");
  for (std::size_t i = 0; i < actor.aliases.size(); ++i)
    add_name(actor.aliases[i], "aliases[" + std::to_string(i) + "]");
}

void Duplicates::add(const Decoded<Claim>& decoded) {
  if (!decoded.record) return;
  const Claim& claim = *decoded.record;
  std::vector<std::string> words = plain_words(claim.text);
  const auto same_as = [&](const std::string& other) {
    for (const Relation& relation : claim.relations) {
      if (relation.to == other) return;  // known, and said
    }
    found_.push_back({Severity::warning, Rule::claim_duplicate, decoded.file,
                      decoded.places.of("text"), "it says what " + quoted(other) + " says",
                      "aver show " + other});
  };
  const auto [at, is_new] = claims_.emplace(in_a_line(words), claim.id);
  if (!is_new) return same_as(at->second);
  // The same but for a letter of one word.
  bool told = false;
  for (std::string& word : words) {
    if (!may_be_misspelt(word)) continue;
    const std::string whole = std::exchange(word, "*");
    const auto [near, first] = near_.emplace(in_a_line(words), Near{claim.id, whole});
    word = whole;
    if (first || told || distance(near->second.word, whole) > 1) continue;
    same_as(near->second.claim);
    told = true;
  }
}

}  // namespace aver::claims
