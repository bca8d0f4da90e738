// SPDX-License-Identifier: MIT
//
// A claim: who holds what, how it came to that, what it rests on, and what we had wrong.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "claims/positions/lines.h"
#include "claims/text/paths.h"
#include "cli/render/html/claim_steps.h"
#include "cli/render/html/pages.h"
#include "cli/render/html/parts.h"
#include "cli/render/html/words.h"
#include "cli/render/svg/chart_svg.h"

namespace aver::cli::html {
namespace {

constexpr std::size_t kNamed = 8;  // holders that the sentence names, before it counts

std::string told_possible(const claims::Possible& one) {
  if (one.no_record()) return "has no record";
  if (one.lapsed) return "no longer holds “" + std::string(one.word) + "”";
  return predicate(one.word);
}

// "denies it", "affirms it or denies it (not certain which)": told of the holder, whose name stands
// before it.
std::string told_position(const claims::Position& position) {
  std::string text;
  for (const claims::Possible& one : position.possible)
    text += (text.empty() ? "" : " or ") + told_possible(one);
  return position.certain() ? text : text + " (not certain which)";
}

std::string sentence(const Page& page, const std::vector<Held>& positions) {
  if (positions.empty()) return "Nobody has a position on record.";
  std::vector<std::pair<std::string, std::string>> by_holder;
  std::map<std::string, std::size_t> by_word;
  for (const Held& held : positions) {
    ++by_word[held.position.certain() ? std::string(held.position.word()) : "not certain"];
    const std::string what = told_position(held.position);
    if (!by_holder.empty() && by_holder.back().first == held.holder) {
      by_holder.back().second += " and " + what;
    } else {
      by_holder.emplace_back(held.holder, what);
    }
  }
  std::string text;
  if (by_holder.size() > kNamed) {
    text = counted(by_holder.size(), "holder", "holders") + " have positions: ";
    for (const auto& [word, count] : by_word)
      text += (text.back() == ' ' ? "" : ", ") + word + " " + std::to_string(count);
    return text + ".";
  }
  for (const auto& [holder, what] : by_holder)
    text += (text.empty() ? "" : "; ") + page.name_of(holder) + " " + what;
  return text + ".";
}

class ClaimPage {
 public:
  ClaimPage(const SiteFrame& frame, const SiteClaim& claim)
      : claim_(claim),
        folder_(claim.answer.folder),
        page_(frame, claim_page(folder_.id)),
        lines_(folder_.stances, frame.words),
        steps_(page_, claim, lines_) {}

  std::string write() {
    page_.title = text();
    page_.current = "topics/index.html";
    page_.description = sentence(page_, claim_.answer.positions);
    head();
    positions();
    over_time();
    steps_.write();
    steps_.write_known();
    steps_.write_corrections();
    related();
    data();
    return page_.finish();
  }

 private:
  Writer& out() { return page_.out; }
  std::string text() const {
    return folder_.claim && !folder_.claim->text.empty() ? folder_.claim->text : folder_.id;
  }

  void head() {
    out().open("div", {{"class", "head"}}).open("p", {{"class", "kick"}});
    const std::string_view above = claims::folder_part(folder_.id);
    if (!above.empty()) {
      page_.topic(above.substr(0, above.size() - 1));
      out().text(" · ");
    }
    out().text(folder_.claim && !folder_.claim->kind.empty() ? folder_.claim->kind : "claim");
    if (folder_.claim && folder_.claim->deadline) {
      out().text(" · deadline ");
      page_.date(*folder_.claim->deadline);
    }
    out().close().line();
    const std::string lang = folder_.claim ? folder_.claim->lang : "";
    out().leaf("h1", text(), {{"dir", "auto"}, {"lang", lang.empty() ? "en" : lang}}).line();
    out().leaf("p", sentence(page_, claim_.answer.positions), {{"class", "deck"}}).line();
    out().open("nav", {{"class", "in"}, {"aria-label", "On this page"}}).open("ul");
    const auto entry = [&](const char* to, std::string_view name) {
      out().open("li").link(Address::page(std::string("#") + to), name).close();
    };
    entry("positions", "Positions");
    entry("time", "Over time");
    entry("steps", "Step by step");
    entry("knew", "What we knew when");
    if (steps_.has_corrections()) entry("corrections", "Corrections");
    entry("data", "Cite, data");
    out().close().close().close().line();
    page_.coordinates(claim_.last);
  }

