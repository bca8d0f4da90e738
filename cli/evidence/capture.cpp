// SPDX-License-Identifier: MIT
//
// Gets the text of a PDF from pdftotext, that of pages, mails and captions from the claims layer,
// and converts with iconv what the user, the page or the mail says needs it. Never converts a text
// on a guess: uchardet's guess is only a hint in the error. A part of a mail that does not say its
// charset, or one that nobody knows, is read as windows-1252, as browsers do.
#include "cli/evidence/capture.h"

#include <fcntl.h>
#include <iconv.h>
#include <uchardet/uchardet.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "claims/evidence/captions.h"
#include "claims/evidence/capture_kind.h"
#include "claims/evidence/html.h"
#include "claims/evidence/line_ends.h"
#include "claims/evidence/mail.h"
#include "claims/text/charset.h"
#include "claims/text/code_points.h"
#include "claims/text/fold.h"
#include "claims/text/lines.h"
#include "store/error.h"
#include "store/process.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;

constexpr std::size_t kMaxCapture = 64 << 20;

std::string ending_of(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos || name.find('/', dot) != name.npos) return "";
  return claims::lower_case(name.substr(dot));
}

// The first byte that is no UTF-8, or text.size().
std::size_t first_bad_byte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const claims::CodePoint point = claims::decode(text, at);
    if (!point.valid()) return at;
    at += point.bytes;
  }
  return text.size();
}

bool is_binary(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 1 << 16);
  std::size_t controls = 0;
  for (const char c : head) {
    if (c == '\0') return true;
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' &&
        c != '\x1b')
      ++controls;
  }
  return controls * 20 > head.size();
}

// What the bytes may be in. A detector needs much evidence: of some marks in an English text it
// makes MacCentralEurope. Without that it is what browsers take, windows-1252.
std::string guessed_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  bytes = bytes.substr(0, 1 << 20);
  constexpr std::size_t kFew = 12;
  constexpr std::size_t kRare = 50;  // one byte of so many
  const auto others = static_cast<std::size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; }));
  if (others < kFew || others * kRare < bytes.size()) return "WINDOWS-1252";
  uchardet_t detector = uchardet_new();
  uchardet_handle_data(detector, bytes.data(), bytes.size());
  uchardet_data_end(detector);
  const std::string name = uchardet_get_charset(detector);
  uchardet_delete(detector);
  const std::string_view known = claims::charset_of(name);
  return known.empty() ? name : std::string(known);
}

// Closes a converter of iconv.
struct Converter {
  iconv_t handle;
  explicit Converter(iconv_t opened) : handle(opened) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() { iconv_close(handle); }
};

// The text in UTF-8. Bytes that are not of the encoding become U+FFFD where `bad` counts them, and
// are refused where it is null.
std::string converted(const std::string& bytes, const std::string& encoding,
                      const std::string& shown, std::size_t* bad = nullptr) {
  const std::string_view known = claims::charset_of(encoding);
  const std::string name = known.empty() ? encoding : std::string(known);
  const iconv_t opened = iconv_open("UTF-8", name.c_str());
  if (opened == reinterpret_cast<iconv_t>(-1)) {
    throw StoreError(Fault::usage, "there is no encoding \"" + encoding + "\"", {}, "iconv -l");
  }
  const Converter converter(opened);
  std::string text;
  std::array<char, 1 << 16> buffer;
  std::string input = bytes;
  char* in = input.data();
  std::size_t left = input.size();
  while (left > 0) {
    char* out = buffer.data();
    std::size_t room = buffer.size();
    const bool failed =
        iconv(converter.handle, &in, &left, &out, &room) == static_cast<std::size_t>(-1) &&
        errno != E2BIG;
    text.append(buffer.data(), buffer.size() - room);
    if (!failed) continue;
    if (bad == nullptr) {
      throw StoreError(Fault::corrupt, "the capture " + shown + " is not " + encoding + ": byte " +
                                           std::to_string(bytes.size() - left));
    }
    ++*bad;
    text += "\uFFFD";
    ++in;
    --left;
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

// The bytes as UTF-8, with U+FFFD for each byte that is none.
std::string mended(const std::string& bytes, std::size_t& bad) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const claims::CodePoint point = claims::decode(bytes, at);
    if (point.valid()) {
      text.append(bytes, at, point.bytes);
    } else {
      ++bad;
      text += "\uFFFD";
    }
    at += point.bytes;
  }
  return text;
}

