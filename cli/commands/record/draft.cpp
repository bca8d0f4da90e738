// SPDX-License-Identifier: MIT
//
// aver draft: the quotations of a source as a file to fill in; saving records them all in one
// commit.
#include <algorithm>
#include <memory>
#include <set>

#include "claims/records/people.h"
#include "cli/commands/commands.h"
#include "cli/evidence/quotations.h"
#include "cli/names/names.h"
#include "cli/record/stance_draft.h"
#include "cli/session/editor.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

namespace toml = claims::toml;
using store::Fault;
using store::StoreError;
using store::View;

struct Options {
  std::string source;
  bool all = false;
  bool discard = false;
  Writing writing;
};

constexpr const char* kOpening =
    "# Quotations of SOURCE, a block each. Fill in claim and position; delete what you do not "
    "want.\n"
    "# A block without claim and position is left out. Any key of a stance may be added: summary, "
    "via, mode …\n"
    "# new_claim = \"TEXT\" adds the claim on the way, new_holder = \"NAME\" the holder.\n"
    "# Save and close to record them all in one commit. Nothing is recorded while anything is "
    "wrong.\n"
    "#\n"
    "# The words for position:\n";

std::string toml_string(const std::string& text) { return toml::write(toml::Value{text, {}}); }

// "Secretary of State Albert Brindle" is "Albert Brindle", most likely.
std::string without_title(const std::string& name) {
  std::vector<std::size_t> begins = {0};
  for (std::size_t i = 1; i < name.size(); ++i) {
    if (name[i - 1] == ' ') begins.push_back(i);
  }
  return begins.size() > 3 ? name.substr(begins[begins.size() - 2]) : name;
}

// The vocabulary as lines of a comment, a paragraph a scale.
std::string words_comment(const claims::Vocabulary& words) {
  constexpr int kWidth = 98;
  std::string comment;
  for (const claims::Scale& scale : words.scales()) {
    comment += "#\n#   " + safe_line(scale.name) + "\n";
    const std::string rows = words_and_meanings(scale, kWidth, 5);
    for (std::size_t begin = 0; begin < rows.size();) {
      const std::size_t end = rows.find('\n', begin) + 1;
      comment += "#" + rows.substr(begin, end - begin);
      begin = end;
    }
  }
  return comment;
}

// For whom else the likely holder may have spoken, as a comment: "# for calda: …".
std::string spoken_for(const View& view, const std::string& actor, const claims::Date& held) {
  std::string comment;
  const auto decoded = view.actor(actor);
  if (!decoded || !decoded->record) return comment;
  std::set<std::string> told;
  for (const claims::Role& role : decoded->record->roles) {
    const std::string& of = view.actor_of(role.of);
    const bool begun = !role.from || role.from->earliest() <= held.latest();
    const bool over = role.to && role.to->latest() < held.earliest();
    if (of.empty() || of == actor || !begun || over || !told.insert(of).second) continue;
    comment += "# as " + safe_line(role.title) + ": holder = " + toml_string(of) +
               ", speaker = " + toml_string(actor) + "\n";
  }
  return comment;
}

std::string draft_text(const View& view, const QuotationsAnswer& answer,
                       const claims::Source& source, const claims::Vocabulary& words,
                       claims::Day today, bool all) {
  std::string page = kOpening + words_comment(words);
  page.replace(page.find("SOURCE"), 6, answer.source);
  const claims::Date held = source.published.value_or(claims::Date{today});
  const std::string date = toml::write(toml::value_of(held));
  for (const QuotationsAnswer::Found& one : answer.found) {
    if (!all && !one.recorded.empty()) continue;
    page += "\n[[stance]]\nclaim = \"\"\nposition = \"\"\nholder = ";
    if (!one.actor.empty() || one.speaker.empty()) {
      page += toml_string(one.actor) + "\n" + spoken_for(view, one.actor, held);
    } else {
      const std::string name = without_title(one.speaker);
      page += toml_string(claims::slug(name)) + "\nnew_holder = " + toml_string(name) + "\n";
    }
    page += "held = " + date + "\nquote = " + toml_string(one.text) +
            "\nlocator = " + toml_string(one.place()) + "\n";
  }
  return page;
}

