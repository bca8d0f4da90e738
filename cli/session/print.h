// SPDX-License-Identifier: MIT
//
// An answer in the format that was asked for.
#pragma once

#include <stdexcept>

#include "cli/render/json/json.h"
#include "cli/render/rows/sheet.h"
#include "cli/render/svg/chart_svg.h"
#include "cli/render/text/text.h"
#include "cli/session/session.h"
#include "cli/terminal/layout.h"

namespace aver::cli {

// Returns `answer` in the format asked for. `parts` are what the renderings of this answer take
// besides it: the vocabulary, or nothing. An answer has the formats that there are functions for; a
// command offers no others (add_format_words), so that to be asked for one is a bug.
template <class Answer, class... Parts>
std::string rendered(const Reading& reading, const Output& out, const Answer& answer,
                     const Parts&... parts) {
  const Format format = reading.chosen();
  switch (format) {
    case Format::text:
      return text(answer, parts..., out);
    case Format::json:
      if constexpr (requires { json(answer, parts...); }) return json(answer, parts...);
      break;
    case Format::github:
      if constexpr (requires { github(answer, parts...); }) return github(answer, parts...);
      break;
    case Format::sarif:
      if constexpr (requires { sarif(answer, parts...); }) return sarif(answer, parts...);
      break;
    case Format::svg:
      if constexpr (requires { svg(answer, parts...); }) return svg(answer, parts...);
      break;
    case Format::markdown:
      // A page of its own, rather than a table.
      if constexpr (requires { markdown(answer, parts...); }) return markdown(answer, parts...);
      [[fallthrough]];
    case Format::jsonl:
    case Format::csv:
      if constexpr (requires { sheet(answer, parts...); }) {
        return in_rows(format, sheet(answer, parts...), {true, reading.guards()});
      }
      break;
  }
  throw std::logic_error("the answer has no format " + std::string(to_string(format)));
}

template <class Answer, class... Parts>
void print(Session& session, const Reading& reading, const Answer& answer, const Parts&... parts) {
  const auto take = [&](std::string_view piece) { session.out.data(piece); };
  if constexpr (requires { json(answer, parts..., JsonPieces(take)); }) {
    if (reading.chosen() == Format::json) return json(answer, parts..., JsonPieces(take));
  }
  session.out.data(rendered(reading, session.out, answer, parts...));
  // Rows have no place for it.
  if constexpr (requires { answer.head.without; }) {
    if (answer.head.without && reading.wants_rows())
      session.out.talk("note: " + safe_line(without_text(answer.head.without())) + "\n");
  }
}

}  // namespace aver::cli
