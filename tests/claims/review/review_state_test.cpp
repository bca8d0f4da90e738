// SPDX-License-Identifier: MIT
//
// Whose an event is, what it knew, and what the events of a proposal amount to.
#include "claims/review/review_state.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "tests/claims/review/events.h"

namespace {

using namespace aver::claims;
using namespace aver::claims::reviews;
using namespace aver::tests;

std::string why(const GivenEvent& given, Signing signing = Signing::none,
                const People& people = {}) {
  const Standing standing = standing_of(given, kHere, signing, people);
  const std::string weight = standing.weight == Weight::counts   ? "counts"
                             : standing.weight == Weight::untold ? "untold"
                                                                 : "nothing";
  return weight + (standing.why.empty() ? "" : ": " + standing.why);
}

ProposalState state(const std::vector<GivenEvent>& events) {
  const KnownEvents known(events);
  std::vector<Standing> standings;
  for (const GivenEvent& one : known.events())
    standings.push_back(standing_of(one, kHere, Signing::none, {}));
  return state_of(known, standings);
}

}  // namespace

TEST_CASE("an event without a signature is the word of who committed it") {
  GivenEvent word = given('a', kBenBow);
  CHECK(why(word) == "counts");
  word.committer = kDanDale;
  CHECK(why(word) == "nothing: was committed by Dan Dale <dan@example.org>");
  word.committer = kBenBow;
  word.author = kDanDale;
  CHECK(why(word) == "nothing: was committed by Dan Dale <dan@example.org>");
  word.author.clear();
  CHECK(why(word) == "untold: the commit that brought it is not here");
  CHECK(why(given('a', kBenBow), Signing::reviews) == "nothing: is not signed");
  CHECK(why(given('a', "Ben Bow")) == "nothing: names nobody");
}

TEST_CASE("a signed event is the word of whose key signed it, whoever committed it") {
  GivenEvent word = given('a', kBenBow);
  word.author = word.committer = kDanDale;
  word.signature = SignatureFound::good;
  word.signers = {"ben@example.org"};
  CHECK(why(word, Signing::reviews) == "counts");
  word.signers = {"ann@example.org"};
  CHECK(why(word) == "nothing: was signed by ann@example.org");
  // Whoever has a signature that is worth nothing gains nothing by who committed it.
  word.author = word.committer = kBenBow;
  const std::vector<std::pair<SignatureFound, std::string>> others = {
      {SignatureFound::expired, "nothing: was signed by a key that had expired"},
      {SignatureFound::unknown, "nothing: was signed by a key that is not known"},
      {SignatureFound::revoked, "nothing: was signed by a key that was taken back"},
      {SignatureFound::bad, "nothing: has a signature that does not fit"},
      {SignatureFound::unchecked, "untold: its signature cannot be checked here"}};
  for (const auto& [found, told] : others) {
    word.signature = found;
    CHECK(why(word) == told);
  }
}

TEST_CASE("an event of another store or proposal, or one that was altered, counts for nothing") {
  GivenEvent word = given('a', kBenBow);
  word.event.store = std::string(40, '9');
  CHECK(why(word) == "nothing: is of another store");
  word = given('a', kBenBow);
  word.event.proposal = "other-k7f3q2m1";
  CHECK(why(word) == "nothing: is of another proposal");
  word = given('a', kBenBow);
  word.altered = true;
  CHECK(why(word) == "nothing: was altered: its name does not fit what is in it");
}

