// SPDX-License-Identifier: MIT
//
// Claims are made into text by store/'s parallel read where the whole store is asked for, and one
// by one behind a filter; at most twenty thousand names are kept, so that memory does not grow with
// the store.
#include "cli/exchange/export.h"

#include <algorithm>

#include "claims/positions/set_aside.h"
#include "claims/records/codec.h"
#include "claims/records/people.h"
#include "cli/names/load.h"
#include "cli/terminal/errors.h"
#include "store/parallel_read.h"

namespace aver::cli {
namespace {

using claims::ClaimFolder;

constexpr std::size_t kMostNames = 20'000;  // kept; more would grow with the store

// The folders that a batch of files makes up.
class Folders {
 public:
  Folders(std::vector<store::TreeFile>&& files, const std::map<std::string, std::string>& former) {
    for (store::TreeFile& file : files) {
      const auto record = claims::record_at(file.path);
      if (!record || file.mode == store::FileMode::link) continue;
      if (record->kind == claims::RecordKind::claim) {
        keep(claims::decode_claim(file.bytes, file.path), folder(record->id).claim);
      } else if (record->kind == claims::RecordKind::stance) {
        std::optional<claims::Stance> stance;
        keep(claims::decode_stance(file.bytes, file.path), stance);
        if (!stance) continue;
        claims::replace_people(
            *stance, [&](const std::string& who) -> const auto& {
              const auto actor = former.find(who);
              return actor == former.end() ? who : actor->second;
            });
        folder(stance->claim).stances.push_back(std::move(*stance));
      }
    }
    for (ClaimFolder& one : all) {
      std::sort(one.stances.begin(), one.stances.end(),
                [](const claims::Stance& a, const claims::Stance& b) {
                  return claims::file_order_less(a.name, b.name);
                });
    }
  }

  std::vector<ClaimFolder> all;
  claims::Diagnostics problems;

