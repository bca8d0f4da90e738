// SPDX-License-Identifier: MIT
//
// Events of reviews: their text, byte for byte, the names of their files, and what is wrong with
// one.
#include "claims/review/event.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "tests/claims/generate.h"

namespace {

using namespace aver::claims;
using namespace aver::claims::reviews;
using aver::tests::a_line;
using aver::tests::any_text;

const std::string kHead =
    "store = \"3d4f0c1e3d4f0c1e3d4f0c1e3d4f0c1e3d4f0c1e\"\n"
    "proposal = \"dorn-update-k7f3q2m1\"\n"
    "by = \"Ann Archer <ann@example.org>\"\n"
    "at = 2024-11-01T09:30:00Z\n"
    "after = [\"77aa01c4d5e6\"]\n";

std::string event_text(const std::string& word, const std::string& rest = "") {
  return "event = \"" + word + "\"\n" + kHead + rest;
}

std::string id(char digit) { return std::string(40, digit); }

std::string problems(const std::string& text) {
  std::string all;
  for (const Diagnostic& one : decode_event(text, "x.toml").problems) {
    all += (all.empty() ? "" : "\n") + std::string(to_string(one.severity)) + ": " + one.sentence;
  }
  return all;
}

// Reads the text, and writes it again, the same.
Event kept(const std::string& text) {
  const DecodedEvent decoded = decode_event(text, "x.toml");
  INFO(problems(text));
  REQUIRE(decoded.event);
  CHECK(encode(*decoded.event) == text);
  return *decoded.event;
}

toml::Table some_unknown() {
  toml::Table table = aver::tests::some_unknown();
  toml::sort_keys(table);
  return table;
}

std::string some_digits(int count) {
  std::string digits;
  while (count-- > 0) digits += "0123456789abcdef"[*rc::gen::inRange(0, 16)];
  return digits;
}

std::vector<std::string> some_digests() {
  std::vector<std::string> all;
  for (int left = *rc::gen::inRange(0, 3); left > 0; --left) all.push_back(some_digits(12));
  return all;
}

Event any_event() {
  Event event;
  event.kind = static_cast<Kind>(*rc::gen::inRange(0, 11));
  event.word = event.kind == Kind::other ? "applaud" : std::string(to_string(event.kind));
  event.store = some_digits(40);
  event.proposal = proposal_key("dorn", *rc::gen::arbitrary<std::uint64_t>());
  event.by = "Ann Archer <ann@example.org>";
  event.at = "2024-11-01T09:30:00Z";
  event.after = some_digests();
  event.unknown = some_unknown();
  if (event.kind == Kind::open || event.kind == Kind::edit) {
    event.title = *a_line();
    if (*rc::gen::arbitrary<bool>()) event.body = *any_text(true);
    if (event.kind == Kind::open) event.into = "main";
  }
  if (event.kind == Kind::review) {
    event.verdict = *rc::gen::element<std::string>("approve", "request-changes", "comment", "none");
    event.round = id('1');
    event.body = *any_text(true);
    event.on = {{"claims/x/2024-01-02-calda.toml", id('2'), "", some_digits(64), some_unknown()},
                {"claims/y", "", id('3'), "", {}}};
    event.comments = {{.path = "claims/x/claim.toml",
                       .body = *a_line(),
                       .open = *rc::gen::arbitrary<bool>(),
                       .unknown = some_unknown()}};
    if (*rc::gen::arbitrary<bool>()) {
      event.comments[0].key = "text";
      event.comments[0].suggest = toml::Value{*any_text(true), {}};
    }
    event.replies = {{some_digits(12) + ".2", *a_line(), some_unknown()}};
    event.settled = {{some_digits(12) + ".1", "answered", {}}};
  }
  if (event.kind == Kind::round) event.tip = event.base = event.tree = id('4');
  if (event.kind == Kind::dismiss) event.dismissed = some_digits(12);
  if (event.kind == Kind::accept) event.commit = id('5');
  if (event.kind == Kind::accept) event.counted = some_digests();
  if (event.kind == Kind::unreviewed) event.from = event.to = id('6');
  if (event.kind == Kind::forget) event.events = {some_digits(12)};
  if (event.kind == Kind::dismiss || event.kind == Kind::withdraw || event.kind == Kind::forget ||
      event.kind == Kind::unreviewed) {
    event.reason = *a_line();
  }
  return event;
}

}  // namespace

