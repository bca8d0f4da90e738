// SPDX-License-Identifier: MIT
//
// The table of commands, in the order of --help. A new command is one file and one row.
#include "cli/commands/commands.h"

namespace aver::cli {

const std::vector<CommandRow>& command_table() {
  static const std::vector<CommandRow> table = {
      {"init", "store", "make a store of a directory", init_command},
      {"status", "store", "what is uncommitted, and where the branch stands", status_command},
      {"check", "store", "find what is wrong with the records", check_command},
      {"fmt", "store", "write records in their canonical form", fmt_command},
      {"maintain", "store", "let git tidy up the store", maintain_command},
      {"schema", "store", "JSON Schemas of the records, for editors", schema_command},
      {"index status", "store", "the index, and whether it is up to date", index_status_command},
      {"index verify", "store", "hold the index against the records", index_verify_command},
      {"index rebuild", "store", "make the index anew", index_rebuild_command},

      {"add", "record", "add a claim", add_command},
      {"record", "record", "record who holds which position on a claim", record_command},
      {"again", "record", "record that a position still stands", again_command},
      {"correct", "record", "replace a stance that we recorded wrongly", correct_command},
      {"retract", "record", "take back a stance that was never so", retract_command},
      {"actor add", "record", "add somebody who can hold a position", actor_add_command},
      {"source add", "record", "add a source, with its saved text", source_add_command},
      {"draft", "record", "record a source's quotations, in your editor", draft_command},
      {"edit", "record", "edit a record in your editor", edit_command},
      {"mv", "record", "give a record or a topic another id", mv_command},
      {"rm", "record", "remove a record that nothing refers to", rm_command},
      {"commit", "record", "commit records edited by hand", commit_command},
      {"undo", "record", "take a commit back by a new one", undo_command},

      {"show", "look", "show a claim, an actor, a source or a stance", show_command},
      {"list", "look", "list claims and the positions on them", list_command},
      {"actor list", "look", "list the actors", actor_list_command},
      {"source list", "look", "list the sources", source_list_command},
      {"quotes", "look", "the quotations in a source, and which are recorded", quotes_command},
      {"history", "look", "the time line of a claim or of a holder", history_command},
      {"positions", "look", "the table of holders and claims", positions_command},
      {"diff", "look", "what changed between two revisions or two days", diff_command},
      {"flips", "look", "who has moved, with the evidence of both sides", flips_command},
      {"due", "look", "what must be looked at again", due_command},
      {"search", "look", "records by their words, best first", search_command},

      {"log", "provenance", "who recorded what, and when", log_command},
      {"blame", "provenance", "for every value, who recorded it and from where", blame_command},

      {"propose", "review", "record on a branch that waits for review", propose_command},
      {"review", "review", "the proposals, and how they stand", review_command},
      {"review show", "review", "what a proposal means, in positions", review_show_command},
      {"review comment", "review", "say something about a proposal", review_comment_command},
      {"review approve", "review", "approve what a proposal has now", review_approve_command},
      {"review request-changes", "review", "ask for a change before it is accepted",
       review_request_changes_command},
      {"review accept", "review", "merge a proposal, once its policy is satisfied",
       review_accept_command},
      {"review withdraw", "review", "take a proposal back, keeping it", review_withdraw_command},

      {"sync", "share", "fetch, merge, check and push", sync_command},
      {"merge", "share", "merge a branch, by record and field", merge_command},
      {"resolve", "share", "settle what a merge could not", resolve_command},
      {"tag", "share", "freeze an edition, or list them", tag_command},
      {"verify", "share", "who signed which records", verify_command},
      {"import csv", "share", "bring in the rows of a table", import_csv_command},
      {"import jsonl", "share", "bring in records from JSON Lines", import_jsonl_command},
      {"import claimreview", "share", "bring in other people's fact checks",
       import_claimreview_command},
      {"export", "share", "write the records for other programs", export_command},

      {"git-install", "git", "plain git merges, shows and checks records", git_install_command},
      {"merge-file", "git", "git's merge driver for records", merge_file_command},
      {"textconv", "git", "git's diff driver for records", textconv_command},

      {"help", "help", "help on a command or a topic", help_command},
  };
  return table;
}

}  // namespace aver::cli