// A browser shows U+FFFD for a bad byte and goes on. So is a page read, as long as it has few: of
// many, the encoding is another.
bool is_few(std::size_t bad, std::size_t size) { return bad <= 3 + size / 1000; }

void warn_of_bad_bytes(std::size_t bad, const std::string& encoding,
                       std::vector<std::string>& warnings) {
  if (bad == 0) return;
  warnings.push_back((bad == 1 ? "1 byte is" : std::to_string(bad) + " bytes are") + " not " +
                     encoding + ": U+FFFD stands in the text instead");
}

[[noreturn]] void give_pdf_up(const CaptureInput& input, std::string why) {
  throw StoreError(Fault::usage, "pdftotext cannot read " + input.shown, {std::move(why)},
                   "if you trust it: pdftotext " + input.shown + " page.txt; --capture page.txt");
}

// A small PDF may ask for any time, any memory and any amount of text.
std::string run_pdftotext(const CaptureInput& input, const std::vector<std::string>& options) {
  constexpr unsigned kSeconds = 60;
  constexpr std::size_t kMemory = std::size_t{2} << 30;
  store::RunResult result;
  std::string text;
  const auto take = [&](std::string_view more) {
    text += more;
    if (text.size() > kMaxCapture) give_pdf_up(input, "its text is larger than 64 MiB");
  };
  try {
    std::vector<std::string> command = {"pdftotext", "-enc", "UTF-8", "-nopgbrk", "-q"};
    command.insert(command.end(), options.begin(), options.end());
    command.insert(command.end(), {"-", "-"});
    result = store::run(command, {.input = input.bytes,
                                  .most_seconds = kSeconds,
                                  .most_memory = kMemory,
                                  .on_output = take});
  } catch (const StoreError& error) {
    if (error.fault() == Fault::usage) throw;
    throw StoreError(Fault::unsupported,
                     "the capture " + input.shown + " is a PDF, and pdftotext is not installed", {},
                     "apt-get install poppler-utils");
  }
  if (result.reached == store::Reached::time) {
    give_pdf_up(input, "it computes longer than " + std::to_string(kSeconds) + " seconds");
  }
  if (result.reached == store::Reached::memory) {
    give_pdf_up(input, "it needs more than 2 GiB of memory");
  }
  if (!result.ok()) {
    const std::string said = claims::first_line(result.errors);
    throw StoreError(Fault::corrupt, "pdftotext cannot read " + input.shown,
                     {said.empty() ? "it ended with " + std::to_string(result.status) : said});
  }
  return text;
}

void refuse_unread(const CaptureInput& input) {
  const claims::UnreadKind kind = claims::unread_kind(input.bytes);
  if (kind.name.empty()) return;
  throw StoreError(Fault::usage,
                   "the capture " + input.shown + " is " + std::string(kind.name) +
                       ", whose text cannot be taken out",
                   {}, std::string(kind.instead));
}

// In the order of reading pdftotext joins what hyphens part at line ends, and their own hyphens are
// lost to "non-proliferation" and its like. In the order of the file it leaves them.
std::string text_of_pdf(const CaptureInput& input) {
  std::string text = run_pdftotext(input, {});
  if (!claims::has_word(text)) return text;  // a scan: it has none in any order
  return claims::with_line_ends(text, run_pdftotext(input, {"-raw"}));
}

// Converted with U+FFFD for bad bytes as long as they are few, which is told; else all must be
// good.
std::string converted_but_few(const std::string& bytes, const std::string& encoding,
                              const std::string& shown, std::vector<std::string>& warnings) {
  std::size_t wrong = 0;
  std::string text = converted(bytes, encoding, shown, &wrong);
  if (!is_few(wrong, text.size())) return converted(bytes, encoding, shown);
  warn_of_bad_bytes(wrong, encoding, warnings);
  return text;
}

