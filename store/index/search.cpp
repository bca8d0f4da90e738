// SPDX-License-Identifier: MIT
//
// Finds matches by rank, reads only the records of the page that is asked for, and has a small
// database in memory mark the words in them: the index itself keeps no texts.
#include "store/index/search.h"

#include <algorithm>

#include "store/index/rows.h"
#include "store/sqlite/search_marks.h"

namespace aver::store {
namespace {

// A claim's text, a name and a title weigh more than what is said about them, and that more than
// one word among the thousands of a saved text.
constexpr const char* kRank = "bm25(text, 8.0, 2.0, 1.0)";

struct Match {
  std::int64_t id = 0;
  double rank = 0;
};

struct Place {
  Match match;
  RowKind kind = RowKind::claim;
  std::string folder;
  std::string name;
  BlobId blob;

  friend bool operator<(const Place& a, const Place& b) {
    if (a.match.rank != b.match.rank) return a.match.rank < b.match.rank;
    if (a.kind != b.kind) return a.kind < b.kind;
    return std::tie(a.folder, a.name) < std::tie(b.folder, b.name);
  }
};

Row row_of(const Place& place) {
  Row row;
  row.kind = place.kind;
  row.folder = place.folder;
  row.name = place.name;
  return row;
}

std::vector<Match> matches(const Database& database, const std::string& words,
                           const SearchQuery& query, const std::vector<std::string>& holders) {
  std::string sql = "SELECT t.rowid, " + std::string(kRank) +
                    " FROM text t JOIN record r ON r.id = t.rowid WHERE text MATCH ?1"
                    " AND (NOT r." +
                    is_kind(RowKind::capture) +
                    " OR EXISTS (SELECT 1 FROM capture_of c"
                    " WHERE c.folder = r.folder AND c.name = r.name))";
  constexpr int kFirstHolder = 3;
  if (!holders.empty()) {
    std::string marks;
    for (std::size_t i = 0; i < holders.size(); ++i)
      marks += (i == 0 ? "?" : ", ?") + std::to_string(kFirstHolder + i);
    sql += " AND r." + is_kind(RowKind::stance) +
           " AND r.holder IN (SELECT id FROM word WHERE word IN (" + marks + "))";
  }
  if (!query.topic.empty()) {
    sql +=
        " AND r.folder IN (SELECT id FROM folder WHERE path = ?2"
        " OR (path >= ?2 || '/' AND path < ?2 || '0'))";
  }
  Statement rows = database.prepare(sql);
  rows.reset();
  rows.bind_one(1, words);
  if (!query.topic.empty()) rows.bind_one(2, "claims/" + query.topic);
  int index = kFirstHolder;
  for (const std::string& holder : holders) rows.bind_one(index++, holder);
  std::vector<Match> all;
  while (rows.step()) all.push_back({rows.integer(0), rows.real(1)});
  return all;
}

// The places of the page that is asked for; only of as many as that takes.
std::vector<Place> page_of(const Database& database, std::vector<Match> all,
                           const SearchQuery& query) {
  const std::size_t wanted = query.offset + query.limit;
  if (wanted == 0 || query.offset >= all.size()) return {};
  const auto better = [](const Match& a, const Match& b) { return a.rank < b.rank; };
  if (wanted < all.size()) {
    const auto last = all.begin() + static_cast<std::ptrdiff_t>(wanted - 1);
    std::nth_element(all.begin(), last, all.end(), better);
    // Those of the last one's rank must be told apart by their paths.
    const double worst = last->rank;
    std::erase_if(all, [&](const Match& match) { return match.rank > worst; });
  }
  Statement find = database.prepare(
      "SELECT r.kind, f.path, r.name, lower(hex(r.blob)) FROM record r "
      "JOIN folder f ON f.id = r.folder WHERE r.id = ?");
  std::vector<Place> places;
  for (const Match& match : all) {
    if (!find.with(match.id).step()) continue;
    places.push_back({match, static_cast<RowKind>(find.integer(0)), std::string(find.text(1)),
                      std::string(find.text(2)), std::string(find.text(3))});
  }
  std::sort(places.begin(), places.end());
  places.erase(places.begin(),
               places.begin() + static_cast<std::ptrdiff_t>(std::min(query.offset, places.size())));
  if (places.size() > query.limit) places.resize(query.limit);
  return places;
}

Passage unmarked(std::string_view marked) {
  Passage passage;
  for (const char c : marked) {
    if (c == kMarkBegin) {
      passage.found.emplace_back(passage.text.size(), passage.text.size());
    } else if (c == kMarkEnd) {
      if (!passage.found.empty()) passage.found.back().second = passage.text.size();
    } else {
      passage.text += c;
    }
  }
  return passage;
}

// On one line, and without the marks.
std::string without_marks(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank =
        c == kMarkBegin || c == kMarkEnd || c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!blank) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

SearchHit hit_at(const Database& database, const Place& place) {
  SearchHit hit;
  Row row = row_of(place);
  hit.path = path_of(row);
  std::string name = place.name;
  if (place.kind == RowKind::capture) {
    hit.capture = true;
    Statement source = database.prepare(
        "SELECT min(r.name) FROM capture_of c JOIN record r ON r.id = c.record "
        "JOIN folder f ON f.id = c.folder WHERE f.path = ? AND c.name = ?");
    if (source.with(place.folder, place.name).step()) name = source.text(0);
    row.kind = RowKind::source;
    row.name = name;
  }
  if (const auto record = claims::record_at(path_of(row))) {
    hit.kind = record->kind;
    hit.id = record->id;
  }
  return hit;
}

// Has the database of the page mark what was found, by the rules that found it.
void mark(const std::vector<Place>& places, const View& view, const std::string& words,
          std::vector<SearchHit>& hits) {
  constexpr DatabaseForm kPage = {1, 1,
                                  "CREATE VIRTUAL TABLE page USING fts5 (title, body, "
                                  "tokenize='aver_words')",
                                  true};
  const Database database = Database::in_memory(kPage);
  Statement add = database.prepare("INSERT INTO page (rowid, title, body) VALUES (?, ?, ?)");
  for (std::size_t i = 0; i < places.size(); ++i) {
    Row row = row_of(places[i]);
    read_row(row, view.read_blob(places[i].blob));
    if (row.kind == RowKind::capture) row.text.body = std::move(row.capture);
    row.text.title = without_marks(row.text.title);
    row.text.body = without_marks(row.text.body);
    add.run(i, row.text.title, row.text.body);
    hits[i].title.text = row.text.title;
  }
  Statement marked = database.prepare(
      "SELECT rowid, aver_marked(page, 0), aver_passage(page, 1, 24) FROM page WHERE page MATCH ?");
  marked.with(words);
  while (marked.step()) {
    SearchHit& hit = hits[static_cast<std::size_t>(marked.integer(0))];
    hit.title = unmarked(marked.text(1));
    hit.passage = unmarked(marked.text(2));
  }
}

}  // namespace

std::string quoted_phrase(const std::vector<std::string>& words) {
  std::string phrase = "\"";
  for (const std::string& word : words) {
    if (phrase.size() > 1) phrase += ' ';
    for (const char c : word) {
      if (c == '\0') continue;
      phrase += c;
      if (c == '"') phrase += '"';
    }
  }
  return phrase + "\"";
}

SearchResult search_in(const Database& database, const View& view, const SearchQuery& query) {
  std::string words;
  for (const std::vector<std::string>& phrase : query.phrases) {
    words += (words.empty() ? "" : " ") + quoted_phrase(phrase);
  }
  SearchResult result;
  if (words.empty()) return result;
  std::vector<std::string> holders;
  if (!query.holder.empty()) holders = view.ids_of_actor(query.holder);
  std::vector<Match> all = matches(database, words, query, holders);
  result.total = all.size();
  const std::vector<Place> places = page_of(database, std::move(all), query);
  for (const Place& place : places) result.hits.push_back(hit_at(database, place));
  mark(places, view, words, result.hits);
  return result;
}

}  // namespace aver::store
