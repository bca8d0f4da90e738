// SPDX-License-Identifier: MIT
//
// Makes a site of a view: claim by claim, then the pages that are about many of them.
//
// The same view, options and day give the same files, byte for byte.
#pragma once

#include <filesystem>
#include <string>

#include "cli/answers/site.h"
#include "cli/names/filter.h"
#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

struct SiteWritten {
  std::size_t claims = 0;
  std::size_t files = 0, written = 0, removed = 0;
  std::size_t unread = 0;  // actors and sources that cannot be read, and have no page
};

// `frame` has what was asked for; the rest of it is filled in here. `shown` is the folder as the
// user named it. Throws StoreError: usage where the folder is not ours to write to, io.
SiteWritten make_site(Session& session, const store::View& view, const Filter& filter,
                      SiteFrame& frame, const std::filesystem::path& folder,
                      const std::string& shown);

}  // namespace aver::cli
