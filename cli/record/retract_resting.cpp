// SPDX-License-Identifier: MIT
//
// Finds on each tip anew what falls: what somebody else has recorded meanwhile is retracted, too.
#include "cli/record/retract_resting.h"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "claims/positions/set_aside.h"
#include "claims/records/codec.h"
#include "cli/names/resting.h"
#include "cli/record/save.h"
#include "cli/record/stance_draft.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

using store::View;

class RetractingAll {
 public:
  RetractingAll(Session& session, const std::string& on, const std::string& reason)
      : session_(session), typed_(on), reason_(reason) {}

  store::Change on(const View& tip) {
    const std::set<std::string> before = std::move(retracted_);
    retracted_.clear();
    told_.clear();
    stand_.clear();
    edits_.clear();
    lines_.clear();
    const Resting resting(session_, tip, typed_);
    on_ = resting.on().id;
    resting.each(session_, [&](claims::ClaimFolder&& folder, const claims::query::Fall& fall) {
      add(tip, folder, fall);
    });
    if (runs_++ > 0) {
      meanwhile_ = static_cast<std::size_t>(
          std::count_if(retracted_.begin(), retracted_.end(),
                        [&](const std::string& id) { return !before.contains(id); }));
    }
    if (edits_.empty()) return {};
    return {edits_, message()};
  }

  // What was done, or would be.
  void tell(bool dry_run) const {
    Output& out = session_.out;
    for (const std::string& line : told_)
      out.data(hanging((dry_run ? "would retract " : "retracted ") + line, out.width(), 2));
    for (const std::string& id : stand_)
      out.data(hanging("stands by other evidence: " + safe_line(id), out.width(), 2));
    if (meanwhile_ > 0) {
      out.talk("note: " + counted(meanwhile_, "of them was", "of them were") +
               " recorded by somebody else meanwhile\n");
    }
    if (told_.empty()) {
      out.data(paragraph("nothing to retract: no record rests on " + safe_line(on_) +
                             (stand_.empty() ? "" : " alone"),
                         out.width(), 0));
    }
  }

 private:
  void add(const View& tip, const claims::ClaimFolder& folder, const claims::query::Fall& fall) {
    for (const claims::Stance* one : fall.stand) stand_.push_back(one->id());
    if (!fall.any()) return;
    const std::vector<std::string> there = tip.stance_names(folder.id);
    std::set<std::string> taken(there.begin(), there.end());
    for (const auto* part : {&fall.records, &fall.checks}) {
      for (const claims::Stance* one : *part) {
        claims::Stance retraction = claims::query::retraction_of(*one, reason_);
        retraction.name = free_stance_name(
            retraction, [&](const std::string& name) { return taken.contains(name); });
        taken.insert(retraction.name);
        edits_.push_back(
            {claims::stance_path(retraction.claim, retraction.name), claims::encode(retraction)});
        retracted_.insert(one->id());
        lines_ += one->holder + " " + one->position + " on " + one->claim + ", held " +
                  claims::to_string(one->held) + "\n";
        told_.push_back(safe_line(one->id()) + ": " +
                        (part == &fall.checks ? "a check of what falls: " : "") +
                        safe_line(one->holder) + " " + safe_line(one->position));
        const std::string_view corrected = claims::set_aside_by(*one);
        const bool stays =
            std::any_of(fall.stay_aside.begin(), fall.stay_aside.end(),
                        [&](const claims::Stance* other) { return other->name == corrected; });
        if (stays) told_.back() += "; " + safe_line(corrected) + " stays set aside";
      }
    }
  }

  std::string message() const {
    return "Retract what rests on " + on_ + "\n\n" + reason_ + "\n\n" + lines_;
  }

  Session& session_;
  const std::string& typed_;
  const std::string& reason_;
  std::string on_;
  int runs_ = 0;
  std::size_t meanwhile_ = 0;
  std::set<std::string> retracted_;
  std::vector<std::string> told_, stand_;
  std::vector<store::Edit> edits_;
  std::string lines_;  // of the message
};

}  // namespace

int retract_resting(Session& session, const Writing& writing, const std::string& on,
                    const std::string& reason, bool dry_run) {
  RetractingAll all(session, on, reason);
  if (dry_run) {
    all.on(session.store().view());
    all.tell(true);
    return kDone;
  }
  const std::optional<std::string> saved =
      save(session, writing, [&](const View& tip) { return all.on(tip); });
  all.tell(false);
  if (saved) session.out.data(paragraph(*saved, session.out.width(), 2));
  return kDone;
}

}  // namespace aver::cli
