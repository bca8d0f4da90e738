// SPDX-License-Identifier: MIT
//
// Words what claims/merge/names has decided.
#include "cli/share/names_told.h"

#include "claims/text/rule.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"

namespace aver::cli {

void tell_names(Session& session, const claims::TreeMerge& merge, Yours yours) {
  const auto say = [&](const std::string& line) {
    session.out.data(hanging(line, session.out.width(), 2));
  };
  for (const claims::RenamedTwice& one : merge.renamed_twice) {
    const bool is_yours = yours == (one.ours_gave_way ? Yours::ours : Yours::theirs);
    say("renamed on both sides: it is " + safe_line(one.kept.id) + " now, and " +
        safe_line(one.other) + (is_yours ? ", as you called it," : "") + " is a former id");
  }
  for (const claims::BothKept& one : merge.both_kept) {
    const bool is_yours = yours == (one.ours_moved ? Yours::ours : Yours::theirs);
    say("both kept, a possible duplicate: " + safe_line(one.kept) + " and " + safe_line(one.moved) +
        (is_yours ? ", as yours is named now" : ""));
  }
  for (const claims::NameMoved& one : merge.moved) {
    say(std::string(claims::Rule::name_moved.text()) + ": " + safe_line(one.path) + " meant " +
        short_id(one.content_id) + " at " + safe_line(one.where) + ", which is " +
        safe_line(one.now) + " now");
  }
}

}  // namespace aver::cli
