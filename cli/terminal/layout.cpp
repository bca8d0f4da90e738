// SPDX-License-Identifier: MIT
//
// Measures text by grapheme clusters with utf8proc. Colour codes, the only escape sequences let
// through, count as nothing. Pure: never writes.
#include "cli/terminal/layout.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <utility>

#include "claims/text/code_points.h"
#include "claims/text/hidden.h"

namespace aver::cli {
namespace {

using claims::CodePoint;
using claims::decode;

const utf8proc_property_t& property_of(char32_t point) {
  return *utf8proc_get_property(static_cast<utf8proc_int32_t>(point));
}

// Letters and marks of the scripts from Arabic to Sinhala, of Myanmar, Khmer and Mongolian, whose
// shapes depend on joiners.
bool is_shaped_by_joiners(char32_t point) {
  const bool script = (point >= 0x600 && point <= 0xDFF) || (point >= 0x1000 && point <= 0x109F) ||
                      (point >= 0x1780 && point <= 0x18AF);
  const utf8proc_propval_t category = property_of(point).category;
  return script && category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

bool is_of_emoji(char32_t point) {
  return point == 0xFE0F || (point >= 0x1F3FB && point <= 0x1F3FF) ||
         property_of(point).boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

// Hidden characters that a reader sees the work of, where they stand: joiners within a word of a
// script that writes them (much as RFC 5892, A.1 and A.2, has it for names) or within an emoji, and
// the selector of an ideograph's variant behind it. Elsewhere they only make two texts look alike.
bool is_at_work(char32_t before, char32_t point, char32_t after) {
  constexpr utf8proc_propval_t kVirama = 9;  // a combining class
  if (point == 0x200C || point == 0x200D) {
    if (is_shaped_by_joiners(before))
      return is_shaped_by_joiners(after) || property_of(before).combining_class == kVirama;
    return point == 0x200D && is_of_emoji(before) && is_of_emoji(after);
  }
  return point >= 0xE0100 && point <= 0xE01EF &&
         ((before >= 0x3400 && before <= 0x9FFF) || (before >= 0xF900 && before <= 0xFAFF) ||
          (before >= 0x20000 && before <= 0x3FFFF));
}

std::string safe_with(std::string_view text, bool keep_newlines) {
  std::string answer;
  answer.reserve(text.size());
  char32_t before = 0;
  while (!text.empty()) {
    const auto byte = static_cast<unsigned char>(text.front());
    if (byte >= 0x20 && byte < 0x7f) {
      answer += text.front();
      before = byte;
      text.remove_prefix(1);
      continue;
    }
    const CodePoint next = decode(text);
    text.remove_prefix(next.bytes);
    const char32_t after = text.empty() ? 0 : decode(text).value;
    if (next.value == '\n') {
      answer += keep_newlines ? '\n' : ' ';
    } else if (next.value == '\t') {
      answer += ' ';
    } else if (next.value < 0x20) {
      claims::append_point(answer, 0x2400 + next.value);
    } else if (claims::is_hidden(next.value) && !is_at_work(before, next.value, after)) {
      char name[16];
      std::snprintf(name, sizeof name, "<U+%04X>", static_cast<unsigned>(next.value));
      answer += name;
    } else {
      claims::append_point(answer, next.value);  // U+FFFD for what is no UTF-8
    }
    before = next.value;
  }
  return answer;
}

// The length in bytes of a colour code at the front of `text`, or 0.
std::size_t color_code(std::string_view text) {
  if (!text.starts_with("\x1b[")) return 0;
  const std::size_t end = text.find('m');
  return end == text.npos ? 0 : end + 1;
}

// One step of measuring: a colour code, or a grapheme cluster.
struct Piece {
  std::size_t bytes = 0;
  int width = 0;
};

Piece next_piece(std::string_view text) {
  if (const std::size_t code = color_code(text)) return {code, 0};
  const auto byte = static_cast<unsigned char>(text.front());
  if (byte < 0x80 && (text.size() == 1 || static_cast<unsigned char>(text[1]) < 0x80))
    return {1, 1};
  const auto for_utf8proc = [](const CodePoint& one) {
    return static_cast<utf8proc_int32_t>(one.value);
  };
  CodePoint last = decode(text);
  Piece piece{last.bytes, last.valid() ? utf8proc_charwidth(for_utf8proc(last)) : 1};
  utf8proc_int32_t state = 0;
  int marks = 0;
  while (piece.bytes < text.size() && last.valid()) {
    const CodePoint next = decode(text, piece.bytes);
    if (!next.valid() ||
        utf8proc_grapheme_break_stateful(for_utf8proc(last), for_utf8proc(next), &state)) {
      break;
    }
    if (next.value == 0xFE0F && piece.width == 1) piece.width = 2;
    if (next.value >= 0x1F1E6 && next.value <= 0x1F1FF && ++marks == 1) piece.width = 2;
    piece.bytes += next.bytes;
    last = next;
  }
  return piece;
}

}  // namespace

std::string safe(std::string_view text) { return safe_with(text, true); }

std::string safe_line(std::string_view text) { return safe_with(text, false); }

std::string without_glyphs(std::string_view text) {
  constexpr std::pair<std::string_view, char> kGlyphs[] = {
      {"│", '|'}, {"─", '-'}, {"·", '.'}, {"…", '~'}, {"—", '-'}};
  std::string answer;
  answer.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto* glyph = std::find_if(std::begin(kGlyphs), std::end(kGlyphs), [&](const auto& one) {
      return text.substr(at).starts_with(one.first);
    });
    if (glyph == std::end(kGlyphs)) {
      answer += text[at++];
    } else {
      answer += glyph->second;
      at += glyph->first.size();
    }
  }
  return answer;
}

int width_of(std::string_view text) {
  int width = 0;
  while (!text.empty()) {
    const Piece piece = next_piece(text);
    width += piece.width;
    text.remove_prefix(piece.bytes);
  }
  return width;
}

std::vector<std::string> wrap(std::string_view text, int width) {
  width = std::max(width, 8);
  std::vector<std::string> lines;
  while (true) {
    const std::size_t newline = text.find('\n');
    std::string_view rest = text.substr(0, newline);
    bool first = true;
    while (first || !rest.empty()) {
      first = false;
      std::size_t at = 0;
      std::size_t blank = rest.npos;
      int used = 0;
      while (at < rest.size()) {
        const Piece piece = next_piece(rest.substr(at));
        if (used + piece.width > width) break;
        if (rest[at] == ' ') blank = at;
        used += piece.width;
        at += piece.bytes;
      }
      if (at < rest.size() && rest[at] == ' ') blank = at;
      if (at == rest.size()) {
        lines.emplace_back(rest);
        break;
      }
      const std::size_t cut = blank == rest.npos || blank == 0 ? at : blank;
      std::string line(rest.substr(0, cut));
      while (!line.empty() && line.back() == ' ') line.pop_back();
      lines.push_back(std::move(line));
      rest.remove_prefix(cut);
      while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    }
    if (newline == text.npos) return lines;
    text.remove_prefix(newline + 1);
  }
}

std::string paragraph(std::string_view text, int width, int indent, std::string_view first) {
  std::string answer;
  bool begun = false;
  for (const std::string& line : wrap(text, width - indent)) {
    if (begun || first.empty()) {
      if (!line.empty()) answer.append(static_cast<std::size_t>(indent), ' ');
    } else {
      answer += padded(first, indent);
    }
    begun = true;
    answer += line;
    answer += '\n';
  }
  return answer;
}

std::string paragraph(std::string_view text, int width, int indent) {
  return paragraph(text, width, indent, "");
}

std::string hanging(std::string_view text, int width, int indent) {
  const std::vector<std::string> first = wrap(text, width);
  if (first.size() == 1) return first.front() + "\n";
  std::string answer = first.front() + "\n";
  std::string_view rest = text.substr(first.front().size());
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\n')) rest.remove_prefix(1);
  return answer + paragraph(rest, width, indent);
}

std::string padded(std::string_view text, int width) {
  std::string answer(text);
  const int used = width_of(text);
  if (used < width) answer.append(static_cast<std::size_t>(width - used), ' ');
  return answer;
}

std::string fitting(std::string_view text, int width) {
  int used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const Piece piece = next_piece(text.substr(at));
    if (used + piece.width > width) break;
    used += piece.width;
    at += piece.bytes;
  }
  return std::string(text.substr(0, at));
}

std::string shortened(std::string_view text, int width) {
  if (width_of(text) <= width) return std::string(text);
  int used = 0;
  std::size_t at = 0;
  bool painted = false;
  while (at < text.size()) {
    const Piece piece = next_piece(text.substr(at));
    if (used + piece.width > width - 1) break;
    painted |= text[at] == '\x1b';
    used += piece.width;
    at += piece.bytes;
  }
  return std::string(text.substr(0, at)) + "…" + (painted ? "\x1b[0m" : "");
}

std::string Columns::text() const {
  constexpr int kGap = 2;
  std::vector<int> widths;
  for (const std::vector<std::string>& cells : rows_) {
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
      if (widths.size() <= i) widths.push_back(0);
      widths[i] = std::max(widths[i], width_of(cells[i]));
    }
  }
  int last_begins = indent_;
  for (const int width : widths) last_begins += width + kGap;
  const bool below = width_ - last_begins < width_ / 3;

