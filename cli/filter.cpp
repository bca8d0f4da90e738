// SPDX-License-Identifier: MIT
#include "cli/filter.h"

#include <algorithm>

#include "cli/load.h"
#include "cli/names.h"

namespace aver::cli {
namespace {

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The words that --position names, each by its name of today; "silent,declined" names two.
std::vector<std::string> positions_named(const std::vector<std::string>& given,
                                         const claims::Vocabulary& words) {
  std::vector<std::string> wanted;
  for (const std::string& text : given) {
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(',', begin), text.size());
      wanted.push_back(position_named(words, text.substr(begin, end - begin)));
      begin = end + 1;
    }
  }
  return wanted;
}

}  // namespace

void add_filter_words(std::vector<Word>& words, FilterWords& to, bool topic_as_option) {
  const std::vector<Word> all = {
      topic_as_option
          ? option("--topic", "TOPIC", &to.topic, "only claims in this folder, and below")
          : positional("TOPIC", to.topic, "only claims in this folder, and below"),
      option("--holder", "HOLDER", &to.holder, "only what this actor holds"),
      option("--position", "WORD", &to.positions, "only this position; several with \",\""),
      option("--tag", "TAG", &to.tags, "only claims with this tag; all of them, if repeated"),
      option("--kind", "KIND", &to.kind, "only claims of this kind",
             {"fact", "event", "pledge", "policy", "prediction", "quote"}),
  };
  words.insert(words.end(), all.begin(), all.end());
}

Filter::Filter(const store::View& view, const FilterWords& words)
    : topic_(words.topic.value_or("")),
      holder_(words.holder ? actor_named(view, *words.holder) : ""),
      kind_(words.kind.value_or("")),
      positions_(positions_named(words.positions, view.vocabulary())),
      tags_(words.tags) {
  while (topic_.ends_with('/')) topic_.pop_back();
  if (topic_.empty()) return;
  require_good_id(topic_);
  // A folder, or, as everywhere, a trailing part of a claim's id.
  if (view.list(claims::claim_folder(topic_)).empty()) topic_ = claim_named(view, topic_);
}

bool Filter::takes(const claims::Claim& claim) const {
  if (!kind_.empty() && claim.kind != kind_) return false;
  return std::all_of(tags_.begin(), tags_.end(),
                     [&](const std::string& tag) { return contains(claim.tags, tag); });
}

bool Filter::takes_topic(std::string_view claim_id) const {
  return claims::in_topic(claim_id, topic_);
}

bool Filter::takes_position(std::string_view word) const {
  return positions_.empty() || contains(positions_, word);
}

claims::Wanted Filter::wanted() const {
  claims::Wanted wanted;
  wanted.topic = topic_;
  if (!kind_.empty()) wanted.kinds = {kind_};
  wanted.tags = tags_;
  if (!holder_.empty()) wanted.stance.holders = {holder_};
  return wanted;
}

std::vector<std::string> Filter::spellings(const claims::Vocabulary& words) const {
  std::vector<std::string> all;
  for (const std::string& position : positions_) {
    const std::vector<std::string> some = claims::spellings(words, position);
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

void Filter::each_folder(Session& session, const store::View& view,
                         const std::function<void(claims::ClaimFolder&&)>& visit,
                         const std::vector<claims::Wanted>& narrower) const {
  cli::each_folder(session, view, narrower.empty() ? std::vector{wanted()} : narrower,
                   [&](claims::ClaimFolder&& folder) {
                     if (folder.claim && takes(*folder.claim)) visit(std::move(folder));
                   });
}

}  // namespace aver::cli
