// SPDX-License-Identifier: MIT
//
// A review's fields as records.
#include "claims/exchange/claimreview/claimreview_records.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

#include "claims/exchange/claimreview/loose_date.h"
#include "claims/records/codec.h"
#include "claims/text/code_points.h"
#include "claims/text/fold.h"

namespace aver::claims::claimreview {
namespace {

constexpr std::size_t kLongestSlug = 48;

// FNV-1a of 64 bits, its last bytes spread over all of them (Murmur's finish). Gives a record the
// same name on every machine; no protection against collisions made on purpose.
std::string digits_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3u;
  }
  hash = (hash ^ hash >> 33) * 0xff51afd7ed558ccdu;
  hash = (hash ^ hash >> 33) * 0xc4ceb9fe1a85ec53u;
  hash ^= hash >> 33;
  char buffer[17];
  std::snprintf(buffer, sizeof buffer, "%016llx", static_cast<unsigned long long>(hash));
  return std::string(buffer, 12);
}

// "<two digits>/<words of the text>-<digits>": at most 256 folders, each name its text's alone.
std::string fanned_id(const std::string& folder, std::string_view words, std::string_view whole) {
  const std::string digits = digits_of(whole);
  std::string name = slug(words);
  if (name.size() > kLongestSlug) {
    name.resize(kLongestSlug);
    if (const std::size_t cut = name.rfind('-'); cut != name.npos && cut > kLongestSlug / 2)
      name.resize(cut);
    while (name.ends_with('-')) name.pop_back();
  }
  return folder + "/" + digits.substr(0, 2) + "/" + (name.empty() ? "" : name + "-") + digits;
}

// Of a name with letters that cannot stand in an id, a few digits tell it from those without.
std::string name_slug(const std::string& name) {
  const std::string digits = digits_of(name);
  std::string id = slug(name);
  if (id.size() < 2) return "x" + digits;
  if (is_ascii(name)) return id;
  if (id.size() > kLongestSlug) id.resize(kLongestSlug);
  while (id.ends_with('-')) id.pop_back();
  return id + "-" + digits.substr(0, 6);
}

// What claims are ascribed to in place of a person: "Facebook posts", "viral video".
bool is_crowd(const std::string& name) {
  constexpr std::array<std::string_view, 14> kWords = {
      "post",    "user",      "viral",   "facebook", "twitter",  "whatsapp", "tiktok",
      "youtube", "instagram", "website", "blog",     "internet", "sources",  "social"};
  const std::string lower = lower_case(name);
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return lower.find(word) != lower.npos; });
}

std::string kind_of(const Party& party) {
  if (party.type.ends_with("Person")) return is_crowd(party.name) ? "account" : "person";
  if (!party.type.empty() && party.type.find("Organization") != party.type.npos) return "org";
  return is_crowd(party.name) ? "account" : "person";
}

bool is_url(std::string_view text) {
  const std::size_t colon = text.find(':');
  return colon != text.npos && colon > 0 && colon + 1 < text.size() &&
         text.find_first_of(" \t<>\"") == text.npos;
}

class Maker {
 public:
  Maker(const Fields& fields, const Options& options, Actors& actors)
      : fields_(fields), options_(options), actors_(actors) {
    made_.place = fields.place;
    made_.label = fields.label;
  }

  PublishedReview make() {
    const std::optional<Date> date = date_of(fields_.date, "the review");
    if (fields_.text.empty())
      error(InputRule::claimreview_text, "the review does not say which claim it is about");
    if (fields_.publisher.name.empty())
      error(InputRule::claimreview_publisher, "the review does not say whose it is");
    const std::string position = this->position();
    if (has_errors(made_.problems)) return std::move(made_);

    Claim claim;
    claim.id = fanned_id(options_.folder, fields_.text, fields_.text);
    claim.text = fields_.text;
    const std::string reviewer = actor(fields_.publisher.name, "outlet",
                                       options_.outlets + "/" + name_slug(fields_.publisher.name),
                                       fields_.site.empty() ? "" : "https://" + fields_.site);
    const std::string source = this->source(*date);
    made_.records.push_back(claim);

    Stance verdict;
    verdict.claim = claim.id;
    verdict.holder = reviewer;
    verdict.position = position;
    verdict.held = *date;
    verdict.name = stance_name(verdict.held, verdict.holder);
    verdict.mode = "document";
    verdict.summary = fields_.body;
    verdict.source = source;
    verdict.rating = fields_.label;
    made_.records.push_back(std::move(verdict));
    for (const Party& claimant : fields_.claimants)
      add_claimant(claimant, claim.id, source, *date, reviewer);
    return std::move(made_);
  }

 private:
  void problem(Severity severity, RuleName rule, std::string sentence, std::string hint = "") {
    made_.problems.push_back(
        {severity, rule, "", fields_.place, std::move(sentence), std::move(hint)});
  }
  void error(RuleName rule, std::string sentence, std::string hint = "") {
    problem(Severity::error, rule, std::move(sentence), std::move(hint));
  }

