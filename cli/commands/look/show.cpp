// SPDX-License-Identifier: MIT
//
// aver show: one record, with the records that belong to it.
#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "claims/exchange/stance_status.h"
#include "claims/records/people.h"
#include "claims/text/paths.h"
#include "cli/commands/commands.h"
#include "cli/diff/since.h"
#include "cli/look/claim_answer.h"
#include "cli/names/load.h"
#include "cli/names/names.h"
#include "cli/names/without.h"
#include "cli/review/approvals.h"
#include "cli/session/print.h"
#include "cli/terminal/errors.h"
#include "store/digest.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using store::Fault;
using store::StoreError;
using store::View;

struct Options {
  std::string record;
  Reading reading;
};

ClaimAnswer show_claim(Session& session, const View& view, const Head& head,
                       const std::string& id) {
  claims::ClaimFolder loaded = load_folder(session, view, id);
  ClaimAnswer answer = claim_answer(head, std::move(loaded), view.vocabulary());
  QuoteLookup lookup(view);
  lookup.add(answer.positions);
  answer.quotes = lookup.take();
  SourceReliability reliability(view);
  for (const Held& held : answer.positions) reliability.add(held.position.possible);
  answer.reliability = reliability.take();
  const std::vector<std::string> paths = paths_of(view, {RecordKind::claim, id});
  const Approvals approvals(session, view, paths);
  const auto add_approvals = [&](const claims::Stance& stance) {
    std::vector<std::string> former;
    for (const std::string& folder : paths) former.push_back(folder + "/" + stance.name + ".toml");
    std::vector<std::string> who =
        approvals.of(claims::stance_path(stance.claim, stance.name), former);
    if (!who.empty()) answer.approved_by.emplace(stance.id(), std::move(who));
  };
  for (const Held& held : answer.positions) {
    for (const claims::Possible& one : held.position.possible) {
      for (const claims::Stance* stance : one.stances) add_approvals(*stance);
    }
  }
  return answer;
}

// Where the actor speaks or reports in stances of others that had begun by the day that is asked
// about; one in which it does both is told for each.
void add_said(Session& session, const View& view, ActorAnswer& answer) {
  const claims::Day day = answer.head.at.on;
  const std::string& actor = answer.actor.id;
  each_folder(session, view, with_voice(view, actor), [&](claims::ClaimFolder&& folder) {
    const std::vector<claims::StanceStatus> standings =
        claims::standings(folder.stances, day, view.vocabulary());
    for (std::size_t i = 0; i < folder.stances.size(); ++i) {
      const claims::Stance& stance = folder.stances[i];
      if (stance.holder == actor || stance.held.earliest() > day) continue;
      std::set<claims::Voice> how;
      claims::each_voice(stance, [&](claims::Voice voice, const std::string& who) {
        if (who == actor) how.insert(voice);
      });
      for (const claims::Voice voice : how)
        answer.said.push_back({voice, stance, std::string(to_string(standings[i]))});
    }
  });
}

ActorAnswer show_actor(Session& session, const View& view, const Head& head,
                       const std::string& id) {
  ActorAnswer answer{
      head, require_readable(session, view.actor(id), claims::actor_path(id)), {}, {}, {}};
  for (claims::Role& role : answer.actor.roles) {
    if (!role.of.empty()) role.of = view.actor_of(role.of);
  }
  each_folder(session, view, held_by(id),
              [&](claims::ClaimFolder&& folder) { answer.folders.push_back(std::move(folder)); });
  for (const claims::ClaimFolder& folder : answer.folders) {
    for (Held& held : positions_at(folder, head.at, view.vocabulary())) {
      if (held.holder == id) answer.positions.push_back(std::move(held));
    }
  }
  add_said(session, view, answer);
  return answer;
}

SourceAnswer show_source(Session& session, const View& view, const Head& head,
                         const std::string& id) {
  SourceAnswer answer;
  answer.head = head;
  const std::string path = claims::source_path(id);
  answer.source = require_readable(session, view.source(id), path);
  if (!answer.source.capture.empty()) {
    const std::string folder(claims::folder_part(path));
    if (const auto bytes = view.read(folder + answer.source.capture)) {
      answer.capture_size = bytes->size();
      answer.capture_sound = store::sha256(*bytes) == answer.source.sha256;
    }
  }
  each_folder(session, view, citing(id), [&](claims::ClaimFolder&& folder) {
    for (claims::Stance& stance : folder.stances) {
      if (claims::cites(stance, id)) answer.stances.push_back(std::move(stance));
    }
  });
  QuoteLookup lookup(view);
  for (const claims::Stance& stance : answer.stances) lookup.add(stance);
  answer.quotes = lookup.take();
  return answer;
}

