// SPDX-License-Identifier: MIT
//
// Whose words count for which contents, and what no forged or moved word, no clock and no missing
// knowledge can do to that.
#include "claims/review/event_judge.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <functional>
#include <set>

#include "claims/review/rests.h"
#include "tests/claims/review/events.h"

namespace {

using namespace aver::claims;
using namespace aver::claims::reviews;
using namespace aver::tests;

ProposedFile judged(char blob = '1', char rests = '2') {
  return {.path = kRecord,
          .blob = std::string(40, blob),
          .authors = {kAnnArcher},
          .rests = std::string(64, rests)};
}

const ReviewPolicy kOne = {.approvals = 1};

FileVerdict answer_for(const ProposedFile& file, const std::vector<GivenEvent>& events,
                       const ReviewPolicy& policy = kOne, const People& people = {},
                       const ReviewsHere& reach = {}) {
  return judge({file}, {}, KnownEvents(events), kHere, policy, people, reach).files[0];
}

// "approved", or what is missing.
std::string verdict(const std::vector<GivenEvent>& events, const ReviewPolicy& policy = kOne,
                    const People& people = {}, const ProposedFile& file = judged()) {
  const FileVerdict answer = answer_for(file, events, policy, people);
  std::string all;
  for (const std::string& one : answer.untold) all += (all.empty() ? "untold: " : "; ") + one;
  if (!all.empty()) return all;
  for (const Request& one : answer.requests)
    all += (all.empty() ? "" : "; ") + one.by + " asks for a change";
  for (const std::string& one : answer.missing) all += (all.empty() ? "" : "; ") + one;
  return all.empty() ? "approved" : all;
}

const std::string kNone = "needs 1 approval, and has none";

std::string remark(const GivenEvent& event, const ReviewPolicy& policy = kOne) {
  const Verdict answer = judge({judged()}, {}, KnownEvents({event}), kHere, policy, {});
  CHECK(answer.outcome() == Outcome::refused);
  return answer.remarks.empty() ? "" : answer.remarks[0].sentence;
}

}  // namespace

TEST_CASE("an event approves a file with these contents, on top of these values") {
  const GivenEvent approval = word('b', kBenBow, "approve");
  CHECK(verdict({approval}) == "approved");
  CHECK(verdict({}) == kNone);
  CHECK(verdict({approval}, kOne, {}, judged('3', '2')) ==
        kNone + " (it was changed since it was approved)");
  CHECK(verdict({approval}, kOne, {}, judged('1', '3')) ==
        kNone + " (what it rests on was changed since it was approved)");
  CHECK(verdict({word('a', kAnnArcher, "approve")}) ==
        kNone + " (that of who recorded it does not count)");
  CHECK(verdict({word('a', kAnnArcher, "approve")}, {.approvals = 1, .own = true}) == "approved");
  CHECK(answer_for(judged(), {approval}).approvals[0].digest == digest('b'));
  CHECK(judge({judged()}, {}, KnownEvents({approval}), kHere, kOne, {}).counted() ==
        std::vector<std::string>{digest('b')});
}

