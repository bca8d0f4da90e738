// SPDX-License-Identifier: MIT
//
// The text of pages, good and bad.
#include "claims/evidence/html.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "claims/text/code_points.h"

using namespace aver::claims;

namespace {

// Text as it is written between tags.
std::string escaped(const std::string& text) {
  std::string html;
  for (const char c : text) {
    if (c == '<') {
      html += "&lt;";
    } else if (c == '&') {
      html += "&amp;";
    } else {
      html += c;
    }
  }
  return html;
}

std::string any_word() {
  return *rc::gen::nonEmpty(
             rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab1<>&;\"'-/")))) +
         *rc::gen::element<std::string>("", "é", "“", "中", "𝄞", "&nbsp;");
}

// What a reader does not see, with "unseen" in it.
std::string anything_unseen() {
  return *rc::gen::element<std::string>(
      "<script>unseen</script>", "<style>unseen</style>", "<!-- unseen -->",
      "<template><p>unseen</template>", "<noscript>unseen</noscript>", "<svg><text>unseen</svg>",
      "<select><option>unseen</select>", "<textarea>unseen</textarea>", "<i title='unseen'></i>",
      "<span hidden>unseen<b>unseen</b></span>", "");
}

std::string any_blank() { return *rc::gen::element<std::string>(" ", "\n", " \t ", "\r\n  "); }

// What is promised of every page that is read, however bad.
void check_text(const std::string& text) {
  RC_ASSERT(is_utf8(text));
  RC_ASSERT(std::none_of(text.begin(), text.end(),
                         [](char c) { return (c >= 0 && c < ' ' && c != '\n') || c == '\x7f'; }));
  if (text.empty()) return;
  RC_ASSERT(text.front() != '\n');
  RC_ASSERT(text.back() == '\n');
  RC_ASSERT(text.size() > 1);
  RC_ASSERT(text[text.size() - 2] != '\n');
  RC_ASSERT(text[text.size() - 2] != ' ');
  // A page that shows a text shows nothing else.
  RC_ASSERT(page_text("<pre>\n" + escaped(text) + "</pre>").text == text);
}

}  // namespace

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

TEST_CASE("what is struck out or hidden is not said, and is told") {
  const PageText page = page_text(
      "<p>They <del>never</del> <s>hardly</s> <span style='color:red; Display: none'>secretly "
      "</span>"
      "met<span hidden>x</span>, <span style='text-decoration: line-through'>not</span> once.</p>");
  CHECK(page.text == "They met, once.\n");
  CHECK(page.left_out == std::vector<std::string>{"3 struck-out passages", "2 hidden passages"});
  CHECK(page_text("<p>Here<del> </del>we go</p>").left_out.empty());
  CHECK(page_text("<dialog>no</dialog><dialog open>yes</dialog>").text == "yes\n");
}

TEST_CASE("note markers and ruby are no words; exponents stay what they are") {
  const PageText page = page_text(
      "<p>We favour<sup class='reference'><a href='#n1'>[1]</a></sup> calm<sup>2</sup>, "
      "always.<sup>[a]</sup> In 2031<sup><a href='#f'>3</a></sup></p>");
  CHECK(page.text == "We favour calm, always. In 2031\n");
  CHECK(page.left_out == std::vector<std::string>{"4 note markers"});
  CHECK(page_text("<p>10<sup>2</sup>, 10<sup>-3</sup>, 5 km<sup>2</sup>, E=mc<sup>2</sup></p>")
            .text == "10², 10⁻³, 5 km², E=mc²\n");
  CHECK(page_text("<p>1<sup>st</sup>, M<sup>me</sup>, H<sub>2</sub>O</p>").text ==
        "1st, Mme, H2O\n");
  CHECK(
      page_text("<p><ruby>言<rt>げん</rt>葉<rp>(</rp><rt>ば</rt><rp>)</rp></ruby>です</p>").text ==
      "言葉です\n");
}

TEST_CASE("formulas, shadow roots and XHTML are read as they are seen") {
  CHECK(page_text("<p>Some <math><mn>7</mn><mo>%</mo></math> of it</p>").text == "Some 7% of it\n");
  CHECK(page_text(
            "<p><math><msup><mn>10</mn><mn>2</mn></msup><mo>+</mo><mfrac><mn>1</mn><mn>2</mn>"
            "</mfrac><msub><mi>x</mi><mn>1</mn></msub><annotation encoding='application/x-tex'>t"
            "</annotation></math></p>")
            .text == "10^2+1/2x_1\n");
  CHECK(
      page_text("<div><template shadowrootmode='open'><p>Before</p><slot></slot><p><slot name='n'>"
                "none</slot></p></template><b>inside</b> <i slot='n'>named</i></div><p>after</p>")
          .text == "Before\n\ninside\n\nnamed\n\nafter\n");
  CHECK(page_text("<div><template><p>unseen</p></template>seen</div>").text == "seen\n");
  CHECK(page_text(
            "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head>"
            "<script src='a>b'/><title>T</title></head><body><p>We <span/>stay<br/>here</p></body>"
            "</html>")
            .text == "We stay\nhere\n");
}

