// SPDX-License-Identifier: MIT
//
// aver search: records by their words, best first.
#include <memory>
#include <set>

#include "claims/positions/set_aside.h"
#include "cli/commands/commands.h"
#include "cli/names/load.h"
#include "cli/names/names.h"
#include "cli/names/phrases.h"
#include "cli/names/without.h"
#include "cli/session/print.h"
#include "cli/terminal/errors.h"
#include "store/records_index.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;

struct Options {
  std::vector<std::string> words;
  std::optional<std::string> topic, holder;
  std::optional<int> limit, offset;
  Reading reading;
};

constexpr int kLimit = 20;

std::size_t at_least(int lowest, const char* option, int given) {
  if (given >= lowest) return static_cast<std::size_t>(given);
  throw StoreError(Fault::usage,
                   std::string(option) + " takes a number from " + std::to_string(lowest) + " on");
}

// The same command for the next page.
std::string next_page(const Options& options, std::size_t offset) {
  std::string command = "aver search";
  for (const std::string& word : options.words) command += " " + shell_word(word);
  const auto add = [&](const char* name, const std::optional<std::string>& value) {
    if (value) command += " " + std::string(name) + " " + shell_word(*value);
  };
  add("--topic", options.topic);
  add("--holder", options.holder);
  add("--known-at", options.reading.when.known_at);
  add("--without", options.reading.without);
  if (options.limit) command += " --limit " + std::to_string(*options.limit);
  return command + " --offset " + std::to_string(offset);
}

// The stances among the hits that fall without what --without takes away. They are found all the
// same: a search is for words, and what is set aside has them still.
std::set<std::string> fallen_among(const std::vector<store::SearchHit>& hits,
                                   const store::View& view) {
  std::set<std::string> looked_at, fallen;
  for (const store::SearchHit& hit : hits) {
    if (hit.kind != claims::RecordKind::stance) continue;
    const std::string claim = claims::split_stance_id(hit.id).claim;
    if (!looked_at.insert(claim).second) continue;
    const auto folder = view.folder(claim);
    if (!folder) continue;
    view.assumption()->shown(folder->folder);
    for (const claims::Stance& stance : folder->folder.stances) {
      if (claims::is_assumed(stance)) fallen.insert(claim + "/" + stance.retracts);
    }
  }
  return fallen;
}

int run(const Options& options, Session& session) {
  SearchAnswer answer;
  answer.phrases = phrases_of(options.words, session.out.width());
  store::SearchQuery query;
  query.phrases = answer.phrases;
  query.limit = at_least(1, "--limit", options.limit.value_or(kLimit));
  query.offset = at_least(0, "--offset", options.offset.value_or(0));
  const store::View view = asked_view(session, options.reading);
  if (nothing_was_known(session, view, options.reading, "aver.search/1")) return kDone;
  if (options.topic) {
    query.topic = *options.topic;
    while (query.topic.ends_with('/')) query.topic.pop_back();
    require_good_id(query.topic);
    if (view.list(claims::claim_folder(query.topic)).empty())
      query.topic = claim_named(view, query.topic);
  }
  if (options.holder) query.holder = actor_named(view, *options.holder);
  answer.head = head_of(session, session.coordinates(options.reading.when), view);
  answer.offset = query.offset;
  answer.result = session.store().records().search(view, query);
  if (view.assumption() != nullptr) answer.fallen = fallen_among(answer.result.hits, view);
  const std::size_t next = query.offset + answer.result.hits.size();
  if (!answer.result.hits.empty() && next < answer.result.total) {
    answer.next = next_page(options, next);
  }
  print(session, options.reading, answer);
  return kDone;
}

}  // namespace

Command search_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "search";
  command.description =
      "Looks for words in claims, summaries, quotes, translations, notes, names, titles and saved "
      "texts, and shows the best hits first: a word in a claim's own text or in a title weighs "
      "more. "
      "A hit has all of the words. Case and accents do not matter; \"exact words\" between quotes "
      "stand side by side in this order; nothing else has a meaning of its own. Whole words are "
      "looked for, where list finds parts of them; of Chinese, Japanese and Korean any characters "
      "that follow each other.";
  command.words = {
      positional("WORDS", options->words, "words that a record must have"),
      option("--topic", "TOPIC", &options->topic, "only claims in this folder, and their stances"),
      option("--holder", "HOLDER", &options->holder, "only what this actor holds"),
      option("--limit", "N", &options->limit, "hits to show (default: 20)"),
      option("--offset", "N", &options->offset, "hits to leave out: the next page"),
  };
  add_reading_words(command.words, options->reading, row_formats());
  command.examples = {
      {"aver search troops border", "records that have both words"},
      {"aver search '\"border troops\"' --holder calda", "the exact words, by one holder"},
      {"aver search troops --known-at 2024-11-01", "in the records of then"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
