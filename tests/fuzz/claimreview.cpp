// SPDX-License-Identifier: MIT
//
// Any bytes as other people's fact checks: every record made of them is one that a store takes.
#include "claims/exchange/claimreview/claimreview.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "claims/exchange/claimreview/loose_date.h"
#include "claims/records/codec.h"

namespace {

using namespace aver::claims;

bool is_sound(const claimreview::Record& record) {
  const std::string path = path_of(claimreview::ref_of(record));
  const std::string text = claimreview::encode(record);
  switch (claimreview::ref_of(record).kind) {
    case RecordKind::claim:
      return decode_claim(text, path).record.has_value();
    case RecordKind::stance:
      return decode_stance(text, path).record.has_value();
    case RecordKind::actor:
      return decode_actor(text, path).record.has_value();
    case RecordKind::source:
      return decode_source(text, path).record.has_value();
    case RecordKind::review:
      break;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Labels labels;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  claimreview::Options options{labels, default_vocabulary()};
  options.unmapped = "unproven";
  claimreview::read(json::more_of(text), options, [](claimreview::PublishedReview&& review) {
    // What comes without records is told: an error, or a remark on the text itself.
    if (review.records.empty() && review.problems.empty()) std::abort();
    if (has_errors(review.problems) && !review.records.empty()) std::abort();
    for (const claimreview::Record& record : review.records) {
      if (!is_sound(record)) std::abort();
    }
    return true;
  });
  const ParsedDate date = loose_date(text);
  if (date.date.has_value() == !date.problem.empty()) std::abort();
  return 0;
}
