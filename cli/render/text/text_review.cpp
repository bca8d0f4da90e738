// SPDX-License-Identifier: MIT
//
// Proposals as text.
#include <algorithm>

#include "cli/render/text/review_words.h"
#include "cli/render/text/text.h"
#include "cli/terminal/layout.h"

namespace aver::cli {

std::string name_of(const std::string& user) {
  const claims::Person who = claims::person(user);
  return safe_line(who.name.empty() ? who.email : who.name);
}

std::string approvals_of(const ProposalSummary& summary) {
  if (summary.needed == 0 && summary.approvals == 0) return "";
  if (summary.needed == 0) return counted(summary.approvals, "approval");
  return std::to_string(summary.approvals) + " of " + counted(summary.needed, "approval");
}

std::string check_of(const ProposalSummary& summary) {
  if (summary.errors > 0) return counted(summary.errors, "error");
  if (summary.warnings > 0) return counted(summary.warnings, "warning");
  return "sound";
}

std::string merge_of(const ProposalSummary& summary) {
  if (summary.merges == "conflicts") return "conflicts with " + safe_line(summary.into);
  return summary.merges == "cleanly" ? "merges cleanly" : "";
}

std::string verdict_words(const claims::Review& review) {
  if (review.on.empty()) return "says";
  if (review.verdict == "approve") return "approves";
  return review.verdict == "request-changes" ? "asks for a change of" : "says of";
}

std::string when_of(const claims::Review& review) {
  if (!review.at) return "";
  std::string text = to_string(*review.at);
  // "2024-11-01T09:30:00Z" as "2024-11-01 09:30".
  constexpr std::size_t kMinutes = 16;
  if (text.size() > kMinutes && text[10] == 'T') {
    text = text.substr(0, kMinutes);
    text[10] = ' ';
  }
  return text;
}

namespace {

std::string age(std::int64_t then, std::int64_t now) {
  if (then == 0) return "";
  constexpr std::int64_t kMinute = 60;
  constexpr std::int64_t kHour = 60 * kMinute;
  constexpr std::int64_t kDay = 24 * kHour;
  const std::int64_t past = std::max<std::int64_t>(0, now - then);
  const auto ago = [](std::int64_t count, const char* what) {
    return counted(static_cast<std::size_t>(count), what) + " ago";
  };
  if (past < kMinute) return "just now";
  if (past < kHour) return ago(past / kMinute, "minute");
  if (past < kDay) return ago(past / kHour, "hour");
  if (past < 60 * kDay) return ago(past / kDay, "day");
  if (past < 730 * kDay) return ago(past / (30 * kDay), "month");
  return ago(past / (365 * kDay), "year");
}

Style style_of_state(const std::string& state) {
  if (state == "approved" || state == "accepted") return Style::good;
  if (state == "changes requested" || state == "broken" || state == "taken back") return Style::bad;
  if (state == "needs approval") return Style::middling;
  return Style::dim;
}

// "2 files", "opened 3 days ago", "sound", "merges cleanly", "1 of 2 approvals".
std::vector<std::string> facts(const ProposalSummary& summary, std::int64_t now,
                               const Output& out) {
  std::vector<std::string> all = {counted(summary.files, "file")};
  const auto note = [&](const std::string& fact) {
    if (!fact.empty()) all.push_back(fact);
  };
  const std::string opened = age(summary.opened, now);
  const std::string updated = age(summary.updated, now);
  note(opened.empty() ? "" : "opened " + opened);
  if (updated != opened) note("changed " + updated);
  const std::string check = check_of(summary);
  note(summary.errors > 0 ? out.paint(Style::bad, check) : check);
  const std::string merge = merge_of(summary);
  note(summary.merges == "conflicts" ? out.paint(Style::bad, merge) : merge);
  // Where none is asked for, the names are enough.
  if (summary.needed > 0) note(approvals_of(summary));
  if (!summary.approved_by.empty()) {
    note((summary.approvals > 0 ? "approved by " : "approved in part by ") +
         names_of(summary.approved_by));
  }
  if (!summary.requested_by.empty()) note(names_of(summary.requested_by) + " asks for a change");
  if (!summary.withdrawn_by.empty()) {
    note("withdrawn by " + name_of(summary.withdrawn_by) +
         (summary.withdrawn_why.empty() ? "" : ": " + safe_line(summary.withdrawn_why)));
  }
  return all;
}

// Broken between facts, not within one; one that is too long for a line is wrapped.
std::string fact_lines(const std::vector<std::string>& facts, const Output& out) {
  constexpr int kIndent = 2;
  std::string page;
  std::string line;
  for (const std::string& fact : facts) {
    const bool is_last = &fact == &facts.back();
    const std::string longer = line.empty() ? fact : line + " · " + fact;
    if (!line.empty() && kIndent + width_of(longer) + (is_last ? 0 : 2) > out.width()) {
      page += paragraph(line + " ·", out.width(), kIndent);
      line = fact;
    } else {
      line = longer;
    }
  }
  return page + paragraph(line, out.width(), kIndent);
}

std::string head_text(const ProposalSummary& summary, std::int64_t now, const Output& out) {
  std::string page = out.paint(Style::heading, safe_line(summary.name)) + "  " +
                     out.paint(style_of_state(summary.state), summary.state);
  if (!summary.authors.empty()) page += "  by " + names_of(summary.authors);
  if (!summary.remote.empty()) page += out.paint(Style::dim, "  at " + safe_line(summary.remote));
  page += "\n";
  if (!summary.problem.empty()) {
    return page + paragraph(safe_line(summary.problem), out.width(), 2);
  }
  return page + fact_lines(facts(summary, now, out), out);
}

std::string quote_section(const ProposalAnswer& answer, const Output& out) {
  std::string page;
  for (const ProposalAnswer::Quoted& quoted : answer.quotes) {
    std::string line =
        "  " + safe_line(quoted.stance.name) + "  " + quote_text(quoted.verdict, out);
    const claims::EvidenceView one = claims::evidence_at(quoted.stance, quoted.evidence);
    const std::string place = place_of_evidence(one);
    if (!place.empty()) line += "  " + out.paint(Style::dim, safe_line(place));
    page += hanging(line, out.width(), 4);
    const std::string translated =
        one.translation.empty()
            ? ""
            : paragraph(safe("translated: \"" + one.translation + "\""), out.width(), 6);
    if (quoted.words.empty()) {
      page += paragraph(safe("\"" + one.quote + "\""), out.width(), 6) + translated;
      continue;
    }
    const bool stands = claims::stands(quoted.verdict.match.level);
    if (!stands) page += paragraph(safe("\"" + one.quote + "\""), out.width(), 6);
    // Bold on a terminal, in guillemets elsewhere: the words that were quoted, where they stand.
    const std::string words =
        out.color() ? out.paint(stands ? Style::strong : Style::bad, safe_line(quoted.words))
                    : (out.utf8() ? "»" + safe_line(quoted.words) + "«"
                                  : ">" + safe_line(quoted.words) + "<");
    page += paragraph(safe_line(quoted.before) + words + safe_line(quoted.after), out.width(), 6,
                      stands ? "      " : "    ~ ") +
            translated;
  }
  return page.empty() ? ""
                      : "\n" + out.paint(Style::strong, "quotes, in their places") + "\n" + page;
}

std::string check_section(const ProposalAnswer& answer, const Output& out) {
  std::string page;
  for (const claims::Diagnostic& problem : answer.problems) {
    const bool error = problem.severity == claims::Severity::error;
    page += hanging(
        "  " + out.paint(error ? Style::error : Style::warning, error ? "error" : "warning") +
            "  " + safe_line(problem.file) + ": " + safe_line(problem.sentence) +
            out.paint(Style::dim, " [" + std::string(problem.rule.text()) + "]"),
        out.width(), 4);
  }
  return page.empty() ? "" : "\n" + out.paint(Style::strong, "check") + "\n" + page;
}

std::string reviews_section(const ProposalAnswer& answer, const Output& out) {
  std::string page;
  for (const ProposalAnswer::Said& said : answer.reviews) {
    const claims::Review& review = said.review;
    const Style style = review.verdict == "approve"           ? Style::good
                        : review.verdict == "request-changes" ? Style::bad
                                                              : Style::plain;
    std::string line = "  " + out.paint(Style::dim, safe_line(when_of(review))) + "  " +
                       out.paint(Style::strong, name_of(review.by)) + " " +
                       out.paint(style, verdict_words(review));
    line += review.on.empty()       ? ""
            : review.on.size() == 1 ? " " + safe_line(review.on.front().record)
            : said.all              ? " all of it"
                                    : " " + counted(review.on.size(), "file");
    if (said.changed_since) line += out.paint(Style::dim, " (changed since)");
    page += hanging(line, out.width(), 4);
    if (!review.body.empty()) page += paragraph(safe(review.body), out.width(), 6);
  }
  return page.empty() ? "" : "\n" + out.paint(Style::strong, "reviews") + "\n" + page;
}

// What the policy asks for, the same sentence for many files once.
std::string missing_section(const ProposalAnswer& answer, const Output& out) {
  if (answer.summary.state == "accepted" || answer.summary.state == "taken back") return "";
  std::vector<std::pair<std::string, std::size_t>> sentences;
  std::vector<std::string> where;
  for (const claims::reviews::FileVerdict& file : answer.verdict.files) {
    for (const std::string& sentence : file.reasons()) {
      const auto known = std::find_if(sentences.begin(), sentences.end(),
                                      [&](const auto& one) { return one.first == sentence; });
      if (known != sentences.end()) {
        ++known->second;
        continue;
      }
      sentences.emplace_back(sentence, 1);
      where.push_back(file.path);
    }
  }
  std::string page;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const auto& [sentence, count] = sentences[i];
    const std::string who = count == 1 && answer.verdict.files.size() > 1 ? where[i]
                            : count == answer.verdict.files.size()        ? "all of it"
                                                                          : counted(count, "file");
    page += hanging("  " + safe_line(who) + ": " + safe_line(sentence), out.width(), 4);
  }
  for (const claims::reviews::Remark& remark : answer.verdict.remarks) {
    page += hanging("  " + safe_line(remark.sentence), out.width(), 4);
  }
  return page.empty() ? ""
                      : "\n" + out.paint(Style::strong, "before it can be accepted") + "\n" + page;
}

std::string patch_section(const std::string& patch, const Output& out) {
  std::string page;
  for (std::size_t begin = 0; begin < patch.size();) {
    const std::size_t end = std::min(patch.find('\n', begin), patch.size());
    const std::string line = safe_line(std::string_view(patch).substr(begin, end - begin));
    const Style style = line.starts_with("+++") || line.starts_with("---") ? Style::strong
                        : line.starts_with("+")                            ? Style::good
                        : line.starts_with("-")                            ? Style::bad
                        : line.starts_with("@@")                           ? Style::middling
                                                                           : Style::plain;
    page += out.paint(style, line) + "\n";
    begin = end + 1;
  }
  return page.empty() ? "" : "\n" + page;
}

// The command that brings it on; empty where the user has none.
std::string next_step(const ProposalAnswer& answer) {
  const std::string& name = answer.summary.name;
  const std::string& state = answer.summary.state;
  const bool waits = state == "open" || state == "approved" || state == "needs approval" ||
                     state == "changes requested";
  if (!waits || answer.verdict.hopeless()) return "";
  if (answer.summary.merges == "conflicts" || answer.verdict.mixed()) {
    return "aver review update " + name;
  }
  if (state == "needs approval") return answer.may_help ? "aver review approve " + name : "";
  if (state == "changes requested" || answer.summary.errors > 0) return "";
  return "aver review accept " + name;
}

std::string round_line(const ProposalAnswer& answer) {
  if (answer.since_round > 0) {
    return "only what has changed since round " + std::to_string(answer.since_round);
  }
  if (answer.changed_since.empty() || answer.round < 2) return "";
  return "round " + std::to_string(answer.round) + ": " +
         counted(answer.changed_since.size(), "file") +
         (answer.since_mine ? " changed since you reviewed it" : " changed since it was reviewed") +
         " (aver review show " + answer.summary.name + " --new)";
}

}  // namespace