StanceAnswer show_stance(Session& session, const View& view, const Head& head,
                         const std::string& id) {
  StanceAnswer answer;
  answer.head = head;
  answer.stance =
      require_readable(session, view.stance(id), claims::path_of({RecordKind::stance, id}));
  const claims::ClaimFolder folder = load_folder(session, view, answer.stance.claim);
  if (folder.claim) answer.claim_text = folder.claim->text;
  const claims::Lines lines(folder.stances, view.vocabulary());
  for (const claims::Stance& stance : folder.stances) {
    if (stance.name != answer.stance.name) continue;
    for (const claims::Stance* by : lines.aside().by(stance)) {
      if (answer.overruled_by) answer.overruled_why += "; ";
      answer.overruled_by = by->name;
      answer.overruled_why += claims::told_aside(stance, *by);
    }
    if (!lines.checks_of(stance).empty())
      answer.last_looked = claims::last_looked(lines, stance, head.at.on);
  }
  SourceReliability reliability(view);
  reliability.add(answer.stance);
  answer.reliability = reliability.take();
  for (const claims::EvidenceView& one : claims::evidences(answer.stance)) {
    if (one.source.empty() || answer.source_titles.contains(one.source)) continue;
    const auto source = view.source(one.source);
    if (source && source->record) answer.source_titles.emplace(one.source, source->record->title);
  }
  QuoteLookup lookup(view);
  lookup.add(answer.stance);
  answer.quotes = lookup.take();
  const std::vector<std::string> paths = paths_of(view, {RecordKind::stance, id});
  answer.approved_by = Approvals(session, view, paths).of(paths.front(), paths);
  return answer;
}

// What became of the record since it was cited, or since the latest edition that has it.
std::optional<SinceThen> what_became(Session& session, const View& view, const RecordAt& asked,
                                     const claims::RecordRef& record) {
  const View now = session.store().view();
  if (asked.revision) {
    SinceThen since = since_then(session, view, now, record, *asked.revision);
    since.shows_then = true;
    return since;
  }
  if (view.commit() != now.commit()) return std::nullopt;
  return since_edition(session, view, record);
}

int run(const Options& options, Session& session) {
  const RecordAt asked = record_at_revision(session, options.record);
  When when = options.reading.when;
  if (asked.revision) {
    if (when.known_at) {
      throw StoreError(Fault::usage,
                       "\"" + options.record + "\" says what was known, and so does --known-at", {},
                       "aver show " + asked.record + " --known-at " + *when.known_at);
    }
    when.known_at = asked.revision;
  }
  const View view = asked_view(session, when, options.reading.without);
  if (nothing_was_known(session, view, when, options.reading, "aver.show/2")) return 0;
  const Head head = head_of(session, session.coordinates(when, Session::Asked::period), view);
  const claims::RecordRef record =
      asked.revision ? record_of_then(session, view, asked.record, *asked.revision)
                     : record_in(session, view, asked.record);
  const auto put = [&](auto answer) {
    answer.since = what_became(session, view.assuming(nullptr), asked, record);
    print(session, options.reading, answer, view.vocabulary());
    return kDone;
  };
  switch (record.kind) {
    case RecordKind::claim:
      return put(show_claim(session, view, head, record.id));
    case RecordKind::actor:
      return put(show_actor(session, view, head, record.id));
    case RecordKind::source:
      return put(show_source(session, view, head, record.id));
    case RecordKind::stance:
      return put(show_stance(session, view, head, record.id));
    case RecordKind::review:
      break;
  }
  throw StoreError(Fault::not_found, "a review is not shown by itself");
}

}  // namespace

Command show_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "show";
  command.description =
      "Shows a claim with who holds what on it, an actor with its positions and where it speaks "
      "for others or reports them, a source with the stances that cite it, or one stance with all "
      "it says.\n\n"
      "ID@REV shows the record as it was cited: as the commit, tag, day (its end, in UTC) or "
      "edition has it, by its id of then or of today, and says what became of it since. Without "
      "@REV it is told whether the record still stands as the latest edition that has it does: "
      "corrected, ended, retracted, edited, renamed.";
  command.words = {
      positional("RECORD", options->record,
                 "an id, or any unique trailing part of one; ID@REV: as that commit, tag, day or "
                 "edition has it")};
  add_reading_words(command.words, options->reading);
  command.examples = {
      {"aver show calda-restrains-dorn", "a claim, and who holds what on it today"},
      {"aver show calda-restrains-dorn --on 2024-11-01", "who held what on that day"},
      {"aver show calda-restrains-dorn --on 2024-11",
       "who held what in November, and on which days"},
      {"aver show calda-restrains-dorn --on 2024-11-01 --known-at 2024-11-05",
       "what we then believed about that day"},
      {"aver show calda", "an actor, and its positions"},
      {"aver show calda-restrains-dorn@HEAD~1", "a record as it was cited, and what became of it"},
  };
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
