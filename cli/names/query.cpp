// SPDX-License-Identifier: MIT
//
// Joins the words of the command line to one query text, parses it, puts saved queries in, and
// replaces names by ids; each problem is shown at its place in what was typed.
#include "cli/names/query.h"

#include <algorithm>

#include "claims/text/ascii.h"
#include "claims/text/code_points.h"
#include "cli/names/key_words.h"
#include "cli/names/load.h"
#include "cli/names/names.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

namespace query = claims::query;
using query::Key;
using query::Op;
using query::Query;
using store::Fault;
using store::StoreError;
using store::View;

std::string in_quotes(std::string_view text) {
  return query::print(query::term(Key::phrase, {{Op::is, std::string(text)}}));
}

// The length of "key:" (or "-key:") at the start of a word; 0 where there is none.
std::size_t key_length(std::string_view word) {
  const std::size_t begin = word.starts_with('-') ? 1 : 0;
  const std::size_t colon = word.find(':');
  if (colon == word.npos || colon <= begin) return 0;
  std::string name(word.substr(begin, colon - begin));
  for (char& c : name) c = c == '-' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return query::key_named(name) == nullptr ? 0 : colon + 1;
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && claims::is_space(text[at])) ++at;
    const std::size_t begin = at;
    while (at < text.size() && !claims::is_space(text[at])) ++at;
    if (at > begin) parts.push_back(text.substr(begin, at - begin));
  }
  return parts;
}

bool is_operator(std::string_view word) {
  return word == "or" || word == "OR" || word == "and" || word == "AND";
}

// The query text of one word of the command line.
std::string one_word(const std::string& word) {
  const std::vector<std::string_view> parts = split(word);
  if (parts.size() < 2 || word.find('"') != word.npos) return word;
  const auto has_syntax = [](std::string_view part) {
    return is_operator(part) || is_query_syntax(std::string(part));
  };
  const std::size_t key = key_length(parts.front());
  const bool later = std::any_of(parts.begin() + 1, parts.end(), has_syntax);
  if (later || (key == 0 && has_syntax(parts.front()))) return word;
  if (key == 0) return in_quotes(word);
  // Each of the values that has a blank in it.
  const std::size_t begin = word.find(':') + 1;
  std::string text = word.substr(0, begin);
  for (std::size_t at = begin; at <= word.size();) {
    const std::size_t end = std::min(word.find(',', at), word.size());
    const std::string value = word.substr(at, end - at);
    text += (at == begin ? "" : ",") + (split(value).size() > 1 ? in_quotes(value) : value);
    at = end + 1;
  }
  return text;
}

std::string shown_in(const Session& session, std::string_view text, query::QuerySpan span) {
  return carets(text, span, session.out.width());
}

// A topic is a folder, or, as everywhere, a trailing part of a claim's id.
NameLookup find_topic(const View& view, std::string topic) {
  while (topic.ends_with('/')) topic.pop_back();
  require_good_id(topic);
  if (view.list(claims::claim_folder(topic)).empty()) return find_claim(view, topic);
  NameLookup found;
  found.id = std::move(topic);
  return found;
}

std::string topic_named(const View& view, const std::string& topic) {
  NameLookup found = find_topic(view, topic);
  if (!found.id) not_found(found);
  return *found.id;
}

// Likewise a folder of sources, or a source.
std::string source_or_folder_named(const View& view, std::string name) {
  while (name.ends_with('/')) name.pop_back();
  if (claims::id_problem(name).empty() && !view.list("sources/" + name).empty()) return name;
  return source_named(view, name);
}

std::string id_at(const View& view, Key key, const std::string& name) {
  switch (key) {
    case Key::topic:
      return topic_named(view, name);
    case Key::source:
      return source_or_folder_named(view, name);
    case Key::holder:
    case Key::missing:
      return actor_named(view, name);
    default:
      return claim_named(view, name);
  }
}

// In an older view, also by a name that the record got only later.
std::string id_named(Session& session, const View& view, Key key, const std::string& name) {
  try {
    return id_at(view, key, name);
  } catch (const StoreError& error) {
    const View now = session.store().view();
    if (error.fault() != Fault::not_found || key == Key::topic || now.commit() == view.commit())
      throw;
    const claims::RecordKind kind = key == Key::source ? claims::RecordKind::source
                                    : key == Key::holder || key == Key::missing
                                        ? claims::RecordKind::actor
                                        : claims::RecordKind::claim;
    std::string id;
    try {
      id = id_at(now, key, name);
    } catch (const StoreError&) {
      throw error;  // what the old view has to say
    }
    const auto then = as_it_was_called(now, view, {kind, id});
    if (!then) throw;
    return then->id;
  }
}

