// SPDX-License-Identifier: MIT
//
// A claim counts in each topic above it. Long streams are cut by month, and a month into parts.
#include "cli/site/site_lists.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "claims/text/paths.h"
#include "cli/render/html/pages.h"
#include "cli/render/html/place.h"

namespace aver::cli {
namespace {

constexpr std::size_t kPart = 500;  // entries of each stream on one page
constexpr std::size_t kFrontMoves = 8, kFrontNews = 6;

// "dorn/ulvaria" and "dorn" of the claim "dorn/ulvaria/x".
std::vector<std::string> topics_of(const std::string& claim) {
  std::vector<std::string> topics;
  for (std::size_t at = claim.find('/'); at != claim.npos; at = claim.find('/', at + 1))
    topics.push_back(claim.substr(0, at));
  return topics;
}

std::string month_of(claims::Day day) { return claims::to_string(day).substr(0, 7); }

void sort_rows(std::vector<SiteRow>& rows) {
  std::stable_sort(rows.begin(), rows.end(),
                   [](const SiteRow& a, const SiteRow& b) { return a.last_move > b.last_move; });
}

struct Month {
  std::vector<SiteMove> moves;
  std::vector<SiteNews> news;
};

template <class Entry>
std::vector<Entry> slice(const std::vector<Entry>& all, std::size_t from, std::size_t most) {
  const std::size_t begin = std::min(from, all.size());
  const std::size_t end = std::min(begin + most, all.size());
  return {all.begin() + static_cast<std::ptrdiff_t>(begin),
          all.begin() + static_cast<std::ptrdiff_t>(end)};
}

// `part` has the list of all months.
void write_months(const SiteFrame& frame, const std::map<std::string, Month>& months,
                  html::StreamPart part, SiteFolder& folder) {
  for (const auto& [name, month] : months) {
    const std::size_t most = std::max(month.moves.size(), month.news.size());
    const std::size_t pages = (most + kPart - 1) / kPart;
    for (std::size_t i = 0; i < pages; ++i) {
      part.shown = name;
      part.page = i + 1;
      part.pages = pages;
      part.path = html::part_page("changes/" + name + "/", i + 1);
      part.heading = "Changes of " + name;
      folder.write(part.path, html::changes_page(frame, part, slice(month.moves, i * kPart, kPart),
                                                 slice(month.news, i * kPart, kPart)));
    }
  }
}

}  // namespace

void sort_moves(std::vector<SiteMove>& moves) {
  std::stable_sort(moves.begin(), moves.end(),
                   [](const SiteMove& a, const SiteMove& b) { return a.when.last > b.when.last; });
}

std::vector<SiteTopicLine> write_topics(const SiteFrame& frame, const FactsById& facts,
                                        const RecordTimes& times, SiteFolder& folder) {
  std::map<std::string, std::vector<const ClaimFacts*>> topics;
  std::vector<SiteRow> loose;
  for (const auto& [id, one] : facts) {
    const std::vector<std::string> above = topics_of(id);
    for (const std::string& topic : above) topics[topic].push_back(&one);
    if (above.empty()) loose.push_back(one.row);
  }
  std::vector<SiteTopicLine> lines;
  for (const auto& [topic, all] : topics) {
    SiteTopic page{topic, {}, {}, {}};
    SiteTopicLine line{topic, all.size(), 0, std::nullopt, std::nullopt};
    std::set<std::string> holders;
    RecordTimes::Place last = RecordTimes::kNever;
    for (const ClaimFacts* one : all) {
      page.rows.push_back(one->row);
      for (const SiteCell& cell : one->row.cells) holders.insert(cell.holder);
      line.last_move = std::max(line.last_move, one->row.last_move);
      for (const SiteNews& news : one->news)
        line.last_recorded = std::max(line.last_recorded, std::optional(news.recorded.day));
      last = std::min(last, one->last);
    }
    const std::string within = topic + "/";
    for (auto below = topics.lower_bound(within);
         below != topics.end() && below->first.starts_with(within); ++below) {
      if (below->first.find('/', within.size()) == std::string::npos)
        page.subtopics.push_back(below->first);
    }
    sort_rows(page.rows);
    line.holders = holders.size();
    page.last = times.commit(last);
    folder.write(html::topic_page(topic), html::topic_page_of(frame, page));
    lines.push_back(std::move(line));
  }
  sort_rows(loose);
  folder.write("topics/index.html", html::topics_page(frame, lines, loose));
  return lines;
}

SiteFront write_streams(const SiteFrame& frame, const FactsById& facts, SiteFolder& folder) {
  std::vector<SiteMove> moves;
  std::vector<SiteNews> news, corrections;
  SiteFront front;
  for (const auto& [id, one] : facts) {
    front.records += one.records;
    moves.insert(moves.end(), one.moves.begin(), one.moves.end());
    news.insert(news.end(), one.news.begin(), one.news.end());
  }
  sort_moves(moves);
  std::stable_sort(news.begin(), news.end(), [](const SiteNews& a, const SiteNews& b) {
    return a.recorded.day > b.recorded.day;
  });
  std::map<std::string, Month> months;
  for (const SiteMove& one : moves) months[month_of(one.when.last)].moves.push_back(one);
  for (const SiteNews& one : news) {
    months[month_of(one.recorded.day)].news.push_back(one);
    if (!one.was_stance.empty()) corrections.push_back(one);
  }
  html::StreamPart part;
  part.path = "changes/index.html";
  part.heading = "Changes";
  for (auto month = months.rbegin(); month != months.rend(); ++month)
    part.parts.push_back(month->first);
  write_months(frame, months, part, folder);
  constexpr std::size_t kNewest = 50;
  folder.write(part.path,
               html::changes_page(frame, part, slice(moves, 0, kNewest), slice(news, 0, kNewest)));
  const std::size_t pages = std::max<std::size_t>(1, (corrections.size() + kPart - 1) / kPart);
  for (std::size_t i = 0; i < pages; ++i) {
    const std::string path = html::part_page("corrections/", i + 1);
    folder.write(path, html::corrections_page(frame, path, i + 1, pages,
                                              slice(corrections, i * kPart, kPart)));
  }
  // A move opens the front, where there is one; somebody's first word does not.
  const auto moved = std::find_if(moves.begin(), moves.end(),
                                  [](const SiteMove& one) { return claims::is_move(one.change); });
  if (moved != moves.end()) std::rotate(moves.begin(), moved, std::next(moved));
  front.moves = slice(moves, 0, kFrontMoves);
  front.news = slice(news, 0, kFrontNews);
  return front;
}

}  // namespace aver::cli