  std::string answer;
  for (const std::vector<std::string>& cells : rows_) {
    std::string line(static_cast<std::size_t>(indent_), ' ');
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
      line += padded(cells[i], widths[i] + kGap);
    }
    const std::string& last = cells.back();
    if (below && cells.size() > 1 && width_of(line) + width_of(last) > width_) {
      while (!line.empty() && line.back() == ' ') line.pop_back();
      answer += line + "\n" + paragraph(last, width_, indent_ + 2 * kGap);
      continue;
    }
    const std::vector<std::string> lines = wrap(last, width_ - width_of(line));
    const auto hang = static_cast<std::size_t>(width_of(line));
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::string whole = i == 0 ? line + lines[i] : std::string(hang, ' ') + lines[i];
      while (!whole.empty() && whole.back() == ' ') whole.pop_back();
      answer += whole + "\n";
    }
  }
  return answer;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  std::string answer = std::to_string(count) + " ";
  if (count == 1) return answer.append(one);
  if (!many.empty()) return answer.append(many);
  return answer.append(one) + "s";
}

std::string size_on_disk(std::uintmax_t bytes) {
  constexpr const char* kUnits[] = {"kB", "MB", "GB", "TB"};
  double size = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  for (; size >= 1000 && unit + 1 < std::size(kUnits); ++unit) size /= 1000;
  char text[32];
  std::snprintf(text, sizeof text, size < 10 ? "%.1f %s" : "%.0f %s", size, kUnits[unit]);
  return text;
}

}  // namespace aver::cli
