// SPDX-License-Identifier: MIT
//
// Folds cluster by cluster. ASCII and the blocks that NFC leaves alone take a short way; only what
// can combine goes through utf8proc; runs of ASCII that stay as they are are copied whole.
#include "claims/text/fold.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "claims/text/code_points.h"
#include "claims/text/hidden.h"

namespace aver::claims {
namespace {

constexpr char32_t kTatweel = 0x640;

// What a glyph of typography is folded to; null for all that is not one. The marks are those of
// General_Category Pi and Pf and what is typed in their place; the ligatures are the Latin ones of
// the block Alphabetic Presentation Forms (Unicode 15.0).
const char* typography(char32_t point) {
  switch (point) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2039:
    case 0x203A:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0xAB:
    case 0xBB:
    case 0x2032:
    case 0x2033:
    case 0xB4:
    case 0x60:
    case '"':
    case '\'':
    case 0x2BB:  // okina
    case 0x2BC:
    case 0x2BD:
    case 0x5F3:  // geresh
    case 0x5F4:  // gershayim
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
    case 0xFE41:  // the corner brackets of vertical text
    case 0xFE42:
    case 0xFE43:
    case 0xFE44:
    case 0xFF62:  // and those of half width
    case 0xFF63:
    case 0xFF02:
    case 0xFF07:
    case 0x301D:
    case 0x301E:
    case 0x301F:
      return "'";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0x2E3A:
    case 0x2E3B:
    case 0xFE58:
    case 0xFE63:
      return "-";
    case 0x2026:
      return "...";
    case 0xB5:  // micro sign: the letter mu
      return "\u03BC";
    case 0xFB00:
      return "ff";
    case 0xFB01:
      return "fi";
    case 0xFB02:
      return "fl";
    case 0xFB03:
      return "ffi";
    case 0xFB04:
      return "ffl";
    case 0xFB05:
    case 0xFB06:
      return "st";
    default:
      return nullptr;
  }
}

// The blocks Arabic Presentation Forms-A and -B: glyphs of letters, as PDFs have them.
bool is_arabic_form(char32_t point) {
  return (point >= 0xFB50 && point <= 0xFDFF) || (point >= 0xFE70 && point <= 0xFEFC);
}

// The letters that the glyph stands for; a glyph of a mark has a blank or a tatweel to stand on.
void append_arabic_letters(std::string& to, char32_t point) {
  std::array<utf8proc_int32_t, 32> parts{};
  int last_class = 0;
  const auto n = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(point), parts.data(), parts.size(),
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT),
      &last_class);
  if (n <= 0 || n > static_cast<utf8proc_ssize_t>(parts.size())) {
    append_point(to, point);
    return;
  }
  for (utf8proc_ssize_t i = 0; i < n; ++i) {
    const auto part = static_cast<char32_t>(parts[static_cast<std::size_t>(i)]);
    if (part == kTatweel || (part == ' ' && i == 0)) continue;
    append_point(to, part);
  }
}

// Code points that NFC leaves alone where nothing that combines follows: most of what is written.
bool is_stable(char32_t point) {
  return (point >= 0xC0 && point <= 0x2AF) || (point >= 0x391 && point <= 0x3CE) ||
         (point >= 0x400 && point <= 0x52F) || (point >= 0x5D0 && point <= 0x5EA) ||
         (point >= 0x620 && point <= 0x64A) || (point >= 0x1E00 && point <= 0x1E99) ||
         (point >= 0x3041 && point <= 0x3096) || (point >= 0x30A1 && point <= 0x30FA) ||
         (point >= 0x4E00 && point <= 0x9FFF) || (point >= 0xAC00 && point <= 0xD7A3);
}

// May join the code point before it into one cluster.
bool may_combine(char32_t point) {
  if (point < 0x300) return false;
  if (is_stable(point) || is_variation_selector(point)) return false;
  const utf8proc_property_t* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(point));
  return property->combining_class != 0 || property->boundclass == UTF8PROC_BOUNDCLASS_EXTEND ||
         (point >= 0x1160 && point <= 0x11FF) || property->category == UTF8PROC_CATEGORY_MC;
}

// The end of the cluster that begins with `first`, whose bytes end at `after`.
std::size_t cluster_end(std::string_view text, std::size_t after) {
  while (after < text.size() && static_cast<unsigned char>(text[after]) >= 0xCC) {
    std::size_t next = after;
    if (!may_combine(next_point(text, next))) break;
    after = next;
  }
  return after;
}

