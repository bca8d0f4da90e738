// SPDX-License-Identifier: MIT
//
// What pages are made of: the frame around them, dates, words with their signs, names with links.
#pragma once

#include <string>
#include <string_view>

#include "cli/answers/site.h"
#include "cli/render/html/place.h"
#include "cli/render/html/writer.h"

namespace aver::cli::html {

// A page that is being written. `frame` outlives it.
class Page {
 public:
  Page(const SiteFrame& of, std::string path) : frame(of), place(std::move(path)) {}

  // Page of the site's head that this one is, or belongs to: "topics/index.html".
  std::string current;
  std::string title;        // without that of the site
  std::string description;  // one sentence
  std::string moved_to;     // leads there at once

  const SiteFrame& frame;
  Place place;
  Writer out;

  Address to(std::string_view path, std::string_view fragment = "") const {
    return Address::page(place.to(path, fragment));
  }

  void time(claims::Day day);
  void date(const claims::Date& date);  // vague ones are no <time>
  void days(const claims::DaySpan& days);

  enum class Chip { held, unlooked, aside };
  void chip(std::string_view word, Chip how = Chip::held);

  // The name of an actor, with a link to its page; plain words where there is no such actor.
  void actor(std::string_view id);
  std::string name_of(std::string_view id) const;
  void claim(std::string_view id, std::string_view text, std::string_view stance = "");
  void topic(std::string_view topic);  // "dorn / ulvaria", each with a link

  // A quote in quotation marks, in its language.
  void quote(std::string_view quote, std::string_view lang);

  // A section with its heading; closed by the caller.
  void section(std::string_view id, std::string_view heading);

  // A head of a table.
  void columns(std::initializer_list<std::string_view> names);

  // What the page shows: the day where it was asked for, and the commit that changed it last.
  void coordinates(const SiteCommit& last);

  // The whole file.
  std::string finish();

 private:
  void head();
  void mast();
};

}  // namespace aver::cli::html
