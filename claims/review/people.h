// SPDX-License-Identifier: MIT
//
// Who is one person: by `[[person]]` of aver.toml, which says it, and by .mailmap, which only takes
// away.
//
// Pure. Both files are those at the tip of the branch that something goes to, never a proposal's.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "claims/review/review.h"

namespace aver::claims::reviews {

class People {
 public:
  People() = default;
  // `mailmap` is the text of .mailmap; lines of it that cannot be read join nobody.
  explicit People(const std::vector<KnownPerson>& known, std::string_view mailmap = "");

  // Whether both have one voice: one address, or two that aver.toml gives to one person. Only this
  // gives rights: whose key, whose commit, which reviewer, whose later word.
  bool same_voice(const Person& a, const Person& b) const;

  // Whether both are one for counting, and for what is somebody's own: also where .mailmap joins
  // their addresses. It tells two apart who share one address where it names both of them.
  bool same_body(const Person& a, const Person& b) const;

  // Whether both may well be one, and nobody has said so: one name, and two addresses that
  // aver.toml does not know both.
  bool twins(const Person& a, const Person& b) const;

 private:
  std::string root(std::string address) const;
  const std::string* named(const Person& who) const;
  void join(const std::string& a, const std::string& b);
  void read_line(std::string_view line);

  std::map<std::string, std::size_t> voices_;   // address -> number of its [[person]]
  std::map<std::string, std::string> joined_;   // address -> another of the same body
  std::map<std::string, std::string> by_name_;  // "name\naddress" -> address, of four-part lines
};

}  // namespace aver::claims::reviews
