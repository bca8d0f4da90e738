// SPDX-License-Identifier: MIT
//
// Makes a query from what a person types: the words of a command line, flags that abbreviate terms,
// names of records. Errors are shown with a caret under their place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/query/query.h"
#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

// As typed.
struct FilterWords {
  std::vector<std::string> query;
  std::vector<std::string> further;  // --query, beside the words
  std::optional<std::string> topic, holder, kind;
  std::vector<std::string> positions, tags;

  std::vector<std::string> all_words() const;
  bool any() const {
    return !query.empty() || !further.empty() || topic || holder || kind || !positions.empty() ||
           !tags.empty();
  }
};
// The words of the command are the query; the option --query adds to it.
void add_filter_words(std::vector<Word>& words, FilterWords& to, bool query_as_option = false);

// True where a word can only be part of a query: "kind:fact", "@troops", "-x", "(a".
bool is_query_syntax(const std::string& word);

// The words as one text. A word with blanks in it (the shell has removed its quotes) is a phrase,
// or, after "key:", a value. With query syntax in it, it is part of a query.
std::string query_text(const std::vector<std::string>& words);

// The place in a query, as two lines that fit into so many columns, for the end of a sentence:
// "\n  holder:x kin:y\n           ^^^". Empty where the place is not known.
std::string carets(std::string_view text, claims::query::QuerySpan span, int columns);

// A query that can be asked in a view: saved queries are put in, positions have their names of
// today, and ids are whole.
struct ResolvedQuery {
  claims::query::Query query;
  // Set where the query is one plain word that names no topic and no claim: the error to report if
  // no text contains it either.
  std::optional<store::StoreError> no_topic;
};
// Throws StoreError(usage) with the place in the query; not_found and ambiguous as in names.h.
ResolvedQuery resolve_query(Session& session, const store::View& view, const FilterWords& words);

}  // namespace aver::cli
