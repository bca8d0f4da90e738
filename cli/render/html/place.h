// SPDX-License-Identifier: MIT
//
// Where the pages of a site are, and how they name each other: relative, so that a site works in
// any folder, from a file system and from a zip.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace aver::cli::html {

// Paths of pages from the site's root. Ids are good ones (claims::id_problem), and so are paths.
std::string claim_page(std::string_view id);
std::string holder_page(std::string_view id);
std::string source_page(std::string_view id);
std::string topic_page(std::string_view topic);
// A part of a list that is cut, from 1 on; `folder` ends in "/".
std::string part_page(std::string_view folder, std::size_t number);

// `text` as a part of an address that is behind "#" or a name of a file: letters and digits stay.
std::string percent_encoded(std::string_view text);

// A page, which links to others.
class Place {
 public:
  explicit Place(std::string path) : path_(std::move(path)) {}
  const std::string& path() const { return path_; }

  // How this page names a file of the site, from its root: "../../style.css"; with `fragment`, an
  // element of it.
  std::string to(std::string_view path, std::string_view fragment = "") const;

 private:
  std::string path_;
};

// An address of the live page that leads to a quote, or to a time ("&t=62"); the address as it is
// where neither can be.
std::string live_address(std::string_view url, std::string_view quote, std::string_view locator);

}  // namespace aver::cli::html
