// SPDX-License-Identifier: MIT
//
// Asks git for the upstream of a branch; words what claims/merge/names has decided.
#include "cli/share/names_told.h"

#include "claims/text/lines.h"
#include "claims/text/rule.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"
#include "store/branches.h"
#include "store/process.h"

namespace aver::cli {

using store::View;

namespace {

void add(Session& session, const store::CommitId& tip, std::vector<View>& tips) {
  if (!tip.empty()) tips.push_back(session.store().view(tip));
}

// The branch as last fetched from where it is pushed to: its upstream, or else the one remote that
// has a branch of this name.
store::CommitId fetched(Session& session, const std::string& branch) {
  if (const auto upstream = store::Branches(session.store()).upstream_tip(branch)) return *upstream;
  store::CommitId only;
  for (const store::Branch& one : store::Branches(session.store()).below(branch)) {
    if (one.remote.empty() || one.name != branch) continue;
    if (!only.empty()) return {};
    only = one.tip;
  }
  return only;
}

}  // namespace

std::vector<View> seen_tips(Session& session, const std::string& branch, const std::string& into) {
  std::vector<View> tips;
  if (branch.empty()) return tips;
  if (!into.empty()) {
    add(session, fetched(session, into), tips);
    add(session, store::Branches(session.store()).tip(into).value_or(""), tips);
  }
  if (into != branch) add(session, fetched(session, branch), tips);
  return tips;
}

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
