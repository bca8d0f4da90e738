// SPDX-License-Identifier: MIT
//
// One pass over the claims writes their pages and keeps a few facts of each; holders, sources,
// topics and streams are made of those. Nothing of a run's day is on a page that is not about the
// day.
#include "cli/site/site.h"

#include <algorithm>
#include <set>
#include <utility>

#include "claims/positions/lines.h"
#include "claims/records/people.h"
#include "claims/text/id.h"
#include "claims/text/json_text.h"
#include "cli/look/claim_answer.h"
#include "cli/look/due_finder.h"
#include "cli/look/time_lines.h"
#include "cli/names/load.h"
#include "cli/render/html/assets.h"
#include "cli/render/html/pages.h"
#include "cli/render/html/place.h"
#include "cli/render/json/json.h"
#include "cli/render/svg/chart_svg.h"
#include "cli/review/approvals.h"
#include "cli/site/claim_facts.h"
#include "cli/site/record_times.h"
#include "cli/site/site_folder.h"
#include "cli/site/site_lists.h"
#include "cli/site/source_text.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

using claims::ClaimFolder;
using claims::RecordKind;
using claims::Stance;
using store::View;

// The last day up to `day` on which anything that is told of the claim changed in the world.
claims::Day last_changed(const ClaimFolder& folder, const claims::Lines& lines, claims::Day day,
                         claims::Day at_least) {
  claims::Day last = std::min(at_least, day);
  const auto add = [&](claims::Day one) {
    if (one <= day) last = std::max(last, one);
  };
  for (const claims::Line& line : lines.all()) {
    const claims::LineDays days(line);
    const std::size_t span = days.at(day);
    if (span > 0) add(days.from(span));
  }
  for (const Stance& stance : folder.stances) {
    add(stance.held.earliest());
    add(stance.held.latest());
    if (stance.through) add(stance.through->latest());
  }
  if (folder.claim && folder.claim->deadline)
    add(folder.claim->deadline->latest() + std::chrono::days{1});
  return last;
}

// Without lines where a picture of them could not be read any more.
HistoryAnswer history_of(const Head& head, const ClaimFolder& folder, const claims::Lines& lines) {
  constexpr std::size_t kMostSteps = 400;
  HistoryAnswer history;
  history.head = head;
  history.title = folder.claim && !folder.claim->text.empty() ? folder.claim->text : folder.id;
  std::size_t steps = 0;
  for (const claims::Line& line : lines.all()) {
    TimeLine one = time_line(folder, lines, line, head.at.on);
    steps += one.steps.size() + one.overruled.size();
    if (!one.steps.empty() || !one.overruled.empty()) history.lines.push_back(std::move(one));
    if (steps <= kMostSteps) continue;
    history.lines.clear();
    break;
  }
  return history;
}

class SiteMaker {
 public:
  SiteMaker(Session& session, const View& view, const Filter& filter, SiteFrame& frame,
            SiteFolder& folder)
      : session_(session),
        view_(view),
        filter_(filter),
        frame_(frame),
        folder_(folder),
        times_(session, view),
        approvals_(session, view, {"claims"}),
        lookup_(view),
        due_(due_answer_, filter, frame.words, frame.day, kStaleAfterDays, kDaysAhead) {}

  SiteWritten make() {
    choose();
    visit([&](ClaimFolder&& folder) { claim(std::move(folder)); });
    std::stable_sort(
        due_answer_.due.begin(), due_answer_.due.end(),
        [](const Due& a, const Due& b) { return claims::compare(a.since, b.since) < 0; });
    holders();
    sources();
    const std::vector<SiteTopicLine> topics = write_topics(frame_, facts_, times_, folder_);
    SiteFront front = write_streams(frame_, facts_, folder_);
    front.claims = facts_.size();
    front.holders = with_positions_.size();
    front.sources = frame_.sources.size();
    front.topics = topics;
    std::vector<SiteDue> due;
    for (const Due& one : due_answer_.due) due.push_back({one, facts_.at(one.claim).row.text});
    front.due = {due.begin(), due.begin() + static_cast<std::ptrdiff_t>(
                                                std::min<std::size_t>(due.size(), kFrontDue))};
    folder_.write("index.html", html::front_page(frame_, front));
    folder_.write("due/index.html", html::due_page(frame_, due));
    folder_.write("method/index.html", html::method_page(frame_, view_.settings().review));
    folder_.write("404.html", html::not_found_page(frame_));
    folder_.write("style.css", std::string(html::style_sheet()) + std::string(chart_style()));
    former_ids();
    folder_.finish(head());
    return {facts_.size(), folder_.files(), folder_.written(), folder_.removed(), unread_};
  }

 private:
  static constexpr std::size_t kFrontDue = 4;

  // Calls `take` for each claim that the query fits.
  void visit(const std::function<void(ClaimFolder&&)>& take) {
    Coordinates at;
    at.on = frame_.day;
    filter_.each_whole_folder(session_, [&](ClaimFolder&& folder) {
      if (!claims::id_problem(folder.id).empty()) return;
      if (filter_.any() && !filter_.takes_claim(filter_.facts(folder)) &&
          filter_.fitting(folder, at).positions.empty())
        return;
      take(std::move(folder));
    });
  }

