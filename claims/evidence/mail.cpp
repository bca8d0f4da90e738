// SPDX-License-Identifier: MIT
//
// Parts are views into the file; only what becomes text is decoded. Each level of nesting looks at
// its bytes once for its boundary, so the limit of nesting bounds the time.
#include "claims/evidence/mail.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "claims/text/ascii.h"
#include "claims/text/date.h"
#include "claims/text/fold.h"
#include "claims/text/lines.h"

namespace aver::claims {
namespace {

constexpr int kMostNested = 16;
constexpr std::size_t kMostParts = 10'000;
// RFC 2046 allows 70 bytes. A long one in a file made for it takes quadratic time to look for.
constexpr std::size_t kMostBoundary = 200;
constexpr std::size_t kMostPieces = 100;      // of a parameter
constexpr std::size_t kMostHeader = 1 << 20;  // bytes of the fields of a part

struct MailField {
  std::string name;  // lower case
  std::string value;
};

// A part of a mail, or the whole.
struct Part {
  std::vector<MailField> fields;
  std::string_view body;

  std::string_view value(std::string_view name) const {
    for (const MailField& field : fields) {
      if (field.name == name) return field.value;
    }
    return "";
  }
};

// The length of the name where the line is a header field; 0 where it is none.
std::size_t field_name(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && (is_letter(line[at]) || is_digit(line[at]) || line[at] == '-')) ++at;
  return at < line.size() && line[at] == ':' ? at : 0;
}

// The line at `at` without its end, which `at` moves behind.
std::string_view next_line(std::string_view text, std::size_t& at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  std::string_view line = text.substr(at, end - at);
  at = std::min(end + 1, text.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Splits the fields from the body at the first empty line, or before what is no field.
Part part_of(std::string_view text) {
  Part part;
  std::size_t at = 0;
  while (at < text.size() && at < kMostHeader) {
    const std::size_t begin = at;
    const std::string_view line = next_line(text, at);
    if (line.empty()) break;
    const std::size_t name = field_name(line);
    if ((line.front() == ' ' || line.front() == '\t') && !part.fields.empty()) {
      part.fields.back().value += ' ';
      part.fields.back().value += trimmed(line, " \t");
    } else if (name > 0) {
      part.fields.push_back(
          {lower_case(line.substr(0, name)), std::string(trimmed(line.substr(name + 1), " \t"))});
    } else {
      at = begin;
      break;
    }
  }
  part.body = text.substr(at);
  return part;
}

// "text/html", lower case, of "text/html; charset=…".
std::string main_value(std::string_view value) {
  return lower_case(trimmed(value.substr(0, value.find(';')), " \t"));
}

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

// The bytes of "a%2Fb".
std::string from_percents(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int high = text[at] == '%' && at + 2 < text.size() ? hex_digit(text[at + 1]) : -1;
    const int low = high >= 0 ? hex_digit(text[at + 2]) : -1;
    if (low >= 0) {
      bytes += static_cast<char>(high * 16 + low);
      at += 2;
    } else {
      bytes += text[at];
    }
  }
  return bytes;
}

struct MailParameter {
  std::string key;  // lower case
  std::string value;
};

// The parameters of a value, in order, without their quotation marks.
std::vector<MailParameter> parameters(std::string_view value) {
  std::vector<MailParameter> all;
  for (std::size_t at = value.find(';'); at < value.size();) {
    const std::size_t begin = value.find_first_not_of(" \t;", at);
    if (begin == value.npos) break;
    const std::size_t equals = value.find_first_of("=;", begin);
    if (equals == value.npos) break;
    if (value[equals] == ';') {
      at = equals;
      continue;
    }
    MailParameter one{lower_case(trimmed(value.substr(begin, equals - begin), " \t")), ""};
    at = std::min(value.find_first_not_of(" \t", equals + 1), value.size());
    if (at < value.size() && value[at] == '"') {
      for (++at; at < value.size() && value[at] != '"'; ++at) {
        if (value[at] == '\\' && at + 1 < value.size()) ++at;
        one.value += value[at];
      }
      at = std::min(value.find(';', at), value.size());
    } else {
      const std::size_t end = std::min(value.find(';', at), value.size());
      one.value = trimmed(value.substr(at, end - at), " \t");
      at = end;
    }
    all.push_back(std::move(one));
  }
  return all;
}

// The parameter with this name; empty where there is none. It may be in pieces and have bytes as
// %XX behind a charset (RFC 2231): boundary*0*=us-ascii''a%2F; boundary*1="b".
std::string parameter(std::string_view value, std::string_view name) {
  const std::vector<MailParameter> all = parameters(value);
  const auto find = [&](const std::string& key) {
    return std::find_if(all.begin(), all.end(),
                        [&](const MailParameter& one) { return one.key == key; });
  };
  const auto without_charset = [](std::string_view text) {
    const std::size_t first = text.find('\'');
    const std::size_t second = first == text.npos ? first : text.find('\'', first + 1);
    return second == text.npos ? text : text.substr(second + 1);
  };
  const std::string plain(name);
  if (const auto one = find(plain); one != all.end()) return one->value;
  if (const auto one = find(plain + "*"); one != all.end()) {
    return from_percents(without_charset(one->value));
  }
  std::string joined;
  for (std::size_t i = 0; i < kMostPieces; ++i) {
    const std::string key = plain + "*" + std::to_string(i);
    if (const auto coded = find(key + "*"); coded != all.end()) {
      joined += from_percents(i == 0 ? without_charset(coded->value) : coded->value);
    } else if (const auto one = find(key); one != all.end()) {
      joined += one->value;
    } else {
      break;
    }
  }
  return joined;
}

// Bytes that were sent as signs, and whether the signs were damaged on their way.
struct DecodedBytes {
  std::string bytes;
  bool damaged = false;
};

// A sign "=" that begins nothing stays, as mail programs have it.
DecodedBytes from_quoted_printable(std::string_view text) {
  DecodedBytes decoded;
  std::string& bytes = decoded.bytes;
  bytes.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t equals = std::min(text.find('=', at), text.size());
    bytes += text.substr(at, equals - at);
    at = equals;
    if (at == text.size()) break;
    const int high = at + 1 < text.size() ? hex_digit(text[at + 1]) : -1;
    const int low = at + 2 < text.size() ? hex_digit(text[at + 2]) : -1;
    const std::size_t end = std::min(text.find_first_not_of(" \t\r", at + 1), text.size());
    if (high >= 0 && low >= 0) {
      bytes += static_cast<char>(high * 16 + low);
      at += 3;
    } else if (end == text.size() || text[end] == '\n') {  // a line end that nobody wrote
      at = std::min(end + 1, text.size());
    } else {
      bytes += text[at++];
      decoded.damaged = true;
    }
  }
  return decoded;
}

// What is none of its signs is passed over, as RFC 2045 wants; what stands behind its end is left
// out. Both are damage, and so is an end within a byte.
DecodedBytes from_base64(std::string_view text) {
  static const std::array<signed char, 256> kValues = [] {
    constexpr std::string_view kSigns =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::array<signed char, 256> values{};
    values.fill(-1);
    for (std::size_t i = 0; i < kSigns.size(); ++i) {
      values[static_cast<unsigned char>(kSigns[i])] = static_cast<signed char>(i);
    }
    return values;
  }();
  DecodedBytes decoded;
  std::string& bytes = decoded.bytes;
  bytes.reserve(text.size() / 4 * 3);
  unsigned bits = 0;
  int count = 0;
  std::size_t signs = 0;
  std::size_t end = 0;
  for (; end < text.size() && text[end] != '='; ++end) {
    const signed char value = kValues[static_cast<unsigned char>(text[end])];
    if (value < 0) {
      decoded.damaged = decoded.damaged || !is_space(text[end]);
      continue;
    }
    ++signs;
    bits = (bits << 6 | static_cast<unsigned>(value)) & 0xFFFFFF;
    if ((count += 6) < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFF);
  }
  std::size_t padding = 0;
  for (; end < text.size(); ++end) {
    padding += text[end] == '=' ? 1 : 0;
    decoded.damaged = decoded.damaged || (text[end] != '=' && !is_space(text[end]));
  }
  decoded.damaged = decoded.damaged || (signs + padding) % 4 != 0;
  return decoded;
}

constexpr const char* kQuotedPrintable = "quoted-printable";
constexpr const char* kBase64 = "base64";

std::string bytes_of(DecodedBytes decoded, const char* encoding, std::set<std::string>& damaged) {
  if (decoded.damaged) damaged.insert(encoding);
  return std::move(decoded.bytes);
}

// A field with its encoded words decoded (RFC 2047): "=?utf-8?Q?Caf=C3=A9?=".
std::string decoded_words(std::string_view value, const CharsetReader& to_utf8,
                          std::set<std::string>& damaged) {
  std::string text;
  bool was_word = false;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t begin = std::min(value.find("=?", at), value.size());
    const std::size_t first = value.find('?', begin + 2);
    const std::size_t second = first == value.npos ? first : value.find('?', first + 1);
    const std::size_t end = second == value.npos ? second : value.find("?=", second + 1);
    if (end == value.npos) {
      text += to_utf8(std::string(value.substr(at)), "");
      break;
    }
    const std::string_view between = value.substr(at, begin - at);
    // Blanks between two encoded words are none of the text.
    if (!was_word || between.find_first_not_of(" \t") != between.npos) {
      text += to_utf8(std::string(between), "");
    }
    const std::string_view label = value.substr(begin + 2, first - begin - 2);
    const char kind = second == first + 2 ? value[first + 1] : '\0';
    std::string words(value.substr(second + 1, end - second - 1));
    if (kind == 'Q' || kind == 'q') {
      std::replace(words.begin(), words.end(), '_', ' ');
      words = bytes_of(from_quoted_printable(words), kQuotedPrintable, damaged);
    } else if (kind == 'B' || kind == 'b') {
      words = bytes_of(from_base64(words), kBase64, damaged);
    }
    text += to_utf8(std::move(words), std::string(label.substr(0, label.find('*'))));
    was_word = true;
    at = end + 2;
  }
  return on_one_line(text);
}