TEST_CASE("each forged or moved word counts for nothing, and is told") {
  const GivenEvent sound = word('b', kBenBow, "approve");
  const std::string what = "the approval by Ben Bow <ben@example.org> ";
  const std::string end = ": it does not count";
  // By Dan, who has set only the author.
  GivenEvent forged = sound;
  forged.committer = kDanDale;
  CHECK(remark(forged) == what + "was committed by " + kDanDale + end);
  // Written by Dan, and amended so that only the committer is Ben's.
  forged = sound;
  forged.author = kDanDale;
  CHECK(remark(forged) == what + "was committed by " + kDanDale + end);
  // Both are forged; where reviews are signed that is of no use.
  CHECK(remark(sound, {.approvals = 1, .signing = Signing::reviews}) ==
        what + "is not signed" + end);
  // Signed by Ann with her own key, as Ben.
  forged = sound;
  forged.signature = SignatureFound::good;
  forged.signers = {"ann@example.org"};
  CHECK(remark(forged) == what + "was signed by ann@example.org" + end);
  // Another's word, signed as it was, under another name, store, proposal, or changed.
  forged = sound;
  forged.event.store = std::string(40, '4');
  CHECK(remark(forged) == what + "is of another store" + end);
  forged = sound;
  forged.event.proposal = "dorn-00000000";
  CHECK(remark(forged) == what + "is of another proposal" + end);
  forged = sound;
  forged.altered = true;
  CHECK(remark(forged) == what + "was altered: its name does not fit what is in it" + end);
  forged = sound;
  forged.event.by = "Ben Bow <dan@example.org>";
  CHECK(remark(forged) ==
        "the approval by Ben Bow <dan@example.org> was committed by " + kBenBow + end);
}

TEST_CASE("one's own record is not approved under another name or address") {
  const std::string web = "Ann Archer <123+ann@web.org>";
  const GivenEvent approval = word('b', web, "approve");
  CHECK(verdict({approval}) ==
        kNone +
            " (Ann Archer <123+ann@web.org> may be who recorded it, under another address: say "
            "in aver.toml who they are)");
  CHECK(verdict({approval}, kOne, People({{"A", {"ann@example.org", "123+ann@web.org"}}})) ==
        kNone + " (that of who recorded it does not count)");
  CHECK(verdict({approval}, kOne,
                People({{"A", {"ann@example.org"}}, {"A", {"123+ann@web.org"}}})) == "approved");
  CHECK(verdict({word('b', kBenBow, "approve")}, kOne,
                People({}, "<ann@example.org> <ben@example.org>\n")) ==
        kNone + " (that of who recorded it does not count)");
  // Two addresses of one person are one approval.
  const ReviewPolicy two = {.approvals = 2};
  const std::vector<GivenEvent> both = {word('b', kBenBow, "approve"),
                                        word('c', kCatCole, "approve")};
  CHECK(verdict(both, two) == "approved");
  CHECK(verdict(both, two, People({}, "<cat@example.org> <ben@example.org>\n")) ==
        "needs 2 approvals, and has 1");
}

TEST_CASE("who commits with another address that aver.toml knows has their own voice") {
  GivenEvent approval = word('b', kBenBow, "approve");
  approval.author = approval.committer = "Ben <ben@web.org>";
  CHECK(verdict({approval}) == kNone);
  CHECK(verdict({approval}, kOne, People({{"Ben", {"ben@example.org", "ben@web.org"}}})) ==
        "approved");
  // .mailmap gives no rights.
  CHECK(verdict({approval}, kOne, People({}, "<ben@example.org> <ben@web.org>\n")) == kNone);
}

TEST_CASE("one person's words stand in the order of what they knew; of two at once the stricter") {
  const GivenEvent request = word('a', kBenBow, "request-changes");
  const GivenEvent knowing = word('b', kBenBow, "approve", {'a'});
  GivenEvent unknowing = word('b', kBenBow, "approve");
  unknowing.event.at = "2030-01-01T00:00:00Z";
  CHECK(verdict({request, knowing}) == "approved");
  CHECK(verdict({request, unknowing}) == kBenBow + " asks for a change; " + kNone);
  CHECK(verdict({request, unknowing, word('c', kCatCole, "approve")}) ==
        kBenBow + " asks for a change");
  // What was said is taken back, by who said it.
  CHECK(verdict({knowing, request, word('c', kBenBow, "none", {'b'})}) == kNone);
  CHECK(verdict({request, word('c', kBenBow, "none", {'a'}), word('d', kCatCole, "approve")}) ==
        "approved");
  GivenEvent all = word('c', kBenBow, "none", {'b'});
  all.event.on.clear();
  CHECK(verdict({request, knowing, all}) == kNone);
  // Nobody else's word answers it, not even of whom .mailmap says that they are one.
  const GivenEvent cat = word('c', kCatCole, "approve", {'a'});
  CHECK(verdict({request, cat}, kOne, People({}, "<cat@example.org> <ben@example.org>\n")) ==
        kBenBow + " asks for a change");
}

