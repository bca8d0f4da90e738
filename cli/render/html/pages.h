// SPDX-License-Identifier: MIT
//
// The pages of a site: values in, the text of a file out. The same values give the same bytes.
//
// Each page is whole without scripts, names others by relative addresses, and loads nothing but the
// site's own style sheet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/answers/site.h"

namespace aver::cli::html {

std::string claim_page_of(const SiteFrame& frame, const SiteClaim& claim);
std::string holder_page_of(const SiteFrame& frame, const SiteHolder& holder);
std::string source_page_of(const SiteFrame& frame, const SiteSource& source);
std::string topic_page_of(const SiteFrame& frame, const SiteTopic& topic);

std::string front_page(const SiteFrame& frame, const SiteFront& front);
// `loose` are the claims without a topic.
std::string topics_page(const SiteFrame& frame, const std::vector<SiteTopicLine>& topics,
                        const std::vector<SiteRow>& loose);
std::string holders_page(const SiteFrame& frame, const std::vector<std::string>& ids);
std::string sources_page(const SiteFrame& frame, const std::vector<std::string>& ids);
std::string due_page(const SiteFrame& frame, const std::vector<SiteDue>& due);

// A part of a stream: "changes/2024-12/index.html", with links to the parts beside it.
struct StreamPart {
  std::string path;
  std::string heading;
  std::vector<std::string> parts;   // all months, newest first: "2024-12"
  std::string shown;                // the month that this is; empty: the newest of all
  std::size_t page = 1, pages = 1;  // of the month
};
std::string changes_page(const SiteFrame& frame, const StreamPart& part,
                         const std::vector<SiteMove>& moves, const std::vector<SiteNews>& news);
std::string corrections_page(const SiteFrame& frame, const std::string& path, std::size_t page,
                             std::size_t pages, const std::vector<SiteNews>& news);

std::string method_page(const SiteFrame& frame, const claims::ReviewPolicy& policy);
std::string not_found_page(const SiteFrame& frame);

// At a former id: leads on to the page that the record has now.
std::string moved_page(const SiteFrame& frame, const std::string& path, const std::string& to,
                       const std::string& name);

}  // namespace aver::cli::html
