// SPDX-License-Identifier: MIT
//
// The query language: text <-> tree, errors with their places, saved queries.
#include "claims/query/query.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "tests/claims/query/build.h"

using namespace aver::claims::query;
using aver::claims::default_vocabulary;
using aver::tests::any_query;

namespace {

std::string again(const std::string& text) {
  const ParsedQuery parsed = parse(text);
  REQUIRE_MESSAGE(parsed.query, text << ": " << parsed.problem->sentence);
  return print(*parsed.query);
}

// The sentence, and the part of the query that it points at.
std::string problem(const std::string& text) {
  const ParsedQuery parsed = parse(text);
  REQUIRE_MESSAGE(parsed.problem, text);
  CHECK(!parsed.query);
  const QuerySpan span = parsed.problem->span;
  REQUIRE(span.known());
  REQUIRE(span.begin <= span.end);
  REQUIRE(span.end <= text.size());
  return "[" + text.substr(span.begin, span.end - span.begin) + "] " + parsed.problem->sentence;
}

}  // namespace

TEST_CASE("a query is read, and written in one form") {
  CHECK(again("") == "");
  CHECK(again("  holder:calda   position:silent,declined ") ==
        "holder:calda position:silent,declined");
  CHECK(again("a or b c or d") == "a or b c or d");
  CHECK(again("a and (b or c) AND d") == "a (b or c) d");
  CHECK(again("((a) (b))") == "a b");
  CHECK(again("(a or b) or c") == "a or b or c");
  CHECK(again("-a -(b c) --d -some(kind:fact)") == "-a -(b c) --d -some(kind:fact)");
  CHECK(again("speaker:\"Albert Brindle\",Wena") == "speaker:\"Albert Brindle\",Wena");
  CHECK(again("\"a \\\"b\\\" \\\\ c\"") == "\"a \\\"b\\\" \\\\ c\"");
  CHECK(again("changed:>2024-10 due:..2025 held:2024..2025-02,<2020") ==
        "changed:>2024-10 due:..2025 held:2024..2025-02,<2020");
  CHECK(again("Review-By:today") == "review_by:today");
  CHECK(again("12:30 a,b \"or\" some (x)") == "12:30 a,b \"or\" some x");
  CHECK(again("@troops or @b") == "@troops or @b");
  CHECK(again("topic:\"a,b\"") == "topic:\"a,b\"");
}

TEST_CASE("what is wrong with a query is said, and shown where") {
  CHECK(problem("hodler:calda") == "[hodler] there is no key \"hodler\"; did you mean holder?");
  CHECK(problem("kind:fact kind:plege") ==
        "[plege] kind: takes no \"plege\"; did you mean pledge?");
  CHECK(problem("a \"b c") == "[\"] this quote is not closed");
  CHECK(problem("speaker:\"b c") == "[\"] this quote is not closed");
  CHECK(problem("a (b or (c)") == "[(] this parenthesis is not closed");
  CHECK(problem("a) b") == "[)] this closing parenthesis has no opening one");
  CHECK(problem(")") == "[)] this closing parenthesis has no opening one");
  CHECK(problem("a ()") == "[()] nothing stands between these parentheses");
  CHECK(problem("a or") == "[or] nothing stands behind this \"or\"");
  CHECK(problem("(a or )") == "[or] nothing stands behind this \"or\"");
  CHECK(problem("or a") == "[or] nothing stands before this \"or\"");
  CHECK(problem("a and or b") == "[and] nothing stands behind this \"and\"");
  CHECK(problem("and a") == "[and] nothing stands before this \"and\"");
  CHECK(problem("a - b") == "[-] nothing stands behind this \"-\"");
  CHECK(problem("holder:") == "[holder:] a value is missing behind this key");
  CHECK(problem("holder:a, b") == "[,] a value is missing behind this \",\"");
  CHECK(problem("holder:(a or b)") == "[(] values stand in no parentheses: put \",\" between them");
  CHECK(problem("held:>") == "[>] a value is missing behind this sign");
  CHECK(problem("held:..") == "[..] this range has no ends");
  CHECK(problem("held:2024-02-30").starts_with("[2024-02-30] "));
  CHECK(problem("held:2024~").starts_with("[2024~] a date in a query carries no \"~\""));
  CHECK(problem("held:2025..2024") == "[2025..2024] this range is the wrong way round");
  CHECK(problem("credibility:4..2") == "[4..2] this range is the wrong way round");
  CHECK(problem("holder:>a") == "[>a] holder has no order: it takes no < and no >");
  CHECK(problem("\"\"") == "[\"\"] there is nothing between these quotes");
  CHECK(problem("\xE2\x80\x8B") == "[\xE2\x80\x8B] there is nothing here to look for");
  CHECK(problem("@") == "[@] the name of a saved query is missing");
  CHECK(problem("@A") == "[@A] \"A\" is no name of a saved query: it has a-z, 0-9, - and _");
  CHECK(problem("\"a\"b") == "[\"] a blank is missing behind this quote");
  CHECK(problem("a\"b\"") == "[\"] a blank is missing here");
  CHECK(problem("a(b)") == "[(] a blank is missing before this parenthesis");
  CHECK(problem("kind:fact(b)") == "[(] a blank is missing before this parenthesis");
}