TEST_CASE("a request is dismissed by somebody else who is no author, for one more approval") {
  const GivenEvent request = word('a', kBenBow, "request-changes");
  GivenEvent dismissal = given('b', kCatCole, {'a'}, Kind::dismiss);
  dismissal.event.dismissed = digest('a').substr(0, 12);
  dismissal.event.reason = "Ben is away";
  CHECK(verdict({request, dismissal}) ==
        "needs 2 approvals, and has none (one more for each request that was dismissed)");
  const std::vector<GivenEvent> enough = {request, dismissal, word('c', kCatCole, "approve"),
                                          word('d', kDanDale, "approve")};
  CHECK(verdict(enough) == "approved");
  const Verdict answer = judge({judged()}, {}, KnownEvents(enough), kHere, kOne, {});
  CHECK(answer.files[0].dismissed[0].reason == "Ben is away");
  CHECK(answer.counted().size() == 3);
  const auto by = [&](const std::string& who) {
    GivenEvent other = dismissal;
    other.event.by = other.author = other.committer = who;
    return verdict({request, other, enough[2], enough[3]});
  };
  const std::string stands = kBenBow + " asks for a change";
  CHECK(by(kAnnArcher) == stands);
  CHECK(by(kBenBow) == stands);
  CHECK(by("Ben Bow <ben@web.org>") == stands);
  dismissal.event.reason.clear();
  CHECK(by(kCatCole) == stands);
  dismissal.event.reason = "x";
  dismissal.committer = kAnnArcher;
  CHECK(verdict({request, dismissal, enough[2], enough[3]}) == stands);
  // A new request stands.
  CHECK(verdict({enough[0], enough[1], enough[2], enough[3],
                 word('e', kBenBow, "request-changes", {'b'})}) == stands);
}

TEST_CASE("whose approval would not count asks, and holds nothing up") {
  const ReviewPolicy policy = {.approvals = 1, .reviewers = {kBenBow}, .never = {"bot@x.org"}};
  const std::vector<GivenEvent> events = {word('b', kBenBow, "approve"),
                                          word('c', kCatCole, "request-changes")};
  CHECK(verdict(events, policy) == "approved");
  CHECK(answer_for(judged(), events, policy).asks[0].by == kCatCole);
  CHECK(verdict({word('c', kCatCole, "approve")}, policy) == kNone);
  CHECK(verdict({word('c', "Bot <bot@x.org>", "approve")},
                {.approvals = 1, .never = {"bot@x.org"}}) == kNone);
  // Whom a proposal names as an author does not lose their objection by it.
  ProposedFile file = judged();
  file.authors.push_back(kBenBow);
  CHECK(verdict({word('b', kBenBow, "request-changes"), word('c', kCatCole, "approve")}, kOne, {},
                file) == kBenBow + " asks for a change");
}

TEST_CASE("rules by topic and by path hold for a file, and for what its records rest on") {
  const ReviewPolicy policy = {.topics = {{"dorn", 2, {kCatCole}}, {"", 1, {}, "actors/"}}};
  CHECK(verdict({}, policy) ==
        "the topic dorn needs the approval of " + kCatCole + "; needs 2 approvals, and has none");
  CHECK(verdict({word('b', kBenBow, "approve"), word('c', kCatCole, "approve")}, policy) ==
        "approved");
  ProposedFile actor{.path = "actors/calda.toml", .blob = std::string(40, '1')};
  CHECK(verdict({}, policy, {}, actor) == kNone);
  actor.resting = {kRecord};
  CHECK(verdict({}, policy, {}, actor) ==
        "the topic dorn needs the approval of " + kCatCole + "; needs 2 approvals, and has none");
  CHECK(verdict({}, policy, {}, {.path = "claims/dornish/x/claim.toml"}) == "approved");
}