// The bytes in UTF-8, converted where that was asked for or where a page declares it.
std::string in_utf8(const CaptureInput& input, bool is_page, std::vector<std::string>& warnings) {
  if (input.encoding) return converted(input.bytes, *input.encoding, input.shown);
  const std::size_t bad = first_bad_byte(input.bytes);
  const bool utf16 = input.bytes.starts_with("\xFF\xFE") || input.bytes.starts_with("\xFE\xFF");
  const bool is_utf8 = bad == input.bytes.size() && !utf16;
  const std::string declared = is_page && !utf16 ? claims::declared_encoding(input.bytes) : "";
  const std::string_view known = claims::charset_of(declared);
  // A page cannot be in UTF-16 and say so in ASCII.
  const bool says_utf8 = known.starts_with("UTF-");
  // Bytes of seven bits are UTF-8, and may be ISO-2022-JP.
  const bool is_escaped =
      is_utf8 && known == "ISO-2022-JP" && input.bytes.find('\x1b') != std::string::npos;
  if (is_utf8 && !is_escaped) {
    if (is_binary(input.bytes)) {
      throw StoreError(Fault::corrupt, "the capture " + input.shown + " is binary, and no text", {},
                       "save the page as text or HTML, or the document as PDF");
    }
    return input.bytes;
  }
  if (!declared.empty() && !says_utf8) {
    warnings.push_back("the page is in " + declared +
                       ", as it says itself; its text is kept in UTF-8");
    return converted_but_few(input.bytes, declared, input.shown, warnings);
  }
  if (says_utf8 && !is_binary(input.bytes)) {
    std::size_t wrong = 0;
    std::string text = mended(input.bytes, wrong);
    if (is_few(wrong, text.size())) {
      warn_of_bad_bytes(wrong, "UTF-8", warnings);
      return text;
    }
  }
  if (!utf16 && is_binary(input.bytes)) {
    throw StoreError(Fault::corrupt, "the capture " + input.shown + " is binary, and no text", {},
                     "save the page as text or HTML, or the document as PDF");
  }
  std::size_t line = 1;
  for (std::size_t i = 0; i < bad; ++i) line += input.bytes[i] == '\n' ? 1 : 0;
  const std::string guess = guessed_encoding(input.bytes);
  std::vector<std::string> causes;
  if (!utf16) causes.push_back("line " + std::to_string(line) + ", byte " + std::to_string(bad));
  if (!guess.empty()) causes.push_back("it looks like " + guess);
  throw StoreError(Fault::corrupt, "the capture " + input.shown + " is not UTF-8 text",
                   std::move(causes),
                   "have it converted: --encoding " + (guess.empty() ? "NAME" : guess));
}

// In a mail the page is mostly a piece of one.
std::string text_of_page(const CaptureInput& input, const std::string& html, CapturedText& captured,
                         bool is_in_mail = false) {
  claims::PageText page = claims::page_text(html);
  if (!page.problem.empty()) {
    throw StoreError(Fault::usage, "the capture " + input.shown + ": " + page.problem, {},
                     "save the page as plain text");
  }
  if (!page.left_out.empty()) {
    std::string left_out;
    for (const std::string& one : page.left_out) left_out += (left_out.empty() ? "" : ", ") + one;
    captured.warnings.push_back("left out of the page's text: " + left_out);
  }
  if (page.cut && !is_in_mail)
    captured.warnings.push_back("the page ends in the middle: it has no </html>");
  return std::move(page.text);
}

