// SPDX-License-Identifier: MIT
//
// A table of the bytes that files begin with, and what takes more than that: archives that are
// documents, JSON and XML.
#include "claims/evidence/capture_kind.h"

#include <algorithm>
#include <cstddef>

#include "claims/evidence/html.h"
#include "claims/text/ascii.h"
#include "claims/text/lines.h"

namespace aver::claims {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kAsDocument = "save the document as plain text, HTML or PDF";
constexpr std::string_view kAsPage = "save the page itself as HTML";
constexpr std::string_view kShown = "save the page or the document that it shows";
constexpr std::string_view kCaptions = "save its captions (WebVTT or SubRip), or a transcript";
constexpr std::string_view kUnpack = "unpack it, and give the file that has the text";
constexpr std::string_view kData =
    "save the text that you cite as plain text, or the page that shows it";

struct Signature {
  std::string_view bytes;
  std::size_t at;
  UnreadKind kind;
  bool is_also_text = false;  // text may begin so: then bytes that no text has must tell
};

// Most are in https://www.iana.org/assignments/media-types and in file(1)'s own table.
constexpr Signature kSignatures[] = {
    {"{\\rtf", 0, {"a text in RTF", kAsDocument}},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, 0, {"an old Office document", kAsDocument}},
    {"%!PS", 0, {"a document in PostScript", kAsDocument}},
    {"AT&TFORM", 0, {"a scan in DjVu", kAsDocument}, true},
    {"WARC/", 0, {"a web archive (WARC)", kAsPage}},
    {"bplist00", 0, {"a property list, such as a web archive of Safari's", kAsPage}, true},
    {"\x89PNG\r\n", 0, {"a picture (PNG)", kShown}},
    {"\xFF\xD8\xFF", 0, {"a picture (JPEG)", kShown}},
    {"GIF87a", 0, {"a picture (GIF)", kShown}, true},
    {"GIF89a", 0, {"a picture (GIF)", kShown}, true},
    {"WEBP", 8, {"a picture (WebP)", kShown}, true},
    {"II*\0"sv, 0, {"a picture (TIFF)", kShown}},
    {"MM\0*"sv, 0, {"a picture (TIFF)", kShown}},
    {"ftypheic", 4, {"a picture (HEIC)", kShown}, true},
    {"ftypmif1", 4, {"a picture (HEIC)", kShown}, true},
    {"ftypavif", 4, {"a picture (AVIF)", kShown}, true},
    {"ftyp", 4, {"a recording (MP4)", kCaptions}, true},
    {"\x1A\x45\xDF\xA3", 0, {"a recording (Matroska, WebM)", kCaptions}},
    {"WAVE", 8, {"a recording (WAV)", kCaptions}, true},
    {"AVI ", 8, {"a recording (AVI)", kCaptions}, true},
    {"OggS", 0, {"a recording (Ogg)", kCaptions}, true},
    {"fLaC", 0, {"a recording (FLAC)", kCaptions}, true},
    {"ID3", 0, {"a recording (MP3)", kCaptions}, true},
    {"\x1F\x8B", 0, {"a compressed file (gzip)", kUnpack}},
    {"BZh", 0, {"a compressed file (bzip2)", kUnpack}, true},
    {"\xFD"
     "7zXZ",
     0,
     {"a compressed file (xz)", kUnpack}},
    {"\x28\xB5\x2F\xFD", 0, {"a compressed file (Zstandard)", kUnpack}},
    {"7z\xBC\xAF", 0, {"an archive (7z)", kUnpack}},
    {"Rar!\x1A", 0, {"an archive (RAR)", kUnpack}},
    {"ustar", 257, {"an archive (tar)", kUnpack}, true},
};

// Text may well begin with "ID3" or "BZh"; such files have bytes that text has not.
bool has_control(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 512);
  return std::any_of(head.begin(), head.end(), [](char c) {
    return (c >= 0 && c < ' ' && !is_space(c)) || static_cast<unsigned char>(c) >= 0xF8;
  });
}

// Which document an archive is, by the names of its files: they stand uncompressed before the
// files, and again at its end.
UnreadKind kind_of_zip(std::string_view bytes) {
  constexpr std::size_t kLook = 1 << 16;
  const std::string_view head = bytes.substr(0, kLook);
  const std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), kLook));
  const auto has = [&](std::string_view name) {
    return head.find(name) != head.npos || tail.find(name) != tail.npos;
  };
  if (has("application/epub+zip")) return {"an e-book (EPUB)", kAsDocument};
  if (has("application/vnd.oasis.opendocument.")) return {"a document (OpenDocument)", kAsDocument};
  if (has("word/document.xml")) return {"a document (Word)", kAsDocument};
  if (has("xl/workbook.xml")) return {"a spreadsheet (Excel)", kAsDocument};
  if (has("ppt/presentation.xml")) return {"a presentation (PowerPoint)", kAsDocument};
  if (has("datapackage.json") && has("archive/")) return {"a web archive (WACZ)", kAsPage};
  return {"an archive (zip)", kUnpack};
}

// An object or a list of them; a text that begins in brackets ("[Applause] …") is none.
bool is_json(std::string_view text) {
  const auto next = [&text] {
    text = trimmed(text, " \t\r\n");
    const char first = text.empty() ? '\0' : text.front();
    if (!text.empty()) text.remove_prefix(1);
    return first;
  };
  text = trimmed(text, " \t\r\n");
  const char last = text.empty() ? '\0' : text.back();
  char first = next();
  while (first == '[' && last == ']') first = next();
  if (first != '{' || (last != '}' && last != ']')) return false;
  if (next() != '"') return false;
  const std::size_t end = text.find('"');
  if (end == text.npos) return false;
  text.remove_prefix(end + 1);
  return next() == ':';
}

// XML other than a page: its root is not <html>.
bool is_other_xml(std::string_view text) {
  return text.starts_with("<?xml") && !looks_like_html(text);
}

}  // namespace

UnreadKind unread_kind(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04")) return kind_of_zip(bytes);
  for (const Signature& one : kSignatures) {
    if (bytes.size() < one.at || !bytes.substr(one.at).starts_with(one.bytes)) continue;
    if (!one.is_also_text || has_control(bytes)) return one.kind;
  }
  std::string_view text = bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (is_json(text)) return {"data in JSON", kData};
  text = text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  if (text.starts_with("<svg")) return {"a picture (SVG)", kShown};
  if (is_other_xml(text)) return {"an XML document that is no page", kData};
  return {};
}

}  // namespace aver::claims
