// SPDX-License-Identifier: MIT
//
// Order and text of diagnostics.
#include "claims/text/diagnostic.h"

#include <algorithm>
#include <tuple>

namespace aver::claims {

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void sort(Diagnostics& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::tie(a.file, a.place, a.severity, a.rule) <
                            std::tie(b.file, b.place, b.severity, b.rule);
                   });
}

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return "error";
}

std::string to_string(const Diagnostic& diagnostic) {
  std::string text = diagnostic.file;
  if (diagnostic.place.line != 0) {
    text +=
        ":" + std::to_string(diagnostic.place.line) + ":" + std::to_string(diagnostic.place.column);
  }
  if (!text.empty()) text += ": ";
  text += to_string(diagnostic.severity);
  text += ": " + diagnostic.sentence;
  if (!diagnostic.rule.empty()) text += " [" + std::string(diagnostic.rule.text()) + "]";
  return text;
}

}  // namespace aver::claims
