// SPDX-License-Identifier: MIT
//
// Puts events in the order of what they knew, and reads off it what holds.
#include "claims/review/review_state.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <queue>
#include <tuple>
#include <utility>

#include "claims/records/records.h"
#include "claims/text/fold.h"
#include "claims/text/lines.h"

namespace aver::claims::reviews {
namespace {

constexpr std::size_t kBits = 64;

bool has_bit(const std::vector<std::uint64_t>& bits, std::size_t at) {
  return (bits[at / kBits] >> (at % kBits) & 1u) != 0;
}

Standing nothing(std::string why) { return {Weight::nothing, std::move(why)}; }

Standing untold(std::string why) { return {Weight::untold, std::move(why)}; }

Standing of_signer(const GivenEvent& given, const Person& by, const People& people) {
  const bool own =
      std::any_of(given.signers.begin(), given.signers.end(), [&](const std::string& one) {
        return people.same_voice(by, Person{"", person(one).email});
      });
  if (own) return {};
  return nothing("was signed by " +
                 (given.signers.empty() ? "nobody that is known" : listed(given.signers)));
}

Standing of_committer(const GivenEvent& given, const Person& by, const People& people) {
  if (given.author.empty() || given.committer.empty())
    return untold("the commit that brought it is not here");
  for (const std::string* who : {&given.author, &given.committer}) {
    if (!people.same_voice(by, person(*who))) return nothing("was committed by " + *who);
  }
  return {};
}

// The first of those who said something last, and whom no other of them knew, by digest.
std::vector<Said> last_said(const KnownEvents& known, const std::vector<std::size_t>& events,
                            std::optional<std::string> Event::*member) {
  std::vector<Said> said;
  for (const std::size_t at : known.latest(events)) {
    const std::string& text = *(known.events()[at].event.*member);
    const bool again =
        std::any_of(said.begin(), said.end(), [&](const Said& one) { return one.text == text; });
    if (!again) said.push_back({at, text});
  }
  return said;
}

class Threads {
 public:
  Threads(const KnownEvents& known, const std::vector<Standing>& standings,
          const MaySettle& may_settle)
      : known_(known), standings_(standings), may_settle_(may_settle) {}

  std::vector<Thread> run() {
    for (const std::size_t at : known_.order()) begin(at);
    for (const std::size_t at : known_.order()) answer(at);
    for (std::size_t i = 0; i < threads_.size(); ++i) settle(threads_[i], settlements_[i]);
    return std::move(threads_);
  }

 private:
  struct Settlement {
    std::size_t event;
    std::string by;
  };

  void begin(std::size_t at) {
    const GivenEvent& given = known_.events()[at];
    for (std::size_t i = 0; i < given.event.comments.size(); ++i) {
      by_comment_[{at, i + 1}] = threads_.size();
      threads_.push_back({.id = given.digest.substr(0, kShortDigest) + "." + std::to_string(i + 1),
                          .event = at,
                          .number = i + 1,
                          .counts = standings_[at].counts()});
      settlements_.emplace_back();
    }
  }

  void answer(std::size_t at) {
    const Event& event = known_.events()[at].event;
    for (const Reply& reply : event.replies) {
      if (const auto to = find(reply.to))
        threads_[*to].replies.push_back({at, reply.body, standings_[at].counts()});
    }
    if (!standings_[at].counts()) return;
    if (may_settle_ && !may_settle_(at)) return;
    for (const Settled& settled : event.settled) {
      if (const auto to = find(settled.thread)) settlements_[*to].push_back({at, settled.by});
    }
  }

  std::optional<std::size_t> find(std::string_view comment) const {
    const std::size_t dot = comment.find('.');
    const auto event = known_.find(comment.substr(0, dot));
    if (!event || dot == comment.npos) return std::nullopt;
    std::size_t number = 0;
    for (const char c : comment.substr(dot + 1))
      number = number * 10 + static_cast<unsigned>(c - '0');
    const auto found = by_comment_.find({*event, number});
    if (found == by_comment_.end()) return std::nullopt;
    return found->second;
  }

  // Settled is what nobody took up again, and where nobody spoke who did not know that it was. What
  // is not known to count may have been said.
  void settle(Thread& thread, const std::vector<Settlement>& all) const {
    std::vector<std::size_t> events;
    for (const Settlement& one : all) events.push_back(one.event);
    const std::vector<std::size_t> last = known_.latest(events);
    if (last.empty()) return;
    for (const Settlement& one : all) {
      if (std::find(last.begin(), last.end(), one.event) == last.end()) continue;
      if (one.by == "open") return;
      thread.how = one.by;
      thread.settled_by = one.event;
    }
    thread.open =
        std::any_of(thread.replies.begin(), thread.replies.end(), [&](const ThreadReply& reply) {
          if (standings_[reply.event].weight == Weight::nothing) return false;
          return std::none_of(last.begin(), last.end(), [&](std::size_t settled) {
            return settled == reply.event || known_.knows(settled, reply.event) ||
                   known_.knows(reply.event, settled);
          });
        });
    if (thread.open) {
      thread.how.clear();
      thread.settled_by.reset();
    }
  }

