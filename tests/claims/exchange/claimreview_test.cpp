// SPDX-License-Identifier: MIT
#include "claims/exchange/claimreview/claimreview.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "claims/exchange/claimreview/claimreview_write.h"
#include "claims/exchange/claimreview/loose_date.h"
#include "claims/records/codec.h"
#include "tests/claims/build.h"
#include "tests/places.h"

using namespace aver::claims;
using namespace aver::tests;

namespace {

constexpr const char* kLabels = "../shared/data/rating-labels/master_mapping.tsv";

struct Read {
  std::vector<claimreview::PublishedReview> reviews;
  std::size_t count = 0;

  template <class T>
  std::vector<T> all() const {
    std::vector<T> found;
    for (const claimreview::PublishedReview& review : reviews) {
      for (const claimreview::Record& record : review.records) {
        if (const T* one = std::get_if<T>(&record)) found.push_back(*one);
      }
    }
    return found;
  }
  std::string problems() const {
    std::string text;
    for (const claimreview::PublishedReview& review : reviews) {
      for (const Diagnostic& problem : review.problems) text += to_string(problem) + "\n";
    }
    return text;
  }
};

Read read(const std::string& text, const std::string& unmapped = "") {
  static const Labels labels;
  claimreview::Options options{labels, default_vocabulary()};
  options.unmapped = unmapped;
  Read result;
  result.count =
      claimreview::read(json::more_of(text), options, [&](claimreview::PublishedReview&& review) {
        result.reviews.push_back(std::move(review));
        return true;
      });
  return result;
}

std::string review(const std::string& more = "", const std::string& claim = "Cats bark") {
  return R"({"@context":"https://schema.org","@type":"ClaimReview","claimReviewed":")" + claim +
         R"(","url":"https://www.example.org/cats","datePublished":"2024-10-31T09:00:00+02:00",)" +
         R"("author":{"@type":"Organization","name":"Check It"},)" +
         R"("reviewRating":{"@type":"Rating","alternateName":"Mostly False"})" + more + "}";
}

std::string position_of_label(const std::string& label) { return Labels().find(label); }

}  // namespace

TEST_CASE("a ClaimReview is a claim, an outlet, a source and a verdict") {
  const Read result =
      read(review(R"(,"itemReviewed":{"@type":"Claim","author":{"@type":"Person","name":"Jo Doe"},)"
                  R"("datePublished":"2024-10-02"},"inLanguage":"en")"));
  CHECK(result.problems() == "");
  REQUIRE(result.count == 1);
  const std::vector<Stance> stances = result.all<Stance>();
  REQUIRE(stances.size() == 2);
  CHECK(stances[0].holder == "outlets/check-it");
  CHECK(stances[0].position == "mostly-false");
  CHECK(stances[0].rating == "Mostly False");
  CHECK(to_string(stances[0].held) == "2024-10-31");
  CHECK(stances[1].holder == "claimants/jo/jo-doe");
  CHECK(stances[1].position == "affirm");
  CHECK(stances[1].mode == "attributed");
  CHECK(stances[1].via == std::vector<std::string>{"outlets/check-it"});
  CHECK(to_string(stances[1].held) == "2024-10-02");
  REQUIRE(result.all<Claim>().size() == 1);
  CHECK(result.all<Claim>()[0].text == "Cats bark");
  CHECK(result.all<Source>()[0].url == "https://www.example.org/cats");
  CHECK(result.all<Actor>()[0].kind == "outlet");
  CHECK(result.all<Actor>()[1].kind == "person");
  // Every record is one that a store takes.
  for (const claimreview::Record& record : result.reviews[0].records) {
    const std::string path = path_of(claimreview::ref_of(record));
    const std::string text = claimreview::encode(record);
    Diagnostics problems;
    switch (claimreview::ref_of(record).kind) {
      case RecordKind::claim:
        problems = decode_claim(text, path).problems;
        break;
      case RecordKind::stance:
        problems = decode_stance(text, path).problems;
        break;
      case RecordKind::actor:
        problems = decode_actor(text, path).problems;
        break;
      default:
        problems = decode_source(text, path).problems;
    }
    CAPTURE(path);
    CHECK(problems.empty());
  }
}

