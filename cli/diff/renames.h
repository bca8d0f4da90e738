// SPDX-License-Identifier: MIT
//
// Records that have another id on the later side of a comparison: what was said by the old ids,
// said by those of now.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "claims/records/records.h"
#include "claims/text/id.h"

namespace aver::cli {

// Has `rename` change the ids by which a stance names its holder and, in each evidence, the people
// and the source; keeps the evidence in order. Its claim and links to other stances stay.
void rename_ids(claims::Stance& stance,
                const std::function<void(claims::RecordKind, std::string& id)>& rename);

class Renames {
 public:
  void add(const claims::RecordRef& then, std::string now) { now_[then] = std::move(now); }
  bool empty() const { return now_.empty(); }

  // Old to new, in order.
  const std::map<claims::RecordRef, std::string>& all() const { return now_; }

  // The id itself where the record was not renamed.
  std::string id_of_now(claims::RecordKind kind, const std::string& id) const;
  std::string claim_of_then(const std::string& id) const;

  // Whether the record is a renamed one, by its old id or its new.
  bool concern(const claims::RecordRef& record) const;

  // The folder with the ids of now wherever it names a record.
  claims::ClaimFolder with_ids_of_now(claims::ClaimFolder folder) const;

 private:
  std::map<claims::RecordRef, std::string> now_;
};

}  // namespace aver::cli
