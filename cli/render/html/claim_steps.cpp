// SPDX-License-Identifier: MIT
//
// A record has one step, whatever became of it; a retraction, which has no position, is told where
// it strikes.
#include "cli/render/html/claim_steps.h"

#include <algorithm>
#include <chrono>

#include "claims/positions/set_aside.h"
#include "claims/text/id.h"
#include "cli/render/html/words.h"

namespace aver::cli::html {
namespace {

using claims::Aside;
using claims::Stance;

std::string word_of(const claims::Vocabulary& words, const Stance& stance) {
  return std::string(words.canonical(stance.position));
}

std::string words_of(const std::vector<claims::Possible>& possible) {
  std::string text;
  for (const claims::Possible& one : possible) {
    if (one.no_record() && possible.size() == 1) return "";
    text += (text.empty() ? "" : " or ") + std::string(one.no_record() ? "no record" : one.word);
  }
  return text;
}

// "Ann Lee" of "Ann Lee <ann@example.org>".
std::string name_alone(const std::string& person) { return claims::person(person).name; }

// How much later than the day it speaks of something was recorded.
std::string lateness(const claims::Date& held, claims::Day recorded) {
  const auto days = (recorded - held.latest()).count();
  if (days < 0) return "Recorded";
  if (days == 0) return "Recorded the same day";
  if (days == 1) return "Recorded a day later";
  return "Recorded " + counted(static_cast<std::size_t>(days), "day", "days") + " later";
}

// How it is known, where the rest of the step does not say it.
std::string told_mode(std::string_view mode) {
  if (mode == "direct" || mode == "attributed") return "";
  if (mode == "paraphrase") return "In our words";
  if (mode == "inferred") return "Inferred by us";
  if (mode == "action") return "By what it did";
  return "By a " + std::string(mode);
}

}  // namespace

ClaimSteps::ClaimSteps(Page& page, const SiteClaim& claim, const claims::Lines& lines)
    : page_(page), out_(page.out), claim_(claim), lines_(lines) {
  const claims::Day day = page.frame.day;
  for (const claims::Line& line : lines.all()) {
    steps_.push_back(claims::steps(line, day));
    for (const claims::Step& one : steps_.back()) {
      for (const claims::Possible& possible : one.after) {
        for (const Stance* stance : possible.stances) entered_.emplace(stance, &one);
      }
    }
  }
  for (const Stance& stance : claim.answer.folder.stances) {
    if (stance.held.earliest() > day || !claims::has_place(stance)) continue;
    shown_.push_back(&stance);
    if (lines.aside().has(stance)) aside_.push_back(&stance);
  }
  const auto by_day = [](const Stance* a, const Stance* b) {
    return claims::compare(a->held, b->held) < 0;
  };
  std::stable_sort(shown_.begin(), shown_.end(), by_day);
  std::stable_sort(aside_.begin(), aside_.end(), by_day);
}

claims::Date ClaimSteps::last_look(const Stance& stance) const {
  return claims::last_looked(lines_, stance, page_.frame.day).value_or(stance.held);
}

bool ClaimSteps::is_unlooked(const Stance& stance) const {
  return page_.frame.day - last_look(stance).latest() > std::chrono::days{kStaleAfterDays};
}

std::string ClaimSteps::level_of(const Stance& stance) const {
  std::string levels;
  for (const claims::EvidenceView& one : claims::evidences(stance)) {
    if (one.quote.empty()) continue;
    const auto found = claim_.quotes.find({stance.id(), one.number});
    const std::string level = found == claim_.quotes.end()
                                  ? "unchecked"
                                  : std::string(claims::to_string(found->second.match.level));
    if (levels.find(level) == levels.npos) levels += (levels.empty() ? "" : ", ") + level;
  }
  return levels.empty() ? "no quote" : levels;
}

std::string ClaimSteps::approvers_of(const Stance& stance) const {
  const auto found = claim_.approved_by.find(stance.id());
  if (found == claim_.approved_by.end()) return "";
  std::string names;
  for (const std::string& who : found->second)
    names += (names.empty() ? "" : ", ") + name_alone(who);
  return names;
}

const SiteRecorded* ClaimSteps::recorded_of(const Stance& stance) const {
  const auto found = claim_.recorded.find(stance.name);
  return found == claim_.recorded.end() ? nullptr : &found->second;
}

void ClaimSteps::write() {
  page_.section("steps", "Step by step");
  out_.leaf("p", "By the day on which a position was held, whenever we learned of it.",
            {{"class", "lead"}});
  out_.open("div", {{"class", "steps"}}).line();
  const Stance* before = nullptr;
  for (const Stance* stance : shown_) {
    step(*stance, before != nullptr && before->held == stance->held);
    before = stance;
  }
  out_.close().close().line();
}

void ClaimSteps::step(const Stance& stance, bool same_day) {
  const bool aside = lines_.aside().has(stance);
  const std::string classes =
      std::string("step") + (same_day ? " same" : "") + (aside ? " aside" : "");
  out_.open("article", {{"class", classes}, {"id", stance.name}}).line();
  out_.open("p", {{"class", "when"}});
  page_.date(stance.held);
  out_.close().line().open("div");
  heading(stance);
  for (const claims::EvidenceView& one : claims::evidences(stance)) said(stance, one);
  told_more(stance);
  if (aside) why(stance, true);
  out_.close().line().open("div", {{"class", "ev"}}).line();
  evidence(stance);
  recorded(stance);
  out_.close().line().close().line();
}

void ClaimSteps::heading(const Stance& stance) {
  const bool aside = lines_.aside().has(stance);
  const std::string word = word_of(page_.frame.words, stance);
  out_.open("h3").open("b");
  page_.actor(stance.holder);
  out_.close().text(" " + verb_of_scale(page_.frame.words.scale_of(word)) + " ");
  page_.chip(word, aside ? Page::Chip::aside : Page::Chip::held);
  out_.text(" ");
  if (aside) {
    out_.leaf("small", "set aside; nobody moved");
  } else if (const auto found = entered_.find(&stance); found != entered_.end()) {
    const claims::Step& change = *found->second;
    const std::string was = words_of(change.before);
    const bool reversal = change.change == claims::Change::reversal;
    out_.leaf("small", std::string(told(change.change)), {{"class", reversal ? "cls rev" : "cls"}});
    if (!was.empty()) out_.leaf("small", "was " + was);
  } else {
    out_.leaf("small", "never in force");
  }
  if (const Stance* replaced = lines_.aside().target(stance)) {
    out_.open("small").text("replaces ");
    out_.link(page_.to(page_.place.path(), replaced->name), "another record").close();
  }
  out_.close().line();
}

void ClaimSteps::said(const Stance& stance, const claims::EvidenceView& evidence) {
  if (!evidence.quote.empty()) page_.quote(evidence.quote, evidence.quote_lang);
  if (!evidence.translation.empty())
    out_.leaf("p", evidence.translation, {{"class", "tr"}, {"dir", "auto"}});
  if (evidence.number == 0 && !stance.summary.empty())
    out_.leaf("p", stance.summary, {{"class", "sum"}, {"dir", "auto"}});
  people(stance, evidence);
}

void ClaimSteps::people(const Stance& stance, const claims::EvidenceView& evidence) {
  const bool reported = !evidence.via.empty();
  const std::string mode = told_mode(evidence.mode);
  if (evidence.speaker.empty() && !reported && mode.empty() && evidence.translation.empty()) return;
  out_.open("p", {{"class", "by"}});
  std::string_view between;
  if (!evidence.speaker.empty()) {
    out_.text("Said by ");
    page_.actor(evidence.speaker);
    out_.text(".");
    between = " ";
  }
  if (reported) {
    out_.text(between);
    out_.text(evidence.speaker.empty() ? "Reported by " : "As reported by ");
    for (std::size_t i = 0; i < evidence.via.size(); ++i) {
      if (i > 0) out_.text(", who had it from ");
      page_.actor(evidence.via[i]);
    }
    out_.text(evidence.speaker.empty() && evidence.via.front() != stance.holder
                  ? ", not by " + page_.name_of(stance.holder) + " itself."
                  : ".");
    between = " ";
  }
  if (!mode.empty()) {
    out_.text(between).text(mode).text(".");
    between = " ";
  }
  if (!evidence.translation.empty()) out_.text(between).text("The translation is ours.");
  out_.close().line();
}

void ClaimSteps::looked(const Stance& stance) {
  std::vector<const Stance*> checks = lines_.checks_of(stance);
  std::erase_if(checks, [&](const Stance* check) {
    return check->held.earliest() > page_.frame.day || lines_.aside().has(*check);
  });
  if (!stance.searched.empty()) {
    out_.open("p", {{"class", "by"}}).text("We looked in ");
    for (std::size_t i = 0; i < stance.searched.size(); ++i) {
      if (i > 0) out_.text(", ");
      out_.leaf("bdi", stance.searched[i]);
    }
    out_.text(".").close().line();
  }
  if (checks.empty()) return;
  out_.open("p", {{"class", "by"}}).text("Looked at again, and still so: ");
  for (std::size_t i = 0; i < checks.size(); ++i) {
    if (i > 0) out_.text(", ");
    out_.open("span", {{"id", checks[i]->name}});
    page_.date(checks[i]->held);
    out_.close();
  }
  out_.text(".").close().line();
}

void ClaimSteps::told_more(const Stance& stance) {
  const auto fact = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out_.open("p", {{"class", "by"}}).text(name).text(" ").leaf("bdi", value).close().line();
  };
  if (claims::evidences(stance).empty() && !stance.summary.empty())
    out_.leaf("p", stance.summary, {{"class", "sum"}, {"dir", "auto"}});
  fact("On the condition:", stance.condition);
  fact("Rated:", stance.rating);
  fact("Likelihood:", stance.likelihood);
  looked(stance);
  if (stance.until) {
    out_.open("p", {{"class", "by"}}).text("Until ");
    page_.date(*stance.until);
    out_.text(".").close();
  }
  if (stance.credibility) fact("Credibility:", std::to_string(*stance.credibility) + " of 6");
  fact("Note:", stance.note);
}