TEST_CASE("an event of each kind is read, and written the same") {
  const Event open = kept(event_text("open", R"(title = "Dorn since October"
body = "Three statements."
into = "main"
asked = ["ben@example.org"]
on_top_of = "troops-p2x9d4ca"
)"));
  CHECK(open.kind == Kind::open);
  CHECK(open.asked == std::vector<std::string>{"ben@example.org"});
  CHECK(kept(event_text("edit", "body = \"\"\nask = [\"cat@example.org\"]\n")).body == "");
  kept(event_text("round", "tip = \"" + id('1') + "\"\nbase = \"" + id('9') + "\"\ntree = \"" +
                               id('7') + "\"\nremoved = [\"claims/x/2024-01-02-calda.toml\"]\n"));
  const Event review = kept(event_text("review", R"(verdict = "request-changes"
round = "1111111111111111111111111111111111111111"
against = "9999999999999999999999999999999999999999"
body = "One thing before this goes."

[[on]]
path = "claims/dorn/x/2024-11-01-calda.toml"
blob = "2222222222222222222222222222222222222222"
rests = "5b0c5b0c5b0c5b0c"

[[on]]
path = "claims/un"
tree = "3333333333333333333333333333333333333333"

[[comment]]
path = "claims/dorn/x/2024-11-01-calda.toml"
blob = "2222222222222222222222222222222222222222"
key = "position"
body = "\"will\" is no denial"
suggest = "declined"
open = true

[[reply]]
to = "9c0d31aa02fe.2"
body = "Yes, para 4."

[[settled]]
thread = "9c0d31aa02fe.2"
by = "applied"
)"));
  CHECK(review.on[1].tree == id('3'));
  CHECK(review.comments[0].open);
  CHECK(review.settled[0].by == "applied");
  kept(event_text("dismiss", "word = \"b81f00c2d1aa\"\nreason = \"Ben is away\"\n"));
  kept(event_text("withdraw", "reason = \"The wire was retracted\"\n"));
  kept(event_text("reopen"));
  kept(event_text("accept", "commit = \"" + id('8') + "\"\ncounted = [\"b81f00c2d1aa\"]\n"));
  kept(event_text("unreviewed", "from = \"" + id('8') + "\"\nto = \"" + id('9') +
                                    "\"\nreason = \"Correction before broadcast\"\n"));
  kept(event_text("forget", "events = [\"b81f00c2d1aa\"]\nreason = \"personal data\"\n"));
}

TEST_CASE("a kind of a later version is kept with all its keys, and nothing is wrong with it") {
  const Event event = kept(event_text("applaud", "loudly = true\nverdict = 3\n"));
  CHECK(event.kind == Kind::other);
  CHECK(event.word == "applaud");
  CHECK(event.unknown.size() == 2);
  CHECK(problems(event_text("applaud", "loudly = true\n")).empty());
  // Of a known kind a key that is not known is told, and kept; also one of another kind.
  CHECK(problems(event_text("reopen", "verdikt = 1\n")) ==
        "warning: the key \"verdikt\" is not known; it is kept as it is");
  CHECK(kept(event_text("reopen", "verdict = \"approve\"\n")).verdict.empty());
}

TEST_CASE("what is wrong with an event is told, and it is shown as far as it can be read") {
  CHECK(problems("event = \"reopen\"\n") ==
        "error: the key \"store\" is missing\n"
        "error: the key \"proposal\" is missing\n"
        "error: the key \"by\" is missing\n"
        "error: the key \"at\" is missing\n"
        "error: the key \"after\" is missing");
  CHECK(problems(kHead) == "error: the key \"event\" is missing: which kind of event this is");
  CHECK(problems(event_text("review", "verdict = \"yes\"\n")) ==
        "error: \"verdict\" must be approve, request-changes, comment or none");
  CHECK(problems(event_text("review", "verdict = \"approve\"\n[[on]]\npath = \"../x\"\n")) ==
        "error: a review says what was on the screen: the key \"round\" is missing\n"
        "error: what a review is about has a \"blob\" or a \"tree\"\n"
        "error: \"path\" must be a path from the store's root");
  CHECK(problems(event_text("review",
                            "verdict = \"comment\"\n[[reply]]\nto = \"9c0d31aa02fe\"\n"
                            "body = \"x\"\n")) ==
        "error: \"to\" must be a comment: the digest of an event, \".1\"");
  CHECK(problems(event_text("dismiss", "word = \"b8\"\nreason = \"\"\n")) ==
        "error: \"word\" must be the digest of an event: 12 digits or more, 0-9 and a-f\n"
        "error: \"reason\" is empty");
  CHECK(problems(event_text("forget", "reason = \"x\"\n")) ==
        "error: nothing is named that is to be forgotten");
  CHECK(problems(event_text("round", "tip = 3\n")).starts_with("error: the key \"base\""));
  const DecodedEvent nobody = decode_event("event = \"reopen\"\nby = \"Ann\"\n", "x.toml");
  CHECK_FALSE(nobody.event);
  REQUIRE(nobody.draft);
  CHECK(nobody.draft->kind == Kind::reopen);
  CHECK(decode_event("= 3", "x.toml").readable() == nullptr);
  CHECK(decode_event(std::string((1 << 20) + 1, '#'), "x.toml").readable() == nullptr);
}

TEST_CASE("any event is read back equal, and its text is the same each time") {
  CHECK(rc::check("events", [] {
    const Event event = any_event();
    const std::string text = encode(event);
    const DecodedEvent decoded = decode_event(text, "x.toml");
    for (const Diagnostic& one : decoded.problems) RC_LOG() << to_string(one) << "\n";
    RC_LOG() << text;
    RC_ASSERT(decoded.event.has_value());
    RC_ASSERT(*decoded.event == event);
    RC_ASSERT(encode(*decoded.event) == text);
  }));
}

TEST_CASE("whatever is no event is told, and nothing worse") {
  CHECK(rc::check("noise", [] {
    std::string text = encode(any_event());
    const int changes = *rc::gen::inRange(1, 6);
    for (int i = 0; i < changes; ++i) {
      const auto at = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(text.size())));
      text[at] = static_cast<char>(*rc::gen::inRange(0, 256));
    }
    const DecodedEvent decoded = decode_event(text, "x.toml");
    RC_ASSERT(decoded.event.has_value() || has_errors(decoded.problems));
    if (decoded.event) encode(*decoded.event);
  }));
}