  void positions() {
    page_.section("positions", "Positions in force");
    if (claim_.answer.positions.empty()) {
      out().leaf("p", "Nobody has a position on record.", {{"class", "lead"}});
    } else {
      out().open("table", {{"class", "inforce stack"}, {"role", "table"}});
      out().leaf("caption", "Positions in force, by holder", {{"class", "unseen"}});
      page_.columns(
          {"Holder", "Scale", "Position", "Since", "Last checked", "Quote", "Approved by"});
      out().open("tbody", {{"role", "rowgroup"}}).line();
      for (const Held& held : claim_.answer.positions) row(held);
      out().close().close().line();
    }
    if (!claim_.answer.no_record.empty()) {
      out().open("p", {{"class", "lead"}}).text("No record on that day: ");
      for (std::size_t i = 0; i < claim_.answer.no_record.size(); ++i) {
        if (i > 0) out().text(", ");
        page_.actor(claim_.answer.no_record[i]);
      }
      out().text(".").close();
    }
    out().close().line();
  }

  void cell(std::string_view classes) {
    out().open("td", {{"role", "cell"}, {"class", std::string(classes)}});
  }

  void row(const Held& held) {
    const claims::Position& position = held.position;
    std::vector<const claims::Stance*> records;
    for (const claims::Possible& one : position.possible) {
      if (!one.no_record()) records.push_back(one.stances.back());
    }
    out().open("tr", {{"role", "row"}});
    out().open("th", {{"role", "rowheader"}, {"scope", "row"}});
    page_.actor(held.holder);
    out().close();
    cell("sc");
    out().text(verb_of_scale(position.scale_name())).close();
    cell("pos");
    word(position);
    out().close();
    cell("since");
    page_.days(position.since);
    out().close();
    cell("checked");
    each_of(
        records,
        [&](const claims::Stance& one) { return claims::to_string(steps_.last_look(one)); },
        [&](const claims::Stance& one) { page_.date(steps_.last_look(one)); });
    out().close();
    cell("level");
    each_of(
        records, [&](const claims::Stance& one) { return steps_.level_of(one); },
        [&](const claims::Stance& one) { out().text(steps_.level_of(one)); });
    out().close();
    cell("ok");
    each_of(
        records, [&](const claims::Stance& one) { return steps_.approvers_of(one); },
        [&](const claims::Stance& one) {
          const std::string approved = steps_.approvers_of(one);
          if (approved.empty()) {
            out().leaf("span", "nobody yet", {{"class", "none"}});
          } else {
            out().leaf("bdi", approved);
          }
        });
    out().close().close().line();
  }

  // What is to say of each record that may be in force, in the order of their words; once, where
  // it is the same of all.
  template <class Value, class Write>
  void each_of(const std::vector<const claims::Stance*>& records, const Value& value,
               const Write& write) {
    const bool same = std::all_of(records.begin(), records.end(), [&](const claims::Stance* one) {
      return value(*one) == value(*records.front());
    });
    for (const claims::Stance* one : records) {
      if (one != records.front()) {
        if (same) break;
        out().leaf("span", " or ", {{"class", "or"}});
      }
      write(*one);
    }
  }