TEST_CASE("what the policy is enforced by needs what the strictest rule asks for") {
  const ReviewPolicy policy = {.approvals = 1, .topics = {{"dorn", 2, {kCatCole}}}};
  for (const char* path : {"aver.toml", ".mailmap", "allowed_signers", "keys/allowed_signers",
                           ".gitattributes", ".github/workflows/aver.yml", ".gitlab-ci.yml"}) {
    CAPTURE(path);
    CHECK(is_guarded(path));
    CHECK(verdict({}, policy, {}, {.path = path}).ends_with("needs 2 approvals, and has none"));
    CHECK(verdict({}, {}, {}, {.path = path}) == "approved");
  }
  CHECK_FALSE(is_guarded("claims/x/aver.toml"));
  CHECK(verdict({}, {}, {}, {.path = "reviews/p/2024-11-01-ben-approve.toml"}) ==
        "reviews are only added to, and by reviewing");
}

TEST_CASE("a record without its author's signature needs one approval more") {
  ProposedFile file = judged();
  file.author_unknown = true;
  CHECK(verdict({word('b', kBenBow, "approve")}, kOne, {}, file) ==
        "needs 2 approvals, and has 1 (one more, as who recorded it has not signed it)");
}

TEST_CASE("threads that must be settled hold a file up where the policy says so") {
  const ReviewPolicy policy = {.approvals = 1, .settled = true};
  GivenEvent asks = word('b', kBenBow, "approve");
  asks.event.comments = {{.path = kRecord, .body = "Where?", .open = true}};
  CHECK(verdict({asks}) == "approved");
  CHECK(verdict({asks}, policy) == "the thread bbbbbbbbbbbb.1 must be settled");
  GivenEvent settles = given('c', kAnnArcher, {'b'});
  settles.event.settled = {{"bbbbbbbbbbbb.1", "applied", {}}};
  CHECK(verdict({asks, settles}, policy) == "approved");
  settles.committer = kDanDale;
  CHECK(verdict({asks, settles}, policy) == "the thread bbbbbbbbbbbb.1 must be settled");
  asks.event.comments[0].open = false;
  CHECK(verdict({asks}, policy) == "approved");
}

TEST_CASE("what cannot be told is never approved") {
  const GivenEvent approval = word('b', kBenBow, "approve");
  GivenEvent unchecked = word('c', kCatCole, "request-changes");
  unchecked.signature = SignatureFound::unchecked;
  CHECK(verdict({approval, unchecked}) == "untold: the request for changes by " + kCatCole +
                                              ": its signature cannot be checked here");
  // Somebody knew more than is here.
  CHECK(verdict({word('b', kBenBow, "approve", {'a'})}) ==
        "untold: the event aaaaaaaaaaaa is not here, and others knew it");
  GivenEvent forged = word('d', kDanDale, "approve", {'a'});
  forged.committer = kCatCole;
  CHECK(verdict({approval, forged}) == "approved");
  // The branch is not here.
  const auto far = [&](const ReviewPolicy& policy, bool named) {
    return answer_for(judged(), {}, policy, {}, {.here = false, .named = named}).outcome();
  };
  CHECK(far(kOne, false) == Outcome::untold);
  CHECK(far({}, true) == Outcome::untold);
  CHECK(far({}, false) == Outcome::approved);
}

