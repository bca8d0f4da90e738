// SPDX-License-Identifier: MIT
//
// Whose approval of which contents holds, and what a policy asks for.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "claims/check/check.h"
#include "claims/records/codec.h"
#include "claims/review/event_judge.h"
#include "claims/settings/settings.h"

namespace {

using namespace aver::claims;
using namespace aver::claims::reviews;

const std::string kAnn = "Ann <ann@x.org>";
const std::string kBen = "Ben <ben@x.org>";
const std::string kCy = "Cy <cy@x.org>";
const std::string kFile = "claims/dorn/act/2024-11-01-calda.toml";

std::string blob(char digit) { return std::string(40, digit); }

ProposedFile file(const std::string& path, char contents, std::vector<std::string> authors) {
  return {path, blob(contents), std::move(authors)};
}

GivenReview review(const std::string& by, const std::string& verdict, char contents,
                   const std::string& at = "2024-11-01", const std::string& path = kFile) {
  Review made;
  made.id = "p/" + at + "-" + verdict;
  made.by = by;
  made.verdict = verdict;
  made.at = Moment{*parse_date(at).date, ""};
  made.on = {{path, blob(contents)}};
  return {made, by, 0, ""};
}

ReviewPolicy one_approval() { return {.approvals = 1}; }

// Judges by reviews of the old form, which have no events beside them.
Verdict judge(const std::vector<ProposedFile>& files, std::vector<GivenReview> reviews,
              const ReviewPolicy& policy, const std::string& into = "the other side") {
  for (std::size_t i = 0; i < reviews.size(); ++i)
    reviews[i].digest = std::string(64, "0123456789abcdef"[i]);
  return reviews::judge(files, {}, KnownEvents(events_of(std::move(reviews))), {.into = into},
                        policy, {});
}

std::string missing(const Verdict& verdict) {
  std::string all;
  for (const FileVerdict& one : verdict.files) {
    for (const std::string& sentence : one.missing) all += (all.empty() ? "" : "; ") + sentence;
  }
  return all;
}

}  // namespace

TEST_CASE("people are the same where their addresses are") {
  CHECK(same_person(person("Jane Doe <Jane@x.org>"), person("J. Doe <jane@X.org>")));
  CHECK(same_person(person("jane@x.org"), person("Jane <jane@x.org>")));
  CHECK(same_person(person("Jane Doe"), person("jane doe <jane@x.org>")));
  CHECK_FALSE(same_person(person("Jane <a@x.org>"), person("Jane <b@x.org>")));
  CHECK_FALSE(same_person(person(""), person("")));
  CHECK(person(" Jane  <> ").name == "Jane");
}

TEST_CASE("an approval holds for the contents it saw") {
  const std::vector<GivenReview> reviews = {review(kBen, "approve", 'a')};
  const Verdict same = judge({file(kFile, 'a', {kAnn})}, reviews, one_approval());
  CHECK(same.accepted());
  CHECK(same.files[0].approved_by() == std::vector<std::string>{kBen});
  const Verdict changed = judge({file(kFile, 'b', {kAnn})}, reviews, one_approval());
  CHECK_FALSE(changed.accepted());
  CHECK(changed.files[0].outdated.size() == 1);
  CHECK(missing(changed) ==
        "needs 1 approval, and has none (it was changed since it was approved)");
  // The untouched file beside it keeps its own.
  std::vector<GivenReview> two = reviews;
  two[0].review.on.push_back({"actors/calda.toml", blob('c')});
  const Verdict both = judge({file(kFile, 'b', {kAnn}), file("actors/calda.toml", 'c', {kAnn})},
                             two, one_approval());
  CHECK_FALSE(both.files[0].approved());
  CHECK(both.files[1].approved());
}

