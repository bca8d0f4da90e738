// SPDX-License-Identifier: MIT
//
// Mails and saved pages: their texts as they were before they were sent, and bad ones by name.
#include "claims/evidence/mail.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

using namespace aver::claims;

namespace {

// The charset and the bytes, to be seen in a test.
std::string shown_charset(std::string bytes, const std::string& charset) {
  return charset.empty() ? bytes : "(" + charset + ")" + bytes;
}

Mail read(const std::string& file) { return read_mail(file, shown_charset); }

// "charset page|text: bytes" of each text.
std::string texts(const Mail& mail) {
  std::string all;
  for (const MailText& text : mail.texts) {
    all += text.charset + (text.is_page ? " page: " : " text: ") + text.bytes + "\n";
  }
  return all;
}

const std::string kHead =
    "From: \"Ann Ode\" <ann@example.org>\r\nDate: Thu, 31 Oct 2024 10:00:00 "
    "+0100\r\nSubject: =?utf-8?Q?Caf=C3=A9_?=\r\n =?UTF-8?B?w6k=?= talks\r\n"
    "To: press@example.org\r\nMIME-Version: 1.0\r\n";

std::string parts(const std::string& kind, const std::vector<std::string>& all,
                  const std::string& boundary = "b1") {
  std::string text =
      "Content-Type: multipart/" + kind + "; boundary=\"" + boundary + "\"\r\n\r\nnothing\r\n";
  for (const std::string& one : all) text += "--" + boundary + "\r\n" + one + "\r\n";
  return text + "--" + boundary + "--\r\nnothing\r\n";
}

std::string to_quoted_printable(const std::string& text) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string coded;
  std::size_t column = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (column > 70) {
      coded += "=\r\n";
      column = 0;
    }
    if (c == '\n') {
      coded += "\r\n";
      column = 0;
    } else if (byte > 0x7E || byte < 0x20 || c == '=') {
      coded += std::string("=") + kHex[byte >> 4] + kHex[byte & 15];
      column += 3;
    } else {
      coded += c;
      ++column;
    }
  }
  return coded;
}

std::string to_base64(const std::string& text) {
  constexpr char kSigns[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string coded;
  for (std::size_t i = 0; i < text.size(); i += 3) {
    const std::string three = text.substr(i, 3);
    unsigned bits = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      bits = bits << 8 | (k < three.size() ? static_cast<unsigned char>(three[k]) : 0U);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      coded += k <= three.size() ? kSigns[bits >> (18 - 6 * k) & 63] : '=';
    }
    if (i % 57 == 54) coded += "\r\n";
  }
  return coded;
}

}  // namespace

TEST_CASE("mails are told by their header fields") {
  CHECK(looks_like_mail(kHead + "\r\nWe go.\r\n"));
  CHECK(looks_like_mail("From ann@example.org Thu Oct 31 10:00:00 2024\n" + kHead + "\nWe go.\n"));
  CHECK(looks_like_mail("Subject: plan\nMIME-Version: 1.0\n\nWe go.\n"));
  CHECK(looks_like_mail("From: Ann\nDate: today\nSubject: plan\n\nWe go.\n"));
  CHECK(looks_like_mail("From: ann@example.org\nSubject: plan\n\nWe go.\n"));
  CHECK(looks_like_mail("From: Ann\nTo: <kem@example.org>\n\nWe go.\n"));
  CHECK(looks_like_mail("Subject: plan\nContent-Type: text/plain; charset=utf-8\n\nWe go.\n"));
  CHECK_FALSE(looks_like_mail("From: Ann\nTo: Kem\nSubject: plan\n\nWe go.\n"));
  CHECK_FALSE(looks_like_mail("Write to: ann@example.org\nSubject: plan\n"));
  CHECK_FALSE(looks_like_mail("From: Ann\n\nWe go.\n"));
  CHECK_FALSE(looks_like_mail("Note: we go.\nMIME-Version is a field.\n"));
  CHECK_FALSE(looks_like_mail("Question: do you go?\nAnswer: we do.\n\nDate: today\n"));
  CHECK_FALSE(looks_like_mail("From here we go.\n"));
  CHECK_FALSE(looks_like_mail(""));
}

TEST_CASE("a mail has its subject, its sender, its day and its text") {
  const Mail mail = read(kHead +
                         "Content-Type: text/plain; charset=iso-8859-1\r\n"
                         "Content-Transfer-Encoding: Quoted-Printable\r\n\r\n"
                         "We don=92t =\r\nknow=20=3D a=ZZ =\r\n");
  CHECK(mail.problem == "");
  CHECK_FALSE(mail.is_saved_page);
  CHECK(mail.heads.front().subject == "(utf-8)Café (UTF-8)é talks");
  CHECK(mail.heads.front().from == "\"Ann Ode\" <ann@example.org>");
  CHECK(mail.author == "Ann Ode");
  CHECK(mail.day == "2024-10-31");
  CHECK(texts(mail) == "iso-8859-1 text: We don\x92t know = a=ZZ \n");
  CHECK(read("Date: 1 Feb 2024 10:00 GMT\n\nx").day == "2024-02-01");
  for (const char* bad :
       {"31 Oct", "Oct 31 2024", "99 Oct 2024", "3 Octo 2024", "3 cto 2024", ""}) {
    CHECK(read("Date: " + std::string(bad) + "\n\nx").day == "");
  }
}