// One filled-in block.
struct Block {
  claims::Place place;
  toml::Table values;  // without the keys that are for us alone
  std::string claim, holder, position, new_claim, new_holder;
};

class Blocks {
 public:
  Blocks(std::string file, const std::string& source) : file_(std::move(file)), source_(source) {}

  // Parses the draft's text and notes its syntax errors.
  void read(const std::string& text) {
    blocks.clear();
    left_out = 0;
    const toml::Parsed parsed = toml::parse(text, file_);
    problems = parsed.problems;
    if (has_errors(problems)) return;
    for (const toml::Entry& entry : parsed.root) {
      const auto* list = std::get_if<toml::Array>(&entry.value.data);
      if (entry.key != "stance" || list == nullptr) {
        error(entry.key_span.place,
              "only [[stance]] blocks may stand here, not \"" + entry.key + "\"");
        continue;
      }
      for (const toml::Value& item : *list) {
        if (const auto* table = std::get_if<toml::Table>(&item.data))
          block(*table, item.span.place);
      }
    }
  }

  void error(claims::Place place, std::string sentence, std::string hint = "") {
    problems.push_back(
        {claims::Severity::error, {}, file_, place, std::move(sentence), std::move(hint)});
  }

  std::vector<Block> blocks;
  claims::Diagnostics problems;
  std::size_t left_out = 0;

 private:
  void block(const toml::Table& table, claims::Place place) {
    Block made;
    made.place = place;
    for (const toml::Entry& entry : table) {
      std::string* ours = entry.key == "claim"        ? &made.claim
                          : entry.key == "holder"     ? &made.holder
                          : entry.key == "position"   ? &made.position
                          : entry.key == "new_claim"  ? &made.new_claim
                          : entry.key == "new_holder" ? &made.new_holder
                                                      : nullptr;
      const auto* text = std::get_if<std::string>(&entry.value.data);
      if (ours == nullptr) {
        if (text == nullptr || !text->empty()) made.values.push_back(entry);
      } else if (text == nullptr) {
        error(entry.value.span.place, "\"" + entry.key + "\" must be a text");
      } else {
        *ours = *text;
      }
    }
    if (made.claim.empty() && made.position.empty()) {
      ++left_out;
      return;
    }
    for (const auto& [value, key] :
         {std::pair{&made.claim, "claim"}, std::pair{&made.position, "position"},
          std::pair{&made.holder, "holder"}}) {
      if (value->empty()) error(place, std::string("the block has no ") + key);
    }
    if (toml::find(made.values, "source") == nullptr) {
      made.values.push_back({"source", toml::Value{source_, {}}, {}});
    }
    blocks.push_back(std::move(made));
  }

  std::string file_;
  const std::string& source_;
};

// Makes the stances of all blocks; a problem of one is reported at its place in the draft.
void add_all(Blocks& draft, StanceDraft& to) {
  for (const Block& block : draft.blocks) {
    try {
      toml::Table table = block.values;
      if (!block.new_claim.empty()) to.new_claim(block.claim, block.new_claim);
      if (!block.new_holder.empty()) to.new_actor(block.holder, block.new_holder);
      const std::string claim =
          block.new_claim.empty() ? claim_named(to.tip, block.claim) : block.claim;
      const std::string holder =
          block.new_holder.empty() ? actor_named(to.tip, block.holder) : block.holder;
      table.push_back({"holder", toml::Value{holder, {}}, {}});
      table.push_back(
          {"position", toml::Value{position_named(to.tip.vocabulary(), block.position), {}}, {}});
      const auto decoded =
          claims::decode_stance(toml::write(table), claims::stance_path(claim, "2024-01-01-x"));
      bool sound = decoded.record.has_value();
      for (const claims::Diagnostic& problem : decoded.problems) {
        if (problem.severity != claims::Severity::error) continue;
        draft.error(block.place, problem.sentence, problem.hint);
        sound = false;
      }
      if (!sound) continue;
      claims::Stance stance = *decoded.record;
      stance.name.clear();
      claims::each_voice(stance, [&](claims::Voice voice, std::string& who) {
        who = to.voice(voice == claims::Voice::speaks ? "speaker" : "via", who);
      });
      std::sort(stance.further.begin(), stance.further.end());
      to.apply({}, stance);
      for (const claims::Diagnostic& problem : to.add(std::move(stance))) {
        if (problem.severity == claims::Severity::error)
          draft.error(block.place, problem.sentence, problem.hint);
      }
    } catch (const StoreError& error) {
      draft.error(block.place, error.what(), error.hint());
    }
  }
}

