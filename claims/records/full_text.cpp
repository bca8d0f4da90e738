// SPDX-License-Identifier: MIT
//
// Picks the words of each kind of record that search looks through, and cuts words of unspaced
// scripts into pieces.
#include "claims/records/full_text.h"

#include <algorithm>

#include "claims/text/code_points.h"
#include "claims/text/fold.h"

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

// Besides scripts without blanks: Korean, which puts more behind its words, and narrow kana.
bool stands_alone(char32_t c) {
  return is_unspaced_script(c) || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xff66 && c <= 0xff9f);
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
  if (is_ascii(word)) return pieces;
  bool is_plain = true;
  bool goes_on = false;  // the last piece may be added to
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t begin = at;
    const char32_t character = next_point(word, at);
    const std::string_view other = typed_as(character);
    const bool alone = stands_alone(character);
    is_plain &= !alone && other.empty();
    if (alone || !goes_on) pieces.push_back({"", begin, begin});
    pieces.back().text += other.empty() ? word.substr(begin, at - begin) : other;
    pieces.back().end = at;
    goes_on = !alone;
  }
  if (is_plain) pieces.clear();
  return pieces;
}

FullText full_text(const Claim& claim) { return {claim.text, lines({claim.note}, claim.tags)}; }

FullText full_text(const Stance& stance) {
  std::vector<std::string> more = stance.searched;
  for (const Evidence& one : stance.further) {
    more.push_back(one.quote);
    more.push_back(one.translation);
  }
  return {"", lines({stance.summary, stance.quote, stance.translation, stance.rating,
                     stance.condition, stance.reason, stance.note},
                    more)};
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
