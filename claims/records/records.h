// SPDX-License-Identifier: MIT
//
// The records as values. Keys, types and order on disk: claims/FORMAT.md; the table that maps one
// to the other is in schema.cpp.
//
// An optional text that is absent is the empty string: the format does not tell the two apart.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/text/date.h"
#include "claims/toml/toml.h"

namespace aver::claims {

// A date or an instant: when something was fetched, archived or said. Kept as written.
struct Moment {
  Date date;         // the day of it
  std::string time;  // RFC 3339, "2024-11-01T09:30:00Z"; empty where only a date is known

  friend bool operator==(const Moment&, const Moment&) = default;
};

std::string to_string(const Moment& moment);

struct Relation {
  std::string type;  // negates, narrows, same-as, depends-on
  std::string to;    // a claim's id
  toml::Table unknown{};

  friend bool operator==(const Relation&, const Relation&) = default;
};

// A proposition, stated affirmatively and once.
struct Claim {
  std::string id;  // from the path, not in the file; so in every record
  std::string text;
  std::string kind;  // fact, event, pledge, policy, prediction, quote
  std::vector<std::string> aliases;
  std::string lang;
  std::vector<std::string> tags;  // a set, sorted
  std::optional<Date> deadline;
  std::optional<Date> review_by;
  std::vector<std::string> same_as;  // URLs
  std::string note;
  std::vector<Relation> relations;
  toml::Table unknown;  // keys of other programs or later versions; kept

  friend bool operator==(const Claim&, const Claim&) = default;
};

// What a position rests on: a place in a source, its words, and who says so. The keys of the same
// names in a stance are its first evidence.
struct Evidence {
  std::string source{};
  std::string locator{};
  std::string quote{};
  std::string quote_lang{};
  std::string translation{};
  std::string speaker{};
  std::vector<std::string> via{};
  std::string mode{};
  bool unverified = false;
  std::optional<int> credibility{};
  toml::Table unknown{};

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// The canonical order of a stance's further evidence, which is a set.
bool operator<(const Evidence& a, const Evidence& b);

// A name that a record gave up after others could have cited it, and the contents that it had.
struct Formerly {
  std::string id;    // of a stance the whole id
  std::string blob;  // git's id of the contents
  toml::Table unknown{};

  friend bool operator==(const Formerly&, const Formerly&) = default;
};

// One dated record: this holder held this position on this claim, says this source.
struct Stance {
  std::string claim;  // the claim's id, from the path
  std::string name;   // file name without ".toml": "2024-10-31-calda"
  std::string holder;
  std::string position;  // a word of the vocabulary; empty only where `retracts` is set
  Date held;
  std::optional<Date> until;
  std::optional<Date> through;
  std::vector<std::string> searched;
  std::string mode;  // direct, paraphrase, attributed, inferred, action, vote, document
  std::string speaker;
  std::vector<std::string> via;  // outermost reporter first
  std::string summary;
  std::string quote;
  std::string quote_lang;
  std::string translation;
  std::string source;
  std::string locator;
  // The quote does not stand in the saved text, and was recorded knowingly.
  bool unverified = false;
  std::optional<int> credibility;  // 1 confirmed … 6 cannot be judged (Admiralty code)
  std::string likelihood;
  std::string rating;
  std::optional<Date> review_by;
  std::string condition;  // the "if" of a qualified position
  // Name of the stance of the same claim that this look found unchanged: the record is a check.
  std::string repeats;
  std::optional<Date> first_recorded;  // by a tracker that the record was taken over from
  std::string corrects;                // name of a stance of the same claim
  std::string retracts;                // likewise
  std::string reason;
  std::string note;
  std::vector<Evidence> further;   // evidence beside the first: a set, sorted
  std::vector<Formerly> formerly;  // a merge gave its name to another record
  toml::Table unknown;

  std::string id() const { return claim + "/" + name; }

  friend bool operator==(const Stance&, const Stance&) = default;
};

// One evidence of a stance, without a copy of it. As good as long as the stance is.
struct EvidenceView {
  // `from` is a stance, for its first evidence, or a further evidence of one.
  template <class From>
  EvidenceView(const From& from, std::size_t place)
      : number(place),
        source(from.source),
        locator(from.locator),
        quote(from.quote),
        quote_lang(from.quote_lang),
        translation(from.translation),
        speaker(from.speaker),
        via(from.via),
        mode(from.mode),
        unverified(from.unverified),
        credibility(from.credibility) {}

