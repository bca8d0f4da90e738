// SPDX-License-Identifier: MIT
//
// Builds a claim's folder from its decoded files, or from what is known of them. Its stances name
// people by the actors of the view.
#pragma once

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "claims/records/people.h"
#include "store/store.h"
#include "store/view/links.h"

namespace aver::store {

struct ClaimFolderBuilder {
  ClaimFolderBuilder(const View& of, std::string_view claim_id) : view(of) {
    folder.folder.id = claim_id;
  }
  void add(claims::Decoded<claims::Claim>&& claim) {
    name_link(view, claim);
    folder.folder.claim = std::move(claim.record);
    add_problems(claim.problems);
  }
  void add(claims::Decoded<claims::Stance>&& stance) {
    name_link(view, stance);
    add_problems(stance.problems);
    if (!stance.record) return;
    folder.folder.stances.push_back(std::move(*stance.record));
    name_actors();
  }
  void add(const claims::Claim& claim) { folder.folder.claim = claim; }
  void add(const claims::Stance& stance) {
    folder.folder.stances.push_back(stance);
    name_actors();
  }
  void add_problems(const claims::Diagnostics& problems) {
    folder.problems.insert(folder.problems.end(), problems.begin(), problems.end());
  }
  void name_actors() {
    claims::Stance& stance = folder.folder.stances.back();
    const auto lead = [&](const std::string& who) -> const auto& { return view.actor_of(who); };
    if (claims::replace_people(stance, lead)) renamed.insert(stance.name);
  }

  const View& view;
  View::Folder folder;
  std::set<std::string, std::less<>> renamed;  // stances that do not say what their files say
};

}  // namespace aver::store
