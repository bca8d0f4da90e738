// SPDX-License-Identifier: MIT
//
// What a search found, as text.
#include "cli/render/text/text.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

// The passage with the found words in bold, or, without styles, between ">" and "<".
std::string marked(const store::Passage& passage, const Output& out) {
  std::string text;
  std::size_t at = 0;
  for (const auto& [begin, end] : passage.found) {
    text += safe_line(passage.text.substr(at, begin - at));
    const std::string word = safe_line(passage.text.substr(begin, end - begin));
    text += out.color() ? out.paint(Style::strong, word) : ">" + word + "<";
    at = end;
  }
  return text + safe_line(passage.text.substr(at));
}

}  // namespace

std::string kind_of(const store::SearchHit& hit) {
  return hit.capture ? "saved text" : std::string(claims::to_string(hit.kind));
}

std::string text(const SearchAnswer& answer, const Output& out) {
  std::string page;
  page += head_text(answer.head, out);
  if (answer.result.hits.empty()) {
    return page + (answer.result.total == 0
                       ? "Nothing has these words.\n"
                       : "There are no more than " + counted(answer.result.total, "hit") + ".\n");
  }
  for (const store::SearchHit& hit : answer.result.hits) {
    page += out.paint(Style::heading, safe_line(hit.id)) + "  " +
            out.paint(Style::dim, kind_of(hit)) +
            (answer.fallen.contains(hit.id) ? out.paint(Style::warning, "  falls") : "") + "\n";
    for (const store::Passage* part : {&hit.title, &hit.passage}) {
      if (!part->text.empty()) page += paragraph(marked(*part, out), out.width(), 2);
    }
    page += "\n";
  }
  const std::size_t last = answer.offset + answer.result.hits.size();
  if (answer.offset == 0 && last == answer.result.total) {
    return page + counted(answer.result.total, "hit") + "\n";
  }
  page += std::to_string(answer.offset + 1) + " to " + std::to_string(last) + " of " +
          counted(answer.result.total, "hit") + "\n";
  if (!answer.next.empty()) page += out.paint(Style::dim, "more: " + answer.next) + "\n";
  return page;
}

}  // namespace aver::cli
