// SPDX-License-Identifier: MIT
//
// aver add: a new claim.
#include <memory>

#include "claims/text/similar.h"
#include "cli/check/uncommitted.h"
#include "cli/commands/commands.h"
#include "cli/names/key_words.h"
#include "cli/names/names.h"
#include "cli/record/save.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using store::Fault;
using store::StoreError;

struct Options {
  std::string claim, text;
  std::optional<std::string> kind, lang, deadline, review_by, note;
  std::vector<std::string> tags, same_as, relations;
  Writing writing;
};

// "negates:dorn/x" -> a relation.
claims::Relation relation_from(const store::View& tip, const std::string& text) {
  const std::size_t colon = text.find(':');
  if (colon == text.npos) {
    throw StoreError(Fault::usage, "--relation takes TYPE:CLAIM, not \"" + text + "\"", {},
                     "--relation narrows:OTHER-CLAIM");
  }
  return {text.substr(0, colon), claim_named(tip, text.substr(colon + 1))};
}

store::Change change_on(const store::View& tip, const Options& options, Session& session) {
  claims::Claim claim;
  claim.id = options.claim;
  claim.text = clean_text("the claim's text", options.text, false);
  claim.kind = options.kind.value_or("");
  claim.lang = options.lang.value_or("");
  if (options.deadline) claim.deadline = session.date("--deadline", *options.deadline);
  if (options.review_by) claim.review_by = session.date("--review-by", *options.review_by);
  claim.note = options.note ? clean_text("--note", *options.note, true) : "";
  claim.tags = options.tags;
  claim.same_as = options.same_as;
  for (const std::string& text : options.relations)
    claim.relations.push_back(relation_from(tip, text));

  require_good_id(claim.id);
  require_free(tip, {RecordKind::claim, claim.id});
  const std::string path = claims::claim_path(claim.id);
  const std::string content = claims::encode(claim);
  require_sound(session, claims::check(claims::decode_claim(content, path), store::KnownIn(tip)));
  return {{{path, content}}, "Add claim " + claim.id + "\n\n" + claim.text + "\n"};
}

int run(const Options& options, Session& session) {
  const auto saved = save(session, options.writing,
                          [&](const store::View& tip) { return change_on(tip, options, session); });
  session.out.data(hanging(safe_line("added claim " + options.claim + ": " + options.text),
                           session.out.width(), 2));
  if (saved) session.out.data(paragraph(*saved, session.out.width(), 2));
  return kDone;
}

}  // namespace

Command add_command() {
  auto options = std::make_shared<Options>();
  Options& o = *options;
  Command command;
  command.name = "add";
  command.description =
      "Adds a claim: a proposition, stated affirmatively and once. Who holds what on it is "
      "recorded with "
      "\"aver record\".";
  command.words = {
      positional("CLAIM", o.claim,
                 "its id: a path of lower-case words, as dorn/calda-restrains-dorn"),
      positional("TEXT", o.text, "the proposition, as a full sentence"),
      option("--kind", "KIND", &o.kind, "fact, event, pledge, policy, prediction or quote",
             words_of_key(claims::RecordKind::claim, "kind")),
      option("--tag", "TAG", &o.tags, "may be repeated"),
      option("--deadline", "DATE", &o.deadline, "of a pledge or a prediction"),
      option("--review-by", "DATE", &o.review_by, "when to look again"),
      option("--relation", "TYPE:CLAIM", &o.relations,
             "negates, narrows, same-as or depends-on another claim; may be repeated"),
      option("--same-as", "URL", &o.same_as, "the same claim elsewhere; may be repeated"),
      option("--lang", "LANG", &o.lang, "the text's language: \"en\""),
      option("--note", "TEXT", &o.note, "anything else"),
  };
  add_writing_words(command.words, o.writing);
  command.examples = {
      {"aver add dorn/troops-in-rastia \"North Dornan troops are in Rastia\" --kind fact", ""}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