TEST_CASE("reviews are found wherever they stand") {
  const std::string one = review();
  CHECK(read("[" + one + "," + one + "]").count == 2);
  CHECK(read(R"({"@graph":[{"@type":"WebPage"},)" + one + "]}").count == 1);
  CHECK(read(one + "\n" + one + "\n" + one).count == 3);
  CHECK(read(R"({"@type":"NewsArticle","review":)" + one + "}").count == 1);
  CHECK(read(R"({"@type":"DataFeed","dataFeedElement":[{"@type":"DataFeedItem","item":[)" + one +
             "]}]}")
            .count == 1);
  CHECK(read("\xEF\xBB\xBF" + one).count == 1);
  CHECK(read("<html><head><!-- <script type=\"application/ld+json\">" + one +
             "</script> ---><SCRIPT async type='application/ld+json'>\n" + one +
             "</SCRIPT><script>var a = '<script type=\"application/ld+json\">" + "'</script>" +
             "<script type=\"application/ld+json\">[" + one + "]</script></html>")
            .count == 2);
  // As DataCommons keeps them: a script a line.
  const std::string line = "<script type=\"application/ld+json\">" + one + "</script>\n";
  CHECK(read(line + line).count == 2);
}

TEST_CASE("the Fact Check Tools API's answers are read") {
  const Read result = read(
      R"({"claims":[{"text":"Dogs  meow","claimant":"Facebook posts","claimDate":"2020-07-01T00:00:00Z",)"
      R"("claimReview":[{"publisher":{"name":"Fact Org","site":"www.fact.example"},)"
      R"("url":"https://fact.example/1","title":"No, dogs do not","reviewDate":"2020-07-06T00:00:00Z",)"
      R"("textualRating":"False. They bark.","languageCode":"en"},)"
      R"({"publisher":{"site":"other.example"},"url":"https://other.example/2","reviewDate":"2020-07-07T00:00:00Z",)"
      R"("textualRating":"Falsch","languageCode":"de"}]}],"nextPageToken":"x"})");
  CHECK(result.problems() == "");
  CHECK(result.count == 2);
  const std::vector<Stance> stances = result.all<Stance>();
  REQUIRE(stances.size() == 4);
  CHECK(stances[0].position == "false");
  CHECK(stances[0].rating == "False. They bark.");
  CHECK(stances[1].holder == "claimants/fa/facebook-posts");
  CHECK(stances[2].holder == "outlets/other-example");
  CHECK(result.all<Claim>()[0] == result.all<Claim>()[0]);
  CHECK(result.all<Claim>()[0].id == result.all<Claim>()[1].id);  // the same words
  CHECK(result.all<Claim>()[0].text == "Dogs meow");
  CHECK(result.all<Actor>()[1].kind == "account");
}