TEST_CASE("aver.toml says who is one person, and .mailmap only takes away") {
  const People none;
  const Person ann = person("Ann <ann@x.org>");
  const Person web = person("Ann <123+ann@web.org>");
  const Person ben = person("Ben <ben@x.org>");
  CHECK_FALSE(none.same_voice(ann, web));
  CHECK(none.twins(ann, web));
  CHECK_FALSE(none.twins(ann, ben));
  const People told({{"Ann", {"ann@x.org", "123+ann@web.org"}}});
  CHECK(told.same_voice(ann, web));
  CHECK(told.same_body(ann, web));
  CHECK_FALSE(told.twins(ann, web));
  const People two({{"Ann", {"ann@x.org"}}, {"Ann", {"123+ann@web.org"}}});
  CHECK_FALSE(two.same_body(ann, web));
  CHECK_FALSE(two.twins(ann, web));
  const People mapped({}, "# who is who\nBen <ben@x.org> <ANN@x.org>\nAnn <ann@x.org>\n<\n");
  CHECK(mapped.same_body(ann, ben));
  CHECK_FALSE(mapped.same_voice(ann, ben));
  CHECK_FALSE(mapped.same_body(ann, web));
  // Two people of one desk are told apart where both are named, and not else.
  const Person ann_desk = person("Ann <desk@x.org>");
  const Person ben_desk = person("Ben <desk@x.org>");
  const People desk({}, "Ann <ann@x.org> Ann <desk@x.org>\nBen <ben@x.org> Ben <desk@x.org>\n");
  CHECK(none.same_body(ann_desk, ben_desk));
  CHECK_FALSE(desk.same_body(ann_desk, ben_desk));
  CHECK(desk.same_body(ann_desk, ann));
  CHECK(desk.same_body(person("Anne <desk@x.org>"), ann_desk));
}

TEST_CASE("events stand in the order of what they knew, whatever their clocks say") {
  GivenEvent first = given('a', kAnnArcher, {}, Kind::open);
  GivenEvent second = given('b', kBenBow, {'a'});
  second.event.at = "1999-01-01T00:00:00Z";
  GivenEvent third = given('c', kBenBow, {'b'});
  const KnownEvents known({third, first, second, first});
  CHECK(known.size() == 3);
  CHECK(known.order() == std::vector<std::size_t>{0, 1, 2});
  CHECK(known.knows(2, 0));
  CHECK_FALSE(known.knows(0, 2));
  CHECK_FALSE(known.knows(1, 1));
  CHECK(known.latest({0, 1, 2}) == std::vector<std::size_t>{2});
  CHECK(known.heads() == std::vector<std::string>{digest('c')});
  CHECK(known.find(digest('b').substr(0, 12)) == 1u);
  CHECK_FALSE(known.find("b"));
  CHECK(KnownEvents({second}).absent(0) == std::vector<std::string>{digest('a')});
}

TEST_CASE("a digest that two events begin with names neither of them") {
  GivenEvent other = given('b', kDanDale);
  other.digest = std::string(20, 'a') + std::string(44, '0');
  const KnownEvents known({given('a', kBenBow), other, given('c', kBenBow, {'a'})});
  CHECK_FALSE(known.find(std::string(12, 'a')));
  CHECK(known.find(digest('a')));
}

TEST_CASE("of two titles given at once both are told, and all show the same") {
  GivenEvent open = given('f', kAnnArcher, {}, Kind::open);
  open.event.title = "First";
  open.event.into = "main";
  open.event.asked = {"ben@example.org", "cat@example.org"};
  GivenEvent ann = given('b', kAnnArcher, {'f'}, Kind::edit);
  ann.event.title = "By Ann";
  ann.event.unask = {"ben@example.org"};
  GivenEvent ben = given('a', kBenBow, {'f'}, Kind::edit);
  ben.event.title = "By Ben";
  ben.event.ask = {"BEN@example.org"};
  CHECK(state({open, ann}).title() == "By Ann");
  CHECK(state({open, ann}).asked == std::set<std::string>{"cat@example.org"});
  const ProposalState both = state({ann, ben, open});
  CHECK(both.title() == "By Ben");
  CHECK(both.titles.size() == 2);
  CHECK(both.into == "main");
  // Asked anew by somebody who did not know that he was let off.
  CHECK(both.asked.count("ben@example.org") == 1);
}

TEST_CASE("a proposal is withdrawn until somebody who knows that reopens it") {
  const GivenEvent open = given('a', kAnnArcher, {}, Kind::open);
  const GivenEvent withdraw = given('b', kAnnArcher, {'a'}, Kind::withdraw);
  CHECK(state({open, withdraw}).ended());
  CHECK_FALSE(state({open, withdraw, given('c', kBenBow, {'b'}, Kind::reopen)}).ended());
  CHECK(state({open, withdraw, given('c', kBenBow, {'a'}, Kind::reopen)}).ended());
  GivenEvent forged = withdraw;
  forged.committer = kDanDale;
  CHECK_FALSE(state({open, forged}).ended());
  CHECK(state({open, forged}).nothing.size() == 1);
}

