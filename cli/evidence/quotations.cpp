// SPDX-License-Identifier: MIT
//
// The claims layer finds the quotations of the text; here their speakers are matched with the
// actors of the view, and each with the stances that already quote it.
#include "cli/evidence/quotations.h"

#include <algorithm>
#include <map>
#include <set>

#include "claims/evidence/cue_lines.h"
#include "claims/evidence/quotations.h"
#include "cli/evidence/evidence.h"
#include "cli/names/load.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;
using store::View;

std::vector<claims::Called> everybody(const View& view) {
  std::vector<claims::Called> all;
  for (const std::string& id : view.ids(claims::RecordKind::actor)) {
    const auto actor = view.actor(id);
    if (!actor || !actor->record) continue;
    claims::Called one{id, {actor->record->name}};
    one.names.insert(one.names.end(), actor->record->aliases.begin(), actor->record->aliases.end());
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace

QuotationsAnswer quotations_of(Session& session, const View& view, const std::string& source) {
  QuotationsAnswer answer;
  answer.source = source;
  const auto record = require_readable(session, view.source(source), claims::source_path(source));
  answer.title = record.title;
  Evidence evidence([&](const std::string& path) { return view.read(path); });
  const Evidence::Captures* captures = evidence.captures(source);
  if (captures == nullptr) {
    throw StoreError(Fault::usage, source + " has no saved text to look for quotations in", {},
                     "aver source add --again " + source + " FILE");
  }
  const claims::CaptureText& text = captures->prepared.back();
  const std::vector<claims::Called> all = everybody(view);
  std::vector<claims::ByteRange> ranges;
  std::map<std::string, std::string> actors;  // speaker -> id
  for (const claims::Quotation& one : claims::quotations(text)) {
    ranges.push_back(one.range);
    const auto [actor, is_new] = actors.try_emplace(one.speaker);
    if (is_new) actor->second = claims::called(one.speaker, all);
    const auto times = text.times_of(one.range);
    answer.found.push_back({one.paragraph,
                            times ? claims::clock_time(times->from) : "",
                            claims::words_of(text, one),
                            one.speaker,
                            actor->second,
                            {}});
  }
  each_folder(session, view, citing(source), [&](claims::ClaimFolder&& folder) {
    for (const claims::Stance& stance : folder.stances) {
      std::set<std::size_t> recorded;
      for (const claims::EvidenceView& one : claims::evidences(stance)) {
        if (one.source != source || one.quote.empty()) continue;
        const claims::QuoteMatch match = text.find_exactly(one.quote);
        if (!claims::stands(match.level)) continue;
        // The quotations are in order, and apart.
        auto range = std::upper_bound(
            ranges.begin(), ranges.end(), match.range.begin,
            [](std::size_t begin, const claims::ByteRange& of) { return begin < of.end; });
        for (; range != ranges.end() && range->begin < match.range.end; ++range)
          recorded.insert(static_cast<std::size_t>(range - ranges.begin()));
      }
      for (const std::size_t at : recorded) answer.found[at].recorded.push_back(stance.id());
    }
  });
  return answer;
}

}  // namespace aver::cli
