// SPDX-License-Identifier: MIT
//
// aver actor add: somebody who can hold a position.
#include <memory>

#include "cli/commands/commands.h"
#include "cli/names/key_words.h"
#include "cli/names/names.h"
#include "cli/record/save.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

using claims::RecordKind;

struct Options {
  std::string actor, name;
  std::optional<std::string> kind, note;
  std::vector<std::string> aliases, same_as, roles;
  Writing writing;
};

constexpr const char* kDefaultKind = "person";

// "person (the default), state, org, party, outlet or account".
std::string kinds_text(const std::vector<std::string>& kinds) {
  std::string text;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (i > 0) text += i + 1 == kinds.size() ? " or " : ", ";
    text += kinds[i] + (kinds[i] == kDefaultKind ? " (the default)" : "");
  }
  return text;
}

// "Foreign Minister=sd" -> a role; the part after "=" is an actor.
claims::Role role_from(const store::View& tip, const std::string& text) {
  const std::size_t equals = text.rfind('=');
  claims::Role role;
  role.title = clean_text("--role", text.substr(0, equals), false);
  if (equals != text.npos) role.of = actor_named(tip, text.substr(equals + 1));
  return role;
}

store::Change change_on(const store::View& tip, const Options& options, Session& session) {
  claims::Actor actor;
  actor.id = options.actor;
  actor.name = clean_text("the name", options.name, false);
  actor.kind = options.kind.value_or(kDefaultKind);
  for (const std::string& alias : options.aliases)
    actor.aliases.push_back(clean_text("--alias", alias, false));
  actor.same_as = options.same_as;
  actor.note = options.note ? clean_text("--note", *options.note, true) : "";
  for (const std::string& role : options.roles) actor.roles.push_back(role_from(tip, role));
  require_good_id(actor.id);
  require_free(tip, {RecordKind::actor, actor.id});
  const std::string path = claims::actor_path(actor.id);
  const std::string content = claims::encode(actor);
  require_sound(session, claims::check(claims::decode_actor(content, path), store::KnownIn(tip)));
  return {{{path, content}}, "Add actor " + actor.id + "\n\n" + actor.name + "\n"};
}

int run(const Options& options, Session& session) {
  const auto saved = save(session, options.writing,
                          [&](const store::View& tip) { return change_on(tip, options, session); });
  const std::string line = "added actor " + options.actor + ": " + options.name + " (" +
                           options.kind.value_or(kDefaultKind) + ")";
  session.out.data(hanging(safe_line(line), session.out.width(), 2));
  if (saved) session.out.data(paragraph(*saved, session.out.width(), 2));
  return kDone;
}

}  // namespace

Command actor_add_command() {
  auto options = std::make_shared<Options>();
  Options& o = *options;
  const std::vector<std::string> kinds = words_of_key(RecordKind::actor, "kind");
  Command command;
  command.name = "actor add";
  command.description = "Adds an actor: a person, state, organisation, party, outlet or account.";
  command.words = {
      positional("ACTOR", o.actor, "its id: calda, uw/brindle"),
      positional("NAME", o.name, "its name, as it is written"),
      option("--kind", "KIND", &o.kind, kinds_text(kinds), kinds),
      option("--alias", "NAME", &o.aliases, "another name; may be repeated"),
      option("--role", "TITLE[=ACTOR]", &o.roles,
             "\"Foreign Minister=south-dorna\"; may be repeated"),
      option("--same-as", "URL", &o.same_as, "the same actor elsewhere; may be repeated"),
      option("--note", "TEXT", &o.note, "anything else"),
  };
  add_writing_words(command.words, o.writing);
  command.examples = {
      {"aver actor add rastia Rastia --kind state --alias FRR --alias Gelm", ""},
      {"aver actor add uw/lasker \"Ines Lasker\" --role \"Secretary of State=uw\"", ""}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
