// SPDX-License-Identifier: MIT
//
// Editions and signatures, as text.
#include <algorithm>

#include "cli/render/text/text.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"

namespace aver::cli {
namespace {

using store::SignatureStatus;

constexpr std::size_t kShown = 20;  // lines of one signer; csv has them all

Style style_of(SignatureStatus standing) {
  if (standing == SignatureStatus::good) return Style::good;
  if (standing == SignatureStatus::bad || standing == SignatureStatus::revoked) return Style::bad;
  return Style::warning;
}

// What a standing means, where its word does not say it.
std::string_view meaning(SignatureStatus standing) {
  switch (standing) {
    case SignatureStatus::untrusted:
      return "the signature fits; nobody has said whose key it is";
    case SignatureStatus::unknown:
      return "the key is not known here";
    case SignatureStatus::unchecked:
      return "signed, but the program that checks it is not installed";
    case SignatureStatus::expired:
      return "the signature fits; it or its key has expired";
    case SignatureStatus::revoked:
      return "by a key that was taken back";
    case SignatureStatus::bad:
      return "the signature does not fit what it stands on";
    default:
      return "";
  }
}

std::string more(std::size_t count) {
  return count <= kShown
             ? ""
             : "    … and " + std::to_string(count - kShown) + " more: --format csv has them all\n";
}

std::string group_head(const SignaturesAnswer::Group& group, const Output& out) {
  std::string line = out.paint(style_of(group.standing), to_string(group.standing));
  const std::string_view why = meaning(group.standing);
  if (!group.key.empty()) line += ", key " + safe_line(group.key);
  if (!why.empty()) line += ": " + std::string(why);
  std::string page;
  if (!group.signer.empty()) {
    page = out.paint(Style::heading, safe_line(group.signer)) + "\n";
    line = "  " + line;
  }
  return page + hanging(line, out.width(), 4) + "  " + counted(group.commits, "commit") + ", " +
         counted(group.paths.size(), "file") + "\n";
}

// A commit that is not good, and what it touched.
std::string commit_lines(const store::SignedObject& one, const Output& out) {
  std::string page = hanging("  " + short_id(one.commit) + "  " + local_time(one.time) + "  " +
                                 safe_line(one.author) + "  " + safe_line(one.subject),
                             out.width(), 4);
  for (std::size_t i = 0; i < one.paths.size() && i < kShown; ++i) {
    page += "    " + safe_line(one.paths[i]) + "\n";
  }
  return page + more(one.paths.size());
}

}  // namespace

std::string text(const EditionsAnswer& answer, const Output& out) {
  std::string page;
  Columns rows(out.width());
  for (const EditionsAnswer::Line& line : answer.editions) {
    const store::Edition& edition = line.edition;
    rows.row({out.paint(Style::heading, safe_line(edition.name)), local_day(edition.tagged_at),
              safe_line(edition.tagger), edition.has_signature ? "signed" : "not signed",
              counted(line.counts.all(), "record") + ": " + counted(line.counts.claims, "claim") +
                  ", " + counted(line.counts.stances, "stance")});
  }
  page += rows.empty() ? "No edition yet.\n" : rows.text();
  if (!answer.lightweight.empty()) {
    std::string names;
    for (const std::string& name : answer.lightweight) {
      names += (names.empty() ? "" : ", ") + safe_line(name);
    }
    page +=
        "\n" + hanging("no editions, as they say neither who nor when: " + names, out.width(), 2);
  }
  return page;
}

std::string text(const PolicyAnswer& answer, const Output& out) {
  std::string page;
  std::size_t told = 0;
  std::size_t untold = 0;
  for (const PastPolicy& one : answer.past) {
    if (!one.told_by.empty()) {
      ++told;
    } else if (one.untold) {
      ++untold;
    }
    const Style style = one.told_by.empty() ? Style::bad : Style::middling;
    page += hanging(out.paint(style, safe_line(short_id(one.commit))) + "  " + local_day(one.time) +
                        "  " + (one.author.empty() ? "" : safe_line(one.author) + "  ") +
                        safe_line(one.subject),
                    out.width(), 4);
    if (!one.told_by.empty()) {
      page += hanging(
          "    pushed without a review by " + safe_line(one.told_by) + ": " + safe_line(one.reason),
          out.width(), 6);
    }
    for (const std::string& line : one.missing)
      page += hanging("    " + safe_line(line), out.width(), 6);
  }
  const std::string steps = counted(answer.steps, "step") + " of " + safe_line(answer.range);
  if (page.empty()) return steps + ": each was let through by its policy\n";
  const std::size_t past = answer.past.size() - told - untold;
  return page + "\n" + steps + ": " + std::to_string(past) + " past the policy" +
         (told == 0 ? "" : ", " + std::to_string(told) + " without a review on purpose") +
         (untold == 0 ? "" : ", " + std::to_string(untold) + " of which it cannot be told") + "\n";
}

std::string text(const SignaturesAnswer& answer, const Output& out) {
  std::string page = out.paint(Style::strong, safe_line(answer.range)) + ": " +
                     counted(answer.commits, "commit") + ", " +
                     counted(answer.editions.size(), "edition") + "\n";
  for (std::size_t number = 0; number < answer.groups.size(); ++number) {
    const SignaturesAnswer::Group& group = answer.groups[number];
    page += "\n" + group_head(group, out);
    std::size_t shown = 0;
    if (group.standing == SignatureStatus::good) {
      for (const std::string& path : group.paths) {
        if (++shown > kShown) break;
        std::string line = "    " + safe_line(path);
        const SignaturesAnswer::Group& last = answer.groups[answer.last.at(path)];
        if (&last != &group) {
          line += out.paint(Style::dim, "  changed since: ") +
                  (last.standing == SignatureStatus::good
                       ? safe_line(last.signer)
                       : out.paint(style_of(last.standing), to_string(last.standing)));
        }
        page += hanging(line, out.width(), 6);
      }
      page += more(group.paths.size());
      continue;
    }
    for (const store::SignedObject& one : answer.not_good) {
      if (one.standing != group.standing || one.signer != group.signer || one.key != group.key) {
        continue;
      }
      if (++shown <= kShown) page += commit_lines(one, out);
    }
    if (shown == 0) page += "    --all lists them\n";
    page += more(shown);
  }
  if (!answer.editions.empty()) {
    page += "\n" + out.paint(Style::heading, "editions") + "\n";
    Columns rows(out.width(), 2);
    for (const store::SignedObject& one : answer.editions) {
      rows.row({safe_line(one.edition), local_day(one.time),
                out.paint(style_of(one.standing), to_string(one.standing)),
                safe_line(one.signer.empty() ? one.author : one.signer)});
    }
    page += rows.text();
  }
  return page;
}

}  // namespace aver::cli
