// SPDX-License-Identifier: MIT
//
// Lays out usage, options and examples from the declarations, so that no help text can name an
// option that the parser does not know; the topics are texts in this file.
#include "cli/line/help.h"

#include <algorithm>

#include "cli/line/arguments.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

struct GroupTitle {
  CommandGroup group;
  std::string_view title;
};
constexpr GroupTitle kGroups[] = {
    {CommandGroup::store, "the store"}, {CommandGroup::record, "record"},
    {CommandGroup::look, "look"},       {CommandGroup::provenance, "provenance"},
    {CommandGroup::review, "review"},   {CommandGroup::share, "share"},
    {CommandGroup::git, "git"},         {CommandGroup::help, "help"},
};

std::string usage_line(const Command& command) {
  std::string line = "aver " + command.name;
  bool options = false;
  for (const Word& word : command.words) {
    if (word.kind != Word::Kind::positional) {
      options = true;
      continue;
    }
    const bool many = std::holds_alternative<std::vector<std::string>*>(word.target);
    if (word.required) {
      line += " " + word.name;
    } else {
      line += " [" + word.name + (many ? "…" : "") + "]";
    }
  }
  return options ? line + " [options]" : line;
}

std::string option_name(const Word& word) {
  std::string name = word.alias.empty() ? "" : word.alias + ", ";
  name += word.name;
  if (!word.value.empty()) name += " " + word.value;
  return name;
}

std::string words_text(const std::vector<Word>& words, bool positionals, const Output& out) {
  Columns rows(out.width(), 2);
  for (const Word& word : words) {
    if ((word.kind == Word::Kind::positional) != positionals) continue;
    rows.row({positionals ? word.name : option_name(word), word.help});
  }
  return rows.empty() ? "" : rows.text();
}

template <class Wanted>
std::string command_rows(const Output& out, Wanted wanted) {
  Columns rows(out.width(), 2);
  for (const CommandRow& row : command_table()) {
    if (!wanted(row)) continue;
    rows.row({out.paint(Style::strong, row.name), std::string(row.summary)});
  }
  return rows.empty() ? "" : rows.text();
}

}  // namespace

std::string overview(const Output& out) {
  std::string page = hanging(
      "aver keeps claims, and who holds which position on them, as files in a git repository.",
      out.width(), 0);
  page += "\nusage: aver [-C DIR] COMMAND [words] [options]\n";
  for (const auto& [group, title] : kGroups) {
    page += "\n" + out.paint(Style::heading, title) + "\n";
    page += command_rows(out, [&](const CommandRow& row) { return row.group == group; });
  }
  Globals globals;
  std::vector<Word> words = global_words(globals);
  words.push_back(flag("--version", globals.version, "show the version"));
  page += "\n" + out.paint(Style::heading, "options") + "\n" + words_text(words, false, out);
  page += "\n" + out.paint(Style::heading, "topics") + "\n";
  Columns rows(out.width(), 2);
  for (const Topic& topic : topics()) {
    rows.row({out.paint(Style::strong, topic.name), std::string(topic.summary)});
  }
  page += rows.text();
  page += "\naver help COMMAND or aver help TOPIC says more.\n";
  return page;
}

std::string group_help(const std::string& group, const Output& out) {
  return "usage: aver " + group + " COMMAND\n\n" + command_rows(out, [&](const CommandRow& row) {
           return row.name.starts_with(group + " ");
         });
}

std::string command_help(const Command& command, const Output& out) {
  std::string page = hanging("usage: " + usage_line(command), out.width(), 7);
  std::string_view rest = command.description;
  while (!rest.empty()) {
    const std::size_t end = rest.find("\n\n");
    page += "\n" + paragraph(rest.substr(0, end), out.width(), 0);
    rest = end == rest.npos ? "" : rest.substr(end + 2);
  }
  const std::string positionals = words_text(command.words, true, out);
  if (!positionals.empty()) page += "\n" + positionals;
  const std::string options = words_text(command.words, false, out);
  if (!options.empty()) page += "\n" + out.paint(Style::heading, "options") + "\n" + options;
  if (!command.examples.empty()) {
    page += "\n" + out.paint(Style::heading, "examples") + "\n";
    for (const Example& example : command.examples) {
      page += "  " + hanging(example.command, out.width() - 2, 6);
      if (!example.what.empty())
        page += paragraph(out.paint(Style::dim, example.what), out.width(), 6);
    }
  }
  return page;
}

