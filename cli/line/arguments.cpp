// SPDX-License-Identifier: MIT
//
// Builds a CLI11 parser from the declared words of one command, and turns everything that CLI11
// objects to into a StoreError of ours. Only the command that was named is ever built.
#include "cli/line/arguments.h"

#include <algorithm>
#include <istream>
#include <ostream>

// <iostream> sets up eight streams before main begins, a twentieth of a start of aver, and nothing
// here uses one: CLI11 only names them in default arguments. With libstdc++ they can be declared
// without that.
#ifdef __GLIBCXX__
#define _GLIBCXX_IOSTREAM 1
namespace std {
extern istream cin;
extern ostream cout;
extern ostream cerr;
}  // namespace std
#endif
#include <CLI/CLI.hpp>

#include "claims/text/code_points.h"
#include "claims/text/similar.h"
#include "cli/terminal/layout.h"
#include "store/error.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;

// Put before each word after "--", so that CLI11 takes it as a plain word: after a variadic
// positional, CLI11's own handling of "--" fails.
constexpr char kGuard = '\x01';

std::string unguarded(std::string word) {
  if (!word.empty() && word.front() == kGuard) word.erase(0, 1);
  return word;
}

[[noreturn]] void usage_error(const std::string& command, std::string what) {
  throw StoreError(Fault::usage, std::move(what), {},
                   command.empty() ? "aver help" : "aver help " + command);
}

const Word* word_called(const std::vector<Word>& words, std::string_view name) {
  for (const Word& word : words) {
    if (word.kind != Word::Kind::positional &&
        (word.name == name || (!word.alias.empty() && word.alias == name))) {
      return &word;
    }
  }
  return nullptr;
}

// An option's value is the next word whatever it looks like: "--quote -5" and "-m --x" mean what
// they say.
std::vector<std::string> joined(const std::string& command, const std::vector<Word>& words,
                                const std::vector<std::string>& arguments) {
  const bool takes_query =
      std::any_of(words.begin(), words.end(), [](const Word& word) { return word.is_query; });
  std::vector<std::string> answer;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument == "--") {
      for (++i; i < arguments.size(); ++i) answer.push_back(kGuard + arguments[i]);
      break;
    }
    const Word* word = word_called(words, argument);
    if (word != nullptr && word->kind == Word::Kind::option) {
      if (i + 1 == arguments.size()) {
        usage_error(command, argument + " needs a value: " + argument + " " + word->value);
      }
      answer.push_back(word->name + "=" + kGuard + arguments[++i]);  // an empty one, too
    } else if (takes_query && argument.size() > 1 && argument[0] == '-' && argument[1] != '-' &&
               word == nullptr) {
      answer.push_back(kGuard + argument);  // not this
    } else {
      answer.push_back(argument);
    }
  }
  return answer;
}

bool is_blank(const std::string& value) {
  return unguarded(value).find_first_not_of(" \t\r\n\v\f") == std::string::npos;
}

std::string choices_of(const Word& word) {
  std::string all;
  for (const std::string& choice : word.choices) all += (all.empty() ? "" : ", ") + choice;
  return all;
}

[[noreturn]] void unknown_option(const std::string& command, const std::vector<Word>& words,
                                 const std::string& given) {
  const std::string name = given.substr(0, given.find('='));
  std::vector<std::string> names;
  for (const Word& word : words) {
    if (word.kind != Word::Kind::positional) names.push_back(word.name);
  }
  const std::vector<std::string> near = claims::nearest(name, names, 1);
  std::string what = "there is no option " + name;
  if (!command.empty()) what += " for \"aver " + command + "\"";
  if (!near.empty()) what += "; did you mean " + near.front() + "?";
  usage_error(command, what);
}

struct Set {
  const std::string& command;
  const Word& word;
  const CLI::Option& option;

  std::string last() const { return unguarded(option.results().back()); }