TEST_CASE("a proposal's key is its name and eight letters that are drawn") {
  CHECK(proposal_key("dorn", 0) == "dorn-00000000");
  CHECK(is_proposal_key("dorn-update-k7f3q2m1"));
  CHECK(name_of_key("dorn-update-k7f3q2m1") == "dorn-update");
  CHECK_FALSE(is_proposal_key("dorn"));
  CHECK_FALSE(is_proposal_key("k7f3q2m1"));
  CHECK_FALSE(is_proposal_key("-k7f3q2m1"));
  CHECK_FALSE(is_proposal_key("dorn/x-k7f3q2m1"));
  CHECK_FALSE(is_proposal_key("dorn-K7F3Q2M1"));
  const std::string longest = proposal_key(std::string(80, 'a'), 123456789);
  CHECK(is_proposal_key(longest));
  CHECK(longest.size() == 64);
  CHECK(rc::check("keys", [](std::uint64_t drawn) {
    RC_ASSERT(is_proposal_key(proposal_key("dorn-update", drawn)));
  }));
}

TEST_CASE("an event's file is named by its minute, its giver, its kind and its digest") {
  const std::string sha = "3fa1c9d2e0b4" + std::string(52, '0');
  Event event = *decode_event(event_text("reopen"), "x.toml").event;
  CHECK(file_name(event, sha) == "20241101t0930-ann-archer-reopen-3fa1c9d2e0b4.toml");
  event.at = "2024-11-01T00:10:00+02:00";
  CHECK(file_name(event, sha).starts_with("20241031t2210-"));
  event.by = "北京 <desk@example.org>";
  CHECK(file_name(event, sha) == "20241031t2210-desk-reopen-3fa1c9d2e0b4.toml");
  CHECK(name_fits(file_name(event, sha), sha));
  CHECK_FALSE(name_fits(file_name(event, sha), "4fa1c9d2e0b4" + std::string(52, '0')));
}

TEST_CASE("a path of the branch of reviews is an event, its signature, or a file of a round") {
  const std::string name = "20241101t0930-ann-open-3fa1c9d2e0b4.toml";
  const auto plain = event_path("dorn-k7f3q2m1/" + name);
  REQUIRE(plain);
  CHECK(plain->key == "dorn-k7f3q2m1");
  CHECK(plain->folder == "dorn-k7f3q2m1");
  CHECK(plain->digest == "3fa1c9d2e0b4");
  CHECK_FALSE(plain->signature);
  const auto fanned = event_path("2024/dorn-k7f3q2m1/" + name + ".sig");
  REQUIRE(fanned);
  CHECK(fanned->folder == "2024/dorn-k7f3q2m1");
  CHECK(fanned->name == name);
  CHECK(fanned->signature);
  const auto round = event_path("dorn-k7f3q2m1/rounds/1a2b3c4d5e6f/claims/x/claim.toml");
  REQUIRE(round);
  CHECK(round->round == "1a2b3c4d5e6f");
  CHECK(round->path == "claims/x/claim.toml");
  CHECK(event_path("direct-3fa1c9d2e0b4/" + name));
  for (const char* stray : {"README", "dorn/x.toml", "dorn-k7f3q2m1/notes.txt", "dorn-k7f3q2m1",
                            "dorn-k7f3q2m1/x/20241101t0930-ann-open-3fa1c9d2e0b4.toml",
                            "dorn-k7f3q2m1/rounds/1a2b3c4d5e6f/../x", "2024", ""}) {
    CAPTURE(stray);
    CHECK_FALSE(event_path(stray));
  }
  CHECK(proposal_folder("dorn-k7f3q2m1", "2024-11-01T09:30:00Z", 999) == "dorn-k7f3q2m1");
  CHECK(proposal_folder("dorn-k7f3q2m1", "2024-11-01T09:30:00Z", 1000) == "2024/dorn-k7f3q2m1");
}
