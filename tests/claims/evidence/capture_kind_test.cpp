// SPDX-License-Identifier: MIT
//
// Files that are no text are told by their bytes, and texts that look like them are not.
#include "claims/evidence/capture_kind.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace aver::claims;
using namespace std::string_view_literals;

TEST_CASE("kinds of captures that cannot be read are told by their bytes") {
  const auto zip_with = [](std::string_view name) {
    return std::string("PK\x03\x04\x14") + std::string(25, '\0') + std::string(name);
  };
  CHECK(unread_kind("{\\rtf1\\ansi We go.}").name == "a text in RTF");
  CHECK(unread_kind("\x89PNG\r\n\x1a\n\0\0"sv).name == "a picture (PNG)");
  CHECK(unread_kind("RIFF\x24\0\0\0WEBPVP8 "sv).name == "a picture (WebP)");
  CHECK(unread_kind("\0\0\0\x20"
                    "ftypisom"sv)
            .name == "a recording (MP4)");
  CHECK(unread_kind("\0\0\0\x20"
                    "ftypheic"sv)
            .name == "a picture (HEIC)");
  CHECK(unread_kind("WARC/1.0\r\nWARC-Type: response\r\n").name == "a web archive (WARC)");
  CHECK(unread_kind("\x1F\x8B\x08\0"sv).name == "a compressed file (gzip)");
  CHECK(unread_kind(zip_with("[Content_Types].xml…word/document.xml")).name == "a document (Word)");
  CHECK(unread_kind(zip_with("mimetypeapplication/epub+zip")).name == "an e-book (EPUB)");
  CHECK(unread_kind(zip_with("mimetypeapplication/vnd.oasis.opendocument.text")).name ==
        "a document (OpenDocument)");
  CHECK(unread_kind(zip_with("a.txt")).name == "an archive (zip)");
  CHECK(unread_kind(zip_with(std::string(200'000, ' ') + "archive/datapackage.json")).name ==
        "a web archive (WACZ)");
  CHECK(unread_kind("<?xml version='1.0'?>\n<rss><channel/></rss>").name ==
        "an XML document that is no page");
  CHECK(unread_kind("\n<svg xmlns='http://www.w3.org/2000/svg'/>").name == "a picture (SVG)");
}

TEST_CASE("JSON is told from a text in brackets") {
  for (const char* json : {"{\"text\": \"We go.\"}", " [ { \"a\" : 1 } ]\n", "[[{\"a\":1}]]",
                           "{\"a\":1}\n{\"a\":2}\n", "\xEF\xBB\xBF{\"a\":1}"}) {
    CAPTURE(json);
    CHECK(unread_kind(json).name == "data in JSON");
  }
  for (const char* text :
       {"[Applause] We go. [Laughter]", "[\"We go\", he said]", "{We go}", "{\"We go\" was said}",
        "[1]", "[", "{", "{\"", "", "We say: {\"a\":1}"}) {
    CAPTURE(text);
    CHECK(unread_kind(text).name.empty());
  }
}

TEST_CASE("texts that begin as other files do, and pages, are none of them") {
  for (const char* text :
       {"ID3 is a form of tags.\n", "BZhang left.\n", "Rar! he said.", "OggS and more of it",
        "GIF89a was a form.", "MM", "II*", "PK", "<?xml version='1.0'?><html><p>We go.</p></html>",
        "<p>We go.", "A ftyp is four bytes."}) {
    CAPTURE(text);
    CHECK(unread_kind(text).name.empty());
  }
}