TEST_CASE("an event is forgotten where as many sign that as the strictest rule asks for") {
  const ReviewPolicy policy = {.approvals = 2};
  const auto forget = [](char letter, const std::string& by) {
    GivenEvent made = given(letter, by, {'a'}, Kind::forget);
    made.event.events = {digest('a')};
    made.event.reason = "libel";
    made.signature = SignatureFound::good;
    made.signers = {person(by).email};
    return made;
  };
  std::vector<GivenEvent> events = {word('a', kBenBow, "request-changes"),
                                    word('b', kBenBow, "approve"), word('c', kCatCole, "approve"),
                                    word('f', kDanDale, "approve"), forget('d', kCatCole)};
  CHECK(verdict(events, policy) == kBenBow + " asks for a change");
  events.push_back(forget('e', kDanDale));
  CHECK(verdict(events, policy) == "approved");
  // The same in a clone that has dropped it.
  events.erase(events.begin());
  CHECK(verdict(events, policy) == "approved");
  events.back().signature = SignatureFound::none;
  CHECK(verdict(events, policy).starts_with("untold"));
}

TEST_CASE("a thousand files are approved one by one, or by their folder") {
  std::vector<ProposedFile> files;
  std::vector<std::pair<std::string, std::string>> rests;
  GivenEvent listing = word('b', kBenBow, "approve");
  listing.event.on.clear();
  for (std::size_t i = 0; i < kMostListed; ++i) {
    ProposedFile file = judged();
    file.path = "claims/un/c" + std::to_string(i) + "/claim.toml";
    listing.event.on.push_back({.path = file.path, .blob = file.blob, .rests = file.rests});
    rests.emplace_back(file.path, file.rests);
    files.push_back(file);
  }
  const auto read_back = [&](GivenEvent event, const std::vector<JudgedFolder>& folders) {
    const DecodedEvent decoded = decode_event(encode(event.event), "x.toml");
    REQUIRE(decoded.event);
    event.event = *decoded.event;
    const Verdict answer = judge(files, folders, KnownEvents({event}), kHere, kOne, {});
    return answer.outcome();
  };
  CHECK(read_back(listing, {}) == Outcome::approved);
  JudgedFolder folder{"claims/un", std::string(40, '6'), std::string(64, '5')};
  GivenEvent whole = word('b', kBenBow, "approve");
  whole.event.on = {{.path = folder.path, .tree = folder.tree, .rests = folder.rests}};
  CHECK(folders_named(KnownEvents({whole})) == std::vector<std::string>{"claims/un"});
  CHECK(read_back(whole, {folder}) == Outcome::approved);
  CHECK(read_back(whole, {}) == Outcome::refused);
  folder.tree = std::string(40, '7');
  CHECK(read_back(whole, {folder}) == Outcome::refused);
  CHECK_FALSE(folder_digest_input(rests).empty());
}

namespace {

// The rules once more, slowly, for one file, one approval, and people who are their addresses.
struct Model {
  const std::vector<GivenEvent>& events;
  int approvals;

