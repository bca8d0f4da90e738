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

}  // namespace

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
