// SPDX-License-Identifier: MIT
//
// aver list, aver actor list, aver source list.
#include <algorithm>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/load.h"
#include "cli/names.h"
#include "cli/render/json.h"
#include "cli/render/text.h"

namespace aver::cli {
namespace {

using store::View;

struct Options {
  std::optional<std::string> topic;
  std::optional<std::string> holder;
  std::vector<std::string> positions;
  std::vector<std::string> tags;
  std::optional<std::string> kind;
  Reading reading;
};

bool has_tags(const claims::Claim& claim, const std::vector<std::string>& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& tag) {
    return std::find(claim.tags.begin(), claim.tags.end(), tag) != claim.tags.end();
  });
}

// The words that --position names, each by its name of today; "silent,declined" names two.
std::vector<std::string> wanted_positions(const Options& options, const claims::Vocabulary& words) {
  std::vector<std::string> wanted;
  for (const std::string& given : options.positions) {
    std::size_t begin = 0;
    while (begin <= given.size()) {
      const std::size_t end = std::min(given.find(',', begin), given.size());
      wanted.push_back(position_named(words, given.substr(begin, end - begin)));
      begin = end + 1;
    }
  }
  return wanted;
}

int run(const Options& options, Session& session) {
  const View view = session.view(options.reading.when);
  ListAnswer answer;
  answer.head = head_of(session, session.coordinates(options.reading.when), view);
  answer.filtered = options.topic || options.holder || !options.positions.empty() ||
                    !options.tags.empty() || options.kind;
  const claims::Vocabulary& words = view.vocabulary();
  const std::string holder = options.holder ? actor_named(view, *options.holder) : "";
  const std::vector<std::string> positions = wanted_positions(options, words);

  const auto visit = [&](claims::ClaimFolder&& folder) {
    if (!folder.claim) return;
    if (options.kind && folder.claim->kind != *options.kind) return;
    if (!has_tags(*folder.claim, options.tags)) return;
    ListedClaim listed;
    listed.folder = std::move(folder);
    listed.claim = *listed.folder.claim;
    listed.stances = listed.folder.stances.size();
    for (const Held& held : positions_on(listed.folder, answer.head.at.on, words)) {
      if (!holder.empty() && held.holder != holder) continue;
      const std::string_view word = words.canonical(held.position.stance->position);
      if (!positions.empty() &&
          std::find(positions.begin(), positions.end(), word) == positions.end()) {
        continue;
      }
      listed.positions.emplace_back(held.holder, held.position);
    }
    if ((!holder.empty() || !positions.empty()) && listed.positions.empty()) return;
    answer.claims.push_back(std::move(listed));
  };
  if (!holder.empty() && !options.topic) {
    each_folder_mentioning(session, view, holder, visit);
  } else {
    std::string topic = options.topic.value_or("");
    while (topic.ends_with('/')) topic.pop_back();
    if (!topic.empty()) require_good_id(topic);
    each_folder(session, view, topic, visit);
  }
  session.out.data(options.reading.wants_json() ? json(answer, words)
                                                : text(answer, words, session.out));
  return 0;
}

int run_actors(const Reading& reading, Session& session) {
  const View view = session.view(reading.when);
  ActorListAnswer answer;
  answer.head = head_of(session, session.coordinates(reading.when), view);
  for (const std::string& id : view.ids(claims::RecordKind::actor)) {
    const auto actor = view.actor(id);
    if (actor && actor->record) answer.actors.push_back(*actor->record);
  }
  session.out.data(reading.wants_json() ? json(answer) : text(answer, session.out));
  return 0;
}

int run_sources(const Reading& reading, Session& session) {
  const View view = session.view(reading.when);
  SourceListAnswer answer;
  answer.head = head_of(session, session.coordinates(reading.when), view);
  for (const std::string& id : view.ids(claims::RecordKind::source)) {
    const auto source = view.source(id);
    if (source && source->record) answer.sources.push_back(*source->record);
  }
  session.out.data(reading.wants_json() ? json(answer) : text(answer, session.out));
  return 0;
}

}  // namespace

Command list_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "list";
  command.description =
      "Lists claims, each with the positions held on it. Conditions are joined: a claim is listed "
      "where "
      "all of them fit.";
  command.words = {
      positional("TOPIC", options->topic, "only claims in this folder, and below"),
      option("--holder", "HOLDER", &options->holder, "only claims this actor has a position on"),
      option("--position", "WORD", &options->positions,
             "only claims on which somebody holds this position; several with \",\""),
      option("--tag", "TAG", &options->tags, "only claims with this tag; all of them, if repeated"),
      option("--kind", "KIND", &options->kind, "only claims of this kind",
             {"fact", "event", "pledge", "policy", "prediction", "quote"}),
  };
  add_reading_words(command.words, options->reading);
  command.examples = {
      {"aver list dprk", "all claims of one topic"},
      {"aver list --holder china --position silent", "what China is silent on"},
      {"aver list --kind pledge --position not-acted --on 2025-01-01",
       "pledges nobody had acted on then"},
  };
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

Command actor_list_command() {
  auto reading = std::make_shared<Reading>();
  Command command;
  command.name = "actor list";
  command.description = "Lists the actors: id, kind, name and other names.";
  add_reading_words(command.words, *reading);
  command.run = [reading](Session& session) { return run_actors(*reading, session); };
  return command;
}

Command source_list_command() {
  auto reading = std::make_shared<Reading>();
  Command command;
  command.name = "source list";
  command.description = "Lists the sources: date of publication, id, title and publisher.";
  add_reading_words(command.words, *reading);
  command.run = [reading](Session& session) { return run_sources(*reading, session); };
  return command;
}

}  // namespace aver::cli
