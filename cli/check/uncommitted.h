// SPDX-License-Identifier: MIT
//
// Checks records of a view with the user's uncommitted changes applied to it.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "claims/check/check.h"
#include "claims/records/actor_names.h"
#include "cli/evidence/evidence.h"
#include "store/store.h"

namespace aver::cli {

// A view with some records added and others taken away.
class Overlay : public claims::Known {
 public:
  explicit Overlay(const store::View& view) : view_(view), known_(view) {}
  void add(const claims::RecordRef& record) { added_.insert(record); }
  void remove(const claims::RecordRef& record) { removed_.insert(record); }
  // An actor as it is now: what it had among its aliases in the view does not count.
  void add(const claims::Actor& actor);
  bool has(const claims::RecordRef& record) const override {
    if (added_.contains(record)) return true;
    return !removed_.contains(record) && view_.has(record);
  }
  std::string actor_of(const std::string& id) const override;

  // From now on called() answers; all actors are read when it is first asked.
  void tell_names() { tells_names_ = true; }
  std::vector<std::string> called(const std::string& words) const override;
  std::optional<std::string> called_now(const claims::RecordRef& record) const override;

 private:
  const store::View& view_;
  store::KnownIn known_;
  std::set<claims::RecordRef> added_;
  std::set<claims::RecordRef> removed_;
  std::map<std::string, std::set<std::string>> former_;  // former ids, and whose they were
  std::map<std::string, claims::Actor> actors_;          // added, by id
  bool tells_names_ = false;
  mutable std::optional<claims::ActorNames> names_;
};

// Finds everything that is wrong with one file of any kind: a record, a capture, aver.toml, or a
// stray file. Caches captures between calls.
class FileCheck {
 public:
  FileCheck(const claims::Vocabulary& words, const claims::Known& known, claims::Day today,
            ReadFile read)
      : words_(words), known_(known), today_(today), read_(read), evidence_(std::move(read)) {}
  claims::Diagnostics operator()(const std::string& path, const std::string& content);

  // The same for a record that is already decoded.
  claims::Diagnostics of(const claims::Decoded<claims::Stance>& stance);
  claims::Diagnostics of(const claims::Decoded<claims::Source>& source);

 private:
  const claims::Vocabulary& words_;
  // The source, where it can be read; null where not. Kept between calls.
  const claims::Source* source(const std::string& id);

  const claims::Known& known_;
  claims::Day today_;
  ReadFile read_;
  Evidence evidence_;
  std::map<std::string, std::optional<claims::Source>> sources_;
};

// The error of a file in which a merge has left an unsettled conflict; none for any other file.
claims::Diagnostics unresolved(const std::string& path, const std::string& content);

// The records with the user's uncommitted changes applied.
class LocalRecords {
 public:
  LocalRecords(store::Store& store, const store::View& head,
               const std::vector<store::LocalChange>& changes, claims::Day today);

  // The records of `head` with edits that nobody has made yet, in place of those of the work tree.
  LocalRecords(const store::View& head, const std::vector<store::Edit>& edits, claims::Day today);

  // The file as it is in the work tree; nothing where it was removed. Only for changed paths.
  std::optional<std::string> content(const std::string& path) const;
  bool changed(const std::string& path) const { return contents_.contains(path); }

  // Whether an actor was called `was` before, and is `now`.
  bool is_same_actor(const std::string& was, const std::string& now) const;

  // What became of a stance that was otherwise at `path`: see claims::check_rewritten().
  claims::Diagnostics rewritten(const std::string& path, const std::string& before,
                                const std::string& after) const;

  // The present text of the file, changed or not.
  std::optional<std::string> read(const std::string& path) const;

  const Overlay& known() const { return known_; }

  // The vocabulary of the aver.toml in the work tree, or of the view's where that cannot be read.
  const claims::Vocabulary& vocabulary() const;

  const claims::ReviewPolicy& review() const;                // likewise
  int format() const;                                        // likewise
  const std::vector<store::CommitId>& wrong_stamps() const;  // [clock], as it stands there

  // The problems of a changed file; none for a removed one.
  claims::Diagnostics problems(const std::string& path) const;

  // Symbolic links among the changes, each with what is to be said of it: they are not read, nor is
  // what lies behind one, and content() has nothing for them.
  const std::map<std::string, claims::Diagnostic>& links() const { return links_; }

 private:
  // A file's text, or where it is.
  struct Content {
    std::optional<std::string> text;
    store::BlobId blob;
  };
  std::optional<std::string> text_of(const store::Store& store, const std::string& path);
  void add(const std::string& path, Content content);
  void add_actor(const std::string& path);

  const store::View& head_;
  claims::Day today_;
  Overlay known_;
  std::map<std::string, Content> contents_;
  std::map<std::string, claims::Diagnostic> links_;
  std::optional<claims::Settings> settings_;
};

}  // namespace aver::cli