  std::size_t number;  // 0: the first; n: the one at n - 1 in Stance::further
  const std::string& source;
  const std::string& locator;
  const std::string& quote;
  const std::string& quote_lang;
  const std::string& translation;
  const std::string& speaker;
  const std::vector<std::string>& via;
  const std::string& mode;
  const bool& unverified;
  const std::optional<int>& credibility;

  // How the codec names the place of one of its keys: "quote", "evidence[0].quote".
  std::string key(std::string_view name) const;
};

// Whether any of the keys that are the first evidence is given.
bool has_first_evidence(const Stance& stance);

// The first evidence by itself, and as it is put in place of what a stance has.
Evidence first_evidence(const Stance& stance);
void set_first_evidence(Stance& stance, const Evidence& evidence);

// Every evidence of a stance: the first, where it has one, then the further ones in order.
std::vector<EvidenceView> evidences(const Stance& stance);

// The one with that number. REQUIRES: there is one, or the number is 0.
EvidenceView evidence_at(const Stance& stance, std::size_t number);

// Whether some evidence of the stance fits. `fits`: const EvidenceView& -> bool.
template <class Fits>
bool any_evidence(const Stance& stance, const Fits& fits) {
  if (has_first_evidence(stance) && fits(EvidenceView(stance, 0))) return true;
  for (std::size_t i = 0; i < stance.further.size(); ++i) {
    if (fits(EvidenceView(stance.further[i], i + 1))) return true;
  }
  return false;
}

// Whether some evidence of the stance is a source, or this one.
bool has_source(const Stance& stance);
bool cites(const Stance& stance, std::string_view source);

struct Role {
  std::string title;
  std::string of;  // an actor's id
  std::optional<Date> from;
  std::optional<Date> to;
  toml::Table unknown{};

  friend bool operator==(const Role&, const Role&) = default;
};

// Person, state, organisation, party, outlet, account.
struct Actor {
  std::string id;
  std::string name;
  std::string kind;  // person, state, org, party, outlet, account
  std::vector<std::string> aliases;
  std::vector<std::string> same_as;
  std::string note;
  std::vector<Role> roles;
  toml::Table unknown;

  friend bool operator==(const Actor&, const Actor&) = default;
};

struct Archived {
  std::string url;
  std::optional<Moment> at;
  toml::Table unknown{};

  friend bool operator==(const Archived&, const Archived&) = default;
};

// A later saved text of a source: it shows what a publisher has changed silently.
struct Recapture {
  std::string capture;  // as those of the source itself
  std::string sha256;
  std::string original;
  std::string original_sha256;
  std::optional<Moment> retrieved;
  toml::Table unknown{};

  friend bool operator==(const Recapture&, const Recapture&) = default;
};

// A source: an article, a transcript, a document; with its capture, the saved text.
struct Source {
  std::string id;
  std::string title;
  std::vector<std::string> aliases;  // ids it had before
  std::string url;
  std::string publisher;
  std::vector<std::string> author;
  std::optional<Date> published;
  std::optional<Moment> retrieved;
  std::string captured_with;  // "aver 0.1.0, pdftotext 22.12"
  std::string lang;
  std::string reliability;  // A completely reliable … F cannot be judged (Admiralty code)
  std::string capture;      // file name, beside the record
  std::string sha256;       // of the capture's bytes, 64 lower-case hex digits
  std::string original;     // the file that the text was extracted from: a page, a PDF
  std::string original_sha256;
  std::string note;
  std::vector<Archived> archived;
  std::vector<Recapture> recaptures;  // oldest first
  toml::Table unknown;

  friend bool operator==(const Source&, const Source&) = default;
};

// A record, and the exact contents of it that a review is about.
struct Reviewed {
  std::string record;  // a path from the store's root
  std::string blob;    // git's id of the contents
  toml::Table unknown{};

  friend bool operator==(const Reviewed&, const Reviewed&) = default;
};

struct Review {
  std::string id;  // "<proposal>/<name>"
  std::string by;
  std::string verdict;  // approve, request-changes, comment
  std::optional<Moment> at;
  std::string body;
  std::vector<Reviewed> on;
  toml::Table unknown;

  friend bool operator==(const Review&, const Review&) = default;
};

// A claim with its stances in file order. `claim` is empty where claim.toml is absent or
// unreadable.
struct ClaimFolder {
  std::string id;
  std::optional<Claim> claim;
  std::vector<Stance> stances;
};

}  // namespace aver::claims
