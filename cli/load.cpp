// SPDX-License-Identifier: MIT
#include "cli/load.h"

#include <algorithm>
#include <map>

#include "cli/errors.h"
#include "cli/names.h"
#include "cli/render/json.h"

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

ClaimFolder told(Session& session, View::Folder&& folder) {
  report(errors_in(folder.problems), session.out);
  return std::move(folder.folder);
}

}  // namespace

Head head_of(Session& session, const Coordinates& at, const View& view) {
  return {at, view.commit(), session.coordinates_line(at, view)};
}

bool nothing_was_known(Session& session, const View& view, const Reading& reading,
                       const char* schema) {
  if (!view.commit().empty()) return false;
  const Head head = head_of(session, session.coordinates(reading.when), view);
  session.out.data(reading.wants_json() ? json_of_nothing(schema, head)
                                        : "nothing was known on " + head.at.known_at +
                                              ": that is before the first commit\n");
  return true;
}

ClaimFolder load_folder(Session& session, const View& view, const std::string& claim) {
  std::optional<View::Folder> folder = view.folder(claim);
  if (!folder) {
    throw StoreError(Fault::not_found, "there is no claim \"" + claim + "\" at this revision");
  }
  return told(session, std::move(*folder));
}

void each_folder(Session& session, const View& view, const std::string& topic,
                 const std::function<void(ClaimFolder&&)>& visit) {
  std::string last;
  const std::string below = topic.empty() ? "claims" : claims::claim_folder(topic);
  view.walk(below, [&](const std::string& path, const store::BlobId&) {
    const auto record = claims::record_at(path);
    if (!record) return true;
    const std::string claim = record->kind == claims::RecordKind::claim
                                  ? record->id
                                  : claims::split_stance_id(record->id).claim;
    if (claim == last) return true;
    last = claim;
    if (std::optional<View::Folder> folder = view.folder(claim))
      visit(told(session, std::move(*folder)));
    return true;
  });
}

void each_folder_mentioning(Session& session, const View& view,
                            const std::vector<std::string>& words,
                            const std::function<void(ClaimFolder&&)>& visit) {
  std::string found;
  view.walk("claims", [&](const std::string& path, const store::BlobId& blob) {
    const auto record = claims::record_at(path);
    if (!record || record->kind != claims::RecordKind::stance) return true;
    const std::string claim = claims::split_stance_id(record->id).claim;
    if (claim == found) return true;
    // A backslash may spell the id in escapes; then only decoding can tell.
    const std::string text = view.read_blob(blob);
    const bool mentions = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return text.find(word) != text.npos;
    });
    if (!mentions && text.find('\\') == text.npos) return true;
    found = claim;
    if (std::optional<View::Folder> folder = view.folder(claim))
      visit(told(session, std::move(*folder)));
    return true;
  });
}

void each_folder_mentioning(Session& session, const View& view, const std::string& word,
                            const std::function<void(ClaimFolder&&)>& visit) {
  each_folder_mentioning(session, view, std::vector<std::string>{word}, visit);
}

std::vector<Held> positions_on(const ClaimFolder& folder, claims::Day day,
                               const claims::Vocabulary& words) {
  std::map<std::string_view, claims::Line> lines;
  for (const claims::Stance* stance : claims::live(folder.stances)) {
    lines[stance->holder].push_back(stance);
  }
  std::vector<Held> answer;
  for (const auto& [holder, line] : lines) {
    if (const auto position = claims::in_force(line, day, words)) {
      answer.push_back({std::string(holder), folder.id, *position});
    }
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
    // A claim's paths are folders, of former ids, too.
    for (const std::string& path : paths_of(now, *record)) {
      const std::string file =
          record->kind == claims::RecordKind::claim ? path + "/claim.toml" : path;
      const auto then = claims::record_at(file);
      if (then && view.has(*then)) return *then;
    }
    throw;
  }
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

template <class Record>
Record require_readable(Session& session, const std::optional<claims::Decoded<Record>>& decoded,
                        const std::string& path) {
  if (!decoded) throw StoreError(Fault::not_found, "there is no " + path + " at this revision");
  report(errors_in(decoded->problems), session.out);
  if (!decoded->record) {
    throw StoreError(Fault::corrupt, path + " cannot be read", {},
                     "edit the file, then: aver commit");
  }
  return *decoded->record;
}

template claims::Claim require_readable(Session&,
                                        const std::optional<claims::Decoded<claims::Claim>>&,
                                        const std::string&);
template claims::Stance require_readable(Session&,
                                         const std::optional<claims::Decoded<claims::Stance>>&,
                                         const std::string&);
template claims::Actor require_readable(Session&,
                                        const std::optional<claims::Decoded<claims::Actor>>&,
                                        const std::string&);
template claims::Source require_readable(Session&,
                                         const std::optional<claims::Decoded<claims::Source>>&,
                                         const std::string&);

}  // namespace aver::cli
