// SPDX-License-Identifier: MIT
//
// Proposals of the records index, or else the folders of the topics, lead to the same visits in the
// same order; the texts of a folder are searched for the names first, so that most folders are
// never decoded.
#include "cli/names/load.h"

#include <algorithm>
#include <map>
#include <set>

#include "cli/names/names.h"
#include "cli/names/without.h"
#include "cli/render/json/json.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "store/records_index.h"

namespace aver::cli {
namespace {

using claims::ClaimFolder;
using store::Fault;
using store::StoreError;
using store::View;

claims::Diagnostics errors_in(const claims::Diagnostics& problems) {
  claims::Diagnostics errors;
  for (const claims::Diagnostic& problem : problems) {
    if (problem.severity == claims::Severity::error) errors.push_back(problem);
  }
  return errors;
}

// The conditions on holders, by all ids under which records may name them.
std::vector<claims::ClaimCondition> by_all_ids(const View& view,
                                               std::vector<claims::ClaimCondition> any) {
  for (claims::ClaimCondition& wanted : any) {
    std::vector<std::string> holders;
    for (const std::string& holder : wanted.stance.holders) {
      const std::vector<std::string>& ids = view.ids_of_actor(holder);
      holders.insert(holders.end(), ids.begin(), ids.end());
    }
    wanted.stance.holders = std::move(holders);
  }
  return any;
}

// The topics that contain every claim that can fit, in the order of a walk, none inside another.
// The empty topic contains everything.
std::vector<std::string> topics_of(const std::vector<claims::ClaimCondition>& any) {
  std::vector<std::string> topics;
  for (const claims::ClaimCondition& wanted : any) {
    if (wanted.topic.empty()) return {""};
    topics.push_back(wanted.topic + "/");
  }
  std::sort(topics.begin(), topics.end());
  std::vector<std::string> apart;
  for (const std::string& topic : topics) {
    if (apart.empty() || !topic.starts_with(apart.back())) apart.push_back(topic);
  }
  for (std::string& topic : apart) topic.pop_back();
  return apart;
}

bool has_one_of(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return text.find(word) != text.npos; });
}

// What falls may be what the conditions are about, and what it leaves in force is not known to an
// index: nothing is asked that a retraction would answer otherwise.
std::vector<claims::ClaimCondition> whatever_falls(std::vector<claims::ClaimCondition> any) {
  for (claims::ClaimCondition& wanted : any) {
    claims::WantedStance& stance = wanted.stance;
    stance.in_force.reset();
    stance.checked_until.reset();
    stance.without_source = false;
    for (auto* list :
         {&stance.holders, &stance.positions, &stance.sources, &stance.speakers, &stance.modes}) {
      if (std::find(list->begin(), list->end(), "") != list->end()) list->clear();
    }
  }
  return any;
}

// A check falls with what it speaks of, which has its holder, though not its source.
bool all_name_holders(const std::vector<claims::ClaimCondition>& any) {
  return std::all_of(any.begin(), any.end(), [](const claims::ClaimCondition& wanted) {
    return !wanted.stance.holders.empty();
  });
}

// Decides whether a folder fits, and reports the broken files among those it reads.
class Fitting {
 public:
  Fitting(Session& session, const View& view, const std::vector<claims::ClaimCondition>& any,
          bool whole)
      : session_(session),
        view_(view),
        any_(any),
        words_(claims::literals(any)),
        whole_(whole),
        in_part_(!whole && (view.assumption() == nullptr ? claims::all_name_somebody(any)
                                                         : all_name_holders(any))) {}

  bool in_part() const { return in_part_; }

  // Whether the folder may fit, judged by the undecoded texts of its stances. Sets `stances` to
  // those that may.
  bool may_fit(const std::string& claim, std::vector<std::string>& stances) const {
    if (words_.empty()) return true;
    bool found = false;
    for (const std::string& name : view_.stance_names(claim)) {
      const std::string text = view_.read(claims::stance_path(claim, name)).value_or("");
      // A backslash may spell a word in escapes; then only decoding can tell.
      const bool named = has_one_of(text, words_) || text.find('\\') != text.npos;
      if (named && !in_part_) return true;  // the whole folder will be read
      found |= named;
      if (named || (in_part_ && claims::may_have_a_link(text))) stances.push_back(name);
    }
    return found;
  }

  // The folder (or the wanted part of it), if it fits.
  std::optional<ClaimFolder> of(std::optional<View::Folder>&& folder) const {
    if (!folder) return std::nullopt;  // an index knew it, and the view does not
    ClaimFolder& records = folder->folder;
    if (in_part_) {
      std::erase_if(records.stances,
                    [&](const claims::Stance& stance) { return !claims::concerned(stance, any_); });
    }
    const bool fits = claims::fits(records, any_, view_.vocabulary());
    tell(*folder, fits);
    return fits ? std::optional(std::move(records)) : std::nullopt;
  }