// NFC of one cluster.
void append_composed(std::string& to, std::string_view cluster) {
  std::vector<utf8proc_int32_t> points(cluster.size() * 4 + 8);
  for (;;) {
    const auto n =
        utf8proc_decompose(reinterpret_cast<const utf8proc_uint8_t*>(cluster.data()),
                           static_cast<utf8proc_ssize_t>(cluster.size()), points.data(),
                           static_cast<utf8proc_ssize_t>(points.size()),
                           static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    if (n < 0) {
      to += cluster;
      return;
    }
    if (static_cast<std::size_t>(n) > points.size()) {
      points.resize(static_cast<std::size_t>(n));
      continue;
    }
    const auto composed = utf8proc_normalize_utf32(
        points.data(), n, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    for (utf8proc_ssize_t i = 0; i < composed; ++i) {
      append_point(to, static_cast<char32_t>(points[static_cast<std::size_t>(i)]));
    }
    return;
  }
}

// ASCII that folds to itself, whatever stands around it.
constexpr std::array<bool, 256> kStays = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0x21; c < 0x80; ++c) table[c] = true;
  for (const char c : {'"', '\'', '`', '-', '!', '?', ':', ';', '%'}) {
    table[static_cast<unsigned char>(c)] = false;
  }
  for (std::size_t c = 1; c < 9; ++c) table[c] = true;
  for (std::size_t c = 14; c < 0x20; ++c) table[c] = true;
  return table;
}();

// Signs beside which a blank says nothing: those of scripts without blanks between words, and their
// wide marks.
bool is_wide(char32_t point) {
  return is_unspaced_script(point) || (point >= 0xFF01 && point <= 0xFF60) ||
         (point >= 0xFFE0 && point <= 0xFFE6);
}

// A dash that parts words, unlike a hyphen or a minus.
bool is_long_dash(char32_t point) {
  return (point >= 0x2013 && point <= 0x2015) || point == 0x2E3A || point == 0x2E3B;
}

class Folder {
 public:
  Folder(std::string_view text, bool loosely, const std::vector<SkippedBytes>& skipped)
      : text_(text), loosely_(loosely), skipped_(skipped) {
    folded_.text.reserve(text.size());
    folded_.origin.reserve(text.size());
  }

