// SPDX-License-Identifier: MIT
//
// A source is looked up by who cites it, an actor by where it speaks or reports, and by who cites
// what it has published. What it publishes only the sources say: all of them are read for that.
#include "cli/names/resting.h"

#include <set>

#include "cli/names/load.h"
#include "cli/names/names_of_actors.h"

namespace aver::cli {
namespace {

namespace query = claims::query;
using claims::RecordKind;
using store::Fault;
using store::StoreError;
using store::View;

// The sources that the actor has published.
std::set<std::string> published_by(const View& view, const std::string& actor) {
  std::set<std::string> sources;
  const claims::ActorNames names = names_of_actors(view);
  for (const std::string& id : view.ids(RecordKind::source)) {
    const auto source = view.source(id);
    if (source && source->record && names.meant_by(source->record->publisher) == actor)
      sources.insert(id);
  }
  return sources;
}

// The claims with a record that may be the actor's word.
std::vector<claims::ClaimCondition> word_of(const View& view, const std::string& actor,
                                            const std::set<std::string>& published) {
  std::vector<claims::ClaimCondition> any = with_voice(view, actor);
  if (!published.empty())
    any.emplace_back().stance.sources.assign(published.begin(), published.end());
  return any;
}

}  // namespace

Resting::Resting(Session& session, const View& view, const std::string& on)
    : view_(view),
      on_(record_in(session, view, on)),
      among_(view, session.today(), session.today()) {
  if (on_.kind == RecordKind::source) {
    title_ = require_readable(session, view.source(on_.id), claims::source_path(on_.id)).title;
    question_ = query::cites_source(on_.id);
    conditions_ = citing(on_.id);
  } else if (on_.kind == RecordKind::actor) {
    title_ = require_readable(session, view.actor(on_.id), claims::actor_path(on_.id)).name;
    const std::set<std::string> published = published_by(view, on_.id);
    conditions_ = word_of(view, on_.id, published);
    question_ = query::is_word_of(on_.id, published);
  } else {
    throw StoreError(Fault::usage,
                     "records rest on a source, or on an actor's word, and not on a " +
                         std::string(to_string(on_.kind)),
                     {}, "aver show " + on_.id);
  }
}

void Resting::each(Session& session, const Visit& visit) const {
  each_folder(
      session, view_, conditions_,
      [&](claims::ClaimFolder&& folder) {
        const query::Fall fall = query::what_falls(folder, question_, among_.setting());
        if (fall.any() || !fall.stand.empty()) visit(std::move(folder), fall);
      },
      true);
}

}  // namespace aver::cli