// The name in `Ann Ode <ann@example.org>`; the address where it is alone.
std::string name_of(std::string_view sender) {
  const std::size_t address = sender.find('<');
  const std::string_view name = trimmed(sender.substr(0, address), " \t\"'");
  return std::string(name.empty() ? trimmed(sender, " <>") : name);
}

// The day of "Thu, 31 Oct 2024 10:00:00 +0100", where the sender was; empty where it is none.
std::string day_of(std::string_view date) {
  const std::size_t comma = date.find(',');
  if (comma != date.npos) date.remove_prefix(comma + 1);
  date = trimmed(date, " \t");
  const auto take = [&date] {
    const std::string word(date.substr(0, date.find(' ')));
    date = trimmed(date.substr(word.size()), " \t");
    return word;
  };
  const auto is_number = [](const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
  };
  std::string day = take();
  const std::string month = lower_case(take());
  const std::string year = take();
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  const std::size_t at = month.size() == 3 ? kMonths.find(month) : kMonths.npos;
  if (at == kMonths.npos || at % 3 != 0) return "";
  if (!is_number(day) || day.size() > 2 || !is_number(year) || year.size() != 4) return "";
  if (day.size() == 1) day.insert(0, "0");
  const std::size_t number = at / 3 + 1;
  const std::string found = year + (number < 10 ? "-0" : "-") + std::to_string(number) + "-" + day;
  return parse_day(found) ? found : "";
}