TEST_CASE("authors come as a text, an object, a list, and as a pointer into the graph") {
  const auto with_author = [](const std::string& author) {
    std::string text = review();
    const std::string old = R"({"@type":"Organization","name":"Check It"})";
    return text.replace(text.find(old), old.size(), author);
  };
  const auto holder = [](const Read& result) { return result.all<Stance>().at(0).holder; };
  CHECK(holder(read(with_author("\"Check It\""))) == "outlets/check-it");
  CHECK(holder(read(with_author(
            R"([{"@type":"Person","name":"Al"},{"@type":"Organization","name":"B C"}])"))) ==
        "outlets/b-c");
  const std::string graph = R"({"@graph":[)" + with_author(R"({"@id":"#org"})");
  const std::string org = R"({"@type":"Organization","@id":"#org","name":"Late Org"})";
  CHECK(holder(read(graph + "," + org + "]}")) == "outlets/late-org");
  CHECK(holder(read(R"({"@graph":[)" + org + graph.substr(10).insert(0, ",") + "]}")) ==
        "outlets/late-org");
  // Nobody said whose it is: then the site's.
  CHECK(holder(read(graph + "]}")) == "outlets/example-org");
}

TEST_CASE("the position is that of the label, else that of the number, else nobody's guess") {
  CHECK(position_of_label("Pants on Fire!") == "false");
  CHECK(position_of_label("  MOSTLY_TRUE. ") == "mostly-true");
  CHECK(position_of_label("Fałsz") == "false");
  CHECK(position_of_label("“Falso”") == "false");
  CHECK(position_of_label("Misleading: the video is old") == "mixed");
  CHECK(position_of_label("It would be false to say so") == "");
  CHECK(position_of_label("") == "");
  const auto numeric = [](double value, std::optional<double> best, std::optional<double> worst) {
    return position_of({value, best, worst}, default_vocabulary());
  };
  CHECK(numeric(1, 5, 1) == "false");
  CHECK(numeric(5, std::nullopt, std::nullopt) == "true");
  CHECK(numeric(3, 5, 1) == "mixed");
  CHECK(numeric(4, 5, 1) == "mostly-true");
  CHECK(numeric(1, 1, 5) == "true");  // a scale that counts down
  CHECK(numeric(-1, -1, -1) == "");
  CHECK(numeric(9, 5, 1) == "");

  std::string strange = review();
  strange.replace(strange.find("Mostly False"), 12, "Bananas");
  const Read refused = read(strange);
  CHECK(refused.all<Stance>().empty());
  CHECK(refused.problems().find("the rating \"Bananas\" is not known") != std::string::npos);
  CHECK(read(refused.reviews[0].json).count == 1);  // kept as it may be read again
  const Read kept = read(strange, "unproven");
  CHECK(kept.all<Stance>().at(0).position == "unproven");
  CHECK(kept.all<Stance>().at(0).rating == "Bananas");
  std::string numbered = strange;
  numbered.insert(numbered.find(R"("alternateName")"), R"("ratingValue":"2","bestRating":5,)");
  CHECK(read(numbered).all<Stance>().at(0).position == "mostly-false");
}

TEST_CASE("no label of a real table is taken for its opposite" * Needs(kLabels)) {
  std::ifstream in(source_dir() / kLabels);
  std::size_t known = 0;
  for (std::string line; std::getline(in, line);) {
    const std::string whole = line.substr(0, line.find('\t'));
    const double meant = whole.ends_with("false") ? -1 : whole.ends_with("true") ? 1 : 0;
    std::istringstream labels(line.substr(whole.size() + 1));
    for (std::string label; std::getline(labels, label, '|');) {
      const Meaning meaning = default_vocabulary().find(position_of_label(label));
      if (!meaning) continue;
      ++known;
      CAPTURE(label);
      CHECK(meaning.word->value * meant >= 0);
      if (meant == 0) CHECK(meaning.word->value == 0);
    }
  }
  CHECK(known > 15);
}

TEST_CASE("a table of labels adds to the built-in one, and says what is wrong with it") {
  Labels labels;
  const Diagnostics problems =
      labels.add("# ours\nfalse\tBananas|Total Rubbish\nmixed\tfalse\nwrong\tx\nno tab\n", "l.tsv",
                 default_vocabulary());
  CHECK(labels.find("total rubbish!") == "false");
  CHECK(labels.find("False") == "mixed");  // the user's word counts
  REQUIRE(problems.size() == 2);
  CHECK(to_string(problems[0]) ==
        "l.tsv:4:1: error: \"wrong\" is no position of this store [label/table]");
  CHECK(problems[1].place == Place{5, 1});
}

TEST_CASE("dates in all usual forms, and none that is guessed") {
  const auto day = [](const std::string& text) {
    const ParsedDate parsed = loose_date(text);
    return parsed.date ? to_string(*parsed.date) : "";
  };
  for (const char* text :
       {"2024-10-31", "2024-10-31T09:00:00Z", "2024-10-31T23:59:59.123+05:30", "2024-10-31 09:00",
        "20241031", "20241031T090000Z", "2024/10/31", "31.10.2024", "31/10/2024", "10/31/2024",
        "31 October 2024", "October 31, 2024", "Oct. 31st, 2024", "31-Oct-2024",
        "Thu, 31 Oct 2024 09:00:00 +0000", " 2024-10-31 "}) {
    CAPTURE(text);
    CHECK(day(text) == "2024-10-31");
  }
  CHECK(day("2024-1-5") == "2024-01-05");
  CHECK(day("2024-10") == "2024-10");
  CHECK(day("[2024-10-03..2024-10-09]") == "[2024-10-03..2024-10-09]");
  CHECK(day("October 2024") == "2024-10");
  CHECK(day("5.4.2024") == "2024-04-05");
  for (const char* text : {"", "03/04/2024", "31/31/2024", "2024-13-01", "30 February 2024",
                           "yesterday", "1730366400", "10-31", "may", "march of the penguins"}) {
    CAPTURE(text);
    CHECK(day(text) == "");
  }
}

TEST_CASE("what is wrong is told with its place, and the rest is read") {
  const Read result = read(review() + "\n{\"@type\": nonsense}\n" + review() + "\n");
  CHECK(result.count == 2);
  CHECK(result.problems().find(":2:12: error: not valid JSON") != std::string::npos);
  CHECK(read("{}").problems() == ":1:1: error: there is no ClaimReview in it [claimreview/none]\n");
  CHECK(read("").problems().find("claimreview/none") != std::string::npos);
  CHECK(read(R"({"@type":"ClaimReview"})").problems() ==
        ":1:1: error: the date of the review is missing [claimreview/date]\n"
        ":1:1: error: the review does not say which claim it is about [claimreview/text]\n"
        ":1:1: error: the review does not say whose it is [claimreview/publisher]\n"
        ":1:1: error: the review has no rating [label/unmapped]\n");
  CHECK(read("[\n" + review() + ",\n" + review() + ",{").problems() ==
        ":3:" + std::to_string(review().size() + 3) +
            ": error: not valid JSON: it ends in the middle [json/syntax]\n");
  CHECK(read(std::string(200, '[')).problems().find("json/deep") != std::string::npos);
}

TEST_CASE("the same thing is never made in two ways") {
  // One outlet of several sites, one page with two reviews, names that differ by a letter's mark.
  std::string other = review("", "Dogs meow");
  other.replace(other.find("www.example.org/cats"), 20, "elsewhere.example/x");
  const std::string page = review("", "Cows bark");
  const std::string marked =
      review(R"(,"itemReviewed":{"author":[{"@type":"Person","name":"José"},{"name":"Jos"}]})");
  std::map<std::string, std::string> made;
  for (const claimreview::PublishedReview& one : read(review() + other + page + marked).reviews) {
    for (const claimreview::Record& record : one.records) {
      const std::string text = claimreview::encode(record);
      CHECK(made.emplace(path_of(claimreview::ref_of(record)), text).first->second == text);
    }
  }
  CHECK(made.contains("actors/claimants/jo/jos.toml"));
  CHECK(std::count_if(made.begin(), made.end(), [](const auto& one) {
          return one.first.starts_with("actors/claimants/jo/jos");
        }) == 2);
}

TEST_CASE("claims fan out, and every name is one") {
  std::set<std::string> ids, folders;
  std::string text;
  for (int i = 0; i < 2000; ++i) text += review("", "Claim number " + std::to_string(i)) + "\n";
  const Read result = read(text);
  for (const Claim& claim : result.all<Claim>()) {
    ids.insert(claim.id);
    folders.insert(claim.id.substr(0, claim.id.rfind('/')));
    CHECK(id_problem(claim.id) == "");
  }
  CHECK(ids.size() == 2000);
  CHECK(folders.size() > 200);
  CHECK(id_problem(read(review("", std::string(300, 'x'))).all<Claim>()[0].id) == "");
  CHECK(id_problem(read(review("", "北京的猫")).all<Claim>()[0].id) == "");
}

TEST_CASE("what is written as ClaimReview is read as what it was") {
  Claim claim;
  claim.text = "Cats </script> bark";
  Stance stance = aver::tests::stance("2024-10-31", "false");
  stance.rating = "Pants on Fire";
  const auto written = [&] {
    std::string text;
    append_claimreview(text,
                       {&claim, &stance, "Check It", "outlet", "https://check.example",
                        "https://check.example/1", "No", Claimant{"Jo", "person", date("2024-10")}},
                       default_vocabulary());
    return text;
  };
  CHECK(written() ==
        R"({"@type":"ClaimReview","url":"https://check.example/1","name":"No",)"
        R"("claimReviewed":"Cats \u003c/script> bark","datePublished":"2024-10-31",)"
        R"("author":{"@type":"Organization","name":"Check It","url":"https://check.example"},)"
        R"("reviewRating":{"@type":"Rating","ratingValue":1,"bestRating":5,"worstRating":1,)"
        R"("alternateName":"Pants on Fire"},"itemReviewed":{"@type":"Claim",)"
        R"("author":{"@type":"Person","name":"Jo"},"datePublished":"2024-10"}})");
  const Read result = read(written());
  CHECK(result.problems() == "");
  CHECK(result.all<Claim>()[0].text == claim.text);
  CHECK(result.all<Stance>()[0].position == "false");
  CHECK(to_string(result.all<Stance>()[1].held) == "2024-10");
  // By its number alone, where nobody knows the label.
  for (const char* word : {"true", "mostly-true", "mixed", "mostly-false", "false"}) {
    stance.position = word;
    stance.rating = "our own word";
    CHECK(read(written()).all<Stance>()[0].position == word);
  }
  stance.position = "unproven";
  CHECK(written().find("ratingValue") == std::string::npos);
}