TEST_CASE("a control character is none, whether it stands in the page or is named") {
  CHECK(page_text("<p>a\x1b[31mb\x7f</p>").text == "a\uFFFD[31mb\uFFFD\n");
  CHECK(page_text("<p>a&#27;[31mb&#127;&#x81;</p>").text == "a\uFFFD[31mb\uFFFD\uFFFD\n");
  CHECK(page_text("<title>&#7;T</title>").title == "\uFFFDT");
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

TEST_CASE("a tag of very many attributes is refused, and so are very many such tags") {
  const auto with = [](int attributes) {
    std::string tag = "<p";
    for (int i = 0; i < attributes; ++i) tag += " a" + std::to_string(i) + "='<b>'";
    return tag + ">x</p>";
  };
  CHECK(page_text(with(1000)).text == "x\n");
  CHECK(page_text(with(100'000)).problem ==
        "the page's tags have too many attributes: some 20,000 in one tag are the most");
  std::string many;
  for (int i = 0; i < 500; ++i) many += with(1000);
  CHECK(!page_text(many).problem.empty());
  // Whatever hides the tag from a look that knows no scripts.
  CHECK(!page_text("<script>if (a <b && c == \"</script>" + with(100'000) + "\">").problem.empty());
  std::string scripts;
  for (int i = 0; i < 9'000; ++i) scripts += "<script>for (i=0; i <n && x; ++i) {}</script>";
  CHECK(page_text(scripts + "<p>y").text == "y\n");
  std::string spaced;
  for (int i = 0; i < 5000; ++i) spaced += "<a " + std::string(1000, 'x');
  CHECK(!page_text(spaced).problem.empty());
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
  CHECK(declared_encoding("<script charset='utf-8'></script><meta charset=windows-1252>") ==
        "windows-1252");
  CHECK(declared_encoding("<!-- <meta charset=utf-8> --><meta charset = 'big5'>") == "big5");
  CHECK(declared_encoding("<?xml version='1.0' encoding='EUC-JP'?><html>") == "euc-jp");
  CHECK(declared_encoding("<p>a charset=utf-7 of words</p>") == "");
  CHECK(looks_like_html("<?xml version='1.0'?>\n<!DOCTYPE html>"));
  CHECK_FALSE(looks_like_html("<?xml version='1.0'?><feed>"));
}

TEST_CASE("what a page shows is its words in their order, and nothing of its tags") {
  CHECK(rc::check([] {
    std::string html = "<!doctype html><html><head><title>T</title></head><body>";
    std::string shown;
    const auto blocks = *rc::gen::inRange(0, 6);
    for (int block = 0; block < blocks; ++block) {
      const std::string tag = *rc::gen::element<std::string>("p", "div", "h2", "li", "blockquote");
      html += anything_unseen() + "<" + tag + *rc::gen::element<std::string>("", " class=x") + ">";
      const int words = *rc::gen::inRange(1, 6);
      for (int word = 0; word < words; ++word) {
        const std::string text = any_word();
        const std::string inside = *rc::gen::element<std::string>("", "b", "a", "em", "span");
        if (word > 0) html += any_blank();
        html += anything_unseen();
        html += inside.empty() ? escaped(text)
                               : "<" + inside + ">" + escaped(text) + "</" + inside + ">";
        shown += (word > 0 ? " " : block > 0 ? "\n\n" : "") + text;
      }
      html += any_blank() + "</" + tag + ">" + any_blank();
    }
    html += "</body></html>";
    if (!shown.empty()) shown += "\n";
    const PageText page = page_text(html);
    RC_ASSERT(page.problem.empty());
    RC_ASSERT(!page.cut);
    RC_ASSERT(page.title == "T");
    RC_ASSERT(page.text == shown);
    check_text(page.text);
  }));
}

TEST_CASE("any bytes are a page, and its text is a text") {
  CHECK(rc::check([](const std::vector<std::string>& pieces) {
    std::string html;
    const std::vector<std::string> tags = {
        "<p>",     "</p>",     "<div",     ">",         "<!--",   "-->",    "<q>",
        "<table>", "<svg>",    "&#",       "&#1;",      "&#x7f;", "&#x81;", ";",
        "<pre>",   "<br>",     "<title>",  "</title>",  "\n",     " ",      "<td>x",
        "\xff",    "\xC2\x80", "<script>", "</script>", "&nbsp;"};
    for (const std::string& piece : pieces) html += piece + *rc::gen::elementOf(tags);
    const PageText page = page_text(html);
    RC_ASSERT(page.problem.empty());
    RC_ASSERT(page.cut == (html.find("</html") == html.npos));
    RC_ASSERT(is_utf8(page.title));
    RC_ASSERT(page.title.find('\n') == page.title.npos);
    check_text(page.text);
  }));
}
