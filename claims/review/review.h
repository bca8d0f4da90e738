// SPDX-License-Identifier: MIT
//
// People, the policy that a store has for reviews, and what a proposal changes. event_judge.h
// judges by these.
//
// Pure. The rules in words: claims/FORMAT.md, "Reviews".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "claims/records/records.h"
#include "claims/text/diagnostic.h"

namespace aver::claims {

// Somebody as git knows them: "Jane Doe <jane@example.org>". Two persons are the same where their
// addresses are equal, whatever the case; without an address, where their names are.
struct Person {
  std::string name;
  std::string email;
};
Person person(std::string_view text);
bool same_person(const Person& a, const Person& b);

// "1 approval", "2 approvals".
std::string count_of_approvals(int count);

// "1 reviewer", "2 reviewers".
std::string count_of_reviewers(std::size_t count);

// What a topic, or a path, asks for on top of the store's policy.
struct TopicPolicy {
  std::string topic;  // "dorn": all claims below it; empty where `path` says it
  int approvals = 0;
  std::vector<std::string> by{};  // one of these must be among the approvers; empty: anybody
  std::string path{};             // "actors/", "aver.toml": what lies below it, or the file

  friend bool operator==(const TopicPolicy&, const TopicPolicy&) = default;
};

// `[[person]]` of aver.toml: addresses of one person.
struct KnownPerson {
  std::string name{};
  std::vector<std::string> addresses{};

  friend bool operator==(const KnownPerson&, const KnownPerson&) = default;
};

// What must be signed to count.
enum class Signing { none, reviews, all };

// `[review]` of aver.toml.
struct ReviewPolicy {
  int approvals = 0;                     // that every changed file needs
  bool own = false;                      // whether an approval by an author of the file counts
  std::vector<std::string> reviewers{};  // whose approvals count; empty: everybody's
  std::vector<TopicPolicy> topics{};
  Signing signing = Signing::none;
  std::vector<std::string> branches{};  // that the policy binds; empty: the one that it stands on
  std::vector<std::string> never{};     // whose words never count, as those of bots
  bool unclear = false;                 // keys are not known: nobody can tell what it asks for
  bool settled = false;                 // whether threads that must be settled hold a file up

  friend bool operator==(const ReviewPolicy&, const ReviewPolicy&) = default;
};

// What a rule is called in sentences: "the topic dorn", "actors/".
std::string name_of(const TopicPolicy& rule);

// All whose approval may count, where reviewers are named: those, and whom rules of topics name.
std::vector<std::string> all_reviewers(const ReviewPolicy& policy);

// Why nobody can ever satisfy the policy; empty where somebody can.
std::vector<std::string> impossible(const ReviewPolicy& policy);

inline constexpr std::string_view kRemoved = "0000000000000000000000000000000000000000";

// The id by which reviews name a file's contents: the blob, or kRemoved where that is empty.
std::string blob_or_removed(const std::string& blob);

// A review, and what git knows of it.
struct GivenReview {
  Review review;
  std::string committed_by;   // empty where that is not known
  std::size_t committed = 0;  // which of the proposal's commits, in their order; 0: not known
  std::string digest{};       // SHA-256 of its file's bytes
};

// Sorts reviews oldest first: by the order of their commits, as clocks are coarse and may be wrong;
// where that order is not known, by their times, then by id.
void sort_by_time(std::vector<GivenReview>& reviews);

}  // namespace aver::claims
