// SPDX-License-Identifier: MIT
//
// The table of commands, held against what the commands declare of themselves.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "cli/line/command.h"
#include "cli/line/help.h"
#include "cli/terminal/output.h"

using namespace aver::cli;

namespace {

bool takes(const Command& command, std::string_view word) {
  return std::any_of(command.words.begin(), command.words.end(),
                     [&](const Word& one) { return one.name == word; });
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; ++at) ++count;
  return count;
}

}  // namespace

TEST_CASE("a row of the table has its command's name, and no name stands twice") {
  std::set<std::string_view> names;
  for (const CommandRow& row : command_table()) {
    CHECK(row.name == row.make().name);
    CHECK_MESSAGE(names.insert(row.name).second, row.name);
  }
}

TEST_CASE("aver --help lists every command once, so that every group has a title") {
  Output out;
  out.set({"never", true});
  const std::string whole = overview(out);
  const std::string page = whole.substr(0, whole.find("\ntopics\n"));  // "review" is a topic, too
  for (const CommandRow& row : command_table()) {
    CHECK_MESSAGE(times(page, "\n  " + std::string(row.name) + "  ") == 1, row.name);
  }
}

TEST_CASE("every group has a command") {
  std::set<CommandGroup> groups;
  for (const CommandRow& row : command_table()) groups.insert(row.group);
  CHECK(groups.size() == static_cast<std::size_t>(CommandGroup::help) + 1);
}

TEST_CASE("what a command is told to be agrees with the words that it takes") {
  for (const CommandRow& row : command_table()) {
    CAPTURE(row.name);
    const Command command = row.make();
    // "only write the file": into the work tree, or the proposal's branch that is recorded on. fmt
    // and schema rewrite files of the store, and make no record.
    const bool is_upkeep = row.group == CommandGroup::store;
    if (takes(command, "--no-commit")) CHECK(row.traits.makes_records == !is_upkeep);
    // Who records says nothing of the branch beforehand: the answer names it.
    if (row.traits.makes_records) CHECK(row.traits.follow != Follow::and_say_so);
    if (row.group == CommandGroup::look) CHECK(row.traits.follow == Follow::and_say_so);
  }
}
