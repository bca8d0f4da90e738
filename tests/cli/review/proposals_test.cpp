// SPDX-License-Identifier: MIT
//
// Rounds of review, and how a proposal stands by its verdict.
#include "cli/review/proposals.h"

#include <doctest/doctest.h>

#include "cli/review/proposal_summary.h"
#include "cli/review/review_rounds.h"
#include "cli/review/verdict_lines.h"

using namespace aver;
using namespace aver::cli;
using claims::GivenReview;
using claims::reviews::FileVerdict;

namespace {

const std::string kAnn = "Ann <ann@example.org>";
const std::string kBen = "Ben <ben@example.org>";
const std::string kCy = "Cy <cy@example.org>";

GivenReview review(const std::string& by, const std::string& verdict, ReviewedState on) {
  GivenReview given;
  given.review.by = by;
  given.review.verdict = verdict;
  for (const auto& [path, blob] : on) given.review.on.push_back({path, blob});
  return given;
}

// Rounds of what Ann proposes, as seen by `me`. A review has seen what it names, and what the one
// before it had.
Rounds rounds_of(const std::vector<GivenReview>& reviews, const std::string& me) {
  return rounds(reviews, {kAnn}, claims::person(me),
                [](const GivenReview& given, const ReviewedState& before) {
                  ReviewedState state = before;
                  for (const claims::Reviewed& on : given.review.on) state[on.record] = on.blob;
                  return state;
                });
}

FileVerdict file(const std::string& path, std::vector<std::string> missing,
                 std::vector<std::string> approved_by = {}, int needed = 1) {
  FileVerdict one;
  one.path = path;
  one.missing = std::move(missing);
  for (std::string& by : approved_by) one.approvals.push_back({std::move(by), ""});
  one.needed = needed;
  return one;
}

}  // namespace

TEST_CASE("a round is a state that somebody reviewed, however many did") {
  const GivenReview ben = review(kBen, "approve", {{"a", "1"}});
  const GivenReview cy = review(kCy, "comment", {{"a", "1"}});
  CHECK(rounds_of({}, kBen).states.empty());
  CHECK(rounds_of({}, kBen).last == 0);
  CHECK(rounds_of({ben, cy}, kBen).states == std::vector<ReviewedState>{{{"a", "1"}}});
  const Rounds two = rounds_of({ben, review(kCy, "approve", {{"a", "2"}})}, kBen);
  CHECK(two.states == std::vector<ReviewedState>{{{"a", "1"}}, {{"a", "2"}}});
}

TEST_CASE("the last round is one's own, or else anybody's") {
  const std::vector<GivenReview> reviews = {review(kBen, "approve", {{"a", "1"}}),
                                            review(kCy, "approve", {{"a", "2"}}),
                                            review(kCy, "approve", {{"a", "3"}})};
  CHECK(rounds_of(reviews, kBen).last == 1);
  CHECK(rounds_of(reviews, kBen).mine);
  CHECK(rounds_of(reviews, kCy).last == 3);
  CHECK(rounds_of(reviews, "Dee <dee@example.org>").last == 3);
  CHECK_FALSE(rounds_of(reviews, "Dee <dee@example.org>").mine);
  CHECK(rounds_of(reviews, "ben@EXAMPLE.org").last == 1);
}

TEST_CASE("what authors say of their own proposal, and what names no file, is no round") {
  CHECK(rounds_of({review(kAnn, "comment", {{"a", "1"}})}, kBen).states.empty());
  CHECK(rounds_of({review(kBen, "comment", {})}, kBen).states.empty());
  CHECK(rounds_of({review(kAnn, "approve", {{"a", "1"}})}, kBen).states.size() == 1);
}

TEST_CASE("unseen is what has other contents, what is new, and what is proposed no more") {
  const std::vector<claims::reviews::ProposedFile> files = {
      {"a", "1", {kAnn}}, {"b", "2", {kAnn}}, {"c", std::string(claims::kRemoved), {kAnn}}};
  using Paths = std::vector<std::string>;
  CHECK(unseen(files, {}) == Paths{"a", "b", "c"});
  CHECK(unseen(files, {{"a", "1"}, {"b", "2"}, {"c", std::string(claims::kRemoved)}}) == Paths{});
  CHECK(unseen(files, {{"a", "0"}, {"b", "2"}, {"c", "3"}, {"d", "4"}}) == Paths{"a", "c", "d"});
  CHECK(unseen({}, {{"a", "1"}}) == Paths{"a"});
}