  LooselyFolded run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      if (passed_over(at)) continue;
      if (copied(at)) continue;
      const auto byte = static_cast<unsigned char>(text_[at]);
      if (byte < 0x80) {
        ascii(at);
      } else {
        other(at);
      }
    }
    return std::move(folded_);
  }

 private:
  bool passed_over(std::size_t& at) {
    while (next_skipped_ < skipped_.size() && skipped_[next_skipped_].end <= at) ++next_skipped_;
    if (next_skipped_ == skipped_.size() || skipped_[next_skipped_].begin > at) return false;
    at = skipped_[next_skipped_].end;
    return true;
  }

  // Copies the run of ASCII at `at` that folds to itself; false where there is none.
  bool copied(std::size_t& at) {
    std::size_t stop = text_.size();
    if (next_skipped_ < skipped_.size()) stop = std::min(stop, skipped_[next_skipped_].begin);
    const auto stays = [&](std::size_t i) { return kStays[static_cast<unsigned char>(text_[i])]; };
    std::size_t end = at;
    while (end < stop) {
      if (stays(end)) {
        ++end;
      } else if (text_[end] == ' ' && end > at && end + 1 < stop && stays(end + 1)) {
        end += 2;  // a blank between two of them
      } else {
        break;
      }
    }
    // A letter followed by a combining mark is not ASCII.
    if (end > at && end < text_.size() && static_cast<unsigned char>(text_[end]) >= 0xCC) --end;
    if (end > at && text_[end - 1] == ' ') --end;
    if (end == at) return false;
    folded_.text.append(text_.data() + at, end - at);
    const std::size_t size = folded_.origin.size();
    folded_.origin.resize(size + end - at);
    std::uint32_t* to = folded_.origin.data() + size;
    for (std::size_t i = at; i < end; ++i) *to++ = static_cast<std::uint32_t>(i);
    at = end;
    return true;
  }

  void put(std::string_view bytes, std::size_t origin) {
    folded_.text += bytes;
    folded_.origin.resize(folded_.text.size(), static_cast<std::uint32_t>(origin));
  }

  bool ends_in_blank() const { return folded_.text.empty() || folded_.text.back() == ' '; }

  void drop_blank() {
    if (folded_.text.empty() || folded_.text.back() != ' ') return;
    folded_.text.pop_back();
    folded_.origin.pop_back();
  }

  void space(std::size_t origin) {
    if (ends_in_blank() && !folded_.text.empty()) return;
    if (loosely_ && !folded_.text.empty() &&
        static_cast<unsigned char>(folded_.text.back()) >= 0x80 && is_wide(last_point())) {
      return;
    }
    put(" ", origin);
  }

  char32_t last_point() const {
    std::size_t begin = folded_.text.size() - 1;
    while (begin > 0 && is_continuation(folded_.text[begin])) --begin;
    return next_point(folded_.text, begin);
  }

  // The end of the white space and of the invisible characters at `at`; adds up the line breaks.
  std::size_t behind_blanks(std::size_t at, int& lines) const {
    while (at < text_.size()) {
      std::size_t next = at;
      const char32_t point = next_point(text_, next);
      if (!is_space_point(point) && !is_invisible(point)) break;
      lines += point == '\n' ? 1 : 0;
      at = next;
    }
    return at;
  }

  // Moves over the dash that begins with `point` at `at`.
  void dash(char32_t point, std::size_t& at) {
    const std::size_t begin = at;
    next_point(text_, at);
    if (!loosely_) {
      // "--" is how a dash is typed.
      if (folded_.text.empty() || folded_.text.back() != '-') put("-", begin);
      return;
    }
    bool is_long = is_long_dash(point);
    while (at < text_.size()) {
      std::size_t next = at;
      if (!is_dash_point(next_point(text_, next))) break;
      is_long = true;
      at = next;
    }
    int lines = 0;
    const std::size_t behind = behind_blanks(at, lines);
    const bool blank_after = behind > at || behind == text_.size();
    const char32_t after = behind < text_.size() ? point_at(behind) : 0;
    if (!is_long && lines == 1 && broken_word(begin, behind, after)) {
      at = behind;
      return;
    }
    const bool blank_before =
        ends_in_blank() || folded_.text.back() == '-' || is_blank_before(begin);
    const bool is_sign = blank_before && !blank_after && is_digit_point(after) &&
                         (!is_long || (point == 0x2013 && at - begin == 3));
    if (!is_sign && (is_long || (blank_before && blank_after))) {
      drop_blank();
      if (blank_after) at = behind;
    }
    if (folded_.text.empty() || folded_.text.back() != '-') put("-", begin);
  }

  // In the source: there a blank may stand that was dropped.
  bool is_blank_before(std::size_t at) const {
    if (at == 0) return true;
    std::size_t begin = at - 1;
    while (begin > 0 && is_continuation(text_[begin])) --begin;
    return is_space_point(point_at(begin));
  }

  // Where a hyphen at a line end breaks a word: takes it for one, and returns true.
  bool broken_word(std::size_t hyphen, std::size_t behind, char32_t after) {
    if (ends_in_blank() || is_blank_before(hyphen) || behind >= text_.size()) return false;
    const char32_t before = last_point();
    if (!is_word_point(before) || !is_word_point(after)) return false;
    const bool keeps = is_digit_point(before) || is_digit_point(after) ||
                       (is_upper_point(after) && !is_upper_point(before));
    folded_.broken.push_back({folded_.text.size(), keeps});
    if (keeps) put("-", hyphen);
    return true;
  }

  char32_t point_at(std::size_t at) const { return decode(text_, at).value; }

  static bool is_upper_point(char32_t point) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(point)) == UTF8PROC_CATEGORY_LU;
  }

  void ascii(std::size_t& at) {
    const char c = text_[at];
    // A letter followed by a combining mark is not ASCII.
    if (at + 1 < text_.size() && static_cast<unsigned char>(text_[at + 1]) >= 0xCC &&
        cluster_end(text_, at + 1) != at + 1) {
      other(at);
      return;
    }
    if (c == '-') {
      dash('-', at);
      return;
    }
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      space(at);
    } else if (c == '"' || c == '\'' || c == '`') {
      put("'", at);
    } else {
      if (loosely_ && (c == '!' || c == '?' || c == ':' || c == ';' || c == '%')) drop_blank();
      folded_.text += c;
      folded_.origin.push_back(static_cast<std::uint32_t>(at));
    }
    ++at;
  }

  void other(std::size_t& at) {
    const std::size_t begin = at;
    const char32_t point = next_point(text_, at);
    if (is_invisible(point) || is_variation_selector(point)) {
      if (point == 0xAD) soft_hyphen(begin, at);
      return;
    }
    const std::size_t end = cluster_end(text_, at);
    if (point == kTatweel && end == at) return;
    const char* glyph = end == at ? typography(point) : nullptr;
    if (glyph != nullptr) {
      if (*glyph == '-') {
        at = begin;
        dash(point, at);
        return;
      }
      if (loosely_ && (point == 0xAB || point == 0x2039)) {
        opening_angle(begin, at);
        return;
      }
      if (loosely_ && (point == 0xBB || point == 0x203A) && ends_a_phrase(at)) drop_blank();
      put(glyph, begin);
    } else if (end == at && is_space_point(point)) {
      space(begin);
    } else if (point == kReplacement) {
      put("\xEF\xBF\xBD", begin);
    } else if (end == at && is_stable(point)) {
      if (loosely_ && is_wide(point)) drop_blank();
      put(text_.substr(begin, at - begin), begin);
    } else {
      if (loosely_ && (is_wide(point) || point == 0x2030)) drop_blank();
      compose(begin, end);
    }
    at = std::max(end, at);
  }

  // NFC of the cluster, with the letters of Arabic glyphs.
  void compose(std::size_t begin, std::size_t end) {
    scratch_.clear();
    const std::string_view cluster = text_.substr(begin, end - begin);
    letters_.clear();
    bool has_forms = false;
    for (std::size_t at = 0; at < cluster.size();) {
      const std::size_t first = at;
      const char32_t point = next_point(cluster, at);
      if (is_arabic_form(point)) {
        has_forms = true;
        append_arabic_letters(letters_, point);
      } else if (point == kTatweel) {
        has_forms = true;
      } else {
        letters_ += cluster.substr(first, at - first);
      }
    }
    append_composed(scratch_, has_forms ? std::string_view(letters_) : cluster);
    put(scratch_, begin);
  }

  // A soft hyphen is not seen, but at a line end: there it breaks a word.
  void soft_hyphen(std::size_t begin, std::size_t& at) {
    if (!loosely_) return;
    int lines = 0;
    const std::size_t behind = behind_blanks(at, lines);
    if (lines == 1 && behind < text_.size() && broken_word(begin, behind, point_at(behind))) {
      at = behind;
    }
  }

  // "« non »": the blank inside belongs to the mark. In "»doch«" the same glyph closes.
  void opening_angle(std::size_t begin, std::size_t& at) {
    const bool opens = ends_in_blank() || folded_.text.back() == '(' || folded_.text.back() == '\'';
    put("'", begin);
    if (!opens) return;
    int lines = 0;
    at = behind_blanks(at, lines);
  }

  bool ends_a_phrase(std::size_t at) const {
    if (at >= text_.size()) return true;
    const char32_t after = point_at(at);
    return is_space_point(after) || !is_word_point(after);
  }

  std::string_view text_;
  bool loosely_;
  const std::vector<SkippedBytes>& skipped_;
  std::size_t next_skipped_ = 0;
  LooselyFolded folded_;
  std::string scratch_;
  std::string letters_;
};

}  // namespace