std::string names_of(const std::vector<std::string>& people) {
  std::string all;
  for (const std::string& one : people) all += (all.empty() ? "" : ", ") + name_of(one);
  return all;
}

std::string text(const ProposalListAnswer& answer, const Output& out) {
  std::string page;
  for (const ProposalSummary& one : answer.proposals) {
    page += (page.empty() ? "" : "\n") + head_text(one, answer.now, out);
  }
  if (page.empty()) {
    return "no proposal waits for " + safe_line(answer.into) + "\n";
  }
  return page + "\n" + counted(answer.proposals.size(), "proposal") + " for " +
         safe_line(answer.into) + "\n";
}

std::string text(const ProposalAnswer& answer, const claims::Vocabulary& words, const Output& out) {
  std::string page = head_text(answer.summary, answer.now, out);
  if (const std::string round = round_line(answer); !round.empty()) {
    page += paragraph(out.paint(Style::middling, safe_line(round)), out.width(), 2);
  }
  page += "\n";
  if (answer.diff.claims.empty() && answer.diff.others.empty()) {
    page += answer.since_round > 0 ? "nothing has changed since then\n" : "no position changes\n";
  } else {
    page += text(answer.diff, words, out, TextOptions{true, false});
  }
  page += quote_section(answer, out);
  page += check_section(answer, out);
  page += reviews_section(answer, out);
  page += missing_section(answer, out);
  page += patch_section(answer.patch, out);
  if (const std::string next = next_step(answer); !next.empty()) {
    page += "\n" + out.paint(Style::dim, "next: " + safe_line(next)) + "\n";
  }
  return page;
}

}  // namespace aver::cli
