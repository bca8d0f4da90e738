// SPDX-License-Identifier: MIT
//
// Joins addresses by aver.toml and .mailmap. Addresses and names are compared in lower case.
#include "claims/review/people.h"

#include <utility>

#include "claims/text/fold.h"
#include "claims/text/lines.h"

namespace aver::claims::reviews {
namespace {

constexpr std::string_view kBlanks = " \t\r";

std::string name_and_address(const std::string& name, const std::string& address) {
  return lower_case(name) + "\n" + lower_case(address);
}

// A name, and the address in angle brackets behind it; `line` is left with the rest.
Person take_person(std::string_view& line) {
  const std::size_t open = line.find('<');
  const std::size_t close = open == line.npos ? open : line.find('>', open);
  if (close == line.npos) return {};
  Person found{std::string(trimmed(line.substr(0, open), kBlanks)),
               std::string(trimmed(line.substr(open + 1, close - open - 1), kBlanks))};
  line.remove_prefix(close + 1);
  return found;
}

}  // namespace

People::People(const std::vector<KnownPerson>& known, std::string_view mailmap) {
  for (std::size_t i = 0; i < known.size(); ++i) {
    for (const std::string& address : known[i].addresses)
      voices_.emplace(lower_case(person("<" + address + ">").email), i);
  }
  while (!mailmap.empty()) {
    const std::size_t end = mailmap.find('\n');
    std::string_view line = mailmap.substr(0, end);
    mailmap.remove_prefix(end == mailmap.npos ? mailmap.size() : end + 1);
    read_line(line.substr(0, line.find('#')));
  }
}

// "Proper <proper> Commit <commit>", each name optional. A line with one address joins nobody.
void People::read_line(std::string_view line) {
  const Person proper = take_person(line);
  const Person other = take_person(line);
  if (proper.email.empty() || other.email.empty()) return;
  if (other.name.empty()) {
    join(lower_case(proper.email), lower_case(other.email));
  } else {
    by_name_[name_and_address(other.name, other.email)] = lower_case(proper.email);
  }
}

void People::join(const std::string& a, const std::string& b) {
  const std::string x = root(a);
  const std::string y = root(b);
  if (x != y) joined_[x] = y;
}

std::string People::root(std::string address) const {
  for (auto found = joined_.find(address); found != joined_.end(); found = joined_.find(address)) {
    address = found->second;
  }
  return address;
}

// The address that a four-part line gives to somebody; null where there is none.
const std::string* People::named(const Person& who) const {
  const auto found = by_name_.find(name_and_address(who.name, who.email));
  return found == by_name_.end() ? nullptr : &found->second;
}

bool People::same_voice(const Person& a, const Person& b) const {
  if (a.email.empty() || b.email.empty()) return same_person(a, b);
  const std::string* x = named(a);
  const std::string* y = named(b);
  const std::string from = lower_case(a.email);
  const std::string to = lower_case(b.email);
  if (from == to) return x == nullptr || y == nullptr || root(*x) == root(*y);
  const auto first = voices_.find(from);
  const auto second = voices_.find(to);
  return first != voices_.end() && second != voices_.end() && first->second == second->second;
}

bool People::same_body(const Person& a, const Person& b) const {
  if (same_voice(a, b)) return true;
  if (a.email.empty() || b.email.empty()) return false;
  const std::string* x = named(a);
  const std::string* y = named(b);
  const std::string one = root(x != nullptr ? *x : lower_case(a.email));
  const std::string two = root(y != nullptr ? *y : lower_case(b.email));
  if (one == two) return true;
  // What .mailmap joins is one also by way of a person that aver.toml knows.
  std::set<std::size_t> of_one;
  for (const auto& [address, number] : voices_) {
    if (root(address) == one) of_one.insert(number);
  }
  for (const auto& [address, number] : voices_) {
    if (root(address) == two && of_one.count(number) > 0) return true;
  }
  return false;
}

bool People::twins(const Person& a, const Person& b) const {
  if (plain(a.name) != plain(b.name) || plain(a.name).empty() || same_body(a, b)) return false;
  const bool told =
      voices_.count(lower_case(a.email)) > 0 && voices_.count(lower_case(b.email)) > 0;
  // Two who share one address, and whom .mailmap tells apart, are told apart by it.
  return !told && lower_case(a.email) != lower_case(b.email);
}

}  // namespace aver::claims::reviews