// Puts lines together that a mail program broke (RFC 3676): such a line ends in a blank, which with
// `delsp` is none of the text. What is answered keeps the signs ">" of the first of its lines.
std::string from_flowed(std::string_view text, bool delsp) {
  std::string joined;
  joined.reserve(text.size());
  std::size_t open = 0;  // the depth of the line before, where it goes on, and 1
  for (std::size_t at = 0; at < text.size();) {
    const bool has_end = text.find('\n', at) != text.npos;
    std::string_view line = next_line(text, at);
    const std::size_t depth = std::min(line.find_first_not_of('>'), line.size());
    std::string_view words = line.substr(depth);
    if (words.starts_with(' ')) words.remove_prefix(1);  // put in by the program
    const bool is_signature = words == "-- ";
    if (open > 0 && (open != depth + 1 || is_signature)) {
      joined += '\n';
      open = 0;
    }
    if (open == 0) {
      joined += line.substr(0, depth);
      if (depth > 0) joined += ' ';
    }
    const bool goes_on = words.ends_with(' ') && !is_signature && has_end;
    if (goes_on && delsp) words.remove_suffix(1);
    joined += words;
    open = goes_on ? depth + 1 : 0;
    if (has_end && !goes_on) joined += '\n';
  }
  return joined;
}

bool is_page_type(std::string_view type) {
  return type == "text/html" || type == "application/xhtml+xml";
}

class MailReader {
 public:
  MailReader(Mail& mail, const CharsetReader& to_utf8) : mail_(mail), to_utf8_(to_utf8) {}