TEST_CASE("a query is neither too long nor too deep for whoever walks it") {
  CHECK(parse(std::string(kMaxLength, 'a')).query);
  CHECK(parse(std::string(kMaxLength + 1, 'a')).problem);
  CHECK(parse(std::string(kMaxNesting, '(') + "a" + std::string(kMaxNesting, ')')).query);
  CHECK(parse(std::string(10000, '(')).problem->sentence == "this is nested more than 50 deep");
  CHECK(parse(std::string(10000, '-') + "a").problem->sentence ==
        "this is nested more than 50 deep");
  std::string some;
  for (int i = 0; i < 2000; ++i) some += "some(";
  CHECK(parse(some).problem->sentence == "this is nested more than 50 deep");
}

TEST_CASE("what is nested as deep as can be is printed no deeper") {
  CHECK(again("--a") == "--a");
  CHECK(again("-(-a)") == "--a");
  CHECK(rc::check("each way to nest, up to the limit", [] {
    // Mostly "-", of which no two in a row may cost more than they did.
    const auto ways = *rc::gen::container<std::vector<std::string>>(
        kMaxNesting, rc::gen::weightedElement<std::string>(
                         {{10, "-"}, {1, "("}, {1, "some("}, {1, "(a "}, {1, "(a or "}}));
    std::string text;
    std::string closing;
    for (const std::string& way : ways) {
      text += way;
      if (way != "-") closing += ')';
    }
    const ParsedQuery parsed = parse(text + "b" + closing);
    if (parsed.problem) RC_FAIL(text + ": " + parsed.problem->sentence);
    const std::string printed = print(*parsed.query);
    const ParsedQuery again = parse(printed);
    if (again.problem) RC_FAIL(printed + ": " + again.problem->sentence);
    RC_ASSERT(*again.query == *parsed.query);
  }));
}

TEST_CASE("saved queries are put in where they are named") {
  const std::vector<SavedQuery> saved = {{"troops", "tag:troops or tag:army"},
                                         {"quiet", "@troops is:absent"},
                                         {"a", "x @b"},
                                         {"b", "-@a"},
                                         {"bad", "tag:"},
                                         {"all", ""}};
  const auto expanded = [&](const std::string& text) {
    Query query = *parse(text).query;
    const auto problem = expand(query, saved);
    if (!problem) return print(query);
    CHECK(problem->span.known());
    return text.substr(problem->span.begin, problem->span.end - problem->span.begin) + ": " +
           problem->sentence;
  };
  CHECK(expanded("@quiet kind:fact") == "(tag:troops or tag:army) is:absent kind:fact");
  CHECK(expanded("@troops or x") == "tag:troops or tag:army or x");
  CHECK(expanded("-@troops") == "-(tag:troops or tag:army)");
  CHECK(expanded("@all kind:fact") == "kind:fact");
  CHECK(expanded("x @quit") == "@quit: there is no saved query @quit; did you mean quiet?");
  CHECK(expanded("x -@a") == "@a: the saved query @a leads back to itself: @a -> @b -> @a");
  CHECK(expanded("@bad") ==
        "@bad: the saved query @bad cannot be read: a value is missing behind this key");
  Query query = *parse("@x").query;
  CHECK(expand(query, {})->sentence == "there is no saved query @x: aver.toml has none");

  // Each names the one before it twice: short to write, and endless to put in.
  std::vector<SavedQuery> growing = {{"q0", "a b"}};
  for (int i = 1; i < 40; ++i) {
    const std::string before = "@q" + std::to_string(i - 1);
    growing.push_back({"q" + std::to_string(i), "-(" + before + " or -" + before + ")"});
  }
  query = *parse("@q39").query;
  CHECK(expand(query, growing)->sentence == "with its saved queries put in, this is too long");
}

