// SPDX-License-Identifier: MIT
//
// The rows of the keys come from the query language's own table, so that the help lists every key
// there is.
#include "cli/names/query_help.h"

#include "claims/query/keys.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

namespace query = claims::query;

struct Row {
  std::string_view term;
  std::string_view meaning;
};

constexpr Row kExamples[] = {
    {"aver list dorn position:silent", "claims below dorn on which somebody is silent"},
    {"aver list holder:calda position:silent,declined tag:troops", "what Calda says nothing about"},
    {"aver positions kind:pledge -position:done", "pledges, and those who have not kept them"},
    {"aver list \"some(holder:uw position:affirm) holder:calda position:deny\"",
     "where Calda denies what the UW affirms; the claim with Calda's position"},
    {"aver list dorn missing:calda", "claims on which we have nothing of Calda"},
    {"aver list \"changed:>2024-10-01\" change:reversal", "who has turned round since"},
    {"aver list is:absent \"checked:<2024-10\"", "silences that nobody has checked since"},
    {"aver list no:source or is:unverified", "positions without good evidence"},
    {"aver list \"ever(source:2024/briefing)\"", "claims with any record that cites a source"},
    {"aver list \"exact words\" -lang:en", "text, case and accents aside"},
    {"aver list @troops due:..today", "a saved query of aver.toml, and more"},
};

constexpr Row kForms[] = {
    {"word",
     "the one plain word of a query: a topic or a claim, where there is one of that name; "
     "else, and where there are several, text"},
    {"\"exact words\"",
     "text: in the claim's id, text, tags and note, or in the position's quote, "
     "translation, summary, note, reason, rating, speaker, via and searched"},
    {"key:value", "one of the keys below"},
    {"key:a,b", "one of these values"},
    {"key:\"a b\"", "a value with blanks, commas or parentheses; \\\" in it is a quotation mark"},
    {"key:<v <=v >v >=v", "compared: dates, credibility, reliability, likelihood"},
    {"key:a..b", "from a to b, both included; either end may be open: ..b"},
    {"a b, a and b", "both"},
    {"a or b", "one of them; \"and\" binds tighter"},
    {"-a", "not"},
    {"( … )", "together"},
    {"some( … )", "somebody's position on the claim fits, whoever the rest is about"},
    {"ever( … )", "a record on the claim fits, in force or not: what stands on a source"},
    {"@name",
     "a saved query: in aver.toml, below [query], name = \"kind:pledge position:stalled\""},
};

constexpr Row kIs[] = {
    {"absent", "somebody looked, and found nothing: silent, not-acted"},
    {"certain", "only this one is possible: without it, what may be so is listed, too"},
    {"contradicted", "opposed positions of the holder on one day"},
    {"corrected", "a record of ours about it was corrected"},
    {"ended", "a record of ours about it was recorded anew, with its end (aver end)"},
    {"lapsed", "past the last day it was held"},
    {"overdue", "the claim's deadline has passed, and no word closes it (done, broken, true, …)"},
    {"retracted", "a record of ours about it was taken back"},
    {"set-aside", "corrected, ended or retracted: claims with a record that is, and fits the rest"},
    {"single-source", "all evidence of what is in force is of one publisher"},
    {"uncertain", "dates leave open what is in force: shown with ~"},
    {"unverified", "the quote does not stand in its source"},
};

std::string rows_text(const auto& rows, const Output& out) {
  Columns columns(out.width(), 2);
  for (const Row& row : rows)
    columns.row({out.paint(Style::strong, row.term), std::string(row.meaning)});
  return columns.text();
}

std::string keys_text(bool of_claim, const Output& out) {
  Columns columns(out.width(), 2);
  for (const query::KeyRow& row : query::keys()) {
    if (row.name.empty() || row.of_claim != of_claim) continue;
    std::string meaning(row.meaning);
    const bool told_elsewhere = row.key == query::Key::is || row.key == query::Key::no;
    std::string words;
    for (const std::string_view word : row.words)
      words += (words.empty() ? ": " : " ") + std::string(word);
    if (!told_elsewhere) meaning += words;
    if (row.type == query::KeyType::date) meaning += " (a date)";
    columns.row({out.paint(Style::strong, std::string(row.name) + ":"), meaning});
  }
  return columns.text();
}

}  // namespace

std::vector<std::string_view> query_examples() {
  std::vector<std::string_view> commands;
  for (const Row& example : kExamples) commands.push_back(example.term);
  return commands;
}

std::string query_help(const Output& out) {
  const auto prose = [&](std::string_view text) { return paragraph(text, out.width(), 0); };
  const auto heading = [&](std::string_view text) {
    return "\n" + out.paint(Style::heading, text) + "\n";
  };
  std::string page = prose(
      "A query asks for claims, and for holders' positions on them. list, positions, flips, due "
      "and "
      "history take one as their words, diff as --query; --holder X, --position X, --tag X and "
      "--kind X are short for terms of it.");
  page += heading("examples");
  for (const Row& example : kExamples) {
    page += "  " + hanging(example.term, out.width() - 2, 6) +
            paragraph(out.paint(Style::dim, example.meaning), out.width(), 6);
  }
  page += heading("forms") + rows_text(kForms, out);
  page += heading("of the claim") + keys_text(true, out);
  page += heading("of a position, or of both") + keys_text(false, out);
  page += heading("is:") + rows_text(kIs, out);
  page +=
      heading("what fits") +
      prose(
          "All terms about positions speak of one holder's position on one claim, the one "
          "that is in force on the day (--on, else today), and so does \"-\" before them. A "
          "claim fits where one of its positions does. A claim on which nobody has a position "
          "is looked at, too: no:record and -position:deny fit it, position:deny and "
          "no:source do not. Claims that one holder has no position on: missing:calda.") +
      "\n" +
      prose(
          "list shows the claims with the positions that fit; positions, due and history show "
          "what fits. flips and diff hold each move, and each difference, against the query "
          "for itself: position: is the word moved to, change: its class. export holds each stance "
          "against it, whether it is in force or not.") +
      "\n" +
      prose(
          "A date fits where all days that it may mean do: what was held in 2024-10 fits "
          "held:2024 and held:<2024-11, and neither < nor > 2024-10-15. today and yesterday "
          "are dates, too.") +
      "\n" +
      prose("Who recorded something, and when, is no part of a query: aver log, and --known-at.") +
      "\n" +
      prose(
          "--without QUERY answers as if all that rests on what fits alone had been retracted. "
          "Each "
          "record is asked by itself, in force or not, once for each evidence it has: it falls "
          "where "
          "all its evidence fits. source: publisher: published: reliability: credibility: speaker: "
          "via: mode: quote: and quote_lang: are asked of each evidence, all else of the record; "
          "what has no evidence falls only by a query without these. What a record that falls had "
          "corrected stays set aside, and checks of it fall. The answer says how many fall, of the "
          "claims that it is about. change: changed: checked: missing: some( ) ever( ), and most "
          "of "
          "is:, are about more than one record, and are refused.") +
      "\n" +
      prose(
          "The shell takes quotation marks for itself, and < > ( ) as well: put single quotes "
          "around the whole, 'changed:>2024-10-01 \"exact words\"'. A word that the shell "
          "hands over with blanks in it is a phrase, or a value: speaker:\"Albert Brindle\".");
  return page;
}

}  // namespace aver::cli
