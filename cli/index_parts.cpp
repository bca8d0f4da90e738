// SPDX-License-Identifier: MIT
#include "cli/index_parts.h"

#include "cli/render/layout.h"
#include "store/records_index.h"

namespace aver::cli {
namespace {

// A sample is every so-manieth folder.
constexpr std::size_t kSample = 20;

IndexPart records_part() {
  return {"records",
          [](Session& session) {
            const store::IndexStatus of = session.store().records().status();
            return PartStatus{
                of.file.string(), of.exists, of.usable, of.size, counted(of.records, "record"),
                of.current};
          },
          [](Session& session, bool all, std::size_t& looked_at) {
            return session.store().records().verify(all ? 1 : kSample, looked_at);
          },
          [](Session& session) { session.store().records().rebuild(); }};
}

}  // namespace

const std::vector<IndexPart>& index_parts() {
  static const std::vector<IndexPart> parts = {records_part()};
  return parts;
}

}  // namespace aver::cli
