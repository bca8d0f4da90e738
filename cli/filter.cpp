// SPDX-License-Identifier: MIT
#include "cli/filter.h"

#include <algorithm>
#include <map>

#include "cli/load.h"

namespace aver::cli {
namespace {

namespace query = claims::query;
using claims::ClaimFolder;
using query::Necessary;

using Words = std::vector<std::string>;

// What each way asks of one list, together; nothing where one of them asks nothing of it.
template <class List>
Words all_of(const std::vector<Necessary>& ways, const List& list) {
  Words words;
  for (const Necessary& way : ways) {
    const Words& more = list(way);
    if (more.empty()) return {};
    words.insert(words.end(), more.begin(), more.end());
  }
  return words;
}

// The topics that hold all that can fit, in the order of a walk, none within another.
Words topics_of(const std::vector<Necessary>& ways) {
  Words topics;
  for (const Necessary& way : ways) {
    if (way.topic.empty()) return {};
    topics.push_back(way.topic + "/");
  }
  std::sort(topics.begin(), topics.end());
  Words apart;
  for (const std::string& topic : topics) {
    if (apart.empty() || !topic.starts_with(apart.back())) apart.push_back(topic);
  }
  for (std::string& topic : apart) topic.pop_back();
  return apart;
}

// Whether the query looks at positions of others than the one that it fits.
bool looks_around(const query::Query& one) {
  return one.kind == query::Query::Kind::some ||
         (one.kind == query::Query::Kind::term && one.term.key == query::Key::missing) ||
         std::any_of(one.parts.begin(), one.parts.end(), looks_around);
}

}  // namespace

struct Filter::World {
  World(const store::View& view_asked, claims::Day day, claims::Day today)
      : view(view_asked), setting{day, today, view.vocabulary(), [this](const std::string& id) {
                                    return source(id);
                                  }} {}

  const claims::Source* source(const std::string& id) {
    const auto [at, is_new] = sources.try_emplace(id);
    if (is_new) {
      if (auto decoded = view.source(id); decoded && decoded->record)
        at->second = std::move(*decoded->record);
    }
    return at->second ? &*at->second : nullptr;
  }

  store::View view;
  std::map<std::string, std::optional<claims::Source>> sources;  // read once each
  query::Setting setting;
};

Filter::Filter(Session& session, const store::View& view, const FilterWords& words, claims::Day day)
    : world_(std::make_shared<World>(view, day, session.today())), any_(words.any()) {
  if (!any_) {
    ways_ = {Necessary{}};
    return;
  }
  Asked asked = cli::asked(session, view, words);
  query_ = std::move(asked.query);
  no_topic_ = std::move(asked.no_topic);
  ways_ = query::necessary(query_);
  if (ways_.size() == 1 && ways_[0].stance.holders.size() == 1 && !looks_around(query_))
    holder_ = ways_[0].stance.holders.front();
}

query::ClaimFacts Filter::facts(const ClaimFolder& folder) const {
  return query::ClaimFacts(folder, world_->setting);
}

bool Filter::takes(const query::ClaimFacts& facts, const Held& held) const {
  return takes(facts, query::Pair{held.holder, held.position.stance, held.position.lapsed,
                                  held.position.uncertain});
}

bool Filter::may_take(std::string_view claim_id) const {
  return std::any_of(ways_.begin(), ways_.end(), [&](const Necessary& way) {
    return way.topic.empty() ||
           (claim_id.starts_with(way.topic) &&
            (claim_id.size() == way.topic.size() || claim_id[way.topic.size()] == '/'));
  });
}

void Filter::each_folder(Session& session, const std::function<void(ClaimFolder&&)>& visit) const {
  bool found = false;
  const auto fitting = [&](ClaimFolder&& folder) {
    if (!folder.claim) return;
    if (no_topic_ && !found) {
      const query::ClaimFacts all = facts(folder);
      found = std::any_of(all.pairs().begin(), all.pairs().end(),
                          [&](const query::Pair& pair) { return takes(all, pair); });
    }
    visit(std::move(folder));
  };
  Words mentioned = all_of(ways_, [](const Necessary& way) { return way.stance.holders; });
  if (mentioned.empty())
    mentioned = all_of(ways_, [](const Necessary& way) { return way.stance.sources; });
  if (const Words topics = topics_of(ways_); !topics.empty()) {
    for (const std::string& topic : topics) cli::each_folder(session, world_->view, topic, fitting);
  } else if (!mentioned.empty()) {
    each_folder_mentioning(session, world_->view, mentioned, fitting);
  } else {
    cli::each_folder(session, world_->view, "", fitting);
  }
  if (no_topic_ && !found) throw *no_topic_;
}

}  // namespace aver::cli
