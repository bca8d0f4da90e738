// SPDX-License-Identifier: MIT
//
// Full-text search: what people type, and what was found.
#pragma once

#include <string>
#include <vector>

#include "cli/answers.h"
#include "cli/output.h"
#include "cli/render/sheet.h"
#include "store/records_index.h"

namespace aver::cli {

struct SearchAnswer {
  Head head;
  std::vector<std::vector<std::string>> phrases;
  std::size_t offset = 0;
  store::SearchResult result;
  std::string next;  // the command that shows the next page; empty where there is none
};

// What was typed, as phrases: a word, or what stands between quotes. A word with blanks in it,
// which the shell has taken the quotes from, is a phrase. Nothing in it has a meaning but quotes.
// Throws StoreError(usage), with the place, for a quote that is not closed and for no words at all.
std::vector<std::vector<std::string>> phrases_of(const std::vector<std::string>& words, int width);

std::string text(const SearchAnswer& answer, const Output& out);
std::string json(const SearchAnswer& answer);
Sheet sheet(const SearchAnswer& answer);

}  // namespace aver::cli