TEST_CASE("of alternatives the page is the text, of related parts the first, of mixed ones all") {
  const std::string plain = "Content-Type: text/plain\r\n\r\nPlain.";
  const std::string page = "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Page.";
  const std::string picture =
      "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA";
  const std::string file =
      "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nFile.";
  CHECK(texts(read(kHead + parts("alternative", {plain, page}))) == "utf-8 page: <p>Page.\n");
  CHECK(texts(read(kHead + parts("alternative", {plain}))) == " text: Plain.\n");
  const Mail mixed = read(
      kHead + parts("mixed", {parts("alternative", {plain, page}, "b2"), file, plain, picture}));
  CHECK(texts(mixed) == "utf-8 page: <p>Page.\n text: Plain.\n");
  CHECK(mixed.left_out == 2);
  CHECK_FALSE(mixed.cut);
  const Mail inner = read(kHead + parts("mixed", {plain, "Content-Type: message/rfc822\r\n\r\n" +
                                                             kHead + "\r\nForwarded."}));
  CHECK(texts(inner) == " text: Plain.\n text: Forwarded.\n");
  const Mail saved = read(
      "From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/x\n"
      "Subject: A page\nMIME-Version: 1.0\n" +
      parts("related", {page, picture, page}));
  CHECK(saved.is_saved_page);
  CHECK(saved.url == "https://a.example/x");
  CHECK(texts(saved) == "utf-8 page: <p>Page.\n");
}

TEST_CASE("a page of no words has the plain text to stand by") {
  const std::string plain = "Content-Type: text/plain\r\n\r\nPlain.";
  const std::string page = "Content-Type: text/html\r\n\r\n<p></p>";
  for (const Mail& mail : {read(kHead + parts("alternative", {plain, page})),
                           read(kHead + parts("alternative", {page, plain}))}) {
    REQUIRE(mail.texts.size() == 1);
    CHECK(mail.texts.front().is_page);
    REQUIRE(mail.texts.front().otherwise.size() == 1);
    CHECK(mail.texts.front().otherwise.front().bytes == "Plain.");
  }
}

TEST_CASE("each mail in a mail has its own head") {
  const std::string plain = "Content-Type: text/plain\r\n\r\nOuter.";
  const std::string inner = "From: Kem\r\nSubject: =?utf-8?Q?Caf=C3=A9?=\r\n\r\nInner.";
  const auto heads = [](const Mail& mail) {
    std::string all;
    for (const MailText& text : mail.texts) {
      all += mail.heads.at(text.mail).from + ": " + text.bytes + "\n";
    }
    return all;
  };
  const std::string expected =
      "\"Ann Ode\" <ann@example.org>: Outer.\nKem: Inner.\n\"Ann Ode\" <ann@example.org>: Outer.\n";
  const Mail mail =
      read(kHead + parts("mixed", {plain, "Content-Type: message/rfc822\r\n\r\n" + inner, plain}));
  CHECK(heads(mail) == expected);
  CHECK(mail.heads.at(1).subject == "(utf-8)Café");
  CHECK(mail.author == "Ann Ode");
  CHECK(heads(read(kHead + parts("mixed", {plain,
                                           "Content-Type: message/rfc822\r\n"
                                           "Content-Transfer-Encoding: base64\r\n\r\n" +
                                               to_base64(inner),
                                           plain}))) == expected);
  CHECK(heads(read(kHead + parts("mixed", {plain, parts("digest", {"\r\n" + inner}, "b2"),
                                           plain}))) == expected);
}

TEST_CASE("damage of a transfer encoding is told, and what can be read is") {
  const auto damaged = [](const std::string& encoding, const std::string& body) {
    const Mail mail = read(kHead + "Content-Transfer-Encoding: " + encoding + "\r\n\r\n" + body);
    std::string all = texts(mail);
    for (const std::string& one : mail.damaged) all += "damaged " + one;
    return all;
  };
  CHECK(damaged("base64", "V2UgZ28u\r\n") == " text: We go.\n");
  CHECK(damaged("base64", "V2UgZ28=\r\n") == " text: We go\n");
  CHECK(damaged("base64", "V2UgZ28=\r\nV2UgZ28u\r\n") == " text: We go\ndamaged base64");
  CHECK(damaged("base64", "V2Ug*Z28u\r\n") == " text: We go.\ndamaged base64");
  CHECK(damaged("base64", "V2UgZ28uV\r\n") == " text: We go.\ndamaged base64");
  CHECK(damaged("base64", "V2UgZ28\r\n") == " text: We go\ndamaged base64");
  CHECK(damaged("quoted-printable", "We go=2e=\r\n\r\n") == " text: We go.\r\n\n");
  CHECK(damaged("quoted-printable", "We=2 go.") == " text: We=2 go.\ndamaged quoted-printable");
  CHECK(read("Subject: =?utf-8?B?w6k=w6k=?=\nMIME-Version: 1.0\n\nx").damaged.size() == 1);
}

