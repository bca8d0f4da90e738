// SPDX-License-Identifier: MIT
//
// Looks through the texts of the actors first, so that few are decoded.
#include "cli/names/spokesmen.h"

#include <algorithm>

#include "claims/records/codec.h"
#include "claims/text/record_folders.h"

namespace aver::cli {

std::vector<Spokesman> speaking_for(const store::View& view, const std::string& actor,
                                    const claims::Date& held) {
  const std::vector<std::string>& ids = view.ids_of_actor(actor);
  const auto is_it = [&](const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  std::vector<Spokesman> all;
  view.walk(claims::record_folder(claims::RecordKind::actor),
            [&](const std::string& path, const store::BlobId& blob) {
              const auto record = claims::record_at(path);
              if (!record || record->id == actor) return true;
              const std::string text = view.read_blob(blob);
              const bool mentions = std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
                return text.find(id) != text.npos;
              });
              if (!mentions || text.find("role") == text.npos) return true;
              const auto decoded = claims::decode_actor(text, path);
              if (!decoded.record) return true;
              for (const claims::Role& role : decoded.record->roles) {
                const bool begun = !role.from || role.from->earliest() <= held.latest();
                const bool over = role.to && role.to->latest() < held.earliest();
                if (!is_it(role.of) || !begun || over) continue;
                all.push_back({record->id, role.title});
                break;
              }
              return true;
            });
  return all;
}

}  // namespace aver::cli