  void once() const {
    if (option.count() > 1) usage_error(command, word.name + " may be given only once");
  }
  void operator()(std::string* to) const {
    once();
    *to = last();
  }
  void operator()(std::optional<std::string>* to) const {
    once();
    *to = last();
  }
  void operator()(std::vector<std::string>* to) const {
    to->clear();
    for (const std::string& value : option.results()) to->push_back(unguarded(value));
  }
  void operator()(std::optional<int>* to) const {
    once();
    const std::string text = last();
    constexpr std::size_t kMostDigits = 9;
    if (text.empty() || text.size() > kMostDigits ||
        text.find_first_not_of("0123456789") != text.npos) {
      usage_error(command, word.name + " takes a whole number, not \"" + text + "\"");
    }
    *to = std::stoi(text);
  }
  // A word that is no format is none of the choices, and is refused with them.
  void operator()(std::optional<Format>* to) const {
    once();
    *to = format_named(last());
  }
  void operator()(bool* to) const { *to = true; }
};

void add_word(CLI::App& app, const Word& word, CLI::Option*& option) {
  const CLI::callback_t keep = [](const CLI::results_t&) { return true; };
  if (word.kind == Word::Kind::flag) {
    option = app.add_flag_callback(
        word.name, [] {}, word.help);
    return;
  }
  // A positional of CLI11 needs a plain name; ours may hold "|" and "..".
  option = app.add_option(word.name, keep, word.help);
  const bool many = std::holds_alternative<std::vector<std::string>*>(word.target);
  if (many && word.kind == Word::Kind::positional) {
    option->expected(CLI::detail::expected_max_vector_size);
  } else {
    option->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    option->expected(1)->allow_extra_args(false);
  }
}

// Whether the word that `with_value` begins with, "--format csv", has that value.
bool is_given(const std::vector<std::pair<const Word*, CLI::Option*>>& options,
              const std::string& with_value) {
  const std::size_t blank = with_value.find(' ');
  for (const auto& [word, option] : options) {
    if (word->name != with_value.substr(0, blank)) continue;
    return option->count() > 0 &&
           unguarded(option->results().back()) == with_value.substr(blank + 1);
  }
  return false;
}

}  // namespace

std::vector<Word> global_words(Globals& globals) {
  return {
      option("--directory", "-C", "DIR", &globals.directory, "work on the store that DIR lies in"),
      option("--color", "WHEN", &globals.color, "auto, always or never",
             {"auto", "always", "never"}),
      flag("--no-pager", globals.no_pager, "do not page long answers"),
      {.kind = Word::Kind::flag,
       .name = "--help",
       .alias = "-h",
       .help = "show this help",
       .target = &globals.help},
  };
}

void parse_words(const std::string& name, std::vector<Word> words,
                 const std::vector<std::string>& arguments) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::vector<std::pair<const Word*, CLI::Option*>> options;
  int positional_number = 0;
  std::vector<Word> plain = words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    Word& word = plain[i];
    if (word.kind == Word::Kind::positional) {
      word.name = "p" + std::to_string(positional_number++);
    } else if (!word.alias.empty()) {
      word.name = word.alias + "," + word.name;
    }
    CLI::Option* option = nullptr;
    add_word(app, word, option);
    options.emplace_back(&words[i], option);
  }

  std::vector<std::string> reversed = joined(name, words, arguments);
  std::reverse(reversed.begin(), reversed.end());
  try {
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    usage_error(name, error.what());
  }

  for (const std::string& extra : app.remaining()) {
    if (extra.size() > 1 && extra.front() == '-') unknown_option(name, words, extra);
  }
  if (!app.remaining().empty()) {
    usage_error(name, "one word too many: \"" + unguarded(app.remaining().front()) + "\"");
  }
  bool help = false;
  for (const auto& [word, option] : options) {
    if (word->name == "--help" && option->count() > 0) help = true;
    if (option->count() > 0 && !word->beside.empty() && !is_given(options, word->beside))
      usage_error(name, word->name + " goes with " + word->beside);
  }
  for (const auto& [word, option] : options) {
    if (option->count() > 0) {
      // A path may be any bytes; everything else ends up in a record, and records are UTF-8.
      const bool is_path = word->value == "FILE" || word->value == "DIR" || word->name == "PATH" ||
                           word->name == "DIR";
      for (const std::string& value : option->results()) {
        if (!is_path && !claims::is_utf8(value))
          usage_error(name, word->name + " is not UTF-8 text");
      }
      std::visit(Set{name, *word, *option}, word->target);
      if (word->alias == "-m" && is_blank(option->results().back())) {
        throw StoreError(Fault::usage, "the message is empty", {},
                         "write it behind -m, or leave -m out");
      }
      if (!word->choices.empty()) {
        for (const std::string& value : option->results()) {
          if (std::find(word->choices.begin(), word->choices.end(), unguarded(value)) ==
              word->choices.end()) {
            usage_error(name, word->name + " takes one of " + choices_of(*word) + ", not \"" +
                                  unguarded(value) + "\"");
          }
        }
      }
    } else if (word->required && !help) {
      usage_error(name, "\"aver " + name + "\" needs " + word->name + ": " + word->help);
    }
  }
}