  void word(const claims::Position& position) {
    bool first = true;
    for (const claims::Possible& one : position.possible) {
      if (!first) out().leaf("span", " or ", {{"class", "or"}});
      first = false;
      if (one.no_record()) {
        out().leaf("span", "no record", {{"class", "none"}});
        continue;
      }
      const claims::Stance& record = *one.stances.back();
      out().open_link(page_.to(page_.place.path(), record.name));
      page_.chip(one.word, steps_.is_unlooked(record) || one.lapsed ? Page::Chip::unlooked
                                                                    : Page::Chip::held);
      out().close();
      if (one.lapsed) out().leaf("small", " has ended");
    }
  }

  void over_time() {
    page_.section("time", "Over time");
    out().leaf("p", "What each holder said or did, from day to day. Each line leads to the record.",
               {{"class", "lead"}});
    picture();
    out().open("table", {{"class", "stack moves"}, {"role", "table"}});
    out().leaf("caption", "Changes of positions, by holder", {{"class", "unseen"}});
    page_.columns({"Holder", "Scale", "Day", "Position", "Change"});
    out().open("tbody", {{"role", "rowgroup"}}).line();
    for (const claims::Line& line : lines_.all()) steps_.write_line(line);
    out().close().close().close().line();
  }

  // The same as the table below it says.
  void picture() {
    if (claim_.history.lines.empty()) return;
    ChartOptions options;
    options.place = ChartPlace::in_page;
    options.name = [this](const std::string& id) { return page_.name_of(id); };
    options.link = [](const TimeLine&, const claims::Step& step) {
      const claims::Stance* entered = step.entered();
      return entered == nullptr ? std::string() : "#" + entered->name;
    };
    out().open("figure").add(
        Markup::of_drawing(chart_svg(claim_.history, page_.frame.words, options)));
    out().leaf(
        "figcaption",
        "Solid: held, until somebody looked last. Dotted: past the last look. Hatched: looked for, "
        "and not found. A soft edge: the day is vague. Empty: no record.");
    out().close().line();
  }

  void related() {
    if (!folder_.claim || folder_.claim->relations.empty()) return;
    page_.section("related", "Related claims");
    out().open("ul", {{"class", "plain"}});
    for (const claims::Relation& one : folder_.claim->relations) {
      out().open("li").text(one.type).text(": ");
      if (page_.frame.claims.contains(one.to)) {
        page_.claim(one.to, one.to);
      } else {
        out().leaf("bdi", one.to);
      }
      out().close();
    }
    out().close().close().line();
  }

  void data() {
    page_.section("data", "Cite, data");
    out().open("dl", {{"class", "defs"}});
    const std::string address = page_.frame.url + page_.place.path();
    out().leaf("dt", "Cite").open("dd");
    out().leaf("bdi", text()).text(". ").leaf("bdi", page_.frame.title).text(", record as of ");
    out().text(claim_.last.id.empty() ? "the first commit" : told(claim_.last.day));
    if (!claim_.last.id.empty()) out().text(", commit " + claim_.last.id.substr(0, 12));
    out().text(".");
    if (!page_.frame.url.empty()) {
      out().text(" ");
      if (const auto own = Address::web(address)) out().link(*own, address);
    }
    out().close();
    out().leaf("dt", "Data").open("dd");
    out().link(Address::page("index.json"), "JSON").text(" (the answer of ");
    out().leaf("code", "aver show " + folder_.id + " --json").text(")").close();
    out().leaf("dt", "Id").open("dd").leaf("code", folder_.id).close();
    if (folder_.claim && !folder_.claim->note.empty())
      out().leaf("dt", "Note").leaf("dd", folder_.claim->note, {{"dir", "auto"}});
    out().close().close().line();
  }

  const SiteClaim& claim_;
  const claims::ClaimFolder& folder_;
  Page page_;
  claims::Lines lines_;
  ClaimSteps steps_;
};

}  // namespace

std::string claim_page_of(const SiteFrame& frame, const SiteClaim& claim) {
  return ClaimPage(frame, claim).write();
}

}  // namespace aver::cli::html