Folded fold(std::string_view text) { return Folder(text, false, {}).run(); }

LooselyFolded fold_loosely(std::string_view text, const std::vector<SkippedBytes>& skipped) {
  return Folder(text, true, skipped).run();
}

bool is_variation_selector(char32_t point) {
  return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0x180B && point <= 0x180D) ||
         point == 0x180F || (point >= 0xE0100 && point <= 0xE01EF);
}

bool is_digit_point(char32_t point) {
  if (point < 0x80) return point >= '0' && point <= '9';
  return utf8proc_category(static_cast<utf8proc_int32_t>(point)) == UTF8PROC_CATEGORY_ND;
}

bool is_currency_point(char32_t point) {
  if (point < 0x80) return point == '$';
  return utf8proc_category(static_cast<utf8proc_int32_t>(point)) == UTF8PROC_CATEGORY_SC;
}

bool is_dash_point(char32_t point) {
  if (point == '-') return true;
  if (point < 0x2010) return false;
  const char* glyph = typography(point);
  return glyph != nullptr && *glyph == '-';
}

bool is_space_point(char32_t point) {
  return point == ' ' || (point >= '\t' && point <= '\r') || point == 0x85 || point == 0xA0 ||
         point == 0x1680 || (point >= 0x2000 && point <= 0x200A) || point == 0x2028 ||
         point == 0x2029 || point == 0x202F || point == 0x205F || point == 0x3000;
}

