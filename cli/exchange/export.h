// SPDX-License-Identifier: MIT
//
// What an export goes through: claims with their stances as they stood on a day, in order, in
// little memory whatever their number; and the names that its rows show.
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

// What is asked for, on both clocks.
struct ExportScope {
  store::View view;
  const Filter& filter;
  Coordinates at;
};

// A claim and its stances that are asked for: where a day was given, only those that had begun.
struct ExportedClaim {
  claims::ClaimFolder folder;
  std::vector<claims::StanceStatus> standings;  // of the folder's stances
  bool asked_for = true;                        // whether the claim is part of the answer
  std::vector<bool> wanted;                     // likewise: of the holder and position asked for
};

ExportedClaim exported(const ExportScope& scope, claims::ClaimFolder&& folder);

// Appends what the export says of a claim. Called by several threads at once.
using MakeOfClaim = std::function<void(const ExportedClaim& claim, std::string& to)>;

// Goes through the claims; unreadable records are told on standard error, and left out.
void each_claim(Session& session, const ExportScope& scope, const MakeOfClaim& make,
                const std::function<void(std::string&&)>& take);

// Goes through the records of one kind; unreadable ones are told likewise. One at a time.
void each_actor(Session& session, const store::View& view,
                const std::function<void(const claims::Actor&)>& visit);
void each_source(Session& session, const store::View& view,
                 const std::function<void(const claims::Source&)>& visit);

// Actors and sources by id, read when first asked for. May be asked by several threads.
class ExportNames {
 public:
  // `view` is one of its own, as a view is no matter for several threads.
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