 private:
  void tell(const View::Folder& folder, bool fits) const {
    claims::Diagnostics errors = problems_left_out(folder);
    if (errors.empty()) return;
    const std::string& id = folder.folder.id;
    const bool in_topic = std::any_of(
        any_.begin(), any_.end(),
        [&](const claims::ClaimCondition& wanted) { return claims::in_topic(id, wanted.topic); });
    std::erase_if(errors, [&](const claims::Diagnostic& error) {
      if (fits && !in_part_) return false;
      if (asks_for_voices() && !whole_) return true;
      if (words_.empty()) return !in_topic;
      if (error.file == claims::claim_path(id)) return !fits;
      return !in_topic || !has_one_of(view_.read(error.file).value_or(""), words_);
    });
    report_left_out(session_, id, errors);
  }

  // Whoever shows where somebody speaks asks for the holder, too, and is told then.
  bool asks_for_voices() const {
    return std::all_of(any_.begin(), any_.end(),
                       [](const auto& wanted) { return !wanted.stance.voices.empty(); });
  }

  Session& session_;
  const View& view_;
  const std::vector<claims::ClaimCondition>& any_;
  std::vector<std::string> words_;
  bool whole_;
  bool in_part_;
};

ClaimFolder told(Session& session, View::Folder&& folder) {
  report_left_out(session, folder.folder.id, problems_left_out(folder));
  return std::move(folder.folder);
}

}  // namespace

claims::Diagnostics problems_left_out(const View::Folder& folder) {
  claims::Diagnostics errors = errors_in(folder.problems);
  for (claims::Diagnostic& problem : claims::check_places(folder.folder.stances))
    errors.push_back(std::move(problem));
  return errors;
}

void report_left_out(Session& session, const std::string& claim,
                     const claims::Diagnostics& errors) {
  if (errors.empty()) return;
  report(errors, session.out);
  std::set<std::string> files;
  for (const claims::Diagnostic& error : errors) files.insert(error.file);
  session.out.talk("hint: " + counted(files.size(), "record") + " of " + safe_line(claim) +
                   (files.size() == 1 ? " is" : " are") + " left out of this answer: aver check\n");
}

Head head_of(Session& session, const Coordinates& at, const View& view) {
  return {at, view.commit(), session.coordinates_line(at, view), told_without(view)};
}

bool nothing_was_known(Session& session, const View& view, const Reading& reading,
                       const char* schema) {
  return nothing_was_known(session, view, reading.when, reading, schema);
}

bool nothing_was_known(Session& session, const View& view, const When& when, const Reading& reading,
                       const char* schema) {
  if (!view.commit().empty()) return false;
  const Head head = head_of(session, session.coordinates(when), view);
  session.out.data(reading.wants_json() ? json_of_nothing(schema, head)
                                        : "nothing was known on " + head.at.known_at +
                                              ": that is before the first record\n");
  return true;
}

ClaimFolder load_folder(Session& session, const View& view, const std::string& claim) {
  std::optional<View::Folder> folder = view.folder(claim);
  if (!folder) {
    throw StoreError(Fault::not_found, "there is no claim \"" + claim + "\" at this revision");
  }
  if (view.assumption() != nullptr) view.assumption()->shown(folder->folder);
  return told(session, std::move(*folder));
}

void each_folder(Session& session, const View& view,
                 const std::vector<claims::ClaimCondition>& asked,
                 const std::function<void(ClaimFolder&&)>& visit, bool whole) {
  const std::vector<claims::ClaimCondition> any =
      by_all_ids(view, view.assumption() == nullptr ? asked : whatever_falls(asked));
  const Fitting fitting(session, view, any, whole);
  const auto look_at = [&](std::optional<View::Folder>&& read) {
    auto folder = fitting.of(std::move(read));
    if (!folder) return;
    if (view.assumption() != nullptr) view.assumption()->shown(*folder);
    visit(std::move(*folder));
  };
  // Looks at the texts of the stances first, unless all of them would then be read twice.
  const auto find_in = [&](const std::string& claim) {
    std::vector<std::string> some;
    if (!fitting.may_fit(claim, some)) return;
    look_at(fitting.in_part() && !some.empty() ? view.folder_with(claim, some)
                                               : view.folder(claim));
  };
  if (const auto proposed = session.store().records().candidates(view, any, fitting.in_part())) {
    for (const auto& [claim, known] : *proposed) {
      if (known) {
        look_at(view.known_folder(claim, *known));
      } else if (fitting.in_part()) {
        find_in(claim);
      } else {
        look_at(view.folder(claim));
      }
    }
    return;
  }
  for (const std::string& topic : topics_of(any)) {
    view.each_claim(topic, [&](const std::string& claim) {
      find_in(claim);
      return true;
    });
  }
}