  // Finds out which records have pages, so that no link leads nowhere: with a query, those that
  // its claims speak of, and no others.
  void choose() {
    std::set<std::string> actors, sources;
    if (filter_.any()) {
      visit([&](ClaimFolder&& folder) {
        frame_.claims.insert(folder.id);
        for (const Stance& stance : folder.stances) {
          claims::each_person(stance, [&](const std::string& who) { actors.insert(who); });
          for (const claims::EvidenceView& one : claims::evidences(stance))
            sources.insert(one.source);
        }
      });
    } else {
      const auto all = [&](RecordKind kind, std::set<std::string>& to) {
        for (std::string& id : view_.ids(kind)) to.insert(std::move(id));
      };
      all(RecordKind::claim, frame_.claims);
      all(RecordKind::actor, actors);
      all(RecordKind::source, sources);
    }
    const auto load = [&](const std::set<std::string>& ids, const auto& read, auto& to) {
      for (const std::string& id : ids) {
        if (!claims::id_problem(id).empty()) continue;
        auto decoded = read(id);
        if (!decoded) continue;
        if (decoded->record) {
          to.emplace(id, std::move(*decoded->record));
        } else {
          ++unread_;
        }
      }
    };
    load(
        actors, [&](const std::string& id) { return view_.actor(id); }, frame_.actors);
    load(
        sources, [&](const std::string& id) { return view_.source(id); }, frame_.sources);
  }

  void claim(ClaimFolder&& folder) {
    session_.out.progress("the site", facts_.size(), frame_.claims.size());
    due_.look_at(folder);
    const std::string id = folder.id;
    const RecordTimes::Place changed = times_.claim_changed(id);
    Head head;
    head.at.on = frame_.day;
    if (!frame_.on_given) {
      const claims::Lines all(folder.stances, frame_.words);
      head.at.on = last_changed(folder, all, frame_.day, times_.commit(changed).day);
    }
    head.at.on_given = frame_.on_given;
    head.at.known_at = frame_.known_at;
    SiteClaim claim;
    claim.answer = claim_answer(head, std::move(folder), frame_.words);
    add_evidence(claim);
    const claims::Lines lines(claim.answer.folder.stances, frame_.words);
    claim.history = history_of(head, claim.answer.folder, lines);
    ClaimFacts facts = facts_of(frame_, claim, lines, times_);
    claim.last = times_.commit(facts.last);
    claim.answer.head.revision = claim.last.id;
    const std::string page = html::claim_page(id);
    folder_.write(page, html::claim_page_of(frame_, claim));
    folder_.write(page.substr(0, page.rfind('/')) + "/index.json",
                  json(claim.answer, frame_.words));
    remember(id, std::move(facts));
    if (!claim.answer.folder.claim) return;
    for (const std::string& alias : claim.answer.folder.claim->aliases)
      former_.emplace_back(html::claim_page(alias), std::pair(page, id));
  }

  // Quotes, approvals, and who recorded it, of all records.
  void add_evidence(SiteClaim& claim) {
    const ClaimFolder& folder = claim.answer.folder;
    for (const Stance& stance : folder.stances) {
      lookup_.add(stance);
      const std::string path = claims::stance_path(folder.id, stance.name);
      if (auto recorded = times_.recorded(path))
        claim.recorded.emplace(stance.name, std::move(*recorded));
      std::vector<std::string> former;
      if (folder.claim) {
        for (const std::string& alias : folder.claim->aliases)
          former.push_back(claims::stance_path(alias, stance.name));
      }
      std::vector<std::string> who = approvals_.of(path, former);
      if (!who.empty()) claim.approved_by.emplace(stance.id(), std::move(who));
    }
    claim.quotes = lookup_.take();
    SourceReliability reliability(view_);
    for (const Held& held : claim.answer.positions) {
      reliability.add(held.position.possible);
      for (const claims::Possible& one : held.position.possible) {
        for (const Stance* stance : one.stances) add_in_force(claim, *stance);
      }
    }
    claim.answer.reliability = reliability.take();
  }

  static void add_in_force(SiteClaim& claim, const Stance& stance) {
    const std::string id = stance.id();
    for (auto at = claim.quotes.lower_bound({id, 0});
         at != claim.quotes.end() && at->first.first == id; ++at)
      claim.answer.quotes.insert(*at);
    if (const auto found = claim.approved_by.find(id); found != claim.approved_by.end())
      claim.answer.approved_by.insert(*found);
  }

  void remember(const std::string& id, ClaimFacts&& facts) {
    for (const SiteCell& cell : facts.row.cells) {
      by_holder_[cell.holder].insert(id);
      with_positions_.insert(cell.holder);
    }
    for (const SiteMove& move : facts.moves) by_holder_[move.holder].insert(id);
    for (const auto& [who, said] : facts.said) by_holder_[who].insert(id);
    for (const auto& [source, resting] : facts.resting) by_source_[source].insert(id);
    facts_.emplace(id, std::move(facts));
  }

