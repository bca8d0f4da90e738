// SPDX-License-Identifier: MIT
//
// What is missing, asked for or in the way of a proposal, a line each.
#include "cli/review/verdict_lines.h"

#include <algorithm>
#include <utility>

#include "cli/terminal/layout.h"

namespace aver::cli {

std::vector<std::string> missing_lines(const claims::reviews::Verdict& verdict) {
  std::vector<std::string> lines;
  std::vector<std::pair<std::string, std::vector<std::string>>> by_sentence;
  const auto note = [&](const std::string& sentence, const std::string& path) {
    for (auto& [known, paths] : by_sentence) {
      if (known == sentence) return paths.push_back(path);
    }
    by_sentence.push_back({sentence, {path}});
  };
  for (const claims::reviews::FileVerdict& file : verdict.files) {
    for (const std::string& sentence : file.reasons()) note(sentence, file.path);
    for (const claims::reviews::Request& request : file.requests) {
      note(request.by + " asks for a change", file.path);
    }
  }
  for (const auto& [sentence, paths] : by_sentence) {
    lines.push_back((paths.size() == 1 ? paths.front() : counted(paths.size(), "file")) + ": " +
                    sentence);
  }
  for (const claims::reviews::Remark& remark : verdict.remarks) lines.push_back(remark.sentence);
  return lines;
}

std::vector<std::string> approvers(const claims::reviews::Verdict& verdict) {
  std::vector<std::string> who;
  for (const claims::reviews::FileVerdict& file : verdict.files) {
    for (const std::string& by : file.approved_by()) {
      if (std::find(who.begin(), who.end(), by) == who.end()) who.push_back(by);
    }
  }
  return who;
}

}  // namespace aver::cli