TEST_CASE("where merging makes other contents than the proposal has, those must be approved") {
  ProposedFile both = file(kFile, 'm', {kAnn});
  both.shown = blob('a');
  const Verdict shown = judge({both}, {review(kBen, "approve", 'a')}, one_approval(), "main");
  CHECK_FALSE(shown.accepted());
  CHECK(shown.mixed());
  CHECK(shown.files[0].approved_by().empty());
  CHECK(missing(shown) ==
        "needs 1 approval, and has none (main has changed it, too: what merging makes of it was "
        "not approved)");
  CHECK(missing(judge({both}, {}, one_approval(), "main")) ==
        "needs 1 approval, and has none (main has changed it, too)");
  CHECK(judge({both}, {review(kBen, "approve", 'm')}, one_approval(), "main").accepted());
  // Where no approval is asked for, merging by field is as good as ever.
  CHECK(judge({both}, {}, {}, "main").accepted());
  CHECK_FALSE(judge({both}, {}, {}, "main").mixed());
  // Who asked for a change of what the proposal has still sees it there.
  const Verdict asked = judge({both}, {review(kBen, "request-changes", 'a')}, {}, "main");
  REQUIRE(asked.files[0].requests.size() == 1);
  CHECK_FALSE(asked.files[0].requests[0].changed_since);
}

TEST_CASE("one's own approval counts only where the policy says so") {
  const std::vector<GivenReview> reviews = {review(kAnn, "approve", 'a')};
  CHECK(missing(judge({file(kFile, 'a', {kAnn})}, reviews, one_approval())) ==
        "needs 1 approval, and has none (that of who recorded it does not count)");
  CHECK(judge({file(kFile, 'a', {kAnn})}, reviews, {.approvals = 1, .own = true}).accepted());
  // Who recorded another file of the proposal may approve this one.
  CHECK(judge({file(kFile, 'a', {kBen})}, reviews, one_approval()).accepted());
}

TEST_CASE("whose approval would count is told beforehand") {
  const ProposedFile by_ann = file(kFile, 'a', {kAnn});
  CHECK(would_count(by_ann, {}, {}, person(kBen)));
  CHECK_FALSE(would_count(by_ann, {}, {}, person(kAnn)));
  CHECK(would_count(by_ann, {.own = true}, {}, person(kAnn)));
  CHECK_FALSE(would_count(by_ann, {.reviewers = {kCy}}, {}, person(kBen)));
  CHECK(
      would_count(by_ann, {.reviewers = {kCy}, .topics = {{"dorn", 0, {kBen}}}}, {}, person(kBen)));
}

TEST_CASE("the last word of a person counts, and a request for changes stands until then") {
  const auto asked = review(kBen, "request-changes", 'a', "2024-11-01");
  const std::vector<ProposedFile> now = {file(kFile, 'b', {kAnn})};
  const Verdict open = judge(now, {asked}, {});
  CHECK(open.changes_requested());
  CHECK_FALSE(open.accepted());
  CHECK(open.files[0].requests[0].changed_since);
  CHECK_FALSE(judge({file(kFile, 'a', {kAnn})}, {asked}, {}).files[0].requests[0].changed_since);
  const Verdict closed = judge(now, {review(kBen, "approve", 'b', "2024-11-02"), asked}, {});
  CHECK(closed.accepted());
  // Another's approval does not answer it.
  CHECK_FALSE(judge(now, {asked, review(kCy, "approve", 'b', "2024-11-02")}, {}).accepted());
  // A file that is no longer proposed is nobody's business.
  CHECK(judge({file("actors/uw.toml", 'b', {kAnn})}, {asked}, {}).accepted());
}

TEST_CASE("commits order reviews of one second, and before any clock") {
  GivenReview asked = review(kBen, "request-changes", 'a');
  GivenReview approved = review(kBen, "approve", 'a');
  asked.committed = 1;
  approved.committed = 2;
  const std::vector<ProposedFile> files = {file(kFile, 'a', {kAnn})};
  CHECK(judge(files, {approved, asked}, one_approval()).accepted());
  approved.review.at = Moment{*parse_date("2024-10-01").date, ""};  // a clock that is behind
  CHECK(judge(files, {approved, asked}, one_approval()).accepted());
  std::swap(asked.committed, approved.committed);
  CHECK_FALSE(judge(files, {approved, asked}, one_approval()).accepted());
}