TEST_CASE("a thread is settled until somebody speaks who did not know that") {
  GivenEvent asks = given('a', kBenBow);
  asks.event.comments = {{.body = "Is it so?", .open = true}};
  GivenEvent answers = given('b', kAnnArcher, {'a'});
  answers.event.replies = {{digest('a').substr(0, 12) + ".1", "Yes.", {}}};
  GivenEvent settles = given('c', kAnnArcher, {'b'});
  settles.event.settled = {{digest('a').substr(0, 12) + ".1", "answered", {}}};
  const ProposalState done = state({asks, answers, settles});
  REQUIRE(done.threads.size() == 1);
  CHECK_FALSE(done.threads[0].open);
  CHECK(done.threads[0].how == "answered");
  CHECK(done.threads[0].replies.size() == 1);
  CHECK(state({asks, answers}).threads[0].open);
  // Ben speaks at the same time, later than that, or without anybody's trust.
  GivenEvent speaks = given('d', kBenBow, {'b'});
  speaks.event.replies = {{digest('a').substr(0, 12) + ".1", "Where?", {}}};
  CHECK(state({asks, answers, settles, speaks}).threads[0].open);
  GivenEvent later = speaks;
  later.event.after = {digest('c')};
  CHECK_FALSE(state({asks, answers, settles, later}).threads[0].open);
  GivenEvent forged = speaks;
  forged.author = kDanDale;
  CHECK_FALSE(state({asks, answers, settles, forged}).threads[0].open);
  CHECK_FALSE(state({asks, answers, settles, forged}).threads[0].replies[1].counts);
  GivenEvent again = given('e', kBenBow, {'c'});
  again.event.settled = {{digest('a').substr(0, 12) + ".1", "open", {}}};
  CHECK(state({asks, answers, settles, again}).threads[0].open);
  // An answer to nothing is no thread.
  GivenEvent stray = given('f', kBenBow);
  stray.event.replies = {{digest('9').substr(0, 12) + ".1", "?", {}}, {"aaaaaaaaaaaa.7", "?", {}}};
  CHECK(state({asks, stray}).threads[0].replies.empty());
}

TEST_CASE("reviews of the old form are unsigned words in the order of their commits") {
  GivenReview one;
  one.review.by = kBenBow;
  one.review.verdict = "request-changes";
  one.review.on = {{"claims/x/claim.toml", std::string(40, 'a'), {}}};
  one.committed_by = kBenBow;
  one.committed = 2;
  GivenReview two = one;
  two.review.verdict = "approve";
  two.committed = 1;
  one.digest = digest('a');
  two.digest = digest('b');
  const std::vector<GivenEvent> events = events_of({one, two});
  const KnownEvents known(events);
  CHECK(known.knows(0, 1));
  CHECK(why(events[0]) == "counts");
  CHECK(why(events[0], Signing::reviews) == "nothing: is not signed");
}

TEST_CASE("the same events give the same answer in any order") {
  CHECK(rc::check("union", [] {
    std::vector<GivenEvent> events = any_events();
    const auto show = [](const std::vector<GivenEvent>& some) {
      const KnownEvents known(some);
      std::string all;
      for (const std::size_t at : known.order()) all += known.events()[at].digest.substr(0, 12);
      const ProposalState made = state(some);
      all += made.title() + std::to_string(made.withdrawn.size());
      for (const Thread& thread : made.threads) all += thread.id + (thread.open ? "o" : "s");
      for (const std::string& one : made.asked) all += one;
      return all;
    };
    const std::string before = show(events);
    std::vector<GivenEvent> twice = events;
    twice.insert(twice.end(), events.begin(), events.end());
    for (std::size_t i = twice.size(); i > 1; --i)
      std::swap(twice[i - 1], twice[*rc::gen::inRange<std::size_t>(0, i)]);
    RC_ASSERT(show(twice) == before);
  }));
}
