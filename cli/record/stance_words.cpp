// SPDX-License-Identifier: MIT
//
// The options for what a stance says, each with its line of help.
#include "cli/record/stance_words.h"

#include <algorithm>
#include <iterator>

#include "claims/records/codec.h"
#include "cli/names/key_words.h"

namespace aver::cli {

using claims::RecordKind;

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
        if (field.key == "evidence") return field.fields;
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

}  // namespace aver::cli
