// SPDX-License-Identifier: MIT
//
// aver edit: a record in the user's editor. The typed text is kept as a draft until it is sound and
// committed, whatever goes wrong.
#include <algorithm>
#include <memory>
#include <set>

#include "cli/check/uncommitted.h"
#include "cli/commands/commands.h"
#include "cli/names/names.h"
#include "cli/record/save.h"
#include "cli/session/editor.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "store/draft.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using store::Fault;
using store::StoreError;
using store::View;

struct Options {
  std::string record;
  bool discard = false;
  Writing writing;
};

std::string path_to_edit(const View& tip, const std::string& typed) {
  return typed == "aver.toml" ? typed : claims::path_of(record_named(tip, typed));
}

// A draft updated to a record that others have changed since: values that the user did not edit are
// updated; for the others the user's value stays and a message is added.
struct Caught {
  std::string text;
  std::vector<std::string> messages;
};
Caught catch_up(std::string draft, const std::string& base, const std::string& now,
                RecordKind kind) {
  namespace toml = claims::toml;
  Caught caught;
  const toml::Parsed before = toml::parse(base, "");
  const toml::Parsed after = toml::parse(now, "");
  const toml::Parsed mine = toml::parse(draft, "");
  std::vector<std::string_view> order;
  for (const claims::FieldInfo& field : claims::fields(kind)) order.push_back(field.key);
  std::set<std::string> keys;
  for (const toml::Parsed* one : {&before, &after}) {
    for (const toml::Entry& entry : one->root) keys.insert(entry.key);
  }
  const auto same = [](const toml::Value* a, const toml::Value* b) {
    return a == nullptr || b == nullptr ? a == b : *a == *b;
  };
  for (const std::string& key : keys) {
    const toml::Value* theirs = toml::find(after.root, key);
    const toml::Value* was = toml::find(before.root, key);
    if (same(theirs, was) || same(theirs, toml::find(mine.root, key))) continue;
    if (same(toml::find(mine.root, key), was)) {
      if (auto edited =
              toml::edit_value(draft, key, theirs ? std::optional(*theirs) : std::nullopt, order)) {
        draft = std::move(*edited);
        continue;
      }
    }
    caught.messages.push_back(theirs == nullptr ? key + " was removed"
                                                : key + " = " + toml::write(*theirs));
  }
  if (!caught.messages.empty()) {
    caught.messages.insert(
        caught.messages.begin(),
        "others have changed the record since this draft was begun; now it has:");
  }
  caught.text = std::move(draft);
  return caught;
}

// Prints a hint where a stance was rewritten in place: a correction would have kept the old one.
void tell_of_rewriting(Session& session, const std::string& path, const std::string& before,
                       const std::string& after) {
  const auto record = claims::record_at(path);
  if (!record || record->kind != RecordKind::stance) return;
  const auto a = claims::decode_stance(before, path).record;
  const auto b = claims::decode_stance(after, path).record;
  if (!a || !b || (a->position == b->position && a->held == b->held && a->holder == b->holder))
    return;
  session.out.talk(
      "note: what was recorded before is now in git's history alone; \"aver correct\" keeps it "
      "beside the new\n");
}

class Editing {
 public:
  Editing(Session& session, const Options& options)
      : session_(session),
        options_(options),
        tip_(session.store().view()),
        path_(path_to_edit(tip_, options.record)),
        base_(tip_.blob_id(path_).value_or("")),
        original_(tip_.read(path_).value_or("")),
        draft_(session.store(), path_) {}

  int run() {
    if (options_.discard) return discard();
    require_as_committed();
    std::vector<std::string> messages;
    std::string text = original_;
    if (draft_.exists()) {
      text = without_messages(draft_.read());
      session_.out.talk("taking up your draft of " + safe_line(path_) + "\n");
      if (draft_.base() != base_) {
        const std::string base = draft_.base().empty() ? "" : tip_.read_blob(draft_.base());
        const auto record = claims::record_at(path_);
        Caught caught = catch_up(text, base, original_, record ? record->kind : RecordKind::claim);
        text = std::move(caught.text);
        messages = std::move(caught.messages);
      }
      if (messages.empty()) messages = messages_of(problems(text));
    }
    const auto edited =
        edit_draft(session_, draft_, text, base_, std::move(messages), [&](const std::string& now) {
          return now == original_ ? claims::Diagnostics{} : problems(now);
        });
    if (!edited) {
      tell_of_draft();
      return kBadData;
    }
    if (is_blank(*edited)) {
      draft_.remove();
      throw StoreError(Fault::refused, "the text was emptied: nothing is changed", {},
                       "aver rm " + options_.record);
    }
    if (*edited == original_) {
      draft_.remove();
      session_.out.data("nothing was changed\n");
      return kDone;
    }
    return finish(*edited);
  }

