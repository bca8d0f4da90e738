// SPDX-License-Identifier: MIT
//
// aver help: a command, a group of commands, or a topic.
#include "cli/line/help.h"

#include <memory>

#include "claims/check/rules.h"
#include "claims/exchange/csv/mapping.h"
#include "claims/exchange/csv/stance_sheet.h"
#include "claims/text/similar.h"
#include "cli/commands/commands.h"
#include "cli/names/query_help.h"
#include "cli/render/text/text.h"
#include "cli/session/session.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "store/export_database.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;

struct Options {
  std::vector<std::string> words;
};

std::string value_text(const claims::Scale& scale, const claims::Word& word) {
  if (word.absence && scale.order == claims::Order::opposed) return "absence";
  std::string value = std::to_string(word.value);
  value.erase(value.find_last_not_of('0') + 1);
  if (value.ends_with('.')) value.pop_back();
  if (word.value > 0 && scale.order == claims::Order::opposed) value.insert(0, "+");
  return word.absence ? value + ", absence" : value;
}

// The store's own words where there is a store; the default ones elsewhere.
std::string vocabulary_text(Session& session) {
  claims::Vocabulary words = claims::default_vocabulary();
  std::string where = "The default vocabulary (there is no store here):";
  try {
    words = session.store().view().vocabulary();
    where = "The vocabulary of this store, from its aver.toml:";
  } catch (const StoreError&) {
    // Help must work everywhere, also beside a broken store.
  }
  Output& out = session.out;
  std::string page = where + "\n";
  for (const claims::Scale& scale : words.scales()) {
    page += "\n" + out.paint(Style::heading, safe_line(scale.name)) +
            (scale.order == claims::Order::opposed ? " (opposed: signs are compared)\n"
                                                   : " (ordered: values are compared)\n");
    Columns rows(out.width(), 2);
    for (const claims::Word& word : scale.words) {
      std::string means = safe_line(claims::meaning_of(word));
      for (const std::string& old : word.was) {
        const bool first = &old == &word.was.front();
        means += (first ? (means.empty() ? "was " : " Was ") : ", ") + safe_line(old);
      }
      rows.row({out.paint(style_of(words, word.name), safe_line(word.name)),
                value_text(scale, word) + (words.closes(word) ? ", closes" : ""), means});
    }
    page += rows.text();
  }
  const auto say = [&](std::string_view text) { page += "\n" + paragraph(text, out.width(), 0); };
  say("An absence says that somebody looked and found nothing; it names where, or a source. That "
      "nobody has looked is never stored: it is shown as \"no record\".");
  say("A word that closes settles the deadline of a pledge, a policy or a prediction: one of "
      "positive value keeps it, others break it.");
  say("In aver.toml, means = \"…\" says what a word means, and closes = true that it closes (aver "
      "edit aver.toml).");
  return page;
}

std::string rules_text(const Output& out) {
  std::string page;
  Columns rows(out.width());
  for (const claims::RuleText& rule : claims::rules()) {
    rows.row({out.paint(Style::strong, rule.name.text()), std::string(to_string(rule.severity)),
              std::string(rule.sentence)});
  }
  return rows.text() + "\n" +
         paragraph("\"aver help rule NAME\" says what to do where one is broken.", out.width(), 0);
}

std::string export_formats_text(const Output& out) {
  const auto heading = [&](std::string_view text) {
    return "\n" + out.paint(Style::heading, text) + "\n";
  };
  std::string page = paragraph(
      "jsonl: one line a file of the store, without loss; symbolic links are left out. "
      "claims/FORMAT.md in aver's sources, "
      "\"JSON Lines\", has every member.",
      out.width(), 0);
  page += heading("csv: one row a stance, RFC 4180, UTF-8; lists are parted by \"; \"");
  page += paragraph(
      "Cells are exact. With --guard on, one that begins with = + - @, a tab or a carriage return "
      "has a ' before it, so that no spreadsheet runs it as a formula, and control and hidden "
      "characters are shown and not written; the csv of other commands is guarded unless --guard "
      "is off.",
      out.width(), 2);
  Columns columns(out.width(), 2);
  for (const claims::Column& column : claims::stance_columns())
    columns.row({out.paint(Style::strong, column.name), std::string(column.meaning)});
  page += columns.text();
  page += heading("sqlite: tables; absent is NULL, dates are text as recorded");
  Columns tables(out.width(), 2);
  for (const store::ExportTable& table : store::export_tables())
    tables.row({out.paint(Style::strong, table.name), std::string(table.meaning)});
  page += tables.text();
  page += heading("claimreview: schema.org, JSON-LD");
  page += paragraph(
      "One \"@graph\" of ClaimReview objects: the positions in force on the scale \"rating\". The "
      "number of a rating is its word's value brought to 1 (worst) to 5 (best); alternateName is "
      "the reviewer's own label. Who affirmed the claim first is the author of the item reviewed.",
      out.width(), 0);
  return page;
}

