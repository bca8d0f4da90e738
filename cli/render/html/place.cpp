// SPDX-License-Identifier: MIT
//
// Paths that part where two pages part; and addresses of live pages, with a text fragment or a
// time.
#include "cli/render/html/place.h"

#include <algorithm>
#include <cstdint>

#include "claims/evidence/cue_lines.h"

namespace aver::cli::html {
namespace {

constexpr std::string_view kIndex = "/index.html";

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_';
}

// The first words of a text, with the blank before the next one left out; whole where it is short.
std::string_view first_words(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  const std::size_t blank = text.rfind(' ', most);
  return blank == text.npos ? text : text.substr(0, blank);
}

}  // namespace

std::string claim_page(std::string_view id) {
  return "claims/" + std::string(id) + std::string(kIndex);
}
std::string holder_page(std::string_view id) {
  return "holders/" + std::string(id) + std::string(kIndex);
}
std::string source_page(std::string_view id) {
  return "sources/" + std::string(id) + std::string(kIndex);
}
std::string topic_page(std::string_view topic) {
  return "topics/" + std::string(topic) + std::string(kIndex);
}

std::string part_page(std::string_view folder, std::size_t number) {
  return std::string(folder) + (number == 1 ? "" : std::to_string(number) + "/") + "index.html";
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string to;
  for (const char c : text) {
    if (is_unreserved(c)) {
      to += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    to += '%';
    to += kDigits[byte >> 4];
    to += kDigits[byte & 15];
  }
  return to;
}

std::string Place::to(std::string_view path, std::string_view fragment) const {
  std::string relative;
  if (path != path_ || fragment.empty()) {
    std::size_t common = 0;  // behind the last folder that both are in
    for (std::size_t i = 0; i < std::min(path.size(), path_.size()) && path[i] == path_[i]; ++i) {
      if (path[i] == '/') common = i + 1;
    }
    for (std::size_t i = common; i < path_.size(); ++i) {
      if (path_[i] == '/') relative += "../";
    }
    relative += path.substr(common);
  }
  if (!fragment.empty()) relative += "#" + percent_encoded(fragment);
  return relative;
}

std::string live_address(std::string_view url, std::string_view quote, std::string_view locator) {
  std::string to(url);
  if (const auto time = claims::read_clock_time(locator)) {
    constexpr std::int64_t kSecond = 1000;
    const std::size_t fragment = std::min(to.find('#'), to.size());
    const char join = to.find('?') < fragment ? '&' : '?';
    to.insert(fragment, join + ("t=" + std::to_string(*time / kSecond)));
    return to;
  }
  // A quote with something left out does not stand in the page as one.
  if (quote.empty() || quote.find("...") != quote.npos || quote.find('[') != quote.npos ||
      to.find('#') != to.npos) {
    return to;
  }
  std::string words = percent_encoded(first_words(quote, 120));
  // "-" and "," part the pieces of a text directive.
  for (std::size_t at = 0; (at = words.find('-', at)) != words.npos;) words.replace(at, 1, "%2D");
  return to + "#:~:text=" + words;
}

}  // namespace aver::cli::html
