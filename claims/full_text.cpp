// SPDX-License-Identifier: MIT
#include "claims/full_text.h"

namespace aver::claims {
namespace {

std::string lines(std::initializer_list<std::string_view> parts,
                  const std::vector<std::string>& more = {}) {
  std::string all;
  const auto add = [&](std::string_view part) {
    if (part.empty()) return;
    if (!all.empty()) all += '\n';
    all += part;
  };
  for (const std::string_view part : parts) add(part);
  for (const std::string& part : more) add(part);
  return all;
}

// A character from its UTF-8; `length` is its bytes. What is no UTF-8 counts byte by byte.
char32_t character_at(std::string_view text, std::size_t at, std::size_t& length) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  if (length == 1 || at + length > text.size()) {
    length = 1;
    return first;
  }
  char32_t character = first & (0x7fu >> length);
  for (std::size_t i = 1; i < length; ++i) character = character << 6 | (byte(at + i) & 0x3fu);
  return character;
}

bool stands_alone(char32_t c) {
  return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x31f0 && c <= 0x31ff) ||  // kana
         (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) ||  // Han
         (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff) ||
         (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xff66 && c <= 0xff9f);  // Hangul; narrow kana
}

std::string_view typed_as(char32_t c) {
  switch (c) {
    case 0xdf:
    case 0x1e9e:
      return "ss";
    case 0xe6:
      return "ae";
    case 0x153:
      return "oe";
    case 0xf8:
      return "o";
    case 0xf0:
    case 0x111:
      return "d";
    case 0x142:
      return "l";
    case 0x131:
      return "i";
    default:
      return {};
  }
}

}  // namespace

std::vector<SearchPiece> search_pieces(std::string_view word) {
  std::vector<SearchPiece> pieces;
  bool is_plain = true;
  bool goes_on = false;  // the last piece may be added to
  std::size_t length = 0;
  for (std::size_t at = 0; at < word.size(); at += length) {
    const char32_t character = character_at(word, at, length);
    const std::string_view bytes = word.substr(at, length);
    const std::string_view other = typed_as(character);
    const bool alone = stands_alone(character);
    is_plain &= !alone && other.empty();
    if (alone || !goes_on) pieces.push_back({"", at, at});
    pieces.back().text += other.empty() ? bytes : other;
    pieces.back().end = at + length;
    goes_on = !alone;
  }
  if (is_plain) pieces.clear();
  return pieces;
}

FullText full_text(const Claim& claim) { return {claim.text, lines({claim.note}, claim.tags)}; }

FullText full_text(const Stance& stance) {
  return {"", lines({stance.summary, stance.quote, stance.translation, stance.rating, stance.reason,
                     stance.note},
                    stance.searched)};
}

FullText full_text(const Actor& actor) {
  std::vector<std::string> more = actor.aliases;
  for (const Role& role : actor.roles) more.push_back(role.title);
  return {actor.name, lines({actor.note}, more)};
}

FullText full_text(const Source& source) {
  return {source.title, lines({source.publisher, source.note}, source.author)};
}

}  // namespace aver::claims