// The command is found first, by the table, and CLI11 is then given the words of that one alone, so
// that a start does not pay for all the others. What stands before the command has to be told
// apart here: options of aver itself, with their values. Two words are tried before one ("actor
// add"), and a group without one of its commands is asked for help, not refused.
Request parse_arguments(const std::vector<std::string>& arguments) {
  Request request;
  if (arguments.empty()) return request;
  std::vector<Word> globals = global_words(request.globals);
  globals.push_back(flag("--version", request.globals.version, "show the version"));

  // Everything before the first plain word is global.
  std::size_t at = 0;
  std::vector<std::string> before;
  while (at < arguments.size() && arguments[at].size() > 1 && arguments[at].front() == '-' &&
         arguments[at] != "--") {
    const Word* word = word_called(globals, arguments[at]);
    before.push_back(arguments[at++]);
    if (word != nullptr && word->kind == Word::Kind::option && at < arguments.size()) {
      before.push_back(arguments[at++]);
    }
  }
  if (at == arguments.size()) {
    parse_words("", globals, before);
    return request;
  }

  const CommandRow* found = nullptr;
  std::size_t used = 0;
  const std::string two_words =
      at + 1 < arguments.size() ? arguments[at] + " " + arguments[at + 1] : "";
  bool is_group = false;
  std::vector<std::string> names;
  for (const CommandRow& row : command_table()) {
    names.emplace_back(row.name);
    if (row.name == two_words) {
      found = &row;
      used = 2;
    } else if (row.name == arguments[at] && used < 1) {
      found = &row;
      used = 1;
    }
    if (row.name.starts_with(arguments[at] + " ")) is_group = true;
  }
  if (found == nullptr && is_group) {
    request.group = arguments[at];
    std::vector<std::string> rest(arguments.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                  arguments.end());
    if (!rest.empty() && rest.front().front() != '-') {
      std::vector<std::string> of_group;
      for (const std::string& name : names) {
        if (name.starts_with(request.group + " ")) of_group.push_back(name);
      }
      const std::vector<std::string> near = claims::nearest(two_words, of_group, 1);
      throw StoreError(Fault::usage, "there is no command \"aver " + two_words + "\"", {},
                       "aver help " + (near.empty() ? request.group : near.front()));
    }
    parse_words("", globals, before);
    return request;
  }
  if (found == nullptr) {
    const std::vector<std::string> near = claims::nearest(arguments[at], names);
    std::string what = "there is no command \"" + arguments[at] + "\"";
    if (!near.empty()) what += "; did you mean \"" + near.front() + "\"?";
    throw StoreError(Fault::usage, what, {}, "aver help");
  }

  request.command = found->make();
  request.traits = found->traits;
  std::vector<Word> words = request.command->words;
  std::vector<std::string> rest = before;
  rest.insert(rest.end(), arguments.begin() + static_cast<std::ptrdiff_t>(at + used),
              arguments.end());
  for (const Word& word : global_words(request.globals)) words.push_back(word);
  parse_words(request.command->name, words, rest);
  return request;
}

}  // namespace aver::cli
