// SPDX-License-Identifier: MIT
//
// Query -> text, and the one form that a query has.
#include <algorithm>

#include "claims/query/query.h"

namespace aver::claims::query {
namespace {

using Kind = Query::Kind;

std::string in_quotes(std::string_view text) {
  std::string answer = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') answer += '\\';
    answer += c;
  }
  return answer + "\"";
}

bool has_syntax(std::string_view text) {
  return text.empty() || std::any_of(text.begin(), text.end(), [](char c) {
           return c == ' ' || (c >= '\t' && c <= '\r') || c == '(' || c == ')' || c == '"' ||
                  c == ',';
         });
}

// A value as it is written after its key: quoted where it has syntax in it.
std::string value_text(const std::string& value) {
  const bool plain = !has_syntax(value) && value.front() != '<' && value.front() != '>' &&
                     value.find("..") == value.npos;
  return plain ? value : in_quotes(value);
}

std::string match_text(const Match& match) {
  switch (match.op) {
    case Op::is:
      return value_text(match.value);
    case Op::less:
      return "<" + match.value;
    case Op::at_most:
      return "<=" + match.value;
    case Op::more:
      return ">" + match.value;
    case Op::at_least:
      return ">=" + match.value;
    case Op::between:
      return match.value + ".." + match.to;
  }
  return "";
}

std::string term_text(const Term& term) {
  // A word that stood without quotes can stand so again.
  if (term.key == Key::word) return term.any.front().value;
  if (term.key == Key::phrase) return in_quotes(term.any.front().value);
  std::string text(row_of(term.key).name);
  const char* separator = ":";
  for (const Match& match : term.any) {
    text += separator + match_text(match);
    separator = ",";
  }
  return text;
}

std::string joined(const std::vector<Query>& parts, const char* separator) {
  std::string text;
  for (const Query& part : parts) {
    if (!text.empty()) text += separator;
    const bool weaker = part.kind == Kind::any;
    text += weaker ? "(" + print(part) + ")" : print(part);
  }
  return text;
}

// Parts of the same kind within each other say no more than in a row.
Query joined_as(Kind kind, std::vector<Query> parts) {
  Query query;
  query.kind = kind;
  for (Query& part : parts) {
    if (part.kind == kind) {
      std::move(part.parts.begin(), part.parts.end(), std::back_inserter(query.parts));
    } else {
      query.parts.push_back(std::move(part));
    }
  }
  if (query.parts.size() == 1) return Query(std::move(query.parts.front()));
  if (query.parts.empty()) return query;
  if (query.parts.front().span.known() && query.parts.back().span.known())
    query.span = {query.parts.front().span.begin, query.parts.back().span.end};
  return query;
}

Query around(Kind kind, Query part) {
  Query query;
  query.kind = kind;
  query.span = part.span;
  query.parts.push_back(std::move(part));
  return query;
}

}  // namespace

Query all_of(std::vector<Query> parts) { return joined_as(Kind::all, std::move(parts)); }
Query any_of(std::vector<Query> parts) { return joined_as(Kind::any, std::move(parts)); }
Query no(Query part) { return around(Kind::no, std::move(part)); }
Query some(Query part) { return around(Kind::some, std::move(part)); }
Query ever(Query part) { return around(Kind::ever, std::move(part)); }

Query term(Key key, std::vector<Match> any, QuerySpan span) {
  Query query;
  query.kind = Kind::term;
  query.term = {key, std::move(any)};
  query.span = span;
  return query;
}

std::string print(const Query& query) {
  switch (query.kind) {
    case Kind::all:
      return joined(query.parts, " ");
    case Kind::any:
      return joined(query.parts, " or ");
    case Kind::some:
      return "some(" + print(query.parts.front()) + ")";
    case Kind::ever:
      return "ever(" + print(query.parts.front()) + ")";
    case Kind::no: {
      const Query& part = query.parts.front();
      const bool stands_alone = part.kind != Kind::all && part.kind != Kind::any;
      return stands_alone ? "-" + print(part) : "-(" + print(part) + ")";
    }
    case Kind::term:
      return term_text(query.term);
    case Kind::saved:
      return "@" + query.name;
  }
  return "";
}

}  // namespace aver::claims::query
