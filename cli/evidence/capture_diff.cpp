// SPDX-License-Identifier: MIT
//
// Compares the captures with git's word diff and reads its porcelain form back; then verifies the
// source's quotes against both.
#include "cli/evidence/capture_diff.h"

#include <cstdlib>

#include "claims/text/lines.h"
#include "claims/text/paths.h"
#include "cli/names/load.h"
#include "cli/names/names.h"
#include "cli/session/print.h"
#include "cli/terminal/errors.h"
#include "store/process.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;
using store::View;

// The captures of a source, oldest first.
std::vector<claims::Recapture> captures_of(const claims::Source& source) {
  std::vector<claims::Recapture> all;
  if (!source.capture.empty()) {
    all.push_back({source.capture,
                   source.sha256,
                   source.original,
                   source.original_sha256,
                   source.retrieved,
                   {}});
  }
  all.insert(all.end(), source.recaptures.begin(), source.recaptures.end());
  return all;
}

std::pair<std::size_t, std::size_t> numbers(const std::string& range, std::size_t count,
                                            const std::string& source) {
  if (count < 2) {
    throw StoreError(Fault::usage,
                     source + " has " + (count == 0 ? "no capture" : "one capture") +
                         ": there is nothing to compare",
                     {}, "aver source add --again " + source + " FILE");
  }
  if (range.empty()) return {count - 1, count};
  const std::size_t dots = range.find("..");
  const auto number = [&](const std::string& text) {
    const bool good =
        !text.empty() && text.size() < 5 && text.find_first_not_of("0123456789") == text.npos;
    const std::size_t n = good ? static_cast<std::size_t>(std::atoi(text.c_str())) : 0;
    if (n < 1 || n > count) {
      throw StoreError(
          Fault::usage,
          "--captures " + range + " names no two of its " + std::to_string(count) + " captures", {},
          "--captures 1..2");
    }
    return n;
  };
  if (dots == range.npos) return {number(range), count};
  return {number(range.substr(0, dots)), number(range.substr(dots + 2))};
}

// The words of git's porcelain word diff, hunk by hunk.
std::vector<CaptureDiffAnswer::Change> changes(const std::string& porcelain,
                                               const claims::CaptureText& after) {
  using In = claims::AlignedWord::In;
  std::vector<CaptureDiffAnswer::Change> all;
  std::vector<claims::AlignedWord> words;
  std::size_t line = 0;
  // Where each line of the later text begins.
  std::vector<std::size_t> begins = {0};
  for (std::size_t i = 0; i < after.text().size(); ++i) {
    if (after.text()[i] == '\n') begins.push_back(i + 1);
  }
  const auto close = [&] {
    if (words.empty()) return;
    const std::size_t at = begins[std::min(line == 0 ? 0 : line - 1, begins.size() - 1)];
    all.push_back({after.paragraph_of(at), claims::differing(words)});
    words.clear();
  };
  const auto add = [&](In in, std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      if (end > begin) words.push_back({in, std::string(text.substr(begin, end - begin))});
      begin = end + 1;
    }
  };
  bool in_hunk = false;
  for (std::size_t begin = 0; begin < porcelain.size();) {
    const std::size_t end = std::min(porcelain.find('\n', begin), porcelain.size());
    const std::string_view text = std::string_view(porcelain).substr(begin, end - begin);
    begin = end + 1;
    if (text.starts_with("@@ ")) {
      close();
      in_hunk = true;
      const std::size_t plus = text.find('+');
      line = static_cast<std::size_t>(std::atoll(std::string(text.substr(plus + 1, 12)).c_str()));
    } else if (in_hunk && !text.empty()) {
      if (text.front() == ' ') add(In::both, text.substr(1));
      if (text.front() == '-') add(In::quote, text.substr(1));
      if (text.front() == '+') add(In::source, text.substr(1));
    }
  }
  close();
  return all;
}

}  // namespace

int diff_captures(Session& session, const Reading& reading, const std::string& source,
                  const std::string& range, bool exit_code) {
  const View view = session.view(reading.when);
  CaptureDiffAnswer answer;
  answer.source = source_named(view, source);
  const std::string path = claims::source_path(answer.source);
  const claims::Source record = require_readable(session, view.source(answer.source), path);
  answer.title = record.title;
  const std::vector<claims::Recapture> all = captures_of(record);
  const auto [a, b] = numbers(range, all.size(), answer.source);
  const std::string folder(claims::folder_part(path));
  const auto side = [&](std::size_t number) {
    const claims::Recapture& one = all[number - 1];
    return CaptureDiffAnswer::Side{number, one.retrieved ? to_string(*one.retrieved) : ""};
  };
  answer.before = side(a);
  answer.after = side(b);
  const auto before_text = view.read(folder + all[a - 1].capture);
  const auto after_text = view.read(folder + all[b - 1].capture);
  if (!before_text || !after_text) {
    throw StoreError(Fault::corrupt, "a capture of " + answer.source + " is not in the store", {},
                     "aver check");
  }
  const claims::CaptureText before(*before_text);
  const claims::CaptureText after(*after_text);
  const store::RunResult diff =
      store::run_git({"diff", "--no-ext-diff", "--no-color", "--word-diff=porcelain", "-U0",
                      "--histogram", view.blob_id(folder + all[a - 1].capture).value_or(""),
                      view.blob_id(folder + all[b - 1].capture).value_or("")},
                     {.directory = session.store().root().string()});
  if (!diff.ok()) {
    throw StoreError(Fault::corrupt, "git could not compare the captures",
                     {claims::first_line(diff.errors)});
  }
  answer.changes = changes(diff.output, after);
  each_folder(session, view, citing(answer.source), [&](claims::ClaimFolder&& claim) {
    for (const claims::Stance& stance : claim.stances) {
      for (const claims::EvidenceView& one : claims::evidences(stance)) {
        if (one.source != answer.source || one.quote.empty()) continue;
        if (!claims::stands(before.find_exactly(one.quote).level)) continue;
        if (claims::stands(after.find_exactly(one.quote).level)) continue;
        answer.lost.push_back({stance.id(), one.quote});
      }
    }
  });
  print(session, reading, answer);
  return exit_code && !answer.changes.empty() ? kAnswerIsNo : kDone;
}

}  // namespace aver::cli
