// SPDX-License-Identifier: MIT
//
// What each key means, in a line: for editors that complete records.
#include <map>
#include <utility>

#include "claims/schema.h"

namespace aver::claims::schema {

std::string_view meaning(std::string_view record, std::string_view key) {
  static const std::map<std::pair<std::string_view, std::string_view>, std::string_view> all = {
      {{"claim", "text"}, "The proposition, stated affirmatively and once."},
      {{"claim", "kind"}, "fact, event, pledge, policy, prediction or quote."},
      {{"claim", "aliases"}, "Ids it had before; they go on working."},
      {{"claim", "lang"}, "Language of the text: \"en\"."},
      {{"claim", "tags"}, "Words to find it by."},
      {{"claim", "deadline"}, "When a pledge falls due."},
      {{"claim", "review_by"}, "When to look again."},
      {{"claim", "same_as"}, "URLs of the same claim elsewhere."},
      {{"claim", "note"}, "Anything else."},
      {{"claim", "relation"}, "How it stands to another claim."},
      {{"relation", "type"}, "negates, narrows, same-as or depends-on."},
      {{"relation", "to"}, "The other claim's id."},
      {{"stance", "holder"}, "Whose position it is: an actor's id."},
      {{"stance", "position"}, "A word of the store's vocabulary."},
      {{"stance", "held"}, "Since when the holder held it."},
      {{"stance", "until"}, "The last day it was held."},
      {{"stance", "through"}, "Somebody looked until then, and nothing had changed."},
      {{"stance", "searched"}, "Where somebody looked."},
      {{"stance", "mode"}, "How the position is known."},
      {{"stance", "speaker"}, "Who said it, where that is not the holder."},
      {{"stance", "via"}, "Who reports it, outermost first."},
      {{"stance", "summary"}, "What was said or done, in your words."},
      {{"stance", "quote"}, "The words, exactly as the source has them."},
      {{"stance", "quote_lang"}, "Language of the quote: \"ko\"."},
      {{"stance", "translation"}, "Of the quote."},
      {{"stance", "source"}, "Where it stands: a source's id."},
      {{"stance", "locator"}, "Where in the source: \"para 10\", \"p. 14\", \"01:23:45\"."},
      {{"stance", "unverified"}, "The quote does not stand in the saved text of its source."},
      {{"stance", "credibility"}, "Of this item: 1 confirmed … 5 improbable, 6 cannot be judged."},
      {{"stance", "likelihood"}, "Of a prediction."},
      {{"stance", "rating"}, "A reviewer's own label, word for word."},
      {{"stance", "review_by"}, "When to look again."},
      {{"stance", "corrects"}, "Name of the stance of this claim that was recorded wrongly."},
      {{"stance", "retracts"}, "Name of the stance of this claim that is taken back."},
      {{"stance", "reason"}, "Why it was wrong."},
      {{"stance", "note"}, "Anything else."},
      {{"actor", "name"}, "As it is written."},
      {{"actor", "kind"}, "person, state, org, party, outlet or account."},
      {{"actor", "aliases"}, "Other names, and ids it had before."},
      {{"actor", "same_as"}, "URLs of the same actor elsewhere."},
      {{"actor", "note"}, "Anything else."},
      {{"actor", "role"}, "An office it holds or held."},
      {{"role", "title"}, "The office."},
      {{"role", "of"}, "Whose: an actor's id."},
      {{"role", "from"}, "Since when."},
      {{"role", "to"}, "Until when."},
      {{"source", "title"}, "Its title."},
      {{"source", "aliases"}, "Ids it had before; they go on working."},
      {{"source", "url"}, "Where it is."},
      {{"source", "publisher"}, "Who published it."},
      {{"source", "author"}, "Who wrote it."},
      {{"source", "published"}, "When it was published."},
      {{"source", "retrieved"}, "When it was read."},
      {{"source", "lang"}, "Its language: \"en\"."},
      {{"source", "reliability"}, "Of the source: A completely reliable … E unreliable, F cannot be judged."},
      {{"source", "capture"}, "File name of its saved text, beside the record."},
      {{"source", "sha256"}, "Of the capture."},
      {{"source", "original"}, "File name of what the capture was taken out of."},
      {{"source", "original_sha256"}, "Of the original."},
      {{"source", "note"}, "Anything else."},
      {{"source", "archived"}, "A copy in an archive."},
      {{"source", "recapture"}, "A later saved text of the same source."},
      {{"archived", "url"}, "Where the copy is."},
      {{"archived", "at"}, "When it was made."},
      {{"recapture", "capture"}, "File name of the saved text."},
      {{"recapture", "sha256"}, "Of the capture."},
      {{"recapture", "original"}, "File name of what the capture was taken out of."},
      {{"recapture", "original_sha256"}, "Of the original."},
      {{"recapture", "retrieved"}, "When it was read."},
      {{"review", "by"}, "Who reviews."},
      {{"review", "verdict"}, "approve, request-changes or comment."},
      {{"review", "at"}, "When."},
      {{"review", "body"}, "What the reviewer says."},
      {{"review", "on"}, "The contents it speaks of."},
      {{"on", "record"}, "A path from the store's root."},
      {{"on", "blob"}, "git's id of the contents."},
  };
  const auto at = all.find({record, key});
  return at == all.end() ? std::string_view{} : at->second;
}

}  // namespace aver::claims::schema