  const GivenEvent* find(const std::string& wanted) const {
    for (const GivenEvent& one : events) {
      if (one.digest == wanted) return &one;
    }
    return nullptr;
  }
  bool knows(const GivenEvent& later, const GivenEvent& earlier) const {
    return std::any_of(
        later.event.after.begin(), later.event.after.end(), [&](const std::string& one) {
          const GivenEvent* known = find(one);
          return one == earlier.digest || (known != nullptr && knows(*known, earlier));
        });
  }
  static bool is_sound(const GivenEvent& one) {
    if (one.signature == SignatureFound::good) return one.signers[0] == person(one.event.by).email;
    return one.signature == SignatureFound::none && one.author == one.event.by &&
           one.committer == one.event.by;
  }
  bool is_dismissed(const GivenEvent& request) const {
    return std::any_of(events.begin(), events.end(), [&](const GivenEvent& one) {
      return is_sound(one) && one.event.kind == Kind::dismiss &&
             one.event.dismissed == request.digest && one.event.by != request.event.by &&
             one.event.by != kAnnArcher;
    });
  }
  bool approved() const {
    int have = 0;
    int needed = approvals;
    for (const std::string& who : {kAnnArcher, kBenBow, kCatCole, kDanDale}) {
      bool approves = false;
      bool silent = false;
      for (const GivenEvent& one : events) {
        if (!is_word(one, who)) continue;
        if (std::any_of(events.begin(), events.end(), [&](const GivenEvent& other) {
              return is_word(other, who) && knows(other, one);
            })) {
          continue;
        }
        if (one.event.verdict == "approve") {
          approves = approves || one.event.on[0].blob == std::string(40, '1');
        } else {
          silent = true;
          if (one.event.verdict == "request-changes" && !is_dismissed(one)) return false;
          if (one.event.verdict == "request-changes") ++needed;
        }
      }
      if (approves && !silent && who != kAnnArcher) ++have;
    }
    return have >= needed;
  }
  static bool is_word(const GivenEvent& one, const std::string& who) {
    return is_sound(one) && one.event.kind == Kind::review && one.event.by == who &&
           one.event.verdict != "comment";
  }
};

// Some of the events are signed, and some are not whose they say.
std::vector<GivenEvent> any_words() {
  std::vector<GivenEvent> events = any_events();
  for (GivenEvent& one : events) {
    switch (*rc::gen::inRange(0, 8)) {
      case 0:
        one.committer = kDanDale;
        break;
      case 1:
        one.signature = SignatureFound::good;
        one.signers = {
            *rc::gen::element<std::string>("dan@example.org", person(one.event.by).email)};
        break;
      case 2:
        one.signature = *rc::gen::element(SignatureFound::good, SignatureFound::good,
                                          SignatureFound::bad, SignatureFound::unknown);
        one.signers = {person(one.event.by).email};
        break;
      default:
        break;
    }
  }
  return events;
}

ReviewPolicy any_policy() { return {.approvals = *rc::gen::inRange(0, 3)}; }

Outcome outcome(const std::vector<GivenEvent>& events, const ReviewPolicy& policy,
                const People& people = {}, const ProposedFile& file = judged()) {
  return answer_for(file, events, policy, people).outcome();
}

}  // namespace

TEST_CASE("the judge says what a slow reading of the rules says") {
  CHECK(rc::check("model", [] {
    const std::vector<GivenEvent> events = any_words();
    const ReviewPolicy policy = any_policy();
    const bool approved = Model{events, policy.approvals}.approved();
    RC_CLASSIFY(approved);
    RC_ASSERT(outcome(events, policy) == (approved ? Outcome::approved : Outcome::refused));
  }));
}

TEST_CASE("to know less makes a verdict less sure, and never another") {
  CHECK(rc::check("unchecked", [] {
    const std::vector<GivenEvent> events = any_words();
    const ReviewPolicy policy = any_policy();
    std::vector<GivenEvent> less = events;
    for (GivenEvent& one : less) {
      if (*rc::gen::inRange(0, 3) > 0) continue;
      if (one.signature != SignatureFound::none) {
        one.signature = SignatureFound::unchecked;
      } else {
        one.author.clear();
      }
    }
    const Outcome found = outcome(less, policy);
    RC_CLASSIFY(found == Outcome::untold);
    RC_ASSERT(found == Outcome::untold || found == outcome(events, policy));
  }));
  CHECK(rc::check("missing events", [] {
    const std::vector<GivenEvent> events = any_words();
    const ReviewPolicy policy = any_policy();
    std::vector<GivenEvent> less;
    for (const GivenEvent& one : events) {
      if (*rc::gen::inRange(0, 4) > 0) less.push_back(one);
    }
    if (less.size() == events.size()) return;
    // Where the tip is not here that somebody names, nothing is told.
    RC_ASSERT(answer_for(judged(), less, policy, {}, {.here = false, .named = true}).outcome() ==
              Outcome::untold);
    // Nor where a word that counts knew one of those that are missing.
    const Model model{events, 0};
    const bool gap = std::any_of(less.begin(), less.end(), [&](const GivenEvent& one) {
      return Model::is_sound(one) &&
             std::any_of(events.begin(), events.end(), [&](const GivenEvent& other) {
               const bool here = std::any_of(less.begin(), less.end(), [&](const GivenEvent& some) {
                 return some.digest == other.digest;
               });
               const bool direct = std::any_of(less.begin(), less.end(), [&](const GivenEvent& by) {
                 return (by.digest == one.digest || Model{less, 0}.knows(one, by)) &&
                        std::find(by.event.after.begin(), by.event.after.end(), other.digest) !=
                            by.event.after.end();
               });
               return !here && direct && model.knows(one, other);
             });
    });
    RC_CLASSIFY(gap);
    if (gap) RC_ASSERT(outcome(less, policy) == Outcome::untold);
  }));
}

