// SPDX-License-Identifier: MIT
//
// A word that is not one, as nothing is certain, has no sign.
#include "cli/render/html/lists.h"

#include <string>
#include <string_view>

#include "cli/render/html/words.h"

namespace aver::cli::html {
namespace {

constexpr std::string_view kNotCertain = "not certain";

std::string_view heading_of(SiteNews::Kind kind) {
  switch (kind) {
    case SiteNews::Kind::learned:
      return "Learned";
    case SiteNews::Kind::learned_late:
      return "Learned late";
    case SiteNews::Kind::corrected:
      return "Corrected";
    case SiteNews::Kind::ended:
      return "Ended";
    case SiteNews::Kind::retracted:
      return "Retracted";
    case SiteNews::Kind::looked_again:
      return "Looked again";
  }
  return "Recorded";
}

void word(Page& page, const std::string& word) {
  if (word == kNotCertain) {
    page.out.leaf("span", word, {{"class", "none"}});
  } else {
    page.chip(word);
  }
}

void write_change(Page& page, const SiteMove& move) {
  Writer& out = page.out;
  out.open("b");
  page.actor(move.holder);
  out.close().text(" " + verb_of_scale(move.scale) + " ");
  if (!move.before.empty()) {
    word(page, move.before);
    out.text(" ").leaf("span", "→", {{"aria-hidden", "true"}});
    out.leaf("span", " then ", {{"class", "unseen"}}).text(" ");
  }
  word(page, move.after);
  const bool reversal = move.change == claims::Change::reversal;
  out.text(" ").leaf("small", std::string(told(move.change)),
                     {{"class", reversal ? "cls rev" : "cls"}});
}

}  // namespace

void write_moves(Page& page, const std::vector<SiteMove>& moves) {
  Writer& out = page.out;
  out.open("ol", {{"class", "list"}}).line();
  for (const SiteMove& move : moves) {
    out.open("li");
    page.days(move.when);
    out.open("div").open("p", {{"class", "on"}});
    page.claim(move.claim, move.claim_text, move.stance);
    out.close().open("p", {{"class", "what"}});
    write_change(page, move);
    out.close().close().close().line();
  }
  out.close().line();
}

void write_news(Page& page, const std::vector<SiteNews>& news) {
  Writer& out = page.out;
  out.open("ol", {{"class", "list narrow"}}).line();
  for (const SiteNews& one : news) {
    out.open("li").open("p", {{"class", "what"}});
    out.leaf("b", heading_of(one.kind)).text(" ").open("small");
    page.time(one.recorded.day);
    out.text(" by ").leaf("bdi", one.recorded.author).close().close();
    out.open("p", {{"class", "on"}});
    page.claim(one.claim, one.claim_text, one.stance);
    out.close().open("p", {{"class", "what"}});
    page.actor(one.holder);
    out.text(" " + verb_of_scale(one.scale) + " ");
    if (!one.was.empty() && one.was != one.word) {
      page.chip(one.was, Page::Chip::aside);
      out.text(" ");
    }
    if (one.word.empty()) {
      if (one.was.empty()) out.text("nothing");
    } else {
      page.chip(one.word,
                one.kind == SiteNews::Kind::retracted ? Page::Chip::aside : Page::Chip::held);
    }
    out.text(" ").open("small");
    page.date(one.held);
    out.close().close();
    if (!one.reason.empty()) out.leaf("p", one.reason, {{"class", "why"}, {"dir", "auto"}});
    out.close().line();
  }
  out.close().line();
}

void write_due(Page& page, const std::vector<SiteDue>& due) {
  Writer& out = page.out;
  out.open("ol", {{"class", "list narrow"}}).line();
  for (const SiteDue& one : due) {
    const Due& what = one.due;
    out.open("li").open("p", {{"class", "on"}});
    page.claim(what.claim, one.claim_text);
    out.close().open("p");
    if (!what.holder.empty()) {
      page.actor(what.holder);
      out.text(": ");
    }
    out.text(what.what).close();
    out.open("p", {{"class", "why"}})
        .text(capitalised(what.why))
        .text(what.near ? ", " : " since ");
    page.date(what.since);
    out.close().close().line();
  }
  out.close().line();
}

void write_topics(Page& page, const std::vector<SiteTopicLine>& topics) {
  Writer& out = page.out;
  const auto number = [&](std::string_view label, std::size_t value) {
    out.leaf("td", std::to_string(value),
             {{"role", "cell"}, {"class", "num"}, {"data-l", std::string(label)}});
  };
  const auto day = [&](std::string_view label, const std::optional<claims::Day>& value) {
    out.open("td", {{"role", "cell"}, {"data-l", std::string(label)}});
    if (value) page.time(*value);
    out.close();
  };
  out.open("table", {{"class", "stack topics"}, {"role", "table"}});
  out.leaf("caption", "Topics", {{"class", "unseen"}});
  page.columns({"Topic", "Claims", "Holders", "Last move", "Last change of the record"});
  out.open("tbody", {{"role", "rowgroup"}}).line();
  for (const SiteTopicLine& one : topics) {
    out.open("tr", {{"role", "row"}});
    out.open("th", {{"role", "rowheader"}, {"scope", "row"}});
    if (one.topic.empty()) {
      out.text("without a topic");
    } else {
      page.topic(one.topic);
    }
    out.close();
    number("claims", one.claims);
    number("holders", one.holders);
    day("last move", one.last_move);
    day("last change of the record", one.last_recorded);
    out.close().line();
  }
  out.close().close().line();
}

void write_rows(Page& page, const std::vector<SiteRow>& rows, bool with_holder) {
  Writer& out = page.out;
  out.open("ul", {{"class", "rows"}}).line();
  for (const SiteRow& row : rows) {
    out.open("li").open("p", {{"class", "on"}});
    page.claim(row.claim, row.text);
    if (with_holder && row.last_move)
      out.text(" ").leaf("small", "last move " + told(*row.last_move));
    out.close();
    write_cells(page, row.claim, row.cells, with_holder);
    out.close().line();
  }
  out.close().line();
}

void write_cells(Page& page, std::string_view claim, const std::vector<SiteCell>& cells,
                 bool with_holder) {
  Writer& out = page.out;
  out.open("ul", {{"class", "cells"}});
  for (const SiteCell& cell : cells) {
    out.open("li");
    if (with_holder) {
      page.actor(cell.holder);
      out.text(" ");
    }
    out.leaf("span", verb_of_scale(cell.scale), {{"class", "sc"}}).text(" ");
    out.open_link(page.to(claim_page(claim), cell.stance));
    if (cell.stance.empty()) {
      out.leaf("span", cell.word, {{"class", "none"}});
    } else {
      page.chip(cell.word, cell.unlooked ? Page::Chip::unlooked : Page::Chip::held);
    }
    out.close().text(" ").open("small");
    page.date(cell.since);
    out.close().close();
  }
  out.close();
}

}  // namespace aver::cli::html
