// SPDX-License-Identifier: MIT
//
// The table of commands, in the order of --help. A new command is one file and one row.
#include "cli/commands/commands.h"

namespace aver::cli {
namespace {

using Group = CommandGroup;

constexpr CommandTraits kOther = {};
constexpr CommandTraits kLooks = {.follow = Follow::and_say_so};
constexpr CommandTraits kRecords = {.makes_records = true, .follow = Follow::silently};
// About the files of the work tree, which are those of the branch that is checked out.
constexpr CommandTraits kRecordsHere = {.makes_records = true};

}  // namespace

const std::vector<CommandRow>& command_table() {
  static const std::vector<CommandRow> table = {
      {"init", Group::store, kOther, "make a store of a directory", init_command},
      {"status", Group::store, kOther, "what is uncommitted, and where the branch stands",
       status_command},
      {"check", Group::store, kOther, "find what is wrong with the records", check_command},
      {"fmt", Group::store, kOther, "write records in their canonical form", fmt_command},
      {"maintain", Group::store, kOther, "let git tidy up the store", maintain_command},
      {"schema", Group::store, kOther, "JSON Schemas of the records, for editors", schema_command},
      {"index status", Group::store, kOther, "the index, and whether it is up to date",
       index_status_command},
      {"index verify", Group::store, kOther, "hold the index against the records",
       index_verify_command},
      {"index rebuild", Group::store, kOther, "make the index anew", index_rebuild_command},

      {"add", Group::record, kRecords, "add a claim", add_command},
      {"record", Group::record, kRecords, "record who holds which position on a claim",
       record_command},
      {"again", Group::record, kRecords, "record that a position still stands", again_command},
      {"correct", Group::record, kRecords, "replace a stance that we recorded wrongly",
       correct_command},
      {"retract", Group::record, kRecords, "take back a stance that was never so", retract_command},
      {"end", Group::record, kRecords, "record when a position ended", end_command},
      {"evidence add", Group::record, kRecords, "add another source to a stance",
       evidence_add_command},
      {"actor add", Group::record, kRecords, "add somebody who can hold a position",
       actor_add_command},
      {"actor merge", Group::record, kRecords, "make one actor of two", actor_merge_command},
      {"source add", Group::record, kRecords, "add a source, with its saved text",
       source_add_command},
      {"draft", Group::record, kRecords, "record a source's quotations, in your editor",
       draft_command},
      {"edit", Group::record, kRecords, "edit a record in your editor", edit_command},
      {"mv", Group::record, kRecords, "give a record or a topic another id", mv_command},
      {"rm", Group::record, kRecords, "remove a record that nothing refers to", rm_command},
      {"commit", Group::record, kRecordsHere, "commit records edited by hand", commit_command},
      {"undo", Group::record, kRecords, "take a commit back by a new one", undo_command},
      {"clock", Group::record, kRecords, "name a commit whose stamp is wrong", clock_command},

      {"show", Group::look, kLooks, "show a claim, an actor, a source or a stance", show_command},
      {"list", Group::look, kLooks, "list claims and the positions on them", list_command},
      {"actor list", Group::look, kLooks, "list the actors", actor_list_command},
      {"source list", Group::look, kLooks, "list the sources", source_list_command},
      {"quotes", Group::look, kLooks, "the quotations in a source, and which are recorded",
       quotes_command},
      {"history", Group::look, kLooks, "the time line of a claim or of a holder", history_command},
      {"positions", Group::look, kLooks, "the table of holders and claims", positions_command},
      {"diff", Group::look, kLooks, "what changed between two revisions or two days", diff_command},
      {"flips", Group::look, kLooks, "who has moved, with the evidence of both sides",
       flips_command},
      {"due", Group::look, kLooks, "what must be looked at again", due_command},
      {"search", Group::look, kLooks, "records by their words, best first", search_command},
      {"impact", Group::look, kLooks, "what rests on a source, or on somebody's word",
       impact_command},

      {"log", Group::provenance, kLooks, "who recorded what, and when", log_command},
      {"blame", Group::provenance, kLooks, "for every value, who recorded it and from where",
       blame_command},

      {"propose", Group::review, kOther, "record on a branch that waits for review",
       propose_command},
      {"review", Group::review, kOther, "the proposals, and how they stand", review_command},
      {"review show", Group::review, kOther, "what a proposal means, in positions",
       review_show_command},
      {"review comment", Group::review, kOther, "say something about a proposal",
       review_comment_command},
      {"review approve", Group::review, kOther, "approve what a proposal has now",
       review_approve_command},
      {"review request-changes", Group::review, kOther, "ask for a change before it is accepted",
       review_request_changes_command},
      {"review dismiss", Group::review, kOther, "set somebody's request for changes aside",
       review_dismiss_command},
      {"review update", Group::review, kOther, "bring into a proposal what came meanwhile",
       review_update_command},
      {"review accept", Group::review, kOther, "merge a proposal, once its policy is satisfied",
       review_accept_command},
      {"review withdraw", Group::review, kOther, "take a proposal back, keeping it",
       review_withdraw_command},

      {"sync", Group::share, kOther, "fetch, merge, check and push", sync_command},
      {"merge", Group::share, kOther, "merge a branch, by record and field", merge_command},
      {"resolve", Group::share, kOther, "settle what a merge could not", resolve_command},
      {"tag", Group::share, kOther, "freeze an edition, or list them", tag_command},
      {"verify", Group::share, kOther, "who signed which records", verify_command},
      {"import csv", Group::share, kRecords, "bring in the rows of a table", import_csv_command},
      {"import jsonl", Group::share, kRecords, "bring in records from JSON Lines",
       import_jsonl_command},
      {"import claimreview", Group::share, kRecords, "bring in other people's fact checks",
       import_claimreview_command},
      {"export", Group::share, kOther, "write the records for other programs", export_command},
      {"site", Group::share, kOther, "write pages that anybody can read", site_command},

      {"git-install", Group::git, kOther, "plain git merges, shows and checks records",
       git_install_command},
      {"merge-file", Group::git, kOther, "git's merge driver for records", merge_file_command},
      {"textconv", Group::git, kOther, "git's diff driver for records", textconv_command},

      {"help", Group::help, kOther, "help on a command or a topic", help_command},
  };
  return table;
}

}  // namespace aver::cli