 private:
  // Files of one folder come together.
  ClaimFolder& folder(const std::string& id) {
    if (all.empty() || all.back().id != id) all.push_back({id, {}, {}});
    return all.back();
  }
  template <class Record>
  void keep(claims::Decoded<Record>&& decoded, std::optional<Record>& to) {
    for (claims::Diagnostic& problem : decoded.problems) {
      if (problem.severity == claims::Severity::error) problems.push_back(std::move(problem));
    }
    to = std::move(decoded.record);
  }
};

// `decode` returns the record of a file below `folder`, where the file is one.
template <class Record>
void each_record(Session& session, const store::View& view, claims::RecordKind kind,
                 const char* folder,
                 claims::Decoded<Record> (*decode)(std::string_view, std::string_view),
                 const std::function<void(const Record&)>& visit) {
  std::mutex mutex;
  claims::Diagnostics problems;
  store::read_in_parallel(
      view, {folder}, store::Batches::any,
      [&](std::vector<store::TreeFile>&& files, std::string&) {
        for (const store::TreeFile& file : files) {
          const auto record = claims::record_at(file.path);
          if (!record || record->kind != kind || file.mode == store::FileMode::link) continue;
          claims::Decoded<Record> decoded = decode(file.bytes, file.path);
          const std::lock_guard lock(mutex);
          for (claims::Diagnostic& problem : decoded.problems) {
            if (problem.severity == claims::Severity::error) problems.push_back(std::move(problem));
          }
          if (decoded.record) visit(*decoded.record);
        }
      },
      [](std::string&&) { return true; });
  claims::sort(problems);
  report(problems, session.out);
}

void each_claim_of_all(Session& session, const ExportScope& scope, const MakeOfClaim& make,
                       const std::function<void(std::string&&)>& take) {
  (void)scope.view.vocabulary();  // read before there are threads
  const std::map<std::string, std::string> former = scope.view.former_actors();
  std::mutex mutex;
  claims::Diagnostics problems;
  store::read_in_parallel(
      scope.view, {"claims"}, store::Batches::folders,
      [&](std::vector<store::TreeFile>&& files, std::string& to) {
        Folders folders(std::move(files), former);
        for (ClaimFolder& folder : folders.all) {
          if (const store::Assumption* without = scope.view.assumption()) {
            without->change(folder);
            without->shown(folder);
          }
          make(exported(scope, std::move(folder)), to);
        }
        if (folders.problems.empty()) return;
        const std::lock_guard lock(mutex);
        problems.insert(problems.end(), folders.problems.begin(), folders.problems.end());
      },
      [&](std::string&& text) {
        take(std::move(text));
        return true;
      });
  claims::sort(problems);
  report(problems, session.out);
}

}  // namespace

// A stance's status depends on all stances, also on those that are not part of the answer: a later
// one may set it aside.
ExportedClaim exported(const ExportScope& scope, ClaimFolder&& folder) {
  ExportedClaim claim{std::move(folder), {}, true, {}};
  std::vector<claims::Stance>& stances = claim.folder.stances;
  const claims::Vocabulary& words = scope.view.vocabulary();
  claim.standings = claims::standings(stances, scope.at.on, words);
  // Each stance is tested against the query on its own, whether it is in force or not.
  const claims::query::ClaimFacts facts = scope.filter.facts(claim.folder);
  bool any_in_time = false;
  for (const claims::Stance& stance : stances) {
    claims::query::Pair pair{stance.holder, words.scale_of(stance.position)};
    pair.choices = {{&stance, false}};
    // What is assumed retracted is told of the record itself: the retraction is none of the
    // store's.
    const bool in_time = (!scope.at.on_given || stance.held.earliest() <= scope.at.on) &&
                         !claims::is_assumed(stance);
    any_in_time |= in_time;
    claim.wanted.push_back(in_time && scope.filter.takes(facts, pair));
  }
  claim.asked_for = !any_in_time ? scope.filter.takes_claim(facts)
                                 : std::find(claim.wanted.begin(), claim.wanted.end(), true) !=
                                       claim.wanted.end();
  return claim;
}

void each_claim(Session& session, const ExportScope& scope, const MakeOfClaim& make,
                const std::function<void(std::string&&)>& take) {
  if (!scope.filter.any()) return each_claim_of_all(session, scope, make, take);
  scope.filter.each_whole_folder(session, [&](ClaimFolder&& folder) {
    const ExportedClaim claim = exported(scope, std::move(folder));
    if (!claim.asked_for) return;
    std::string text;
    make(claim, text);
    if (!text.empty()) take(std::move(text));
  });
}

void each_actor(Session& session, const store::View& view,
                const std::function<void(const claims::Actor&)>& visit) {
  each_record<claims::Actor>(session, view, claims::RecordKind::actor, "actors",
                             claims::decode_actor, visit);
}

void each_source(Session& session, const store::View& view,
                 const std::function<void(const claims::Source&)>& visit) {
  each_record<claims::Source>(session, view, claims::RecordKind::source, "sources",
                              claims::decode_source, visit);
}

ExportNames::ActorName ExportNames::actor(const std::string& id) {
  if (id.empty()) return {};
  const std::lock_guard lock(mutex_);
  if (const auto found = actors_.find(id); found != actors_.end()) return found->second;
  if (actors_.size() >= kMostNames) actors_.clear();
  ActorName& name = actors_[id];
  const auto decoded = view_.actor(id);
  if (decoded && decoded->record) {
    const claims::Actor& actor = *decoded->record;
    name = {actor.name, actor.kind, actor.same_as.empty() ? "" : actor.same_as.front()};
  }
  return name;
}

ExportNames::SourceName ExportNames::source(const std::string& id) {
  if (id.empty()) return {};
  const std::lock_guard lock(mutex_);
  if (const auto found = sources_.find(id); found != sources_.end()) return found->second;
  if (sources_.size() >= kMostNames) sources_.clear();
  SourceName& name = sources_[id];
  const auto decoded = view_.source(id);
  if (decoded && decoded->record) name = {decoded->record->title, decoded->record->url};
  return name;
}

}  // namespace aver::cli
