// SPDX-License-Identifier: MIT
//
// Records checked as they stand in a view, with what a user has changed by hand and not committed
// laid over it.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "claims/check/check.h"
#include "cli/evidence/evidence.h"
#include "store/store.h"

namespace aver::cli {

// A view with some records added and others taken away.
class Overlay : public claims::Known {
 public:
  explicit Overlay(const store::View& view) : view_(view) {}
  void add(const claims::RecordRef& record) { added_.insert(record); }
  void remove(const claims::RecordRef& record) { removed_.insert(record); }
  bool has(const claims::RecordRef& record) const override {
    if (added_.contains(record)) return true;
    return !removed_.contains(record) && view_.has(record);
  }

 private:
  const store::View& view_;
  std::set<claims::RecordRef> added_;
  std::set<claims::RecordRef> removed_;
};

// Finds all that is wrong with one file, whatever it is: a record, a capture, aver.toml, or a stray
// file. Keeps the captures it has read, for the next file.
class FileCheck {
 public:
  FileCheck(const claims::Vocabulary& words, const claims::Known& known, ReadFile read)
      : words_(words), known_(known), read_(read), evidence_(std::move(read)) {}
  claims::Diagnostics operator()(const std::string& path, const std::string& content);

  // The same of a record that is decoded already.
  claims::Diagnostics of(const claims::Decoded<claims::Stance>& stance);
  claims::Diagnostics of(const claims::Decoded<claims::Source>& source);

 private:
  const claims::Vocabulary& words_;
  const claims::Known& known_;
  ReadFile read_;
  Evidence evidence_;
};

// The error that a file is, where a merge has left a conflict in it.
claims::Diagnostics unresolved(const std::string& path, const std::string& content);

// What was changed by hand.
class LocalRecords {
 public:
  LocalRecords(store::Store& store, const store::View& head,
               const std::vector<store::LocalChange>& changes);

  // The file as it is in the work tree; nothing where it was removed. Only for changed paths.
  std::optional<std::string> content(const std::string& path) const;
  bool changed(const std::string& path) const { return contents_.contains(path); }

  // The file as it is, changed or not.
  std::optional<std::string> read(const std::string& path) const;

  const Overlay& known() const { return known_; }

  // The vocabulary of the aver.toml in the work tree, or of the view's where that cannot be read.
  const claims::Vocabulary& vocabulary() const;

  // What is wrong with a changed file; nothing for one that was removed.
  claims::Diagnostics problems(const std::string& path) const;

 private:
  const store::View& head_;
  Overlay known_;
  std::map<std::string, std::optional<std::string>> contents_;
  std::optional<claims::Settings> settings_;
};

}  // namespace aver::cli