void ClaimSteps::why(const Stance& stance, bool names) {
  for (const Stance* by : lines_.aside().by(stance)) {
    const Aside how = claims::how_set_aside(stance, *by);
    const bool own_place = claims::has_place(*by);
    out_.open("p", {{"class", "why"}});
    out_.open("b");
    if (own_place || !names) {
      out_.open_link(page_.to(page_.place.path(), by->name));
    } else {
      out_.open("span", {{"id", by->name}});
    }
    out_.text(capitalised(std::string(claims::to_string(how)))).close();
    if (const SiteRecorded* recorded = recorded_of(*by)) {
      out_.text(" on ");
      page_.time(recorded->day);
      out_.text(" by ").leaf("bdi", recorded->author);
    }
    out_.text(".").close();
    if (!by->reason.empty()) out_.text(" ").leaf("bdi", by->reason);
    out_.close().line();
  }
}

void ClaimSteps::evidence(const Stance& stance) {
  const std::vector<claims::EvidenceView> all = claims::evidences(stance);
  const bool any = std::any_of(all.begin(), all.end(), [](const claims::EvidenceView& one) {
    return !one.source.empty() || !one.locator.empty();
  });
  if (!any) out_.leaf("p", "No source is on record.").line();
  for (const claims::EvidenceView& one : all) source(stance, one);
}

