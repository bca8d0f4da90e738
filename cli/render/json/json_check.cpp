// SPDX-License-Identifier: MIT
//
// What check found, for programs: JSON, SARIF, and the annotations of a code host.
#include "claims/check/rules.h"
#include "cli/render/json/json.h"
#include "cli/render/json/json_values.h"
#include "cli/terminal/layout.h"

namespace aver::cli {

std::string json(const CheckAnswer& answer) {
  Json object = head_json("aver.check/1", answer.head);
  object["records"] = answer.records;
  object["uncommitted"] = answer.local;
  object["known"] = answer.known;
  object["problems"] = diagnostics_json(answer.problems);
  return printed(object);
}

std::string sarif(const CheckAnswer& answer) {
  Json rules = Json::array();
  for (const claims::RuleText& rule : claims::rules()) {
    rules.push_back({{"id", std::string(rule.name.text())},
                     {"shortDescription", {{"text", std::string(rule.sentence)}}},
                     {"help", {{"text", std::string(rule.remedy)}}}});
  }
  Json results = Json::array();
  for (const claims::Diagnostic& problem : answer.problems) {
    Json physical = {{"artifactLocation", {{"uri", problem.file}}}};
    if (problem.place.line > 0) {
      physical["region"] = {{"startLine", problem.place.line},
                            {"startColumn", problem.place.column}};
    }
    std::string message = problem.sentence;
    if (!problem.hint.empty()) message += " (" + problem.hint + ")";
    results.push_back({{"ruleId", std::string(problem.rule.text())},
                       {"level", std::string(to_string(problem.severity))},
                       {"message", {{"text", message}}},
                       {"locations", Json::array({Json{{"physicalLocation", physical}}})}});
  }
  Json driver = {{"name", "aver"}, {"version", AVER_VERSION}, {"rules", std::move(rules)}};
  Json run = {{"tool", {{"driver", std::move(driver)}}},
              {"columnKind", "unicodeCodePoints"},
              {"results", std::move(results)}};
  return printed({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                  {"version", "2.1.0"},
                  {"runs", Json::array({std::move(run)})}});
}

std::string github(const CheckAnswer& answer) {
  // The lines stand in a log that people read on terminals, too.
  const auto escaped = [](const std::string& text, bool property) {
    std::string to;
    for (const char c : safe(text)) {
      if (c == '%')
        to += "%25";
      else if (c == '\n')
        to += "%0A";
      else if (property && c == ':')
        to += "%3A";
      else if (property && c == ',')
        to += "%2C";
      else
        to += c;
    }
    return to;
  };
  std::string lines;
  for (const claims::Diagnostic& problem : answer.problems) {
    const std::string_view level =
        problem.severity == claims::Severity::note ? "notice" : to_string(problem.severity);
    lines += "::" + std::string(level) + " file=" + escaped(problem.file, true);
    if (problem.place.line > 0) {
      lines += ",line=" + std::to_string(problem.place.line) +
               ",col=" + std::to_string(problem.place.column);
    }
    std::string message = problem.sentence;
    if (!problem.hint.empty()) message += " (" + problem.hint + ")";
    lines += ",title=" + escaped(std::string(problem.rule.text()), true) +
             "::" + escaped(message, false) + "\n";
  }
  return lines;
}

}  // namespace aver::cli
