// SPDX-License-Identifier: MIT
//
// aver actor merge: two actors turn out to be one. No stance is rewritten: those of the second lead
// to the first by its aliases.
#include <algorithm>
#include <memory>
#include <set>

#include "claims/positions/changes.h"
#include "claims/positions/lines.h"
#include "claims/records/people.h"
#include "claims/text/fold.h"
#include "cli/commands/commands.h"
#include "cli/names/load.h"
#include "cli/names/names.h"
#include "cli/record/save.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

namespace toml = claims::toml;
using claims::Actor;
using claims::RecordKind;
using store::Fault;
using store::StoreError;
using store::View;

struct Options {
  std::string kept, gone;
  Writing writing;
};

std::vector<std::string_view> keys_of_actors() {
  std::vector<std::string_view> order;
  for (const claims::FieldInfo& field : claims::fields(RecordKind::actor))
    order.push_back(field.key);
  return order;
}

toml::Value list_of(const std::vector<std::string>& lines) {
  toml::Array list;
  for (const std::string& line : lines) list.push_back({line, {}});
  return {std::move(list), {}};
}

// Makes one of two. It may run several times, once for each new tip; the last run counts.
class Union {
 public:
  Union(Session& session, const Options& options) : session_(session), options_(options) {}

  store::Change on(const View& tip) {
    told_.clear();
    kept_ = actor_named(tip, options_.kept);
    gone_ = actor_named(tip, options_.gone);
    const std::string kept_path = claims::actor_path(kept_);
    const std::string gone_path = claims::actor_path(gone_);
    Actor kept = require_readable(session_, tip.actor(kept_), kept_path);
    Actor gone = require_readable(session_, tip.actor(gone_), gone_path);
    require_apart(tip, gone);
    count(tip);
    leave_out_roles_of_itself(tip, kept, gone);
    const std::string text = with_all_of(kept, gone, *tip.read(kept_path), kept_path);
    tell_changes(tip);
    return {
        {{kept_path, text}, {gone_path, std::nullopt}},
        "Merge actor " + gone_ + " into " + kept_ + "\n\n" + gone.name + " is " + kept.name + "\n"};
  }

  std::string answer() const {
    std::string text =
        hanging("merged actor " + safe_line(gone_) + " into " + safe_line(kept_) + ": " +
                    counted(held_, "stance") + " of it, and " + counted(said_, "stance") +
                    " in which it speaks or reports, lead there now",
                session_.out.width(), 2);
    for (const std::string& line : told_)
      text += paragraph(safe_line(line), session_.out.width(), 2);
    return text;
  }

 private:
  void require_apart(const View& tip, const Actor& gone) const {
    if (kept_ == gone_) {
      const bool once = claims::id_problem(options_.gone).empty() &&
                        !tip.has({RecordKind::actor, options_.gone}) &&
                        tip.actor_of(options_.gone) == kept_;
      throw StoreError(Fault::usage,
                       once ? options_.gone + " was merged into " + kept_ + " already"
                            : "an actor cannot be merged into itself: both names mean " + kept_,
                       {}, "aver show " + kept_);
    }
    for (const std::string& id : tip.may_have_been(RecordKind::actor, gone_)) {
      if (id == kept_ || id == gone_) continue;
      const auto third = tip.actor(id);
      if (!third || !third->record || !has_alias(*third->record, gone_)) continue;
      throw StoreError(
          Fault::usage,
          id + " has \"" + gone_ + "\" among its aliases, and it would go on leading to nobody", {},
          "aver edit " + claims::actor_path(id));
    }
    for (const std::string& alias : gone.aliases) {
      if (!claims::id_problem(alias).empty() || alias == kept_ || alias == gone_) continue;
      const claims::RecordRef other{RecordKind::actor, alias};
      if (tip.has(other)) {
        throw StoreError(
            Fault::usage,
            gone_ + " has \"" + alias + "\" among its aliases, and that is another actor's id", {},
            "aver edit " + claims::actor_path(gone_));
      }
      // Where a third one has it, too, it would go on leading to nobody.
      const std::string& now = tip.actor_of(alias);
      if (now != alias || is_of_kept(tip, alias)) continue;
      throw StoreError(Fault::usage,
                       gone_ + " has \"" + alias + "\" among its aliases, and so has another actor",
                       {}, "aver check");
    }
  }

  bool is_of_kept(const View& tip, const std::string& alias) const {
    const auto kept = tip.actor(kept_);
    return kept && kept->record && has_alias(*kept->record, alias);
  }

  static bool has_alias(const Actor& actor, const std::string& alias) {
    return std::find(actor.aliases.begin(), actor.aliases.end(), alias) != actor.aliases.end();
  }

