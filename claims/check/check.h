// SPDX-License-Identifier: MIT
//
// The rules about records that one file alone cannot show: references, vocabulary, dates against
// each other, corrections, contradictions. Each rule has a stable name; all are listed in
// claims/check/rules.h.
//
// Pure: rules ask about the store through Known.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/evidence/quote.h"
#include "claims/records/codec.h"
#include "claims/records/vocabulary.h"
#include "claims/text/diagnostic.h"

namespace aver::claims {

// The questions that a rule may ask about the rest of the store.
class Known {
 public:
  virtual ~Known() = default;
  virtual bool has(const RecordRef& record) const = 0;
  // The actor that an id leads to: the one that has it, or has it among its aliases. Empty where
  // that is none, or several.
  virtual std::string actor_of(const std::string& id) const {
    return has({RecordKind::actor, id}) ? id : "";
  }
  // The actors that are called so, by id: ActorNames::called(). None where nobody has read them.
  virtual std::vector<std::string> called(const std::string& words) const {
    (void)words;
    return {};
  }
  // The id that the record has now which had this one before; nothing where none had.
  virtual std::optional<std::string> called_now(const RecordRef&) const { return std::nullopt; }
};

// Each returns all problems of one record, those of decoding included.
Diagnostics check(const Decoded<Claim>& claim, const Known& known);
Diagnostics check(const Decoded<Stance>& stance, const Vocabulary& vocabulary, const Known& known);
Diagnostics check(const Decoded<Actor>& actor, const Known& known);
Diagnostics check(const Decoded<Source>& source, const Known& known);
Diagnostics check(const Decoded<Review>& review);

// The problems of `held` beside the day the source of the first evidence was published and captured
// (null: no source is known), and of a day in the future.
Diagnostics check_held(const Decoded<Stance>& stance, const Source* source, Day today);

// The problems between the stances of one claim: no claim.toml beside them, corrections that lead
// in a circle, contradictions, looks that found silence where something was said. `folder` holds
// the readable stances.
Diagnostics check(const ClaimFolder& folder, const Vocabulary& vocabulary);

// The readable records that take no place: on no line, though nothing sets them aside. One ends
// before it begins, or both corrects and retracts another.
Diagnostics check_places(const std::vector<Stance>& stances);

// The files that a source names, in order: captures and originals, and where each is named.
struct CapturedFile {
  std::string key;   // "capture", "recapture[0].original"
  std::string file;  // name, beside the record
  std::string sha256;
  std::string hash_key;
};
std::vector<CapturedFile> captured_files(const Source& source);

// What Git LFS puts in the place of a file's bytes.
bool is_lfs_pointer(std::string_view bytes);

// The problems of one of these files. `sha256` is that of the file's bytes, or nothing where the
// store has no such file. `is_pointer`: the bytes are a pointer of Git LFS.
Diagnostics check_capture(const Decoded<Source>& source, const CapturedFile& file,
                          const std::optional<std::string>& sha256, bool is_pointer = false);

// Whether the quote of an evidence stands in the captures of its source.
struct QuoteVerdict {
  QuoteMatch match;         // in the latest capture that it stands in, or else in the latest
  std::size_t capture = 0;  // which: 0 is the first
  bool drifted = false;     // it stands in an earlier capture, and not in the latest
  std::string nearest;      // near and missing: the sentence that is nearest; may be empty
  std::vector<std::string> left_out;  // elided: what the marks stand for, each on one line
};
// The problems of the quote of one evidence of the stance.
Diagnostics check_quote(const Decoded<Stance>& stance, const EvidenceView& evidence,
                        const QuoteVerdict& verdict);

// What is said of a symbolic link in a record's place.
Diagnostic symbolic_link(const std::string& path);

// What a record's file has that came with a later format than the store's: an older program that
// takes the store for one it knows would misread it.
Diagnostics check_format(std::string_view text, const RecordRef& record, int format);

// Finds duplicates: claims whose texts are equal but for case, marks, articles and one letter, and
// actors that share a name or an alias.
class Duplicates {
 public:
  void add(const Decoded<Claim>& claim);
  void add(const Decoded<Actor>& actor);
  Diagnostics take() { return std::move(found_); }

 private:
  struct Near {
    std::string claim;
    std::string word;
  };
  std::map<std::string, std::string> claims_;  // words -> id of the first
  std::map<std::string, Near> near_;           // the same with one word left open
  std::map<std::string, std::string> actors_;  // name, folded -> id of the first
  Diagnostics found_;
};

}  // namespace aver::claims
