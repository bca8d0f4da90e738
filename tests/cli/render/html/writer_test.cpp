// SPDX-License-Identifier: MIT
//
// Nothing that a store says becomes markup or an address.
#include "cli/render/html/writer.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

#include "cli/render/html/place.h"

namespace {

using aver::cli::html::Address;
using aver::cli::html::escaped;
using aver::cli::html::live_address;
using aver::cli::html::percent_encoded;
using aver::cli::html::Place;
using aver::cli::html::Writer;

TEST_CASE("text is escaped in elements and attributes") {
  Writer out;
  out.leaf("p", "<script>alert('x')</script> & \"so\"", {{"title", "\" onclick=\"x()"}});
  CHECK(out.take().text() ==
        "<p title=\"&quot; onclick=&quot;x()\">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; "
        "&amp; &quot;so&quot;</p>");
}

TEST_CASE("what hides or turns the direction is shown, and what a script needs stays") {
  CHECK(escaped("a\u202Eb") == "a\\u{202E}b");
  CHECK(escaped("a\u2066b\u2069") == "a\\u{2066}b\\u{2069}");
  CHECK(escaped("a\u200Bb\x1b") == "a\\u{200B}b\\u{001B}");
  CHECK(escaped("\u200F\u0645\u06CC\u200C\u062E") == "\u200F\u0645\u06CC\u200C\u062E");
  CHECK(escaped("a\n\tb") == "a\n\tb");
  CHECK(escaped("a\xFF") == "a\uFFFD");
}

TEST_CASE("an address of the web is one of http or https, and plain") {
  for (const char* good : {"https://example.org/a?b=c&d#e", "http://example.org"}) {
    CAPTURE(good);
    const auto address = Address::web(good);
    REQUIRE(address.has_value());
    CHECK(address->outside());
  }
  for (const char* bad :
       {"javascript:alert(1)", " https://example.org", "https://", "//example.org",
        "data:text/html,x", "https://example.org/ x", "https://example.org/\"x",
        "https://example.org/\u202Ex", "HTTPS://example.org", "https://example.org/\n", ""}) {
    CAPTURE(bad);
    CHECK_FALSE(Address::web(bad).has_value());
  }
}

TEST_CASE("a link out of the site says no more than it must") {
  Writer out;
  out.link(*Address::web("https://example.org/?a=1&b=2"), "there");
  CHECK(out.take().text() ==
        "<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noopener noreferrer\">there</a>");
}

TEST_CASE("markup is whole, or none") {
  Writer out;
  CHECK_THROWS_AS(out.close(), std::logic_error);
  out.open("p");
  CHECK_THROWS_AS(out.take(), std::logic_error);
}

TEST_CASE("pages name each other relatively") {
  const Place page("claims/dorn/x/index.html");
  CHECK(page.to("style.css") == "../../../style.css");
  CHECK(page.to("claims/dorn/y/index.html") == "../y/index.html");
  CHECK(page.to("claims/dorn/x/index.html", "2024-10-31") == "#2024-10-31");
  CHECK(page.to("claims/dorn/x/index.html") == "index.html");
  CHECK(page.to("sources/2024/a/index.html", "q-x/\"y") ==
        "../../../sources/2024/a/index.html#q-x%2F%22y");
  CHECK(Place("index.html").to("claims/x/index.html") == "claims/x/index.html");
}

TEST_CASE("the live page is opened at the quote, or at the time") {
  CHECK(live_address("https://example.org/a", "well-known, and so", "") ==
        "https://example.org/a#:~:text=well%2Dknown%2C%20and%20so");
  CHECK(live_address("https://example.org/v?id=1", "said so", "1:02") ==
        "https://example.org/v?id=1&t=62");
  CHECK(live_address("https://example.org/v#top", "", "00:41:07") ==
        "https://example.org/v?t=2467#top");
  CHECK(live_address("https://example.org/a", "in ... pieces", "para 3") ==
        "https://example.org/a");
  CHECK(live_address("https://example.org/a#b", "said", "") == "https://example.org/a#b");
  CHECK(percent_encoded("a b/ä") == "a%20b%2F%C3%A4");
}

}  // namespace
