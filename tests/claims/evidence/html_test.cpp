// SPDX-License-Identifier: MIT
//
// The text of pages, good and bad.
#include "claims/evidence/html.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace aver::claims;

TEST_CASE("blocks are paragraphs, scripts and styles are nothing") {
  CHECK(page_text("<!doctype html><html><head><title>T &amp; U</title><style>p{}</style></head>"
                  "<body><h1>Head</h1><p>One\n two<b>three</b>&nbsp;&#8220;four&rdquo;</p>"
                  "<script>alert(1)</script><ul><li>a<li>b</ul>x<br>y</body></html>")
            .text == "Head\n\nOne twothree\xC2\xA0“four”\n\na\n\nb\n\nx\ny\n");
  CHECK(page_text("<title> A\n page </title>").title == "A page");
  CHECK(page_text("<p>He <q>spoke</q></p>").text == "He “spoke”\n");
  CHECK(page_text("<pre>a\n  b</pre>").text == "a\n  b\n");
  CHECK(page_text("<table><tr><td>a<td>b<tr><td>c</table>").text == "a b\n\nc\n");
  CHECK(page_text("<p hidden>no</p><p>yes</p>").text == "yes\n");
  CHECK(page_text("<p>a</p><!-- no --><p>b</p>").text == "a\n\nb\n");
  CHECK(page_text("").text == "");
  CHECK(page_text("<script>only</script>").text == "");
}

TEST_CASE("a page that is cut in the middle says so, and is read as far as it goes") {
  const PageText cut = page_text("<html><body><p>One</p><p>Tw");
  CHECK(cut.cut);
  CHECK(cut.text == "One\n\nTw\n");
  CHECK(page_text("<html><body><p>One <a href=\"x").text == "One\n");
  CHECK_FALSE(page_text("<html><body>x</body></html>\n").cut);
}

TEST_CASE("what would take for ever is refused; what is only deep is read") {
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<div>";
  CHECK(page_text(deep).problem.find("nested") != std::string::npos);
  deep.resize(5 * 9'000);
  CHECK(page_text(deep + "x").text == "x\n");
  std::string many;
  for (int i = 0; i < 50'000; ++i) many += "<p>x";
  CHECK(page_text(many).text.size() == 50'000 * 3 - 1);
}

TEST_CASE("a page is known by its beginning, and its encoding by its word") {
  CHECK(looks_like_html("<!DOCTYPE html><p>"));
  CHECK(looks_like_html("\xEF\xBB\xBF \n<!-- x --> <HTML>"));
  CHECK_FALSE(looks_like_html("A text with <html> in it"));
  CHECK_FALSE(looks_like_html(""));
  CHECK_FALSE(looks_like_html("<!--"));
  CHECK(declared_encoding("<meta charset=\"Windows-1252\">") == "windows-1252");
  CHECK(declared_encoding("<meta http-equiv=Content-Type content='text/html; charset=EUC-KR'>") ==
        "euc-kr");
  CHECK(declared_encoding("<p>no</p>") == "");
}

TEST_CASE("any bytes are a page") {
  CHECK(rc::check([](const std::vector<std::string>& pieces) {
    std::string html;
    const char* tags[] = {"<p>", "</p>",    "<div",  ">",  "<!--", "-->",
                          "<q>", "<table>", "<svg>", "&#", ";",    "<pre>"};
    for (const std::string& piece : pieces)
      html += piece + tags[*rc::gen::inRange<std::size_t>(0, 12)];
    const PageText page = page_text(html);
    RC_ASSERT(page.text.empty() || page.text.back() == '\n');
  }));
}