class Asking {
 public:
  Asking(Session& session, const View& view, const FilterWords& words)
      : session_(session), view_(view), words_(words), text_(query_text(words.all_words())) {}

  ResolvedQuery run() {
    query::ParsedQuery parsed = query::parse(text_);
    if (parsed.problem) refuse(*parsed.problem);
    Query typed = std::move(*parsed.query);
    // Saved queries are tools, not records: those of now, whatever revision is asked about.
    if (has_saved(typed)) {
      const auto problem = query::expand(typed, session_.store().view().settings().queries);
      if (problem) {
        refuse_uncommitted(*problem);
        refuse(*problem);
      }
    }
    ResolvedQuery answer;
    take_topic(typed, answer);
    std::vector<Query> parts = {std::move(typed)};
    add_flags(parts);
    answer.query = query::all_of(std::move(parts));
    if (const auto problem = query::resolve_words(answer.query, view_.vocabulary()))
      refuse(*problem);
    query::each_term(answer.query, [&](Query& node) {
      if (query::row_of(node.term.key).type != query::KeyType::id) return;
      for (query::Match& match : node.term.any) {
        try {
          match.value = id_named(session_, view_, node.term.key, match.value);
        } catch (const StoreError& error) {
          throw StoreError(error.fault(), error.what() + shown_in(session_, text_, match.span),
                           error.causes(), error.hint());
        }
      }
    });
    return answer;
  }

 private:
  [[noreturn]] void refuse(const query::Problem& problem) const {
    std::string hint = problem.hint.empty() ? "aver help query" : problem.hint;
    if (!problem.guess.empty() && problem.span.known()) {
      const std::string typed = typed_at(problem.span);
      // What is wrong within a saved query was not typed, and cannot be mended here.
      const bool was_typed = typed.starts_with('@') == problem.guess.starts_with('@');
      if (was_typed) hint = mended(typed, {problem.guess}, std::move(hint));
    }
    throw StoreError(Fault::usage, problem.sentence + shown_in(session_, text_, problem.span), {},
                     std::move(hint));
  }

  std::string typed_at(query::QuerySpan span) const {
    return text_.substr(span.begin, span.end - span.begin);
  }

  // A saved query that is in the work tree's aver.toml but not committed yet gets an error that
  // says so.
  void refuse_uncommitted(const query::Problem& problem) const {
    constexpr std::string_view kFile = "aver.toml";
    if (!problem.span.known() || session_.store().bare()) return;
    const std::string typed = typed_at(problem.span);
    const auto text = session_.store().read_work_tree(std::string(kFile));
    if (!typed.starts_with('@') || !text) return;
    const auto here = claims::decode_settings(*text, kFile);
    if (!here.record) return;
    const View tip = session_.store().view();  // outlives its settings
    const auto& now = tip.settings().queries;
    const auto is_in = [&](const std::vector<query::SavedQuery>& all) {
      return std::any_of(all.begin(), all.end(),
                         [&](const query::SavedQuery& one) { return one.name == typed.substr(1); });
    };
    if (is_in(now) || !is_in(here.record->queries)) return;
    throw StoreError(Fault::usage,
                     "the saved query " + typed + " stands in aver.toml, and is not committed yet" +
                         shown_in(session_, text_, problem.span),
                     {}, "aver commit aver.toml");
  }

  static bool has_saved(const Query& one) {
    return one.kind == Query::Kind::saved ||
           std::any_of(one.parts.begin(), one.parts.end(), has_saved);
  }

  // The only plain word of a query is a topic or a claim, where there is one of that name.
  void take_topic(Query& typed, ResolvedQuery& answer) const {
    std::size_t plain = 0;
    query::each_term(typed, [&](const Query& node) { plain += node.term.key == Key::word; });
    if (plain != 1) return;
    Query* word = typed.kind == Query::Kind::term ? &typed : nullptr;
    if (typed.kind == Query::Kind::all) {
      for (Query& part : typed.parts) {
        if (part.kind == Query::Kind::term && part.term.key == Key::word) word = &part;
      }
    }
    if (word == nullptr) return;  // it stands behind "-" or beside "or"
    query::Match& match = word->term.any.front();
    NameLookup found;
    try {
      found = find_topic(view_, match.value);
    } catch (const StoreError& error) {
      if (error.fault() == Fault::ambiguous) throw;
      return;  // no id at all
    }
    if (found.id) {
      match.value = *found.id;
      word->term.key = Key::topic;
    } else if (word == &typed) {
      answer.no_topic = StoreError(
          Fault::not_found,
          "no claim, topic or text has the word \"" + match.value + "\"" + did_you_mean(found.near),
          {}, mended(found.name, found.near, found.hint));
    }
  }

