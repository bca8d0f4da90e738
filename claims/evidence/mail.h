// SPDX-License-Identifier: MIT
//
// Mails (.eml) and web pages that browsers save as one file (MHTML): both are MIME (RFC 2045, 2046,
// 2047, 5322).
//
// Pure: charsets are the caller's. Read here, as the library for it (gmime, upon glib) would cost
// nearly a millisecond of every command's start.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace aver::claims {

// Returns the bytes in UTF-8; `charset` is a label as the mail has it, and may be empty or unknown.
using CharsetReader = std::function<std::string(std::string bytes, const std::string& charset)>;

struct MailText {
  std::string bytes;  // as they were before they were sent, in `charset`
  std::string charset;
  bool is_page = false;
  std::size_t mail = 0;                  // whose text it is: which of the heads
  std::vector<MailText> otherwise = {};  // to show in its place where it has no words
};

// What a mail says of itself, decoded: UTF-8 on one line.
struct MailHead {
  std::string subject, from, date;
};

struct Mail {
  bool is_saved_page = false;
  std::vector<MailHead> heads;  // of the mail, and of each mail in it; empty ones of a saved page
  std::string author;           // the name of the sender
  std::string day;              // of the date: "2024-10-31"
  std::string url;              // of a saved page
  std::vector<MailText> texts;  // in order; of alternatives the page
  std::size_t left_out = 0;     // files that are no text of the mail: attachments, pictures
  bool cut = false;             // the file ends before its parts do
  // The encodings in which a text or a field is damaged: words may be missing or wrong.
  std::set<std::string> damaged;
  std::string problem;  // why it was not read; then there is no text
};

// True where the bytes begin with header fields that a mail has and a text hardly: those that
// programs write, or a sender with a date, or an address and a subject or a recipient.
bool looks_like_mail(std::string_view bytes);

// Reads one. Refuses parts that nest more than 16 deep or are more than 10,000, an unknown transfer
// encoding, encrypted mails, and mailboxes of several mails.
Mail read_mail(std::string_view file, const CharsetReader& to_utf8);

}  // namespace aver::claims