std::string topic_text(const Topic& topic, const Output& out) {
  std::string page;
  std::string_view rest = topic.text;
  while (!rest.empty()) {
    const std::size_t end = rest.find("\n\n");
    std::string_view block = rest.substr(0, end);
    rest = end == rest.npos ? "" : rest.substr(end + 2);
    if (!page.empty()) page += "\n";
    if (block.find('\t') == block.npos) {
      page += paragraph(block, out.width(), 0);
      continue;
    }
    Columns rows(out.width(), 2);
    while (!block.empty()) {
      const std::size_t line_end = std::min(block.find('\n'), block.size());
      const std::string_view line = block.substr(0, line_end);
      const std::size_t tab = line.find('\t');
      rows.row({out.paint(Style::strong, line.substr(0, tab)), std::string(line.substr(tab + 1))});
      block.remove_prefix(std::min(line_end + 1, block.size()));
    }
    page += rows.text();
  }
  return page;
}

constexpr std::string_view import_topic =
    "\"aver import csv\" goes by a mapping: TOML that says what the columns mean. A table of it "
    "makes one record of every row; [claim], [actor], [source] and [stance] may all be there, and "
    "more than one of a kind as [[actor]].\n\n"
    "id\tof a claim, an actor or a source: \"un/{session}/{rcid}\"\n"
    "claim\tof a stance: the claim it is on (default: the row's claim)\n"
    "holder\tof a stance (default: the row's actor); source likewise\n"
    "any other key\ta key of the record: aver schema lists them\n\n"
    "A value is a pattern: text with holes that cells go into.\n\n"
    "{column}\tthe cell; in an id, a part made of it: \"Sao Tome\" is sao-tome, \"con\" is con-1\n"
    "{a|b|\"text\"}\tthe first of these that is there\n"
    "{column:id}\tan id already: its / stays\n"
    "{column:year}\tthe year in it; {column:first} its first character; {column:hash} one of 256: "
    "for folders of at most 1,000 entries\n"
    "{column:slug}\ta part of an id, in a text\n"
    "{'odd: name'}\ta column of any name; {{ and }} are braces\n\n"
    "Lists take lists of patterns, and further evidence of a stance a table for each source: "
    "evidence = [{ source = \"{source_2:id}\", quote = \"{quote_2}\" }]; or the column that \"aver "
    "export csv\" writes, a JSON list in a cell: evidence = \"{evidence}\".\n\n"
    "A value may also be said in full, as a table:\n\n"
    "from\tthe pattern\n"
    "values\twhat cells stand for: { yes = \"affirm\", no = \"deny\" }; \"\" is absent\n"
    "otherwise\tfor cells that values does not have: a word, or \"{}\" for the cell itself; "
    "without it they are refused\n"
    "absent\tcells that mean nothing: [\"NA\"]. Without this NA is data\n"
    "dates\tforms: YYYY, M or MM, D or DD, MMM for a month's name, * for a rest; \"D-M-YYYY\"\n"
    "split\tof a list: what parts its elements in a cell\n\n"
    "For the whole mapping:\n\n"
    "absent, dates\twhere a value does not say otherwise\n"
    "delimiter\tone character, or \"tab\"\n"
    "quoting\t\"none\" where quote marks mean nothing\n"
    "[join]\tfile, key, to: the columns of a second table, where its column \"to\" is the cell of "
    "\"key\"\n\n"
    "A row without a position makes no stance; an actor or a source without an id is left out. "
    "--set and --value say the same on the command line: --set stance.held={date} --value "
    "stance.position:yes=affirm.\n\n"
    "\"aver help import un-votes\" and \"aver help import claimreview\" print the presets: "
    "mappings "
    "to begin with.";