  const KnownEvents& known_;
  const std::vector<Standing>& standings_;
  const MaySettle& may_settle_;
  std::vector<Thread> threads_;
  std::vector<std::vector<Settlement>> settlements_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> by_comment_;
};

}  // namespace

std::vector<GivenEvent> events_of(std::vector<GivenReview> reviews) {
  sort_by_time(reviews);
  std::vector<GivenEvent> events;
  for (const GivenReview& given : reviews) {
    GivenEvent& made = events.emplace_back();
    made.digest = given.digest;
    made.old_form = true;
    made.author = made.committer = given.committed_by;
    made.event.kind = Kind::review;
    made.event.word = to_string(Kind::review);
    made.event.by = given.review.by;
    made.event.at = given.review.at ? claims::to_string(*given.review.at) : "";
    made.event.verdict = given.review.verdict;
    made.event.body = given.review.body;
    for (const Reviewed& on : given.review.on)
      made.event.on.push_back({.path = on.record, .blob = on.blob});
    if (events.size() > 1) made.event.after = {events[events.size() - 2].digest};
  }
  return events;
}

Standing standing_of(const GivenEvent& given, const Whereabouts& where, Signing signing,
                     const People& people) {
  const Event& event = given.event;
  if (given.altered) return nothing("was altered: its name does not fit what is in it");
  if (!given.unreadable.empty()) return nothing("cannot be read: " + given.unreadable);
  if (!given.old_form) {
    if (event.store != where.store) return nothing("is of another store");
    if (std::find(where.proposals.begin(), where.proposals.end(), event.proposal) ==
        where.proposals.end())
      return nothing("is of another proposal");
  }
  const Person by = person(event.by);
  if (by.email.empty() && !given.old_form) return nothing("names nobody");
  switch (given.signature) {
    case SignatureFound::good:
      return of_signer(given, by, people);
    case SignatureFound::expired:
      return nothing("was signed by a key that had expired");
    case SignatureFound::unknown:
      return nothing("was signed by a key that is not known");
    case SignatureFound::revoked:
      return nothing("was signed by a key that was taken back");
    case SignatureFound::bad:
      return nothing("has a signature that does not fit");
    case SignatureFound::unchecked:
      return untold("its signature cannot be checked here");
    case SignatureFound::none:
      break;
  }
  if (signing != Signing::none) return nothing("is not signed");
  return of_committer(given, by, people);
}

KnownEvents::KnownEvents(std::vector<GivenEvent> events) : events_(std::move(events)) {
  std::sort(events_.begin(), events_.end(),
            [](const GivenEvent& a, const GivenEvent& b) { return a.digest < b.digest; });
  events_.erase(
      std::unique(events_.begin(), events_.end(),
                  [](const GivenEvent& a, const GivenEvent& b) { return a.digest == b.digest; }),
      events_.end());
  known_.resize(events_.size());
  absent_.resize(events_.size());
  for (std::size_t i = 0; i < events_.size(); ++i) {
    for (const std::string& digest : events_[i].event.after) {
      if (const auto found = find(digest)) {
        if (*found != i) known_[i].push_back(*found);
      } else {
        absent_[i].push_back(digest);
      }
    }
  }
  know_old_form();
  sort_out();
}

// There were no events when reviews had the old form: whoever writes an event has seen them. They
// form a line, so that it is enough to know the last of them.
void KnownEvents::know_old_form() {
  std::vector<bool> is_known(size(), false);
  for (std::size_t i = 0; i < size(); ++i) {
    if (!events_[i].old_form) continue;
    for (const std::size_t earlier : known_[i]) is_known[earlier] = true;
  }
  for (std::size_t last = 0; last < size(); ++last) {
    if (!events_[last].old_form || is_known[last]) continue;
    for (std::size_t i = 0; i < size(); ++i) {
      if (!events_[i].old_form) known_[i].push_back(last);
    }
  }
}

std::optional<std::size_t> KnownEvents::find(std::string_view digest) const {
  if (digest.size() < kShortDigest) return std::nullopt;
  const auto first = std::lower_bound(
      events_.begin(), events_.end(), digest,
      [](const GivenEvent& event, std::string_view wanted) { return event.digest < wanted; });
  if (first == events_.end() || !first->digest.starts_with(digest)) return std::nullopt;
  const auto next = first + 1;
  if (next != events_.end() && next->digest.starts_with(digest)) return std::nullopt;
  return static_cast<std::size_t>(first - events_.begin());
}

// What is in a circle, or behind one, knows nothing: digests cannot be made that way, unless
// somebody tried for it.
void KnownEvents::sort_out() {
  ancestors_.assign(size(), std::vector<std::uint64_t>((size() + kBits - 1) / kBits, 0));
  std::vector<std::size_t> waiting(size());
  std::vector<std::vector<std::size_t>> knowing(size());
  for (std::size_t i = 0; i < size(); ++i) {
    waiting[i] = known_[i].size();
    for (const std::size_t earlier : known_[i]) knowing[earlier].push_back(i);
  }
  using Next = std::tuple<std::string_view, std::size_t>;
  std::priority_queue<Next, std::vector<Next>, std::greater<>> ready;
  for (std::size_t i = 0; i < size(); ++i) {
    if (waiting[i] == 0) ready.emplace(events_[i].event.at, i);
  }
  while (!ready.empty()) {
    const std::size_t at = std::get<1>(ready.top());
    ready.pop();
    order_.push_back(at);
    for (const std::size_t earlier : known_[at]) {
      ancestors_[at][earlier / kBits] |= std::uint64_t{1} << (earlier % kBits);
      for (std::size_t i = 0; i < ancestors_[at].size(); ++i)
        ancestors_[at][i] |= ancestors_[earlier][i];
    }
    for (const std::size_t later : knowing[at]) {
      if (--waiting[later] == 0) ready.emplace(events_[later].event.at, later);
    }
  }
  for (std::size_t i = 0; i < size(); ++i) {
    if (waiting[i] > 0) order_.push_back(i);
  }
}

bool KnownEvents::knows(std::size_t later, std::size_t earlier) const {
  return has_bit(ancestors_[later], earlier);
}

std::vector<std::size_t> KnownEvents::latest(const std::vector<std::size_t>& some) const {
  std::vector<std::size_t> last;
  for (const std::size_t one : some) {
    const bool known =
        std::any_of(some.begin(), some.end(), [&](std::size_t other) { return knows(other, one); });
    if (!known && std::find(last.begin(), last.end(), one) == last.end()) last.push_back(one);
  }
  std::sort(last.begin(), last.end());
  return last;
}

std::vector<std::string> KnownEvents::heads() const {
  std::vector<bool> is_known(size(), false);
  for (const std::vector<std::size_t>& earlier : known_) {
    for (const std::size_t one : earlier) is_known[one] = true;
  }
  std::vector<std::string> digests;
  for (std::size_t i = 0; i < size(); ++i) {
    if (!is_known[i] && !events_[i].old_form) digests.push_back(events_[i].digest);
  }
  return digests;
}

ProposalState state_of(const KnownEvents& known, const std::vector<Standing>& standings,
                       const MaySettle& may_settle) {
  ProposalState state;
  std::vector<std::size_t> titles;
  std::vector<std::size_t> bodies;
  std::vector<std::size_t> endings;
  std::map<std::string, std::vector<std::size_t>> asking;  // by address
  std::set<std::pair<std::string, std::size_t>> added;
  for (const std::size_t at : known.order()) {
    if (!standings[at].counts()) {
      if (standings[at].weight == Weight::nothing) state.nothing.push_back(at);
      continue;
    }
    const Event& event = known.events()[at].event;
    const bool opens = event.kind == Kind::open;
    if (opens && state.into.empty())
      std::tie(state.into, state.on_top_of) = std::tie(event.into, event.on_top_of);
    if (opens || event.kind == Kind::edit) {
      if (event.title) titles.push_back(at);
      if (event.body) bodies.push_back(at);
    }
    for (const std::vector<std::string>* list : {&event.asked, &event.ask}) {
      for (const std::string& one : *list) {
        asking[lower_case(one)].push_back(at);
        added.insert({lower_case(one), at});
      }
    }
    for (const std::string& one : event.unask) asking[lower_case(one)].push_back(at);
    if (event.kind == Kind::round) state.rounds.push_back(at);
    if (event.kind == Kind::accept) state.accepts.push_back(at);
    if (event.kind == Kind::withdraw || event.kind == Kind::reopen) endings.push_back(at);
  }
  state.titles = last_said(known, titles, &Event::title);
  state.bodies = last_said(known, bodies, &Event::body);
  for (const auto& [address, events] : asking) {
    const std::vector<std::size_t> last = known.latest(events);
    if (std::any_of(last.begin(), last.end(), [&, &who = address](std::size_t at) {
          return added.count({who, at}) > 0;
        })) {
      state.asked.insert(address);
    }
  }
  for (const std::size_t at : known.latest(endings)) {
    if (known.events()[at].event.kind == Kind::withdraw) state.withdrawn.push_back(at);
  }
  state.threads = Threads(known, standings, may_settle).run();
  return state;
}

}  // namespace aver::claims::reviews
