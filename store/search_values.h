// SPDX-License-Identifier: MIT
//
// A full-text search and what it found, as plain values.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "claims/text/id.h"

namespace aver::store {

struct SearchQuery {
  std::vector<std::vector<std::string>> phrases;  // all of them; each one's words in this order
  std::string topic;   // only claims below it, and their stances; empty: everything
  std::string holder;  // only stances of this actor; empty: everything
  std::size_t limit = 20;
  std::size_t offset = 0;
};

// A passage with the words that were found in it.
struct Passage {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> found;  // bytes [begin, end), in order
};

struct SearchHit {
  claims::RecordKind kind = claims::RecordKind::claim;
  std::string id;
  std::string path;  // of the file that the words stand in: the record, or a capture of it
  bool capture = false;
  Passage title;    // a claim's text, a name, a source's title; empty for stances
  Passage passage;  // the best piece of the rest; may be empty
};

struct SearchResult {
  std::vector<SearchHit> hits;
  std::size_t total = 0;
};

}  // namespace aver::store