void ClaimSteps::source(const Stance& stance, const claims::EvidenceView& evidence) {
  if (evidence.source.empty() && evidence.locator.empty()) return;
  const auto found = page_.frame.sources.find(evidence.source);
  out_.open("p").open("bdi");
  if (found == page_.frame.sources.end()) {
    out_.text(evidence.source).close();
    if (!evidence.locator.empty()) out_.text(" ").leaf("bdi", evidence.locator);
    out_.close().line();
    return;
  }
  const claims::Source& from = found->second;
  out_.link(page_.to(source_page(from.id)), from.title.empty() ? from.id : from.title).close();
  if (!from.publisher.empty()) out_.text(", ").leaf("bdi", from.publisher);
  if (from.published) {
    out_.text(", ");
    page_.date(*from.published);
  }
  if (!evidence.locator.empty()) out_.text(", ").leaf("bdi", evidence.locator);
  out_.close().line().open("p");
  std::string_view between;
  if (!from.capture.empty()) {
    out_.link(page_.to(source_page(from.id), "q-" + stance.id()), "Saved text");
    const auto verdict = claim_.quotes.find({stance.id(), evidence.number});
    if (verdict != claim_.quotes.end())
      out_.text(" (").text(claims::to_string(verdict->second.match.level)).text(")");
    between = ", ";
  }
  if (const auto live = Address::web(live_address(from.url, evidence.quote, evidence.locator))) {
    out_.text(between).link(*live, "live page", {{"data-u", from.url}});
    between = ", ";
  }
  for (const claims::Archived& one : from.archived) {
    const auto address = Address::web(one.url);
    if (!address) continue;
    out_.text(between).link(*address, "archive", {{"data-u", one.url}});
    between = ", ";
  }
  out_.close().line();
}