TEST_CASE("topics may need more, and a certain person") {
  ReviewPolicy policy = one_approval();
  policy.topics = {{"dorn", 2, {"cy@x.org"}}};
  const std::vector<ProposedFile> files = {file(kFile, 'a', {kAnn}),
                                           file("claims/dorn-x/a/claim.toml", 'a', {kAnn})};
  std::vector<GivenReview> reviews = {review(kBen, "approve", 'a')};
  reviews[0].review.on.push_back({files[1].path, blob('a')});
  const Verdict one = judge(files, reviews, policy);
  CHECK(missing(one) ==
        "the topic dorn needs the approval of cy@x.org; needs 2 approvals, and has 1");
  CHECK(one.files[1].approved());
  reviews.push_back(review(kCy, "approve", 'a'));
  CHECK(judge(files, reviews, policy).accepted());
}

TEST_CASE("what is not theirs, and whom nobody knows, does not count, and is told") {
  GivenReview forged = review(kBen, "approve", 'a');
  forged.committed_by = kAnn;
  const Verdict verdict = judge({file(kFile, 'a', {kAnn})}, {forged}, one_approval());
  CHECK_FALSE(verdict.accepted());
  REQUIRE(verdict.remarks.size() == 1);
  CHECK(verdict.remarks[0].by == kBen);
  CHECK(verdict.remarks[0].committed_by == kAnn);
  CHECK(verdict.remarks[0].sentence ==
        "the approval by " + kBen + " was committed by " + kAnn + ": it does not count");
  ReviewPolicy known = one_approval();
  known.reviewers = {"cy@x.org"};
  const Verdict stranger = judge({file(kFile, 'a', {kAnn})}, {review(kBen, "approve", 'a')}, known);
  CHECK_FALSE(stranger.accepted());
  REQUIRE(stranger.remarks.size() == 1);
  CHECK(stranger.remarks[0].by == kBen);
  CHECK(judge({file(kFile, 'a', {kAnn})}, {review(kBen, "comment", 'a')}, {}).remarks.empty());
}

TEST_CASE("that one's own approval was left out is told") {
  const ProposedFile mine = file(kFile, 'a', {kAnn});
  const auto left_out = [&](const std::vector<GivenReview>& reviews, const ReviewPolicy& policy) {
    return judge({mine}, reviews, policy).files.front().own.size() == 1;
  };
  const GivenReview own = review(kAnn, "approve", 'a');
  CHECK(left_out({own}, one_approval()));
  CHECK_FALSE(left_out({}, one_approval()));
  CHECK_FALSE(left_out({own}, {.approvals = 1, .own = true}));
  CHECK_FALSE(left_out({review(kAnn, "approve", 'b')}, one_approval()));
}

TEST_CASE("a policy that nobody can satisfy is told") {
  CHECK(impossible({.approvals = 3, .reviewers = {kAnn, kBen}}) ==
        std::vector<std::string>{"every file needs 3 approvals, and there are only 2 reviewers"});
  CHECK(impossible({.approvals = 5, .reviewers = {kAnn}}) ==
        std::vector<std::string>{"every file needs 5 approvals, and there is only 1 reviewer"});
  CHECK(impossible({.approvals = 3}).empty());
  // Whom a topic names may approve anything.
  CHECK(impossible({.approvals = 2, .reviewers = {kAnn}, .topics = {{"dorn", 0, {kBen}}}}).empty());
  const std::vector<ProposedFile> by_ann = {file(kFile, 'a', {kAnn})};
  const Verdict own = judge(by_ann, {}, {.approvals = 1, .reviewers = {"ann@x.org"}});
  CHECK(own.hopeless());
  CHECK(missing(own) ==
        "needs 1 approval, and has none; who may approve by aver.toml has recorded it: nobody can "
        "satisfy this");
  CHECK(missing(judge(by_ann, {}, {.approvals = 2, .reviewers = {kAnn, kBen}})) ==
        "needs 2 approvals, and has none; of the 2 reviewers in aver.toml only 1 may approve it, "
        "as the rest recorded it: nobody can satisfy this");
  CHECK(missing(judge(by_ann, {}, {.approvals = 2, .reviewers = {kBen}})) ==
        "needs 2 approvals, and has none; aver.toml names only 1 reviewer: nobody can satisfy "
        "this");
  const Verdict topic = judge(by_ann, {}, {.topics = {{"dorn", 0, {kAnn}}}});
  CHECK(topic.hopeless());
  CHECK(missing(topic) == "the topic dorn needs the approval of " + kAnn +
                              ", who recorded it: nobody can satisfy this");
  CHECK_FALSE(judge(by_ann, {}, {.approvals = 1, .reviewers = {kAnn, kBen}}).hopeless());
  const std::string text =
      "format = 1\n\n[review]\napprovals = 2\nreviewers = [\"a@x.org\"]\n\n[[scale]]\nname = "
      "\"s\"\norder = \"opposed\"\nwords = [{ word = \"affirm\" }]\n";
  const auto settings = decode_settings(text);
  REQUIRE(settings.record);
  REQUIRE(settings.problems.size() == 1);
  CHECK(settings.problems[0].rule == Rule::review_unsatisfiable);
}

