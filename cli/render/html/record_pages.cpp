// SPDX-License-Identifier: MIT
//
// The pages of holders, sources and topics.
#include <set>

#include "claims/text/paths.h"
#include "cli/render/html/lists.h"
#include "cli/render/html/pages.h"
#include "cli/render/html/words.h"

namespace aver::cli::html {
namespace {

constexpr std::size_t kColumns = 8;  // holders that fit beside each other

void links(Page& page, const std::vector<std::string>& urls) {
  std::string_view between;
  for (const std::string& url : urls) {
    page.out.text(between);
    if (const auto address = Address::web(url)) {
      page.out.link(*address, url);
    } else {
      page.out.leaf("bdi", url);
    }
    between = ", ";
  }
}

void roles(Page& page, const claims::Actor& actor) {
  Writer& out = page.out;
  if (actor.roles.empty()) return;
  page.section("roles", "Roles");
  out.open("ul", {{"class", "plain"}}).line();
  for (const claims::Role& role : actor.roles) {
    out.open("li").leaf("bdi", role.title);
    if (!role.of.empty()) {
      out.text(", ");
      page.actor(role.of);
    }
    if (role.from) {
      out.text(", from ");
      page.date(*role.from);
    }
    if (role.to) {
      out.text(", to ");
      page.date(*role.to);
    }
    out.close().line();
  }
  out.close().close().line();
}

void said(Page& page, const SiteHolder& holder) {
  Writer& out = page.out;
  if (holder.said.empty()) return;
  page.section("said", "Speaks or reports for others");
  out.open("ol", {{"class", "list"}}).line();
  for (const SiteHolder::Said& one : holder.said) {
    out.open("li");
    page.date(one.held);
    out.open("div").open("p", {{"class", "on"}});
    page.claim(one.claim, one.claim_text, one.stance);
    out.close().open("p", {{"class", "what"}}).text(one.reports ? "reports: " : "speaks: ");
    page.actor(one.holder);
    out.text(" ");
    page.chip(one.word);
    out.close().close().close().line();
  }
  out.close().close().line();
}

void positions(Page& page, const std::vector<SiteRow>& rows) {
  Writer& out = page.out;
  page.section("positions", "Positions");
  if (rows.empty()) out.leaf("p", "No position is on record.", {{"class", "lead"}});
  write_rows(page, rows, false);
  out.close().line();
}

void passage(Page& page, const SitePassage& passage) {
  Writer& out = page.out;
  if (passage.skipped > 0) {
    out.leaf("p", counted(passage.skipped, "byte is", "bytes are") + " not shown",
             {{"class", "cutout"}});
    out.line();
  }
  out.open("p", {{"class", "passage"}, {"dir", "auto"}});
  for (const SitePassage::Part& part : passage.parts) {
    if (part.marked) {
      out.leaf("mark", part.text);
    } else {
      out.text(part.text);
    }
  }
  out.close().line();
}

void capture(Page& page, const SiteSource& source) {
  Writer& out = page.out;
  page.section("text", "The saved text");
  if (source.passages.empty()) {
    out.leaf("p",
             source.source.capture.empty() ? "No text of it was saved."
             : page.frame.captures == SiteCaptures::none
                 ? "A text of it was saved; it is not shown here."
                 : "A text of it was saved; no quote of ours stands in it.",
             {{"class", "lead"}});
    out.close().line();
    return;
  }
  out.leaf("p",
           page.frame.captures == SiteCaptures::full
               ? "As it was saved. Marked: quoted on this site."
               : "Marked: quoted on this site. What lies between is the publisher’s, and is "
                 "counted, not shown.",
           {{"class", "lead"}});
  out.open("div", {{"class", "text"}}).line();
  for (const SitePassage& one : source.passages) passage(page, one);
  if (source.skipped_at_end > 0) {
    out.leaf("p", counted(source.skipped_at_end, "byte is", "bytes are") + " not shown",
             {{"class", "cutout"}});
  }
  out.close().close().line();
}

void resting(Page& page, const SiteSource& source) {
  Writer& out = page.out;
  page.section("rests", "What rests on it");
  if (source.resting.empty()) out.leaf("p", "No record rests on it.", {{"class", "lead"}});
  out.open("ol", {{"class", "list"}}).line();
  std::set<std::string> named;
  for (const SiteSource::Resting& one : source.resting) {
    const std::string id = "q-" + one.claim + "/" + one.stance;
    out.open("li");
    page.date(one.held);
    if (named.insert(id).second) {
      out.open("div", {{"id", id}});
    } else {
      out.open("div");
    }
    out.open("p", {{"class", "on"}});
    page.claim(one.claim, one.claim_text, one.stance);
    out.close().open("p", {{"class", "what"}}).open("b");
    page.actor(one.holder);
    out.close().text(" " + verb_of_scale(one.scale) + " ");
    page.chip(one.word);
    if (!one.level.empty()) out.text(" ").leaf("small", one.level);
    if (!one.locator.empty()) out.text(" ").leaf("small", one.locator, {{"dir", "auto"}});
    out.close();
    if (!one.quote.empty()) page.quote(one.quote, one.lang);
    out.close().close().line();
  }
  out.close().close().line();
}

void captures(Page& page, const claims::Source& source) {
  Writer& out = page.out;
  if (source.capture.empty()) return;
  page.section("captures", "Saved texts");
  out.open("table", {{"class", "stack"}, {"role", "table"}});
  out.leaf("caption", "Saved texts", {{"class", "unseen"}});
  page.columns({"Saved on", "SHA-256"});
  out.open("tbody", {{"role", "rowgroup"}}).line();
  const auto row = [&](const std::optional<claims::Moment>& when, const std::string& digest) {
    out.open("tr", {{"role", "row"}});
    out.open("th", {{"role", "rowheader"}, {"scope", "row"}});
    if (when) {
      page.date(when->date);
    } else {
      out.text("not told");
    }
    out.close();
    out.open("td", {{"role", "cell"}, {"class", "digest"}}).leaf("code", digest).close();
    out.close().line();
  };
  row(source.retrieved, source.sha256);
  for (const claims::Recapture& later : source.recaptures) row(later.retrieved, later.sha256);
  out.close().close().close().line();
}

void matrix(Page& page, const SiteTopic& topic, const std::vector<std::string>& holders) {
  Writer& out = page.out;
  out.open("table", {{"class", "matrix stack"}, {"role", "table"}});
  out.leaf("caption", "Positions in force, claims by holders", {{"class", "unseen"}});
  out.open("thead", {{"role", "rowgroup"}}).open("tr", {{"role", "row"}});
  out.leaf("th", "Claim", {{"role", "columnheader"}, {"scope", "col"}});
  for (const std::string& holder : holders) {
    out.open("th", {{"role", "columnheader"}, {"scope", "col"}});
    page.actor(holder);
    out.close();
  }
  out.close().close().line().open("tbody", {{"role", "rowgroup"}}).line();
  for (const SiteRow& row : topic.rows) {
    out.open("tr", {{"role", "row"}});
    out.open("th", {{"role", "rowheader"}, {"scope", "row"}});
    page.claim(row.claim, row.text);
    if (row.last_move) out.leaf("small", "last move " + told(*row.last_move));
    out.close();
    for (const std::string& holder : holders) {
      std::vector<SiteCell> cells;
      for (const SiteCell& cell : row.cells) {
        if (cell.holder == holder) cells.push_back(cell);
      }
      out.open("td", {{"role", "cell"},
                      {"class", cells.empty() ? "empty" : "pos"},
                      {"data-l", page.name_of(holder)}});
      if (cells.empty()) {
        out.open("span", {{"class", "none"}}).leaf("span", "no record", {{"class", "unseen"}});
        out.close();
      } else {
        write_cells(page, row.claim, cells, false);
      }
      out.close();
    }
    out.close().line();
  }
  out.close().close().line();
}

}  // namespace

std::string holder_page_of(const SiteFrame& frame, const SiteHolder& holder) {
  const claims::Actor& actor = holder.actor;
  Page page(frame, holder_page(actor.id));
  Writer& out = page.out;
  page.current = "holders/index.html";
  page.title = actor.name.empty() ? actor.id : actor.name;
  const std::string deck = counted(holder.moves.size(), "move", "moves") + " on " +
                           counted(holder.rows.size(), "claim", "claims") + ".";
  page.description = page.title + ": " + deck;
  out.open("div", {{"class", "head"}});
  out.open("p", {{"class", "kick"}}).text(actor.kind.empty() ? "holder" : actor.kind);
  std::string_view before = " · also ";
  for (const std::string& alias : actor.aliases) {
    out.text(before).leaf("bdi", alias);
    before = ", ";
  }
  out.close().leaf("h1", page.title, {{"dir", "auto"}}).leaf("p", deck, {{"class", "deck"}});
  out.close().line();
  page.coordinates(holder.last);
  page.section("moved", "Moves");
  if (holder.moves.empty()) out.leaf("p", "It has not moved.", {{"class", "lead"}});
  write_moves(page, holder.moves);
  out.close().line();
  positions(page, holder.rows);
  said(page, holder);
  roles(page, actor);
  if (!actor.same_as.empty() || !actor.note.empty()) {
    page.section("more", "Elsewhere");
    out.open("p");
    links(page, actor.same_as);
    out.close();
    if (!actor.note.empty()) out.leaf("p", actor.note, {{"dir", "auto"}});
    out.close().line();
  }
  return page.finish();
}

std::string source_page_of(const SiteFrame& frame, const SiteSource& of) {
  const claims::Source& source = of.source;
  Page page(frame, source_page(source.id));
  Writer& out = page.out;
  page.current = "sources/index.html";
  page.title = source.title.empty() ? source.id : source.title;
  page.description = counted(of.resting.size(), "record rests", "records rest") + " on it.";
  out.open("div", {{"class", "head"}}).leaf("p", "Source", {{"class", "kick"}});
  out.leaf("h1", page.title, {{"dir", "auto"}, {"lang", source.lang.empty() ? "en" : source.lang}});
  out.open("p", {{"class", "deck"}});
  if (!source.publisher.empty()) out.leaf("bdi", source.publisher).text(", ");
  for (const std::string& author : source.author) out.leaf("bdi", author).text(", ");
  if (source.published) {
    out.text("published ");
    page.date(*source.published);
    out.text(". ");
  }
  out.text(page.description).close().close().line();
  page.coordinates(of.last);
  out.open("p", {{"class", "coord"}});
  std::string_view between;
  if (const auto live = Address::web(source.url)) {
    out.link(*live, "Live page", {{"data-u", source.url}});
    between = ", ";
  } else if (!source.url.empty()) {
    out.leaf("bdi", source.url);
    between = ", ";
  }
  for (const claims::Archived& one : source.archived) {
    const auto address = Address::web(one.url);
    if (!address) continue;
    out.text(between).link(*address, "archive", {{"data-u", one.url}});
    if (one.at) {
      out.text(" of ");
      page.date(one.at->date);
    }
    between = ", ";
  }
  if (!source.reliability.empty()) out.text(between).text("reliability " + source.reliability);
  out.close().line();
  capture(page, of);
  resting(page, of);
  captures(page, source);
  if (!source.note.empty()) {
    page.section("note", "Note");
    out.leaf("p", source.note, {{"dir", "auto"}}).close().line();
  }
  return page.finish();
}

std::string topic_page_of(const SiteFrame& frame, const SiteTopic& topic) {
  Page page(frame, topic_page(topic.topic));
  Writer& out = page.out;
  page.current = "topics/index.html";
  page.title = topic.topic;
  std::set<std::string> holders;
  for (const SiteRow& row : topic.rows) {
    for (const SiteCell& cell : row.cells) holders.insert(cell.holder);
  }
  const std::string deck = counted(topic.rows.size(), "claim", "claims") + " and " +
                           counted(holders.size(), "holder", "holders") +
                           "; the claim that moved last stands first.";
  page.description = deck;
  out.open("div", {{"class", "head"}}).open("p", {{"class", "kick"}}).text("Topic");
  const std::string_view above = claims::folder_part(topic.topic);
  if (!above.empty()) {
    out.text(" in ");
    page.topic(above.substr(0, above.size() - 1));
  }
  out.close().leaf("h1", claims::last_part(topic.topic)).leaf("p", deck, {{"class", "deck"}});
  if (!topic.subtopics.empty()) {
    out.open("nav", {{"class", "in"}, {"aria-label", "Topics below"}}).open("ul");
    for (const std::string& below : topic.subtopics) {
      out.open("li").link(page.to(topic_page(below)), claims::last_part(below)).close();
    }
    out.close().close();
  }
  out.close().line();
  page.coordinates(topic.last);
  if (holders.size() <= kColumns) {
    matrix(page, topic, {holders.begin(), holders.end()});
    return page.finish();
  }
  page.section("positions", "Positions in force");
  write_rows(page, topic.rows, true);
  out.close().line();
  return page.finish();
}

}  // namespace aver::cli::html
