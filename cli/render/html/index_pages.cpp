// SPDX-License-Identifier: MIT
//
// The front, and the pages that list: topics, holders, sources, streams, corrections, what is due.
#include "cli/render/html/lists.h"
#include "cli/render/html/pages.h"
#include "cli/render/html/words.h"

namespace aver::cli::html {
namespace {

// The heading of a page that stands by itself.
void head(Page& page, std::string_view kick, std::string_view heading, std::string_view deck) {
  Writer& out = page.out;
  page.title = heading;
  page.description = deck;
  out.open("div", {{"class", "head"}});
  if (!kick.empty()) out.leaf("p", kick, {{"class", "kick"}});
  out.leaf("h1", heading, {{"dir", "auto"}});
  if (!deck.empty()) out.leaf("p", deck, {{"class", "deck"}});
  out.close().line();
}

// The coordinates of the whole run: for what is made anew each day.
void run_coordinates(Page& page) {
  Writer& out = page.out;
  const SiteFrame& frame = page.frame;
  out.open("p", {{"class", "coord"}}).text("Held on ");
  out.leaf("time", told(frame.day),
           {{"class", "here"}, {"datetime", claims::to_string(frame.day)}});
  out.text(", known at ");
  if (!frame.known_at.empty()) out.leaf("bdi", frame.known_at, {{"class", "here"}}).text(" ");
  if (frame.commit.id.empty()) {
    out.text("the beginning");
  } else {
    if (frame.known_at.empty()) {
      out.leaf("time", told(frame.commit.day),
               {{"class", "here"}, {"datetime", claims::to_string(frame.commit.day)}});
      out.text(" ");
    }
    out.text("(commit ").leaf("span", frame.commit.id.substr(0, 7), {{"class", "num"}}).text(")");
  }
  out.text(".").close().line();
}

void empty(Page& page, std::string_view sentence) {
  page.out.leaf("p", sentence, {{"class", "lead"}}).line();
}

// Links to the parts of a list that is cut; nothing where it is whole.
void numbers(Page& page, const std::string& folder, std::size_t number, std::size_t pages) {
  if (pages < 2) return;
  Writer& out = page.out;
  out.open("nav", {{"class", "in"}, {"aria-label", "Parts of this list"}}).open("ul");
  for (std::size_t i = 1; i <= pages; ++i) {
    const Address to = page.to(part_page(folder, i));
    out.open("li");
    if (i == number) {
      out.link(to, "part " + std::to_string(i), {{"aria-current", "page"}});
    } else {
      out.link(to, "part " + std::to_string(i));
    }
    out.close();
  }
  out.close().close().line();
}

// The move that opens the front: its claim large, with the words of both sides.
void top(Page& page, const SiteMove& move) {
  Writer& out = page.out;
  out.open("article", {{"class", "top"}}).open("p", {{"class", "kick"}});
  page.days(move.when);
  out.text(" · ");
  page.actor(move.holder);
  out.text(" · ").text(told(move.change)).close();
  out.open("h3");
  page.claim(move.claim, move.claim_text, move.stance);
  out.close();
  out.open("div", {{"class", "sides"}});
  const auto side = [&](const std::string& word, const std::string& quote,
                        const std::string& lang) {
    if (word.empty()) return;
    out.open("div");
    if (page.frame.words.find(word)) {
      page.chip(word);
    } else {
      out.leaf("span", word, {{"class", "none"}});
    }
    if (!quote.empty()) page.quote(quote, lang);
    out.close();
  };
  side(move.before, move.quote_before, move.lang_before);
  side(move.after, move.quote_after, move.lang_after);
  out.close().close().line();
}

void words_section(Page& page) {
  Writer& out = page.out;
  page.section("words", "The words");
  out.open("dl", {{"class", "defs words"}}).line();
  for (const claims::Scale& scale : page.frame.words.scales()) {
    for (const claims::Word& word : scale.words) {
      out.open("dt");
      page.chip(word.name);
      out.close().leaf("dd", claims::meaning_of(word), {{"dir", "auto"}}).line();
    }
  }
  out.close().close().line();
}

}  // namespace

std::string front_page(const SiteFrame& frame, const SiteFront& front) {
  Page page(frame, "index.html");
  Writer& out = page.out;
  page.current = "index.html";
  const std::string deck = counted(front.claims, "claim", "claims") + ", " +
                           counted(front.holders, "holder", "holders") + ", " +
                           counted(front.records, "record", "records") + " from " +
                           counted(front.sources, "source", "sources") +
                           ". Every quote is checked against the saved text it comes from.";
  page.description = deck;
  out.open("div", {{"class", "head fronthead"}});
  out.leaf("h1", frame.title, {{"dir", "auto"}}).leaf("p", deck, {{"class", "deck"}});
  out.close().line();
  run_coordinates(page);
  out.open("div", {{"class", "front"}}).line();
  page.section("moved", "Moved in the world");
  if (front.moves.empty()) empty(page, "Nobody has moved yet.");
  std::vector<SiteMove> rest = front.moves;
  if (!rest.empty()) {
    top(page, rest.front());
    rest.erase(rest.begin());
    write_moves(page, rest);
  }
  out.open("p", {{"class", "count"}}).link(page.to("changes/index.html"), "All moves, by month");
  out.close().close().line();
  page.section("record", "Changed in the record");
  if (front.news.empty()) empty(page, "Nothing is recorded yet.");
  write_news(page, front.news);
  out.open("p", {{"class", "count"}});
  out.link(page.to("corrections/index.html"), "All corrections, with reasons").close();
  out.leaf("h2", "Nobody has looked since").line();
  if (front.due.empty()) empty(page, "Nothing is due.");
  write_due(page, front.due);
  out.open("p", {{"class", "count"}}).link(page.to("due/index.html"), "All that is due").close();
  out.close().close().line();
  page.section("topics", "Topics");
  if (front.topics.empty()) empty(page, "There is no claim yet.");
  if (!front.topics.empty()) write_topics(page, front.topics);
  out.close().line();
  words_section(page);
  return page.finish();
}

std::string topics_page(const SiteFrame& frame, const std::vector<SiteTopicLine>& topics,
                        const std::vector<SiteRow>& loose) {
  Page page(frame, "topics/index.html");
  page.current = "topics/index.html";
  head(page, "", "Topics", "What the claims are about.");
  if (topics.empty() && loose.empty()) empty(page, "There is no claim yet.");
  if (!topics.empty()) write_topics(page, topics);
  if (!loose.empty()) {
    page.section("loose", "Claims without a topic");
    write_rows(page, loose, true);
    page.out.close().line();
  }
  return page.finish();
}

std::string holders_page(const SiteFrame& frame, const std::vector<std::string>& ids) {
  Page page(frame, "holders/index.html");
  Writer& out = page.out;
  page.current = "holders/index.html";
  head(page, "", "Holders", "Who holds positions, speaks for others, or reports them.");
  if (ids.empty()) empty(page, "There is nobody yet.");
  out.open("ul", {{"class", "names"}}).line();
  for (const std::string& id : ids) {
    out.open("li");
    page.actor(id);
    const auto found = frame.actors.find(id);
    if (found != frame.actors.end() && !found->second.kind.empty())
      out.text(" ").leaf("small", found->second.kind);
    out.close().line();
  }
  out.close().line();
  return page.finish();
}

std::string sources_page(const SiteFrame& frame, const std::vector<std::string>& ids) {
  Page page(frame, "sources/index.html");
  Writer& out = page.out;
  page.current = "sources/index.html";
  head(page, "", "Sources", "What the records rest on.");
  if (ids.empty()) empty(page, "There is no source yet.");
  out.open("ol", {{"class", "list"}}).line();
  for (const std::string& id : ids) {
    const claims::Source& source = frame.sources.at(id);
    out.open("li");
    if (source.published) {
      page.date(*source.published);
    } else {
      out.leaf("span", "no date", {{"class", "vague"}});
    }
    out.open("p").open("bdi");
    out.link(page.to(source_page(id)), source.title.empty() ? id : source.title).close();
    if (!source.publisher.empty()) out.text(" ").leaf("small", source.publisher, {{"dir", "auto"}});
    out.close().close().line();
  }
  out.close().line();
  return page.finish();
}

std::string due_page(const SiteFrame& frame, const std::vector<SiteDue>& due) {
  Page page(frame, "due/index.html");
  page.current = "due/index.html";
  head(page, "", "Nobody has looked since",
       "Absences that nobody has checked for a month, reviews and deadlines; the longest due "
       "first.");
  run_coordinates(page);
  if (due.empty()) empty(page, "Nothing is due.");
  write_due(page, due);
  return page.finish();
}

std::string changes_page(const SiteFrame& frame, const StreamPart& part,
                         const std::vector<SiteMove>& moves, const std::vector<SiteNews>& news) {
  Page page(frame, part.path);
  Writer& out = page.out;
  page.current = "changes/index.html";
  head(page, part.shown.empty() ? "" : "Changes", part.heading,
       "Two streams, kept apart: who moved in the world, and what changed in our record.");
  if (!part.parts.empty()) {
    out.open("nav", {{"class", "in"}, {"aria-label", "Months"}}).open("ul");
    for (const std::string& month : part.parts) {
      out.open("li");
      const Address to = page.to("changes/" + month + "/index.html");
      if (month == part.shown) {
        out.link(to, month, {{"aria-current", "page"}});
      } else {
        out.link(to, month);
      }
      out.close();
    }
    out.close().close().line();
  }
  out.open("div", {{"class", "front"}}).line();
  page.section("moved", "Moved in the world");
  if (moves.empty()) empty(page, "Nobody moved.");
  write_moves(page, moves);
  out.close().line();
  page.section("record", "Changed in the record");
  if (news.empty()) empty(page, "Nothing was recorded.");
  write_news(page, news);
  out.close().close().line();
  if (!part.shown.empty()) numbers(page, "changes/" + part.shown + "/", part.page, part.pages);
  return page.finish();
}

std::string corrections_page(const SiteFrame& frame, const std::string& path, std::size_t number,
                             std::size_t pages, const std::vector<SiteNews>& news) {
  Page page(frame, path);
  page.current = "corrections/index.html";
  head(page, "", "Corrections", "What we had wrong, and why. A correction is no move of anybody.");
  if (news.empty()) empty(page, "Nothing was corrected yet.");
  write_news(page, news);
  numbers(page, "corrections/", number, pages);
  return page.finish();
}

std::string not_found_page(const SiteFrame& frame) {
  Page page(frame, "404.html");
  head(page, "", "There is no such page", "It may have been renamed, or never been here.");
  page.out.open("p").link(page.to("topics/index.html"), "All topics").text(", ");
  page.out.link(page.to("index.html"), "the front").close().line();
  return page.finish();
}

std::string moved_page(const SiteFrame& frame, const std::string& path, const std::string& to,
                       const std::string& name) {
  Page page(frame, path);
  page.moved_to = page.place.to(to);
  head(page, "", "This page has moved", "The record has another id now.");
  page.out.open("p").open("bdi").link(page.to(to), name).close().close().line();
  return page.finish();
}

}  // namespace aver::cli::html
