// SPDX-License-Identifier: MIT
//
// Any bytes as a record's file: read without harm, and what is read is written and read back equal.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "claims/positions/blame.h"
#include "claims/records/codec.h"
#include "claims/records/references.h"
#include "claims/settings/settings.h"

namespace {

using namespace aver::claims;

template <class Record>
void round_trip(const Decoded<Record>& decoded,
                Decoded<Record> (*decode)(std::string_view, std::string_view)) {
  if (!decoded.record || has_errors(decoded.problems)) return;
  const std::string written = encode(*decoded.record);
  const Decoded<Record> again = decode(written, decoded.file);
  if (!again.record || !(*again.record == *decoded.record) || encode(*again.record) != written)
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  round_trip(decode_claim(text, "claims/x/claim.toml"), decode_claim);
  round_trip(decode_stance(text, "claims/x/2024-10-31-calda.toml"), decode_stance);
  round_trip(decode_actor(text, "actors/x.toml"), decode_actor);
  round_trip(decode_source(text, "sources/x.toml"), decode_source);
  round_trip(decode_review(text, "reviews/p/x.toml"), decode_review);
  (void)decode_settings(text);
  (void)toml::has_comments(text);
  (void)blame({{.text = ""}, {.text = text, .before = {0}}}, 1);
  (void)with_new_ids(text, {RecordKind::stance, "x/2024-10-31-calda"},
                     [](const RecordRef&) { return std::optional<std::string>("y"); });
  return 0;
}
