// SPDX-License-Identifier: MIT
//
// An answer in the format that was asked for.
#pragma once

#include "cli/render/json/json.h"
#include "cli/render/rows/sheet.h"
#include "cli/render/text/text.h"
#include "cli/session/session.h"

namespace aver::cli {

// Lets --format take jsonl, csv and markdown, too: for answers that have a sheet.
inline void add_row_formats(std::vector<Word>& words) {
  for (Word& word : words) {
    if (word.name != "--format") continue;
    word.help = "text, json, jsonl, csv or markdown";
    word.choices = {"text", "json", "jsonl", "csv", "markdown"};
  }
}

// `parts` are what the renderings of this answer take besides it: the vocabulary, or nothing.
template <class Answer, class... Parts>
void print(Session& session, const Reading& reading, const Answer& answer, const Parts&... parts) {
  if (reading.wants_json()) {
    session.out.data(json(answer, parts...));
  } else if (reading.format == "csv") {
    session.out.data(csv(sheet(answer, parts...)));
  } else if (reading.format == "markdown") {
    session.out.data(markdown(sheet(answer, parts...)));
  } else if (reading.format == "jsonl") {
    session.out.data(json_lines(sheet(answer, parts...)));
  } else {
    session.out.data(text(answer, parts..., session.out));
  }
}

}  // namespace aver::cli