TEST_CASE("lines that a mail program broke are put together") {
  const auto flowed = [](const std::string& more, const std::string& body) {
    return texts(
        read(kHead + "Content-Type: text/plain; format=Flowed" + more + "\r\n\r\n" + body));
  };
  CHECK(flowed("", "We \r\ngo.\r\n\r\n-- \r\nAnn \r\n-- \r\nx") ==
        " text: We go.\n\n-- \nAnn \n-- \nx\n");
  CHECK(flowed("; delsp=yes", "exam \r\nple \r\n >From us") == " text: example>From us\n");
  CHECK(flowed("", "> Will \r\n> you?\r\n>> Who \r\nNo. ") ==
        " text: > Will you?\n>> Who \nNo. \n");
}

TEST_CASE("a parameter may be in pieces, and in a charset") {
  const std::string body = "\r\n\r\n--a b\r\n\r\nWe go.\r\n--a b--\r\n";
  for (const char* boundary :
       {"boundary*=us-ascii'en'a%20b", "boundary*0=\"a \"; boundary*1=b",
        "boundary*1*=%20b; boundary*0*=''a", "Boundary=\"a b\"; boundary*=''x"}) {
    CHECK(texts(read(kHead + "Content-Type: multipart/mixed; " + boundary + body)) ==
          " text: We go.\n");
  }
}

TEST_CASE("bad mails are refused by name, or said to be cut") {
  std::string nested = "Content-Type: text/plain\r\n\r\nx";
  for (int i = 0; i < 20; ++i) nested = parts("mixed", {nested}, "b" + std::to_string(i));
  CHECK(read(kHead + nested).problem == "its parts nest more than 16 deep");
  std::string mails = "x";
  for (int i = 0; i < 20; ++i) mails = "Content-Type: message/rfc822\n\n" + mails;
  CHECK(read(mails).problem == "its parts nest more than 16 deep");
  CHECK(read(kHead + parts("mixed", std::vector<std::string>(10'001, "\r\nx"))).problem ==
        "it has more than 10000 parts");
  CHECK(read(kHead + "Content-Type: multipart/mixed\r\n\r\nx").problem ==
        "its parts have no boundary of 1 to 200 bytes");
  CHECK(read(kHead + parts("mixed", {"\r\nx"}, std::string(300, '-'))).problem ==
        "its parts have no boundary of 1 to 200 bytes");
  CHECK(read(kHead + parts("encrypted", {"\r\nx"})).problem == "it is encrypted");
  CHECK(read(kHead + "Content-Transfer-Encoding: x-uuencode\r\n\r\nx").problem ==
        "a part is in the transfer encoding \"x-uuencode\", which is unknown");
  CHECK(read("From a\n" + kHead + "\nx\n\nFrom b\n" + kHead + "\ny\n").problem ==
        "it is a mailbox of several mails");
  const Mail cut = read(kHead + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nWe g");
  CHECK(cut.cut);
  CHECK(texts(cut) == " text: We g\n");
  CHECK(read(kHead + "Content-Type: multipart/mixed; boundary=b\r\n\r\nWe go").texts.empty());
}

TEST_CASE("property: a text is the same when it comes out of a mail") {
  rc::check([] {
    const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "we", "don’t", "go =", "中文", "--b1", "é.", "\n", "=3D", "\n\n", "From us"));
    std::string text;
    for (const std::string& word : words) text += word + " ";
    text += "end";
    const bool is_base64 = *rc::gen::arbitrary<bool>();
    const std::string part =
        "Content-Type: text/plain; charset=\"utf-8\"\r\nContent-Transfer-Encoding: " +
        std::string(is_base64 ? "base64" : "quoted-printable") + "\r\n\r\n" +
        (is_base64 ? to_base64(text) : to_quoted_printable(text));
    const std::string file =
        kHead + (*rc::gen::arbitrary<bool>() ? part : parts("mixed", {part}, "=_b1"));
    RC_ASSERT(looks_like_mail(file));
    const Mail mail = read(file);
    RC_ASSERT(mail.texts.size() == 1);
    std::string found = mail.texts.front().bytes;
    std::erase(found, '\r');
    RC_ASSERT(found == text);
  });
}
