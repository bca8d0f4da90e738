// SPDX-License-Identifier: MIT
#include "claims/check.h"

#include <algorithm>
#include <map>
#include <set>

namespace aver::claims {
namespace {

// Collects what is wrong with one record, each at the place of the key it is about.
template <class Record>
class Findings {
 public:
  explicit Findings(const Decoded<Record>& decoded) : decoded_(decoded), found_(decoded.problems) {}

  void add(Severity severity, std::string_view rule, std::string_view key, std::string sentence,
           std::string hint = "") {
    found_.push_back(Diagnostic{severity, std::string(rule), decoded_.file, decoded_.places.of(key),
                                std::move(sentence), std::move(hint)});
  }
  void error(std::string_view rule, std::string_view key, std::string sentence,
             std::string hint = "") {
    add(Severity::error, rule, key, std::move(sentence), std::move(hint));
  }
  void warning(std::string_view rule, std::string_view key, std::string sentence,
               std::string hint = "") {
    add(Severity::warning, rule, key, std::move(sentence), std::move(hint));
  }

  Diagnostics take() {
    sort(found_);
    return std::move(found_);
  }

 private:
  const Decoded<Record>& decoded_;
  Diagnostics found_;
};

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

bool known(const Known& store, RecordKind kind, const std::string& id) {
  return store.has(RecordRef{kind, id});
}

// The first day of `later` must not lie before that of `earlier` where both are certain.
bool wrong_way_round(const Date& earlier, const Date& later) {
  return later.latest() < earlier.earliest();
}

void check_position(const Stance& stance, const Vocabulary& vocabulary, Findings<Stance>& found) {
  if (stance.position.empty()) return;
  const Meaning meaning = vocabulary.find(stance.position);
  if (!meaning) {
    found.error("vocabulary/position", "position",
                quoted(stance.position) + " is not a word of this store's vocabulary",
                "aver help vocabulary");
    return;
  }
  if (meaning.word->name != stance.position) {
    found.add(Severity::note, "vocabulary/renamed", "position",
              quoted(stance.position) + " is now called " + quoted(meaning.word->name));
  }
  if (meaning.word->absence && stance.searched.empty() && stance.source.empty()) {
    found.error(
        "absence/evidence", "position",
        quoted(stance.position) +
            " says that somebody looked and found nothing: name where (searched), or a source");
  }
}

void check_dates(const Stance& stance, Findings<Stance>& found) {
  const std::string held = to_string(stance.held);
  if (stance.until && wrong_way_round(stance.held, *stance.until)) {
    found.error("date/order", "until",
                "until " + to_string(*stance.until) + " lies before held " + held);
  }
  if (stance.through && wrong_way_round(stance.held, *stance.through)) {
    found.error("date/order", "through",
                "through " + to_string(*stance.through) + " lies before held " + held);
  }
}

// A speaker or a reporter may be an actor's id or plain words; only what looks like an id is looked
// up.
void check_who(std::string_view rule, std::string_view key, const std::string& who,
               const Known& store, Findings<Stance>& found) {
  if (who.empty() || !id_problem(who).empty() || known(store, RecordKind::actor, who)) return;
  found.warning(rule, key,
                quoted(who) + " is no actor of this store; a name in plain words is fine too",
                "aver actor add " + who + " NAME");
}

void check_target(std::string_view key, const std::string& target, const Stance& stance,
                  const Known& store, Findings<Stance>& found) {
  if (target.empty()) return;
  StanceId id = split_stance_id(target);
  if (id.claim.empty()) id.claim = stance.claim;
  const std::string rule = "correction/target";
  if (id.claim != stance.claim) {
    found.error(rule, key,
                quoted(target) + " belongs to another claim: a stance " + std::string(key) +
                    " only one of its own claim");
  } else if (id.name == stance.name) {
    found.error("correction/circle", key, "the stance " + std::string(key) + " itself");
  } else if (!known(store, RecordKind::stance, id.claim + "/" + id.name)) {
    found.error(rule, key, "there is no stance " + quoted(id.name) + " on this claim");
  }
}

}  // namespace

const std::vector<Rule>& rules() {
  static const std::vector<Rule> all = {
      {"absence/evidence", Severity::error, "An absence names where somebody looked, or a source."},
      {"alias/taken", Severity::error, "An alias is no other record's id."},
      {"capture/changed", Severity::error, "A capture's bytes have the SHA-256 its source gives."},
      {"capture/hash", Severity::error, "A source names a capture and its SHA-256, or neither."},
      {"capture/missing", Severity::error, "A capture that a source names is in the store."},
      {"claim/missing", Severity::error, "Stances stand beside the claim.toml they are about."},
      {"correction/both", Severity::error, "A stance corrects or retracts another, not both."},
      {"correction/circle", Severity::error, "Corrections do not lead back to themselves."},
      {"correction/holder", Severity::error, "A correction is about the same holder."},
      {"correction/target", Severity::error, "What is corrected is a stance of the same claim."},
      {"date/order", Severity::error, "A beginning does not lie behind its end."},
      {"evidence/source", Severity::warning, "A quote or a locator names its source."},
      {"position/contradiction", Severity::warning,
       "Nobody holds opposed positions on one claim over the same days."},
      {"quote/drifted", Severity::warning, "A quote stands in the latest capture of its source."},
      {"quote/locator", Severity::warning, "A quote stands in the paragraph that is given."},
      {"quote/missing", Severity::error, "A quote stands in the saved text of its source."},
      {"quote/near", Severity::error, "A quote has the words of its source."},
      {"quote/unverified", Severity::note, "A quote that does not stand there says so."},
      {"reference/holder", Severity::error, "A holder is an actor of the store."},
      {"reference/relation", Severity::error, "A related claim is in the store."},
      {"reference/role", Severity::error, "The body a role is of is an actor of the store."},
      {"reference/source", Severity::error, "A source that a stance names is in the store."},
      {"reference/speaker", Severity::warning,
       "A speaker given as an id is an actor of the store."},
      {"reference/via", Severity::warning, "A reporter given as an id is an actor of the store."},
      {"text/translation", Severity::warning, "A translation stands beside the quote it is of."},
      {"vocabulary/position", Severity::error, "A position is a word of the store's vocabulary."},
      {"vocabulary/renamed", Severity::note, "A position uses the word's name of today."},
  };
  return all;
}

Diagnostics check(const Decoded<Claim>& decoded, const Known& store) {
  Findings<Claim> found(decoded);
  if (decoded.readable() == nullptr) return found.take();
  const Claim& claim = *decoded.readable();
  for (std::size_t i = 0; i < claim.relations.size(); ++i) {
    const Relation& relation = claim.relations[i];
    const std::string key = "relation[" + std::to_string(i) + "].to";
    if (relation.to.empty()) continue;
    if (relation.to == claim.id) {
      found.error("reference/relation", key, "the claim is related to itself");
    } else if (!known(store, RecordKind::claim, relation.to)) {
      found.error("reference/relation", key,
                  "there is no claim " + quoted(relation.to) + " in this store");
    }
  }
  for (std::size_t i = 0; i < claim.aliases.size(); ++i) {
    const std::string& alias = claim.aliases[i];
    if (id_problem(alias).empty() && known(store, RecordKind::claim, alias)) {
      found.error("alias/taken", "aliases[" + std::to_string(i) + "]",
                  quoted(alias) +
                      (alias == claim.id ? " is the claim's own id" : " is another claim's id"));
    }
  }
  return found.take();
}

Diagnostics check(const Decoded<Stance>& decoded, const Vocabulary& vocabulary,
                  const Known& store) {
  Findings<Stance> found(decoded);
  if (decoded.readable() == nullptr) return found.take();
  const Stance& stance = *decoded.readable();
  check_position(stance, vocabulary, found);
  check_dates(stance, found);
  if (!stance.holder.empty() && !known(store, RecordKind::actor, stance.holder)) {
    found.error("reference/holder", "holder",
                "there is no actor " + quoted(stance.holder) + " in this store",
                "aver actor add " + stance.holder + " NAME");
  }
  if (!stance.source.empty() && !known(store, RecordKind::source, stance.source)) {
    found.error("reference/source", "source",
                "there is no source " + quoted(stance.source) + " in this store",
                "aver source add " + stance.source + " TITLE");
  }
  check_who("reference/speaker", "speaker", stance.speaker, store, found);
  for (std::size_t i = 0; i < stance.via.size(); ++i) {
    check_who("reference/via", "via[" + std::to_string(i) + "]", stance.via[i], store, found);
  }
  check_target("corrects", stance.corrects, stance, store, found);
  check_target("retracts", stance.retracts, stance, store, found);
  if (!stance.corrects.empty() && !stance.retracts.empty()) {
    found.error("correction/both", "retracts", "the stance both corrects and retracts another");
  }
  if (!stance.quote.empty() && stance.source.empty()) {
    found.warning("evidence/source", "quote", "the quote names no source to check it against");
  }
  if (!stance.locator.empty() && stance.source.empty()) {
    found.warning("evidence/source", "locator", "the locator names no source to look in");
  }
  if (!stance.translation.empty() && stance.quote.empty()) {
    found.warning("text/translation", "translation", "the translation has no quote beside it");
  }
  return found.take();
}

Diagnostics check(const Decoded<Actor>& decoded, const Known& store) {
  Findings<Actor> found(decoded);
  if (decoded.readable() == nullptr) return found.take();
  for (std::size_t i = 0; i < decoded.readable()->roles.size(); ++i) {
    const Role& role = decoded.readable()->roles[i];
    const std::string key = "role[" + std::to_string(i) + "]";
    if (!role.of.empty() && !known(store, RecordKind::actor, role.of)) {
      found.error("reference/role", key + ".of",
                  "there is no actor " + quoted(role.of) + " in this store",
                  "aver actor add " + role.of + " NAME");
    }
    if (role.from && role.to && wrong_way_round(*role.from, *role.to)) {
      found.error(
          "date/order", key + ".to",
          "the role ends " + to_string(*role.to) + ", before it begins " + to_string(*role.from));
    }
  }
  return found.take();
}

Diagnostics check(const Decoded<Source>& decoded) {
  Findings<Source> found(decoded);
  if (decoded.readable() == nullptr) return found.take();
  const Source& source = *decoded.readable();
  for (const CapturedFile& file : captured_files(source)) {
    if (file.sha256.empty()) {
      found.error("capture/hash", file.key,
                  "the " + file.key.substr(file.key.rfind('.') + 1) + " has no " +
                      file.hash_key.substr(file.hash_key.rfind('.') + 1) + " beside it");
    }
  }
  if (source.capture.empty() && !source.sha256.empty()) {
    found.error("capture/hash", "sha256", "there is a sha256, but no capture it is of");
  }
  if (source.original.empty() && !source.original_sha256.empty()) {
    found.error("capture/hash", "original_sha256",
                "there is an original_sha256, but no original it is of");
  }
  if (source.published && source.retrieved &&
      wrong_way_round(*source.published, source.retrieved->date)) {
    found.error("date/order", "retrieved",
                "retrieved " + to_string(*source.retrieved) + " lies before published " +
                    to_string(*source.published));
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

Diagnostics check_capture(const Decoded<Source>& decoded, const CapturedFile& file,
                          const std::optional<std::string>& sha256) {
  Diagnostics found;
  const std::string what = file.key.ends_with("original") ? "the original " : "the capture ";
  if (!sha256) {
    found.push_back({Severity::error, "capture/missing", decoded.file, decoded.places.of(file.key),
                     what + quoted(file.file) + " is not in the store", ""});
  } else if (!file.sha256.empty() && *sha256 != file.sha256) {
    found.push_back({Severity::error, "capture/changed", decoded.file,
                     decoded.places.of(file.hash_key),
                     what + quoted(file.file) + " has changed: its SHA-256 is " + *sha256, ""});
  }
  return found;
}

Diagnostics check_quote(const Decoded<Stance>& decoded, const QuoteVerdict& verdict) {
  Diagnostics found;
  if (decoded.readable() == nullptr) return found;
  const Stance& stance = *decoded.readable();
  const auto add = [&](Severity severity, const char* rule, const char* key, std::string sentence,
                       std::string hint = "") {
    found.push_back({severity, rule, decoded.file, decoded.places.of(key), std::move(sentence),
                     std::move(hint)});
  };
  const QuoteMatch& match = verdict.match;
  const std::string in = " in the saved text of " + stance.source;
  if (match.level == QuoteLevel::unchecked) return found;
  if (!stands(match.level)) {
    const bool near = match.level == QuoteLevel::near;
    const std::string what = near ? "the quote differs from the words" + in + ": " + differing(match.words)
                                  : "the quote does not stand" + in;
    std::string nearest = verdict.nearest;
    if (nearest.size() > 200) nearest.clear();
    add(stance.unverified ? Severity::note : Severity::error,
        stance.unverified ? "quote/unverified" : near ? "quote/near" : "quote/missing", "quote",
        what + (stance.unverified ? "; it was recorded as unverified" : ""),
        near || nearest.empty() ? "" : "nearest, para " + std::to_string(match.paragraph) + ": " + nearest);
    return found;
  }
  if (stance.unverified) {
    add(Severity::note, "quote/unverified", "unverified", "the quote does stand" + in);
  }
  if (verdict.drifted) {
    add(Severity::warning, "quote/drifted", "quote",
        "the quote no longer stands in the latest capture of " + stance.source);
  }
  const std::string place = "para " + std::to_string(match.paragraph);
  if (stance.locator.starts_with("para ") && stance.locator != place && !verdict.drifted &&
      stance.locator.find_first_not_of("0123456789", 5) == stance.locator.npos) {
    add(Severity::warning, "quote/locator", "locator",
        "the quote stands in " + place + ", not in " + stance.locator);
  }
  return found;
}

Diagnostics check(const ClaimFolder& folder, const Vocabulary& vocabulary) {
  Diagnostics found;
  const auto add = [&](Severity severity, const char* rule, const Stance& at,
                       std::string sentence) {
    found.push_back({severity, rule, stance_path(at.claim, at.name), {}, std::move(sentence), ""});
  };
  if (!folder.claim && !folder.stances.empty()) {
    add(Severity::error, "claim/missing", folder.stances.front(),
        "there is no readable " + claim_path(folder.id) + " beside its stances");
  }

  std::map<std::string, const Stance*, std::less<>> by_name;
  for (const Stance& stance : folder.stances) by_name.emplace(stance.name, &stance);
  const auto target = [&](const Stance& stance) -> const Stance* {
    const std::string& name = stance.corrects.empty() ? stance.retracts : stance.corrects;
    if (name.empty()) return nullptr;
    const auto at = by_name.find(split_stance_id(name).name);
    return at == by_name.end() ? nullptr : at->second;
  };
  for (const Stance& stance : folder.stances) {
    const Stance* other = target(stance);
    if (other == nullptr || other == &stance) continue;
    if (other->holder != stance.holder) {
      add(Severity::error, "correction/holder", stance,
          "it is about " + quoted(stance.holder) + ", but the stance it sets aside about " +
              quoted(other->holder));
    }
    std::set<const Stance*> seen;
    for (const Stance* at = other; at != nullptr && seen.insert(at).second; at = target(*at)) {
      if (at != &stance) continue;
      add(Severity::error, "correction/circle", stance, "its correction leads back to itself");
      break;
    }
  }
  for (const Contradiction& pair : contradictions(folder.stances, vocabulary)) {
    add(Severity::warning, "position/contradiction", *pair.b,
        quoted(pair.b->holder) + " holds " + quoted(pair.b->position) + " here and " +
            quoted(pair.a->position) + " in " + pair.a->name + ", over the same days");
  }
  sort(found);
  return found;
}

}  // namespace aver::claims
