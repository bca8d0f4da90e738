// SPDX-License-Identifier: MIT
//
// The evidence of a draft: finds its quote in the source, says how it stands, and adds one to a
// record that is there.
#include <algorithm>

#include "claims/text/lines.h"
#include "claims/text/paths.h"
#include "cli/record/stance_draft.h"
#include "cli/render/text/text.h"
#include "cli/terminal/layout.h"

namespace aver::cli {

using claims::RecordKind;
using claims::Stance;

constexpr std::string_view kEvidence = "evidence";  // the key

claims::QuoteVerdict StanceDraft::locate(Stance& stance) {
  claims::QuoteVerdict verdict = evidence_.of(claims::EvidenceView(stance, 0));
  if (claims::stands(verdict.match.level)) {
    stance.unverified = false;
    if (stance.locator.empty()) stance.locator = place_of(verdict.match);
  }
  return verdict;
}

// Another source that contains the quote, for a user who named the wrong one; empty where there is
// none.
std::string StanceDraft::elsewhere(const claims::EvidenceView& evidence) const {
  constexpr std::size_t kMost = 256 << 20;  // bytes of captures looked through
  std::size_t looked = 0;
  for (const std::string& id : tip.ids(RecordKind::source)) {
    const auto source = tip.source(id);
    if (id == evidence.source || !source || !source->record) continue;
    const std::string path = claims::source_path(id);
    for (const claims::CapturedFile& file : claims::captured_files(*source->record)) {
      if (file.key.ends_with("original")) continue;
      const auto text = tip.read(std::string(claims::folder_part(path)) + file.file);
      if (!text) continue;
      looked += text->size();
      const claims::QuoteMatch match = claims::CaptureText(*text).find_exactly(evidence.quote);
      if (claims::stands(match.level)) return id + ", " + place_of(match);
      if (looked > kMost) return "";
    }
  }
  return "";
}

// The problems of a quote; of one that stands elsewhere, where.
claims::Diagnostics StanceDraft::quote_problems(const claims::Decoded<Stance>& decoded,
                                                const claims::EvidenceView& evidence,
                                                const claims::QuoteVerdict& verdict) const {
  claims::Diagnostics problems = claims::check_quote(decoded, evidence, verdict);
  for (claims::Diagnostic& problem : problems) {
    if (problem.severity != claims::Severity::error) continue;
    const std::string other = elsewhere(evidence);
    if (!other.empty()) problem.hint = "it stands in " + other;
  }
  return problems;
}

// How the quote of an evidence stands, as a line of the answer; empty where there is none.
std::string StanceDraft::told_quote(const claims::EvidenceView& evidence,
                                    const claims::QuoteVerdict& verdict) const {
  if (evidence.quote.empty() || evidence.source.empty()) return "";
  std::string how(to_string(verdict.match.level));
  if (claims::stands(verdict.match.level)) {
    how += ", " + place_of(verdict.match) + " of " + evidence.source;
    const char* before = ", without ";
    for (const std::string& one : verdict.left_out) {
      how += before + claims::quoted(one);
      before = ", ";
    }
  } else if (verdict.match.level == claims::QuoteLevel::unchecked) {
    how += ": " + evidence.source + " has no saved text";
  } else {
    how = (verdict.match.level == claims::QuoteLevel::near ? "not word for word in " : "not in ") +
          evidence.source + ", recorded as unverified";
  }
  return paragraph(session_.out.paint(Style::dim, "quote " + safe_line(how)), session_.out.width(),
                   2);
}

namespace {

// The record's text with one more evidence, which `after` has; canonical where it was, or where it
// cannot be edited in place.
std::string text_with(const claims::Evidence& evidence, const std::string& text,
                      const Stance& before, const Stance& after) {
  namespace toml = claims::toml;
  if (text == claims::encode(before)) return claims::encode(after);
  if (after.further != before.further) {
    Stance alone;
    alone.further.push_back(evidence);
    const toml::Table table = claims::table_of(alone);
    const auto& list = std::get<toml::Array>(toml::find(table, kEvidence)->data);
    return toml::append_table(text, kEvidence, std::get<toml::Table>(list.front().data))
        .value_or(claims::encode(after));
  }
  std::vector<std::string_view> order;
  for (const claims::FieldInfo& field : claims::fields(RecordKind::stance))
    order.push_back(field.key);
  std::optional<std::string> edited = text;
  const toml::Table old = claims::table_of(before);
  for (const toml::Entry& entry : claims::table_of(after)) {
    if (edited && toml::find(old, entry.key) == nullptr)
      edited = toml::edit_value(*edited, entry.key, entry.value, order);
  }
  return edited.value_or(claims::encode(after));
}

}  // namespace

claims::Diagnostics StanceDraft::add_evidence(const Stance& to, const std::string& text,
                                              const StanceWords& words) {
  Stance typed;
  apply(words, typed);
  const claims::QuoteVerdict verdict = locate(typed);
  const claims::Evidence evidence = claims::first_evidence(typed);
  if (evidence == claims::first_evidence(to) ||
      std::find(to.further.begin(), to.further.end(), evidence) != to.further.end()) {
    told_.push_back("nothing to record: " + safe_line(to.id()) + " has exactly this evidence\n");
    return {};
  }
  const std::string path = claims::stance_path(to.claim, to.name);
  // The file keeps the ids that it has, though they may be former ones.
  const claims::Decoded<Stance> there = claims::decode_stance(text, path);
  const Stance& written = there.record ? *there.record : to;
  Stance after = written;
  if (claims::has_first_evidence(written)) {
    after.further.push_back(evidence);
    std::sort(after.further.begin(), after.further.end());
  } else {
    claims::set_first_evidence(after, evidence);
  }
  const std::string content = text_with(evidence, text, written, after);
  const auto decoded = claims::decode_stance(content, path);
  claims::Diagnostics problems = claims::check(decoded, tip.vocabulary(), known_);
  // What was wrong before is not the matter of this evidence.
  const claims::Diagnostics before = claims::check(there, tip.vocabulary(), known_);
  std::erase_if(problems, [&](const claims::Diagnostic& one) {
    return std::any_of(before.begin(), before.end(), [&](const claims::Diagnostic& old) {
      return old.rule == one.rule && old.sentence == one.sentence;
    });
  });
  for (claims::Diagnostic& problem :
       quote_problems(decoded, claims::EvidenceView(typed, 0), verdict)) {
    problems.push_back(std::move(problem));
  }
  if (has_errors(problems)) return problems;
  const std::string place = place_of_evidence(typed);
  told_.push_back(hanging("added evidence to " + safe_line(to.id()) + ": " + safe_line(place),
                          session_.out.width(), 2) +
                  told_quote(claims::EvidenceView(typed, 0), verdict));
  edits_.push_back({path, content});
  evidenced_ = "Add evidence to " + to.name + " on " + to.claim + "\n\n" + place + "\n";
  return problems;
}

}  // namespace aver::cli