TEST_CASE("no stamp and no order changes a verdict") {
  CHECK(rc::check("clocks", [] {
    const std::vector<GivenEvent> events = any_words();
    const ReviewPolicy policy = any_policy();
    std::vector<GivenEvent> other = events;
    for (GivenEvent& one : other) {
      one.event.at = *rc::gen::element<std::string>("1999-01-01T00:00:00Z", "2099-01-01T00:00:00Z",
                                                    "2024-11-01T09:30:00+14:00");
    }
    std::reverse(other.begin(), other.end());
    RC_ASSERT(outcome(other, policy) == outcome(events, policy));
  }));
}

TEST_CASE("what is changed in a word that counts makes it count for nothing") {
  const std::vector<std::function<void(GivenEvent&)>> changes = {
      [](GivenEvent& one) { one.signers = {"dan@example.org"}; },
      [](GivenEvent& one) { one.event.by = kDanDale; },
      [](GivenEvent& one) { one.event.store[0] = '0'; },
      [](GivenEvent& one) { one.event.proposal = "dorn-k7f3q2m2"; },
      [](GivenEvent& one) { one.event.on[0].path = "claims/other/x/2024-11-01-calda.toml"; },
      [](GivenEvent& one) { one.event.on[0].blob[0] = '0'; },
      [](GivenEvent& one) { one.event.on[0].rests[0] = '0'; },
      [](GivenEvent& one) { one.altered = true; },
      [](GivenEvent& one) { one.signature = SignatureFound::bad; }};
  GivenEvent sound = word('b', kBenBow, "approve");
  sound.signature = SignatureFound::good;
  sound.signers = {"ben@example.org"};
  REQUIRE(outcome({sound}, kOne) == Outcome::approved);
  for (const auto& change : changes) {
    GivenEvent other = sound;
    change(other);
    CHECK(outcome({other}, kOne) == Outcome::refused);
  }
}

TEST_CASE("what a proposal says of itself, and what .mailmap joins, never helps it") {
  CHECK(rc::check("authors", [] {
    const std::vector<GivenEvent> events = any_words();
    const ReviewPolicy policy = any_policy();
    ProposedFile file = judged();
    file.authors.push_back(*rc::gen::element(kBenBow, kCatCole, kDanDale));
    file.author_unknown = *rc::gen::arbitrary<bool>();
    if (outcome(events, policy, {}, file) == Outcome::approved)
      RC_ASSERT(outcome(events, policy) == Outcome::approved);
  }));
  CHECK(rc::check("mailmap", [] {
    const std::vector<GivenEvent> events = any_words();
    const ReviewPolicy policy = any_policy();
    std::string mailmap;
    for (int left = *rc::gen::inRange(1, 3); left > 0; --left) {
      const auto one = [] {
        return "<" + *rc::gen::element<std::string>("ann", "ben", "cat", "dan") + "@example.org>";
      };
      mailmap += one() + " " + one() + "\n";
    }
    if (outcome(events, policy, People({}, mailmap)) == Outcome::approved)
      RC_ASSERT(outcome(events, policy) == Outcome::approved);
  }));
}