TEST_CASE("the policy reads back from its own text") {
  Settings settings;
  settings.vocabulary = default_vocabulary();
  settings.review = {.approvals = 2,
                     .own = true,
                     .reviewers = {kAnn, "ben@x.org"},
                     .topics = {{"dorn", 3, {kCy}}, {"un", 0, {kAnn}}}};
  const auto decoded = decode_settings(encode(settings));
  REQUIRE(decoded.record);
  CHECK(*decoded.record == settings);
  for (const char* bad :
       {"review = 3", "[review]\napprovals = -1", "[review]\nown = 3",
        "[review]\nreviewers = \"x\"", "[review]\ntopic = 3", "[[review.topic]]\napprovals = 1"}) {
    CAPTURE(bad);
    CHECK(has_errors(decode_settings("format = 1\n" + std::string(bad) +
                                     "\n[[scale]]\nname = \"s\"\norder = \"opposed\"\nwords = "
                                     "[{ word = \"affirm\" }]\n")
                         .problems));
  }
}

TEST_CASE("a review names files and contents") {
  const auto problems = [](const std::string& on) {
    return check(decode_review(
                     "by = \"Ann\"\nverdict = \"approve\"\nat = 2024-11-01\n\n[[on]]\n" + on,
                     "reviews/p/x.toml"))
        .size();
  };
  CHECK(problems("record = \"actors/uw.toml\"\nblob = \"" + blob('a') + "\"\n") == 0);
  CHECK(problems("record = \"../uw.toml\"\nblob = \"" + blob('a') + "\"\n") == 1);
  CHECK(problems("record = \"actors/uw.toml\"\nblob = \"" + blob('x') + "\"\n") == 1);
}

TEST_CASE("laws of judging, on generated reviews") {
  CHECK(rc::check("order of reviews is of no matter; more approvals never make it worse", [] {
    const std::vector<std::string> people = {kAnn, kBen, kCy};
    std::vector<GivenReview> reviews;
    const int count = *rc::gen::inRange(0, 6);
    for (int i = 0; i < count; ++i) {
      reviews.push_back(
          review(people[*rc::gen::inRange<std::size_t>(0, 3)],
                 *rc::gen::element<std::string>("approve", "request-changes", "comment"),
                 *rc::gen::element('a', 'b'), "2024-11-0" + std::to_string(i + 1)));
    }
    const std::vector<ProposedFile> files = {file(kFile, 'a', {kAnn})};
    const ReviewPolicy policy = {.approvals = *rc::gen::inRange(0, 3)};
    const Verdict verdict = judge(files, reviews, policy);
    std::vector<GivenReview> shuffled = reviews;
    std::reverse(shuffled.begin(), shuffled.end());
    RC_ASSERT(judge(files, shuffled, policy).accepted() == verdict.accepted());
    reviews.push_back(review(kCy, "approve", 'a', "2024-11-09"));
    const Verdict more = judge(files, reviews, policy);
    RC_ASSERT(more.files[0].approved_by().size() >= verdict.files[0].approved_by().size());
    RC_ASSERT(!verdict.accepted() || more.accepted());
    // The naive answer: the last word of each.
    std::size_t approvals = 0;
    for (const std::string& who : {kBen, kCy}) {
      std::string last;
      for (const GivenReview& one : reviews) {
        if (one.review.by == who && one.review.verdict != "comment") {
          last = one.review.verdict == "approve" && one.review.on[0].blob != blob('a')
                     ? "stale"
                     : one.review.verdict;
        }
      }
      if (last == "approve") ++approvals;
    }
    RC_ASSERT(more.files[0].approved_by().size() == approvals);
  }));
}