int run(const Options& options, Session& session) {
  const View view = session.store().view();
  const std::string source = source_named(view, options.source);
  store::Draft draft(session.store(), "quotes/" + source + ".toml");
  const std::string again = "aver draft " + source;
  if (options.discard) {
    if (!draft.exists()) throw StoreError(Fault::not_found, "there is no draft of " + source);
    draft.remove();
    session.out.data("dropped the draft of " + source + "\n");
    return kDone;
  }
  std::string text;
  std::vector<std::string> messages;
  if (draft.exists()) {
    text = without_messages(draft.read());
    session.out.talk("taking up your draft of " + source + "\n");
  } else {
    const QuotationsAnswer answer = quotations_of(session, view, source);
    const auto record = view.source(source);
    text =
        draft_text(view, answer, *record->record, view.vocabulary(), session.today(), options.all);
    if (text.find("[[stance]]") == text.npos) {
      session.out.data("nothing to draft: " +
                       (answer.found.empty() ? "there is no quotation in " + source
                                             : "every quotation of " + source + " is recorded") +
                       "\n");
      return kDone;
    }
  }
  Blocks blocks("draft", source);
  const auto keep = [&](const std::string& why) {
    session.out.talk(why + "\nyour draft is kept; take it up again: " + again +
                     "\nor drop it: " + again + " --discard\n");
  };
  try {
    const auto edited = edit_draft(session, draft, text, "", messages, [&](const std::string& now) {
      blocks.read(now);
      if (!has_errors(blocks.problems)) {
        StanceDraft trial(view, session);
        add_all(blocks, trial);
      }
      claims::sort(blocks.problems);
      return blocks.problems;
    });
    if (!edited) {
      keep("nothing was recorded");
      return kBadData;
    }
    if (is_blank(*edited)) {
      draft.write(text, "");
      keep("the text was emptied: nothing was recorded");
      return kAnswerIsNo;
    }
    if (blocks.blocks.empty()) {
      keep("no block has a claim and a position: nothing was recorded");
      return kAnswerIsNo;
    }
    const int status =
        record_stances(session, options.writing,
                       "Record " + std::to_string(blocks.blocks.size()) + " stances from " + source,
                       [&](StanceDraft& to) {
                         add_all(blocks, to);
                         if (has_errors(blocks.problems)) {
                           throw StoreError(Fault::conflict, "the store was changed meanwhile: " +
                                                                 blocks.problems.front().sentence);
                         }
                       });
    draft.remove();
    if (blocks.left_out > 0) {
      session.out.data("  left out: " + std::to_string(blocks.left_out) +
                       "; draft them again: " + again + "\n");
    }
    return status;
  } catch (const StoreError& error) {
    const int status = report(error, session.out);
    if (draft.exists()) keep("nothing was recorded");
    return status;
  }
}

}  // namespace

Command draft_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "draft";
  command.description =
      "Opens the quotations of a source that are not recorded yet as a file in your editor, a "
      "block each, "
      "with the likely holder, the day and the place filled in. Fill in claim and position, delete "
      "or "
      "reorder blocks, and save: all are checked and recorded in one commit. Where something is "
      "wrong, the "
      "editor is offered again with the messages at the top; what you typed is never lost.";
  command.words = {positional("SOURCE", options->source, "a source with a capture"),
                   flag("--all", options->all, "those that are recorded already, too"),
                   flag("--discard", options->discard, "drop the draft that was left")};
  add_writing_words(command.words, options->writing);
  command.examples = {{"aver draft ministers-wintermoor", ""},
                      {"aver quotes ministers-wintermoor", "only look at them"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