  // Takes a mail with what it says of itself.
  void take_mail(const Part& whole, int depth) {
    const auto decoded = [&](std::string_view name) {
      return decoded_words(whole.value(name), to_utf8_, mail_.damaged);
    };
    const std::size_t outer = std::exchange(of_, mail_.heads.size());
    mail_.heads.emplace_back();
    if (!mail_.is_saved_page) {  // of a page: when it was saved, and by which browser
      mail_.heads.back() = {decoded("subject"), decoded("from"), decoded("date")};
    }
    take(whole, "text/plain", depth);
    of_ = outer;
  }

 private:
  // `usual` is the type of a part that does not say one.
  void take(const Part& part, std::string_view usual, int depth) {
    if (!mail_.problem.empty()) return;
    if (depth > kMostNested) {
      mail_.problem = "its parts nest more than " + std::to_string(kMostNested) + " deep";
      return;
    }
    if (++parts_ > kMostParts) {
      mail_.problem = "it has more than " + std::to_string(kMostParts) + " parts";
      return;
    }
    std::string type = main_value(part.value("content-type"));
    if (type.empty()) type = usual;
    if (type.starts_with("multipart/")) {
      take_parts(part, type, depth);
    } else if (type == "message/rfc822" || type == "message/global") {
      take_inner(part, depth + 1);
    } else if (type == "application/pkcs7-mime" || type == "application/x-pkcs7-mime") {
      mail_.problem = "it is encrypted or signed as a whole (S/MIME)";
    } else if (main_value(part.value("content-disposition")) == "attachment" ||
               !(type == "text/plain" || is_page_type(type))) {
      ++mail_.left_out;
    } else {
      take_text(part, type);
    }
  }

  // Mails in mails are mostly sent as they are; then nothing is copied at each depth.
  void take_inner(const Part& part, int depth) {
    if (part.value("content-transfer-encoding").empty()) {
      take_mail(part_of(part.body), depth);
    } else if (const auto bytes = body_of(part)) {
      take_mail(part_of(*bytes), depth);
    }
  }

  // The body with its transfer encoding undone; a problem where that is unknown.
  std::optional<std::string> body_of(const Part& part) {
    const std::string encoding = main_value(part.value("content-transfer-encoding"));
    if (encoding == kQuotedPrintable) {
      return bytes_of(from_quoted_printable(part.body), kQuotedPrintable, mail_.damaged);
    }
    if (encoding == kBase64) return bytes_of(from_base64(part.body), kBase64, mail_.damaged);
    if (encoding.empty() || encoding == "7bit" || encoding == "8bit" || encoding == "binary") {
      return std::string(part.body);
    }
    mail_.problem = "a part is in the transfer encoding " +
                    quoted(part.value("content-transfer-encoding"), 40) + ", which is unknown";
    return std::nullopt;
  }

  void take_text(const Part& part, const std::string& type) {
    auto bytes = body_of(part);
    if (!bytes) return;
    const std::string_view about = part.value("content-type");
    if (type == "text/plain" && lower_case(parameter(about, "format")) == "flowed") {
      bytes = from_flowed(*bytes, lower_case(parameter(about, "delsp")) == "yes");
    }
    mail_.texts.push_back(
        {std::move(*bytes), parameter(about, "charset"), is_page_type(type), of_});
  }

  // The parts between the lines of the boundary.
  std::vector<std::string_view> between(std::string_view body, const std::string& boundary) {
    const std::string mark = "--" + boundary;
    std::vector<std::string_view> parts;
    std::optional<std::size_t> begin;
    bool closed = false;
    for (std::size_t at = 0; !closed && (at = body.find(mark, at)) != body.npos;) {
      const bool begins_line = at == 0 || body[at - 1] == '\n';
      std::size_t behind = at + mark.size();
      const bool ends = body.substr(behind).starts_with("--");
      const std::size_t line =
          std::min(body.find_first_not_of(" \t\r", behind + (ends ? 2 : 0)), body.size());
      if (!begins_line || (line < body.size() && body[line] != '\n')) {
        ++at;
        continue;
      }
      if (begin) parts.push_back(without_line_end(body.substr(*begin, at - *begin)));
      closed = ends;
      begin = at = std::min(line + 1, body.size());
      if (parts.size() > kMostParts) break;
    }
    if (!closed) {
      mail_.cut = true;
      if (begin) parts.push_back(body.substr(*begin));
    }
    return parts;
  }