const std::vector<Topic>& topics() {
  static const std::vector<Topic> all = {
      {"dates", "how dates are written, exact and approximate",
       "A date is a day (2024-10-31), a month (2024-10) or a year (2024). On the command line "
       "\"today\" and \"yesterday\" are dates, too.\n\n"
       "What is not known exactly is written so:\n\n"
       "2024-10-31~\tabout: one day (month, year) earlier or later\n"
       "[2024-10-03..2024-10-09]\tone of these days\n"
       "[..2024-10-31]\tthat day or earlier\n"
       "[2024-10-03..]\tthat day or later: until the day its source was published; is recorded as "
       "[2024-10-03..2024-10-09]\n\n"
       "--held also takes a time, with its offset from UTC or without: 2024-10-31T18:00:00+09:00, "
       "2024-10-31T18:00:00Z, 2024-10-31T18:00:00.\n\n"
       "What is not known is not decided: a month is any of its days, and records of one day have "
       "no "
       "order unless both state a time. Where several answers are possible, all are shown, with a "
       "\"~\": deny or affirm ~.\n\n"
       "Every reading command takes two dates: --on DATE, the day in the world that is asked about "
       "(default: today), and --known-at REV|DATE, the state of the record it is answered from "
       "(default: "
       "now). \"aver show CLAIM --on 2024-11-01 --known-at 2024-11-05\" tells what was believed on "
       "5 "
       "November about 1 November.\n\n"
       "show, list and positions also take a month or a year, as --on 2024-11: they tell all that "
       "was held in it, each with its days, and a condition fits where it does on some day."},
      {"ids", "how records are named",
       "An id is a path of 1 to 6 parts joined by \"/\": uw/brindle, dorn/calda-restrains-dorn. A "
       "part is "
       "made of a-z, 0-9 and \"-\" (not at its ends), and has at most 64 characters; the whole has "
       "at most "
       "200.\n\n"
       "On the command line any unique trailing part will do: calda-restrains-dorn. An actor may "
       "also be "
       "called by its name or an alias. Where a name could mean records of several kinds, say "
       "which: "
       "actors/calda, sources/2024/calda, claims/dorn/calda.\n\n"
       "A stance is named after the first day that its date has, and its holder: "
       "dorn/calda-restrains-dorn/2024-10-31-calda. It keeps its name when its holder is "
       "renamed.\n\n"
       "A record that was renamed (aver mv) goes on answering to its old id, and an actor that was "
       "merged into another (aver actor merge) leads to that one wherever records name it.\n\n"
       "--speaker and --via take an actor in the same ways, or plain words: what no actor is "
       "called is written as it stands, and that is told. --speaker \"=Lio Pendar\" insists on the "
       "words, though an actor has that name: words in a record are never an actor."},
      {"query", "how to ask for some claims and positions: topics, words, keys", ""},
      {"vocabulary", "the words for positions, as this store has them", ""},
      {"evidence", "what a position rests on: one source, or several",
       "A stance says what it rests on: a source and the place in it, the words, who said them, "
       "and "
       "who reports them. Another source, or another passage of one, that says the same is further "
       "evidence of the same stance: aver evidence add. Each quote is held against the saved text "
       "of "
       "its own source, and is shown with its place in it.\n\n"
       "What a source tells of another day, or with another word, is a stance of its own: aver "
       "record. Two stances of one day that say the same are told by check, with the commands that "
       "make one of them.\n\n"
       "A query asks every evidence: source:, publisher:, reliability:, via:, speaker:, mode:, "
       "quote: and credibility: fit where one of them does. is:single-source counts publishers: it "
       "fits where all evidence of what is in force has one. A source that names none is its own."},
      {"changes", "the classes of change in history and diff",
       "What a holder holds on a claim is told for each scale by itself: what one says, what one "
       "does, and how others rate it. A change is from the day before to the day:\n\n"
       "first\tthe first record\n"
       "restated\tthe same word again\n"
       "shift\tanother word\n"
       "reversal\tthe opposite of what was said last: affirm and deny, true and false, also by way "
       "of "
       "other words\n"
       "advance\tup an ordered scale: not-acted, announced, in-works, partial, done\n"
       "setback\tdown an ordered scale\n"
       "lapsed\tpast \"until\", with nothing after it; or to an absence (silent)\n"
       "resumed\tback to what was held before: something shorter has ended, or an absence\n"
       "undecided\tdates leave open what came first: all that is possible is shown, with a "
       "\"~\"\n\n"
       "Between the two sides of a diff, where our record changed and not the holder:\n\n"
       "learned\trecorded in between\n"
       "corrected\tour record was wrong, and was replaced\n"
       "ended\tthe last day of a position was recorded\n"
       "retracted\tour record was wrong, and was taken back\n"
       "removed\ta record's file is gone\n"
       "evidence\tthe position stays, its quote or source changed\n"
       "edited\tonly words changed\n"
       "checked\tsomebody looked again"},
      {"format", "how records are kept in files",
       "One record is one TOML file in an ordinary git repository:\n\n"
       "aver.toml\tformat and vocabulary\n"
       "claims/<claim>/claim.toml\ta claim\n"
       "claims/<claim>/<held>-<holder>.toml\ta stance on it\n"
       "actors/<actor>.toml\tan actor\n"
       "sources/<source>.toml\ta source; beside it its capture, the saved text\n\n"
       "They may be edited by hand: \"aver check\" says what is wrong, \"aver commit\" commits "
       "them. Unknown "
       "keys are kept. claims/FORMAT.md in aver's sources specifies every key."},
      {"review", "proposals, approvals, and what a store may ask for",
       "A proposal NAME is a branch, proposal/NAME. aver propose NAME puts the records that follow "
       "on "
       "it; aver sync sends it; aver review lists those that wait, and aver review show NAME tells "
       "what "
       "one means.\n\n"
       "A review is an event on a branch of its own, aver/reviews, which is only ever added to; "
       "nothing is written to the proposal. It names the exact contents it speaks of and what they "
       "rest on: the claim's text, the holder's name, the saved source. So an approval holds for "
       "what was seen: a file that is changed afterwards loses it, one that is not keeps it, "
       "whatever is rebased, squashed or merged. Who asks for a change is waited for until they "
       "approve what became of it. The latest word of a person counts, by what they knew and never "
       "by clocks; comments ask for nothing.\n\n"
       "What a store asks for stands in the aver.toml of the branch that a proposal is for:\n\n"
       "[review]\thow many approvals each changed file needs, and from whom\n"
       "approvals = 1\tthat many; 0 (the default) asks for none\n"
       "own = true\tan approval by somebody who recorded the file counts (default: false)\n"
       "reviewers = [\"ann@example.org\"]\tonly these people's count (default: everybody's)\n"
       "[[review.topic]]\tmore, for the claims of a topic\n"
       "topic = \"dorn\"\tand all below it\n"
       "approvals = 2\tthat many\n"
       "by = [\"ben@example.org\"]\tone of these must be among the approvers\n\n"
       "Where the branch that a proposal is for has changed a record, too, what merging makes of "
       "both "
       "is what must be approved: aver review update NAME brings it into the proposal.\n\n"
       "signed = \"reviews\"\twords that are not signed do not count; \"all\": records must be, "
       "too\n"
       "never = [\"bot@example.org\"]\twhose words never count\n"
       "[[person]]\taddresses of one person: name, address = [\"…\", \"…\"]\n\n"
       "People are told apart by their addresses. aver review accept NAME merges what the policy "
       "lets through, with a commit that names who approved it, and leaves copies of their words "
       "in "
       "reviews/; aver sync pushes that and the reviews at once, so that an objection which came "
       "in between is not passed over. On a code host that merges by itself, aver check --policy "
       "--base origin/main asks the same in CI.\n\n"
       "The policy binds the branches that it names (branches = [\"main\"]), by default the one "
       "that the remote calls its own: aver sync pushes to it only what is approved. What is "
       "refused "
       "becomes a proposal with aver propose NAME --from-here; what cannot wait goes with aver "
       "sync "
       "--unreviewed -m WHY, and is told as such. Plain git asks nobody: aver verify --policy "
       "finds "
       "what went past the policy, and the hook of aver git-install --server, on a server of your "
       "own, lets nobody past. A remote that is no home of the store: git config "
       "remote.NAME.averPolicy off.\n\n"
       "Without signatures reviews are a convention among people who trust each other: git's names "
       "are typed by whoever commits. aver refuses what contradicts itself (author, committer and "
       "giver of a word must be one), shows addresses, and gives back what somebody took away; it "
       "cannot tell a careful forger. With signed = \"reviews\" nobody can approve as you without "
       "your key, which allowed_signers at the top of the store must know, and no word can be "
       "moved "
       "to other contents, another proposal or store.\n\n"
       "Where the reviews are not here (a clone of one branch), aver cannot tell, and accepts "
       "nothing: git fetch origin +refs/heads/aver/reviews:refs/remotes/origin/aver/reviews brings "
       "them."},
      {"import", "how the columns of a table become records", import_topic},
      {"export-formats", "columns and tables of what export writes", ""},
      {"rules", "what check holds records against", ""},
      {"scale", "large stores, and teams that outgrow one machine",
       "A store of a million stances is an ordinary git repository of less than a GB, and a "
       "command "
       "costs "
       "what it touches or prints, not what the store holds. What to look after:\n\n"
       "fan out\tat most a thousand entries a folder: claims/un/session-12/rc-0001, not "
       "claims/rc-0001\n"
       "bulk\tan import writes packs, not a file an object\n"
       "upkeep\t\"aver maintain\" after an import, and when a hint says so\n"
       "index\tmade by the first question that it pays for, and kept up by each (\"aver index "
       "status\"): for 870,109 stances 12 s of CPU, once, and 177 MB under .git/aver\n\n"
       "A team keeps the truth in a bare store on any git server, and fills it from many clones: "
       "\"aver sync\" fetches, merges by record and field, checks and pushes. Nobody needs all of "
       "it:\n\n"
       "a topic\tgit clone --sparse URL; git sparse-checkout set --cone actors sources "
       "claims/dorn\n"
       "a lean index\tgit sparse-checkout set --sparse-index …, or git update-index --split-index\n"
       "no work tree\tgit clone --bare URL: reading and recording work, and are quickest there\n"
       "no old contents\tgit clone --filter=blob:none URL: contents are fetched as git needs "
       "them\n\n"
       "What lies outside a sparse checkout is read from the commits: it is found, shown, checked "
       "and recorded on like anything else. Files that aver writes there appear until \"git "
       "sparse-checkout reapply\" takes them away again.\n\n"
       "In a clone without old contents, aver has git fetch what it comes to read, one file after "
       "the other: for a look at a few records that is quick, for a check of all it is not.\n\n"
       "For statistics, dashboards and joins with other data, export into a warehouse rather than "
       "asking the store a thousand times: \"aver export sqlite\", jsonl or csv."},
      {"exit-codes", "what the exit codes mean",
       "0\tdone\n"
       "1\tthe answer is no: check found an error, diff --exit-code a difference, a hook refused\n"
       "2\tthe words of the command are wrong, or git does not know who you are\n"
       "3\ta conflict is left, or something uncommitted is in the way\n"
       "4\tnot found, or ambiguous\n"
       "5\tcould not write: locked, somebody else was quicker, read-only, full\n"
       "6\tthe remote, or authentication\n"
       "7\tbad or corrupt data, or a form of repository that cannot be read\n"
       "8\tdone, but the answer could not be written: do not repeat it\n"
       "70\ta bug in aver"},
  };
  return all;
}

}  // namespace aver::cli