  std::optional<Date> date_of(const std::string& text, const char* whose) {
    if (text.empty()) {
      error(InputRule::claimreview_date, std::string("the date of ") + whose + " is missing");
      return std::nullopt;
    }
    const ParsedDate parsed = loose_date(text);
    if (!parsed.date)
      error(InputRule::claimreview_date,
            std::string("the date of ") + whose + ": " + parsed.problem);
    return parsed.date;
  }

  // By the publisher's words, then by its numbers.
  std::string position() {
    std::string word = options_.labels.find(fields_.label);
    if (word.empty() && fields_.number) word = position_of(*fields_.number, options_.vocabulary);
    if (word.empty()) word = options_.unmapped;
    if (word.empty()) {
      error(InputRule::label_unmapped,
            fields_.label.empty()
                ? "the review has no rating"
                : "the rating \"" + fields_.label + "\" is not known to stand for a position",
            "give it one with --labels FILE, or all such with --unmapped WORD");
    } else if (!options_.vocabulary.find(word)) {
      error(InputRule::label_unmapped, "\"" + word + "\" is no position of this store",
            "aver help vocabulary");
    }
    return word;
  }

  // Returns the id; adds the record where nobody of the name is known.
  std::string actor(const std::string& name, const std::string& kind, const std::string& id,
                    const std::string& url) {
    if (options_.known_actor) {
      if (std::string known = options_.known_actor(name); !known.empty()) return known;
    }
    Actor actor;
    actor.id = id;
    actor.name = name;
    actor.kind = kind;
    if (!url.empty()) actor.same_as = {url};
    made_.records.push_back(actors_.emplace(id, std::move(actor)).first->second);
    return id;
  }

  std::string source(const Date& date) {
    Source source;
    source.title = fields_.title.empty() ? fields_.text : fields_.title;
    const bool named = is_url(fields_.url);
    if (!named && !fields_.url.empty())
      problem(Severity::warning, InputRule::claimreview_url,
              "\"" + fields_.url + "\" is no URL; left out");
    if (named) source.url = fields_.url;
    source.publisher = fields_.publisher.name;
    source.published = date;
    source.lang = fields_.lang;
    // Named after all that is in it: several reviews of one page may say different things of it.
    source.id = fanned_id(options_.folder, source.title, claims::encode(source));
    made_.records.push_back(source);
    return source.id;
  }

  void add_claimant(const Party& claimant, const std::string& claim, const std::string& source,
                    const Date& reviewed, const std::string& reviewer) {
    constexpr std::string_view kAffirm = "affirm";
    if (!options_.vocabulary.find(kAffirm)) return;
    std::optional<Date> held;
    if (!fields_.claim_date.empty()) {
      const ParsedDate parsed = loose_date(fields_.claim_date);
      held = parsed.date;
      if (!held) {
        problem(Severity::warning, InputRule::claimreview_date,
                "the date of the claim: " + parsed.problem + "; about the review's is taken");
      }
    }
    // Without a date of its own, it was made about when it was reviewed.
    if (!held) {
      held = reviewed.bounded() ? reviewed : *parse_date(written_part(reviewed) + "~").date;
    }
    const std::string last = name_slug(claimant.name);
    Stance stance;
    stance.holder = actor(claimant.name, kind_of(claimant),
                          options_.claimants + "/" + folder_of(last) + "/" + last, "");
    if (stance.holder == reviewer) return;
    stance.claim = claim;
    stance.position = kAffirm;
    stance.held = *held;
    stance.name = stance_name(stance.held, stance.holder);
    stance.mode = "attributed";
    stance.via = {reviewer};
    stance.source = source;
    made_.records.push_back(std::move(stance));
  }

  // The first two characters, as far as they may stand alone.
  static std::string folder_of(const std::string& name) {
    std::string two = name.substr(0, 2);
    if (two.ends_with('-')) two.pop_back();
    return two;
  }

  const Fields& fields_;
  const Options& options_;
  Actors& actors_;
  PublishedReview made_;
};

}  // namespace

PublishedReview records_of(const Fields& fields, const Options& options, Actors& actors) {
  constexpr std::size_t kLargestRecord = std::size_t{1} << 20;  // FORMAT.md, "Limits"
  PublishedReview made = Maker(fields, options, actors).make();
  for (const Record& record : made.records) {
    if (encode(record).size() <= kLargestRecord) continue;
    made.problems.push_back({Severity::error, InputRule::claimreview_size, "", fields.place,
                             "a record of it would be larger than 1 MiB", ""});
    break;
  }
  if (has_errors(made.problems)) made.records.clear();
  return made;
}

RecordRef ref_of(const Record& record) {
  struct Ref {
    RecordRef operator()(const Claim& claim) const { return {RecordKind::claim, claim.id}; }
    RecordRef operator()(const Actor& actor) const { return {RecordKind::actor, actor.id}; }
    RecordRef operator()(const Source& source) const { return {RecordKind::source, source.id}; }
    RecordRef operator()(const Stance& stance) const { return {RecordKind::stance, stance.id()}; }
  };
  return std::visit(Ref{}, record);
}

toml::Table table_of(const Record& record) {
  return std::visit([](const auto& one) { return claims::table_of(one); }, record);
}

std::string encode(const Record& record) {
  return std::visit([](const auto& one) { return claims::encode(one); }, record);
}

}  // namespace aver::claims::claimreview