// The text of a part of a mail, which may well be in another charset than it says.
std::string text_of_part(const CaptureInput& input, std::string bytes, const std::string& charset,
                         std::vector<std::string>& warnings) {
  if (input.encoding) return converted(bytes, *input.encoding, input.shown);
  const std::string label = claims::lower_case(charset);
  const bool says_little = label.empty() || label == "us-ascii";
  if (says_little && claims::is_utf8(bytes)) return bytes;
  std::string known(claims::charset_of(label));
  if (known.empty()) {
    if (!label.empty()) {
      warnings.push_back("the charset " + claims::quoted(charset, 40) +
                         " is unknown, and read as windows-1252");
    }
    known = "WINDOWS-1252";
  }
  if (known != "UTF-8") return converted_but_few(bytes, known, input.shown, warnings);
  std::size_t wrong = 0;
  std::string text = mended(bytes, wrong);
  if (!is_few(wrong, text.size())) return converted(bytes, known, input.shown);
  warn_of_bad_bytes(wrong, known, warnings);
  return text;
}

// The words of a part of a mail; empty where it shows none.
std::string words_of_part(const CaptureInput& input, claims::MailText part, bool is_saved_page,
                          CapturedText& captured) {
  if (part.charset.empty() && part.is_page) {
    part.charset = claims::declared_encoding(part.bytes);
  }
  std::string text = text_of_part(input, std::move(part.bytes), part.charset, captured.warnings);
  if (part.is_page) text = text_of_page(input, text, captured, !is_saved_page);
  std::erase(text, '\r');
  if (!claims::has_word(text)) {
    text.clear();
    for (claims::MailText& other : part.otherwise) {
      text += words_of_part(input, std::move(other), is_saved_page, captured);
    }
  }
  if (!text.empty() && text.back() != '\n') text += '\n';
  return text;
}

// What a mail says of itself, as lines above its text; empty where it says nothing.
std::string head_of(const claims::MailHead& head) {
  std::string lines;
  for (const auto& [name, value] : {std::pair("Subject: ", head.subject),
                                    std::pair("From: ", head.from), std::pair("Date: ", head.date)})
    if (!value.empty()) lines += name + value + "\n";
  return lines;
}

void warn_of_mail(const claims::Mail& mail, const std::string& what, CapturedText& captured) {
  for (const std::string& encoding : mail.damaged) {
    captured.warnings.push_back(what + "is damaged: where it is in " + encoding +
                                ", words may be missing or wrong");
  }
  if (mail.cut)
    captured.warnings.push_back(what + "ends in the middle: its last boundary is missing");
  if (!mail.is_saved_page && mail.left_out > 0) {
    captured.warnings.push_back("left out of the mail's text: " + std::to_string(mail.left_out) +
                                (mail.left_out == 1 ? " file" : " files") + " in it");
  }
}

// The texts of a mail, each below the subject, sender and date of its own, also where a mail in it
// has ended; of a saved page that of the page alone.
void take_mail(const CaptureInput& input, CapturedText& captured) {
  claims::Mail mail =
      claims::read_mail(input.bytes, [&](std::string bytes, const std::string& charset) {
        return text_of_part(input, std::move(bytes), charset, captured.warnings);
      });
  const std::string what = mail.is_saved_page ? "the saved page " : "the mail ";
  if (!mail.problem.empty()) {
    throw StoreError(Fault::usage, what + input.shown + " cannot be read: " + mail.problem, {},
                     mail.is_saved_page ? "save the page as HTML" : "save its text as plain text");
  }
  captured.original_ending = mail.is_saved_page ? ".mhtml" : ".eml";
  warn_of_mail(mail, what, captured);
  captured.author = std::move(mail.author);
  captured.published = std::move(mail.day);
  captured.url = std::move(mail.url);
  std::string text;
  std::optional<std::size_t> of;  // whose text was last
  for (claims::MailText& part : mail.texts) {
    const std::size_t number = part.mail;
    const std::string words = words_of_part(input, std::move(part), mail.is_saved_page, captured);
    if (words.empty()) continue;
    if (!text.empty()) text += "\n";
    if (!of && number != 0) {  // a mail of nothing but another
      const std::string head = head_of(mail.heads.front());
      if (!head.empty()) text += head + "\n";
    }
    if (of != number) {
      const std::string head = head_of(mail.heads[number]);
      if (!head.empty()) text += head + "\n";
    }
    of = number;
    text += words;
  }
  captured.text = std::move(text);
}