std::string rule_text(const std::string& name, const Output& out) {
  const claims::RuleText* rule = claims::rule_named(name);
  if (rule == nullptr) {
    std::vector<std::string> names;
    for (const claims::RuleText& one : claims::rules()) names.emplace_back(one.name.text());
    const std::vector<std::string> near = claims::nearest(name, names, 1);
    throw StoreError(Fault::usage,
                     "there is no rule \"" + name + "\"" +
                         (near.empty() ? "" : "; did you mean " + near.front() + "?"),
                     {}, "aver help rules");
  }
  return out.paint(Style::heading, rule->name.text()) + "  " +
         std::string(to_string(rule->severity)) + "\n\n" +
         paragraph(rule->sentence, out.width(), 0) + "\n" + paragraph(rule->remedy, out.width(), 0);
}

// The topic of that name, if there is one; it follows the help of a command of the same name after
// a blank line.
bool tell_topic(const std::string& name, bool behind, Session& session) {
  for (const Topic& topic : topics()) {
    if (topic.name != name) continue;
    session.out.data((behind ? "\n" : "") + (name == "vocabulary" ? vocabulary_text(session)
                                             : name == "query"    ? query_help(session.out)
                                                               : topic_text(topic, session.out)));
    return true;
  }
  return false;
}

int run(const Options& options, Session& session) {
  Output& out = session.out;
  if (options.words.size() == 2 && options.words.front() == "rule") {
    out.data(rule_text(options.words.back(), out));
    return kDone;
  }
  if (options.words.size() == 1 &&
      (options.words.front() == "rules" || options.words.front() == "rule")) {
    out.data(rules_text(out));
    return kDone;
  }
  if (options.words.size() == 1 && options.words.front() == "export-formats") {
    out.data(export_formats_text(out));
    return kDone;
  }
  if (options.words.empty()) {
    out.data(overview(out));
    return kDone;
  }
  std::string asked = options.words.front();
  for (std::size_t i = 1; i < options.words.size(); ++i) asked += " " + options.words[i];
  std::vector<std::string> names;
  bool group = false;
  for (const CommandRow& row : command_table()) {
    if (row.name == asked) {
      out.data(command_help(row.make(), out));
      tell_topic(asked, true, session);
      return kDone;
    }
    group |= row.name.starts_with(asked + " ");
    names.emplace_back(row.name);
  }
  if (group) {
    out.data(group_help(asked, out));
    tell_topic(asked, true, session);  // the commands' common ground
    return kDone;
  }
  for (const claims::mapping::Preset& preset : claims::mapping::presets()) {
    if (asked != "import " + std::string(preset.name)) continue;
    out.data(preset.text);
    return kDone;
  }
  if (tell_topic(asked, false, session)) return kDone;
  if (claims::rule_named(asked) != nullptr) {
    out.data(rule_text(asked, out));
    return kDone;
  }
  for (const Topic& topic : topics()) names.emplace_back(topic.name);
  std::string what = "there is no help on \"" + asked + "\"";
  const std::vector<std::string> near = claims::nearest(asked, names, 1);
  if (!near.empty()) what += "; did you mean " + near.front() + "?";
  throw StoreError(Fault::usage, what, {}, "aver help");
}

}  // namespace

Command help_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "help";
  command.description = "Says more about a command or a topic; without one, lists them all.";
  command.words = {positional("COMMAND|TOPIC", options->words, "a command's name, or a topic's")};
  command.examples = {{"aver help record", ""},
                      {"aver help vocabulary", "the words for positions"},
                      {"aver help rule quote/missing", "what a finding of check means"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