  void add_flags(std::vector<Query>& parts) const {
    const auto add = [&](Key key, const std::string& value) {
      parts.push_back(query::term(key, {{Op::is, value}}));
    };
    if (words_.topic) add(Key::topic, *words_.topic);
    if (words_.holder) add(Key::holder, *words_.holder);
    if (words_.kind) add(Key::kind, *words_.kind);
    for (const std::string& tag : words_.tags) add(Key::tag, tag);
    if (words_.positions.empty()) return;
    std::vector<query::Match> any;
    for (const std::string& text : words_.positions) {
      for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        // An unknown word gets the vocabulary in its error: --position is how people ask for the
        // list.
        any.push_back(
            {Op::is, position_named(view_.vocabulary(), text.substr(begin, end - begin))});
        begin = end + 1;
      }
    }
    parts.push_back(query::term(Key::position, std::move(any)));
  }

  Session& session_;
  const View& view_;
  const FilterWords& words_;
  std::string text_;
};

}  // namespace

void add_filter_words(std::vector<Word>& words, FilterWords& to, bool query_as_option) {
  if (query_as_option) {
    words.push_back(option("--query", "QUERY", &to.query, "only what fits (aver help query)"));
    words.push_back(option("--topic", "TOPIC", &to.topic, "only claims in this folder, and below"));
  } else {
    words.push_back(
        positional("QUERY", to.query, "a topic, and what must fit: kind:pledge (aver help query)"));
    words.back().is_query = true;
    words.push_back(option("--query", "QUERY", &to.further, "the same, as an option"));
  }
  const std::vector<Word> all = {
      option("--holder", "HOLDER", &to.holder, "only what this actor holds"),
      option("--position", "WORD", &to.positions, "only this position; several with \",\""),
      option("--tag", "TAG", &to.tags, "only claims with this tag; all of them, if repeated"),
      option("--kind", "KIND", &to.kind, "only claims of this kind",
             words_of_key(claims::RecordKind::claim, "kind")),
  };
  words.insert(words.end(), all.begin(), all.end());
}

std::vector<std::string> FilterWords::all_words() const {
  std::vector<std::string> all = query;
  all.insert(all.end(), further.begin(), further.end());
  return all;
}

bool is_query_syntax(const std::string& word) {
  if (word.empty()) return false;
  const char first = word.front();
  return (word.size() > 1 && (first == '-' || first == '@')) || first == '(' || first == '"' ||
         word.starts_with("some(") || word.starts_with("ever(") || key_length(word) > 0;
}

std::string query_text(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + one_word(word);
  return text;
}

std::string carets(std::string_view text, query::QuerySpan span, int columns) {
  if (!span.known()) return "";
  const int width = std::max(20, columns - 2);
  span.begin = std::min(span.begin, text.size());
  span.end = std::min(std::max(span.end, span.begin), text.size());
  std::string before = safe_line(text.substr(0, span.begin));
  const std::string marked = safe_line(text.substr(span.begin, span.end - span.begin));
  const std::string after = safe_line(text.substr(span.end));
  if (width_of(before) + width_of(marked) > width && width_of(before) > width / 3) {
    while (width_of(before) > width / 3) {
      std::size_t first = 1;
      while (first < before.size() && claims::is_continuation(before[first])) ++first;
      before.erase(0, first);
    }
    before.insert(0, "…");
  }
  const int column = width_of(before);
  const int carets = std::max(1, std::min(width_of(marked), width - column));
  return "\n  " + shortened(before + marked + after, width) + "\n  " +
         std::string(static_cast<std::size_t>(column), ' ') +
         std::string(static_cast<std::size_t>(carets), '^');
}

ResolvedQuery resolve_query(Session& session, const View& view, const FilterWords& words) {
  return Asking(session, view, words).run();
}

}  // namespace aver::cli