void ClaimSteps::recorded(const Stance& stance) {
  const SiteRecorded* recorded = recorded_of(stance);
  const std::string approved = approvers_of(stance);
  out_.open("p");
  if (recorded != nullptr) {
    out_.text(lateness(stance.held, recorded->day)).text(", ");
    page_.time(recorded->day);
    out_.text(", by ").leaf("bdi", recorded->author);
  } else {
    out_.text("Who recorded it is not known");
  }
  if (approved.empty()) {
    out_.text("; approved by nobody yet");
  } else {
    out_.text("; approved by ").leaf("bdi", approved);
  }
  if (stance.first_recorded) {
    out_.text("; first recorded elsewhere, ");
    page_.date(*stance.first_recorded);
  }
  out_.close().line();
}

void ClaimSteps::write_line(const claims::Line& line) {
  const auto at = static_cast<std::size_t>(&line - lines_.all().data());
  for (const claims::Step& one : steps_[at]) {
    const Stance* record = one.entered();
    out_.open("tr", {{"role", "row"}});
    out_.open("th", {{"role", "rowheader"}, {"scope", "row"}});
    page_.actor(line.holder);
    out_.close();
    out_.leaf("td", verb_of_scale(line.scale_name()), {{"role", "cell"}, {"class", "sc"}});
    out_.open("td", {{"role", "cell"}, {"class", "day"}});
    page_.days(one.when);
    out_.close().open("td", {{"role", "cell"}, {"class", "pos"}});
    const std::string after = words_of(one.after);
    if (record != nullptr) {
      out_.open_link(page_.to(page_.place.path(), record->name));
      page_.chip(one.after.front().word);
      out_.close();
    } else {
      out_.text(after.empty() ? "no record" : after);
    }
    out_.close();
    out_.leaf("td", std::string(told(one.change)), {{"role", "cell"}, {"class", "change"}});
    out_.close().line();
  }
}

void ClaimSteps::write_known() {
  std::vector<std::pair<claims::Day, const Stance*>> known;
  for (const Stance& stance : claim_.answer.folder.stances) {
    if (const SiteRecorded* recorded = recorded_of(stance))
      known.emplace_back(recorded->day, &stance);
  }
  std::stable_sort(known.begin(), known.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  page_.section("knew", "What we knew when");
  out_.leaf("p", "The other clock: by the day on which we recorded it.", {{"class", "lead"}});
  out_.open("ol", {{"class", "list known"}}).line();
  for (const auto& [day, stance] : known) {
    out_.open("li");
    page_.time(day);
    out_.open("p", {{"class", "what"}});
    const Stance* target = lines_.aside().target(*stance);
    if (target != nullptr) {
      out_.leaf("b", capitalised(
                         std::string(claims::to_string(claims::how_set_aside(*target, *stance)))));
      out_.text(" ");
    } else if (!stance->repeats.empty()) {
      out_.leaf("b", "Looked again").text(" ");
    } else {
      out_.leaf("b", "Learned").text(" ");
    }
    const Stance& about = stance->position.empty() && target != nullptr ? *target : *stance;
    page_.actor(about.holder);
    const std::string word = word_of(page_.frame.words, about);
    out_.text(" " + verb_of_scale(page_.frame.words.scale_of(word)) + " ");
    out_.open_link(page_.to(page_.place.path(), stance->name));
    page_.chip(word);
    out_.close().text(" ").open("small");
    page_.date(about.held);
    out_.close().close().close().line();
  }
  out_.close().close().line();
}

void ClaimSteps::write_corrections() {
  if (aside_.empty()) return;
  page_.section("corrections", "Corrections");
  out_.leaf("p", "What we had wrong, or was ended. Nobody moved by it.", {{"class", "lead"}});
  out_.open("ol", {{"class", "list"}}).line();
  for (const Stance* stance : aside_) {
    out_.open("li");
    page_.date(stance->held);
    out_.open("div").open("p", {{"class", "what"}});
    page_.actor(stance->holder);
    const std::string word = word_of(page_.frame.words, *stance);
    out_.text(" " + verb_of_scale(page_.frame.words.scale_of(word)) + " ");
    out_.open_link(page_.to(page_.place.path(), stance->name));
    page_.chip(word, Page::Chip::aside);
    out_.close().close();
    why(*stance, false);
    out_.close().close().line();
  }
  out_.close().close().line();
}

}  // namespace aver::cli::html