  // An unchanged draft is not worth keeping.
  void tell_of_draft() {
    if (!draft_.exists()) return;
    if (without_messages(draft_.read()) == original_) {
      draft_.remove();
      return;
    }
    session_.out.talk("your text is kept; take it up again: aver edit " +
                      shell_word(options_.record) + "\nor drop it: aver edit " +
                      shell_word(options_.record) + " --discard\n");
  }

 private:
  int discard() {
    if (!draft_.exists()) throw StoreError(Fault::not_found, "there is no draft of " + path_);
    draft_.remove();
    session_.out.data("dropped the draft of " + safe_line(path_) + "\n");
    return kDone;
  }

  void require_as_committed() {
    store::Store& store = session_.store();
    if (!store.has_work_tree() || store.read_work_tree(path_) == tip_.read(path_)) return;
    // Other bytes are no change where only their line ends differ.
    const std::vector<store::LocalChange> changes = store.status().changes;
    if (std::none_of(changes.begin(), changes.end(),
                     [&](const store::LocalChange& one) { return one.path == path_; })) {
      return;
    }
    throw StoreError(Fault::dirty, path_ + " has changes that are not committed", {},
                     "aver commit " + path_);
  }

  claims::Diagnostics problems(const std::string& text) const {
    const store::KnownIn known(tip_);
    return FileCheck(tip_.vocabulary(), known, session_.today(),
                     [this](const std::string& other) { return tip_.read(other); })(path_, text);
  }

  int finish(const std::string& text) {
    const auto record = claims::record_at(path_);
    const std::string what =
        record ? std::string(to_string(record->kind)) + " " + record->id : path_;
    const auto saved = save(session_, options_.writing, [&](const View& tip) {
      if (tip.blob_id(path_).value_or("") != base_) {
        throw StoreError(Fault::conflict, path_ + " was changed by somebody else meanwhile");
      }
      return store::Change{{{path_, text}}, "Edit " + what + "\n"};
    });
    draft_.remove();
    session_.out.data(hanging("edited " + safe_line(what), session_.out.width(), 2));
    if (saved) session_.out.data(paragraph(*saved, session_.out.width(), 2));
    tell_of_rewriting(session_, path_, original_, text);
    return kDone;
  }

  Session& session_;
  const Options& options_;
  View tip_;
  std::string path_;
  store::BlobId base_;
  std::string original_;
  store::Draft draft_;
};

// Drops the draft with the typed path, also where no record has that path: the draft of a review,
// or of a record that is gone. False where there is no such draft.
bool discard_at_path(const Options& options, Session& session) {
  const std::vector<std::string> waiting = store::drafts(session.store());
  if (std::find(waiting.begin(), waiting.end(), options.record) == waiting.end()) {
    if (!options.record.starts_with("reviews/")) return false;
    throw StoreError(Fault::not_found, "there is no draft of " + options.record, {}, "aver status");
  }
  store::Draft(session.store(), options.record).remove();
  session.out.data("dropped the draft of " + safe_line(options.record) + "\n");
  return true;
}

int run(const Options& options, Session& session) {
  if (options.discard && discard_at_path(options, session)) return kDone;
  Editing editing(session, options);
  try {
    return editing.run();
  } catch (const StoreError& error) {
    const int status = report(error, session.out);
    editing.tell_of_draft();
    return status;
  }
}

}  // namespace

Command edit_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "edit";
  command.description =
      "Opens a record's file in your editor (the one git opens), checks what you saved and commits "
      "it. Where "
      "something is wrong with it, the editor is offered again with the messages at the top; what "
      "you typed "
      "is kept as a draft until it is committed or dropped. Comments and layout stay as you leave "
      "them.\n\n"
      "When a holder moves, record a new stance; when our record was wrong, correct it: an edit is "
      "for the "
      "rest.";
  command.words = {
      positional("RECORD", options->record, "a claim, stance, actor or source, or aver.toml"),
      flag("--discard", options->discard, "drop the draft that an earlier edit has left"),
  };
  add_writing_words(command.words, options->writing);
  command.examples = {{"aver edit calda-restrains-dorn", "the claim's own file"},
                      {"aver edit aver.toml", "the store's vocabulary"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