  void holders() {
    std::vector<std::string> ids;
    for (const auto& [id, actor] : frame_.actors) {
      ids.push_back(id);
      SiteHolder holder;
      holder.actor = actor;
      RecordTimes::Place last = times_.changed(claims::actor_path(id));
      for (const std::string& claim : by_holder_[id]) {
        const ClaimFacts& facts = facts_.at(claim);
        last = std::min(last, facts.last);
        SiteRow row{claim, facts.row.text, facts.row.last_move, {}};
        for (const SiteCell& cell : facts.row.cells) {
          if (cell.holder == id) row.cells.push_back(cell);
        }
        if (!row.cells.empty()) holder.rows.push_back(std::move(row));
        for (const SiteMove& move : facts.moves) {
          if (move.holder == id && claims::is_move(move.change)) holder.moves.push_back(move);
        }
        if (const auto said = facts.said.find(id); said != facts.said.end())
          holder.said.insert(holder.said.end(), said->second.begin(), said->second.end());
      }
      sort_moves(holder.moves);
      holder.last = times_.commit(last);
      folder_.write(html::holder_page(id), html::holder_page_of(frame_, holder));
    }
    folder_.write("holders/index.html", html::holders_page(frame_, ids));
  }

  void sources() {
    Evidence evidence([&](const std::string& path) { return view_.read(path); });
    std::vector<std::string> ids;
    for (const auto& [id, source] : frame_.sources) {
      ids.push_back(id);
      SiteSource page;
      page.source = source;
      RecordTimes::Place last = times_.changed(claims::source_path(id));
      const Evidence::Captures* captures =
          frame_.captures == SiteCaptures::none ? nullptr : evidence.captures(id);
      const std::size_t shown = captures == nullptr ? 0 : captures->texts.size() - 1;
      std::vector<claims::ByteRange> quotes;
      for (const std::string& claim : by_source_[id]) {
        const ClaimFacts& facts = facts_.at(claim);
        last = std::min(last, facts.last);
        for (const RestingOn& one : facts.resting.at(id)) {
          page.resting.push_back(one.told);
          if (one.capture == shown) quotes.push_back(one.range);
        }
      }
      if (captures != nullptr && !captures->texts.empty())
        add_passages(page, captures->texts[shown], std::move(quotes), frame_.captures);
      page.last = times_.commit(last);
      for (const std::string& alias : source.aliases)
        former_.emplace_back(html::source_page(alias), std::pair(html::source_page(id), id));
      folder_.write(html::source_page(id), html::source_page_of(frame_, page));
    }
    folder_.write("sources/index.html", html::sources_page(frame_, ids));
  }

  // Pages at the ids that records had before, where no record has them now.
  void former_ids() {
    for (const auto& [former, actor] : view_.former_actors()) {
      if (frame_.actors.contains(actor))
        former_.emplace_back(html::holder_page(former), std::pair(html::holder_page(actor), actor));
    }
    for (const auto& [path, now] : former_) {
      const std::string_view id =
          std::string_view(path).substr(path.find('/') + 1, path.rfind('/') - path.find('/') - 1);
      if (!claims::id_problem(id).empty() || folder_.has(path)) continue;
      folder_.write(path, html::moved_page(frame_, path, now.first, now.second));
    }
  }

  std::string head() const {
    constexpr std::string_view kCaptures[] = {"none", "excerpts", "full"};
    const auto member = [](std::string_view name, const std::string& value) {
      return ",\"" + std::string(name) +
             "\":" + (value.empty() ? "null" : claims::json::string(value));
    };
    return member("title", frame_.title) + member("url", frame_.url) +
           member("on", claims::to_string(frame_.day)) + member("known_at", frame_.known_at) +
           member("revision", frame_.commit.id) +
           member("query", filter_.any() ? filter_.text() : "") +
           member("captures", std::string(kCaptures[static_cast<int>(frame_.captures)]));
  }

  Session& session_;
  const View& view_;
  const Filter& filter_;
  SiteFrame& frame_;
  SiteFolder& folder_;
  RecordTimes times_;
  Approvals approvals_;
  QuoteLookup lookup_;
  DueAnswer due_answer_;
  DueFinder due_;
  std::map<std::string, ClaimFacts> facts_;
  std::map<std::string, std::set<std::string>> by_holder_, by_source_;
  std::set<std::string> with_positions_;
  std::size_t unread_ = 0;
  std::vector<std::pair<std::string, std::pair<std::string, std::string>>> former_;
};

}  // namespace

SiteWritten make_site(Session& session, const View& view, const Filter& filter, SiteFrame& frame,
                      const std::filesystem::path& folder, const std::string& shown) {
  frame.words = view.vocabulary();
  frame.commit = {view.commit(), claims::utc_day(view.committed_at())};
  SiteFolder to(folder, shown);
  return SiteMaker(session, view, filter, frame, to).make();
}

}  // namespace aver::cli