std::vector<claims::ClaimCondition> held_by(const std::string& holder) {
  claims::ClaimCondition wanted;
  wanted.stance.holders = {holder};
  return {wanted};
}

std::vector<claims::ClaimCondition> with_voice(const View& view, const std::string& actor) {
  claims::ClaimCondition wanted;
  wanted.stance.voices = view.ids_of_actor(actor);
  return {wanted};
}

std::vector<claims::ClaimCondition> citing(const std::string& source) {
  claims::ClaimCondition wanted;
  wanted.stance.sources = {source};
  return {wanted};
}

void SourceReliability::add(const claims::Stance& stance) {
  for (const claims::EvidenceView& one : claims::evidences(stance)) {
    if (one.source.empty() || !seen_.insert(one.source).second) continue;
    const auto source = view_.source(one.source);
    if (source && source->record && !source->record->reliability.empty())
      found_.emplace(one.source, source->record->reliability);
  }
}

void SourceReliability::add(const std::vector<claims::Possible>& possible) {
  for (const claims::Possible& one : possible) {
    for (const claims::Stance* stance : one.stances) add(*stance);
  }
}

std::vector<Held> positions_on(const ClaimFolder& folder, claims::Day day,
                               const claims::Vocabulary& words) {
  Coordinates at;
  at.on = day;
  return positions_at(folder, at, words);
}

std::vector<Held> positions_at(const ClaimFolder& folder, const Coordinates& at,
                               const claims::Vocabulary& words) {
  const claims::Lines lines(folder.stances, words);
  std::vector<Held> answer;
  for (claims::Position& position : at.period ? claims::positions_within(lines, *at.period)
                                              : claims::positions_on(lines, at.on)) {
    answer.push_back({std::string(position.holder), folder.id, std::move(position)});
  }
  return answer;
}

claims::RecordRef record_in(Session& session, const View& view, const std::string& name) {
  try {
    return record_named(view, name);
  } catch (const StoreError& error) {
    const View now = session.store().view();
    if (error.fault() != Fault::not_found || now.commit() == view.commit()) throw;
    std::optional<claims::RecordRef> record;
    try {
      record = record_named(now, name);
    } catch (const StoreError&) {
      throw error;  // what the old view has to say
    }
    if (const auto then = as_it_was_called(now, view, *record)) return *then;
    throw;
  }
}

std::optional<claims::RecordRef> as_it_was_called(const View& now, const View& then,
                                                  const claims::RecordRef& record) {
  // A claim's paths are folders, of former ids, too.
  for (const std::string& path : paths_of(now, record)) {
    const std::string file = record.kind == claims::RecordKind::claim ? path + "/claim.toml" : path;
    const auto old = claims::record_at(file);
    if (old && then.has(*old)) return old;
  }
  return std::nullopt;
}

std::vector<std::string> paths_of(const View& view, const claims::RecordRef& record) {
  using claims::RecordKind;
  const auto path = [](const claims::RecordRef& ref) {
    return ref.kind == RecordKind::claim ? claims::claim_folder(ref.id) : claims::path_of(ref);
  };
  std::vector<std::string> paths = {path(record)};
  const auto add = [&](const auto& decoded) {
    if (!decoded || !decoded->record) return;
    for (const std::string& former : decoded->record->aliases) {
      if (claims::id_problem(former).empty()) paths.push_back(path({record.kind, former}));
    }
  };
  switch (record.kind) {
    case RecordKind::claim:
      add(view.claim(record.id));
      break;
    case RecordKind::actor:
      add(view.actor(record.id));
      break;
    case RecordKind::source:
      add(view.source(record.id));
      break;
    case RecordKind::stance: {
      const claims::StanceId id = claims::split_stance_id(record.id);
      for (const std::string& folder : paths_of(view, {RecordKind::claim, id.claim})) {
        const std::string at = folder + "/" + id.name + ".toml";
        if (at != paths.front()) paths.push_back(at);
      }
      break;
    }
    case RecordKind::review:
      break;
  }
  return paths;
}

void require_readable(Session& session, const claims::Diagnostics* problems, bool readable,
                      const std::string& path) {
  if (problems == nullptr) {
    throw StoreError(Fault::not_found, "there is no " + path + " at this revision");
  }
  report(errors_in(*problems), session.out);
  if (!readable) {
    throw StoreError(Fault::corrupt, path + " cannot be read", {},
                     "edit the file, then: aver commit");
  }
}

}  // namespace aver::cli
