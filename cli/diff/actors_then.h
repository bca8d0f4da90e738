// SPDX-License-Identifier: MIT
//
// Who was who at each commit of a line: the files of actors, played forward. At each step a holder
// is the actor that the revision's files make of its id (View::actor_of), told by an id of today:
// an actor that was only renamed since has one name throughout, one that was merged into another
// has its own until then.
//
// Actors that have a file from their first record on cost a look-up. For any other, the actors of
// the line that have aliases are read, once.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "store/store.h"

namespace aver::cli {

class ActorsThen {
 public:
  using Step = std::size_t;  // place among the commits that are played, oldest first

  explicit ActorsThen(const store::View& view) : view_(view) {}

  // Notes what the commit of a step made of a path; other paths than those of actors are left out.
  // Steps come in order, all of them before the first question.
  void add(Step step, const store::ChangedPath& path);

  // The actor that the id of a holder leads to at the step, by its id of then; the id itself where
  // it leads to nobody.
  const std::string& actor_of(const std::string& id, Step step);
  // The same actor by the name that it is told by: the last id that it got by renaming. Where
  // another actor has that id at the time, the one that it had then.
  const std::string& told_as(const std::string& id, Step step);

  // Whether an id that told_as() was asked about is told by another name from the step on.
  bool moves_at(Step step) const { return moves_.contains(step); }

  // The file that made the id lead to another actor at the step, with its contents since (empty: it
  // is gone); nothing where the step changed none.
  std::optional<std::pair<std::string, store::BlobId>> mover(const std::string& id, Step step);

  // All ids that are told by this name at any step, and the name.
  std::set<std::string> ids_told_as(const std::string& name);

 private:
  struct Version {
    Step step;
    store::BlobId blob;  // empty: it is gone
  };
  using Versions = std::vector<Version>;
  struct Names {
    std::string name;
    std::vector<std::string> ids;  // aliases that may be ids
  };
  // A time in which an actor has a file.
  struct Span {
    Step from;
    Step to;                                   // the step that removed it
    std::string name;                          // that it is told by
    std::pair<std::string, std::size_t> next;  // where it goes on under another id; "": nowhere
  };
  struct Leads {
    Step from;
    std::string actor, name;
  };

  const Version* version(const std::string& id, Step step) const;
  bool has(const std::string& id, Step step) const;
  bool is_always_there(const std::string& id, Step from) const;
  const Names& names(const store::BlobId& blob);
  void learn();
  void learn_aliases();
  void learn_spans();
  void join_renamed(Step step, const std::vector<std::string>& gone,
                    const std::vector<std::string>& come);
  void name_spans();
  Span& span(const std::string& id, Step step);
  std::string find_actor(const std::string& id, Step step);
  const std::vector<Leads>& leads(const std::string& id);
  const Leads& leads_at(const std::string& id, Step step);

  const store::View& view_;
  std::unordered_map<std::string, Versions> files_;  // by id; each in order
  std::set<std::string> removed_;                    // ids whose file was gone at some step
  bool learned_ = false;
  std::unordered_map<store::BlobId, Names> read_;
  std::map<std::string, std::set<std::string>> with_alias_;  // those that ever had it, by the alias
  std::map<std::string, std::vector<Span>> spans_;  // of ids that may lead to others, or be renamed
  std::unordered_map<std::string, std::vector<Leads>> leads_;
  std::set<std::string> asked_;
  std::set<Step> moves_;
};

}  // namespace aver::cli
