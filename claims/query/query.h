// SPDX-License-Identifier: MIT
//
// Questions as people type them: `holder:calda position:silent,declined changed:>2024-10-01`.
//
// Pure. Text <-> a tree of terms; what a term means is in facts.h, the keys and words that it may
// have in keys.h. The language in words: "aver help query". In short, tightest first:
//
//   term    key:value,value   "exact words"   word   @saved   ( query )   some( query )   ever(
//   query ) not     -term and     term term         (also: term and term) or      query or query
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/query/keys.h"

namespace aver::claims::query {

// Bytes [begin, end) of the text that something was read from; unknown where it was not read. Not
// part of a query's equality.
struct QuerySpan {
  static constexpr std::size_t kUnknown = static_cast<std::size_t>(-1);
  std::size_t begin = kUnknown;
  std::size_t end = kUnknown;

  bool known() const { return begin != kUnknown; }
  friend bool operator==(const QuerySpan&, const QuerySpan&) { return true; }
};

// How a value is compared: `v`, `<v`, `<=v`, `>v`, `>=v`, `v..to`.
enum class Op { is, less, at_most, more, at_least, between };

struct Match {
  Op op = Op::is;
  std::string value;  // of a range the lower end; an end may be empty: open
  std::string to{};   // of a range alone
  QuerySpan span{};

  friend bool operator==(const Match&, const Match&) = default;
};

struct Term {
  Key key = Key::word;
  std::vector<Match> any{};  // one of these must fit; never empty

  friend bool operator==(const Term&, const Term&) = default;
};

struct Query {
  enum class Kind {
    all,   // each of the parts; no parts: everything fits
    any,   // one of them
    no,    // not the one part
    some,  // the one part fits some position on the claim
    ever,  // the one part fits some record on the claim, in force or not
    term,
    saved,  // "@name"; expand() puts in what it stands for
  };

  Kind kind = Kind::all;
  std::vector<Query> parts{};
  Term term{};
  std::string name{};
  QuerySpan span{};

  friend bool operator==(const Query&, const Query&) = default;
};

// Make a query of parts. A single part is returned as it is, and an `all` within an `all` is
// flattened, so that one question has one form.
Query all_of(std::vector<Query> parts);
Query any_of(std::vector<Query> parts);
Query no(Query part);
Query some(Query part);
Query ever(Query part);
Query term(Key key, std::vector<Match> any, QuerySpan span = {});

// A problem of a query, and its place in the text.
struct Problem {
  std::string sentence;  // lower case, no full stop
  QuerySpan span;
  std::string hint{};
  // What may have been meant by the text of `span`: a key, a word, "@name"; empty: no guess.
  std::string guess{};
};

// `query` is there or `problem`, never both.
struct ParsedQuery {
  std::optional<Query> query;
  std::optional<Problem> problem;
};

inline constexpr std::size_t kMaxLength = 16384;  // bytes
inline constexpr int kMaxNesting = 50;            // parentheses and "-" within each other
inline constexpr std::size_t kMaxTerms = 2000;    // with saved queries put in

// Reads a query; an empty one asks for everything. Keys, the words of keys that have a fixed set
// of them, and dates are checked here; what depends on a store is not.
ParsedQuery parse(std::string_view text);

// Returns the problem of a term's values that can be found without a store: dates, words of fixed
// sets.
std::optional<Problem> problem_in(const Term& term);

// Takes the nearest of `names`, where one is near, for what was meant, and says so.
void add_guess(Problem& problem, std::string_view given, const std::vector<std::string>& names);

// Writes a query so that parse() gives it back, equal.
std::string print(const Query& query);

// A query of the store's own: `troops = "tag:troops position:silent"` in [query] of aver.toml.
struct SavedQuery {
  std::string name;
  std::string text;

  friend bool operator==(const SavedQuery&, const SavedQuery&) = default;
};
bool is_name(std::string_view name);  // of a saved query: a-z, 0-9, "-" and "_"

// Puts saved queries in the place of their names, also within each other. What is put in has the
// span of the name. Returns what is wrong: an unknown name, a query that leads back to itself, one
// that cannot be read, or a result that is too large.
std::optional<Problem> expand(Query& query, const std::vector<SavedQuery>& saved);

// The same for many queries: each saved one is read once.
class SavedQueries {
 public:
  // `saved` must outlive this.
  explicit SavedQueries(const std::vector<SavedQuery>& saved);
  ~SavedQueries();
  SavedQueries(const SavedQueries&) = delete;
  SavedQueries& operator=(const SavedQueries&) = delete;

  std::optional<Problem> expand(Query& query);

  // What all calls have cost so far: terms, and names that were compared for a guess.
  std::size_t cost() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Replaces former names of positions by the present ones. Returns what is wrong: a position or a
// scale that the vocabulary does not have.
std::optional<Problem> resolve_words(Query& query, const Vocabulary& words);

// True where the query has a term is:set-aside that is not within "-".
bool asks_for_set_aside(const Query& query);

// True where the query has a term is:corrected, is:ended or is:retracted that is not within "-".
bool asks_how_set_aside(const Query& query);

// Puts a query that asks for what is set aside, and not within ever( ), into one: nothing that is
// in force is set aside.
Query reaching_set_aside(Query query);

// Calls `visit` for each term, in order.
template <class Visit>
void each_term(Query& query, const Visit& visit) {
  if (query.kind == Query::Kind::term) visit(query);
  for (Query& part : query.parts) each_term(part, visit);
}
template <class Visit>
void each_term(const Query& query, const Visit& visit) {
  if (query.kind == Query::Kind::term) visit(query);
  for (const Query& part : query.parts) each_term(part, visit);
}

}  // namespace aver::claims::query