  // Roles of the one for the other would be roles of itself. Those of the one that goes are only
  // told in the note; one that the kept file has is the user's to take out.
  void leave_out_roles_of_itself(const View& tip, const Actor& kept, Actor& gone) {
    const auto of_itself = [&](const claims::Role& role) {
      const std::string& of = tip.actor_of(role.of);
      return of == kept_ || of == gone_;
    };
    for (const claims::Role& role : gone.roles) {
      if (!of_itself(role)) continue;
      gone.note += (gone.note.empty() ? "" : "\n") + ("As " + gone.id + " it was ") + role.title +
                   " of " + role.of;
      told_.push_back("role: " + role.title + " of " + role.of +
                      " would be of itself, and is in the note now");
    }
    std::erase_if(gone.roles, of_itself);
    for (const claims::Role& role : kept.roles) {
      if (of_itself(role))
        told_.push_back("role: " + role.title + " of " + role.of + " is of itself now: aver edit " +
                        claims::actor_path(kept_));
    }
  }

  // Tells where the records of both, on one line now, contradict each other or make a change.
  void tell_changes(const View& tip) {
    claims::ClaimCondition either;
    either.stance.holders = {kept_, gone_};
    std::vector<std::string> changes;
    each_folder(session_, tip, {either}, [&](claims::ClaimFolder&& folder) {
      std::set<std::string> of_gone;
      for (claims::Stance& stance : folder.stances) {
        if (stance.holder != gone_) continue;
        of_gone.insert(stance.name);
        stance.holder = kept_;
      }
      if (of_gone.empty() || of_gone.size() == folder.stances.size()) return;
      const auto of_both = [&](const claims::Stance* a, const claims::Stance* b) {
        return a != nullptr && b != nullptr &&
               of_gone.contains(a->name) != of_gone.contains(b->name);
      };
      const claims::Lines lines(folder.stances, tip.vocabulary());
      for (const claims::Contradiction& one : claims::contradictions(lines)) {
        if (!of_both(one.a, one.b)) continue;
        changes.push_back(folder.id + ": " + one.a->position + " and " + one.b->position + " of " +
                          claims::to_string(one.a->held) +
                          (one.certain ? " contradict each other" : " may contradict each other"));
      }
      for (const claims::Line& line : lines.all()) {
        if (line.holder != kept_) continue;
        for (const claims::Step& step : claims::steps(line, session_.today())) {
          if (!claims::is_move(step.change) || !of_both(step.left(), step.entered())) continue;
          changes.push_back(folder.id + ": " + std::string(to_string(step.change)) + " on " +
                            claims::to_string(step.entered()->held) + ", " +
                            step.entered()->position + ", was " + step.left()->position);
        }
      }
    });
    constexpr std::size_t kShown = 10;
    if (changes.size() > kShown) {
      const std::size_t more = changes.size() - kShown;
      changes.resize(kShown);
      changes.push_back("… and " + std::to_string(more) + " more: aver flips --holder " + kept_);
    }
    told_.insert(told_.end(), changes.begin(), changes.end());
  }

  void count(const View& tip) {
    held_ = said_ = 0;
    each_folder(session_, tip, held_by(gone_), [&](claims::ClaimFolder&& folder) {
      for (const claims::Stance& stance : folder.stances) held_ += stance.holder == gone_ ? 1 : 0;
    });
    each_folder(session_, tip, with_voice(tip, gone_), [&](claims::ClaimFolder&& folder) {
      for (const claims::Stance& stance : folder.stances) {
        bool names = false;
        claims::each_voice(stance,
                           [&](claims::Voice, const std::string& who) { names |= who == gone_; });
        said_ += names ? 1 : 0;
      }
    });
  }

  // Adds what `more` has and `to` lacks; returns whether anything was added.
  static bool add_missing(std::vector<std::string>& to, const std::vector<std::string>& more,
                          const std::string& except) {
    bool any = false;
    for (const std::string& one : more) {
      if (one == except || std::find(to.begin(), to.end(), one) != to.end()) continue;
      to.push_back(one);
      any = true;
    }
    return any;
  }

  // A key that no record has, added in place: a value, or a list of tables.
  static std::optional<std::string> with_unknown(const std::string& text, const toml::Entry& entry,
                                                 const std::vector<std::string_view>& order) {
    const auto* list = std::get_if<toml::Array>(&entry.value.data);
    const bool of_tables = list != nullptr && !list->empty() &&
                           std::holds_alternative<toml::Table>(list->front().data);
    if (!of_tables) return toml::edit_value(text, entry.key, entry.value, order);
    std::optional<std::string> edited = text;
    for (const toml::Value& one : *list) {
      const auto* table = std::get_if<toml::Table>(&one.data);
      if (edited && table != nullptr) edited = toml::append_table(*edited, entry.key, *table);
    }
    return edited;
  }

