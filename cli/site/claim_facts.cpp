// SPDX-License-Identifier: MIT
//
// Facts are copies: the folder of the claim is gone when pages are made of them.
#include "cli/site/claim_facts.h"

#include <algorithm>
#include <set>

#include "claims/positions/set_aside.h"
#include "claims/records/people.h"
#include "claims/text/id.h"

namespace aver::cli {
namespace {

using claims::Stance;

constexpr std::chrono::days kLate{14};  // recorded so long after, it was learned late

std::string word_of(const std::vector<claims::Possible>& possible) {
  if (possible.size() > 1) return "not certain";
  return std::string(possible.front().word);
}

class Facts {
 public:
  Facts(const SiteFrame& frame, const SiteClaim& claim, const claims::Lines& lines,
        const RecordTimes& times)
      : frame_(frame),
        claim_(claim),
        folder_(claim.answer.folder),
        lines_(lines),
        times_(times),
        text_(folder_.claim && !folder_.claim->text.empty() ? folder_.claim->text : folder_.id) {}

  ClaimFacts take() {
    facts_.row.claim = folder_.id;
    facts_.row.text = text_;
    facts_.records = folder_.stances.size();
    facts_.last = times_.claim_changed(folder_.id);
    for (const Held& held : claim_.answer.positions) add_cell(held);
    for (const claims::Line& line : lines_.all()) add_moves(line);
    for (const Stance& stance : folder_.stances) {
      add_news(stance);
      add_said(stance);
      add_resting(stance);
      add_change(stance);
    }
    return std::move(facts_);
  }

 private:
  void add_cell(const Held& held) {
    const Stance* stance = held.position.stance();
    SiteCell cell{held.holder,
                  std::string(held.position.scale_name()),
                  word_of(held.position.possible),
                  stance == nullptr ? "" : stance->name,
                  claims::date_of(held.position.since),
                  false};
    if (stance != nullptr) {
      const claims::Date look =
          claims::last_looked(lines_, *stance, frame_.day).value_or(stance->held);
      cell.unlooked =
          held.position.lapsed() || frame_.day - look.latest() > std::chrono::days{kStaleAfterDays};
    }
    facts_.row.cells.push_back(std::move(cell));
  }

  void add_moves(const claims::Line& line) {
    for (const claims::Step& step : claims::steps(line, frame_.day)) {
      const bool first = step.change == claims::Change::first;
      if (!first && !claims::is_move(step.change)) continue;
      SiteMove move{folder_.id,
                    text_,
                    std::string(line.holder),
                    std::string(line.scale_name()),
                    first ? "" : word_of(step.before),
                    word_of(step.after),
                    step.change,
                    step.when,
                    {},
                    ""};
      if (move.after.empty()) move.after = "no record";
      if (const Stance* after = step.entered()) {
        move.stance = after->name;
        move.held = after->held;
        move.quote_after = after->quote;
        move.lang_after = after->quote_lang;
      }
      if (const Stance* before = step.left()) {
        move.quote_before = before->quote;
        move.lang_before = before->quote_lang;
      }
      if (!first)
        facts_.row.last_move =
            std::max(facts_.row.last_move.value_or(step.when.last), step.when.last);
      facts_.moves.push_back(std::move(move));
    }
  }

  void add_news(const Stance& stance) {
    const auto recorded = claim_.recorded.find(stance.name);
    if (recorded == claim_.recorded.end()) return;
    const std::string word(frame_.words.canonical(stance.position));
    SiteNews news{SiteNews::Kind::learned,
                  recorded->second,
                  folder_.id,
                  text_,
                  stance.name,
                  stance.holder,
                  std::string(frame_.words.scale_of(word)),
                  word,
                  stance.held,
                  "",
                  "",
                  stance.reason};
    if (const Stance* target = lines_.aside().target(stance)) {
      add_target(news, stance, *target);
    } else if (!stance.repeats.empty()) {
      news.kind = SiteNews::Kind::looked_again;
    } else if (recorded->second.day - stance.held.latest() > kLate) {
      news.kind = SiteNews::Kind::learned_late;
    }
    facts_.news.push_back(std::move(news));
  }

  void add_target(SiteNews& news, const Stance& by, const Stance& target) const {
    switch (claims::how_set_aside(target, by)) {
      case claims::Aside::corrected:
        news.kind = SiteNews::Kind::corrected;
        break;
      case claims::Aside::ended:
        news.kind = SiteNews::Kind::ended;
        break;
      case claims::Aside::retracted:
        news.kind = SiteNews::Kind::retracted;
        break;
    }
    news.was = frame_.words.canonical(target.position);
    news.was_stance = target.name;
    if (!by.position.empty()) return;
    news.scale = frame_.words.scale_of(news.was);
    news.holder = target.holder;
    news.held = target.held;
  }

  void add_said(const Stance& stance) {
    if (stance.held.earliest() > frame_.day || stance.position.empty()) return;
    std::set<std::pair<std::string, bool>> told;
    claims::each_voice(stance, [&](claims::Voice voice, const std::string& who) {
      const bool reports = voice == claims::Voice::reports;
      if (who == stance.holder || !told.emplace(who, reports).second) return;
      facts_.said[who].push_back({reports, folder_.id, text_, stance.name, stance.holder,
                                  std::string(frame_.words.canonical(stance.position)),
                                  stance.held});
    });
  }

  void add_resting(const Stance& stance) {
    if (stance.held.earliest() > frame_.day || stance.position.empty()) return;
    const std::string word(frame_.words.canonical(stance.position));
    for (const claims::EvidenceView& one : claims::evidences(stance)) {
      if (one.source.empty()) continue;
      RestingOn resting;
      resting.told = {folder_.id,
                      text_,
                      stance.name,
                      stance.holder,
                      std::string(frame_.words.scale_of(word)),
                      word,
                      one.quote,
                      one.quote_lang,
                      one.locator,
                      "",
                      stance.held};
      if (const auto found = claim_.quotes.find({stance.id(), one.number});
          found != claim_.quotes.end()) {
        const claims::QuoteMatch& match = found->second.match;
        resting.told.level = claims::to_string(match.level);
        resting.capture = found->second.capture;
        if (claims::stands(match.level)) resting.range = match.range;
      }
      facts_.resting[one.source].push_back(std::move(resting));
    }
  }

  // The page names actors and sources; that of the latest change is told.
  void add_change(const Stance& stance) {
    const auto add = [&](RecordTimes::Place place) { facts_.last = std::min(facts_.last, place); };
    claims::each_person(stance, [&](const std::string& who) {
      if (frame_.actors.contains(who)) add(times_.changed(claims::actor_path(who)));
    });
    for (const claims::EvidenceView& one : claims::evidences(stance)) {
      if (frame_.sources.contains(one.source)) add(times_.changed(claims::source_path(one.source)));
    }
  }

  const SiteFrame& frame_;
  const SiteClaim& claim_;
  const claims::ClaimFolder& folder_;
  const claims::Lines& lines_;
  const RecordTimes& times_;
  std::string text_;
  ClaimFacts facts_;
};

}  // namespace

ClaimFacts facts_of(const SiteFrame& frame, const SiteClaim& claim, const claims::Lines& lines,
                    const RecordTimes& times) {
  return Facts(frame, claim, lines, times).take();
}

}  // namespace aver::cli
