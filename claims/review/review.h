// SPDX-License-Identifier: MIT
//
// What the reviews of a proposal amount to: whose approvals of which contents count, and what the
// store's policy still asks for.
//
// Pure. An approval is for exact contents: a file that is changed later loses it, an untouched file
// keeps it. The rules in words: claims/FORMAT.md, "Reviews".
#pragma once

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
  // Of events alone (event_judge.h).
  Signing signing = Signing::none;
  std::vector<std::string> branches{};  // that the policy binds; empty: the one that it stands on
  std::vector<std::string> never{};     // whose words never count, as those of bots
  bool settled = false;                 // whether threads that must be settled hold a file up

  friend bool operator==(const ReviewPolicy&, const ReviewPolicy&) = default;
};

// What a rule is called in sentences: "the topic dorn", "actors/".
std::string name_of(const TopicPolicy& rule);

// Why nobody can ever satisfy the policy; empty where somebody can.
std::vector<std::string> impossible(const ReviewPolicy& policy);

// A file that a proposal changes.
struct ProposedFile {
  std::string path;
  std::string blob;                  // that it would have once accepted; kRemoved: removed
  std::vector<std::string> authors;  // who changed it in the proposal, "Name <address>"
  // The blob that the proposal shows, where merging gives another one because the target branch has
  // changed the file, too; empty where both are equal.
  std::string shown = {};
};
inline constexpr std::string_view kRemoved = "0000000000000000000000000000000000000000";

// The id by which reviews name a file's contents: the blob, or kRemoved where that is empty.
std::string blob_or_removed(const std::string& blob);

// A review, and what git knows of it.
struct GivenReview {
  Review review;
  std::string committed_by;   // empty where that is not known
  std::size_t committed = 0;  // which of the proposal's commits, in their order; 0: not known
};

// The verdict on one file.
struct FileVerdict {
  std::string path;
  std::string blob;  // that was judged
  int needed = 0;
  std::vector<std::string> approved_by;  // in force, that count, oldest first
  struct Request {
    std::string by;
    bool changed_since = false;  // the file has changed since the request
  };
  std::vector<Request> requests;     // requests for changes that still stand
  std::vector<std::string> missing;  // what the policy still asks for, a sentence each
  bool outdated = false;             // somebody approved other contents of it
  bool mixed = false;                // merging makes other contents of it than the proposal has
  bool hopeless = false;             // too few are left whose approval would count
  // Too few approve, and these do, and recorded it: that does not count.
  std::vector<std::string> own_left_out{};

  bool approved() const { return missing.empty() && requests.empty(); }
};

// A review that does not count.
struct Remark {
  std::string by;            // whose it says it is
  std::string committed_by;  // who committed it, where that is another
  std::string sentence;      // "the approval by …"
};

struct Verdict {
  std::vector<FileVerdict> files;  // in the order given
  std::vector<Remark> remarks;

  bool accepted() const;           // all that the policy asks for is there
  bool changes_requested() const;  // somebody waits for a change
  // An approval is missing that nobody can give before the target branch is merged in.
  bool mixed() const;
  bool hopeless() const;  // an approval is missing that nobody can give at all
};

// Whether an approval by `who` would count for the file.
bool would_count(const ProposedFile& file, const ReviewPolicy& policy, const Person& who);

// Judges the files of a proposal by its reviews. `into` is what sentences call the target branch.
Verdict judge(const std::vector<ProposedFile>& files, const std::vector<GivenReview>& reviews,
              const ReviewPolicy& policy, const std::string& into = "the other side");

// Sorts reviews oldest first: by the order of their commits, as clocks are coarse and may be wrong;
// where that order is not known, by their times, then by id.
void sort_by_time(std::vector<GivenReview>& reviews);

}  // namespace aver::claims
