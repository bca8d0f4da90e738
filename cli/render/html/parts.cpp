// SPDX-License-Identifier: MIT
//
// The frame of a page is written last, around what is there by then.
#include "cli/render/html/parts.h"

#include <algorithm>

#include "cli/render/html/words.h"
#include "cli/render/svg/chart_svg.h"

namespace aver::cli::html {
namespace {

struct Entry {
  std::string_view page;
  std::string_view name;
};
constexpr Entry kEntries[] = {
    {"index.html", "Latest"},          {"topics/index.html", "Topics"},
    {"holders/index.html", "Holders"}, {"sources/index.html", "Sources"},
    {"changes/index.html", "Changes"}, {"corrections/index.html", "Corrections"},
    {"due/index.html", "Due"},         {"method/index.html", "Method"},
};

}  // namespace

void Page::time(claims::Day day) {
  out.leaf("time", told(day), {{"datetime", claims::to_string(day)}});
}

void Page::date(const claims::Date& date) {
  const std::string machine = machine_date(date);
  if (machine.empty()) {
    out.leaf("span", told(date), {{"class", "vague"}});
  } else {
    out.leaf("time", told(date), {{"datetime", machine}});
  }
}

void Page::days(const claims::DaySpan& days) {
  if (days.first == days.last) return time(days.first);
  out.leaf("span", told(days), {{"class", "vague"}});
}

void Page::chip(std::string_view word, Chip how) {
  std::string classes = "chip " + std::string(tone_of(frame.words, word));
  if (how == Chip::unlooked) classes += " off";
  if (how == Chip::aside) classes += " aside";
  out.open("span", {{"class", classes}});
  out.leaf("i", sign_of(frame.words, word), {{"aria-hidden", "true"}});
  if (how == Chip::aside) {
    out.leaf("s", word);
  } else {
    out.leaf("span", word, {{"dir", "auto"}});
  }
  if (how == Chip::unlooked) out.leaf("span", " (past our last look)", {{"class", "unseen"}});
  out.close();
}

std::string Page::name_of(std::string_view id) const {
  const auto found = frame.actors.find(std::string(id));
  return found == frame.actors.end() || found->second.name.empty() ? std::string(id)
                                                                   : found->second.name;
}

void Page::actor(std::string_view id) {
  out.open("bdi");
  if (frame.actors.contains(std::string(id))) {
    out.link(to(holder_page(id)), name_of(id));
  } else {
    out.text(id);
  }
  out.close();
}

void Page::claim(std::string_view id, std::string_view text, std::string_view stance) {
  out.link(to(claim_page(id), stance), text.empty() ? id : text, {{"dir", "auto"}});
}

void Page::topic(std::string_view topic) {
  for (std::size_t at = 0; at <= topic.size();) {
    const std::size_t end = std::min(topic.find('/', at), topic.size());
    if (at > 0) out.text(" / ");
    out.link(to(topic_page(topic.substr(0, end))), topic.substr(at, end - at));
    at = end + 1;
  }
}

void Page::quote(std::string_view quote, std::string_view lang) {
  if (lang.empty()) {
    out.open("blockquote", {{"dir", "auto"}});
  } else {
    out.open("blockquote", {{"dir", "auto"}, {"lang", std::string(lang)}});
  }
  out.leaf("p", "“" + std::string(quote) + "”").close();
}

void Page::section(std::string_view id, std::string_view heading) {
  out.open("section", {{"aria-labelledby", std::string(id)}});
  out.leaf("h2", heading, {{"id", std::string(id)}}).line();
}

void Page::columns(std::initializer_list<std::string_view> names) {
  out.open("thead", {{"role", "rowgroup"}}).open("tr", {{"role", "row"}});
  for (const std::string_view name : names)
    out.leaf("th", name, {{"role", "columnheader"}, {"scope", "col"}});
  out.close().close().line();
}

void Page::coordinates(const SiteCommit& last) {
  out.open("p", {{"class", "coord"}});
  if (frame.on_given) {
    out.text("Held on ")
        .leaf("time", told(frame.day),
              {{"class", "here"}, {"datetime", claims::to_string(frame.day)}});
    out.text(", as recorded up to ");
  } else {
    out.text("As recorded up to ");
  }
  if (last.id.empty()) {
    out.text("the first commit");
  } else {
    out.leaf("time", told(last.day),
             {{"class", "here"}, {"datetime", claims::to_string(last.day)}});
    out.text(" (commit ").leaf("span", last.id.substr(0, 7), {{"class", "num"}}).text(")");
  }
  if (!frame.known_at.empty()) out.text(", known at ").leaf("bdi", frame.known_at);
  out.text(".").close().line();
}

void Page::head() {
  out.open("head").line();
  out.single("meta", {{"charset", "utf-8"}}).line();
  out.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  out.line();
  out.single("meta", {{"http-equiv", "Content-Security-Policy"},
                      {"content",
                       "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
                       "base-uri 'none'; form-action 'none'"}});
  out.line();
  out.single("meta", {{"name", "referrer"}, {"content", "no-referrer"}}).line();
  out.single("meta", {{"name", "color-scheme"}, {"content", "light dark"}}).line();
  out.leaf("title", title.empty() ? frame.title : title + " · " + frame.title).line();
  if (!description.empty())
    out.single("meta", {{"name", "description"}, {"content", description}}).line();
  out.stylesheet(to("style.css")).line();
  if (!moved_to.empty())
    out.single("meta", {{"http-equiv", "refresh"}, {"content", "0; url=" + moved_to}}).line();
  out.close().line();
}

void Page::mast() {
  out.link(Address::page("#main"), "To the text", {{"class", "skip"}}).line();
  out.open("header", {{"class", "mast"}}).open("div", {{"class", "page"}});
  out.open("b").link(to("index.html"), frame.title, {{"dir", "auto"}}).close();
  out.open("nav", {{"aria-label", "Site"}}).open("ul");
  for (const Entry& entry : kEntries) {
    out.open("li");
    if (entry.page == current) {
      out.link(to(entry.page), entry.name, {{"aria-current", "page"}});
    } else {
      out.link(to(entry.page), entry.name);
    }
    out.close();
  }
  out.close().close().close().close().line();
}

std::string Page::finish() {
  const Markup body = out.take();
  out.open("html", {{"lang", "en"}}).line();
  head();
  out.open("body").line();
  mast();
  out.open("main", {{"id", "main"}, {"class", "page"}}).line().add(body).close().line();
  out.open("footer").open("div", {{"class", "page"}});
  out.open("p").text("Every position is somebody’s, from a day to a day, with its source. What ");
  out.text("nobody has looked for has no record. ");
  out.link(to("method/index.html"), "How to read this").text(".").close();
  out.close().close().line().close().line().close();
  return "<!DOCTYPE html>\n" + out.take().text() + "\n";
}

}  // namespace aver::cli::html