bool is_unspaced_script(char32_t point) {
  return (point >= 0xE00 && point <= 0xEFF) || (point >= 0x1000 && point <= 0x109F) ||
         (point >= 0x1780 && point <= 0x17FF) || (point >= 0x2E80 && point <= 0xABFF) ||
         (point >= 0xF900 && point <= 0xFAFF) || (point >= 0x20000 && point <= 0x3FFFF);
}

bool is_word_point(char32_t point) {
  if (point < 0x80) {
    return (point >= '0' && point <= '9') || (point >= 'a' && point <= 'z') ||
           (point >= 'A' && point <= 'Z');
  }
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(point))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return true;
    default:
      return false;
  }
}

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_word_point(next_point(text, at))) return true;
  }
  return false;
}

std::string lower_case(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_point(text, at);
    if (point < 0x80) {
      lower +=
          point >= 'A' && point <= 'Z' ? static_cast<char>(point + 32) : static_cast<char>(point);
    } else {
      append_point(lower,
                   static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(point))));
    }
  }
  return lower;
}

namespace {

// Accents, points and strokes that may be left out in writing: Latin, Greek and Cyrillic marks,
// Hebrew points, Arabic vowel signs.
bool is_mark(char32_t point) {
  return (point >= 0x300 && point <= 0x36F) || (point >= 0x483 && point <= 0x487) ||
         (point >= 0x591 && point <= 0x5C7 && point != 0x5BE && point != 0x5C0 && point != 0x5C3 &&
          point != 0x5C6) ||
         (point >= 0x610 && point <= 0x61A) || (point >= 0x64B && point <= 0x65F) ||
         point == 0x670 || (point >= 0x1AB0 && point <= 0x1AFF) ||
         (point >= 0x1DC0 && point <= 0x1DFF) || (point >= 0x20D0 && point <= 0x20FF) ||
         (point >= 0xFE20 && point <= 0xFE2F);
}

}  // namespace

std::string plain(std::string_view text) {
  const std::string folded = fold(text).text;
  if (is_ascii(folded)) return lower_case(folded);
  std::vector<utf8proc_int32_t> points;
  points.reserve(folded.size());
  for (std::size_t at = 0; at < folded.size();) {
    std::array<utf8proc_int32_t, 32> parts{};
    int last_class = 0;
    const auto n = utf8proc_decompose_char(
        static_cast<utf8proc_int32_t>(next_point(folded, at)), parts.data(), parts.size(),
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD),
        &last_class);
    for (utf8proc_ssize_t i = 0; i < n && i < static_cast<utf8proc_ssize_t>(parts.size()); ++i) {
      const utf8proc_int32_t part = parts[static_cast<std::size_t>(i)];
      if (!is_mark(static_cast<char32_t>(part))) points.push_back(part);
    }
  }
  const auto composed =
      utf8proc_normalize_utf32(points.data(), static_cast<utf8proc_ssize_t>(points.size()),
                               static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  std::string answer;
  answer.reserve(folded.size());
  for (utf8proc_ssize_t i = 0; i < composed; ++i)
    append_point(answer, static_cast<char32_t>(points[static_cast<std::size_t>(i)]));
  return answer;
}

std::size_t Folded::source_end(std::string_view source, std::size_t end) const {
  std::size_t at = origin[end - 1];
  // A glyph that folds to several bytes, and one that stands for a run, end where theirs do.
  next_point(source, at);
  const std::size_t cluster = cluster_end(source, at);
  if (text[end - 1] != '-') return cluster;
  std::size_t run = end < origin.size() ? origin[end] : source.size();
  while (run > cluster) {
    std::size_t before = run - 1;
    while (before > cluster && is_continuation(source[before])) --before;
    if (!is_space_point(decode(source, before).value)) break;
    run = before;
  }
  return std::max(run, cluster);
}

}  // namespace aver::claims