  static std::string_view without_line_end(std::string_view text) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
  }

  void take_parts(const Part& part, const std::string& type, int depth) {
    if (type == "multipart/encrypted") {
      mail_.problem = "it is encrypted";
      return;
    }
    const std::string boundary = parameter(part.value("content-type"), "boundary");
    if (boundary.empty() || boundary.size() > kMostBoundary) {
      mail_.problem = "its parts have no boundary of 1 to 200 bytes";
      return;
    }
    const std::vector<std::string_view> parts = between(part.body, boundary);
    if (type == "multipart/alternative") {
      take_best(parts, depth);
      return;
    }
    bool has_root = false;
    for (const std::string_view one : parts) {
      // Of related parts the first is what is shown; the others are its pictures and frames.
      if (type == "multipart/related" && has_root) {
        ++mail_.left_out;
        continue;
      }
      const std::size_t before = mail_.texts.size();
      take(part_of(one), type == "multipart/digest" ? "message/rfc822" : "text/plain", depth + 1);
      has_root = mail_.texts.size() > before;
    }
  }

  // Of the alternatives the one that shows most, a page; the first where there is none. The first
  // with a text stands by for a page without words.
  void take_best(const std::vector<std::string_view>& parts, int depth) {
    std::vector<MailText> best;
    std::vector<MailText> plain;
    const auto has_page = [](const std::vector<MailText>& texts) {
      return std::any_of(texts.begin(), texts.end(),
                         [](const MailText& text) { return text.is_page; });
    };
    for (const std::string_view one : parts) {
      std::vector<MailText> kept = std::exchange(mail_.texts, {});
      take(part_of(one), "text/plain", depth + 1);
      std::vector<MailText> found = std::exchange(mail_.texts, std::move(kept));
      if (found.empty()) continue;
      if (!has_page(found)) {
        if (plain.empty()) plain = std::move(found);
      } else if (best.empty()) {
        best = std::move(found);
      }
    }
    if (best.empty()) {
      best = std::move(plain);
    } else if (best.size() == 1) {
      best.front().otherwise = std::move(plain);
    }
    std::move(best.begin(), best.end(), std::back_inserter(mail_.texts));
  }

  Mail& mail_;
  const CharsetReader& to_utf8_;
  std::size_t parts_ = 0;
  std::size_t of_ = 0;  // whose parts are read: which of the heads
};

// Without the line that mailboxes put before a mail.
std::string_view without_postmark(std::string_view file) {
  if (file.starts_with("\xEF\xBB\xBF")) file.remove_prefix(3);
  if (!file.starts_with("From ")) return file;
  std::size_t at = 0;
  next_line(file, at);
  return file.substr(at);
}

bool is_mailbox(std::string_view file) {
  if (!file.starts_with("From ")) return false;
  for (std::size_t at = file.find("\nFrom "); at != file.npos; at = file.find("\nFrom ", at + 1)) {
    std::size_t next = at + 1;
    next_line(file, next);
    if (looks_like_mail(file.substr(next))) return true;
  }
  return false;
}

}  // namespace

bool looks_like_mail(std::string_view bytes) {
  bytes = without_postmark(bytes).substr(0, kMostHeader);
  const Part part = part_of(bytes);
  const auto has = [&](std::string_view name) { return !part.value(name).empty(); };
  const auto has_address = [&](std::string_view name) {
    return part.value(name).find('@') != std::string_view::npos;
  };
  // "text/plain; charset=utf-8" is no words of a memo.
  const std::string type = main_value(part.value("content-type"));
  const bool is_typed = type.starts_with("multipart/") || type.starts_with("text/");
  return has("mime-version") || has("message-id") || has("received") ||
         has("snapshot-content-location") || has("content-transfer-encoding") ||
         (has("from") && has("date") && (has("to") || has("subject"))) ||
         ((has_address("from") || has_address("to")) && (has("subject") || has("to")) &&
          has("from")) ||
         (is_typed && (has("from") || has("subject")));
}

Mail read_mail(std::string_view file, const CharsetReader& to_utf8) {
  Mail mail;
  if (is_mailbox(file)) {
    mail.problem = "it is a mailbox of several mails";
    return mail;
  }
  const Part whole = part_of(without_postmark(file));
  mail.url = whole.value("snapshot-content-location");
  mail.is_saved_page =
      !mail.url.empty() || (main_value(whole.value("content-type")) == "multipart/related" &&
                            whole.value("to").empty() && whole.value("received").empty() &&
                            whole.value("message-id").empty());
  MailReader(mail, to_utf8).take_mail(whole, 0);
  mail.author = name_of(mail.heads.front().from);
  mail.day = day_of(mail.heads.front().date);
  if (!mail.problem.empty()) mail.texts.clear();
  return mail;
}

}  // namespace aver::claims
