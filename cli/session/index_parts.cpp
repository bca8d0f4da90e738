// SPDX-License-Identifier: MIT
//
// One row a part, each a set of functions over store/'s own status, verify and rebuild. Never reads
// an index file itself.
#include "cli/session/index_parts.h"

#include <filesystem>

#include "cli/terminal/layout.h"
#include "store/error.h"
#include "store/index_history.h"
#include "store/records_index.h"

namespace aver::cli {
namespace {

// A sample takes one folder in this many.
constexpr std::size_t kSample = 20;

IndexPart records_part() {
  return {"records", "record",
          [](Session& session) {
            const store::IndexStatus of = session.store().records().status();
            return PartStatus{of.file.string(), of.exists, of.usable,
                              of.other_version, of.size,   counted(of.records, "record"),
                              of.current};
          },
          [](Session& session, bool all, std::size_t& looked_at) {
            return session.store().records().verify(all ? 1 : kSample, looked_at);
          },
          [](Session& session) { session.store().records().rebuild(); }};
}

constexpr std::size_t kSampleOfCommits = 500;

IndexPart history_part() {
  return {"history", "commit",
          [](Session& session) {
            store::Store& store = session.store();
            const auto of = store::HistoryIndex::status(store, store.view().commit());
            std::error_code ignored;
            return PartStatus{of.file.string(), std::filesystem::exists(of.file, ignored),
                              of.there,         of.other_version,
                              of.size,          counted(of.commits, "commit"),
                              of.behind == 0};
          },
          [](Session& session, bool all, std::size_t& looked_at) {
            auto verified =
                store::HistoryIndex::verify(session.store(), all ? 0 : kSampleOfCommits);
            looked_at = verified.looked_at;
            return verified.wrong;
          },
          [](Session& session) {
            store::Store& store = session.store();
            if (store::HistoryIndex::rebuild(store, store.view().commit())) return;
            throw store::StoreError(
                store::Fault::io, "the index of the history cannot be made here",
                {"the history is cut off (a shallow clone) or has replaced commits, or .git/aver "
                 "cannot be written"},
                "log and blame ask git instead");
          }};
}

}  // namespace

const std::vector<IndexPart>& index_parts() {
  static const std::vector<IndexPart> parts = {records_part(), history_part()};
  return parts;
}

}  // namespace aver::cli
