// SPDX-License-Identifier: MIT
//
// Editions: annotated tags, which say who froze the store at a commit, when, and in which words.
// Made by the git program, so that identity and signing are the user's; never moved, never removed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "store/values.h"

namespace aver::store {

class Store;
class View;

struct Edition {
  std::string name;  // "v1"
  ObjectId tag;      // the tag object
  CommitId commit;
  std::string tagger, email;
  std::int64_t tagged_at = 0;  // seconds since 1970
  std::string subject;
  bool has_signature = false;  // whether it is good is another question: store/signatures.h
};

struct Editions {
  std::vector<Edition> all;              // annotated tags of commits, oldest first
  std::vector<std::string> lightweight;  // tags that say neither who nor when, by name
};

// With `within`, only the tags of commits that are ancestors of this revision, or it.
Editions editions(const Store& store, const std::string& within = "");

// Throws StoreError(usage) where `name` cannot be the name of an edition, or is taken by a tag or a
// branch.
void require_edition_name(const Store& store, const std::string& name);

// Makes the annotated tag; signed where `sign`, or where tag.gpgSign asks for it. Throws
// StoreError: as require_edition_name; identity; refused where it could not be signed.
Edition make_edition(const Store& store, const std::string& name, const CommitId& commit,
                     const std::string& message, bool sign);

// How many records of each kind a view has. A folder that two views share is walked once.
struct RecordCounts {
  std::size_t claims = 0, stances = 0, actors = 0, sources = 0, reviews = 0;
  std::size_t all() const { return claims + stances + actors + sources + reviews; }
};
class RecordCounter {
 public:
  RecordCounter();
  ~RecordCounter();
  RecordCounts count(const View& view);

 private:
  struct Memory;
  std::unique_ptr<Memory> memory_;
};

}  // namespace aver::store