TEST_CASE("one sentence for many files is said once; one file is named") {
  claims::reviews::Verdict verdict;
  verdict.files = {file("a", {"needs 1 approval"}), file("b", {"needs 1 approval"}),
                   file("c", {"needs 2 approvals", "needs 1 approval"})};
  verdict.files[1].requests = {{kBen, "", false}};
  verdict.remarks = {{kCy, "", "the approval by Cy does not count"}};
  CHECK(missing_lines(verdict) ==
        std::vector<std::string>{"3 files: needs 1 approval", "b: " + kBen + " asks for a change",
                                 "c: needs 2 approvals", "the approval by Cy does not count"});
  CHECK(missing_lines({}).empty());
}

TEST_CASE("approvers are those of any file, each once") {
  claims::reviews::Verdict verdict;
  verdict.files = {file("a", {}, {kBen}), file("b", {}, {kCy, kBen})};
  CHECK(approvers(verdict) == std::vector<std::string>{kBen, kCy});
}

TEST_CASE("a proposal has as many approvals as its file that has the fewest") {
  claims::reviews::Verdict verdict;
  verdict.files = {file("a", {}, {kBen, kCy}, 1), file("b", {"needs 2 approvals"}, {kCy}, 2)};
  verdict.files[1].requests = {{kAnn, "", false}};
  ProposalSummary summary;
  add_verdict(verdict, summary);
  CHECK(summary.approvals == 1);
  CHECK(summary.needed == 2);
  CHECK(summary.approved_by == std::vector<std::string>{kBen, kCy});
  CHECK(summary.requested_by == std::vector<std::string>{kAnn});
  verdict.files.push_back(file("c", {}, {}, 0));
  add_verdict(verdict, summary);
  CHECK(summary.approvals == 0);
}

TEST_CASE("how a proposal stands: ended, else what it waits for") {
  claims::reviews::Verdict fine;
  fine.files = {file("a", {})};
  claims::reviews::Verdict lacks;
  lacks.files = {file("a", {}), file("b", {"needs 1 approval"})};
  claims::reviews::Verdict asked = lacks;
  asked.files[0].requests = {{kBen, "", true}};
  CHECK(state_of(Ending::none, fine, 0) == "open");
  CHECK(state_of(Ending::none, fine, 1) == "approved");
  CHECK(state_of(Ending::none, lacks, 1) == "needs approval");
  CHECK(state_of(Ending::none, asked, 1) == "changes requested");
  for (const claims::reviews::Verdict& any : {fine, lacks, asked}) {
    CHECK(state_of(Ending::accepted, any, 1) == "accepted");
    CHECK(state_of(Ending::withdrawn, any, 1) == "withdrawn");
    CHECK(state_of(Ending::empty, any, 0) == "empty");
  }
}

TEST_CASE("what the policy misses is found file by file, with what helps") {
  claims::reviews::Verdict verdict;
  verdict.files = {file("a", {"needs 1 approval"}), file("b", {"needs 1 approval"}), file("c", {})};
  verdict.files[1].mixed = true;
  verdict.files[2].requests = {{kBen, "", true}};
  verdict.remarks = {{kCy, "", "the approval by Cy does not count"}};
  const claims::Diagnostics found = policy_problems(verdict);
  REQUIRE(found.size() == 4);
  CHECK(found[0].rule == claims::Rule::review_approval);
  CHECK(found[0].hint == "aver review approve NAME, by somebody else");
  CHECK(found[1].hint == "aver review update NAME");
  CHECK(found[2].rule == claims::Rule::review_requested);
  CHECK(found[2].sentence == kBen + " asks for a change, and has not looked at the new contents");
  CHECK(found[3].rule == claims::Rule::review_unknown);
  CHECK(found[3].severity == claims::Severity::warning);
  CHECK(policy_problems({}).empty());
}