TEST_CASE("a saved query is read once, however often others name it") {
  std::vector<SavedQuery> chain;
  for (int i = 0; i < 4000; ++i) {
    chain.push_back({"a" + std::to_string(i), "@a" + std::to_string(i + 1)});
  }
  chain.push_back({"a4000", "x"});
  SavedQueries saved(chain);
  std::size_t too_long = 0;
  for (const SavedQuery& one : chain) {
    Query query = *parse("@" + one.name).query;
    if (saved.expand(query)) ++too_long;
  }
  CHECK(too_long == 4001 - 200);
  CHECK(saved.cost() < 1'000'000);
  Query query = *parse("@a3990 y").query;
  CHECK(!saved.expand(query));
  CHECK(print(query) == "x y");
}

TEST_CASE("positions have their names of today, and are in the vocabulary") {
  Query query = *parse("position:notStarted,deny scale:stance").query;
  const aver::claims::Vocabulary words(
      {{"stance", aver::claims::Order::opposed, {{"deny", -1, false, {}}}},
       {"progress", aver::claims::Order::ordered, {{"not-acted", 0, true, {"notStarted"}}}}});
  CHECK(!resolve_words(query, words));
  CHECK(print(query) == "position:not-acted,deny scale:stance");
  query = *parse("x position:deny,affrim").query;
  CHECK(resolve_words(query, default_vocabulary())->sentence ==
        "\"affrim\" is no position in this store's vocabulary; did you mean affirm?");
  CHECK(resolve_words(query, default_vocabulary())->span.begin == 16);
  query = *parse("scale:stnace").query;
  CHECK(resolve_words(query, default_vocabulary())->sentence ==
        "\"stnace\" is no scale of this store's vocabulary; did you mean stance?");
}

TEST_CASE("what may have been meant is a word that can stand in the place of the wrong one") {
  const std::vector<SavedQuery> saved = {{"quiet", "is:absent"}, {"bad", "kind:plege"}};
  const auto guess = [&](const std::string& text) {
    const ParsedQuery parsed = parse(text);
    if (parsed.problem) return parsed.problem->guess;
    Query query = *parsed.query;
    auto problem = expand(query, saved);
    if (!problem) problem = resolve_words(query, default_vocabulary());
    return problem ? problem->guess : "no problem";
  };
  CHECK(guess("hodler:borland") == "holder");
  CHECK(guess("kind:plege") == "pledge");
  CHECK(guess("x position:affrim") == "affirm");
  CHECK(guess("scale:stnace") == "stance");
  CHECK(guess("-@quit") == "@quiet");
  // Nothing is near; and what is wrong in a saved query does not stand in this one.
  CHECK(guess("zzzzzz:x") == "");
  CHECK(guess("kind:" + std::string(1000, 'x')) == "");
  CHECK(guess("@bad") == "");
  CHECK(guess("(a") == "");
}

TEST_CASE("every key can be read, and is explained") {
  for (const KeyRow& row : keys()) {
    CHECK(&row_of(row.key) == &row);
    if (row.name.empty()) continue;
    CHECK(key_named(row.name) == &row);
    CHECK(!row.meaning.empty());
    const std::string value = row.words.empty() ? "2024" : std::string(row.words.front());
    CHECK(again(std::string(row.name) + ":" + value) == std::string(row.name) + ":" + value);
  }
}

TEST_CASE("what is printed is read back as the same query") {
  CHECK(rc::check("round trip", [] {
    const Query query = any_query(3);
    const std::string text = print(query);
    const ParsedQuery parsed = parse(text);
    if (parsed.problem) RC_FAIL(text + ": " + parsed.problem->sentence);
    RC_ASSERT(*parsed.query == query);
    RC_ASSERT(print(*parsed.query) == text);
  }));
}

TEST_CASE("any text is read or refused, with a place in it") {
  CHECK(rc::check("any text", [] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "(", ")", "-", "\"", "or", "and", " ", ",", ":", "holder", "held", "<", ">=", "..", "2024",
        "some", "@", "a", "\\", "\xC3\xA9", "kind:fact", "\xFF"));
    std::string text;
    for (const std::string& piece : pieces) text += piece;
    const ParsedQuery parsed = parse(text);
    RC_ASSERT(parsed.query.has_value() != parsed.problem.has_value());
    if (parsed.problem) {
      RC_ASSERT(parsed.problem->span.begin <= parsed.problem->span.end);
      RC_ASSERT(parsed.problem->span.end <= text.size());
      return;
    }
    const ParsedQuery again = parse(print(*parsed.query));
    RC_ASSERT(again.query.has_value());
    RC_ASSERT(*again.query == *parsed.query);
  }));
}