// Puts the cues with their words alone in the place of the file of captions.
void take_captions(const CaptureInput& input, CapturedText& captured) {
  const bool is_vtt = std::string_view(captured.text).substr(0, 9).find("WEBVTT") <= 3;  // or a BOM
  claims::CaptionText captions = claims::caption_text(captured.text);
  if (!captions.problem.empty()) {
    throw StoreError(Fault::usage,
                     "the captions " + input.shown + " cannot be read: " + captions.problem);
  }
  if (captions.repeated > 0) {
    captured.warnings.push_back("the captions roll: " + std::to_string(captions.repeated) +
                                (captions.repeated == 1 ? " line" : " lines") +
                                " shown once more left out");
  }
  captured.text = std::move(captions.text);
  captured.ending = ".vtt";
  captured.original_ending = is_vtt ? ".orig.vtt" : ".srt";
}

// Nobody sees a byte of zero, and many programs take it for the end of the text.
void drop_nul(CapturedText& captured) {
  const std::size_t count = std::erase(captured.text, '\0');
  if (count == 0) return;
  captured.warnings.push_back("left out of the text: " + std::to_string(count) +
                              (count == 1 ? " byte" : " bytes") + " of zero");
}

}  // namespace

CaptureInput read_capture(const std::string& path, const std::string& shown,
                          const std::optional<std::string>& encoding) {
  const bool from_stdin = shown == "-";
  const int fd = from_stdin ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    throw StoreError(Fault::not_found, "the capture " + shown + " cannot be read",
                     {std::strerror(errno)});
  }
  CaptureInput input{"", from_stdin ? "standard input" : shown, encoding};
  std::string buffer(1 << 16, '\0');
  for (;;) {
    const ssize_t n = ::read(fd, buffer.data(), buffer.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) {
      const int error = errno;
      if (!from_stdin) close(fd);
      throw StoreError(Fault::not_found, "the capture " + shown + " cannot be read",
                       {std::strerror(error)});
    }
    if (n == 0) break;
    input.bytes.append(buffer.data(), static_cast<std::size_t>(n));
    if (input.bytes.size() > kMaxCapture) {
      if (!from_stdin) close(fd);
      throw StoreError(Fault::usage, "the capture " + shown + " is larger than 64 MiB");
    }
  }
  if (!from_stdin) close(fd);
  return input;
}

CapturedText captured_text(const CaptureInput& input) {
  if (input.bytes.empty())
    throw StoreError(Fault::usage, "the capture " + input.shown + " is empty");
  CapturedText captured;
  const std::string ending = ending_of(input.shown);
  refuse_unread(input);
  const bool is_page = claims::looks_like_html(input.bytes) || ending == ".html" ||
                       ending == ".htm" || ending == ".xhtml";
  if (input.bytes.starts_with("%PDF-")) {
    captured.text = text_of_pdf(input);
    captured.original_ending = ".pdf";
  } else if (claims::looks_like_mail(input.bytes)) {
    take_mail(input, captured);
  } else {
    captured.text = in_utf8(input, is_page, captured.warnings);
    if (is_page) {
      captured.text = text_of_page(input, captured.text, captured);
      captured.original_ending = ".html";
    } else if (claims::looks_like_captions(captured.text)) {
      take_captions(input, captured);
    } else if (input.encoding) {
      captured.original_ending = ".orig";
    } else if (ending == ".md" || ending == ".markdown") {
      captured.ending = ".md";
    }
  }
  drop_nul(captured);
  captured.has_original = !captured.original_ending.empty();
  if (!claims::has_word(captured.text)) {
    throw StoreError(Fault::usage, "the capture " + input.shown + " has no text in it", {},
                     captured.original_ending == ".pdf"
                         ? "it may be a scan: have its text recognised first"
                         : "");
  }
  return captured;
}

}  // namespace aver::cli
