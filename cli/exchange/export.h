// SPDX-License-Identifier: MIT
//
// The contents of an export: claims in order, with the state of their stances on a day, in memory
// that does not grow with their number; and the names that its rows show.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "claims/exchange/stance_status.h"
#include "cli/names/filter.h"
#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

// What to export, on both clocks.
struct ExportScope {
  store::View view;
  const Filter& filter;
  Coordinates at;
};

// A claim and its stances; where a day was given, only those that had begun by then.
struct ExportedClaim {
  claims::ClaimFolder folder;
  std::vector<claims::StanceStatus> standings;  // of the folder's stances
  bool asked_for = true;                        // whether the claim is part of the answer
  std::vector<bool> wanted;                     // whether each stance is part of the answer
};

ExportedClaim exported(const ExportScope& scope, claims::ClaimFolder&& folder);

// Appends the export's text for one claim. Called by several threads at once.
using MakeOfClaim = std::function<void(const ExportedClaim& claim, std::string& to)>;

// Visits the claims in order; unreadable records are reported on standard error and left out.
void each_claim(Session& session, const ExportScope& scope, const MakeOfClaim& make,
                const std::function<void(std::string&&)>& take);

// Visits the records of one kind, on one thread; unreadable ones are reported likewise.
void each_actor(Session& session, const store::View& view,
                const std::function<void(const claims::Actor&)>& visit);
void each_source(Session& session, const store::View& view,
                 const std::function<void(const claims::Source&)>& visit);

// A cache of the names of actors and sources. Several threads may use it.
class ExportNames {
 public:
  // `view` must be used by nothing else: a View must not be shared between threads.
  explicit ExportNames(store::View view) : view_(std::move(view)) {}

  struct ActorName {
    std::string name;
    std::string kind;
    std::string url;
  };
  ActorName actor(const std::string& id);

  struct SourceName {
    std::string title;
    std::string url;
  };
  SourceName source(const std::string& id);

 private:
  store::View view_;
  std::mutex mutex_;
  std::unordered_map<std::string, ActorName> actors_;
  std::unordered_map<std::string, SourceName> sources_;
};

}  // namespace aver::cli
