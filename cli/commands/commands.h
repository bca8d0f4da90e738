// SPDX-License-Identifier: MIT
//
// One function a command; each is defined in the file of its name. To add a command: write
// commands/<group>/<name>.cpp, declare its function here, and give it a row in commands.cpp.
#pragma once

#include "cli/line/command.h"

namespace aver::cli {

Command init_command();
Command status_command();
Command check_command();
Command add_command();
Command record_command();
Command again_command();
Command end_command();
Command correct_command();
Command retract_command();
Command evidence_add_command();
Command actor_add_command();
Command actor_merge_command();
Command source_add_command();
Command commit_command();
Command undo_command();
Command mv_command();
Command rm_command();
Command edit_command();
Command show_command();
Command list_command();
Command actor_list_command();
Command source_list_command();
Command history_command();
Command positions_command();
Command diff_command();
Command flips_command();
Command due_command();
Command search_command();
Command impact_command();
Command index_status_command();
Command index_verify_command();
Command index_rebuild_command();
Command log_command();
Command blame_command();
Command merge_file_command();
Command textconv_command();
Command maintain_command();
Command git_install_command();
Command merge_command();
Command resolve_command();
Command propose_command();
Command review_command();
Command review_show_command();
Command review_comment_command();
Command review_approve_command();
Command review_request_changes_command();
Command review_dismiss_command();
Command review_update_command();
Command review_accept_command();
Command review_withdraw_command();
Command import_csv_command();
Command import_jsonl_command();
Command import_claimreview_command();
Command sync_command();
Command tag_command();
Command verify_command();
Command fmt_command();
Command schema_command();
Command clock_command();
Command quotes_command();
Command draft_command();
Command export_command();
Command site_command();
Command help_command();

}  // namespace aver::cli
