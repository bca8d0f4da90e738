// SPDX-License-Identifier: MIT
//
// Editions and signatures, as rows.
#include "cli/render/rows/sheet.h"
#include "cli/terminal/short_forms.h"

namespace aver::cli {

Sheet sheet(const EditionsAnswer& answer) {
  Sheet to{{"edition", "date", "tagger", "email", "records", "claims", "stances", "signature",
            "commit", "subject", "citation"},
           {}};
  to.numbers = {"records", "claims", "stances"};
  for (const EditionsAnswer::Line& line : answer.editions) {
    const store::Edition& edition = line.edition;
    to.rows.push_back({edition.name, local_day(edition.tagged_at), edition.tagger, edition.email,
                       std::to_string(line.counts.all()), std::to_string(line.counts.claims),
                       std::to_string(line.counts.stances), edition.has_signature ? "signed" : "",
                       edition.commit, edition.subject, line.citation});
  }
  return to;
}

Sheet signature_sheet(const store::SignedObject* one) {
  Sheet to{{"commit", "edition", "time", "author", "email", "standing", "signer", "key", "file",
            "subject"},
           {}};
  if (one == nullptr) return to;
  const auto add = [&](const std::string& file) {
    to.rows.push_back({one->commit, one->edition, local_time(one->time), one->author, one->email,
                       std::string(to_string(one->standing)), one->signer, one->key, file,
                       one->subject});
  };
  for (const std::string& path : one->paths) add(path);
  if (one->paths.empty()) add("");
  return to;
}

}  // namespace aver::cli
