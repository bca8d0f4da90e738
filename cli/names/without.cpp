// SPDX-License-Identifier: MIT
//
// Resolves the query in the view that is asked about, and lays what falls by it over each folder.
#include "cli/names/without.h"

#include <algorithm>
#include <memory>

#include "claims/positions/set_aside.h"
#include "cli/names/query.h"

namespace aver::cli {
namespace {

namespace query = claims::query;
using store::Fault;
using store::StoreError;
using store::View;

// Names are those of the view. What only the tip knows cannot make anything fall in an older view.
query::Query resolved(Session& session, const View& view, const FilterWords& words) {
  try {
    return resolve_query(session, view, words).query;
  } catch (const StoreError& error) {
    const View now = session.store().view();
    if (error.fault() != Fault::not_found || now.commit() == view.commit()) throw;
    return resolve_query(session, now, words).query;
  }
}

query::FallingQuestion question_of(Session& session, const View& view, const std::string& typed,
                                   const claims::Vocabulary& words) {
  FilterWords filter;
  filter.query = {typed};
  const std::string text = query_text(filter.query);
  if (typed.find_first_not_of(" \t") == typed.npos) {
    throw StoreError(Fault::usage, "--without takes a query: what to leave away", {},
                     "--without source:SOURCE");
  }
  query::Query asked = resolved(session, view, filter);
  if (const auto problem = query::problem_of_single_records(asked)) {
    throw StoreError(Fault::usage,
                     problem->sentence + carets(text, problem->span, session.out.width()), {},
                     "aver help query");
  }
  return query::fits_query(std::move(asked), words);
}

}  // namespace

FallingIn::FallingIn(const View& view, claims::Day day, claims::Day today)
    : view_(view.assuming(nullptr)),
      setting_{day,
               today,
               view_.vocabulary(),
               [this](const std::string& id) { return source(id); },
               [this](const std::string& id) { return actors().of(id); },
               [this](const std::string& words) { return actors().of(actors().meant_by(words)); }} {
}

const claims::Source* FallingIn::source(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  const auto [at, is_new] = sources_.try_emplace(id);
  if (is_new) {
    if (auto decoded = view_.source(id); decoded && decoded->record)
      at->second = std::move(*decoded->record);
  }
  return at->second ? &*at->second : nullptr;
}

const claims::ActorNames& FallingIn::actors() const {
  const std::lock_guard lock(mutex_);
  if (!actors_) actors_ = names_of_actors(view_);
  return *actors_;
}

Without::Without(Session& session, const View& view, const std::string& typed, claims::Day day)
    : among_(view, day, session.today()),
      question_(question_of(session, view, typed, among_.setting().words)) {
  told_.query = typed;
}

void Without::change(claims::ClaimFolder& folder) const {
  query::retract_in(folder, query::what_falls(folder, question_, among_.setting()), told_.query);
}

void Without::shown(const claims::ClaimFolder& folder) const {
  const std::lock_guard lock(mutex_);
  if (!claims_.insert(folder.id).second) return;
  std::map<std::string_view, const claims::Stance*> by_name;
  std::set<std::string_view> fallen;
  for (const claims::Stance& stance : folder.stances) {
    by_name.emplace(stance.name, &stance);
    if (claims::is_assumed(stance)) fallen.insert(stance.retracts);
  }
  for (const std::string_view name : fallen) {
    const auto stance = by_name.find(name);
    if (stance == by_name.end()) continue;  // another holder's, which is not shown
    const bool is_check = !stance->second->repeats.empty();
    ++(is_check ? told_.checks : told_.records);
    const std::string_view corrected = claims::set_aside_by(*stance->second);
    if (!corrected.empty() && by_name.contains(corrected)) ++told_.stay_aside;
  }
  if (any_left_) return;
  const claims::SetAside aside(folder.stances);
  any_left_ = std::any_of(
      folder.stances.begin(), folder.stances.end(),
      [&](const claims::Stance& stance) { return !stance.position.empty() && !aside.has(stance); });
}

WithoutTold Without::told() const {
  const std::lock_guard lock(mutex_);
  WithoutTold told = told_;
  told.nothing_left = told.any() && !any_left_;
  return told;
}

View asked_view(Session& session, const When& when, const std::optional<std::string>& without) {
  View view = session.view(when);
  if (!without || view.commit().empty()) return view;
  // The day is asked for by no term about a single record.
  return view.assuming(std::make_shared<Without>(session, view, *without, session.today()));
}

View asked_view(Session& session, const Reading& reading) {
  return asked_view(session, reading.when, reading.without);
}

std::function<WithoutTold()> told_without(const View& view) {
  const auto* without = dynamic_cast<const Without*>(view.assumption());
  if (without == nullptr) return nullptr;
  // The view keeps it.
  return [view, without] { return without->told(); };
}

}  // namespace aver::cli
