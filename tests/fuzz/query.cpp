// SPDX-License-Identifier: MIT
//
// Any bytes as a query: read or refused with a place in it; what is read is printed so that it is
// read again, and can be asked and looked up.
#include "claims/query/query.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "claims/query/bounds.h"
#include "claims/query/facts.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aver::claims;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  query::ParsedQuery parsed = query::parse(text);
  if (parsed.query.has_value() == parsed.problem.has_value()) std::abort();
  if (parsed.problem) {
    const query::QuerySpan span = parsed.problem->span;
    if (span.begin > span.end || span.end > size) std::abort();
    return 0;
  }
  const query::ParsedQuery again = query::parse(query::print(*parsed.query));
  if (!again.query || *again.query != *parsed.query) std::abort();

  // The same text as a saved query that may name itself.
  if (query::expand(*parsed.query, {{"troops", std::string(text)}, {"a", "holder:calda"}}))
    return 0;
  (void)query::resolve_words(*parsed.query, default_vocabulary());
  Stance stance;
  stance.holder = "calda";
  stance.position = "silent";
  stance.quote = "words";
  const ClaimFolder folder{"topic/x", Claim{}, {stance}};
  const Day day = *parse_day("2024-11-01");
  const query::Setting setting{day, day, default_vocabulary(), nullptr};
  const query::ClaimFacts facts(folder, setting);
  query::Truth any = facts.fits(*parsed.query, query::Pair{});
  for (const query::Pair& pair : facts.pairs())
    any = std::max(any, facts.fits(*parsed.query, pair));
  if (any != query::Truth::no && query::necessary(*parsed.query).empty()) std::abort();
  return 0;
}
