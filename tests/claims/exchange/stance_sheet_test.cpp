// SPDX-License-Identifier: MIT
#include "claims/exchange/csv/stance_sheet.h"

#include <doctest/doctest.h>

#include "claims/records/values.h"
#include "tests/claims/build.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

Stance stance_with_every_key() {
  Stance stance = aver::tests::stance("2024-10", "partial", "2024-10-borland");
  stance.holder = "borland";
  stance.until = date("2024-12");
  stance.through = date("2024-11-05");
  stance.searched = {"gazette", "briefings"};
  stance.mode = "attributed";
  stance.speaker = "borland/orla-finch";
  stance.via = {"The Borland Post", "radio"};
  stance.summary = "Half of it stands.";
  stance.quote = "Half of it";
  stance.quote_lang = "en";
  stance.translation = "La moitié";
  stance.source = "2031/gazette";
  stance.locator = "para 1";
  stance.unverified = true;
  stance.credibility = 2;
  stance.likelihood = "likely";
  stance.rating = "Half done";
  stance.review_by = date("2025");
  stance.corrects = "2024-09-borland";
  stance.retracts = "2024-08-borland";
  stance.reason = "miscounted";
  stance.note = "See the map.";
  stance.condition = "if the bank lends";
  stance.repeats = "2024-07-borland";
  stance.first_recorded = date("2024-10-29");
  return stance;
}

std::string rows(const Stance& stance, const StanceContext& context) {
  const std::vector<std::string> cells = stance_cells(stance, context, default_vocabulary());
  REQUIRE(cells.size() == stance_columns().size());
  std::string text;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    text += std::string(stance_columns()[i].name) + "=" + cells[i] + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a row of stances has every key of one in the order that programs know") {
  Claim claim;
  claim.text = "The dam is built";
  claim.kind = "pledge";
  claim.tags = {"dams", "water"};
  const StanceContext context{&claim, StanceStatus::in_force, "Borland", "The Gazette",
                              "https://example.org"};
  CHECK(rows(stance_with_every_key(), context) ==
        "claim=topic/x\ntext=The dam is built\nkind=pledge\ntags=dams; water\n"
        "stance=topic/x/2024-10-borland\nholder=borland\nholder_name=Borland\nposition=partial\n"
        "scale=progress\nheld=2024-10\nheld_first=2024-10-01\nheld_last=2024-10-31\nin_force=yes\n"
        "standing=in-force\nuntil=2024-12\nthrough=2024-11-05\nmode=attributed\n"
        "speaker=borland/orla-finch\nvia=The Borland Post; radio\nsummary=Half of it stands.\n"
        "quote=Half of it\nquote_lang=en\ntranslation=La moitié\nsource=2031/gazette\n"
        "source_title=The Gazette\nsource_url=https://example.org\nlocator=para 1\n"
        "rating=Half done\ncredibility=2\nlikelihood=likely\nsearched=gazette; briefings\n"
        "unverified=yes\nreview_by=2025\ncorrects=2024-09-borland\nretracts=2024-08-borland\n"
        "reason=miscounted\nnote=See the map.\ncondition=if the bank lends\n"
        "repeats=2024-07-borland\nfirst_recorded=2024-10-29\nevidence=\n");
}

TEST_CASE("further evidence is a JSON list in one cell, with the keys of the file") {
  Stance stance = stance_with_every_key();
  stance.further = {{.source = "2031/a", .quote = "Half \"stands\"\nof it", .quote_lang = "en"},
                    {.source = "2031/b",
                     .locator = "p. 3",
                     .translation = "La moiti\xC3\xA9",
                     .speaker = "borland/orla-finch",
                     .via = {"radio", "x, y"},
                     .mode = "vote",
                     .unverified = true,
                     .credibility = 6}};
  CHECK(schema::cell_of(stance, "evidence") ==
        R"([{"source":"2031/a","quote":"Half \"stands\"\nof it","quote_lang":"en"},)"
        R"({"source":"2031/b","locator":"p. 3","translation":"La moitié",)"
        R"("speaker":"borland/orla-finch","via":["radio","x, y"],"mode":"vote",)"
        R"("unverified":true,"credibility":6}])");
}

TEST_CASE("what a stance does not have is an empty cell, and an older word has its name of today") {
  const std::vector<std::string> cells =
      stance_cells(stance("2024-10-31", "no-such-word"), {}, default_vocabulary());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string_view name = stance_columns()[i].name;
    const bool given = name == "claim" || name == "stance" || name == "holder" ||
                       name == "position" || name.starts_with("held") || name == "in_force" ||
                       name == "standing";
    CHECK_MESSAGE(cells[i].empty() == !given, name);
  }
  const Vocabulary renamed({Scale{"stance", Order::opposed, {{"affirm", 1, false, {"support"}}}}});
  CHECK(stance_cells(stance("2024-10-31", "support"), {}, renamed)[7] == "affirm");
}

TEST_CASE("every record has its status on the day") {
  const auto told = [](const std::vector<Stance>& stances, const char* day) {
    std::string text;
    for (const StanceStatus one : standings(stances, *parse_day(day), default_vocabulary()))
      text += (text.empty() ? "" : " ") + std::string(to_string(one));
    return text;
  };
  std::vector<Stance> stances = {
      stance("2024-10-01", "affirm", "a"), stance("2024-10-02", "deny", "b"),
      stance("2024-10-02", "deny", "c"),   stance("2024-10-03", "", "d"),
      stance("2024-10-04", "deny", "e"),   stance("2024-11-01", "silent", "f")};
  stances[2].corrects = "b";
  stances[3].retracts = "c";
  stances[4].repeats = "a";
  // The correction was retracted, and what it corrected does not come back.
  CHECK(told(stances, "2024-10-10") == "in-force corrected retracted retraction check later");
  CHECK(told(stances, "2024-11-02") == "earlier corrected retracted retraction check in-force");
  stances = {stance("2024-10-01", "affirm", "a"), stance("2024-10-01", "affirm", "b")};
  stances[1].corrects = "a";
  stances[1].until = date("2024-10-20");
  CHECK(told(stances, "2024-11-02") == "ended lapsed");
  stances = {stance("2024-10-15", "deny", "a"), stance("2024-10", "affirm", "b"),
             stance("2024-10-20", "done", "c")};
  CHECK(told(stances, "2024-11-02") == "possible possible in-force");
  stances[2].until = date("2024-10-31");
  CHECK(told(stances, "2024-11-02") == "possible possible lapsed");
}