  // The text of the one that is kept, with all that the other has: its ids and names as aliases,
  // its addresses and roles beside those that are there, its note below the note. Where both have a
  // value, the kept one's stays, and the other goes to the note.
  std::string with_all_of(Actor& kept, const Actor& gone, const std::string& text,
                          const std::string& path) {
    std::vector<std::string> names = {gone.id, gone.name};
    names.insert(names.end(), gone.aliases.begin(), gone.aliases.end());
    std::erase(names, kept.id);
    std::erase(names, kept.name);
    std::vector<std::string> before = kept.aliases;
    add_missing(kept.aliases, names, kept.id);
    std::string added;
    for (std::size_t i = before.size(); i < kept.aliases.size(); ++i)
      added += (added.empty() ? "" : ", ") + kept.aliases[i];
    told_.push_back("aliases: " + added);
    const bool addresses = add_missing(kept.same_as, gone.same_as, "");
    if (addresses) told_.push_back("same_as: those of " + gone.id + " beside its own");

    std::string note = gone.note;
    const auto into_note = [&](const std::string& key, const std::string& stays,
                               const std::string& goes) {
      told_.push_back(key + ": " + stays + " stays; " + gone.id + " had " + goes +
                      ", which is in the note now");
      note += (note.empty() ? "" : "\n") + ("As " + gone.id + " it had " + key + " = ") + goes;
    };
    if (kept.kind != gone.kind) into_note("kind", kept.kind, gone.kind);
    std::vector<claims::Role> roles;
    for (const claims::Role& role : gone.roles) {
      if (std::find(kept.roles.begin(), kept.roles.end(), role) == kept.roles.end())
        roles.push_back(role);
    }
    if (!roles.empty()) told_.push_back("roles: " + counted(roles.size(), "role") + " added");
    std::vector<toml::Entry> unknown;
    for (const toml::Entry& entry : gone.unknown) {
      const toml::Value* mine = toml::find(kept.unknown, entry.key);
      if (mine == nullptr) {
        unknown.push_back(entry);
        told_.push_back(entry.key + ": taken over");
      } else if (!(*mine == entry.value)) {
        into_note(entry.key, toml::write(*mine), toml::write(entry.value));
      }
    }
    const bool notes = !note.empty() && note != kept.note;
    if (notes && !gone.note.empty()) told_.push_back("note: that of " + gone.id + " below its own");
    if (notes) kept.note += (kept.note.empty() ? "" : "\n") + note;
    kept.roles.insert(kept.roles.end(), roles.begin(), roles.end());
    kept.unknown.insert(kept.unknown.end(), unknown.begin(), unknown.end());

    // In place, so that comments and layout stay; canonically where that cannot be done.
    const std::vector<std::string_view> order = keys_of_actors();
    std::optional<std::string> edited =
        toml::edit_value(text, "aliases", list_of(kept.aliases), order);
    if (edited && addresses)
      edited = toml::edit_value(*edited, "same_as", list_of(kept.same_as), order);
    if (edited && notes)
      edited = toml::edit_value(*edited, "note", toml::Value{kept.note, {}}, order);
    for (const toml::Entry& entry : unknown) {
      if (edited) edited = with_unknown(*edited, entry, order);
    }
    if (edited) {
      for (const claims::Role& role : roles) {
        if (!edited) break;
        Actor one;
        one.roles = {role};
        const toml::Table table = claims::table_of(one);
        const toml::Value* list = toml::find(table, "role");
        const auto* array = list == nullptr ? nullptr : std::get_if<toml::Array>(&list->data);
        const auto* fields = array == nullptr || array->empty()
                                 ? nullptr
                                 : std::get_if<toml::Table>(&(*array)[0].data);
        edited = fields == nullptr ? std::nullopt : toml::append_table(*edited, "role", *fields);
      }
      if (edited) {
        const auto decoded = claims::decode_actor(*edited, path);
        if (decoded.record && *decoded.record == kept) return *edited;
      }
    }
    return claims::encode(kept);
  }

  Session& session_;
  const Options& options_;
  std::string kept_, gone_;
  std::size_t held_ = 0, said_ = 0;
  std::vector<std::string> told_;
};

int run(const Options& options, Session& session) {
  Union both(session, options);
  const auto saved = save(session, options.writing, [&](const View& tip) { return both.on(tip); });
  session.out.data(both.answer());
  if (saved) session.out.data(paragraph(*saved, session.out.width(), 2));
  return kDone;
}

}  // namespace

Command actor_merge_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "actor merge";
  command.description =
      "Makes one actor of two that turn out to be the same. The first one stays; the ids and names "
      "of the second become its aliases, and the second one's file is removed. No stance is "
      "rewritten: those that name the second are read as the first one's, also when somebody else "
      "records one meanwhile. Where both have a value, the first one's stays, and the other is "
      "written to its note. Before this commit (--known-at) the two are apart.";
  command.words = {
      positional("ACTOR", options->kept, "the one that stays"),
      positional("OTHER", options->gone, "the one that turned out to be the same"),
  };
  add_writing_words(command.words, options->writing);
  command.examples = {
      {"aver actor merge uw/brindle uw/lasker", "what either said is uw/brindle's"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
